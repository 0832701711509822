//! What a map that was tidied up is like beside the same graph laid out by ELK's layered method, with a stage for each partition:
//! its area, and how often curves cross. `make elk` fetches elkjs and runs it.

use std::io::Write;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use measure::Quality;
use measure::flattened::Line;
use model::{Journey, Touchpoint, Transition, TransitionDetails};
use scene::{Locale, Picture, Reading, Scene, Subject, Theme};
use serde_json::{Value, json};

/// The maps that the picture's own tests find hard.
#[path = "../../../src-tauri/crates/scene/tests/fixtures/mod.rs"]
mod fixtures;
#[path = "../../../src-tauri/crates/scene/tests/measure/mod.rs"]
mod measure;

/// What is compared.
struct Layout {
    milliseconds: f64,
    area: f64,
    crossings: usize,
}

fn main() -> ExitCode {
    println!("area in millions of square units, crossings, columns of ELK's cards, milliseconds to lay out");
    for (touchpoints, transitions) in [(30, 51), (100, 170), (300, 510)] {
        let crowd = fixtures::crowd(touchpoints, transitions, 6);
        let journey = tidied(&labelled(&crowd.journey));
        let start = Instant::now();
        let scene = scene(&journey);
        let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
        let quality = Quality::of(&scene, &journey);
        let ours = Layout { milliseconds, area: quality.area, crossings: quality.crossings };
        let Some((elk, columns)) = by_elk(&scene, &journey) else {
            eprintln!("elk: node or elkjs is missing: `make elk` fetches it");
            return ExitCode::FAILURE;
        };
        println!(
            "{touchpoints} touchpoints, {} transitions: area {:.2}, ELK {:.2}, ratio {:.2}; crossings {}, ELK {}; ELK's columns {columns}; {:.0} ms, ELK {:.0}",
            journey.transitions().len(),
            ours.area / 1e6,
            elk.area / 1e6,
            ours.area / elk.area,
            ours.crossings,
            elk.crossings,
            ours.milliseconds,
            elk.milliseconds,
        );
    }
    ExitCode::SUCCESS
}

/// The same map with something written on each of its transitions.
fn labelled(journey: &Journey) -> Journey {
    let transitions = journey.transitions().into_iter().enumerate().map(|(number, each)| Transition {
        details: TransitionDetails {
            label: format!("{} % · {}", 20 + number % 70, 40 + number),
            ..each.details.clone()
        },
        ..each.clone()
    });
    rebuilt(journey, journey.touchpoints().cloned().collect(), transitions.collect())
}

/// The same map tidied up, each way weighing the same.
fn tidied(journey: &Journey) -> Journey {
    let places = scene::tidied(journey, |_| true, |_, _| 1);
    let place = |each: &Touchpoint| {
        let found = places.iter().find(|(id, _)| *id == each.id);
        Touchpoint { place: found.map_or(each.place, |(_, place)| *place), ..each.clone() }
    };
    let transitions = journey.transitions().into_iter().cloned().collect();
    rebuilt(journey, journey.touchpoints().map(place).collect(), transitions)
}

fn rebuilt(journey: &Journey, touchpoints: Vec<Touchpoint>, transitions: Vec<Transition>) -> Journey {
    Journey::build(journey.map().clone(), journey.stages().to_vec(), touchpoints, transitions)
        .expect("it is the same map")
}

fn scene(journey: &Journey) -> Scene {
    scene::lay_out(&Picture {
        journey,
        personas: &[],
        evidence: None,
        reading: Reading::default(),
        extras: scene::Extras::default(),
        made: None,
        theme: Theme::Light,
        locale: Locale::En,
        zone: chrono_tz::UTC,
    })
}

/// The same cards, ways and labels laid out by ELK, and in how many columns.
fn by_elk(scene: &Scene, journey: &Journey) -> Option<(Layout, u64)> {
    let found = |subject: Subject, is_label: bool| {
        let is_it = |item: &&scene::SceneItem| item.subject == subject && item.part_of.is_some() == is_label;
        scene.items.iter().find(is_it).map(|item| item.bounds)
    };
    let all: Vec<&Touchpoint> = journey.touchpoints().collect();
    let number = |id| all.iter().position(|each| each.id == id);
    let stage = |each: &Touchpoint| journey.stages().iter().position(|stage| stage.id == each.stage);
    let cards = all.iter().filter_map(|each| {
        let card = found(Subject::Touchpoint { touchpoint: each.id }, false)?;
        Some(json!({ "width": card.width, "height": card.height, "stage": stage(each)? }))
    });
    let ways = journey.transitions().into_iter().filter_map(|each| {
        let subject = Subject::Transition { transition: each.id, from: each.from, to: each.to };
        let label = found(subject, true).map_or((64.0, 20.0), |label| (label.width, label.height));
        Some(json!({ "from": number(each.from)?, "to": number(each.to)?, "width": label.0, "height": label.1 }))
    });
    let graph = json!({ "cards": cards.collect::<Vec<_>>(), "ways": ways.collect::<Vec<_>>() });
    let mut node = Command::new("node")
        .arg("ui/bench/elk.mjs")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    node.stdin.take()?.write_all(graph.to_string().as_bytes()).ok()?;
    let output = node.wait_with_output().ok()?;
    let laid: Value = serde_json::from_slice(&output.stdout).ok()?;
    Some((read(&laid), laid["columns"].as_u64()?))
}

fn read(laid: &Value) -> Layout {
    let numbers = |value: &Value| -> Vec<f64> {
        value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    };
    let list = |name: &str| laid[name].as_array().cloned().unwrap_or_default();
    let routes: Vec<Vec<Vec<f64>>> = list("lines")
        .iter()
        .map(|line| line.as_array().into_iter().flatten().map(numbers).collect())
        .collect();
    let boxes: Vec<Vec<f64>> = list("boxes").iter().map(numbers).collect();
    let corners = boxes.iter().flat_map(|each| [(each[0], each[1]), (each[0] + each[2], each[1] + each[3])]);
    let bends = routes.iter().flatten().map(|at| (at[0], at[1]));
    let first = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
    let (left, top, right, bottom) =
        corners.chain(bends).fold(first, |(left, top, right, bottom), (x, y)| {
            (left.min(x), top.min(y), right.max(x), bottom.max(y))
        });
    let lines: Vec<Line> = routes.iter().map(|route| Line::of(&path(route))).collect();
    let crossings = lines
        .iter()
        .enumerate()
        .map(|(index, one)| lines[..index].iter().map(|other| one.crossings(other)).sum::<usize>())
        .sum();
    Layout {
        milliseconds: laid["milliseconds"].as_f64().unwrap_or(f64::NAN),
        area: (right - left) * (bottom - top),
        crossings,
    }
}

/// Path data of a route along straight pieces.
fn path(route: &[Vec<f64>]) -> String {
    let point = |(index, at): (usize, &Vec<f64>)| {
        format!("{}{} {}", if index == 0 { "M" } else { "L" }, at[0], at[1])
    };
    route.iter().enumerate().map(point).collect()
}

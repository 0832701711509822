//! How smooth the canvas is in the real webview, without a GPU: what a frame takes while a card is dragged and while the map is
//! panned, beside plain Svelte Flow with as many cards and curves in the same window; how long a map takes to open, and an edit
//! to be written and painted. `make frames` builds what it needs.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};
use tests::e2e::{Desk, Window, until};
use tests::generate;

/// How many frames each gesture is watched for.
const FRAMES: u32 = 40;
/// How often each gesture is made; by turns, so that what else the machine does falls on both alike.
const ROUNDS: usize = 3;

/// Drags from a point in steps of 3 pixels, one a frame, and gives what each frame took, in milliseconds; for 20 seconds at most.
const GESTURE: &str = "
    const [x, y, frames, done] = [X, Y, FRAMES, arguments[arguments.length - 1]];
    const target = document.elementFromPoint(x, y);
    const mouse = (type, at, dx) => at.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true,
        view: window, button: 0, buttons: type === 'mouseup' ? 0 : 1, clientX: x + dx, clientY: y + dx / 3 }));
    const pointer = (type, at, dx) => at.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, composed: true,
        view: window, button: 0, buttons: 1, pointerId: 1, isPrimary: true, clientX: x + dx, clientY: y + dx / 3 }));
    pointer('pointerdown', target, 0);
    mouse('mousedown', target, 0);
    const took = [];
    let step = 0, before = 0;
    const began = performance.now();
    const frame = (now) => {
        if (step > 5) took.push(now - before);
        before = now;
        // A script may not take longer than 30 seconds.
        if (++step > frames + 5 || performance.now() - began > 20_000) {
            mouse('mouseup', window, 0);
            pointer('pointerup', target, 0);
            setTimeout(() => done(took), 400);
            return;
        }
        const dx = 3 * (step < frames / 2 ? step : frames - step);
        pointer('pointermove', target, dx);
        mouse('mousemove', window, dx);
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// Paints one card of the picture elsewhere in each frame, and gives what each took: what painting costs by itself.
const PAINTING: &str = "
    const done = arguments[arguments.length - 1];
    const card = document.querySelectorAll('.eyes g.touchpoint')[20];
    const took = [];
    let step = 0, before = 0;
    const frame = (now) => {
        if (step > 5) took.push(now - before);
        before = now;
        card.style.transform = `translate(${3 * step}px, ${step}px)`;
        if (++step > 45) { card.style.transform = ''; done(took); } else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// Clicks a button as soon as it can be, and gives how many milliseconds went by until the canvas was painted with what came of it.
const UNTIL_PAINTED: &str = "
    const done = arguments[arguments.length - 1];
    const button = () => BUTTON;
    const act = () => {
        if (!button() || button().disabled || button().ariaDisabled === 'true') return requestAnimationFrame(act);
        let changed = false;
        const seen = new MutationObserver(() => (changed = true));
        seen.observe(document.querySelector('.eyes .scene'), { subtree: true, childList: true, attributes: true });
        const isThere = () => IS_THERE;
        const start = performance.now();
        button().click();
        const look = () => isThere() ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look);
        look();
    };
    setTimeout(act, 300);";

/// What is measured on one page.
#[derive(Debug, Clone, Copy, Default)]
struct Smooth {
    drag: f64,
    pan: f64,
}

fn main() -> ExitCode {
    let plain = PathBuf::from("out/bench");
    let read = |name: &str| std::fs::read_to_string(plain.join(name));
    let Some((script, style)) = read("plain.js").ok().zip(read("touchline-ui.css").ok()) else {
        eprintln!("frames: {} is missing: `make frames` builds it", plain.display());
        return ExitCode::from(2);
    };
    println!(
        "1280 x 800, no GPU; means of {FRAMES} frames in each of {ROUNDS} rounds, the median round, in ms"
    );
    for (touchpoints, transitions) in [(300, 400), (1000, 1333)] {
        measure(touchpoints, transitions, &script, &style);
    }
    ExitCode::SUCCESS
}

/// Measures a map of this size, and prints what came of it.
fn measure(touchpoints: usize, transitions: usize, script: &str, style: &str) {
    let desk = Desk::set();
    let file = desk.document("Frames.touchline");
    let map = map(touchpoints, transitions);
    workspace(&desk, &file, &map);
    let (mut ours, mut others) = (Vec::new(), Vec::new());
    let (mut opened, mut edited, mut painted) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let window = desk.open(Some(&file));
        window.resize(1280, 800);
        window.shows("canvas");
        opened.push(opening(&window, touchpoints));
        window.click("zoom-fit");
        window.picture("frames");
        edited.push(editing(&window));
        window.click("zoom-fit");
        window.picture("frames");
        painted.push(mean(&window.script_async(PAINTING)));
        ours.push(smoothness(&window, "[data-testid=canvas] [data-testid^=touchpoint-]"));
        beside(&window, &map, script, style);
        others.push(smoothness(&window, ".svelte-flow__node"));
        window.picture("frames-plain");
        window.close();
    }
    let drags = [&ours, &others].map(|all| median(all.iter().map(|each| each.drag)));
    let pans = [&ours, &others].map(|all| median(all.iter().map(|each| each.pan)));
    println!("{touchpoints} touchpoints, {transitions} transitions:");
    for (what, [own, plain]) in [("drag", drags), ("pan", pans)] {
        println!("  a frame of a {what}: {own:.1}, plain Svelte Flow {plain:.1}, ratio {:.2}", own / plain);
    }
    println!("  a frame in which one card is painted elsewhere: {:.1}", median(painted.into_iter()));
    println!("  the map opened: {:.0}", median(opened.into_iter()));
    println!("  an edit written and painted: {:.1}", median(edited.into_iter()));
}

/// The map as a document that the command line takes.
fn map(touchpoints: usize, transitions: usize) -> Value {
    let journey = generate::journey(touchpoints, 6);
    let all: Vec<_> = journey.touchpoints().cloned().collect();
    let stage = |id| journey.stages().iter().find(|each| each.id == id).map(|each| each.title.clone());
    let place = |id| all.iter().position(|each| each.id == id);
    let cards: Vec<Value> = all
        .iter()
        .map(|each| {
            json!({ "title": each.title, "stage": stage(each.stage), "x": each.place.x, "y": each.place.y,
                "channel": null, "sentiment": null, "goal": null, "events": each.events })
        })
        .collect();
    let ways: Vec<Value> = journey
        .transitions()
        .into_iter()
        .take(transitions)
        .map(|each| json!({ "from": place(each.from), "to": place(each.to) }))
        .collect();
    let stages: Vec<Value> =
        journey.stages().iter().map(|each| json!({ "title": each.title, "goal": null })).collect();
    json!({ "title": "Frames", "lifecycle": "non_linear", "personas": [], "stages": stages,
        "touchpoints": cards, "transitions": ways, "lanes": [], "left_events": [] })
}

/// Writes a workspace that opens with a small map and has this one besides.
fn workspace(desk: &Desk, file: &Path, map: &Value) {
    let small = json!({ "title": "Small", "lifecycle": "linear", "personas": [],
        "stages": [{ "title": "One", "goal": null }], "touchpoints": [], "transitions": [], "lanes": [],
        "left_events": [] });
    let document = json!({ "format": "touchline maps", "version": 1, "personas": [], "maps": [small, map] });
    let source = desk.document("maps.json");
    std::fs::write(&source, document.to_string()).expect("temp can be written");
    let file = file.to_string_lossy();
    desk.touchline(["new", &file]);
    desk.touchline(["import", "maps", &file, &source.to_string_lossy()]);
}

/// How long the map takes from the click on its name until all of it is painted.
fn opening(window: &Window, touchpoints: usize) -> f64 {
    let button = "[...document.querySelectorAll('[data-testid^=map-]')].find(each => each.textContent.trim().startsWith('Frames'))";
    let is_there = format!("document.querySelectorAll('.eyes g.touchpoint').length >= {touchpoints}");
    until_painted(window, button, &is_there)
}

/// How long it takes until how customers feel at a touchpoint is written and painted: the median of several times.
fn editing(window: &Window) -> f64 {
    window.click_at(place(window, "[data-testid=canvas] [data-testid^=touchpoint-]"), 1);
    window.shows("sentiment-positive");
    let steps = (0..8).map(|round| {
        let feeling = if round % 2 == 0 { "positive" } else { "negative" };
        let button = format!("document.querySelector('[data-testid=sentiment-{feeling}]')");
        until_painted(window, &button, "changed")
    });
    median(steps.collect::<Vec<_>>().into_iter())
}

fn until_painted(window: &Window, button: &str, is_there: &str) -> f64 {
    let script = UNTIL_PAINTED.replace("IS_THERE", is_there).replace("BUTTON", button);
    window.script_async(&script).as_f64().unwrap_or(f64::NAN)
}

/// Shows the same cards and curves as plain Svelte Flow does.
fn beside(window: &Window, map: &Value, script: &str, style: &str) {
    // Stages stand beside one another, as they do on the map.
    let stages = map["stages"].as_array().map_or(0, Vec::len);
    let number = |title: &Value| map["stages"].as_array()?.iter().position(|each| each["title"] == *title);
    let cards: Vec<Value> = map["touchpoints"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|each| {
            let stage = number(&each["stage"]).unwrap_or(stages);
            let left = stage as f64 * 1_000.0 + each["x"].as_f64().unwrap_or(0.0);
            json!({ "title": each["title"], "x": left, "y": each["y"] })
        })
        .collect();
    let ways: Vec<Value> = map["transitions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|each| json!([each["from"], each["to"]]))
        .collect();
    let mut page = String::from(script);
    let _ = write!(page, "\nwindow.plain(arguments[0], arguments[1], arguments[2]);");
    let count = cards.len();
    window.script(&page, vec![json!(cards), json!(ways), json!(style)]);
    until("plain Svelte Flow", || {
        let script = "return [document.querySelectorAll('.svelte-flow__node').length, document.querySelectorAll('.svelte-flow__edge').length]";
        let found = window.script(script, Vec::new());
        (found[0].as_u64() == Some(count as u64) && found[1].as_u64() == Some(ways.len() as u64))
            .then_some(())
    });
}

/// What a frame takes while one of the cards is dragged, and while the map is.
fn smoothness(window: &Window, card: &str) -> Smooth {
    let at = place(window, card);
    let drag = gesture(window, at);
    let pan = gesture(window, (1280.0 / 2.0, 800.0 - 110.0));
    Smooth { drag, pan }
}

/// The middle of a card in the middle of the map.
fn place(window: &Window, card: &str) -> (f64, f64) {
    let script = format!(
        "const all = [...document.querySelectorAll('{card}')].map(each => each.getBoundingClientRect())
            .filter(each => each.top > 150 && each.bottom < 700 && each.left > 260 && each.right < 1000);
         const {{ left, top, width, height }} = all[Math.floor(all.length / 2)];
         return [left + width / 2, top + height / 2];"
    );
    let at = window.script(&script, Vec::new());
    (at[0].as_f64().unwrap_or(0.0), at[1].as_f64().unwrap_or(0.0))
}

fn gesture(window: &Window, at: (f64, f64)) -> f64 {
    let script = GESTURE.replace("[X, Y, FRAMES,", &format!("[{}, {}, {FRAMES},", at.0, at.1));
    mean(&window.script_async(&script))
}

fn mean(took: &Value) -> f64 {
    let took: Vec<f64> = took.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    took.iter().sum::<f64>() / took.len().max(1) as f64
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

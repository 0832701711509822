//! Half a year of a real online shop: moves between its pages against directly-follows counts computed elsewhere,
//! and whole overlays against the second reading.

mod fixture;
mod naive;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;

use chrono::NaiveDateTime;
use flate2::read::GzDecoder;
use insight::overlay;
use model::{
    Codes, Columns, CustomerId, DAY, Instants, Journey, Level, Lifecycle, Mode, Node, Question, Repeats, Unit,
};
use naive::{Reading, assert_same};
use serde_json::Value;

fn file(path: &str) -> File {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..").join(path);
    File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// For each customer, its instants in milliseconds and its events, in the order of the file.
fn log() -> BTreeMap<String, Vec<(i64, String)>> {
    let packed = file("src-tauri/crates/app/sample/ecommerce_clickstream.csv.gz");
    let mut reader = csv::Reader::from_reader(GzDecoder::new(packed));
    let mut log: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("the file is a sound table");
        let at = NaiveDateTime::parse_from_str(&row[3], "%Y-%m-%d %H:%M:%S");
        let at = at.expect("the fourth column is an instant").and_utc().timestamp_millis();
        log.entry(row[0].to_owned()).or_default().push((at, row[2].to_owned()));
    }
    for interactions in log.values_mut() {
        interactions.sort_by_key(|&(at, _)| at);
    }
    log
}

fn columns(log: &BTreeMap<String, Vec<(i64, String)>>) -> Columns {
    let mut events: Vec<_> = log.values().flatten().map(|(_, event)| event.clone()).collect();
    events.sort_unstable();
    events.dedup();
    let code = |event: &String| events.binary_search(event).expect("every event is among them") as u8;
    let base = log.values().flatten().map(|&(at, _)| at).min().unwrap_or_default();
    let mut offsets = vec![0];
    for interactions in log.values() {
        offsets.push(offsets[offsets.len() - 1] + interactions.len() as u32);
    }
    Columns {
        customers: (1..=log.len() as i64).map(CustomerId).collect(),
        offsets,
        event: Codes::Narrow(log.values().flatten().map(|(_, event)| code(event)).collect()),
        at: Instants::Seconds {
            base,
            after: log.values().flatten().map(|&(at, _)| ((at - base) / 1000) as u32).collect(),
        },
        events,
    }
}

/// One touchpoint for each event, in the order of the events, spread over three stages.
fn journey(columns: &Columns) -> Journey {
    let stages = ["Look", "Choose", "Buy"].map(str::to_owned).to_vec();
    let cards = columns.events.iter().zip(0..).map(|(event, number)| (number % 3 + 1, vec![event.clone()]));
    fixture::build(stages, cards.collect(), &[(1, 2), (2, 3), (3, 1)], Lifecycle::NonLinear)
}

fn title(columns: &Columns, node: Node) -> String {
    let Node::Touchpoint(id) = node else { panic!("{node:?} is no touchpoint") };
    columns.events[id.0 as usize - 1].clone()
}

#[test]
fn moves_are_the_known_directly_follows_counts() {
    let log = log();
    let columns = columns(&log);
    let question = Question {
        unit: Unit::Visits,
        repeats: Repeats::Keep,
        window: None,
        ..Question::new(Level::Touchpoint)
    };
    let overlay = overlay(&columns, &journey(&columns), &question, None);
    let known: Value =
        serde_json::from_reader(file("tests/data/ecommerce_clickstream.expected.json")).unwrap();

    let mut expected: Vec<(String, String, u64)> = known["dfg"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| {
            let text = |name: &str| edge[name].as_str().unwrap().to_owned();
            (text("from"), text("to"), edge["count"].as_u64().unwrap())
        })
        .collect();
    expected.sort_unstable();
    let mut found: Vec<_> = overlay
        .edges
        .iter()
        .filter(|flow| flow.moved > 0)
        .map(|flow| (title(&columns, flow.from), title(&columns, flow.to), flow.moved))
        .collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(found.len() as u64, known["dfg_edges"].as_u64().unwrap());
    assert_eq!(found.iter().map(|edge| edge.2).sum::<u64>(), known["transitions"].as_u64().unwrap());
    assert_eq!((overlay.coverage.matched, overlay.coverage.total), (31_106, 31_106));
}

#[test]
fn ties_are_the_known_ones_that_lie_on_different_touchpoints() {
    let log = log();
    let columns = columns(&log);
    let overlay = overlay(&columns, &journey(&columns), &Question::new(Level::Touchpoint), None);
    let same_instant: Vec<_> = log
        .values()
        .flat_map(|interactions| interactions.windows(2))
        .filter(|two| two[0].0 == two[1].0)
        .collect();
    let known: Value =
        serde_json::from_reader(file("tests/data/ecommerce_clickstream.expected.json")).unwrap();
    assert_eq!(same_instant.len() as u64, known["timestamp_ties"].as_u64().unwrap());
    let apart = same_instant.iter().filter(|two| two[0].1 != two[1].1).count();
    assert_eq!((overlay.ties, apart), (134, 134));
}

#[test]
fn whole_overlays_are_those_of_the_second_reading() {
    let columns = columns(&log());
    let journey = journey(&columns);
    for level in [Level::Stage, Level::Touchpoint] {
        for mode in [Mode::Next, Mode::Eventual] {
            for (unit, window) in [(Unit::Customers, Some(7 * DAY)), (Unit::Visits, None)] {
                let question = Question { unit, mode, window, ..Question::new(level) };
                let found = overlay(&columns, &journey, &question, None);
                let reading = Reading::of(&columns, &journey, &question, None);
                assert_same(&found, &reading.overlay(&journey));
            }
        }
    }
}

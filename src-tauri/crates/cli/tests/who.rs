//! `touchline who`: each number of the overlay lists as many customers, in every way of asking.

mod program;

use serde_json::Value;
use tempfile::TempDir;

use program::{json, run, sample};

/// How many customers a class of a node's entrants has, after seeing that as many keys are listed in order.
fn count(folder: &TempDir, map: &str, question: &[&str], node: &str, class: &str, to: Option<&str>) -> u64 {
    let mut arguments = vec!["who", "s.touchline", "--map", map, "--node", node, "--class", class, "--json"];
    arguments.extend(question);
    if let Some(to) = to {
        arguments.extend(["--to", to]);
    }
    let who = json(folder, &arguments);
    let keys: Vec<&str> =
        who["customers"].as_array().expect("a list").iter().map(|key| key.as_str().expect("a key")).collect();
    assert!(keys.is_sorted(), "{arguments:?}");
    let count = who["count"].as_u64().expect("a count");
    assert_eq!(keys.len() as u64, count, "{arguments:?}");
    let mut distinct = keys.clone();
    distinct.dedup();
    assert_eq!(who["distinct"], distinct.len(), "{arguments:?}");
    count
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a count")
}

#[test]
fn who_agrees_with_the_overlay() {
    let folder = sample();
    let ways: [&[&str]; 5] = [
        &["--level", "stage"],
        &["--level", "stage", "--unit", "visits", "--mode", "eventual", "--window", "7d"],
        &["--level", "touchpoint", "--mode", "eventual", "--segment", "Loyal customers"],
        &["--level", "stage", "--from", "2024-02-01", "--until", "2024-04-01"],
        &["--level", "stage", "--window", "none", "--repeats", "keep", "--persona", "Lena, loyal regular"],
    ];
    let maps = json(&folder, &["maps", "s.touchline", "--json"]);
    let map = maps[0]["title"].as_str().expect("a title");
    for question in ways {
        let mut arguments = vec!["overlay", "s.touchline", "--map", map, "--json"];
        arguments.extend(question);
        let overlay = json(&folder, &arguments);
        for node in overlay["nodes"].as_array().expect("nodes").iter().take(4) {
            let name = node["name"].as_str().expect("a name");
            let listed = |class| count(&folder, map, question, name, class, None);
            assert_eq!(listed("all"), number(&node["entered"]), "{name}");
            for class in ["in_progress", "returned_late", "dropped", "matured"] {
                assert_eq!(listed(class), number(&node[class]), "{name} {class}");
            }
            // Who has had all the time has moved on or is lost.
            assert_eq!(listed("matured_moved") + listed("lost"), number(&node["matured"]), "{name}");
            for (class, part) in
                [("returned_late_elsewhere", "returned_late"), ("dropped_elsewhere", "dropped")]
            {
                assert_eq!(listed(class), number(&node["elsewhere"][part]), "{name} {class}");
            }
            assert_eq!(listed("lost"), number(&node["dropped"]) + number(&node["returned_late"]), "{name}");
            let moved = node["moved"].as_object().expect("moves").values().map(number).sum::<u64>();
            assert_eq!(listed("moved"), moved, "{name}");
        }
        for edge in overlay["edges"].as_array().expect("edges").iter().step_by(5) {
            let [from, to] = ["from", "to"].map(|end| edge[end].as_str().expect("a name"));
            let listed = |class| count(&folder, map, question, from, class, Some(to));
            assert_eq!(listed("moved"), number(&edge["moved"]), "{from} {to}");
            assert_eq!(listed("matured_moved"), number(&edge["matured_moved"]), "{from} {to}");
        }
    }
}

#[test]
fn who_is_lost_to_a_small_map_was_busy_elsewhere() {
    let folder = sample();
    let overlay =
        json(&folder, &["overlay", "s.touchline", "--map", "Checkout", "--level", "touchpoint", "--json"]);
    assert!(overlay["coverage"].as_f64().expect("a share") < 0.8);
    let (mut lost, mut busy) = (0, 0);
    for node in overlay["nodes"].as_array().expect("nodes") {
        lost += number(&node["dropped"]) + number(&node["returned_late"]);
        busy += number(&node["elsewhere"]["dropped"]) + number(&node["elsewhere"]["returned_late"]);
    }
    assert!(busy * 2 > lost && busy <= lost, "{busy} of {lost}");
}

#[test]
fn a_date_after_to_ends_the_range() {
    let folder = sample();
    let maps = json(&folder, &["maps", "s.touchline", "--json"]);
    let [map, from, to] = [&maps[0]["title"], &maps[0]["stages"][0], &maps[0]["stages"][1]]
        .map(|each| each.as_str().expect("a title"));
    let by = |range: &[&str]| count(&folder, map, range, from, "moved", Some(to));
    assert_eq!(by(&["--to", "2024-03-01"]), by(&["--until", "2024-03-01"]));
    assert!(by(&["--to", "2024-03-01"]) < by(&[]));
}

#[test]
fn what_cannot_be_listed_says_why() {
    let folder = sample();
    let maps = json(&folder, &["maps", "s.touchline", "--json"]);
    let map = maps[0]["title"].as_str().expect("a title");
    let stage = maps[0]["stages"][0].as_str().expect("a stage");
    let fails = |code: i32, arguments: &[&str]| {
        let mut all = vec!["who", "s.touchline", "--map", map];
        all.extend(arguments);
        let output = run(&folder, &all);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        said
    };
    let nowhere = fails(1, &["--node", "Nowhere", "--class", "all"]);
    assert!(nowhere.contains("no stage “Nowhere”"), "{nowhere}");
    let odd = fails(2, &["--node", stage, "--class", "dropped", "--to", stage]);
    assert!(odd.contains("--to goes with"), "{odd}");
    let late = fails(1, &["--node", stage, "--class", "moved", "--to", "Nowhere"]);
    assert!(late.contains("no stage “Nowhere”"), "{late}");
    let both = fails(2, &["--node", stage, "--class", "all", "--segment", "A", "--persona", "B"]);
    assert!(both.contains("--persona"), "{both}");
    let stranger = fails(1, &["--node", stage, "--class", "all", "--persona", "Nobody"]);
    assert!(stranger.contains("no persona “Nobody”"), "{stranger}");
}

#[test]
fn a_list_is_written_as_csv_with_as_many_rows() {
    let folder = sample();
    let maps = json(&folder, &["maps", "s.touchline", "--json"]);
    let map = maps[0]["title"].as_str().expect("a title");
    let question = ["--level", "stage", "--unit", "visits"];
    let mut overlay = vec!["overlay", "s.touchline", "--map", map, "--json"];
    overlay.extend(question);
    let node = json(&folder, &overlay)["nodes"][0]["name"].as_str().expect("a name").to_owned();
    let mut who = vec!["who", "s.touchline", "--map", map, "--node", &node, "--class", "all", "--json"];
    who.extend(question);
    who.extend(["--csv", "list.csv"]);
    let count = number(&json(&folder, &who)["count"]);
    let text = std::fs::read_to_string(folder.path().join("list.csv")).expect("a file");
    let mut lines = text.split("\r\n");
    assert!(lines.next().expect("a heading").starts_with("key,name,entered,"));
    assert_eq!(lines.filter(|line| !line.is_empty()).count() as u64, count);
    assert!(text.contains("Z,"), "instants are those of programs");
}

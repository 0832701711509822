//! `touchline funnel`, `variants` and `paths`.

mod program;

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use program::{json, run, sample};

/// The worked example of the definitions: six customers on a map of three stages.
fn example() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let log = "customer,event,time\n\
        c1,ad,2024-01-01\nc1,page,2024-01-02\nc1,demo,2024-01-04\nc1,order,2024-01-09\n\
        c2,ad,2024-01-01\nc2,order,2024-01-05\n\
        c3,ad,2024-01-01\nc3,page,2024-01-15\n\
        c4,ad,2024-01-03\n\
        c5,ad,2024-01-25\n\
        c6,ad,2024-01-24\nc6,demo,2024-01-26\n";
    fs::write(folder.path().join("log.csv"), log).expect("written");
    json(&folder, &["new", "w.touchline", "--timezone", "UTC", "--json"]);
    json(&folder, &["import", "interactions", "w.touchline", "log.csv", "--json"]);
    let stages = r#"Aware: ad; "Consider > compare": page, demo; Buy: order"#;
    json(&folder, &["discover", "w.touchline", "--title", "Map", "--stages", stages, "--json"]);
    folder
}

fn numbers(report: &Value, field: &str) -> Vec<u64> {
    let steps = report["steps"].as_array().expect("steps");
    steps.iter().map(|step| step[field].as_u64().expect("a count")).collect()
}

#[test]
fn the_funnel_of_the_worked_example_is_six_three_one() {
    let folder = example();
    let funnel = |more: &[&str]| {
        let plain = ["funnel", "w.touchline", "--map", "Map", "--cutoff", "2024-01-30", "--json"];
        json(&folder, &[&plain[..], more].concat())
    };
    let steps = r#"Aware > "Consider > compare" > Buy"#;
    let report = funnel(&["--steps", steps, "--window", "30d"]);
    assert_eq!(numbers(&report, "reached"), [6, 3, 1]);
    assert_eq!(report["steps"][1]["name"], "Consider > compare");
    assert_eq!(report["steps"][1]["of_before"]["n"], 6);
    assert_eq!(
        (&report["question"]["window"], &report["question"]["level"]),
        (&"30d".into(), &"stage".into())
    );
    let sooner = funnel(&["--steps", steps, "--window", "10d"]);
    assert_eq!(numbers(&sooner, "reached"), [6, 2, 1]);
    assert_eq!((numbers(&sooner, "under_way"), numbers(&sooner, "lost")), (vec![1, 1, 0], vec![3, 0, 0]));
    let optional = funnel(&["--steps", r#"Aware > ["Consider > compare"] > Buy"#]);
    assert_eq!((numbers(&optional, "reached"), numbers(&optional, "itself")), (vec![6, 4, 2], vec![6, 3, 2]));
    let without = funnel(&["--steps", r#"Aware > !"Consider > compare" > Buy"#]);
    assert_eq!(numbers(&without, "reached"), [6, 1]);
    assert_eq!(without["steps"][0]["not_then"][0], "Consider > compare");
    // What is no stage is looked for among the touchpoints.
    let touchpoints = funnel(&["--steps", "ad > page"]);
    assert_eq!(touchpoints["question"]["level"], "touchpoint");
    assert_eq!(numbers(&touchpoints, "reached"), [6, 2]);
}

#[test]
fn whoever_reaches_a_step_goes_on_or_is_under_way_or_lost() {
    let folder = sample();
    let maps = json(&folder, &["maps", "s.touchline", "--json"]);
    let stages: Vec<&str> =
        maps[0]["stages"].as_array().expect("stages").iter().filter_map(Value::as_str).collect();
    let steps = stages.join(" > ");
    let map = maps[0]["title"].as_str().expect("a title");
    let report = json(&folder, &["funnel", "s.touchline", "--map", map, "--steps", &steps, "--json"]);
    let [reached, under_way, lost] = ["reached", "under_way", "lost"].map(|field| numbers(&report, field));
    assert!(reached.len() == stages.len() && reached[0] > 100, "{report}");
    for step in 0..reached.len() {
        let next = reached.get(step + 1).unwrap_or(&reached[step]);
        assert_eq!(reached[step], next + under_way[step] + lost[step], "{report}");
    }
}

#[test]
fn variants_add_up() {
    let folder = example();
    let report =
        json(&folder, &["variants", "w.touchline", "--map", "Map", "--length", "2", "--top", "1", "--json"]);
    assert_eq!((&report["customers"], &report["variants"]), (&6.into(), &3.into()));
    let top = &report["top"][0];
    assert_eq!(top["nodes"], serde_json::json!(["Aware", "Consider > compare"]));
    assert_eq!((&top["count"], &top["went_on"], &report["others"]), (&3.into(), &1.into(), &3.into()));
    assert_eq!(report["coverage"], 0.5);
}

#[test]
fn paths_lead_from_a_node_or_to_one() {
    let folder = example();
    let paths = |more: &[&str]| {
        json(&folder, &[&["paths", "w.touchline", "--map", "Map", "--json"][..], more].concat())
    };
    let from = paths(&["--from", "Aware", "--cutoff", "2024-01-30", "--window", "10d"]);
    assert_eq!((&from["tree"]["count"], &from["tree"]["ended"]), (&6.into(), &3.into()));
    assert_eq!(from["tree"]["branches"][0]["name"], "Consider > compare");
    assert_eq!(from["tree"]["branches"][0]["branches"][0]["name"], "Buy");
    let to = paths(&["--to", "order", "--depth", "1"]);
    assert_eq!(to["toward"], "before");
    assert_eq!(to["tree"]["count"], 2);
    let names: Vec<&Value> =
        to["tree"]["branches"].as_array().expect("branches").iter().map(|each| &each["name"]).collect();
    assert_eq!(names, ["ad", "demo"]);
    // A date where no node is meant is an end of the range.
    let later = paths(&["--from", "2024-01-04", "--to", "Consider > compare"]);
    assert_eq!(later["tree"]["count"], 2);
    assert_eq!(paths(&["--to", "Buy", "--since", "2024-01-06"])["tree"]["count"], 1);
}

#[test]
fn wrong_steps_are_refused_and_said() {
    let folder = example();
    for (arguments, says) in [
        (&["funnel", "w.touchline", "--map", "Map", "--steps", "Aware > !Buy"][..], "Title > [Title]"),
        (&["funnel", "w.touchline", "--map", "Map", "--steps", "Aware > Nowhere"], "Nowhere"),
        (&["paths", "w.touchline", "--map", "Map"], "--from"),
        (&["paths", "w.touchline", "--map", "Map", "--from", "2024-01-01"], "--from or --to"),
        (
            &["paths", "w.touchline", "--map", "Map", "--from", "Aware", "--to", "Buy"],
            "from one node or to one",
        ),
    ] {
        let output = run(&folder, arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() != Some(0) && said.contains(says), "{arguments:?}: {said}");
    }
}

#[test]
fn people_read_them_too() {
    let folder = example();
    let said = |arguments: &[&str]| String::from_utf8_lossy(&run(&folder, arguments).stdout).into_owned();
    let funnel = said(&["funnel", "w.touchline", "--map", "Map", "--steps", "ad > order"]);
    assert!(funnel.contains("of before") && funnel.contains("33.3 %"), "{funnel}");
    let variants = said(&["variants", "w.touchline", "--map", "Map", "--length", "2"]);
    assert!(variants.contains("Aware > Consider > compare > …"), "{variants}");
    let paths = said(&["paths", "w.touchline", "--map", "Map", "--from", "ad"]);
    assert!(paths.contains("        6  ad") && paths.contains("(no further)"), "{paths}");
}

//! `touchline account` and `touchline drivers`: beside the overlay and the lists of people that they must agree with.

mod program;

use serde_json::Value;
use tempfile::TempDir;

use program::{json, sample};

const MAP: &str = "Shop journey";

fn ask(folder: &TempDir, command: &str, rest: &[&str]) -> Value {
    json(folder, &[&[command, "s.touchline", "--map", MAP, "--json"], rest].concat())
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a count")
}

fn share(value: &Value) -> f64 {
    value.as_f64().expect("a share")
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn sum(all: &Value, of: &str) -> u64 {
    list(all).iter().map(|each| number(&each[of])).sum()
}

#[test]
fn an_account_agrees_with_the_overlay() {
    let folder = sample();
    for (level, node, to) in [("stage", "Consideration", "Purchase"), ("touchpoint", "Cart", "Product page")]
    {
        for mode in ["next", "eventual"] {
            let question = ["--level", level, "--mode", mode, "--unit", "visits", "--window", "1d"];
            let overlay = ask(&folder, "overlay", &question);
            let of = [&["--node", node, "--to", to], &question[..]].concat();
            let account = ask(&folder, "account", &of);
            let same = |each: &&Value| each["name"] == node;
            assert_eq!(Some(&account["account"]), list(&overlay["nodes"]).iter().find(same));
            let same = |each: &&Value| each["from"] == node && each["to"] == to;
            assert_eq!(Some(&account["flow"]), list(&overlay["edges"]).iter().find(same));
            assert_eq!(account["seconds"], account["flow"]["seconds"]);
            assert_eq!(sum(&account["histogram"], "count"), number(&account["flow"]["moved"]));
            assert_eq!(sum(&account["after"], "dropped"), number(&account["account"]["dropped"]));
            assert_eq!(sum(&account["after"], "returned_late"), number(&account["account"]["returned_late"]));
            // By visits nobody counts in two periods.
            assert_eq!(sum(&account["trend"], "entered"), number(&account["account"]["entered"]));
        }
    }
}

#[test]
fn a_period_is_the_question_about_it_alone() {
    let folder = sample();
    let account = ask(&folder, "account", &["--level", "touchpoint", "--node", "Payment", "--by", "month"]);
    let months = list(&account["trend"]);
    assert_eq!(months.len(), 6);
    for month in months {
        let [from, to] = ["from", "to"].map(|end| month[end].as_str().expect("an instant"));
        let alone = ask(&folder, "overlay", &["--level", "touchpoint", "--from", from, "--until", to]);
        let payment = list(&alone["nodes"]).iter().find(|each| each["name"] == "Payment").expect("a node");
        assert_eq!((&month["entered"], &month["rate"]), (&payment["entered"], &payment["drop_off"]));
    }
    // The data end in the last month, so that some who came then still have time.
    assert_eq!(months.last().map(|month| &month["open"]), Some(&Value::Bool(true)));
    assert_eq!(months[0]["open"], false);
}

#[test]
fn the_payment_incident_is_seen_in_the_weeks() {
    let folder = sample();
    let of = ["--level", "touchpoint", "--node", "Payment", "--unit", "visits", "--window", "1d"];
    let weeks = |to: &str| ask(&folder, "account", &[&of[..], &["--to", to, "--by", "week"]].concat());
    // From 19 May to 7 June 2024, as the sample has it: Monday 20 May and the two weeks after.
    let is_incident = |from: &str| ("2024-05-20".."2024-06-10").contains(&&from[..10]);
    let rates = |account: &Value, wanted: bool| {
        let told = |week: &Value| {
            let from = week["from"].as_str().expect("an instant");
            (is_incident(from) == wanted && number(&week["entered"]) >= 10)
                .then(|| share(&week["rate"]["rate"]))
        };
        list(&account["trend"]).iter().filter_map(told).collect::<Vec<_>>()
    };
    let trouble = weeks("Payment trouble");
    let least = |rates: Vec<f64>| rates.into_iter().fold(1.0, f64::min);
    let most = |rates: Vec<f64>| rates.into_iter().fold(0.0, f64::max);
    assert!(least(rates(&trouble, true)) > most(rates(&trouble, false)), "{:?}", trouble["trend"]);
    assert_eq!(rates(&trouble, true).len(), 3);
}

#[test]
fn drivers_agree_with_the_lists_of_people() {
    let folder = sample();
    let of = ["--level", "touchpoint", "--node", "Cart"];
    let drivers = ask(&folder, "drivers", &of);
    let overlay = ask(&folder, "overlay", &["--level", "touchpoint"]);
    let cart = list(&overlay["nodes"]).iter().find(|each| each["name"] == "Cart").expect("a node");
    assert_eq!(drivers["all"]["n"], cart["matured"]);
    assert!(number(&drivers["compared"]) >= list(&drivers["drivers"]).len() as u64);
    for each in list(&drivers["drivers"]) {
        for side in ["with", "without"] {
            assert!(number(&each[side]["n"]) >= 30, "{each}");
        }
        let sum = |of: &str| number(&each["with"][of]) + number(&each["without"][of]);
        assert_eq!(
            (sum("moved"), sum("n")),
            (number(&drivers["all"]["moved"]), number(&drivers["all"]["n"]))
        );
        let [low, ratio, high] = ["low", "odds_ratio", "high"].map(|part| share(&each[part]));
        assert!(low < ratio && ratio < high, "{each}");
        assert!(each["clear"] == false || low > 1.0 || high < 1.0, "{each}");
    }
    assert!(list(&drivers["drivers"]).iter().any(|each| each["attribute"] == "user_cohort"));
    assert!(list(&drivers["drivers"]).iter().any(|each| each["earlier_touchpoint"] == "Home page"));
}

#[test]
fn what_was_done_next_is_told_for_people_too() {
    let folder = sample();
    let output = program::run(
        &folder,
        &[
            "account",
            "s.touchline",
            "--map",
            MAP,
            "--level",
            "touchpoint",
            "--node",
            "Review",
            "--by",
            "week",
        ],
    );
    let told = String::from_utf8_lossy(&output.stdout);
    for line in ["Review: entered", "time taken", "drop-off", "did next", "nothing"] {
        assert!(told.contains(line), "{line} is not in {told}");
    }
    let drivers = program::run(&folder, &["drivers", "s.touchline", "--map", MAP, "--node", "Consideration"]);
    assert!(String::from_utf8_lossy(&drivers.stdout).contains("none of them a cause"));
}

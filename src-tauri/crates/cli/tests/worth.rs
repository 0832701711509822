//! What values mean, metrics and what is at stake, on purchases that are known.

mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use program::{json, run, sample};

const MAP: &str = "Customer journey";

/// The purchases of each customer: the day, and the amount in cents.
type Purchases = BTreeMap<String, Vec<(String, i64)>>;

/// A workspace with the purchases of the sample of CDNOW, and what these are.
fn cdnow() -> (TempDir, Purchases) {
    let folder = TempDir::new().expect("a folder");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/cdnow_sample.csv");
    json(&folder, &["new", "w.touchline", "--json"]);
    let imported = json(&folder, &["import", "purchases", "w.touchline", source, "--json"]);
    assert_eq!([&imported["imported"], &imported["rejected"]], [6919, 0]);
    assert_eq!(imported["new_customers"], 2357);
    let mut purchases = Purchases::new();
    for line in fs::read_to_string(source).expect("the data").lines().skip(1) {
        let [customer, day, _, amount] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let cents = (amount.parse::<f64>().expect("an amount") * 100.0).round() as i64;
        purchases.entry(customer.to_owned()).or_default().push((day.to_owned(), cents));
    }
    (folder, purchases)
}

fn map_of(folder: &TempDir) -> String {
    let maps = json(folder, &["maps", "w.touchline", "--json"]);
    maps[0]["title"].as_str().unwrap_or(MAP).to_owned()
}

fn metrics(folder: &TempDir, options: &[&str]) -> Value {
    let map = map_of(folder);
    json(folder, &[&["metrics", "w.touchline", "--map", &map, "--json"], options].concat())
}

#[test]
fn buyers_are_summarised_as_fader_and_hardie_do() {
    let (folder, _) = cdnow();
    let buyers = metrics(&folder, &["--buyers", "--cutoff", "1997-09-30"]);
    let found: BTreeMap<String, [f64; 4]> = buyers
        .as_array()
        .expect("a list")
        .iter()
        .map(|each| {
            let number = |part: &str| each[part].as_f64().expect("a number");
            let key = each["customer"].as_str().expect("a key").to_owned();
            (key, ["frequency", "recency", "age", "mean"].map(number))
        })
        .collect();
    let expected = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/cdnow_summary.csv"));
    let expected = expected.expect("the data");
    assert_eq!(found.len(), 2357);
    for line in expected.lines().skip(1) {
        let parts: Vec<&str> = line.split(',').collect();
        let number = |at: usize| parts[at].parse::<f64>().expect("a number");
        let [frequency, recency, age, mean] = found[parts[0]];
        assert!((frequency - number(1)).abs() < 1e-9, "{line}");
        assert!((recency / 7.0 - number(2)).abs() < 0.006, "{line}: {recency}");
        assert!((age / 7.0 - number(3)).abs() < 0.006, "{line}: {age}");
        assert!((mean - number(4)).abs() < 0.006, "{line}: {mean}");
    }
    assert_eq!(expected.lines().count() - 1, found.len());
}

#[test]
fn bg_nbd_fits_as_it_was_published() {
    let (folder, _) = cdnow();
    let found = metrics(&folder, &["--cutoff", "1997-09-30"]);
    let parameters = &found["projection"]["parameters"];
    // Fader, Hardie and Lee (2005), and for Gamma-Gamma the note of Fader and Hardie (2013).
    for (name, published) in [
        ("r", 0.243),
        ("alpha", 4.414),
        ("a", 0.793),
        ("b", 2.426),
        ("p", 6.25),
        ("q", 3.74),
        ("gamma", 15.45),
    ] {
        let fitted = parameters[name].as_f64().expect("a parameter");
        assert!((fitted / published - 1.0).abs() < 0.01, "{name}: {fitted}, published {published}");
    }
    assert_eq!([&found["projection"]["buyers"], &found["projection"]["repeaters"]], [2357, 946]);
}

#[test]
fn retention_and_revenue_are_as_counted_by_hand() {
    let (folder, purchases) = cdnow();
    let found = metrics(&folder, &["--from", "1997-07-01", "--to", "1997-10-01"]);
    assert_eq!(found["activity"], "purchases");
    // The period has 92 days; so has the time before it.
    let active = |from: &str, to: &str| -> BTreeSet<&str> {
        let within = |day: &str| day >= from && day < to;
        let is_active = |all: &[(String, i64)]| all.iter().any(|(day, cents)| within(day) && *cents >= 0);
        purchases.iter().filter(|(_, all)| is_active(all)).map(|(key, _)| key.as_str()).collect()
    };
    let (start, now) = (active("1997-03-31", "1997-07-01"), active("1997-07-01", "1997-10-01"));
    let ever = active("1997-01-01", "1997-07-01");
    let (kept, others) = (&start & &now, &now - &start);
    let (back, fresh) = (&others & &ever, &others - &ever);
    for (name, option, expected) in [
        ("at_start", "at-start", &start),
        ("active", "active", &now),
        ("kept", "kept", &kept),
        ("fresh", "fresh", &fresh),
        ("won_back", "won-back", &back),
    ] {
        assert_eq!(found[name], expected.len(), "{name}");
        let who = metrics(&folder, &["--from", "1997-07-01", "--to", "1997-10-01", "--who", option]);
        let listed: BTreeSet<&str> =
            who["customers"].as_array().expect("keys").iter().filter_map(Value::as_str).collect();
        assert_eq!(listed, *expected, "{name}");
        assert_eq!(who["count"], expected.len());
    }
    assert!(kept.len() > 100 && back.len() > 10, "the period says something");
    let rate = found["retention"]["rate"].as_f64().expect("a rate");
    assert!((rate - kept.len() as f64 / start.len() as f64).abs() < 1e-12);
    let within = |day: &str| ("1997-07-01".."1997-10-01").contains(&day);
    let spent: Vec<i64> =
        purchases.values().flatten().filter(|(day, _)| within(day)).map(|(_, cents)| *cents).collect();
    let sum = spent.iter().sum::<i64>() as f64 / 100.0;
    assert!((found["revenue"]["sum"].as_f64().expect("a sum") - sum).abs() < 1e-6);
    let lifetime = &found["lifetime"];
    let part = |name: &str| lifetime[name].as_f64().expect("a part");
    let product = part("purchase_value") * part("purchases_per_year") * part("years");
    assert!((part("value") - product).abs() < 1e-9 * product);
    let years = 92.0 / 365.2425 / (1.0 - rate);
    assert!((part("years") / years - 1.0).abs() < 1e-9);
}

#[test]
fn what_values_mean_can_be_said_and_taken_back() {
    let folder = TempDir::new().expect("a folder");
    json(&folder, &["new", "w.touchline", "--json"]);
    let answers = "customer,event,time,value\na,Answer,2024-01-02,10\nb,Answer,2024-01-03,9\nb,Answer,2024-01-04,3\nc,Answer,2024-01-05,11\n";
    fs::write(folder.path().join("answers.csv"), answers).expect("a file");
    json(&folder, &["import", "interactions", "w.touchline", "answers.csv", "--json"]);
    let said = json(&folder, &["means", "w.touchline", "--event", "Answer", "--as", "nps", "--json"]);
    assert_eq!(said[0]["meaning"], "nps");
    let score = metrics(&folder, &["--activity", "contacts"])["scores"][0].clone();
    // The last answers of a and b are 10 and 3; 11 is off the scale.
    assert_eq!([&score["answered"], &score["good"], &score["bad"], &score["off_scale"]], [2, 1, 1, 1]);
    assert_eq!(score["figure"], 0.0);
    json(&folder, &["means", "w.touchline", "--event", "Answer", "--as", "nothing", "--json"]);
    assert_eq!(metrics(&folder, &[])["scores"].as_array().map(Vec::len), Some(0));
    let refused = run(&folder, &["means", "w.touchline", "--event", " ", "--as", "nps"]);
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn what_is_at_stake_is_counted_from_the_lists_of_people() {
    let folder = sample();
    let who = |node: &str, class: &str| -> Vec<String> {
        let options = ["--map", "Shop journey", "--node", node, "--class", class, "--until", "2024-03-01"];
        let found = json(&folder, &[&["who", "s.touchline"], &options[..], &["--json"]].concat());
        found["customers"]
            .as_array()
            .expect("keys")
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    };
    // Everybody buys at the end of the data: what a key says, within the horizon of whoever entered before.
    let everybody = json(&folder, &["segment", "s.touchline", "--text", "everybody", "--json"]);
    let amount = |key: &str| key.bytes().map(i64::from).sum::<i64>() % 90 - 5;
    let mut purchases = "customer,date,amount\n".to_owned();
    for key in everybody["customers"].as_array().expect("keys").iter().filter_map(Value::as_str) {
        let _ = writeln!(purchases, "{key},2024-05-15,{}", amount(key));
    }
    fs::write(folder.path().join("purchases.csv"), purchases).expect("a file");
    json(&folder, &["import", "purchases", "s.touchline", "purchases.csv", "--event", "Paid", "--json"]);
    let options =
        ["--map", "Shop journey", "--until", "2024-03-01", "--horizon", "300d", "--cutoff", "2025-12-31"];
    let told = json(&folder, &[&["value", "s.touchline"], &options[..], &["--json"]].concat());
    let nodes = told["nodes"].as_array().expect("nodes");
    let mut compared = 0;
    for node in nodes.iter().filter(|node| node["value"].is_number()) {
        let name = node["name"].as_str().expect("a name");
        let (matured, lost) = (who(name, "matured"), who(name, "lost"));
        let moved: Vec<&String> = matured.iter().filter(|key| !lost.contains(key)).collect();
        let mean =
            |keys: &[&String]| keys.iter().map(|key| amount(key)).sum::<i64>() as f64 / keys.len() as f64;
        let expected = lost.len() as f64 * (mean(&moved) - mean(&lost.iter().collect::<Vec<_>>()));
        let value = node["value"].as_f64().expect("a value");
        assert!(
            (value - expected).abs() < 1e-6 * expected.abs().max(1.0),
            "{name}: {value}, by hand {expected}"
        );
        assert_eq!(node["lost"], lost.len(), "{name}");
        compared += 1;
    }
    assert!(compared > 2, "some stages lose customers");
    let values: Vec<f64> = nodes.iter().filter_map(|node| node["value"].as_f64()).collect();
    assert!(values.is_sorted_by(|one, other| one >= other), "the most first");
}

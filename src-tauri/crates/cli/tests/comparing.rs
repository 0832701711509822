//! `touchline compare`: beside two overlays counted apart, by a calculation of its own.

mod program;

use std::fs;

use serde_json::Value;

use program::{json, run, sample};

const MAP: &str = "Shop journey";

/// The ends of Newcombe's interval, from the rates as the overlays tell them.
fn newcombe(first: &Value, second: &Value) -> [f64; 2] {
    let [part, other] =
        [first, second].map(|rate| ["rate", "low", "high"].map(|part| rate[part].as_f64().expect("a share")));
    let ([p, low, high], [q, below, above]) = (part, other);
    let reach = |one: f64, two: f64| (one.powi(2) + two.powi(2)).sqrt();
    [p - q - reach(p - low, above - q), p - q + reach(high - p, q - below)]
}

#[test]
fn a_comparison_is_that_of_two_overlays() {
    let folder = sample();
    for level in ["stage", "touchpoint"] {
        let overlay = |segment| {
            let question = ["overlay", "s.touchline", "--map", MAP, "--level", level, "--segment", segment];
            json(&folder, &[&question[..], &["--json"]].concat())
        };
        let segments = ["Loyal customers", "Returning customers"];
        let [first, second] = segments.map(overlay);
        let compare = json(
            &folder,
            &[
                "compare",
                "s.touchline",
                "--map",
                MAP,
                "--level",
                level,
                "--segment",
                segments[0],
                "--with-segment",
                segments[1],
                "--json",
            ],
        );
        assert_eq!(compare["shared"], 0);
        assert_eq!(
            [&compare["questions"][0], &compare["questions"][1]],
            [&first["question"], &second["question"]]
        );
        let mut told = 0;
        for edge in compare["edges"].as_array().expect("edges") {
            let same = |each: &&Value| each["from"] == edge["from"] && each["to"] == edge["to"];
            let rates = [&first, &second].map(|overlay| {
                let edges = overlay["edges"].as_array().expect("edges");
                edges.iter().find(same).map_or(Value::Null, |found| found["conversion"].clone())
            });
            let difference = &edge["difference"];
            if rates.iter().any(Value::is_null) {
                continue;
            }
            assert_eq!([&edge["conversion"][0], &edge["conversion"][1]], [&rates[0], &rates[1]]);
            let ends = newcombe(&rates[0], &rates[1]);
            for (end, name) in ends.iter().zip(["low", "high"]) {
                assert!((end - difference[name].as_f64().expect("an end")).abs() < 1e-9, "{edge}");
            }
            if difference["clear"] == true {
                assert!(ends[0] > 0.0 || ends[1] < 0.0, "{edge}");
                assert!(difference["p"].as_f64().expect("a probability") <= 0.05, "{edge}");
            }
            told += 1;
        }
        assert!(told > 3, "{level}: {told}");
        check_times(&compare, [&first, &second]);
    }
}

/// The times of a comparison are the medians of the two overlays, wherever five on both sides took a way.
fn check_times(compare: &Value, overlays: [&Value; 2]) {
    let mut told = 0;
    for edge in compare["edges"].as_array().expect("edges") {
        let same = |each: &&Value| each["from"] == edge["from"] && each["to"] == edge["to"];
        let found = overlays.map(|overlay| overlay["edges"].as_array().expect("edges").iter().find(same));
        let moved = found.map(|flow| flow.map_or(0, |flow| flow["moved"].as_u64().expect("a count")));
        let time = &edge["time"];
        assert_eq!(time.is_null(), moved.iter().any(|&count| count < 5), "{edge} {moved:?}");
        if time.is_null() {
            continue;
        }
        assert_eq!([&time["n"][0], &time["n"][1]], [&moved[0], &moved[1]]);
        let number = |value: &Value| value.as_f64().expect("seconds");
        let medians = found.map(|flow| number(&flow.expect("five took it")["seconds"]["median"]));
        for (side, median) in medians.iter().enumerate() {
            assert!((number(&time["medians"][side]) - median).abs() < 1e-6, "{edge}");
        }
        let [difference, low, high] = ["difference", "low", "high"].map(|name| number(&time[name]));
        assert!((difference - (medians[0] - medians[1])).abs() < 1e-6 && low <= high, "{edge}");
        assert_eq!(time["clear"], low > 0.0 || high < 0.0, "{edge}");
        told += 1;
    }
    assert!(told > 3, "{told}");
}

#[test]
fn periods_and_all_others_are_compared_and_wrong_usage_is_told() {
    let folder = sample();
    let compare =
        |more: &[&str]| run(&folder, &[&["compare", "s.touchline", "--map", MAP][..], more].concat());
    let text = |more: &[&str]| {
        let output = compare(more);
        assert_eq!(output.status.code(), Some(0), "{more:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let others = text(&["--segment", "Loyal customers"]);
    assert!(others.starts_with("Loyal customers compared with all but Loyal customers\n"), "{others}");
    let periods =
        text(&["--everybody", "--from", "2024-05-01", "--to", "2024-06-01", "--with-to", "2024-05-01"]);
    assert!(
        periods.starts_with("everybody (2024-05-01T00:00:00Z to 2024-06-01T00:00:00Z) compared with"),
        "{periods}"
    );
    let shared = text(&["--segment", "Loyal customers", "--with-segment", "Loyal customers"]);
    assert!(shared.contains("would be on both sides"), "{shared}");
    for wrong in [
        &["--everybody"][..],
        &["--everybody", "--to", "2024-05-01", "--with-to", "2024-04-01"],
        &["--with-segment", "Loyal customers", "--with-from", "2024-04-01"],
    ] {
        let output = compare(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{wrong:?}");
    }
    assert_eq!(compare(&["--segment", "Nobody of this name"]).status.code(), Some(1));
}

#[test]
fn a_picture_compares_through_its_lens_only() {
    let folder = sample();
    let export = |more: &[&str]| {
        let arguments =
            ["export", "s.touchline", "--map", MAP, "--out", "m.svg", "--segment", "Loyal customers"];
        run(&folder, &[&arguments[..], more].concat())
    };
    assert_eq!(export(&["--lens", "comparison"]).status.code(), Some(0));
    let picture = fs::read_to_string(folder.path().join("m.svg")).expect("a picture");
    assert!(picture.contains("Compared with: all but: Segment: Loyal customers"));
    assert_eq!(export(&["--with-segment", "Returning customers"]).status.code(), Some(2));
}

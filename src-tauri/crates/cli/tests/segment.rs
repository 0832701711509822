//! `touchline segment`: whom a rule is true of, in both ways of writing it.

mod program;

use serde_json::Value;
use tempfile::TempDir;

use program::{json, run, sample};

fn by_text(folder: &TempDir, text: &str) -> Value {
    json(folder, &["segment", "s.touchline", "--text", text, "--json"])
}

fn count(answer: &Value) -> u64 {
    let keys: Vec<&str> =
        answer["customers"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(keys.is_sorted());
    let count = answer["count"].as_u64().expect("a count");
    assert_eq!(keys.len() as u64, count);
    count
}

#[test]
fn both_ways_of_writing_a_rule_give_the_same_customers() {
    let folder = sample();
    let all = count(&by_text(&folder, "everybody"));
    assert_eq!(all, 600);
    let loyal = by_text(&folder, "segment \"Loyal customers\"");
    let attribute = by_text(&folder, "user_lifecycle is LOYAL");
    assert_eq!(loyal, attribute);
    assert!(count(&loyal) > 0);
    let rest = by_text(&folder, "not user_lifecycle is loyal");
    assert_eq!(count(&loyal) + count(&rest), all);
    let rule = r#"{"none":[{"attribute":{"name":"user_lifecycle","test":{"is":"loyal"}}}]}"#;
    assert_eq!(json(&folder, &["segment", "s.touchline", "--rule", rule, "--json"]), rest);
    let plain = run(&folder, &["segment", "s.touchline", "--rule", rule]);
    assert!(String::from_utf8_lossy(&plain.stdout).starts_with(&format!("{} customers\n", count(&rest))));
    let before = ["segment", "s.touchline", "--text", "did anything", "--cutoff", "2000-01-01", "--json"];
    assert_eq!(count(&json(&folder, &before)), 0);
}

#[test]
fn a_bad_rule_is_answered_with_why() {
    let folder = sample();
    for (arguments, code, expected) in [
        (&["--text", "plan is"][..], 2, "this is no rule: at character 8: expected a value, found the end"),
        (&["--rule", "{}"], 2, "this is no rule: "),
        (&["--text", "segment Nobody"], 1, "there is no segment “Nobody”"),
        (&["--text", "user_lifecycle > 3"], 2, "“user_lifecycle” is text"),
        (&["--text", "everybody", "--cutoff", "soon"], 2, "“soon” is not a date or an instant"),
        (&["--text", "everybody", "--rule", "{}"], 2, "cannot be used with"),
        (&[], 2, "required"),
    ] {
        let output = run(&folder, &[&["segment", "s.touchline"], arguments].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(expected) && output.stdout.is_empty(), "{arguments:?}: {said}");
    }
    let misspelt = run(&folder, &["segment", "s.touchline", "--text", "cuntry is NL"]);
    assert_eq!(String::from_utf8_lossy(&misspelt.stderr), "note: no customer has the attribute “cuntry”\n");
    assert_eq!(String::from_utf8_lossy(&misspelt.stdout), "0 customers\n");
}

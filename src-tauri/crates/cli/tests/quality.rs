//! `touchline quality` and `who --flaw`: each flaw lists as many customers as it counts.

mod program;

use std::fs;

use serde_json::Value;

use program::{json, run, sample};

#[test]
fn each_flaw_lists_the_customers_that_it_counts() {
    let folder = sample();
    let rows = "user_id,event,timestamp\nuser_0001,visit,2999-01-01\nUSER_0001,visit,2024-02-01T10:00:00Z\n";
    fs::write(folder.path().join("more.csv"), rows).expect("written");
    json(&folder, &["import", "interactions", "s.touchline", "more.csv", "--json"]);
    let told = json(&folder, &["quality", "s.touchline", "--map", "Shop journey", "--json"]);
    let flaws = told["flaws"].as_array().expect("a list");
    assert!(flaws.len() >= 11, "{told}");
    for flaw in flaws {
        let name = flaw["flaw"].as_str().expect("a name");
        let name = flaw["attribute"].as_str().map_or(name.to_owned(), |lacking| format!("{name}={lacking}"));
        let who = ["who", "s.touchline", "--flaw", &name, "--map", "Shop journey", "--json"];
        assert_eq!(json(&folder, &who)["count"], flaw["customers"], "{flaw}");
        assert_eq!(flaw["effect"].is_object(), flaw["customers"] != 0, "{flaw}");
    }
    let of = |name: &str| flaws.iter().find(|flaw| flaw["flaw"] == name).expect("looked for");
    assert_eq!(of("same-key")["customers"], 2);
    assert_eq!((&of("future")["customers"], &of("future")["interactions"]), (&1.into(), &1.into()));
    // By then everybody's window is over.
    let effect = &of("future")["effect"];
    assert!(effect["changed"].as_u64() > Some(0), "{effect}");
    assert!(effect["before"]["rate"].is_number() && effect["from"].is_string(), "{effect}");

    let plain = json(&folder, &["quality", "s.touchline", "--json"]);
    assert!(plain["flaws"].as_array().expect("a list").iter().all(|flaw| flaw["effect"] == Value::Null));
    let text = run(&folder, &["quality", "s.touchline", "--map", "Shop journey"]);
    let text = String::from_utf8_lossy(&text.stdout);
    assert!(text.contains("rates change, most"), "{text}");
    for wrong in [&["who", "s.touchline", "--flaw", "nonsense"][..], &["who", "s.touchline"]] {
        assert_eq!(run(&folder, wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn customers_with_keys_alike_are_merged_for_good() {
    let folder = sample();
    let rows = "user_id,event,timestamp\nUSER_0001,visit,2024-02-01T10:00:00Z\n";
    fs::write(folder.path().join("more.csv"), rows).expect("written");
    json(&folder, &["import", "interactions", "s.touchline", "more.csv", "--json"]);
    let merge = ["merge-customers", "s.touchline", "--by", "key"];
    let foreseen = json(&folder, &[&merge[..], &["--dry-run", "--json"]].concat());
    assert_eq!((&foreseen["people"], &foreseen["customers"]), (&1.into(), &2.into()));
    assert_eq!(json(&folder, &[&merge[..], &["--dry-run", "--json"]].concat()), foreseen);
    let before = json(&folder, &["quality", "s.touchline", "--json"])["customers"].as_u64();
    assert_eq!(json(&folder, &[&merge[..], &["--json"]].concat()), foreseen);
    let after = json(&folder, &["quality", "s.touchline", "--json"]);
    assert_eq!(after["customers"].as_u64(), before.map(|before| before - 1));
    let flaws = after["flaws"].as_array().expect("a list");
    assert!(flaws.iter().any(|flaw| flaw["flaw"] == "same-key" && flaw["customers"] == 0), "{after}");
    let said = run(&folder, &merge);
    assert!(String::from_utf8_lossy(&said.stdout).starts_with("0 customers are now 0 people"));
}

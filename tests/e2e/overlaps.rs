//! Segments and how they overlap; and customers named in a file, kept as a segment.

use serde_json::Value;
use tests::e2e::{Chooser, Desk, Window, key, until};

const SOURCE: &str = "Choose a file to import";

/// The counts of the columns, once they are there.
fn columns(window: &Window) -> Vec<u64> {
    let script = "return [...document.querySelectorAll('[data-testid=overlap] [data-testid=figure]')]
        .map(each => Number(each.dataset.value))";
    until("the overlaps", || {
        let counts = window.script(script, Vec::new());
        let counts: Vec<u64> = counts.as_array()?.iter().filter_map(Value::as_u64).collect();
        (!counts.is_empty()).then_some(counts)
    })
}

fn listed(window: &Window) -> u64 {
    let script = "return Number(document.querySelector('[data-testid=people-count]')?.dataset.count ?? NaN)";
    until("how many there are", || window.script(script, Vec::new()).as_u64())
}

#[test]
fn overlaps_open_their_people_and_a_file_names_some() {
    let desk = Desk::set();
    let file = desk.sample();
    let keys = desk.document("keys.txt");
    std::fs::write(&keys, "user_0003\nuser_0001\nnobody\n").expect("temp can be written");
    let window = desk.open(Some(&file));
    window.shows("canvas");
    window.press(&[key::CONTROL, '4']);
    window.shows("overlap");
    let counts = columns(&window);
    window.script("document.querySelector('[data-testid=overlaps]').scrollIntoView()", Vec::new());
    window.picture("overlaps");
    for (place, count) in counts.iter().enumerate() {
        let click =
            "document.querySelectorAll('[data-testid=overlap] [data-testid=figure]')[arguments[0]].click()";
        window.script(click, vec![place.into()]);
        assert_eq!(listed(&window), *count);
        window.click("customers-back");
        window.shows("overlap");
    }

    // By the palette.
    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text("customers in a file");
    window.shows("offer-list_file");
    window.press(&[key::ENTER]);
    Chooser::titled(&desk, SOURCE).choose(&keys);
    window.reads("customers-title", |text| text.contains("keys.txt") && text.contains("1 key"));
    assert_eq!(listed(&window), 2);
    window.picture("keys-of-a-file");
    window.close();

    let path = file.to_string_lossy();
    let told = desk.touchline(["overlaps", &path, "--json"]);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let same: Vec<u64> = told["overlaps"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|overlap| overlap["customers"].as_u64())
        .collect();
    assert_eq!(counts, same);
    assert_eq!(told["customers"].as_u64(), Some(counts.iter().sum()));
    let named = desk.touchline(["segment", &path, "--keys", &keys.to_string_lossy(), "--json"]);
    let named: Value = serde_json::from_str(&named).expect("JSON");
    assert_eq!(named["count"], 2);
}

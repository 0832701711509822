//! What customers answered to a survey, beside what is felt on the map.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::exporting::export;
use crate::map;

/// How satisfied the customers of the sample were with the support chat, 4 or 5 of 5, and with reviewing, 4 of 5.
fn answers(desk: &Desk, file: &Path) -> PathBuf {
    let everybody = ["segment", &file.to_string_lossy(), "--text", "everybody", "--json"];
    let everybody: Value = serde_json::from_str(&desk.touchline(everybody)).expect("JSON");
    let keys = everybody["customers"].as_array().expect("keys");
    let mut rows = "customer,event,time,value\n".to_owned();
    for (number, key) in keys.iter().filter_map(Value::as_str).enumerate() {
        let _ = writeln!(rows, "{key},support_chat,2024-05-01 10:00:00,{}", 4 + number % 2);
        let _ = writeln!(rows, "{key},review_page,2024-05-02 10:00:00,4");
    }
    let path = desk.document("answers.csv");
    std::fs::write(&path, rows).expect("temp can be written");
    path
}

/// Waits for the mean at a touchpoint, and gives what its button says.
fn says(window: &Window, zone: &str) -> String {
    let script = "return document.querySelector(`[data-testid=${arguments[0]}]`)?.title ?? ''";
    until(&format!("what {zone} says"), || {
        let said = window.script(script, vec![zone.into()]);
        said.as_str().filter(|said| !said.is_empty()).map(str::to_owned)
    })
}

#[test]
fn answers_stand_beside_what_is_felt_and_open_those_who_gave_them() {
    let desk = Desk::set();
    let file = desk.sample();
    let source = answers(&desk, &file);
    let path = file.to_string_lossy();
    desk.touchline(["import", "interactions", &path, &source.to_string_lossy()]);
    for event in ["support_chat", "review_page"] {
        desk.touchline(["means", &path, "--event", event, "--as", "csat"]);
    }
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.click("map-1");
    let chat = map::card(&window, "Support chat").replace("touchpoint-", "measured-");
    // Nobody of the map's persona but those who answered are counted.
    let said = says(&window, &chat);
    let count: String = said.chars().filter(char::is_ascii_digit).collect();
    assert!(said.contains("Support chat") && !count.is_empty(), "{said}");
    window.click("zoom-fit");
    map::at_rest(&window, &map::card(&window, "Support chat"));
    window.picture("measured");

    let svg = desk.document("measured.svg");
    window.click("export-open");
    window.shows("export-dialog");
    export(&desk, &window, "svg", &svg);
    let drawn = std::fs::read_to_string(&svg).expect("it was written");
    assert!(drawn.contains("Measured feeling: "), "the legend says what it is");
    assert!(drawn.contains("This clearly differs from what was set."));
    window.press(&[key::ESCAPE]);
    window.hides("export-dialog");

    // From the panel of the touchpoint, the number is the list.
    window.click(&map::card(&window, "Support chat"));
    window.reads("measured-feeling", |text| text.contains("95 % interval"));
    window.picture("measured-inspector");
    window.script(
        "document.querySelector('[data-testid=measured-feeling] [data-testid=figure]').click()",
        Vec::new(),
    );
    let rows = window.reads("people-count", |text| text.chars().any(|each| each.is_ascii_digit()));
    let rows: String = rows.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(rows, count);
    window.picture("measured-people");

    // So is the one beside the curve.
    window.press(&[key::CONTROL, '1']);
    map::at_rest(&window, &map::card(&window, "Support chat"));
    window.click(&chat);
    let again = window.reads("people-count", |text| text.chars().any(|each| each.is_ascii_digit()));
    assert_eq!(again.chars().filter(char::is_ascii_digit).collect::<String>(), count);
    window.close();
}

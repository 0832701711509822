//! A persona: made, written of on its sheet, exported from the window and from the command line, and taken back.

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::exporting::export;

/// Whether a text stands on the sheet that is shown.
fn sheet_says(window: &Window, wanted: &str) {
    let script = "return document.querySelector('[data-testid=persona-sheet]')?.textContent ?? ''";
    until(&format!("“{wanted}” on the sheet"), || {
        let text = window.script(script, Vec::new());
        text.as_str().is_some_and(|text| text.contains(wanted)).then_some(())
    });
}

/// Writes into a field and leaves it.
fn write(window: &Window, field: &str, text: &str) {
    window.fill(field, text);
    window.press(&[key::TAB]);
}

#[test]
fn a_persona_is_made_written_of_exported_and_taken_back() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.press(&[key::CONTROL, '3']);
    sheet_says(&window, "Team lead at a care home");
    window.picture("persona");
    let share = window.reads("persona-share", |text| text.contains('%'));

    // The number is the list.
    window.click("persona-share");
    let rows = window.reads("people-count", |text| text.chars().any(|each| each.is_ascii_digit()));
    let rows: String = rows.chars().filter(char::is_ascii_digit).collect();
    assert!(share.contains(&rows), "{share}: {rows}");
    window.press(&[key::CONTROL, '3']);

    window.click("new-persona");
    sheet_says(&window, "Nothing is written of this persona yet");
    write(&window, "persona-name", "Sam, in a hurry");
    sheet_says(&window, "Sam, in a hurry");
    window.click("hair-bun");
    window.click("avatar-tint-violet");
    window.choose("persona-kind", "negative");
    sheet_says(&window, "Negative persona");
    write(&window, "persona-role", "Courier");
    write(&window, "persona-quote", "Where do I sign?");
    sheet_says(&window, "Where do I sign?");
    window.choose("persona-channel", "phone");
    sheet_says(&window, "Phone");
    window.choose("persona-segment", "1");
    sheet_says(&window, "Segment: Loyal customers");
    window.picture("persona-new");

    window.click("persona-export");
    window.shows("export-dialog");
    let (svg, png) = (desk.document("Sam.svg"), desk.document("Sam.png"));
    export(&desk, &window, "svg", &svg);
    export(&desk, &window, "png", &png);
    window.press(&[key::ESCAPE]);
    window.hides("export-dialog");
    let drawn = std::fs::read_to_string(&svg).expect("the sheet was written");
    assert!(drawn.contains("<title>Sam, in a hurry. Negative persona.</title>"), "{}", &drawn[..600]);
    assert!(drawn.contains("Where do I sign?"));
    assert!(std::fs::read(&png).expect("the sheet was painted").starts_with(b"\x89PNG"));

    // Step by step back, up to the name, and again.
    for _ in 0..7 {
        window.press(&[key::CONTROL, 'z']);
    }
    sheet_says(&window, "Nothing is written of this persona yet");
    window.press(&[key::CONTROL, 'z']);
    window.press(&[key::CONTROL, 'z']);
    until("the persona to be gone", || {
        let script = "return document.querySelectorAll('[data-testid^=open-persona-]').length";
        (window.script(script, Vec::new()) == 2).then_some(())
    });
    window.close();

    let lena = desk.document("Lena.png");
    let printed = desk.touchline([
        "persona",
        &file.to_string_lossy(),
        "--name",
        "Lena, loyal regular",
        "--out",
        &lena.to_string_lossy(),
        "--json",
    ]);
    let printed: Value = serde_json::from_str(&printed).expect("it prints JSON");
    assert_eq!(printed["unshown"], Value::Array(Vec::new()));
    assert!(std::fs::read(&lena).expect("the sheet was painted").starts_with(b"\x89PNG"));
}

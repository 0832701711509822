//! Bringing in real customers: a file with bad rows through the system's dialog, and the map's answers to it.

use std::fmt::Write;
use std::path::PathBuf;

use serde_json::Value;
use tests::e2e::{Chooser, Desk, Window, until};

use crate::map;

const SOURCE: &str = "Choose a file to import";

/// A workspace with one map of two stages, drawn by the command line from events that a first file brings.
fn workspace(desk: &Desk) -> PathBuf {
    let file = desk.document("Shop.touchline");
    let first = desk.document("first.csv");
    std::fs::write(
        &first,
        "customer,event,time\nc0,visit,2024-01-01T10:00:00Z\nc0,order,2024-01-05T10:00:00Z\n",
    )
    .expect("temp can be written");
    let path = file.to_string_lossy().into_owned();
    desk.touchline(["new", &path]);
    desk.touchline(["import", "interactions", &path, &first.to_string_lossy()]);
    desk.touchline(["discover", &path, "--title", "Buying", "--stages", "Consider: visit; Buy: order"]);
    file
}

/// Forty customers who visit; half of them order the same day, a quarter after five days. Three rows are bad.
fn source(desk: &Desk) -> PathBuf {
    let mut rows = "customer,event,time\n".to_owned();
    for customer in 1..=40 {
        let _ = writeln!(rows, "c{customer},visit,2024-02-01T10:00:00Z");
        match customer % 4 {
            0 | 1 => _ = writeln!(rows, "c{customer},order,2024-02-01T18:00:00Z"),
            2 => _ = writeln!(rows, "c{customer},order,2024-02-06T10:00:00Z"),
            _ => (),
        }
    }
    rows += "c41,visit,yesterday\n,visit,2024-02-01T10:00:00Z\nc42,,2024-02-01T10:00:00Z\n";
    rows += "last,visit,2024-06-01T10:00:00Z\n";
    let path = desk.document("events.csv");
    std::fs::write(&path, rows).expect("temp can be written");
    path
}

fn show_map(window: &Window, title: &str) {
    window.shows("canvas");
    window.click_text(title);
    until(&format!("the map “{title}”"), || {
        map::lines(window).iter().any(|line| line == title).then_some(())
    });
}

#[test]
fn a_file_with_bad_rows_is_imported_and_the_bad_rows_are_named() {
    let desk = Desk::set();
    let file = workspace(&desk);
    let source = source(&desk);
    let window = desk.open(Some(&file));
    show_map(&window, "Buying");
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(&desk, SOURCE).choose(&source);
    window.click("import-start");
    let report = window.reads("import-report", |text| !text.is_empty());
    window.picture("import-report");
    // 40 visits, 20 and 10 orders and the last visit are taken; lines 72 to 74 are not.
    for wanted in ["71", "3 ", "72", "73", "74", "yesterday"] {
        assert!(report.contains(wanted), "“{wanted}” in the report: {report}");
    }
    window.click("import-done");

    // With 30 days all who ever ordered count, with 1 day only those of the same day.
    map::reads(&window, "76 % · 31");
    window.choose("question-window", "1");
    map::reads(&window, "49 % · 20");
    window.close();

    let path = file.to_string_lossy().into_owned();
    desk.touchline(["check", &path]);
    let question = ["overlay", &path, "--map", "Buying", "--window", "1d", "--json"];
    let overlay: Value = serde_json::from_str(&desk.touchline(question)).unwrap();
    assert_eq!(overlay["edges"][0]["moved"], 20);
    assert_eq!(overlay["edges"][0]["conversion"]["n"], 41);
}

#[test]
fn backing_out_of_the_dialog_imports_nothing() {
    let desk = Desk::set();
    let file = workspace(&desk);
    let window = desk.open(Some(&file));
    show_map(&window, "Buying");
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(&desk, SOURCE).cancel();
    window.shows("import-file");
    assert!(!window.shows_now("failure"));
    window.close();
}

#[test]
fn a_file_that_is_no_table_is_refused_in_words() {
    let desk = Desk::set();
    let file = workspace(&desk);
    let source = desk.document("picture.csv");
    std::fs::write(&source, [0, 159, 146, 150, 0, 0, 1, 2]).unwrap();
    let window = desk.open(Some(&file));
    show_map(&window, "Buying");
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(&desk, SOURCE).choose(&source);
    let refusal = window.reads("failure", |text| !text.is_empty());
    assert!(refusal.contains("picture.csv"), "it names the file: {refusal}");
    window.close();
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let desk = Desk::set();
    let file = workspace(&desk);
    let source = desk.document("many.csv");
    let mut rows = "customer,event,time\n".to_owned();
    for row in 0..1_200_000 {
        let _ = writeln!(rows, "c{},visit,2024-02-{:02}T10:{:02}:00Z", row / 20, row % 28 + 1, row % 60);
    }
    std::fs::write(&source, rows).expect("temp can be written");
    let window = desk.open(Some(&file));
    show_map(&window, "Buying");
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(&desk, SOURCE).choose(&source);
    window.click("import-start");
    window.click("import-cancel");
    // The dialog is back where it was, ready to start again.
    window.shows("import-start");
    assert!(!window.shows_now("import-report") && !window.shows_now("failure"));
    window.close();
    let path = file.to_string_lossy().into_owned();
    desk.touchline(["check", &path]);
    let overlay: Value =
        serde_json::from_str(&desk.touchline(["overlay", &path, "--map", "Buying", "--json"])).unwrap();
    assert_eq!(overlay["interactions"], 2);
}

/// Three contacts as `HubSpot` exports them: one in order, one that skipped a stage, one without any date.
const CONTACTS: &str = "Record ID,First Name,Last Name,Email,Lifecycle Stage,Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Customer Date
101,Ann,Bakker,ann@example.com,Customer,2024-02-01,2024-02-10,2024-03-01
102,Bo,Visser,bo@example.com,Customer,2024-02-02,,2024-03-05
103,Cas,Mulder,cas@example.com,Lead,,,
";

#[test]
fn an_export_is_known_by_its_header_and_tried_before_it_is_imported() {
    let desk = Desk::set();
    let file = workspace(&desk);
    let source = desk.document("contacts.csv");
    std::fs::write(&source, CONTACTS).expect("temp can be written");
    let window = desk.open(Some(&file));
    show_map(&window, "Buying");
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(&desk, SOURCE).choose(&source);
    window.reads("import-looks", |text| text.contains("contacts of HubSpot"));
    window.picture("import-looks");
    window.click("import-kind-journeys");
    window.shows("import-stages");
    window.picture("import-stages");
    window.script("document.documentElement.dataset.theme = 'dark'", Vec::new());
    window.picture("import-stages-dark");
    window.click("import-try");
    let tried = window.reads("import-report", |text| text.contains("Nothing is written yet"));
    window.picture("import-tried");
    for wanted in
        ["5 dates of stages would be imported", "2 customers would be new", "1 row would be left out"]
    {
        assert!(tried.contains(wanted), "“{wanted}” in the report: {tried}");
    }
    window.reads("import-checks", |text| text.contains("MQL"));
    window.click("import-start");
    window.shows("import-done");
    window.reads("import-report", |text| text.contains("5 dates of stages were imported"));
    window.click("import-done");
    window.close();

    let path = file.to_string_lossy().into_owned();
    let again = ["import", "journeys", &path, &source.to_string_lossy(), "--dry-run", "--json"];
    let said: Value = serde_json::from_str(&desk.touchline(again)).expect("JSON");
    // What is there from the same source would not be taken twice.
    assert_eq!(
        (&said["imported"], &said["already_there"], &said["new_customers"]),
        (&0.into(), &5.into(), &0.into())
    );
    assert_eq!(said["looks_like"]["origin"], "hubspot_contacts");
    assert_eq!(said["stages"]["skipped"], 1);
    let overlay: Value =
        serde_json::from_str(&desk.touchline(["overlay", &path, "--map", "Buying", "--json"])).expect("JSON");
    assert_eq!(overlay["interactions"], 7);
}

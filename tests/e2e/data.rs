//! Everything out of one workspace through the system's dialog, and into another with the same numbers.

use std::path::Path;

use serde_json::Value;
use tests::e2e::{Chooser, Desk, Window, key};

const WHERE: &str = "Choose a folder for the files";
const SOURCE: &str = "Choose a file to import";

fn overlay(desk: &Desk, file: &Path, level: &str) -> Value {
    let path = file.to_string_lossy();
    let asked = ["overlay", &path, "--map", "Shop journey", "--everybody", "--level", level, "--json"];
    serde_json::from_str(&desk.touchline(asked)).expect("JSON")
}

fn import(desk: &Desk, window: &Window, file: &Path) {
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(desk, SOURCE).choose(file);
    window.click("import-start");
    window.click("import-done");
    window.hides("import-dialog");
}

#[test]
fn everything_leaves_and_comes_back_with_the_same_numbers() {
    let desk = Desk::set();
    let sample = desk.sample();
    let folder = desk.document("for others");
    std::fs::create_dir(&folder).expect("made");
    let window = desk.open(Some(&sample));
    window.shows("canvas");
    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text("export everything");
    window.shows("offer-export_data");
    window.press(&[key::ENTER]);
    window.shows("export-data-dialog");
    window.choose("data-format", "parquet");
    window.picture("export-data");
    window.click("export-data-start");
    Chooser::titled(&desk, WHERE).choose(&folder);
    let written = window.reads("export-data-written", |text| text.contains("31,106"));
    window.picture("export-data-written");
    assert!(written.contains("interactions.parquet") && written.contains("personal data"), "{written}");
    window.click("export-data-done");
    window.close();

    let mut folders = std::fs::read_dir(&folder).expect("a folder");
    let out = folders.next().expect("one was made").expect("readable").path();
    assert!(folders.next().is_none());

    let other = desk.document("Other.touchline");
    desk.touchline(["new", &other.to_string_lossy()]);
    let window = desk.open(Some(&other));
    window.shows("canvas");
    import(&desk, &window, &out.join("customers.parquet"));
    import(&desk, &window, &out.join("interactions.parquet"));
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(&desk, SOURCE).choose(&out.join("maps.json"));
    window.reads("import-document", |text| text.contains("Shop journey"));
    window.picture("import-document");
    window.click("import-start");
    window.click("import-done");
    import(&desk, &window, &out.join("segments.json"));
    window.close();
    for level in ["stage", "touchpoint"] {
        assert_eq!(overlay(&desk, &other, level), overlay(&desk, &sample, level));
    }
}

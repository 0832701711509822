//! Maps written in every format, and pictures that are opened again.

mod program;

use std::fs;

use program::{json, run, sample};
use tempfile::TempDir;

const MAP: &str = "Shop journey";

fn refused(folder: &TempDir, arguments: &[&str], because: &str) {
    let output = run(folder, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(because), "{said}");
}

#[test]
fn a_picture_carries_its_map_unless_it_is_not_to() {
    let folder = sample();
    let export = |out: &str, more: &[&str]| {
        json(
            &folder,
            &[&["export", "s.touchline", "--map", MAP, "--out", out][..], more, &["--json"]].concat(),
        )
    };
    json(
        &folder,
        &["export-data", "s.touchline", "--to", "out", "--what", "maps", "--format", "json", "--json"],
    );
    let maps = fs::read_to_string(folder.path().join("out/maps.json")).expect("written");
    let maps: serde_json::Value = serde_json::from_str(&maps).expect("JSON");
    let all = maps["maps"].as_array().expect("maps");
    let original = all.iter().find(|map| map["title"] == MAP).expect("the map");
    for picture in ["map.png", "map.svg"] {
        export(picture, &["--scale", "1"]);
        let bytes = fs::read(folder.path().join(picture)).expect("written");
        let other = format!("{picture}.touchline");
        json(&folder, &["new", &other, "--json"]);
        let taken = json(&folder, &["import", "maps", &other, picture, "--json"]);
        assert_eq!(taken["added"][0], MAP, "{taken}");
        let to = format!("{picture}-out");
        json(&folder, &["export-data", &other, "--to", &to, "--what", "maps", "--format", "json", "--json"]);
        let back = fs::read_to_string(folder.path().join(to).join("maps.json")).expect("written");
        let back: serde_json::Value = serde_json::from_str(&back).expect("JSON");
        let maps = back["maps"].as_array().expect("maps");
        let again = maps.iter().find(|map| map["title"] == MAP).expect("it came back");
        for part in ["stages", "touchpoints", "transitions", "lanes", "personas", "lifecycle"] {
            assert_eq!(again[part], original[part], "{picture}: {part}");
        }
        // No customer is in it, by whatever name.
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("customer_key") && !text.contains("\"keys\""));

        export(picture, &["--scale", "1", "--without-map"]);
        refused(&folder, &["import", "maps", &other, picture], "carries no map");
    }
}

#[test]
fn each_format_is_what_its_name_says() {
    let folder = sample();
    for (name, begins) in [
        ("map.pdf", "%PDF-1.7"),
        ("map.pptx", "PK"),
        ("map.mmd", "---\ntitle: \"Shop journey\"\n---\nflowchart LR\n"),
        ("map.journey.mmd", "journey\n  title Shop journey\n"),
        ("map.sankey.mmd", "sankey-beta\n"),
        ("map.canvas", "{\n"),
        ("map.graphml", "<?xml"),
        ("map.dot", "digraph map {"),
        ("map.gv", "digraph map {"),
    ] {
        json(&folder, &["export", "s.touchline", "--map", MAP, "--out", name, "--json"]);
        let bytes = fs::read(folder.path().join(name)).expect("written");
        assert!(bytes.starts_with(begins.as_bytes()), "{name}: {}", String::from_utf8_lossy(&bytes[..60]));
    }
    let on_paper = ["export", "s.touchline", "--map", MAP, "--out", "a4.pdf", "--paper", "a4", "--portrait"];
    json(&folder, &[&on_paper[..], &["--without", "legend,lanes", "--json"]].concat());
    for name in ["map.gif", "map"] {
        refused(&folder, &["export", "s.touchline", "--map", MAP, "--out", name], name);
    }
}

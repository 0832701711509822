//! What leaves a workspace, and comes back into another with the same numbers.

mod program;

use std::fs;
use std::path::Path;

use program::{json, run, sample};
use serde_json::Value;
use tempfile::TempDir;

/// Every overlay of a map, at both levels, in both modes and by both units.
fn overlays(folder: &TempDir, file: &str, map: &str) -> Vec<Value> {
    let mut overlays = Vec::new();
    for level in ["stage", "touchpoint"] {
        for mode in ["next", "eventual"] {
            for unit in ["customers", "visits"] {
                let asked = ["overlay", file, "--map", map, "--level", level, "--mode", mode, "--unit", unit];
                overlays.push(json(folder, &[&asked[..], &["--everybody", "--json"]].concat()));
            }
        }
    }
    overlays
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_exported_is_imported_with_the_same_numbers() {
    let folder = sample();
    let told = json(&folder, &["export-data", "s.touchline", "--to", "out", "--json"]);
    let rows: Vec<_> = (0..9).map(|file| told["files"][file]["rows"].clone()).collect();
    assert_eq!(rows, [600, 31_106, 2, 2, 10, 32, 21, 2, 2]);
    let written =
        ["customers.csv", "interactions.csv", "maps.json", "personas.csv", "segments.csv", "segments.json"];
    let tables = ["stages.csv", "touchpoints.csv", "transitions.csv"];
    assert_eq!(names(&folder.path().join("out")), [&written[..], &tables].concat());
    json(&folder, &["export-data", "s.touchline", "--to", "lines", "--format", "json", "--json"]);
    let written = ["customers.jsonl", "interactions.jsonl", "maps.json", "segments.json"];
    assert_eq!(names(&folder.path().join("lines")), written);

    json(&folder, &["export-data", "s.touchline", "--to", "columns", "--format", "parquet", "--json"]);
    let written = ["customers.parquet", "interactions.parquet", "maps.json", "segments.json"];
    assert_eq!(names(&folder.path().join("columns")), written);

    for (from, extension) in [("out", "csv"), ("lines", "jsonl"), ("columns", "parquet")] {
        let other = format!("{from}.touchline");
        json(&folder, &["new", &other, "--json"]);
        for kind in ["customers", "interactions"] {
            let source = format!("{from}/{kind}.{extension}");
            let read = json(&folder, &["import", kind, &other, &source, "--strict", "--json"]);
            assert_eq!(read["rejected"], 0);
        }
        json(&folder, &["import", "maps", &other, &format!("{from}/maps.json"), "--json"]);
        let taken =
            json(&folder, &["import", "segments", &other, &format!("{from}/segments.json"), "--json"]);
        assert_eq!(
            (&taken["renamed"], &taken["missing"]),
            (&Value::Array(Vec::new()), &Value::Array(Vec::new()))
        );
        for map in ["Shop journey", "Checkout"] {
            assert_eq!(overlays(&folder, &other, map), overlays(&folder, "s.touchline", map), "{map}");
        }
        for segment in ["Loyal customers", "Returning customers"] {
            let rule = format!("segment \"{segment}\"");
            let members = |file| json(&folder, &["segment", file, "--text", &rule, "--json"]);
            assert_eq!(members(&other), members("s.touchline"));
            assert_ne!(members(&other)["count"], 0);
        }
        let again = run(&folder, &["import", "maps", &other, &format!("{from}/maps.json")]);
        assert!(
            String::from_utf8_lossy(&again.stdout).contains("the new one is “Checkout (2)”"),
            "{again:?}"
        );
    }
}

#[test]
fn what_is_no_document_is_refused_and_changes_nothing() {
    let folder = sample();
    let documents = [
        ("{", "no document of Touchline"),
        ("{\"format\":\"touchline segments\",\"version\":1,\"segments\":[]}", "not “touchline maps”"),
        ("{\"format\":\"touchline maps\",\"version\":2}", "a newer version"),
        (
            "{\"format\":\"touchline maps\",\"version\":1,\"personas\":[],\"maps\":[{\"title\":\"M\",\"lifecycle\":\"linear\",\"stages\":[],\"touchpoints\":[],\"transitions\":[{\"from\":0,\"to\":7}]}]}",
            "no touchpoint 0",
        ),
        (
            "{\"format\":\"touchline maps\",\"version\":1,\"personas\":[],\"maps\":[{\"title\":\" \",\"lifecycle\":\"linear\",\"stages\":[],\"touchpoints\":[],\"transitions\":[]}]}",
            "title",
        ),
    ];
    for (document, reason) in documents {
        fs::write(folder.path().join("d.json"), document).expect("written");
        let refused = run(&folder, &["import", "maps", "s.touchline", "d.json"]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(1), "{said}");
        assert!(said.contains(reason), "{said}");
    }
    assert_eq!(json(&folder, &["maps", "s.touchline", "--json"]).as_array().map(Vec::len), Some(2));
}

#[test]
fn no_file_is_written_over_unless_that_is_asked_for() {
    let folder = sample();
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("interactions.csv"), "kept").expect("written");
    let export = ["export-data", "s.touchline", "--to", "out"];
    let refused = run(&folder, &export);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("interactions.csv"));
    assert_eq!(names(&out), ["interactions.csv"], "all files or none");
    assert_eq!(fs::read_to_string(out.join("interactions.csv")).expect("read"), "kept");

    let only = [&export[..], &["--what", "interactions", "--overwrite", "--json"]].concat();
    json(&folder, &only);
    assert_eq!(names(&out), ["interactions.csv"]);
    assert_ne!(fs::read_to_string(out.join("interactions.csv")).expect("read"), "kept");

    fs::remove_file(out.join("interactions.csv")).expect("removed");
    fs::hard_link(folder.path().join("s.touchline"), out.join("interactions.csv")).expect("linked");
    let over = run(&folder, &[&export[..], &["--overwrite"]].concat());
    assert!(String::from_utf8_lossy(&over.stderr).contains("workspace"));
    assert!(json(&folder, &["check", "s.touchline", "--json"])["clean"].as_bool().unwrap_or_default());
}

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
    assert_eq!(names(&folder.path().join("out")), ["customers.csv", "interactions.csv"]);
    assert_eq!((&told["files"][0]["rows"], &told["files"][1]["rows"]), (&600.into(), &31106.into()));

    json(&folder, &["new", "n.touchline", "--json"]);
    for kind in ["customers", "interactions"] {
        let source = format!("out/{kind}.csv");
        let read = json(&folder, &["import", kind, "n.touchline", &source, "--strict", "--json"]);
        assert_eq!(read["rejected"], 0);
    }
    for file in ["s.touchline", "n.touchline"] {
        json(&folder, &["discover", file, "--title", "Found", "--json"]);
    }
    assert_eq!(overlays(&folder, "n.touchline", "Found"), overlays(&folder, "s.touchline", "Found"));
    let rule = "user_lifecycle is loyal and did at least 2 times purchase";
    let members = |file| json(&folder, &["segment", file, "--text", rule, "--json"]);
    assert_eq!(members("n.touchline"), members("s.touchline"));
    assert_ne!(members("n.touchline")["count"], 0);
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

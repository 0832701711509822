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
        ("map.html", "<!DOCTYPE html>"),
        ("map.xlsx", "PK"),
        ("map.csv", "\u{feff}Table,Stage,"),
    ] {
        json(&folder, &["export", "s.touchline", "--map", MAP, "--out", name, "--json"]);
        let bytes = fs::read(folder.path().join(name)).expect("written");
        assert!(bytes.starts_with(begins.as_bytes()), "{name}: {}", String::from_utf8_lossy(&bytes[..60]));
    }
    let on_paper = ["export", "s.touchline", "--map", MAP, "--out", "a4.pdf", "--paper", "a4", "--portrait"];
    json(&folder, &[&on_paper[..], &["--without", "legend,lanes", "--json"]].concat());
    let stage = ["export", "s.touchline", "--map", MAP, "--out", "stage.svg", "--stage"];
    json(&folder, &[&stage[..], &["Purchase", "--json"]].concat());
    let svg = fs::read_to_string(folder.path().join("stage.svg")).expect("written");
    let svg = svg.split("<metadata").next().expect("the picture");
    assert!(svg.contains("Payment trouble") && svg.contains("Shop journey") && !svg.contains(">Wish list"));
    refused(&folder, &[&stage[..], &["Nowhere"]].concat(), "Nowhere");
    for name in ["map.gif", "map"] {
        refused(&folder, &["export", "s.touchline", "--map", MAP, "--out", name], name);
    }
}

/// A row of the table in a CSV file, by its headings.
type Row = std::collections::BTreeMap<String, String>;

fn rows(path: &std::path::Path) -> Vec<Row> {
    let text = fs::read_to_string(path).expect("written");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

#[test]
fn tables_have_the_numbers_of_the_overlay() {
    let folder = sample();
    let asked = ["--map", MAP, "--level", "touchpoint", "--window", "14d"];
    let overlay = json(&folder, &[&["overlay", "s.touchline"], &asked[..], &["--json"]].concat());
    for out in ["map.csv", "map.xlsx"] {
        json(&folder, &[&["export", "s.touchline", "--out", out], &asked[..], &["--json"]].concat());
    }
    let all = rows(&folder.path().join("map.csv"));
    let of = |table: &'static str| all.iter().filter(move |row| row["Table"] == table);
    let nodes = overlay["nodes"].as_array().expect("nodes");
    assert_eq!(of("Touchpoints").count(), nodes.len());
    for (row, node) in of("Touchpoints").zip(nodes) {
        assert_eq!(row["Touchpoint"], node["name"].as_str().expect("a name"), "{node}");
        assert_eq!(row["Entered"], node["entered"].to_string());
        assert_eq!(row["Never came back"], node["dropped"].to_string());
        assert_eq!(row["Came back late"], node["returned_late"].to_string());
        assert_eq!(row["In progress"], node["in_progress"].to_string());
    }
    let edges = overlay["edges"].as_array().expect("edges");
    assert_eq!(of("Transitions").count(), edges.len());
    for edge in edges {
        let row = of("Transitions").find(|row| row["From"] == edge["from"] && row["To"] == edge["to"]);
        let row = row.unwrap_or_else(|| panic!("{edge} is left out"));
        assert_eq!(row["Moved"], edge["moved"].to_string(), "{edge}");
        let same = match (row["Conversion"].parse::<f64>(), edge["conversion"]["rate"].as_f64()) {
            (Ok(written), Some(rate)) => (written - rate).abs() < 1e-12,
            (written, rate) => written.is_err() && rate.is_none(),
        };
        assert!(same, "{edge}: {}", row["Conversion"]);
    }
    assert!(of("Definitions").any(|row| row["Term"] == "Drop-off" && row["Meaning"].contains("14 days")));

    // The workbook says the same, sheet by sheet.
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook(folder.path().join("map.xlsx")).expect("a workbook");
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(names, ["Stages", "Touchpoints", "Stage edges", "Transitions", "Lanes", "Definitions"]);
    for name in names {
        let sheet = calamine::Reader::worksheet_range(&mut book, &name).expect("a sheet");
        let headings: Vec<String> =
            sheet.rows().next().expect("headings").iter().map(ToString::to_string).collect();
        let expected: Vec<&Row> = all.iter().filter(|row| row["Table"] == name).collect();
        assert_eq!(sheet.rows().skip(1).count(), expected.len(), "{name}");
        for (cells, row) in sheet.rows().skip(1).zip(expected) {
            for (heading, cell) in headings.iter().zip(cells) {
                // Only in a CSV file could a list be taken for a formula.
                assert_eq!(cell.to_string(), row[heading].trim_start_matches('\''), "{name}: {heading}");
            }
        }
    }
}

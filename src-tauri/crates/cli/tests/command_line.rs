//! The command line as scripts run it: real files, the real program, its output and its exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The interactions of the worked example: day 0 is 1 January 2024.
const EXAMPLE: &str = "user_id,event,timestamp
c1,ad,2024-01-01
c1,page,2024-01-02
c1,demo,2024-01-04
c1,order,2024-01-09
c2,ad,2024-01-01
c2,order,2024-01-05
c3,ad,2024-01-01
c3,page,2024-01-15
c4,ad,2024-01-03
c5,ad,2024-01-25
c6,ad,2024-01-24
c6,demo,2024-01-26
";
const STAGES: &str = "Aware: ad; Consider: page, demo; Buy: order";

/// A folder with a workspace in it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    fn with_example() -> Self {
        let desk = Self::new();
        let source = desk.write("example.csv", EXAMPLE);
        desk.succeeds(&["new", "w.touchline"]);
        desk.succeeds(&["import", "interactions", "w.touchline", &source]);
        desk.succeeds(&["discover", "w.touchline", "--title", "Example", "--stages", STAGES]);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), content).expect("written");
        name.to_owned()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_touchline"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .expect("the program runs")
    }

    fn succeeds(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.succeeds(arguments)).expect("JSON")
    }

    /// Runs what must fail with this code; gives what it said.
    fn fails(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{arguments:?} wrote to standard output");
        said
    }
}

fn node<'a>(overlay: &'a Value, name: &str) -> &'a Value {
    let nodes = overlay["nodes"].as_array().expect("nodes");
    nodes.iter().find(|node| node["name"] == name).unwrap_or_else(|| panic!("no node {name}"))
}

fn edge<'a>(overlay: &'a Value, from: &str, to: &str) -> &'a Value {
    let edges = overlay["edges"].as_array().expect("edges");
    let found = edges.iter().find(|edge| edge["from"] == from && edge["to"] == to);
    found.unwrap_or_else(|| panic!("no edge {from} to {to}"))
}

#[test]
fn the_worked_example_comes_out() {
    let desk = Desk::with_example();
    let overlay = desk.json(&[
        "overlay",
        "w.touchline",
        "--map",
        "Example",
        "--level",
        "stage",
        "--window",
        "10d",
        "--cutoff",
        "2024-01-30",
        "--json",
    ]);
    let aware = node(&overlay, "Aware");
    for (field, count) in
        [("entered", 6), ("in_progress", 1), ("returned_late", 1), ("dropped", 1), ("matured", 4)]
    {
        assert_eq!(aware[field], count, "{field}");
    }
    assert_eq!(aware["moved"], serde_json::json!({ "Consider": 2, "Buy": 1 }));
    assert_eq!(aware["drop_off"]["rate"], 0.5);
    let consider = node(&overlay, "Consider");
    assert_eq!((&consider["entered"], &consider["matured"]), (&3.into(), &2.into()));
    assert_eq!(consider["drop_off"]["rate"], 0.5);
    assert_eq!(node(&overlay, "Buy")["dropped"], 2);
    assert_eq!(node(&overlay, "Buy")["goal"], true);
    let skip = edge(&overlay, "Aware", "Buy");
    assert_eq!((&skip["moved"], &skip["conversion"]["rate"]), (&1.into(), &0.25.into()));
    assert_eq!(edge(&overlay, "Aware", "Consider")["conversion"]["rate"], 0.25);
    assert_eq!(edge(&overlay, "Aware", "Consider")["seconds"]["median"], 129_600.0, "1 and 2 days");
    assert_eq!(overlay["cutoff"], "2024-01-30T00:00:00Z");
    assert_eq!(overlay["coverage"], 1.0);
}

#[test]
fn bad_rows_are_named_and_the_rest_is_kept() {
    let desk = Desk::new();
    desk.succeeds(&["new", "w.touchline"]);
    let source = desk.write(
        "bad.csv",
        "customer;event;time\na;visit;2024-01-01 10:00:00\n;visit;2024-01-01\nb;visit;yesterday\nc;visit;2024-01-02\n",
    );
    let output = desk.run(&["import", "interactions", "w.touchline", &source, "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&report["imported"], &report["rejected"]), (&2.into(), &2.into()));
    assert_eq!(report["rejections"][0]["line"], 3);
    assert_eq!(report["rejections"][1]["line"], 4);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("line 3") && said.contains("line 4") && said.contains("yesterday"), "{said}");
}

#[test]
fn strict_takes_all_or_nothing_and_nothing_taken_fails() {
    let desk = Desk::new();
    desk.succeeds(&["new", "w.touchline"]);
    let source = desk.write("bad.csv", "user,event,date\na,visit,2024-01-01\nb,visit,never\n");
    let said = desk.fails(1, &["import", "interactions", "w.touchline", &source, "--strict"]);
    assert!(said.contains("bad.csv") && said.contains("line 3"), "{said}");
    let all_bad = desk.write("worse.csv", "user,event,date\nb,visit,never\n");
    desk.fails(1, &["import", "interactions", "w.touchline", &all_bad]);
    desk.fails(1, &["discover", "w.touchline", "--title", "Nothing"]);
    assert!(desk.succeeds(&["check", "w.touchline"]).contains("clean"));
}

#[test]
fn what_is_damaged_and_can_be_made_again_is_repaired() {
    let desk = Desk::with_example();
    let mut file = fs::read(desk.path("w.touchline")).expect("read");
    // The cached events, customer by customer.
    let events = [0, 1, 2, 3, 0, 3, 0, 1, 0, 0, 0, 2];
    let at = file.windows(events.len()).position(|bytes| bytes == events).expect("cached");
    file[at] = 3;
    fs::write(desk.path("w.touchline"), file).expect("written");
    let said = desk.fails(1, &["check", "w.touchline"]);
    assert!(said.contains("cached columns"), "{said}");
    let repaired = desk.succeeds(&["check", "w.touchline", "--repair"]);
    assert!(repaired.contains("repaired: the cached columns") && repaired.contains("clean"), "{repaired}");
    assert!(desk.succeeds(&["check", "w.touchline"]).contains("clean"));
}

#[test]
fn columns_of_the_same_name_are_told_of_and_each_can_be_read() {
    let desk = Desk::new();
    desk.succeeds(&["new", "w.touchline"]);
    let source = desk.write("twice.csv", "user,event,time,event\na,first,2024-01-01,second\n");
    let said = desk.succeeds(&["import", "interactions", "w.touchline", &source]);
    assert!(said.contains("it goes by “event (2)”"), "{said}");
    let report = desk.json(&[
        "import",
        "interactions",
        "w.touchline",
        &source,
        "--event",
        "event (2)",
        "--again",
        "--json",
    ]);
    assert_eq!(report["repeated_columns"], serde_json::json!(["event (2)"]));
    assert_eq!(report["columns"]["event"], "event (2)");
    let second = desk.json(&["segment", "w.touchline", "--text", "did \"second\"", "--json"]);
    assert_eq!(second["count"], 1);
}

#[test]
fn a_try_says_what_an_import_would_bring_and_writes_nothing() {
    let desk = Desk::with_example();
    let events = desk.json(&["overlay", "w.touchline", "--map", "Example", "--json"])["interactions"].clone();
    let source = desk.write(
        "stages.csv",
        "contact_id,Became a Lead Date,Became a Customer Date\nx,2024-01-01,2024-01-01\nx,2024-02-01,2024-01-05\ny,,2024-01-02\nz,,\n",
    );
    let import = ["import", "journeys", "w.touchline", &source, "--json"];
    let tried = desk.json(&[&import[..], &["--dry-run"]].concat());
    for report in [&tried, &desk.json(&import)] {
        assert_eq!((&report["imported"], &report["rejected"]), (&5.into(), &1.into()));
        assert_eq!((&report["new_customers"], &report["already_there"]), (&2.into(), &0.into()));
        let stages = &report["stages"];
        let flags = [&stages["skipped"], &stages["reversed"], &stages["same_day"], &stages["in_order"]];
        assert_eq!(flags, [1, 1, 1, 0]);
        assert_eq!(
            (&stages["stages"][0]["stage"], &stages["stages"][0]["skipped"]),
            (&"Lead".into(), &1.into())
        );
    }
    assert_eq!((&tried["dry_run"], &tried["import"]), (&true.into(), &Value::Null));
    // It was tried once and imported once.
    let now = desk.json(&["overlay", "w.touchline", "--map", "Example", "--json"])["interactions"].clone();
    assert_eq!(now.as_u64(), events.as_u64().map(|events| events + 5));
    // A later export of the same source: what it brings again is known before.
    let later = desk.write(
        "later.csv",
        "contact_id,Became a Lead Date,Became a Customer Date\nx,2024-01-01,2024-01-01\nw,2024-03-01,\n",
    );
    let tried = desk.json(&["import", "journeys", "w.touchline", &later, "--json", "--dry-run"]);
    assert_eq!((&tried["imported"], &tried["already_there"]), (&1.into(), &2.into()));
    assert_eq!(tried["new_customers"], 1);
}

#[test]
fn scores_are_imported_as_answers_to_a_survey() {
    let desk = Desk::new();
    desk.succeeds(&["new", "w.touchline"]);
    let source =
        desk.write("nps.csv", "customer,date,score\na,2024-01-01,10\nb,2024-01-02,3\nc,2024-01-03,9\n");
    desk.succeeds(&["import", "scores", "w.touchline", &source, "--survey", "nps"]);
    let means = desk.json(&["means", "w.touchline", "--json"]);
    assert!(
        means.to_string().contains("\"event\":\"NPS\",\"interactions\":3,\"meaning\":\"nps\""),
        "{means}"
    );
}

#[test]
fn the_same_file_is_noticed() {
    let desk = Desk::with_example();
    let said = desk.fails(1, &["import", "interactions", "w.touchline", "example.csv"]);
    assert!(said.contains("--again"), "{said}");
    desk.succeeds(&["import", "interactions", "w.touchline", "example.csv", "--again"]);
    let overlay = desk.json(&["overlay", "w.touchline", "--map", "Example", "--json"]);
    assert_eq!(overlay["interactions"], 24);
}

#[test]
fn columns_zone_and_currency_can_be_given() {
    let desk = Desk::new();
    desk.succeeds(&["new", "w.touchline", "--timezone", "Europe/Amsterdam"]);
    let source = desk.write("odd.csv", "who\twhat\tat\nz\tcall\t2024-07-01 12:00:00\n");
    let said = desk.fails(1, &["import", "interactions", "w.touchline", &source]);
    assert!(said.contains("who") && said.contains("what"), "{said}");
    desk.succeeds(&[
        "import",
        "interactions",
        "w.touchline",
        &source,
        "--customer",
        "who",
        "--event",
        "what",
        "--time",
        "at",
    ]);
    desk.succeeds(&["discover", "w.touchline", "--title", "Calls"]);
    let overlay = desk.json(&["overlay", "w.touchline", "--map", "Calls", "--json"]);
    assert_eq!(overlay["cutoff"], "2024-07-01T10:00:00Z");
}

#[test]
fn times_are_the_same_on_every_machine_and_doubtful_ones_are_counted() {
    let desk = Desk::new();
    let source = desk.write(
        "night.csv",
        "user,event,time\n1,ad,2024-03-31 02:30:00\n1,page,2024-10-27 02:30:00\n1,order,2024-10-27 02:59:59\n",
    );
    // Zones of the system that are not ours: whoever looked there would find no zone, or a wrong one.
    let zones = desk.path("zones");
    fs::create_dir_all(zones.join("Europe")).expect("made");
    fs::write(zones.join("Europe/Amsterdam"), "no zone").expect("written");
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_touchline"))
            .args(arguments)
            .current_dir(desk.folder.path())
            .env("TZDIR", &zones)
            .env("TZ", "America/New_York")
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    run(&["new", "w.touchline", "--timezone", "Europe/Amsterdam"]);
    let report: Value =
        serde_json::from_str(&run(&["import", "interactions", "w.touchline", &source, "--json"]))
            .expect("JSON");
    assert_eq!(report["local_times"], serde_json::json!({ "skipped": 1, "repeated": 2 }));
    run(&["discover", "w.touchline", "--title", "Night"]);
    let overlay: Value =
        serde_json::from_str(&run(&["overlay", "w.touchline", "--map", "Night", "--json"])).expect("JSON");
    assert_eq!(overlay["cutoff"], "2024-10-27T00:59:59Z");
    let again = run(&["import", "interactions", "w.touchline", &source, "--again"]);
    assert!(again.contains("1 local times do not exist"), "{again}");
    assert!(again.contains("2 local times exist twice"), "{again}");
}

#[test]
fn what_dutch_excel_writes_is_imported() {
    let desk = Desk::new();
    desk.succeeds(&["new", "w.touchline", "--timezone", "Europe/Amsterdam"]);
    let source = desk.write(
        "export.csv",
        b"Klantnummer;Gebeurtenis;Datum;Bedrag\r\n1;Caf\xE9;03/04/2024 14:05;\x80 1.234,50\r\n1;koop;31/03/2024 9:05;12,50\r\n",
    );
    let report = desk.json(&["import", "interactions", "w.touchline", &source, "--json"]);
    let told = ["imported", "rejected", "encoding", "date_order", "decimal"].map(|key| report[key].clone());
    assert_eq!(serde_json::json!(told), serde_json::json!([2, 0, "windows1252", "dmy", "comma"]));
    desk.succeeds(&["discover", "w.touchline", "--title", "M", "--stages", "A: Café; B: koop"]);
    let overlay = desk.json(&["overlay", "w.touchline", "--map", "M", "--json"]);
    assert_eq!(overlay["cutoff"], "2024-04-03T12:05:00Z");
    let open = desk.write("open.csv", "user,event,time\n1,ad,03/04/2024\n");
    let said = desk.fails(1, &["import", "interactions", "w.touchline", &open]);
    assert!(said.contains("--date-order"), "{said}");
    desk.succeeds(&["import", "interactions", "w.touchline", &open, "--date-order", "mdy"]);
}

#[test]
fn next_months_export_adds_only_what_is_new() {
    let desk = Desk::with_example();
    let longer = desk.write("april.csv", format!("{EXAMPLE}c7,ad,2024-02-01\n"));
    let import = |more: &[&str]| {
        desk.json(&[&["import", "interactions", "w.touchline", &longer, "--json"], more].concat())
    };
    let counts = |report: &Value| (report["imported"].as_u64(), report["already_there"].as_u64());
    let report = import(&[]);
    assert_eq!(counts(&report), (Some(1), Some(12)));
    assert_eq!(report["new_customers"], 1);
    assert_eq!(counts(&import(&["--again"])), (Some(13), Some(0)));
    let other = Desk::with_example();
    let longer = other.write("april.csv", format!("{EXAMPLE}c7,ad,2024-02-01\n"));
    let named = ["import", "interactions", "w.touchline", &longer, "--source-name", "shop two", "--json"];
    assert_eq!(counts(&other.json(&named)), (Some(13), Some(0)));
    other.succeeds(&["check", "w.touchline"]);
}

#[test]
fn stages_hold_any_event_name() {
    let desk = Desk::new();
    let source = desk.write(
        "e.csv",
        "user,event,time\n1,\"ad: a, b; c\",2024-01-01\n1,buy,2024-01-02\n1,\u{a0},2024-01-03\n",
    );
    desk.succeeds(&["new", "w.touchline"]);
    let report = desk.json(&["import", "interactions", "w.touchline", &source, "--json"]);
    assert_eq!((&report["imported"], &report["rejections"][0]["line"]), (&2.into(), &4.into()));
    let stages = r#"See: "ad: a, b; c"; Buy: buy"#;
    desk.succeeds(&["discover", "w.touchline", "--title", "One", "--stages", stages]);
    let file = desk.write("stages.json", r#"{"See": ["ad: a, b; c"], "Buy": ["buy"]}"#);
    desk.succeeds(&["discover", "w.touchline", "--title", "Two", "--stages-file", &file]);
    for title in ["One", "Two"] {
        let overlay = desk.json(&["overlay", "w.touchline", "--map", title, "--json"]);
        assert_eq!(node(&overlay, "See")["moved"], serde_json::json!({ "Buy": 1 }), "{title}");
    }
    let bad = desk.write("bad.json", "{");
    desk.fails(2, &["discover", "w.touchline", "--title", "Three", "--stages-file", &bad]);
}

#[test]
fn customers_bring_attributes_that_make_segments() {
    let desk = Desk::with_example();
    let source = desk.write("crm.csv", "Record ID,Name,Plan\nc1,Ann,pro\nc2,Bob,free\nnew,Cy,pro\n");
    let report = desk.json(&["import", "customers", "w.touchline", &source, "--key", "Record ID", "--json"]);
    assert_eq!((&report["imported"], &report["new_customers"]), (&3.into(), &1.into()));
    desk.fails(1, &["overlay", "w.touchline", "--map", "Example", "--segment", "Pro"]);
}

#[test]
fn wrong_usage_is_told_from_failure() {
    let desk = Desk::with_example();
    desk.fails(2, &["overlay", "w.touchline", "--map", "Example", "--window", "soon"]);
    desk.fails(2, &["overlay", "w.touchline", "--map", "Example", "--from", "03/04/2024"]);
    desk.fails(
        2,
        &["overlay", "w.touchline", "--map", "Example", "--from", "2024-02-01", "--to", "2024-01-01"],
    );
    desk.fails(2, &["overlay", "w.touchline"]);
    desk.fails(2, &["export", "w.touchline", "--map", "Example", "--out", "picture.bmp"]);
    desk.fails(2, &["new", "other.touchline", "--timezone", "Mars/Olympus"]);
    desk.fails(2, &["new", "other.touchline", "--template", "unheard-of"]);
    desk.fails(2, &["discover", "w.touchline", "--title", "Again", "--stages", "A: ad; B: ad"]);
    assert!(!desk.path("other.touchline").exists());
    desk.fails(1, &["overlay", "w.touchline", "--map", "No such map"]);
    desk.fails(1, &["maps", "nowhere.touchline"]);
    desk.fails(1, &["new", "w.touchline"]);
    let foreign = desk.write("foreign.touchline", "not a database");
    desk.fails(1, &["maps", &foreign]);
    assert_eq!(fs::read_to_string(desk.path(&foreign)).expect("read"), "not a database");
    desk.fails(1, &["discover", "w.touchline", "--title", "Example", "--stages", "A: ad"]);
}

#[test]
fn the_sample_is_whole() {
    let desk = Desk::new();
    let made = desk.json(&["sample", "s.touchline", "--json"]);
    assert_eq!((&made["customers"], &made["interactions"]), (&600.into(), &31_106.into()));
    assert_eq!(made["personas"].as_array().map(Vec::len), Some(2));
    let maps = desk.json(&["maps", "s.touchline", "--json"]);
    assert_eq!(maps[0]["title"], "Shop journey");
    assert_eq!(maps[0]["stages"].as_array().map(Vec::len), Some(5));
    for level in ["stage", "touchpoint"] {
        let overlay =
            desk.json(&["overlay", "s.touchline", "--map", "Shop journey", "--level", level, "--json"]);
        for node in overlay["nodes"].as_array().expect("nodes") {
            let moved: u64 =
                node["moved"].as_object().expect("moved").values().filter_map(Value::as_u64).sum();
            let rest: u64 = ["in_progress", "returned_late", "dropped"]
                .iter()
                .filter_map(|class| node[class].as_u64())
                .sum();
            assert_eq!(node["entered"].as_u64(), Some(moved + rest), "{}", node["name"]);
        }
    }
    let loyal = desk.json(&[
        "overlay",
        "s.touchline",
        "--map",
        "Shop journey",
        "--segment",
        "Loyal customers",
        "--json",
    ]);
    assert!(loyal["interactions"].as_u64() < Some(31_106));
    assert!(desk.succeeds(&["check", "s.touchline"]).contains("clean"));
}

#[test]
fn a_map_of_a_persona_is_asked_about_its_customers() {
    let desk = Desk::new();
    desk.succeeds(&["sample", "s.touchline"]);
    let overlay = |among: &[&str]| {
        let question = ["overlay", "s.touchline", "--map", "Shop journey", "--json"];
        desk.json(&[&question, among].concat())
    };
    let (told, everybody) = (overlay(&[]), overlay(&["--everybody"]));
    let persona = desk.json(&["maps", "s.touchline", "--json"])[0]["personas"][0].clone();
    let persona = persona.as_str().expect("it tells the journey of somebody");
    assert_eq!(told, overlay(&["--persona", persona]));
    assert!(told["interactions"].as_u64() < everybody["interactions"].as_u64());
    assert_eq!(everybody["interactions"], 31_106);
    let who = ["who", "s.touchline", "--map", "Shop journey", "--class", "all", "--json", "--node"];
    let node = &told["nodes"][0];
    let listed = desk.json(&[&who[..], &[node["name"].as_str().expect("a name")]].concat());
    assert_eq!(listed["count"], node["entered"]);
    for file in ["told.svg", "persona.svg", "everybody.svg"] {
        let export = ["export", "s.touchline", "--map", "Shop journey", "--out", file];
        let among: &[&str] = match file {
            "persona.svg" => &["--persona", persona],
            "everybody.svg" => &["--everybody"],
            _ => &[],
        };
        desk.succeeds(&[&export, among].concat());
    }
    let picture = |file: &str| fs::read_to_string(desk.path(file)).expect("read");
    assert_eq!(picture("told.svg"), picture("persona.svg"));
    assert_ne!(picture("told.svg"), picture("everybody.svg"));
    desk.fails(
        2,
        &["overlay", "s.touchline", "--map", "Shop journey", "--everybody", "--segment", "Loyal customers"],
    );
}

#[test]
fn a_map_whose_persona_stands_for_nobody_or_that_has_none_is_asked_about_everybody() {
    let desk = Desk::new();
    desk.succeeds(&["new", "w.touchline", "--persona", "Lena"]);
    fs::write(desk.path("events.csv"), "user,event,time\na,ad,5\nb,ad,6\n").expect("written");
    desk.succeeds(&["import", "interactions", "w.touchline", "events.csv"]);
    desk.succeeds(&["discover", "w.touchline", "--title", "Found"]);
    let maps = desk.json(&["maps", "w.touchline", "--json"]);
    assert_eq!(
        (&maps[0]["personas"], &maps[1]["personas"]),
        (&serde_json::json!(["Lena"]), &serde_json::json!([]))
    );
    for map in maps.as_array().expect("maps") {
        let title = map["title"].as_str().expect("a title");
        let question = ["overlay", "w.touchline", "--map", title, "--json"];
        let overlay = desk.json(&question);
        assert_eq!(overlay, desk.json(&[&question[..], &["--everybody"]].concat()));
        assert_eq!(overlay["interactions"], 2);
    }
}

#[test]
fn pictures_are_written() {
    let desk = Desk::new();
    desk.succeeds(&["sample", "s.touchline"]);
    desk.succeeds(&["export", "s.touchline", "--map", "Shop journey", "--out", "map.svg"]);
    desk.succeeds(&["export", "s.touchline", "--map", "Shop journey", "--out", "again.svg"]);
    let svg = fs::read_to_string(desk.path("map.svg")).expect("read");
    assert!(svg.starts_with("<svg") && svg.contains("Order placed"));
    assert_eq!(svg, fs::read_to_string(desk.path("again.svg")).expect("read"), "the same bytes each time");
    desk.succeeds(&["export", "s.touchline", "--map", "Shop journey", "--out", "map.png", "--scale", "1"]);
    assert!(fs::read(desk.path("map.png")).expect("read").starts_with(b"\x89PNG"));
    let said =
        desk.fails(1, &["export", "s.touchline", "--map", "Shop journey", "--out", "no/such/folder/map.svg"]);
    assert!(said.contains("no/such/folder"), "{said}");
}

#[test]
fn the_log_is_for_who_asks() {
    let desk = Desk::new();
    let quiet = desk.run(&["new", "secret.touchline"]);
    assert!(quiet.status.success() && quiet.stderr.is_empty());
    let verbose = desk.run(&["maps", "secret.touchline", "--verbose"]);
    let said = String::from_utf8(verbose.stderr).expect("UTF-8");
    assert!(said.contains("op=\"look\"") && said.contains("op=\"command\""), "{said}");
    assert!(!said.contains("secret") && !said.contains("lifecycle"), "{said}");
}

/// Whatever the user's mask says holds for each picture and list that is written; a workspace is for its user alone.
#[cfg(unix)]
#[test]
fn files_obey_the_mask() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::new();
    for (mask, mode) in [("027", 0o640), ("002", 0o664), ("077", 0o600)] {
        let [file, picture] = ["touchline", "svg"].map(|end| format!("{mask}.{end}"));
        let script = r#"umask "$1"; "$0" new "$2" && exec "$0" export "$2" --map "$3" --out "$4""#;
        let ran = Command::new("sh")
            .args(["-c", script, env!("CARGO_BIN_EXE_touchline"), mask, &file])
            .args(["Customer lifecycle in five stages", &picture])
            .current_dir(desk.folder.path())
            .output()
            .expect("the program runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        for (written, mode) in [(file, 0o600), (picture, mode)] {
            let found = fs::metadata(desk.path(&written)).expect("written").permissions().mode() & 0o777;
            assert_eq!(found, mode, "{written}");
        }
    }
}

#[test]
fn a_zone_that_the_file_has_wrong_is_the_files_fault() {
    let desk = Desk::with_example();
    let mut file = fs::read(desk.path("w.touchline")).expect("read");
    let name = b"UTC";
    let places: Vec<usize> =
        (0..file.len() - name.len()).filter(|&at| file[at..].starts_with(name)).collect();
    for at in places {
        file[at..at + name.len()].copy_from_slice(b"UTX");
    }
    fs::write(desk.path("w.touchline"), file).expect("written");
    let said = desk.fails(1, &["maps", "w.touchline"]);
    assert!(said.contains("w.touchline") && said.contains("UTX"), "{said}");
}

#[test]
fn what_no_font_shows_is_told_of() {
    let desk = Desk::new();
    let source = desk.write("e.csv", "user,event,time\na,漢字,2024-01-01\na,কখ,2024-01-02\n");
    desk.succeeds(&["new", "w.touchline"]);
    desk.succeeds(&["import", "interactions", "w.touchline", &source]);
    desk.succeeds(&["discover", "w.touchline", "--title", "M", "--stages", "漢字: 漢字; কখ: কখ"]);
    let export = ["export", "w.touchline", "--map", "M", "--out", "m.png", "--scale", "1"];
    let said = String::from_utf8(desk.run(&export).stderr).expect("text");
    assert!(said.contains("“ক” (U+0995), “খ” (U+0996); in their place"), "{said}");
    let report = desk.json(&[&export[..], &["--json"]].concat());
    assert_eq!(report["unshown"], serde_json::json!(["ক", "খ"]));
}

#[test]
fn a_workspace_open_elsewhere_is_told_so() {
    let desk = Desk::with_example();
    let held = app::Session::open(Path::new(&desk.path("w.touchline"))).expect("opened");
    let said = desk.fails(1, &["maps", "w.touchline"]);
    assert!(said.contains("open in another"), "{said}");
    drop(held);
    desk.succeeds(&["maps", "w.touchline"]);
}

#[test]
fn a_picture_is_seen_through_a_lens_and_shows_the_paths_that_are_asked_for() {
    let desk = Desk::new();
    desk.succeeds(&["sample", "s.touchline"]);
    let seen = |more: &[&str]| {
        desk.succeeds(
            &[&["export", "s.touchline", "--map", "Shop journey", "--out", "m.svg"], more].concat(),
        );
        fs::read_to_string(desk.path("m.svg")).expect("the picture").replace('\u{a0}', " ")
    };
    let titles = [
        ("conversion", "Conversion: how many go on"),
        ("drop-off", "Drop-off: how many are lost"),
        ("time", "Time: how long it takes to go on"),
        ("emotion", "Emotion: how customers feel"),
        ("plain", "The map as it is drawn"),
    ];
    for (lens, title) in titles {
        assert!(seen(&["--lens", lens]).contains(title), "{lens}");
    }
    assert!(seen(&[]).contains("Conversion: how many go on"), "the first lens unless another is asked for");
    assert!(seen(&["--lens", "time", "--language", "nl"]).contains("Tijd: hoelang verdergaan duurt"));

    let hidden = |paths: &str| {
        let picture = seen(&["--paths", paths]);
        let note = picture.split('>').find_map(|text| text.split_once(" paths hidden, ")?.0.parse().ok());
        note.unwrap_or(0_u32)
    };
    let counts = [hidden("0%"), hidden("10"), hidden("40 %")];
    assert!(counts[0] < counts[1] && counts[1] < counts[2], "{counts:?}");
    for bad in ["101%", "-1", "few", "2.5%"] {
        let refused = desk.run(&[
            "export",
            "s.touchline",
            "--map",
            "Shop journey",
            "--out",
            "m.svg",
            &format!("--paths={bad}"),
        ]);
        assert_eq!(refused.status.code(), Some(2), "{bad}");
        let said = String::from_utf8(refused.stderr).expect("text");
        assert!(said.contains("a whole number of per cent from 0% to 100%"), "{said}");
    }
    desk.fails(2, &["export", "s.touchline", "--map", "Shop journey", "--out", "m.svg", "--lens", "money"]);
}

#[test]
fn the_steps_of_a_workspace_are_listed_from_the_newest() {
    let desk = Desk::with_example();
    desk.succeeds(&["discover", "w.touchline", "--title", "Another", "--stages", STAGES]);
    let listed = desk.succeeds(&["history", "w.touchline"]);
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].ends_with("discover map “Another”"), "{listed}");
    assert!(lines[1].ends_with("discover map “Example”"), "{listed}");
    let steps = desk.json(&["history", "w.touchline", "--json"]);
    assert_eq!(steps["steps"][1]["subject"], "Another");
    assert_eq!(steps["is_cut"], false);
    assert_eq!(steps["opened"]["step"], 2);
}

#[test]
fn what_is_written_anywhere_is_found() {
    let desk = Desk::with_example();
    let plain = desk.succeeds(&["find", "w.touchline", "DÉMO"]);
    assert_eq!(plain, "Example › Consider › demo  title: demo\nExample › Consider › demo  event: demo\n");
    assert_eq!(desk.succeeds(&["find", "w.touchline", "nowhere"]), "Nothing found\n");
    let found = desk.json(&["find", "w.touchline", "demo", "--json"]);
    assert_eq!(found["more"], 0);
    assert_eq!(found["finds"][0]["path"], serde_json::json!(["Example", "Consider", "demo"]));
    assert_eq!(found["finds"][0]["on"]["written"]["kind"], "touchpoint");
}

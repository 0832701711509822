//! The copies that the program makes of a workspace: put back, and erased from.

mod program;

use std::fs;
use std::process::Command;

use program::{json, run, sample};
use serde_json::Value;
use tempfile::TempDir;

const MORE: &str = "customer,event,timestamp
walter.white@example.org,cart,2024-06-01 09:00
walter.white@example.org,purchase,2024-06-02 09:00
";

/// The sample with what one more customer did, and a backup from before that.
fn with_more() -> TempDir {
    let folder = sample();
    fs::write(folder.path().join("more.csv"), MORE).expect("written");
    json(&folder, &["import", "interactions", "s.touchline", "more.csv", "--json"]);
    fs::remove_file(folder.path().join("more.csv")).expect("removed");
    folder
}

/// What a command that must fail with code 1 says.
fn refused(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?} wrote to standard output");
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn a_workspace_is_put_back_as_it_was_before_an_import() {
    let folder = with_more();
    let made = json(&folder, &["backup", "s.touchline", "--json"]);
    assert_eq!((&made["made"]["reason"], &made["made"]["is_now"]), (&"asked".into(), &true.into()));
    assert_eq!(json(&folder, &["backup", "s.touchline", "--json"])["made"], Value::Null);
    let listed = json(&folder, &["backup", "s.touchline", "--list", "--json"]);
    assert_eq!((&listed[0]["id"], &listed[1]["reason"]), (&made["made"]["id"], &"import".into()));
    let before = listed[1]["id"].as_str().expect("an id");
    let held = |backup: &str| {
        let compared = json(&folder, &["backup", "s.touchline", "--compare", backup, "--json"]);
        [&compared["now"], &compared["then"]].map(|held| held["customers"].as_u64().expect("a count"))
    };
    assert_eq!(held(before), [601, 600]);
    json(&folder, &["backup", "s.touchline", "--restore", before, "--json"]);
    json(&folder, &["check", "s.touchline", "--json"]);
    // What was there can be had back as well.
    let after = made["made"]["id"].as_str().expect("an id");
    assert_eq!(held(after), [600, 601]);
    json(&folder, &["backup", "s.touchline", "--restore", after, "--json"]);
    assert_eq!(held(before), [601, 600]);
    let said = refused(&folder, &["backup", "s.touchline", "--restore", "nothing"]);
    assert!(said.contains("there is no backup “nothing”"), "{said}");
}

#[test]
fn interactions_that_are_too_old_are_counted_and_erased() {
    let folder = with_more();
    let held = |which: &str| {
        let maps = json(&folder, &["erase", "s.touchline", "--older-than", which, "--dry-run", "--json"]);
        [&maps["interactions"], &maps["of"]].map(|count| count.as_u64().expect("a number"))
    };
    let [old, all] = held("2099-01-01");
    assert!(old == all && all > 1000, "{old} of {all}");
    let [old, _] = held("2024-02-01");
    assert!(old > 0 && old < all, "{old}");
    let erased =
        json(&folder, &["erase", "s.touchline", "--older-than", "2024-02-01", "--customers-too", "--json"]);
    assert_eq!(erased["interactions"], old);
    assert_eq!((&erased["customers"], &erased["backups"]), (&0.into(), &1.into()));
    assert_eq!(held("2024-02-01"), [0, all - old]);
    json(&folder, &["check", "s.touchline", "--json"]);
    for wrong in [
        &["--older-than", "soon"][..],
        &[],
        &["--customer", "a", "--dry-run"],
        &["--customer", "a", "--older-than", "2y"],
    ] {
        let output = run(&folder, &[&["erase", "s.touchline"], wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_customer_is_erased_from_the_workspace_and_its_backups() {
    const KEY: &str = "walter.white@example.org";
    let folder = with_more();
    json(&folder, &["backup", "s.touchline", "--json"]);
    let erased = json(&folder, &["erase", "s.touchline", "--customer", KEY, "--json"]);
    assert_eq!((&erased["erased"], &erased["backups"]), (&KEY.into(), &1.into()));
    json(&folder, &["check", "s.touchline", "--json"]);
    let backups = fs::read_dir(folder.path().join("s.touchline-backups")).expect("a folder").flatten();
    let mut files: Vec<_> = backups.map(|entry| entry.path()).collect();
    assert_eq!(files.len(), 2, "{files:?}");
    files.push(folder.path().join("s.touchline"));
    for file in files {
        let bytes = fs::read(&file).expect("readable");
        assert!(!bytes.windows(KEY.len()).any(|each| each == KEY.as_bytes()), "{}", file.display());
    }
    let said = refused(&folder, &["erase", "s.touchline", "--customer", KEY]);
    assert!(said.contains(KEY), "{said}");
}

#[test]
fn a_customer_is_told_of_and_a_copy_names_nobody() {
    const KEY: &str = "walter.white@example.org";
    let folder = with_more();
    let record = json(&folder, &["person", "s.touchline", KEY, "--json"]);
    assert_eq!((&record["key"], record["interactions"].as_array().map(Vec::len)), (&KEY.into(), Some(2)));
    assert_eq!(record["imports"][0]["source"], "more.csv");
    json(&folder, &["person", "s.touchline", KEY, "--out", "walter.html", "--json"]);
    let page = fs::read_to_string(folder.path().join("walter.html")).expect("a page");
    assert!(page.contains(KEY), "{page}");
    assert!(refused(&folder, &["person", "s.touchline", "nobody"]).contains("nobody"));

    let copied = json(&folder, &["pseudonymise", "s.touchline", "--out", "copy.touchline", "--json"]);
    assert_eq!(copied["customers"], 601);
    json(&folder, &["check", "copy.touchline", "--json"]);
    let bytes = fs::read(folder.path().join("copy.touchline")).expect("readable");
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains(KEY) && !text.contains("user_00") && !text.contains("more.csv"));
    assert!(refused(&folder, &["pseudonymise", "s.touchline", "--out", "copy.touchline"]).contains("copy"));
}

#[test]
fn backups_go_to_a_folder_of_choice_and_beside_the_file_while_it_is_missing() {
    let folder = with_more();
    let settings = folder.path().join("settings");
    let touchline = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        let command = command.args(arguments).current_dir(folder.path());
        command.env("XDG_CONFIG_HOME", &settings).env("HOME", &settings).output().expect("the program runs")
    };
    let told = |arguments: &[&str]| -> Value {
        let output = touchline(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    fs::create_dir(folder.path().join("disk")).expect("made");
    fs::create_dir(&settings).expect("made");
    let kept = told(&["backup", "s.touchline", "--to", "disk", "--json"]);
    assert_eq!((&kept["moved"], &kept["left"]), (&1.into(), &Value::Null));
    assert!(!folder.path().join("s.touchline-backups").exists());
    assert_eq!(told(&["backup", "s.touchline", "--json"])["made"]["is_beside"], false);
    assert_eq!(told(&["backup", "s.touchline", "--list", "--json"]).as_array().map(Vec::len), Some(2));

    fs::rename(folder.path().join("disk"), folder.path().join("away")).expect("unplugged");
    let output = touchline(&["discover", "s.touchline", "--title", "Found"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("disk is not there"), "{output:?}");
    assert_eq!(told(&["backup", "s.touchline", "--json"])["made"]["is_beside"], true);
    let refused = touchline(&["erase", "s.touchline", "--customer", "walter.white@example.org"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("plug its disk in"), "{refused:?}");

    fs::rename(folder.path().join("away"), folder.path().join("disk")).expect("plugged in");
    assert_eq!(told(&["backup", "s.touchline", "--beside", "--json"])["moved"], 2);
    assert_eq!(fs::read_dir(folder.path().join("s.touchline-backups")).expect("a folder").count(), 3);
}

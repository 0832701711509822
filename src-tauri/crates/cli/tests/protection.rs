//! Protected workspaces, as scripts use them.

mod program;

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use program::{json, run, sample};
use tempfile::TempDir;

const RIGHT: &str = "correct horse battery";

/// Runs the program with a passphrase in its environment.
fn with(folder: &TempDir, passphrase: &str, arguments: &[&str]) -> Output {
    command(folder, arguments).env("TOUCHLINE_PASSPHRASE", passphrase).output().expect("the program runs")
}

fn command(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.args(arguments).current_dir(folder.path());
    command
}

/// What is said, after seeing with which code it ended.
fn ends(output: &Output, code: i32) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{said}");
    format!("{said}{}", String::from_utf8_lossy(&output.stdout))
}

/// Whether a text stands in the bytes of any file below a folder.
fn is_written(folder: &std::path::Path, text: &str) -> bool {
    fs::read_dir(folder).expect("a folder").flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return is_written(&path, text);
        }
        fs::read(&path).expect("a file").windows(text.len()).any(|bytes| bytes == text.as_bytes())
    })
}

#[test]
fn a_protected_workspace_and_its_backups_open_with_the_passphrase_alone() {
    let folder = sample();
    let maps = json(&folder, &["maps", "s.touchline", "--json"]);
    json(&folder, &["backup", "s.touchline", "--json"]);
    assert!(is_written(folder.path(), "purchase"));
    let said = ends(&with(&folder, RIGHT, &["protect", "s.touchline", "--json"]), 0);
    assert!(said.contains("\"protected\":true") && said.contains("\"followed\":1"), "{said}");
    for text in ["purchase", "SQLite format 3"] {
        assert!(!is_written(folder.path(), text), "{text}");
    }

    let before = fs::read(folder.path().join("s.touchline")).expect("read");
    for arguments in [
        vec!["maps", "s.touchline"],
        vec!["check", "s.touchline"],
        vec!["backup", "s.touchline", "--list"],
        vec!["erase", "s.touchline", "--customer", "x"],
        vec!["protect", "s.touchline", "--remove"],
    ] {
        let missing = command(&folder, &arguments).stdin(Stdio::null()).output().expect("the program runs");
        let said = ends(&missing, 3);
        assert!(
            said.contains("is protected by a passphrase") && said.contains("--passphrase-file"),
            "{said}"
        );
        let said = ends(&with(&folder, "wrong horse battery", &arguments), 3);
        assert!(said.contains("does not open with this passphrase"), "{said}");
    }
    assert!(fs::read(folder.path().join("s.touchline")).expect("read") == before);

    let said = ends(&with(&folder, RIGHT, &["maps", "s.touchline", "--json"]), 0);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&said).expect("JSON"), maps);
    ends(&with(&folder, RIGHT, &["check", "s.touchline"]), 0);
    let said = ends(&with(&folder, RIGHT, &["backup", "s.touchline", "--list", "--json"]), 0);
    let listed: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let backup = listed[0]["id"].as_str().expect("an id");
    ends(&with(&folder, RIGHT, &["backup", "s.touchline", "--compare", backup]), 0);
    ends(&with(&folder, RIGHT, &["backup", "s.touchline", "--restore", backup]), 0);
    ends(&with(&folder, RIGHT, &["check", "s.touchline"]), 0);
}

#[test]
fn a_passphrase_comes_from_a_file_or_standard_input_and_is_changed_and_removed() {
    let folder = sample();
    json(&folder, &["backup", "s.touchline", "--json"]);
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    write("old", &format!("{RIGHT}\n"));
    write("new", "staple of horses\r\nand another line");
    let first = ["protect", "s.touchline", "--passphrase-file", "old"];
    ends(&run(&folder, &first), 0);
    ends(&run(&folder, &first), 2);
    let change =
        ["protect", "s.touchline", "--change", "--passphrase-file", "old", "--new-passphrase-file", "new"];
    ends(&run(&folder, &change), 0);
    ends(&run(&folder, &["maps", "s.touchline", "--passphrase-file", "old"]), 3);

    let mut piped = command(&folder, &["maps", "s.touchline", "--passphrase-file", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    piped.stdin.take().expect("a pipe").write_all(b"staple of horses\n").expect("written");
    ends(&piped.wait_with_output().expect("an end"), 0);

    let remove = ["protect", "s.touchline", "--remove", "--passphrase-file", "new", "--json"];
    let said = ends(&run(&folder, &remove), 0);
    assert!(said.contains("\"protected\":false") && said.contains("\"followed\":1"), "{said}");
    assert_eq!(json(&folder, &["check", "s.touchline", "--json"])["clean"], true);
    assert!(is_written(&folder.path().join("s.touchline-backups"), "SQLite format 3"));
    ends(&run(&folder, &["protect", "s.touchline", "--remove"]), 2);
}

#[test]
fn a_weak_passphrase_is_refused_and_nothing_is_changed() {
    let folder = sample();
    let before = fs::read(folder.path().join("s.touchline")).expect("read");
    for weak in ["", "short", "aaaaaaaaaaaaaaaa", "ninechars"] {
        let said = ends(&with(&folder, weak, &["protect", "s.touchline"]), 2);
        assert!(said.contains("at least 10 characters"), "{said}");
    }
    let nobody = command(&folder, &["protect", "s.touchline"]).stdin(Stdio::null()).output();
    ends(&nobody.expect("the program runs"), 2);
    assert!(fs::read(folder.path().join("s.touchline")).expect("read") == before);
}

#[test]
fn backups_are_deleted_or_kept_where_that_is_wanted() {
    for (word, told, left) in [("delete", "\"deleted\":1", 0), ("keep", "\"left\":1", 1)] {
        let folder = sample();
        json(&folder, &["backup", "s.touchline", "--json"]);
        let said = ends(&with(&folder, RIGHT, &["protect", "s.touchline", "--backups", word, "--json"]), 0);
        assert!(said.contains(told), "{said}");
        let entries = fs::read_dir(folder.path().join("s.touchline-backups")).expect("a folder");
        assert_eq!(entries.count(), left);
    }
}

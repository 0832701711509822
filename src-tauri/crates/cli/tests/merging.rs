//! Copies that a synchronised folder has left in conflict, as scripts merge them.

mod program;

use std::fs;
use std::process::{Command, Stdio};

use program::{json, run, sample};
use serde_json::Value;
use tempfile::TempDir;

const COPY: &str = "s-MacBook.touchline";

/// The sample and a copy of it; each has a map that the other has not, and one of the same title.
fn parted() -> TempDir {
    let folder = sample();
    fs::copy(folder.path().join("s.touchline"), folder.path().join(COPY)).expect("copied");
    for (file, titles) in [("s.touchline", ["Mine", "Found"]), (COPY, ["Theirs", "Found"])] {
        for title in titles {
            json(&folder, &["discover", file, "--title", title, "--json"]);
        }
    }
    let stages = ["discover", COPY, "--title", "Twice", "--stages", "One: cart; Two: purchase", "--json"];
    json(&folder, &stages);
    json(&folder, &["discover", "s.touchline", "--title", "Twice", "--json"]);
    folder
}

fn titles(folder: &TempDir) -> Vec<String> {
    let maps = json(folder, &["maps", "s.touchline", "--json"]);
    let titles = maps.as_array().expect("maps").iter().map(|map| map["title"].as_str().expect("a title"));
    titles.map(str::to_owned).collect()
}

#[test]
fn a_copy_in_conflict_is_told_of_compared_and_merged() {
    let folder = parted();
    let copies = json(&folder, &["conflicts", "s.touchline", "--json"]);
    assert_eq!((&copies[0]["name"], copies.as_array().map(Vec::len)), (&COPY.into(), Some(1)));
    let checked = run(&folder, &["check", "s.touchline"]);
    assert!(checked.status.success());
    let said = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(said.contains(COPY) && said.contains("touchline merge"), "{said}");

    let before = titles(&folder);
    let compared = json(&folder, &["merge", "s.touchline", COPY, "--dry-run", "--json"]);
    let state = |title: &str| {
        let maps = compared["maps"].as_array().expect("maps");
        maps.iter().find(|map| map["title"] == title).map_or(Value::Null, |map| map["state"].clone())
    };
    assert_eq!(
        ["Mine", "Theirs", "Found", "Twice"].map(state),
        ["only_here", "only_there", "same", "changed_both"]
    );
    let undecided = run(&folder, &["merge", "s.touchline", COPY]);
    assert_eq!(undecided.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&undecided.stderr).contains("Twice=ours"), "{undecided:?}");
    assert_eq!(titles(&folder), before);

    let arguments = ["merge", "s.touchline", COPY, "--map", "Twice=both", "--set-aside", "--json"];
    let merged = json(&folder, &arguments);
    assert_eq!(merged["added"], Value::from(vec!["Twice (2)", "Theirs"]));
    assert_eq!(titles(&folder).len(), before.len() + 2);
    assert!(!folder.path().join(COPY).exists());
    let backups = json(&folder, &["backup", "s.touchline", "--list", "--json"]);
    assert_eq!((&backups[0]["id"], &backups[0]["reason"]), (&merged["set_aside"], &"copy".into()));
    assert_eq!(backups[1]["reason"], "merge");
    json(&folder, &["check", "s.touchline", "--json"]);
}

#[test]
fn what_only_the_copy_has_imported_is_told_and_not_brought_over() {
    let folder = parted();
    fs::write(folder.path().join("more.csv"), "customer,event,timestamp\nnew,cart,2024-06-01\n")
        .expect("written");
    json(&folder, &["import", "interactions", COPY, "more.csv", "--json"]);
    let output = run(&folder, &["merge", "s.touchline", COPY, "--dry-run"]);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(out.contains("Theirs: only there; is added"), "{out}");
    assert!(err.contains("not brought over: what more.csv brought"), "{err}");
}

#[test]
fn what_cannot_be_merged_is_refused() {
    let folder = parted();
    fs::write(folder.path().join("s (1).touchline"), "nothing").expect("written");
    json(&folder, &["new", "other.touchline", "--json"]);
    for (copy, code, reason) in [
        ("other.touchline", 2, "no copy of the workspace"),
        ("s.touchline", 2, "no copy of the workspace"),
        ("s (1).touchline", 1, "s (1).touchline"),
        ("gone.touchline", 1, "gone.touchline"),
    ] {
        let output = run(&folder, &["merge", "s.touchline", copy]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{copy}: {said}");
        assert!(said.contains(reason), "{copy}: {said}");
    }
    let output = run(&folder, &["merge", "s.touchline", COPY, "--map", "No such map=ours"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("No such map"), "{output:?}");
    let output = run(&folder, &["merge", "s.touchline", COPY, "--map", "Twice=mine"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_copy_under_a_passphrase_of_its_own_is_merged_with_it() {
    const RIGHT: &str = "correct horse battery";
    let folder = parted();
    let touchline = |arguments: &[&str], variable: &str, passphrase: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        let command = command.args(arguments).current_dir(folder.path()).stdin(Stdio::null());
        command.env(variable, passphrase).output().expect("the program runs")
    };
    assert!(touchline(&["protect", COPY], "TOUCHLINE_NEW_PASSPHRASE", RIGHT).status.success());
    let merge = ["merge", "s.touchline", COPY, "--map", "Twice=theirs", "--set-aside"];
    let missing = touchline(&merge, "NOTHING", "");
    assert_eq!(missing.status.code(), Some(3), "{missing:?}");
    assert_eq!(touchline(&merge, "TOUCHLINE_COPY_PASSPHRASE", "wrong horse battery").status.code(), Some(3));
    let said = String::from_utf8(run(&folder, &["conflicts", "s.touchline"]).stdout).expect("UTF-8");
    assert!(said.contains("needs its passphrase"), "{said}");
    let merged = touchline(&merge, "TOUCHLINE_COPY_PASSPHRASE", RIGHT);
    assert!(merged.status.success(), "{merged:?}");
    assert!(titles(&folder).contains(&"Theirs".to_owned()));
    // The backup that it became is as open as the workspace.
    let backups = json(&folder, &["backup", "s.touchline", "--list", "--json"]);
    let copy = backups[0]["id"].as_str().expect("an id");
    json(&folder, &["backup", "s.touchline", "--compare", copy, "--json"]);
}

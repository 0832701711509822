//! Which files the program writes, and which it leaves alone.
#![cfg(unix)]

mod program;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use program::{json, run, sample};
use tempfile::TempDir;

const MAP: &str = "Shop journey";

/// The arguments that write a list of people.
fn listing(to: &str) -> Vec<&str> {
    vec![
        "who",
        "s.touchline",
        "--map",
        MAP,
        "--node",
        "Awareness",
        "--class",
        "all",
        "--everybody",
        "--csv",
        to,
    ]
}

fn named(folder: &TempDir, start: &str) -> Vec<String> {
    let names =
        fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.starts_with(start)).collect()
}

/// Runs what must end soon with this code.
fn ends(folder: &TempDir, arguments: &[&str], code: i32) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.args(arguments).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    let began = Instant::now();
    while child.try_wait().expect("it is ours").is_none() {
        if began.elapsed() > Duration::from_secs(20) {
            child.kill().expect("killed");
            panic!("{arguments:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().expect("its output");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    output
}

#[test]
fn no_export_is_written_over_a_workspace() {
    let folder = sample();
    let [file, picture] = ["s.touchline", "w.svg"].map(|name| folder.path().join(name));
    json(&folder, &["new", "w.svg", "--json"]);
    symlink("s.touchline", folder.path().join("link.svg")).expect("linked");
    symlink("link.svg", folder.path().join("far.svg")).expect("linked");
    fs::hard_link(&file, folder.path().join("hard.svg")).expect("linked");
    fs::write(folder.path().join("s.touchline-wal.svg"), "no log").expect("written");
    let before = [&file, &picture].map(|file| fs::read(file).expect("read"));
    let to = [
        "s.touchline",
        "s.touchline-wal",
        "s.touchline-shm",
        "s.touchline-journal",
        "w.svg",
        "link.svg",
        "far.svg",
        "hard.svg",
    ];
    for to in to {
        let said = ends(&folder, &listing(to), 1).stderr;
        assert!(String::from_utf8_lossy(&said).contains("is a workspace or part of one"), "{to}");
        if Path::new(to).extension().is_some_and(|end| end == "svg") {
            ends(&folder, &["export", "s.touchline", "--map", MAP, "--out", to], 1);
        }
    }
    let after = [&file, &picture].map(|file| fs::read(file).expect("read"));
    assert!(before == after, "both are as they were");
    ends(&folder, &["export", "s.touchline", "--map", MAP, "--out", "s.touchline-wal.svg"], 0);
}

#[test]
fn a_pipe_is_not_waited_for() {
    let folder = sample();
    let made = Command::new("mkfifo").arg(folder.path().join("pipe.svg")).status().expect("it runs");
    assert!(made.success());
    ends(&folder, &["import", "interactions", "s.touchline", "pipe.svg"], 1);
    ends(&folder, &["import", "customers", "s.touchline", "pipe.svg"], 1);
    ends(&folder, &["export", "s.touchline", "--map", MAP, "--out", "pipe.svg"], 1);
    ends(&folder, &listing("pipe.svg"), 1);
    let list = String::from_utf8(ends(&folder, &listing("/dev/stdout"), 0).stdout).expect("text");
    assert!(list.starts_with("key,name,entered"), "{list}");
    assert_eq!(
        list.lines().count() as u64,
        1 + json(&folder, &[&listing("list.csv")[..], &["--json"]].concat())["count"]
            .as_u64()
            .expect("a count")
    );
}

#[test]
fn what_a_killed_export_leaves_is_cleared_away_by_the_next() {
    let folder = sample();
    let mut left = 0;
    for _ in 0..60 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
        let mut child = command
            .args(listing("list.csv"))
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("it runs");
        while named(&folder, ".touchline-").is_empty() && child.try_wait().expect("it is ours").is_none() {}
        child.kill().expect("killed");
        child.wait().expect("ended");
        left += named(&folder, ".touchline-").len();
        if left >= 2 {
            break;
        }
    }
    assert!(left >= 2, "none was killed in time");
    let output = run(&folder, &listing("list.csv"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(named(&folder, ".touchline-"), [""; 0]);
}

#[test]
fn a_killed_new_workspace_is_whole_or_not_there() {
    let folder = TempDir::new().expect("a folder");
    let mut left = 0;
    for round in 0..40 {
        let name = format!("{round}.touchline");
        let mut child = Command::new(env!("CARGO_BIN_EXE_touchline"))
            .args(["sample", &name])
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .spawn()
            .expect("it runs");
        while named(&folder, ".touchline-").is_empty() && child.try_wait().expect("it is ours").is_none() {}
        std::thread::sleep(Duration::from_millis(round * 15));
        child.kill().expect("killed");
        child.wait().expect("ended");
        left += named(&folder, ".touchline-").len();
        if folder.path().join(&name).exists() {
            assert!(run(&folder, &["check", &name]).status.success(), "{name} is half made");
        }
    }
    assert!(left > 0, "none was killed in time");
    assert!(run(&folder, &["new", ":memory:"]).status.success());
    assert!(run(&folder, &["maps", ":memory:"]).status.success());
    assert_eq!(named(&folder, ".touchline-"), [""; 0]);
}

#[test]
fn what_only_reads_writes_nothing_to_the_workspace_or_beside_it() {
    let folder = sample();
    let file = folder.path().join("s.touchline");
    let before = fs::read(&file).expect("read");
    fs::set_permissions(&file, Permissions::from_mode(0o444)).expect("set");
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).expect("set");
    let lists = ["maps", "check"].map(|command| vec![command, "s.touchline"]);
    let overlay = vec!["overlay", "s.touchline", "--map", MAP];
    let segment = vec!["segment", "s.touchline", "--text", "user_lifecycle is new"];
    let people = vec!["who", "s.touchline", "--map", MAP, "--node", "Awareness", "--class", "all"];
    for arguments in lists.into_iter().chain([overlay, segment, people]) {
        ends(&folder, &arguments, 0);
        assert_eq!(named(&folder, ""), ["s.touchline"], "{arguments:?}");
        assert!(fs::read(&file).expect("read") == before, "{arguments:?}");
    }
    let modified = || fs::metadata(&file).expect("it is there").modified().expect("known");
    let written = modified();
    ends(&folder, &["maps", "s.touchline"], 0);
    assert_eq!(modified(), written);
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("set");
}

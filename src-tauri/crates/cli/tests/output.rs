//! What the program says, where it can hardly be said and where it is dangerous to say it.
#![cfg(unix)]

mod program;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::process::{Command, Stdio};

use program::{json, run, sample};
use tempfile::TempDir;

fn program(folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_touchline"));
    command.current_dir(folder.path());
    command
}

fn full() -> File {
    File::options().write(true).open("/dev/full").expect("a disk that is full")
}

#[test]
fn a_result_that_finds_no_room_is_a_failure() {
    let folder = sample();
    for arguments in [&["maps", "s.touchline", "--json"][..], &["maps", "s.touchline"], &["--help"]] {
        let output = program(&folder).args(arguments).stdout(full()).output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.starts_with("touchline: the result cannot be written"), "{arguments:?}: {said}");
    }
}

#[test]
fn warnings_that_find_no_room_change_nothing() {
    let folder = sample();
    for (arguments, code) in [
        (&["maps", "none.touchline"][..], 1),
        (&["segment", "s.touchline", "--text", "nonsense"], 2),
        (&["maps", "s.touchline", "--verbose"], 0),
        (&["maps"], 2),
    ] {
        let status = program(&folder).args(arguments).stdout(Stdio::null()).stderr(full()).status();
        assert_eq!(status.expect("it runs").code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn whoever_reads_no_further_is_told_nothing() {
    let folder = sample();
    let mut listing = program(&folder);
    listing.args(["maps", "s.touchline"]);
    let mut child = listing.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    assert_eq!((child.wait().expect("it ends").code(), said.as_str()), (Some(141), ""));
}

#[test]
fn a_file_may_be_named_in_bytes_that_are_no_text() {
    let folder = TempDir::new().expect("a folder");
    let [workspace, source, picture] =
        [&b"w\xff.touchline"[..], b"e\xff.csv", b"p\xff.svg"].map(OsStr::from_bytes);
    fs::write(folder.path().join(source), "user,event,time\na,ad,2024-01-01\nb,ad,2024-01-02\n")
        .expect("written");
    let does = |arguments: &[&OsStr]| {
        let output = program(&folder).args(arguments).arg("--json").output().expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("JSON")
    };
    let word = OsStr::new;
    does(&[word("new"), workspace]);
    does(&[word("import"), word("interactions"), workspace, source]);
    does(&[word("discover"), workspace, word("--title"), word("M")]);
    let out = does(&[word("export"), workspace, word("--map"), word("M"), word("--out"), picture]);
    assert_eq!(out["out"], "p\u{fffd}.svg");
    assert!(folder.path().join(picture).is_file());
    does(&[word("check"), workspace]);
    let output = program(&folder).args([word("maps"), source]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
}

/// Titles, events and cells that take a terminal over.
#[test]
fn no_name_commands_the_terminal() {
    const HOSTILE: &str = "x\u{1b}[2J\u{9b}31m\u{7}\u{202e}y";
    let folder = TempDir::new().expect("a folder");
    let source =
        format!("user,event,time,value\n{HOSTILE},{HOSTILE},2024-01-01,1\nb,{HOSTILE},{HOSTILE},1\n");
    fs::write(folder.path().join("e.csv"), source).expect("written");
    let hostile_file = format!("{HOSTILE}.touchline");
    let commands: [&[&str]; 7] = [
        &["new", &hostile_file],
        &["import", "interactions", &hostile_file, "e.csv"],
        &["discover", &hostile_file, "--title", HOSTILE],
        &["maps", &hostile_file],
        &["overlay", &hostile_file, "--map", HOSTILE],
        &["segment", &hostile_file, "--text", &format!("did \"{HOSTILE}\"")],
        &["export", &hostile_file, "--map", "none\u{1b}", "--out", "x.svg"],
    ];
    for arguments in commands {
        let output = run(&folder, arguments);
        for stream in [output.stdout, output.stderr] {
            let text = String::from_utf8(stream).expect("text");
            let acts = |c: &char| c.is_control() && !"\n\t".contains(*c) || *c == '\u{202e}';
            assert_eq!(text.chars().find(acts), None, "{arguments:?}: {text:?}");
        }
    }
    let maps = json(&folder, &["maps", &hostile_file, "--json"]);
    assert_eq!(maps.as_array().expect("maps").last().expect("a map")["title"], HOSTILE);
    let raw = run(&folder, &["maps", &hostile_file, "--json"]).stdout;
    assert!(raw.is_ascii(), "{}", String::from_utf8_lossy(&raw));
}

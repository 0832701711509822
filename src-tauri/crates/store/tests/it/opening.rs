//! Creating and opening: what is refused, how, and that it stays untouched.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs};

use model::{InteractionBatch, InteractionRows};
use rusqlite::Connection;
use store::{NewWorkspace, Passphrase, StoreError, Unlocked, Workspace};

use crate::fixture::{Desk, IMPORTED, NOW, always, batch, bytes, edit, one_part, small_map, source, told};

/// Opens a file that must be refused, and sees that it and its folder stay as they were.
fn refused(desk: &Desk) -> StoreError {
    let (before, files) = (bytes(&desk.path), desk.files());
    let error = Workspace::open(&desk.path).expect_err("it should be refused");
    assert_eq!(bytes(&desk.path), before, "the file was changed");
    assert_eq!(desk.files(), files, "something was left behind or removed");
    error
}

#[test]
fn a_new_workspace_opens_again_and_leaves_one_file() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    small_map(&mut workspace, "First");
    let before = told(&workspace);
    drop(workspace);
    assert_eq!(desk.files(), ["shop.touchline"]);
    let workspace = desk.open();
    assert_eq!(told(&workspace), before);
    let about = workspace.about().unwrap();
    assert_eq!(
        (about.title.as_str(), about.timezone.as_str(), about.created),
        ("Shop", "Europe/Amsterdam", NOW)
    );
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn an_existing_file_is_not_overwritten() {
    let desk = Desk::new();
    fs::write(&desk.path, "dear diary").unwrap();
    let new = NewWorkspace { title: "Shop".to_owned(), timezone: "UTC".to_owned() };
    let error = Workspace::create(&desk.path, &new, NOW).unwrap_err();
    assert!(matches!(error, StoreError::Exists(_)), "{error}");
    assert_eq!(bytes(&desk.path), b"dear diary");
}

#[test]
fn a_workspace_needs_a_title_and_leaves_no_file_without() {
    let desk = Desk::new();
    let new = NewWorkspace { title: " ".to_owned(), timezone: "UTC".to_owned() };
    assert!(matches!(Workspace::create(&desk.path, &new, NOW), Err(StoreError::Untitled("workspace"))));
    assert_eq!(desk.files(), [""; 0]);
}

#[test]
fn a_missing_file_is_said_to_be_missing() {
    let desk = Desk::new();
    assert!(matches!(Workspace::open(&desk.path), Err(StoreError::NotFound(_))));
    assert_eq!(desk.files(), [""; 0]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let desk = Desk::new();
    assert!(Command::new("mkfifo").arg(&desk.path).status().unwrap().success());
    assert!(matches!(Workspace::open(&desk.path), Err(StoreError::Foreign(_))));
    assert!(matches!(Workspace::examine(&desk.path), Err(StoreError::Foreign(_))));
    assert!(matches!(Workspace::set_log_aside(&desk.path), Err(StoreError::Foreign(_))));
}

#[cfg(unix)]
#[test]
fn a_workspace_is_for_its_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let _open = desk.create();
    for name in desk.files() {
        let mode = fs::metadata(desk.folder.path().join(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn what_is_no_workspace_is_refused() {
    let desk = Desk::new();
    for content in [&b""[..], b"customer,event\nc1,ad\n", &[0x53; 4096], b"SQLite format 3\0"] {
        fs::write(&desk.path, content).unwrap();
        assert!(matches!(refused(&desk), StoreError::Foreign(_)));
    }
    fs::remove_file(&desk.path).unwrap();
    let other = Connection::open(&desk.path).unwrap();
    other.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE note (text TEXT);").unwrap();
    drop(other);
    assert!(matches!(refused(&desk), StoreError::Foreign(_)));
    assert!(matches!(
        Workspace::open(desk.folder.path()),
        Err(StoreError::Foreign(_) | StoreError::Io { .. })
    ));
}

#[test]
fn a_newer_format_is_refused_also_when_only_the_log_says_so() {
    let desk = Desk::new();
    drop(desk.create());
    desk.tamper("PRAGMA journal_mode = WAL");
    let original = bytes(&desk.path);
    desk.tamper("PRAGMA user_version = 70");
    assert!(matches!(refused(&desk), StoreError::Newer { found: 70, .. }));

    // As a newer version of the app that was killed would leave it: the file is old, its log is new.
    fs::write(&desk.path, original).unwrap();
    let elsewhere = desk.folder.path().join("copy");
    fs::copy(&desk.path, &elsewhere).unwrap();
    let newer = Connection::open(&elsewhere).unwrap();
    let go_on = "UPDATE lineage SET before = now, now = randomblob(16)";
    newer.execute_batch(&format!("BEGIN; {go_on}; PRAGMA user_version = 80; COMMIT")).unwrap();
    let log = desk.folder.path().join("shop.touchline-wal");
    fs::copy(desk.folder.path().join("copy-wal"), &log).unwrap();
    drop(newer);
    let before = bytes(&log);
    assert!(matches!(refused(&desk), StoreError::Newer { found: 80, .. }));
    assert_eq!(bytes(&log), before, "the log was changed");
}

#[test]
fn a_damaged_file_is_refused() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    small_map(&mut workspace, "First");
    drop(workspace);
    let whole = bytes(&desk.path);

    let mut cut = whole.clone();
    cut.truncate(whole.len() / 2);
    fs::write(&desk.path, &cut).unwrap();
    let error = refused(&desk);
    assert!(
        matches!(&error, StoreError::Damaged { path, .. } if path.ends_with("shop.touchline")),
        "{error}"
    );

    let mut scrambled = whole.clone();
    scrambled[100..400].fill(0xA5);
    fs::write(&desk.path, &scrambled).unwrap();
    let error = refused(&desk);
    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");

    fs::write(&desk.path, &whole).unwrap();
    desk.tamper("DROP TABLE transition; DROP TABLE touchpoint_event; DROP TABLE touchpoint");
    let error = refused(&desk);
    assert!(error.to_string().contains("touchpoint"), "{error}");

    fs::write(&desk.path, &whole).unwrap();
    desk.tamper("DELETE FROM workspace");
    assert!(matches!(refused(&desk), StoreError::Damaged { .. }));
}

#[test]
fn damage_further_inside_is_found_by_the_check() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    for title in 0..60 {
        small_map(&mut workspace, &format!("Map {title}"));
    }
    drop(workspace);
    let mut scrambled = bytes(&desk.path);
    let last = scrambled.len() - 3000;
    scrambled[last..last + 2000].fill(0xA5);
    fs::write(&desk.path, &scrambled).unwrap();
    let damaged = match Workspace::open(&desk.path) {
        Ok(workspace) => !workspace.check().unwrap().is_empty(),
        Err(error) => matches!(error, StoreError::Damaged { .. }),
    };
    assert!(damaged);
}

#[test]
fn a_second_opening_in_this_process_is_refused_and_harms_nothing() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    assert!(matches!(Workspace::open(&desk.path), Err(StoreError::Busy(_))));
    let odd = desk.folder.path().join(".").join("shop.touchline");
    assert!(matches!(Workspace::open(&odd), Err(StoreError::Busy(_))));
    // The lock against other processes still holds.
    assert!(!writes_from_another_process(&desk.path));
    small_map(&mut workspace, "First");
    drop(workspace);
    assert!(writes_from_another_process(&desk.path));
    desk.open();
}

/// A file dialog that the app shows looks into the files of a folder from within the app's own process.
#[cfg(unix)]
#[test]
fn a_look_into_the_file_from_this_process_lets_no_other_in() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    drop(fs::File::open(&desk.path).unwrap());
    assert!(!opens_in_another_process(&desk.path));
    small_map(&mut workspace, "First");
    drop(workspace);
    assert!(opens_in_another_process(&desk.path));
    desk.open();
}

#[test]
fn a_file_in_use_by_another_process_is_busy_until_that_dies() {
    let desk = Desk::new();
    drop(desk.create());
    let mut other =
        elsewhere("hold", &desk.path).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(other.stdout.take().unwrap()).lines();
    assert!(
        lines.map_while(Result::ok).any(|line| line.contains("holding")),
        "the other process holds nothing"
    );
    let before = bytes(&desk.path);
    assert!(matches!(Workspace::open(&desk.path), Err(StoreError::Busy(_))));
    other.kill().unwrap();
    other.wait().unwrap();
    assert_eq!(bytes(&desk.path), before);
    desk.open();
}

/// This program as a process of its own, to do something with the file.
fn elsewhere(task: &str, path: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "opening::as_another_process", "--ignored", "--nocapture"]);
    command.env("TASK", task).env("WORKSPACE", path);
    command
}

/// Whether another process can write to the file at this moment.
fn writes_from_another_process(path: &Path) -> bool {
    elsewhere("write", path).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
}

/// Whether somebody who is not root can only look at the workspace.
#[cfg(unix)]
pub fn only_looks_as_somebody_else(path: &Path) -> bool {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    // The program may be where nobody else can come.
    let program = tempfile::NamedTempFile::new().unwrap().into_temp_path();
    fs::copy(env::current_exe().unwrap(), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = Command::new(&program);
    command.args(elsewhere("only look", path).get_args());
    command.env("TASK", "only look").env("WORKSPACE", path).current_dir("/");
    if fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0) {
        command.uid(65_534);
    }
    command.stdout(Stdio::null()).status().unwrap().success()
}

/// Whether another process can look at the workspace at this moment.
#[cfg(unix)]
pub fn looks_in_another_process(path: &Path) -> bool {
    elsewhere("look", path).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
}

/// Whether another process can open the workspace at this moment.
#[cfg(unix)]
pub fn opens_in_another_process(path: &Path) -> bool {
    elsewhere("open", path).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
}

#[test]
#[ignore = "the other process of the tests above"]
fn as_another_process() {
    let path = env::var("WORKSPACE").unwrap();
    let task = env::var("TASK").unwrap();
    let unlock = |phrase| Unlocked::by_passphrase(Path::new(&path), &Passphrase::new(phrase)).unwrap();
    let _key = env::var("PASSPHRASE").ok().map(unlock);
    if task == "die importing" {
        return die_importing(Path::new(&path));
    }
    if task == "only look" {
        assert!(matches!(Workspace::open(Path::new(&path)), Err(StoreError::ReadOnly(_))));
        let workspace = Workspace::open_or_look(Path::new(&path)).unwrap();
        return assert!(workspace.is_read_only() && workspace.columns().unwrap().len() == 50);
    }
    if task == "look" {
        return drop(Workspace::look(Path::new(&path)).unwrap());
    }
    if task == "open" {
        return drop(Workspace::open(Path::new(&path)).unwrap());
    }
    let conn = Connection::open(&path).unwrap();
    conn.busy_timeout(Duration::ZERO).unwrap();
    match task.as_str() {
        "hold" => {
            conn.execute_batch("BEGIN IMMEDIATE; UPDATE workspace SET title = title").unwrap();
            println!("holding");
            std::io::stdin().read_line(&mut String::new()).unwrap();
        }
        "write" => conn.execute_batch("UPDATE workspace SET title = title").unwrap(),
        "copy" => {
            fs::copy(&path, format!("{path}-copy")).unwrap();
        }
        other => panic!("no task {other}"),
    }
}

#[test]
fn edits_of_a_process_that_dies_are_kept() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    small_map(&mut workspace, "First");
    let before = told(&workspace);
    // What the disk holds if the process dies now: the file and its log.
    let crashed = Desk::new();
    for end in ["", "-wal"] {
        let name = format!("shop.touchline{end}");
        let copied = copied_by_another_process(&desk.folder.path().join(&name));
        fs::write(crashed.folder.path().join(&name), copied).unwrap();
    }
    assert_eq!(told(&crashed.open()), before);
}

/// What is in a file that this process has open; reading it here would drop this process's lock on it.
pub fn copied_by_another_process(file: &Path) -> Vec<u8> {
    assert!(elsewhere("copy", file).stdout(Stdio::null()).status().unwrap().success());
    let copy = format!("{}-copy", file.display());
    let copied = fs::read(&copy).unwrap();
    fs::remove_file(copy).unwrap();
    copied
}

#[test]
fn an_import_that_dies_leaves_nothing() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    workspace.import_interactions(batch(&[("a", "ad", 1)]), &source("one"), NOW, &always).unwrap();
    drop(workspace);
    let before = desk.rows(&IMPORTED);
    let status =
        elsewhere("die importing", &desk.path).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(!status.success());
    // It died after pages of the file were overwritten.
    assert!(desk.files().contains(&"shop.touchline-journal".to_owned()), "{:?}", desk.files());
    let workspace = desk.open();
    assert_eq!(workspace.check().unwrap(), []);
    assert_eq!(workspace.imports().unwrap().len(), 1);
    drop(workspace);
    assert_eq!(desk.rows(&IMPORTED), before);
    assert_eq!(desk.files(), ["shop.touchline"]);
}

#[test]
fn the_journal_of_another_file_is_not_played_into_one() {
    play_journals(None);
}

#[test]
fn the_journal_of_another_protected_file_is_not_played_into_one() {
    play_journals(Some("correct horse"));
}

fn play_journals(passphrase: Option<&str>) {
    let desk = Desk::new();
    let mut workspace = desk.create();
    workspace.import_interactions(batch(&[("a", "ad", 1)]), &source("one"), NOW, &always).unwrap();
    drop(workspace);
    let _key = passphrase.map(|passphrase| desk.protect(passphrase));
    let before = bytes(&desk.path);
    let mut dies = elsewhere("die importing", &desk.path);
    dies.envs(passphrase.map(|passphrase| ("PASSPHRASE", passphrase)));
    assert!(!dies.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success());
    let journal = desk.folder.path().join("shop.touchline-journal");
    let kept = bytes(&journal);

    // Its own file, and that as it was before, are the same when it has been played back.
    let half = bytes(&desk.path);
    for own in [&half, &before] {
        let here = Desk::new();
        fs::write(&here.path, own).unwrap();
        fs::write(here.folder.path().join("shop.touchline-journal"), &kept).unwrap();
        assert_eq!(Workspace::look(&here.path).unwrap().imports().unwrap().len(), 1);
        let workspace = here.open();
        assert_eq!(workspace.check().unwrap(), []);
        assert_eq!(workspace.imports().unwrap().len(), 1);
    }

    // A copy that went another way, and another workspace.
    let other = Desk::new();
    fs::write(&other.path, &before).unwrap();
    small_map(&mut other.open(), "Much");
    let apart = bytes(&other.path);
    let another = Desk::new();
    small_map(&mut another.create(), "Another");
    let _other_key = passphrase.map(|passphrase| another.protect(passphrase));
    for file in [apart, bytes(&another.path)] {
        let here = Desk::new();
        fs::write(&here.path, &file).unwrap();
        let beside = here.folder.path().join("shop.touchline-journal");
        fs::write(&beside, &kept).unwrap();
        assert!(matches!(refused(&here), StoreError::StrayLog(_)));
        assert!(matches!(Workspace::look(&here.path), Err(StoreError::StrayLog(_))));
        assert!(bytes(&beside) == kept);
        let parted = Workspace::part(&here.path).unwrap();
        assert!(bytes(&here.path) == file && bytes(&beside) == kept);
        drop(Workspace::open(&parted.without).unwrap());
        let aside = Workspace::set_log_aside(&here.path).unwrap();
        assert!(aside.ends_with("shop.touchline-journal-aside") && bytes(&aside) == kept);
        assert_eq!(here.open().check().unwrap(), []);
    }
}

/// An import so large that SQLite writes pages of it before it commits; the process ends before that.
fn die_importing(path: &Path) {
    let rows = InteractionRows {
        customer: (0..9_000).collect(),
        event: vec![0; 9_000],
        at: vec![NOW; 9_000],
        ..InteractionRows::default()
    };
    let customers = rows.customer.iter().map(|number| format!("{number:08000}")).collect();
    let batch = InteractionBatch { events: vec!["ad".to_owned()], ..one_part(customers, rows) };
    let progress = |done, all| if done == all { std::process::abort() } else { true };
    let mut workspace = Workspace::open(path).unwrap();
    drop(workspace.import_interactions(batch, &source("two"), NOW, &progress));
}

#[test]
fn a_version_1_file_made_from_its_schema_opens() {
    let desk = Desk::new();
    let conn = Connection::open(&desk.path).unwrap();
    conn.execute_batch(include_str!("../../migrations/001.sql")).unwrap();
    conn.execute_batch(
        "INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0);
         INSERT INTO map VALUES (3, 'Way', 'linear', NULL);
         INSERT INTO stage VALUES (5, 3, 0, 'Aware', NULL);
         PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(conn);
    let mut workspace = desk.open();
    assert_eq!(workspace.about().unwrap().title, "Old");
    let map = workspace.maps().unwrap()[0].id;
    edit(&mut workspace, |tx| tx.add_stage(map, 1, "Buy"));
    assert_eq!(workspace.journey(map).unwrap().stages().len(), 2);
    assert!(desk.files().contains(&"shop.v1.touchline-backup".to_owned()));
}

#[test]
fn a_workspace_takes_the_place_of_another_unless_that_is_open() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    small_map(&mut workspace, "First");
    let by = desk.path.with_extension("new");
    let new = NewWorkspace { title: "Original".to_owned(), timezone: "UTC".to_owned() };
    drop(Workspace::create(&by, &new, NOW).unwrap());
    let refused = Workspace::supplant(&desk.path, &by).unwrap_err();
    assert!(matches!(refused, StoreError::Busy(_)), "{refused}");
    drop(workspace);

    fs::write(desk.path.with_extension("touchline-wal"), "what a crash left").unwrap();
    Workspace::supplant(&desk.path, &by).unwrap();
    assert_eq!(desk.files(), ["shop.touchline"]);
    assert_eq!(desk.open().about().unwrap().title, "Original");
}

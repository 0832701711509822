//! The app ended in the middle of whatever it does: what was acknowledged is there, nothing is there by half, and no
//! pieces are left after the next start.
//!
//! `TOUCHLINE_CASES` sets how often.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use app::operations::{AddSegment, AddTouchpoint, RenameTouchpoint, SetEvents};
use app::{
    Asked, BackupReason, CustomerImport, ExportOptions, ImportSummary, InteractionImport, Level, Listing,
    Locale, Mode, NamedWho, NewWorkspace, OldBackups, Passphrase, Reader, Repeats, Rule, Session, Theme,
    TouchpointId, Unit,
};
use tempfile::TempDir;

const NAME: &str = "Shop.touchline";

/// The kinds of things that are done, in turn.
const STEPS: usize = 17;

fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery".to_owned())
}

/// Opens a workspace, whether or not it is protected at the moment.
fn open(path: &Path) -> Session {
    let is_protected = app::is_protected(path).expect("a file");
    let _unlocked = is_protected.then(|| app::unlock(path, &passphrase()).expect("unlocked"));
    Session::open(path).unwrap_or_else(|error| panic!("{error}"))
}

fn new() -> NewWorkspace {
    let (title, template, persona) = (None, None, Some("Lena".to_owned()));
    NewWorkspace { title, timezone: "UTC".to_owned(), template, examples: false, persona, locale: Locale::En }
}

/// A source that only a step has.
fn source(folder: &Path, step: usize, head: &str, row: impl Fn(usize) -> String) -> PathBuf {
    let path = folder.join(format!("source {step}.csv"));
    let rows: Vec<String> = (0..400).map(row).collect();
    fs::write(&path, format!("{head}\n{}\n", rows.join("\n"))).expect("written");
    path
}

/// Does what comes at a step; some of it is refused, which is an answer too.
fn take(mut session: Session, folder: &Path, step: usize) -> Session {
    let title = format!("Step {step}");
    let map = session.overview().expect("an overview").maps.first().map(|map| map.id);
    match (step % STEPS, map) {
        (0 | 5, _) => {
            let source = source(folder, step, "customer,event,time", |row| {
                let event = ["ad", "page", "order"][row % 3];
                format!("c{},{event},2024-0{}-{:02}", (row + step) % 60, 1 + step % 9, 1 + row % 28)
            });
            let _ = session.import_interactions(&source, &InteractionImport::default(), &|_| true);
            fs::remove_file(source).expect("it is ours");
        }
        (1, _) => {
            let source = source(folder, step, "id,name,plan", |row| {
                format!("c{row},Person {row},{}", ["pro", "free"][(row + step) % 2])
            });
            let _ = session.import_customers(&source, &CustomerImport::default(), &|_| true);
            fs::remove_file(source).expect("it is ours");
        }
        (2, Some(map)) => {
            let add = AddTouchpoint { map, title, left: 40.0, top: 40.0, joined: None, channel: None };
            session.edit(&add.into()).expect("an edit");
        }
        (3, _) => {
            let _ = session.edit(&RenameTouchpoint { touchpoint: TouchpointId(1), title }.into());
        }
        (4, _) => {
            let rule = Rule::attribute_is("plan", "pro");
            let _ = session.edit(&AddSegment { name: title, rule }.into());
        }
        (6, _) => {
            let _ = session.undo();
        }
        (7, _) => {
            let _ = session.redo();
        }
        (8, _) => {
            let imports = session.overview().expect("an overview").imports;
            if let Some(ImportSummary { id, .. }) = imports.first().filter(|_| step.is_multiple_of(3)) {
                let _ = session.undo_import(*id, &|_| true);
            }
        }
        (9, Some(_)) => export(&mut session, folder),
        (10, _) => {
            let _ = session.back_up(BackupReason::Asked);
        }
        (11, _) => {
            let _ = session.erase(&format!("c{}", step % 60), true);
        }
        (12, _) => {
            let path = folder.join(format!("New {step}.touchline"));
            drop(Session::create(&path, &new()).expect("it is new"));
        }
        (13, _) => {
            let backups = session.backups().expect("backups");
            if let Some(backup) = backups.last().filter(|_| step.is_multiple_of(2)) {
                return session
                    .restore(&backup.id)
                    .unwrap_or_else(|unrestored| *unrestored.session.expect("it is opened again"));
            }
        }
        (14, _) => {
            let events = vec![["ad", "page", "order"][step % 3].to_owned()];
            let _ = session.edit(&SetEvents { touchpoint: TouchpointId(1 + step as i64 % 4), events }.into());
        }
        (15, _) => return protect(session, step),
        (16, _) if session.is_protected() && step.is_multiple_of(2) => {
            return session
                .unprotect(OldBackups::Follow)
                .unwrap_or_else(|unrestored| panic!("{}", unrestored.error))
                .0;
        }
        _ => {}
    }
    session
}

/// Gives the workspace the passphrase: the first, or, by another key, the same again.
fn protect(session: Session, step: usize) -> Session {
    let backups = if step.is_multiple_of(3) { OldBackups::Delete } else { OldBackups::Follow };
    let done = session.protect(&passphrase(), backups);
    done.unwrap_or_else(|unrestored| panic!("{}", unrestored.error)).0
}

fn export(session: &mut Session, folder: &Path) {
    let (title, question) = asked(session);
    let options = ExportOptions {
        scale: 1,
        paper: None,
        extent: app::Extent::Whole,
        extras: app::Extras::default(),
        carries: true,
        reading: app::Reading::default(),
        theme: Theme::Light,
        locale: Locale::En,
    };
    let picture = session.export(&title, &question, &folder.join("map.png"), &options);
    picture.and_then(|export| export.write()).expect("a picture");
    let columns = session.every_column(false).expect("columns");
    let list = folder.join("people.csv");
    session.export_people(&list, &Listing::default(), &columns, Reader::Program, &|_| true).expect("a list");
}

fn asked(session: &Session) -> (String, app::Question) {
    let title = session.map_summaries().expect("maps").first().expect("a map").title.clone();
    let asked = Asked {
        level: Level::Touchpoint,
        unit: Unit::Customers,
        mode: Mode::Next,
        window: "30d".to_owned(),
        from: None,
        to: None,
        cutoff: None,
        among: NamedWho::Everybody,
        repeats: Repeats::Collapse,
        observed: false,
        against: None,
    };
    let map = session.map_by_title(&title).expect("the map");
    (title, session.question(map, &asked).expect("a question"))
}

/// All that a workspace says, but for when.
fn told(session: &mut Session) -> String {
    let overview = session.overview().expect("an overview");
    let imports: Vec<_> =
        overview.imports.iter().map(|import| (&import.source, import.taken, import.rejected)).collect();
    let (title, question) = asked(session);
    let numbers = session.overlay_report(&title, &question).expect("numbers");
    let undo = overview.history.undo.as_ref().map(|step| &step.subject);
    let maps = session.map_summaries().expect("maps");
    let people =
        session.people(&Listing::default(), &["plan".to_owned()], app::Page { start: 0, length: 99 });
    let people = people.expect("people").rows;
    format!(
        "{:?} {:?} {imports:?} {undo:?} {maps:?} {numbers:?} {people:?}",
        overview.segments, overview.personas
    )
}

/// What runs until it is killed: it says each step that it has done.
#[test]
#[ignore = "the process that is killed"]
fn a_life_that_is_ended() {
    let (Some(folder), Some(from)) = (env::var_os("FOLDER"), env::var("FROM").ok()) else { return };
    let folder = Path::new(&folder);
    let mut session = open(&folder.join(NAME));
    let mut out = std::io::stdout().lock();
    for step in from.parse::<usize>().expect("a number").. {
        session = take(session, folder, step);
        writeln!(out, "did {step}").and_then(|()| out.flush()).expect("somebody listens");
    }
}

/// Lives from a step on for a while; gives the first step that was not acknowledged.
fn live(folder: &Path, from: usize, length: Duration) -> usize {
    let mut command = Command::new(env::current_exe().expect("a program"));
    command.args(["--exact", "kills::a_life_that_is_ended", "--ignored", "--nocapture"]);
    command.env("FOLDER", folder).env("FROM", from.to_string());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    thread::scope(|scope| {
        let reader = scope.spawn(move || {
            let mut next = from;
            while let Some(Ok(line)) = lines.next() {
                // The first line may stand behind what the harness says.
                if let Some((_, step)) = line.split_once("did ") {
                    next = step.parse::<usize>().expect("a number") + 1;
                }
            }
            next
        });
        thread::sleep(length);
        child.kill().expect("it runs until then");
        child.wait().expect("it is ours");
        reader.join().expect("a number")
    })
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// The files in a folder and in those within it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Opens what is left; gives what it says, when all that stands beside it was seen to be whole.
fn found(folder: &Path) -> String {
    let path = folder.join(NAME);
    let mut session = open(&path);
    assert_eq!(session.check().expect("checked"), [""; 0]);
    let told = told(&mut session);
    for backup in session.backups().expect("backups") {
        session.compare(&backup.id).unwrap_or_else(|error| panic!("{}: {error}", backup.id));
    }
    assert_eq!(session.untreated_backups(), 0);
    drop(session);
    for file in files(folder) {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if name == "map.png" {
            assert!(fs::read(&file).expect("read").ends_with(b"IEND\xae\x42\x60\x82"), "half a picture");
        } else if name == "people.csv" {
            assert!(fs::read(&file).expect("read").ends_with(b"\n"), "half a list");
        } else if name.starts_with("New ") {
            assert!(name.ends_with(".touchline"), "{name} was left");
            assert_eq!(Session::open(&file).expect("whole").check().expect("checked"), [""; 0]);
            fs::remove_file(&file).expect("it is ours");
        } else {
            let is_piece =
                name.starts_with('.') || ["-wal", "-shm", "-journal"].iter().any(|end| name.ends_with(end));
            assert!(!is_piece, "{name} was left");
        }
    }
    told
}

#[test]
fn whenever_the_app_is_killed_what_it_acknowledged_is_there() {
    let kills = env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(25);
    let desk = TempDir::new().expect("a folder");
    let folder = desk.path().join("here");
    fs::create_dir(&folder).expect("a folder");
    drop(Session::create(&folder.join(NAME), &new()).expect("created"));
    let (mut next, mut random, mut went_on) = (0, 0x9E37_79B9_7F4A_7C15_u64, 0);
    for _ in 0..kills {
        let twin = desk.path().join("twin");
        copy(&folder, &twin);
        // Marsaglia's xorshift.
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let unsure = live(&folder, next, Duration::from_micros(30_000 + random % 600_000));
        let mut session = open(&twin.join(NAME));
        for step in next..unsure {
            session = take(session, &twin, step);
        }
        let acknowledged = told(&mut session);
        let after = told(&mut take(session, &twin, unsure));
        let found = found(&folder);
        let is_done = found == after;
        assert!(
            is_done || found == acknowledged,
            "in step {unsure}:\n{found}\nis neither\n{acknowledged}\nnor\n{after}"
        );
        went_on += unsure - next;
        next = unsure + usize::from(is_done);
        fs::remove_dir_all(&twin).expect("it is ours");
    }
    assert!(went_on > kills / 4, "{went_on} steps before {kills} kills");
}

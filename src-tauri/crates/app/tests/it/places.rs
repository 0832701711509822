//! Where backups lie: beside the workspace or in a folder of choice; and those that migrations made.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Once;

use app::operations::AddPersona;
use app::{
    BackupReason, Edit, Failure, FailureCode, InteractionImport, Locale, NewWorkspace, OldBackups,
    Passphrase, Session,
};
use rusqlite::Connection;
use tempfile::TempDir;

const XAVIER: &str = "xavier@example.org";

/// A machine's settings, a disk and a workspace.
struct Desk {
    folder: TempDir,
    disk: PathBuf,
    path: PathBuf,
}

impl Desk {
    fn set() -> Self {
        static SETTINGS: Once = Once::new();
        SETTINGS.call_once(|| {
            let settings = Path::new(env!("CARGO_TARGET_TMPDIR")).join("settings");
            // Of an earlier run.
            let _ = fs::remove_dir_all(&settings);
            app::keep_settings_in(settings);
        });
        let folder = TempDir::new().expect("a folder");
        let disk = folder.path().join("disk");
        fs::create_dir(&disk).expect("made");
        let path = folder.path().join("Shop.touchline");
        Self { folder, disk, path }
    }

    fn create(&self) -> Session {
        create(&self.path)
    }

    fn beside(&self) -> PathBuf {
        PathBuf::from(format!("{}-backups", self.path.display()))
    }

    /// Notes what was to become of the backups, as if the app had ended before it was done.
    fn intend(&self, note: &str) {
        fs::write(self.beside().join(".touchline-intention"), note).expect("written");
    }

    fn unplugged(&self) -> PathBuf {
        let away = self.folder.path().join("away");
        fs::rename(&self.disk, &away).expect("unplugged");
        away
    }
}

fn create(path: &Path) -> Session {
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    Session::create(path, &new).expect("created")
}

fn change(session: &mut Session, name: &str) {
    let edit: Edit = AddPersona { name: name.to_owned() }.into();
    session.edit(&edit).expect("an edit");
}

fn personas(session: &Session) -> Vec<String> {
    session.overview().expect("an overview").personas.into_iter().map(|persona| persona.name).collect()
}

fn made(session: &Session) -> app::Backup {
    session.back_up(BackupReason::Asked).expect("a backup").expect("something has changed")
}

/// The files in a folder and those below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn names(text: &str, file: &Path) -> bool {
    fs::read(file).expect("readable").windows(text.len()).any(|each| each == text.as_bytes())
}

fn code(error: app::AppError) -> FailureCode {
    Failure::from(error).code
}

#[test]
fn backups_are_kept_in_a_folder_of_choice() {
    let desk = Desk::set();
    let mut session = desk.create();
    made(&session);
    let moved = session.keep_backups_in(Some(&desk.disk)).expect("chosen");
    assert_eq!((moved.moved, moved.left), (1, None));
    assert!(!desk.beside().exists(), "nothing is left beside the workspace");
    change(&mut session, "Lena");
    let second = made(&session);
    assert!(!second.is_beside);
    assert_eq!(files(&desk.disk).len(), 2);
    drop(session);

    // Another session knows it too, also after the workspace was moved.
    let moved = desk.path.with_file_name("Moved.touchline");
    fs::rename(&desk.path, &moved).expect("moved");
    let mut session = Session::open(&moved).expect("opened");
    assert_eq!(session.backups().expect("a list").len(), 2);
    change(&mut session, "Tom");
    for number in 0..12 {
        change(&mut session, &number.to_string());
        made(&session);
    }
    assert_eq!(files(&desk.disk).len(), 10, "the last of the day is among the ten");
    let session = session.restore(&second.id).expect_err("it was thinned out").session.expect("open still");

    // And back beside it.
    let back = session.keep_backups_in(None).expect("chosen");
    assert_eq!((back.moved, files(&desk.disk).len()), (10, 0));
    assert!(session.backups().expect("a list").iter().all(|each| each.is_beside));
    assert_eq!(session.backup_place().expect("a place").chosen, None);
}

#[test]
fn workspaces_of_one_name_do_not_mix_in_one_folder() {
    let desk = Desk::set();
    let first = desk.create();
    drop(first);
    // Even copies of each other.
    let other = desk.folder.path().join("other");
    fs::create_dir(&other).expect("made");
    let other = other.join("Shop.touchline");
    fs::copy(&desk.path, &other).expect("copied");
    let mut sessions = [&desk.path, &other].map(|path| Session::open(path).expect("opened"));
    for (session, name) in sessions.iter_mut().zip(["Lena", "Tom"]) {
        session.keep_backups_in(Some(&desk.disk)).expect("chosen");
        change(session, name);
        made(session);
    }
    assert_eq!(files(&desk.disk).len(), 2);
    for (mut session, name) in sessions.into_iter().zip(["Lena", "Tom"]) {
        let [backup] = &session.backups().expect("a list")[..] else { panic!("one each") };
        let id = backup.id.clone();
        change(&mut session, "Later");
        assert_eq!(personas(&session.restore(&id).expect("restored")), [name]);
    }
}

#[test]
fn while_the_folder_is_missing_backups_are_made_beside_the_workspace() {
    let desk = Desk::set();
    let mut session = desk.create();
    session.keep_backups_in(Some(&desk.disk)).expect("chosen");
    let there = made(&session).id;
    assert_eq!(session.missing_backup_folder(), None);
    let away = desk.unplugged();
    assert_eq!(session.missing_backup_folder(), Some(desk.disk.canonicalize().unwrap_or(desk.disk.clone())));
    assert!(session.backup_place().expect("a place").is_missing);
    change(&mut session, "Lena");
    let beside = made(&session);
    assert!(beside.is_beside && files(&desk.beside()).len() == 1);

    // What has to reach every backup is refused, and nothing has changed.
    assert_eq!(
        code(session.erase(XAVIER, true).expect_err("out of reach")),
        FailureCode::BackupFolderMissing
    );
    assert_eq!(code(session.expire("0d", true).expect_err("out of reach")), FailureCode::BackupFolderMissing);
    let phrase = Passphrase::new("correct horse battery".to_owned());
    let refused = session.protect(&phrase, OldBackups::Follow).expect_err("out of reach");
    assert_eq!(code(refused.error), FailureCode::BackupFolderMissing);
    let session = refused.session.expect("open still");
    assert!(!session.is_protected());

    // Plugged in again, both are listed.
    fs::rename(&away, &desk.disk).expect("plugged in");
    let ids: Vec<_> = session.backups().expect("a list").into_iter().map(|each| each.id).collect();
    assert_eq!(ids, [beside.id, there]);

    // A disk that is lost is given up by choosing anew, which is told.
    desk.unplugged();
    let left = session.keep_backups_in(None).expect("chosen").left;
    assert!(left.expect("it is told").ends_with("disk"));
    assert_eq!(session.backups().expect("a list").len(), 1);
    assert!(session.keep_backups_in(Some(&desk.disk)).is_err(), "there is no such folder");
}

#[test]
fn what_is_done_to_backups_is_done_in_a_folder_of_choice_too() {
    let desk = Desk::set();
    let mut session = desk.create();
    let log = desk.folder.path().join("log.csv");
    fs::write(&log, format!("customer,event,timestamp\n{XAVIER},ad,2024-03-01\nann,ad,2024-03-01\n"))
        .expect("written");
    session.import_interactions(&log, &InteractionImport::default(), &|_| true).expect("imported");
    fs::remove_file(&log).expect("removed");
    session.keep_backups_in(Some(&desk.disk)).expect("chosen");
    made(&session);
    assert!(files(&desk.disk).iter().any(|file| names(XAVIER, file)));
    assert_eq!(session.record_of(XAVIER).expect("a record").backups.len(), 1);
    assert_eq!(session.erase(XAVIER, true).expect("erased").backups, 1);
    assert!(files(desk.folder.path()).iter().all(|file| !names(XAVIER, file)));

    let phrase = Passphrase::new("correct horse battery".to_owned());
    let (session, treated) = session.protect(&phrase, OldBackups::Follow).expect("protected");
    assert_eq!((treated.followed, treated.left), (2, 0), "one is from before the import");
    assert!(files(&desk.disk).iter().all(|file| !names("SQLite format", file)));
    drop(session);
}

/// A workspace as the first version of the app left it, with two customers.
fn old_workspace(path: &Path) {
    let conn = Connection::open(path).expect("made");
    conn.execute_batch(include_str!("../../../store/migrations/001.sql")).expect("a schema");
    conn.execute_batch(&format!(
        "INSERT INTO workspace VALUES (1, 'Shop', 'UTC', 0);
           INSERT INTO import (id, kind, source, fingerprint, columns, at, taken, rejected)
           VALUES (1, 'customers', 'crm.csv', 'one', '{{}}', 0, 2, 0);
           INSERT INTO customer VALUES (1, '{XAVIER}', 'X', '{{}}'), (2, 'ann', 'A', '{{}}');
           INSERT INTO profile VALUES (1, 1, 'X', '{{}}'), (2, 1, 'A', '{{}}');
           PRAGMA user_version = 1;"
    ))
    .expect("filled");
}

#[test]
fn the_copy_of_a_migration_is_a_backup_like_any_other() {
    let desk = Desk::set();
    old_workspace(&desk.path);
    let session = Session::open(&desk.path).expect("opened");
    let [copy] = &session.backups().expect("a list")[..] else { panic!("one copy") };
    assert_eq!((copy.reason, copy.is_now), (BackupReason::Migration, false));
    assert_eq!(session.compare(&copy.id).expect("a comparison").then.customers, 2);
    let all = files(desk.folder.path());
    let copies: Vec<_> = all.iter().filter(|file| file.to_string_lossy().ends_with("-backup")).collect();
    assert!(copies.len() == 1 && copies[0].starts_with(desk.beside()), "{copies:?}");

    // It is moved with the others, put back and no copy of it made.
    session.keep_backups_in(Some(&desk.disk)).expect("chosen");
    let id = copy.id.clone();
    let mut session = session.restore(&id).expect("restored");
    assert_eq!(session.check().expect("checked"), Vec::<String>::new());
    let reasons: Vec<_> = session.backups().expect("a list").into_iter().map(|each| each.reason).collect();
    assert_eq!(reasons, [BackupReason::Restore, BackupReason::Migration]);

    // It is erased from, and is there still.
    let erased = session.erase(XAVIER, true).expect("erased");
    assert_eq!((erased.backups, erased.deleted_copies), (2, 0));
    drop(session);
    assert!(files(desk.folder.path()).iter().all(|file| !names(XAVIER, file)));
    let session = Session::open(&desk.path).expect("opened");
    let backups = session.backups().expect("a list");
    let migrated = backups.iter().find(|each| each.reason == BackupReason::Migration).expect("it is there");
    assert_eq!(session.compare(&migrated.id).expect("a comparison").then.customers, 1);

    // And protected.
    let phrase = Passphrase::new("correct horse battery".to_owned());
    let (_session, treated) = session.protect(&phrase, OldBackups::Follow).expect("protected");
    assert_eq!((treated.followed, treated.left), (2, 0));
    assert!(files(&desk.disk).iter().all(|file| !names("SQLite format", file)));
}

#[test]
fn backups_that_were_to_be_protected_are_when_the_workspace_is_opened_next() {
    let phrase = |text: &str| Passphrase::new(text.to_owned());
    let desk = Desk::set();
    let mut session = desk.create();
    made(&session);
    change(&mut session, "Lena");
    made(&session);
    let (session, _) =
        session.protect(&phrase("correct horse battery"), OldBackups::Keep).expect("protected");
    assert_eq!(session.untreated_backups(), 0, "they were to stay as they are");
    desk.intend(r#"{"backups":"follow"}"#);
    assert_eq!(session.untreated_backups(), 2);
    let key = session.unlocked();
    drop(session);
    let session = Session::open(&desk.path).expect("opened");
    assert_eq!(session.untreated_backups(), 0);
    assert!(files(&desk.beside()).iter().all(|file| !names("SQLite format", file)));
    assert_eq!(files(&desk.beside()).len(), 2, "and nothing else is left there");

    // Of a change they are under the former key, which the note tells to who has the new one.
    let former = session.unlocked().expect("protected");
    drop(key);
    let (session, _) = session.protect(&phrase("staple of horses"), OldBackups::Keep).expect("changed");
    let sealed = session.unlocked().expect("protected").seal(&former).expect("sealed");
    drop((former, session));
    desk.intend(r#"{"backups":"follow"}"#);
    let _new = app::unlock(&desk.path, &phrase("staple of horses")).expect("unlocked");
    let session = Session::open(&desk.path).expect("opened");
    assert_eq!(session.untreated_backups(), 2, "without it that is told");
    drop(session);
    desk.intend(&format!(r#"{{"backups":"follow","key":"{sealed}"}}"#));
    let session = Session::open(&desk.path).expect("opened");
    assert_eq!(session.untreated_backups(), 0);
    assert_eq!(files(&desk.beside()).len(), 2, "and nothing else is left there");

    // Of a removal they are plain before the workspace is, which stays protected where the app ends in between.
    let backup = session.backups().expect("a list").remove(0);
    let (session, treated) = session.unprotect(OldBackups::Follow).expect("it is plain");
    assert_eq!((treated.followed, treated.left), (2, 0));
    session.compare(&backup.id).expect("it can be read");
    assert!(files(&desk.beside()).iter().all(|file| names("SQLite format", file)));
    assert_eq!(files(&desk.beside()).len(), 2);
}

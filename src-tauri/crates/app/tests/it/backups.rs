//! Backups: made of themselves, compared, and put back with nothing lost.

use std::fs;
use std::path::{Path, PathBuf};

use app::operations::AddPersona;
use app::{Backup, BackupReason, Edit, FailureCode, Locale, NewWorkspace, Session};
use tempfile::TempDir;

const LOG: &str = "customer,event,timestamp
ann,ad,2024-03-01 09:00
ann,order,2024-03-03 09:00
bob,ad,2024-03-02 09:00
";

fn shop() -> (TempDir, PathBuf, Session) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("Shop.touchline");
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    let session = Session::create(&path, &new).expect("created");
    (folder, path, session)
}

fn add_persona(session: &mut Session, name: &str) {
    let edit: Edit = AddPersona { name: name.to_owned() }.into();
    session.edit(&edit).expect("an edit");
}

fn import(session: &mut Session, folder: &Path) -> app::Imported {
    let log = folder.join("log.csv");
    fs::write(&log, LOG).expect("written");
    session.import_interactions(&log, &app::InteractionImport::default(), &|_| true).expect("imported")
}

fn made(session: &Session, reason: BackupReason) -> Backup {
    session.back_up(reason).expect("a backup").expect("something has changed")
}

fn personas(session: &Session) -> Vec<String> {
    session.overview().expect("an overview").personas.into_iter().map(|persona| persona.name).collect()
}

#[test]
fn a_backup_is_made_only_when_something_has_changed() {
    let (folder, path, mut session) = shop();
    let first = made(&session, BackupReason::Opened);
    assert_eq!(session.back_up(BackupReason::Asked).expect("no error"), None);
    assert_eq!(session.back_up_hourly().expect("no error"), None);
    add_persona(&mut session, "Lena");
    assert_eq!(session.back_up_hourly().expect("no error"), None, "the last is not an hour old");
    let second = made(&session, BackupReason::Asked);
    drop(session);

    // Closing and opening change nothing.
    let session = Session::open(&path).expect("opened");
    assert_eq!(session.back_up(BackupReason::Opened).expect("no error"), None);
    let backups = session.backups().expect("a list");
    assert_eq!(
        backups.iter().map(|each| (&each.id, each.is_now, each.is_opened)).collect::<Vec<_>>(),
        [(&second.id, true, true), (&first.id, false, false)]
    );
    drop(folder);
}

#[test]
fn an_import_is_backed_up_before_and_compared_with_what_was() {
    let (folder, _, mut session) = shop();
    let imported = import(&mut session, folder.path());
    assert_eq!(imported.report.not_backed_up, None);
    let backups = session.backups().expect("a list");
    assert_eq!(backups.iter().map(|each| each.reason).collect::<Vec<_>>(), [BackupReason::Import]);
    let comparison = session.compare(&backups[0].id).expect("a comparison");
    assert_eq!((comparison.then.customers, comparison.then.interactions), (0, 0));
    assert_eq!((comparison.now.customers, comparison.now.interactions), (2, 3));
    assert_eq!(comparison.now.maps, comparison.then.maps);
}

#[test]
fn a_backup_is_put_back_and_what_was_there_is_a_backup() {
    let (folder, path, mut session) = shop();
    add_persona(&mut session, "Lena");
    import(&mut session, folder.path());
    let before = session.backups().expect("a list")[0].id.clone();
    add_persona(&mut session, "Tom");

    let mut session = session.restore(&before).expect("restored");
    assert_eq!(personas(&session), ["Lena"]);
    assert_eq!(session.overview().expect("an overview").counts.interactions, 0);
    // Its own history goes on.
    session.undo().expect("undone");
    assert_eq!(personas(&session), Vec::<String>::new());
    assert_eq!(session.check().expect("checked"), Vec::<String>::new());

    let left =
        session.backups().expect("a list").into_iter().find(|each| each.reason == BackupReason::Restore);
    let session = session.restore(&left.expect("what was there").id).expect("restored again");
    assert_eq!(personas(&session), ["Lena", "Tom"]);
    assert_eq!(session.overview().expect("an overview").counts.interactions, 3);
    drop(session);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|each| each.unwrap().file_name()).collect();
    assert_eq!(names.len(), 3, "the workspace, its backups and the log: {names:?}");
    assert!(Session::open(&path).is_ok());
}

#[test]
fn a_backup_that_is_not_there_or_damaged_leaves_the_workspace_as_it_is() {
    let (_folder, path, mut session) = shop();
    let backup = made(&session, BackupReason::Asked);
    add_persona(&mut session, "Lena");
    for id in ["nothing", "../Shop.touchline", ""] {
        let refused = session.compare(id).expect_err("there is none");
        assert_eq!(app::Failure::from(refused).code, FailureCode::NoBackup);
    }
    let file = PathBuf::from(format!("{}-backups", path.display())).join(&backup.id);
    fs::write(&file, &fs::read(&file).unwrap()[..10_000]).unwrap();
    let unrestored = session.restore(&backup.id).expect_err("it is cut off");
    let session = unrestored.session.expect("the workspace is open still");
    assert_eq!(personas(&session), ["Lena"]);
}

#[test]
fn backups_that_cannot_be_made_are_told_of_and_keep_nobody_from_importing() {
    let (folder, path, mut session) = shop();
    // What is in the way of the folder.
    fs::write(format!("{}-backups", path.display()), "").unwrap();
    let report = import(&mut session, folder.path()).report;
    assert_eq!(report.taken, 3);
    assert!(report.not_backed_up.expect("a reason").contains("Shop.touchline-backups"));
}

#[cfg(unix)]
#[test]
fn backups_are_for_their_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path, session) = shop();
    let backup = made(&session, BackupReason::Asked);
    let folder = PathBuf::from(format!("{}-backups", path.display()));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&folder.join(&backup.id))), (0o700, 0o600));
}

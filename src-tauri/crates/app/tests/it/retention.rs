//! Interactions that are older than is kept.

use std::fs;
use std::path::Path;

use app::{AppError, BackupReason, CustomerImport, InteractionImport, Locale, NewWorkspace, Session};
use tempfile::TempDir;

const LOG: &str = "customer,event,timestamp
ann,ad,2022-03-01 09:00
ann,order,2024-03-02 09:00
bob,ad,2022-03-02 09:00
bob,order,2022-12-31 23:59
old-timer,ad,2021-01-01 09:00
new,ad,2023-01-01 00:00
";

const CRM: &str = "customer,city
ann,Utrecht
bob,Gent
prospect,Lier
";

fn shop(folder: &Path) -> Session {
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    let mut session = Session::create(&folder.join("Shop.touchline"), &new).expect("created");
    let (log, crm) = (folder.join("log.csv"), folder.join("crm.csv"));
    fs::write(&log, LOG).expect("written");
    fs::write(&crm, CRM).expect("written");
    session.import_interactions(&log, &InteractionImport::default(), &|_| true).expect("imported");
    session.import_customers(&crm, &CustomerImport::default(), &|_| true).expect("imported");
    session.back_up(BackupReason::Asked).expect("backed up");
    fs::remove_file(log).expect("removed");
    fs::remove_file(crm).expect("removed");
    session
}

fn held(session: &Session) -> (u64, u64) {
    let counts = session.overview().expect("an overview").counts;
    (counts.customers, counts.interactions)
}

#[test]
fn what_is_too_old_is_counted_and_then_erased_from_the_backups_too() {
    let folder = TempDir::new().expect("a folder");
    let mut session = shop(folder.path());
    assert_eq!(held(&session), (5, 6));
    let aged = session.aged("2023-01-01").expect("counted");
    assert_eq!((aged.interactions, aged.of, aged.customers, aged.unknown), (4, 6, 2, 1));
    assert_eq!(session.aged("100y").expect("counted").interactions, 0);
    assert!(matches!(session.aged("soon"), Err(AppError::BadAge(_))));

    // Of bob something else is known; of the old-timer nothing.
    let expiry = session.expire("2023-01-01", false).expect("erased");
    assert_eq!((expiry.interactions, expiry.customers, expiry.erased.backups), (4, 1, 2));
    assert_eq!(held(&session), (4, 2));
    assert_eq!(session.check().expect("checked"), Vec::<String>::new());
    let backups = session.backups().expect("a list");
    let asked = backups.iter().find(|each| each.reason == BackupReason::Asked).expect("it is there");
    let then = session.compare(&asked.id).expect("compared").then;
    assert_eq!((then.customers, then.interactions), (4, 2));
    drop(session);
    for entry in fs::read_dir(folder.path().join("Shop.touchline-backups")).expect("a folder").flatten() {
        let bytes = fs::read(entry.path()).expect("readable");
        assert!(!String::from_utf8_lossy(&bytes).contains("old-timer"), "{}", entry.path().display());
    }
}

#[test]
fn customers_who_are_left_without_interactions_go_if_they_are_to() {
    let folder = TempDir::new().expect("a folder");
    let mut session = shop(folder.path());
    let expiry = session.expire("2023-01-01", true).expect("erased");
    // Who never had any stays: nothing of it is old.
    assert_eq!((expiry.interactions, expiry.customers), (4, 2));
    assert_eq!(held(&session), (3, 2));
    assert_eq!(session.check().expect("checked"), Vec::<String>::new());
    assert_eq!(session.expire("2023-01-01", true).expect("nothing to do").interactions, 0);
    drop(session);
    let session = Session::open(&folder.path().join("Shop.touchline")).expect("opened");
    assert_eq!(held(&session), (3, 2));
}

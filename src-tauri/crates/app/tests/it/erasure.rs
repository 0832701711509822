//! Erasing a person: nothing of it is left in the bytes of the workspace or of its backups.

use std::fs;
use std::path::Path;

use app::operations::{AddPersona, AddSegment};
use app::{
    AppError, BackupReason, CustomerImport, Edit, InteractionImport, Locale, NewWorkspace, Session,
    rule_of_text,
};
use tempfile::TempDir;

const LOG: &str = "customer,event,timestamp,channel
ann@example.org,ad,2024-03-01 09:00,Mail
xavier@example.org,ad,2024-03-02 09:00,Carrier pigeon
xavier@example.org,order,2024-03-03 09:00,Carrier pigeon
";

const CRM: &str = "customer,name,city
ann@example.org,Ann,Utrecht
xavier@example.org,Xavier Quinn,Zwanenburg-7
";

/// What only one person's rows say.
const PERSONAL: [&str; 4] = ["xavier@example", "Xavier Quinn", "Zwanenburg-7", "Carrier pigeon"];

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
    session.prepare_search().expect("prepared");
    fs::remove_file(log).expect("removed");
    fs::remove_file(crm).expect("removed");
    session
}

/// The personal texts that are in some file of a folder, with the file.
fn left(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            found.extend(left(&entry.path()));
            continue;
        }
        let bytes = fs::read(entry.path()).expect("readable").to_ascii_lowercase();
        for text in PERSONAL {
            let text = text.to_ascii_lowercase();
            if bytes.windows(text.len()).any(|each| each == text.as_bytes()) {
                found.push(format!("{text} in {}", entry.file_name().to_string_lossy()));
            }
        }
    }
    found
}

#[test]
fn an_erased_person_is_in_no_byte_of_the_workspace_or_its_backups() {
    let folder = TempDir::new().expect("a folder");
    let mut session = shop(folder.path());
    session.back_up(BackupReason::Asked).expect("backed up");
    let edit: Edit = AddPersona { name: "Lena".to_owned() }.into();
    session.edit(&edit).expect("an edit");
    let rule = session.with_rows(&rule_of_text("did ad").expect("a rule")).expect("names that are there");
    session.edit(&AddSegment { name: "Reached".to_owned(), rule }.into()).expect("an edit");
    session.back_up(BackupReason::Asked).expect("backed up");
    // A copy that a migration made, and that cannot be read any more.
    fs::write(folder.path().join("Shop.v3.touchline-backup"), "xavier@example.org").expect("written");
    fs::write(folder.path().join("Shop.very.touchline-backup"), "of somebody else").expect("written");
    assert!(left(folder.path()).len() > 8, "there is something to erase: {:?}", left(folder.path()));

    let erased = session.erase("xavier@example.org", true).expect("erased");
    assert_eq!((erased.backups, erased.deleted_copies), (3, 1), "one is from between the imports");
    assert!(matches!(session.erase("xavier@example.org", true), Err(AppError::NoCustomer(_))));
    assert_eq!(session.overview().expect("an overview").counts.customers, 1);
    assert_eq!(session.check().expect("checked"), Vec::<String>::new());
    drop(session);
    assert_eq!(left(folder.path()), Vec::<String>::new());
    assert!(folder.path().join("Shop.very.touchline-backup").exists());

    // The backups are backups still.
    let session = Session::open(&folder.path().join("Shop.touchline")).expect("opened");
    let backups = session.backups().expect("a list");
    let asked: Vec<_> = backups.iter().filter(|each| each.reason == BackupReason::Asked).collect();
    assert_eq!(asked.len(), 2);
    let mut session = session.restore(&asked[1].id).expect("restored");
    assert_eq!(session.overview().expect("an overview").counts.customers, 1);
    assert_eq!(session.check().expect("checked"), Vec::<String>::new());
}

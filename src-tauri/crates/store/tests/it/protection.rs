//! Workspaces that are protected by a passphrase.

use std::fs;
use std::path::{Path, PathBuf};

use store::{Fault, Passphrase, StoreError, Unlocked, Workspace};

use crate::fixture::{Desk, NOW, always, batch, bytes, edit, small_map, source, told};
use crate::looking::{all, full, looked_at};
use crate::strays::Cut;

const PHRASE: &str = "correct horse battery";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

/// Whether a text stands in the bytes of any file on a desk.
fn is_written(desk: &Desk, text: &str) -> bool {
    desk.files().iter().any(|name| is_in(&bytes(&desk.folder.path().join(name)), text))
}

fn is_in(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// What stands in the file of [`full`] and in its history.
const TEXTS: [&str; 5] = ["Shop", "First", "Name of c1", "Gent", "crm.csv"];

#[test]
fn nothing_of_a_protected_workspace_is_in_its_bytes() {
    let desk = Desk::new();
    drop(full(&desk));
    let (seen, all_there) = (all(&desk.open()), |text: &&str| is_written(&desk, text));
    assert!(TEXTS.iter().all(all_there), "what would be found in a file that is not protected");
    let key = desk.protect(PHRASE);
    assert!(!TEXTS.iter().any(all_there) && !is_in(&bytes(&desk.path), "SQLite"));

    let mut workspace = desk.open();
    assert!(workspace.is_protected());
    assert_eq!(all(&workspace), seen);
    assert_eq!(workspace.check().unwrap(), []);
    // In the log, in what is put back into the file, and in that.
    edit(&mut workspace, |tx| tx.rename_workspace("Something else"));
    small_map(&mut workspace, "Second map");
    let cut = Cut::of(&desk).lay();
    let late = batch(&[("late customer", "late event", NOW)]);
    workspace.import_interactions(late, &source("late source"), NOW, &always).unwrap();
    for text in ["Something else", "Second map", "late customer", "late event"] {
        assert!(!is_written(&cut, text) && !is_written(&desk, text), "{text}");
    }
    drop(workspace);
    assert_eq!(desk.files(), ["shop.touchline"]);
    let size = fs::metadata(&desk.path).unwrap().len();
    assert!(size.is_multiple_of(16_384), "{size}");
    drop(key);
    assert!(matches!(Workspace::open(&desk.path), Err(StoreError::Locked(_))));
}

#[test]
fn undo_goes_back_to_before_a_workspace_was_protected_and_after() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let mut states = vec![told(&workspace)];
    small_map(&mut workspace, "First");
    states.push(told(&workspace));
    edit(&mut workspace, |tx| tx.rename_workspace("Renamed"));
    drop(workspace);
    let key = desk.protect(PHRASE);
    let mut workspace = desk.open();
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), states[1]);
    drop(workspace);
    desk.put_under(None);
    drop(key);
    let mut workspace = desk.open();
    assert!(!workspace.is_protected());
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), states[0]);
    workspace.redo().unwrap();
    workspace.redo().unwrap();
    assert_eq!(workspace.about().unwrap().title, "Renamed");
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_changes_no_byte() {
    let desk = Desk::new();
    drop(full(&desk));
    drop(desk.protect(PHRASE));
    let before = bytes(&desk.path);
    for wrong in ["", "correct horse batterY", "SQLite format 3"] {
        let refused = Unlocked::by_passphrase(&desk.path, &passphrase(wrong)).unwrap_err();
        assert!(matches!(refused, StoreError::WrongPassphrase(_)), "{refused}");
        assert!(matches!(Workspace::open(&desk.path), Err(StoreError::Locked(_))));
        assert!(matches!(Workspace::look(&desk.path), Err(StoreError::Locked(_))));
        assert!(matches!(Workspace::inspect(&desk.path), Err(StoreError::Locked(_))));
        assert!(matches!(Workspace::contents_of(&desk.path), Err(StoreError::Locked(_))));
    }
    assert!(Workspace::is_protected_file(&desk.path).unwrap());
    assert_eq!(desk.files(), ["shop.touchline"]);
    assert!(bytes(&desk.path) == before);
    let key = Unlocked::by_passphrase(&desk.path, &passphrase(PHRASE)).unwrap();
    let seen = all(&desk.open());
    // What a keyring would remember.
    let secret = key.secret();
    drop(key);
    assert!(matches!(Workspace::open(&desk.path), Err(StoreError::Locked(_))));
    for wrong in ["", "é", &"é".repeat(32), &secret.chars().rev().collect::<String>()] {
        assert!(Unlocked::by_secret(&desk.path, wrong).is_err());
    }
    let _key = Unlocked::by_secret(&desk.path, &secret).unwrap();
    assert_eq!(all(&desk.open()), seen);
}

#[test]
fn copies_of_a_protected_workspace_open_by_the_same_passphrase_alone() {
    let desk = Desk::new();
    drop(full(&desk));
    let key = desk.protect(PHRASE);
    let workspace = desk.open();
    let (copy, seen) = (desk.folder.path().join("copy"), all(&workspace));
    workspace.copy_to(&copy).unwrap();
    assert_eq!(Workspace::contents_of(&copy).unwrap(), workspace.contents().unwrap());
    drop((workspace, key));
    assert!(!TEXTS.iter().any(|text| is_in(&bytes(&copy), text)));
    assert!(matches!(Workspace::contents_of(&copy), Err(StoreError::Locked(_))));
    let _key = Unlocked::by_passphrase(&copy, &passphrase(PHRASE)).unwrap();
    let opened = Workspace::open(&copy).unwrap();
    assert_eq!(all(&opened), seen);
    assert_eq!(opened.check().unwrap(), []);
}

#[test]
fn a_copy_is_put_under_another_key_in_whatever_format_it_is() {
    let desk = Desk::new();
    drop(full(&desk));
    let key = Unlocked::fresh(&passphrase(PHRASE)).unwrap();
    let old = desk.folder.path().join("old");
    let conn = rusqlite::Connection::open(&old).unwrap();
    conn.execute_batch(include_str!("../../migrations/001.sql")).unwrap();
    conn.execute_batch("INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0); PRAGMA user_version = 1;")
        .unwrap();
    drop(conn);
    for (from, is_present) in [(&desk.path, true), (&old, false)] {
        let under = rewritten(from, Some(&key));
        assert!(Workspace::is_protected_file(&under).unwrap());
        assert_eq!(Workspace::is_present_format(&under).unwrap(), is_present);
        let back = rewritten(&under, None);
        assert!(!Workspace::is_protected_file(&back).unwrap());
        let (one, other) = (Workspace::look(&back).unwrap(), Workspace::look(from).unwrap());
        assert_eq!(all(&one), all(&other));
        assert_eq!(one.check().unwrap(), []);
    }
}

fn rewritten(from: &Path, key: Option<&Unlocked>) -> PathBuf {
    let path = from.with_extension(if key.is_some() { "under" } else { "back" });
    fs::write(&path, b"").unwrap();
    Workspace::rewrite_under(from, &path, key).unwrap();
    path
}

#[test]
fn a_protected_file_that_is_looked_at_stays_as_it_is_with_a_log_too() {
    let desk = Desk::new();
    drop(full(&desk));
    let _key = desk.protect(PHRASE);
    let seen = looked_at(&desk, |workspace| all(workspace));
    let mut workspace = desk.open();
    assert_eq!(all(&workspace), seen);
    edit(&mut workspace, |tx| tx.rename_workspace("Later"));
    let before = all(&workspace);
    let died = Cut::of(&desk).lay();
    assert_eq!(looked_at(&died, |workspace| all(workspace)), before);
    assert_eq!(all(&died.open()), before);
}

#[test]
fn the_cached_columns_of_a_protected_workspace_are_trusted_as_long_as_nothing_else_changed_them() {
    let desk = Desk::new();
    drop(full(&desk));
    let key = desk.protect(PHRASE);
    // As it is whole and sound, it is looked at where it is, and nothing is made again.
    let before = bytes(&desk.path);
    drop(desk.open());
    assert!(bytes(&desk.path) == before, "what is derived was made again");
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    let raw = format!("x'{}{}'", *key.secret(), key.name());
    conn.execute_batch(&format!(
        "PRAGMA key = \"{raw}\"; PRAGMA cipher_page_size = 16384; PRAGMA cipher_hmac_algorithm = HMAC_SHA256;
         UPDATE interaction SET at = at + 1000"
    ))
    .unwrap();
    drop(conn);
    assert_eq!(Workspace::inspect(&desk.path).unwrap().check().unwrap(), [Fault::Columns]);
    drop(desk.open());
    assert_eq!(Workspace::inspect(&desk.path).unwrap().check().unwrap(), []);
}

#[test]
fn a_first_page_that_was_cut_off_as_it_was_written_is_had_back_from_the_log() {
    let desk = Desk::new();
    drop(full(&desk));
    drop(desk.protect(PHRASE));
    let key = Unlocked::by_passphrase(&desk.path, &passphrase(PHRASE)).unwrap();
    let mut workspace = desk.open();
    // So much that the file grows, which the first page tells.
    edit(&mut workspace, |tx| tx.rename_workspace(&"Long ".repeat(10_000)));
    let (died, before) = (Cut::of(&desk).lay(), all(&workspace));
    drop((workspace, key));
    let mut torn = bytes(&died.path);
    torn[9000..16_384].fill(0);
    fs::write(&died.path, torn).unwrap();
    let _key = Unlocked::by_passphrase(&died.path, &passphrase(PHRASE)).unwrap();
    assert_eq!(looked_at(&died, |workspace| all(workspace)), before);
    assert_eq!(all(&died.open()), before);
}

#[test]
fn chance_is_no_workspace_and_text_even_less() {
    let desk = Desk::new();
    drop(desk.create());
    let _key = desk.protect(PHRASE);
    let whole = bytes(&desk.path);
    for length in [16_384, 16_383, 100, 0] {
        fs::write(&desk.path, &whole[whole.len() - length..]).unwrap();
        let refused = Workspace::open(&desk.path).unwrap_err();
        let is_whole = matches!(refused, StoreError::Locked(_));
        assert!(is_whole == (length == 16_384), "{refused}");
        assert!(is_whole || matches!(refused, StoreError::Foreign(_)), "{refused}");
    }
    assert!(Unlocked::by_passphrase(&desk.path, &passphrase(PHRASE)).is_err());
    fs::write(&desk.path, "customer,event\n".repeat(16_384)).unwrap();
    assert!(matches!(Workspace::open(&desk.path), Err(StoreError::Foreign(_))));
    assert!(!Workspace::is_protected_file(&desk.path).unwrap());
}

#[test]
fn a_wrong_bit_in_a_protected_file_is_noticed() {
    let desk = Desk::new();
    drop(full(&desk));
    let _key = desk.protect(PHRASE);
    let whole = bytes(&desk.path);
    for at in [20, 3000, 16_384 - 40, 16_384 + 9, whole.len() / 2, whole.len() - 1] {
        let mut damaged = whole.clone();
        damaged[at] ^= 4;
        fs::write(&desk.path, &damaged).unwrap();
        let faults = Workspace::inspect(&desk.path).and_then(|workspace| workspace.check());
        assert!(!faults.as_ref().is_ok_and(Vec::is_empty), "{at}");
        assert!(bytes(&desk.path) == damaged, "it was written");
    }
}

#[test]
fn a_key_is_sealed_for_who_has_another() {
    let [one, other, third] = ["first phrase", "second phrase", "third phrase"]
        .map(|phrase| Unlocked::fresh(&passphrase(phrase)).unwrap());
    let sealed = one.seal(&other).unwrap();
    let (name, secret) = (other.name(), other.secret());
    drop(other);
    let opened = one.unseal(&sealed).unwrap();
    assert_eq!((opened.name(), opened.secret()), (name, secret.clone()));
    assert!(!sealed.contains(secret.as_str()));
    assert!(third.unseal(&sealed).is_none());
    for at in [0, 30, 60, sealed.len() - 1] {
        let mut changed = sealed.clone();
        changed.replace_range(at..=at, if &sealed[at..=at] == "0" { "1" } else { "0" });
        assert!(one.unseal(&changed).is_none(), "{at}");
    }
    assert!(one.unseal(&sealed[2..]).is_none() && one.unseal("").is_none());
    assert_ne!(one.seal(&third).unwrap(), one.seal(&third).unwrap(), "no nonce comes twice");
}

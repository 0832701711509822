//! Looking at a workspace: nothing is written, and edits are refused.

use std::fs;

use store::{Fault, StepLabel, StoreError, Workspace};

use crate::fixture::{Desk, NOW, always, batch, bytes, customers, edit, small_map, source, told};
use crate::strays::Cut;

/// Looks at what is on a desk, and sees that it stays as it is.
pub fn looked_at<T>(desk: &Desk, look: impl FnOnce(&mut Workspace) -> T) -> T {
    let read = |name: &String| bytes(&desk.folder.path().join(name));
    let files = desk.files();
    let before: Vec<_> = files.iter().map(read).collect();
    let mut workspace = Workspace::look(&desk.path).unwrap();
    assert!(workspace.is_read_only());
    assert_eq!(workspace.path(), desk.path.canonicalize().unwrap());
    let seen = look(&mut workspace);
    let refused = workspace.transact(&StepLabel::new("edit", "it"), NOW, |tx| tx.rename_workspace("Other"));
    assert!(matches!(refused, Err(StoreError::ReadOnly(path)) if path.ends_with("shop.touchline")));
    assert!(matches!(workspace.undo(), Err(StoreError::ReadOnly(_))));
    let rows = batch(&[("a", "ad", NOW)]);
    let refused = workspace.import_interactions(rows, &source("late"), NOW, &always);
    assert!(matches!(refused, Err(StoreError::ReadOnly(_))));
    drop(workspace);
    assert_eq!(desk.files(), files);
    assert!(files.iter().map(read).eq(before), "something was written");
    seen
}

pub fn full(desk: &Desk) -> Workspace {
    let mut workspace = desk.create();
    small_map(&mut workspace, "First");
    let rows: Vec<(String, i64)> = (0..50).map(|row| (format!("c{}", row % 9), NOW + row)).collect();
    let rows: Vec<_> = rows.iter().map(|(key, at)| (key.as_str(), "ad", *at)).collect();
    workspace.import_interactions(batch(&rows), &source("one"), NOW, &always).unwrap();
    let said = customers(&[("c1", Some("free"), Some("Gent")), ("x", None, Some("Gent"))]);
    workspace.import_customers(said, &source("crm"), NOW, &always).unwrap();
    workspace
}

/// All that is told of a workspace, its numbers too.
pub fn all(workspace: &Workspace) -> String {
    let columns = workspace.columns().unwrap();
    let found = workspace.find_customers("ge").unwrap();
    format!("{} {columns:?} {:?} {found:?}", told(workspace), workspace.counts().unwrap())
}

#[test]
fn a_file_that_is_looked_at_stays_as_it_is() {
    let desk = Desk::new();
    let workspace = full(&desk);
    drop(workspace);
    // The words of the customers are not read yet.
    let seen = looked_at(&desk, |workspace| all(workspace));
    assert_eq!(seen, all(&desk.open()));
    assert_eq!(looked_at(&desk, |workspace| all(workspace)), seen);
}

/// Nobody may write there: root, who may anywhere, becomes somebody else for it.
#[cfg(unix)]
#[test]
fn a_file_or_a_folder_that_cannot_be_written_to_is_looked_at() {
    use std::os::unix::fs::PermissionsExt;
    for (file, folder) in [(0o444, 0o777), (0o666, 0o555)] {
        let desk = Desk::new();
        drop(full(&desk));
        fs::set_permissions(&desk.path, fs::Permissions::from_mode(file)).unwrap();
        fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(folder)).unwrap();
        let before = bytes(&desk.path);
        assert!(crate::opening::only_looks_as_somebody_else(&desk.path), "{file:o} in {folder:o}");
        assert!(bytes(&desk.path) == before);
        assert_eq!(desk.files(), ["shop.touchline"]);
        fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    }
}

#[test]
fn several_may_look_at_once_and_nobody_writes_meanwhile() {
    let desk = Desk::new();
    drop(full(&desk));
    let _looking = Workspace::look(&desk.path).unwrap();
    assert!(crate::opening::looks_in_another_process(&desk.path));
    assert!(!crate::opening::opens_in_another_process(&desk.path));
}

#[test]
fn what_a_process_that_died_has_left_is_looked_at_as_it_would_be_opened() {
    let desk = Desk::new();
    let mut workspace = full(&desk);
    edit(&mut workspace, |tx| tx.rename_workspace("Later"));
    let cut = Cut::of(&desk);
    let before = all(&workspace);
    let died = cut.lay();
    assert_eq!(looked_at(&died, |workspace| all(workspace)), before);
    assert_eq!(all(&died.open()), before);
}

#[test]
fn what_another_program_has_changed_is_looked_at_as_it_is() {
    let desk = Desk::new();
    drop(full(&desk));
    desk.tamper("UPDATE interaction SET at = at + 1000");
    let seen = looked_at(&desk, |workspace| all(workspace));
    let faults = Workspace::inspect(&desk.path).unwrap().check().unwrap();
    assert_eq!(faults, [Fault::Columns]);
    assert_eq!(seen, all(&desk.open()));
    assert_eq!(Workspace::inspect(&desk.path).unwrap().check().unwrap(), []);
}

#[test]
fn damaged_columns_are_looked_at_as_the_rows_have_them() {
    let desk = Desk::new();
    drop(full(&desk));
    let seen = looked_at(&desk, |workspace| all(workspace));
    let mut damaged = bytes(&desk.path);
    // The chunk's instants: milliseconds after the first.
    let instants: Vec<u8> = (0..3_i64).flat_map(|row| (NOW + row * 9).to_le_bytes()).collect();
    let at = damaged.windows(instants.len()).position(|bytes| bytes == instants).unwrap();
    damaged[at] ^= 1;
    fs::write(&desk.path, damaged).unwrap();
    assert_eq!(looked_at(&desk, |workspace| all(workspace)), seen);
}

#[test]
fn counts_that_are_not_those_of_the_rows_are_looked_at_without_mending() {
    let desk = Desk::new();
    drop(full(&desk));
    let seen = looked_at(&desk, |workspace| all(workspace));
    desk.tamper("UPDATE chunk SET interactions = 7");
    crate::hostile::believe(&desk);
    assert_eq!(looked_at(&desk, |workspace| all(workspace)), seen);
    looked_at(&desk, |workspace| workspace.contents().unwrap());
}

#[test]
fn a_file_of_an_older_format_is_looked_at() {
    let desk = Desk::new();
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    conn.execute_batch(include_str!("../../migrations/001.sql")).unwrap();
    let filled = "INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0); PRAGMA user_version = 1;";
    conn.execute_batch(filled).unwrap();
    drop(conn);
    assert_eq!(looked_at(&desk, |workspace| workspace.about().unwrap().title), "Old");
}

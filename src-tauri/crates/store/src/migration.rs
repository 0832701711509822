//! From an older format of the workspace file to the present one.
//!
//! A migration that changes the columns of a table under history must empty `history`: SQLite skips a changeset
//! for a table that no longer fits it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::StoreError;

/// The SQL from each format to the next; the first makes a new file.
pub(crate) const MIGRATIONS: &[&str] =
    &[include_str!("../migrations/001.sql"), include_str!("../migrations/002.sql")];

/// The format of the file: how many migrations it has seen.
pub(crate) fn format(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Runs the migrations that the file has not seen, all of them or none.
pub(crate) fn migrate(conn: &Connection, migrations: &[&str]) -> Result<(), StoreError> {
    // Rebuilding a table needs foreign keys off, which only works outside a transaction.
    conn.pragma_update(None, "foreign_keys", false)?;
    let result = migrate_in_transaction(conn, migrations);
    conn.pragma_update(None, "foreign_keys", true)?;
    result
}

fn migrate_in_transaction(conn: &Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let seen = usize::try_from(format(&tx)?).unwrap_or(0);
    for sql in migrations.iter().skip(seen) {
        tx.execute_batch(sql)?;
    }
    let broken: i64 = tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken > 0 {
        return Err(StoreError::damaged(format!("{broken} rows refer to something that is not there")));
    }
    tx.pragma_update(None, "user_version", migrations.len() as i64)?;
    Ok(tx.commit()?)
}

/// Copies the workspace beside itself, as `NAME.vFORMAT.touchline-backup` or, if that is taken, with a number.
pub(crate) fn back_up(conn: &Connection, path: &Path, format: i64) -> Result<PathBuf, StoreError> {
    let target = free_name(path, format)?;
    let mut copy = Connection::open(&target)?;
    Backup::new(conn, &mut copy)?.run_to_completion(4096, Duration::ZERO, None)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(target)
}

fn free_name(path: &Path, format: i64) -> Result<PathBuf, StoreError> {
    for number in 1.. {
        let suffix = if number == 1 { String::new() } else { format!("-{number}") };
        let target = path.with_extension(format!("v{format}{suffix}.touchline-backup"));
        match crate::file::create_empty(&target) {
            Err(StoreError::Exists(_)) => {}
            Err(error) => return Err(error),
            Ok(()) => return Ok(target),
        }
    }
    unreachable!("the numbers do not end")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::{NewWorkspace, Workspace};

    const SECOND: &str = "ALTER TABLE persona ADD COLUMN quote TEXT NOT NULL DEFAULT '';
                          UPDATE workspace SET title = title || ', moved on';";
    const THIRD: &str = "CREATE TABLE idea (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;";

    fn old_workspace() -> (TempDir, PathBuf) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("shop.touchline");
        let new = NewWorkspace { title: "Shop".to_owned(), timezone: "UTC".to_owned() };
        drop(Workspace::create(&path, &new, 0).unwrap());
        (folder, path)
    }

    fn files(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The migrations that this version knows and some more.
    fn with(more: &[&'static str]) -> Vec<&'static str> {
        [MIGRATIONS, more].concat()
    }

    #[test]
    fn an_older_file_is_backed_up_and_migrated_step_by_step() {
        let (folder, path) = old_workspace();
        let old = fs::read(&path).unwrap();
        let present = MIGRATIONS.len() as i64;
        let workspace = Workspace::open_knowing(&path, &with(&[SECOND, THIRD])).unwrap();
        assert_eq!(workspace.about().unwrap().title, "Shop, moved on");
        assert_eq!(format(&workspace.conn).unwrap(), present + 2);
        workspace.conn.execute("INSERT INTO idea (text) VALUES ('better')", []).unwrap();
        drop(workspace);
        let copy = format!("shop.v{present}.touchline-backup");
        assert_eq!(files(&folder), ["shop.touchline", &copy]);

        // The copy is the old workspace, and the present version of the app refuses the new one.
        let refused = Workspace::open(&path).unwrap_err();
        assert!(
            matches!(refused, StoreError::Newer { found, known, .. } if (found, known) == (present + 2, present))
        );
        assert_eq!(Workspace::open(&folder.path().join(&copy)).unwrap().about().unwrap().title, "Shop");

        fs::write(&path, old).unwrap();
        drop(Workspace::open_knowing(&path, &with(&[SECOND])).unwrap());
        let second = format!("shop.v{present}-2.touchline-backup");
        assert_eq!(files(&folder), ["shop.touchline", &second, &copy]);
    }

    #[test]
    fn a_migration_that_fails_in_the_middle_leaves_everything_untouched() {
        let (folder, path) = old_workspace();
        let old = fs::read(&path).unwrap();
        let orphan = "INSERT INTO stage (map, position, title) VALUES (99, 0, 'lost')";
        for broken in
            ["UPDATE no_such_table SET title = ''", "CREATE TABLE half (id INTEGER); SELECT", orphan]
        {
            Workspace::open_knowing(&path, &with(&[SECOND, broken])).unwrap_err();
            assert_eq!(fs::read(&path).unwrap(), old, "{broken}");
            assert_eq!(files(&folder), ["shop.touchline"], "{broken}");
        }
        assert_eq!(Workspace::open(&path).unwrap().about().unwrap().title, "Shop");
    }

    #[test]
    fn a_file_of_the_present_format_is_neither_copied_nor_changed() {
        let (folder, path) = old_workspace();
        drop(Workspace::open(&path).unwrap());
        assert_eq!(files(&folder), ["shop.touchline"]);
    }
}

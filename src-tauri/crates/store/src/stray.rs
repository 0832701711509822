//! What can be done where the log beside a workspace is not the file's own. Nothing is lost by any of it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::file::{Claim, beside, create_free, remove_companions};
use crate::{StoreError, Workspace, lineage, schema};

/// The workspaces that a file and a log make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parted {
    /// What is in the file alone.
    pub without: PathBuf,
    /// What the file becomes by the log, if that can be read at all.
    pub with: Option<PathBuf>,
}

impl Workspace {
    /// Puts the log beside a closed workspace aside, under a name that SQLite does not look for, and gives that. The
    /// file is then what it is without the log.
    pub fn set_log_aside(path: &Path) -> Result<PathBuf, StoreError> {
        let claim = Claim::take(path)?;
        let log = beside(claim.path(), "-wal");
        let aside = create_free(|number| beside(claim.path(), &numbered("-wal-aside", number)))?;
        if let Err(source) = fs::rename(&log, &aside) {
            // It was empty and ours.
            let _ = fs::remove_file(&aside);
            return Err(StoreError::Io { path: log, source });
        }
        Ok(aside)
    }

    /// Makes two workspaces beside a closed one and the log beside that: one without the log and one with it. The file
    /// and the log stay as they are.
    pub fn part(path: &Path) -> Result<Parted, StoreError> {
        let claim = Claim::take(path)?;
        let without = copy(claim.path(), "-without-log")?;
        let with = copy(claim.path(), "-with-log")?;
        let joined = join(&beside(claim.path(), "-wal"), &with);
        match joined {
            Ok(true) => Ok(Parted { without, with: Some(with) }),
            // What a stray log makes of a file can be damaged in any way.
            Ok(false) | Err(StoreError::Sql(_) | StoreError::Damaged { .. }) => {
                give_up(&with)?;
                Ok(Parted { without, with: None })
            }
            Err(error) => {
                give_up(&with)?;
                give_up(&without)?;
                Err(error)
            }
        }
    }
}

/// Copies a workspace beside itself, under a name that is free.
fn copy(path: &Path, end: &str) -> Result<PathBuf, StoreError> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let named = |number| path.with_file_name(format!("{stem}{}.touchline", numbered(end, number)));
    let copy = create_free(named)?;
    fs::copy(path, &copy).map_err(|source| StoreError::Io { path: copy.clone(), source })?;
    Ok(copy)
}

/// Plays a log into a file, and says whether the file can be read then.
fn join(log: &Path, into: &Path) -> Result<bool, StoreError> {
    let own = beside(into, "-wal");
    fs::copy(log, &own).map_err(|source| StoreError::Io { path: own, source })?;
    let conn = Connection::open_with_flags(
        into,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    schema::distrust(&conn)?;
    if !lineage::is_whole(&conn)? {
        return Ok(false);
    }
    // Leaves the log's name and the file's agreeing, and one file.
    conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(true)
}

fn give_up(path: &Path) -> Result<(), StoreError> {
    remove_companions(path)?;
    fs::remove_file(path).map_err(|source| StoreError::Io { path: path.to_owned(), source })
}

fn numbered(name: &str, number: u32) -> String {
    if number == 1 { name.to_owned() } else { format!("{name}-{number}") }
}

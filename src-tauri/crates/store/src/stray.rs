//! What can be done where the log beside a workspace, or the journal of an import that died, is not the file's own.
//! Nothing is lost by any of it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::file::{Claim, beside, create_free, key_of, remove_companions, size_of};
use crate::{StoreError, Workspace, key, lineage, schema};

/// What may stand beside a file that SQLite plays into it.
const LOGS: [&str; 2] = ["-wal", "-journal"];

/// Copies what SQLite would play into a file to beside a copy of it.
pub(crate) fn copy_logs(path: &Path, copy: &Path) -> Result<(), StoreError> {
    for end in LOGS.into_iter().filter(|end| size_of(&beside(path, end)) > 0) {
        let own = beside(copy, end);
        fs::copy(beside(path, end), &own).map_err(|source| StoreError::Io { path: own, source })?;
    }
    Ok(())
}

/// The workspaces that a file and a log make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parted {
    /// What is in the file alone.
    pub without: PathBuf,
    /// What the file becomes by the log, if that can be read at all.
    pub with: Option<PathBuf>,
}

impl Workspace {
    /// Puts the log and the journal beside a closed workspace aside, under names that SQLite does not look for, and gives
    /// the first of these. The file is then what it is without them.
    pub fn set_log_aside(path: &Path) -> Result<PathBuf, StoreError> {
        let claim = Claim::take(path)?;
        let mut kept = Vec::new();
        for end in LOGS.into_iter().filter(|end| size_of(&beside(claim.path(), end)) > 0) {
            kept.push(set_aside(claim.path(), end)?);
        }
        kept.into_iter().next().ok_or_else(|| StoreError::Io {
            path: beside(claim.path(), LOGS[0]),
            source: ErrorKind::NotFound.into(),
        })
    }

    /// Makes two workspaces beside a closed one and the log beside that: one without the log and one with it. The file
    /// and the log stay as they are.
    pub fn part(path: &Path) -> Result<Parted, StoreError> {
        let claim = Claim::take(path)?;
        let without = copy(claim.path(), "-without-log")?;
        let with = copy(claim.path(), "-with-log")?;
        let joined = join(claim.path(), &with);
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

fn set_aside(path: &Path, end: &str) -> Result<PathBuf, StoreError> {
    let log = beside(path, end);
    let aside = create_free(|number| beside(&log, &numbered("-aside", number)))?;
    if let Err(source) = fs::rename(&log, &aside) {
        // It was empty and ours.
        let _ = fs::remove_file(&aside);
        return Err(StoreError::Io { path: log, source });
    }
    Ok(aside)
}

/// Copies a workspace beside itself, under a name that is free.
fn copy(path: &Path, end: &str) -> Result<PathBuf, StoreError> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let named = |number| path.with_file_name(format!("{stem}{}.touchline", numbered(end, number)));
    let copy = create_free(named)?;
    fs::copy(path, &copy).map_err(|source| StoreError::Io { path: copy.clone(), source })?;
    Ok(copy)
}

/// Plays the log and the journal of a workspace into a copy, and says whether that can be read then.
fn join(path: &Path, into: &Path) -> Result<bool, StoreError> {
    copy_logs(path, into)?;
    let key = key_of(into)?;
    let conn = Connection::open_with_flags(
        into,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    key::open(&conn, key.as_ref())?;
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

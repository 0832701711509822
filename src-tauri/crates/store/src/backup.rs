//! Copies of the workspace in which it stays as it is now, and what such a copy holds.

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::file::{counted_of, create_empty, key_of};
use crate::key::{self, Unlocked};
use crate::lineage::open_unchanged;
use crate::migration::{MIGRATIONS, format};
use crate::workspace::set_journal;
use crate::{StoreError, Workspace, lineage, schema};

/// Pages that are copied at once.
const PAGES: i32 = 4096;

/// What a workspace holds, in short.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// The titles of its maps.
    pub maps: Vec<String>,
    /// Touchpoints on all maps.
    pub touchpoints: u64,
    /// Personas.
    pub personas: u64,
    /// Segments.
    pub segments: u64,
    /// Customers.
    pub customers: u64,
    /// Interactions.
    pub interactions: u64,
}

impl Workspace {
    /// A name for the state that the workspace is in: whatever changes it gives it another.
    pub fn state(&self) -> Result<String, StoreError> {
        Ok(self.conn.query_row("SELECT lower(hex(now)) FROM lineage", [], |row| row.get(0))?)
    }

    /// Copies the workspace as it is now to a file that does not exist yet. The copy is a workspace whole by itself.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        create_empty(path)?;
        let copied = self.fill_copy(path).map_err(|error| error.of(path));
        if copied.is_err() {
            // It is ours and half made; if it cannot be removed, the first error still says more.
            let _ = fs::remove_file(path);
        }
        copied
    }

    fn fill_copy(&self, path: &Path) -> Result<(), StoreError> {
        let key = self.claim.key();
        copy_pages(&self.conn, path, key)?;
        let copy = open(path, key)?;
        set_journal(&copy, "DELETE")?;
        let counted = counted_of(path).map_err(|source| StoreError::Io { path: path.to_owned(), source })?;
        rest(&copy, counted, self.is_sound())?;
        Ok(copy.close().map_err(|(_, error)| error)?)
    }

    /// What the workspace holds, in short.
    pub fn contents(&self) -> Result<Contents, StoreError> {
        self.refresh_columns()?;
        contents(&self.conn)
    }

    /// Whether the workspace in a file that nobody has open is in the present format. Nothing is written.
    pub fn is_present_format(path: &Path) -> Result<bool, StoreError> {
        let look = || format(&open_unchanged(path, key_of(path)?.as_ref())?);
        Ok(look().map_err(|error| error.of(path))? == MIGRATIONS.len() as i64)
    }

    /// What the workspace in a file holds that nobody has open, a copy for instance. Nothing is written.
    pub fn contents_of(path: &Path) -> Result<Contents, StoreError> {
        let look = || {
            let conn = open_unchanged(path, key_of(path)?.as_ref())?;
            let format = usize::try_from(format(&conn)?).unwrap_or(usize::MAX);
            schema::check(&conn, MIGRATIONS.get(..format).unwrap_or_default())?;
            contents(&conn)
        };
        look().map_err(|error: StoreError| error.of(path))
    }
}

/// Opens a file that is just being made.
pub(crate) fn open(path: &Path, key: Option<&Unlocked>) -> Result<Connection, StoreError> {
    let conn = Connection::open(path)?;
    key::open(&conn, key)?;
    Ok(conn)
}

/// Copies what a connection sees into an empty file, page by page, and waits until it is on the disk; both have the same
/// key.
pub(crate) fn copy_pages(conn: &Connection, path: &Path, key: Option<&Unlocked>) -> Result<(), StoreError> {
    let mut copy = open(path, key)?;
    // Nobody else knows of the file yet, and it is waited for at the end.
    copy.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    Backup::new(conn, &mut copy)?.run_to_completion(PAGES, Duration::ZERO, None)?;
    copy.close().map_err(|(_, error)| error)?;
    sync(path)
}

/// Waits until a file is on the disk.
pub(crate) fn sync(path: &Path) -> Result<(), StoreError> {
    let synced = File::open(path).and_then(|file| file.sync_all());
    synced.map_err(|source| StoreError::Io { path: path.to_owned(), source })
}

/// Notes in a file that nothing but Touchline has changed what it counts in its header, if what is derived in it is
/// sound; `counted` is the number from which the next change is counted.
pub(crate) fn rest(conn: &Connection, counted: u32, sound: bool) -> Result<(), StoreError> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    // This is one more, since it writes the first page, where the format is.
    tx.pragma_update(None, "user_version", format(&tx)?)?;
    lineage::note_seen(&tx, sound.then_some(counted.wrapping_add(1)))?;
    Ok(tx.commit()?)
}

fn contents(conn: &Connection) -> Result<Contents, StoreError> {
    let count = |what: &str| -> Result<u64, StoreError> {
        Ok(conn.query_row(&format!("SELECT {what}"), [], |row| row.get::<_, i64>(0))? as u64)
    };
    let mut maps = conn.prepare("SELECT title FROM map ORDER BY title, id")?;
    Ok(Contents {
        maps: maps.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?,
        touchpoints: count("count(*) FROM touchpoint")?,
        personas: count("count(*) FROM persona")?,
        segments: count("count(*) FROM segment")?,
        customers: count("count(*) FROM customer")?,
        interactions: count("coalesce(sum(interactions), 0) FROM chunk")?,
    })
}

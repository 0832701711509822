//! The same workspace under another key, or under none: written beside it, row by row, and put in its place.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::Connection;

use crate::file::{changes_of, counted_of, key_of, name_of};
use crate::key::{Unlocked, attach};
use crate::lineage::is_whole;
use crate::migration::{MIGRATIONS, format};
use crate::{StoreError, Workspace, backup, lineage, schema};

/// How many bytes are overwritten at once.
const BLOCK: usize = 1 << 20;

impl Workspace {
    /// Whether the file is protected by a passphrase.
    pub fn is_protected(&self) -> bool {
        self.claim.key().is_some()
    }

    /// What keeps the file's key known, for as long as it is held.
    pub fn unlocked(&self) -> Option<Unlocked> {
        self.claim.key().cloned()
    }

    /// Whether a file that nobody has open is protected by a passphrase, as far as its bytes tell.
    pub fn is_protected_file(path: &Path) -> Result<bool, StoreError> {
        Ok(Self::key_name(path)?.is_some())
    }

    /// By which what opens a file that nobody has open is known in a keyring; none if it is not protected.
    pub fn key_name(path: &Path) -> Result<Option<String>, StoreError> {
        name_of(path)
    }

    /// Writes all that is in the workspace to an empty file, under another key or none, and sees that it is all there.
    pub fn write_under(&self, path: &Path, key: Option<&Unlocked>) -> Result<(), StoreError> {
        write_under(&self.conn, self.is_sound(), path, key).map_err(|error| error.of(path))
    }

    /// Writes all that is in a workspace that nobody has open, a backup for instance, to an empty file, as
    /// [`write_under`](Self::write_under) does.
    pub fn rewrite_under(from: &Path, path: &Path, key: Option<&Unlocked>) -> Result<(), StoreError> {
        let rewrite = || {
            let old = key_of(from)?;
            let conn = backup::open(from, old.as_ref())?;
            schema::distrust(&conn)?;
            let known = usize::try_from(format(&conn)?).ok().and_then(|format| MIGRATIONS.get(..format));
            schema::check(&conn, known.unwrap_or_default())?;
            let changes = changes_of(from, old.as_ref())
                .map_err(|source| StoreError::Io { path: from.to_owned(), source })?;
            let is_present = format(&conn)? == MIGRATIONS.len() as i64;
            let sound = is_present && lineage::seen(&conn)? == Some(changes);
            write_under(&conn, sound, path, key)
        };
        rewrite().map_err(|error: StoreError| error.of(from))
    }

    /// Puts the closed workspace in `by` in the place of the one at `path`, as [`supplant`](Self::supplant) does, and
    /// overwrites what was there, as far as the disk writes in place and the file has no other name.
    pub fn supplant_and_wipe(path: &Path, by: &Path) -> Result<(), StoreError> {
        let io = |source| StoreError::Io { path: path.to_owned(), source };
        // Not through the claim's handle, which only reads. Nobody has the file open, so no lock goes with it.
        let mut old = OpenOptions::new().write(true).open(path).map_err(io)?;
        Self::supplant(path, by)?;
        // What is protected is in its place: that the rest could not be overwritten is no failure of that.
        let _ = wipe(&mut old);
        Ok(())
    }

    /// Overwrites a file, as far as the disk writes in place and the file has no other name, and removes it.
    pub fn remove_and_wipe(path: &Path) -> Result<(), StoreError> {
        let removed = OpenOptions::new().write(true).open(path).and_then(|mut old| {
            std::fs::remove_file(path)?;
            wipe(&mut old)
        });
        removed.map_err(|source| StoreError::Io { path: path.to_owned(), source })
    }
}

/// Overwrites a file that has no name any more.
fn wipe(file: &mut File) -> io::Result<()> {
    if has_name(file)? {
        return Ok(());
    }
    let (zeros, mut left) = (vec![0; BLOCK], file.metadata()?.len());
    file.seek(SeekFrom::Start(0))?;
    while left > 0 {
        let block = left.min(BLOCK as u64);
        file.write_all(&zeros[..block as usize])?;
        left -= block;
    }
    file.sync_all()
}

/// Whether a file can be found still: it has another name, or the system does not tell.
fn has_name(file: &File) -> io::Result<bool> {
    #[cfg(unix)]
    return Ok(std::os::unix::fs::MetadataExt::nlink(&file.metadata()?) > 0);
    #[cfg(not(unix))]
    return Ok(true);
}

fn write_under(
    conn: &Connection,
    sound: bool,
    path: &Path,
    key: Option<&Unlocked>,
) -> Result<(), StoreError> {
    attach(conn, path, "other", key)?;
    let exported = export(conn);
    let detached = conn.execute_batch("DETACH other");
    exported?;
    detached?;
    let copy = backup::open(path, key)?;
    if format(conn)? == MIGRATIONS.len() as i64 {
        let io = |source| StoreError::Io { path: path.to_owned(), source };
        backup::rest(&copy, counted_of(path).map_err(io)?, sound)?;
    }
    if !is_whole(&copy)? || counts(conn)? != counts(&copy)? {
        return Err(StoreError::damaged("what was written of it is not all there"));
    }
    copy.close().map_err(|(_, error)| error)?;
    backup::sync(path)
}

/// Copies everything into the database “other”.
fn export(conn: &Connection) -> Result<(), StoreError> {
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let format = format(conn)?;
    // Nobody else knows of the file yet, and it is waited for at the end.
    conn.execute_batch("PRAGMA other.journal_mode = OFF; PRAGMA other.synchronous = OFF; BEGIN")?;
    let copied = conn.query_row("SELECT sqlcipher_export('other')", [], |_| Ok(())).and_then(|()| {
        conn.execute_batch(&format!(
            "PRAGMA other.application_id = {application}; PRAGMA other.user_version = {format}; COMMIT"
        ))
    });
    if copied.is_err() && !conn.is_autocommit() {
        conn.execute_batch("ROLLBACK")?;
    }
    Ok(copied?)
}

/// How many rows each table has.
fn counts(conn: &Connection) -> Result<BTreeMap<String, i64>, StoreError> {
    let sql = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0";
    let names: Vec<String> = conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut counts = BTreeMap::new();
    for name in names {
        let count = format!("SELECT count(*) FROM main.\"{}\"", name.replace('"', "\"\""));
        counts.insert(name, conn.query_row(&count, [], |row| row.get(0))?);
    }
    Ok(counts)
}

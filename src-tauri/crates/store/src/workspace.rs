//! The workspace file, open: created, opened under an exclusive lock, closed.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, params};

use crate::file::{
    APPLICATION_ID, Claim, Litter, PATIENCE, beside, create_empty, remove_companions, remove_spent_journal,
    size_of,
};
use crate::lineage::{Found, Name};
use crate::look::Looking;
use crate::merged::Merged;
use crate::migration::{MIGRATIONS, Migration, back_up, format, migrate};
use crate::tx::named;
use crate::{StoreError, backup, key, lineage, schema};

/// How large a log may grow before it is written into the file, in bytes.
const LOG: u64 = 4 << 20;

/// A workspace file, open for this process alone until it is dropped.
///
/// Every change goes through [`transact`](Self::transact) or is a whole import; each is durable when it returns.
#[derive(Debug)]
pub struct Workspace {
    // Closed before the claim is given back.
    pub(crate) conn: Connection,
    pub(crate) claim: Claim,
    /// Whether edits go to a log and foreign keys are looked up: not before the first edit, nor where a bulk change
    /// could not be left for that.
    settled: Cell<bool>,
    /// The state that the file itself has: a change after it is the first of a log.
    written: RefCell<Name>,
    /// Whether something was written since the file was last left as it is when closed.
    touched: Cell<bool>,
    /// Whether what is derived from the rows is what they say.
    sound: Cell<bool>,
    /// Whether and from what it is only looked at.
    pub(crate) looking: Option<Looking>,
    /// Who is one person, as far as it was asked for since the last change.
    pub(crate) merged: RefCell<Option<Arc<Merged>>>,
}

/// What a new workspace needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkspace {
    /// Its title.
    pub title: String,
    /// The IANA name of the zone in which values without one are read and days begin.
    pub timezone: String,
}

/// What the workspace says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// The IANA name of the zone in which values without one are read and days begin.
    pub timezone: String,
    /// When it was created, UTC milliseconds.
    pub created: i64,
}

impl Workspace {
    /// Creates a workspace in a file that does not exist yet; `now` is in UTC milliseconds.
    pub fn create(path: &Path, new: &NewWorkspace, now: i64) -> Result<Self, StoreError> {
        named("workspace", &new.title)?;
        create_empty(path)?;
        let created = Self::fill(path, new, now);
        if created.is_err() {
            // It was empty and ours; if it cannot be removed, the first error still says more.
            let _ = fs::remove_file(path);
        }
        created
    }

    fn fill(path: &Path, new: &NewWorkspace, now: i64) -> Result<Self, StoreError> {
        let claim = Claim::take(path)?;
        // By the whole path: some relative ones, as ":memory:", mean something else to SQLite.
        let conn = connect(&claim).map_err(|error| error.of(path))?;
        migrate(&conn, MIGRATIONS)?;
        conn.execute(
            "INSERT INTO workspace (id, title, timezone, created) VALUES (1, ?1, ?2, ?3)",
            params![new.title, new.timezone, now],
        )?;
        lineage::note_seen(&conn, Some(0))?;
        let workspace = Self::of(conn, claim, true)?;
        workspace.touched.set(true);
        workspace.settle().map_err(|error| error.of(path))?;
        Ok(workspace)
    }

    fn of(conn: Connection, claim: Claim, sound: bool) -> Result<Self, StoreError> {
        let written = RefCell::new(lineage::now(&conn)?);
        // It is accepted.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        let (settled, touched) = (Cell::new(false), Cell::new(false));
        Ok(Self {
            conn,
            claim,
            settled,
            written,
            touched,
            sound: Cell::new(sound),
            looking: None,
            merged: RefCell::default(),
        })
    }

    /// A workspace that is only looked at.
    pub(crate) fn looking(
        conn: Connection,
        claim: Claim,
        sound: bool,
        looking: Looking,
    ) -> Result<Self, StoreError> {
        let mut workspace = Self::of(conn, claim, sound)?;
        workspace.looking = Some(looking);
        Ok(workspace)
    }

    /// Opens a workspace. A file that is refused stays as it was, to the byte.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_knowing(path, MIGRATIONS).map(Self::mended)
    }

    /// Opens what is a copy itself, as [`open`](Self::open) does: where it is in an older format, no other copy is made.
    pub fn open_copy(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, MIGRATIONS, false).map(Self::mended)
    }

    fn mended(self) -> Self {
        // Where something cannot be made again now, the maps can be looked at all the same.
        let mended = if self.is_sound() { Ok(()) } else { self.mend() };
        let _ = mended.and_then(|()| if self.touched.get() { self.rest(false) } else { Ok(()) });
        self
    }

    /// Opens a workspace to [`check`](Self::check) and [`repair`](Self::repair) it: what is derived stays as it is.
    pub fn examine(path: &Path) -> Result<Self, StoreError> {
        Self::open_knowing(path, MIGRATIONS)
    }

    pub(crate) fn open_knowing(path: &Path, migrations: &[Migration]) -> Result<Self, StoreError> {
        Self::open_with(path, migrations, true)
    }

    /// `keeps`: whether a file in an older format is copied first.
    fn open_with(path: &Path, migrations: &[Migration], keeps: bool) -> Result<Self, StoreError> {
        let mut claim = Claim::take(path)?;
        claim.check_header(path, migrations.len() as i64)?;
        let litter = Litter::before(claim.path());
        let found = Found::at(&claim, migrations)?;
        if found.has_stray_journal() {
            return Err(StoreError::StrayLog(path.to_owned()));
        }
        match settle(&claim, &found, migrations, keeps) {
            Ok(Settled { conn, sound, touched }) => {
                let workspace = Self::of(conn, claim, sound)?;
                workspace.touched.set(touched);
                Ok(workspace)
            }
            Err(error) => {
                litter.clear();
                Err(match error.of(path) {
                    // What a log makes of a file that is not its own can seem damaged in any way.
                    StoreError::Damaged { .. } if found.may_be_of_log() => {
                        StoreError::StrayLog(path.to_owned())
                    }
                    error => error,
                })
            }
        }
    }

    /// Puts the closed workspace in `by` in the place of the one at `path`, which is lost, whatever state it is in. One
    /// that is open stays.
    pub fn supplant(path: &Path, by: &Path) -> Result<(), StoreError> {
        let claim = Claim::take(path)?;
        remove_companions(claim.path())?;
        fs::rename(by, claim.path()).map_err(|source| StoreError::Io { path: path.to_owned(), source })
    }

    /// Whether nothing at all can be written, not even what is derived.
    pub(crate) fn is_fixed(&self) -> Result<bool, StoreError> {
        Ok(self.conn.is_readonly("main")?)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        let original = self.looking.as_ref().and_then(|looking| looking.original.as_ref());
        original.unwrap_or(&self.claim).path()
    }

    /// What the workspace says about itself.
    pub fn about(&self) -> Result<About, StoreError> {
        Ok(self.conn.query_row("SELECT title, timezone, created FROM workspace", [], |row| {
            Ok(About { title: row.get(0)?, timezone: row.get(1)?, created: row.get(2)? })
        })?)
    }

    /// Runs `work` in one transaction tuned for many rows: foreign keys are not looked up one by one, and pages
    /// are written once, straight into the file, with the few that change kept aside in a rollback journal.
    ///
    /// What is committed is done, whatever happens afterwards: if edits cannot have their log back, the next one tries
    /// again and is told.
    pub(crate) fn in_bulk<T>(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.check_writable()?;
        self.touched.set(true);
        self.merged.take();
        self.conn.pragma_update(None, "foreign_keys", false)?;
        let result = set_journal(&self.conn, "DELETE").and_then(|()| {
            let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // First, so that the journal tells from the start whose it is.
            lineage::go_on(&tx)?;
            let value = work(&tx)?;
            tx.commit()?;
            Ok(value)
        });
        self.settled.set(false);
        let _ = self.settle();
        result
    }

    /// Whether what is derived from the rows is surely what they say.
    pub(crate) fn is_sound(&self) -> bool {
        self.sound.get()
    }

    pub(crate) fn set_sound(&self, sound: bool) {
        self.sound.set(sound);
    }

    /// Begins the transaction of an edit, which goes to the log: nothing else may be written there.
    pub(crate) fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        self.settle()?;
        self.touched.set(true);
        self.merged.take();
        if size_of(&beside(self.claim.path(), "-wal")) > LOG {
            empty_log(&self.conn)?;
            *self.written.borrow_mut() = lineage::now(&self.conn)?;
        }
        let tx = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        if lineage::now(&tx)? == *self.written.borrow() {
            lineage::go_on(&tx)?;
        } else {
            lineage::go_further(&tx)?;
        }
        if !self.sound.get() {
            lineage::note_seen(&tx, None)?;
        }
        Ok(tx)
    }

    /// Sees to it that foreign keys are looked up and edits are logged.
    fn settle(&self) -> Result<(), StoreError> {
        if self.settled.get() {
            return Ok(());
        }
        self.conn.pragma_update(None, "foreign_keys", true)?;
        let logged = enable_log(&self.conn);
        if !self.conn.is_autocommit() {
            self.conn.execute_batch("ROLLBACK")?;
        }
        logged?;
        remove_spent_journal(self.claim.path());
        *self.written.borrow_mut() = lineage::now(&self.conn)?;
        self.settled.set(true);
        Ok(())
    }

    /// Leaves the file as one that is whole by itself, and notes the changes that it counts. `closing` gives SQLite's
    /// lock back too.
    fn rest(&self, closing: bool) -> Result<(), StoreError> {
        set_journal(&self.conn, "DELETE")?;
        self.settled.set(false);
        if closing {
            self.conn.pragma_update(None, "locking_mode", "NORMAL")?;
        }
        let counted = self.claim.counted().map_err(|source| self.io(source))?;
        backup::rest(&self.conn, counted, self.sound.get())?;
        self.touched.set(false);
        Ok(())
    }

    fn io(&self, source: io::Error) -> StoreError {
        StoreError::Io { path: self.claim.path().to_owned(), source }
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        if self.touched.get() {
            // Where it cannot be left so, the next opening finds the log and looks.
            let _ = self.rest(true);
        }
        if !self.is_read_only() {
            remove_spent_journal(self.claim.path());
        }
    }
}

/// A connection that holds the file for itself once it has read from it.
fn connect(claim: &Claim) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(
        claim.path(),
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    key::open(&conn, claim.key())?;
    // Until the file is accepted, closing it must not write what is in the log into it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.busy_timeout(PATIENCE)?;
    schema::distrust(&conn)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA wal_autocheckpoint = 0;
         PRAGMA cache_size = -16384;",
    )?;
    Ok(conn)
}

/// A file that can be worked with.
struct Settled {
    conn: Connection,
    /// Whether what is derived from the rows is surely what they say.
    sound: bool,
    /// Whether it was written to.
    touched: bool,
}

/// Opens a file whose header was found good, migrates it if it is older, and sees that it is whole.
fn settle(claim: &Claim, disk: &Found, migrations: &[Migration], keeps: bool) -> Result<Settled, StoreError> {
    let path = claim.path();
    let conn = connect(claim)?;
    let known = migrations.len() as i64;
    // The log may hold a newer header than the file.
    let found = format(&conn)?;
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    if found > known {
        return Err(StoreError::Newer { path: path.to_owned(), found, known });
    }
    if found < 1 {
        return Err(StoreError::damaged(format!("its format is {found}")));
    }
    schema::check(&conn, &migrations[..found as usize])?;
    if !disk.has_own_log(&conn)? {
        return Err(StoreError::StrayLog(path.to_owned()));
    }
    check_tables(&conn)?;
    if conn.is_readonly("main")? || !takes_files(path) {
        return Err(StoreError::ReadOnly(path.to_owned()));
    }
    let sound = found == known && is_sound(&conn, claim, disk)?;
    let logged: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let touched = found < known || logged == "wal";
    if logged == "wal" {
        // What a process that died has left: the next change is to be the first of a log again.
        set_journal(&conn, "DELETE")?;
    }
    // Takes the lock.
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    if found < known {
        let copy = keeps.then(|| back_up(&conn, path, found, claim.key())).transpose()?;
        if let Err(error) = migrate(&conn, migrations) {
            // Nothing has changed, so the copy is of no use.
            let _ = copy.map(fs::remove_file);
            return Err(error);
        }
    }
    Ok(Settled { conn, sound, touched })
}

/// Whether a log can be made beside a file.
fn takes_files(path: &Path) -> bool {
    let refused = [ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem];
    let tried = path.parent().map(tempfile::tempfile_in);
    !tried.is_some_and(|tried| tried.is_err_and(|error| refused.contains(&error.kind())))
}

/// Whether nothing but this app has changed the file and its log.
pub(crate) fn is_sound(conn: &Connection, claim: &Claim, disk: &Found) -> Result<bool, StoreError> {
    let Some(seen) = lineage::seen(conn)? else { return Ok(false) };
    if disk.has_log() {
        return disk.is_all_ours(conn);
    }
    let (changes, logged) =
        claim.changes().map_err(|source| StoreError::Io { path: claim.path().to_owned(), source })?;
    Ok(changes == seen && !logged)
}

/// Sees that the tables are there and can be read, without reading all of them.
pub(crate) fn check_tables(conn: &Connection) -> Result<(), StoreError> {
    for table in ["workspace", "map", "stage", "touchpoint", "customer", "interaction", "import", "history"] {
        conn.query_row(&format!("SELECT EXISTS (SELECT 1 FROM \"{table}\")"), [], |_| Ok(()))?;
    }
    let rows: i64 =
        conn.query_row("SELECT count(*) FROM (SELECT 1 FROM workspace LIMIT 2)", [], |row| row.get(0))?;
    if rows != 1 {
        return Err(StoreError::damaged("it does not say which workspace it is"));
    }
    schema::check_texts(conn)
}

/// Write-ahead logging, under which a small edit costs one write and one sync.
fn enable_log(conn: &Connection) -> Result<(), StoreError> {
    set_journal(conn, "WAL")?;
    // Takes the lock at once also where nothing has been read or written yet.
    Ok(conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?)
}

/// Writes what is in the log into the file.
fn empty_log(conn: &Connection) -> Result<(), StoreError> {
    Ok(conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
}

pub(crate) fn set_journal(conn: &Connection, mode: &str) -> Result<(), StoreError> {
    Ok(conn.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |_| Ok(()))?)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::StepLabel;

    #[test]
    fn a_bulk_change_whose_log_cannot_be_had_back_is_done() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("shop.touchline");
        let new = NewWorkspace { title: "Shop".to_owned(), timezone: "UTC".to_owned() };
        let mut workspace = Workspace::create(&path, &new, 0).unwrap();
        let in_the_way = beside(&path, "-wal");
        let setting = |workspace: &Workspace, name: &str| -> String {
            let read = |row: &rusqlite::Row<'_>| {
                row.get::<_, String>(0).or_else(|_| row.get::<_, i64>(0).map(|number| number.to_string()))
            };
            workspace.conn.query_row(&format!("PRAGMA {name}"), [], read).unwrap()
        };

        workspace
            .in_bulk(|conn| {
                conn.execute("UPDATE workspace SET title = 'Done'", [])?;
                fs::create_dir(&in_the_way).unwrap();
                Ok(())
            })
            .expect("what is committed is done");
        assert!(!workspace.settled.get(), "the log is in the way");
        assert_eq!(setting(&workspace, "foreign_keys"), "1");
        let rename = |title: &'static str| move |tx: &mut crate::Tx<'_>| tx.rename_workspace(title);
        workspace.transact(&StepLabel::new("edit", "it"), 0, rename("Refused")).unwrap_err();

        fs::remove_dir(&in_the_way).unwrap();
        assert_eq!(workspace.about().unwrap().title, "Done");
        workspace.transact(&StepLabel::new("edit", "it"), 0, rename("Again")).unwrap();
        assert!(workspace.settled.get());
        assert_eq!(setting(&workspace, "journal_mode"), "wal");
        drop(workspace);
        assert_eq!(Workspace::open(&path).unwrap().about().unwrap().title, "Again");
    }
}

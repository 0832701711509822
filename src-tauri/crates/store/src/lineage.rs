//! Which states of a workspace follow which, so that a log beside a file is known to be that file's.
//!
//! A write-ahead log says how a file goes on from the state that it had when the log began, and SQLite plays it into
//! whatever file it finds there: into a copy put over the file, or the next one of its name, which destroys it. So
//! each state has a name of its own: the first change in a log, and each change that is made without one, draws a new
//! one and notes which it came from. A log belongs to a file that has the name which the log began with, or, cut off
//! while it was played in, the one that it ends with.
//!
//! What is derived from the rows is what they say as long as nothing else has changed the file. A closed file counts its
//! changes in its header, and the lineage notes how many Touchline has seen; in a log each change of Touchline's names a
//! new state, and a change that does not is another program's.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::file::beside;
use crate::migration::{Migration, format};
use crate::{StoreError, schema};

/// The name of a state: 16 random bytes.
pub(crate) type Name = Vec<u8>;

/// A file and the log beside it, before SQLite has seen either.
#[derive(Debug)]
pub(crate) struct Found {
    alone: Alone,
    /// The pages of which the log holds a newer version.
    pages: BTreeSet<u32>,
    /// The pages that every change in the log wrote.
    always: BTreeSet<u32>,
}

/// The state of a file, seen without the log beside it.
#[derive(Debug, PartialEq, Eq)]
enum Alone {
    /// It has a name.
    Named(Name),
    /// It has none: it is of a format from before there were names.
    Nameless,
    /// It cannot be read without its log.
    Unreadable,
}

/// Gives the file a new state, as part of the first change in a log or of one without a log.
pub(crate) fn go_on(conn: &Connection) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE lineage SET before = now, now = randomblob(16)")?.execute([])?;
    Ok(())
}

/// Gives the file a new state, as part of a later change in a log.
pub(crate) fn go_further(conn: &Connection) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE lineage SET now = randomblob(16)")?.execute([])?;
    Ok(())
}

/// Notes how many changes of the file were seen; none if what is derived may not be what the rows say.
pub(crate) fn note_seen(conn: &Connection, changes: Option<u32>) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE lineage SET seen = ?1")?.execute([changes])?;
    Ok(())
}

/// How many changes of the file were seen when it was closed last.
pub(crate) fn seen(conn: &Connection) -> Result<Option<u32>, StoreError> {
    Ok(conn.query_row("SELECT seen FROM lineage", [], |row| row.get(0))?)
}

/// The name of the present state.
pub(crate) fn now(conn: &Connection) -> Result<Name, StoreError> {
    Ok(conn.prepare_cached("SELECT now FROM lineage")?.query_row([], |row| row.get(0))?)
}

impl Found {
    /// Looks at a file and the log beside it. Nobody in this process may have it open: see
    /// [`Claim`](crate::file::Claim).
    pub(crate) fn at(path: &Path, migrations: &[Migration]) -> Result<Self, StoreError> {
        let log = beside(path, "-wal");
        let (pages, always) = pages_of_log(&log).map_err(|source| StoreError::Io { path: log, source })?;
        // Without a log it is of no interest what the file says alone.
        let alone = if pages.is_empty() { Ok(None) } else { named_alone(path, migrations) };
        let alone = match alone {
            Ok(Some(name)) => Alone::Named(name),
            Ok(None) => Alone::Nameless,
            Err(_) => Alone::Unreadable,
        };
        Ok(Self { alone, pages, always })
    }

    /// Whether there is a log.
    pub(crate) fn has_log(&self) -> bool {
        !self.pages.is_empty()
    }

    /// Whether every change in the log is Touchline's: `conn` sees the file with the log, which is its own.
    pub(crate) fn is_all_ours(&self, conn: &Connection) -> Result<bool, StoreError> {
        Ok(root_page(conn)?.is_some_and(|root| self.always.contains(&root)))
    }

    /// Whether the log is the file's own, where there is one: `conn` sees the file with the log.
    pub(crate) fn has_own_log(&self, conn: &Connection) -> Result<bool, StoreError> {
        Ok(self.pages.is_empty() || self.follows(conn)? && is_whole(conn)?)
    }

    fn follows(&self, conn: &Connection) -> Result<bool, StoreError> {
        let Alone::Named(name) = &self.alone else { return Ok(true) };
        let Some(root) = root_page(conn)? else { return Ok(false) };
        let (before, now): (Name, Name) =
            conn.query_row("SELECT before, now FROM lineage", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        // A log without a name of its own would seem to have the file's, whatever file that is.
        Ok(self.pages.contains(&root) && [before, now].contains(name))
    }

    /// Whether it may be the log that makes the file seem damaged: without it, it can be read.
    pub(crate) fn may_be_of_log(&self) -> bool {
        !self.pages.is_empty() && self.alone != Alone::Unreadable
    }
}

fn named_alone(path: &Path, migrations: &[Migration]) -> Result<Option<Name>, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    // What cannot change has neither log nor journal to SQLite, and takes no locks.
    let conn = Connection::open_with_flags(format!("{}?immutable=1", address(path)), flags)?;
    schema::distrust(&conn)?;
    let format = usize::try_from(format(&conn)?).unwrap_or(usize::MAX);
    schema::check(&conn, migrations.get(..format).unwrap_or_default())?;
    if root_page(&conn)?.is_none() {
        return Ok(None);
    }
    now(&conn).map(Some)
}

/// A path as SQLite reads it in an address: <https://sqlite.org/uri.html>.
fn address(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte);
    let bytes = path.as_os_str().as_encoded_bytes();
    let written = bytes
        .iter()
        .map(|&byte| if plain(byte) { (byte as char).to_string() } else { format!("%{byte:02X}") });
    format!("file:{}", written.collect::<String>())
}

fn root_page(conn: &Connection) -> Result<Option<u32>, StoreError> {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = 'lineage'";
    Ok(conn.query_row(sql, [], |row| row.get(0)).optional()?)
}

/// Whether the file can be read from one end to the other.
pub(crate) fn is_whole(conn: &Connection) -> Result<bool, StoreError> {
    Ok(conn.query_row("PRAGMA quick_check(1)", [], |row| Ok(row.get_ref(0)?.as_str()? == "ok"))?)
}

/// The pages of which a log holds a newer version, and those that every change in it wrote; none if nothing in it was
/// committed. The layout is that of <https://sqlite.org/fileformat2.html#the_write_ahead_log>.
fn pages_of_log(log: &Path) -> io::Result<(BTreeSet<u32>, BTreeSet<u32>)> {
    let mut pages = BTreeSet::new();
    let (mut committed, mut always) = (BTreeSet::new(), BTreeSet::new());
    let mut file = match File::open(log) {
        Ok(file) => BufReader::new(file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((committed, always)),
        Err(error) => return Err(error),
    };
    let (mut header, mut frame) = ([0; 32], [0; 24]);
    if !is_read(file.read_exact(&mut header))? {
        return Ok((committed, always));
    }
    let number = |bytes: &[u8], at: usize| {
        u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
    };
    let size = i64::from(number(&header, 8));
    while is_read(file.read_exact(&mut frame))? && frame[8..16] == header[16..24] {
        pages.insert(number(&frame, 0));
        if number(&frame, 4) != 0 {
            if committed.is_empty() {
                always.clone_from(&pages);
            } else {
                always.retain(|page| pages.contains(page));
            }
            committed.append(&mut pages);
        }
        file.seek(SeekFrom::Current(size))?;
    }
    Ok((committed, always))
}

/// Whether something was read, where the end of the file is no error.
fn is_read(read: io::Result<()>) -> io::Result<bool> {
    match read {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

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
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::file::{Claim, beside, size_of};
use crate::journal::Journal;
use crate::key::{self, PAGE, Unlocked};
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
    /// Whether there is a rollback journal, and whether that is another file's.
    journal: Option<bool>,
}

/// The state of a file, seen without the log beside it.
#[derive(Debug, PartialEq, Eq)]
enum Alone {
    /// It has a name, and so has the state before; the names are in this page.
    Named { root: u32, before: Name, now: Name },
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
    /// Looks at a file and the log or journal beside it. Nobody in this process may have it open: see
    /// [`Claim`](crate::file::Claim).
    pub(crate) fn at(claim: &Claim, migrations: &[Migration]) -> Result<Self, StoreError> {
        let path = claim.path();
        let failed = |path: PathBuf| move |source| StoreError::Io { path, source };
        let (log, journal) = (beside(path, "-wal"), beside(path, "-journal"));
        let (pages, always) = pages_of_log(&log).map_err(failed(log))?;
        let hot = Journal::is_at(&journal).map_err(failed(journal.clone()))?;
        // Without either it is of no interest what the file says alone.
        let alone = if pages.is_empty() && !hot { Alone::Nameless } else { Alone::at(claim, migrations) };
        let journal = match Journal::read(&journal, alone.root(), claim.key()).map_err(failed(journal))? {
            Some(journal) => Some(alone.is_strange(&journal, claim)?),
            None => None,
        };
        Ok(Self { alone, pages, always, journal })
    }

    /// Whether something beside the file belongs to it and is not in it yet, or not back in it.
    pub(crate) fn is_unfinished(&self) -> bool {
        self.has_log() || self.journal.is_some()
    }

    /// Whether there is a rollback journal that is another file's.
    pub(crate) fn has_stray_journal(&self) -> bool {
        self.journal == Some(true)
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
        let Alone::Named { now: name, .. } = &self.alone else { return Ok(true) };
        let Some(root) = root_page(conn)? else { return Ok(false) };
        let (before, now) = names(conn)?;
        // A log without a name of its own would seem to have the file's, whatever file that is.
        Ok(self.pages.contains(&root) && [before, now].contains(name))
    }

    /// Whether it may be the log that makes the file seem damaged: without it, it can be read.
    pub(crate) fn may_be_of_log(&self) -> bool {
        !self.pages.is_empty() && self.alone != Alone::Unreadable
    }
}

impl Alone {
    fn at(claim: &Claim, migrations: &[Migration]) -> Self {
        match named_alone(claim, migrations) {
            Ok(Some((root, before, now))) => Self::Named { root, before, now },
            Ok(None) => Self::Nameless,
            Err(_) => Self::Unreadable,
        }
    }

    fn root(&self) -> Option<u32> {
        if let Self::Named { root, .. } = self { Some(*root) } else { None }
    }

    /// Whether a journal is another file's. If it is the file's own, the file has the name that the journal has still, or
    /// comes from it; and it counts as many changes, or one more.
    fn is_strange(&self, journal: &Journal, claim: &Claim) -> Result<bool, StoreError> {
        let path = claim.path();
        if !journal.is_begun {
            // Nothing of the file was overwritten. It would only be cut to the length that it has.
            return Ok(size_of(path) != journal.pages * claim.page_size().unwrap_or_default());
        }
        let counted = match (claim.changes(), journal.changes) {
            (Ok((now, _)), Some(before)) if [before, before.wrapping_add(1)].contains(&now) => true,
            // The numbers of a protected file leap. If it has another than before, it was not closed since.
            (Ok((now, _)), Some(_)) if claim.key().is_some() => !is_closed(claim, now),
            // Its first page was cut off as it was written.
            (Err(_), _) if claim.key().is_some() => true,
            (Ok(_), before) => before.is_none(),
            (Err(source), _) => return Err(StoreError::Io { path: path.to_owned(), source }),
        };
        let follows = match (self, journal.state()) {
            (Self::Named { before, now, .. }, Some(state)) => {
                [before, now].map(Vec::as_slice).contains(&state)
            }
            // It is of a format from before there were names, or another program's.
            _ => journal.changes.is_some(),
        };
        Ok(!(counted && follows))
    }
}

/// Whether a file that counts this many changes was closed after the last of them, as far as it can be read.
fn is_closed(claim: &Claim, changes: u32) -> bool {
    let seen = open_unchanged(claim.path(), claim.key()).and_then(|conn| seen(&conn));
    seen.is_ok_and(|seen| seen == Some(changes))
}

fn named_alone(claim: &Claim, migrations: &[Migration]) -> Result<Option<(u32, Name, Name)>, StoreError> {
    let conn = open_unchanged(claim.path(), claim.key())?;
    let format = usize::try_from(format(&conn)?).unwrap_or(usize::MAX);
    schema::check(&conn, migrations.get(..format).unwrap_or_default())?;
    let Some(root) = root_page(&conn)? else { return Ok(None) };
    let (before, now) = names(&conn)?;
    Ok(Some((root, before, now)))
}

/// The names of the state before and of the present one.
fn names(conn: &Connection) -> Result<(Name, Name), StoreError> {
    Ok(conn.query_row("SELECT before, now FROM lineage", [], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Opens a file to be looked at alone: nothing is written, and what stands beside it is not seen.
pub(crate) fn open_unchanged(path: &Path, key: Option<&Unlocked>) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    // What cannot change has neither log nor journal to SQLite, and takes no locks.
    let conn = Connection::open_with_flags(format!("{}?immutable=1", address(path)), flags)?;
    key::open(&conn, key)?;
    schema::distrust(&conn)?;
    Ok(conn)
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
/// committed.
fn pages_of_log(log: &Path) -> io::Result<(BTreeSet<u32>, BTreeSet<u32>)> {
    let mut pages = BTreeSet::new();
    let (mut committed, mut always) = (BTreeSet::new(), BTreeSet::new());
    each_frame(log, |page, ends, _| {
        pages.insert(page);
        if ends {
            if committed.is_empty() {
                always.clone_from(&pages);
            } else {
                always.retain(|page| pages.contains(page));
            }
            committed.append(&mut pages);
        }
        Ok(())
    })?;
    Ok((committed, always))
}

/// Goes through a log: the number of each page, whether a change ends with it, and where it can be read. The layout is
/// that of <https://sqlite.org/fileformat2.html#the_write_ahead_log>.
fn each_frame(
    log: &Path,
    mut see: impl FnMut(u32, bool, &mut BufReader<File>) -> io::Result<()>,
) -> io::Result<()> {
    let mut file = match File::open(log) {
        Ok(file) => BufReader::new(file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let (mut header, mut frame) = ([0; 32], [0; 24]);
    if !is_read(file.read_exact(&mut header))? {
        return Ok(());
    }
    let number = |bytes: &[u8], at: usize| {
        u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
    };
    let (size, mut at) = (u64::from(number(&header, 8)), 32);
    while is_read(file.read_exact(&mut frame))? && frame[8..16] == header[16..24] {
        see(number(&frame, 0), number(&frame, 4) != 0, &mut file)?;
        at += 24 + size;
        file.seek(SeekFrom::Start(at))?;
    }
    Ok(())
}

/// What the log and the journal beside a protected file hold of its first page, as it is there.
pub(crate) fn first_pages_beside(path: &Path) -> Vec<Vec<u8>> {
    let mut pages = Journal::first_page_at(&beside(path, "-journal")).into_iter().collect::<Vec<_>>();
    // What cannot be read opens nothing.
    let _ = each_frame(&beside(path, "-wal"), |number, _, file| {
        if number == 1 {
            let mut page = vec![0; PAGE];
            file.read_exact(&mut page)?;
            pages.push(page);
        }
        Ok(())
    });
    pages
}

/// Whether something was read, where the end of the file is no error.
fn is_read(read: io::Result<()>) -> io::Result<bool> {
    match read {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

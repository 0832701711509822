//! The file itself, before and around SQLite: its header, who has it open, and what SQLite leaves beside it.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::StoreError;
use crate::key::{self, MAGIC, PAGE, Unlocked};

/// How long to wait for another process that is just closing the file.
pub(crate) const PATIENCE: Duration = Duration::from_millis(200);

/// `application_id` of a workspace file: "TLJM" in ASCII.
pub(crate) const APPLICATION_ID: i32 = 0x544C_4A4D;

/// The workspaces that this process has open.
static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// The right to open one file, given back when dropped.
///
/// SQLite's lock keeps other processes out and dies with the process, but on Unix closing any handle of a file
/// drops the locks that the process holds on it. So nothing here may so much as look into a file that the process
/// has open already. A system's file dialog in the same process looks into every file of a folder, though: against
/// that a second lock belongs to a handle of its own, and lasts as long as that.
#[derive(Debug)]
pub(crate) struct Claim {
    path: PathBuf,
    lock: Option<File>,
    /// What the file is opened with, if it is protected, once its header was looked at.
    key: Option<Unlocked>,
}

impl Claim {
    /// Claims a file that exists.
    pub(crate) fn take(path: &Path) -> Result<Self, StoreError> {
        Self::take_with(path, File::try_lock)
    }

    /// Claims a file that exists to look at it, as others may at the same time.
    pub(crate) fn share(path: &Path) -> Result<Self, StoreError> {
        Self::take_with(path, File::try_lock_shared)
    }

    fn take_with(path: &Path, try_lock: TryLock) -> Result<Self, StoreError> {
        let real = path.canonicalize().map_err(|error| match error.kind() {
            ErrorKind::NotFound => StoreError::NotFound(path.to_owned()),
            _ => StoreError::Io { path: path.to_owned(), source: error },
        })?;
        // Whoever opens a pipe waits for somebody to write to it.
        if !real.is_file() {
            return Err(StoreError::Foreign(path.to_owned()));
        }
        if !open_files().insert(real.clone()) {
            return Err(StoreError::Busy(path.to_owned()));
        }
        if let Ok(lock) = lock(&real, try_lock) {
            return Ok(Self { path: real, lock, key: None });
        }
        open_files().remove(&real);
        Err(StoreError::Busy(path.to_owned()))
    }

    /// The file, with links resolved.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What the file is opened with, if it is protected.
    pub(crate) fn key(&self) -> Option<&Unlocked> {
        self.key.as_ref()
    }

    /// Refuses a file that is no workspace, is of a newer format than `known`, is cut short or protected by a key that is
    /// not known: by its first page, so that SQLite does not touch it. `named` is how the user calls it.
    pub(crate) fn check_header(&mut self, named: &Path, known: i64) -> Result<(), StoreError> {
        let io = |source| StoreError::Io { path: named.to_owned(), source };
        let first = self.first_page().map_err(io)?;
        self.key = Unlocked::of(named, &first)?;
        // With a journal or a log beside it, the file is whole only together with that, and SQLite sees to it.
        let alone = is_alone(&self.path);
        match header_in(self.key(), first) {
            Ok(header) => check_header(named, &header, size_of(&self.path), alone, known),
            Err(_) if self.key.is_none() => Err(StoreError::Foreign(named.to_owned())),
            Err(error) if alone => {
                Err(StoreError::Damaged { path: named.to_owned(), reason: error.to_string() })
            }
            Err(_) => Ok(()),
        }
    }

    /// How many changes the file counts in its header, and whether it is one that is changed through a log.
    pub(crate) fn changes(&self) -> io::Result<(u32, bool)> {
        let header = self.header()?;
        Ok((changes_in(&header), header[18] > 1))
    }

    /// From which number the next change is counted: see [`counted_in`].
    pub(crate) fn counted(&self) -> io::Result<u32> {
        counted_in(&self.first_page()?)
    }

    /// How many bytes a page of the file has.
    pub(crate) fn page_size(&self) -> io::Result<u64> {
        Ok(page_size(&self.header()?))
    }

    fn header(&self) -> io::Result<Header> {
        header_in(self.key(), self.first_page()?)
    }

    /// The first bytes of the file as they are: a page of a protected one.
    pub(crate) fn first_page(&self) -> io::Result<Vec<u8>> {
        match &self.lock {
            // Another handle would take SQLite's lock when it is closed.
            Some(file) => {
                let mut file: &File = file;
                file.seek(SeekFrom::Start(0))?;
                first_page(file)
            }
            None => first_page(File::open(&self.path)?),
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // The handle goes first: closed later, it would take the locks of whoever opens the file next.
        self.lock = None;
        open_files().remove(&self.path);
    }
}

/// How a file is locked: for oneself, or with others.
type TryLock = fn(&File) -> Result<(), TryLockError>;

/// Another process holds the lock.
struct Taken;

/// Locks a file through a handle of its own. On a file system without such locks there is none, and SQLite's alone
/// must do; elsewhere than on Unix SQLite's lasts, and a second one would shut SQLite itself out.
fn lock(path: &Path, try_lock: TryLock) -> Result<Option<File>, Taken> {
    if !cfg!(unix) {
        return Ok(None);
    }
    let Ok(file) = File::open(path) else { return Ok(None) };
    let asked = Instant::now();
    loop {
        match try_lock(&file) {
            // Where there are no locks it is of use all the same, to look into the file.
            Ok(()) | Err(TryLockError::Error(_)) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) if asked.elapsed() >= PATIENCE => return Err(Taken),
            // Whoever has it may be closing it at this moment.
            Err(TryLockError::WouldBlock) => thread::sleep(PATIENCE / 20),
        }
    }
}

fn open_files() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    // A panic while the set was locked leaves it whole: each use is one call.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Creates an empty file for the user alone, if there is none.
pub(crate) fn create_empty(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.write(true).create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(StoreError::Exists(path.to_owned())),
        Err(source) => Err(StoreError::Io { path: path.to_owned(), source }),
    }
}

/// Creates an empty file under the first name of some numbered ones, from 1, that is free, and gives its path.
pub(crate) fn create_free(named: impl Fn(u32) -> PathBuf) -> Result<PathBuf, StoreError> {
    for number in 1.. {
        let path = named(number);
        match create_empty(&path) {
            Err(StoreError::Exists(_)) => {}
            Err(error) => return Err(error),
            Ok(()) => return Ok(path),
        }
    }
    unreachable!("the numbers do not end")
}

/// The first bytes of a file as SQLite sees them.
type Header = [u8; 100];

/// Refuses a file of `length` bytes by its header, whose layout is that of
/// <https://sqlite.org/fileformat2.html#the_database_header>.
fn check_header(
    named: &Path,
    header: &Header,
    length: u64,
    alone: bool,
    known: i64,
) -> Result<(), StoreError> {
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if !header.starts_with(MAGIC) || number(68) != APPLICATION_ID as u32 {
        return Err(StoreError::Foreign(named.to_owned()));
    }
    let found = i64::from(number(60).cast_signed());
    if found > known {
        return Err(StoreError::Newer { path: named.to_owned(), found, known });
    }
    let whole = page_size(header) * u64::from(number(28));
    if alone && number(24) == number(92) && length < whole {
        let reason = format!("it has {length} of {whole} bytes");
        return Err(StoreError::Damaged { path: named.to_owned(), reason });
    }
    Ok(())
}

fn page_size(header: &Header) -> u64 {
    match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    }
}

/// What a file that nobody has open is opened with, if it is protected.
pub(crate) fn key_of(path: &Path) -> Result<Option<Unlocked>, StoreError> {
    let first = File::open(path).and_then(first_page);
    Unlocked::of(path, &first.map_err(|source| StoreError::Io { path: path.to_owned(), source })?)
}

/// By which the key of a file that nobody has open is known, if it is protected.
pub(crate) fn name_of(path: &Path) -> Result<Option<String>, StoreError> {
    let first = File::open(path).and_then(first_page);
    Ok(key::name_in(path, &first.map_err(|source| StoreError::Io { path: path.to_owned(), source })?))
}

/// From which number the next change is counted of a file that nobody has open: see [`counted_in`].
pub(crate) fn counted_of(path: &Path) -> io::Result<u32> {
    counted_in(&first_page(File::open(path)?)?)
}

/// From which number `SQLite` counts the next change: that in the first page as it is on the disk, even where that is
/// encrypted, and the number leaps with each change.
fn counted_in(first: &[u8]) -> io::Result<u32> {
    let header = first.first_chunk().ok_or(ErrorKind::UnexpectedEof)?;
    Ok(changes_in(header))
}

/// How many changes a file counts in its header that nobody has open.
pub(crate) fn changes_of(path: &Path, key: Option<&Unlocked>) -> io::Result<u32> {
    Ok(changes_in(&header_in(key, first_page(File::open(path)?)?)?))
}

fn changes_in(header: &Header) -> u32 {
    u32::from_be_bytes([header[24], header[25], header[26], header[27]])
}

fn first_page(file: impl Read) -> io::Result<Vec<u8>> {
    let mut first = Vec::with_capacity(PAGE);
    file.take(PAGE as u64).read_to_end(&mut first)?;
    Ok(first)
}

/// The header in the first page of a file.
fn header_in(key: Option<&Unlocked>, first: Vec<u8>) -> io::Result<Header> {
    let error = |kind, what: &str| io::Error::new(kind, what);
    let plain = key::plain(key, 1, first)
        .ok_or_else(|| error(ErrorKind::InvalidData, "its first page is not as it was written"))?;
    plain.first_chunk().copied().ok_or_else(|| error(ErrorKind::UnexpectedEof, "it has no header"))
}

/// The path with something added to the file's name.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
}

/// Whether there is neither a log nor a journal beside a file.
pub(crate) fn is_alone(path: &Path) -> bool {
    ["-wal", "-journal"].iter().all(|end| size_of(&beside(path, end)) == 0)
}

/// How many bytes a file has; none if it is not there.
pub(crate) fn size_of(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// Remembers what a file has not beside it, to remove what a refused opening would leave there.
pub(crate) struct Litter(Vec<PathBuf>);

impl Litter {
    /// Looks before the opening.
    pub(crate) fn before(path: &Path) -> Self {
        let new = ["-wal", "-journal"].iter().map(|end| beside(path, end)).filter(|path| !path.exists());
        Self(new.collect())
    }

    /// Clears up after a refused opening; the connection must be closed.
    pub(crate) fn clear(&self) {
        for path in self.0.iter().filter(|path| is_spent(path)) {
            // What is empty harms nothing, so failing to remove it is no error.
            let _ = fs::remove_file(path);
        }
    }
}

/// Removes what SQLite left beside a file that is given up: a log or a journal would be played into the next one of
/// its name.
pub(crate) fn remove_companions(path: &Path) -> Result<(), StoreError> {
    for end in ["-wal", "-shm", "-journal"] {
        let path = beside(path, end);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(StoreError::Io { path, source: error });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Removes the rollback journal of a finished import, which SQLite keeps, emptied, under an exclusive lock.
pub(crate) fn remove_spent_journal(path: &Path) {
    let journal = beside(path, "-journal");
    if is_spent(&journal) {
        // SQLite ignores it, so failing to remove it is no error.
        let _ = fs::remove_file(journal);
    }
}

/// Whether a log or a journal is there and has nothing in it that SQLite would play into its file.
fn is_spent(path: &Path) -> bool {
    let mut first = [0];
    File::open(path).and_then(|mut file| file.read(&mut first)).is_ok_and(|_| first == [0])
}

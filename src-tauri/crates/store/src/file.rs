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
            return Ok(Self { path: real, lock });
        }
        open_files().remove(&real);
        Err(StoreError::Busy(path.to_owned()))
    }

    /// The file, with links resolved.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// How many changes the file counts in its header, and whether it is one that is changed through a log.
    pub(crate) fn changes(&self) -> io::Result<(u32, bool)> {
        let header = self.header()?;
        Ok((changes_in(&header), header[18] > 1))
    }

    /// How many bytes a page of the file has.
    pub(crate) fn page_size(&self) -> io::Result<u64> {
        Ok(page_size(&self.header()?))
    }

    fn header(&self) -> io::Result<[u8; 100]> {
        match &self.lock {
            // Another handle would take SQLite's lock when it is closed.
            Some(file) => {
                let mut file: &File = file;
                file.seek(SeekFrom::Start(0))?;
                first_bytes(&mut file)
            }
            None => first_bytes(&mut File::open(&self.path)?),
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

/// Refuses a file that is no workspace, is of a newer format than `known` or is cut short: by its first 100 bytes,
/// so that SQLite does not touch it. The layout is that of <https://sqlite.org/fileformat2.html#the_database_header>.
pub(crate) fn check_header(path: &Path, known: i64) -> Result<(), StoreError> {
    let (header, length) = match read_header(path) {
        Ok(read) => read,
        Err(error) if matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::IsADirectory) => {
            return Err(StoreError::Foreign(path.to_owned()));
        }
        Err(source) => return Err(StoreError::Io { path: path.to_owned(), source }),
    };
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    if !header.starts_with(b"SQLite format 3\0") || number(68) != APPLICATION_ID as u32 {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let found = i64::from(number(60).cast_signed());
    if found > known {
        return Err(StoreError::Newer { path: path.to_owned(), found, known });
    }
    let page = page_size(&header);
    // With a journal or a log beside it, the file is whole only together with that, and SQLite sees to it.
    let alone = ["-wal", "-journal"].iter().all(|end| size_of(&beside(path, end)) == 0);
    if alone && number(24) == number(92) && length < page * u64::from(number(28)) {
        let reason = format!("it has {length} of {} bytes", page * u64::from(number(28)));
        return Err(StoreError::Damaged { path: path.to_owned(), reason });
    }
    Ok(())
}

fn page_size(header: &[u8; 100]) -> u64 {
    match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    }
}

fn read_header(path: &Path) -> io::Result<([u8; 100], u64)> {
    let mut file = File::open(path)?;
    Ok((first_bytes(&mut file)?, file.metadata()?.len()))
}

/// How many changes a file counts in its header that nobody has open.
pub(crate) fn changes_of(path: &Path) -> io::Result<u32> {
    Ok(changes_in(&first_bytes(&mut File::open(path)?)?))
}

fn changes_in(header: &[u8; 100]) -> u32 {
    u32::from_be_bytes([header[24], header[25], header[26], header[27]])
}

fn first_bytes(file: &mut impl Read) -> io::Result<[u8; 100]> {
    let mut header = [0; 100];
    file.read_exact(&mut header)?;
    Ok(header)
}

/// The path with something added to the file's name.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
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

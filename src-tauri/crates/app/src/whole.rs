//! Files that are written whole or not at all.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

/// How files that are being written are named; nothing else is.
const PART: (&str, &str) = (".touchline-", ".part");

/// What names have after them of what SQLite keeps beside a file.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// How many links are followed, as systems do.
const LINKS: usize = 40;

/// Writes a file whole; see [`Whole`].
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Whole::begin(path)?;
    file.write_all(bytes)?;
    file.finish()
}

/// A file that is written beside its place and then moved there, so that it is never half written over an older one.
///
/// Its permissions are those that it would have if it were written in place: an older file's stay as they are, and
/// a new file's follow the user's mask. A file that may not be written is left alone. What is no file but takes what is
/// written, as a terminal does, is written to as it is.
#[derive(Debug)]
pub(crate) enum Whole {
    /// A file, to be moved to its place.
    Beside { file: NamedTempFile, older: Option<Permissions>, place: PathBuf },
    /// Something that is no file.
    Through(File),
}

impl Whole {
    /// Begins to write; unless it is [finished](Self::finish), nothing is left of it. What processes that were killed
    /// have left in the folder is cleared away.
    pub(crate) fn begin(path: &Path) -> io::Result<Self> {
        let place = place_of(path)?;
        let older = match fs::metadata(&place) {
            Ok(metadata) if takes_all(&metadata, &place) => {
                return Ok(Self::Through(File::options().write(true).open(&place)?));
            }
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(ErrorKind::PermissionDenied.into());
            }
            Ok(metadata) if metadata.is_dir() => return Err(ErrorKind::IsADirectory.into()),
            Ok(metadata) if metadata.is_file() && !is_open_stream(&place) => Some(metadata.permissions()),
            Ok(_) => {
                let why = "this is a pipe, a device or an open stream, not a file that can be replaced";
                return Err(io::Error::new(ErrorKind::Unsupported, why));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let folder = folder_of(&place);
        clear(folder);
        Ok(Self::Beside { file: part_in(folder, older.is_some())?, older, place })
    }

    /// Moves the file to its place.
    pub(crate) fn finish(self) -> io::Result<()> {
        let (file, older, place) = match self {
            Self::Beside { file, older, place } => (file, older, place),
            Self::Through(mut file) => return file.flush(),
        };
        if let Some(permissions) = older {
            file.as_file().set_permissions(permissions)?;
        }
        file.as_file().sync_all()?;
        file.persist(&place).map_err(|error| error.error)?;
        Ok(())
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Beside { file, .. } => file.write(bytes),
            Self::Through(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Beside { file, .. } => file.flush(),
            Self::Through(file) => file.flush(),
        }
    }
}

/// Where a file stands, behind links if there are some; whether or not it is there.
pub(crate) fn place_of(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..LINKS {
        let is_link = fs::symlink_metadata(&place).is_ok_and(|metadata| metadata.is_symlink());
        if !is_link || is_open_stream(&place) {
            return Ok(place);
        }
        place = folder_of(&place).join(fs::read_link(&place)?);
    }
    Err(io::Error::other("the links to it go in a circle"))
}

/// The folder of a file.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a place stands for what the process has open, as `/dev/stdout` does: a link that leads to no name.
fn is_open_stream(place: &Path) -> bool {
    place.starts_with("/proc")
}

/// Whether whatever is written is taken as it comes. A pipe by name is not among it: it waits until somebody reads.
#[cfg(unix)]
fn takes_all(metadata: &Metadata, place: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = metadata.file_type();
    kind.is_char_device() || kind.is_fifo() && is_open_stream(place)
}

#[cfg(not(unix))]
fn takes_all(_: &Metadata, _: &Path) -> bool {
    false
}

/// A new file beside the place of another, locked as long as it is written: private if it is to take the place of one
/// whose permissions it gets in the end.
pub(crate) fn part_in(folder: &Path, private: bool) -> io::Result<NamedTempFile> {
    loop {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PART.0).suffix(PART.1);
        if !private {
            ask_as_usual(&mut builder);
        }
        let file = builder.tempfile_in(folder)?;
        // Where there are no locks, nothing is cleared away either. Whoever clears away has it for a moment at most.
        if file.as_file().lock().is_err() || file.path().exists() {
            return Ok(file);
        }
    }
}

/// Removes what processes that were killed have left in a folder: nobody holds its lock any more. What SQLite keeps
/// beside a file goes with it, and alone where it has outlived it.
pub(crate) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let Some(name) = name.to_str().filter(|name| name.starts_with(PART.0)) else { continue };
        let companion = COMPANIONS.iter().find_map(|end| name.strip_suffix(end));
        let Some(part) = companion.or(Some(name)).filter(|part| part.ends_with(PART.1)) else { continue };
        let is_left = match companion {
            Some(_) => !folder.join(part).exists(),
            None => File::open(&path).is_ok_and(|file| file.try_lock().is_ok()),
        };
        if !is_left || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        // If it cannot be removed it is only in the way.
        let _ = fs::remove_file(&path);
        if companion.is_none() {
            for end in COMPANIONS {
                let _ = fs::remove_file(folder.join(format!("{part}{end}")));
            }
        }
    }
}

/// A name beside the place of a new file, under which something else than this module makes it, to be moved there with
/// [`persist_noclobber`](TempPath::persist_noclobber). Whoever makes it locks it at once.
pub(crate) fn part_beside(path: &Path) -> io::Result<TempPath> {
    let folder = folder_of(path);
    clear(folder);
    let part = tempfile::Builder::new().prefix(PART.0).suffix(PART.1).tempfile_in(folder)?.into_temp_path();
    fs::remove_file(&part)?;
    Ok(part)
}

/// Asks for what a program asks for when it creates a file; the system takes away what the user's mask says.
/// Temporary files would be private otherwise.
#[cfg(unix)]
fn ask_as_usual(builder: &mut tempfile::Builder) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn ask_as_usual(_: &mut tempfile::Builder) {}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs::File;
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_as_accessible_as_any_other() {
        let folder = tempfile::tempdir().unwrap();
        let [ours, plain] = ["ours", "plain"].map(|name| folder.path().join(name));
        File::create(&plain).unwrap();
        write_whole(&ours, b"picture").unwrap();
        assert_eq!(mode(&ours), mode(&plain));
    }

    #[test]
    fn an_older_file_keeps_its_permissions_and_its_place_behind_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let [older, link] = ["older", "link"].map(|name| folder.path().join(name));
        for wanted in [0o600, 0o640, 0o664] {
            fs::write(&older, "before").unwrap();
            fs::set_permissions(&older, Permissions::from_mode(wanted)).unwrap();
            write_whole(&older, b"after").unwrap();
            assert_eq!((mode(&older), fs::read(&older).unwrap()), (wanted, b"after".to_vec()));
        }
        symlink(&older, &link).unwrap();
        write_whole(&link, b"behind").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&older).unwrap(), b"behind");
    }

    #[test]
    fn a_link_to_nothing_leads_to_where_the_file_will_be() {
        let folder = tempfile::tempdir().unwrap();
        let [inner, link] = ["inner", "link"].map(|name| folder.path().join(name));
        fs::create_dir(&inner).unwrap();
        symlink("inner/file", &link).unwrap();
        write_whole(&link, b"behind").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(inner.join("file")).unwrap(), b"behind");
        symlink("circle", folder.path().join("circle")).unwrap();
        write_whole(&folder.path().join("circle"), b"nowhere").unwrap_err();
    }

    #[test]
    fn what_was_left_is_cleared_away_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let names = [
            ".touchline-abcdef.part",
            ".touchline-abcdef.part-shm",
            ".touchline-ghijkl.part-wal",
            ".touchline-abcdef",
            "Shop.touchline-wal",
        ];
        let [left, beside, outlived, others, log] = names.map(|name| folder.path().join(name));
        for file in [&left, &beside, &outlived, &others, &log] {
            fs::write(file, "half").unwrap();
        }
        let mut first = Whole::begin(&folder.path().join("first")).unwrap();
        assert!(!left.exists() && !beside.exists() && !outlived.exists());
        assert!(others.exists() && log.exists(), "they are not ours");
        for file in [others, log] {
            fs::remove_file(file).unwrap();
        }
        write_whole(&folder.path().join("second"), b"second").unwrap();
        first.write_all(b"first").unwrap();
        first.finish().unwrap();
        assert_eq!(fs::read(folder.path().join("first")).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_device_is_written_to_and_a_named_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("null");
        symlink("/dev/null", &link).unwrap();
        write_whole(&link, b"gone").unwrap();
        let full = write_whole(Path::new("/dev/full"), b"no room").unwrap_err();
        assert_eq!(full.kind(), ErrorKind::StorageFull);
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert_eq!(write_whole(&pipe, b"nobody reads").unwrap_err().kind(), ErrorKind::Unsupported);
        assert!(fs::metadata(&pipe).is_ok() && !fs::metadata(&pipe).unwrap().is_file());
    }

    #[test]
    fn a_file_that_may_not_be_written_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kept");
        fs::write(&file, "kept").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o444)).unwrap();
        assert_eq!(write_whole(&file, b"lost").unwrap_err().kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read(&file).unwrap(), b"kept");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}

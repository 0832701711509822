//! Files that are written whole or not at all.

use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Writes a file whole; see [`Whole`].
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Whole::begin(path)?;
    file.write_all(bytes)?;
    file.finish()
}

/// A file that is written beside its place and then moved there, so that it is never half written over an older one.
///
/// Its permissions are those that it would have if it were written in place: an older file's stay as they are, and
/// a new file's follow the user's mask. A file that may not be written is left alone.
#[derive(Debug)]
pub(crate) struct Whole {
    file: NamedTempFile,
    older: Option<Older>,
    path: PathBuf,
}

impl Whole {
    /// Begins to write; unless it is [finished](Self::finish), nothing is left of it.
    pub(crate) fn begin(path: &Path) -> io::Result<Self> {
        let older = Older::at(path)?;
        let path = older.as_ref().map_or(path, |older| &older.place).to_owned();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".touchline-");
        ask_as_usual(&mut builder);
        Ok(Self { file: builder.tempfile_in(folder)?, older, path })
    }

    /// Moves the file to its place.
    pub(crate) fn finish(self) -> io::Result<()> {
        if let Some(older) = &self.older {
            self.file.as_file().set_permissions(older.permissions.clone())?;
        }
        self.file.as_file().sync_all()?;
        self.file.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A file that is in the place already.
#[derive(Debug)]
struct Older {
    /// Where it is, behind a link if there is one.
    place: PathBuf,
    permissions: Permissions,
}

impl Older {
    fn at(path: &Path) -> io::Result<Option<Self>> {
        let permissions = match fs::metadata(path) {
            Ok(metadata) => metadata.permissions(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        if permissions.readonly() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        Ok(Some(Self { place: path.canonicalize()?, permissions }))
    }
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

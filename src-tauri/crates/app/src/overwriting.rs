//! What no export may be written over: workspaces, and what stands beside them.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use store::Workspace;

use crate::whole::place_of;
use crate::{AppError, Session};

/// How every SQLite file begins, and so every workspace that is not protected.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// What SQLite keeps beside a file, by the end of its name.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

impl Session {
    /// Refuses a path that leads to a workspace or to what belongs to one, whether or not it is this one.
    pub(crate) fn refuse_workspaces(&self, path: &Path) -> Result<(), AppError> {
        let place = place_of(path).unwrap_or_else(|_| path.to_owned());
        let of = base_of(&place);
        let own = self.workspace.path();
        // The own file is only looked at from outside: to close it would take the locks that it is held by.
        let is_own = is_same(&place, own) || of.as_deref().is_some_and(|of| is_same(of, own));
        if is_own || is_database(&place) || of.is_some_and(|of| is_database(&of)) {
            return Err(AppError::OverWorkspace(path.to_owned()));
        }
        Ok(())
    }
}

/// The file beside which a companion of this name would stand.
fn base_of(place: &Path) -> Option<PathBuf> {
    let name = place.file_name()?.to_str()?;
    let base = COMPANIONS.iter().find_map(|end| name.strip_suffix(end))?;
    Some(place.with_file_name(base))
}

fn is_database(path: &Path) -> bool {
    let mut start = [0; MAGIC.len()];
    // What is no file might never give a byte.
    fs::metadata(path).is_ok_and(|metadata| metadata.is_file())
        && File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok()
        && (start == MAGIC || Workspace::is_protected_file(path).unwrap_or(false))
}

/// Whether two paths lead to one file.
#[cfg(unix)]
fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| fs::metadata(path).map(|metadata| (metadata.dev(), metadata.ino())).ok();
    identity(one).is_some_and(|one| Some(one) == identity(other))
}

#[cfg(not(unix))]
fn is_same(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

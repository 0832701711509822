//! Opening to look: nothing is written, neither to the file nor beside it.
//!
//! A file that is whole by itself is read where it is. One that something has to be done to first (a log to be played
//! into it, an older format, something derived to be made again) is copied, and all of that happens to the copy.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::file::Claim;
use crate::lineage::Found;
use crate::migration::{MIGRATIONS, format};
use crate::stray::copy_logs;
use crate::workspace::{check_tables, is_sound};
use crate::{StoreError, Workspace, key, schema};

/// What a workspace that is only looked at is looked at from.
#[derive(Debug)]
pub(crate) struct Looking {
    /// The file, where it is not that which is open itself.
    pub(crate) original: Option<Claim>,
    /// Where the copy is, until it is closed.
    _copy: Option<TempDir>,
}

impl Workspace {
    /// Opens a workspace to look at it: edits are refused, and nothing is written.
    pub fn look(path: &Path) -> Result<Self, StoreError> {
        Self::look_at(path, Self::open, true)
    }

    /// Opens a workspace to [`check`](Self::check) it: what is derived is as it is, and nothing is written.
    pub fn inspect(path: &Path) -> Result<Self, StoreError> {
        Self::look_at(path, Self::examine, false)
    }

    /// Opens a workspace, or looks at it where it may not be written to.
    pub fn open_or_look(path: &Path) -> Result<Self, StoreError> {
        match Self::open(path) {
            Err(StoreError::ReadOnly(_)) => Self::look(path),
            other => other,
        }
    }

    fn look_at(
        path: &Path,
        open: impl Fn(&Path) -> Result<Self, StoreError>,
        wants_sound: bool,
    ) -> Result<Self, StoreError> {
        let mut claim = Claim::share(path)?;
        claim.check_header(path, MIGRATIONS.len() as i64)?;
        let found = Found::at(&claim, MIGRATIONS)?;
        if found.has_stray_journal() {
            return Err(StoreError::StrayLog(path.to_owned()));
        }
        let logged = claim.changes().is_ok_and(|(_, logged)| logged);
        if !found.is_unfinished() && !logged {
            let (conn, sound) = connect(path, &claim, &found).map_err(|error| error.of(path))?;
            if sound || (!wants_sound && format(&conn)? == MIGRATIONS.len() as i64) {
                let looking = Looking { original: None, _copy: None };
                return Self::looking(conn, claim, sound, looking);
            }
        }
        look_at_copy(path, claim, open)
    }

    /// Whether it is only looked at, so that edits are refused.
    pub fn is_read_only(&self) -> bool {
        self.looking.is_some()
    }

    /// Refuses edits of a workspace that is only looked at.
    pub(crate) fn check_writable(&self) -> Result<(), StoreError> {
        if self.is_read_only() { Err(StoreError::ReadOnly(self.path().to_owned())) } else { Ok(()) }
    }
}

/// A connection that only reads, and keeps others from writing; and whether what is derived is surely what the rows say.
fn connect(path: &Path, claim: &Claim, found: &Found) -> Result<(Connection, bool), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(claim.path(), flags)?;
    key::open(&conn, claim.key())?;
    schema::distrust(&conn)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -16384;")?;
    let format = usize::try_from(format(&conn)?).unwrap_or_default();
    let Some(migrations) = MIGRATIONS.get(..format).filter(|migrations| !migrations.is_empty()) else {
        return Err(StoreError::Damaged { path: path.to_owned(), reason: format!("its format is {format}") });
    };
    schema::check(&conn, migrations)?;
    check_tables(&conn)?;
    let sound = format == MIGRATIONS.len() && is_sound(&conn, claim, found)?;
    Ok((conn, sound))
}

fn look_at_copy(
    path: &Path,
    original: Claim,
    open: impl Fn(&Path) -> Result<Workspace, StoreError>,
) -> Result<Workspace, StoreError> {
    let failed = |source| StoreError::Io { path: path.to_owned(), source };
    let folder = tempfile::Builder::new().prefix("touchline-").tempdir().map_err(failed)?;
    let copy = folder.path().join("copy.touchline");
    fs::copy(original.path(), &copy).map_err(failed)?;
    make_writable(&copy).map_err(failed)?;
    copy_logs(original.path(), &copy)?;
    let mut workspace = open(&copy).map_err(|error| error.about(&copy, path))?;
    workspace.looking = Some(Looking { original: Some(original), _copy: Some(folder) });
    Ok(workspace)
}

/// A copy has the permissions of what it is a copy of, but belongs to the user alone.
fn make_writable(copy: &Path) -> std::io::Result<()> {
    let mut permissions = fs::metadata(copy)?.permissions();
    #[cfg(unix)]
    std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o600);
    #[cfg(not(unix))]
    permissions.set_readonly(false);
    fs::set_permissions(copy, permissions)
}

//! Backups: copies of the workspace, beside it or in a folder of choice, made of themselves, thinned out as they age, and
//! put back. A copy that a migration made is one of them.

mod named;
mod places;

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{StoreError, Workspace};
use tempfile::NamedTempFile;

use crate::session::now;
use crate::whole::{folder_of, part_beside, part_in};
use crate::{AppError, Session};
use named::{HOUR, spare};

pub(crate) use named::Named;
pub use places::{BackupPlace, MovedBackups, keep_settings_in};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BackupReason {
    /// The workspace was opened.
    Opened,
    /// It had been edited for an hour.
    Hourly,
    /// Something was about to be imported.
    Import,
    /// A backup was about to be put back.
    Restore,
    /// Somebody asked for it.
    Asked,
    /// The workspace was about to be brought to another format.
    Migration,
    /// A copy of it was about to be merged.
    Merge,
    /// It was a copy of the workspace that was set aside.
    Copy,
}

impl BackupReason {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Opened, "opened"),
        (Self::Hourly, "hourly"),
        (Self::Import, "import"),
        (Self::Restore, "restore"),
        (Self::Asked, "asked"),
        (Self::Migration, "migration"),
        (Self::Merge, "merge"),
        (Self::Copy, "copy"),
    ];

    /// The word for it, in names of files.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(reason, _)| *reason == self).map_or("", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, each)| *each == word).map(|(reason, _)| *reason)
    }
}

/// A backup of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Backup {
    /// By which it is named: its file's name.
    pub id: String,
    /// When it was made, UTC milliseconds.
    #[specta(type = Number)]
    pub at: i64,
    /// Why it was made.
    pub reason: BackupReason,
    /// The size of its file.
    #[specta(type = Number)]
    pub bytes: u64,
    /// Whether the workspace is as it was then.
    pub is_now: bool,
    /// Whether the workspace was so when it was opened.
    pub is_opened: bool,
    /// Whether it lies beside the workspace, not in a folder of choice.
    pub is_beside: bool,
}

/// What a workspace holds, in short.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Contents {
    /// The titles of its maps.
    pub maps: Vec<String>,
    /// Touchpoints on all maps.
    #[specta(type = Number)]
    pub touchpoints: u64,
    /// Personas.
    #[specta(type = Number)]
    pub personas: u64,
    /// Segments.
    #[specta(type = Number)]
    pub segments: u64,
    /// Customers.
    #[specta(type = Number)]
    pub customers: u64,
    /// Interactions.
    #[specta(type = Number)]
    pub interactions: u64,
}

impl From<store::Contents> for Contents {
    fn from(contents: store::Contents) -> Self {
        let store::Contents { maps, touchpoints, personas, segments, customers, interactions } = contents;
        Self { maps, touchpoints, personas, segments, customers, interactions }
    }
}

/// What a workspace and a backup of it hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Comparison {
    /// The workspace.
    pub now: Contents,
    /// The backup.
    pub then: Contents,
}

/// A backup that was not put back.
#[derive(Debug)]
pub struct Unrestored {
    /// Why not.
    pub error: AppError,
    /// The workspace as it was, unless it could not be opened again.
    pub session: Option<Box<Session>>,
}

impl Session {
    /// The backups of the workspace, the newest first.
    pub fn backups(&self) -> Result<Vec<Backup>, AppError> {
        let state = self.workspace.state()?;
        Ok(self.named_backups()?.into_iter().map(|named| self.told(named, &state)).collect())
    }

    fn told(&self, named: Named, state: &str) -> Backup {
        Backup {
            is_now: named.is_of(state),
            is_opened: named.is_of(&self.opened),
            is_beside: named.folder == self.beside(),
            id: named.id,
            at: named.at,
            reason: named.reason,
            bytes: named.bytes,
        }
    }

    /// Makes a backup of the workspace as it is now, unless the newest one is that already or it is only looked at; in
    /// the folder of choice, or beside the workspace while that is [missing](Self::missing_backup_folder).
    /// Older ones are thinned out: the last ten stay, the last of each day for two weeks, and the last of each week for
    /// twelve, two gigabytes at most.
    pub fn back_up(&self, reason: BackupReason) -> Result<Option<Backup>, AppError> {
        if !self.is_made || self.workspace.is_read_only() {
            return Ok(None);
        }
        let state = self.workspace.state()?;
        if self.named_backups()?.first().is_some_and(|newest| newest.is_of(&state)) {
            return Ok(None);
        }
        let named = self.next_backup(reason, &state)?;
        let place = named.path();
        let io = |error| AppError::Write { path: place.clone(), error };
        let part = part_beside(&place).map_err(io)?;
        self.workspace.copy_to(&part)?;
        part.persist(&place).map_err(|error| io(error.error))?;
        self.thinned_by(named).map(Some)
    }

    /// The backup that is to hold a state and to be the newest.
    pub(crate) fn next_backup(&self, reason: BackupReason, state: &str) -> Result<Named, AppError> {
        // A clock that was put back must not put it behind others.
        let newest = self.named_backups()?.first().map(|newest| newest.at + 1);
        let at = newest.map_or(now(), |newest| now().max(newest));
        Ok(Named::new(&self.place_of_backups()?, at, reason, state))
    }

    /// Thins the backups out after one was made, and tells of that.
    pub(crate) fn thinned_by(&self, made: Named) -> Result<Backup, AppError> {
        let io = |path: PathBuf| move |error| AppError::Write { path, error };
        let bytes = fs::metadata(made.path()).map_err(io(made.path()))?.len();
        for spare in spare(&self.named_backups()?, now()) {
            fs::remove_file(spare.path()).map_err(io(spare.path()))?;
        }
        Ok(self.told(Named { bytes, ..made }, &self.workspace.state()?))
    }

    /// Makes a backup if the newest is an hour old.
    pub fn back_up_hourly(&self) -> Result<Option<Backup>, AppError> {
        let newest = self.named_backups()?.first().map(|newest| newest.at);
        if newest.is_some_and(|at| now() - at < HOUR) { Ok(None) } else { self.back_up(BackupReason::Hourly) }
    }

    /// What the workspace and one of its backups hold.
    pub fn compare(&self, backup: &str) -> Result<Comparison, AppError> {
        let then = self.contents_of(backup)?.into();
        Ok(Comparison { now: self.workspace.contents()?.into(), then })
    }

    /// Puts a backup in the place of the workspace, which is backed up first if it is not yet.
    pub fn restore(self, backup: &str) -> Result<Self, Unrestored> {
        let path = self.workspace.path().to_owned();
        // For as long as neither is open.
        let _unlocked = self.workspace.unlocked();
        let by = match self.copy_of(backup) {
            Ok(by) => by,
            Err(error) => return Err(Unrestored { error, session: Some(Box::new(self)) }),
        };
        drop(self);
        let put_back = Workspace::supplant(&path, by.path());
        // Its lock is the workspace's now.
        drop(by);
        let reopened = Self::open(&path);
        match (put_back, reopened) {
            (Ok(()), Ok(session)) => Ok(session),
            (Ok(()), Err(error)) => Err(Unrestored { error, session: None }),
            (Err(error), reopened) => {
                let session = reopened.ok().map(Box::new);
                Err(Unrestored { error: error.into(), session })
            }
        }
    }

    /// A copy of a backup beside the workspace, as accessible as that and in the present format.
    fn copy_of(&self, backup: &str) -> Result<NamedTempFile, AppError> {
        let (path, file) = (self.workspace.path(), self.backup_file(backup)?);
        self.refuse_looking()?;
        self.contents_of(backup)?;
        // Before the present state is backed up: this one may be thinned out for it.
        let copied = part_in(folder_of(path), true).and_then(|copy| {
            fs::copy(&file, copy.path())?;
            copy.as_file().sync_all()?;
            copy.as_file().set_permissions(fs::metadata(path)?.permissions())?;
            Ok(copy)
        });
        let io = |error| AppError::Write { path: path.to_owned(), error };
        let mut copy = copied.map_err(io)?;
        if !Workspace::is_present_format(&file)? {
            // Without its handle, whose lock the workspace needs.
            let (handle, part) = copy.into_parts();
            drop(handle);
            drop(Workspace::open_copy(&part)?);
            let handle = fs::File::open(&part).map_err(io)?;
            handle.lock().map_err(io)?;
            copy = NamedTempFile::from_parts(handle, part);
        }
        self.back_up(BackupReason::Restore)?;
        Ok(copy)
    }

    fn contents_of(&self, backup: &str) -> Result<store::Contents, AppError> {
        Workspace::contents_of(&self.backup_file(backup)?).map_err(|error| match error {
            StoreError::Locked(_) => AppError::LockedBackup(backup.to_owned()),
            error => error.into(),
        })
    }

    fn backup_file(&self, backup: &str) -> Result<PathBuf, AppError> {
        let found = self.named_backups()?.into_iter().find(|named| named.id == backup);
        found.map(|named| named.path()).ok_or_else(|| AppError::NoBackup(backup.to_owned()))
    }
}

//! Backups: copies of the workspace in a folder beside it, made of themselves, thinned out as they age, and put back.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{StoreError, Workspace};
use tempfile::NamedTempFile;

use crate::session::now;
use crate::whole::{folder_of, part_beside, part_in};
use crate::{AppError, Session};

/// How many of the newest are kept, however old they are.
const NEWEST: usize = 10;

/// For how many days back the last backup of each day is kept.
const DAYS: i64 = 14;

/// For how many weeks back the last backup of each week is kept.
const WEEKS: i64 = 12;

/// The most bytes that the backups of a workspace take; the newest stays in any case.
const MOST: u64 = 2 << 30;

/// How long a workspace that is being edited goes without a backup, in milliseconds.
const HOUR: i64 = 3_600_000;

/// How names of backups write an instant.
const STAMP: &str = "%Y%m%dT%H%M%S%.3fZ";

/// How the files of backups end.
const END: &str = ".touchline-backup";

/// How many letters of the name of a state stand in the name of a backup: enough to tell those of a workspace apart.
const STATE: usize = 12;

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
}

impl BackupReason {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Opened, "opened"),
        (Self::Hourly, "hourly"),
        (Self::Import, "import"),
        (Self::Restore, "restore"),
        (Self::Asked, "asked"),
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

/// A backup as its name tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) at: i64,
    pub(crate) reason: BackupReason,
    state: String,
    bytes: u64,
}

impl Named {
    pub(crate) fn new(at: i64, reason: BackupReason, state: &str) -> Self {
        let stamp = DateTime::from_timestamp_millis(at).unwrap_or_default().format(STAMP);
        let state = state[..STATE.min(state.len())].to_owned();
        Self { id: format!("{stamp}-{}-{state}{END}", reason.word()), at, reason, state, bytes: 0 }
    }

    fn read(id: &str, bytes: u64) -> Option<Self> {
        let mut parts = id.strip_suffix(END)?.split('-');
        let (stamp, reason, state) = (parts.next()?, parts.next()?, parts.next()?);
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc().timestamp_millis();
        let reason = BackupReason::of(reason).filter(|_| parts.next().is_none())?;
        Some(Self { id: id.to_owned(), at, reason, state: state.to_owned(), bytes })
    }
}

impl Session {
    /// The backups of the workspace, the newest first.
    pub fn backups(&self) -> Result<Vec<Backup>, AppError> {
        let state = self.workspace.state()?;
        let backups =
            named_in(&self.backup_folder())?.into_iter().map(|Named { id, at, reason, bytes, state: of }| {
                Backup {
                    is_now: state.starts_with(&of),
                    is_opened: self.opened.starts_with(&of),
                    id,
                    at,
                    reason,
                    bytes,
                }
            });
        Ok(backups.collect())
    }

    /// Makes a backup of the workspace as it is now, unless the newest one is that already or it is only looked at.
    /// Older ones are thinned out: the last ten stay, the last of each day for two weeks, and the last of each week for
    /// twelve, two gigabytes at most.
    pub fn back_up(&self, reason: BackupReason) -> Result<Option<Backup>, AppError> {
        if !self.is_made || self.workspace.is_read_only() {
            return Ok(None);
        }
        let (folder, state) = (self.backup_folder(), self.workspace.state()?);
        make_private(&folder).map_err(|error| AppError::Write { path: folder.clone(), error })?;
        let newest = named_in(&folder)?.into_iter().next();
        if newest.as_ref().is_some_and(|newest| state.starts_with(&newest.state)) {
            return Ok(None);
        }
        // A clock that was put back must not put it behind others.
        let at = newest.map_or(now(), |newest| now().max(newest.at + 1));
        let named = Named::new(at, reason, &state);
        let place = folder.join(&named.id);
        let io = |error| AppError::Write { path: place.clone(), error };
        let part = part_beside(&place).map_err(io)?;
        self.workspace.copy_to(&part)?;
        part.persist(&place).map_err(|error| io(error.error))?;
        let bytes = fs::metadata(&place).map_err(io)?.len();
        thin_out(&folder)?;
        let is_opened = self.opened.starts_with(&named.state);
        Ok(Some(Backup { id: named.id, at: named.at, reason, bytes, is_now: true, is_opened }))
    }

    /// Makes a backup if the newest is an hour old.
    pub fn back_up_hourly(&self) -> Result<Option<Backup>, AppError> {
        let newest = named_in(&self.backup_folder())?.first().map(|newest| newest.at);
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

    /// A copy of a backup beside the workspace, as accessible as that.
    fn copy_of(&self, backup: &str) -> Result<NamedTempFile, AppError> {
        let (path, file) = (self.workspace.path(), self.backup_file(backup)?);
        if self.workspace.is_read_only() {
            return Err(StoreError::ReadOnly(path.to_owned()).into());
        }
        self.contents_of(backup)?;
        // Before the present state is backed up: this one may be thinned out for it.
        let copied = part_in(folder_of(path), true).and_then(|copy| {
            fs::copy(&file, copy.path())?;
            copy.as_file().sync_all()?;
            copy.as_file().set_permissions(fs::metadata(path)?.permissions())?;
            Ok(copy)
        });
        let copy = copied.map_err(|error| AppError::Write { path: path.to_owned(), error })?;
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
        let folder = self.backup_folder();
        let is_there = named_in(&folder)?.iter().any(|named| named.id == backup);
        if is_there { Ok(folder.join(backup)) } else { Err(AppError::NoBackup(backup.to_owned())) }
    }

    pub(crate) fn backup_folder(&self) -> PathBuf {
        let mut folder = self.workspace.path().as_os_str().to_owned();
        folder.push("-backups");
        folder.into()
    }
}

/// The backups in a folder, the newest first.
pub(crate) fn named_in(folder: &Path) -> Result<Vec<Named>, AppError> {
    let io = |error| AppError::Write { path: folder.to_owned(), error };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(io(error)),
    };
    let mut found: Vec<_> = entries
        .flatten()
        .filter_map(|entry| Named::read(entry.file_name().to_str()?, entry.metadata().ok()?.len()))
        .collect();
    found.sort_by(|one, other| (other.at, &other.id).cmp(&(one.at, &one.id)));
    Ok(found)
}

fn thin_out(folder: &Path) -> Result<(), AppError> {
    for named in spare(&named_in(folder)?, now()) {
        let path = folder.join(&named.id);
        fs::remove_file(&path).map_err(|error| AppError::Write { path, error })?;
    }
    Ok(())
}

/// Those of some backups, the newest first, that are not kept.
fn spare(backups: &[Named], now: i64) -> Vec<&Named> {
    let (mut days, mut weeks, mut bytes) = (BTreeSet::new(), BTreeSet::new(), 0_u64);
    let mut spare = Vec::new();
    for (index, named) in backups.iter().enumerate() {
        let made = DateTime::<Utc>::from_timestamp_millis(named.at).unwrap_or_default().date_naive();
        let age = (now - named.at) / (24 * HOUR);
        let is_last_of_day = days.insert(made) && age < DAYS;
        let is_last_of_week =
            weeks.insert((made.iso_week().year(), made.iso_week().week())) && age < 7 * WEEKS;
        let fits = bytes.saturating_add(named.bytes) <= MOST;
        if index == 0 || fits && (index < NEWEST || is_last_of_day || is_last_of_week) {
            bytes = bytes.saturating_add(named.bytes);
        } else {
            spare.push(named);
        }
    }
    spare.sort_by_key(|named| Reverse(named.at));
    spare
}

/// Makes a folder that is for its user alone, unless it is there.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        made => made,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    fn made(ages: &[i64], bytes: u64) -> Vec<Named> {
        let mut ages = ages.to_vec();
        ages.sort_unstable();
        let named =
            |age: &i64| Named { bytes, ..Named::new(NOW - age, BackupReason::Hourly, "0123456789abcdef") };
        ages.iter().map(named).collect()
    }

    #[test]
    fn a_name_tells_what_it_was_made_of() {
        let named = Named::new(NOW, BackupReason::Import, "0123456789abcdef");
        assert_eq!(named.id, "20270115T080000.000Z-import-0123456789ab.touchline-backup");
        assert_eq!(Named::read(&named.id, 0), Some(named));
        for other in
            ["", "notes.txt", "20270115T080000.000Z-import.touchline-backup", "x-import-01.touchline-backup"]
        {
            assert_eq!(Named::read(other, 0), None, "{other}");
        }
    }

    #[test]
    fn ten_then_one_a_day_then_one_a_week_are_kept() {
        // Every hour for half a year.
        let all = made(&(0..24 * 180).map(|hour| hour * HOUR).collect::<Vec<_>>(), 1);
        let spare = spare(&all, NOW);
        let kept: Vec<_> =
            all.iter().filter(|each| !spare.contains(each)).map(|each| (NOW - each.at) / HOUR).collect();
        assert_eq!(kept[..10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let (days, weeks): (Vec<i64>, Vec<i64>) = kept[10..].iter().partition(|hour| **hour < DAYS * 24);
        assert!((12..=14).contains(&days.len()) && (9..=11).contains(&weeks.len()), "{kept:?}");
        assert!(days.windows(2).all(|two| two[1] - two[0] == 24), "{days:?}");
        assert!(weeks.windows(2).all(|two| two[1] - two[0] == 7 * 24), "{weeks:?}");
    }

    proptest! {
        #[test]
        fn the_newest_stays_and_the_rest_is_bounded(
            ages in prop::collection::vec(0..400 * 24 * HOUR, 1..200),
            megabytes in 1_u64..3000,
        ) {
            let all = made(&ages, megabytes << 20);
            let spare = spare(&all, NOW);
            let kept: Vec<_> = all.iter().filter(|each| !spare.contains(each)).collect();
            prop_assert!(kept.contains(&&all[0]));
            prop_assert!(kept.len() <= NEWEST + DAYS as usize + WEEKS as usize + 1);
            let bytes: u64 = kept.iter().map(|each| each.bytes).sum();
            prop_assert!(bytes <= MOST || kept.len() == 1);
            // What is kept once is kept again.
            let again: Vec<_> = kept.into_iter().cloned().collect();
            prop_assert!(super::spare(&again, NOW).is_empty());
        }
    }
}

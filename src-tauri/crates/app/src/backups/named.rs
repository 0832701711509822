//! The files of backups: what their names tell, and which of them are kept.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, Utc};

use super::BackupReason;
use crate::AppError;

/// How many of the newest are kept, however old they are.
const NEWEST: usize = 10;

/// For how many days back the last backup of each day is kept.
const DAYS: i64 = 14;

/// For how many weeks back the last backup of each week is kept.
const WEEKS: i64 = 12;

/// The most bytes that the backups of a workspace take; the newest stays in any case.
const MOST: u64 = 2 << 30;

/// An hour in milliseconds.
pub(super) const HOUR: i64 = 3_600_000;

/// How names of backups write an instant.
const STAMP: &str = "%Y%m%dT%H%M%S%.3fZ";

/// How the files of backups end.
pub(super) const END: &str = ".touchline-backup";

/// How many letters of the name of a state stand in the name of a backup: enough to tell those of a workspace apart.
const STATE: usize = 12;

/// A backup as its name tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) at: i64,
    pub(crate) reason: BackupReason,
    /// The beginning of the name of the state that it holds.
    pub(super) state: String,
    pub(super) bytes: u64,
    /// Where it lies.
    pub(super) folder: PathBuf,
}

impl Named {
    pub(crate) fn new(folder: &Path, at: i64, reason: BackupReason, state: &str) -> Self {
        let stamp = DateTime::from_timestamp_millis(at).unwrap_or_default().format(STAMP);
        let state = state[..STATE.min(state.len())].to_owned();
        let id = format!("{stamp}-{}-{state}{END}", reason.word());
        Self { id, at, reason, state, bytes: 0, folder: folder.to_owned() }
    }

    fn read(folder: &Path, id: &str, bytes: u64) -> Option<Self> {
        let mut parts = id.strip_suffix(END)?.split('-');
        let (stamp, reason, state) = (parts.next()?, parts.next()?, parts.next()?);
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc().timestamp_millis();
        let reason = BackupReason::of(reason).filter(|_| parts.next().is_none())?;
        let (id, state, folder) = (id.to_owned(), state.to_owned(), folder.to_owned());
        Some(Self { id, at, reason, state, bytes, folder })
    }

    /// The same backup when it holds another state.
    pub(crate) fn holding(&self, state: &str) -> Self {
        Self::new(&self.folder, self.at, self.reason, state)
    }

    /// Its file.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join(&self.id)
    }

    /// Whether it holds the state with a name.
    pub(super) fn is_of(&self, state: &str) -> bool {
        state.starts_with(&self.state)
    }
}

/// The backups in a folder, the newest first.
pub(super) fn named_in(folder: &Path) -> Result<Vec<Named>, AppError> {
    let io = |error| AppError::Write { path: folder.to_owned(), error };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(io(error)),
    };
    let mut found: Vec<_> = entries
        .flatten()
        .filter_map(|entry| Named::read(folder, entry.file_name().to_str()?, entry.metadata().ok()?.len()))
        .collect();
    sort(&mut found);
    Ok(found)
}

/// The newest first.
pub(super) fn sort(backups: &mut [Named]) {
    backups.sort_by(|one, other| (other.at, &other.id).cmp(&(one.at, &one.id)));
}

/// Those of some backups, the newest first, that are not kept.
pub(super) fn spare(backups: &[Named], now: i64) -> Vec<&Named> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: i64 = 1_800_000_000_000;

    fn made(ages: &[i64], bytes: u64) -> Vec<Named> {
        let mut ages = ages.to_vec();
        ages.sort_unstable();
        let named = |age: &i64| Named {
            bytes,
            ..Named::new(Path::new("there"), NOW - age, BackupReason::Hourly, "0123456789abcdef")
        };
        ages.iter().map(named).collect()
    }

    #[test]
    fn a_name_tells_what_it_was_made_of() {
        let named = Named::new(Path::new("there"), NOW, BackupReason::Import, "0123456789abcdef");
        assert_eq!(named.id, "20270115T080000.000Z-import-0123456789ab.touchline-backup");
        assert_eq!(Named::read(Path::new("there"), &named.id, 0), Some(named));
        for other in
            ["", "notes.txt", "20270115T080000.000Z-import.touchline-backup", "x-import-01.touchline-backup"]
        {
            assert_eq!(Named::read(Path::new("there"), other, 0), None, "{other}");
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

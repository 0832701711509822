//! Turns the wall clock of a zone into instants.

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

/// Milliseconds in a day.
pub(crate) const DAY: i64 = 86_400_000;

/// How many days are remembered at a time; a power of two.
const REMEMBERED: usize = 4096;

/// Further from UTC than any zone is, in hours.
const FURTHEST: i64 = 26;

/// Closer together than any zone changes its clock twice, in hours.
const STEP: i64 = 4;

/// How often the wall clock of a zone shows a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Once: there is one instant.
    Once,
    /// Never: the clock is put forward over it. It is read as far behind the skip as it is in it.
    Never,
    /// Twice: the clock is put back to before it. The first instant is meant.
    Twice,
}

/// How many local times had no instant, or two.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LocalTimes {
    /// Those that the clock skipped, read as far behind the skip as they are in it.
    #[specta(type = Number)]
    pub skipped: u64,
    /// Those that the clock showed twice, read as the first.
    #[specta(type = Number)]
    pub repeated: u64,
}

impl LocalTimes {
    /// Counts one.
    #[inline]
    pub(crate) fn add(&mut self, shown: Shown) {
        match shown {
            Shown::Once => {}
            Shown::Never => self.skipped += 1,
            Shown::Twice => self.repeated += 1,
        }
    }

    /// Counts those of a part.
    pub(crate) fn append(&mut self, part: Self) {
        self.skipped += part.skipped;
        self.repeated += part.repeated;
    }
}

/// The instant, in UTC milliseconds, at which the clock of a zone shows a local time, and how often it does.
/// Of a time that the clock shows twice it is the first, and a time that the clock skips is as far behind the
/// skip as it is in it (RFC 5545, section 3.3.5).
pub fn instant_in(zone: Tz, wall: NaiveDateTime) -> (i64, Shown) {
    let ahead = |offset: chrono::FixedOffset| i64::from(offset.local_minus_utc()) * 1000;
    let (offset, shown) = match zone.offset_from_local_datetime(&wall) {
        MappedLocalTime::Single(offset) => (ahead(offset.fix()), Shown::Once),
        // The further ahead the clock is, the earlier is the instant at which it shows a time.
        MappedLocalTime::Ambiguous(one, other) => (ahead(one.fix()).max(ahead(other.fix())), Shown::Twice),
        MappedLocalTime::None => {
            let before = wall.checked_sub_signed(TimeDelta::hours(FURTHEST)).unwrap_or(wall);
            (ahead(zone.offset_from_utc_datetime(&before).fix()), Shown::Never)
        }
    };
    (wall.and_utc().timestamp_millis() - offset, shown)
}

/// What is known of a zone on one day.
#[derive(Debug, Clone, Copy)]
enum Day {
    /// The zone is this many milliseconds ahead of UTC all day.
    Steady(i64),
    /// The clock is changed on this day or near it.
    Changing,
}

/// The wall clock of a zone.
///
/// Asking for the zone's rules for every row would cost more than all other work on it, so the offset of each
/// day is remembered. Only on days near a change of the clock every row is looked up.
pub(crate) struct Clock {
    zone: Tz,
    /// At a day's number modulo [`REMEMBERED`], that day; empty until first used.
    days: Vec<Option<(i64, Day)>>,
}

impl Clock {
    pub fn new(zone: Tz) -> Self {
        Self { zone, days: Vec::new() }
    }

    /// The instant, in UTC milliseconds, at which the clock shows `millis` after midnight on a day counted
    /// from 1970-01-01, as [`instant_in`] tells it. `None` if the calendar does not have it.
    #[inline]
    pub fn instant(&mut self, day: i64, millis: i64) -> Option<(i64, Shown)> {
        let wall = day * DAY + millis;
        if self.zone == Tz::UTC {
            return Some((wall, Shown::Once));
        }
        match self.day(day) {
            Day::Steady(ahead) => Some((wall - ahead, Shown::Once)),
            Day::Changing => Some(instant_in(self.zone, DateTime::from_timestamp_millis(wall)?.naive_utc())),
        }
    }

    #[inline]
    fn day(&mut self, day: i64) -> Day {
        if self.days.is_empty() {
            self.days.resize(REMEMBERED, None);
        }
        let place = day.rem_euclid(REMEMBERED as i64) as usize;
        match self.days[place] {
            Some((known, found)) if known == day => found,
            _ => {
                let found = self.find(day);
                self.days[place] = Some((day, found));
                found
            }
        }
    }

    /// Whether the zone's clock is changed within the span of instants that may have this date there.
    fn find(&self, day: i64) -> Day {
        let at = |hours: i64| {
            let second = day.saturating_mul(DAY / 1000).saturating_add(hours * 3600);
            let instant = DateTime::from_timestamp_secs(second).unwrap_or_default().naive_utc();
            i64::from(self.zone.offset_from_utc_datetime(&instant).fix().local_minus_utc()) * 1000
        };
        let ahead = at(0);
        let mut hours = (-FURTHEST..=24 + FURTHEST + STEP).step_by(STEP as usize);
        if hours.all(|hour| at(hour) == ahead) { Day::Steady(ahead) } else { Day::Changing }
    }
}

//! Turns the wall clock of a zone into instants.

use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Milliseconds in a day.
pub(crate) const DAY: i64 = 86_400_000;

/// How many days are remembered at a time; a power of two.
const REMEMBERED: usize = 4096;

/// Further from UTC than any zone is, in hours.
const FURTHEST: i64 = 26;

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
/// Asking `jiff` for every row would cost more than all other work on it, so the offset of each day is
/// remembered. Only on days near a change of the clock every row is looked up.
pub(crate) struct Clock {
    zone: TimeZone,
    /// For zones that never change.
    fixed: Option<i64>,
    /// At a day's number modulo [`REMEMBERED`], that day; empty until first used.
    days: Vec<Option<(i64, Day)>>,
}

impl Clock {
    pub fn new(zone: &TimeZone) -> Self {
        let fixed = zone.to_fixed_offset().ok().map(|offset| i64::from(offset.seconds()) * 1000);
        Self { zone: zone.clone(), fixed, days: Vec::new() }
    }

    /// The instant, in UTC milliseconds, at which the clock shows `millis` after midnight on a day counted
    /// from 1970-01-01. Of a time that the clock shows twice it is the first, and a time that the clock skips
    /// is as far behind the skip as it is in it (RFC 5545's rule). `None` if no instant can be told.
    #[inline]
    pub fn instant(&mut self, day: i64, millis: i64) -> Option<i64> {
        let wall = day * DAY + millis;
        if let Some(fixed) = self.fixed {
            return Some(wall - fixed);
        }
        match self.day(day) {
            Day::Steady(ahead) => Some(wall - ahead),
            Day::Changing => self.look_up(wall),
        }
    }

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
            let least = Timestamp::MIN.as_second();
            let most = Timestamp::MAX.as_second();
            Timestamp::from_second(second.clamp(least, most)).unwrap_or(Timestamp::UNIX_EPOCH)
        };
        let (from, to) = (at(-FURTHEST), at(24 + FURTHEST));
        match self.zone.following(from).next() {
            Some(change) if change.timestamp() <= to => Day::Changing,
            _ => Day::Steady(i64::from(self.zone.to_offset(at(0)).seconds()) * 1000),
        }
    }

    fn look_up(&self, wall: i64) -> Option<i64> {
        let epoch = DateTime::from_parts(jiff::civil::date(1970, 1, 1), Time::midnight());
        let shown = epoch.checked_add(SignedDuration::from_millis(wall)).ok()?;
        self.zone.to_timestamp(shown).ok().map(Timestamp::as_millisecond)
    }
}

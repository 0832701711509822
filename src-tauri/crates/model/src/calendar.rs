//! Days, weeks and months of a zone's calendar.

use chrono::{DateTime, Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Clock, DAY};

/// A kind of period of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    #[default]
    Month,
}

/// 1970 began on a Thursday, three days after a Monday.
const DAYS_SINCE_MONDAY: i64 = 3;

impl Period {
    /// The instants at which the periods begin that reach from one instant to another, and the one after them; of very
    /// many only the last. With them, how many earlier ones are left out. All in UTC milliseconds, ascending.
    pub fn starts(self, first: i64, last: i64, most: usize, clock: &dyn Clock) -> (Vec<i64>, u64) {
        let [first, last] = [first, last].map(|at| self.number(clock.wall(at)));
        let kept = first.max(last.saturating_sub(most as i64 - 1));
        let starts = (kept..=last.saturating_add(1)).map(|number| clock.instant(self.wall(number)));
        (starts.collect(), kept.abs_diff(first))
    }

    /// The number of the period in which calendar and clock show something, counted from that of 1970.
    fn number(self, wall: i64) -> i64 {
        let day = wall.div_euclid(DAY);
        match self {
            Self::Day => day,
            Self::Week => (day + DAYS_SINCE_MONDAY).div_euclid(7),
            Self::Month => DateTime::from_timestamp_millis(wall).map_or(0, |shown| {
                let date = shown.date_naive();
                (i64::from(date.year()) - 1970) * 12 + i64::from(date.month0())
            }),
        }
    }

    /// What calendar and clock show when a period begins.
    fn wall(self, number: i64) -> i64 {
        match self {
            Self::Day => number.saturating_mul(DAY),
            Self::Week => (number.saturating_mul(7) - DAYS_SINCE_MONDAY).saturating_mul(DAY),
            Self::Month => {
                let year = i32::try_from(1970 + number.div_euclid(12)).unwrap_or(i32::MAX);
                let month = number.rem_euclid(12) as u32 + 1;
                let first =
                    NaiveDate::from_ymd_opt(year, month, 1).and_then(|date| date.and_hms_opt(0, 0, 0));
                first.map_or(i64::MAX, |first| first.and_utc().timestamp_millis())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An hour ahead of UTC, always.
    struct Ahead;

    impl Clock for Ahead {
        fn wall(&self, at: i64) -> i64 {
            at + 3_600_000
        }

        fn instant(&self, wall: i64) -> i64 {
            wall - 3_600_000
        }
    }

    fn check(period: Period, first: &str, last: &str, expected: &[&str]) {
        let wall = |text: &str| {
            let date: NaiveDate = text.parse().unwrap();
            date.and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp_millis()
        };
        // From the last millisecond before midnight in the zone on, which is still the day before.
        let [first, last] = [first, last].map(|day| Ahead.instant(wall(day)) + DAY - 1);
        let (starts, earlier) = period.starts(first, last, 100, &Ahead);
        let expected: Vec<i64> = expected.iter().map(|day| Ahead.instant(wall(day))).collect();
        assert_eq!((starts, earlier), (expected, 0), "{period:?}");
    }

    #[test]
    fn periods_begin_at_midnight_in_the_zone() {
        check(Period::Day, "1969-12-31", "1970-01-01", &["1969-12-31", "1970-01-01", "1970-01-02"]);
        check(Period::Day, "2024-02-28", "2024-02-29", &["2024-02-28", "2024-02-29", "2024-03-01"]);
    }

    #[test]
    fn weeks_begin_on_monday() {
        check(Period::Week, "1970-01-01", "1970-01-04", &["1969-12-29", "1970-01-05"]);
        check(Period::Week, "2024-05-19", "2024-05-20", &["2024-05-13", "2024-05-20", "2024-05-27"]);
    }

    #[test]
    fn months_begin_on_their_first_day() {
        check(Period::Month, "1969-12-31", "1970-01-31", &["1969-12-01", "1970-01-01", "1970-02-01"]);
        check(Period::Month, "2023-12-05", "2024-01-01", &["2023-12-01", "2024-01-01", "2024-02-01"]);
    }

    #[test]
    fn of_very_many_the_last_are_kept() {
        let (starts, earlier) = Period::Day.starts(0, 1000 * DAY, 10, &Ahead);
        assert_eq!((starts.len(), earlier), (11, 991));
        let (starts, _) = Period::Month.starts(i64::MIN, i64::MAX, 10, &Far);
        assert!(starts.len() <= 11);
    }

    /// Shows what it is asked.
    struct Far;

    impl Clock for Far {
        fn wall(&self, at: i64) -> i64 {
            at
        }

        fn instant(&self, wall: i64) -> i64 {
            wall
        }
    }
}

//! Reads instants in the forms that leave nothing to guess.
//!
//! - `2024-03-31 14:05:00`, with `T` for the space, without the seconds, with a fraction of a second; in the
//!   zone of the workspace, or with `Z`, ` UTC`, `+02:00`, `+0200` or `+02` after it. The hour may have one
//!   digit.
//! - `[Europe/Amsterdam]` after any of these, and after a time that names its distance from UTC: the zone that it is
//!   in. Where the two disagree it is not read.
//! - `2024-03-31`: midnight in the zone of the workspace, remembered as a date only.
//! - Numbers since 1970: below 100,000,000,000 as seconds, which may have a fraction (to the year 5138); from
//!   there and below a thousand times that as milliseconds (from March 1973); from there up to 17 digits as
//!   microseconds.
//!
//! - `31/03/2024 14:05`, `31-12-2024`, `3.4.2024 9:05`, with `AM` or `PM` after a time of the twelve-hour clock: day
//!   and month in the order that the column has, which all of its dates decide together.
//!
//! A number that may as well be a year (`2024`), a spreadsheet's day number (`45292`) or a date without
//! dashes (`20240331`, `202403311405`, `20240331140500`) is not read. Fractions are cut off at the
//! millisecond. A leap second is read as the second before it.

use chrono_tz::Tz;

use crate::bracketed::Brackets;
use crate::clock::{Clock, DAY, Shown};
use crate::forms::{DateOrder, Evidence};

/// 0001-01-01 00:00 UTC.
const EARLIEST: i64 = -62_135_596_800_000;

/// 9999-12-31 23:59:59.999 UTC.
const LATEST: i64 = 253_402_300_799_999;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// An instant as a source tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Instant {
    /// UTC milliseconds since 1970.
    pub at: i64,
    /// Whether it was a date without a time.
    pub date_only: bool,
    /// How often the clock that it was read on shows it; once if it names its zone.
    pub shown: Shown,
}

/// The instant that a text names, in UTC milliseconds since 1970, where people write one: as imports read it, but for
/// numbers and for dates that may have the day or the month first. What names no zone is read in `zone`.
pub fn instant_of(text: &str, zone: Tz) -> Option<i64> {
    let text = text.trim().as_bytes();
    let (day, rest) = split_date(text)?;
    Some(on_day(day, rest, &mut Clock::new(zone))?.at)
}

/// Reads an instant; what has no zone is read on `clock`, and a date that may have day or month first by `order`.
/// `None` if it is in no known form or outside the years 1 to 9999. `evidence` counts what the date tells of the
/// order of day and month, whether or not it could be read.
pub(crate) fn parse(
    text: &[u8],
    clock: &mut Clock,
    order: Option<DateOrder>,
    evidence: &mut Evidence,
) -> Option<Instant> {
    if let Some((date, rest)) = DayAndMonth::split(text) {
        evidence.count_date(&date, text);
        return on_day(date.day(order?)?, rest, clock);
    }
    let read = match split_date(text) {
        Some((day, rest)) => on_day(day, rest, clock),
        None => number(text),
    };
    evidence.noted(read)
}

impl Instant {
    /// The instant at which a clock shows a time of day, or midnight, on a day counted from 1970-01-01. `None` if it is
    /// outside the years 1 to 9999.
    pub fn shown(day: i64, time: Option<i64>, clock: &mut Clock) -> Option<Self> {
        let (at, shown) = clock.instant(day, time.unwrap_or(0))?;
        Self { at, date_only: time.is_none(), shown }.in_calendar()
    }

    /// An instant that is known, in UTC milliseconds since 1970. `None` if it is outside the years 1 to 9999.
    pub fn sure(at: i64) -> Option<Self> {
        Self { at, date_only: false, shown: Shown::Once }.in_calendar()
    }

    pub fn in_calendar(self) -> Option<Self> {
        (EARLIEST..=LATEST).contains(&self.at).then_some(self)
    }
}

/// Reads the time of day after a date.
fn on_day(day: i64, rest: &[u8], clock: &mut Clock) -> Option<Instant> {
    let (time, zone) = match rest {
        [] => return Instant::shown(day, None, clock),
        [b'T' | b't' | b' ', rest @ ..] => match time_of_day(rest)? {
            (millis, []) => return Instant::shown(day, Some(millis), clock),
            (millis, zone) => (Some(millis), zone),
        },
        _ => (None, rest),
    };
    match (Brackets::split(zone), time) {
        (Some((zone, brackets)), _) => {
            brackets?.instant((day, time), zone, || Instant::shown(day, time, clock))
        }
        (None, Some(millis)) => Instant::sure(day * DAY + millis - ahead(zone)?),
        (None, None) => None,
    }
}

/// A date at the start of a text as its day since 1970, and what follows it.
#[inline]
fn split_date(text: &[u8]) -> Option<(i64, &[u8])> {
    let (date, rest): (&[u8; 10], _) = text.split_first_chunk()?;
    if date[4] != b'-' || date[7] != b'-' {
        return None;
    }
    let year = two(date[0], date[1])? * 100 + two(date[2], date[3])?;
    Some((day_number(year, two(date[5], date[6])?, two(date[8], date[9])?)?, rest))
}

/// A date whose year comes last.
struct DayAndMonth {
    first: i64,
    second: i64,
    year: i64,
}

impl DayAndMonth {
    /// Such a date at the start of a text, and what follows it.
    fn split(text: &[u8]) -> Option<(Self, &[u8])> {
        let (first, rest) = one_or_two(text)?;
        let [mark @ (b'/' | b'-' | b'.'), rest @ ..] = rest else { return None };
        let (second, rest) = one_or_two(rest)?;
        let (between, rest) = rest.split_first()?;
        let (year, rest): (&[u8; 4], _) = rest.split_first_chunk()?;
        let year = two(year[0], year[1])? * 100 + two(year[2], year[3])?;
        (between == mark).then_some((Self { first, second, year }, rest))
    }

    /// The day since 1970, if there is such a date.
    fn day(&self, order: DateOrder) -> Option<i64> {
        match order {
            DateOrder::Dmy => day_number(self.year, self.second, self.first),
            DateOrder::Mdy => day_number(self.year, self.first, self.second),
        }
    }
}

impl Evidence {
    /// Counts what a date tells of the order of day and month.
    fn count_date(&mut self, date: &DayAndMonth, text: &[u8]) {
        match (date.day(DateOrder::Dmy), date.day(DateOrder::Mdy)) {
            (Some(_), None) => self.day_first += 1,
            (None, Some(_)) => self.month_first += 1,
            (Some(_), Some(_)) => {
                self.open_dates += 1;
                if self.open_date.is_none() {
                    self.open_date = Some(String::from_utf8_lossy(text).into_owned());
                }
            }
            (None, None) => {}
        }
    }
}

/// The number that one or two digits at the start of a text write, and what follows them.
fn one_or_two(text: &[u8]) -> Option<(i64, &[u8])> {
    match text {
        [tens, ones, rest @ ..] if ones.is_ascii_digit() => Some((two(*tens, *ones)?, rest)),
        [ones, rest @ ..] => Some((two(b'0', *ones)?, rest)),
        [] => None,
    }
}

/// The number that two digits write.
#[inline]
fn two(tens: u8, ones: u8) -> Option<i64> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| i64::from(tens * 10 + ones))
}

/// Days since 1970-01-01 in the Gregorian calendar; `None` if there is no such date.
///
/// Counts years from March, so that the leap day is the last of its year, after Howard Hinnant,
/// "chrono-compatible low-level date algorithms" (`days_from_civil`).
fn day_number(year: i64, month: i64, day: i64) -> Option<i64> {
    if year < 1 || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A time of day in milliseconds, and the text of the zone after it.
#[inline]
fn time_of_day(text: &[u8]) -> Option<(i64, &[u8])> {
    let (hour, rest) = match text {
        [tens, ones, b':', rest @ ..] => (two(*tens, *ones)?, rest),
        [ones, b':', rest @ ..] => (two(b'0', *ones)?, rest),
        _ => return None,
    };
    let [tens, ones, rest @ ..] = rest else { return None };
    let minute = two(*tens, *ones)?;
    let (second, rest) = match rest {
        [b':', tens, ones, rest @ ..] => (two(*tens, *ones)?, rest),
        rest => (0, rest),
    };
    let (fraction, rest) = match rest {
        [b'.' | b',', rest @ ..] => fraction(rest)?,
        rest => (0, rest),
    };
    let (hour, rest) = match rest.trim_ascii_start() {
        b"AM" | b"am" | b"PM" | b"pm" if !(1..=12).contains(&hour) => return None,
        b"AM" | b"am" => (hour % 12, &[][..]),
        b"PM" | b"pm" => (hour % 12 + 12, &[][..]),
        _ => (hour, rest),
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some((hour * HOUR + minute * MINUTE + second.min(59) * 1000 + fraction, rest))
}

/// The milliseconds of a fraction of a second, and what follows its digits.
fn fraction(text: &[u8]) -> Option<(i64, &[u8])> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let thousandth = |at: usize| if at < digits { i64::from(text[at] - b'0') } else { 0 };
    let millis = thousandth(0) * 100 + thousandth(1) * 10 + thousandth(2);
    (digits > 0).then_some((millis, &text[digits..]))
}

/// How far the zone written after a time is ahead of UTC, in milliseconds.
pub(crate) fn ahead(text: &[u8]) -> Option<i64> {
    let text = text.strip_prefix(b" ").unwrap_or(text);
    let (sign, digits) = match text {
        utc if is_utc(utc) => return Some(0),
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        _ => return None,
    };
    let (&[tens, ones], rest) = digits.split_first_chunk()?;
    let hours = two(tens, ones)?;
    let minutes = match *rest {
        [] => 0,
        [tens, ones] | [b':', tens, ones] => two(tens, ones)?,
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * HOUR + minutes * MINUTE))
}

/// Whether the zone written after a time is UTC by name.
pub(crate) fn is_utc(text: &[u8]) -> bool {
    matches!(text.trim_ascii_start(), b"Z" | b"z" | b"UTC" | b"GMT")
}

/// Seconds, milliseconds or microseconds since 1970.
fn number(text: &[u8]) -> Option<Instant> {
    let (sign, text) = match text {
        [b'-', rest @ ..] => (-1, rest),
        text => (1, text),
    };
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (whole, rest) = text.split_at(digits);
    let millis = match rest {
        [] => 0,
        [b'.', rest @ ..] => fraction(rest).filter(|(_, rest)| rest.is_empty())?.0,
        _ => return None,
    };
    if !(1..=17).contains(&digits) || is_ambiguous(whole) {
        return None;
    }
    let count = whole.iter().fold(0, |count, digit| count * 10 + i64::from(digit - b'0'));
    let at = match count {
        0..100_000_000_000 => count * 1000 + millis,
        100_000_000_000..100_000_000_000_000 => count,
        _ => count / 1000,
    };
    Instant::sure(sign * at)
}

/// Whether digits may as well be a year, a spreadsheet's day number, or a date and time without dashes.
fn is_ambiguous(digits: &[u8]) -> bool {
    let number = |digits: &[u8]| digits.iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
    match digits.len() {
        4 => (1900..=2100).contains(&number(digits)),
        5 => (20_000..=80_000).contains(&number(digits)),
        8 | 12 | 14 => {
            let year = number(&digits[..4]);
            let is_date = day_number(year, number(&digits[4..6]), number(&digits[6..8])).is_some();
            let times: Vec<_> = digits[8..].chunks(2).map(number).collect();
            let is_time = times.iter().zip([23, 59, 59]).all(|(&part, most)| part <= most);
            (1900..=2100).contains(&year) && is_date && is_time
        }
        _ => false,
    }
}

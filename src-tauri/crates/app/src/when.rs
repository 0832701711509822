//! Instants and spans as people write them: `2024-03-01`, `2024-03-01T12:00:00Z`, `30d`, `none`.

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeZone};
use chrono_tz::Tz;
use model::DAY;

use crate::AppError;

/// The zone with an IANA name.
pub(crate) fn zone(name: &str) -> Result<Tz, AppError> {
    Tz::from_str_insensitive(name).map_err(|_| AppError::UnknownZone(name.to_owned()))
}

/// Whether a zone has this IANA name.
pub fn is_zone(name: &str) -> bool {
    zone(name).is_ok()
}

/// The instant that a date (midnight in the zone) or an instant names, in UTC milliseconds.
///
/// An instant has an offset (`2024-03-01T12:00:00+01:00`, `…Z`), a zone (`2024-03-01T12:00[Europe/Amsterdam]`) or both,
/// or is read in the zone, as imports read it.
pub(crate) fn instant(text: &str, zone: Tz) -> Result<i64, AppError> {
    let bad = if text.contains('[') { AppError::BadZonedInstant } else { AppError::BadInstant };
    exchange::instant_of(text, zone).ok_or_else(|| bad(text.to_owned()))
}

/// What calendar and clock show in a zone at an instant in UTC milliseconds, as milliseconds since they showed 1970.
pub(crate) fn wall(at: i64, zone: Tz) -> i64 {
    let shown = |instant: DateTime<chrono::Utc>| {
        instant.with_timezone(&zone).naive_local().and_utc().timestamp_millis()
    };
    DateTime::from_timestamp_millis(at).map_or(at, shown)
}

/// The first instant of a day in a zone, where its midnight may be skipped.
pub(crate) fn beginning(date: NaiveDate, zone: Tz) -> Option<i64> {
    let mut hours = (0..24).filter_map(|hour| date.and_hms_opt(hour, 0, 0));
    let first = hours.find_map(|hour| zone.from_local_datetime(&hour).earliest());
    first.map(|instant| instant.timestamp_millis())
}

/// The span that `30d`, `12h`, `90m` or `45s` names, in milliseconds; `none` is no limit.
pub fn window(text: &str) -> Result<Option<i64>, AppError> {
    let bad = || AppError::BadWindow(text.to_owned());
    let text = text.trim();
    if text == "none" {
        return Ok(None);
    }
    let unit = match text.chars().last() {
        Some('d') => DAY,
        Some('h') => 3_600_000,
        Some('m') => 60_000,
        Some('s') => 1000,
        _ => return Err(bad()),
    };
    let count: i64 = text[..text.len() - 1].trim().parse().map_err(|_| bad())?;
    if count < 0 {
        return Err(bad());
    }
    count.checked_mul(unit).map(Some).ok_or_else(bad)
}

/// A span as [`window`] reads it, in the largest unit that divides it; finer than a second in `ms`.
pub fn write_window(window: Option<i64>) -> String {
    let Some(span) = window else { return "none".to_owned() };
    for (unit, name) in [(DAY, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s")] {
        if span % unit == 0 {
            return format!("{}{name}", span / unit);
        }
    }
    format!("{span}ms")
}

/// UTC milliseconds as RFC 3339.
pub fn rfc3339(millis: i64) -> String {
    match DateTime::from_timestamp_millis(millis) {
        Some(instant) => instant.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        None => format!("{millis} ms"),
    }
}

/// What calendar and clock show in a zone at an instant: `2024-03-01 12:00:00`.
pub(crate) fn clock(millis: i64, zone: Tz) -> String {
    match DateTime::from_timestamp_millis(millis) {
        Some(instant) => instant.with_timezone(&zone).naive_local().to_string(),
        None => rfc3339(millis),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_instant(text: &str, zone_name: &str, expected: Option<&str>) {
        let zone = zone(zone_name).unwrap();
        assert_eq!(instant(text, zone).ok().map(rfc3339).as_deref(), expected, "{text} in {zone_name}");
    }

    #[test]
    fn dates_are_midnight_in_the_zone() {
        check_instant("2024-03-01", "UTC", Some("2024-03-01T00:00:00Z"));
        check_instant("2024-03-01", "Europe/Amsterdam", Some("2024-02-29T23:00:00Z"));
        check_instant("2024-07-01", "Europe/Amsterdam", Some("2024-06-30T22:00:00Z"));
        check_instant("2024-03-01T12:00:00+01:00", "UTC", Some("2024-03-01T11:00:00Z"));
        check_instant("2024-03-01T12:00:00Z", "Europe/Amsterdam", Some("2024-03-01T12:00:00Z"));
        check_instant("2024-03-01 12:00:00", "Europe/Amsterdam", Some("2024-03-01T11:00:00Z"));
        check_instant("2024-03-01 12:00", "europe/amsterdam", Some("2024-03-01T11:00:00Z"));
        check_instant("2024-03-01T12:00:00.250", "UTC", Some("2024-03-01T12:00:00.250Z"));
        check_instant("2024-03-31 02:30:00", "Europe/Amsterdam", Some("2024-03-31T01:30:00Z"));
        check_instant("2024-10-27 02:30:00", "Europe/Amsterdam", Some("2024-10-27T00:30:00Z"));
        check_instant("2024-03-31T12:00[America/New_York]", "UTC", Some("2024-03-31T16:00:00Z"));
        check_instant("2024-03-31T12:00+01:00[Europe/Amsterdam]", "UTC", None);
        check_instant("1704164645", "UTC", None);
        check_instant("2024-02-30", "UTC", None);
        check_instant("03/04/2024", "UTC", None);
        check_instant("", "UTC", None);
        assert!(matches!(zone("Mars/Olympus"), Err(AppError::UnknownZone(_))));
    }

    #[test]
    fn a_clock_shows_the_time_in_its_zone() {
        let at = instant("2024-07-01T12:00:00Z", zone("UTC").unwrap()).unwrap();
        assert_eq!(clock(at, zone("Europe/Amsterdam").unwrap()), "2024-07-01 14:00:00");
        assert_eq!(clock(at, zone("UTC").unwrap()), "2024-07-01 12:00:00");
    }

    #[test]
    fn windows_are_written_as_they_are_read() {
        for (text, span) in [("30d", Some(30 * DAY)), ("12h", Some(DAY / 2)), ("0s", Some(0)), ("none", None)]
        {
            assert_eq!(window(text).unwrap(), span, "{text}");
        }
        for text in ["30d", "12h", "90m", "45s", "none"] {
            assert_eq!(write_window(window(text).unwrap()), text);
        }
        for text in ["", "d", "30", "-1d", "1.5d", "forever", "99999999999999d", "30é"] {
            assert!(window(text).is_err(), "{text}");
        }
    }
}

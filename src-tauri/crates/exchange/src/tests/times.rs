//! Forms of instants, and the wall clock of zones.

use chrono::{DateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;

use crate::clock::{Clock, DAY, Shown};
use crate::forms::{DateOrder, Evidence};
use crate::instant::{Instant, parse};

/// Reads a time where no date says whether day or month comes first.
fn parse_plain(text: &[u8], clock: &mut Clock) -> Option<Instant> {
    parse(text, clock, None, &mut Evidence::default())
}

#[track_caller]
fn check_in(zone: &str, text: &str, expected: &str) {
    let mut clock = Clock::new(zone.parse().unwrap());
    let read = parse_plain(text.as_bytes(), &mut clock);
    let shown = |instant: Instant| {
        let at = super::shown(instant.at);
        let date = if instant.date_only { " date" } else { "" };
        let often = match instant.shown {
            Shown::Once => "",
            Shown::Never => " skipped",
            Shown::Twice => " twice",
        };
        format!("{at}{date}{often}")
    };
    assert_eq!(read.map_or("none".to_owned(), shown), expected, "{text}");
}

#[test]
fn times_are_read_in_every_form_that_leaves_nothing_to_guess() {
    for (text, expected) in [
        ("2024-01-02 03:04:05", "2024-01-02T03:04:05Z"),
        ("2024-01-02T03:04:05", "2024-01-02T03:04:05Z"),
        ("2024-01-02 03:04", "2024-01-02T03:04:00Z"),
        ("2021-01-07 6:49:18", "2021-01-07T06:49:18Z"),
        ("2024-01-02 03:04:05.678", "2024-01-02T03:04:05.678Z"),
        ("2024-01-02 03:04:05,6", "2024-01-02T03:04:05.600Z"),
        ("2024-01-02 03:04:05.678999", "2024-01-02T03:04:05.678Z"),
        ("2024-01-02T03:04:05Z", "2024-01-02T03:04:05Z"),
        ("2024-01-02t03:04:05.5z", "2024-01-02T03:04:05.500Z"),
        ("2024-01-02 03:04:05 UTC", "2024-01-02T03:04:05Z"),
        ("2024-01-02 03:04:05.123456 UTC", "2024-01-02T03:04:05.123Z"),
        ("2024-01-02T03:04:05+02:00", "2024-01-02T01:04:05Z"),
        ("2024-01-02T03:04:05.25-0530", "2024-01-02T08:34:05.250Z"),
        ("2024-01-02 03:04:05+00", "2024-01-02T03:04:05Z"),
        ("2024-01-02 03:04:05 +0100", "2024-01-02T02:04:05Z"),
        ("2024-01-02 3:04 PM", "2024-01-02T15:04:00Z"),
        ("2024-01-02 12:04:05 AM", "2024-01-02T00:04:05Z"),
        ("2024-01-02T03:04Z", "2024-01-02T03:04:00Z"),
        ("2024-01-02", "2024-01-02T00:00:00Z date"),
        ("2024-02-29", "2024-02-29T00:00:00Z date"),
        ("2000-02-29", "2000-02-29T00:00:00Z date"),
        ("1969-12-31 23:59:59.999", "1969-12-31T23:59:59.999Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("0001-01-01", "0001-01-01T00:00:00Z date"),
        ("9999-12-30 12:00:00", "9999-12-30T12:00:00Z"),
    ] {
        check_in("UTC", text, expected);
    }
}

#[test]
fn a_zone_in_brackets_is_the_zone() {
    for (text, expected) in [
        ("2024-03-31T12:00[America/New_York]", "2024-03-31T16:00:00Z"),
        ("2024-03-31 12:00:00.5 [america/new_york]", "2024-03-31T16:00:00.500Z"),
        ("2024-03-31[America/New_York]", "2024-03-31T04:00:00Z date"),
        ("2024-03-31T12:00+02:00[Europe/Amsterdam]", "2024-03-31T10:00:00Z"),
        ("2024-03-31T12:00+02:00[!Europe/Amsterdam][u-ca=gregory]", "2024-03-31T10:00:00Z"),
        ("2024-03-31T12:00[u-ca=iso8601]", "2024-03-31T10:00:00Z"),
        ("2024-03-31T12:00Z[America/New_York]", "2024-03-31T12:00:00Z"),
        ("2024-03-31T12:00[+05:30]", "2024-03-31T06:30:00Z"),
        ("2024-03-31T12:00+05:30[+05:30]", "2024-03-31T06:30:00Z"),
        ("2024-03-31T12:00[UTC]", "2024-03-31T12:00:00Z"),
        ("2024-03-10T02:30[America/New_York]", "2024-03-10T07:30:00Z skipped"),
        ("2024-11-03T01:30[America/New_York]", "2024-11-03T05:30:00Z twice"),
        ("2024-11-03T01:30-05:00[America/New_York]", "2024-11-03T06:30:00Z"),
        ("2024-03-31T12:00+01:00[Europe/Amsterdam]", "none"),
        ("2024-03-31T12:00+00:00[Europe/Amsterdam]", "none"),
        ("2024-03-31T12:00[Mars/Olympus]", "none"),
        ("2024-03-31T12:00[!u-ca=hebrew]", "none"),
        ("2024-03-31T12:00[Europe/Amsterdam", "none"),
        ("2024-03-31T12:00[]", "none"),
        ("2024-03-31T12:00[UTC]x", "none"),
        ("2024-03-31T12:00[UTC][Europe/Amsterdam]", "none"),
        ("[UTC]", "none"),
    ] {
        check_in("Europe/Amsterdam", text, expected);
    }
}

#[test]
fn numbers_are_told_apart_by_their_size() {
    for (text, expected) in [
        ("0", "1970-01-01T00:00:00Z"),
        ("86400", "1970-01-02T00:00:00Z"),
        ("-1", "1969-12-31T23:59:59Z"),
        ("1704164645", "2024-01-02T03:04:05Z"),
        ("1704164645.25", "2024-01-02T03:04:05.250Z"),
        ("1704164645678", "2024-01-02T03:04:05.678Z"),
        ("1704164645678.0", "2024-01-02T03:04:05.678Z"),
        ("1704164645678901", "2024-01-02T03:04:05.678Z"),
        ("99999999999", "5138-11-16T09:46:39Z"),
        ("100000000000", "1973-03-03T09:46:40Z"),
        ("99999999999999", "5138-11-16T09:46:39.999Z"),
        ("100000000000000", "1973-03-03T09:46:40Z"),
    ] {
        check_in("Europe/Amsterdam", text, expected);
    }
}

#[test]
fn nothing_is_guessed() {
    for text in [
        "03/04/2024",
        "3-4-2024",
        "2024/01/02",
        "2024-1-2",
        "Jan 2, 2024",
        "24-01-02",
        "2024-01",
        "2024-W01-1",
        "2024",
        "1999",
        "45292",
        "45292.5",
        "20240102",
        "202401020304",
        "20240102030405",
        "1.7E+09",
        "1704164645678901234",
        "-99999999999",
        "",
        " ",
        "-",
        ".5",
        "1704164645.",
        "abc",
        "２０２４-01-02",
        "2024-13-01",
        "2024-00-10",
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "2024-01-00",
        "0000-01-01",
        "2024-01-02 24:00:00",
        "2024-01-02 23:60:00",
        "2024-01-02 23:59:61",
        "2024-01-02 ",
        "2024-01-02T",
        "2024-01-02 03",
        "2024-01-02 03:4",
        "2024-01-02 03:04:05.",
        "2024-01-02 13:04:05 PM",
        "2024-01-02 0:04 AM",
        "2024-01-02 03:04:05 CET",
        "2024-01-02 03:04:05+24:00",
        "2024-01-02 03:04:05+02:60",
        "2024-01-02 03:04:05+2",
        "2024-01-02 03:04:05+02:00[Europe/Paris]",
        "2024-01-02x03:04:05",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
    ] {
        check_in("UTC", text, "none");
    }
}

#[test]
fn the_clock_of_amsterdam_is_followed() {
    for (text, expected) in [
        ("2024-01-15 12:00:00", "2024-01-15T11:00:00Z"),
        ("2024-07-15 12:00:00", "2024-07-15T10:00:00Z"),
        ("2024-07-15", "2024-07-14T22:00:00Z date"),
        // Forward at two o'clock: what is skipped is read by the offset before.
        ("2024-03-31 01:59:59", "2024-03-31T00:59:59Z"),
        ("2024-03-31 02:00:00", "2024-03-31T01:00:00Z skipped"),
        ("2024-03-31 02:30:00", "2024-03-31T01:30:00Z skipped"),
        ("2024-03-31 02:59:59.999", "2024-03-31T01:59:59.999Z skipped"),
        ("2024-03-31 03:00:00", "2024-03-31T01:00:00Z"),
        ("2024-03-31", "2024-03-30T23:00:00Z date"),
        ("2024-04-01", "2024-03-31T22:00:00Z date"),
        // Back at three o'clock: what comes twice is the first.
        ("2024-10-27 01:59:59", "2024-10-26T23:59:59Z"),
        ("2024-10-27 02:00:00", "2024-10-27T00:00:00Z twice"),
        ("2024-10-27 02:30:00", "2024-10-27T00:30:00Z twice"),
        ("2024-10-27 02:59:59.999", "2024-10-27T00:59:59.999Z twice"),
        ("2024-10-27 03:00:00", "2024-10-27T02:00:00Z"),
        ("2024-10-28 00:00", "2024-10-27T23:00:00Z"),
        // What names its zone is not read on the clock.
        ("2024-07-15 12:00:00 UTC", "2024-07-15T12:00:00Z"),
        ("2024-07-15T12:00:00+02:00", "2024-07-15T10:00:00Z"),
    ] {
        check_in("Europe/Amsterdam", text, expected);
    }
}

#[test]
fn a_day_that_begins_late_begins_when_it_does() {
    check_in("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z date skipped");
    check_in("Pacific/Apia", "2011-12-30 12:00:00", "2011-12-30T22:00:00Z skipped");
}

/// What a zone's clock shows told from instants alone: those, near a local time, at which it is shown, or else
/// that at which the clock of the time before the skip would show it.
fn instant_by_the_rules(zone: Tz, wall: i64) -> (i64, Shown) {
    let ahead = |at: i64| {
        let at = DateTime::from_timestamp_millis(at).unwrap().naive_utc();
        i64::from(zone.offset_from_utc_datetime(&at).fix().local_minus_utc()) * 1000
    };
    let mut offsets: Vec<_> = (-52..=52).map(|half| ahead(wall + half * DAY / 48)).collect();
    let before = offsets[0];
    offsets.sort_unstable();
    offsets.dedup();
    let mut instants: Vec<_> = offsets.iter().map(|offset| wall - offset).collect();
    instants.retain(|&at| at + ahead(at) == wall);
    instants.sort_unstable();
    match instants[..] {
        [] => (wall - before, Shown::Never),
        [only] => (only, Shown::Once),
        [first, ..] => (first, Shown::Twice),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_clock_agrees_with_the_rules_of_every_zone(
        zone in prop::sample::select(TZ_VARIANTS.to_vec()),
        walls in prop::collection::vec((-40_000_i64..40_000, 0..DAY), 1..60),
    ) {
        let mut clock = Clock::new(zone);
        for (day, millis) in walls {
            let wall = day * DAY + millis;
            let expected = instant_by_the_rules(zone, wall);
            prop_assert_eq!(clock.instant(day, millis), Some(expected), "{} at {}", zone, wall);
            let text = super::shown(wall);
            let text = text.trim_end_matches('Z');
            prop_assert_eq!(
                parse_plain(text.as_bytes(), &mut clock).map(|instant| (instant.at, instant.shown)),
                Some(expected)
            );
        }
    }

    #[test]
    fn no_bytes_break_the_reading_of_times(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        parse(&bytes, &mut Clock::new(Tz::UTC), Some(DateOrder::Mdy), &mut Evidence::default());
    }

    #[test]
    fn near_misses_do_not_break_the_reading_of_times(text in "[0-9]{0,5}[-0-9:TZ .+]{0,25}") {
        parse(text.as_bytes(), &mut Clock::new(Tz::UTC), Some(DateOrder::Dmy), &mut Evidence::default());
    }
}

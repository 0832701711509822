//! How a language writes numbers, shares and dates.

use chrono::{DateTime, Datelike, NaiveDate};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The language of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

const MONTHS: [[&str; 12]; 2] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
];

impl Locale {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Nl];

    /// A count with its thousands set apart: "1,234" or "1.234".
    pub fn count(self, count: u64) -> String {
        let mut text = String::with_capacity(8);
        self.write_count(&mut text, count);
        text
    }

    /// An amount of money in whole units: "1,250 EUR", with a minus sign below zero.
    pub fn amount(self, amount: f64, currency: Option<&str>) -> String {
        let whole = amount.abs().round() as u64;
        let sign = if amount < 0.0 && whole > 0 { "\u{2212}" } else { "" };
        let unit = currency.map(|currency| format!("\u{a0}{currency}")).unwrap_or_default();
        format!("{sign}{}{unit}", self.count(whole))
    }

    /// Adds a count to a text.
    pub(crate) fn write_count(self, text: &mut String, count: u64) {
        // The largest count has twenty digits.
        let mut digits = [0; 20];
        let mut first = digits.len();
        let mut rest = count;
        loop {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        for (index, &digit) in digits.iter().enumerate().skip(first) {
            if index > first && (digits.len() - index).is_multiple_of(3) {
                text.push(self.thousands());
            }
            text.push(char::from(digit));
        }
    }

    /// A share from 0 to 1 in per cent, with a no-break space: "64 %". What is not nothing is never called 0 %,
    /// and what is not all never 100 %.
    pub fn percent(self, share: f64) -> String {
        let percent = share * 100.0;
        let whole = percent.round();
        let mut text = String::with_capacity(8);
        if (whole <= 0.0 && percent > 0.0) || (whole >= 100.0 && percent < 100.0) {
            if percent < 0.1 {
                text.push('<');
            }
            let tenths = (percent * 10.0).floor().max(1.0) as u64;
            self.write_count(&mut text, tenths / 10);
            text.push(self.point());
            self.write_count(&mut text, tenths % 10);
        } else {
            self.write_count(&mut text, whole as u64);
        }
        text.push_str("\u{a0}%");
        text
    }

    /// A difference of two shares in points, with its sign: "+12", "−3", or "+0.4" below one point.
    pub(crate) fn signed_points(self, difference: f64) -> String {
        let points = (difference * 100.0).abs();
        let tenths = (points * 10.0).round() as u64;
        let mut text = String::with_capacity(8);
        if tenths > 0 {
            text.push(if difference < 0.0 { '\u{2212}' } else { '+' });
        }
        if (1..10).contains(&tenths) {
            text.push('0');
            text.push(self.point());
            self.write_count(&mut text, tenths);
        } else {
            self.write_count(&mut text, points.round() as u64);
        }
        text
    }

    /// A number in tenths with its sign: "+0.6", "−1.0", and "0.0" for what is none.
    pub(crate) fn signed_tenths(self, number: f64) -> String {
        let tenths = (number.abs() * 10.0).round() as u64;
        let mut text = String::with_capacity(5);
        if tenths > 0 {
            text.push(if number < 0.0 { '\u{2212}' } else { '+' });
        }
        self.write_count(&mut text, tenths / 10);
        text.push(self.point());
        self.write_count(&mut text, tenths % 10);
        text
    }

    /// The day of an instant in a zone: "14 Nov 2026". Instants that no calendar has are nothing.
    pub fn day(self, millis: i64, zone: Tz) -> String {
        let Some(instant) = DateTime::from_timestamp_millis(millis) else { return String::new() };
        self.date(instant.with_timezone(&zone).date_naive())
    }

    /// A day of the calendar: "14 Nov 2026".
    pub(crate) fn date(self, day: NaiveDate) -> String {
        let month = MONTHS[self as usize][day.month0() as usize];
        format!("{}\u{a0}{month}\u{a0}{}", day.day(), day.year())
    }

    fn thousands(self) -> char {
        match self {
            Self::En => ',',
            Self::Nl => '.',
        }
    }

    fn point(self) -> char {
        match self {
            Self::En => '.',
            Self::Nl => ',',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_have_their_sign_and_tenths_only_below_one_point() {
        let texts = |locale: Locale| {
            [0.123, -0.031, 0.004, -0.0096, 0.0, 0.0001].map(|each| locale.signed_points(each))
        };
        assert_eq!(texts(Locale::En), ["+12", "−3", "+0.4", "−1", "0", "0"]);
        assert_eq!(texts(Locale::Nl)[2], "+0,4");
    }

    #[test]
    fn tenths_have_their_sign() {
        for (number, said) in [(0.62, "+0.6"), (-1.96, "\u{2212}2.0"), (-0.04, "0.0"), (2.0, "+2.0")] {
            assert_eq!(Locale::En.signed_tenths(number), said);
        }
        assert_eq!(Locale::Nl.signed_tenths(0.62), "+0,6");
    }

    #[test]
    fn thousands_are_set_apart() {
        for (count, en, nl) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1234, "1,234", "1.234"),
            (1_234_567, "1,234,567", "1.234.567"),
        ] {
            assert_eq!(Locale::En.count(count), en);
            assert_eq!(Locale::Nl.count(count), nl);
        }
    }

    #[test]
    fn a_little_is_not_nothing_and_nearly_all_is_not_all() {
        for (share, en, nl) in [
            (0.0, "0\u{a0}%", "0\u{a0}%"),
            (0.0004, "<0.1\u{a0}%", "<0,1\u{a0}%"),
            (0.004, "0.4\u{a0}%", "0,4\u{a0}%"),
            (0.12, "12\u{a0}%", "12\u{a0}%"),
            (0.635, "64\u{a0}%", "64\u{a0}%"),
            (0.9996, "99.9\u{a0}%", "99,9\u{a0}%"),
            (1.0, "100\u{a0}%", "100\u{a0}%"),
            (1.34, "134\u{a0}%", "134\u{a0}%"),
        ] {
            assert_eq!(Locale::En.percent(share), en);
            assert_eq!(Locale::Nl.percent(share), nl);
        }
    }

    #[test]
    fn a_day_is_that_of_the_zone() {
        let zone = Tz::Africa__Cairo; // two hours ahead in winter
        let late = 1_794_614_400_000; // 2026-11-14 00:00 UTC
        assert_eq!(Locale::En.day(late - 1, Tz::UTC), "13\u{a0}Nov\u{a0}2026");
        assert_eq!(Locale::En.day(late - 1, zone), "14\u{a0}Nov\u{a0}2026");
        assert_eq!(Locale::Nl.day(late, zone), "14\u{a0}nov\u{a0}2026");
        assert_eq!(Locale::Nl.day(i64::MAX, zone), "");
    }
}

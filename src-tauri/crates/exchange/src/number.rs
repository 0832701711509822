//! Reads numbers as people and exports write them: `1234.5`, `1.234,50`, `€ 12,50`, `-3`, `1e3`.

use crate::forms::{DecimalMark, Evidence};

/// The signs of currencies that may stand before or after a number.
const SIGNS: [char; 5] = ['€', '$', '£', '¥', '₤'];

/// A finite decimal number. A single mark before exactly three digits may be a decimal mark or set thousands apart:
/// `decimal` tells. All others tell it themselves, and `evidence` counts what they tell.
pub(crate) fn parse(text: &[u8], decimal: DecimalMark, evidence: &mut Evidence) -> Option<f64> {
    let text = std::str::from_utf8(text).ok()?;
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || SIGNS.contains(&letter));
    let (sign, digits) = match text.strip_prefix('-').or_else(|| text.strip_prefix('\u{2212}')) {
        Some(rest) => {
            ("-", rest.trim_start_matches(|letter: char| letter.is_whitespace() || SIGNS.contains(&letter)))
        }
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let plain = plain(digits, decimal, evidence)?;
    let number: f64 = format!("{sign}{plain}").parse().ok()?;
    number.is_finite().then_some(number)
}

/// An unsigned number without thousands marks and with a decimal point.
fn plain(text: &str, decimal: DecimalMark, evidence: &mut Evidence) -> Option<String> {
    let known = |letter: char| {
        letter.is_ascii_digit()
            || matches!(letter, '.' | ',' | 'e' | 'E' | '+' | '-' | '\'')
            || letter.is_whitespace()
    };
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '.' | ','))
        || !text.chars().all(known)
    {
        return None;
    }
    if text.contains(['e', 'E']) {
        return (!text.contains([',', '\''])).then(|| text.to_owned());
    }
    let mark = mark(text, decimal, evidence);
    let (whole, fraction) = match mark {
        Some(mark) => text.rsplit_once(mark)?,
        None => (text, ""),
    };
    let whole = ungrouped(whole, mark)?;
    let digits = fraction.bytes().all(|byte| byte.is_ascii_digit());
    (digits && !(whole.is_empty() && fraction.is_empty())).then(|| format!("{whole}.{fraction}"))
}

/// Which mark in a number is the decimal mark, if it has one.
fn mark(text: &str, decimal: DecimalMark, evidence: &mut Evidence) -> Option<char> {
    let last = text.rfind(['.', ','])?;
    let mark = if text.as_bytes()[last] == b'.' { '.' } else { ',' };
    let before = &text[..last];
    let grouped = before.contains(['.', ',']);
    if before.contains(mark) {
        // It comes more than once, so it sets thousands apart.
        note(evidence, if mark == '.' { DecimalMark::Comma } else { DecimalMark::Point });
        return None;
    }
    let is_group = text.len() - last == 4 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if grouped || !is_group {
        note(evidence, if mark == '.' { DecimalMark::Point } else { DecimalMark::Comma });
        return Some(mark);
    }
    let open = if mark == '.' { &mut evidence.open_point } else { &mut evidence.open_comma };
    open.get_or_insert_with(|| text.to_owned());
    let is_decimal = (mark == '.') == (decimal == DecimalMark::Point);
    is_decimal.then_some(mark)
}

fn note(evidence: &mut Evidence, mark: DecimalMark) {
    match mark {
        DecimalMark::Point => evidence.points += 1,
        DecimalMark::Comma => evidence.commas += 1,
    }
}

/// The digits of a whole number whose thousands may be set apart, all by the same mark.
fn ungrouped(whole: &str, decimal: Option<char>) -> Option<String> {
    let is_mark = |letter: char| !letter.is_ascii_digit();
    let Some(mark) = whole.chars().find(|&letter| is_mark(letter)) else { return Some(whole.to_owned()) };
    let sound = Some(mark) != decimal && !matches!(mark, '+' | '-');
    let mut groups = whole.split(mark);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<_> = groups.collect();
    let grouped = rest.iter().all(|group| group.len() == 3 && digits(group));
    (sound && digits(first) && grouped).then(|| format!("{first}{}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, point: Option<f64>, comma: Option<f64>) {
        for (decimal, expected) in [(DecimalMark::Point, point), (DecimalMark::Comma, comma)] {
            let read = parse(text.as_bytes(), decimal, &mut Evidence::default());
            assert_eq!(read, expected, "{text} with {decimal:?}");
        }
    }

    #[test]
    fn numbers_that_can_be_read_in_one_way_are_read_so() {
        for (text, number) in [
            ("1234.5", 1234.5),
            ("-0.25", -0.25),
            ("+7", 7.0),
            ("1e3", 1000.0),
            ("1.5E-2", 0.015),
            (".5", 0.5),
            ("5.", 5.0),
            ("0.125", 0.125),
            ("0,125", 0.125),
            ("1234,5", 1234.5),
            ("1.234,50", 1234.5),
            ("1,234.50", 1234.5),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1 234,50", 1234.5),
            ("1\u{a0}234\u{a0}567", 1_234_567.0),
            ("1'234.50", 1234.5),
            ("€ 12,50", 12.5),
            ("-€ 12,50", -12.5),
            ("€ -12,50", -12.5),
            ("12,50 €", 12.5),
            ("$1,234.50", 1234.5),
            ("£\u{a0}3", 3.0),
        ] {
            check(text, Some(number), Some(number));
        }
    }

    #[test]
    fn a_mark_before_three_digits_is_what_the_column_says() {
        check("1.234", Some(1.234), Some(1234.0));
        check("1,234", Some(1234.0), Some(1.234));
        check("-12.345", Some(-12.345), Some(-12345.0));
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "",
            "NaN",
            "inf",
            "1e999",
            "-",
            "€",
            ".",
            "1.23.45",
            "1,23,45",
            "1.2,3.4",
            "1-2",
            "12 3",
            "a lot",
            "1.234,5.6",
        ] {
            check(text, None, None);
        }
    }
}

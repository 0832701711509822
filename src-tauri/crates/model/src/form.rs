//! What else than text a text can be read as: a number or a date, each in more than one way of writing.
//!
//! One value alone often does not tell: `03/04/2024` is a day in March or in April. So the ways in which *all* values
//! of an attribute can be read decide, and where they leave it open, the attribute is text.

use chrono::{NaiveDate, NaiveTime};

use crate::AttributeKind;

/// More digits than this tell apart names, such as those of accounts; as a number they would run into each other.
const MOST_DIGITS: usize = 15;

/// One way of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A number with a decimal point, if it has decimals: `1234.5`.
    Point,
    /// A number with a decimal comma: `1234,5`.
    Comma,
    /// A date with the year first, perhaps with a time and a zone: `2024-03-31`, `2024-03-31T14:05:00Z`.
    YearFirst,
    /// A date with the day first, perhaps with a time: `31-03-2024`, `31/3/2024 14:05`.
    DayFirst,
    /// A date with the month first, perhaps with a time: `03/31/2024`.
    MonthFirst,
}

/// Some ways of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Forms(u8);

/// What a written date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// What a calendar and a clock show, as milliseconds since they showed 1970.
    Wall(i64),
    /// An instant in UTC milliseconds, because the date names its zone.
    Utc(i64),
}

impl Form {
    const ALL: [Self; 5] = [Self::Point, Self::Comma, Self::YearFirst, Self::DayFirst, Self::MonthFirst];

    /// What a text in this form is.
    pub fn kind(self) -> AttributeKind {
        match self {
            Self::Point | Self::Comma => AttributeKind::Number,
            Self::YearFirst | Self::DayFirst | Self::MonthFirst => AttributeKind::Date,
        }
    }

    /// The number that a text says in this form.
    pub fn number(self, text: &str) -> Option<f64> {
        match self {
            Self::Point => number(text, '.'),
            Self::Comma => number(text, ','),
            Self::YearFirst | Self::DayFirst | Self::MonthFirst => None,
        }
    }

    /// The date that a text says in this form.
    pub fn moment(self, text: &str) -> Option<Moment> {
        match self {
            Self::Point | Self::Comma => None,
            Self::YearFirst => moment(text, true, |[year, month, day]| (year, month, day)),
            Self::DayFirst => moment(text, false, |[day, month, year]| (year, month, day)),
            Self::MonthFirst => moment(text, false, |[month, day, year]| (year, month, day)),
        }
    }

    fn fits(self, text: &str) -> bool {
        match self.kind() {
            AttributeKind::Number => self.number(text).is_some(),
            AttributeKind::Date => self.moment(text).is_some(),
            AttributeKind::Text => true,
        }
    }
}

impl Forms {
    /// Every form: what no value at all contradicts.
    pub const ALL: Self = Self(0b1_1111);

    /// No form: mere text.
    pub const NONE: Self = Self(0);

    /// The forms in which a text can be read.
    pub fn of(text: &str) -> Self {
        // Most texts are neither, and the first byte tells.
        if !text.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
            return Self::NONE;
        }
        let fitting = Form::ALL.into_iter().filter(|form| form.fits(text));
        Self(fitting.fold(0, |bits, form| bits | Self::bit(form)))
    }

    /// The forms that both have.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The form in which an attribute is read whose values all have these forms; `None`: it is text. A number that
    /// may be written with a comma or a point has neither. A date whose day and month may be either is text.
    pub fn decide(self) -> Option<Form> {
        let has = |form| self.0 & Self::bit(form) != 0;
        let dates = [has(Form::DayFirst), has(Form::MonthFirst)];
        match dates {
            [true, false] => Some(Form::DayFirst),
            [false, true] => Some(Form::MonthFirst),
            _ => [Form::Point, Form::Comma, Form::YearFirst].into_iter().find(|&form| has(form)),
        }
        .filter(|_| self != Self::ALL)
    }

    /// The kind of an attribute whose values all have these forms.
    pub fn kind(self) -> AttributeKind {
        self.decide().map_or(AttributeKind::Text, Form::kind)
    }

    /// As a number, to be stored.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// What was stored as a number; `None` where a bit stands for nothing.
    pub fn from_bits(bits: u8) -> Option<Self> {
        (bits & !Self::ALL.0 == 0).then_some(Self(bits))
    }

    fn bit(form: Form) -> u8 {
        1 << form as u8
    }
}

/// Digits, perhaps with decimals and a minus: what a person writes and a computer does. A leading zero makes a code
/// of it, such as of a postal district.
fn number(text: &str, decimal: char) -> Option<f64> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = unsigned.split_once(decimal).map_or((unsigned, None), |(a, b)| (a, Some(b)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !decimals.is_none_or(digits) || whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    if whole.len() + decimals.map_or(0, str::len) > MOST_DIGITS {
        return None;
    }
    // A comma before three digits as well separates thousands.
    if decimal == ',' && decimals.is_some_and(|decimals| decimals.len() == 3) && whole != "0" {
        return None;
    }
    if decimal == ',' { text.replacen(',', ".", 1).parse().ok() } else { text.parse().ok() }
}

/// A date of three numbers with the same `-`, `/` or `.` between them, perhaps a time and, with the year first, a
/// zone.
fn moment(text: &str, year_first: bool, order: fn([u32; 3]) -> (u32, u32, u32)) -> Option<Moment> {
    let (date, time) = text.split_once([' ', 'T']).map_or((text, None), |(date, time)| (date, Some(time)));
    let separator = date.chars().find(|letter| !letter.is_ascii_digit())?;
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let mut parts = date.split(separator).map(|part| {
        (part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok())?
    });
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    let year_length =
        if year_first { date.find(separator)? } else { date.len() - date.rfind(separator)? - 1 };
    if parts.next().is_some() || year_length != 4 {
        return None;
    }
    let (year, month, day) = order(numbers);
    let date = NaiveDate::from_ymd_opt(year as i32, month, day)?;
    let Some(time) = time else { return Some(Moment::Wall(wall(date, NaiveTime::MIN))) };
    let (time, ahead) = if year_first { zone(time)? } else { (time, None) };
    let shown = wall(date, time_of_day(time)?);
    Some(ahead.map_or(Moment::Wall(shown), |ahead| Moment::Utc(shown - ahead)))
}

fn wall(date: NaiveDate, time: NaiveTime) -> i64 {
    date.and_time(time).and_utc().timestamp_millis()
}

/// A time without its zone, and how many milliseconds that is ahead of UTC if there is one.
fn zone(time: &str) -> Option<(&str, Option<i64>)> {
    if let Some(time) = time.strip_suffix(['Z', 'z']).or_else(|| time.strip_suffix(" UTC")) {
        return Some((time, Some(0)));
    }
    let Some(sign) = time.rfind(['+', '-']) else { return Some((time, None)) };
    let digits = time[sign + 1..].replace(':', "");
    let (hours, minutes): (i64, i64) = match digits.len() {
        2 => (digits.parse().ok()?, 0),
        4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        _ => return None,
    };
    let ahead = (hours * 60 + minutes) * 60_000;
    let ahead = if time[sign..].starts_with('-') { -ahead } else { ahead };
    (hours < 24 && minutes < 60).then(|| (time[..sign].trim_end(), Some(ahead)))
}

/// `14:05`, `14:05:09` or `14:05:09.250`.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let (clock, fraction) = text.split_once('.').map_or((text, ""), |(clock, fraction)| (clock, fraction));
    let mut parts = clock.split(':').map(|part| {
        (matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse().ok())?
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    let mut millis = 0;
    for place in 0..3 {
        let digit = fraction.as_bytes().get(place).copied().unwrap_or(b'0');
        millis = millis * 10 + u32::from(digit.is_ascii_digit().then(|| digit - b'0')?);
    }
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    NaiveTime::from_hms_milli_opt(hour, minute, second, millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(values: &[&str]) -> AttributeKind {
        values.iter().fold(Forms::ALL, |forms, value| forms.and(Forms::of(value))).kind()
    }

    #[test]
    fn an_attribute_is_what_all_its_values_can_be_read_as() {
        for (values, expected) in [
            (&["12", "-3.5", "0.25"][..], AttributeKind::Number),
            (&["12", "3,50"], AttributeKind::Number),
            (&["12", "3,50", "3.5"], AttributeKind::Text),
            (&["1,234"], AttributeKind::Text),
            (&["007", "12"], AttributeKind::Text),
            (&["1234567890123456"], AttributeKind::Text),
            (&["2024-03-31", "2024-03-31T14:05:00Z"], AttributeKind::Date),
            (&["2024-03-31", "12"], AttributeKind::Text),
            (&["2023-02-29"], AttributeKind::Text),
            (&["31/03/2024", "01/02/2024 14:05"], AttributeKind::Date),
            (&["03/31/2024"], AttributeKind::Date),
            (&["01/02/2024"], AttributeKind::Text),
            (&["31/03/2024", "03/31/2024"], AttributeKind::Text),
            (&["1e3"], AttributeKind::Text),
            (&["-"], AttributeKind::Text),
            (&["Gent", "12"], AttributeKind::Text),
            (&[], AttributeKind::Text),
        ] {
            assert_eq!(kind(values), expected, "{values:?}");
        }
    }

    #[test]
    fn dates_are_read_as_written() {
        let day = 19_813 * 86_400_000;
        let two = (14 * 60 + 5) * 60_000;
        for (form, text, expected) in [
            (Form::YearFirst, "2024-03-31", Some(Moment::Wall(day))),
            (Form::YearFirst, "2024/3/31 14:05", Some(Moment::Wall(day + two))),
            (Form::YearFirst, "2024-03-31T14:05:00.5Z", Some(Moment::Utc(day + two + 500))),
            (Form::YearFirst, "2024-03-31 16:05:00 +02:00", Some(Moment::Utc(day + two))),
            (Form::YearFirst, "2024-03-31T24:05", None),
            (Form::YearFirst, "24-03-31", None),
            (Form::DayFirst, "31.3.2024", Some(Moment::Wall(day))),
            (Form::DayFirst, "31-3-24", None),
            (Form::DayFirst, "31-3/2024", None),
            (Form::MonthFirst, "3/31/2024 14:05:00", Some(Moment::Wall(day + two))),
        ] {
            assert_eq!(form.moment(text), expected, "{text}");
        }
    }
}

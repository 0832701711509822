//! What a table has in one column of a row, and how it is read as text, as a number and as an instant.

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat};

use crate::clock::{Clock, DAY};
use crate::forms::{DateOrder, DecimalMark, Evidence};
use crate::instant::Instant;
use crate::{instant, number};

/// A cell of a table, with `T` for its text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Cell<T> {
    /// Text in UTF-8 without white space around it. A cell with nothing in it has an empty text.
    Text(T),
    /// A number.
    Number(f64),
    /// A date on a wall clock.
    Date {
        /// Days since 1970-01-01.
        day: i64,
        /// The time of day in milliseconds, if there is one.
        time: Option<i64>,
    },
    /// An instant, in UTC milliseconds since 1970.
    Instant(i64),
    /// A list or an object, as JSON. It is no name, number or time.
    Nested(T),
}

impl<T: AsRef<str>> Cell<T> {
    /// The cell with its text lent.
    pub fn lent(&self) -> Cell<&[u8]> {
        match *self {
            Self::Text(ref text) => Cell::Text(text.as_ref().as_bytes()),
            Self::Number(number) => Cell::Number(number),
            Self::Date { day, time } => Cell::Date { day, time },
            Self::Instant(at) => Cell::Instant(at),
            Self::Nested(ref json) => Cell::Nested(json.as_ref().as_bytes()),
        }
    }
}

impl Cell<Cow<'_, str>> {
    /// The cell with a text of its own.
    pub fn owned(&self) -> Cell<String> {
        match self {
            Self::Text(text) => Cell::Text(text.clone().into_owned()),
            Self::Nested(json) => Cell::Nested(json.clone().into_owned()),
            Self::Number(number) => Cell::Number(*number),
            Self::Date { day, time } => Cell::Date { day: *day, time: *time },
            Self::Instant(at) => Cell::Instant(*at),
        }
    }
}

impl<'a> Cell<&'a [u8]> {
    /// Whether there is nothing in it.
    #[inline]
    pub fn is_empty(self) -> bool {
        matches!(self, Self::Text([]))
    }

    /// As a name is compared: its text, byte by byte.
    #[inline]
    pub fn name(self) -> Cow<'a, [u8]> {
        match self {
            Self::Text(text) | Self::Nested(text) => Cow::Borrowed(text),
            typed => Cow::Owned(typed.spelled().into_bytes()),
        }
    }

    /// As people read it.
    pub fn text(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) | Self::Nested(text) => String::from_utf8_lossy(text),
            typed => Cow::Owned(typed.spelled()),
        }
    }

    /// As a number, as [`number::parse`] reads its text.
    #[inline]
    pub fn number(self, decimal: DecimalMark, evidence: &mut Evidence) -> Option<f64> {
        match self {
            Self::Text(text) => number::parse(text, decimal, evidence),
            Self::Number(number) => Some(number).filter(|number| number.is_finite()),
            Self::Date { .. } | Self::Instant(_) | Self::Nested(_) => None,
        }
    }

    /// As an instant, as [`instant::parse`] reads its text.
    #[inline]
    pub fn instant(
        self,
        clock: &mut Clock,
        order: Option<DateOrder>,
        evidence: &mut Evidence,
    ) -> Option<Instant> {
        match self {
            Self::Text(text) => instant::parse(text, clock, order, evidence),
            Self::Number(_) => instant::parse(&self.name(), clock, order, evidence),
            Self::Date { day, time } => evidence.noted(Instant::shown(day, time, clock)),
            Self::Instant(at) => evidence.noted(Instant::sure(at)),
            Self::Nested(_) => None,
        }
    }

    /// A typed cell as text that is read back as what it is.
    fn spelled(self) -> String {
        let spelled = match self {
            Self::Text(text) | Self::Nested(text) => return String::from_utf8_lossy(text).into_owned(),
            Self::Number(number) => return number.to_string(),
            Self::Date { day, time } => {
                let wall = day.saturating_mul(DAY).saturating_add(time.unwrap_or(0));
                let form = if time.is_some() { "%Y-%m-%d %H:%M:%S%.f" } else { "%Y-%m-%d" };
                DateTime::from_timestamp_millis(wall).map(|wall| wall.format(form).to_string())
            }
            Self::Instant(at) => {
                DateTime::from_timestamp_millis(at).map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true))
            }
        };
        spelled.unwrap_or_default()
    }
}

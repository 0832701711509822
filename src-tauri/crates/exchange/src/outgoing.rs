//! Tables on their way out: rows of typed cells, written one by one in a format that can be read back.

mod delimited;
mod json_lines;
mod parquet;
mod workbook;

use std::borrow::Cow;
use std::io::{self, Write};

use chrono::{DateTime, NaiveTime, SecondsFormat};
use chrono_tz::Tz;

use self::delimited::Delimited;
use self::json_lines::JsonLines;
use self::parquet::Columnar;
use crate::clock::instant_in;

pub use workbook::{Sheet, workbook};

/// The formats of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// CSV: commas, CRLF, UTF-8. Every cell is as it is, unless it is to be `safe` to open in a spreadsheet: then a text
    /// that one would take for a formula has an apostrophe before it, which reading does not take away.
    Csv {
        /// Whether no text may be a formula.
        safe: bool,
    },
    /// One JSON object a line.
    JsonLines,
    /// Parquet.
    Parquet,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub heading: String,
    /// What its cells hold, besides nothing.
    pub kind: Kind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Texts.
    Text,
    /// Numbers.
    Number,
    /// Shares, 0 to 1: numbers, that a workbook shows as per cent.
    Share,
    /// Instants and days.
    Instant,
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Datum<'a> {
    /// Nothing.
    Nothing,
    /// A text.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// An instant, in UTC milliseconds since 1970.
    Instant(i64),
    /// The first instant of a day in a zone, of which only the day is known.
    Day(i64, Tz),
}

impl<'a> Datum<'a> {
    /// It as text.
    fn text(self) -> Cow<'a, str> {
        match self {
            Self::Nothing => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Instant(at) => Cow::Owned(instant_text(at)),
            Self::Day(at, zone) => Cow::Owned(day_text(at, zone)),
        }
    }
}

/// Writes a table row by row.
#[derive(Debug)]
pub struct TableWriter<W: Write + Send>(Form<W>);

#[derive(Debug)]
enum Form<W: Write + Send> {
    Csv(Delimited<W>),
    JsonLines(JsonLines<W>),
    Parquet(Box<Columnar<W>>),
}

impl<W: Write + Send> TableWriter<W> {
    /// Begins a table with these columns in a sink, which had better be buffered.
    pub fn begin(sink: W, format: TableFormat, columns: &[Column]) -> io::Result<Self> {
        Ok(Self(match format {
            TableFormat::Csv { safe } => Form::Csv(Delimited::begin(sink, safe, columns)?),
            TableFormat::JsonLines => Form::JsonLines(JsonLines::begin(sink, columns)),
            TableFormat::Parquet => Form::Parquet(Box::new(Columnar::begin(sink, columns)?)),
        }))
    }

    /// Writes a row, which has a cell for each column.
    pub fn row(&mut self, cells: &[Datum<'_>]) -> io::Result<()> {
        match &mut self.0 {
            Form::Csv(table) => table.row(cells),
            Form::JsonLines(table) => table.row(cells),
            Form::Parquet(table) => table.row(cells),
        }
    }

    /// Gives the sink back once everything has reached it.
    pub fn finish(self) -> io::Result<W> {
        match self.0 {
            Form::Csv(table) => table.finish(),
            Form::JsonLines(table) => table.finish(),
            Form::Parquet(table) => table.finish(),
        }
    }
}

/// An instant as RFC 3339, in UTC.
fn instant_text(at: i64) -> String {
    let instant = DateTime::from_timestamp_millis(at);
    instant.map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true)).unwrap_or_default()
}

/// A day with its zone, `2024-03-31[Europe/Amsterdam]`, where that is read back as the same instant; else the instant.
pub(crate) fn day_text(at: i64, zone: Tz) -> String {
    let Some(instant) = DateTime::from_timestamp_millis(at) else { return String::new() };
    let day = instant.with_timezone(&zone).date_naive();
    match instant_in(zone, day.and_time(NaiveTime::MIN)) {
        (first, _) if first == at => format!("{day}[{}]", zone.name()),
        _ => instant_text(at),
    }
}

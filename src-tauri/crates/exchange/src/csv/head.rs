//! The first bytes of a CSV file: how it is written and what its columns are.

use std::io::Read;
use std::path::Path;

use memchr::memchr;

use crate::cell::Cell;
use crate::error::ReadError;
use crate::forms::{Encoding, Script};
use crate::source::Feed;
use crate::table::{Head, Header};

use super::Style;
use super::record::{Grammar, MOST_FIELDS, REACH, Record, Records};

/// How many bytes the head has.
const HEAD: usize = 256 << 10;

/// How many rows are looked at.
const SAMPLE: usize = 50;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

/// What the first bytes of a file say.
#[derive(Debug)]
pub(crate) struct Opening {
    pub head: Head,
    pub style: Style,
    /// Where the first row starts in the unpacked file.
    pub start: usize,
}

impl Opening {
    /// Reads the first bytes of a file, as text in `encoding`, or else in the one that they speak for.
    pub fn read(path: &Path, encoding: Option<Encoding>) -> Result<Self, ReadError> {
        let mut feed = Feed::open(path, false)?;
        let mut bytes = Vec::new();
        (&mut feed).take(HEAD as u64).read_to_end(&mut bytes).map_err(|error| feed.blame(error))?;
        let more = bytes.len() == HEAD;
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(ReadError::Utf16);
        }
        if memchr(0, &bytes).is_some() {
            return Err(ReadError::Binary);
        }
        let marked = bytes.starts_with(UTF8_MARK);
        let mut start = if marked { UTF8_MARK.len() } else { 0 };
        let spoken_for = if marked { Encoding::Utf8 } else { Script::of(&bytes).encoding() };
        let encoding = encoding.unwrap_or(spoken_for);
        let terminator = if memchr(b'\n', &bytes).is_some() { b'\n' } else { b'\r' };
        let told = told_separator(&bytes[start..], terminator);
        start += told.map_or(0, |(_, length)| length);
        let separator = told.map_or_else(|| best_separator(&bytes[start..], terminator, more), |told| told.0);
        let head = Head {
            header: Header::default(),
            sample: Vec::new(),
            encoding: Some(encoding),
            // Where the comma is the decimal mark, the semicolon separates.
            fractions: separator != b';',
            lines: u64::from(told.is_some()),
            size: feed.size,
            sheets: None,
        };
        let grammar = Grammar { separator, terminator, reach: REACH };
        let mut opening = Self { head, style: Style { grammar, encoding, marked }, start };
        opening.take_records(&bytes, more)?;
        Ok(opening)
    }

    /// Reads the names of the columns and the first rows.
    fn take_records(&mut self, bytes: &[u8], more: bool) -> Result<(), ReadError> {
        let Style { grammar, encoding, .. } = self.style;
        let whole = whole_records(&bytes[self.start..], grammar, more);
        let mut records = Records::new(whole, grammar);
        let texts = |record: &Record<'_>| -> Vec<String> {
            (0..record.len().min(MOST_FIELDS))
                .map(|at| encoding.decode(record.field(at)).trim().to_owned())
                .collect()
        };
        let header = records.advance().filter(|record| record.closed);
        let header =
            header.ok_or(if more { ReadError::LongLine { limit: HEAD } } else { ReadError::Empty })?;
        if header.len() > MOST_FIELDS {
            return Err(ReadError::TooManyColumns { limit: MOST_FIELDS });
        }
        self.head.header = Header::of(texts(&header));
        self.start += records.offset();
        self.head.lines += records.lines();
        while let Some(record) = records.advance().filter(|_| self.head.sample.len() < SAMPLE) {
            if record.closed {
                self.head.sample.push(texts(&record).into_iter().map(Cell::Text).collect());
            }
        }
        Ok(())
    }
}

/// The part of the head in which every record is whole.
fn whole_records(bytes: &[u8], grammar: Grammar, more: bool) -> &[u8] {
    if more { &bytes[..grammar.last_end(bytes, true).unwrap_or(0)] } else { bytes }
}

/// The separator that a first line such as `sep=;` tells, and how long that line is.
fn told_separator(bytes: &[u8], terminator: u8) -> Option<(u8, usize)> {
    let length = memchr(terminator, bytes)? + 1;
    let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] = *bytes[..length].trim_ascii_end() else {
        // A tab is trimmed off as space.
        return bytes[..length].to_ascii_lowercase().starts_with(b"sep=\t").then_some((b'\t', length));
    };
    SEPARATORS.contains(&separator).then_some((separator, length))
}

/// The separator that gives the most columns in the most rows with as many fields as there are columns.
fn best_separator(bytes: &[u8], terminator: u8, more: bool) -> u8 {
    let score = |separator: u8| {
        let grammar = Grammar { separator, terminator, reach: REACH };
        let mut records = Records::new(whole_records(bytes, grammar, more), grammar);
        let columns = records.advance().map_or(1, |record| record.len());
        let (mut rows, mut even) = (1, 1);
        while let Some(record) = records.advance().filter(|_| rows <= SAMPLE) {
            rows += 1;
            even += usize::from(record.closed && record.len() == columns);
        }
        // A share of rows in thousandths, so that the comparison is exact.
        if columns > 1 { columns * (even * 1000 / rows) } else { 0 }
    };
    // The first of the best: `max_by_key` would give the last.
    SEPARATORS.into_iter().rev().max_by_key(|&separator| score(separator)).unwrap_or(b',')
}

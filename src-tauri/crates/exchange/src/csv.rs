//! CSV as a table.
//!
//! Records are split here and not by the `csv` crate, because cutting at record ends, telling physical lines and
//! recovering from a quote that is never closed need to agree to the byte. The tests hold it against `csv`.
//!
//! # The dialect
//!
//! - One record a line, ended by LF, CRLF, or CR alone if the file has no LF. Blank lines are skipped.
//! - Separated by comma, semicolon, tab or bar, whichever splits the first rows best; a first line `sep=;`
//!   decides.
//! - A field that starts with `"` runs to the next `"` that is not doubled; elsewhere a quote is text.
//! - The first record names the columns.
//! - A field has at most a megabyte, whether or not it is quoted, and a line at most eight.
//! - White space around names and values is left out, also such as only Unicode has.
//! - UTF-8, with or without its mark, or Windows-1252. Without the mark, and if it is not told, the whole file is
//!   Windows-1252 if most of what it has beyond ASCII is not UTF-8; else the rows with such bytes are rejected.

pub(crate) mod head;
pub(crate) mod record;

use std::path::Path;

use memchr::memchr;

use crate::cell::Cell;
use crate::cut::{Cutter, Ends};
use crate::error::ReadError;
use crate::forms::{Encoding, Script};
use crate::rejection::RejectReason;
use crate::source::Feed;
use crate::table::{Block, Extent, Give, Head, Row, Table};
use head::Opening;
use record::{Grammar, REACH, Record, Records, Transcript};

/// A CSV file.
pub(crate) struct Csv {
    head: Head,
    style: Style,
    cutter: Cutter<Feed, Grammar>,
}

/// How a file's records are written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub grammar: Grammar,
    pub encoding: Encoding,
    /// Whether the mark at the start says that it is UTF-8.
    pub marked: bool,
}

impl Csv {
    /// Opens a file, as text in `encoding`, or else in the one that its first bytes speak for. Compressed, it may be
    /// `large`.
    pub fn open(path: &Path, encoding: Option<Encoding>, large: bool) -> Result<Self, ReadError> {
        let Opening { head, style, start } = Opening::read(path, encoding)?;
        let mut feed = Feed::open(path, large)?;
        feed.skip(start)?;
        Ok(Self { head, style, cutter: Cutter::new(feed, style.grammar) })
    }
}

impl Table for Csv {
    fn head(&self) -> &Head {
        &self.head
    }

    fn blocks(&mut self, most: usize, size: usize) -> Result<Vec<Box<dyn Block>>, ReadError> {
        let (style, columns) = (self.style, self.head.header.names.len());
        let block = |bytes| -> Box<dyn Block> { Box::new(Lines { bytes, style, columns }) };
        Ok(self.cutter.blocks(most, size)?.into_iter().map(block).collect())
    }

    fn read_so_far(&self) -> u64 {
        self.cutter.feed().read_so_far()
    }

    fn fingerprint(&mut self) -> Result<String, ReadError> {
        Ok(self.cutter.feed_mut().fingerprint()?)
    }
}

impl Ends for Grammar {
    fn last_end(&self, bytes: &[u8]) -> Option<usize> {
        Self::last_end(*self, bytes, true)
    }
}

/// Bytes of a file in which every record is whole.
struct Lines {
    bytes: Vec<u8>,
    style: Style,
    /// How many fields a record has.
    columns: usize,
}

impl Block for Lines {
    fn rows(&self, give: Give<'_>) -> Extent {
        let Style { grammar, encoding, marked } = self.style;
        let foreign = encoding == Encoding::Windows1252;
        let doubtful =
            memchr(0, &self.bytes).is_some() || !foreign && std::str::from_utf8(&self.bytes).is_err();
        let mut records = Records::new(&self.bytes, grammar);
        let mut transcript = Transcript::default();
        while let Some(record) = records.advance() {
            let line = record.line;
            if let Err(reason) = self.check(&record, doubtful) {
                give(line, Err(reason));
            } else if foreign && !record.raw.is_ascii() {
                give(line, Ok(&transcript.of(&record, |text| encoding.decode(text))));
            } else {
                give(line, Ok(&record));
            }
        }
        // The mark says more than the text could.
        let script = if marked { Script::default() } else { Script::of(&self.bytes) };
        Extent { lines: records.lines(), script }
    }
}

impl Lines {
    /// Whether a record is a row of the table.
    fn check(&self, record: &Record<'_>, doubtful: bool) -> Result<(), RejectReason> {
        if !record.closed {
            Err(RejectReason::UnclosedQuote)
        } else if doubtful && !is_text(record.raw, self.style.encoding) {
            Err(RejectReason::BadText)
        } else if record.len() != self.columns {
            let (expected, found) = (self.columns as u32, record.len() as u32);
            Err(RejectReason::WrongFieldCount { expected, found })
        } else if record.raw.len() > REACH && record.longest() > REACH {
            Err(RejectReason::LongField { bytes: record.longest() as u32 })
        } else {
            Ok(())
        }
    }
}

/// Whether a record is text without zero bytes. Every byte is something in Windows-1252.
fn is_text(raw: &[u8], encoding: Encoding) -> bool {
    memchr(0, raw).is_none() && (encoding == Encoding::Windows1252 || std::str::from_utf8(raw).is_ok())
}

impl Row for Record<'_> {
    #[inline]
    fn cell(&self, column: usize) -> Cell<&[u8]> {
        Cell::Text(self.field(column))
    }
}

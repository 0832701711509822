//! XES (IEEE 1849) as a table: each event is a row, with the attributes of its trace.
//!
//! - What a trace says of itself is in columns that begin with `case:`, as in tables of event logs.
//! - What is within an attribute goes by both keys, `address.city`; what a list has under one key is joined.
//! - A log that defines entities is refused: none needs any, and they can be made to unpack without end.
//! - To know all columns the file is gone through once before it is read, as JSON is.

mod log;

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use crate::cell::Cell;
use crate::csv::record::MOST_FIELDS;
use crate::error::ReadError;
use crate::pushed::{Cells, Pushed};
use crate::rejection::RejectReason;
use crate::source::{Feed, modest};
use crate::table::{Head, Header};
use log::{Attributes, Log};

/// How many rows are shown before all are read.
const SAMPLE: usize = 50;

/// How many bytes the names of all columns may have.
const NAMES: usize = 256 << 10;

/// What the columns of traces begin with.
const OF_TRACE: &str = "case:";

/// Whether the first bytes of a file say that it is XML with a log in it, or XML that has not come to it.
pub(crate) fn is_xes(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let wide = bytes.starts_with(b"\xFF\xFE<\0") || bytes.starts_with(b"\xFE\xFF\0<");
    wide || text.starts_with(b"<?xml") || text.starts_with(b"<log") || text.starts_with(b"<!")
}

/// The place of each column by its name.
type Places = HashMap<String, usize, FxBuildHasher>;

/// Opens a log, after going through it for the names of its columns, or through its first bytes. Compressed, it may be
/// `large`.
pub(crate) fn open(path: &Path, large: bool, most: Option<u64>) -> Result<Pushed, ReadError> {
    let feed = Feed::open(path, large || most.is_some())?;
    let size = feed.size;
    let limit = if large { u64::MAX } else { modest(size) };
    let mut names = Names::default();
    let mut first = Vec::new();
    let mut log = Log::new(feed, Arc::default());
    let mut rows = 0_u64;
    let mut unfolded = 0_u64;
    while most.is_none_or(|most| log.read() < most)
        && let Some(event) = log.next()?
    {
        rows += 1;
        names.look_at(&event.trace, OF_TRACE)?;
        names.look_at(&event.attributes, "")?;
        unfolded += (event.trace.bytes + event.attributes.bytes) as u64;
        if unfolded.max(rows.saturating_mul(names.written.len() as u64)) > limit {
            return Err(ReadError::Swollen { limit });
        }
        if first.len() < SAMPLE {
            first.push(event.owned());
        }
    }
    if rows == 0 {
        return Err(ReadError::NoRows);
    }
    let Names { written, places, .. } = names;
    let places = Arc::new(places);
    let sample = first.iter().filter_map(|event| event.cells(&places).ok()).collect();
    let header = Header::of(written);
    let head = Head { header, sample, encoding: None, fractions: true, lines: 0, size, sheets: None };
    let read = Arc::new(AtomicU64::new(0));
    let (file, noted) = (path.to_owned(), Arc::clone(&read));
    Ok(Pushed::new(head, path, read, move |push| {
        let mut log = Log::new(Feed::open(&file, large)?, noted);
        let mut row = 0;
        while let Some(event) = log.next()? {
            if !push(row, event.cells(&places)) {
                break;
            }
            row += 1;
        }
        Ok(())
    }))
}

/// The names of the columns, as they are found.
#[derive(Default)]
struct Names {
    written: Vec<String>,
    places: Places,
    bytes: usize,
}

impl Names {
    fn look_at(&mut self, attributes: &Attributes, prefix: &str) -> Result<(), ReadError> {
        for (key, _) in &attributes.named {
            let known = match prefix {
                "" => self.places.contains_key(key),
                _ => self.places.contains_key(&format!("{prefix}{key}")),
            };
            if known {
                continue;
            }
            self.bytes += prefix.len() + key.len();
            if self.written.len() == MOST_FIELDS {
                return Err(ReadError::TooManyColumns { limit: MOST_FIELDS });
            }
            if self.bytes > NAMES {
                return Err(ReadError::LongLine { limit: NAMES });
            }
            let name = format!("{prefix}{key}");
            self.places.insert(name.clone(), self.written.len());
            self.written.push(name);
        }
        Ok(())
    }
}

/// An event with what its trace says of itself.
struct Event<'a> {
    trace: Cow<'a, Attributes>,
    attributes: Attributes,
}

impl Event<'_> {
    fn owned(self) -> Event<'static> {
        Event { trace: Cow::Owned(self.trace.into_owned()), attributes: self.attributes }
    }

    fn cells(&self, places: &Places) -> Cells {
        let mut cells: Vec<Cell<String>> = vec![Cell::Text(String::new()); places.len()];
        let mut taken = vec![false; places.len()];
        let trace = self.trace.named.iter().map(|(key, cell)| (format!("{OF_TRACE}{key}"), cell));
        let own = self.attributes.named.iter().map(|(key, cell)| (key.clone(), cell));
        if let Some(reason) = self.trace.fault.as_ref().or(self.attributes.fault.as_ref()) {
            return Err(reason.clone());
        }
        for (name, cell) in trace.chain(own) {
            // What came into the file since it was gone through has no column.
            let Some(&place) = places.get(&name) else { continue };
            if std::mem::replace(&mut taken[place], true) {
                return Err(RejectReason::repeated_name(&name));
            }
            cells[place] = cell.clone();
        }
        Ok(cells)
    }
}

//! A sheet of an Excel workbook as a table: its rows are told by the numbers that Excel shows.
//!
//! - The names of the columns are in the first row that has more than one cell, since titles stand above them.
//! - Dates are what their format makes of a number, counted from 1900 or from 1904 as the workbook says; one at the very
//!   start of a day is a date without a time.
//! - What the parts of the archive unpack to is checked before any is read: see [`archive`].

mod archive;
mod cells;

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use calamine::{Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::cell::Cell;
use crate::csv::record::MOST_FIELDS;
use crate::error::ReadError;
use crate::fence;
use crate::pushed::{Cells, Pushed};
use crate::rejection::RejectReason;
use crate::source::{self, Feed};
use crate::table::{Head, Header};
use cells::Filled;

/// How every archive of the kind that workbooks are begins.
pub(crate) const MAGIC: &[u8] = b"PK\x03\x04";

/// How many rows are shown before all are read.
const SAMPLE: usize = 50;

/// Within how many rows the names of the columns are looked for.
const TITLES: usize = 20;

/// The sheets of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Sheets {
    /// Their names, in the order of the workbook.
    pub names: Vec<String>,
    /// The one that is read.
    pub read: String,
}

/// Bytes that can be read in any order.
trait Bytes: Read + Seek + Send {}
impl<T: Read + Seek + Send> Bytes for T {}

type Workbook = Xlsx<Counted>;

/// Opens a sheet of a workbook, the first that is shown unless another is named. It may unpack to any size if it is
/// `large`.
pub(crate) fn open(path: &Path, sheet: Option<&str>, large: bool) -> Result<Pushed, ReadError> {
    let (bytes, size) = bytes_of(path)?;
    archive::check(bytes, size, large)?;
    let mut workbook = workbook(path, Arc::default())?;
    let sheets = chosen(workbook.sheets_metadata(), sheet)?;
    let mut first = Vec::new();
    within(|| {
        cells::rows(&mut workbook, &sheets.read, &mut |row, filled| {
            if !filled.is_empty() {
                first.push((row, filled));
            }
            first.len() < TITLES + SAMPLE
        })
    })?;
    let Some(header) = header_of(&first)? else { return Err(ReadError::Empty) };
    let (at, header) = header;
    let width = header.names.len();
    let below = first.into_iter().filter(|&(row, _)| row > at);
    let sample = below.filter_map(|(_, filled)| across(filled, width).ok()).take(SAMPLE).collect();
    let name = sheets.read.clone();
    let lines = u64::from(at) + 1;
    let head = Head { header, sample, encoding: None, fractions: true, lines, size, sheets: Some(sheets) };
    let read = Arc::new(AtomicU64::new(0));
    let (file, noted) = (path.to_owned(), Arc::clone(&read));
    let work = move |push: crate::pushed::Push<'_>| {
        within(|| {
            let mut workbook = self::workbook(&file, noted)?;
            cells::rows(&mut workbook, &name, &mut |row, filled| {
                if row <= at || filled.is_empty() {
                    return true;
                }
                push(u64::from(row - at) - 1, across(filled, width))
            })
        })
    };
    Ok(Pushed::new(head, path, read, work))
}

/// The bytes of a file, unpacked where it is compressed, and its size.
fn bytes_of(path: &Path) -> Result<(Box<dyn Bytes>, u64), ReadError> {
    let feed = Feed::open(path, false)?;
    if !feed.is_compressed() {
        let (file, size): (File, u64) = source::open_file(path)?;
        return Ok((Box::new(BufReader::new(file)), size));
    }
    let size = feed.size;
    Ok((Box::new(Cursor::new(feed.whole()?)), size))
}

/// A workbook, which notes in `read` how many of its bytes were read.
fn workbook(path: &Path, read: Arc<AtomicU64>) -> Result<Workbook, ReadError> {
    let (bytes, _) = bytes_of(path)?;
    within(|| Xlsx::new(Counted { bytes, read }).map_err(ReadError::from))
}

/// Bytes of which is noted how many were read.
struct Counted {
    bytes: Box<dyn Bytes>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// Reads something of a workbook: a panic is its damage.
fn within<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    fence::within(read, || ReadError::DamagedWorkbook("its parts contradict each other".to_owned()))
}

/// The sheets that can be read, with the one that is.
fn chosen(sheets: &[Sheet], wanted: Option<&str>) -> Result<Sheets, ReadError> {
    let sheets: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let shown = || sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible).or(sheets.first());
    let read = match wanted {
        Some(wanted) => names.iter().find(|name| *name == wanted).cloned(),
        None => shown().map(|sheet| sheet.name.clone()),
    };
    match (read, wanted) {
        (Some(read), _) => Ok(Sheets { names, read }),
        (None, Some(wanted)) => Err(ReadError::UnknownSheet { name: wanted.to_owned(), sheets: names }),
        (None, None) => Err(ReadError::DamagedWorkbook("it has no sheet of cells".to_owned())),
    }
}

/// The row that names the columns, and their names.
fn header_of(rows: &[(u32, Filled)]) -> Result<Option<(u32, Header)>, ReadError> {
    let first = rows.iter().take(TITLES).find(|(_, filled)| filled.len() > 1).or(rows.first());
    let Some((row, filled)) = first else { return Ok(None) };
    let width = filled.last().map_or(0, |&(at, _)| at + 1);
    if width > MOST_FIELDS {
        return Err(ReadError::TooManyColumns { limit: MOST_FIELDS });
    }
    let mut names = vec![String::new(); width];
    for (at, cell) in filled {
        names[*at] = cell.as_ref().map(|cell| cell.lent().text().into_owned()).unwrap_or_default();
    }
    Ok(Some((*row, Header::of(names))))
}

/// A row with a cell for each column.
fn across(filled: Filled, width: usize) -> Cells {
    let found = filled.last().map_or(0, |&(at, _)| at + 1);
    if found > width {
        return Err(RejectReason::WrongFieldCount { expected: width as u32, found: found as u32 });
    }
    let mut row = vec![Cell::Text(String::new()); width];
    for (at, cell) in filled {
        row[at] = cell?;
    }
    Ok(row)
}

impl From<XlsxError> for ReadError {
    fn from(error: XlsxError) -> Self {
        Self::DamagedWorkbook(error.to_string())
    }
}

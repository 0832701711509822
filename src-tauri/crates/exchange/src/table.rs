//! What every source is to all that stands behind its format: a header, and rows of typed cells that are read block
//! by block.
//!
//! A format is one implementation of [`Table`] and its case in [`open`]. What columns mean, how text is read as a
//! date or a number, why a row is left out and how the work is spread over the cores is behind it, once for all
//! formats.

use std::io::Read;
use std::path::Path;

use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;

use crate::cell::Cell;
use crate::columnar::{self, Columnar};
use crate::csv::Csv;
use crate::error::ReadError;
use crate::forms::{Encoding, Script};
use crate::json::{self, Json, Layout};
use crate::rejection::RejectReason;
use crate::source::Feed;
use crate::xlsx::Sheets;
use crate::{xes, xlsx};

/// How many bytes tell what a source is.
const TELLING: u64 = 4096;

/// How many bytes are looked at where every row may name columns.
const LOOKED_AT: u64 = 32 << 20;

/// What a table says of itself before its rows are read.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// The names of the columns.
    pub header: Header,
    /// The first rows.
    pub sample: Vec<Vec<Cell<String>>>,
    /// How its text is encoded, where its format leaves that open.
    pub encoding: Option<Encoding>,
    /// Whether `1.234` in its text is more likely to be a fraction than thousands.
    pub fractions: bool,
    /// How many lines are above the first row, in a format without lines how many rows.
    pub lines: u64,
    /// The size of the file in bytes.
    pub size: u64,
    /// The sheets that its file has, where its format has sheets.
    pub sheets: Option<Sheets>,
}

/// A source that is read from its first row to its last.
pub(crate) trait Table {
    /// What it says of itself.
    fn head(&self) -> &Head;

    /// The next blocks of about `size` bytes: `most` of them, or fewer at the end.
    fn blocks(&mut self, most: usize, size: usize) -> Result<Vec<Box<dyn Block>>, ReadError>;

    /// How many bytes of the file were read.
    fn read_so_far(&self) -> u64;

    /// The fingerprint of the whole file, of which what is left is read.
    fn fingerprint(&mut self) -> Result<String, ReadError>;
}

/// Something that is given the rows of a block one by one, each with its line.
pub(crate) type Give<'a> = &'a mut dyn FnMut(u64, Result<&dyn Row, RejectReason>);

/// Some rows of a table, which any thread can read.
pub(crate) trait Block: Send {
    /// Gives each row, or why the table does not have it as one, with its line counted from 0 at the start of the
    /// block, in a format without lines with its number.
    fn rows(&self, give: Give<'_>) -> Extent;
}

/// How much a block was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// How many lines it has, in a format without lines how many rows.
    pub lines: u64,
    /// What it shows of how its text is encoded.
    pub script: Script,
}

/// A row, which has a cell for each column.
pub(crate) trait Row {
    /// The cell of a column.
    fn cell(&self, column: usize) -> Cell<&[u8]>;
}

/// Opens a source as a table by what its first bytes say it is. Text is read in `encoding`, or else in the one that it
/// speaks for, where its format leaves that open. Of a workbook a sheet may be named. Compressed, it may be `large`:
/// unpack to any size.
pub(crate) fn open(
    path: &Path,
    encoding: Option<Encoding>,
    sheet: Option<&str>,
    large: bool,
) -> Result<Box<dyn Table>, ReadError> {
    Ok(match Format::of(&first_bytes(path)?) {
        Format::Csv => Box::new(Csv::open(path, encoding, large)?),
        Format::Json(layout) => Box::new(Json::open(path, layout, large, None)?),
        Format::Parquet => Box::new(Columnar::open(path, large)?),
        Format::Xes => Box::new(xes::open(path, large, None)?),
        Format::Xlsx => Box::new(xlsx::open(path, sheet, large)?),
    })
}

/// Opens a source to look at its beginning: a format that names its columns in every row may have more than are found.
pub(crate) fn look(
    path: &Path,
    encoding: Option<Encoding>,
    sheet: Option<&str>,
) -> Result<Box<dyn Table>, ReadError> {
    Ok(match Format::of(&first_bytes(path)?) {
        Format::Csv => Box::new(Csv::open(path, encoding, false)?),
        Format::Json(layout) => Box::new(Json::open(path, layout, false, Some(LOOKED_AT))?),
        Format::Parquet => Box::new(Columnar::open(path, true)?),
        Format::Xes => Box::new(xes::open(path, false, Some(LOOKED_AT))?),
        Format::Xlsx => Box::new(xlsx::open(path, sheet, false)?),
    })
}

/// The formats of sources.
enum Format {
    Csv,
    Json(Layout),
    Parquet,
    Xes,
    Xlsx,
}

impl Format {
    /// What the first bytes of a source say that it is.
    fn of(bytes: &[u8]) -> Self {
        match json::layout_of(bytes) {
            _ if bytes.starts_with(columnar::MAGIC) => Self::Parquet,
            _ if bytes.starts_with(xlsx::MAGIC) => Self::Xlsx,
            _ if xes::is_xes(bytes) => Self::Xes,
            Some(layout) => Self::Json(layout),
            None => Self::Csv,
        }
    }
}

/// The bytes by which a source is known for what it is, unpacked.
fn first_bytes(path: &Path) -> Result<Vec<u8>, ReadError> {
    let mut feed = Feed::open(path, false)?;
    let mut bytes = Vec::new();
    (&mut feed).take(TELLING).read_to_end(&mut bytes).map_err(|error| feed.blame(error))?;
    Ok(bytes)
}

/// The names of the columns of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Header {
    /// Each once: a column without a name is called `column 3`, counting from 1, and one with the name of a column
    /// before it `name (2)`.
    pub names: Vec<String>,
    /// As they are written, where they are.
    pub written: Vec<String>,
    /// The names that were made because a column before has the one that is written.
    pub repeated: Vec<String>,
}

impl Header {
    /// The header in which these names are written.
    pub fn of(mut written: Vec<String>) -> Self {
        for (at, name) in written.iter_mut().enumerate() {
            if name.is_empty() {
                *name = format!("column {}", at + 1);
            }
        }
        let (names, repeated) = told_apart(&written);
        Self { names, written, repeated }
    }
}

/// Names of which each comes once, and those of them that were numbered for it.
fn told_apart(written: &[String]) -> (Vec<String>, Vec<String>) {
    let mut taken: HashSet<&str, FxBuildHasher> = HashSet::default();
    let first: Vec<bool> = written.iter().map(|name| taken.insert(name)).collect();
    let mut counts: HashMap<&str, u32, FxBuildHasher> = HashMap::default();
    let (mut names, mut repeated) = (Vec::with_capacity(written.len()), Vec::new());
    for (name, first) in written.iter().zip(first) {
        if first {
            names.push(name.clone());
            continue;
        }
        let count = counts.entry(name).or_insert(1);
        let numbered = loop {
            *count += 1;
            let numbered = format!("{name} ({count})");
            if !taken.contains(numbered.as_str()) {
                break numbered;
            }
        };
        names.push(numbered.clone());
        repeated.push(numbered);
    }
    (names, repeated)
}

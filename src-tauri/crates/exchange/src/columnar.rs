//! Parquet as a table: rows are told by their number.
//!
//! - Columns within others go by both names, `address.city`; one that holds lists is refused.
//! - Texts, numbers, dates and instants are what they are; times without a zone are read as text without one is. A
//!   whole number that a floating-point number would round is kept as its digits, and no number (NaN) is empty.
//! - What the pages of a file say of themselves is checked before any is unpacked: see [`pages`]. Whatever else makes
//!   the reader panic is an error of the file: see [`crate::fence`].

mod cells;
mod pages;

use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use chrono_tz::Tz;
use memchr::memchr;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, FileReader, SerializedFileReader};

use crate::cell::Cell;
use crate::csv::record::{MOST_FIELDS, REACH};
use crate::error::ReadError;
use crate::fence;
use crate::forms::Script;
use crate::outgoing::day_text;
use crate::rejection::RejectReason;
use crate::source::Feed;
use crate::table::{Block, Extent, Give, Head, Header, Row, Table};
use cells::{Column, Form, Value};

/// How every Parquet file begins and ends.
pub(crate) const MAGIC: &[u8] = b"PAR1";

/// What the name of a column has after it where its flags say which instants are days.
pub(crate) const ONLY_DAYS: &str = "_is_day";

/// The key under which a file of ours says in which zone they are.
pub(crate) const ZONE: &str = "touchline.timezone";

/// How many rows are shown before all are read.
const SAMPLE: usize = 50;

/// How many cells, and how many rows, a block has at most.
const MOST: (usize, usize) = (500_000, 1 << 16);

/// A Parquet file.
pub(crate) struct Columnar {
    head: Head,
    path: PathBuf,
    file: Arc<dyn FileReader>,
    forms: Arc<Forms>,
    /// The group of rows that is being read, and how many rows of it are left.
    group: Option<Group>,
    next_group: usize,
    rows: u64,
    of: u64,
}

/// What the columns are.
struct Forms {
    /// How each is stored, with whether it is shown.
    kinds: Vec<Form>,
    /// The columns that are shown.
    shown: Vec<usize>,
    /// For a shown column the one whose flags say which of its instants are days in the zone.
    days: Vec<Option<usize>>,
    zone: Option<Tz>,
}

/// A group of rows.
struct Group {
    columns: Vec<Column>,
    left: usize,
    /// How many rows may be read at a time.
    stride: usize,
}

impl Columnar {
    /// Opens a file, and checks what it says of itself. Compressed, it may be `large`.
    pub fn open(path: &Path, large: bool) -> Result<Self, ReadError> {
        within(|| Self::opened(path, large))
    }

    fn opened(path: &Path, large: bool) -> Result<Self, ReadError> {
        let feed = Feed::open(path, large)?;
        let size = feed.size;
        let file = if feed.is_compressed() {
            let bytes = Bytes::from(feed.whole()?);
            checked_file(SerializedFileReader::new(bytes.clone())?, Cursor::new(bytes), size, large)?
        } else {
            checked_file(SerializedFileReader::new(File::open(path)?)?, File::open(path)?, size, large)?
        };
        let (file, of): (Arc<dyn FileReader>, u64) = file;
        let metadata = file.metadata();
        let described = metadata.file_metadata().schema_descr_ptr();
        let zone = metadata.file_metadata().key_value_metadata().and_then(|pairs| {
            let named = pairs.iter().find(|pair| pair.key == ZONE)?;
            Tz::from_str_insensitive(named.value.as_deref()?).ok()
        });
        let names: Vec<String> =
            described.columns().iter().map(|column| column.path().string().trim().to_owned()).collect();
        let kinds =
            described.columns().iter().map(|column| Form::of(column)).collect::<Result<Vec<_>, _>>()?;
        let flags = |name: &String| {
            let flags = format!("{name}{ONLY_DAYS}");
            names.iter().position(|name| zone.is_some() && *name == flags)
        };
        let all_flags: Vec<usize> = names.iter().filter_map(&flags).collect();
        let shown: Vec<usize> = (0..names.len()).filter(|at| !all_flags.contains(at)).collect();
        let days = shown.iter().map(|&at| flags(&names[at])).collect();
        let header = Header::of(shown.iter().map(|&at| names[at].clone()).collect());
        let forms = Arc::new(Forms { kinds, shown, days, zone });
        let head = Head {
            header,
            sample: Vec::new(),
            encoding: None,
            fractions: true,
            lines: 0,
            size,
            sheets: None,
        };
        let mut table =
            Self { head, path: path.to_owned(), file, forms, group: None, next_group: 0, rows: 0, of };
        if let Some(block) = table.block(SAMPLE)? {
            let mut sample = Vec::new();
            block.rows(&mut |_, row| sample.extend(row.ok().map(|row| block.owned(row))));
            table.head.sample = sample;
        }
        // What was shown is read again.
        (table.group, table.next_group, table.rows) = (None, 0, 0);
        Ok(table)
    }

    /// The next rows, at most so many.
    fn block(&mut self, most: usize) -> Result<Option<Rows>, ReadError> {
        let Some(mut group) = self.take_group()? else { return Ok(None) };
        let mut rows = Rows { columns: Vec::new(), count: 0, forms: Arc::clone(&self.forms) };
        let count = most.min(group.stride).min(group.left);
        for column in &mut group.columns {
            let values = column.read(count)?;
            if values.len() != count {
                return Err(ReadError::DamagedParquet("a column ends before the others".to_owned()));
            }
            rows.columns.push(values);
        }
        rows.count = count;
        group.left -= count;
        self.rows += count as u64;
        self.group = Some(group);
        Ok(Some(rows))
    }

    /// The group that has rows left.
    fn take_group(&mut self) -> Result<Option<Group>, ReadError> {
        loop {
            if let Some(group) = self.group.take().filter(|group| group.left > 0) {
                return Ok(Some(group));
            }
            if self.next_group == self.file.num_row_groups() {
                return Ok(None);
            }
            let group = self.file.get_row_group(self.next_group)?;
            let (left, width) = (group.metadata().num_rows(), self.forms.kinds.len().max(1));
            let columns = self.forms.kinds.iter().enumerate();
            let columns = columns.map(|(at, form)| {
                let there = group.metadata().column(at).column_descr().max_def_level();
                Ok(Column::new(group.get_column_reader(at)?, *form, there))
            });
            let columns = columns.collect::<Result<Vec<_>, ParquetError>>()?;
            let stride = if pages::grow(group.metadata()) { 1 } else { (MOST.0 / width).clamp(1, MOST.1) };
            self.group = Some(Group { columns, left: usize::try_from(left).unwrap_or(0), stride });
            self.next_group += 1;
        }
    }
}

impl Table for Columnar {
    fn head(&self) -> &Head {
        &self.head
    }

    fn blocks(&mut self, most: usize, size: usize) -> Result<Vec<Box<dyn Block>>, ReadError> {
        let mut blocks: Vec<Box<dyn Block>> = Vec::with_capacity(most);
        while blocks.len() < most
            && let Some(block) = within(|| self.block(size))?
        {
            blocks.push(Box::new(block));
        }
        Ok(blocks)
    }

    fn read_so_far(&self) -> u64 {
        (self.head.size as f64 * (self.rows as f64 / self.of.max(1) as f64)) as u64
    }

    fn fingerprint(&mut self) -> Result<String, ReadError> {
        crate::fingerprint(&self.path, &|_| true)
    }
}

/// The reader of a file whose pages are checked, and how many rows it has.
fn checked_file<R: ChunkReader + 'static>(
    reader: SerializedFileReader<R>,
    bytes: impl Read + Seek,
    size: u64,
    large: bool,
) -> Result<(Arc<dyn FileReader>, u64), ReadError> {
    if reader.metadata().file_metadata().schema_descr().num_columns() > MOST_FIELDS {
        return Err(ReadError::TooManyColumns { limit: MOST_FIELDS });
    }
    let rows = pages::check(bytes, reader.metadata(), size, large)?;
    Ok((Arc::new(reader), rows))
}

/// Reads something of a file: a panic is its damage.
fn within<T>(read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    fence::within(read, || ReadError::DamagedParquet("its pages contradict each other".to_owned()))
}

/// Some rows, by column.
struct Rows {
    columns: Vec<Vec<Value>>,
    count: usize,
    forms: Arc<Forms>,
}

impl Block for Rows {
    fn rows(&self, give: Give<'_>) -> Extent {
        for row in 0..self.count {
            match self.row(row) {
                Ok(cells) => give(row as u64, Ok(&cells)),
                Err(reason) => give(row as u64, Err(reason)),
            }
        }
        Extent { lines: self.count as u64, script: Script::default() }
    }
}

impl Rows {
    fn row(&self, row: usize) -> Result<Cells<'_>, RejectReason> {
        let Forms { shown, days, zone, .. } = &*self.forms;
        let cell = |(&at, flags): (&usize, &Option<usize>)| {
            let is_day = flags.is_some_and(|flags| self.columns[flags][row].is_true());
            match (&self.columns[at][row], zone) {
                (Value::Instant(at), Some(zone)) if is_day => Ok(Shown::Day(day_text(*at, *zone))),
                (value, _) => checked(value).map(Shown::Value),
            }
        };
        Ok(Cells(shown.iter().zip(days).map(cell).collect::<Result<_, _>>()?))
    }

    /// The cells of a row with texts of their own.
    fn owned(&self, row: &dyn Row) -> Vec<Cell<String>> {
        let text = |text: &[u8]| String::from_utf8_lossy(text).into_owned();
        let cell = |at: usize| match row.cell(at) {
            Cell::Text(bytes) => Cell::Text(text(bytes)),
            Cell::Nested(bytes) => Cell::Nested(text(bytes)),
            Cell::Number(number) => Cell::Number(number),
            Cell::Date { day, time } => Cell::Date { day, time },
            Cell::Instant(at) => Cell::Instant(at),
        };
        (0..self.forms.shown.len()).map(cell).collect()
    }
}

/// A value that is sound: its text is text.
fn checked(value: &Value) -> Result<&Value, RejectReason> {
    let Value::Text(text) = value else { return Ok(value) };
    let bytes = text.data();
    match () {
        () if bytes.len() > REACH => Err(RejectReason::LongField { bytes: bytes.len() as u32 }),
        () if memchr(0, bytes).is_some() || std::str::from_utf8(bytes).is_err() => Err(RejectReason::BadText),
        () => Ok(value),
    }
}

/// The cells of a row.
struct Cells<'a>(Vec<Shown<'a>>);

enum Shown<'a> {
    Value(&'a Value),
    Day(String),
}

impl Row for Cells<'_> {
    fn cell(&self, column: usize) -> Cell<&[u8]> {
        match &self.0[column] {
            Shown::Value(value) => value.cell(),
            Shown::Day(text) => Cell::Text(text.as_bytes()),
        }
    }
}

impl From<ParquetError> for ReadError {
    fn from(error: ParquetError) -> Self {
        Self::DamagedParquet(error.to_string())
    }
}

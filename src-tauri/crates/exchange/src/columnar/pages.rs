//! What the pages of a Parquet file say of themselves, checked before any of them is unpacked.
//!
//! A page says how much it unpacks to and how many values its dictionary has, and memory is asked for by what it says.
//! Its header is in Thrift's compact protocol, of which just enough is read here.

use std::io::{Read, Seek, SeekFrom};

use parquet::basic::Encoding;
use parquet::file::metadata::{ParquetMetaData, RowGroupMetaData};

use crate::error::ReadError;
use crate::source::modest;

/// How many bytes the header of a page may have, with what it says of its values.
const HEADER: u64 = 256 << 10;

/// How many bytes of a page are read at first to find its header.
const GLANCE: u64 = 4 << 10;

/// How many bytes a page may unpack to, and the largest of all columns of a group of rows together.
const PAGE: u64 = 128 << 20;
const ABREAST: u64 = 256 << 20;

/// How many values a dictionary may have.
const DICTIONARY: u64 = 4 << 20;

/// What a cell takes at least when it is unpacked.
const CELL: u64 = 8;

/// Whether values of a group of rows may be far longer than its pages: each says how much of the one before it is.
pub(super) fn grow(group: &RowGroupMetaData) -> bool {
    group
        .columns()
        .iter()
        .any(|column| column.encodings().any(|encoding| encoding == Encoding::DELTA_BYTE_ARRAY))
}

/// Checks all pages of a file, and gives how many rows it has. Unless it may be `large`, it does not unpack to far more
/// than its size.
pub(super) fn check(
    mut bytes: impl Read + Seek,
    metadata: &ParquetMetaData,
    size: u64,
    large: bool,
) -> Result<u64, ReadError> {
    let length_of_file = bytes.seek(SeekFrom::End(0))?;
    let (mut unpacked, mut rows) = (0_u64, 0_u64);
    let limit = if large { u64::MAX } else { modest(size) };
    for group in metadata.row_groups() {
        let count = u64::try_from(group.num_rows()).map_err(|_| damaged("a group has less than no rows"))?;
        rows = rows.saturating_add(count);
        let mut abreast = 0;
        for column in group.columns() {
            let start = column.dictionary_page_offset().unwrap_or(column.data_page_offset());
            let place = u64::try_from(start).ok().zip(u64::try_from(column.compressed_size()).ok());
            let (start, length) = place.ok_or_else(|| damaged("a column begins nowhere"))?;
            if start.checked_add(length).is_none_or(|end| end > length_of_file) {
                return Err(damaged("a column goes on behind the end of the file"));
            }
            let deltas = column.encodings().any(|encoding| encoding == Encoding::DELTA_BYTE_ARRAY);
            let Pages { all, largest } = walk(&mut bytes, start, length, deltas)?;
            unpacked = unpacked.saturating_add(all);
            abreast += largest;
        }
        let cells = rows.saturating_mul(group.num_columns() as u64);
        if abreast > ABREAST || unpacked.max(cells.saturating_mul(CELL)) > limit {
            return Err(ReadError::Swollen { limit: limit.min(ABREAST) });
        }
    }
    Ok(rows)
}

/// How many bytes the pages of a column unpack to.
struct Pages {
    all: u64,
    largest: u64,
}

fn walk(file: &mut (impl Read + Seek), start: u64, length: u64, deltas: bool) -> Result<Pages, ReadError> {
    let mut pages = Pages { all: 0, largest: 0 };
    let (mut at, end) = (start, start + length);
    while at < end {
        let (header, taken) = header(file, at, end - at)?;
        let page = header.unpacked.max(header.packed);
        if page > PAGE {
            return Err(ReadError::Swollen { limit: PAGE });
        }
        if header.dictionary > DICTIONARY.min(header.unpacked) {
            return Err(damaged("a dictionary has more values than bytes"));
        }
        if header.encoding == i64::from(DELTA_BYTE_ARRAY) && !deltas {
            return Err(damaged("a page is not encoded as its column says"));
        }
        at = at.saturating_add(taken).saturating_add(header.packed);
        if at > end {
            return Err(damaged("a page goes on behind the end of its column"));
        }
        pages.all = pages.all.saturating_add(page);
        pages.largest = pages.largest.max(page);
    }
    Ok(pages)
}

/// The number of the encoding in which values share their beginnings.
const DELTA_BYTE_ARRAY: u8 = 7;

/// The header of the page at a place, and how many bytes it has.
fn header(file: &mut (impl Read + Seek), at: u64, most: u64) -> Result<(PageHeader, u64), ReadError> {
    for glance in [GLANCE, HEADER] {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(at))?;
        file.by_ref().take(glance.min(most)).read_to_end(&mut bytes)?;
        let mut thrift = Thrift { bytes: &bytes, at: 0 };
        if let Some(header) = PageHeader::read(&mut thrift) {
            return Ok((header, thrift.at as u64));
        }
    }
    Err(damaged("a page has no header"))
}

fn damaged(reason: &str) -> ReadError {
    ReadError::DamagedParquet(reason.to_owned())
}

/// What is asked of the header of a page.
#[derive(Debug, Default)]
struct PageHeader {
    unpacked: u64,
    packed: u64,
    /// How many values it has, if it is a dictionary.
    dictionary: u64,
    encoding: i64,
}

impl PageHeader {
    fn read(thrift: &mut Thrift<'_>) -> Option<Self> {
        let mut header = Self::default();
        thrift.fields(&mut |thrift, field, kind| {
            match (field, kind) {
                (2, Thrift::I32) => header.unpacked = thrift.size()?,
                (3, Thrift::I32) => header.packed = thrift.size()?,
                // Of data pages in either version, and of dictionaries.
                (5 | 7 | 8, Thrift::STRUCT) => thrift.fields(&mut |thrift, inner, kind| {
                    match (field, inner, kind) {
                        (7, 1, Thrift::I32) => header.dictionary = thrift.size()?,
                        (5, 2, Thrift::I32) | (8, 4, Thrift::I32) => header.encoding = thrift.zigzag()?,
                        _ => thrift.skip(kind, 0)?,
                    }
                    Some(())
                })?,
                _ => thrift.skip(kind, 0)?,
            }
            Some(())
        })?;
        Some(header)
    }
}

/// Bytes in Thrift's compact protocol. Nothing is given for what is not whole.
struct Thrift<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Thrift<'_> {
    const I32: u8 = 5;
    const STRUCT: u8 = 12;

    /// How deep structures may be.
    const DEEPEST: usize = 16;

    /// Gives `see` each field of a structure, by its number and its type; it reads it or skips it.
    fn fields(&mut self, see: &mut dyn FnMut(&mut Self, i64, u8) -> Option<()>) -> Option<()> {
        let mut field = 0_i64;
        loop {
            let head = self.byte()?;
            if head == 0 {
                return Some(());
            }
            field = match head >> 4 {
                0 => self.zigzag()?,
                more => field + i64::from(more),
            };
            see(self, field, head & 0x0F)?;
        }
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn zigzag(&mut self) -> Option<i64> {
        let number = self.varint()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// A number that is not less than nothing.
    fn size(&mut self) -> Option<u64> {
        u64::try_from(self.zigzag()?).ok()
    }

    fn skip_bytes(&mut self, count: u64) -> Option<()> {
        let end = self.at.checked_add(usize::try_from(count).ok()?)?;
        self.at = end;
        (end <= self.bytes.len()).then_some(())
    }

    fn skip(&mut self, kind: u8, depth: usize) -> Option<()> {
        if depth > Self::DEEPEST {
            return None;
        }
        match kind {
            1 | 2 => Some(()),
            3 => self.skip_bytes(1),
            4..=6 => self.varint().map(|_| ()),
            7 => self.skip_bytes(8),
            8 => {
                let length = self.varint()?;
                self.skip_bytes(length)
            }
            9 | 10 => {
                let head = self.byte()?;
                let count = if head >> 4 == 15 { self.varint()? } else { u64::from(head >> 4) };
                (0..count).try_for_each(|_| match head & 0x0F {
                    // In a list a flag is a byte.
                    1 | 2 => self.skip_bytes(1),
                    kind => self.skip(kind, depth + 1),
                })
            }
            Self::STRUCT => self.fields(&mut |thrift, _, kind| thrift.skip(kind, depth + 1)),
            _ => None,
        }
    }
}

//! Where interactions wait to be stored: in memory while they are few, else in a file without a name that goes with
//! the process.

use std::fmt;
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use model::{InteractionRows, Parts};
use tempfile::{SpooledTempFile, spooled_tempfile_in};

/// How many bytes are few.
const FEW: usize = 32 << 20;

/// Parts of interactions, one after the other, each as its columns.
pub(crate) struct Spool {
    file: SpooledTempFile,
    parts: usize,
    rows: usize,
    /// Room for the bytes of one part.
    bytes: Vec<u8>,
}

impl Spool {
    /// An empty one, whose file would be in `folder`.
    pub fn new(folder: &Path) -> Self {
        Self { file: spooled_tempfile_in(FEW, folder), parts: 0, rows: 0, bytes: Vec::new() }
    }

    /// Appends a part.
    pub fn push(&mut self, rows: &InteractionRows) -> io::Result<()> {
        let bytes = &mut self.bytes;
        bytes.clear();
        put(bytes, &rows.customer, u32::to_le_bytes);
        put(bytes, &rows.event, u16::to_le_bytes);
        put(bytes, &rows.at, i64::to_le_bytes);
        put(bytes, &rows.date_only, |date_only| [u8::from(date_only)]);
        put(bytes, &rows.channel, u16::to_le_bytes);
        put(bytes, &rows.value, f64::to_le_bytes);
        put(bytes, &rows.currency, u16::to_le_bytes);
        self.file.write_all(bytes)?;
        self.parts += 1;
        self.rows += rows.len();
        Ok(())
    }

    fn take(&mut self, rows: &mut InteractionRows) -> io::Result<()> {
        let (file, bytes) = (&mut self.file, &mut self.bytes);
        take(file, bytes, &mut rows.customer, u32::from_le_bytes)?;
        take(file, bytes, &mut rows.event, u16::from_le_bytes)?;
        take(file, bytes, &mut rows.at, i64::from_le_bytes)?;
        take(file, bytes, &mut rows.date_only, |[byte]| byte != 0)?;
        take(file, bytes, &mut rows.channel, u16::from_le_bytes)?;
        take(file, bytes, &mut rows.value, f64::from_le_bytes)?;
        take(file, bytes, &mut rows.currency, u16::from_le_bytes)
    }
}

impl Parts for Spool {
    fn len(&self) -> usize {
        self.rows
    }

    fn each(&mut self, see: &mut dyn FnMut(&InteractionRows)) -> io::Result<()> {
        self.file.rewind()?;
        let mut rows = InteractionRows::default();
        for _ in 0..self.parts {
            self.take(&mut rows)?;
            see(&rows);
        }
        Ok(())
    }
}

impl fmt::Debug for Spool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spool").field("rows", &self.rows).finish_non_exhaustive()
    }
}

/// Appends a column: how many values it has, and the values.
fn put<T: Copy, const SIZE: usize>(bytes: &mut Vec<u8>, column: &[T], encode: impl Fn(T) -> [u8; SIZE]) {
    bytes.extend((column.len() as u64).to_le_bytes());
    let start = bytes.len();
    bytes.resize(start + SIZE * column.len(), 0);
    for (place, &value) in bytes[start..].as_chunks_mut().0.iter_mut().zip(column) {
        *place = encode(value);
    }
}

/// Reads a column that [`put`] has written.
fn take<T, const SIZE: usize>(
    file: &mut impl Read,
    bytes: &mut Vec<u8>,
    column: &mut Vec<T>,
    decode: impl Fn([u8; SIZE]) -> T,
) -> io::Result<()> {
    let mut length = [0; 8];
    file.read_exact(&mut length)?;
    bytes.resize(SIZE * u64::from_le_bytes(length) as usize, 0);
    file.read_exact(bytes)?;
    column.clear();
    column.extend(bytes.as_chunks().0.iter().map(|&value| decode(value)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A part that tells by its numbers which it is; every second has nothing in its optional columns.
    fn part(number: u32, rows: u32) -> InteractionRows {
        let filled = if number.is_multiple_of(2) { rows } else { 0 };
        InteractionRows {
            customer: (0..rows).map(|row| number * 1000 + row).collect(),
            event: (0..rows).map(|row| row as u16).collect(),
            at: (0..rows).map(|row| -i64::from(number * row)).collect(),
            date_only: (0..filled).map(|row| row % 3 == 0).collect(),
            channel: (0..filled).map(|row| u16::MAX - row as u16).collect(),
            value: (0..filled).map(|row| f64::from(row) / 3.0).collect(),
            currency: (0..filled).map(|row| row as u16).collect(),
        }
    }

    #[test]
    fn parts_come_back_as_often_as_needed_from_memory_and_from_disk() {
        let folder = tempfile::tempdir().unwrap();
        for (parts, rows) in [(0, 0), (3, 0), (5, 1000), (20, 100_000)] {
            let mut spool = Spool::new(folder.path());
            for number in 0..parts {
                spool.push(&part(number, rows)).unwrap();
            }
            assert_eq!(spool.len(), (parts * rows) as usize);
            assert_eq!(spool.file.is_rolled(), parts * rows > 1_000_000);
            for _ in 0..2 {
                let mut number = 0;
                let see = &mut |rows: &InteractionRows| {
                    assert_eq!(*rows, part(number, rows.len() as u32));
                    number += 1;
                };
                spool.each(see).unwrap();
                assert_eq!(number, parts);
            }
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the file has no name");
    }
}

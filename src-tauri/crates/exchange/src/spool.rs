//! Where interactions wait to be stored: in memory while they are few, else in a file without a name that goes with
//! the process. What was in it may stay on the disk, so it is encrypted with a key that nobody keeps.

use std::fmt;
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use model::{InteractionRows, Parts};
use openssl::error::ErrorStack;
use openssl::rand::rand_bytes;
use openssl::symm::{Cipher, Crypter, Mode};
use tempfile::{SpooledTempFile, spooled_tempfile_in};

/// How many bytes are few.
const FEW: usize = 32 << 20;

/// A file that is written once and read from its start to its end as often as is needed, for this process alone.
struct Veiled {
    file: SpooledTempFile,
    key: [u8; 32],
    /// What hides the bytes where the file is read or written at the moment, and shows them.
    cipher: Crypter,
    /// Room for the bytes of one part.
    hidden: Vec<u8>,
}

impl Veiled {
    fn new(folder: &Path) -> io::Result<Self> {
        let mut key = [0; 32];
        rand_bytes(&mut key).map_err(io::Error::other)?;
        let cipher = cipher(&key).map_err(io::Error::other)?;
        Ok(Self { file: spooled_tempfile_in(FEW, folder), key, cipher, hidden: Vec::new() })
    }

    /// Hides bytes, or shows hidden ones.
    fn turn(&mut self, bytes: &[u8]) -> io::Result<&[u8]> {
        self.hidden.resize(bytes.len() + 16, 0);
        let length = self.cipher.update(bytes, &mut self.hidden).map_err(io::Error::other)?;
        Ok(&self.hidden[..length])
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.turn(bytes)?;
        self.file.write_all(&self.hidden[..bytes.len()])
    }

    fn read(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        self.file.read_exact(bytes)?;
        bytes.copy_from_slice(self.turn(bytes)?);
        Ok(())
    }

    fn rewind(&mut self) -> io::Result<()> {
        self.cipher = cipher(&self.key).map_err(io::Error::other)?;
        self.file.rewind()
    }
}

/// A cipher at its start: one that hides byte by byte, and shows what it hid.
fn cipher(key: &[u8]) -> Result<Crypter, ErrorStack> {
    Crypter::new(Cipher::aes_256_ctr(), Mode::Encrypt, key, Some(&[0; 16]))
}

/// Parts of interactions, one after the other, each as its columns.
pub(crate) struct Spool {
    file: Veiled,
    parts: usize,
    rows: usize,
    /// Room for the bytes of one part.
    bytes: Vec<u8>,
}

impl Spool {
    /// An empty one, whose file would be in `folder`.
    pub fn new(folder: &Path) -> io::Result<Self> {
        Ok(Self { file: Veiled::new(folder)?, parts: 0, rows: 0, bytes: Vec::new() })
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
        self.file.write(bytes)?;
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
    file: &mut Veiled,
    bytes: &mut Vec<u8>,
    column: &mut Vec<T>,
    decode: impl Fn([u8; SIZE]) -> T,
) -> io::Result<()> {
    let mut length = [0; 8];
    file.read(&mut length)?;
    bytes.resize(SIZE * u64::from_le_bytes(length) as usize, 0);
    file.read(bytes)?;
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
    fn what_waits_on_the_disk_cannot_be_read_there() {
        let folder = tempfile::tempdir().unwrap();
        let mut spool = Spool::new(folder.path()).unwrap();
        let told = u32::from_le_bytes(*b"Anna");
        spool.push(&InteractionRows { customer: vec![told; 10_000_000], ..part(1, 0) }).unwrap();
        assert!(spool.file.file.is_rolled());
        let mut there = Vec::new();
        spool.file.file.rewind().unwrap();
        spool.file.file.read_to_end(&mut there).unwrap();
        assert!(there.len() > 40_000_000 && !there.windows(8).any(|bytes| bytes == b"AnnaAnna"));
        spool.each(&mut |rows| assert!(rows.customer.iter().all(|&code| code == told))).unwrap();
    }

    #[test]
    fn parts_come_back_as_often_as_needed_from_memory_and_from_disk() {
        let folder = tempfile::tempdir().unwrap();
        for (parts, rows) in [(0, 0), (3, 0), (5, 1000), (20, 100_000)] {
            let mut spool = Spool::new(folder.path()).unwrap();
            for number in 0..parts {
                spool.push(&part(number, rows)).unwrap();
            }
            assert_eq!(spool.len(), (parts * rows) as usize);
            assert_eq!(spool.file.file.is_rolled(), parts * rows > 1_000_000);
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

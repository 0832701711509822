//! The rollback journal that a process which died in the middle of an import left beside its file: what the pages were
//! that it was changing. SQLite puts them back into whatever file it finds there, and cuts that to the length that the
//! other had. The layout is that of <https://sqlite.org/fileformat2.html#the_rollback_journal>.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use crate::key::{self, Unlocked};

const MAGIC: [u8; 8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];

/// A page of a table, with one row in one cell: what begins and ends the names of the lineage in it.
const LEAF: u8 = 0x0D;

/// A journal that would be played back.
#[derive(Debug, Default)]
pub(crate) struct Journal {
    /// How many pages the file had.
    pub(crate) pages: u64,
    /// Whether it holds pages.
    pub(crate) is_begun: bool,
    /// How many changes the file counted.
    pub(crate) changes: Option<u32>,
    /// The first page as it is there.
    first: Option<Vec<u8>>,
    /// The page of the lineage as it was.
    lineage: Option<Vec<u8>>,
}

impl Journal {
    /// Reads the journal at a path, of a file of this key whose lineage is in this page; `None` if there is none that would
    /// be played back.
    pub(crate) fn read(path: &Path, root: Option<u32>, key: Option<&Unlocked>) -> io::Result<Option<Self>> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let length = file.metadata()?.len();
        let mut file = BufReader::new(file);
        let mut journal = None;
        let mut at = 0;
        // Each time the pages were about to be overwritten, the journal went on with another header.
        while let Some(part) = Part::at(&mut file, at, length)? {
            let journal: &mut Self =
                journal.get_or_insert_with(|| Self { pages: part.pages.into(), ..Self::default() });
            journal.is_begun |= part.records > 0;
            journal.see(&mut file, &part, root, key)?;
            at = part.next();
        }
        Ok(journal)
    }

    /// The first page in the journal at a path, as it is there.
    pub(crate) fn first_page_at(path: &Path) -> Option<Vec<u8>> {
        // What cannot be read holds no page.
        Self::read(path, None, None).ok().flatten()?.first
    }

    /// Whether there is a journal at a path that would be played back.
    pub(crate) fn is_at(path: &Path) -> io::Result<bool> {
        match File::open(path) {
            Ok(file) => {
                let length = file.metadata()?.len();
                Ok(Part::at(&mut BufReader::new(file), 0, length)?.is_some())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn see(
        &mut self,
        file: &mut BufReader<File>,
        part: &Part,
        root: Option<u32>,
        key: Option<&Unlocked>,
    ) -> io::Result<()> {
        for record in 0..part.records {
            file.seek(SeekFrom::Start(part.first + record * part.record()))?;
            let mut number = [0; 4];
            file.read_exact(&mut number)?;
            let number = u32::from_be_bytes(number);
            if number == 1 || Some(number) == root {
                let mut page = vec![0; part.page as usize];
                file.read_exact(&mut page)?;
                self.take(number, page, key);
            }
        }
        Ok(())
    }

    fn take(&mut self, number: u32, page: Vec<u8>, key: Option<&Unlocked>) {
        if number == 1 {
            self.first.get_or_insert_with(|| page.clone());
        }
        match key::plain(key, number, page) {
            Some(page) if number == 1 => {
                let changes = page.get(24..28).map(|_| number_at(&page, 24));
                self.changes = self.changes.or(changes);
            }
            Some(page) => {
                self.lineage.get_or_insert(page);
            }
            // It is of a file with another key.
            None => {}
        }
    }

    /// The name of the state that the file had, which is the second in the row of the lineage.
    pub(crate) fn state(&self) -> Option<&[u8]> {
        let page = self.lineage.as_deref()?;
        let cell = usize::from(u16::from_be_bytes([*page.get(8)?, *page.get(9)?]));
        // A length, the row's number and a header, each of one byte, as the row is short.
        let values = cell + 2 + usize::from(*page.get(cell + 2)?);
        (page.first() == Some(&LEAF)).then(|| page.get(values + 16..values + 32)).flatten()
    }
}

/// Pages that were written at once, behind a header of their own.
struct Part {
    records: u64,
    pages: u32,
    page: u64,
    sector: u64,
    first: u64,
}

impl Part {
    fn at(file: &mut BufReader<File>, at: u64, length: u64) -> io::Result<Option<Self>> {
        let mut header = [0; 28];
        if at + header.len() as u64 > length {
            return Ok(None);
        }
        file.seek(SeekFrom::Start(at))?;
        file.read_exact(&mut header)?;
        let (sector, page) = (u64::from(number_at(&header, 20)), u64::from(number_at(&header, 24)));
        let sound = |size: u64| size.is_power_of_two() && (32..=65_536).contains(&size);
        if header[..8] != MAGIC || !sound(sector) || !sound(page) {
            return Ok(None);
        }
        let first = at + sector;
        let room = length.saturating_sub(first) / (page + 8);
        // All there are, where their number was not written.
        let records = match number_at(&header, 8) {
            u32::MAX => room,
            records => room.min(records.into()),
        };
        Ok(Some(Self { records, pages: number_at(&header, 16), page, sector, first }))
    }

    /// How long a page is with its number and its checksum.
    fn record(&self) -> u64 {
        self.page + 8
    }

    /// Where the next header would stand.
    fn next(&self) -> u64 {
        (self.first + self.records * self.record()).next_multiple_of(self.sector)
    }
}

fn number_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

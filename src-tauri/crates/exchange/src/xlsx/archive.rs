//! What the parts of a workbook unpack to, checked before it is read.
//!
//! An archive can say anything of its parts, so each is unpacked once, without being kept. The reader keeps all texts
//! and all styles in memory, and asks for memory by what these say of themselves: of those two parts more is asked.

use std::io::{self, BufReader, Read, Seek};

use quick_xml::events::Event;
use quick_xml::reader::Reader;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::ReadError;
use crate::source::modest;

/// How many parts a workbook may have.
const MOST_PARTS: usize = 10_000;

/// How many bytes the texts that cells share may unpack to, however large the workbook.
const TEXTS: u64 = 256 << 20;

/// How many bytes the styles of cells may take: each has a copy of its font and its format.
const STYLES: u64 = 64 << 20;

/// Checks all parts of a workbook. Unless it may be `large`, they do not unpack to far more than its size.
pub(super) fn check(bytes: impl Read + Seek, size: u64, large: bool) -> Result<(), ReadError> {
    let mut archive = ZipArchive::new(bytes)?;
    let limit = if large { u64::MAX } else { modest(size) };
    if archive.len() > MOST_PARTS {
        return Err(ReadError::DamagedWorkbook("it has more parts than any workbook".to_owned()));
    }
    let names = (0..archive.len()).map(|at| Ok(plain(&archive.by_index_raw(at)?.name()?)));
    let names = names.collect::<Result<Vec<_>, ZipError>>()?;
    if !names.iter().any(|name| name.ends_with("workbook.xml")) {
        return Err(ReadError::Spreadsheet);
    }
    let mut left = limit;
    for (at, name) in names.iter().enumerate() {
        let most = match () {
            () if name.ends_with("sharedstrings.xml") => TEXTS,
            () if name.ends_with("styles.xml") => STYLES,
            () => u64::MAX,
        };
        let unpacked = unpack(archive.by_index(at)?, most.min(left))?;
        left -= unpacked;
        if name.ends_with("sharedstrings.xml") {
            texts(archive.by_index(at)?, unpacked)?;
        } else if name.ends_with("styles.xml") {
            styles(archive.by_index(at)?)?;
        }
    }
    Ok(())
}

/// A name of a part as the reader looks for it.
fn plain(name: &str) -> String {
    name.replace('\\', "/").to_lowercase()
}

/// Unpacks a part, and gives how many bytes it has.
fn unpack(part: impl Read, most: u64) -> Result<u64, ReadError> {
    let unpacked = io::copy(&mut part.take(most.saturating_add(1)), &mut io::sink()).map_err(damage)?;
    if unpacked > most { Err(ReadError::Swollen { limit: most }) } else { Ok(unpacked) }
}

/// Whether there can be as many texts as the part with them says.
fn texts(part: impl Read, bytes: u64) -> Result<(), ReadError> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Start(list) | Event::Empty(list) if list.local_name().as_ref() == "sst" => {
                let mut said = list.attributes();
                let counts =
                    said.with_checks(false).flatten().filter(|said| said.key.as_ref() == "uniqueCount");
                let most = counts.filter_map(|count| count.value.trim().parse::<u64>().ok()).max();
                return match most {
                    Some(most) if most > bytes => {
                        Err(ReadError::DamagedWorkbook("it has fewer texts than it says".to_owned()))
                    }
                    _ => Ok(()),
                };
            }
            Event::Eof => return Ok(()),
            _ => buffer.clear(),
        }
    }
}

/// Whether the styles take no more memory than styles do.
fn styles(part: impl Read) -> Result<(), ReadError> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    let (mut buffer, mut formats, mut longest) = (Vec::new(), 0_u64, 0_u64);
    loop {
        match xml.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Start(element) | Event::Empty(element) => {
                longest = longest.max(element.len() as u64);
                formats += u64::from(element.local_name().as_ref() == "xf");
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    let each = longest.saturating_mul(2).saturating_add(512);
    if formats.saturating_mul(each) > STYLES {
        return Err(ReadError::Swollen { limit: STYLES });
    }
    Ok(())
}

fn broken(error: &quick_xml::Error) -> ReadError {
    ReadError::DamagedWorkbook(error.to_string())
}

fn damage(error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            ReadError::DamagedWorkbook(error.to_string())
        }
        _ => ReadError::Io(error),
    }
}

impl From<ZipError> for ReadError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) => damage(error),
            other => Self::DamagedWorkbook(other.to_string()),
        }
    }
}

//! The bytes of a source: opened, unpacked, counted and hashed on the way.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use crate::ReadError;
use crate::fingerprint::Digest;

/// How many bytes are unpacked at a time.
const PACKED: usize = 128 << 10;

/// How many bytes any file may unpack to.
const MODEST: u64 = 64 << 20;

/// How many times its size a file may unpack to beyond that: tables unpack to about ten times theirs.
const SWOLLEN: u64 = 100;

/// How many bytes are kept in memory of what cannot be read as it is unpacked, however large.
const KEPT: u64 = 128 << 20;

/// How many bytes a file of this size may unpack to.
pub(crate) fn modest(size: u64) -> u64 {
    MODEST.max(size.saturating_mul(SWOLLEN))
}

/// A file whose bytes are counted and hashed as they are read.
struct Tally {
    file: File,
    bytes: u64,
    digest: Digest,
}

impl Read for Tally {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.bytes += read as u64;
        self.digest.update(&buffer[..read]);
        Ok(read)
    }
}

enum Stream {
    Plain(Box<Tally>),
    Gzip(Box<Packed>),
}

/// A compressed file, and how much came out of it.
struct Packed {
    decoder: MultiGzDecoder<BufReader<Tally>>,
    unpacked: u64,
    /// How much may.
    most: u64,
}

/// The bytes of a source, unpacked.
pub(crate) struct Feed {
    stream: Stream,
    /// How many bytes the file has.
    pub size: u64,
}

impl Feed {
    /// Opens a file, which is gzip if its first bytes say so. Unless it may be `large`, it gives no more than a file of
    /// its size should unpack to.
    pub fn open(path: &Path, large: bool) -> Result<Self, ReadError> {
        let (mut file, size) = open_file(path)?;
        let mut magic = Vec::new();
        (&mut file).take(4).read_to_end(&mut magic)?;
        if magic[..] == [0xD0, 0xCF, 0x11, 0xE0] {
            return Err(ReadError::Spreadsheet);
        }
        file.rewind()?;
        let tally = Tally { file, bytes: 0, digest: Digest::default() };
        let stream = if magic.starts_with(&[0x1F, 0x8B]) {
            let decoder = MultiGzDecoder::new(BufReader::with_capacity(PACKED, tally));
            let most = if large { u64::MAX } else { modest(size) };
            Stream::Gzip(Box::new(Packed { decoder, unpacked: 0, most }))
        } else {
            Stream::Plain(Box::new(tally))
        };
        Ok(Self { stream, size })
    }

    /// Whether the file is compressed.
    pub fn is_compressed(&self) -> bool {
        matches!(self.stream, Stream::Gzip(_))
    }

    /// All bytes, which are as few as may be kept in memory.
    pub fn whole(mut self) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        (&mut self).take(KEPT + 1).read_to_end(&mut bytes).map_err(|error| self.blame(error))?;
        if bytes.len() as u64 > KEPT { Err(ReadError::Swollen { limit: KEPT }) } else { Ok(bytes) }
    }

    /// How many bytes of the file were read.
    pub fn read_so_far(&self) -> u64 {
        self.tally().bytes
    }

    /// Skips bytes of the unpacked stream.
    pub fn skip(&mut self, bytes: usize) -> Result<(), ReadError> {
        io::copy(&mut self.take(bytes as u64), &mut io::sink()).map_err(|error| self.blame(error))?;
        Ok(())
    }

    /// The error that a failure to read means.
    pub fn blame(&self, error: io::Error) -> ReadError {
        use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        if let Stream::Gzip(packed) = &self.stream
            && packed.is_swollen()
        {
            return ReadError::Swollen { limit: packed.most };
        }
        if self.is_compressed() && matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof) {
            ReadError::DamagedGzip(error)
        } else {
            ReadError::Io(error)
        }
    }

    /// The fingerprint of the whole file, of which what is left is read.
    pub fn fingerprint(&mut self) -> io::Result<String> {
        let tally = match &mut self.stream {
            Stream::Plain(tally) => &mut **tally,
            Stream::Gzip(packed) => packed.decoder.get_mut().get_mut(),
        };
        io::copy(tally, &mut io::sink())?;
        Ok(tally.digest.text())
    }

    fn tally(&self) -> &Tally {
        match &self.stream {
            Stream::Plain(tally) => tally,
            Stream::Gzip(packed) => packed.decoder.get_ref().get_ref(),
        }
    }
}

impl Read for Feed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.stream {
            Stream::Plain(tally) => tally.read(buffer),
            Stream::Gzip(packed) => packed.read(buffer),
        }
    }
}

impl Packed {
    fn is_swollen(&self) -> bool {
        self.unpacked > self.most
    }
}

impl Read for Packed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.decoder.read(buffer)?;
        self.unpacked += read as u64;
        if self.is_swollen() { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}

/// Opens a file to read it, and gives its size. What is no file, such as a pipe, might never end.
pub(crate) fn open_file(path: &Path) -> Result<(File, u64), ReadError> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(ReadError::NotAFile);
    }
    Ok((File::open(path)?, metadata.len()))
}

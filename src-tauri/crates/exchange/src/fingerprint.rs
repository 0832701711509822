//! The fingerprint of a file's content, by which an import of the same file is noticed.

use std::io::Read;
use std::path::Path;

use twox_hash::xxhash3_128::Hasher;

use crate::error::ReadError;
use crate::progress::Progress;
use crate::source;

/// How many bytes are hashed at a time.
const CHUNK: usize = 1 << 20;

/// The running hash of a file's bytes.
#[derive(Default)]
pub(crate) struct Digest(Hasher);

impl Digest {
    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    /// The hash so far, as text.
    pub fn text(&self) -> String {
        format!("xxh3:{:032x}", self.0.finish_128())
    }
}

/// The fingerprint of a file: the XXH3 hash of its bytes as they are on disk, 128 bits in hexadecimal after
/// `xxh3:`. Equal content gives equal fingerprints wherever the file is. It is not meant to withstand
/// forgery.
///
/// `progress` is called for every piece; if it returns false, hashing stops with [`ReadError::Cancelled`].
pub fn fingerprint(path: &Path, progress: &dyn Fn(Progress) -> bool) -> Result<String, ReadError> {
    let (mut file, of) = source::open_file(path)?;
    let mut bytes = 0;
    let mut digest = Digest::default();
    let mut chunk = vec![0; CHUNK];
    loop {
        match file.read(&mut chunk)? {
            0 => return Ok(digest.text()),
            read => {
                digest.update(&chunk[..read]);
                bytes += read as u64;
            }
        }
        if !progress(Progress { bytes, of, rows: 0 }) {
            return Err(ReadError::Cancelled);
        }
    }
}

//! The pixels of a PNG as one zlib stream that is made in pieces, each on its own.
//!
//! A piece ends on a whole byte and refers to nothing before it, so pieces can be made on several cores and put
//! one after the other. Source: RFC 1950 and 1951; the filters are those of the PNG specification.

use flate2::{Compress, Compression, FlushCompress, Status};
use resvg::tiny_skia::Pixmap;

/// The head of the stream: deflate with a window of 32 KiB, made fast.
pub(crate) const HEAD: [u8; 2] = [0x78, 0x01];

/// Measured on maps of 30 to 1,000 touchpoints: hardly slower than the fastest level, at half the size.
const LEVEL: u32 = 2;

/// The largest prime below 2^16, by which the checksum is reduced.
const MODULUS: u64 = 65_521;

/// A part of the stream, with what the checksum of the whole needs of it.
pub(crate) struct Piece {
    /// Compressed.
    pub bytes: Vec<u8>,
    checksum: u32,
    length: u64,
}

impl Piece {
    /// The rows of a band, filtered and compressed; the last piece ends the stream.
    pub(crate) fn of(pixmap: &Pixmap, last: bool) -> Self {
        let rows = filtered(pixmap);
        let mut bytes = Vec::with_capacity(rows.len() / 16 + 1024);
        let mut compress = Compress::new(Compression::new(LEVEL), false);
        let flush = if last { FlushCompress::Finish } else { FlushCompress::Sync };
        loop {
            let read = compress.total_in() as usize;
            bytes.reserve(rows.len() / 16 + 1024);
            let status = compress.compress_vec(&rows[read..], &mut bytes, flush);
            let whole = compress.total_in() as usize == rows.len();
            let room = bytes.len() < bytes.capacity();
            match status {
                Ok(Status::StreamEnd) | Err(_) => break,
                // With room to spare, nothing is held back any more.
                Ok(_) if whole && room && !last => break,
                Ok(_) => {}
            }
        }
        let mut checksum = simd_adler32::Adler32::new();
        checksum.write(&rows);
        Self { bytes, checksum: checksum.finish(), length: rows.len() as u64 }
    }
}

/// The rows as red, green and blue, each led by its filter: the first stands for itself, the others for the
/// difference to the row above, which is nothing for most of a map.
fn filtered(pixmap: &Pixmap) -> Vec<u8> {
    let width = pixmap.width() as usize;
    let mut rows = Vec::with_capacity(pixmap.height() as usize * (1 + 3 * width));
    let mut above: &[u8] = &[];
    for row in pixmap.data().chunks_exact(4 * width) {
        if above.is_empty() {
            rows.push(0);
            rows.extend(row.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]));
        } else {
            rows.push(2);
            let pairs = row.chunks_exact(4).zip(above.chunks_exact(4));
            rows.extend(pairs.flat_map(|(pixel, above)| {
                [
                    pixel[0].wrapping_sub(above[0]),
                    pixel[1].wrapping_sub(above[1]),
                    pixel[2].wrapping_sub(above[2]),
                ]
            }));
        }
        above = row;
    }
    rows
}

/// The checksum of the whole stream, from those of its pieces.
pub(crate) struct Checksum(u32);

impl Checksum {
    pub(crate) fn new() -> Self {
        Self(1)
    }

    /// Takes the next piece in. Source: RFC 1950, section 9: both sums run on, the second over the first.
    pub(crate) fn add(&mut self, piece: &Piece) {
        let (low, high) = (u64::from(self.0 & 0xffff), u64::from(self.0 >> 16));
        let (piece_low, piece_high) = (u64::from(piece.checksum & 0xffff), u64::from(piece.checksum >> 16));
        let length = piece.length % MODULUS;
        let sum = (low + piece_low + MODULUS - 1) % MODULUS;
        let over = (high + piece_high + length * (low + MODULUS - 1)) % MODULUS;
        self.0 = (over << 16 | sum) as u32;
    }

    /// The tail of the stream.
    pub(crate) fn tail(&self) -> [u8; 4] {
        self.0.to_be_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_of_pieces_is_that_of_the_whole() {
        let bytes: Vec<u8> = (0..200_000_u64).map(|index| ((index * index) >> 3) as u8).collect();
        let mut whole = simd_adler32::Adler32::new();
        whole.write(&bytes);
        let mut joined = Checksum::new();
        for part in bytes.chunks(70_001) {
            let mut checksum = simd_adler32::Adler32::new();
            checksum.write(part);
            joined.add(&Piece { bytes: Vec::new(), checksum: checksum.finish(), length: part.len() as u64 });
        }
        assert_eq!(joined.tail(), whole.finish().to_be_bytes());
    }
}

//! The checksum of what is kept in blobs, by which damage is noticed: XXH3, at the speed of memory.

use twox_hash::xxhash3_128::Hasher;

/// The checksum of some numbers and some blobs, in this order.
pub(crate) fn checksum(numbers: &[i64], blobs: &[&[u8]]) -> i64 {
    let mut hasher = Hasher::new();
    for number in numbers {
        hasher.write(&number.to_le_bytes());
    }
    for blob in blobs {
        // Each with its length, so that none can pass for the end of another.
        hasher.write(&(blob.len() as u64).to_le_bytes());
        hasher.write(blob);
    }
    hasher.finish_128() as i64
}

//! How far a long reading is.

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file read.
    pub bytes: u64,
    /// Bytes that the file has.
    pub of: u64,
    /// Rows gathered.
    pub rows: u64,
}

//! Reads others' formats into batches that the workspace can take: CSV sources of interactions and of
//! customers.
//!
//! Here live the reading, the guessing of columns and the reasons why a row was left out. There is no SQL
//! here and nothing is decided about the customers: `store` keeps what is read.
//!
//! [`inspect`] looks at the head of a source, [`read_interactions`] and [`read_customers`] read all of it.
//!
//! # How a source is read
//!
//! The calling thread reads the file (unpacking gzip as it goes), cuts it into blocks at the ends of records
//! and gathers what came of the blocks before, while the workers split one block each into records and
//! fields. Records are split here and not by the `csv` crate, because cutting at record ends, telling
//! physical lines and recovering from a quote that is never closed need to agree to the byte. The tests hold
//! it against `csv`. The result does not depend on how many workers there are or where the blocks were cut.
//!
//! # The dialect
//!
//! - One record a line, ended by LF, CRLF, or CR alone if the file has no LF. Blank lines are skipped.
//! - Separated by comma, semicolon, tab or bar, whichever splits the first rows best; a first line `sep=;`
//!   decides.
//! - A field that starts with `"` runs to the next `"` that is not doubled; elsewhere a quote is text.
//! - The first record names the columns. If a name comes twice, the first is meant; a column without a name
//!   is called `column 3`, counting from 1.
//! - Space around names and values is left out.
//! - UTF-8, with or without its mark. Without the mark, one byte sequence that is not UTF-8 makes the whole
//!   file Windows-1252; with the mark, only the rows that have such bytes are rejected.

mod clock;
mod columns;
mod customers;
mod cut;
mod error;
mod fingerprint;
mod guess;
mod head;
mod instant;
mod intake;
mod interactions;
mod names;
mod number;
mod record;
mod rejection;
mod source;

#[cfg(test)]
mod tests;

pub use clock::{LocalTimes, Shown, instant_in};
pub use columns::{Attribute, CustomerColumns, InteractionColumns, Role};
pub use customers::{CustomerReading, read_customers};
pub use error::ReadError;
pub use fingerprint::fingerprint;
pub use head::{Encoding, Source, inspect};
pub use intake::{Progress, ReadOptions, Reading};
pub use interactions::{InteractionReading, read_interactions};
pub use rejection::{ReasonCount, RejectReason, Rejected, Rejections};

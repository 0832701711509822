//! Reads others' formats into batches that the workspace can take: CSV sources of interactions and of
//! customers. Writes lists as CSV that no spreadsheet takes for formulas.
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
//! - White space around names and values is left out, also such as only Unicode has.
//! - UTF-8, with or without its mark, or Windows-1252. Without the mark, and if it is not told, the whole file is
//!   Windows-1252 if most of what it has beyond ASCII is not UTF-8; else the rows with such bytes are rejected.
//! - Dates such as `31/03/2024` have the day or the month first as all dates of the column together say, numbers
//!   such as `1.234` are thousands or decimals likewise. What they leave open must be told.

mod clock;
mod columns;
mod customers;
mod cut;
mod error;
mod fingerprint;
mod forms;
mod guess;
mod head;
mod inspect;
mod instant;
mod intake;
mod interactions;
mod names;
mod number;
mod progress;
mod record;
mod rejection;
mod role;
mod source;
mod written;

#[cfg(test)]
mod tests;

pub use clock::{LocalTimes, Shown, instant_in};
pub use columns::{Attribute, CustomerColumns, InteractionColumns};
pub use customers::{CustomerReading, read_customers};
pub use error::ReadError;
pub use fingerprint::fingerprint;
pub use forms::{DateOrder, DecimalMark, Encoding, Forms};
pub use inspect::{Source, inspect};
pub use intake::{ReadOptions, Reading};
pub use interactions::{InteractionReading, read_interactions};
pub use progress::Progress;
pub use rejection::{ReasonCount, RejectReason, Rejected, Rejections};
pub use role::Role;
pub use written::CsvWriter;

//! Reads others' formats into batches that the workspace can take: sources of interactions and of customers.
//! Writes lists as CSV that no spreadsheet takes for formulas, and whole tables that can be read back.
//!
//! Here live the reading, the guessing of columns and the reasons why a row was left out. There is no SQL
//! here and nothing is decided about the customers: `store` keeps what is read.
//!
//! [`inspect`] looks at the head of a source, [`read_interactions`] and [`read_customers`] read all of it.
//!
//! # How a source is read
//!
//! A source is opened as a table, which is all that is known of its format: a header, and rows of typed cells in
//! blocks. The calling thread takes blocks and gathers what came of the blocks before, while the workers read one
//! block each. The result does not depend on how many workers there are or where the blocks were cut.
//!
//! - If the name of a column comes twice, the first is meant; the second goes by `name (2)`.
//! - Dates such as `31/03/2024` have the day or the month first as all dates of the column together say, numbers
//!   such as `1.234` are thousands or decimals likewise. What they leave open must be told.

mod bracketed;
mod cell;
mod clock;
mod columnar;
mod columns;
mod csv;
mod customers;
mod cut;
mod error;
mod fence;
mod fingerprint;
mod forms;
mod guess;
mod inspect;
mod instant;
mod intake;
mod interactions;
mod json;
mod ledger;
mod names;
mod number;
mod outgoing;
mod progress;
mod pushed;
mod rejection;
mod role;
mod signatures;
mod source;
mod spool;
mod stages;
mod table;
mod written;
mod xes;
mod xlsx;

#[cfg(test)]
mod tests;

pub use clock::{LocalTimes, Shown, instant_in};
pub use columns::{Attribute, CustomerColumns, InteractionColumns};
pub use customers::{CustomerReading, read_customers};
pub use error::ReadError;
pub use fence::hush_damage;
pub use fingerprint::fingerprint;
pub use forms::{DateOrder, DecimalMark, Encoding, Forms};
pub use inspect::{Source, inspect};
pub use instant::instant_of;
pub use intake::{ReadOptions, Reading};
pub use interactions::{InteractionReading, read_interactions};
pub use outgoing::{Column, Datum, Kind, Sheet, TableFormat, TableWriter, workbook};
pub use progress::Progress;
pub use rejection::{ReasonCount, RejectReason, Rejected, Rejections};
pub use role::Role;
pub use signatures::{Looks, Origin, RowsOf, looks_like};
pub use stages::{StageCheck, StageChecks, StageDate};
pub use written::CsvWriter;
pub use xlsx::Sheets;

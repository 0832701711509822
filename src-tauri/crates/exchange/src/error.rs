//! Why a source could not be read at all.

use std::io;

use thiserror::Error;

use crate::rejection::Rejections;
use crate::role::Role;

/// Why a source could not be read. The messages are sentences about "the file": whoever shows them says
/// which.
#[derive(Debug, Error)]
pub enum ReadError {
    /// It cannot be opened, or reading it broke off.
    #[error("the file cannot be read: {0}")]
    Io(#[from] io::Error),
    /// It is a folder or a device.
    #[error("this is not a file: choose a CSV, Excel, JSON, XES or Parquet file")]
    NotAFile,
    /// It has no bytes, or nothing but blank lines.
    #[error("the file is empty")]
    Empty,
    /// It names columns and has no row below them.
    #[error("the file has column names but no rows")]
    NoRows,
    /// It is compressed, and the compressed bytes are damaged or cut off.
    #[error("the compressed file is damaged or incomplete: {0}")]
    DamagedGzip(io::Error),
    /// It is a Parquet file that is damaged, cut off or made to do harm.
    #[error("the Parquet file is damaged or incomplete: {0}")]
    DamagedParquet(String),
    /// It is an Excel workbook that is damaged, cut off or made to do harm.
    #[error("the Excel workbook is damaged or incomplete: {0}")]
    DamagedWorkbook(String),
    /// A sheet was named that the workbook does not have.
    #[error("there is no sheet “{name}”: there are {}", listed(.sheets))]
    UnknownSheet {
        /// The name that was given.
        name: String,
        /// The sheets there are.
        sheets: Vec<String>,
    },
    /// It is a log in XES that is damaged, cut off or made to do harm.
    #[error("the XES log is damaged or incomplete: {0}")]
    DamagedLog(String),
    /// It is XML, but no log.
    #[error("this is XML, but not an event log in XES")]
    NotALog,
    /// A column holds lists, or what is no text, number or time.
    #[error("the column “{column}” holds what is no text, number or time: leave it out of the file")]
    OddColumn {
        /// The column.
        column: String,
    },
    /// It is an archive that is no workbook, or a workbook in the old format or with a password.
    #[error(
        "this is an archive, or a spreadsheet that is no XLSX or has a password: save it as XLSX or CSV (UTF-8) first"
    )]
    Spreadsheet,
    /// It has zero bytes, which text does not.
    #[error("this is not a text file: export it as CSV (UTF-8) first")]
    Binary,
    /// It is encoded as UTF-16.
    #[error("the file is encoded as UTF-16 (\"Unicode text\"): save it as CSV UTF-8")]
    Utf16,
    /// It unpacks to far more than a file of its size should.
    #[error(
        "the file unpacks to more than {limit} bytes, far more than a table of its size should; if it is what it \
         claims to be, say --allow-large"
    )]
    Swollen {
        /// How many bytes it may unpack to unless it may be large.
        limit: u64,
    },
    /// It has more columns than a table should.
    #[error("the file has more than {limit} columns: this does not seem to be a table")]
    TooManyColumns {
        /// How many columns it may have.
        limit: usize,
    },
    /// No line ends within the length that a line may have.
    #[error("a line is longer than {limit} bytes: this does not seem to be a table")]
    LongLine {
        /// The length that a line may have, in bytes.
        limit: usize,
    },
    /// A column that is needed was neither given nor recognised.
    #[error("no column is recognised as the {role}: choose one of {}", listed(.columns))]
    MissingColumn {
        /// What the column is needed for.
        role: Role,
        /// The columns there are.
        columns: Vec<String>,
    },
    /// A column was given that the file does not have.
    #[error("there is no column “{name}”: there are {}", listed(.columns))]
    UnknownColumn {
        /// The name that was given.
        name: String,
        /// The columns there are.
        columns: Vec<String>,
    },
    /// A column has more different names than can be told apart, so it is probably the wrong column.
    #[error("the column “{column}” has more than {limit} different values: it is probably not the {role}")]
    TooManyNames {
        /// What the column was read as.
        role: Role,
        /// The column.
        column: String,
        /// How many different names there may be.
        limit: usize,
    },
    /// Strict, and some rows would have been left out.
    #[error("nothing was taken, because not every row can be: {rejections}")]
    Rejected {
        /// All that would have been left out.
        rejections: Rejections,
    },
    /// No row could be taken.
    #[error("no row could be taken: {rejections}")]
    NothingTaken {
        /// Why.
        rejections: Rejections,
    },
    /// Whether the day or the month comes first in the dates cannot be told from any of them.
    #[error(
        "“{example}” may be day-month or month-day, and no other date tells which: say --date-order dmy or \
         --date-order mdy"
    )]
    OpenDates {
        /// The first such date.
        example: String,
    },
    /// Some dates can only have the day first and some only the month.
    #[error(
        "some dates have the day first and some the month: say --date-order dmy or --date-order mdy to take those \
         and leave the others out"
    )]
    MixedDates,
    /// Whether a point or a comma is the decimal mark cannot be told from any number.
    #[error(
        "“{example}” may be thousands or decimals, and no other number tells which: say --decimal point or --decimal comma"
    )]
    OpenNumbers {
        /// The first such number.
        example: String,
    },
    /// What was read cannot be kept until it is stored.
    #[error("what was read cannot be kept for the moment: {0}")]
    Spool(io::Error),
    /// The progress callback said to stop.
    #[error("cancelled")]
    Cancelled,
}

impl ReadError {
    pub(crate) fn damaged_xes(reason: &str) -> Self {
        Self::DamagedLog(reason.to_owned())
    }
}

/// Column names as a message lists them.
fn listed(columns: &[String]) -> String {
    let quoted: Vec<_> = columns.iter().map(|column| format!("“{column}”")).collect();
    quoted.join(", ")
}

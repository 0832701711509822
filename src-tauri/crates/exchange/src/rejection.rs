//! Rows that were left out, and why.

use std::fmt;
use std::mem::{Discriminant, discriminant};

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::role::Role;

/// How many rejected rows are kept one by one; beyond, they are counted.
const LISTED: usize = 10_000;

/// How much of a value a reason repeats, in characters.
const SHOWN: usize = 80;

/// Why a row was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum RejectReason {
    /// The field of the customer is empty.
    EmptyCustomer,
    /// The field of the event is empty.
    EmptyEvent,
    /// The field of the time is empty.
    EmptyTime,
    /// None of the dates of stages is filled in.
    NoStage,
    /// The time is in none of the forms that can be read without guessing.
    BadTime {
        /// The text, cut off if it is long.
        value: String,
    },
    /// The value is not a number.
    BadValue {
        /// The text, cut off if it is long.
        value: String,
    },
    /// The row has more or fewer fields than there are columns.
    WrongFieldCount {
        /// How many columns there are.
        expected: u32,
        /// How many fields the row has.
        found: u32,
    },
    /// The row has bytes that are not text.
    BadText,
    /// A field is longer than a name may be.
    TooLong {
        /// What the field is.
        role: Role,
        /// Its length in bytes.
        bytes: u32,
    },
    /// A field is longer than any may be.
    LongField {
        /// Its length in bytes.
        bytes: u32,
    },
    /// A quote opens in this line and is not closed; reading went on with the next line.
    UnclosedQuote,
    /// The line is no JSON object.
    BadJson,
    /// A name comes twice in the object.
    RepeatedName {
        /// The name, cut off if it is long.
        value: String,
    },
    /// A list or an object stands where a name is needed.
    Nested {
        /// What the field is.
        role: Role,
    },
}

impl RejectReason {
    pub(crate) fn bad_time(text: &[u8]) -> Self {
        Self::BadTime { value: shown(text) }
    }

    pub(crate) fn repeated_name(text: &str) -> Self {
        Self::RepeatedName { value: shown(text.as_bytes()) }
    }

    pub(crate) fn bad_value(text: &[u8]) -> Self {
        Self::BadValue { value: shown(text) }
    }
}

/// The beginning of a text, for a message.
fn shown(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}

impl fmt::Display for RejectReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyCustomer => f.write_str("the customer is empty"),
            Self::EmptyEvent => f.write_str("the event is empty"),
            Self::EmptyTime => f.write_str("the time is empty"),
            Self::NoStage => f.write_str("no date of a stage is filled in"),
            Self::BadTime { value } => write!(
                f,
                "“{value}” is not a time that can be read without guessing; write it as 2024-03-31 14:05:00"
            ),
            Self::BadValue { value } => write!(f, "“{value}” is not a number"),
            Self::WrongFieldCount { expected, found } => {
                write!(f, "{found} fields where there are {expected} columns")
            }
            Self::BadText => f.write_str("some bytes are not text"),
            Self::TooLong { role, bytes } => write!(f, "the {role} is {bytes} bytes long"),
            Self::LongField { bytes } => write!(f, "a field is {bytes} bytes long"),
            Self::UnclosedQuote => f.write_str("a quote is not closed"),
            Self::BadJson => f.write_str("this is not a JSON object"),
            Self::RepeatedName { value } => write!(f, "the object has “{value}” twice"),
            Self::Nested { role } => write!(f, "the {role} is a list or an object"),
        }
    }
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Rejected {
    /// The line of the file where the row starts, from 1.
    #[specta(type = Number)]
    pub line: u64,
    /// Why.
    pub reason: RejectReason,
}

/// How many rows were left out for one kind of reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReasonCount {
    /// The first reason of this kind.
    pub first: Rejected,
    /// How many rows.
    #[specta(type = Number)]
    pub rows: u64,
}

/// The rows that were left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Rejections {
    /// How many there are.
    #[specta(type = Number)]
    pub total: u64,
    /// How many for each kind of reason, in the order in which the kinds first come.
    pub by_reason: Vec<ReasonCount>,
    /// The first 10,000 of them, in the order of the file.
    pub first: Vec<Rejected>,
}

impl Rejections {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// Adds one row.
    pub(crate) fn add(&mut self, line: u64, reason: RejectReason) {
        let rejected = Rejected { line, reason };
        self.count(&rejected, 1);
        if self.first.len() < LISTED {
            self.first.push(rejected);
        }
    }

    /// Adds the rows of a part of the file that starts `lines` lines below where its line numbers count from.
    pub(crate) fn append(&mut self, part: &Self, lines: u64) {
        let below =
            |rejected: &Rejected| Rejected { line: rejected.line + lines, reason: rejected.reason.clone() };
        for count in &part.by_reason {
            self.count(&below(&count.first), count.rows);
        }
        let room = LISTED - self.first.len();
        self.first.extend(part.first.iter().take(room).map(below));
    }

    fn count(&mut self, rejected: &Rejected, rows: u64) {
        self.total += rows;
        let kind = discriminant(&rejected.reason);
        let same = |count: &&mut ReasonCount| -> bool {
            let other: Discriminant<RejectReason> = discriminant(&count.first.reason);
            other == kind
        };
        match self.by_reason.iter_mut().find(same) {
            Some(count) => count.rows += rows,
            None => self.by_reason.push(ReasonCount { first: rejected.clone(), rows }),
        }
    }
}

impl fmt::Display for Rejections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.first.first() {
            Some(first) if self.total == 1 => write!(f, "line {}: {}", first.line, first.reason),
            Some(first) => {
                write!(f, "{} rows rejected, the first in line {}: {}", self.total, first.line, first.reason)
            }
            None => f.write_str("no rows rejected"),
        }
    }
}

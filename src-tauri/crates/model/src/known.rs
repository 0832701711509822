//! What rules are answered from, and why one may have no answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use thiserror::Error;

use crate::{AttributeColumn, Cancel, CustomerId, Journey};

/// What calendar and clock show where the workspace is.
pub trait Clock: Sync {
    /// What they show at an instant in UTC milliseconds, as milliseconds since they showed 1970.
    fn wall(&self, at: i64) -> i64;

    /// The instant in UTC milliseconds at which they show something.
    fn instant(&self, wall: i64) -> i64;
}

/// A name for each interaction, in the order of the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// The names that occur.
    pub names: Vec<String>,
    /// For each interaction 0 for none, else the place of its name, counted from 1.
    pub codes: Vec<u32>,
}

/// What a rule is answered from, besides what customers did. What the rule does not ask about may be missing.
#[expect(missing_debug_implementations, reason = "it only lends what others own")]
pub struct Known<'a> {
    /// All customers, sorted.
    pub customers: &'a [CustomerId],
    /// The last instant that counts, UTC milliseconds.
    pub cutoff: i64,
    /// The zone's calendar and clock.
    pub clock: &'a dyn Clock,
    /// Attributes by name, in the order of the customers; `None` for one that nobody has.
    pub attributes: &'a BTreeMap<String, Option<Arc<AttributeColumn>>>,
    /// The channel of each interaction, in the order of the columns.
    pub channels: Option<&'a Labels>,
    /// The value of each interaction, NaN for none.
    pub values: Option<&'a [f64]>,
    /// Maps by row.
    pub journeys: &'a BTreeMap<i64, Journey>,
    /// Whether each of the customers is in a segment, by the segment's row.
    pub segments: &'a BTreeMap<i64, Arc<Vec<bool>>>,
    /// Whether a persona stands for each of the customers, by the persona's row.
    pub personas: &'a BTreeMap<i64, Arc<Vec<bool>>>,
    /// Asks it to stop.
    pub cancel: &'a Cancel,
}

/// Why a rule cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RuleFault {
    /// Texts are neither numbers nor dates.
    #[error("“{attribute}” is text: only numbers and dates are compared by size")]
    Unordered {
        /// The attribute.
        attribute: String,
    },
    /// Something without days is asked for the last days.
    #[error("“{attribute}” has no dates: only dates are within the last days")]
    Undated {
        /// The attribute.
        attribute: String,
    },
    /// A number is compared with something else.
    #[error("“{0}” is no number; write 1234.5")]
    BadNumber(String),
    /// A date is compared with something else.
    #[error("“{0}” is no date; write 2024-03-31 or 2024-03-31T14:05")]
    BadDate(String),
}

//! Interactions as sorted columns: what `store` hands out and `insight` counts over.

use crate::CustomerId;

/// The event of each interaction, as an index into [`Columns::events`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Codes {
    /// At most 256 event names.
    Narrow(Vec<u8>),
    /// At most 65,536 event names.
    Wide(Vec<u16>),
}

/// The instant of each interaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instants {
    /// Whole seconds after `base`, which is in UTC milliseconds. Used when every instant falls on a whole second
    /// after the first and the data spans less than 136 years.
    Seconds {
        /// The instant that the seconds count from, in UTC milliseconds.
        base: i64,
        /// Seconds after `base`.
        after: Vec<u32>,
    },
    /// UTC milliseconds.
    Millis(Vec<i64>),
}

impl Instants {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Seconds { after, .. } => after.len(),
            Self::Millis(millis) => millis.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The instant at an index, in UTC milliseconds.
    pub fn millis(&self, index: usize) -> i64 {
        match self {
            Self::Seconds { base, after } => base + i64::from(after[index]) * 1000,
            Self::Millis(millis) => millis[index],
        }
    }
}

impl Codes {
    /// The code at an index.
    pub fn code(&self, index: usize) -> usize {
        match self {
            Self::Narrow(codes) => usize::from(codes[index]),
            Self::Wide(codes) => usize::from(codes[index]),
        }
    }
}

/// All stored interactions, grouped by customer and in order of time within each: by instant, then by the order in
/// the source file, then by import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The event names, by code.
    pub events: Vec<String>,
    /// The customers that have interactions, one for each group.
    pub customers: Vec<CustomerId>,
    /// Where each customer's group starts, and the total at the end: `customers.len() + 1` of them.
    pub offsets: Vec<u32>,
    /// The event of each interaction.
    pub event: Codes,
    /// The instant of each interaction.
    pub at: Instants,
}

impl Columns {
    /// Without interactions.
    pub fn empty() -> Self {
        Self {
            events: Vec::new(),
            customers: Vec::new(),
            offsets: vec![0],
            event: Codes::Narrow(Vec::new()),
            at: Instants::Millis(Vec::new()),
        }
    }

    /// How many interactions there are.
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }
}

//! What an import brings: interactions and customers on their way from a source into the workspace.

use std::fmt::Debug;
use std::io;

use crate::{Texts, varint};

/// The index that stands for "none" in an optional column of [`InteractionRows`].
pub const NONE: u16 = u16::MAX;

/// The accepted interactions of one source, in the order of the source.
#[derive(Debug)]
pub struct InteractionBatch {
    /// The distinct customer keys.
    pub customers: Texts,
    /// The distinct event names.
    pub events: Vec<String>,
    /// The distinct channels.
    pub channels: Vec<String>,
    /// The distinct currencies.
    pub currencies: Vec<String>,
    /// The interactions, by the places of these names.
    pub parts: Box<dyn Parts>,
}

/// Interactions in parts of some ten thousand, which may be more than there is room for in memory: whoever needs them
/// goes through all of them, as often as it takes.
pub trait Parts: Debug {
    /// How many interactions there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Shows each part, in their order.
    fn each(&mut self, see: &mut dyn FnMut(&InteractionRows)) -> io::Result<()>;
}

impl Parts for Vec<InteractionRows> {
    fn len(&self) -> usize {
        self.iter().map(InteractionRows::len).sum()
    }

    fn each(&mut self, see: &mut dyn FnMut(&InteractionRows)) -> io::Result<()> {
        self.iter().for_each(see);
        Ok(())
    }
}

/// Some interactions of a batch as columns: row `i` is index `i` of each. An optional column is empty when no row has a
/// value for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InteractionRows {
    /// Index into the batch's `customers`.
    pub customer: Vec<u32>,
    /// Index into `events`.
    pub event: Vec<u16>,
    /// UTC milliseconds since 1970.
    pub at: Vec<i64>,
    /// Optional: whether the source gave a date without a time.
    pub date_only: Vec<bool>,
    /// Optional: index into `channels`, or [`NONE`].
    pub channel: Vec<u16>,
    /// Optional: the value, or NaN for none.
    pub value: Vec<f64>,
    /// Optional: index into `currencies`, or [`NONE`].
    pub currency: Vec<u16>,
}

impl InteractionRows {
    /// How many interactions there are.
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }
}

/// The accepted customers of one source, in the order of the source. A key may come more than once: a later row's
/// attributes overwrite an earlier one's, and an empty value overwrites nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerBatch {
    /// The names of the attributes.
    pub attributes: Vec<String>,
    /// The rows, in blocks.
    pub blocks: Vec<CustomerRows>,
}

impl CustomerBatch {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.blocks.iter().map(CustomerRows::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Some rows of a list of customers, packed: about as many bytes as the source has. A row is a key, a name to show
/// and one value for each attribute; an empty text stands for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerRows {
    text: String,
    /// How long each cell is, packed.
    lengths: Vec<u8>,
    /// How many cells each row has.
    cells: Vec<u32>,
}

impl CustomerRows {
    /// Appends a row: the key, the name and the values.
    pub fn push<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        let mut count = 0;
        for cell in cells {
            self.text.push_str(cell);
            varint::push(&mut self.lengths, cell.len() as u64);
            count += 1;
        }
        self.cells.push(count);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The rows in order, each as its cells in order.
    pub fn rows(&self) -> impl Iterator<Item = Vec<&str>> {
        let (mut text, mut lengths) = (self.text.as_str(), self.lengths.as_slice());
        self.cells.iter().map(move |&count| {
            let cell = || {
                let length = varint::take(&mut lengths).expect("each cell has a length");
                let (cell, rest) = text.split_at(length as usize);
                text = rest;
                cell
            };
            std::iter::repeat_with(cell).take(count as usize).collect()
        })
    }
}

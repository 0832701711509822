//! What an import brings: interactions and customers on their way from a source into the workspace.

/// The index that stands for "none" in an optional column of an [`InteractionBatch`].
pub const NONE: u16 = u16::MAX;

/// The accepted interactions of one source, in the order of the source, as columns: row `i` is index `i` of each.
/// An optional column is empty when no row has a value for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InteractionBatch {
    /// The distinct customer keys.
    pub customers: Vec<String>,
    /// The distinct event names.
    pub events: Vec<String>,
    /// The distinct channels.
    pub channels: Vec<String>,
    /// The distinct currencies.
    pub currencies: Vec<String>,
    /// Index into `customers`.
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

impl InteractionBatch {
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
    /// One row for each accepted customer.
    pub rows: Vec<CustomerRow>,
}

/// One accepted customer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomerRow {
    /// The key by which the source knows the customer.
    pub key: String,
    /// The name to show, if the source has one.
    pub name: Option<String>,
    /// One value for each of the batch's attributes; `None` where the source has nothing.
    pub values: Vec<Option<String>>,
}

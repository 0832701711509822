//! What goes over the wire about people: lists of them, and one of them.

use model::{CustomerId, PersonaId, SegmentId, TouchpointId, Who};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::Locale;

/// Which people a list holds, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Listing {
    /// The people behind a number; everybody.
    pub who: Who,
    /// Only those of them who are also among these.
    pub within: Who,
    /// Only those who have all these words in their key, name or attributes, each at least as a beginning; all, where
    /// nothing is written.
    pub search: String,
    /// The order.
    pub order: Order,
}

/// What a list says of each of its people: what it can be sorted by, and what a file of it holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Their key.
    Key,
    /// Their name.
    Name,
    /// When they entered, where they are listed for a visit.
    Entry,
    /// Their first interaction.
    First,
    /// Their last interaction.
    Last,
    /// How many interactions they have.
    Interactions,
    /// Their value of the attribute with this name.
    Attribute(String),
}

/// The order of a list of people. Who has nothing to be sorted by comes last, whichever way round; equals come in the
/// order in which they came to be known, a customer's visits by their entry.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Order {
    /// What it is sorted by; `None` for when they came to be known: the order in which they were imported.
    pub by: Option<Column>,
    /// The other way round.
    pub descending: bool,
}

/// A part of a long list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Page {
    /// The first row, from 0.
    #[specta(type = Number)]
    pub start: u64,
    /// How many rows at most.
    #[specta(type = Number)]
    pub length: u64,
}

/// A customer in a list, or by visits one visit of a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Person {
    /// The customer.
    pub customer: CustomerId,
    /// The key by which sources know the customer.
    pub key: String,
    /// The name to show, if a source has one.
    pub name: Option<String>,
    /// When the visit began for which the customer is listed, UTC milliseconds.
    #[specta(type = Option<Number>)]
    pub entry: Option<i64>,
    /// What the customer did.
    #[serde(flatten)]
    pub activity: Activity,
    /// The values of the attributes that were asked for, in their order.
    pub values: Vec<Option<String>>,
}

/// How much somebody did, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Activity {
    /// How many interactions.
    #[specta(type = Number)]
    pub interactions: u64,
    /// The first, UTC milliseconds.
    #[specta(type = Option<Number>)]
    pub first: Option<i64>,
    /// The last, UTC milliseconds.
    #[specta(type = Option<Number>)]
    pub last: Option<i64>,
}

/// The people behind a number, a page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct People {
    /// How many rows the list has.
    #[specta(type = Number)]
    pub count: u64,
    /// How many different customers these are.
    #[specta(type = Number)]
    pub customers: u64,
    /// How many rows there are when nothing is left out: the number itself.
    #[specta(type = Number)]
    pub of: u64,
    /// Whether any customer of the workspace has a name.
    pub named: bool,
    /// Whether a rule says who they are, which a segment of them follows; otherwise it is a fixed list.
    pub lasting: bool,
    /// The rows of the page.
    pub rows: Vec<Person>,
}

/// A column of a file, and what stands above it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FileColumn {
    /// What it says.
    pub column: Column,
    /// Its heading.
    pub heading: String,
}

/// Who reads a file of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// A program: separated by commas, instants in RFC 3339.
    Program,
    /// A spreadsheet in a language: separated as it expects, instants as calendar and clock show them in the zone of
    /// the workspace.
    Spreadsheet(Locale),
}

/// One customer, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Customer {
    /// The customer.
    pub customer: CustomerId,
    /// The key by which sources know the customer.
    pub key: String,
    /// The other keys that are merged with it, sorted.
    pub other_keys: Vec<String>,
    /// The name to show, if a source has one.
    pub name: Option<String>,
    /// The attributes with their values, by attribute.
    pub attributes: Vec<(String, String)>,
    /// The segments that the customer is in.
    pub segments: Vec<SegmentId>,
    /// The personas that stand for the customer.
    pub personas: Vec<PersonaId>,
    /// The personas of which it was said by hand whether they stand for the customer.
    pub by_hand: Vec<(PersonaId, bool)>,
    /// What the customer did.
    #[serde(flatten)]
    pub activity: Activity,
}

/// One dated contact of a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TimelineEntry {
    /// When, UTC milliseconds.
    #[specta(type = Number)]
    pub at: i64,
    /// Whether the source gave a date only, so that the time of day means nothing.
    pub date_only: bool,
    /// What happened.
    pub event: String,
    /// Through which channel.
    pub channel: Option<String>,
    /// What it was worth.
    #[specta(type = Option<Number>)]
    pub value: Option<f64>,
    /// In which currency.
    pub currency: Option<String>,
    /// The touchpoint that lists the event, on the map that was asked about.
    pub touchpoint: Option<TouchpointId>,
}

impl Listing {
    /// Everyone of a who, in the order in which they came to be known.
    pub fn of(who: Who) -> Self {
        Self { who, ..Self::default() }
    }

    /// Whether somebody of its who may be left out.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.within.is_everybody() || !self.search.trim().is_empty()
    }
}

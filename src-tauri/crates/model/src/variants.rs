//! Variants: the sequences in which customers visit the nodes of a map.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::Node;

/// Which variants are asked for.
///
/// A customer's variant is its visits at the level of the question, from its first entry in range up to the cut-off,
/// cut at a length. Windows do not end it. Who has no entry in range has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct VariantsOf {
    /// How many visits at most: those after them make no difference.
    pub length: u32,
    /// How many of the most frequent ones.
    pub top: u32,
}

/// The most frequent variants, and what they leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Variants {
    /// The most frequent ones, the first of all; equals in the order of the map, node by node.
    pub top: Vec<Variant>,
    /// How many customers have a variant: those of the top and the others.
    #[specta(type = Number)]
    pub customers: u64,
    /// How many different variants there are.
    #[specta(type = Number)]
    pub variants: u64,
    /// How many customers have another than those of the top.
    #[specta(type = Number)]
    pub others: u64,
}

/// A variant and how many customers have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Variant {
    /// The nodes of the visits.
    pub nodes: Vec<Node>,
    /// How many customers.
    #[specta(type = Number)]
    pub count: u64,
    /// How many of them went on: it was cut for them.
    #[specta(type = Number)]
    pub went_on: u64,
}

/// Which variant somebody has.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WhichVariant {
    /// Any.
    Any,
    /// This one.
    Is(Vec<Node>),
    /// This one, cut: who went on after it.
    WentOn(Vec<Node>),
    /// Any but the most frequent ones.
    Others,
}

impl Variants {
    /// The share of the customers who have one of the first `top` variants, 0 to 1; none without customers.
    pub fn coverage(&self, top: usize) -> Option<f64> {
        let covered: u64 = self.top.iter().take(top).map(|variant| variant.count).sum();
        (self.customers > 0).then(|| covered as f64 / self.customers as f64)
    }
}

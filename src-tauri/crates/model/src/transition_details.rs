//! What people write of a transition, and what kind of way it is to them.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::words::words;

words! {
    /// What kind of way a transition is.
    pub enum TransitionKind;
    /// How customers are meant to go.
    Main = "main",
    /// Another way to go.
    Alternative = "alternative",
    /// A way back.
    Return = "return",
}

/// What people write of a transition, and what kind of way it is to them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct TransitionDetails {
    /// What is written on it.
    pub label: String,
    /// Its kind; `None` leaves it to where it leads: back to an earlier stage it is a return, else a main way.
    pub kind: Option<TransitionKind>,
}

impl TransitionDetails {
    /// Whether nothing is written or chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

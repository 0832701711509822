//! What people write of a stage besides its title, and how they want it to look.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::words::words;

words! {
    /// A tint of the theme, for a stage that is to have another than its place gives it. Each theme has its own shade.
    pub enum StageTint;
    /// Blue.
    Blue = "blue",
    /// Teal.
    Teal = "teal",
    /// Ochre.
    Ochre = "ochre",
    /// Rose.
    Rose = "rose",
    /// Violet.
    Violet = "violet",
    /// Moss.
    Moss = "moss",
    /// Slate.
    Slate = "slate",
    /// Rust.
    Rust = "rust",
}

/// What people write of a stage besides its title, and how they want it to look.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct StageDetails {
    /// What customers want here, and what they are wanted to do, in a few sentences.
    pub aim: String,
    /// When somebody has entered it, in words.
    pub entry: String,
    /// Its tint; `None` takes the one of its place.
    pub tint: Option<StageTint>,
    /// How wide its column is at least, in scene units; `None` leaves it to its cards.
    pub width: Option<u32>,
}

impl StageDetails {
    /// The narrowest and the widest that a column can be made.
    pub const WIDTHS: (u32, u32) = (272, 10_000);

    /// Whether nothing is written or chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

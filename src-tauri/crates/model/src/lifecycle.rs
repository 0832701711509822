//! The shape of a customer lifecycle.

use serde::{Deserialize, Serialize};
use specta::Type;

/// The shape that the lifecycle of a map is meant to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Lifecycle {
    /// From the first stage to the last, forward only.
    Linear,
    /// Skips and returns are part of it.
    NonLinear,
    /// The last stage leads to the first again.
    Circular,
}

impl Lifecycle {
    /// Every kind, in the order in which a list shows them.
    pub const ALL: [Self; 3] = [Self::Linear, Self::NonLinear, Self::Circular];

    /// The name by which the workspace file and the wire know this kind.
    pub fn name(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::NonLinear => "non_linear",
            Self::Circular => "circular",
        }
    }

    /// The kind with this stored name, or `None`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Where a step between two stages leads, by their order on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Within one stage.
    Within,
    /// To the next stage.
    Forward,
    /// Over one or more stages.
    Skip,
    /// To an earlier stage.
    Back,
}

impl Direction {
    /// The direction from the stage at one position to the stage at another.
    pub fn between(from: usize, to: usize) -> Self {
        match to.cmp(&from) {
            std::cmp::Ordering::Equal => Self::Within,
            std::cmp::Ordering::Less => Self::Back,
            std::cmp::Ordering::Greater if to == from + 1 => Self::Forward,
            std::cmp::Ordering::Greater => Self::Skip,
        }
    }
}

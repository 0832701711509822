//! Paths from or to a node, as a tree with counts.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::Node;

/// The most moves that paths are followed for.
pub const MOST_DEPTH: u32 = 12;

/// Which paths are asked for.
///
/// Paths begin with the entrants of the node, as the account of it counts them: each customer's first visit in range, or
/// by visits each visit in range. From there they go move by move, forwards or back, as long as the later visit of two
/// was entered within the window of the earlier one; a visit before the range counts too, one after the cut-off does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct PathsOf {
    /// Where they begin, or end.
    pub node: Node,
    /// Whether they are followed from the node or back to where it was come from.
    pub toward: Toward,
    /// For how many moves at most: 1 to [`MOST_DEPTH`].
    pub depth: u32,
    /// How many ways on are told apart at each place: the most frequent ones.
    pub most: u32,
}

/// Which way paths are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Toward {
    /// From a node, to what came next.
    Next,
    /// To a node, from what came before.
    Before,
}

/// A place on paths: those who came there are those who took the branches, the others and those who end there. At the
/// last place that is followed nobody is told to end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Branch {
    /// The node of the place.
    pub node: Node,
    /// How many came along here: customers, or by visits visits of theirs to where the paths begin.
    #[specta(type = Number)]
    pub count: u64,
    /// The most frequent ways on, the first of all; equals in the order of the map.
    pub branches: Vec<Branch>,
    /// How many took another way on.
    #[specta(type = Number)]
    pub others: u64,
    /// How many did not move on from here in time, or did not come from anywhere in time.
    #[specta(type = Number)]
    pub ended: u64,
}

/// Which of those who came along a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AtBranch {
    /// All of them: [`Branch::count`].
    Came,
    /// Who took a way on that is not told apart: [`Branch::others`].
    Others,
    /// Who did not go on: [`Branch::ended`].
    Ended,
}

//! What an overlay says: an account of every node and a flow along every edge.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{EngineName, Question, Rate, StageId, TouchpointId};

/// A node of an overlay: a stage or a touchpoint, by the level of its question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Node {
    /// A stage.
    Stage(StageId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
}

/// How many of the interactions in range (and up to the cut-off) a map's touchpoints list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Coverage {
    /// Interactions whose event name some touchpoint lists.
    #[specta(type = Number)]
    pub matched: u64,
    /// All interactions.
    #[specta(type = Number)]
    pub total: u64,
    /// Whether so much of what customers do is outside the map that its drop-off is of the map, not of the customers.
    pub thin: bool,
}

/// Below this share of matched interactions, what is lost is lost to the map rather than to the company.
const WELL_COVERED: f64 = 0.8;

impl Coverage {
    /// So many matched interactions of all.
    pub fn of(matched: u64, total: u64) -> Self {
        let coverage = Self { matched, total, thin: false };
        Self { thin: coverage.share().is_some_and(|share| share < WELL_COVERED), ..coverage }
    }

    /// Matched over total, 0 to 1; `None` without interactions.
    pub fn share(&self) -> Option<f64> {
        (self.total > 0).then(|| self.matched as f64 / self.total as f64)
    }
}

/// Entrants that moved on to one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Moved {
    /// Where to.
    pub to: Node,
    /// How many.
    #[specta(type = Number)]
    pub count: u64,
}

/// How many of a node's lost entrants were active outside the map: their customers did something that no touchpoint
/// of it lists, after the entry and before the window ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Elsewhere {
    /// Of those that returned late.
    #[specta(type = Number)]
    pub returned_late: u64,
    /// Of those that dropped.
    #[specta(type = Number)]
    pub dropped: u64,
}

impl Elsewhere {
    /// Of all that are lost.
    pub fn total(self) -> u64 {
        self.returned_late + self.dropped
    }
}

/// The account of a node: each entrant is in exactly one class, so that
/// `entered = Σ moved + in_progress + returned_late + dropped`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Account {
    /// Whose account it is.
    pub node: Node,
    /// Entrants in range.
    #[specta(type = Number)]
    pub entered: u64,
    /// Those whose next visit came within the window, by where it was; ordered as the nodes are, zeros left out.
    pub moved: Vec<Moved>,
    /// Those that have not moved and still have time.
    #[specta(type = Number)]
    pub in_progress: u64,
    /// Those that moved on, but after the window had ended.
    #[specta(type = Number)]
    pub returned_late: u64,
    /// Those that did not come back at all though the window has ended.
    #[specta(type = Number)]
    pub dropped: u64,
    /// How many of those that returned late or dropped were active outside the map.
    pub elsewhere: Elsewhere,
    /// Those whose window has ended by the cut-off.
    #[specta(type = Number)]
    pub matured: u64,
    /// (dropped + returned late) / matured, or / entered when the question is for observed rates.
    pub drop_off: Option<Rate>,
    /// Whether this node is a goal: who ended here stayed, and is not a loss.
    pub goal: bool,
    /// Whether the map leads on from here to a node that lists no events: moves there go unseen, so the drop-off is at
    /// most what it says.
    pub unseen_ahead: bool,
}

/// Whether the map has the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The map has it.
    Drawn,
    /// Customers took it, but the map does not have it.
    Ghost,
}

/// Seconds from entry to entry of those who moved along an edge; quantiles interpolate linearly between the two
/// nearest ranks (Hyndman and Fan's type 7).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Times {
    /// Half took no longer.
    #[specta(type = Number)]
    pub median: f64,
    /// A quarter took no longer.
    #[specta(type = Number)]
    pub p25: f64,
    /// Three quarters took no longer.
    #[specta(type = Number)]
    pub p75: f64,
    /// 95 % took no longer.
    #[specta(type = Number)]
    pub p95: f64,
}

/// The flow along an edge between two nodes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Flow {
    /// Where it starts.
    pub from: Node,
    /// Where it ends.
    pub to: Node,
    /// Whether the map has it.
    pub kind: Kind,
    /// Entrants of `from` that moved to `to`.
    #[specta(type = Number)]
    pub moved: u64,
    /// Those among them whose window has ended by the cut-off.
    #[specta(type = Number)]
    pub matured_moved: u64,
    /// `matured_moved` / matured of `from`, or moved / entered when the question is for observed rates.
    pub conversion: Option<Rate>,
    /// How long those that moved took; `None` if nobody did.
    pub seconds: Option<Times>,
}

/// The answer to a [`Question`] about one map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Overlay {
    /// Which engine counted it.
    pub engine: EngineName,
    /// What was asked.
    pub question: Question,
    /// The last instant that the data covers, UTC milliseconds; `None` without data.
    #[specta(type = Option<Number>)]
    pub cutoff: Option<i64>,
    /// How much of the data the map's touchpoints list.
    pub coverage: Coverage,
    /// Successive interactions of one customer at the same instant on different nodes.
    #[specta(type = Number)]
    pub ties: u64,
    /// One account for each node, in the order of the map.
    pub nodes: Vec<Account>,
    /// Every drawn edge, and every ghost edge that somebody took; ordered by `from` and `to` as the nodes are.
    pub edges: Vec<Flow>,
}

impl Overlay {
    /// The account of a node.
    pub fn account(&self, node: Node) -> Option<&Account> {
        self.nodes.iter().find(|account| account.node == node)
    }

    /// The flow from one node to another.
    pub fn flow(&self, from: Node, to: Node) -> Option<&Flow> {
        self.edges.iter().find(|flow| flow.from == from && flow.to == to)
    }
}

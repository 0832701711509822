//! The question that an overlay answers. Its words are defined in the legend of every export.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{Against, Who};

/// Milliseconds in a day.
pub const DAY: i64 = 86_400_000;

/// Which nodes are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The stages of the lifecycle.
    Stage,
    /// The touchpoints.
    Touchpoint,
}

/// What an entrant of a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Each customer's first visit whose entry is in range.
    Customers,
    /// Every visit whose entry is in range.
    Visits,
}

/// What counts as converting from one node to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The very next visit is there.
    Next,
    /// Some later visit is there, whatever came between.
    Eventual,
}

/// What successive interactions at one node are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Repeats {
    /// One visit.
    Collapse,
    /// A visit each, so that a move from a node to itself is possible.
    Keep,
}

/// The question that an overlay answers. Instants are UTC milliseconds since 1970, spans are milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Question {
    /// Which nodes are counted.
    pub level: Level,
    /// What an entrant is.
    pub unit: Unit,
    /// What counts as converting.
    pub mode: Mode,
    /// How long after its entry a visit may still move on; `None` is unlimited.
    #[specta(type = Option<Number>)]
    pub window: Option<i64>,
    /// With an unlimited window: how long after its last interaction a visit that has not moved is in progress.
    #[specta(type = Number)]
    pub idle: i64,
    /// The first entry studied; `None` is from the beginning.
    #[specta(type = Option<Number>)]
    pub from: Option<i64>,
    /// The end of the entries studied, exclusive; `None` is to the end.
    #[specta(type = Option<Number>)]
    pub to: Option<i64>,
    /// The last instant that the data covers; `None` is the newest interaction.
    #[specta(type = Option<Number>)]
    pub cutoff: Option<i64>,
    /// Only these customers.
    pub who: Who,
    /// What successive interactions at one node are.
    pub repeats: Repeats,
    /// Show rates over all entrants instead of the matured ones.
    pub observed: bool,
    /// With whom or with when they are compared, where the map is seen so.
    pub against: Option<Against>,
}

impl Question {
    /// The default question at a level: customers, next move, 30 days, everything, repeats collapsed.
    pub fn new(level: Level) -> Self {
        Self {
            level,
            unit: Unit::Customers,
            mode: Mode::Next,
            window: Some(30 * DAY),
            idle: 30 * DAY,
            from: None,
            to: None,
            cutoff: None,
            who: Who::Everybody,
            repeats: Repeats::Collapse,
            observed: false,
            against: None,
        }
    }

    /// The same question of those that it compares with; `None` where it compares with nobody.
    pub fn of_others(&self) -> Option<Self> {
        let alone = Self { against: None, ..self.clone() };
        Some(match self.against.clone()? {
            Against::Others => Self { who: Who::Others(Box::new(alone.who.clone())), ..alone },
            Against::Who(who) => Self { who, ..alone },
            Against::Range { from, to } => Self { from, to, ..alone },
        })
    }

    /// The same question at another level.
    #[must_use]
    pub fn at(&self, level: Level) -> Self {
        Self { level, ..self.clone() }
    }
}

//! Who: the people behind a number. The same who gives the number, the list, a segment to keep and an export.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{
    CustomerId, InSegments, Level, MapId, Node, OfFlaw, OfTile, Part, PersonaId, Question, Rule, SegmentId,
    Sequence,
};

/// Some of the stored customers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// All stored customers, also those without interactions.
    #[default]
    Everybody,
    /// The customers of a segment, also those without interactions.
    Segment(SegmentId),
    /// The customers that are in all of some segments, and in none of others.
    Overlap(InSegments),
    /// The customers that a persona stands for: those of its segment. Nobody, if it has none.
    Persona(PersonaId),
    /// The customers that at least one of some personas stands for, each once.
    Personas(Vec<PersonaId>),
    /// The people behind a figure of an overlay.
    Entrants(Box<Entrants>),
    /// The people behind a figure of a funnel, of variants or of paths.
    Sequence(Box<Sequence>),
    /// The people behind a figure of the metrics of a period.
    Tile(Box<OfTile>),
    /// The customers of whom a rule is true.
    Ruled(Box<Rule>),
    /// The customers that a flaw of the data concerns.
    Flawed(Box<OfFlaw>),
    /// These customers; one that is not stored is left out.
    Picked(Vec<CustomerId>),
    /// All stored customers but these.
    Others(Box<Who>),
}

/// The people behind a figure of an overlay: one class of a node's entrants, as a question has it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Entrants {
    /// The map whose overlay it is.
    pub map: MapId,
    /// The node that they entered. It says at which level the question is asked.
    pub node: Node,
    /// Which of its entrants.
    pub class: Class,
    /// What is asked; its [`Question::who`] says among whom.
    pub question: Question,
    /// Only this part of them; all of them, if there is none.
    #[serde(default)]
    pub part: Option<Part>,
}

/// One of a node's entrants: a customer, or by visits one visit of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// Who entered.
    pub customer: CustomerId,
    /// When, UTC milliseconds.
    pub at: i64,
}

/// Which of a node's entrants: every figure that counts some of them is one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// All of them: [`entered`](crate::Account::entered).
    All,
    /// Those that moved on, wherever to: the sum of [`moved`](crate::Account::moved).
    Moved,
    /// Those among them that matured.
    MaturedMoved,
    /// Those that moved to a node, as the question's mode has it: [`Flow::moved`](crate::Flow::moved).
    MovedTo(Node),
    /// Those of these that matured: [`Flow::matured_moved`](crate::Flow::matured_moved), which the conversion counts.
    MaturedMovedTo(Node),
    /// [`in_progress`](crate::Account::in_progress).
    InProgress,
    /// [`returned_late`](crate::Account::returned_late).
    ReturnedLate,
    /// [`dropped`](crate::Account::dropped).
    Dropped,
    /// Those that dropped or returned late, which the drop-off counts.
    Lost,
    /// [`matured`](crate::Account::matured), of whom both rates are.
    Matured,
    /// Those that returned late and were active outside the map meanwhile.
    ReturnedLateElsewhere,
    /// Those that dropped and were active outside the map meanwhile.
    DroppedElsewhere,
}

/// A class as people name it, alone or with the node to which its customers moved.
#[derive(Debug)]
pub struct ClassName {
    /// The name.
    pub name: &'static str,
    /// Whom it means.
    pub meaning: &'static str,
    alone: Class,
    to: Option<fn(Node) -> Class>,
}

impl ClassName {
    /// Every name, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::alone("all", Class::All, "Everybody who entered"),
        Self { to: Some(Class::MovedTo), ..Self::alone("moved", Class::Moved, "Who moved on") },
        Self {
            to: Some(Class::MaturedMovedTo),
            ..Self::alone(
                "matured_moved",
                Class::MaturedMoved,
                "Who moved on, or to a node, and had had all the time to: the numerator of the conversion",
            )
        },
        Self::alone("in_progress", Class::InProgress, "Who has not moved on and still has time"),
        Self::alone("returned_late", Class::ReturnedLate, "Who came back, but late"),
        Self::alone("dropped", Class::Dropped, "Who never came back"),
        Self::alone(
            "lost",
            Class::Lost,
            "Who never came back or came back late: the numerator of the drop-off",
        ),
        Self::alone(
            "matured",
            Class::Matured,
            "Who has had all the time to move on: the denominator of both rates",
        ),
        Self::alone(
            "returned_late_elsewhere",
            Class::ReturnedLateElsewhere,
            "Who came back late and was busy outside the map meanwhile",
        ),
        Self::alone(
            "dropped_elsewhere",
            Class::DroppedElsewhere,
            "Who never came back and was busy outside the map",
        ),
    ];

    const fn alone(name: &'static str, class: Class, meaning: &'static str) -> Self {
        Self { name, meaning, alone: class, to: None }
    }

    /// The class, of those that moved to a node if one is given; `None` where the name does not go with one.
    pub fn class(&self, to: Option<Node>) -> Option<Class> {
        to.map_or(Some(self.alone), |node| self.to.map(|class| class(node)))
    }
}

impl Node {
    /// The level at which it is a node.
    pub fn level(self) -> Level {
        match self {
            Self::Stage(_) => Level::Stage,
            Self::Touchpoint(_) => Level::Touchpoint,
        }
    }
}

impl Who {
    /// The customers of any of some personas; everybody, where there is none.
    pub fn of_any(personas: Vec<PersonaId>) -> Self {
        match &personas[..] {
            [] => Self::Everybody,
            [one] => Self::Persona(*one),
            _ => Self::Personas(personas),
        }
    }

    /// Whether it is a name for people: it says nothing of single ones, nor what they did.
    pub fn is_name(&self) -> bool {
        matches!(self, Self::Everybody | Self::Segment(_) | Self::Persona(_) | Self::Personas(_))
    }

    /// Whether nobody is left out.
    pub fn is_everybody(&self) -> bool {
        *self == Self::Everybody
    }
}

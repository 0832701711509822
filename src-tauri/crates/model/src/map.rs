//! The parts of a map as plain values: what the workspace file keeps of them.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{
    AnyChannel, Details, Lifecycle, MapId, PersonaFeeling, PersonaId, Sentiment, StageDetails, StageId,
    TouchpointId, TransitionDetails, TransitionId,
};

/// A map: the way of one persona or several through one lifecycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Map {
    /// Its row.
    pub id: MapId,
    /// Its title, unique in the workspace.
    pub title: String,
    /// The shape its lifecycle is meant to have.
    pub lifecycle: Lifecycle,
    /// Whose journeys it tells, the one that matters most first.
    pub personas: Vec<PersonaId>,
    /// What it is to another map that tells the same otherwise.
    pub twin: Option<Twin>,
    /// The name of the folder that it is in; empty for none.
    pub folder: String,
}

impl Map {
    /// A map that tells of nobody in particular, in no folder and without a twin.
    pub fn new(id: MapId, title: &str, lifecycle: Lifecycle) -> Self {
        let title = title.to_owned();
        Self { id, title, lifecycle, personas: Vec::new(), twin: None, folder: String::new() }
    }
}

/// What a map is to its twin, the other of two that show how things are and how they are to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Twin {
    /// The other map.
    pub map: MapId,
    /// Which of the two this one is.
    pub state: TwinState,
}

/// Whether a map shows how things are or how they are to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TwinState {
    /// How things are.
    AsIs,
    /// How they are to be.
    ToBe,
}

impl TwinState {
    /// The name by which the workspace file and documents know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsIs => "as_is",
            Self::ToBe => "to_be",
        }
    }

    /// The one with this stored name, or `None`.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::AsIs, Self::ToBe].into_iter().find(|state| state.name() == name)
    }

    /// That of the other of two twins.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::AsIs => Self::ToBe,
            Self::ToBe => Self::AsIs,
        }
    }
}

/// A stage: a step of the lifecycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Stage {
    /// Its row.
    pub id: StageId,
    /// Its title, unique on the map.
    pub title: String,
    /// Whether arriving here is the goal; `None` leaves it to the default: the last stage is.
    pub goal: Option<bool>,
    /// Whether it stays where it is, as wide as it is, and is not deleted. Its cards are locked each by itself.
    pub locked: bool,
    /// What else is written of it, and how it looks.
    pub details: StageDetails,
}

/// Where a touchpoint's card stands: its left top corner, in scene units, from the left top of its stage's column.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize, Type)]
pub struct Place {
    /// To the right, from the left edge of the column.
    #[specta(type = Number)]
    pub x: f64,
    /// Downwards, from the top of the column below the stage's header.
    #[specta(type = Number)]
    pub y: f64,
}

/// A touchpoint: where customer and company meet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Touchpoint {
    /// Its row.
    pub id: TouchpointId,
    /// The stage it is in.
    pub stage: StageId,
    /// Its title. Two touchpoints may share one.
    pub title: String,
    /// Where its card stands in the stage's column.
    pub place: Place,
    /// The channel it uses.
    pub channel: Option<AnyChannel>,
    /// How customers feel here: of a map with personas, the first of them.
    pub sentiment: Option<Sentiment>,
    /// How other personas feel here, in the order of their ids; also such as the map does not tell of now.
    pub feelings: Vec<PersonaFeeling>,
    /// Whether arriving here is the goal; `None` follows its stage.
    pub goal: Option<bool>,
    /// The event names that count as contact here, sorted. On one map each belongs to at most one touchpoint.
    pub events: Vec<String>,
    /// The map that it opens, on which what happens here is a journey of its own.
    pub sub_journey: Option<MapId>,
    /// Whether its card stays where it is and is not deleted. What is written of it may change.
    pub locked: bool,
    /// What else is written of it.
    pub details: Details,
}

/// A transition: the map says that customers go from one touchpoint to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Transition {
    /// Its row.
    pub id: TransitionId,
    /// Where it starts.
    pub from: TouchpointId,
    /// Where it ends; the same touchpoint for a loop.
    pub to: TouchpointId,
    /// What is written on it, and its kind.
    pub details: TransitionDetails,
}

//! The parts of a map as plain values: what the workspace file keeps of them.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{
    AnyChannel, Details, Lifecycle, MapId, PersonaId, Sentiment, StageDetails, StageId, TouchpointId,
    TransitionDetails, TransitionId,
};

/// A map: one persona's way through one lifecycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Map {
    /// Its row.
    pub id: MapId,
    /// Its title, unique in the workspace.
    pub title: String,
    /// The shape its lifecycle is meant to have.
    pub lifecycle: Lifecycle,
    /// Whose journey it tells.
    pub persona: Option<PersonaId>,
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
    /// How customers feel here.
    pub sentiment: Option<Sentiment>,
    /// Whether arriving here is the goal; `None` follows its stage.
    pub goal: Option<bool>,
    /// The event names that count as contact here, sorted. On one map each belongs to at most one touchpoint.
    pub events: Vec<String>,
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

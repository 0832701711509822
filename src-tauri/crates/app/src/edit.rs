//! Every edit that a shell may ask for. Positions are absolute on the scene; the session finds the stage.

use model::{
    ChannelKind, Lifecycle, MapId, PersonaId, SegmentId, Sentiment, StageId, TouchpointId, TransitionId,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::Locale;

/// A card's left top corner on the scene.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Move {
    /// Whose card.
    pub touchpoint: TouchpointId,
    /// Its left edge.
    #[specta(type = Number)]
    pub left: f64,
    /// Its top edge.
    #[specta(type = Number)]
    pub top: f64,
}

/// Which way a transition joins a new touchpoint to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Joined {
    /// From the other to the new one.
    From(TouchpointId),
    /// From the new one to the other.
    To(TouchpointId),
}

/// One edit: one transaction, one step of history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Adds a map with the stages of a lifecycle template.
    AddMap {
        /// Its title.
        title: String,
        /// A template of [`crate::templates`].
        template: String,
        /// The language of its stages.
        locale: Locale,
    },
    /// Renames a map.
    RenameMap {
        /// Which.
        map: MapId,
        /// The new title.
        title: String,
    },
    /// Sets the shape that the lifecycle is meant to have.
    SetLifecycle {
        /// Which map.
        map: MapId,
        /// The shape.
        lifecycle: Lifecycle,
    },
    /// Sets whose journey a map tells.
    SetMapPersona {
        /// Which map.
        map: MapId,
        /// Whose, or nobody's.
        persona: Option<PersonaId>,
    },
    /// Deletes a map with all that is on it.
    DeleteMap {
        /// Which.
        map: MapId,
    },
    /// Adds a stage.
    AddStage {
        /// To which map.
        map: MapId,
        /// Its title.
        title: String,
        /// Its position from 0; the number of stages to add it last.
        position: u32,
    },
    /// Renames a stage.
    RenameStage {
        /// Which.
        stage: StageId,
        /// The new title.
        title: String,
    },
    /// Moves a stage, with its touchpoints, to another position.
    MoveStage {
        /// Which.
        stage: StageId,
        /// The position from 0 that it has afterwards.
        position: u32,
    },
    /// Says whether a stage is a goal; `None` leaves it to the default.
    SetStageGoal {
        /// Which.
        stage: StageId,
        /// Whether it is.
        goal: Option<bool>,
    },
    /// Deletes a stage with its touchpoints and their transitions.
    DeleteStage {
        /// Which.
        stage: StageId,
    },
    /// Adds a touchpoint.
    AddTouchpoint {
        /// To which map.
        map: MapId,
        /// Its title.
        title: String,
        /// The left edge of its card on the scene.
        #[specta(type = Number)]
        left: f64,
        /// The top edge.
        #[specta(type = Number)]
        top: f64,
        /// The touchpoint that a transition joins it to in the same step.
        joined: Option<Joined>,
    },
    /// Adds a touchpoint to a stage, where there is room.
    AddTouchpointTo {
        /// To which map.
        map: MapId,
        /// To which of its stages.
        stage: StageId,
        /// Its title.
        title: String,
    },
    /// Renames a touchpoint.
    RenameTouchpoint {
        /// Which.
        touchpoint: TouchpointId,
        /// The new title.
        title: String,
    },
    /// Moves touchpoints, into other stages if their cards land there.
    MoveTouchpoints {
        /// On which map.
        map: MapId,
        /// Which, and where to.
        moves: Vec<Move>,
    },
    /// Sets the channel of a touchpoint.
    SetChannel {
        /// Which touchpoint.
        touchpoint: TouchpointId,
        /// Its channel, or none.
        channel: Option<ChannelKind>,
    },
    /// Sets how customers feel at a touchpoint.
    SetSentiment {
        /// Which touchpoint.
        touchpoint: TouchpointId,
        /// How, or unknown.
        sentiment: Option<Sentiment>,
    },
    /// Sets the event names that count as contact at a touchpoint.
    SetEvents {
        /// Which touchpoint.
        touchpoint: TouchpointId,
        /// Its event names.
        events: Vec<String>,
    },
    /// Leaves an event on no touchpoint of a map, so that nobody is asked about it again, or takes that back.
    LeaveEvent {
        /// Of which map.
        map: MapId,
        /// The event name.
        event: String,
        /// Whether it is left.
        left: bool,
    },
    /// Says whether a touchpoint is a goal; `None` follows its stage.
    SetTouchpointGoal {
        /// Which.
        touchpoint: TouchpointId,
        /// Whether it is.
        goal: Option<bool>,
    },
    /// Joins two touchpoints of a map by a transition.
    Connect {
        /// Where it starts.
        from: TouchpointId,
        /// Where it ends.
        to: TouchpointId,
    },
    /// Deletes touchpoints (with their transitions) and transitions.
    Delete {
        /// Which touchpoints.
        touchpoints: Vec<TouchpointId>,
        /// Which transitions.
        transitions: Vec<TransitionId>,
    },
    /// Adds a persona.
    AddPersona {
        /// Its name.
        name: String,
    },
    /// Edits a persona; what is `None` stays.
    EditPersona {
        /// Which.
        persona: PersonaId,
        /// Its name.
        name: Option<String>,
        /// Who this is.
        description: Option<String>,
        /// What this persona wants.
        goals: Option<String>,
        /// What stands in the way.
        frustrations: Option<String>,
    },
    /// Says which stored customers a persona stands for.
    SetPersonaSegment {
        /// Which persona.
        persona: PersonaId,
        /// Which segment, or none.
        segment: Option<SegmentId>,
    },
    /// Deletes a persona; the maps that told its journey stay.
    DeletePersona {
        /// Which.
        persona: PersonaId,
    },
    /// Adds a segment: the customers whose attribute has a value.
    AddSegment {
        /// Its name.
        name: String,
        /// The attribute.
        attribute: String,
        /// The value.
        value: String,
    },
    /// Deletes a segment; personas that stood for it stand for nobody.
    DeleteSegment {
        /// Which.
        segment: SegmentId,
    },
}

//! Typed ids: the row ids of the workspace file, so that a stage is never taken for a touchpoint.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        #[serde(transparent)]
        pub struct $name(#[specta(type = Number)] pub i64);
    )*};
}

id! {
    /// A map in the workspace.
    MapId;
    /// A stage of one map.
    StageId;
    /// A touchpoint of one map.
    TouchpointId;
    /// A transition of one map.
    TransitionId;
    /// A lane of one map.
    LaneId;
    /// A card in a cell of a lane.
    CardId;
    /// A step of the story of one map.
    StoryStepId;
    /// A sticky note on a map.
    NoteId;
    /// A persona of the workspace.
    PersonaId;
    /// A segment of the workspace.
    SegmentId;
    /// A stored customer.
    CustomerId;
    /// An import of customers or interactions.
    ImportId;
    /// A state of the maps that has a name.
    VersionId;
}

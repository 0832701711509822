//! A scene: what a map looks like, as items that painters translate and shells make touchable.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::primitive::{Colour, Primitive, Rect};
use model::{StageId, TouchpointId, TransitionId};

/// What an item stands for. With it a shell knows what a click or a drag is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// The map's title and persona.
    Heading,
    /// A stage: its header and its column.
    Stage {
        /// Which.
        stage: StageId,
    },
    /// A stage edge.
    StageEdge {
        /// Where it starts.
        from: StageId,
        /// Where it ends.
        to: StageId,
    },
    /// The card of a touchpoint.
    Touchpoint {
        /// Which.
        touchpoint: TouchpointId,
    },
    /// A transition that the map has.
    Transition {
        /// Which.
        transition: TransitionId,
        /// Where it starts.
        from: TouchpointId,
        /// Where it ends.
        to: TouchpointId,
    },
    /// A way that customers take and the map does not have.
    Ghost {
        /// Where it starts.
        from: TouchpointId,
        /// Where it ends.
        to: TouchpointId,
    },
    /// The legend with its definitions.
    Legend,
}

/// One thing on the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SceneItem {
    /// Its name in this scene, stable while what it stands for is: `touchpoint-12`, `ghost-3-5`.
    pub id: String,
    /// What it stands for.
    pub subject: Subject,
    /// Its rectangle: of a touchpoint, the card; of an edge, the box around its curve.
    pub bounds: Rect,
    /// What a screen reader says of it, with its numbers, whole. Empty for a part of another item with the same
    /// subject (the label on a curve, painted above the cards): painters hide it from assistive technology.
    pub label: String,
    /// What to paint, in order.
    pub primitives: Vec<Primitive>,
}

/// The whole picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Scene {
    /// Everything with its margin. The origin is the left top corner of the first column's content, so that no card
    /// moves when a heading, an overlay or an arc above it comes or goes: left and top may be negative.
    pub bounds: Rect,
    /// What is behind everything.
    pub background: Colour,
    /// The items in the order in which they are painted.
    pub items: Vec<SceneItem>,
}

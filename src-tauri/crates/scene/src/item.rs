//! A scene: what a map looks like, as items that painters translate and shells make touchable.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::outline::Outline;
use crate::primitive::{Colour, Primitive, Rect};
use crate::zones::Zones;
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

impl Subject {
    /// The id of the item that stands for it.
    pub(crate) fn id(&self) -> String {
        match self {
            Self::Heading => "heading".to_owned(),
            Self::Stage { stage } => format!("stage-{}", stage.0),
            Self::StageEdge { from, to } => format!("stage-edge-{}-{}", from.0, to.0),
            Self::Touchpoint { touchpoint } => format!("touchpoint-{}", touchpoint.0),
            Self::Transition { transition, .. } => format!("transition-{}", transition.0),
            Self::Ghost { from, to } => format!("ghost-{}-{}", from.0, to.0),
            Self::Legend => "legend".to_owned(),
        }
    }
}

/// One thing on the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SceneItem {
    /// Its name in this scene, stable while what it stands for is. Nothing is to be read from it.
    pub id: String,
    /// The id of the item that it is a part of: of the label on a curve, painted above the cards, the curve.
    pub part_of: Option<String>,
    /// What it stands for.
    pub subject: Subject,
    /// Its rectangle: of a touchpoint, the card; of an edge, the box around its curve.
    pub bounds: Rect,
    /// What a screen reader says of it, with its numbers, whole. Empty for a part of another item, which painters
    /// hide from assistive technology.
    pub label: String,
    /// What of it hands can touch.
    pub zones: Zones,
    /// What to paint, in order.
    pub primitives: Vec<Primitive>,
}

impl SceneItem {
    /// The item of a subject.
    pub(crate) fn new(subject: Subject, bounds: Rect, label: String, primitives: Vec<Primitive>) -> Self {
        Self { id: subject.id(), part_of: None, subject, bounds, label, zones: Zones::default(), primitives }
    }

    /// The label on an item, painted apart from it.
    pub(crate) fn label_on(subject: Subject, bounds: Rect, primitives: Vec<Primitive>) -> Self {
        let whole = subject.id();
        Self {
            id: format!("{whole}-label"),
            part_of: Some(whole),
            ..Self::new(subject, bounds, String::new(), primitives)
        }
    }

    /// The item with these zones.
    #[must_use]
    pub(crate) fn with(self, zones: Zones) -> Self {
        Self { zones, ..self }
    }
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
    /// The order in which they are read.
    pub outline: Outline,
}

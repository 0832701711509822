//! What an item of a scene stands for.

use model::{CardId, LaneId, Node, NoteId, PersonaId, StageId, TouchpointId, TransitionId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What an item stands for. With it a shell knows what a click or a drag is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Subject {
    /// The map's title, and whose journeys it tells.
    Heading,
    /// A persona in the heading.
    Persona {
        /// Which.
        persona: PersonaId,
    },
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
    /// The title of a lane, and what it shows of the touchpoints.
    Lane {
        /// Which.
        lane: LaneId,
    },
    /// What a lane says of a stage or a touchpoint.
    Cell {
        /// Which lane.
        lane: LaneId,
        /// Of what.
        of: Node,
    },
    /// A card in a cell of a lane.
    LaneCard {
        /// Which.
        card: CardId,
    },
    /// A sticky note.
    Note {
        /// Which.
        note: NoteId,
    },
    /// The frame around the notes of a cluster.
    Cluster {
        /// The first of them.
        note: NoteId,
    },
    /// The legend with its definitions.
    Legend,
    /// A part of a persona's sheet.
    Sheet {
        /// Which.
        part: SheetPart,
    },
}

/// A part of a persona's sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SheetPart {
    /// The panel behind the avatar and the facts.
    Panel,
    /// The name.
    Name,
    /// Role, age and place.
    Facts,
    /// The share of all customers.
    Share,
    /// The channels.
    Channels,
    /// The brands.
    Brands,
    /// What the persona would say.
    Quote,
    /// Its story.
    Story,
    /// What it wants.
    Goals,
    /// What stands in the way.
    Frustrations,
    /// What it needs.
    Needs,
    /// What drives it.
    Motivations,
    /// What it is like.
    Traits,
}

impl SheetPart {
    fn name(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::Name => "name",
            Self::Facts => "facts",
            Self::Share => "share",
            Self::Channels => "channels",
            Self::Brands => "brands",
            Self::Quote => "quote",
            Self::Story => "story",
            Self::Goals => "goals",
            Self::Frustrations => "frustrations",
            Self::Needs => "needs",
            Self::Motivations => "motivations",
            Self::Traits => "traits",
        }
    }
}

impl Subject {
    /// The id of the item that stands for it.
    pub(crate) fn id(&self) -> String {
        match self {
            Self::Heading => "heading".to_owned(),
            Self::Persona { persona } => format!("persona-{}", persona.0),
            Self::Stage { stage } => format!("stage-{}", stage.0),
            Self::StageEdge { from, to } => format!("stage-edge-{}-{}", from.0, to.0),
            Self::Touchpoint { touchpoint } => format!("touchpoint-{}", touchpoint.0),
            Self::Transition { transition, .. } => format!("transition-{}", transition.0),
            Self::Ghost { from, to } => format!("ghost-{}-{}", from.0, to.0),
            Self::Lane { lane } => format!("lane-{}", lane.0),
            Self::Cell { lane, of: Node::Stage(stage) } => format!("cell-{}-{}", lane.0, stage.0),
            Self::Cell { lane, of: Node::Touchpoint(touchpoint) } => {
                format!("cell-{}-of-{}", lane.0, touchpoint.0)
            }
            Self::LaneCard { card } => format!("lane-card-{}", card.0),
            Self::Note { note } => format!("note-{}", note.0),
            Self::Cluster { note } => format!("cluster-{}", note.0),
            Self::Legend => "legend".to_owned(),
            Self::Sheet { part } => format!("sheet-{}", part.name()),
        }
    }
}

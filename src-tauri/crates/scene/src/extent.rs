//! How much of a map a picture shows.

use model::{CardId, Journey, Node, NoteId, StageId, TouchpointId};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Subject;

/// How much of a map a picture shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// A stage with its touchpoints.
    Stage {
        /// Which.
        stage: StageId,
    },
    /// Some touchpoints.
    Touchpoints {
        /// Which.
        touchpoints: Vec<TouchpointId>,
    },
}

/// What is in a part of a map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    /// The stages.
    pub stages: FxHashSet<StageId>,
    /// The touchpoints.
    pub touchpoints: FxHashSet<TouchpointId>,
    /// The cards in lanes.
    pub cards: FxHashSet<CardId>,
    /// The sticky notes.
    pub notes: FxHashSet<NoteId>,
}

impl Extent {
    /// What is in it; none of the whole.
    pub(crate) fn members(&self, journey: &Journey) -> Option<Members> {
        let mut members = Members::default();
        match self {
            Self::Whole => return None,
            Self::Stage { stage } => {
                members.stages.insert(*stage);
                members.touchpoints.extend(journey.touchpoints_of(*stage).map(|touchpoint| touchpoint.id));
            }
            Self::Touchpoints { touchpoints } => members.touchpoints.extend(touchpoints),
        }
        let cards = journey.cards().iter().filter(|card| members.has_node(card.of));
        members.cards = cards.map(|card| card.id).collect();
        let notes = journey.workshop().notes.iter();
        let notes = notes.filter(|note| note.on.is_some_and(|node| members.has_node(node)));
        members.notes = notes.map(|note| note.id).collect();
        Some(members)
    }
}

impl Members {
    /// Whether a picture of the part shows what stands for this: of what leads from one to another both ends are in it.
    pub fn has(&self, subject: Subject) -> bool {
        match subject {
            Subject::Stage { stage } => self.stages.contains(&stage),
            Subject::StageEdge { from, to } => self.stages.contains(&from) && self.stages.contains(&to),
            Subject::Touchpoint { touchpoint } => self.touchpoints.contains(&touchpoint),
            Subject::Transition { from, to, .. } | Subject::Ghost { from, to } => {
                self.touchpoints.contains(&from) && self.touchpoints.contains(&to)
            }
            Subject::Cell { of, .. } => self.has_node(of),
            Subject::LaneCard { card } => self.cards.contains(&card),
            Subject::Note { note } | Subject::Cluster { note } => self.notes.contains(&note),
            Subject::Heading
            | Subject::Persona { .. }
            | Subject::Lane { .. }
            | Subject::Legend
            | Subject::Sheet { .. } => false,
        }
    }

    fn has_node(&self, node: Node) -> bool {
        match node {
            Node::Stage(stage) => self.stages.contains(&stage),
            Node::Touchpoint(touchpoint) => self.touchpoints.contains(&touchpoint),
        }
    }
}

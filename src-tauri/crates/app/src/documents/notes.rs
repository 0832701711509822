//! The sticky notes of maps in documents.

use std::collections::HashMap;

use model::{Node, Note, NoteId, Outcome, Place, StageId, StageTint, TouchpointId, Vote};
use serde::{Deserialize, Serialize};

use super::maps::{CellOf, exact, is_free};

/// A sticky note.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteEntry {
    /// What it sticks on; `null` where that is the map itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<CellOf>,
    #[serde(deserialize_with = "exact")]
    pub x: f64,
    #[serde(deserialize_with = "exact")]
    pub y: f64,
    #[serde(default, skip_serializing_if = "is_free")]
    pub parked: bool,
    pub text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    pub tint: StageTint,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cluster: String,
    #[serde(default, skip_serializing_if = "is_free")]
    pub covered: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

impl NoteEntry {
    /// What a note of a map is, of whose stages and touchpoints these are the titles and the places.
    pub fn of(note: &Note, stages: &HashMap<StageId, &str>, places: &HashMap<TouchpointId, usize>) -> Self {
        let on = |on| match on {
            Node::Stage(stage) => CellOf::Stage(stages[&stage].to_owned()),
            Node::Touchpoint(touchpoint) => CellOf::Touchpoint(places[&touchpoint]),
        };
        let Note { id: _, on: of, place, parked, text, author, tint, cluster, covered, votes, outcome } =
            note.clone();
        let Place { x, y } = place;
        Self { on: of.map(on), x, y, parked, text, author, tint, cluster, covered, votes, outcome }
    }

    /// The note, on what that is here.
    pub fn note(&self, on: Option<Node>) -> Note {
        Note {
            id: NoteId(0),
            on,
            place: Place { x: self.x, y: self.y },
            parked: self.parked,
            text: self.text.clone(),
            author: self.author.clone(),
            tint: self.tint,
            cluster: self.cluster.clone(),
            covered: self.covered,
            votes: self.votes.clone(),
            outcome: self.outcome.clone(),
        }
    }
}

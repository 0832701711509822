//! Tidying up: where the cards of a map belong, by how many customers move between them.

use std::collections::BTreeMap;

use model::{Level, MapId, Node, Place, Question, TouchpointId};

use crate::operations::{Placed, TidyUp, locked};
use crate::{AppError, Changes, Session};

impl Session {
    /// Puts the cards of a map in order: those of some touchpoints, or all of them, save the locked ones. However the map is looked at, what
    /// weighs are the moves of everybody.
    pub fn tidy_up(&mut self, map: MapId, only: &[TouchpointId]) -> Result<Changes, AppError> {
        let journey = self.workspace.journey(map)?;
        let overlay = self.overlay(&journey, &Question::new(Level::Touchpoint))?;
        let moved: BTreeMap<(Node, Node), u64> =
            overlay.edges.iter().map(|flow| ((flow.from, flow.to), flow.moved)).collect();
        let customers = |from, to| {
            moved.get(&(Node::Touchpoint(from), Node::Touchpoint(to))).copied().unwrap_or_default()
        };
        let held = locked(&journey);
        let is_meant = |touchpoint| only.is_empty() || only.contains(&touchpoint);
        let may_move = |touchpoint| is_meant(touchpoint) && !held.contains(&touchpoint);
        let card = |(touchpoint, Place { x, y }): (TouchpointId, Place)| Placed { touchpoint, x, y };
        let places = scene::tidied(&journey, may_move, customers).into_iter().map(card).collect();
        self.edit(&TidyUp { map, places }.into())
    }
}

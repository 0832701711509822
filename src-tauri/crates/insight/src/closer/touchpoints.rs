//! Which touchpoint of a map lists each event, whatever the level of a question.

use model::{Columns, Journey, Level, Node, TouchpointId};

use crate::nodes::Nodes;
use crate::number::Number;

/// The touchpoints of a map by event code.
pub(super) struct Touchpoints {
    ids: Vec<TouchpointId>,
    of_code: Vec<u32>,
}

impl Touchpoints {
    /// Those of a map.
    pub(super) fn of(columns: &Columns, journey: &Journey) -> Self {
        let nodes = Nodes::of(columns, journey, Level::Touchpoint);
        let id = |node: &Node| match node {
            Node::Touchpoint(id) => Some(*id),
            Node::Stage(_) => None,
        };
        Self { of_code: nodes.of_code(columns.events.len()), ids: nodes.list.iter().filter_map(id).collect() }
    }

    /// The touchpoints by number.
    pub(super) fn ids(&self) -> &[TouchpointId] {
        &self.ids
    }

    /// The number of the touchpoint that lists an event.
    pub(super) fn number(&self, code: usize) -> Option<usize> {
        let number = self.of_code[code];
        (number != <u32 as Number>::UNMATCHED).then_some(number as usize)
    }

    /// The touchpoint that lists an event.
    pub(super) fn of_code(&self, code: usize) -> Option<TouchpointId> {
        Some(self.ids[self.number(code)?])
    }
}

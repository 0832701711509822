//! The nodes of a journey at one level, as small numbers, and which of them each event code belongs to.

use std::collections::BTreeMap;

use model::{Columns, Journey, Level, Node};
use rustc_hash::FxHashMap;

use crate::number::Number;

/// The nodes at a level, numbered in the order of the map.
#[derive(Debug)]
pub(crate) struct Nodes {
    /// The nodes by number.
    pub(crate) list: Vec<Node>,
    /// The number of the node that each event belongs to, by code.
    of_event: Vec<Option<u32>>,
    /// Which of the nodes list events.
    lists_events: Vec<bool>,
    /// Whether some event belongs to none.
    pub(crate) has_unmatched: bool,
    numbers: BTreeMap<Node, u32>,
}

impl Nodes {
    /// The nodes of a journey at a level, with the table for the events of the columns.
    pub(crate) fn of(columns: &Columns, journey: &Journey, level: Level) -> Self {
        let list = journey.nodes(level);
        let numbers: BTreeMap<Node, u32> = list.iter().copied().zip(0..).collect();
        let mut lists_events = vec![false; list.len()];
        let mut of_event: FxHashMap<&str, u32> = FxHashMap::default();
        for touchpoint in journey.touchpoints() {
            let node = match level {
                Level::Stage => Node::Stage(touchpoint.stage),
                Level::Touchpoint => Node::Touchpoint(touchpoint.id),
            };
            let Some(&number) = numbers.get(&node) else { continue };
            lists_events[number as usize] |= !touchpoint.events.is_empty();
            of_event.extend(touchpoint.events.iter().map(|event| (event.as_str(), number)));
        }
        let of_event: Vec<_> =
            columns.events.iter().map(|event| of_event.get(event.as_str()).copied()).collect();
        let has_unmatched = of_event.contains(&None);
        Self { list, of_event, lists_events, has_unmatched, numbers }
    }

    /// The number of the node that each of so many codes belongs to.
    pub(crate) fn of_code<N: Number>(&self, codes: usize) -> Vec<N> {
        let mut of_code: Vec<N> = self.of_event.iter().map(|node| node.map_or(N::UNMATCHED, N::of)).collect();
        of_code.resize(codes, N::UNMATCHED);
        of_code
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The number of a node, if the level has it.
    pub(crate) fn number(&self, node: Node) -> Option<u32> {
        self.numbers.get(&node).copied()
    }

    /// Which nodes the map leads on from to one that lists no events.
    pub(crate) fn unseen_ahead(&self, drawn: &[(u32, u32)]) -> Vec<bool> {
        let mut unseen = vec![false; self.len()];
        for &(from, to) in drawn {
            unseen[from as usize] |= !self.lists_events[to as usize];
        }
        unseen
    }

    /// The edges that the map has at a level, by the numbers of their ends, sorted.
    pub(crate) fn drawn(&self, journey: &Journey, level: Level) -> Vec<(u32, u32)> {
        let mut edges: Vec<_> = journey
            .edges(level)
            .into_iter()
            .filter_map(|(from, to)| Some((self.number(from)?, self.number(to)?)))
            .collect();
        edges.sort_unstable();
        edges
    }
}

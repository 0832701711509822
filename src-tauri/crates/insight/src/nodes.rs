//! The nodes of a journey at one level, as small numbers, and which of them each event code belongs to.

use std::collections::BTreeMap;

use model::{Codes, Columns, Journey, Level, Node};
use rustc_hash::FxHashMap;

/// Stands in the table for an event that no touchpoint lists.
pub(crate) const UNMATCHED: u32 = u32::MAX;

/// The nodes at a level, numbered in the order of the map.
#[derive(Debug)]
pub(crate) struct Nodes {
    /// The nodes by number.
    pub(crate) list: Vec<Node>,
    /// The number of the node that each event code belongs to, or [`UNMATCHED`]; has every code of its width.
    pub(crate) of_code: Vec<u32>,
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
        let mut of_code: Vec<u32> = columns
            .events
            .iter()
            .map(|event| of_event.get(event.as_str()).copied().unwrap_or(UNMATCHED))
            .collect();
        let has_unmatched = of_code.contains(&UNMATCHED);
        of_code.resize(every_code(&columns.event), UNMATCHED);
        Self { list, of_code, lists_events, has_unmatched, numbers }
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

fn every_code(codes: &Codes) -> usize {
    match codes {
        Codes::Narrow(_) => 1 << u8::BITS,
        Codes::Wide(_) => 1 << u16::BITS,
    }
}

//! Transitions and ghost paths between touchpoints.

use std::cmp::Reverse;

use model::{Flow, Kind, Level, Node, TouchpointId, TransitionId};

use crate::line::Line;
use crate::page::Page;
use crate::path::Path;
use crate::routing::Wire;
use crate::zones::Zones;
use crate::{SceneItem, Subject, spoken};

/// A ghost path is shown from this share of those who had time.
const GHOST_SHARE: f64 = 0.05;
/// A ghost path is shown from this many.
const GHOST_COUNT: u64 = 3;
/// Never more ghost paths than this.
const GHOSTS: usize = 60;
/// An edge between two cards.
pub(super) struct Edge<'a> {
    /// Of a ghost path, none.
    pub transition: Option<TransitionId>,
    from: TouchpointId,
    to: TouchpointId,
    /// The indices of the cards.
    pub cards: (u32, u32),
    pub flow: Option<&'a Flow>,
}

/// The transitions of the map.
pub(super) fn drawn<'a>(page: &Page<'a>) -> impl Iterator<Item = Edge<'a>> {
    page.journey.transitions().into_iter().filter_map(|transition| {
        Some(Edge {
            transition: Some(transition.id),
            from: transition.from,
            to: transition.to,
            cards: (page.layout.card(transition.from)?, page.layout.card(transition.to)?),
            flow: page.counted.as_ref().and_then(|counted| counted.flow(transition.from, transition.to)),
        })
    })
}

/// The ghost paths to show, the weakest first so that the strongest lie on top; and of how many.
pub(super) fn ghosts<'a>(page: &Page<'a>) -> (Vec<Edge<'a>>, usize) {
    let Some(counted) = page.counted.as_ref().filter(|_| page.level() == Some(Level::Touchpoint)) else {
        return (Vec::new(), 0);
    };
    let all = counted.evidence.touchpoints.edges.iter().filter(|flow| flow.kind == Kind::Ghost);
    let count = all.clone().count();
    let matters = |flow: &&Flow| {
        flow.moved >= GHOST_COUNT && flow.conversion.is_some_and(|rate| rate.rate >= GHOST_SHARE)
    };
    let mut shown: Vec<&Flow> = all.filter(matters).collect();
    shown.sort_by_key(|flow| (Reverse(flow.moved), flow.from, flow.to));
    shown.truncate((page.journey.len() / 2).clamp(3, GHOSTS));
    (shown.into_iter().rev().filter_map(|flow| ghost(page, flow)).collect(), count)
}

fn ghost<'a>(page: &Page<'a>, flow: &'a Flow) -> Option<Edge<'a>> {
    let (Node::Touchpoint(from), Node::Touchpoint(to)) = (flow.from, flow.to) else { return None };
    let cards = (page.layout.card(from)?, page.layout.card(to)?);
    Some(Edge { transition: None, from, to, cards, flow: Some(flow) })
}

impl Edge<'_> {
    pub(super) fn subject(&self) -> Subject {
        let (from, to) = (self.from, self.to);
        match self.transition {
            Some(transition) => Subject::Transition { transition, from, to },
            None => Subject::Ghost { from, to },
        }
    }

    /// What is routed for it.
    pub(super) fn wire(&self) -> Wire {
        Wire { from: self.cards.0, to: self.cards.1, firm: self.transition.is_some() }
    }

    /// How it is drawn.
    pub(super) fn line(&self, page: &Page) -> Line {
        Line::of(page, self.flow, self.transition.is_none())
    }

    /// Its item, without the label.
    pub(super) fn item(&self, page: &Page, line: &Line, path: &Path) -> SceneItem {
        let key = if self.transition.is_some() { "spoken-edge" } else { "spoken-ghost" };
        let (from, to) = (page.title(self.from), page.title(self.to));
        let label = spoken::of_edge(page, key, from, to, self.flow);
        let bounds = path.painted(line.width + 8.0);
        SceneItem::new(self.subject(), bounds, label, line.paint_apart(page, path))
            .with(Zones::of_line(path.data(), line.width))
    }
}

//! Transitions and ghost paths between touchpoints.

use std::cmp::Reverse;

use model::{Flow, Kind, Level, Node, TouchpointId, TransitionDetails, TransitionId, TransitionKind};
use rustc_hash::FxHashSet;

use crate::chip::Chip;
use crate::line::{Line, Standing};
use crate::page::Page;
use crate::path::Path;
use crate::routing::Wire;
use crate::tag::{Tag, written_width};
use crate::zones::{Handle, Zones};
use crate::{PathCount, SceneItem, Subject, spoken};

/// A ghost path is shown from this share of those who had time.
const GHOST_SHARE: f64 = 0.05;
/// A ghost path is shown from this many.
const GHOST_COUNT: u64 = 3;
/// Never more ghost paths than this; of one card.
const GHOSTS: usize = 60;
const GHOSTS_OF_ONE: usize = 8;
/// An edge between two cards.
pub(super) struct Edge<'a> {
    /// Of a ghost path, none.
    pub transition: Option<TransitionId>,
    /// What is written on it, and its kind.
    details: Option<&'a TransitionDetails>,
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
            details: Some(&transition.details),
            from: transition.from,
            to: transition.to,
            cards: (page.layout.card(transition.from)?, page.layout.card(transition.to)?),
            flow: page.counted.as_ref().and_then(|counted| counted.flow(transition.from, transition.to)),
        })
    })
}

/// The ghost paths to show, the weakest first so that the strongest lie on top.
pub(super) fn ghosts<'a>(page: &Page<'a>) -> Vec<Edge<'a>> {
    let Some(counted) = page.counted.as_ref().filter(|_| page.measures_paths(Level::Touchpoint)) else {
        return Vec::new();
    };
    let all = counted.evidence.touchpoints.edges.iter().filter(|flow| flow.kind == Kind::Ghost);
    let matters = |flow: &&Flow| {
        let enough =
            flow.moved >= GHOST_COUNT && flow.conversion.is_some_and(|rate| rate.rate >= GHOST_SHARE);
        counted.paths.lead(flow) || (enough && counted.paths.keep(flow))
    };
    let mut shown: Vec<&Flow> = all.filter(matters).collect();
    // Where there is no room for all, those go first that are no strongest way.
    shown.sort_by_key(|flow| (!counted.paths.lead(flow), Reverse(flow.moved), flow.from, flow.to));
    shown.truncate((page.journey.len() / 2).clamp(3, GHOSTS));
    shown.into_iter().rev().filter_map(|flow| ghost(page, flow)).collect()
}

/// The ghost paths into and out of a touchpoint that are not among those shown, the strongest last.
pub(super) fn more_ghosts<'a>(page: &Page<'a>, touchpoint: TouchpointId, shown: &[Edge]) -> Vec<Edge<'a>> {
    let Some(counted) = page.counted.as_ref().filter(|_| page.measures_paths(Level::Touchpoint)) else {
        return Vec::new();
    };
    let touches = |flow: &&Flow| {
        let node = Node::Touchpoint(touchpoint);
        flow.kind == Kind::Ghost && flow.moved > 0 && (flow.from == node || flow.to == node)
    };
    let mut more: Vec<(&Flow, Edge)> = (counted.evidence.touchpoints.edges.iter().filter(touches))
        .filter_map(|flow| Some((flow, ghost(page, flow)?)))
        .filter(|(_, edge)| !shown.iter().any(|other| (other.from, other.to) == (edge.from, edge.to)))
        .collect();
    more.sort_by_key(|(flow, _)| (Reverse(flow.moved), flow.from, flow.to));
    more.truncate(GHOSTS_OF_ONE);
    more.into_iter().rev().map(|(_, edge)| edge).collect()
}

fn ghost<'a>(page: &Page<'a>, flow: &'a Flow) -> Option<Edge<'a>> {
    let (Node::Touchpoint(from), Node::Touchpoint(to)) = (flow.from, flow.to) else { return None };
    let cards = (page.layout.card(from)?, page.layout.card(to)?);
    Some(Edge { transition: None, details: None, from, to, cards, flow: Some(flow) })
}

/// The paths that are shown with what the lens tells of them, and those that are not; where paths are studied.
pub(super) fn count(page: &Page, edges: &[Edge]) -> Option<PathCount> {
    let counted = page.counted.as_ref().filter(|_| page.measures_paths(Level::Touchpoint))?;
    let shown: FxHashSet<(TouchpointId, TouchpointId)> =
        edges.iter().filter(|edge| !edge.is_faint(page)).map(|edge| (edge.from, edge.to)).collect();
    let is_shown = |flow: &Flow| match (flow.from, flow.to) {
        (Node::Touchpoint(from), Node::Touchpoint(to)) => shown.contains(&(from, to)),
        _ => false,
    };
    Some(PathCount::of(&counted.evidence.touchpoints.edges, is_shown))
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
        let written = written_width(self.written());
        Wire { from: self.cards.0, to: self.cards.1, firm: self.transition.is_some(), written }
    }

    /// What people wrote on it.
    fn written(&self) -> &str {
        self.details.map_or("", |details| &details.label)
    }

    /// What kind people say it is.
    fn kind(&self) -> Option<TransitionKind> {
        self.details.and_then(|details| details.kind)
    }

    /// How it stands on the picture.
    pub(super) fn standing(&self, page: &Page) -> Standing {
        if self.transition.is_none() {
            Standing::Ghost
        } else if self.is_faint(page) {
            Standing::Faint
        } else if self.is_return(page) {
            Standing::Return
        } else {
            Standing::Onward
        }
    }

    /// Whether it is a way back: as people say, or else by where it leads.
    fn is_return(&self, page: &Page) -> bool {
        let stage = |touchpoint| page.journey.position(page.journey.touchpoint(touchpoint)?.stage);
        let leads_back =
            || stage(self.from).zip(stage(self.to)).is_some_and(|(from, to)| page.leads_back(from, to));
        self.kind().map_or_else(leads_back, |kind| kind == TransitionKind::Return)
    }

    /// Whether it is on the map and carries too little to be told.
    fn is_faint(&self, page: &Page) -> bool {
        let studied = page.counted.as_ref().filter(|_| page.level() == Some(Level::Touchpoint));
        let studied = studied.filter(|_| self.transition.is_some());
        studied.zip(self.flow).is_some_and(|(counted, flow)| !counted.paths.keep(flow))
    }

    /// How it is drawn.
    pub(super) fn line(&self, page: &Page) -> Line {
        Line::of(page, self.flow, self.standing(page)).of_kind(page, self.kind())
    }

    /// What is told of it; nothing of one that is faint.
    pub(super) fn tag(&self, page: &Page) -> Option<Tag> {
        if self.is_faint(page) {
            return None;
        }
        let told = page.measures_paths(Level::Touchpoint);
        let figures = if told { Chip::of(page, self.flow, self.transition.is_none()) } else { None };
        Tag::of(figures, self.written())
    }

    /// Its item, without the label.
    pub(super) fn item(&self, page: &Page, line: &Line, path: &Path) -> SceneItem {
        let key = if self.transition.is_some() { "spoken-edge" } else { "spoken-ghost" };
        let (from, to) = (page.title(self.from), page.title(self.to));
        let mut label = spoken::of_edge(page, key, from, to, self.flow);
        if let Some(details) = self.details {
            spoken::add_transition_details(&mut label, page.words, details);
        }
        let bounds = path.painted(line.width + 8.0);
        let handles = if self.transition.is_some() { Handle::at_ends(path) } else { Vec::new() };
        SceneItem::new(self.subject(), bounds, label, line.paint_apart(page, path))
            .with(Zones { handles, ..Zones::of_line(path.data(), line.width) })
    }
}

//! Skips and returns: which of them the stage flow shows, and on which side, how wide and how far from the stages each
//! passes.

use std::cmp::Reverse;

use model::{Flow, Kind, Level, Node, Overlay};

use super::header::StageRow;
use crate::PathCount;
use crate::chip::HEIGHTS;
use crate::page::{Counted, Page};

/// From the stages to the lanes above them.
const LOWEST: f64 = 12.0;
/// Around the arc of a lane.
const APART: f64 = 8.0;
/// A lane is never narrower: its label stands on it.
const NARROWEST: f64 = HEIGHTS.1;
/// The width of an arc without numbers.
pub(super) const THIN: f64 = 1.5;
/// An arc is shown from this share of those who had time; above touchpoints, which are what is studied there, from
/// the second.
const SHARES: (f64, f64) = (0.02, 0.1);
/// Never more arcs than this; above touchpoints never more than the second.
const MOST: (usize, usize) = (12, 2);

/// On which side of the stages an arc passes: over them onward, under them back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Over,
    Under,
}

/// An edge between stages that do not follow one another, by their positions.
#[derive(Clone, Copy)]
pub(super) struct Arc<'a> {
    pub from: usize,
    pub to: usize,
    pub flow: Option<&'a Flow>,
    pub side: Side,
    pub width: f64,
    lane: usize,
}

impl Arc<'_> {
    fn span(&self) -> (usize, usize) {
        (self.from.min(self.to), self.from.max(self.to))
    }
}

/// The arcs that are shown.
pub(super) struct Arcs<'a> {
    pub arcs: Vec<Arc<'a>>,
}

impl<'a> Arcs<'a> {
    pub(super) fn of(page: &Page<'a>) -> Self {
        let flows = page.counted.as_ref().map(|counted| counted.evidence.stages);
        let mut arcs = Self { arcs: flows.map(|flows| taken(page, flows)).unwrap_or_default() };
        arcs.give_lanes();
        arcs
    }

    /// The paths that are shown and those that are not, where stages are studied: those to the next stage always are.
    pub(super) fn count(&self, page: &Page) -> Option<PathCount> {
        let counted = page.counted.as_ref().filter(|_| page.measures_paths(Level::Stage))?;
        let is_shown = |flow: &Flow| {
            let ends = position(page, flow.from).zip(position(page, flow.to));
            ends.is_some_and(|(from, to)| {
                page.is_step(from, to) || self.arcs.iter().any(|arc| (arc.from, arc.to) == (from, to))
            })
        };
        Some(PathCount::of(&counted.evidence.stages.edges, is_shown))
    }

    /// How far all lanes of a side reach from the stages.
    pub(super) fn depth(&self, side: Side) -> f64 {
        let lanes = self.lanes(side);
        if lanes.is_empty() { 0.0 } else { beside(side) + lanes.iter().sum::<f64>() }
    }

    /// How far the middle of an arc's lane is from the stages.
    pub(super) fn distance(&self, arc: &Arc) -> f64 {
        let lanes = self.lanes(arc.side);
        beside(arc.side) + lanes[..arc.lane].iter().sum::<f64>() + lanes[arc.lane] / 2.0
    }

    /// Where each arc stands on its two nodes, so that arcs that start together do not cross.
    pub(super) fn ends(&self, row: &StageRow) -> Vec<(f64, f64)> {
        let mut ends = vec![(0.0, 0.0); self.arcs.len()];
        for (stage, node) in row.nodes.iter().enumerate() {
            for side in [Side::Over, Side::Under] {
                let here = self.ends_at(stage, side);
                // Under a node its right end is for what drops off.
                let (middle, room) = match side {
                    Side::Over => (node.centre_x(), node.width - 52.0),
                    Side::Under => (node.centre_x() - 14.0, node.width - 72.0),
                };
                let widths: Vec<f64> = here.iter().map(|&(index, _)| self.arcs[index].width).collect();
                for (&(index, arrives), at) in here.iter().zip(spread(&widths, room)) {
                    let end = &mut ends[index];
                    *(if arrives { &mut end.1 } else { &mut end.0 }) = middle + at;
                }
            }
        }
        ends
    }

    /// The ends on a side of a stage, from left to right, and whether an arc arrives there.
    fn ends_at(&self, stage: usize, side: Side) -> Vec<(usize, bool)> {
        // To the left the arc nearest to the stages stands outermost, to the right as well.
        let mut here: Vec<(bool, i64, usize, bool)> = Vec::new();
        for (index, arc) in self.arcs.iter().enumerate().filter(|(_, arc)| arc.side == side) {
            let lane = arc.lane as i64;
            for (end, other, arrives) in [(arc.from, arc.to, false), (arc.to, arc.from, true)] {
                if end == stage {
                    let right = other > stage || (other == stage && arrives);
                    here.push((right, if right { -lane } else { lane }, index, arrives));
                }
            }
        }
        here.sort_unstable();
        here.into_iter().map(|(_, _, index, arrives)| (index, arrives)).collect()
    }

    /// Gives each arc a lane beyond those that it spans or crosses, the shortest nearest to the stages.
    fn give_lanes(&mut self) {
        let arcs = &mut self.arcs;
        arcs.sort_by_key(|arc| (arc.span().1 - arc.span().0, arc.from, arc.to));
        for index in 0..arcs.len() {
            let (start, end) = arcs[index].span();
            let side = arcs[index].side;
            let crosses = |other: &&Arc| {
                other.side == side
                    && other.span().0 < end.max(start + 1)
                    && start < other.span().1.max(other.span().0 + 1)
            };
            let before = arcs[..index].iter().filter(crosses);
            arcs[index].lane = before.map(|other| other.lane + 1).max().unwrap_or(0);
        }
    }

    /// How wide each lane of a side is, from the stages outwards.
    fn lanes(&self, side: Side) -> Vec<f64> {
        let mut lanes = Vec::new();
        for arc in self.arcs.iter().filter(|arc| arc.side == side) {
            lanes.resize(lanes.len().max(arc.lane + 1), NARROWEST + APART);
            lanes[arc.lane] = arc.width.max(NARROWEST).max(lanes[arc.lane] - APART) + APART;
        }
        lanes
    }
}

impl<'a> Arc<'a> {
    fn of(page: &Page, from: usize, to: usize, flow: Option<&'a Flow>) -> Self {
        let side = if page.leads_back(from, to) { Side::Under } else { Side::Over };
        let width = |counted: &Counted| width_of(counted, flow);
        Self { from, to, flow, side, width: page.counted.as_ref().map_or(THIN, width), lane: 0 }
    }
}

/// How wide a flow is drawn between stages. A ghost path steps back behind what is on the map.
pub(super) fn width_of(counted: &Counted, flow: Option<&Flow>) -> f64 {
    let width = counted.height(flow.map_or(0, |flow| flow.moved));
    if flow.is_some_and(|flow| flow.kind == Kind::Ghost) { width.clamp(2.4, 6.0) / 2.0 } else { width }
}

/// From the stages to the lanes.
fn beside(side: Side) -> f64 {
    match side {
        Side::Over => LOWEST,
        Side::Under => 0.0,
    }
}

/// The middles of things of these widths side by side, about 0, closer together where they would need more than the
/// room.
pub(super) fn spread(widths: &[f64], room: f64) -> Vec<f64> {
    let mut at = 0.0;
    let mut places = Vec::with_capacity(widths.len());
    for (index, width) in widths.iter().enumerate() {
        if index > 0 {
            at += (f64::midpoint(widths[index - 1], *width) + 8.0).max(24.0);
        }
        places.push(at);
    }
    let shrunk = if at > room { room / at } else { 1.0 };
    places.iter().map(|place| (place - at / 2.0) * shrunk).collect()
}

/// The skips and returns that matter, most first.
fn taken<'a>(page: &Page, flows: &'a Overlay) -> Vec<Arc<'a>> {
    let Some(counted) = page.counted.as_ref().filter(|_| page.lens.measures_paths()) else {
        return Vec::new();
    };
    let is_studied = page.level() == Some(Level::Stage);
    let stages = page.journey.stages().len();
    let (share, most) = if is_studied { (SHARES.0, MOST.0.min(2 * stages)) } else { (SHARES.1, MOST.1) };
    let matters = |flow: &&Flow| {
        let enough = flow.conversion.is_some_and(|rate| rate.rate >= share);
        let kept = !is_studied || counted.paths.keep(flow);
        flow.moved > 0 && ((is_studied && counted.paths.lead(flow)) || (enough && kept))
    };
    let arc = |flow: &'a Flow| {
        let (from, to) = (position(page, flow.from)?, position(page, flow.to)?);
        (!page.is_step(from, to)).then(|| Arc::of(page, from, to, Some(flow)))
    };
    let mut arcs: Vec<Arc> = flows.edges.iter().filter(matters).filter_map(arc).collect();
    arcs.sort_by_key(|arc| (Reverse(arc.flow.map_or(0, |flow| flow.moved)), arc.from, arc.to));
    arcs.truncate(most);
    arcs
}

fn position(page: &Page, node: Node) -> Option<usize> {
    match node {
        Node::Stage(id) => page.journey.position(id),
        Node::Touchpoint(_) => None,
    }
}

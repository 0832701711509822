//! The edges between stages: a rail from each to the next, skips and returns as arcs above it.

use std::cmp::Reverse;

use model::{Flow, Kind, Level, Lifecycle, Node, Overlay};

use super::header::StageRow;
use crate::chip::Chip;
use crate::geometry::{Point, point};
use crate::lens::Lens;
use crate::line::{Line, Standing};
use crate::page::{Page, WIDEST, flow_width};
use crate::path::Path;
use crate::paths::Paths;
use crate::zones::{Figure, Zones};
use crate::{PathCount, SceneItem, Subject, spoken};

/// From the nodes to the lowest arc.
const LOWEST: f64 = 28.0;
/// From one arc to the next.
const PITCH: f64 = 32.0;
/// The radius of an arc's corners.
const BEND: f64 = 16.0;
/// A skip or return is shown from this share of those who had time.
const SHARE: f64 = 0.02;
/// Never more arcs than this.
const ARCS: usize = 12;

/// The edges between stages, laid out.
pub(super) struct StageEdges {
    /// The lines, then their labels.
    pub items: Vec<SceneItem>,
    /// The upper end of all of it.
    pub top: f64,
    /// The paths that are shown and hidden, where stages are studied.
    pub paths: Option<PathCount>,
}

/// An edge by the positions of its stages.
#[derive(Clone, Copy)]
struct Edge<'a> {
    from: usize,
    to: usize,
    flow: Option<&'a Flow>,
    lane: usize,
}

impl Edge<'_> {
    fn span(&self) -> (usize, usize) {
        (self.from.min(self.to), self.from.max(self.to))
    }

    fn is_arc(&self) -> bool {
        self.to != self.from + 1
    }

    fn standing(&self, page: &Page) -> Standing {
        if page.leads_back(self.from, self.to) { Standing::Return } else { Standing::Onward }
    }
}

/// Lays out the rail and the arcs.
pub(super) fn stage_edges(page: &Page, row: &StageRow) -> StageEdges {
    let flows = page.counted.as_ref().map(|counted| counted.evidence.stages);
    let arcs = arcs(page, flows);
    let mut items = Vec::new();
    let mut labels = Vec::new();
    for from in 0..row.nodes.len().saturating_sub(1) {
        let edge = Edge { from, to: from + 1, flow: flow(page, flows, from, from + 1), lane: 0 };
        let (start, end) = (&row.nodes[from], &row.nodes[from + 1]);
        let from = start.right() + 3.0 + line(page, &edge).width / 2.0;
        let y = start.centre_y();
        let path = Path::rounded(&[point(from, y), point(end.x - 3.0, y)], BEND);
        let middle = point(f64::midpoint(start.right(), end.x) - 4.0, y);
        lay(page, &edge, &path, middle, &mut items, &mut labels);
    }
    let ends = ends(row, &arcs);
    let mut top = row.top();
    for (edge, &(start, end)) in arcs.iter().zip(&ends) {
        let height = row.top() - LOWEST - PITCH * edge.lane as f64;
        top = top.min(height - 14.0);
        let path = [
            point(start, row.top() - 3.0),
            point(start, height),
            point(end, height),
            point(end, row.top() - 3.0),
        ];
        let middle = point(label_x(page, edge, (start, end), &ends), height);
        lay(page, edge, &Path::rounded(&path, BEND), middle, &mut items, &mut labels);
    }
    items.append(&mut labels);
    StageEdges { items, top, paths: count(page, &arcs) }
}

fn flow<'a>(page: &Page, flows: Option<&'a Overlay>, from: usize, to: usize) -> Option<&'a Flow> {
    let stages = page.journey.stages();
    flows?.flow(Node::Stage(stages[from].id), Node::Stage(stages[to].id))
}

/// The arcs to show, each in its lane.
fn arcs<'a>(page: &Page, flows: Option<&'a Overlay>) -> Vec<Edge<'a>> {
    let last = page.journey.stages().len().saturating_sub(1);
    let circle = (page.journey.map().lifecycle == Lifecycle::Circular && last > 0).then(|| Edge {
        from: last,
        to: 0,
        flow: flow(page, flows, last, 0),
        lane: 0,
    });
    let studied = page.counted.as_ref().filter(|_| page.measures_paths(Level::Stage));
    let taken = studied.zip(flows).map(|(counted, flows)| taken_arcs(page, &counted.paths, flows));
    let mut arcs: Vec<Edge> = taken
        .unwrap_or_default()
        .into_iter()
        .filter(|edge| circle.is_none_or(|circle| (circle.from, circle.to) != (edge.from, edge.to)))
        .take((2 * (last + 1)).min(ARCS))
        .collect();
    arcs.extend(circle);
    lanes(&mut arcs);
    arcs
}

/// The paths that are shown and those that are not: those from stage to stage always are.
fn count(page: &Page, arcs: &[Edge]) -> Option<PathCount> {
    let counted = page.counted.as_ref().filter(|_| page.measures_paths(Level::Stage))?;
    let is_shown = |flow: &Flow| {
        let ends = position(page, flow.from).zip(position(page, flow.to));
        ends.is_some_and(|(from, to)| {
            to == from + 1 || arcs.iter().any(|arc| (arc.from, arc.to) == (from, to))
        })
    };
    Some(PathCount::of(&counted.evidence.stages.edges, is_shown))
}

fn position(page: &Page, node: Node) -> Option<usize> {
    match node {
        Node::Stage(id) => page.journey.position(id),
        Node::Touchpoint(_) => None,
    }
}

/// The skips and returns that matter, most first.
fn taken_arcs<'a>(page: &Page, paths: &Paths, flows: &'a Overlay) -> Vec<Edge<'a>> {
    let matters = |flow: &&Flow| {
        let enough = flow.conversion.is_some_and(|rate| rate.rate >= SHARE);
        flow.moved > 0 && (paths.lead(flow) || (enough && paths.keep(flow)))
    };
    let mut arcs: Vec<Edge> = flows
        .edges
        .iter()
        .filter(matters)
        .filter_map(|flow| {
            let (from, to) = (position(page, flow.from)?, position(page, flow.to)?);
            Some(Edge { from, to, flow: Some(flow), lane: 0 })
        })
        .filter(Edge::is_arc)
        .collect();
    arcs.sort_by_key(|edge| (Reverse(edge.flow.map_or(0, |flow| flow.moved)), edge.from, edge.to));
    arcs
}

/// Gives each arc a lane above those that it spans or crosses, the shortest lowest.
fn lanes(arcs: &mut [Edge]) {
    arcs.sort_by_key(|edge| (edge.span().1 - edge.span().0, edge.from, edge.to));
    for index in 0..arcs.len() {
        let (start, end) = arcs[index].span();
        let crosses = |other: &&Edge| {
            other.span().0 < end.max(start + 1) && start < other.span().1.max(other.span().0 + 1)
        };
        arcs[index].lane =
            arcs[..index].iter().filter(crosses).map(|other| other.lane + 1).max().unwrap_or(0);
    }
}

/// Where each arc stands on its two nodes, so that arcs that start together do not cross.
fn ends(row: &StageRow, arcs: &[Edge]) -> Vec<(f64, f64)> {
    let mut ends = vec![(0.0, 0.0); arcs.len()];
    for (stage, node) in row.nodes.iter().enumerate() {
        // To the left the lowest arc stands outermost, to the right as well.
        let mut here: Vec<(bool, i64, usize, bool)> = Vec::new();
        for (index, edge) in arcs.iter().enumerate() {
            let lane = edge.lane as i64;
            for (end, other, arrives) in [(edge.from, edge.to, false), (edge.to, edge.from, true)] {
                if end == stage {
                    let right = other > stage || (other == stage && arrives);
                    here.push((right, if right { -lane } else { lane }, index, arrives));
                }
            }
        }
        here.sort_unstable();
        let apart = if here.len() > 1 { (140.0 / (here.len() - 1) as f64).min(36.0) } else { 0.0 };
        for (place, &(_, _, index, arrives)) in here.iter().enumerate() {
            let x = node.centre_x() + (place as f64 - (here.len() as f64 - 1.0) / 2.0) * apart;
            if arrives { ends[index].1 = x } else { ends[index].0 = x }
        }
    }
    ends
}

/// Where along its arc a label stands: as near to the middle as it can without hiding where others rise.
fn label_x(page: &Page, edge: &Edge, (start, end): (f64, f64), ends: &[(f64, f64)]) -> f64 {
    let half = chip(page, edge).map_or(0.0, |chip| chip.width) / 2.0 + 8.0;
    let (left, right) = (start.min(end) + half + BEND, start.max(end) - half - BEND);
    let middle = f64::midpoint(start, end);
    let is_free = |x: &f64| {
        (left..=right).contains(x) && !ends.iter().any(|&(a, b)| (a - x).abs() < half || (b - x).abs() < half)
    };
    (0..24)
        .flat_map(|step| [middle - 12.0 * f64::from(step), middle + 12.0 * f64::from(step)])
        .find(is_free)
        .unwrap_or(middle)
}

fn chip(page: &Page, edge: &Edge) -> Option<Chip> {
    Chip::of(page, edge.flow, edge.flow.is_some_and(|flow| flow.kind == Kind::Ghost))
}

/// Adds an edge along a path, and its label if there are numbers.
fn lay(
    page: &Page,
    edge: &Edge,
    path: &Path,
    middle: Point,
    items: &mut Vec<SceneItem>,
    labels: &mut Vec<SceneItem>,
) {
    let stages = page.journey.stages();
    let (from, to) = (&stages[edge.from], &stages[edge.to]);
    let subject = Subject::StageEdge { from: from.id, to: to.id };
    let line = line(page, edge);
    let ghost = edge.flow.is_some_and(|flow| flow.kind == Kind::Ghost);
    let key = if ghost { "spoken-ghost" } else { "spoken-edge" };
    let bounds = path.painted(line.width + 6.0);
    let label = spoken::of_edge(page, key, &from.title, &to.title, edge.flow);
    let item = SceneItem::new(subject, bounds, label, line.paint(page, path));
    items.push(item.with(Zones::of_line(path.data(), line.width)));
    if let (Some(flow), Some(chip)) = (edge.flow, chip(page, edge)) {
        let bounds = chip.around(middle);
        let label = SceneItem::label_on(subject, bounds, chip.paint(page, bounds));
        labels.push(label.with(Zones::of_figure(Some(Figure::of_flow(flow, page.mode(), bounds)))));
    }
}

/// How an edge is drawn: as wide as its flow where stages are studied, slimmer where touchpoints are.
fn line(page: &Page, edge: &Edge) -> Line {
    let (Some(counted), Some(flow)) = (&page.counted, edge.flow.filter(|flow| flow.moved > 0)) else {
        return Line::plain(&page.palette.line, 1.5);
    };
    if page.lens == Lens::Emotion {
        return Line::plain(&page.palette.quiet, 1.5);
    }
    let studied = counted.evidence.level == Level::Stage;
    let most = counted.evidence.stages.edges.iter().map(|flow| flow.moved).max().unwrap_or(1).max(1);
    let width = flow_width(flow.moved, most, WIDEST) * if studied { 1.0 } else { 0.4 };
    if flow.kind == Kind::Ghost {
        return Line { ghost: true, ..Line::plain(&page.palette.ghost, width.clamp(2.4, 6.0) / 2.0) };
    }
    Line::counted(page, flow, width.max(1.5), edge.standing(page))
}

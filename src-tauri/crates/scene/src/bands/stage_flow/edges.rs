//! The edges between stages: the ribbon from each to the next, or a line where nothing is counted; skips as arcs over
//! the stages, returns under them.

use model::{Flow, Kind, Node};

use super::arcs::{Arc, Arcs, Side, THIN, width_of};
use super::header::StageRow;
use super::ribbon::{Ribbon, paint_step};
use crate::chip::Chip;
use crate::detail::Afar;
use crate::geometry::{Point, point};
use crate::lens::Lens;
use crate::line::{Line, Standing};
use crate::page::Page;
use crate::path::Path;
use crate::zones::{Figure, Zones};
use crate::{Primitive, SceneItem, Subject, spoken};

/// The radius of an arc's corners.
const BEND: f64 = 16.0;
/// From a node to the end of an arc.
const AWAY: f64 = 3.0;

/// What leads from stage to stage.
#[derive(Default)]
pub(super) struct StageEdges {
    /// The lines.
    pub lines: Vec<SceneItem>,
    /// The labels on them.
    pub labels: Vec<SceneItem>,
}

/// Lays out what leads from stage to stage.
pub(super) fn stage_edges(page: &Page, row: &StageRow, ribbon: Option<&Ribbon>, arcs: &Arcs) -> StageEdges {
    let mut drawn = StageEdges::default();
    for from in 0..row.nodes.len().saturating_sub(1) {
        drawn.add_step(page, row, ribbon, from);
    }
    let ends = arcs.ends(row);
    for (arc, &(start, end)) in arcs.arcs.iter().zip(&ends) {
        let path = path_of(row, ribbon, arc, arcs.distance(arc), (start, end));
        let beside: Vec<(f64, f64)> = arcs
            .arcs
            .iter()
            .zip(&ends)
            .filter(|(other, _)| other.side == arc.side)
            .map(|(_, &ends)| ends)
            .collect();
        let chip = chip(page, arc.flow).map(|chip| chip.headline((end - start).abs()));
        let x = label_x(chip.as_ref(), (start, end), &beside);
        let middle = point(x, path.point(path.length() / 2.0).y);
        let standing = if arc.side == Side::Under { Standing::Return } else { Standing::Onward };
        let line = line(page, arc.flow, arc.width, standing);
        let edge = Edge { from: arc.from, to: arc.to, flow: arc.flow };
        drawn.add(page, edge, &path, arc.width, line.paint(page, &path), chip.map(|chip| (chip, middle)));
    }
    drawn
}

/// What moves on from a stage to the next, by their positions, and how wide that is.
pub(super) fn step<'a>(page: &Page<'a>, from: usize, to: usize) -> (Option<&'a Flow>, f64) {
    let stages = page.journey.stages();
    let (from, to) = (Node::Stage(stages[from].id), Node::Stage(stages[to].id));
    let counted = page.counted.as_ref();
    let flow = counted.and_then(|counted| counted.evidence.stages.flow(from, to));
    (flow, counted.map_or(THIN, |counted| width_of(counted, flow)))
}

/// An edge by the positions of its stages.
#[derive(Clone, Copy)]
pub(super) struct Edge<'a> {
    pub from: usize,
    pub to: usize,
    pub flow: Option<&'a Flow>,
}

impl StageEdges {
    /// Adds what leads from a stage to the next.
    fn add_step(&mut self, page: &Page, row: &StageRow, ribbon: Option<&Ribbon>, from: usize) {
        let (flow, width) = step(page, from, from + 1);
        let line = line(page, flow, width, Standing::Onward);
        let (start, end) = (&row.nodes[from], &row.nodes[from + 1]);
        let path = if let Some(ribbon) = ribbon {
            ribbon.step(from, width)
        } else {
            let (start, end) = (start.right() + AWAY + width / 2.0, end.x - AWAY);
            let y = row.nodes[from].centre_y();
            Path::rounded(&[point(start, y), point(end, y)], BEND)
        };
        let room = end.x - start.right() - 8.0;
        let label = ribbon.zip(chip(page, flow)).map(|(ribbon, chip)| {
            let chip = chip.headline(room);
            let middle = ribbon.label(from, chip.height);
            (chip, middle)
        });
        let painted = paint_step(page, &line, width, &path);
        self.add(page, Edge { from, to: from + 1, flow }, &path, width, painted, label);
    }

    /// Adds an edge along a path, and its label if there are numbers.
    pub(super) fn add(
        &mut self,
        page: &Page,
        edge: Edge,
        path: &Path,
        width: f64,
        painted: Vec<Primitive>,
        label: Option<(Chip, Point)>,
    ) {
        let stages = page.journey.stages();
        let (from, to) = (&stages[edge.from], &stages[edge.to]);
        let subject = Subject::StageEdge { from: from.id, to: to.id };
        let ghost = is_ghost(edge.flow);
        let key = if ghost { "spoken-ghost" } else { "spoken-edge" };
        let bounds = path.painted(width + 6.0);
        let spoken = spoken::of_edge(page, key, &from.title, &to.title, edge.flow);
        let item = SceneItem::new(subject, bounds, spoken, painted);
        self.lines.push(item.with(Zones::of_line(path.data(), width)));
        if let (Some(flow), Some((chip, middle))) = (edge.flow, label) {
            let bounds = chip.around(middle);
            let middle = chip.paint_brief(page, bounds);
            let figure = Figure::of_flow(flow, page.mode(), bounds).in_brief(&middle);
            let label = SceneItem::label_on(subject, bounds, chip.paint(page, bounds));
            let label = label.with(Zones::of_figure(Some(figure)));
            self.labels.push(label.seen_afar(Afar { middle, ..Afar::default() }));
        }
    }
}

/// The way of an arc: out of its stage, along its lane, and into the other stage.
fn path_of(
    row: &StageRow,
    ribbon: Option<&Ribbon>,
    arc: &Arc,
    distance: f64,
    (start, end): (f64, f64),
) -> Path {
    let (from, to, lane) = match (arc.side, ribbon) {
        (Side::Under, Some(ribbon)) => {
            let foot = |position: usize| ribbon.sections[position].bottom();
            (foot(arc.from), foot(arc.to) + AWAY, ribbon.foot + distance)
        }
        (Side::Under, None) => {
            let foot = row.top() + row.nodes[arc.from].height;
            (foot + AWAY, foot + AWAY, foot + distance)
        }
        (Side::Over, _) => (row.top() - AWAY, row.top() - AWAY, row.top() - distance),
    };
    let path = [point(start, from), point(start, lane), point(end, lane), point(end, to)];
    Path::rounded(&path, BEND.max(arc.width / 2.0 + 4.0))
}

/// Where along its arc a label stands: as near to the middle as it can without hiding where others of its side rise.
fn label_x(chip: Option<&Chip>, (start, end): (f64, f64), ends: &[(f64, f64)]) -> f64 {
    let half = chip.map_or(0.0, |chip| chip.width) / 2.0 + 8.0;
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

fn is_ghost(flow: Option<&Flow>) -> bool {
    flow.is_some_and(|flow| flow.kind == Kind::Ghost)
}

pub(super) fn chip(page: &Page, flow: Option<&Flow>) -> Option<Chip> {
    Chip::of(page, flow, is_ghost(flow))
}

/// How an edge is drawn.
pub(super) fn line(page: &Page, flow: Option<&Flow>, width: f64, standing: Standing) -> Line {
    let Some(flow) = flow.filter(|flow| flow.moved > 0 && page.counted.is_some()) else {
        return Line::plain(&page.palette.line, width);
    };
    if page.lens == Lens::Emotion {
        return Line::plain(&page.palette.quiet, width);
    }
    if flow.kind == Kind::Ghost {
        return Line { ghost: true, ..Line::plain(&page.palette.ghost, width) };
    }
    Line::counted(page, flow, width, standing)
}

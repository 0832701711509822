//! Where all of a ring stands: as small as nothing that is written on it hides anything else.

use std::cmp::Reverse;

use model::Flow;

use super::circle::Circle;
use crate::Rect;
use crate::bands::stage_flow::arcs::{Arc, Arcs, spread};
use crate::bands::stage_flow::edges::{chip, step};
use crate::bands::stage_flow::header::StageRow;
use crate::bands::stage_flow::ribbon::{ASIDE, FALL, Loss, falling_width};
use crate::chip::Chip;
use crate::geometry::{Point, point};
use crate::page::{Counted, Page};
use crate::path::Path;

/// The least radius of a ring.
const LEAST: f64 = 120.0;
/// How much larger each next ring is that is tried.
const LARGER: f64 = 1.06;
/// So many times a ring is made larger for labels of which some have no room.
const FOR_LABELS: usize = 8;
/// How thick a ring without numbers is.
pub(super) const PLAIN: f64 = 10.0;
/// Between the ring, with what falls out of it, and what is around it.
const AROUND: f64 = 10.0;
/// Between a stage's node and what is written of its losses.
const BENEATH: f64 = 4.0;
/// Between things that are written.
const APART: f64 = 8.0;
/// A label has at most this much room beside it.
const ROOM: f64 = 160.0;
/// How much farther apart than they must be ways leave a stage.
const ASUNDER: f64 = 16.0;
/// A label is looked for each so many units along its way.
const EACH: f64 = 12.0;
/// So closely it is seen whether a way meets a label.
const CLOSE: f64 = 4.0;

/// What leads from a stage to the next.
pub(super) struct Step<'a> {
    pub from: usize,
    pub to: usize,
    pub flow: Option<&'a Flow>,
    pub width: f64,
    pub label: Option<(Chip, Point)>,
}

/// A way through the inside.
pub(super) struct Chord<'a> {
    pub arc: Arc<'a>,
    pub path: Path,
    pub label: Option<(Chip, Point)>,
}

/// All of a ring.
pub(super) struct Setting<'a> {
    pub circle: Circle,
    /// How thick the ring is where most entered.
    pub thickest: f64,
    /// The nodes of the stages, with room for what is written of their losses.
    pub blocks: Vec<Rect>,
    pub steps: Vec<Step<'a>>,
    pub chords: Vec<Chord<'a>>,
}

impl<'a> Setting<'a> {
    /// The smallest on which nothing hides anything, around a centre at the origin; a little larger where labels need it.
    pub(super) fn fitting(page: &Page<'a>, row: &StageRow, arcs: &Arcs<'a>) -> Self {
        let rings = std::iter::successors(Some(least(page)), |radius| Some(radius * LARGER));
        let settings = rings.map(|radius| {
            let circle = Circle { centre: point(0.0, 0.0), radius, count: row.nodes.len() };
            Self::on(page, row, arcs, circle)
        });
        let mut clear = settings.filter(Self::is_clear).take(FOR_LABELS);
        // On a circle that is large enough whatever has a size stands apart.
        let mut best = clear.next().expect("a large circle has room");
        while best.unlabelled() > 0
            && let Some(next) = clear.next()
        {
            if next.unlabelled() < best.unlabelled() {
                best = next;
            }
        }
        best
    }

    /// On a circle.
    pub(super) fn on(page: &Page<'a>, row: &StageRow, arcs: &Arcs<'a>, circle: Circle) -> Self {
        let thickest = page.counted.as_ref().map_or(PLAIN, Counted::highest);
        let rim = circle.radius + thickest + FALL + AROUND;
        let block = |(position, node): (usize, &Rect)| {
            let lost = Loss::of(page, position, |marker| marker.at(0.0, 0.0));
            let (wide, high) =
                lost.map_or((0.0, 0.0), |loss| (loss.figure.rect.width, BENEATH + loss.figure.rect.height));
            circle.outside(circle.stage(position), rim, (node.width.max(wide), node.height + high))
        };
        let blocks = row.nodes.iter().enumerate().map(block).collect();
        let steps = steps(page, &circle);
        let mut setting = Self { circle, thickest, blocks, steps, chords: chords(page, &circle, arcs) };
        setting.label_chords(page);
        setting
    }

    /// How many ways through the inside have no label for want of room.
    pub(super) fn unlabelled(&self) -> usize {
        let counted = self.chords.iter().filter(|chord| chord.arc.flow.is_some());
        counted.filter(|chord| chord.label.is_none()).count()
    }

    /// The box around all of it.
    pub(super) fn bounds(&self) -> Rect {
        let reach = self.circle.radius + self.thickest + FALL;
        let Point { x, y } = self.circle.centre;
        let ring = Rect::new(x - reach, y - reach, 2.0 * reach, 2.0 * reach);
        self.blocks.iter().fold(ring, |all, block| all.union(block))
    }

    /// Whether nothing that is written hides anything else, but for the labels of chords, which are left out where they
    /// would.
    fn is_clear(&self) -> bool {
        let labels: Vec<Rect> = self.step_labels().collect();
        let apart = |rects: &[Rect]| {
            let hides = |(index, rect): (usize, &Rect)| {
                rects[..index].iter().any(|other| rect.grown(APART).overlaps(other))
            };
            !rects.iter().enumerate().any(hides)
        };
        let runs_over = |label: &Rect| self.chords.iter().any(|chord| chord.meets(label));
        apart(&self.blocks) && apart(&labels) && !labels.iter().any(runs_over)
    }

    fn step_labels(&self) -> impl Iterator<Item = Rect> {
        self.steps.iter().filter_map(|step| step.label.as_ref()).map(|(chip, middle)| chip.around(*middle))
    }

    /// Finds a place for the label of each chord, the strongest first to choose: as near to the middle as it hides
    /// nothing.
    fn label_chords(&mut self, page: &Page) {
        let mut taken: Vec<Rect> = self.step_labels().collect();
        let mut order: Vec<usize> = (0..self.chords.len()).collect();
        order
            .sort_by_key(|&index| (Reverse(self.chords[index].arc.flow.map_or(0, |flow| flow.moved)), index));
        for index in order {
            let chord = &self.chords[index];
            let Some(chip) = chip(page, chord.arc.flow).map(|chip| chip.headline(ROOM)) else { continue };
            let is_free = |middle: &Point| {
                let rect = chip.around(*middle);
                let others = self.chords.iter().enumerate().filter(|(other, _)| *other != index);
                self.circle.holds(&rect, self.circle.radius - APART)
                    && !taken.iter().any(|other| rect.grown(APART).overlaps(other))
                    && !others.into_iter().any(|(_, other)| other.meets(&rect))
            };
            let place = chord.places(&chip).into_iter().find(is_free);
            if let Some(middle) = place {
                taken.push(chip.around(middle));
                self.chords[index].label = Some((chip, middle));
            }
        }
    }
}

impl Chord<'_> {
    /// Whether it runs over a box, or close by.
    fn meets(&self, rect: &Rect) -> bool {
        let near = rect.grown(self.arc.width / 2.0 + CLOSE);
        let parts = (self.path.length() / CLOSE).ceil().max(1.0) as usize;
        let holds =
            |at: Point| (near.x..=near.right()).contains(&at.x) && (near.y..=near.bottom()).contains(&at.y);
        near.overlaps(&self.path.bounds().grown(1.0))
            && (0..=parts).any(|part| holds(self.path.point(self.path.length() * part as f64 / parts as f64)))
    }

    /// Middles for a label, on it from its middle outwards, then beside it.
    fn places(&self, chip: &Chip) -> Vec<Point> {
        let middle = self.path.length() / 2.0;
        let steps = (middle / EACH) as usize;
        let each = |step: usize| [middle + step as f64 * EACH, middle - step as f64 * EACH];
        let lengths: Vec<f64> = (0..steps).flat_map(each).collect();
        let beside = |&length: &f64| {
            let along = self.path.tangent(length);
            // How far the label reaches across it.
            let half = f64::midpoint(chip.width * along.y.abs(), chip.height * along.x.abs());
            let away = half + self.arc.width / 2.0 + CLOSE;
            [away, -away].map(|away| self.path.beside(length, away))
        };
        lengths.iter().map(|&length| self.path.point(length)).chain(lengths.iter().flat_map(beside)).collect()
    }
}

/// The radius of the smallest ring that is tried: between stages there is room for what falls out of the ring.
fn least(page: &Page) -> f64 {
    let count = page.journey.stages().len();
    let widest = (0..count).filter_map(|position| falling_width(page, position)).fold(0.0, f64::max);
    let circle = Circle { centre: point(0.0, 0.0), radius: 1.0, count };
    let gap = 2.0 * (circle.gap(0) - circle.stage(0) - circle.half());
    LEAST.max((widest + 3.0 * ASIDE + 12.0) / gap)
}

/// What leads on from each stage, with its label on the inside.
fn steps<'a>(page: &Page<'a>, circle: &Circle) -> Vec<Step<'a>> {
    let count = circle.count;
    let each = |from: usize| {
        let to = (from + 1) % count;
        let (flow, width) = step(page, from, to);
        let label = chip(page, flow).map(|chip| {
            let chip = chip.headline(ROOM);
            let middle = circle.inside(circle.gap(from), circle.radius - APART, (chip.width, chip.height));
            (chip, middle)
        });
        Step { from, to, flow, width, label }
    };
    if count == 1 { Vec::new() } else { (0..count).map(each).collect() }
}

/// The ways through the inside. Those of a stage stand side by side, in the order in which they part.
fn chords<'a>(page: &Page<'a>, circle: &Circle, arcs: &Arcs<'a>) -> Vec<Chord<'a>> {
    let arcs = &arcs.arcs;
    let mut ends = vec![(0.0, 0.0); arcs.len()];
    for stage in 0..page.journey.stages().len() {
        let here = ends_at(stage, circle.count, arcs);
        let widths: Vec<f64> = here.iter().map(|&(index, _)| arcs[index].width + ASUNDER).collect();
        let room = 2.0 * circle.half() * circle.radius - 2.0 * APART;
        for (&(index, arrives), at) in here.iter().zip(spread(&widths, room)) {
            let angle = circle.stage(stage) + at / circle.radius;
            *(if arrives { &mut ends[index].1 } else { &mut ends[index].0 }) = angle;
        }
    }
    let chord = |(arc, (from, to)): (&Arc<'a>, (f64, f64))| Chord {
        arc: *arc,
        path: circle.chord(from, to),
        label: None,
    };
    arcs.iter().zip(ends).map(chord).collect()
}

/// The ends at a stage clockwise, and whether a way arrives there: first what leads to the stages before it.
fn ends_at(stage: usize, count: usize, arcs: &[Arc]) -> Vec<(usize, bool)> {
    let mut here: Vec<(Reverse<usize>, i64, bool, usize)> = Vec::new();
    for (index, arc) in arcs.iter().enumerate() {
        for (end, other, arrives) in [(arc.from, arc.to, false), (arc.to, arc.from, true)] {
            if end == stage {
                let ahead = (other + count - stage) % count;
                // Two ways between the same stages run side by side.
                let rank = if stage < other { index as i64 } else { -(index as i64) };
                here.push((Reverse(ahead), rank, arrives, index));
            }
        }
    }
    here.sort_unstable();
    here.into_iter().map(|(_, _, arrives, index)| (index, arrives)).collect()
}

//! From a plan to curves: how far cards give way, the lines, and the places of labels.

use super::bodies::{Bodies, Part};
use super::corridors::Closed;
use super::growth::Growth;
use super::heights::Heights;
use super::plan::{Courses, Plan, Route, Run};
use super::ports::Spot;
use super::{LABEL_HEIGHT, Wire};
use crate::Rect;
use crate::geometry::{Point, point};
use crate::path::Path;
use crate::zones::Side;

/// The radius of corners.
const BEND: f64 = 12.0;
/// How often light curves look for another way.
const ROUNDS: usize = 5;
/// Kept beside cards for ghost paths.
const SPARE: f64 = 4.0;

/// A curve, and where its label belongs.
pub(crate) struct Track {
    pub path: Path,
    pub label: Option<Rect>,
    /// Whether it keeps clear of foreign cards; only cards that lie on one another can be in the way of a firm one.
    pub clear: bool,
}

/// How far the cards of a map give way so that these curves have room.
pub(crate) fn growth(cards: &[Rect], wires: &[Wire]) -> Growth {
    if wires.is_empty() {
        return Growth::default();
    }
    let plan = Plan::of(cards, wires, &Closed::default(), &Courses::default());
    let y = Bodies::of(&plan, SPARE).levels().0.growth();
    // Where everything will stand, which nothing is spared for: the order of the runs depends on it.
    let (row, runs) = Bodies::of(&plan, 0.0).levels();
    let heights = Heights::of(&plan, &runs, &row.settled(&y), &y);
    let (row, _) = Bodies::of(&plan, SPARE).uprights(&heights, &y);
    Growth { x: row.growth(), y, courses: plan.courses() }
}

/// The curves between cards that have given way: `cards` are those before. Where light ones find no room they go
/// another way.
pub(crate) fn tracks(cards: &[Rect], wires: &[Wire], growth: &Growth) -> Vec<Track> {
    let mut closed = Closed::default();
    for _ in 1..ROUNDS {
        let plan = Plan::of(cards, wires, &closed, &growth.courses);
        let (tracks, pressed) = laid(&plan, growth);
        let mut changed = false;
        for (run, upright) in pressed.iter().filter(|(run, _)| !wires[run.wire as usize].firm) {
            changed |= closed.close(run.corridor, *upright);
        }
        if !changed {
            return tracks;
        }
    }
    laid(&Plan::of(cards, wires, &closed, &growth.courses), growth).0
}

/// The curves of a plan, and the runs for which there is no room between cards, with whether they are vertical.
fn laid(plan: &Plan, growth: &Growth) -> (Vec<Track>, Vec<(Run, bool)>) {
    let (row, levels) = Bodies::of(plan, 0.0).levels();
    let settled = row.settled(&growth.y);
    let heights = Heights::of(plan, &levels, &settled, &growth.y);
    let (row, uprights) = Bodies::of(plan, 0.0).uprights(&heights, &growth.y);
    let at = row.settled(&growth.x);
    let mut all = pressed(&levels, &settled, false);
    all.extend(pressed(&uprights, &at, true));
    let lines = Lines { plan, heights: &heights, growth, uprights: &uprights, at: &at };
    let mut tracks = lines.tracks();
    for (run, _) in &all {
        tracks[run.wire as usize].clear = false;
    }
    (tracks, all)
}

/// The runs for which there is no room.
fn pressed(parts: &[Part], settled: &[(f64, bool)], upright: bool) -> Vec<(Run, bool)> {
    let runs = parts.iter().zip(settled).filter_map(|(part, (_, pressed))| match part {
        Part::Run(run) if *pressed => Some((*run, upright)),
        _ => None,
    });
    runs.collect()
}

/// What the lines of curves are made from.
struct Lines<'a> {
    plan: &'a Plan<'a>,
    heights: &'a Heights,
    growth: &'a Growth,
    uprights: &'a [Part],
    at: &'a [(f64, bool)],
}

impl Lines<'_> {
    fn tracks(&self) -> Vec<Track> {
        let plan = self.plan;
        let mut turns: Vec<Vec<Option<f64>>> =
            plan.routes.iter().map(|route| vec![None; route.corridors().len().div_ceil(2)]).collect();
        let mut labels = vec![None; plan.wires.len()];
        for (part, &(at, _)) in self.uprights.iter().zip(self.at) {
            match *part {
                Part::Card => {}
                Part::Run(run) => turns[run.wire as usize][run.part / 2] = Some(at),
                Part::Label(wire) => labels[wire as usize] = Some(self.label(wire, at)),
            }
        }
        let track = |wire: usize| {
            let points = self.points(wire, &turns[wire]);
            let label = labels[wire].or_else(|| self.drop_label(wire));
            Track {
                path: Path::rounded(&points, BEND),
                label,
                clear: self.plan.routes[wire] != Route::Buried,
            }
        };
        (0..plan.wires.len()).map(track).collect()
    }

    fn card(&self, index: u32) -> Rect {
        let card = &self.plan.cards[index as usize];
        Rect { x: self.growth.x.moved(card.x), y: self.growth.y.moved(card.y), ..*card }
    }

    /// Where a label at a rim or on a horizontal part is, whose left is here.
    fn label(&self, wire: u32, left: f64) -> Rect {
        let (from, to) = self.heights.ends[wire as usize];
        let y = match self.plan.ports.labels[wire as usize] {
            Some(Spot::End) => to,
            Some(Spot::Part(part)) => self.heights.levels[wire as usize][part / 2],
            _ => from,
        };
        let width = self.plan.wires[wire as usize].label();
        Rect::new(left, y - LABEL_HEIGHT / 2.0, width, LABEL_HEIGHT)
    }

    fn drop_label(&self, wire: usize) -> Option<Rect> {
        let top = self.heights.labels[wire]?;
        let Route::Drop(lane) = self.plan.routes[wire] else { return None };
        let ends = &self.plan.wires[wire];
        Some(Rect { y: top, ..lane.label(ends, self.card(ends.from).x) })
    }

    /// The corners of a curve, with its ends.
    fn points(&self, wire: usize, turns: &[Option<f64>]) -> Vec<Point> {
        let ends = self.plan.wires[wire];
        let (from, to) = (self.card(ends.from), self.card(ends.to));
        let course = match &self.plan.routes[wire] {
            Route::Course(course) => course,
            Route::Drop(lane) => {
                let x = from.x + lane.aside();
                let down = from.y < to.y;
                let (start, end) = if down { (from.bottom(), to.y) } else { (from.y, to.bottom()) };
                return vec![point(x, start), point(x, end)];
            }
            Route::Buried => return vec![point(from.right(), from.centre_y()), point(to.x, to.centre_y())],
        };
        let rim = |card: &Rect, side| if side == Side::Left { card.x } else { card.right() };
        let (start, end) = self.heights.ends[wire];
        let mut points = vec![point(rim(&from, course.sides.0), start)];
        for (place, x) in turns.iter().enumerate() {
            let Some(x) = *x else { continue };
            let run = Run { wire: wire as u32, part: 2 * place, corridor: 0 };
            let (before, after) = self.heights.around(&run);
            points.extend([point(x, before), point(x, after)]);
        }
        points.push(point(rim(&to, course.sides.1), end));
        points
    }
}

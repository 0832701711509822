//! A plan of all curves: by which corridors each goes, where it touches the rims, and in which order those stand that
//! share a corridor. Nothing of it depends on how much room there is.

use rustc_hash::FxHashMap;

use super::corridors::{Closed, Crossings, horizontal, vertical};
use super::order::{Span, ordered};
use super::ports::{End, Ports, ports};
use super::search::{Course, Finder};
use super::{FIGURES, LABEL_HEIGHT, TALL_LABEL, Wire};
use crate::Rect;
use crate::zones::Side;

/// The most that a label is wide on a curve that drops alone: to the right of its card.
const ALONE: f64 = 116.0;
/// No curve drops farther than this past nothing.
const DEEPEST: f64 = 240.0;

/// Ways between cards that have been found.
pub(super) type Courses = FxHashMap<(u32, u32), Option<Course>>;

/// By which way a curve goes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Route {
    /// Straight down or up to the next card: alone, or as one of two.
    Drop(Lane),
    /// Through corridors.
    Course(Course),
    /// Over whatever there is: no side of a card is free.
    Buried,
}

/// Which of the curves that drop between two cards one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    Only,
    Left,
    Right,
}

impl Lane {
    /// From the left of a card to the curve; right of where the drop-off hangs.
    pub(super) fn aside(self) -> f64 {
        match self {
            Self::Only => 132.0,
            Self::Left => 108.0,
            Self::Right => 178.0,
        }
    }

    /// Where the label of a curve is that drops from here, with its top at 0: what is written on it stands above the
    /// figures, and is no wider than there is room beside the drop-off.
    pub(super) fn label(self, wire: &Wire, left: f64) -> Rect {
        let is_written = wire.written > 0.0;
        let height = if is_written { TALL_LABEL } else { LABEL_HEIGHT };
        let (from, width) = match self {
            Self::Only if is_written => (92.0, wire.label().min(ALONE)),
            Self::Only => (92.0, FIGURES),
            Self::Left => (59.0, FIGURES),
            Self::Right => (139.0, FIGURES),
        };
        Rect::new(left + from, 0.0, width, height)
    }
}

impl Route {
    /// Whether it goes straight over to a card that faces its own, unless they are too far up or down.
    pub(super) fn faces(&self) -> bool {
        matches!(self, Self::Course(course) if course.corridors.len() == 1 && course.sides.0 != course.sides.1)
    }

    /// The side by which it leaves, or arrives.
    pub(super) fn side(&self, arrives: bool) -> Side {
        match self {
            Self::Course(course) if arrives => course.sides.1,
            Self::Course(course) => course.sides.0,
            Self::Drop(_) | Self::Buried => Side::Bottom,
        }
    }

    /// The corridors that it takes.
    pub(super) fn corridors(&self) -> &[u32] {
        match self {
            Self::Course(course) => &course.corridors,
            _ => &[],
        }
    }
}

/// A straight part of a curve in a corridor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub wire: u32,
    /// The how manieth corridor of its curve this is.
    pub part: usize,
    pub corridor: u32,
}

/// The plan.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    pub cards: &'a [Rect],
    pub wires: &'a [Wire],
    pub crossings: Crossings,
    pub routes: Vec<Route>,
    pub ports: Ports,
    /// Pairs of cards, the upper first, between which a curve drops.
    pub drops: Vec<(u32, u32)>,
    /// Runs in horizontal corridors, and the rank of each in its own.
    pub level: Vec<(Run, i32)>,
}

impl<'a> Plan<'a> {
    pub(super) fn of(cards: &'a [Rect], wires: &'a [Wire], closed: &Closed, known: &Courses) -> Self {
        let (drops, lanes) = drops(cards, wires);
        let bars: Vec<Rect> = drops.iter().map(|&(upper, lower)| bar(cards, upper, lower)).collect();
        let crossings = Crossings::of(vertical(cards, &bars), horizontal(cards));
        let mut finder = Finder::new(cards, &crossings, closed);
        let mut course = |wire: &Wire| match known.get(&(wire.from, wire.to)) {
            Some(course) if wire.firm => course.clone(),
            _ => finder.course((wire.from, wire.to), wire.firm),
        };
        let route = |(wire, lane): (&Wire, &Option<Lane>)| match lane {
            Some(lane) => Route::Drop(*lane),
            None => course(wire).map_or(Route::Buried, Route::Course),
        };
        let routes: Vec<Route> = wires.iter().zip(&lanes).map(route).collect();
        let ends = ends(cards, wires, &routes, &crossings);
        let longest: Vec<Option<(usize, f64)>> =
            routes.iter().map(|route| longest(route, &crossings)).collect();
        let ports = ports(cards, wires, &routes, &longest, ends);
        let mut plan = Self { cards, wires, crossings, routes, ports, drops, level: Vec::new() };
        plan.level = plan.levels();
        plan
    }

    /// The ways of all curves that go through corridors.
    pub(super) fn courses(&self) -> Courses {
        let course = |(wire, route): (&Wire, &Route)| match route {
            Route::Drop(_) => None,
            Route::Course(course) => Some(((wire.from, wire.to), Some(course.clone()))),
            Route::Buried => Some(((wire.from, wire.to), None)),
        };
        self.wires.iter().zip(&self.routes).filter_map(course).collect()
    }

    /// All runs in vertical or in horizontal corridors.
    pub(super) fn runs(&self, upright: bool) -> impl Iterator<Item = Run> {
        (0..).zip(&self.routes).flat_map(move |(wire, route)| {
            let parts = route.corridors().iter().enumerate();
            parts
                .filter(move |(part, _)| part.is_multiple_of(2) == upright)
                .map(move |(part, &corridor)| Run { wire, part, corridor })
        })
    }

    /// The horizontal runs in their order.
    fn levels(&self) -> Vec<(Run, i32)> {
        let runs: Vec<Run> = self.runs(false).collect();
        let spans: Vec<Span> = runs.iter().map(|run| self.level_span(run)).collect();
        let ranks = ordered(&runs, &spans, self.wires);
        runs.into_iter().zip(ranks).collect()
    }

    /// From where to where a horizontal run reaches before anything has moved, and whether its ends lead on
    /// downwards.
    fn level_span(&self, run: &Run) -> Span {
        let route = self.routes[run.wire as usize].corridors();
        let x = |part: usize| self.crossings.vertical[route[part] as usize].at;
        let y = self.crossings.horizontal[run.corridor as usize].at;
        let end = |part: usize, beyond: f64| (x(part), beyond > y);
        let before = end(run.part - 1, self.height(run.wire, run.part as isize - 2));
        let after = end(run.part + 1, self.height(run.wire, run.part as isize + 2));
        Span::between(before, after)
    }

    /// The height of a part of a curve that is horizontal, before anything has moved: a corridor's, or an end's.
    fn height(&self, wire: u32, part: isize) -> f64 {
        let route = self.routes[wire as usize].corridors();
        let (from, to) = self.ends_of(wire);
        match usize::try_from(part) {
            Err(_) => from,
            Ok(part) if part >= route.len() => to,
            Ok(part) => self.crossings.horizontal[route[part] as usize].at,
        }
    }

    /// The heights of both ends of a curve before anything has moved.
    fn ends_of(&self, wire: u32) -> (f64, f64) {
        let (from, to) = self.ports.ends[wire as usize];
        let each = &self.wires[wire as usize];
        (self.cards[each.from as usize].y + from, self.cards[each.to as usize].y + to)
    }

    /// From where to where across a horizontal run reaches before anything has moved.
    pub(super) fn reach(&self, run: &Run) -> (f64, f64) {
        let span = self.level_span(run);
        (span.low.0, span.high.0)
    }
}

/// The longest horizontal part of a route, and how long it is.
fn longest(route: &Route, crossings: &Crossings) -> Option<(usize, f64)> {
    let corridors = route.corridors();
    let x = |part: usize| crossings.vertical[corridors[part] as usize].at;
    let length = |part: &usize| (x(part + 1) - x(part - 1)).abs();
    let parts = (1..corridors.len().saturating_sub(1)).step_by(2).filter(|part| length(part) > 1.0);
    parts.map(|part| (part, length(&part))).max_by(|one, other| one.1.total_cmp(&other.1))
}

/// The part of the gap between two cards through which a curve drops.
fn bar(cards: &[Rect], upper: u32, lower: u32) -> Rect {
    let (above, below) = (&cards[upper as usize], &cards[lower as usize]);
    Rect::new(above.x, above.bottom(), above.width, below.y - above.bottom())
}

/// The pairs of cards between which a firm curve drops, and which curves do: at most two between cards that stand
/// straight below one another.
fn drops(cards: &[Rect], wires: &[Wire]) -> (Vec<(u32, u32)>, Vec<Option<Lane>>) {
    let mut pairs: FxHashMap<(u32, u32), usize> = FxHashMap::default();
    let mut found = Vec::new();
    let mut lanes = vec![None; wires.len()];
    let firm_first = (0..wires.len()).filter(|wire| wires[*wire].firm);
    for index in firm_first.chain((0..wires.len()).filter(|wire| !wires[*wire].firm)) {
        let wire = &wires[index];
        let is_above = cards[wire.from as usize].y < cards[wire.to as usize].y;
        let pair = if is_above { (wire.from, wire.to) } else { (wire.to, wire.from) };
        match pairs.get(&pair) {
            Some(&first) if lanes[first] == Some(Lane::Only) && wire.firm == wires[first].firm => {
                (lanes[first], lanes[index]) = (Some(Lane::Left), Some(Lane::Right));
            }
            None if wire.from != wire.to && is_clear(cards, pair) => {
                pairs.insert(pair, index);
                lanes[index] = Some(Lane::Only);
                if wire.firm {
                    found.push(pair);
                }
            }
            _ => {}
        }
    }
    (found, lanes)
}

/// Whether a card stands straight below another with nothing between them.
fn is_clear(cards: &[Rect], (upper, lower): (u32, u32)) -> bool {
    let (above, below) = (&cards[upper as usize], &cards[lower as usize]);
    if (above.x - below.x).abs() > 0.5 || !(0.0..DEEPEST).contains(&(below.y - above.bottom())) {
        return false;
    }
    let way = Rect::new(above.x, above.y + 1.0, above.width, below.bottom() - above.y - 2.0);
    (0..).zip(cards).all(|(card, rect)| card == upper || card == lower || !rect.overlaps(&way))
}

/// The ends of all curves that go through corridors.
fn ends(cards: &[Rect], wires: &[Wire], routes: &[Route], crossings: &Crossings) -> Vec<End> {
    let mut ends = Vec::with_capacity(2 * wires.len());
    for (index, (wire, route)) in (0..).zip(wires.iter().zip(routes)) {
        let Route::Course(course) = route else { continue };
        for arrives in [false, true] {
            let (card, side, other) = if arrives {
                (wire.to, course.sides.1, wire.from)
            } else {
                (wire.from, course.sides.0, wire.to)
            };
            let mut corridors = course.corridors.clone();
            if arrives {
                corridors.reverse();
            }
            let towards = towards(&cards[card as usize], &cards[other as usize], side, &corridors, crossings);
            ends.push(End { card, side, wire: index, arrives, towards });
        }
    }
    ends
}

/// What the end of a curve is ordered by: how far down it leads, and among those that lead along one corridor, the
/// way in which they are nested.
fn towards(card: &Rect, other: &Rect, side: Side, corridors: &[u32], crossings: &Crossings) -> (f64, f64) {
    let [own, over, next, ..] = *corridors else { return (other.centre_y(), 0.0) };
    let y = crossings.horizontal[over as usize].at;
    let way = crossings.vertical[next as usize].at - crossings.vertical[own as usize].at;
    let away = (way > 0.0) == (side == Side::Right);
    let down = y > card.centre_y();
    (y, if away == down { way.abs() } else { -way.abs() })
}

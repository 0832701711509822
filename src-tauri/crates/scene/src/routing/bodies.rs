//! What stands along each axis: the bodies of a plan, from top to bottom and from left to right.

use super::LABEL_HEIGHT;
use super::growth::Steps;
use super::heights::Heights;
use super::order::{Span, ordered};
use super::plan::{Lane, Plan, Route, Run};
use super::ports::Spot;
use super::settle::{Body, Kind, Row};
use crate::Rect;
use crate::zones::Side;

/// Between a label and the card at which its curve arrives: room for the head.
const HEAD: f64 = 20.0;
/// Beside a card; above one; and beneath one, where its drop-off hangs over its rim.
const BESIDE: f64 = 15.0;
const ABOVE: f64 = 10.0;
const BENEATH: f64 = 14.0;
/// A run reaches this much past its ends.
const PAST: f64 = 4.0;
/// Between runs in a map of few curves; of many.
const PITCH: (f64, f64) = (14.0, 7.0);
/// These are few curves, and so many more are many.
const FEW: f64 = 24.0;
const MANY: f64 = 100.0;

/// What a body of a row stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Card,
    Run(Run),
    /// The label of a curve.
    Label(u32),
}

/// The bodies of a plan.
pub(super) struct Bodies<'a> {
    plan: &'a Plan<'a>,
    /// Half the room of a run.
    half: f64,
    /// What is kept on both sides of each card for what is light.
    spare: f64,
    all: Vec<(Part, Body)>,
}

impl<'a> Bodies<'a> {
    pub(super) fn of(plan: &'a Plan<'a>, spare: f64) -> Self {
        let firm = plan.wires.iter().filter(|wire| wire.firm).count() as f64;
        let many = ((firm - FEW) / MANY).clamp(0.0, 1.0);
        Self { plan, half: (PITCH.0 - (PITCH.0 - PITCH.1) * many) / 2.0, spare, all: Vec::new() }
    }

    fn row(self) -> (Row, Vec<Part>) {
        let (parts, bodies): (Vec<Part>, Vec<Body>) = self.all.into_iter().unzip();
        (Row::of(bodies), parts)
    }

    fn push(&mut self, part: Part, body: Body) {
        self.all.push((part, body));
    }

    /// A run at a coordinate, from where to where across, and its rank.
    fn push_run(&mut self, run: Run, at: f64, across: (f64, f64), rank: i32) {
        let label = Kind::Run { half: LABEL_HEIGHT / 2.0 + 3.0, firm: true };
        let plain = Kind::Run { half: self.half, firm: self.plan.wires[run.wire as usize].firm };
        let is_labelled = self.plan.ports.labels[run.wire as usize] == Some(Spot::Part(run.part));
        let kind = if is_labelled { label } else { plain };
        self.push(Part::Run(run), Body { kind, at, size: 0.0, across, key: (at, rank), clear: (0.0, 0.0) });
    }

    /// From top to bottom: cards, horizontal runs and the labels of curves that drop.
    pub(super) fn levels(mut self) -> (Row, Vec<Part>) {
        for card in self.plan.cards {
            let body = Body {
                kind: Kind::Card,
                at: card.y,
                size: card.height,
                across: (card.x + 1.0, card.right() - 1.0),
                key: (card.y + 0.02, 0),
                clear: (ABOVE + self.spare, BENEATH),
            };
            self.push(Part::Card, body);
        }
        for (run, rank) in &self.plan.level {
            let at = self.plan.crossings.horizontal[run.corridor as usize].at;
            let (left, right) = self.plan.reach(run);
            self.push_run(*run, at, (left - 1.0, right + 1.0), *rank);
        }
        for (wire, route) in (0..).zip(&self.plan.routes) {
            if let Route::Drop(lane) = route
                && self.plan.wires[wire as usize].firm
            {
                let body = self.drop_label(wire, *lane);
                self.push(Part::Label(wire), body);
            }
        }
        self.row()
    }

    /// The label of a curve that drops.
    fn drop_label(&self, wire: u32, lane: Lane) -> Body {
        let ends = self.plan.wires[wire as usize];
        let (from, to) = (&self.plan.cards[ends.from as usize], &self.plan.cards[ends.to as usize]);
        let upper = if from.y < to.y { from } else { to };
        let label = lane.label(&ends, upper.x);
        Body {
            kind: Kind::First,
            at: upper.bottom(),
            size: label.height,
            across: (label.x, label.right()),
            key: (upper.bottom() - 0.01, 0),
            clear: if from.y < to.y { (BENEATH, HEAD) } else { (HEAD, 0.0) },
        }
    }

    /// From left to right: cards, vertical runs and the labels at the rims.
    pub(super) fn uprights(mut self, heights: &Heights, down: &Steps) -> (Row, Vec<Part>) {
        for (index, card) in (0..).zip(self.plan.cards) {
            let body = self.upright_card(index, card, down);
            self.push(Part::Card, body);
        }
        let runs: Vec<Run> = self.plan.runs(true).collect();
        let spans: Vec<Span> = runs.iter().map(|run| heights.span(self.plan, run)).collect();
        for ((run, span), rank) in runs.iter().zip(&spans).zip(ordered(&runs, &spans, self.plan.wires)) {
            // A curve that goes straight over has no run.
            if span.high.0 - span.low.0 >= 0.5 || !self.plan.routes[run.wire as usize].faces() {
                let at = self.plan.crossings.vertical[run.corridor as usize].at;
                self.push_run(*run, at, (span.low.0 - PAST, span.high.0 + PAST), rank);
            }
        }
        for (wire, spot) in (0..).zip(&self.plan.ports.labels) {
            let label = match *spot {
                Some(Spot::Start) => self.rim_label(heights, wire, false),
                Some(Spot::End) => self.rim_label(heights, wire, true),
                Some(Spot::Part(part)) => self.label_along(heights, wire, part, &runs, &spans),
                None => continue,
            };
            self.push(Part::Label(wire), label);
        }
        self.row()
    }

    /// A card, with the gap beneath it if a curve drops through that.
    fn upright_card(&self, index: u32, card: &Rect, down: &Steps) -> Body {
        let top = down.moved(card.y);
        let drops = self.plan.drops.iter().filter(|drop| drop.0 == index);
        let bottom = drops.map(|drop| down.moved(self.plan.cards[drop.1 as usize].y));
        let bottom = bottom.fold(top + card.height, f64::max);
        Body {
            kind: Kind::Card,
            at: card.x,
            size: card.width,
            across: (top - PAST, bottom + PAST),
            key: (card.x + 0.02, 0),
            clear: (BESIDE + self.spare, BESIDE + self.spare),
        }
    }

    /// The label at a rim: outside of it nothing but its own curve.
    fn rim_label(&self, heights: &Heights, wire: u32, arrives: bool) -> Body {
        let (ends, route) = (self.plan.wires[wire as usize], &self.plan.routes[wire as usize]);
        let (start, end) = heights.ends[wire as usize];
        let (card, y) = if arrives { (ends.to, end) } else { (ends.from, start) };
        let rect = &self.plan.cards[card as usize];
        let right = route.side(arrives) == Side::Right;
        let own = if arrives { HEAD } else { 0.0 };
        let other = if !arrives && route.faces() { HEAD } else { 0.0 };
        Body {
            kind: if right { Kind::First } else { Kind::Last },
            at: if right { rect.right() } else { rect.x - ends.label() },
            size: ends.label(),
            across: around(y),
            key: (if right { rect.right() - 0.01 } else { rect.x + 0.01 }, 0),
            clear: if right { (own, other) } else { (other, own) },
        }
    }

    /// The label on a horizontal part of a curve: where the vertical runs that cross it leave most room.
    fn label_along(&self, heights: &Heights, wire: u32, part: usize, runs: &[Run], spans: &[Span]) -> Body {
        let y = heights.levels[wire as usize][part / 2];
        let route = self.plan.routes[wire as usize].corridors();
        let x = |corridor: u32| self.plan.crossings.vertical[corridor as usize].at;
        let ends = [x(route[part - 1]), x(route[part + 1])];
        let (left, right) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        // Light runs have no say: whether there is room was decided without them.
        let crosses = |(run, span): &(&Run, &Span)| {
            let is_near = span.low.0 - LABEL_HEIGHT < y && y < span.high.0 + LABEL_HEIGHT;
            is_near && self.plan.wires[run.wire as usize].firm
        };
        let crossing = runs.iter().zip(spans).filter(crosses).map(|(run, _)| x(run.corridor));
        let mut at: Vec<f64> = crossing.filter(|x| left < *x && *x < right).chain([left, right]).collect();
        at.sort_by(f64::total_cmp);
        let gaps = at.windows(2).map(|pair| (pair[1] - pair[0], f64::midpoint(pair[0], pair[1])));
        let (_, middle) = gaps.max_by(|one, other| one.0.total_cmp(&other.0)).unwrap_or((0.0, left));
        let width = self.plan.wires[wire as usize].label();
        Body {
            kind: Kind::Middle,
            at: middle - width / 2.0,
            size: width,
            across: around(y),
            key: (middle, 0),
            clear: (0.0, 0.0),
        }
    }
}

/// From where to where a label reaches at a height.
fn around(y: f64) -> (f64, f64) {
    (y - LABEL_HEIGHT / 2.0 - 1.0, y + LABEL_HEIGHT / 2.0 + 1.0)
}

//! Along one axis: how far apart cards, runs and labels must be, where each comes to stand, and how far cards give
//! way where there is not enough room.
//!
//! All bodies stand in one order. Two of them that reach past one another across must keep it, and a distance; so the
//! constraints have no circle, and the longest path to each body is the least coordinate that it can have (the
//! critical path of one-dimensional compaction, as in layouts of circuits: Lengauer, *Combinatorial Algorithms for
//! Integrated Circuit Layout*, 1990). A card gives way only where that path demands it, and everything behind it gives
//! way as far. A longest path from the other end gives the largest coordinates; what lies between is free.

use super::growth::Steps;
use super::skyline::Skyline;

/// What stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A card.
    Card,
    /// A straight run of a curve, with the room that it takes to either side; a light one takes none among runs.
    Run { half: f64, firm: bool },
    /// A label that belongs at its lower end.
    First,
    /// A label that belongs at its upper end.
    Last,
    /// A label that belongs in the middle.
    Middle,
}

/// Something that stands somewhere along the axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    pub kind: Kind,
    /// Where it belongs: the lower end of a card or label, the middle of a run.
    pub at: f64,
    /// How far it reaches from there.
    pub size: f64,
    /// From where to where it reaches across.
    pub across: (f64, f64),
    /// What it is ordered by: a coordinate, and a rank among those that have the same.
    pub key: (f64, i32),
    /// The room before it and behind it: of a card towards runs, of a label towards cards.
    pub clear: (f64, f64),
}

/// Between a label and what is foreign to it.
const LABEL: f64 = 5.0;
/// From the outermost card to a run outside of it.
const OUTSIDE: f64 = 24.0;
/// Between a light run and others, where there is room.
const LIGHT: f64 = 6.0;
/// How often room is looked for by pressing light runs together.
const ROUNDS: usize = 4;
/// Before the first body: room for half a label.
const EDGE: f64 = 12.0;
/// Runs between bodies that are farther apart stay near to where they belong.
const SPREAD: f64 = 180.0;

/// What holds between two bodies: the second starts at least so far behind the first.
#[derive(Debug, Clone, Copy)]
struct Bound {
    before: u32,
    behind: u32,
    apart: f64,
    /// What it may be where there is no room, and where there is none at all.
    least: f64,
    over: f64,
}

/// How far behind the start of one body that of the next must be: rather, and at least.
fn apart(one: &Body, next: &Body) -> Option<(f64, f64)> {
    use Kind::{Card, Run};
    let (rather, least) = match (one.kind, next.kind) {
        (Card, Card) => return None,
        (Run { half, firm: true }, Run { half: other, firm: true }) => (half + other, half + other),
        (Run { .. }, Run { .. }) => (LIGHT, 0.0),
        (Card, Run { half, firm }) => beside(one.clear.1, half, firm),
        (Run { half, firm }, Card) => beside(next.clear.0, half, firm),
        (Run { half, .. }, _) | (_, Run { half, .. }) => (half.min(6.0) + LABEL - 1.0, LABEL),
        (Card, _) => (LABEL.max(next.clear.0), LABEL),
        (_, Card) => (LABEL.max(one.clear.1), LABEL),
        _ => (2.0 * LABEL, LABEL),
    };
    Some((one.size + rather, one.size + least))
}

/// Between a card and a run.
fn beside(clear: f64, half: f64, firm: bool) -> (f64, f64) {
    let clear = clear.max(half + LABEL - 1.0);
    (clear, if firm { clear } else { LIGHT })
}

/// What holds between bodies that see one another: what is firm hides what is behind it, but neither cards nor labels,
/// past which nothing may slip.
fn bounds(bodies: &[Body], order: &[u32]) -> Vec<Bound> {
    let [mut cards, mut labels, mut solid, mut light] = [(); 4].map(|()| Skyline::default());
    let mut bounds = Vec::new();
    let mut seen: Vec<u32> = Vec::new();
    for &behind in order {
        let next = &bodies[behind as usize];
        seen.clear();
        seen.extend([&cards, &labels, &solid, &light].into_iter().flat_map(|line| line.over(next.across)));
        seen.sort_unstable();
        seen.dedup();
        for &before in &seen {
            if let Some((apart, least)) = apart(&bodies[before as usize], next) {
                // A light run may lie over a firm one, but over nothing else.
                let firm = [before, behind].map(|each| match bodies[each as usize].kind {
                    Kind::Run { firm, .. } => Some(firm),
                    _ => None,
                });
                let mixed = matches!(firm, [Some(true), Some(false)] | [Some(false), Some(true)]);
                let over = if mixed { f64::NEG_INFINITY } else { least };
                bounds.push(Bound { before, behind, apart, least, over });
            }
        }
        let (is_card, is_run) = (next.kind == Kind::Card, matches!(next.kind, Kind::Run { .. }));
        let is_light = matches!(next.kind, Kind::Run { firm: false, .. });
        let lines = [
            (&mut cards, is_card),
            (&mut labels, !is_run),
            (&mut solid, !is_light),
            (&mut light, is_card || is_light),
        ];
        for (line, covers) in lines {
            if covers {
                line.cover(next.across, behind);
            }
        }
    }
    bounds
}

/// Bodies in their order with all that holds between them.
pub(super) struct Row {
    bodies: Vec<Body>,
    /// Indices of the bodies in their order.
    order: Vec<u32>,
    /// By the place of the body behind.
    bounds: Vec<Bound>,
}

impl Row {
    pub(super) fn of(bodies: Vec<Body>) -> Self {
        let mut order: Vec<u32> = (0..bodies.len() as u32).collect();
        order.sort_by(|&a, &b| {
            let (one, other) = (&bodies[a as usize], &bodies[b as usize]);
            one.key.0.total_cmp(&other.key.0).then(one.key.1.cmp(&other.key.1)).then(a.cmp(&b))
        });
        let bounds = bounds(&bodies, &order);
        Self { bodies, order, bounds }
    }

    /// How far cards must give way, in steps.
    pub(super) fn growth(&self) -> Steps {
        let mut least = vec![f64::NEG_INFINITY; self.bodies.len()];
        let mut steps = Steps::default();
        let mut bounds = self.bounds.iter().peekable();
        let is_one = |a: &u32, b: &u32| {
            let (one, other) = (&self.bodies[*a as usize], &self.bodies[*b as usize]);
            one.kind == Kind::Card && other.kind == Kind::Card && one.key == other.key
        };
        // Cards that start together move together.
        for together in self.order.chunk_by(is_one) {
            let mut reached = EDGE;
            for &index in together {
                while let Some(bound) = bounds.next_if(|bound| bound.behind == index) {
                    reached = reached.max(least[bound.before as usize] + bound.apart);
                }
            }
            let first = &self.bodies[together[0] as usize];
            if first.kind == Kind::Card {
                if reached > EDGE {
                    steps.reach(first.at, reached - first.at);
                }
                reached = steps.moved(first.at);
            }
            for &index in together {
                least[index as usize] = reached;
            }
        }
        steps
    }

    /// Where each body stands when cards have given way, and whether there is no room for it. Light runs come last:
    /// nothing makes way for them.
    pub(super) fn settled(&self, growth: &Steps) -> Vec<(f64, bool)> {
        let is_light = |index: u32| matches!(self.bodies[index as usize].kind, Kind::Run { firm: false, .. });
        let cards = self.bodies.iter().map(|body| (body.kind == Kind::Card).then(|| growth.moved(body.at)));
        let mut fixed: Vec<Option<f64>> = cards.collect();
        let firm: Vec<Bound> = self
            .bounds
            .iter()
            .filter(|bound| !is_light(bound.before) && !is_light(bound.behind))
            .copied()
            .collect();
        let at = self.chosen(&self.limits(&firm, &fixed), &firm, &fixed);
        for index in (0..self.bodies.len() as u32).filter(|index| !is_light(*index)) {
            fixed[index as usize] = Some(at[index as usize]);
        }
        let mut bounds: Vec<Bound> = self
            .bounds
            .iter()
            .filter(|bound| is_light(bound.before) || is_light(bound.behind))
            .copied()
            .collect();
        let mut limits = self.limits(&bounds, &fixed);
        for round in 0..ROUNDS {
            let is_pressed: Vec<bool> = limits.iter().map(Limit::is_pressed).collect();
            for bound in &mut bounds {
                if is_pressed[bound.before as usize] || is_pressed[bound.behind as usize] {
                    bound.apart = if round == 0 { bound.least } else { bound.apart.min(bound.over) };
                }
            }
            limits = self.limits(&bounds, &fixed);
        }
        let pressed: Vec<bool> = limits.iter().map(Limit::is_pressed).collect();
        self.chosen(&limits, &bounds, &fixed).into_iter().zip(pressed).collect()
    }

    /// Between which coordinates each body can stand that is not fixed.
    fn limits(&self, bounds: &[Bound], fixed: &[Option<f64>]) -> Vec<Limit> {
        let mut limits: Vec<Limit> = fixed.iter().map(|at| Limit::of(*at)).collect();
        for bound in bounds {
            let (one, next) = (bound.before as usize, bound.behind as usize);
            if fixed[next].is_some() {
                continue;
            }
            let (before, card) = (limits[one], &self.bodies[one]);
            let limit = &mut limits[next];
            limit.least = limit.least.max(before.least + bound.apart);
            if card.kind == Kind::Card {
                limit.near.0 =
                    limit.near.0.max(Near { given: card.at + card.size, now: before.least + card.size });
            } else {
                limit.ahead = limit.ahead.max(before.ahead + 1.0);
            }
        }
        let mut place = vec![0_u32; self.bodies.len()];
        for (rank, &index) in (0..).zip(&self.order) {
            place[index as usize] = rank;
        }
        let mut backwards: Vec<&Bound> = bounds.iter().collect();
        backwards.sort_by_key(|bound| std::cmp::Reverse(place[bound.before as usize]));
        for bound in backwards {
            let (one, next) = (bound.before as usize, bound.behind as usize);
            if fixed[one].is_some() {
                continue;
            }
            let (behind, card) = (limits[next], &self.bodies[next]);
            let limit = &mut limits[one];
            limit.most = limit.most.min(behind.most - bound.apart);
            if card.kind == Kind::Card {
                limit.near.1 = limit.near.1.min(Near { given: card.at, now: behind.most });
            } else {
                limit.behind = limit.behind.max(behind.behind + 1.0);
            }
        }
        limits
    }

    /// A coordinate for each body between the least and the most that it may have, in order.
    fn chosen(&self, limits: &[Limit], bounds: &[Bound], fixed: &[Option<f64>]) -> Vec<f64> {
        let mut at: Vec<f64> = limits.iter().map(|limit| limit.least).collect();
        let mut bounds = bounds.iter().peekable();
        for &index in &self.order {
            let (body, limit) = (&self.bodies[index as usize], &limits[index as usize]);
            let mut low = limit.least;
            while let Some(bound) = bounds.next_if(|bound| bound.behind == index) {
                low = low.max(at[bound.before as usize] + bound.apart);
            }
            if fixed[index as usize].is_none() {
                let is_free = low <= limit.most;
                at[index as usize] = if is_free {
                    limit.wish(body).clamp(low, limit.most)
                } else {
                    f64::midpoint(low, limit.most)
                };
            }
        }
        at
    }
}

/// The edge of the nearest card: before any gave way, and now.
#[derive(Debug, Clone, Copy)]
struct Near {
    given: f64,
    now: f64,
}

impl Near {
    fn max(self, other: Self) -> Self {
        if other.given > self.given { other } else { self }
    }

    fn min(self, other: Self) -> Self {
        if other.given < self.given { other } else { self }
    }
}

/// Between which coordinates a body can stand.
#[derive(Debug, Clone, Copy)]
struct Limit {
    least: f64,
    most: f64,
    /// The nearest cards before it and behind it.
    near: (Near, Near),
    /// Its place among those in a row before it that are no cards, and behind it.
    ahead: f64,
    behind: f64,
}

impl Limit {
    fn of(fixed: Option<f64>) -> Self {
        let (least, most) = fixed.map_or((EDGE, f64::INFINITY), |at| (at, at));
        let near = |at| Near { given: at, now: at };
        Self { least, most, near: (near(0.0), near(f64::INFINITY)), ahead: 1.0, behind: 1.0 }
    }

    /// Whether there is no room for it.
    fn is_pressed(&self) -> bool {
        self.least > self.most + 0.01
    }

    /// Where a body would best stand.
    fn wish(&self, body: &Body) -> f64 {
        let room = self.most - self.least;
        match body.kind {
            Kind::Card => self.least,
            Kind::First => self.least + 6.0,
            Kind::Last => self.most - 6.0,
            // Among cards that lie on one another there may be nothing behind it.
            Kind::Middle => self.least + if room.is_finite() { room / 2.0 } else { 0.0 },
            Kind::Run { .. } if room < SPREAD => self.least + room * self.ahead / (self.ahead + self.behind),
            Kind::Run { half, .. } => {
                let (before, behind) = self.near;
                let aside = (body.at - before.given, behind.given - body.at);
                if behind.given == f64::INFINITY {
                    // Outside of all cards runs keep as close to them as they may.
                    return before.now + aside.0.min(OUTSIDE);
                }
                let at = if aside.0 <= aside.1 { before.now + aside.0 } else { behind.now - aside.1 };
                at + (self.ahead - self.behind) * half.max(6.0)
            }
        }
    }
}

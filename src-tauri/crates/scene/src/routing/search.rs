//! The way of a curve through the corridors: the shortest with the fewest turns (A*, Hart, Nilsson and Raphael 1968).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::corridors::{Closed, Corridor, Crossing, Crossings, after, before};
use crate::Rect;
use crate::zones::Side;

/// What a turn costs, in units of length.
const TURN: f64 = 56.0;
/// What a corridor costs in which there is no room.
const NARROW: f64 = 240.0;
/// A corridor is narrow below this.
const ROOMY: f64 = 32.0;
/// What it costs to leave against the way that reads best.
const AGAINST: f64 = 12.0;
/// What it costs to go by a side on which another card lies.
const BURIED: f64 = 4_000.0;
/// No more corridors are tried at each side of a card than this.
const DOCKS: usize = 3;

/// A corridor at which a card can be left or entered.
#[derive(Debug, Clone, Copy)]
struct Dock {
    side: Side,
    vertical: u32,
    /// From the rim to the corridor, with what else it costs.
    cost: f64,
}

/// The way of a curve: corridors in turn, vertical ones first and last.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Course {
    /// By which sides it leaves and arrives.
    pub sides: (Side, Side),
    /// Vertical and horizontal corridors in turn.
    pub corridors: Vec<u32>,
}

/// Finds ways between cards.
pub(super) struct Finder<'a> {
    cards: &'a [Rect],
    crossings: &'a Crossings,
    closed: &'a Closed,
    docks: Vec<Vec<Dock>>,
    /// By crossing and by whether it is reached along a vertical corridor: the least cost, and from where.
    reached: Vec<[(f64, u32, bool); 2]>,
    touched: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    guess: f64,
    cost: f64,
    node: u32,
    upright: bool,
}

impl Eq for Step {}
impl Ord for Step {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.guess.total_cmp(&other.guess))
            .then(self.node.cmp(&other.node))
            .then(self.upright.cmp(&other.upright))
    }
}
impl PartialOrd for Step {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Before the first crossing is the first dock of a card; before this, the next.
const FIRST: u32 = u32::MAX - 1;
/// Not reached yet.
const UNREACHED: (f64, u32, bool) = (f64::INFINITY, u32::MAX, false);

impl<'a> Finder<'a> {
    pub(super) fn new(cards: &'a [Rect], crossings: &'a Crossings, closed: &'a Closed) -> Self {
        let docks = (0..cards.len()).map(|card| docks(cards, &crossings.vertical, card)).collect();
        let reached = vec![[UNREACHED; 2]; crossings.nodes.len()];
        Self { cards, crossings, closed, docks, reached, touched: Vec::new() }
    }

    /// The best way from a card to another, or around to itself; none if every side of one is buried. Light curves
    /// keep out of closed corridors.
    pub(super) fn course(&mut self, (from, to): (u32, u32), firm: bool) -> Option<Course> {
        let direct = self.direct(from, to, firm);
        if from == to {
            return direct.map(|(_, course)| course);
        }
        let most = direct.as_ref().map_or(f64::INFINITY, |(cost, _)| *cost);
        self.around(from, to, most, firm).or(direct.map(|(_, course)| course))
    }

    fn is_open(&self, corridor: u32, upright: bool, firm: bool) -> bool {
        let closed = if upright { &self.closed.vertical } else { &self.closed.horizontal };
        firm || !closed.contains(&corridor)
    }

    /// Where a card can be left or entered.
    fn docks(&self, card: u32, firm: bool) -> impl Iterator<Item = &Dock> {
        self.docks[card as usize].iter().filter(move |dock| self.is_open(dock.vertical, true, firm))
    }

    /// The best way along one vertical corridor.
    fn direct(&self, from: u32, to: u32, firm: bool) -> Option<(f64, Course)> {
        let mut best: Option<(f64, Course)> = None;
        let (start, end) = (&self.cards[from as usize], &self.cards[to as usize]);
        let height = (start.centre_y() - end.centre_y()).abs();
        let is_level = start.y.max(end.y) + 36.0 <= start.bottom().min(end.bottom());
        for leave in self.docks(from, firm) {
            for arrive in self.docks(to, firm).filter(|dock| dock.vertical == leave.vertical) {
                if from == to && leave.side != arrive.side {
                    continue;
                }
                let straight = is_level && leave.side != arrive.side;
                let turns = if straight { 0.0 } else { 2.0 * TURN };
                let cost = leave.cost + arrive.cost + height + turns + against(start, end, leave.side);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    let sides = (leave.side, arrive.side);
                    best = Some((cost, Course { sides, corridors: vec![leave.vertical] }));
                }
            }
        }
        best
    }

    /// The best way through crossings that costs less than `most`.
    fn around(&mut self, from: u32, to: u32, most: f64, firm: bool) -> Option<Course> {
        for node in self.touched.drain(..) {
            self.reached[node as usize] = [UNREACHED; 2];
        }
        let mut ahead = BinaryHeap::new();
        self.set_out(from, to, firm, &mut ahead);
        let end = self.cards[to as usize];
        let mut best: Option<(f64, u32, bool, Dock)> = None;
        while let Some(Reverse(step)) = ahead.pop() {
            if step.guess >= best.map_or(most, |(cost, ..)| cost) {
                break;
            }
            if step.cost > self.reached[step.node as usize][usize::from(step.upright)].0 {
                continue;
            }
            let node = self.crossings.nodes[step.node as usize];
            for dock in self.docks(to, firm).filter(|dock| dock.vertical == node.vertical) {
                let turns = if step.upright { TURN } else { 2.0 * TURN };
                let cost = step.cost + (node.at.y - end.centre_y()).abs() + turns + dock.cost;
                if cost < best.map_or(most, |(cost, ..)| cost) {
                    best = Some((cost, step.node, step.upright, *dock));
                }
            }
            self.go_on(&step, &node, &end, firm, &mut ahead);
        }
        best.map(|(_, node, upright, dock)| self.traced(from, node, upright, dock))
    }

    /// Reaches the first crossings from a card.
    fn set_out(&mut self, from: u32, to: u32, firm: bool, ahead: &mut BinaryHeap<Reverse<Step>>) {
        let (start, end) = (self.cards[from as usize], self.cards[to as usize]);
        let docks: Vec<(usize, Dock)> = self.docks[from as usize].iter().copied().enumerate().collect();
        for (index, dock) in docks {
            if !self.is_open(dock.vertical, true, firm) {
                continue;
            }
            let row = &self.crossings.down[dock.vertical as usize];
            let middle = start.centre_y();
            let below = row.partition_point(|&node| self.crossings.nodes[node as usize].at.y < middle);
            let near = [below.checked_sub(1), Some(below)].map(|place| row.get(place?).copied());
            for node in near.into_iter().flatten() {
                let at = self.crossings.nodes[node as usize].at;
                let cost = dock.cost + (at.y - middle).abs() + TURN + against(&start, &end, dock.side);
                let before = (FIRST - index as u32, true);
                self.reach(Step { guess: 0.0, cost, node, upright: true }, before, &end, ahead);
            }
        }
    }

    /// Reaches the crossings next to one.
    fn go_on(
        &mut self,
        step: &Step,
        node: &Crossing,
        end: &Rect,
        firm: bool,
        ahead: &mut BinaryHeap<Reverse<Step>>,
    ) {
        for (way, next) in node.next.iter().enumerate() {
            let Some(next) = *next else { continue };
            let upright = way < 2;
            let corridor = if upright { node.vertical } else { node.horizontal };
            if !self.is_open(corridor, upright, firm) {
                continue;
            }
            let all = if upright { &self.crossings.vertical } else { &self.crossings.horizontal };
            let turn = if upright == step.upright { 0.0 } else { TURN + toll(&all[corridor as usize]) };
            let to = self.crossings.nodes[next as usize].at;
            let cost = step.cost + (to.x - node.at.x).abs() + (to.y - node.at.y).abs() + turn;
            let reached = Step { guess: 0.0, cost, node: next, upright };
            self.reach(reached, (step.node, step.upright), end, ahead);
        }
    }

    fn reach(
        &mut self,
        step: Step,
        (before, upright): (u32, bool),
        end: &Rect,
        ahead: &mut BinaryHeap<Reverse<Step>>,
    ) {
        let slot = &mut self.reached[step.node as usize][usize::from(step.upright)];
        if step.cost < slot.0 {
            *slot = (step.cost, before, upright);
            self.touched.push(step.node);
            let at = self.crossings.nodes[step.node as usize].at;
            let aside = ((at.x - end.centre_x()).abs() - end.width / 2.0).max(0.0);
            let guess = step.cost + aside + (at.y - end.centre_y()).abs() + TURN;
            ahead.push(Reverse(Step { guess, ..step }));
        }
    }

    /// The corridors of a way found, from its last crossing.
    fn traced(&self, from: u32, node: u32, upright: bool, dock: Dock) -> Course {
        let mut corridors = vec![dock.vertical];
        let (mut node, mut upright) = (node, upright);
        loop {
            let crossing = self.crossings.nodes[node as usize];
            // Vertical corridors have even places.
            if upright != (corridors.len() % 2 == 1) {
                corridors.push(if upright { crossing.vertical } else { crossing.horizontal });
            }
            let (_, before, before_upright) = self.reached[node as usize][usize::from(upright)];
            if before > FIRST - 2 * DOCKS as u32 {
                let leave = self.docks[from as usize][(FIRST - before) as usize];
                corridors.reverse();
                return Course { sides: (leave.side, dock.side), corridors };
            }
            (node, upright) = (before, before_upright);
        }
    }
}

/// What a narrow corridor costs.
fn toll(corridor: &Corridor) -> f64 {
    if corridor.room < ROOMY { NARROW * (1.0 - corridor.room / ROOMY) } else { 0.0 }
}

/// What it costs to leave by a side: downwards and around a way keeps to the right, upwards to the left.
fn against(start: &Rect, end: &Rect, side: Side) -> f64 {
    let is_up = end.bottom() <= start.y;
    if (side == Side::Left) == is_up { 0.0 } else { AGAINST }
}

/// Where a card can be left or entered, the nearest first at each side: only over other cards if they lie on both
/// sides of it.
fn docks(cards: &[Rect], vertical: &[Corridor], card: usize) -> Vec<Dock> {
    let own = &cards[card];
    let at = |side, gap: Option<(f64, f64)>, extra: f64| {
        let (Some(gap), middle) = (gap, own.centre_y()) else { return Vec::new() };
        let rim = if side == Side::Left { own.x } else { own.right() };
        let is_near = |corridor: &Corridor| (gap.0..=gap.1).contains(&corridor.at) && corridor.holds(middle);
        let mut docks: Vec<Dock> = (0..)
            .zip(vertical)
            .filter(|(_, corridor)| is_near(corridor))
            .map(|(vertical, corridor)| Dock {
                side,
                vertical,
                cost: (corridor.at - rim).abs() + toll(corridor) + extra,
            })
            .collect();
        docks.sort_by(|one, other| one.cost.total_cmp(&other.cost).then(one.vertical.cmp(&other.vertical)));
        docks.truncate(DOCKS);
        docks
    };
    let both = |over, extra| {
        let mut docks = at(Side::Left, before(cards, card, over), extra);
        docks.extend(at(Side::Right, after(cards, card, over), extra));
        docks
    };
    let free = both(false, 0.0);
    if free.is_empty() { both(true, BURIED) } else { free }
}

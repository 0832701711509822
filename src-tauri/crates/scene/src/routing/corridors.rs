//! Corridors: straight lines through free space along which curves can run, and where they cross.
//!
//! Beside each card runs one, halfway to the next card, and on until a card is in its way. So each card can be
//! reached from all sides on which it touches no other, and between two cards that stand side by side there is one
//! corridor, however little room there is: what is too narrow is widened later.

use rustc_hash::FxHashSet;

use crate::Rect;
use crate::geometry::{Point, point};

/// A straight line through free space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Corridor {
    /// Its coordinate across: x of a vertical one.
    pub at: f64,
    /// Where it starts along.
    pub from: f64,
    /// Where it ends along.
    pub to: f64,
    /// How far apart the cards are between which it was found.
    pub room: f64,
}

impl Corridor {
    pub(super) fn holds(&self, along: f64) -> bool {
        self.from <= along && along <= self.to
    }
}

/// Where nothing ends a corridor it ends here.
const FAR: f64 = 1e6;
/// No corridor is farther from the card beside which it runs: vertical ones, and horizontal ones.
const ASIDE: (f64, f64) = (52.0, 16.0);
/// Corridors this close to one another are one.
const CLOSE: f64 = 40.0;

/// A rectangle with its axes swapped.
pub(super) fn swapped(rect: &Rect) -> Rect {
    Rect::new(rect.y, rect.x, rect.height, rect.width)
}

/// The vertical corridors between cards; none runs through one of the bars.
pub(super) fn vertical(cards: &[Rect], bars: &[Rect]) -> Vec<Corridor> {
    let blocks: Vec<Rect> = cards.iter().chain(bars).copied().collect();
    found(cards, &blocks, ASIDE.0)
}

/// The horizontal corridors between cards.
pub(super) fn horizontal(cards: &[Rect]) -> Vec<Corridor> {
    let cards: Vec<Rect> = cards.iter().map(swapped).collect();
    found(&cards, &cards, ASIDE.1)
}

fn found(cards: &[Rect], blocks: &[Rect], aside: f64) -> Vec<Corridor> {
    let mut order: Vec<usize> = (0..cards.len()).collect();
    order.sort_by(|&a, &b| {
        let (one, other) = (&cards[a], &cards[b]);
        one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)).then(a.cmp(&b))
    });
    let mut found: Vec<Corridor> = Vec::new();
    for &card in &order {
        let gap = before(cards, card, false).unwrap_or((0.0, cards[card].x));
        let at = gap.1 - ((gap.1 - gap.0) / 2.0).min(aside);
        add(&mut found, blocks, &cards[card], gap, at);
    }
    for &card in &order {
        let gap = after(cards, card, false).unwrap_or((cards[card].right(), FAR));
        let at = gap.0 + ((gap.1 - gap.0) / 2.0).min(aside.max(28.0));
        add(&mut found, blocks, &cards[card], gap, at);
    }
    found
}

/// The free interval on the left of a card, as far as its height reaches: from the next card, or the left edge.
/// Nothing where a card lies on its left edge, unless such cards are to be passed over.
pub(super) fn before(cards: &[Rect], card: usize, over: bool) -> Option<(f64, f64)> {
    let own = &cards[card];
    let mut nearest = 0.0_f64.min(own.x);
    for (index, other) in cards.iter().enumerate() {
        if index == card || other.y >= own.bottom() || own.y >= other.bottom() || other.x >= own.x {
            continue;
        }
        if other.right() <= own.x {
            nearest = nearest.max(other.right());
        } else if !over {
            return None;
        }
    }
    Some((nearest, own.x))
}

/// The free interval on the right of a card.
pub(super) fn after(cards: &[Rect], card: usize, over: bool) -> Option<(f64, f64)> {
    let own = &cards[card];
    let mut nearest = FAR;
    for (index, other) in cards.iter().enumerate() {
        if index == card || other.y >= own.bottom() || own.y >= other.bottom() || other.right() <= own.right()
        {
            continue;
        }
        if other.x >= own.right() {
            nearest = nearest.min(other.x);
        } else if !over {
            return None;
        }
    }
    Some((own.right(), nearest))
}

/// Adds a corridor beside a card, unless there is one in the gap already.
fn add(found: &mut Vec<Corridor>, blocks: &[Rect], card: &Rect, gap: (f64, f64), at: f64) {
    let middle = card.centre_y();
    let is_there = |other: &Corridor| {
        (gap.0..=gap.1).contains(&other.at) && (other.at - at).abs() < CLOSE && other.holds(middle)
    };
    if found.iter().any(is_there) {
        return;
    }
    let (mut from, mut to) = (-FAR, FAR);
    for block in blocks {
        if block.x < at && at < block.right() {
            if block.centre_y() < middle {
                from = from.max(block.bottom());
            } else {
                to = to.min(block.y);
            }
        }
    }
    if from < to {
        found.push(Corridor { at, from: from.max(0.0), to, room: gap.1 - gap.0 });
    }
}

/// Where corridors cross, as a graph.
#[derive(Debug)]
pub(super) struct Crossings {
    pub vertical: Vec<Corridor>,
    pub horizontal: Vec<Corridor>,
    pub nodes: Vec<Crossing>,
    /// Of each vertical corridor, its crossings from top to bottom.
    pub down: Vec<Vec<u32>>,
}

/// Where two corridors cross.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crossing {
    pub at: Point,
    pub vertical: u32,
    pub horizontal: u32,
    /// The next crossings: up, down, left, right.
    pub next: [Option<u32>; 4],
}

impl Crossings {
    pub(super) fn of(vertical: Vec<Corridor>, horizontal: Vec<Corridor>) -> Self {
        let mut nodes: Vec<Crossing> = Vec::new();
        let mut down = vec![Vec::new(); vertical.len()];
        let mut across = vec![Vec::new(); horizontal.len()];
        for (v, one) in vertical.iter().enumerate() {
            for (h, other) in horizontal.iter().enumerate() {
                if one.holds(other.at) && other.holds(one.at) {
                    down[v].push(nodes.len() as u32);
                    across[h].push(nodes.len() as u32);
                    nodes.push(Crossing {
                        at: point(one.at, other.at),
                        vertical: v as u32,
                        horizontal: h as u32,
                        next: [None; 4],
                    });
                }
            }
        }
        for row in &mut down {
            row.sort_by(|&a, &b| nodes[a as usize].at.y.total_cmp(&nodes[b as usize].at.y).then(a.cmp(&b)));
            link(&mut nodes, row, 0);
        }
        for row in &mut across {
            row.sort_by(|&a, &b| nodes[a as usize].at.x.total_cmp(&nodes[b as usize].at.x).then(a.cmp(&b)));
            link(&mut nodes, row, 2);
        }
        Self { vertical, horizontal, nodes, down }
    }
}

/// Links crossings in a row: each with the one before by `back`, with the one behind by the next.
fn link(nodes: &mut [Crossing], row: &[u32], back: usize) {
    for pair in row.windows(2) {
        nodes[pair[1] as usize].next[back] = Some(pair[0]);
        nodes[pair[0] as usize].next[back + 1] = Some(pair[1]);
    }
}

/// Corridors that are closed to light curves: there is no room for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Closed {
    pub vertical: FxHashSet<u32>,
    pub horizontal: FxHashSet<u32>,
}

impl Closed {
    /// Closes a corridor; says whether it was open.
    pub(super) fn close(&mut self, corridor: u32, upright: bool) -> bool {
        let all = if upright { &mut self.vertical } else { &mut self.horizontal };
        all.insert(corridor)
    }
}

//! Routes from rim to rim: by which sides they leave and arrive, and where along them.

use crate::Rect;
use crate::geometry::{Point, point};
use crate::grid::Grid;
use crate::layout::Layout;
use crate::path::{Cubic, Path};
use crate::zones::Side;

/// The sides by which a curve leaves and arrives.
type Sides = (Side, Side);

/// How far in from a corner a curve may touch a rim.
const CORNER: f64 = 14.0;
/// Between the middles of two thin curves at one rim.
const APART: f64 = 20.0;
/// Between two wide curves at one rim.
const BETWEEN: f64 = 6.0;
/// No curve is drawn towards a point above this.
const HIGHEST: f64 = -8.0;
/// How many points of a curve are looked at.
const SAMPLES: usize = 12;

/// The route between each pair of cards, in their order; `widths` are those of the lines. Routes leave towards where
/// they lead, pass other cards where they can and share the rims evenly.
pub(crate) fn routes(layout: &Layout, pairs: &[(u32, u32)], widths: &[f64]) -> Vec<Path> {
    let mut grid = Grid::default();
    for card in layout.cards() {
        grid.add(card.rect);
    }
    let sides: Vec<Sides> = pairs.iter().map(|&pair| sides(layout, &grid, pair)).collect();
    let ends = ends(layout, pairs, &sides, widths);
    let rect = |card: u32| &layout.cards()[card as usize].rect;
    pairs
        .iter()
        .zip(&sides)
        .zip(ends)
        .map(|((&(from, to), &sides), (start, end))| {
            Path::from(if from == to { looped(rect(from)) } else { curve(start, sides.0, end, sides.1) })
        })
        .collect()
}

fn sides(layout: &Layout, grid: &Grid, pair: (u32, u32)) -> Sides {
    use Side::{Bottom, Left, Right, Top};
    let (from, to) = (&layout.cards()[pair.0 as usize].rect, &layout.cards()[pair.1 as usize].rect);
    if pair.0 == pair.1 {
        return (Right, Top);
    }
    let below = to.y >= from.bottom();
    // In the order of preference: each next one must save more than its penalty.
    let ways: &[Sides] = if to.x >= from.right() + 24.0 {
        if below {
            &[(Right, Left), (Right, Top), (Bottom, Left), (Top, Top), (Bottom, Bottom)]
        } else {
            &[(Right, Left), (Top, Top), (Right, Bottom), (Top, Left), (Bottom, Bottom)]
        }
    } else if to.right() + 24.0 <= from.x {
        if below {
            &[(Bottom, Bottom), (Left, Right), (Left, Top), (Bottom, Right), (Top, Top), (Bottom, Left)]
        } else if to.bottom() + 120.0 < from.y {
            &[(Left, Bottom), (Left, Right), (Top, Right), (Top, Top), (Bottom, Bottom), (Bottom, Left)]
        } else {
            &[(Bottom, Bottom), (Left, Right), (Top, Top), (Left, Bottom), (Bottom, Left)]
        }
    } else if below {
        &[(Bottom, Top), (Right, Right), (Left, Left)]
    } else {
        &[(Left, Left), (Right, Right), (Top, Bottom)]
    };
    let mut best = (f64::INFINITY, ways[0]);
    for (rank, &way) in ways.iter().enumerate() {
        let drawn = curve(middle(from, way.0), way.0, middle(to, way.1), way.1);
        let cost = rank as f64 * 1.5 + cost(&drawn, grid, pair);
        if cost < best.0 {
            best = (cost, way);
        }
        if cost < (rank + 1) as f64 * 1.5 {
            break;
        }
    }
    best.1
}

/// How much of a curve is hidden by cards or runs into the headers.
fn cost(curve: &Cubic, grid: &Grid, pair: (u32, u32)) -> f64 {
    let mut cost = 0.0;
    for step in 1..SAMPLES {
        let at = curve.at(step as f64 / SAMPLES as f64);
        if grid.hides(at, (u32::MAX, u32::MAX)) {
            let inner = step == 1 || step == SAMPLES - 1;
            cost += if inner && !grid.hides(at, pair) { 0.0 } else { 2.0 };
        }
        if at.y < 4.0 {
            cost += 2.0;
        }
    }
    cost
}

/// Where each curve leaves and arrives: those at one side of a card stand in the order of where they lead.
fn ends(layout: &Layout, pairs: &[(u32, u32)], sides: &[Sides], widths: &[f64]) -> Vec<(Point, Point)> {
    struct End {
        card: u32,
        side: Side,
        towards: f64,
        curve: usize,
        arrives: bool,
    }
    let rect = |card: u32| &layout.cards()[card as usize].rect;
    let mut all = Vec::with_capacity(2 * pairs.len());
    for (curve, (&(from, to), &(leave, arrive))) in pairs.iter().zip(sides).enumerate() {
        if from != to {
            let towards = |other: &Rect, side| match side {
                Side::Left | Side::Right => other.centre_y(),
                Side::Top | Side::Bottom => other.centre_x(),
            };
            all.push(End {
                card: from,
                side: leave,
                towards: towards(rect(to), leave),
                curve,
                arrives: false,
            });
            all.push(End {
                card: to,
                side: arrive,
                towards: towards(rect(from), arrive),
                curve,
                arrives: true,
            });
        }
    }
    all.sort_by(|one, other| {
        (one.card, one.side)
            .cmp(&(other.card, other.side))
            .then(one.towards.total_cmp(&other.towards))
            .then((one.arrives, one.curve).cmp(&(other.arrives, other.curve)))
    });
    let mut ends = vec![(Point::default(), Point::default()); pairs.len()];
    for rim in all.chunk_by(|one, other| (one.card, one.side) == (other.card, other.side)) {
        let shares: Vec<f64> = rim.iter().map(|end| (widths[end.curve] + BETWEEN).max(APART)).collect();
        for (end, shift) in rim.iter().zip(shifts(&shares, room(rect(rim[0].card), rim[0].side))) {
            let at = along(rect(end.card), end.side, shift);
            if end.arrives { ends[end.curve].1 = at } else { ends[end.curve].0 = at }
        }
    }
    ends
}

/// How far along a side curves may touch it.
fn room(rect: &Rect, side: Side) -> f64 {
    let length = match side {
        Side::Left | Side::Right => rect.height,
        // The left of the lower rim is for the drop-off.
        Side::Top | Side::Bottom => rect.width * 0.72,
    };
    length - 2.0 * CORNER
}

/// How far each of several curves is from the middle of a rim, by what each needs, closer where there is no room.
fn shifts(shares: &[f64], room: f64) -> Vec<f64> {
    let outer = (shares.first().unwrap_or(&0.0) + shares.last().unwrap_or(&0.0)) / 2.0;
    let whole: f64 = shares.iter().sum();
    let scale = if whole - outer > room { room / (whole - outer) } else { 1.0 };
    let mut reached = shares.first().unwrap_or(&0.0) / -2.0;
    let span = whole - outer;
    shares
        .iter()
        .map(|share| {
            let middle = reached + share / 2.0;
            reached += share;
            (middle - span / 2.0) * scale
        })
        .collect()
}

/// The point on a side of a card this far from its middle.
fn along(rect: &Rect, side: Side, shift: f64) -> Point {
    let middle = middle(rect, side);
    match side {
        Side::Left | Side::Right => point(middle.x, middle.y + shift),
        Side::Top | Side::Bottom => point(middle.x + shift, middle.y),
    }
}

fn middle(rect: &Rect, side: Side) -> Point {
    match side {
        Side::Left => point(rect.x, rect.centre_y()),
        Side::Right => point(rect.right(), rect.centre_y()),
        Side::Top => point(rect.x + rect.width * 0.64, rect.y),
        Side::Bottom => point(rect.x + rect.width * 0.64, rect.bottom()),
    }
}

/// The curve that leaves and arrives at right angles to the rims.
fn curve(from: Point, leave: Side, to: Point, arrive: Side) -> Cubic {
    let (dx, dy) = ((to.x - from.x).abs(), (to.y - from.y).abs());
    let reach = |side, same: bool| match side {
        Side::Left | Side::Right if same => (44.0 + 0.16 * dy).min(112.0),
        Side::Top | Side::Bottom if same => (52.0 + 0.1 * dx).min(240.0),
        Side::Left | Side::Right => (dx * 0.5).clamp(36.0, 320.0),
        Side::Top | Side::Bottom => (dy * 0.5).clamp(24.0, 320.0),
    };
    let same = leave == arrive;
    let out = |at: Point, side, by: f64| match side {
        Side::Left => point(at.x - by, at.y),
        Side::Right => point(at.x + by, at.y),
        Side::Top => point(at.x, at.y - by),
        Side::Bottom => point(at.x, at.y + by),
    };
    // Around the far side, a curve keeps close.
    let around = arrive == Side::Left && to.x < from.x && !same;
    let arrival = if around { 56.0 } else { reach(arrive, same) };
    let (mut first, mut last) = (out(from, leave, reach(leave, same)), out(to, arrive, arrival));
    if same {
        // Both ends turn at the same height, whichever of them stands out farther.
        match leave {
            Side::Left => (first.x, last.x) = (first.x.min(last.x), first.x.min(last.x)),
            Side::Right => (first.x, last.x) = (first.x.max(last.x), first.x.max(last.x)),
            Side::Top => (first.y, last.y) = (first.y.min(last.y), first.y.min(last.y)),
            Side::Bottom => (first.y, last.y) = (first.y.max(last.y), first.y.max(last.y)),
        }
    }
    // What stands above is for the headers of the stages.
    first.y = first.y.max(HIGHEST.min(from.y));
    last.y = last.y.max(HIGHEST.min(to.y));
    Cubic { from, leave: first, arrive: last, to }
}

/// A small loop at the right top corner, from a card to itself.
fn looped(rect: &Rect) -> Cubic {
    let from = point(rect.right(), rect.y + 20.0);
    let to = point(rect.right() - 28.0, rect.y);
    Cubic { from, leave: point(from.x + 40.0, from.y), arrive: point(to.x, (to.y - 32.0).max(HIGHEST)), to }
}

//! A cubic Bézier curve.

use crate::Rect;
use crate::geometry::{Point, point};

/// A curve from one point to another, drawn towards two between them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Cubic {
    pub from: Point,
    pub leave: Point,
    pub arrive: Point,
    pub to: Point,
}

/// Nodes and weights of Gauss and Legendre's quadrature with five points, on -1 to 1.
const NODES: [(f64, f64); 5] = [
    (0.0, 0.568_888_888_888_889),
    (-0.538_469_310_105_683, 0.478_628_670_499_366),
    (0.538_469_310_105_683, 0.478_628_670_499_366),
    (-0.906_179_845_938_664, 0.236_926_885_056_189),
    (0.906_179_845_938_664, 0.236_926_885_056_189),
];

impl Cubic {
    /// The point at a share of the parameter, 0 to 1; not of the length.
    pub(crate) fn at(&self, share: f64) -> Point {
        let rest = 1.0 - share;
        let (a, b) = (rest * rest * rest, 3.0 * rest * rest * share);
        let (c, d) = (3.0 * rest * share * share, share * share * share);
        point(
            a * self.from.x + b * self.leave.x + c * self.arrive.x + d * self.to.x,
            a * self.from.y + b * self.leave.y + c * self.arrive.y + d * self.to.y,
        )
    }

    /// How fast and where to the curve goes at a share of the parameter.
    pub(super) fn velocity(&self, share: f64) -> Point {
        let rest = 1.0 - share;
        let (a, b, c) = (3.0 * rest * rest, 6.0 * rest * share, 3.0 * share * share);
        let along = |from: f64, leave: f64, arrive: f64, to: f64| {
            a * (leave - from) + b * (arrive - leave) + c * (to - arrive)
        };
        point(
            along(self.from.x, self.leave.x, self.arrive.x, self.to.x),
            along(self.from.y, self.leave.y, self.arrive.y, self.to.y),
        )
    }

    /// The length between two shares of the parameter that are close to one another.
    pub(super) fn length_between(&self, start: f64, end: f64) -> f64 {
        let (middle, half) = (f64::midpoint(start, end), (end - start) / 2.0);
        let speed = |node: f64| {
            let velocity = self.velocity(middle + half * node);
            velocity.x.hypot(velocity.y)
        };
        half * NODES.iter().map(|&(node, weight)| weight * speed(node)).sum::<f64>()
    }

    /// The box around the curve.
    pub(super) fn bounds(&self) -> Rect {
        let [left, right] = extremes(self.from.x, self.leave.x, self.arrive.x, self.to.x);
        let [top, bottom] = extremes(self.from.y, self.leave.y, self.arrive.y, self.to.y);
        Rect::new(left, top, right - left, bottom - top)
    }
}

/// The least and the largest value of one coordinate along a curve: at its ends, or where it turns.
fn extremes(from: f64, leave: f64, arrive: f64, to: f64) -> [f64; 2] {
    let value = |share: f64| {
        let rest = 1.0 - share;
        rest * rest * rest * from
            + 3.0 * rest * rest * share * leave
            + 3.0 * rest * share * share * arrive
            + share * share * share * to
    };
    let mut extremes = [from.min(to), from.max(to)];
    for share in turns(from, leave, arrive, to).into_iter().flatten() {
        if (0.0..=1.0).contains(&share) {
            extremes = [extremes[0].min(value(share)), extremes[1].max(value(share))];
        }
    }
    extremes
}

/// Where the derivative of one coordinate is zero.
fn turns(from: f64, leave: f64, arrive: f64, to: f64) -> [Option<f64>; 2] {
    // A quadratic equation: a t² + b t + c = 0.
    let (a, b, c) =
        (to - 3.0 * arrive + 3.0 * leave - from, 2.0 * (arrive - 2.0 * leave + from), leave - from);
    if a.abs() < 1e-9 {
        return [(b.abs() > 1e-9).then(|| -c / b), None];
    }
    let root = (b * b - 4.0 * a * c).sqrt();
    if root.is_nan() {
        return [None, None];
    }
    [Some((-b + root) / (2.0 * a)), Some((-b - root) / (2.0 * a))]
}

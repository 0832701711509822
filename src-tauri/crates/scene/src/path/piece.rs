//! A piece of a path: a line, an arc of a circle or a cubic curve, with how long it is.

use std::f64::consts::{PI, TAU};

use super::cubic::Cubic;
use crate::Rect;
use crate::geometry::{Point, direction, point};
use crate::pen::Pen;

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Piece {
    /// A straight line.
    Line {
        from: Point,
        to: Point,
    },
    /// An arc of a circle; angles are in radians, clockwise from the right as y grows downwards.
    Arc {
        centre: Point,
        radius: f64,
        start: f64,
        /// How far it goes; less than a half turn, below zero against the clock.
        sweep: f64,
    },
    Cubic(Cubic),
}

/// Into how many spans a curve is divided to be measured.
const SPANS: usize = 16;

/// A piece and its length.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measured {
    pub piece: Piece,
    pub length: f64,
    /// Of a cubic curve, the length up to the end of each span.
    spans: Option<Box<[f64; SPANS]>>,
}

impl Piece {
    pub(super) fn start(&self) -> Point {
        self.at(0.0)
    }

    pub(super) fn end(&self) -> Point {
        self.at(1.0)
    }

    /// The point at a share of the parameter, 0 to 1.
    fn at(&self, share: f64) -> Point {
        match self {
            Self::Line { from, to } => {
                point(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
            }
            Self::Arc { centre, radius, start, sweep } => on_circle(*centre, *radius, start + sweep * share),
            Self::Cubic(cubic) => cubic.at(share),
        }
    }

    /// Where the piece leads at a share of the parameter, as a unit vector.
    fn tangent(&self, share: f64) -> Point {
        match self {
            Self::Line { from, to } => direction(*from, *to),
            Self::Arc { start, sweep, .. } => {
                let (sine, cosine) = (start + sweep * share).sin_cos();
                point(-sine * sweep.signum(), cosine * sweep.signum())
            }
            Self::Cubic(cubic) => {
                let velocity = cubic.velocity(share);
                if velocity.x.hypot(velocity.y) > 1e-6 {
                    return direction(Point::default(), velocity);
                }
                // Where it stands still, the way between just before and just after.
                direction(cubic.at((share - 1e-3).max(0.0)), cubic.at((share + 1e-3).min(1.0)))
            }
        }
    }

    /// The box around the piece.
    pub(super) fn bounds(&self) -> Rect {
        let of_ends = || {
            let (start, end) = (self.start(), self.end());
            let corner = point(start.x.min(end.x), start.y.min(end.y));
            Rect::new(corner.x, corner.y, (start.x - end.x).abs(), (start.y - end.y).abs())
        };
        match self {
            Self::Line { .. } => of_ends(),
            Self::Cubic(cubic) => cubic.bounds(),
            Self::Arc { centre, radius, start, sweep } => {
                let quarters = (0..4).map(|quarter| f64::from(quarter) * PI / 2.0);
                let passed = |angle: &f64| {
                    let on = if *sweep < 0.0 { start - angle } else { angle - start };
                    on.rem_euclid(TAU) <= sweep.abs()
                };
                let turns = quarters.filter(passed).map(|angle| on_circle(*centre, *radius, angle));
                turns.fold(of_ends(), |all, at| all.union(&Rect::new(at.x, at.y, 0.0, 0.0)))
            }
        }
    }

    /// Draws the piece from where the pen is.
    pub(super) fn draw(&self, pen: Pen) -> Pen {
        match self {
            Self::Line { to, .. } => pen.line_to(*to),
            Self::Arc { radius, sweep, .. } => pen.arc_to(*radius, *sweep > 0.0, self.end()),
            Self::Cubic(cubic) => pen.curve_to(cubic.leave, cubic.arrive, cubic.to),
        }
    }

    /// The piece ending earlier by a length, still arriving as it did.
    pub(super) fn drawn_back(&self, by: f64) -> Self {
        match *self {
            Self::Line { from, to } => {
                let towards = direction(from, to);
                Self::Line { from, to: point(to.x - towards.x * by, to.y - towards.y * by) }
            }
            Self::Arc { centre, radius, start, sweep } => {
                let less = (by / radius).min(sweep.abs());
                Self::Arc { centre, radius, start, sweep: sweep - less * sweep.signum() }
            }
            Self::Cubic(cubic) => {
                let towards = direction(cubic.arrive, cubic.to);
                let back = |at: Point, by: f64| point(at.x - towards.x * by, at.y - towards.y * by);
                // The last handle moves with the end, so that the line still arrives straight.
                Self::Cubic(Cubic { arrive: back(cubic.arrive, by * 0.4), to: back(cubic.to, by), ..cubic })
            }
        }
    }
}

impl Measured {
    pub(super) fn of(piece: Piece) -> Self {
        let (length, spans) = match &piece {
            Piece::Line { from, to } => ((to.x - from.x).hypot(to.y - from.y), None),
            Piece::Arc { radius, sweep, .. } => (radius * sweep.abs(), None),
            Piece::Cubic(cubic) => {
                let mut spans = Box::new([0.0; SPANS]);
                let mut reached = 0.0;
                for (span, end) in spans.iter_mut().enumerate() {
                    reached += cubic.length_between(share(span), share(span + 1));
                    *end = reached;
                }
                (reached, Some(spans))
            }
        };
        Self { piece, length, spans }
    }

    /// The point at a length.
    pub(super) fn point(&self, length: f64) -> Point {
        self.piece.at(self.share(length))
    }

    /// The point at a length, and where the piece leads there, as a unit vector.
    pub(super) fn frame(&self, length: f64) -> (Point, Point) {
        let share = self.share(length);
        (self.piece.at(share), self.piece.tangent(share))
    }

    /// The share of the parameter at a length.
    fn share(&self, length: f64) -> f64 {
        if self.length <= 0.0 {
            return 0.0;
        }
        match (&self.spans, &self.piece) {
            (Some(spans), Piece::Cubic(cubic)) => share_at(cubic, spans, length),
            _ => length / self.length,
        }
    }
}

/// Where a span begins.
fn share(span: usize) -> f64 {
    span as f64 / SPANS as f64
}

/// The share of a curve's parameter at a length: the span is looked up, and within it found by Newton's method.
fn share_at(cubic: &Cubic, spans: &[f64; SPANS], length: f64) -> f64 {
    let span = spans.partition_point(|&end| end < length).min(SPANS - 1);
    let before = if span == 0 { 0.0 } else { spans[span - 1] };
    let (start, end) = (share(span), share(span + 1));
    let whole = spans[span] - before;
    if whole <= 0.0 {
        return start;
    }
    let mut at = start + (end - start) * ((length - before) / whole).clamp(0.0, 1.0);
    for _ in 0..4 {
        let beyond = before + cubic.length_between(start, at) - length;
        let velocity = cubic.velocity(at);
        let speed = velocity.x.hypot(velocity.y);
        if beyond.abs() < 1e-4 || speed < 1e-6 {
            break;
        }
        at = (at - beyond / speed).clamp(start, end);
    }
    at
}

fn on_circle(centre: Point, radius: f64, angle: f64) -> Point {
    let (sine, cosine) = angle.sin_cos();
    point(centre.x + radius * cosine, centre.y + radius * sine)
}

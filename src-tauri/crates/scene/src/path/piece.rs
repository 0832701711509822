//! A piece of a path: a line or an arc of a circle, with how long it is.

use std::f64::consts::{PI, TAU};

use crate::Rect;
use crate::geometry::{Point, direction, point};
use crate::pen::Pen;

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Piece {
    /// A straight line.
    Line { from: Point, to: Point },
    /// An arc of a circle; angles are in radians, clockwise from the right as y grows downwards.
    Arc {
        centre: Point,
        radius: f64,
        start: f64,
        /// How far it goes; less than a half turn, below zero against the clock.
        sweep: f64,
    },
}

/// A piece and its length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measured {
    pub piece: Piece,
    pub length: f64,
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
        }
    }

    /// The piece ending earlier by a length, still arriving as it did.
    pub(super) fn drawn_back(&self, by: f64) -> Self {
        match *self {
            Self::Line { from, to } => {
                let (towards, by) = (direction(from, to), by.min((to.x - from.x).hypot(to.y - from.y)));
                Self::Line { from, to: point(to.x - towards.x * by, to.y - towards.y * by) }
            }
            Self::Arc { centre, radius, start, sweep } => {
                let less = (by / radius).min(sweep.abs());
                Self::Arc { centre, radius, start, sweep: sweep - less * sweep.signum() }
            }
        }
    }
}

impl Measured {
    pub(super) fn of(piece: Piece) -> Self {
        let length = match &piece {
            Piece::Line { from, to } => (to.x - from.x).hypot(to.y - from.y),
            Piece::Arc { radius, sweep, .. } => radius * sweep.abs(),
        };
        Self { piece, length }
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
        if self.length > 0.0 { length / self.length } else { 0.0 }
    }
}

fn on_circle(centre: Point, radius: f64, angle: f64) -> Point {
    let (sine, cosine) = angle.sin_cos();
    point(centre.x + radius * cosine, centre.y + radius * sine)
}

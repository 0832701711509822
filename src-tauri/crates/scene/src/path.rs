//! Paths of pieces, measured: with a point and a direction at any length.

mod piece;

use crate::Rect;
use crate::geometry::{Point, direction, point};
use crate::pen::Pen;

use piece::{Measured, Piece};

/// Pieces that follow one another, at least one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Path {
    pieces: Vec<Measured>,
    length: f64,
}

impl Path {
    fn of(pieces: impl IntoIterator<Item = Piece>) -> Self {
        let pieces: Vec<Measured> = pieces.into_iter().map(Measured::of).collect();
        Self { length: pieces.iter().map(|piece| piece.length).sum(), pieces }
    }

    /// Lines from point to point, two at least, with corners rounded by arcs that begin this far from them, or where
    /// a line is short, half its length.
    pub(crate) fn rounded(points: &[Point], bend: f64) -> Self {
        let mut pieces = Vec::with_capacity(2 * points.len());
        let mut from = points[0];
        for corner in points.windows(3) {
            let arc = arc(corner[0], corner[1], corner[2], bend);
            let to = arc.map_or(corner[1], |arc| arc.start());
            pieces.push(Piece::Line { from, to });
            from = arc.map_or(corner[1], |arc| arc.end());
            pieces.extend(arc);
        }
        pieces.push(Piece::Line { from, to: points[points.len() - 1] });
        Self::of(pieces)
    }

    /// An arc of a circle of less than a half turn, from an angle on; against the clock where the sweep is below zero.
    pub(crate) fn arc(centre: Point, radius: f64, start: f64, sweep: f64) -> Self {
        Self::of([Piece::Arc { centre, radius, start, sweep }])
    }

    /// How long it is.
    pub(crate) fn length(&self) -> f64 {
        self.length
    }

    /// The point at a length; before the start the start, beyond the end the end.
    pub(crate) fn point(&self, length: f64) -> Point {
        let (piece, rest) = self.piece_at(length);
        piece.point(rest)
    }

    /// Where it leads at a length, as a unit vector.
    pub(crate) fn tangent(&self, length: f64) -> Point {
        let (piece, rest) = self.piece_at(length);
        piece.frame(rest).1
    }

    /// The point this far to the right of it at a length, seen along it; below zero, to the left.
    pub(crate) fn beside(&self, length: f64, away: f64) -> Point {
        let (piece, rest) = self.piece_at(length);
        let (at, along) = piece.frame(rest);
        point(at.x - along.y * away, at.y + along.x * away)
    }

    /// Where it ends.
    pub(crate) fn end(&self) -> Point {
        self.last().end()
    }

    /// The box around it, without its stroke.
    pub(crate) fn bounds(&self) -> Rect {
        self.boxes().reduce(|all, each| all.union(&each)).unwrap_or_default()
    }

    /// The box around all that a stroke of a width paints.
    pub(crate) fn painted(&self, width: f64) -> Rect {
        self.bounds().grown(width / 2.0)
    }

    /// Boxes that hold it together, from its start to its end, each around a straight line or a corner.
    pub(crate) fn boxes(&self) -> impl Iterator<Item = Rect> {
        self.pieces.iter().map(|piece| piece.piece.bounds())
    }

    /// The path ending earlier by a length, as a line does that has a head: it still arrives as it did.
    pub(crate) fn drawn_back(&self, by: f64) -> Self {
        let last = self.last().drawn_back(by);
        Self::of(self.pieces[..self.pieces.len() - 1].iter().map(|piece| piece.piece).chain([last]))
    }

    /// Its path data.
    pub(crate) fn data(&self) -> String {
        let pen = Pen::new().move_to(self.pieces[0].piece.start());
        self.pieces.iter().fold(pen, |pen, piece| piece.piece.draw(pen)).done()
    }

    fn last(&self) -> &Piece {
        &self.pieces[self.pieces.len() - 1].piece
    }

    /// The piece at a length, and how much of the length is on it.
    fn piece_at(&self, length: f64) -> (&Measured, f64) {
        let mut rest = length.max(0.0);
        let (last, before) = self.pieces.split_last().expect("a path has at least one piece");
        for piece in before {
            if rest <= piece.length {
                return (piece, rest);
            }
            rest -= piece.length;
        }
        (last, rest.min(last.length))
    }
}

/// The arc that rounds a corner; none where there is no room or no corner.
fn arc(before: Point, corner: Point, after: Point, bend: f64) -> Option<Piece> {
    let (into, out) = (direction(before, corner), direction(corner, after));
    let distance = |one: Point, other: Point| (one.x - other.x).hypot(one.y - other.y);
    let bend = bend.min(distance(before, corner) / 2.0).min(distance(corner, after) / 2.0);
    let turn = (into.x * out.y - into.y * out.x).atan2(into.x * out.x + into.y * out.y);
    if bend < 1e-6 || turn.abs() < 1e-6 || turn.abs() > 3.0 {
        return None;
    }
    let radius = bend / (turn.abs() / 2.0).tan();
    let start = point(corner.x - into.x * bend, corner.y - into.y * bend);
    // The centre is to the right of the way into the corner when that turns right.
    let centre = point(start.x - into.y * radius * turn.signum(), start.y + into.x * radius * turn.signum());
    Some(Piece::Arc { centre, radius, start: (start.y - centre.y).atan2(start.x - centre.x), sweep: turn })
}

#[cfg(test)]
mod tests;

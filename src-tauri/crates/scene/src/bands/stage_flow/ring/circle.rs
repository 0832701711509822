//! The circle on which the ring stands: where each stage has its part of it, and what can be drawn along it.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use crate::Rect;
use crate::geometry::{Point, point};
use crate::path::Path;
use crate::pen::Pen;

/// How much of its share of the circle a stage has; the rest leads to the next stage.
const SHARE: f64 = 0.56;
/// The same of a stage that has the circle for itself.
const ALONE: f64 = 0.86;
/// No arc of an outline is longer, in radians.
const LONGEST: f64 = 1.5;
/// From the ring to the ends of what leads through its inside.
const AWAY: f64 = 3.0;
/// Ways between stages that are opposite one another, to within so many radians, are straight.
const OPPOSITE: f64 = 0.07;

/// A circle with stages around it, clockwise from the top. Angles are in radians, clockwise from the right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Circle {
    pub centre: Point,
    /// The inner edge of the ring.
    pub radius: f64,
    /// How many stages there are, at least one.
    pub count: usize,
}

impl Circle {
    /// The angle at the middle of a stage.
    pub(super) fn stage(&self, position: usize) -> f64 {
        position as f64 * self.turn() - FRAC_PI_2
    }

    /// The angle halfway from a stage to the next.
    pub(super) fn gap(&self, position: usize) -> f64 {
        self.stage(position) + self.turn() / 2.0
    }

    /// How far a stage reaches from its middle.
    pub(super) fn half(&self) -> f64 {
        self.turn() * if self.count == 1 { ALONE } else { SHARE } / 2.0
    }

    /// From one stage to the next.
    fn turn(&self) -> f64 {
        TAU / self.count as f64
    }

    /// The point at an angle, this far from the centre.
    pub(super) fn at(&self, angle: f64, radius: f64) -> Point {
        let (sine, cosine) = angle.sin_cos();
        point(self.centre.x + radius * cosine, self.centre.y + radius * sine)
    }

    /// A box of a size at an angle that is nowhere nearer to the centre than a radius.
    pub(super) fn outside(&self, angle: f64, radius: f64, (width, height): (f64, f64)) -> Rect {
        let (sine, cosine) = angle.sin_cos();
        let middle = self.at(angle, radius + width / 2.0 * cosine.abs() + height / 2.0 * sine.abs());
        Rect::new(middle.x - width / 2.0, middle.y - height / 2.0, width, height)
    }

    /// The middle of a box of a size at an angle that is within a radius, as far out as it can be.
    pub(super) fn inside(&self, angle: f64, radius: f64, (width, height): (f64, f64)) -> Point {
        let fits = |away: &f64| {
            let middle = self.at(angle, *away);
            let rect = Rect::new(middle.x - width / 2.0, middle.y - height / 2.0, width, height);
            self.holds(&rect, radius)
        };
        let away = (0..radius.max(0.0) as u32).map(|step| radius - f64::from(step)).find(fits);
        self.at(angle, away.unwrap_or(0.0))
    }

    /// Whether all of a box is within a radius.
    pub(super) fn holds(&self, rect: &Rect, radius: f64) -> bool {
        let far = |from: f64, to: f64, centre: f64| (from - centre).abs().max((to - centre).abs());
        let (x, y) = (far(rect.x, rect.right(), self.centre.x), far(rect.y, rect.bottom(), self.centre.y));
        x.hypot(y) <= radius
    }

    /// A way through the inside from one angle to another: it leaves and arrives at right angles to the circle.
    pub(super) fn chord(&self, from: f64, to: f64) -> Path {
        let radius = self.radius - AWAY;
        let apart = (to - from + PI).rem_euclid(TAU) - PI;
        let half = apart.abs() / 2.0;
        let (start, end) = (self.at(from, radius), self.at(to, radius));
        if !(1e-3..=FRAC_PI_2 - OPPOSITE).contains(&half) {
            return Path::rounded(&[start, end], 0.0);
        }
        // Its circle stands at right angles on this one.
        let centre = self.at(from + apart / 2.0, radius / half.cos());
        let first = (start.y - centre.y).atan2(start.x - centre.x);
        let sweep = (PI - 2.0 * half) * -apart.signum();
        Path::arc(centre, radius * half.tan(), first, sweep)
    }

    /// The outline of a part of a ring.
    pub(super) fn band(&self, (start, end): (f64, f64), (inner, outer): (f64, f64)) -> String {
        let pen = Pen::new().move_to(self.at(start, outer));
        let pen = self.along(pen, (start, end), outer).line_to(self.at(end, inner));
        self.along(pen, (end, start), inner).close().done()
    }

    /// The same, coming to a point at its end.
    pub(super) fn pointed(&self, (start, end): (f64, f64), (inner, outer): (f64, f64), tip: f64) -> String {
        let neck = (end - tip / inner).max(start);
        let pen = Pen::new().move_to(self.at(start, outer));
        let pen = self.along(pen, (start, neck), outer).line_to(self.at(end, f64::midpoint(inner, outer)));
        self.along(pen.line_to(self.at(neck, inner)), (neck, start), inner).close().done()
    }

    fn along(&self, pen: Pen, (start, end): (f64, f64), radius: f64) -> Pen {
        let parts = ((end - start).abs() / LONGEST).ceil().max(1.0) as usize;
        (1..=parts).fold(pen, |pen, part| {
            let angle = start + (end - start) * part as f64 / parts as f64;
            pen.arc_to(radius, end > start, self.at(angle, radius))
        })
    }
}

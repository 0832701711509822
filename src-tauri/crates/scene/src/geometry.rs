//! Points, curves and path data.

use crate::Rect;

/// A point in scene units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Point {
    pub x: f64,
    pub y: f64,
}

pub(crate) fn point(x: f64, y: f64) -> Point {
    Point { x, y }
}

/// The unit vector from one point to another; to the right if they are one.
pub(crate) fn direction(from: Point, to: Point) -> Point {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = (dx * dx + dy * dy).sqrt();
    if length > 1e-6 { point(dx / length, dy / length) } else { point(1.0, 0.0) }
}

impl Rect {
    /// A rectangle from its left, top, width and height.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle, from left to right.
    pub fn centre_x(&self) -> f64 {
        self.x + self.width / 2.0
    }

    /// The middle, from top to bottom.
    pub fn centre_y(&self) -> f64 {
        self.y + self.height / 2.0
    }

    /// The rectangle grown on every side.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(self.x - by, self.y - by, self.width + 2.0 * by, self.height + 2.0 * by)
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest rectangle around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// The smallest rectangle of whole units around this one.
    #[must_use]
    pub(crate) fn rounded_out(&self) -> Self {
        let (x, y) = (self.x.floor(), self.y.floor());
        Self::new(x, y, self.right().ceil() - x, self.bottom().ceil() - y)
    }

    pub(crate) fn contains(&self, at: Point) -> bool {
        (self.x..self.right()).contains(&at.x) && (self.y..self.bottom()).contains(&at.y)
    }
}

/// A cubic Bézier curve.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Curve {
    pub from: Point,
    pub leave: Point,
    pub arrive: Point,
    pub to: Point,
}

impl Curve {
    /// The point at a share of the way, 0 to 1.
    pub(crate) fn at(&self, share: f64) -> Point {
        let rest = 1.0 - share;
        let (a, b) = (rest * rest * rest, 3.0 * rest * rest * share);
        let (c, d) = (3.0 * rest * share * share, share * share * share);
        point(
            a * self.from.x + b * self.leave.x + c * self.arrive.x + d * self.to.x,
            a * self.from.y + b * self.leave.y + c * self.arrive.y + d * self.to.y,
        )
    }

    /// Its path data.
    pub(crate) fn data(&self) -> String {
        Pen::new().move_to(self.from).curve_to(self.leave, self.arrive, self.to).done()
    }

    /// A box around the drawn curve, within a unit or two.
    pub(crate) fn extent(&self) -> Rect {
        let mut extent = Rect::new(self.from.x, self.from.y, 0.0, 0.0);
        for step in 1..=16 {
            let at = self.at(f64::from(step) / 16.0);
            extent = extent.union(&Rect::new(at.x, at.y, 0.0, 0.0));
        }
        extent
    }

    /// A box around the curve: that of its four points.
    pub(crate) fn hull(&self) -> Rect {
        let points = [self.from, self.leave, self.arrive, self.to];
        let (mut left, mut top) = (f64::INFINITY, f64::INFINITY);
        let (mut right, mut bottom) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        for at in points {
            (left, right) = (left.min(at.x), right.max(at.x));
            (top, bottom) = (top.min(at.y), bottom.max(at.y));
        }
        Rect::new(left, top, right - left, bottom - top)
    }
}

/// Writes path data with a tenth of a unit.
#[derive(Debug, Default)]
pub(crate) struct Pen(String);

impl Pen {
    pub(crate) fn new() -> Self {
        Self(String::with_capacity(48))
    }

    pub(crate) fn move_to(mut self, to: Point) -> Self {
        self.command('M', &[to]);
        self
    }

    pub(crate) fn line_to(mut self, to: Point) -> Self {
        self.command('L', &[to]);
        self
    }

    pub(crate) fn curve_to(mut self, leave: Point, arrive: Point, to: Point) -> Self {
        self.command('C', &[leave, arrive, to]);
        self
    }

    pub(crate) fn bend_to(mut self, corner: Point, to: Point) -> Self {
        self.command('Q', &[corner, to]);
        self
    }

    pub(crate) fn circle(mut self, centre: Point, radius: f64) -> Self {
        self.command('M', &[point(centre.x - radius, centre.y)]);
        for to in [centre.x + radius, centre.x - radius] {
            self.0.push('A');
            write_tenths(&mut self.0, radius);
            self.0.push(' ');
            write_tenths(&mut self.0, radius);
            self.0.push_str(" 0 1 1 ");
            write_tenths(&mut self.0, to);
            self.0.push(' ');
            write_tenths(&mut self.0, centre.y);
        }
        self.close()
    }

    pub(crate) fn close(mut self) -> Self {
        self.0.push('Z');
        self
    }

    pub(crate) fn done(self) -> String {
        self.0
    }

    fn command(&mut self, letter: char, points: &[Point]) {
        self.0.push(letter);
        for (index, at) in points.iter().enumerate() {
            if index > 0 {
                self.0.push(' ');
            }
            write_tenths(&mut self.0, at.x);
            self.0.push(' ');
            write_tenths(&mut self.0, at.y);
        }
    }
}

/// Writes a number with at most one digit after the point.
fn write_tenths(text: &mut String, number: f64) {
    write_fixed(text, (number * 10.0).round() as i64, 10);
}

/// Writes a number with at most two digits after the point.
pub(crate) fn write_hundredths(text: &mut String, number: f64) {
    write_fixed(text, (number * 100.0).round() as i64, 100);
}

/// Writes a number with at most four digits after the point.
pub(crate) fn write_scale(text: &mut String, number: f64) {
    write_fixed(text, (number * 10_000.0).round() as i64, 10_000);
}

fn write_fixed(text: &mut String, number: i64, scale: u64) {
    if number < 0 {
        text.push('-');
    }
    let size = number.unsigned_abs();
    let mut digits = [0; 20];
    let mut first = digits.len();
    let mut whole = size / scale;
    loop {
        first -= 1;
        digits[first] = b'0' + (whole % 10) as u8;
        whole /= 10;
        if whole == 0 {
            break;
        }
    }
    text.extend(digits[first..].iter().map(|&digit| char::from(digit)));
    let mut rest = size % scale;
    let mut unit = scale;
    if rest > 0 {
        text.push('.');
    }
    while rest > 0 {
        unit /= 10;
        text.push(char::from(b'0' + (rest / unit) as u8));
        rest %= unit;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_without_needless_digits() {
        for (number, expected) in [
            (0.0, "0"),
            (1.0, "1"),
            (-0.004, "0"),
            (-0.25, "-0.25"),
            (1234.5, "1234.5"),
            (0.01, "0.01"),
            (-3.999, "-4"),
        ] {
            let mut text = String::new();
            write_hundredths(&mut text, number);
            assert_eq!(text, expected);
        }
    }

    #[test]
    fn a_curve_starts_and_ends_at_its_ends() {
        let curve = Curve {
            from: point(0.0, 0.0),
            leave: point(10.0, 0.0),
            arrive: point(0.0, 10.0),
            to: point(10.0, 10.0),
        };
        assert_eq!(curve.at(0.0), curve.from);
        assert_eq!(curve.at(1.0), curve.to);
        assert_eq!(curve.at(0.5), point(5.0, 5.0));
        assert_eq!(curve.hull(), Rect::new(0.0, 0.0, 10.0, 10.0));
    }

    #[test]
    fn path_data_is_absolute() {
        let d = Pen::new().move_to(point(1.0, 2.0)).line_to(point(3.25, 4.0)).close().done();
        assert_eq!(d, "M1 2L3.3 4Z");
    }
}

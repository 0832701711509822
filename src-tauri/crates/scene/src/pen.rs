//! Path data and numbers, as SVG has them.

use crate::geometry::{Point, point};

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

    /// An arc of a circle of less than a half turn, clockwise or not.
    pub(crate) fn arc_to(mut self, radius: f64, clockwise: bool, to: Point) -> Self {
        self.0.push('A');
        write_tenths(&mut self.0, radius);
        self.0.push(' ');
        write_tenths(&mut self.0, radius);
        self.0.push_str(if clockwise { " 0 0 1 " } else { " 0 0 0 " });
        write_tenths(&mut self.0, to.x);
        self.0.push(' ');
        write_tenths(&mut self.0, to.y);
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
    use crate::geometry::point;

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
    fn path_data_is_absolute() {
        let d = Pen::new().move_to(point(1.0, 2.0)).line_to(point(3.25, 4.0)).close().done();
        assert_eq!(d, "M1 2L3.3 4Z");
    }
}

//! Where on a slide a part of a scene stands.

use scene::Rect;

/// The width and the height of a slide in EMU, of which 914,400 are an inch: 16 to 9.
pub(super) const SLIDE: [i64; 2] = [12_192_000, 6_858_000];
/// What is left free at its edges.
const MARGIN: f64 = 228_600.0;
/// EMU for each unit of a scene, which is a CSS pixel, where it is not made smaller or larger.
const UNIT: f64 = 9_525.0;
/// No picture is enlarged beyond this.
const LARGEST: f64 = 1.5 * UNIT;

/// How a part of a scene stands on a slide: in the middle, as large as fits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    scale: f64,
    origin: [f64; 2],
}

/// How high the title of a step is, in EMU, with the room above it.
const TITLE: f64 = 800_000.0;

/// Where the title of a step stands, in EMU: its left, its top, its width and its height.
pub(super) const TITLE_BOX: [i64; 4] =
    [MARGIN as i64, MARGIN as i64 / 2, SLIDE[0] - 2 * MARGIN as i64, (TITLE - MARGIN) as i64];

impl Frame {
    /// That of a part of a scene in the middle of a slide.
    pub(super) fn around(bounds: &Rect) -> Self {
        Self::beneath(bounds, 0.0)
    }

    /// That of a part of a scene in the middle of what is left beneath a title.
    pub(super) fn below_title(bounds: &Rect) -> Self {
        Self::beneath(bounds, TITLE - MARGIN)
    }

    fn beneath(bounds: &Rect, top: f64) -> Self {
        let size = [bounds.width.max(1.0), bounds.height.max(1.0)];
        let taken = [0.0, top];
        let room = [0, 1].map(|axis: usize| SLIDE[axis] as f64 - taken[axis] - 2.0 * MARGIN);
        let scale = (room[0] / size[0]).min(room[1] / size[1]).min(LARGEST);
        let start =
            |axis: usize, at: f64| (SLIDE[axis] as f64 + taken[axis] - size[axis] * scale) / 2.0 - at * scale;
        Self { scale, origin: [start(0, bounds.x), start(1, bounds.y)] }
    }

    /// A point in EMU.
    pub(super) fn at(&self, [x, y]: [f64; 2]) -> [i64; 2] {
        [(self.origin[0] + x * self.scale).round() as i64, (self.origin[1] + y * self.scale).round() as i64]
    }

    /// A length in EMU.
    pub(super) fn length(&self, length: f64) -> i64 {
        (length * self.scale).round() as i64
    }

    /// The size of type in hundredths of a point, at least the smallest that there is.
    pub(super) fn type_size(&self, size: f64) -> i64 {
        ((size * self.scale / 12_700.0 * 100.0).round() as i64).max(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_map_fits_between_the_margins() {
        let frame = Frame::around(&Rect::new(-100.0, 0.0, 4_000.0, 500.0));
        assert_eq!(frame.at([-100.0, 250.0]), [228_600, SLIDE[1] / 2]);
        assert_eq!(frame.at([3_900.0, 250.0])[0], SLIDE[0] - 228_600);
    }

    #[test]
    fn a_small_one_is_not_blown_up() {
        let frame = Frame::around(&Rect::new(0.0, 0.0, 100.0, 100.0));
        assert_eq!(frame.length(100.0), 1_428_750);
        assert_eq!(frame.type_size(14.0), 1_575);
    }
}

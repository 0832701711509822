//! Where on a page a picture stands.

use scene::Rect;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Points for each unit of a scene, which is a CSS pixel: 72 and 96 to the inch.
const POINTS: f64 = 0.75;
/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;
/// What is left free around a picture on paper, in millimetres: no printer reaches the edge.
const MARGIN: f64 = 10.0;
/// The longest side of a page that readers open, in points. Source: ISO 32000-1, annex C.
const LONGEST: f64 = 14_400.0;

/// The size of a sheet of the A series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// 841 by 1,189 mm.
    A0,
    /// 594 by 841 mm.
    A1,
    /// 420 by 594 mm.
    A2,
    /// 297 by 420 mm.
    A3,
    /// 210 by 297 mm.
    A4,
}

/// Paper to print on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Paper {
    /// How large.
    pub size: PaperSize,
    /// Whether its long side is the lower one.
    pub landscape: bool,
}

impl Paper {
    /// Its width and height in millimetres. Source: ISO 216.
    fn sides(self) -> [f64; 2] {
        let (short, long) = match self.size {
            PaperSize::A0 => (841.0, 1189.0),
            PaperSize::A1 => (594.0, 841.0),
            PaperSize::A2 => (420.0, 594.0),
            PaperSize::A3 => (297.0, 420.0),
            PaperSize::A4 => (210.0, 297.0),
        };
        if self.landscape { [long, short] } else { [short, long] }
    }
}

/// A page, and how a picture stands on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    /// Its width and height in points.
    pub page: [f64; 2],
    /// Points for each unit of the scene.
    pub scale: f64,
    /// Where the origin of the scene stands on it.
    origin: [f64; 2],
}

impl Placed {
    /// A picture in the middle of some paper, as large as fits, or on a page of its own size.
    pub(super) fn of(bounds: &Rect, paper: Option<Paper>) -> Self {
        let size = [bounds.width.max(1.0), bounds.height.max(1.0)];
        let (page, scale) = if let Some(paper) = paper {
            let page = paper.sides().map(|length| length * MILLIMETRE);
            let room = page.map(|length| length - 2.0 * MARGIN * MILLIMETRE);
            (page, (room[0] / size[0]).min(room[1] / size[1]))
        } else {
            let scale = POINTS.min(LONGEST / size[0]).min(LONGEST / size[1]);
            (size.map(|length| length * scale), scale)
        };
        let left = |axis: usize, start: f64| (page[axis] - size[axis] * scale) / 2.0 - start * scale;
        Self { page, scale, origin: [left(0, bounds.x), left(1, bounds.y)] }
    }

    /// Where a point of the scene stands on the page.
    pub(super) fn at(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [self.origin[0] + x * self.scale, self.origin[1] + y * self.scale]
    }

    /// Where a rectangle of the scene stands on the page: left, top, right and bottom.
    pub(super) fn rect(&self, rect: &Rect) -> [f64; 4] {
        let ([left, top], [right, bottom]) =
            (self.at([rect.x, rect.y]), self.at([rect.right(), rect.bottom()]));
        [left, top, right, bottom]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_its_own_is_as_large_as_the_picture() {
        let placed = Placed::of(&Rect::new(-20.0, -40.0, 800.0, 400.0), None);
        let rounded = |at: [f64; 2]| at.map(|length| (length * 1000.0).round() as i64);
        assert_eq!(rounded(placed.page), [600_000, 300_000]);
        assert_eq!(rounded(placed.at([-20.0, -40.0])), [0, 0]);
        assert_eq!(rounded(placed.at([780.0, 360.0])), [600_000, 300_000]);
    }

    #[test]
    fn no_page_is_longer_than_readers_open() {
        let placed = Placed::of(&Rect::new(0.0, 0.0, 100_000.0, 1_000.0), None);
        assert!((placed.page[0] - LONGEST).abs() < 1e-6 && placed.page[1] < 200.0);
    }

    #[test]
    fn on_paper_it_stands_in_the_middle_within_the_margin() {
        let paper = Paper { size: PaperSize::A4, landscape: true };
        let placed = Placed::of(&Rect::new(10.0, 0.0, 2_000.0, 500.0), Some(paper));
        let [left, top, right, bottom] = placed.rect(&Rect::new(10.0, 0.0, 2_000.0, 500.0));
        let margin = MARGIN * MILLIMETRE;
        assert!((left - margin).abs() < 1e-6 && (placed.page[0] - right - margin).abs() < 1e-6);
        assert!((top - (placed.page[1] - bottom)).abs() < 1e-6 && top > margin);
        assert!((placed.page[0] - 841.89).abs() < 0.01);
    }
}

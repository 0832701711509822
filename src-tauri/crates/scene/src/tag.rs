//! The label on a curve between touchpoints: what people wrote on it, and its figures.

use std::sync::Arc;

use crate::chip::Chip;
use crate::geometry::Point;
use crate::lines::{Lines, SMALL, plain, shortened};
use crate::page::Page;
use crate::shapes::{block, said, solid, written};
use crate::{Anchor, Primitive, Rect};

const HEIGHT: f64 = 20.0;
const SIDE: f64 = 6.0;
/// Between what people wrote and the figures.
const BETWEEN: f64 = 6.0;
/// No more of what people wrote is shown than fits into this.
const WRITTEN: f64 = 160.0;
/// From the top of a label of two lines to their baselines.
const BASELINES: [f64; 2] = [14.3, 29.3];

/// A label: what people wrote, the figures, or both beside or above one another.
#[derive(Clone)]
pub(crate) struct Tag {
    written: Option<Arc<Lines>>,
    chip: Option<Chip>,
    pub width: f64,
    height: f64,
}

/// How wide that is, with what is between it and the figures, which people wrote on a curve; 0 where they did not.
pub(crate) fn written_width(label: &str) -> f64 {
    cut(label, WRITTEN).map_or(0.0, |lines| width_of(&lines) + BETWEEN)
}

fn cut(label: &str, width: f64) -> Option<Arc<Lines>> {
    (!plain(label).is_empty()).then(|| shortened(label, SMALL, width))
}

fn width_of(lines: &Lines) -> f64 {
    lines.lines.first().map_or(0.0, |line| SMALL.width(line))
}

impl Tag {
    /// What is told of a curve and what people wrote on it; nothing where there is neither.
    pub(crate) fn of(chip: Option<Chip>, label: &str) -> Option<Self> {
        let written = cut(label, WRITTEN);
        if written.is_none() && chip.is_none() {
            return None;
        }
        let figures = chip.as_ref().map(|chip| chip.width);
        let width = match (written.as_deref().map(width_of), figures) {
            (Some(written), Some(figures)) => SIDE + written + BETWEEN + figures - SIDE,
            (Some(written), None) => written + 2.0 * SIDE,
            (None, figures) => figures.unwrap_or(0.0),
        };
        Some(Self { written, chip, width, height: HEIGHT })
    }

    /// The same in a room: what people wrote stands above the figures where it is high enough, and is cut to its width.
    pub(crate) fn within(&self, room: &Rect) -> Self {
        let Some(lines) = self.written.as_ref().filter(|_| room.height > HEIGHT) else { return self.clone() };
        let written = cut(&lines.lines.concat(), room.width - 2.0 * SIDE);
        let widest = written.as_deref().map_or(0.0, width_of) + 2.0 * SIDE;
        Self {
            written,
            width: self.chip.as_ref().map_or(widest, |chip| chip.width.max(widest)),
            height: if self.chip.is_some() { room.height } else { HEIGHT },
            chip: self.chip.clone(),
        }
    }

    /// The rectangle with its middle at a point.
    pub(crate) fn around(&self, middle: Point) -> Rect {
        Rect::new(middle.x - self.width / 2.0, middle.y - self.height / 2.0, self.width, self.height)
    }

    /// Where on it the figures are, if there are any.
    pub(crate) fn figures(&self, rect: Rect) -> Option<Rect> {
        let width = self.chip.as_ref()?.width;
        let height = if self.height > HEIGHT { rect.height / 2.0 } else { rect.height };
        let left = if self.height > HEIGHT { rect.centre_x() - width / 2.0 } else { rect.right() - width };
        Some(Rect::new(left, rect.bottom() - height, width, height))
    }

    /// The label at the middle level of detail: its first number.
    pub(crate) fn paint_brief(&self, page: &Page, rect: Rect) -> Vec<Primitive> {
        let told = self.chip.as_ref().zip(self.figures(rect));
        told.map(|(chip, figures)| chip.paint_brief(page, figures)).unwrap_or_default()
    }

    /// Paints the label.
    pub(crate) fn paint(&self, page: &Page, rect: Rect) -> Vec<Primitive> {
        let Some(lines) = &self.written else {
            return self.chip.iter().flat_map(|chip| chip.paint(page, rect)).collect();
        };
        let palette = page.palette;
        let tall = self.height > HEIGHT;
        let rim = match &self.chip {
            Some(chip) => chip.rim(page),
            None => solid(&palette.hairline, 1.0),
        };
        let mut primitives = vec![block(rect, HEIGHT / 2.0, &palette.surface, Some(rim))];
        let width = width_of(lines);
        let left = if tall { rect.centre_x() - width / 2.0 } else { rect.x + SIDE };
        let [above, beneath] = BASELINES.map(|down| rect.y + down);
        let level = rect.centre_y() + 4.3;
        let place = Rect::new(left, rect.y, width, rect.height);
        primitives.extend(written(place, if tall { above } else { level }, lines, SMALL, &palette.ink));
        if let (Some(chip), Some(figures)) = (&self.chip, self.figures(rect)) {
            let baseline = if tall { beneath } else { level };
            let (x, text, ink) = (figures.centre_x(), chip.text.clone(), chip.ink(page));
            primitives.push(said(x, baseline, text, chip.style, ink, Anchor::Middle));
        }
        primitives
    }
}

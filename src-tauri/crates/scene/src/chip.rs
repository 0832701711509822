//! The label on an edge: what it says and how it looks.

use model::Flow;

use crate::geometry::Point;
use crate::lines::{LABEL, SMALL, Type};
use crate::page::Page;
use crate::shapes::{block, dashed, said, solid};
use crate::{Anchor, Primitive, Rect};

const HEIGHT: f64 = 20.0;
const SIDE: f64 = 6.0;
/// A label.
pub(crate) struct Chip {
    pub text: String,
    pub width: f64,
    pub ghost: bool,
    pub uncertain: bool,
}

impl Chip {
    /// "64 % · 806": the conversion and how many moved.
    pub(crate) fn of(page: &Page, flow: Option<&Flow>, ghost: bool) -> Self {
        let locale = page.words.locale;
        let moved = flow.map_or(0, |flow| flow.moved);
        let rate = flow.and_then(|flow| flow.conversion);
        let text = match rate {
            Some(rate) if moved > 0 => format!("{} · {}", locale.percent(rate.rate), locale.count(moved)),
            _ => locale.count(moved),
        };
        let uncertain = rate.is_none_or(|rate| rate.is_uncertain());
        let width = style(ghost || uncertain).width(&text) + 2.0 * SIDE;
        Self { text, width, ghost, uncertain }
    }

    /// The rectangle with its middle at a point.
    pub(crate) fn around(&self, middle: Point) -> Rect {
        Rect::new(middle.x - self.width / 2.0, middle.y - HEIGHT / 2.0, self.width, HEIGHT)
    }

    /// Paints the label.
    pub(crate) fn paint(&self, page: &Page, rect: Rect) -> Vec<Primitive> {
        let palette = page.palette;
        let quiet = self.ghost || self.uncertain;
        let rim = if quiet { dashed(&palette.line, 1.0, &[2.0, 3.0]) } else { solid(&palette.hairline, 1.0) };
        let ink = if quiet { &palette.muted } else { &palette.ink };
        let baseline = rect.centre_y() + 4.3;
        vec![
            block(rect, HEIGHT / 2.0, &palette.surface, Some(rim)),
            said(rect.centre_x(), baseline, self.text.clone(), style(quiet), ink, Anchor::Middle),
        ]
    }
}

fn style(quiet: bool) -> Type {
    if quiet { SMALL } else { LABEL }
}

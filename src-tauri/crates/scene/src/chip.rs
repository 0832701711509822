//! The label on an edge: what it says and how it looks.

use model::Flow;

use crate::geometry::Point;
use crate::lens::{self, Footing, Lens};
use crate::lines::{LABEL, SMALL, TITLE, Type};
use crate::page::Page;
use crate::shapes::{block, dashed, in_brief, said, solid};
use crate::spoken::span_in_brief;
use crate::{Anchor, Colour, Primitive, Rect, Stroke};

/// How high a label is, and one of the headline.
pub(crate) const HEIGHTS: (f64, f64) = (20.0, 26.0);
/// The sizes of a headline, the best first.
const HEADLINES: [f64; 2] = [TITLE.size, 14.0];
const SIDE: f64 = 6.0;
/// The same beside what stands in for it at the middle level of detail.
const BRIEF_SIDE: f64 = 2.0;

/// A label.
#[derive(Clone)]
pub(crate) struct Chip {
    pub text: String,
    /// The first of its numbers.
    brief: String,
    pub width: f64,
    pub height: f64,
    pub style: Type,
    pub ghost: bool,
    pub uncertain: bool,
}

impl Chip {
    /// What the lens tells of an edge, and how many moved: "64 % · 806", "26 h · 806", or of too few only how many.
    /// `None` where the lens tells nothing of paths.
    pub(crate) fn of(page: &Page, flow: Option<&Flow>, ghost: bool) -> Option<Self> {
        if !page.lens.measures_paths() {
            return None;
        }
        let moved = flow.map_or(0, |flow| flow.moved);
        if page.lens == Lens::Comparison {
            return flow.and_then(|flow| Self::of_difference(page, flow, ghost));
        }
        let told = flow.filter(|_| moved > 0).and_then(|flow| told(page, flow));
        let count = page.words.locale.count(moved);
        let (text, brief, footing) = match told {
            Some((figure, footing)) if footing != Footing::TooFew => {
                (format!("{figure} · {count}"), figure, footing)
            }
            _ => (count.clone(), count, Footing::TooFew),
        };
        Some(Self::saying(text, brief, ghost, footing != Footing::Enough))
    }

    /// By how much the conversion of a flow differs: "+12 pts", quiet where that may be chance. `None` where it is
    /// compared with nothing that can be told.
    fn of_difference(page: &Page, flow: &Flow, ghost: bool) -> Option<Self> {
        let contrast = page.counted.as_ref()?.edge_contrast(flow)?;
        let difference = lens::told(&contrast.sides, contrast.difference)?;
        let text = page.words.points(difference.points);
        Some(Self::saying(text.clone(), text, ghost, !difference.is_clear))
    }

    fn saying(text: String, brief: String, ghost: bool, uncertain: bool) -> Self {
        let style = if ghost || uncertain { SMALL } else { LABEL };
        let width = style.width(&text) + 2.0 * SIDE;
        Self { text, brief, width, height: HEIGHTS.0, style, ghost, uncertain }
    }

    /// The same as large as a headline, or as there is room.
    pub(crate) fn headline(self, room: f64) -> Self {
        let style = |size: f64| Type { size, ..self.style };
        let width = |size: f64| style(size).width(&self.text) + 2.0 * SIDE;
        match HEADLINES.into_iter().find(|&size| width(size) <= room) {
            Some(size) => Self { width: width(size), height: HEIGHTS.1, style: style(size), ..self },
            None => self,
        }
    }

    /// The rectangle with its middle at a point.
    pub(crate) fn around(&self, middle: Point) -> Rect {
        Rect::new(middle.x - self.width / 2.0, middle.y - self.height / 2.0, self.width, self.height)
    }

    /// Paints the label.
    pub(crate) fn paint(&self, page: &Page, rect: Rect) -> Vec<Primitive> {
        let (rim, ink) = (self.rim(page), self.ink(page));
        let baseline = rect.centre_y() + self.style.size * 0.36;
        vec![
            block(rect, self.height / 2.0, &page.palette.surface, Some(rim)),
            said(rect.centre_x(), baseline, self.text.clone(), self.style, ink, Anchor::Middle),
        ]
    }

    /// The label at the middle level of detail: its first number, where there is room for that.
    pub(crate) fn paint_brief(&self, page: &Page, rect: Rect) -> Vec<Primitive> {
        let written = in_brief(&rect.grown(-BRIEF_SIDE), &self.brief, self.ink(page));
        let plate = || block(rect, rect.height / 2.0, &page.palette.surface, Some(self.rim(page)));
        written.map(|written| vec![plate(), written]).unwrap_or_default()
    }

    /// What is around it: dashed where little rests on it.
    pub(crate) fn rim(&self, page: &Page) -> Stroke {
        let palette = page.palette;
        if self.is_quiet() { dashed(&palette.line, 1.0, &[2.0, 3.0]) } else { solid(&palette.hairline, 1.0) }
    }

    /// What it is written in.
    pub(crate) fn ink<'p>(&self, page: &Page<'p>) -> &'p Colour {
        if self.is_quiet() { &page.palette.muted } else { &page.palette.ink }
    }

    fn is_quiet(&self) -> bool {
        self.ghost || self.uncertain
    }
}

/// The figure of a flow and how much it rests on.
fn told(page: &Page, flow: &Flow) -> Option<(String, Footing)> {
    if page.lens == Lens::Time {
        return Some((span_in_brief(page.words, flow.seconds?.median), Footing::of(flow.moved)));
    }
    let rate = flow.conversion?;
    Some((page.words.locale.percent(rate.rate), Footing::of(rate.of)))
}

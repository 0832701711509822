//! The labels on curves: where each finds room, and how it looks.

use model::Flow;

use crate::geometry::{Curve, Point, direction, point};
use crate::grid::{Grid, Points};
use crate::lines::{LABEL, SMALL, Type};
use crate::page::Page;
use crate::shapes::{block, dashed, said, solid};
use crate::{Anchor, Primitive, Rect};

const HEIGHT: f64 = 20.0;
const SIDE: f64 = 8.0;
/// Shares of the way along a curve at which a label may stand, the best first.
const ALONG: [f64; 13] = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.15, 0.85];

/// A label that looks for room.
pub(crate) struct Chip {
    pub text: String,
    pub width: f64,
    pub ghost: bool,
    pub uncertain: bool,
}

/// Places that are taken, and the curves that labels should not hide.
#[derive(Default)]
pub(crate) struct Room {
    taken: Grid,
    curves: Points,
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

impl Room {
    /// Takes a place that no label may cover.
    pub(crate) fn take(&mut self, rect: Rect) {
        self.taken.add(rect);
    }

    /// Remembers a curve, so that labels of others rather do not hide it.
    pub(crate) fn pass(&mut self, owner: u32, curve: &Curve) {
        // A point each 24 units or so, as labels are 20 high.
        let (dx, dy) = (curve.to.x - curve.from.x, curve.to.y - curve.from.y);
        let steps = ((dx.abs() + dy.abs()) / 24.0).clamp(6.0, 40.0) as u32;
        for step in 1..steps {
            self.curves.add(owner, curve.at(f64::from(step) / f64::from(steps)));
        }
    }

    /// The best free place for a label on its curve: where it hides the fewest others, and then the nearest to the
    /// middle. Takes it.
    pub(crate) fn find(&mut self, chip: &Chip, owner: u32, curve: &Curve) -> Option<Rect> {
        let on = ALONG.iter().map(|&share| curve.at(share));
        let rect = self.best(chip, owner, on).or_else(|| self.best(chip, owner, beside(curve)))?;
        self.taken.add(rect);
        Some(rect)
    }

    fn best(&self, chip: &Chip, owner: u32, middles: impl Iterator<Item = Point>) -> Option<Rect> {
        let mut best: Option<(usize, Rect)> = None;
        for (rank, middle) in middles.enumerate() {
            let rect = chip.around(middle);
            // Above are the headers of the stages.
            if rect.y < 2.0 || self.taken.is_taken(&rect.grown(3.0)) {
                continue;
            }
            let cost = 4 * self.curves.foreign(owner, &rect) + rank;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, rect));
            }
            if cost == rank {
                break;
            }
        }
        best.map(|(_, rect)| rect)
    }
}

/// Points close beside a curve, for a label that does not fit on it.
fn beside(curve: &Curve) -> impl Iterator<Item = Point> {
    [0.5, 0.35, 0.65, 0.2, 0.8].into_iter().flat_map(|share| {
        let (at, along) = (curve.at(share), direction(curve.at(share - 0.1), curve.at(share + 0.1)));
        [14.0, -14.0, 28.0, -28.0, 42.0, -42.0]
            .map(|away| point(at.x - along.y * away, at.y + along.x * away))
    })
}

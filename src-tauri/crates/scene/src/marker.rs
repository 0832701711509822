//! The marker of a node's drop-off, or of the share that stayed at a goal.

use model::{Account, Rate};

use crate::geometry::point;
use crate::icons::FLAG_ICON;
use crate::lens::Footing;
use crate::lines::{LABEL, TITLE, Type};
use crate::page::Page;
use crate::shapes::{block, dashed, falling, said, solid};
use crate::{Anchor, Primitive, Rect};

const HEIGHT: f64 = 20.0;
/// From the left of a marker to its text, and from there to its right.
const SIDES: (f64, f64) = (24.0, 10.0);

/// The drop-off of a node, or the share that stayed at a goal.
pub(crate) struct Marker {
    text: String,
    /// How much larger it is than on a card.
    scale: f64,
    goal: bool,
    uncertain: bool,
    /// Whether it is no loss, or none that can be told.
    calm: bool,
}

/// The share that dropped off or stayed, "≤ 12 %" where moves on go unseen.
fn share_lost(page: &Page, account: &Account, rate: &Rate) -> String {
    let share = page.words.locale.percent(rate.rate);
    if account.unseen_ahead { format!("≤\u{a0}{share}") } else { share }
}

/// "12 % · 94", "33 % · n = 12" for few, or "n = 4" for too few.
fn marker_text(page: &Page, account: &Account, rate: &Rate) -> String {
    let locale = page.words.locale;
    if Footing::of(rate.of) == Footing::TooFew {
        return format!("n = {}", locale.count(rate.of));
    }
    let share = share_lost(page, account, rate);
    if rate.is_uncertain() {
        format!("{share} · n = {}", locale.count(rate.of))
    } else {
        format!("{share} · {}", locale.count(rate.count))
    }
}

impl Marker {
    /// The marker of an account, if anybody's time is over and the lens looks at it.
    pub(crate) fn of(page: &Page, account: &Account) -> Option<Self> {
        let rate = account.drop_off.filter(|_| page.lens.tells_losses())?;
        let text = marker_text(page, account, &rate);
        Some(Self {
            text,
            scale: 1.0,
            goal: account.goal,
            uncertain: rate.is_uncertain() || account.unseen_ahead,
            calm: account.goal || rate.count == 0 || Footing::of(rate.of) == Footing::TooFew,
        })
    }

    /// The same as large as a headline.
    pub(crate) fn headline(self) -> Self {
        Self { scale: TITLE.size / LABEL.size, ..self }
    }

    /// Where the marker stands on a card.
    pub(crate) fn rect(&self, card: &Rect) -> Rect {
        self.at(card.x + 12.0, card.bottom())
    }

    /// Where the marker stands with its left end and middle here.
    pub(crate) fn at(&self, left: f64, middle: f64) -> Rect {
        let height = HEIGHT * self.scale;
        let width = (SIDES.0 + SIDES.1) * self.scale + self.style().width(&self.text);
        Rect::new(left, middle - height / 2.0, width, height)
    }

    /// Paints the marker: a triangle that falls for what is lost, a flag for what stayed; hollow when uncertain.
    pub(crate) fn paint(&self, page: &Page, rect: Rect, primitives: &mut Vec<Primitive>) {
        let palette = page.palette;
        let (ink, ground) = if self.calm {
            (&palette.muted, &palette.stay_ground)
        } else {
            (&palette.loss, &palette.loss_ground)
        };
        let (fill, stroke) = if self.uncertain {
            (&palette.surface, dashed(ink, 1.0, &[2.0, 3.0]))
        } else {
            (ground, solid(&palette.surface, 2.0))
        };
        let scale = self.scale;
        primitives.push(block(rect, rect.height / 2.0, fill, Some(stroke)));
        if self.goal {
            primitives.push(Primitive::Icon {
                x: rect.x + 8.0 * scale,
                y: rect.centre_y() - 6.0 * scale,
                size: 12.0 * scale,
                d: FLAG_ICON.to_owned(),
                colour: palette.accent.clone(),
            });
        } else {
            primitives.push(Primitive::Path {
                d: falling(point(rect.x + 14.0 * scale, rect.centre_y()), 4.2 * scale),
                fill: (!self.uncertain).then(|| ink.clone()),
                stroke: self.uncertain.then(|| solid(ink, 1.0)),
            });
        }
        let (x, baseline) = (rect.x + SIDES.0 * scale, rect.centre_y() + 4.3 * scale);
        primitives.push(said(x, baseline, self.text.clone(), self.style(), ink, Anchor::Start));
    }

    fn style(&self) -> Type {
        Type { size: LABEL.size * self.scale, ..LABEL }
    }
}

//! The marker of a node's drop-off, or of the share that stayed at a goal.

use model::{Account, Rate};

use crate::geometry::point;
use crate::icons::FLAG_ICON;
use crate::lens::{self, Footing, Lens};
use crate::lines::{LABEL, TITLE, Type};
use crate::page::Page;
use crate::shapes::{block, dashed, falling, in_brief, said, solid};
use crate::{Anchor, Colour, Primitive, Rect};

const HEIGHT: f64 = 20.0;
/// From the left of a marker to its text, and from there to its right.
const SIDES: (f64, f64) = (24.0, 10.0);
/// Beside what stands in for the text at the middle level of detail.
const BRIEF_SIDE: f64 = 4.0;

/// The drop-off of a node, or the share that stayed at a goal.
pub(crate) struct Marker {
    text: String,
    /// The first of its numbers.
    brief: String,
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

/// "12 % · 94", "33 % · n = 12" for few, or "n = 4" for too few; and the first number of that.
fn marker_text(page: &Page, account: &Account, rate: &Rate) -> (String, String) {
    let locale = page.words.locale;
    if Footing::of(rate.of) == Footing::TooFew {
        let text = format!("n = {}", locale.count(rate.of));
        return (text.clone(), text);
    }
    let share = share_lost(page, account, rate);
    let count =
        if rate.is_uncertain() { format!("n = {}", locale.count(rate.of)) } else { locale.count(rate.count) };
    (format!("{share} · {count}"), share)
}

impl Marker {
    /// The marker of an account, if anybody's time is over and the lens looks at it.
    pub(crate) fn of(page: &Page, account: &Account) -> Option<Self> {
        if page.lens == Lens::Comparison {
            return Self::of_difference(page, account);
        }
        if page.lens == Lens::Value {
            return Self::of_value(page, account);
        }
        let rate = account.drop_off.filter(|_| page.lens.tells_losses())?;
        let (text, brief) = marker_text(page, account, &rate);
        Some(Self {
            text,
            brief,
            scale: 1.0,
            goal: account.goal,
            uncertain: rate.is_uncertain() || account.unseen_ahead,
            calm: account.goal || rate.count == 0 || Footing::of(rate.of) == Footing::TooFew,
        })
    }

    /// By how much the drop-off of an account differs: "+4 pts"; nothing where that may be chance.
    fn of_difference(page: &Page, account: &Account) -> Option<Self> {
        let contrast = page.counted.as_ref()?.node_contrast(account.node)?;
        let difference = lens::told(&contrast.sides, contrast.difference).filter(|each| each.is_clear)?;
        let text = page.words.points(difference.points);
        let calm = account.goal || difference.points < 0.0;
        Some(Self { brief: text.clone(), text, scale: 1.0, goal: account.goal, uncertain: false, calm })
    }

    /// What is at stake at a node: "1,250 EUR"; hollow where that may be chance.
    fn of_value(page: &Page, account: &Account) -> Option<Self> {
        let counted = page.counted.as_ref()?;
        let value = counted.stake(account.node)?.value?;
        let text = page.words.locale.amount(value.amount, counted.currency());
        let uncertain = !value.is_clear();
        Some(Self { brief: text.clone(), text, scale: 1.0, goal: false, uncertain, calm: uncertain })
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
        primitives.extend([self.plate(page, rect), self.sign(page, rect)]);
        let (x, baseline) = (rect.x + SIDES.0 * self.scale, rect.centre_y() + 4.3 * self.scale);
        primitives.push(said(x, baseline, self.text.clone(), self.style(), self.ink(page), Anchor::Start));
    }

    /// The marker at the middle level of detail: its first number, where there is room for that, and its sign where there
    /// is room for both.
    pub(crate) fn paint_brief(&self, page: &Page, rect: Rect) -> Vec<Primitive> {
        let left = SIDES.0 * self.scale;
        let beside = Rect { x: rect.x + left, width: rect.width - left - BRIEF_SIDE, ..rect };
        if let Some(written) = in_brief(&beside, &self.brief, self.ink(page)) {
            return vec![self.plate(page, rect), self.sign(page, rect), written];
        }
        let written = in_brief(&rect.grown(-BRIEF_SIDE), &self.brief, self.ink(page));
        written.map(|written| vec![self.plate(page, rect), written]).unwrap_or_default()
    }

    fn plate(&self, page: &Page, rect: Rect) -> Primitive {
        let palette = page.palette;
        let (fill, stroke) = if self.uncertain {
            (&palette.surface, dashed(self.ink(page), 1.0, &[2.0, 3.0]))
        } else {
            let ground = if self.calm { &palette.stay_ground } else { &palette.loss_ground };
            (ground, solid(&palette.surface, 2.0))
        };
        block(rect, rect.height / 2.0, fill, Some(stroke))
    }

    fn sign(&self, page: &Page, rect: Rect) -> Primitive {
        let scale = self.scale;
        if self.goal {
            return Primitive::Icon {
                x: rect.x + 8.0 * scale,
                y: rect.centre_y() - 6.0 * scale,
                size: 12.0 * scale,
                d: FLAG_ICON.to_owned(),
                colour: page.palette.accent.clone(),
            };
        }
        let ink = self.ink(page);
        Primitive::Path {
            d: falling(point(rect.x + 14.0 * scale, rect.centre_y()), 4.2 * scale),
            fill: (!self.uncertain).then(|| ink.clone()),
            stroke: self.uncertain.then(|| solid(ink, 1.0)),
        }
    }

    fn ink<'p>(&self, page: &Page<'p>) -> &'p Colour {
        if self.calm { &page.palette.muted } else { &page.palette.loss }
    }

    fn style(&self) -> Type {
        Type { size: LABEL.size * self.scale, ..LABEL }
    }
}

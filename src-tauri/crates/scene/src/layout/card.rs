//! How large a card is, and where its title stands on it.

use std::sync::Arc;

use model::{Details, Journey, StageId, Touchpoint};
use rustc_hash::FxHashMap;

use crate::Rect;
use crate::lines::{CARD, Lines, broken};
use crate::zones::{Plate, TitleZone};

/// The width of a card.
pub const CARD_WIDTH: f64 = 208.0;
/// The radius of a card's corners.
const RADIUS: f64 = 10.0;
/// From the left of a card to its title.
const TITLE_LEFT: f64 = 56.0;
/// The width and the height of an image, which stands where otherwise the icon does and makes no card taller.
const IMAGE: f64 = 48.0;
/// From the left of a card to its title beside an image.
const BESIDE_IMAGE: f64 = 70.0;
/// From the title to the right of the card.
const TITLE_RIGHT: f64 = 12.0;
/// The line beneath the title.
const BENEATH: f64 = 20.0;
/// The lines that a title may have.
const LINES: usize = 3;
/// The row of marks, on a card that has any.
pub(crate) const MARKS: f64 = 20.0;
/// The height of a card without marks whose title has as many lines as it may have.
pub(crate) const TALLEST: f64 = 112.0;

/// A touchpoint's card, laid out.
#[derive(Debug, Clone)]
pub(crate) struct Card<'a> {
    pub touchpoint: &'a Touchpoint,
    /// The position of its stage.
    pub stage: usize,
    pub rect: Rect,
    pub title: Arc<Lines>,
}

impl Card<'_> {
    /// Where the lines of the title stand: with what is beneath them in the middle of the card.
    pub(crate) fn title_rect(&self) -> Rect {
        let above = Rect { height: self.rect.height - marks(self.touchpoint), ..self.rect };
        let rect = title_rect(&above, self.title.lines.len());
        let left = title_left(self.touchpoint) - TITLE_LEFT;
        Rect { x: rect.x + left, width: rect.width - left, ..rect }
    }

    /// Where its image is, if it has one.
    pub(crate) fn image_plate(&self) -> Option<Plate> {
        self.touchpoint.details.image.as_ref()?;
        let Rect { x, y, .. } = self.rect;
        Some(Plate { rect: Rect::new(x + 12.0, y + 12.0, IMAGE, IMAGE), radius: RADIUS - 2.0 })
    }

    /// The plate on which it is painted.
    pub(crate) fn plate(&self) -> Plate {
        card_plate(self.rect)
    }

    /// Where the title stands and how it is set.
    pub(crate) fn title_zone(&self) -> TitleZone {
        self.title.zone(self.title_rect(), CARD)
    }
}

/// The plate of a card.
pub(crate) fn card_plate(rect: Rect) -> Plate {
    Plate { rect, radius: RADIUS }
}

/// Where so many lines of a title stand on a card.
pub(crate) fn title_rect(card: &Rect, lines: usize) -> Rect {
    let height = lines as f64 * CARD.leading;
    let top = card.y + (card.height - height - BENEATH) / 2.0;
    Rect::new(card.x + TITLE_LEFT, top, card.width - TITLE_LEFT - TITLE_RIGHT, height)
}

/// A card for each touchpoint, as large as its title needs, with its left top corner still at the origin.
pub(crate) fn titled(journey: &Journey) -> Vec<Card<'_>> {
    let positions: FxHashMap<StageId, usize> =
        journey.stages().iter().enumerate().map(|(position, stage)| (stage.id, position)).collect();
    let card = |touchpoint| {
        let touchpoint: &Touchpoint = touchpoint;
        let &stage = positions.get(&touchpoint.stage)?;
        let width = CARD_WIDTH - title_left(touchpoint) - TITLE_RIGHT;
        let title = broken(&touchpoint.title, CARD, width, LINES);
        Some(Card {
            touchpoint,
            stage,
            rect: Rect::new(0.0, 0.0, CARD_WIDTH, height(title.lines.len()) + marks(touchpoint)),
            title,
        })
    };
    journey.touchpoints().filter_map(card).collect()
}

fn title_left(touchpoint: &Touchpoint) -> f64 {
    if touchpoint.details.image.is_some() { BESIDE_IMAGE } else { TITLE_LEFT }
}

/// The height of the marks on a touchpoint's card: of a map that it opens, what is said, what hurts and what could be better.
fn marks(touchpoint: &Touchpoint) -> f64 {
    let Details { quote, pains, opportunities, .. } = &touchpoint.details;
    let is_bare = quote.is_empty() && pains.is_empty() && opportunities.is_empty();
    if is_bare && touchpoint.sub_journey.is_none() { 0.0 } else { MARKS }
}

/// The height that a touchpoint's card may have, however long its title becomes.
pub(crate) fn tallest(touchpoint: &Touchpoint) -> f64 {
    TALLEST + marks(touchpoint)
}

/// The height of a card without a title.
pub(crate) fn blank_height() -> f64 {
    height(1)
}

/// The height of a card whose title has so many lines.
fn height(lines: usize) -> f64 {
    match lines {
        1 => 72.0,
        2 => 88.0,
        _ => TALLEST,
    }
}

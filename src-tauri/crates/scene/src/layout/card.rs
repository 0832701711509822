//! How large a card is, and where its title stands on it.

use std::sync::Arc;

use model::{Journey, StageId, Touchpoint};
use rustc_hash::FxHashMap;

use crate::Rect;
use crate::lines::{CARD, Lines, broken};

/// The width of a card.
pub const CARD_WIDTH: f64 = 208.0;
/// From the left of a card to its title.
pub(crate) const TITLE_LEFT: f64 = 56.0;
/// From the title to the right of the card.
pub(crate) const TITLE_RIGHT: f64 = 12.0;
/// The lines that a title may have.
const LINES: usize = 3;
/// The height of a card whose title has as many lines as it may have.
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

/// A card for each touchpoint, as large as its title needs, with its left top corner still at the origin.
pub(crate) fn titled(journey: &Journey) -> Vec<Card<'_>> {
    let positions: FxHashMap<StageId, usize> =
        journey.stages().iter().enumerate().map(|(position, stage)| (stage.id, position)).collect();
    let card = |touchpoint| {
        let touchpoint: &Touchpoint = touchpoint;
        let &stage = positions.get(&touchpoint.stage)?;
        let title = broken(&touchpoint.title, CARD, CARD_WIDTH - TITLE_LEFT - TITLE_RIGHT, LINES);
        Some(Card { touchpoint, stage, rect: Rect::new(0.0, 0.0, CARD_WIDTH, height(&title)), title })
    };
    journey.touchpoints().filter_map(card).collect()
}

fn height(title: &Lines) -> f64 {
    match title.lines.len() {
        1 => 72.0,
        2 => 88.0,
        _ => TALLEST,
    }
}

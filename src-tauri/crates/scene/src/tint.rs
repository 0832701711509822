//! What a lens does to the ground of a card or a stage's node.

use model::{Account, Level, Sentiment};

use crate::lens::{Lens, loss_share};
use crate::page::Page;
use crate::shapes::block;
use crate::theme::Tint;
use crate::{Primitive, Rect, Stroke};

/// The plate of a node: its ground tinted and its rim set off by what the lens sees there, or as they are.
pub(crate) fn plate(page: &Page, rect: Rect, radius: f64, rim: Stroke, tint: Option<Tint>) -> Primitive {
    match tint {
        Some(tint) => block(rect, radius, &tint.ground, Some(Stroke { colour: tint.rim, width: 1.5, ..rim })),
        None => block(rect, radius, &page.palette.surface, Some(rim)),
    }
}

/// The tint of how many a node loses.
pub(crate) fn of_losses(page: &Page, level: Level, account: Option<&Account>) -> Option<Tint> {
    loss_share(page, level, account).map(|share| page.palette.loss_tint(share))
}

/// The tint of how customers feel at a touchpoint.
pub(crate) fn of_feeling(page: &Page, sentiment: Option<Sentiment>) -> Option<Tint> {
    sentiment.filter(|_| page.lens == Lens::Emotion).map(|sentiment| page.palette.feeling(sentiment))
}

//! Where a card stands that is not there yet: where it is put, or beside another where there is room.

use model::{Place, StageId, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use super::card::{CARD_WIDTH, blank_height, card_plate, title_rect};
use super::set_out::Layout;
use super::shape::STEP;
use crate::geometry::point;
use crate::grid::Grid;
use crate::lines::CARD;
use crate::zones::{Plate, Side, TitleZone};
use crate::{Anchor, Rect};

/// From a card to one that is made to the left or right of it.
const ACROSS: f64 = 64.0;
/// Around cards that are put on a map together.
const AIR: f64 = 24.0;
/// From a card to one that is made above or below it.
const DOWN: f64 = 32.0;

/// Where a new card is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Wanted {
    /// With its middle at a point.
    At {
        /// From the left.
        #[specta(type = Number)]
        x: f64,
        /// From the top.
        #[specta(type = Number)]
        y: f64,
    },
    /// With its middle at a point, or as near beneath it as it lies on no other: on a curve.
    Within {
        /// From the left.
        #[specta(type = Number)]
        x: f64,
        /// From the top.
        #[specta(type = Number)]
        y: f64,
    },
    /// With the middle of its left side at a point: where a line was pulled to.
    Pulled {
        /// From the left.
        #[specta(type = Number)]
        x: f64,
        /// From the top.
        #[specta(type = Number)]
        y: f64,
    },
    /// Beside another card, as near as there is room.
    Beside {
        /// Whose card.
        touchpoint: TouchpointId,
        /// On which side of it.
        side: Side,
    },
}

/// A card that is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct NewCard {
    /// Where it will stand.
    pub plate: Plate,
    /// Where its title will stand.
    pub title: TitleZone,
}

impl Layout<'_> {
    /// Where a new card would stand; nothing if the map has no stages, or not the card that it is wanted beside.
    pub fn new_card(&self, wanted: &Wanted) -> Option<NewCard> {
        let height = blank_height();
        let rect = match *wanted {
            Wanted::At { x, y } => self.landed(x - CARD_WIDTH / 2.0, y - height / 2.0)?,
            Wanted::Within { x, y } => self.beneath(x - CARD_WIDTH / 2.0, y - height / 2.0)?,
            Wanted::Pulled { x, y } => self.landed(x, y - height / 2.0)?,
            Wanted::Beside { touchpoint, side } => self.beside(&self.rect_of(touchpoint)?, side)?,
        };
        let title = TitleZone {
            rect: title_rect(&rect, 1),
            size: CARD.size,
            leading: CARD.leading,
            weight: CARD.weight,
            anchor: Anchor::Start,
        };
        Some(NewCard { plate: card_plate(rect), title })
    }

    /// The card of a new touchpoint that has a place in a stage; nothing if the map does not have the stage.
    pub fn card_in(&self, stage: StageId, place: Place) -> Option<Rect> {
        let corner = self.shape.corner(self.number_of(stage)?, place);
        Some(Rect::new(corner.x, corner.y, CARD_WIDTH, blank_height()))
    }

    /// The place in a stage that is nearest to a card.
    pub fn place_in(&self, stage: StageId, card: &Rect) -> Option<Place> {
        Some(self.shape.place(self.number_of(stage)?, point(card.x, card.y)))
    }

    /// How far down new cards have to go together so that none lies on another.
    pub fn way_down(&self, cards: &[Rect]) -> f64 {
        let mut taken = Grid::default();
        for card in self.cards() {
            taken.add(card.rect);
        }
        let is_free =
            |by: &f64| !cards.iter().any(|card| taken.is_taken(&Rect { y: card.y + by, ..*card }.grown(AIR)));
        let top = cards.iter().map(|card| card.y).fold(f64::INFINITY, f64::min);
        let most = ((self.extent().bottom() - top) / STEP).max(0.0) as usize + 1;
        let steps = (0..=most).map(|step| STEP * step as f64);
        steps.into_iter().find(is_free).unwrap_or(STEP * most as f64)
    }

    fn number_of(&self, stage: StageId) -> Option<usize> {
        self.grounds().iter().position(|ground| ground.stage == stage)
    }

    /// A new card that was put with its left top corner at a point.
    fn landed(&self, left: f64, top: f64) -> Option<Rect> {
        let (stage, place) = self.landing(left, top)?;
        self.card_in(stage, place)
    }

    /// The same as far down as it has to go to lie on no other.
    fn beneath(&self, left: f64, top: f64) -> Option<Rect> {
        let card = self.landed(left, top)?;
        self.landed(card.x, card.y + self.way_down(&[card]))
    }

    /// Room for a new card beside another: where that leaves none, further down, or for one above, further up.
    fn beside(&self, card: &Rect, side: Side) -> Option<Rect> {
        let first = match side {
            Side::Left => self.landed(card.x - ACROSS - CARD_WIDTH, card.y),
            Side::Right => self.landed(card.right() + ACROSS, card.y),
            Side::Top => self.landed(card.x, card.y - DOWN - blank_height()),
            Side::Bottom => self.landed(card.x, card.bottom() + DOWN),
        }?;
        let mut taken = Grid::default();
        for card in self.cards() {
            taken.add(card.rect);
        }
        let steps = ((self.extent().bottom() - first.y) / STEP).max(0.0) as usize + 1;
        let shifted = |by: f64| Rect { y: first.y + by, ..first };
        let up = (0..).map(|step| shifted(-STEP * f64::from(step))).take_while(|rect| rect.y >= 0.0);
        let down = (0..=steps).map(|step| shifted(STEP * step as f64));
        let is_free = |rect: &Rect| !taken.is_taken(&rect.grown(STEP));
        let above = if side == Side::Top { up.into_iter().find(is_free) } else { None };
        above.or_else(|| down.into_iter().find(is_free)).or(Some(first))
    }
}

//! A map set out in its shape: its cards by their touchpoints, and the places that are free.

use model::{Journey, Place, StageId, TouchpointId, Transition};
use rustc_hash::FxHashMap;

use super::card::{CARD_WIDTH, Card, TALLEST, tallest, titled};
use super::columns::{self, Columns};
use super::shape::{Ground, STEP, Shape, kept};
use crate::Rect;
use crate::geometry::{Point, point};
use crate::routing::{Growth, Track, Wire, growth, tracks};
use crate::tag::written_width;

/// A map set out: the ground of each stage, the cards on it, and the places that are free.
///
/// Numbers play no part in it. All that depends on the shape in which the stages are set out is asked of that shape.
#[derive(Debug)]
pub struct Layout<'a> {
    pub(super) shape: Box<dyn Shape>,
    cards: Vec<Card<'a>>,
    index: FxHashMap<TouchpointId, u32>,
    /// Where the cards would stand if none gave way to curves.
    given: Vec<Rect>,
    growth: Growth,
}

impl<'a> Layout<'a> {
    /// The cards below one another in a tidy stage, before others stand beside them.
    pub const DEEP: usize = columns::DEEP;

    /// Sets out a map.
    pub fn of(journey: &'a Journey) -> Self {
        let mut cards = titled(journey);
        let mut shape = Columns::of(journey, &cards);
        stand(&mut cards, &shape);
        let index: FxHashMap<TouchpointId, u32> =
            (0..).zip(&cards).map(|(index, card)| (card.touchpoint.id, index)).collect();
        let given: Vec<Rect> = cards.iter().map(|card| card.rect).collect();
        let growth = growth(&given, &wires(journey, &index));
        shape.give_way(&cards, &growth);
        stand(&mut cards, &shape);
        Self { shape: Box::new(shape), cards, index, given, growth }
    }

    /// The curves between cards, in their order.
    pub(crate) fn tracks(&self, wires: &[Wire]) -> Vec<Track> {
        tracks(&self.given, wires, &self.growth)
    }

    /// The ground of each stage, in the order of the stages.
    pub fn grounds(&self) -> &[Ground] {
        self.shape.grounds()
    }

    /// The box around the grounds of all stages; of no size for a map without stages.
    pub fn extent(&self) -> Rect {
        let all = self.grounds().iter().map(|ground| ground.rect).reduce(|all, each| all.union(&each));
        all.unwrap_or(Rect::new(0.0, 0.0, 0.0, self.shape.bottom()))
    }

    /// The card of a touchpoint in the scene.
    pub fn rect_of(&self, touchpoint: TouchpointId) -> Option<Rect> {
        self.card(touchpoint).map(|index| self.cards[index as usize].rect)
    }

    /// Where a card of a stage would stand at a place; nothing if the map does not have the stage.
    pub(crate) fn corner_of(&self, stage: StageId, place: Place) -> Option<Point> {
        let position = self.grounds().iter().position(|ground| ground.stage == stage)?;
        Some(self.shape.corner(position, place))
    }

    /// Where a card belongs whose left top corner is put at a point of the scene: the stage on whose ground (or
    /// nearest to it) its middle lies, and the place there on the grid. Nothing if the map has no stages.
    pub fn landing(&self, left: f64, top: f64) -> Option<(StageId, Place)> {
        let corner = point(left, top);
        let stage = self.shape.stage_at(point(left + CARD_WIDTH / 2.0, top))?;
        Some((self.grounds()[stage].stage, self.shape.place(stage, corner)))
    }

    /// The width to ask for a stage so that its ground is shown as wide as this; nothing if the map does not have it.
    pub fn asked_width(&self, stage: StageId, shown: f64) -> Option<f64> {
        let position = self.grounds().iter().position(|ground| ground.stage == stage)?;
        Some(self.shape.asked(position, shown))
    }

    /// How many cards lie on others.
    pub(crate) fn stacked(&self) -> usize {
        let lies = |card: &Card, other: &Card| {
            card.touchpoint.id != other.touchpoint.id && card.rect.overlaps(&other.rect)
        };
        self.cards.iter().filter(|card| self.cards.iter().any(|other| lies(card, other))).count()
    }

    /// The first tidy place of a stage that no card touches.
    pub fn free_place(&self, stage: StageId) -> Place {
        let room = |place: Place, height| Rect::new(kept(place.x), kept(place.y), CARD_WIDTH, height);
        let cards = self.cards.iter().filter(|card| card.touchpoint.stage == stage);
        let taken: Vec<Rect> =
            cards.map(|card| room(card.touchpoint.place, tallest(card.touchpoint)).grown(STEP)).collect();
        let is_free = |place: &Place| !taken.iter().any(|other| other.overlaps(&room(*place, TALLEST)));
        // A card touches at most four tidy places, so one of these is free.
        let last = 4 * taken.len();
        (0..=last).map(Self::tidy_place).find(is_free).unwrap_or_else(|| Self::tidy_place(last + 1))
    }

    /// The place of the card with this index, from 0, in a stage that holds only tidily placed cards.
    pub fn tidy_place(index: usize) -> Place {
        columns::tidy_place(index)
    }

    /// The cards in the order of their touchpoints' ids.
    pub(crate) fn cards(&self) -> &[Card<'a>] {
        &self.cards
    }

    /// The index of a touchpoint's card.
    pub(crate) fn card(&self, touchpoint: TouchpointId) -> Option<u32> {
        self.index.get(&touchpoint).copied()
    }
}

/// Puts cards where they stand.
fn stand(cards: &mut [Card], shape: &Columns) {
    for card in cards {
        let corner = shape.corner(card.stage, card.touchpoint.place);
        (card.rect.x, card.rect.y) = (corner.x, corner.y);
    }
}

/// The curves for which there must be room: all transitions.
fn wires(journey: &Journey, index: &FxHashMap<TouchpointId, u32>) -> Vec<Wire> {
    let wire = |each: &Transition| {
        let (from, to) = (*index.get(&each.from)?, *index.get(&each.to)?);
        Some(Wire { from, to, firm: true, written: written_width(&each.details.label) })
    };
    journey.transitions().into_iter().filter_map(wire).collect()
}

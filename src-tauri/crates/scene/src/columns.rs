//! Where stages and cards stand, and where a card belongs that is put somewhere.
//!
//! The origin of a scene is the left top corner of the first stage's column, below its header. What stands above
//! has negative coordinates, so that no card moves when an overlay or a heading comes or goes.

use std::sync::Arc;

use model::{Journey, Place, StageId, Touchpoint, TouchpointId};
use rustc_hash::FxHashMap;

use crate::Rect;
use crate::lines::{CARD, Lines, broken};

/// The grid on which cards are put.
pub const STEP: f64 = 8.0;
/// The width of a card.
pub const CARD_WIDTH: f64 = 208.0;
/// Between a card and the edge of its column.
pub(crate) const PADDING: f64 = 32.0;
/// Between two columns.
pub(crate) const GAP: f64 = 40.0;
/// From the left of a card to its title.
pub(crate) const TITLE_LEFT: f64 = 56.0;
/// The cards below one another in a tidy column.
pub const DEEP: usize = 8;
/// From the top of one card to the next in a tidy column.
const ROW: f64 = 144.0;
/// From the left of one lane of cards to the next in a tidy column.
const LANE: f64 = 304.0;
/// The top of the first card in a tidy column.
const FIRST: f64 = 24.0;
/// The height of a card with a title of three lines.
const TALLEST: f64 = 112.0;
/// No card stands farther from its column's corner: what a file may hold beyond is brought back.
const FARTHEST: f64 = 100_000.0;

/// A stage's column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// The stage.
    pub stage: StageId,
    /// The left edge.
    pub x: f64,
    /// The width: it reaches beyond the rightmost card.
    pub width: f64,
}

/// A touchpoint's card, laid out.
#[derive(Debug, Clone)]
pub(crate) struct Card<'a> {
    pub touchpoint: &'a Touchpoint,
    /// The position of its stage.
    pub stage: usize,
    pub rect: Rect,
    pub title: Arc<Lines>,
}

/// The columns of a map and the cards in them.
#[derive(Debug)]
pub struct Columns<'a> {
    all: Vec<Column>,
    pub(crate) cards: Vec<Card<'a>>,
    index: FxHashMap<TouchpointId, u32>,
    /// The lower end of all columns.
    pub(crate) bottom: f64,
}

impl<'a> Columns<'a> {
    /// Lays out the stages side by side, each as wide as its cards need. Numbers play no part in it.
    pub fn of(journey: &'a Journey) -> Self {
        let positions: FxHashMap<StageId, usize> =
            journey.stages().iter().enumerate().map(|(position, stage)| (stage.id, position)).collect();
        let mut reach = vec![0.0_f64; journey.stages().len()];
        let mut cards: Vec<Card> = Vec::with_capacity(journey.len());
        for touchpoint in journey.touchpoints() {
            let Some(&stage) = positions.get(&touchpoint.stage) else { continue };
            let title = broken(&touchpoint.title, CARD, CARD_WIDTH - TITLE_LEFT - 12.0, 3);
            let (x, y) = (kept(touchpoint.place.x), kept(touchpoint.place.y));
            reach[stage] = reach[stage].max(x + CARD_WIDTH);
            cards.push(Card { touchpoint, stage, rect: Rect::new(x, y, CARD_WIDTH, height(&title)), title });
        }
        let mut columns = Vec::with_capacity(reach.len());
        let mut x = 0.0;
        for (stage, reach) in journey.stages().iter().zip(&reach) {
            let width = (reach + PADDING).max(CARD_WIDTH + 2.0 * PADDING);
            columns.push(Column { stage: stage.id, x, width });
            x += width + GAP;
        }
        for card in &mut cards {
            card.rect.x += columns[card.stage].x;
        }
        let index =
            cards.iter().enumerate().map(|(index, card)| (card.touchpoint.id, index as u32)).collect();
        let bottom = cards.iter().map(|card| card.rect.bottom()).fold(FIRST + ROW, f64::max) + PADDING;
        Self { all: columns, cards, index, bottom }
    }

    /// The columns in the order of the stages.
    pub fn columns(&self) -> &[Column] {
        &self.all
    }

    /// The right end of the last column.
    pub fn width(&self) -> f64 {
        self.all.last().map_or(0.0, |column| column.x + column.width)
    }

    /// Where a card belongs whose left top corner is put at a point of the scene: the stage on whose column (or
    /// nearest to it) its middle lies, and the place there on the grid, never left of or above the column's
    /// corner. Nothing if the map has no stages.
    pub fn place_at(&self, left: f64, top: f64) -> Option<(StageId, Place)> {
        let middle = left + CARD_WIDTH / 2.0;
        let beyond = self.all.partition_point(|column| column.x + column.width + GAP / 2.0 <= middle);
        let column = self.all.get(beyond).or(self.all.last())?;
        Some((column.stage, Place { x: snapped(left - column.x), y: snapped(top) }))
    }

    /// The left top corner of a touchpoint's card in the scene.
    pub fn position_of(&self, touchpoint: TouchpointId) -> Option<(f64, f64)> {
        self.rect_of(touchpoint).map(|rect| (rect.x, rect.y))
    }

    /// The card of a touchpoint in the scene.
    pub fn rect_of(&self, touchpoint: TouchpointId) -> Option<Rect> {
        self.card(touchpoint).map(|index| self.cards[index as usize].rect)
    }

    pub(crate) fn card(&self, touchpoint: TouchpointId) -> Option<u32> {
        self.index.get(&touchpoint).copied()
    }
}

/// The place of the card with this index, from 0, in a column that holds only tidily placed cards.
///
/// The first eight stand below one another, the next eight beside them; then the column grows in both directions,
/// eight rows for each lane, so that a map of many cards stays about as high as it is wide.
pub fn tidy_place(index: usize) -> Place {
    let place =
        |lane: usize, row: usize| Place { x: PADDING + lane as f64 * LANE, y: FIRST + row as f64 * ROW };
    let (mut lanes, mut rows, mut rest) = (1, DEEP, index);
    if rest < DEEP {
        return place(0, rest);
    }
    rest -= DEEP;
    loop {
        // A new lane beside the others,
        if rest < rows {
            return place(lanes, rest);
        }
        rest -= rows;
        lanes += 1;
        // then eight more rows beneath all of them, lane by lane.
        if rest < DEEP * lanes {
            return place(rest / DEEP, rows + rest % DEEP);
        }
        rest -= DEEP * lanes;
        rows += DEEP;
    }
}

/// The first tidy place in a stage's column that no card touches.
pub fn free_place(journey: &Journey, stage: StageId) -> Place {
    let taken: Vec<Rect> = journey
        .touchpoints_of(stage)
        .map(|each| Rect::new(kept(each.place.x), kept(each.place.y), CARD_WIDTH, TALLEST).grown(STEP))
        .collect();
    let is_free = |place: &Place| {
        let rect = Rect::new(place.x, place.y, CARD_WIDTH, TALLEST);
        !taken.iter().any(|other| other.overlaps(&rect))
    };
    // A card touches at most four tidy places, so one of these is free.
    (0..=4 * taken.len()).map(tidy_place).find(is_free).unwrap_or_else(|| tidy_place(4 * taken.len() + 1))
}

fn height(title: &Lines) -> f64 {
    match title.lines.len() {
        1 => 72.0,
        2 => 88.0,
        _ => TALLEST,
    }
}

fn kept(coordinate: f64) -> f64 {
    coordinate.clamp(0.0, FARTHEST)
}

fn snapped(coordinate: f64) -> f64 {
    if coordinate.is_finite() { kept((coordinate / STEP).round() * STEP) } else { 0.0 }
}

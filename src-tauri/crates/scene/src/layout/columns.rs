//! Stages side by side: a column for each, as wide as its cards need.

use model::{Journey, Place, StageDetails};

use super::card::{CARD_WIDTH, Card};
use super::shape::{Ground, STEP, Shape, kept};
use crate::Rect;
use crate::geometry::{Point, point};
use crate::routing::Growth;

/// Between a card and the edge of its column.
pub(super) const PADDING: f64 = 32.0;
/// Between two columns.
const GAP: f64 = 40.0;
/// The cards below one another in a tidy column.
pub(super) const DEEP: usize = 8;
/// From the top of one card to the next in a tidy column.
pub(super) const ROW: f64 = 144.0;
/// From the left of one lane of cards to the next in a tidy column.
pub(super) const LANE: f64 = 304.0;
/// The top of the first card in a tidy column.
pub(super) const FIRST: f64 = 24.0;

/// The columns of a map.
#[derive(Debug)]
pub(super) struct Columns {
    grounds: Vec<Ground>,
    /// The left and the width of each ground if no card gave way.
    given: Vec<(f64, f64)>,
    growth: Growth,
    bottom: f64,
}

impl Columns {
    /// A column for each stage, which reaches beyond its rightmost card, or as far as was asked; all reach as far down as the lowest card.
    pub(super) fn of(journey: &Journey, cards: &[Card]) -> Self {
        let mut reach = vec![0.0_f64; journey.stages().len()];
        let mut lowest = FIRST + ROW;
        for card in cards {
            let place = card.touchpoint.place;
            reach[card.stage] = reach[card.stage].max(kept(place.x) + CARD_WIDTH);
            lowest = lowest.max(kept(place.y) + card.rect.height);
        }
        let bottom = lowest + PADDING;
        let mut x = 0.0;
        let ground = |(stage, reach): (&model::Stage, &f64)| {
            let width = (reach + PADDING).max(asked(stage));
            let ground = Ground { stage: stage.id, rect: Rect::new(x, 0.0, width, bottom) };
            x += width + GAP;
            ground
        };
        let grounds: Vec<Ground> = journey.stages().iter().zip(&reach).map(ground).collect();
        let given = grounds.iter().map(|ground| (ground.rect.x, ground.rect.width)).collect();
        Self { grounds, given, growth: Growth::default(), bottom }
    }

    /// Lets cards give way; columns move and widen with them, so that the room opens between columns where it can.
    pub(super) fn give_way(&mut self, cards: &[Card], growth: &Growth) {
        self.growth = growth.clone();
        let mut reach = vec![(f64::INFINITY, 0.0_f64); self.grounds.len()];
        for card in cards {
            let stage = &mut reach[card.stage];
            *stage = (stage.0.min(card.rect.x), stage.1.max(card.rect.right()));
        }
        let lowest = cards.iter().map(|card| growth.y.moved(card.rect.y) + card.rect.height + PADDING);
        self.bottom = lowest.fold(self.bottom, f64::max);
        for (ground, (left, right)) in self.grounds.iter_mut().zip(reach) {
            let (start, end) = (ground.rect.x, ground.rect.right());
            let by = |at: f64| growth.x.moved(at) - at;
            let by = if right > 0.0 { (by(left), by(right - CARD_WIDTH)) } else { (by(start), by(start)) };
            let (left, right) = (start + by.0, end + by.1);
            ground.rect = Rect::new(left, 0.0, right - left, self.bottom);
        }
    }
}

impl Shape for Columns {
    fn grounds(&self) -> &[Ground] {
        &self.grounds
    }

    fn bottom(&self) -> f64 {
        self.bottom
    }

    fn stage_at(&self, at: Point) -> Option<usize> {
        let last = self.grounds.len().checked_sub(1)?;
        let is_past = |pair: &&[Ground]| f64::midpoint(pair[0].rect.right(), pair[1].rect.x) <= at.x;
        Some(self.grounds.windows(2).take_while(is_past).count().min(last))
    }

    fn asked(&self, stage: usize, shown: f64) -> f64 {
        shown - (self.grounds[stage].rect.width - self.given[stage].1)
    }

    fn corner(&self, stage: usize, place: Place) -> Point {
        let (x, y) = (self.given[stage].0 + kept(place.x), kept(place.y));
        point(self.growth.x.moved(x), self.growth.y.moved(y))
    }

    fn place(&self, stage: usize, corner: Point) -> Place {
        let (x, y) = (self.growth.x.back(corner.x), self.growth.y.back(corner.y));
        Place { x: snapped(x - self.given[stage].0), y: snapped(y) }
    }
}

/// How wide the column of a stage is at least: as was asked, and never too narrow for a card.
fn asked(stage: &model::Stage) -> f64 {
    let (least, most) = StageDetails::WIDTHS;
    f64::from(stage.details.width.unwrap_or(least).clamp(least, most))
}

/// The place of the card with this index, from 0, in a column that holds only tidily placed cards.
///
/// The first eight stand below one another, the next eight beside them; then the column grows in both directions,
/// eight rows for each lane, so that a map of many cards stays about as high as it is wide.
pub(super) fn tidy_place(index: usize) -> Place {
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

fn snapped(coordinate: f64) -> f64 {
    if coordinate.is_finite() { kept((coordinate / STEP).round() * STEP) } else { 0.0 }
}

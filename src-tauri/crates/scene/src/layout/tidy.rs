//! Tidying up: cards in rows and sub-columns, in an order in which little crosses.
//!
//! The order is that of Sugiyama's method, but for dummies: curves are taken as straight, so that what they cost is
//! known from the order of the cards alone, and tidying twice is tidying once. Proposals come from the weighted median
//! (Gansner, Koutsofios, North and Vo 1993) and from transposition, with the customers as weight; the old order
//! stays where it is as good, and a whole new one has to be better by far. Heights are chosen by isotonic regression
//! (pool adjacent violators) on those of the neighbours.

use model::{Journey, Place, StageId, Touchpoint, TouchpointId};
use rustc_hash::FxHashMap;

use super::card::{CARD_WIDTH, tallest};
use super::columns::{DEEP, FIRST, LANE, PADDING, ROW};
use super::crossings::{Line, Rows};
use super::shape::{STEP, kept};
use crate::Rect;

/// The most sub-columns of a stage.
const LANES: usize = 3;
/// A new order of whole columns is taken if it costs at most this share of the old one.
const BETTER: f64 = 0.92;
/// How often heights follow those of the neighbours, there and back.
const SWEEPS: usize = 3;
/// What heights are multiples of, from the first row.
const HALF: f64 = ROW / 2.0;

/// Where the touchpoints of a map belong that may be moved, within their stages, as far as that is elsewhere than now.
/// `customers` says how many move along a transition.
pub fn tidied(
    journey: &Journey,
    may_move: impl Fn(TouchpointId) -> bool,
    customers: impl Fn(TouchpointId, TouchpointId) -> u64,
) -> Vec<(TouchpointId, Place)> {
    let mut tidying = Tidying::of(journey, may_move, customers);
    tidying.order();
    let places = tidying.places();
    let moved = tidying.cards.iter().zip(places).filter_map(|(card, place)| {
        let place = place?;
        (place != card.place).then_some((card.id, place))
    });
    moved.collect()
}

struct Tidying<'a> {
    cards: Vec<&'a Touchpoint>,
    /// The sub-columns of all stages from left to right, each with its stage and its place among that stage's.
    lanes: Vec<(StageId, usize)>,
    rows: Rows,
}

impl<'a> Tidying<'a> {
    fn of(
        journey: &'a Journey,
        may_move: impl Fn(TouchpointId) -> bool,
        customers: impl Fn(TouchpointId, TouchpointId) -> u64,
    ) -> Self {
        let cards: Vec<&Touchpoint> = journey.touchpoints().collect();
        let stays: Vec<bool> = cards.iter().map(|card| !may_move(card.id)).collect();
        let (mut lanes, mut columns) = (Vec::new(), Vec::new());
        for stage in journey.stages() {
            let own = (0..cards.len()).filter(|card| cards[*card].stage == stage.id).collect();
            for (place, lane) in sub_columns(&cards, own).into_iter().enumerate() {
                lanes.push((stage.id, place));
                columns.push(lane);
            }
        }
        let index: FxHashMap<TouchpointId, usize> =
            cards.iter().enumerate().map(|(index, card)| (card.id, index)).collect();
        let ends = journey.transitions().into_iter().filter(|each| each.from != each.to);
        let ends: Vec<(usize, usize, u64)> =
            ends.map(|each| (index[&each.from], index[&each.to], customers(each.from, each.to))).collect();
        let most = ends.iter().map(|end| end.2).max().unwrap_or(0).max(1);
        let curve = |&(from, to, moved): &(usize, usize, u64)| Line {
            ends: [from, to],
            weight: 1 + 9 * moved / most,
        };
        let curves = ends.iter().map(curve).collect();
        Self { rows: Rows::new(columns, stays, curves), cards, lanes }
    }

    /// Finds an order in which little crosses: until neither direction proposes a better one.
    fn order(&mut self) {
        self.rows.transpose();
        let mut back = false;
        let mut in_vain = 0;
        while in_vain < 2 {
            let mut other = self.rows.clone();
            other.median(back);
            other.transpose();
            if (other.cost() as f64) < BETTER * self.rows.cost() as f64 {
                self.rows = other;
                in_vain = 0;
            } else {
                in_vain += 1;
            }
            back = !back;
        }
    }

    /// Where the cards belong that may be moved.
    fn places(&self) -> Vec<Option<Place>> {
        let heights = self.heights();
        let mut places = vec![None; self.cards.len()];
        for ((stage, lane), column) in self.lanes.iter().zip(self.rows.columns()) {
            let x = PADDING + *lane as f64 * LANE;
            let fixed = self.fixed(*stage);
            let mut next = FIRST;
            for &card in column.iter().filter(|card| !self.rows.stays(**card)) {
                let mut y = heights[card].max(next);
                let room = |y| Rect::new(x, y, CARD_WIDTH, tallest(self.cards[card])).grown(STEP);
                while fixed.iter().any(|other| other.overlaps(&room(y))) {
                    y += HALF;
                }
                places[card] = Some(Place { x, y });
                next = y + ROW;
            }
        }
        places
    }

    /// The cards of a stage that stay.
    fn fixed(&self, stage: StageId) -> Vec<Rect> {
        let is_fixed = |(card, each): &(usize, &&Touchpoint)| self.rows.stays(*card) && each.stage == stage;
        let room = |(_, card): (usize, &&Touchpoint)| {
            Rect::new(kept(card.place.x), kept(card.place.y), CARD_WIDTH, tallest(card))
        };
        self.cards.iter().enumerate().filter(is_fixed).map(room).collect()
    }

    /// The heights that make curves straight, in the order of the cards.
    fn heights(&self) -> Vec<f64> {
        let mut heights: Vec<f64> = vec![FIRST; self.cards.len()];
        for column in self.rows.columns() {
            for (row, &card) in column.iter().enumerate() {
                heights[card] = FIRST + ROW * row as f64;
            }
        }
        for (card, each) in self.cards.iter().enumerate().filter(|(card, _)| self.rows.stays(*card)) {
            heights[card] = kept(each.place.y);
        }
        let columns = self.rows.columns();
        for sweep in 0..2 * SWEEPS {
            let there = columns.iter().collect::<Vec<_>>();
            let order: Vec<_> = if sweep % 2 == 0 { there } else { there.into_iter().rev().collect() };
            for column in order {
                let free: Vec<usize> =
                    column.iter().copied().filter(|card| !self.rows.stays(*card)).collect();
                for (&card, height) in free.iter().zip(self.levelled(&free, &heights)) {
                    heights[card] = height;
                }
            }
        }
        // A map of which nothing stays begins at its top.
        let any_stays = (0..heights.len()).any(|card| self.rows.stays(card));
        let above =
            if any_stays { 0.0 } else { heights.iter().copied().fold(f64::INFINITY, f64::min) - FIRST };
        heights.into_iter().map(|height| height - above).collect()
    }

    /// The heights of the cards of a column that are nearest to those of their neighbours, a row apart at least.
    fn levelled(&self, column: &[usize], heights: &[f64]) -> Vec<f64> {
        // Each block holds the sum of what its cards wish for, less the rows above them, with the weight of that.
        let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
        for (row, &card) in column.iter().enumerate() {
            let (wish, weight) = self.wish(card, heights);
            let mut block = ((wish - ROW * row as f64) * weight, weight, 1);
            while let Some(last) = blocks.pop_if(|last| last.0 / last.1 > block.0 / block.1) {
                block = (last.0 + block.0, last.1 + block.1, last.2 + block.2);
            }
            blocks.push(block);
        }
        let starts = blocks.iter().flat_map(|block| std::iter::repeat_n(block.0 / block.1, block.2));
        let snapped = |start: f64| (((start - FIRST) / HALF).round() * HALF).max(0.0) + FIRST;
        starts.enumerate().map(|(row, start)| snapped(start) + ROW * row as f64).collect()
    }

    /// The height that a card wishes for, and how much: in the middle of those to which it is joined in other columns.
    fn wish(&self, card: usize, heights: &[f64]) -> (f64, f64) {
        let joined = self.rows.neighbours(card).filter(|(other, _)| !self.rows.is_one_column(card, *other));
        let (sum, weight) = joined.fold((0.0, 0.0), |(sum, whole), (other, weight)| {
            (sum + heights[other] * weight as f64, whole + weight as f64)
        });
        // What is joined to nothing stays, but gives way.
        if weight > 0.0 { (sum / weight, weight) } else { (heights[card], 0.1) }
    }
}

/// Divides the cards of a stage into sub-columns, as they stand: three at most, no deeper than they must be.
fn sub_columns(cards: &[&Touchpoint], mut own: Vec<usize>) -> Vec<Vec<usize>> {
    let place = |card: &usize| (kept(cards[*card].place.x), kept(cards[*card].place.y));
    own.sort_by(|one, other| place(one).0.total_cmp(&place(other).0).then(one.cmp(other)));
    let mut lanes: Vec<Vec<usize>> = Vec::new();
    for card in own {
        match lanes.last_mut() {
            Some(lane) if place(&card).0 < place(&lane[0]).0 + CARD_WIDTH => lane.push(card),
            _ => lanes.push(vec![card]),
        }
    }
    while lanes.len() > LANES {
        let size = |first: &usize| lanes[*first].len() + lanes[first + 1].len();
        let first = (0..lanes.len() - 1).min_by_key(size).unwrap_or(0);
        let next = lanes.remove(first + 1);
        lanes[first].extend(next);
    }
    for lane in &mut lanes {
        lane.sort_by(|one, other| {
            place(one)
                .1
                .total_cmp(&place(other).1)
                .then(place(one).0.total_cmp(&place(other).0))
                .then(one.cmp(other))
        });
    }
    while lanes.len() < LANES
        && let Some(deepest) = (0..lanes.len()).rev().max_by_key(|lane| lanes[*lane].len())
        && lanes[deepest].len() > DEEP
    {
        let half = lanes[deepest].len().div_ceil(2);
        let rest = lanes[deepest].split_off(half);
        lanes.insert(deepest + 1, rest);
    }
    lanes
}

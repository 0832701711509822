//! Tidying up: what crosses, what stays, and how little one more edge changes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;
mod random_map;

use std::collections::BTreeMap;

use model::{
    Journey, Lifecycle, Place, Touchpoint, TouchpointId, Transition, TransitionDetails, TransitionId,
};
use scene::{CARD_WIDTH, Layout, Rect, tidied};

/// The journey with some places or another transition.
fn rebuilt(journey: &Journey, places: &[(TouchpointId, Place)], more: Option<(i64, i64)>) -> Journey {
    let place: BTreeMap<TouchpointId, Place> = places.iter().copied().collect();
    let cards = journey
        .touchpoints()
        .map(|card| Touchpoint { place: place.get(&card.id).copied().unwrap_or(card.place), ..card.clone() });
    let mut transitions: Vec<Transition> = journey.transitions().into_iter().cloned().collect();
    transitions.extend(more.map(|(from, to)| Transition {
        id: TransitionId(100_000),
        from: TouchpointId(from),
        to: TouchpointId(to),
        details: TransitionDetails::default(),
    }));
    Journey::build(journey.map().clone(), journey.stages().to_vec(), cards.collect(), transitions).unwrap()
}

/// How many move along each transition of a map: more where they lead to later cards.
fn customers(from: TouchpointId, to: TouchpointId) -> u64 {
    (from.0 * 31 + to.0 * 17).unsigned_abs() % 97
}

fn tidy(journey: &Journey) -> Journey {
    rebuilt(journey, &tidied(journey, |_| true, customers), None)
}

/// Two stages of two cards, and transitions.
fn pairs(ends: &[(i64, i64)]) -> Journey {
    let cards = (0..4).map(|index| {
        let place = (32.0, 24.0 + 144.0 * f64::from(index % 2));
        fixtures::touchpoint(i64::from(index) + 1, i64::from(index / 2) + 1, "Card", place)
    });
    let stages = vec![fixtures::stage(1, "One"), fixtures::stage(2, "Two")];
    let map = fixtures::map("Pairs", Lifecycle::Linear);
    Journey::build(map, stages, cards.collect(), fixtures::transitions(ends)).unwrap()
}

fn place(journey: &Journey, id: i64) -> Place {
    journey.touchpoint(TouchpointId(id)).unwrap().place
}

#[test]
fn what_need_not_cross_does_not() {
    let tidy = tidy(&pairs(&[(1, 4), (2, 3)]));
    let is_above = |one, other| place(&tidy, one).y < place(&tidy, other).y;
    assert_eq!(is_above(1, 2), is_above(4, 3));
}

#[test]
fn of_two_orders_the_one_is_taken_in_which_few_customers_cross() {
    let journey = pairs(&[(1, 3), (1, 4), (2, 3), (2, 4)]);
    let order = |heavy: [(i64, i64); 2]| {
        let weight =
            |from: TouchpointId, to: TouchpointId| if heavy.contains(&(from.0, to.0)) { 500 } else { 1 };
        let tidy = rebuilt(&journey, &tidied(&journey, |_| true, weight), None);
        let is_above = |one, other| place(&tidy, one).y < place(&tidy, other).y;
        is_above(1, 2) == is_above(3, 4)
    };
    assert!(order([(1, 3), (2, 4)]));
    assert!(!order([(1, 4), (2, 3)]));
}

#[test]
fn what_may_not_move_stays_and_nothing_is_put_on_it() {
    for seed in 0..20 {
        let journey = random_map::story(seed).journey;
        let may_move = |id: TouchpointId| id.0 % 3 != 0;
        let moved = tidied(&journey, may_move, customers);
        assert!(moved.iter().all(|(id, _)| may_move(*id)), "map {seed}");
        let tidy = rebuilt(&journey, &moved, None);
        let layout = Layout::of(&tidy);
        let cards: Vec<(TouchpointId, Rect)> =
            tidy.touchpoints().map(|card| (card.id, layout.rect_of(card.id).unwrap())).collect();
        for (id, rect) in cards.iter().filter(|(id, _)| may_move(*id)) {
            let lies_on = |(other, card): &(TouchpointId, Rect)| other != id && card.overlaps(rect);
            assert!(!cards.iter().any(lies_on), "map {seed}, card {id:?}");
        }
    }
}

#[test]
fn a_tidy_map_has_at_most_three_sub_columns_and_stays_as_it_is() {
    for seed in 0..30 {
        let journey = tidy(&random_map::story(seed).journey);
        for stage in journey.stages() {
            let cards = journey.touchpoints().filter(|card| card.stage == stage.id);
            let mut lanes: Vec<i64> = cards.map(|card| card.place.x as i64).collect();
            lanes.sort_unstable();
            lanes.dedup();
            assert!(lanes.len() <= 3, "map {seed}: {lanes:?}");
            assert!(lanes.windows(2).all(|pair| pair[1] - pair[0] > CARD_WIDTH as i64), "map {seed}");
        }
        let again = tidied(&journey, |_| true, customers);
        assert!(again.is_empty(), "map {seed}: {again:?}");
    }
}

/// Of all pairs of cards of one stage, how many stand in another order than before.
fn swapped(before: &Journey, after: &Journey) -> (usize, usize) {
    let (mut swapped, mut all) = (0, 0);
    let cards: Vec<&Touchpoint> = before.touchpoints().collect();
    for (index, one) in cards.iter().enumerate() {
        for other in cards[..index].iter().filter(|other| other.stage == one.stage) {
            let order = |journey: &Journey| {
                let at = |card: &Touchpoint| {
                    let place = place(journey, card.id.0);
                    (place.x as i64, place.y as i64)
                };
                at(one).cmp(&at(other))
            };
            all += 1;
            swapped += usize::from(order(before) != order(after));
        }
    }
    (swapped, all)
}

#[test]
fn one_more_edge_changes_little() {
    let (mut changed, mut pairs) = (0, 0);
    for seed in 0..30 {
        let story = random_map::story(seed);
        let before = tidy(&story.journey);
        let count = before.len() as i64;
        let ends = (0..count).map(|step| (1 + (step * 7 + seed as i64) % count, 1 + (step * 11 + 5) % count));
        let is_new = |&(from, to): &(i64, i64)| {
            let is_there = |each: &&Transition| (each.from.0, each.to.0) == (from, to);
            from != to && !before.transitions().iter().any(is_there)
        };
        let edge = { ends }.find(is_new).unwrap();
        let drawn = rebuilt(&before, &[], Some(edge));
        assert_eq!(swapped(&before, &drawn).0, 0, "drawing moves no card");
        let (some, all) = swapped(&before, &tidy(&drawn));
        (changed, pairs) = (changed + some, pairs + all);
    }
    println!("one more edge swaps {changed} of {pairs} pairs");
    assert!(100 * changed <= 3 * pairs, "{changed} of {pairs}");
}

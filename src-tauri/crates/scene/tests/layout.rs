//! Where cards stand, and where they belong that are put somewhere.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use model::{Journey, Lifecycle, Place, StageId, Touchpoint, TouchpointId};
use scene::{CARD_WIDTH, Layout, NewCard, Rect, Side, Wanted};

fn journey(touchpoints: Vec<Touchpoint>) -> Journey {
    let stages = vec![fixtures::stage(1, "One"), fixtures::stage(2, "Two"), fixtures::stage(3, "Three")];
    Journey::build(fixtures::map("Hands", Lifecycle::Linear), stages, touchpoints, Vec::new()).unwrap()
}

#[test]
fn a_card_belongs_where_its_middle_is() {
    let journey = journey(vec![fixtures::touchpoint(1, 2, "Wide", (400.0, 24.0))]);
    let layout = Layout::of(&journey);
    let [one, two, three] = layout.grounds() else { panic!("three columns") };
    let [one, two, three] = [one, two, three].map(|ground| ground.rect);
    assert_eq!((one.x, one.width), (0.0, 272.0));
    assert_eq!((two.x, two.width), (312.0, 640.0), "a column reaches beyond its rightmost card");
    let check = |left: f64, top: f64, stage: i64, place: (f64, f64)| {
        let expected = (StageId(stage), Place { x: place.0, y: place.1 });
        assert_eq!(layout.landing(left, top), Some(expected), "{left}, {top}");
    };
    check(32.0, 24.0, 1, (32.0, 24.0));
    check(-900.0, -50.0, 1, (0.0, 0.0));
    check(187.0, 13.0, 1, (184.0, 16.0));
    check(188.0, 13.0, 2, (0.0, 16.0));
    check(two.x + 100.0, 101.0, 2, (104.0, 104.0));
    check(three.x + 50_000.0, 40.0, 3, (50_000.0, 40.0));
    check(f64::NAN, f64::INFINITY, 1, (0.0, 0.0));
}

#[test]
fn a_column_is_as_wide_as_was_asked_or_as_its_cards_need() {
    let width = |asked: Option<u32>, card: f64| {
        let mut stages = vec![fixtures::stage(1, "One"), fixtures::stage(2, "Two")];
        stages[0].details.width = asked;
        let cards = vec![fixtures::touchpoint(1, 1, "Card", (card, 24.0))];
        let map = fixtures::map("Wide", Lifecycle::Linear);
        let journey = Journey::build(map, stages, cards, Vec::new()).unwrap();
        let layout = Layout::of(&journey);
        let [one, two] = layout.grounds() else { panic!("two columns") };
        (one.rect.width, two.rect.x)
    };
    assert_eq!(width(None, 32.0), (272.0, 312.0));
    assert_eq!(width(Some(600), 32.0), (600.0, 640.0));
    assert_eq!(width(Some(300), 400.0), (640.0, 680.0), "never so narrow that a card stands beside it");
    assert_eq!(width(Some(0), 32.0), (272.0, 312.0));
    assert_eq!(width(Some(u32::MAX), 32.0), (10_000.0, 10_040.0));
}

#[test]
fn a_card_that_is_put_where_it_stands_stays() {
    let story = fixtures::shop();
    let layout = Layout::of(&story.journey);
    for touchpoint in story.journey.touchpoints() {
        let card = layout.rect_of(touchpoint.id).unwrap();
        assert_eq!(layout.landing(card.x, card.y), Some((touchpoint.stage, touchpoint.place)));
    }
    assert_eq!(layout.rect_of(TouchpointId(99)), None);
}

#[test]
fn a_map_without_stages_has_no_place() {
    let journey =
        Journey::build(fixtures::map("None", Lifecycle::Linear), Vec::new(), Vec::new(), Vec::new()).unwrap();
    assert_eq!(Layout::of(&journey).landing(0.0, 0.0), None);
}

#[test]
fn tidy_places_do_not_touch_and_keep_a_column_in_shape() {
    let places: Vec<Place> = (0..400).map(Layout::tidy_place).collect();
    let rects: Vec<Rect> =
        places.iter().map(|place| Rect::new(place.x, place.y, CARD_WIDTH, 112.0).grown(8.0)).collect();
    for (index, rect) in rects.iter().enumerate() {
        assert!(rects[..index].iter().all(|other| !other.overlaps(rect)), "place {index}");
    }
    let lanes =
        |count: usize| places[..count].iter().map(|place| place.x).fold(0.0, f64::max) as usize / 304 + 1;
    assert_eq!([8, 9, 16, 17, 60, 125].map(lanes), [1, 2, 2, 2, 3, 4]);
}

#[test]
fn a_free_place_is_the_first_that_no_card_touches() {
    let mut touchpoints = Vec::new();
    for id in 1..=20 {
        let place = Layout::of(&journey(touchpoints.clone())).free_place(StageId(1));
        assert_eq!(place, Layout::tidy_place(id as usize - 1));
        touchpoints.push(fixtures::touchpoint(id, 1, "Card", (place.x, place.y)));
    }
    let stray = journey(vec![fixtures::touchpoint(1, 1, "Stray", (100.0, 100.0))]);
    let layout = Layout::of(&stray);
    assert_eq!(layout.free_place(StageId(1)), Layout::tidy_place(2), "the stray card touches the first two");
    assert_eq!(layout.free_place(StageId(2)), Layout::tidy_place(0));
}

/// The journey with one more touchpoint, put where a new card is to be.
fn with_new(touchpoints: &[Touchpoint], new: &NewCard) -> (Journey, TouchpointId) {
    let (stage, place) =
        Layout::of(&journey(touchpoints.to_vec())).landing(new.plate.rect.x, new.plate.rect.y).unwrap();
    let id = touchpoints.len() as i64 + 1;
    let added = Touchpoint { stage, place, ..fixtures::touchpoint(id, 1, "New", (0.0, 0.0)) };
    (journey(touchpoints.iter().cloned().chain([added]).collect()), TouchpointId(id))
}

#[test]
fn a_new_card_stands_where_it_was_said_to() {
    let cards = vec![fixtures::touchpoint(1, 2, "Alone", (32.0, 200.0))];
    let wanted = [
        (Wanted::At { x: 140.0, y: 101.0 }, (40.0, 64.0)),
        (Wanted::At { x: -3_000.0, y: -10.0 }, (0.0, 0.0)),
        (Wanted::Pulled { x: 700.0, y: 240.0 }, (704.0, 208.0)),
        (Wanted::Beside { touchpoint: TouchpointId(1), side: Side::Right }, (624.0, 200.0)),
        (Wanted::Beside { touchpoint: TouchpointId(1), side: Side::Left }, (72.0, 200.0)),
        (Wanted::Beside { touchpoint: TouchpointId(1), side: Side::Bottom }, (344.0, 304.0)),
        (Wanted::Beside { touchpoint: TouchpointId(1), side: Side::Top }, (344.0, 96.0)),
    ];
    for (wanted, expected) in wanted {
        let new = Layout::of(&journey(cards.clone())).new_card(&wanted).unwrap();
        assert_eq!((new.plate.rect.x, new.plate.rect.y), expected, "{wanted:?}");
        let (journey, id) = with_new(&cards, &new);
        assert_eq!(Layout::of(&journey).rect_of(id), Some(new.plate.rect), "{wanted:?}");
    }
}

#[test]
fn cards_that_grow_beside_one_another_never_cover_one_another() {
    for side in [Side::Left, Side::Right, Side::Top, Side::Bottom] {
        let mut cards = vec![fixtures::touchpoint(1, 1, "First", (32.0, 24.0))];
        for _ in 0..12 {
            let journey = journey(cards.clone());
            let layout = Layout::of(&journey);
            let new = layout.new_card(&Wanted::Beside { touchpoint: TouchpointId(1), side }).unwrap();
            for card in &cards {
                assert!(!layout.rect_of(card.id).unwrap().overlaps(&new.plate.rect), "{side:?}: {new:?}");
            }
            let (journey, _) = with_new(&cards, &new);
            cards = journey.touchpoints().cloned().collect();
        }
    }
}

#[test]
fn there_is_no_room_beside_a_card_that_is_not_there() {
    let journey = journey(Vec::new());
    let beside = Wanted::Beside { touchpoint: TouchpointId(7), side: Side::Right };
    assert_eq!(Layout::of(&journey).new_card(&beside), None);
    let empty =
        Journey::build(fixtures::map("None", Lifecycle::Linear), Vec::new(), Vec::new(), Vec::new()).unwrap();
    assert_eq!(Layout::of(&empty).new_card(&Wanted::At { x: 0.0, y: 0.0 }), None);
}

/// Three stages with three cards each, one below another, and transitions.
fn connected(ends: &[(i64, i64)], narrow: bool) -> Journey {
    let cards = (0..9).map(|index| {
        let row = f64::from(index % 3);
        let place = (if narrow { 0.0 } else { 64.0 }, if narrow { 72.0 } else { 144.0 } * row);
        fixtures::touchpoint(i64::from(index) + 1, i64::from(index / 3) + 1, "Card", place)
    });
    let stages = vec![fixtures::stage(1, "One"), fixtures::stage(2, "Two"), fixtures::stage(3, "Three")];
    let map = fixtures::map("Joined", Lifecycle::Linear);
    Journey::build(map, stages, cards.collect(), fixtures::transitions(ends)).unwrap()
}

fn rects(journey: &Journey) -> Vec<Rect> {
    let layout = Layout::of(journey);
    journey.touchpoints().map(|each| layout.rect_of(each.id).unwrap()).collect()
}

#[test]
fn an_edge_for_which_there_is_room_moves_no_card() {
    let mut ends = Vec::new();
    let before = rects(&connected(&ends, false));
    for edge in [(1, 4), (4, 7), (4, 5), (2, 5), (5, 8), (9, 6)] {
        ends.push(edge);
        assert_eq!(rects(&connected(&ends, false)), before, "{edge:?}");
    }
}

#[test]
fn cards_give_way_where_there_is_no_room_and_are_put_where_they_stand() {
    let ends = [(1, 2), (2, 3), (1, 3), (3, 1), (4, 4), (4, 6), (1, 9), (9, 2), (5, 7), (8, 1), (2, 8)];
    let journey = connected(&ends, true);
    let (before, after) = (rects(&connected(&[], true)), rects(&journey));
    assert!(before.iter().zip(&after).all(|(one, other)| other.x >= one.x && other.y >= one.y));
    assert!(after[1].y > before[1].y && after[3].x > before[3].x, "{after:?}");
    let layout = Layout::of(&journey);
    for touchpoint in journey.touchpoints() {
        let card = layout.rect_of(touchpoint.id).unwrap();
        assert_eq!(layout.landing(card.x, card.y), Some((touchpoint.stage, touchpoint.place)));
    }
    // Cards that stand in a row or a column stay in it.
    let is_one = |one: f64, other: f64| (one - other).abs() < 1e-9;
    for (one, other) in [(0, 3), (3, 6), (1, 4), (2, 8)] {
        assert!(is_one(after[one].y, after[other].y));
    }
    for (one, other) in [(0, 1), (1, 2), (3, 5), (6, 7)] {
        assert!(is_one(after[one].x, after[other].x));
    }
}

//! The order in which a map is read without eyes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use chrono_tz::Tz;
use model::{Journey, Level, Lifecycle};
use scene::{Extras, Locale, Outline, Picture, Reading, Theme, lay_out};

/// The outline of a map whose stages hold these touchpoints, from top to bottom.
fn outline(stages: &[&[i64]], ends: &[(i64, i64)]) -> Outline {
    let cards = stages.iter().enumerate().flat_map(|(stage, ids)| {
        let card = move |(row, &id): (usize, &i64)| {
            fixtures::touchpoint(id, stage as i64 + 1, "Card", (32.0, 100.0 * row as f64))
        };
        ids.iter().enumerate().map(card)
    });
    let journey = Journey::build(
        fixtures::map("Read", Lifecycle::Linear),
        (1..=stages.len() as i64).map(|id| fixtures::stage(id, &format!("Stage {id}"))).collect(),
        cards.collect(),
        fixtures::transitions(ends),
    )
    .unwrap();
    let picture = Picture {
        journey: &journey,
        personas: &[],
        evidence: None,
        reading: Reading::default(),
        extras: Extras::default(),
        made: None,
        theme: Theme::Light,
        locale: Locale::En,
        zone: Tz::UTC,
    };
    lay_out(&picture).outline
}

fn walks(stages: &[&[i64]], ends: &[(i64, i64)], expected: &[i64]) {
    let expected: Vec<String> = expected.iter().map(|id| format!("touchpoint-{id}")).collect();
    assert_eq!(outline(stages, ends).walk, expected);
}

#[test]
fn the_keyboard_walks_along_the_transitions_from_the_first_stage_on() {
    walks(&[&[1, 2], &[3, 4]], &[(1, 4), (2, 3)], &[1, 4, 2, 3]);
}

#[test]
fn of_several_ways_the_one_further_up_is_walked_first_and_to_its_end() {
    walks(&[&[1], &[3, 2], &[4]], &[(1, 2), (1, 3), (3, 4)], &[1, 3, 4, 2]);
}

#[test]
fn circles_and_loops_are_walked_once_and_nothing_is_left_out() {
    walks(&[&[1], &[2], &[3, 9]], &[(1, 2), (2, 3), (3, 1), (2, 2)], &[1, 2, 3, 9]);
}

#[test]
fn cards_are_in_their_stages_and_lead_onwards() {
    let outline = outline(&[&[2, 1], &[3]], &[(1, 3), (1, 2)]);
    let stages: Vec<&str> = outline.stages.iter().map(|stage| stage.item.as_str()).collect();
    assert_eq!(stages, ["stage-1", "stage-2"]);
    let cards: Vec<&str> = outline.stages[0].cards.iter().map(|card| card.item.as_str()).collect();
    assert_eq!(cards, ["touchpoint-2", "touchpoint-1"]);
    assert_eq!(outline.stages[0].cards[1].onwards, ["transition-1", "transition-2"]);
    assert!(outline.stages[1].cards[0].onwards.is_empty() && outline.ghosts.is_empty());
}

#[test]
fn every_item_that_is_read_is_painted() {
    let story = fixtures::shop();
    let scene = lay_out(&Picture { personas: &[], ..fixtures::picture(&story, Level::Touchpoint) });
    let outline = &scene.outline;
    let cards = outline.stages.iter().flat_map(|stage| &stage.cards);
    let onwards = cards.clone().flat_map(|card| &card.onwards);
    let stages = outline.stages.iter().map(|stage| &stage.item);
    let read: Vec<&String> =
        stages.chain(cards.clone().map(|card| &card.item)).chain(onwards).chain(&outline.ghosts).collect();
    for id in &read {
        let item = scene.items.iter().find(|item| item.id == **id).unwrap();
        assert!(!item.label.is_empty(), "{id} says what it is");
    }
    assert_eq!(read.len(), 5 + 12 + 16 + outline.ghosts.len());
    assert!(!outline.ghosts.is_empty());
    assert_eq!(outline.walk.len(), 12);
}

#[test]
fn lanes_are_read_with_their_cells_and_hidden_ones_are_not() {
    let story = fixtures::laned();
    let picture = Picture {
        journey: &story.journey,
        personas: &[],
        evidence: None,
        reading: Reading::default(),
        extras: Extras::default(),
        made: None,
        theme: Theme::Light,
        locale: Locale::En,
        zone: Tz::UTC,
    };
    let scene = lay_out(&picture);
    let lanes: Vec<_> =
        scene.outline.lanes.iter().map(|lane| (lane.item.as_str(), lane.cells.len())).collect();
    assert_eq!(
        lanes,
        [
            ("lane-1", 0),
            ("lane-2", 5),
            ("lane-3", 0),
            ("lane-4", 5),
            ("lane-5", 5),
            ("lane-6", 0),
            ("lane-8", 5)
        ]
    );
    let label = |id: &str| &scene.items.iter().find(|item| item.id == id).unwrap().label;
    assert!(label("lane-1").contains("Checkout and payment: very negative."));
    assert!(label("lane-3").contains("Discover: Search, Advertisement, In person."));
    assert_eq!(label("cell-2-3"), "Thoughts, in stage Buy: nothing written.");
    assert_eq!(label("cell-4-4"), "Front stage, in stage Receive: The courier rings.");
}

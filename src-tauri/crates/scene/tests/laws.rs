//! What holds for every journey, whatever its titles and places.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use chrono_tz::Tz;
use model::{ChannelKind, Journey, Level, Lifecycle, Question, Sentiment, Touchpoint};
use proptest::prelude::*;
use scene::{
    Among, Anchor, Evidence, Extras, Locale, Picture, Primitive, Reading, Scene, SceneItem, Subject,
    SvgOptions, Theme, changes, lay_out, svg, text_width,
};

/// A title, a place and what a touchpoint may have.
type Card = (String, (f64, f64), Option<usize>, Option<usize>);

fn titles() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z ]{1,40}",
        "\\PC{0,60}",
        prop::collection::vec(any::<char>(), 0..80).prop_map(|all| all.into_iter().collect()),
        "[\u{5d0}-\u{5ea}\u{627}-\u{64a}a-z !()]{1,50}",
        "[😀-😎👩🏽\u{200d}\u{fe0f}\u{301} x]{1,60}",
    ]
}

fn cards() -> impl Strategy<Value = Vec<Card>> {
    let place = prop_oneof![
        4 => (0.0..900.0, 0.0..900.0),
        1 => (-1e9..1e9, -1e300..1e300),
    ];
    let card = (titles(), place, prop::option::of(0..17_usize), prop::option::of(0..5_usize));
    prop::collection::vec(card, 1..14)
}

fn journey(title: &str, cards: &[Card], ends: &[(usize, usize)]) -> Journey {
    let touchpoints =
        cards.iter().enumerate().map(|(index, (title, place, channel, sentiment))| Touchpoint {
            channel: channel.map(|channel| ChannelKind::ALL[channel].into()),
            sentiment: sentiment.map(|sentiment| Sentiment::ALL[sentiment]),
            ..fixtures::touchpoint(index as i64 + 1, index as i64 % 3 + 1, title, *place)
        });
    let count = cards.len();
    let ends: std::collections::BTreeSet<(i64, i64)> =
        ends.iter().map(|(from, to)| ((from % count) as i64 + 1, (to % count) as i64 + 1)).collect();
    Journey::build(
        fixtures::map(title, Lifecycle::Circular),
        vec![fixtures::stage(1, title), fixtures::stage(2, "Second"), fixtures::stage(3, "Third")],
        touchpoints.collect(),
        fixtures::transitions(&ends.into_iter().collect::<Vec<_>>()),
    )
    .unwrap()
}

fn scene(journey: &Journey, level: Option<Level>, theme: Theme) -> Scene {
    let entries: Vec<_> = journey.touchpoints().map(|each| (each.id.0, 1_000, 50, 20)).collect();
    let moves: Vec<_> =
        journey.transitions().iter().map(|each| (each.from.0, each.to.0, 5 * each.id.0 as u64)).collect();
    let touchpoints = fixtures::overlay(journey, Question::new(Level::Touchpoint), &entries, &moves);
    let stages = fixtures::overlay(
        journey,
        Question::new(Level::Stage),
        &[(1, 900, 10, 5), (2, 500, 20, 0), (3, 20, 1, 1)],
        &[(1, 2, 400), (1, 3, 30), (2, 1, 50), (2, 3, 90), (3, 1, 12)],
    );
    let among = Among::Segment("A & B".to_owned());
    lay_out(&Picture {
        journey,
        personas: &fixtures::named(&["Somebody", "Somebody else"]),
        evidence: level.map(|level| Evidence {
            stages: &stages,
            touchpoints: &touchpoints,
            level,
            among: &among,
            customers: 12_345,
            first: None,
            against: None,
            stakes: None,
            measured: &[],
        }),
        reading: Reading::default(),
        extras: Extras::default(),
        made: None,
        theme,
        locale: Locale::Nl,
        zone: Tz::UTC,
    })
}

/// The left and right end of a line of text, as measured.
fn reach(primitive: &Primitive) -> Option<(f64, f64, f64, f64)> {
    let Primitive::Text { x, y, text, size, weight, anchor, .. } = primitive else { return None };
    let width = text_width(text, *size, *weight);
    let left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Some((left, left + width, y - size, y + size * 0.25))
}

fn text_stays_in_its_card(item: &SceneItem) -> Result<(), TestCaseError> {
    for primitive in &item.primitives {
        let Some((left, right, top, bottom)) = reach(primitive) else { continue };
        let card = &item.bounds;
        prop_assert!(left >= card.x - 0.5 && right <= card.right() + 0.5, "{primitive:?} leaves {card:?}");
        // The drop-off stands on the lower rim.
        prop_assert!(top >= card.y && bottom <= card.bottom() + 10.0, "{primitive:?} leaves {card:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_journey_has_a_sound_picture(
        title in titles(),
        cards in cards(),
        ends in prop::collection::vec((0..14_usize, 0..14_usize), 0..24),
        level in prop::option::of(prop_oneof![Just(Level::Stage), Just(Level::Touchpoint)]),
    ) {
        let journey = journey(&title, &cards, &ends);
        let scene = scene(&journey, level, Theme::Light);
        let text = svg(&scene, &SvgOptions::default());
        prop_assert_eq!(&text, &svg(&self::scene(&journey, level, Theme::Light), &SvgOptions::default()));
        prop_assert!(usvg::roxmltree::Document::parse(&text).is_ok(), "{}", text);
        let placed = SvgOptions { place_fallbacks: true, ..SvgOptions::default() };
        prop_assert!(usvg::roxmltree::Document::parse(&svg(&scene, &placed)).is_ok());
        for item in scene.items.iter().filter(|item| matches!(item.subject, Subject::Touchpoint { .. })) {
            text_stays_in_its_card(item)?;
        }
        let ids: std::collections::BTreeSet<_> = scene.items.iter().map(|item| &item.id).collect();
        prop_assert_eq!(ids.len(), scene.items.len(), "each item has a name of its own");
    }

    #[test]
    fn changes_turn_the_scene_before_into_the_scene_after(
        before in cards(),
        after in cards(),
        ends in prop::collection::vec((0..14_usize, 0..14_usize), 0..24),
    ) {
        let before = scene(&journey("Before", &before, &ends), Some(Level::Touchpoint), Theme::Light);
        let after = scene(&journey("After", &after, &ends[ends.len() / 2..]), Some(Level::Stage), Theme::Dark);
        prop_assert_eq!(changes(&before, &after).apply(&before), after);
    }

    #[test]
    fn labels_lie_neither_on_cards_nor_on_one_another(
        cards in cards(),
        ends in prop::collection::vec((0..14_usize, 0..14_usize), 0..24),
    ) {
        let scene = scene(&journey("Labels", &cards, &ends), Some(Level::Touchpoint), Theme::Light);
        let is_label = |item: &&SceneItem| item.id.starts_with("transition-") && item.label.is_empty();
        let labels: Vec<_> = scene.items.iter().filter(is_label).collect();
        let touchpoints = scene.items.iter().filter(|item| matches!(item.subject, Subject::Touchpoint { .. }));
        for card in touchpoints {
            for label in &labels {
                prop_assert!(!label.bounds.overlaps(&card.bounds));
            }
        }
        for (index, label) in labels.iter().enumerate() {
            prop_assert!(labels[..index].iter().all(|other| !other.bounds.overlaps(&label.bounds)));
        }
    }
}

#[test]
fn nothing_changes_between_equal_scenes() {
    let card = |title: &str| (title.to_owned(), (40.0, 40.0), Some(3), None);
    let journey = journey("Same", &[card("One"), card("Two")], &[(0, 1)]);
    let scene = scene(&journey, Some(Level::Touchpoint), Theme::Light);
    let changes = changes(&scene, &scene.clone());
    assert!(changes.changed.is_empty() && changes.removed.is_empty() && changes.order.is_none());
}

#[test]
fn the_smallest_maps_have_a_picture() {
    for stages in [vec![], vec![fixtures::stage(1, "Only")]] {
        let journey =
            Journey::build(fixtures::map("Empty", Lifecycle::Circular), stages, Vec::new(), Vec::new())
                .unwrap();
        let scene = lay_out(&Picture {
            journey: &journey,
            personas: &[],
            evidence: None,
            reading: Reading::default(),
            extras: Extras::default(),
            made: None,
            theme: Theme::Light,
            locale: Locale::En,
            zone: Tz::UTC,
        });
        assert!(scene.bounds.width > 700.0 && scene.bounds.height > 200.0);
    }
}

//! One customer's way over a map.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use chrono_tz::Tz;
use model::TouchpointId;
use scene::{Extras, Locale, Picture, Primitive, Reading, Theme, Way, lay_out};

fn picture(story: &fixtures::Story, locale: Locale) -> Picture<'_> {
    Picture {
        journey: &story.journey,
        personas: &[],
        evidence: None,
        reading: Reading::default(),
        extras: Extras::default(),
        made: None,
        theme: Theme::Light,
        locale,
        zone: Tz::UTC,
    }
}

fn way(visits: &[i64]) -> Way {
    let visits: Vec<TouchpointId> = visits.iter().map(|&id| TouchpointId(id)).collect();
    scene::way(&picture(&fixtures::shop(), Locale::En), &visits)
}

fn ids(layer: &Way) -> Vec<&str> {
    layer.items.iter().map(|item| item.id.as_str()).collect()
}

#[test]
fn each_way_is_one_curve_in_the_order_of_going() {
    let layer = way(&[3, 5, 3, 5, 8]);
    assert_eq!(layer.lit, ["touchpoint-3", "touchpoint-5", "touchpoint-8"]);
    let expected = ["leg-3-5", "leg-5-3", "leg-5-8", "visits-3", "visits-5", "visits-8"];
    assert_eq!(ids(&layer), expected);
    // What was gone twice is wider, and what stays bright is in the scene.
    let width = |index: usize| {
        let strokes = layer.items[index].primitives.iter().filter_map(|primitive| match primitive {
            Primitive::Path { stroke: Some(stroke), .. } => Some(stroke.width),
            _ => None,
        });
        strokes.fold(0.0, f64::max)
    };
    assert!(width(0) > width(1));
    let story = fixtures::shop();
    let scene = lay_out(&picture(&story, Locale::En));
    assert!(layer.lit.iter().all(|id| scene.items.iter().any(|item| item.id == *id)));
}

#[test]
fn visits_are_numbered_beside_their_cards() {
    let layer = way(&[3, 5, 3, 5, 3, 5, 3]);
    let said = |id: &str| -> String {
        let item = layer.items.iter().find(|item| item.id == id).unwrap();
        let text = item.primitives.iter().find_map(|primitive| match primitive {
            Primitive::Text { text, .. } => Some(text.clone()),
            _ => None,
        });
        text.unwrap()
    };
    assert_eq!(said("visits-3"), "1 · 3 · 5 · +1");
    assert_eq!(said("visits-5"), "2 · 4 · 6");
}

#[test]
fn a_way_is_told_in_both_languages() {
    let story = fixtures::shop();
    let visits = [3, 5, 3, 5].map(TouchpointId);
    let title = |id: i64| story.journey.touchpoints().find(|each| each.id.0 == id).unwrap().title.clone();
    let (from, to) = (title(3), title(5));
    let label =
        |locale, index: usize| scene::way(&picture(&story, locale), &visits).items[index].label.clone();
    assert_eq!(label(Locale::En, 0), format!("Way from {from} to {to}, taken 2 times."));
    assert_eq!(label(Locale::En, 1), format!("Way from {to} to {from}, taken once."));
    assert_eq!(label(Locale::Nl, 0), format!("Pad van {from} naar {to}, 2 keer afgelegd."));
    assert_eq!(label(Locale::Nl, 2), format!("{from} is 2 keer bezocht, voor het eerst als bezoek 1."));
}

#[test]
fn nobody_went_nowhere() {
    assert_eq!(way(&[]), Way { lit: Vec::new(), items: Vec::new(), visits: 0 });
    assert_eq!(ids(&way(&[3])), ["visits-3"]);
    assert_eq!(ids(&way(&[99, 3, 99, 3])), ["leg-3-3", "visits-3"], "what is not on the map is left out");
}

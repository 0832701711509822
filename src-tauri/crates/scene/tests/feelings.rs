//! The emotion curves of several personas, and whose feelings stand on cards.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use std::collections::BTreeSet;

use fixtures::Story;
use model::{Level, PersonaId, TouchpointId};
use scene::{
    Anchor, Evidence, Lens, Picture, Primitive, Reading, Rect, Scene, SceneItem, lay_out, text_width,
};

/// No text of a lane lies on another, and none leaves the lane.
fn assert_apart(lane: &SceneItem) {
    let texts = texts(lane);
    for (index, (text, one)) in texts.iter().enumerate() {
        let others = texts.iter().skip(index + 1);
        for (over, other) in others {
            let apart = one.right() <= other.x
                || other.right() <= one.x
                || one.bottom() <= other.y
                || other.bottom() <= one.y;
            assert!(apart, "“{text}” lies on “{over}”");
        }
        let is_within = one.x >= lane.bounds.x
            && one.right() <= lane.bounds.right() + 0.1
            && one.y >= lane.bounds.y
            && one.bottom() <= lane.bounds.bottom() + 0.1;
        assert!(is_within, "{text}");
    }
}

fn story() -> Story {
    fixtures::felt(&["Nora, new to the shop", "Tom", "Lena, loyal regular"])
}

fn scene(story: &Story) -> Scene {
    lay_out(&fixtures::picture(story, Level::Touchpoint))
}

fn lane(scene: &Scene) -> &SceneItem {
    scene.items.iter().find(|item| item.id == "lane-1").unwrap()
}

/// The lines of a lane that are neither level nor filled: the curves and the samples of them.
fn strokes(item: &SceneItem) -> Vec<(&str, &str, &[f64])> {
    let wide = |primitive: &'_ Primitive| matches!(primitive, Primitive::Path { fill: None, stroke: Some(stroke), .. } if stroke.width > 2.0);
    let of = |primitive| match primitive {
        &Primitive::Path { ref d, stroke: Some(ref stroke), .. } => {
            (d.as_str(), stroke.colour.as_str(), stroke.dash.as_slice())
        }
        _ => unreachable!("it is a line"),
    };
    item.primitives.iter().filter(|primitive| wide(primitive)).map(of).collect()
}

fn with_measured(story: &Story) -> Scene {
    let measured = fixtures::measured();
    let picture = fixtures::picture(story, Level::Touchpoint);
    let evidence = picture.evidence.map(|evidence| Evidence { measured: &measured, ..evidence });
    lay_out(&Picture { evidence, ..picture })
}

fn texts(item: &SceneItem) -> Vec<(String, Rect)> {
    let of = |primitive: &Primitive| match *primitive {
        Primitive::Text { x, y, ref text, size, weight, anchor, .. } => {
            let width = text_width(text, size, weight);
            let left = match anchor {
                Anchor::Start => x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            Some((text.clone(), Rect::new(left, y - 0.73 * size, width, 0.73 * size)))
        }
        _ => None,
    };
    item.primitives.iter().filter_map(of).collect()
}

#[test]
fn each_persona_has_a_curve_that_is_told_from_others_without_colours() {
    let scene = scene(&story());
    let lane = lane(&scene);
    let strokes = strokes(lane);
    let curves: Vec<_> = strokes.iter().filter(|(d, ..)| d.contains('C')).collect();
    assert_eq!(curves.len(), 3);
    let dashes: BTreeSet<String> = curves.iter().map(|(.., dash)| format!("{dash:?}")).collect();
    let colours: BTreeSet<&str> = curves.iter().map(|(_, colour, _)| *colour).collect();
    assert_eq!((dashes.len(), colours.len()), (3, 3));
    // The key has a sample of each beside its name, in the order of the map.
    for (_, colour, dash) in &curves {
        let is_sample = |(d, other, dashed): &&(&str, &str, &[f64])| {
            !d.contains('C') && (other, dashed) == (colour, dash)
        };
        assert_eq!(strokes.iter().filter(is_sample).count(), 1);
    }
    let texts = texts(lane);
    let names = ["Nora, new to the shop", "Tom", "Lena, loyal regular"];
    let places: Vec<f64> =
        names.iter().map(|name| texts.iter().find(|(text, _)| text == name).unwrap().1.x).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_apart(lane);
    assert!(lane.label.contains("Checkout and payment: Nora, new to the shop very negative; Tom positive; Lena, loyal regular very negative."), "{}", lane.label);
    assert!(lane.label.contains("Tom negative, “Three tabs, and none says what shipping costs.”"));
}

#[test]
fn each_point_is_where_its_feeling_is_and_none_hides_another() {
    let story = story();
    let scene = scene(&story);
    let feelings = &lane(&scene).zones.feelings;
    let points: Vec<(f64, f64)> = feelings
        .iter()
        .map(|point| {
            let touchpoint = story.journey.touchpoint(point.touchpoint).unwrap();
            let (sentiment, _) = story.journey.feeling(touchpoint, point.persona.unwrap());
            (point.x, point.best + (5 - sentiment.unwrap().score()) as f64 * point.step)
        })
        .collect();
    assert_eq!(points.len(), 8 + 9 + 6);
    for (index, (x, y)) in points.iter().enumerate() {
        let near = points.iter().skip(index + 1).filter(|other| (x - other.0).hypot(y - other.1) < 11.0);
        assert_eq!(near.count(), 0, "at {x}, {y}");
        let is_mark = |primitive: &Primitive| matches!(primitive, Primitive::Path { d, fill: Some(_), .. } if first_point(d).is_some_and(|at| (at.0 - x).hypot(at.1 - y) < 8.5));
        assert!(lane(&scene).primitives.iter().any(is_mark), "no mark at {x}, {y}");
    }
}

fn first_point(d: &str) -> Option<(f64, f64)> {
    let start = d.strip_prefix('M')?;
    let end = start.find(|each: char| each.is_ascii_alphabetic())?;
    let (x, y) = start[..end].split_once(' ')?;
    Some((x.parse().ok()?, y.parse().ok()?))
}

#[test]
fn one_that_is_shown_alone_has_the_curve_and_the_cards_to_itself() {
    let story = story();
    let alone = |place: usize| Story {
        personas: story.personas[place..=place].to_vec(),
        journey: story.journey.clone(),
        stages: story.stages.clone(),
        touchpoints: story.touchpoints.clone(),
    };
    let (nora, tom) = (scene(&alone(0)), scene(&alone(1)));
    let of = |scene: &Scene| -> BTreeSet<Option<PersonaId>> {
        lane(scene).zones.feelings.iter().map(|point| point.persona).collect()
    };
    assert_eq!(of(&nora), BTreeSet::from([Some(PersonaId(1))]));
    assert_eq!(of(&tom), BTreeSet::from([Some(PersonaId(2))]));
    let label = |scene: &Scene, id: i64| {
        let touchpoint = TouchpointId(id);
        let item = scene.items.iter().find(|item| item.subject == scene::Subject::Touchpoint { touchpoint });
        item.unwrap().label.clone()
    };
    assert!(label(&nora, 8).contains("Sentiment: very negative."), "{}", label(&nora, 8));
    assert!(label(&tom, 8).contains("Sentiment: positive."), "{}", label(&tom, 8));
    assert!(texts(lane(&tom)).iter().any(|(text, _)| text == "Tom"), "it says whose it is");
    // So does the lens: of those that Tom feels at, four are content.
    let told = alone(1);
    let reading = Reading { lens: Lens::Emotion, ..Reading::default() };
    let legend = lay_out(&Picture { reading, ..fixtures::picture(&told, Level::Touchpoint) });
    let legend = legend.items.iter().find(|item| item.id == "legend").unwrap().clone();
    assert!(texts(&legend).iter().any(|(text, _)| text == "5"), "five touchpoints please Tom");
}

#[test]
fn a_map_of_one_persona_says_nothing_of_whose_curve_it_is() {
    let story = fixtures::felt(&["Nora"]);
    let scene = scene(&story);
    assert!(lane(&scene).zones.feelings.iter().all(|point| point.persona.is_none()));
    assert!(texts(lane(&scene)).iter().all(|(text, _)| text != "Nora"));
}

#[test]
fn what_was_measured_stands_beside_what_is_felt_with_its_count() {
    for story in [story(), fixtures::felt(&["Nora"])] {
        let scene = with_measured(&story);
        let lane = lane(&scene);
        assert_apart(lane);
        let measured: Vec<(i64, u64)> =
            lane.zones.measured.iter().map(|zone| (zone.touchpoint.0, zone.answered)).collect();
        // About the fifth too few answered.
        assert_eq!(measured, [(3, 48), (7, 1311), (8, 260), (12, 12)]);
        for zone in &lane.zones.measured {
            let (rect, bounds) = (zone.rect, lane.bounds);
            assert!(rect.y >= bounds.y && rect.bottom() <= bounds.bottom() && rect.x >= 0.0, "{zone:?}");
        }
        let texts = texts(lane);
        assert!(texts.iter().any(|(text, _)| text == "+0.9 · 48"), "{texts:?}");
        assert!(lane.label.contains("Measured +0.9 (+0.6 to +1.2) by 48 answers."), "{}", lane.label);
        let legend = scene.items.iter().find(|item| item.id == "legend").unwrap();
        assert!(legend.label.contains("Measured feeling: "), "{}", legend.label);
    }
}

#[test]
fn what_was_measured_is_marked_where_it_disagrees_with_all_that_is_felt() {
    let differs = |story: &Story| {
        let scene = with_measured(story);
        let lane = lane(&scene);
        lane.label.matches("This clearly differs from what was set.").count()
    };
    // At the third +0.6 to +1.2, and two are very positive; at the eighth −0.8 to −0.4, where one is positive and two are very
    // negative. At the seventh all are positive, as is what they answered, and at the twelfth one of two feels neither.
    let story = story();
    assert_eq!(differs(&story), 2);
    assert_eq!(differs(&fixtures::felt(&["Nora"])), 3);
    let plain = lane(&scene(&story)).clone();
    assert!(plain.zones.measured.is_empty() && !plain.label.contains("Measured"));
}

#[test]
fn quotes_stand_at_the_highs_and_the_lows_of_the_curves() {
    let scene = scene(&story());
    let texts = texts(lane(&scene));
    let top =
        |wanted: &str| texts.iter().find(|(text, _)| text.contains(wanted)).map(|(_, rect)| rect.y).unwrap();
    // Tom is at his lowest at the fifth, which is quoted below the curves and above the titles.
    let feelings = &lane(&scene).zones.feelings;
    let best = feelings.iter().map(|point| point.best).fold(f64::INFINITY, f64::min);
    assert!(top("“Three tabs") > best + 4.0 * feelings[0].step);
    assert!(top("“Three tabs") < top("Basket"));
}

//! What hands can touch: the zones of items say it, and they lie where it is painted.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;
mod measure;

use fixtures::Story;
use measure::flattened::Line;
use model::{Level, Lifecycle, Node, Overlay};
use scene::{Feeling, Figure, Locale, Primitive, Rect, Scene, SceneItem, Side, Subject, lay_out, text_width};

fn scene(story: &Story, level: Level) -> Scene {
    lay_out(&fixtures::picture(story, level))
}

fn scenes() -> Vec<(Story, Scene)> {
    let stories = || [fixtures::shop(), fixtures::circle(), fixtures::hostile()];
    [Level::Stage, Level::Touchpoint]
        .into_iter()
        .flat_map(|level| stories().map(|story| (scene(&story, level), story)))
        .map(|(scene, story)| (story, scene))
        .collect()
}

/// How many a figure counts, by the overlays.
fn counted(story: &Story, figure: &Figure) -> u64 {
    let overlay: &Overlay = match figure.node {
        Node::Stage(_) => &story.stages,
        Node::Touchpoint(_) => &story.touchpoints,
    };
    let is_it =
        |each: &model::Figure| (each.node, each.class, each.mode) == (figure.node, figure.class, figure.mode);
    overlay.figures().into_iter().find(is_it).unwrap().count
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    inner.x >= outer.x - 0.1
        && inner.y >= outer.y - 0.1
        && inner.right() <= outer.right() + 0.1
        && inner.bottom() <= outer.bottom() + 0.1
}

/// The lines of text of an item, each with the start of its baseline and its width.
fn lines(item: &SceneItem) -> impl Iterator<Item = (&str, f64, f64, f64)> {
    item.primitives.iter().filter_map(|primitive| match primitive {
        Primitive::Text { x, y, text, size, weight, anchor, .. } => {
            let width = text_width(text, *size, *weight);
            let left = match anchor {
                scene::Anchor::Start => *x,
                scene::Anchor::Middle => x - width / 2.0,
                scene::Anchor::End => x - width,
            };
            Some((text.as_str(), left, *y, width))
        }
        _ => None,
    })
}

#[test]
fn each_point_of_the_emotion_curve_is_where_its_feeling_is_drawn() {
    let story = fixtures::laned();
    let scene = scene(&story, Level::Touchpoint);
    let curve = scene.items.iter().find(|item| !item.zones.feelings.is_empty()).unwrap();
    let felt = story.journey.touchpoints().filter(|each| each.sentiment.is_some());
    assert_eq!(curve.zones.feelings.len(), felt.count());
    for Feeling { touchpoint, persona: _, x, best, step } in &curve.zones.feelings {
        let sentiment = story.journey.touchpoint(*touchpoint).unwrap().sentiment.unwrap();
        let y = best + (5 - sentiment.score()) as f64 * step;
        let is_there = |primitive: &Primitive| match primitive {
            Primitive::Path { d, fill: None, .. } => {
                let numbers = d.split(|each: char| each.is_ascii_alphabetic() || each == ' ' || each == ',');
                let numbers: Vec<f64> = numbers.filter_map(|each| each.parse().ok()).collect();
                numbers.windows(2).any(|at| (at[0] - x).hypot(at[1] - y) < 0.2)
            }
            _ => false,
        };
        let mut drawn = scene.items.iter().flat_map(|item| &item.primitives);
        assert!(drawn.any(is_there), "the curve is not at {x}, {y}");
    }
}

#[test]
fn each_figure_lies_on_the_number_that_it_says_it_is() {
    let mut checked = 0;
    for (story, scene) in scenes() {
        for item in &scene.items {
            for figure in &item.zones.figures {
                let within = |(_, left, baseline, width): &(&str, f64, f64, f64)| {
                    holds(&figure.rect, &Rect::new(*left, *baseline - 1.0, *width, 1.0))
                };
                let (text, ..) =
                    lines(item).find(within).unwrap_or_else(|| panic!("{}: {figure:?}", item.id));
                let count = Locale::En.count(counted(&story, figure));
                let words = || text.split([' ', '\u{a0}']);
                assert!(words().any(|word| word == count), "{}: “{text}” does not say {count}", item.id);
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn every_count_of_people_on_the_map_is_a_figure() {
    for (story, scene) in scenes() {
        let level =
            scene.items.iter().any(|item| item.id.starts_with("transition") && item.part_of.is_some());
        let figures = |wanted: fn(&Subject) -> bool| {
            let items = scene.items.iter().filter(move |item| wanted(&item.subject));
            items.flat_map(|item| &item.zones.figures).count()
        };
        let rated = |overlay: &Overlay| overlay.nodes.iter().filter(|node| node.drop_off.is_some()).count();
        let cards = story.touchpoints.nodes.len();
        let markers = if level { rated(&story.touchpoints) } else { 0 };
        assert_eq!(figures(|subject| matches!(subject, Subject::Touchpoint { .. })), cards + markers);
        let heads = story.stages.nodes.len() + rated(&story.stages);
        assert_eq!(figures(|subject| matches!(subject, Subject::Stage { .. })), heads);
    }
}

#[test]
fn a_card_is_pulled_by_the_middles_of_its_sides_and_written_where_its_title_stands() {
    for (_, scene) in scenes() {
        for item in &scene.items {
            let Subject::Touchpoint { .. } = item.subject else { continue };
            let (card, zones) = (&item.bounds, &item.zones);
            assert_eq!(zones.header.unwrap().rect, *card);
            for handle in &zones.handles {
                let expected = match handle.side {
                    Side::Left => (card.x, card.centre_y()),
                    Side::Right => (card.right(), card.centre_y()),
                    Side::Top => (card.centre_x(), card.y),
                    Side::Bottom => (card.centre_x(), card.bottom()),
                };
                assert_eq!((handle.x, handle.y), expected);
            }
            assert_eq!(zones.handles.len(), 4);
            assert!(holds(card, &zones.title.unwrap().rect));
        }
    }
}

#[test]
fn a_title_zone_is_around_the_lines_of_the_title() {
    for (_, scene) in scenes() {
        let titled = scene.items.iter().filter_map(|item| Some((item, item.zones.title?)));
        for (item, title) in titled {
            // A number as large as a title stands where its figure is.
            let is_figure = |x: f64, y: f64| {
                item.zones.figures.iter().any(|figure| holds(&figure.rect, &Rect::new(x, y, 0.0, 0.0)))
            };
            let is_title = |primitive: &&Primitive| matches!(primitive, Primitive::Text { x, y, size, .. } if (size - title.size).abs() < 0.1 && !is_figure(*x, *y));
            let count = item.primitives.iter().filter(is_title).count();
            let inside = lines(item).filter(|(_, left, baseline, width)| {
                holds(&title.rect, &Rect::new(*left, *baseline - 1.0, *width, 1.0))
            });
            assert_eq!(inside.count(), count, "{}", item.id);
            // A title of nothing but spaces has a line on which nothing stands.
            let rows = (title.rect.height / title.leading).round() as usize;
            assert!(rows == count || (rows == 1 && count == 0), "{}: {rows} rows, {count} lines", item.id);
        }
    }
}

#[test]
fn a_stage_holds_its_cards_and_its_header_is_above_them() {
    for (story, scene) in scenes() {
        let item = |id: String| scene.items.iter().find(|item| item.id == id).unwrap();
        for stage in story.journey.stages() {
            let zones = &item(format!("stage-{}", stage.id.0)).zones;
            let cell = zones.cell.unwrap();
            assert!(zones.header.unwrap().rect.bottom() <= cell.y);
            for figure in &zones.figures {
                assert!(figure.rect.bottom() <= cell.y);
            }
            for touchpoint in story.journey.touchpoints_of(stage.id) {
                assert!(holds(&cell, &item(format!("touchpoint-{}", touchpoint.id.0)).bounds));
            }
        }
    }
}

#[test]
fn an_edge_is_found_along_all_of_its_line() {
    for (story, scene) in scenes() {
        let edges = scene.items.iter().filter(|item| {
            let is_edge = matches!(
                item.subject,
                Subject::Transition { .. } | Subject::Ghost { .. } | Subject::StageEdge { .. }
            );
            is_edge && item.part_of.is_none()
        });
        for item in edges {
            let hit = item.zones.hit.as_ref().unwrap();
            assert!(hit.reach >= 20.0 && hit.reach >= hit.line + 8.0, "{}: {hit:?}", item.id);
            let Some(Primitive::Path { d, .. }) = item.primitives.first() else { panic!("{}", item.id) };
            let is_ring = story.journey.map().lifecycle == Lifecycle::Circular;
            // The ribbon is painted as an outline around its line.
            if let Primitive::Path { fill: Some(_), .. } = &item.primitives[0] {
                if is_ring {
                    continue;
                }
                let (outline, line) = (Line::of(d).bounds, Line::of(&hit.d).bounds);
                assert!((outline.height - hit.line).abs() < 0.11, "{}: {hit:?}", item.id);
                assert_eq!((outline.x, outline.right()), (line.x, line.right()), "{}", item.id);
                continue;
            }
            let start = |d: &str| d.split(['C', 'L', 'A']).next().unwrap().to_owned();
            assert_eq!(start(&hit.d), start(d), "{}", item.id);
            let Some(Primitive::Path { d: head, .. }) = item.primitives.last() else { panic!("{}", item.id) };
            let tip = start(head).replace('M', "");
            assert!(hit.d.ends_with(&tip), "{}: {} does not reach {tip}", item.id, hit.d);
        }
    }
}

#[test]
fn a_part_belongs_to_an_item_with_the_same_subject() {
    let mut parts = 0;
    for (_, scene) in scenes() {
        for part in scene.items.iter().filter(|item| item.part_of.is_some()) {
            let whole = scene.items.iter().find(|item| Some(&item.id) == part.part_of.as_ref()).unwrap();
            assert_eq!(whole.subject, part.subject);
            assert!(part.label.is_empty() && !whole.label.is_empty() && whole.part_of.is_none());
            parts += 1;
        }
    }
    assert!(parts > 30, "{parts}");
}

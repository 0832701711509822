//! Cells of lanes and the cards in them: they stand under what they are about, and hold all that is in them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;
mod random_map;

use fixtures::{Story, celled};
use model::{Cell, CellsBy, Journey, Lane, LaneId, LaneKind, LaneView, Level, Node};
use scene::{
    Anchor, Closeness, Primitive, Rect, Scene, SceneItem, Subject, SvgOptions, lay_out, svg, text_width,
};

fn scene_of(story: &Story) -> Scene {
    lay_out(&fixtures::picture(story, Level::Touchpoint))
}

fn item<'a>(scene: &'a Scene, id: &str) -> &'a SceneItem {
    scene.items.iter().find(|item| item.id == id).unwrap()
}

/// The cells and the cards of a lane.
fn cells<'a>(scene: &'a Scene, journey: &Journey, of: LaneId) -> Vec<&'a SceneItem> {
    let is_in = |item: &&SceneItem| match item.subject {
        Subject::Cell { lane, .. } => lane == of,
        Subject::LaneCard { card } => journey.cards().iter().any(|each| each.id == card && each.lane == of),
        _ => false,
    };
    scene.items.iter().filter(is_in).collect()
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    let slack = 2.5;
    inner.x >= outer.x - slack
        && inner.y >= outer.y - slack
        && inner.right() <= outer.right() + slack
        && inner.bottom() <= outer.bottom() + slack
}

/// The boxes of what is written and shown on an item at a level.
fn boxes(item: &SceneItem, at: Closeness) -> Vec<Rect> {
    let of = |primitive: &Primitive| match *primitive {
        Primitive::Text { x, y, ref text, size, weight, anchor, .. } => {
            let width = text_width(text, size, weight);
            let left = if anchor == Anchor::End {
                x - width
            } else if anchor == Anchor::Middle {
                x - width / 2.0
            } else {
                x
            };
            Some(Rect::new(left, y - 0.73 * size, width, 0.73 * size))
        }
        Primitive::Image { rect, .. } => Some(rect),
        _ => None,
    };
    item.seen_at(at).filter_map(of).collect()
}

fn check_story(scene: &Scene, journey: &Journey) {
    for lane in journey.lanes() {
        let ground = item(scene, &format!("lane-{}", lane.id.0)).zones.cell.unwrap();
        let all = cells(scene, journey, lane.id);
        let plain: Vec<_> = all.iter().filter(|item| matches!(item.subject, Subject::Cell { .. })).collect();
        for (index, one) in plain.iter().enumerate() {
            assert!(
                ground.y - 0.1 <= one.bounds.y && one.bounds.bottom() <= ground.bottom() + 0.1,
                "{}",
                one.id
            );
            for other in &plain[..index] {
                assert!(!one.bounds.grown(-0.1).overlaps(&other.bounds), "{} over {}", one.id, other.id);
            }
            if let Subject::Cell { of: Node::Touchpoint(touchpoint), .. } = one.subject {
                let card = item(scene, &format!("touchpoint-{}", touchpoint.0)).bounds;
                assert!(
                    one.bounds.x < card.right() && card.x < one.bounds.right(),
                    "{} is elsewhere",
                    one.id
                );
            }
        }
        for each in &all {
            for at in [Closeness::Near, Closeness::Middle, Closeness::Far] {
                for inner in boxes(each, at) {
                    assert!(
                        holds(&each.bounds, &inner),
                        "{}: {inner:?} sticks out of {:?}",
                        each.id,
                        each.bounds
                    );
                }
            }
        }
    }
}

#[test]
fn all_of_a_cell_is_in_it() {
    let story = celled();
    let scene = scene_of(&story);
    check_story(&scene, &story.journey);
    let by_touchpoint = cells(&scene, &story.journey, LaneId(1));
    assert_eq!(by_touchpoint.len(), story.journey.len(), "one for each, also where nothing is written");
    assert!(by_touchpoint.iter().all(|item| !item.label.contains("Kept")));
    assert_eq!(item(&scene, "cell-1-of-7").label, format!("Thoughts, at {}: Why so dear?", title(&story, 7)));
    for card in story.journey.cards() {
        let inner = item(&scene, &format!("lane-card-{}", card.id.0)).bounds;
        let id = match card.of {
            Node::Stage(stage) => format!("cell-{}-{}", card.lane.0, stage.0),
            Node::Touchpoint(touchpoint) => format!("cell-{}-of-{}", card.lane.0, touchpoint.0),
        };
        assert!(holds(&item(&scene, &id).bounds, &inner), "{id}");
    }
    let lanes: Vec<_> = scene.outline.lanes.iter().map(|lane| lane.cells.len()).collect();
    assert_eq!(lanes, [12, 5, 9, 8, 5, 13], "cards are read after their cells");
}

fn title(story: &Story, touchpoint: i64) -> String {
    story.journey.touchpoint(model::TouchpointId(touchpoint)).unwrap().title.clone()
}

#[test]
fn a_lane_is_as_high_as_was_asked_and_never_lower_than_what_it_says() {
    let story = celled();
    let height = |asked: u32, id: i64| {
        let lanes: Vec<_> =
            story.journey.lanes().iter().map(|lane| Lane { height: asked, ..lane.clone() }).collect();
        let journey = story.journey.clone().with_lanes(lanes);
        let picture = fixtures::picture(&story, Level::Touchpoint);
        let scene = lay_out(&scene::Picture { journey: &journey, ..picture });
        check_story(&scene, &journey);
        item(&scene, &format!("lane-{id}")).zones.cell.unwrap().height
    };
    for id in 1..=6 {
        let own = height(0, id);
        assert!((height(10, id) - own).abs() < 0.01);
        assert!((height(900, id) - own.max(900.0)).abs() < 0.01);
    }
}

#[test]
fn links_lead_somewhere_in_the_window_and_in_exports() {
    let scene = scene_of(&celled());
    let links = &item(&scene, "cell-2-3").zones.links;
    let to: Vec<_> = links.iter().map(|link| link.address.as_str()).collect();
    assert_eq!(to, ["mailto:shop@example.org", "https://example.org/call"]);
    assert!(links.iter().all(|link| holds(&item(&scene, "cell-2-3").bounds, &link.rect)));
    let picture = svg(&scene, &SvgOptions::default());
    assert_eq!(picture.matches("<a href=\"https://example.org/call\"").count(), 1);
    assert!(item(&scene, "cell-2-1").label.contains("Film on the brand · Banner of the season"));
}

#[test]
fn cells_of_touchpoints_never_overlap() {
    for seed in 0..60 {
        let story = random_map::story(seed);
        let cells = story.journey.touchpoints().map(|each| Cell {
            of: Node::Touchpoint(each.id),
            text: "Something to say of it. ".repeat(each.id.0.unsigned_abs() as usize % 5),
        });
        let lane = Lane {
            id: LaneId(1),
            kind: LaneKind::Thoughts,
            title: String::new(),
            view: LaneView::Open,
            by: CellsBy::Touchpoint,
            height: 0,
            cells: cells.filter(|cell| !cell.text.is_empty()).collect(),
        };
        let journey = story.journey.clone().with_lanes(vec![lane]);
        let picture = fixtures::picture(&story, Level::Touchpoint);
        let scene = lay_out(&scene::Picture { journey: &journey, evidence: None, ..picture });
        check_story(&scene, &journey);
    }
}

//! Circular lifecycles: the stages are a ring, and what else is on the map stays as it is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;

use fixtures::Story;
use model::{Journey, Level, Lifecycle, Map, Node};
use scene::{Picture, Primitive, Rect, Scene, SceneItem, Subject, lay_out};

fn with(story: &Story, lifecycle: Lifecycle) -> Story {
    let map = Map { lifecycle, ..story.journey.map().clone() };
    let touchpoints = story.journey.touchpoints().cloned().collect();
    let transitions = story.journey.transitions().into_iter().cloned().collect();
    let journey = Journey::build(map, story.journey.stages().to_vec(), touchpoints, transitions).unwrap();
    let journey = journey.with_lanes(story.journey.lanes().to_vec());
    Story {
        journey,
        stages: story.stages.clone(),
        touchpoints: story.touchpoints.clone(),
        personas: Vec::new(),
    }
}

fn header(scene: &Scene, stage: i64) -> Rect {
    let item = scene.items.iter().find(|item| item.id == format!("stage-{stage}")).unwrap();
    item.zones.header.unwrap().rect
}

/// The numbers of path data.
fn numbers(d: &str) -> Vec<f64> {
    let parts = d.split(|each: char| each.is_ascii_alphabetic() || each == ' ');
    parts.filter_map(|part| part.parse().ok()).collect()
}

#[test]
fn stages_follow_one_another_clockwise_from_the_top() {
    for count in 1..=12 {
        let story = fixtures::ring(count);
        let scene = lay_out(&fixtures::picture(&story, Level::Stage));
        let headers: Vec<Rect> = (1..=count as i64).map(|stage| header(&scene, stage)).collect();
        let mean = |part: fn(&Rect) -> f64| headers.iter().map(part).sum::<f64>() / count as f64;
        let (x, y) = (mean(Rect::centre_x), mean(Rect::centre_y));
        let angle = |rect: &Rect| {
            let up = (rect.centre_x() - x).atan2(y - rect.centre_y());
            if up < -0.1 { up + std::f64::consts::TAU } else { up }
        };
        if count > 2 {
            let angles: Vec<f64> = headers.iter().map(angle).collect();
            assert!(angles.is_sorted(), "{count}: {angles:?}");
            assert!(angles[0].abs() < 0.1, "{count}: {angles:?}");
        }
    }
}

#[test]
fn the_last_stage_leads_to_the_first_like_any_other() {
    for (story, level) in [(fixtures::ring(5), Level::Stage), (fixtures::circle(), Level::Touchpoint)] {
        let scene = lay_out(&fixtures::picture(&story, level));
        let stages = story.journey.stages();
        let steps = (0..stages.len()).map(|from| (stages[from].id, stages[(from + 1) % stages.len()].id));
        for (from, to) in steps {
            let subject = Subject::StageEdge { from, to };
            let edge =
                scene.items.iter().find(|item| item.subject == subject && item.part_of.is_none()).unwrap();
            let id = edge.id.clone();
            assert!(edge.zones.hit.is_some() && edge.primitives.len() <= 2, "{id}");
            let label = scene.items.iter().find(|item| item.part_of.as_ref() == Some(&id)).unwrap();
            let flow = story.stages.flow(Node::Stage(from), Node::Stage(to)).unwrap();
            let says = |primitive: &Primitive| matches!(primitive, Primitive::Text { text, .. } if text.ends_with(&flow.moved.to_string()));
            assert!(label.primitives.iter().any(says), "{id}");
        }
    }
}

#[test]
fn a_part_of_the_ring_is_as_thick_as_the_customers_in_it() {
    for (level, highest) in [(Level::Stage, 64.0), (Level::Touchpoint, 32.0)] {
        let story = fixtures::ring(7);
        let scene = lay_out(&fixtures::picture(&story, level));
        let most = story.stages.nodes.iter().map(|account| account.entered).max().unwrap();
        for account in &story.stages.nodes {
            let Node::Stage(stage) = account.node else { unreachable!() };
            let item = scene.items.iter().find(|item| item.id == format!("stage-{}", stage.0)).unwrap();
            let Primitive::Path { d, .. } = &item.primitives[0] else { panic!("{item:?}") };
            // From the outer end of its start around to the inner end.
            let numbers = numbers(d);
            let (start, end) = (&numbers[..2], &numbers[numbers.len() - 2..]);
            let thick = (start[0] - end[0]).hypot(start[1] - end[1]);
            let expected = highest * account.entered as f64 / most as f64;
            assert!((thick - expected).abs() < 0.2, "{thick} for {expected}");
        }
    }
}

#[test]
fn another_kind_of_lifecycle_changes_nothing_but_how_stages_stand() {
    for story in [fixtures::shop(), fixtures::laned(), fixtures::circle()] {
        let scenes = Lifecycle::ALL.map(|lifecycle| {
            let story = with(&story, lifecycle);
            lay_out(&Picture { evidence: None, ..fixtures::picture(&story, Level::Touchpoint) })
        });
        let kept = |item: &&SceneItem| {
            !matches!(item.subject, Subject::Stage { .. } | Subject::StageEdge { .. } | Subject::Heading)
        };
        let all: Vec<Vec<&SceneItem>> =
            scenes.iter().map(|scene| scene.items.iter().filter(kept).collect()).collect();
        assert!(all[0] == all[1] && all[1] == all[2]);
        for scene in &scenes {
            assert_eq!(scene.outline.stages, scenes[0].outline.stages);
            let cell = |item: &SceneItem| item.zones.cell;
            assert!(scene.items.iter().filter_map(cell).eq(scenes[0].items.iter().filter_map(cell)));
        }
    }
}

#[test]
fn a_way_through_the_inside_has_its_label_or_that_is_said() {
    for count in [5, 12] {
        let story = fixtures::ring(count);
        let scene = lay_out(&fixtures::picture(&story, Level::Stage));
        let is_edge = |item: &&SceneItem| matches!(item.subject, Subject::StageEdge { .. });
        let (labels, edges): (Vec<_>, Vec<_>) =
            scene.items.iter().filter(is_edge).partition(|item| item.part_of.is_some());
        assert_eq!(labels.len(), edges.len(), "{count}");
        assert!(edges.len() > count + 2, "{count}: {}", edges.len());
    }
}

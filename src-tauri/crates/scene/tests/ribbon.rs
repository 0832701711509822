//! The ribbon above the map, or around it where that is a ring: one customer is as high everywhere, and nothing on it hides
//! anything else.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod fixtures;
mod measure;

use fixtures::{Entry, Move, Story};
use measure::flattened::Line;
use model::{Journey, Level, Lifecycle, Node, Question};
use proptest::prelude::*;
use scene::{Primitive, Rect, Scene, SceneItem, Subject, lay_out};

/// Any stages with any moves between them, and so many more who never move.
fn stories() -> impl Strategy<Value = Story> {
    let stages = prop::collection::vec(("[A-Za-z ]{1,40}", 0_u64..2_000, any::<bool>()), 1..13);
    let moves = prop::collection::vec((0_usize..12, 0_usize..12, 1_u64..5_000), 0..40);
    (stages, moves, any::<bool>()).prop_map(|(stages, moves, is_circle)| story(&stages, &moves, is_circle))
}

fn story(stages: &[(String, u64, bool)], moves: &[(usize, usize, u64)], is_circle: bool) -> Story {
    let count = stages.len();
    let each = |(index, (title, _, goal)): (usize, &(String, u64, bool))| {
        let mut stage = fixtures::stage(index as i64 + 1, title);
        stage.goal = goal.then_some(true);
        stage
    };
    let lifecycle = if is_circle { Lifecycle::Circular } else { Lifecycle::NonLinear };
    let cards: Vec<_> =
        (1..=count as i64).map(|id| fixtures::touchpoint(id, id, "Something", (32.0, 24.0))).collect();
    let journey = Journey::build(
        fixtures::map("A map", lifecycle),
        stages.iter().enumerate().map(each).collect(),
        cards,
        fixtures::transitions(&[]),
    )
    .unwrap();
    let mut taken: Vec<Move> = Vec::new();
    for &(from, to, moved) in moves.iter().filter(|(from, to, _)| from.max(to) < &count && from != to) {
        let (from, to) = (from as i64 + 1, to as i64 + 1);
        if !taken.iter().any(|&(a, b, _)| (a, b) == (from, to)) {
            taken.push((from, to, moved));
        }
    }
    let entry = |(index, (_, rest, _)): (usize, &(String, u64, bool))| -> Entry {
        let id = index as i64 + 1;
        let left = taken.iter().filter(|(from, ..)| *from == id).map(|(.., moved)| moved).sum::<u64>();
        (id, left + rest, 0, 0)
    };
    let entries: Vec<Entry> = stages.iter().enumerate().map(entry).collect();
    let touchpoints = fixtures::overlay(&journey, Question::new(Level::Touchpoint), &entries, &[]);
    let stages = fixtures::overlay(&journey, Question::new(Level::Stage), &entries, &taken);
    Story { journey, stages, touchpoints, personas: Vec::new() }
}

fn edges(scene: &Scene) -> impl Iterator<Item = &SceneItem> {
    scene.items.iter().filter(|item| matches!(item.subject, Subject::StageEdge { .. }))
}

/// What is written on the band: the names of stages, what drops off, and the labels of what leads on.
fn written(scene: &Scene) -> Vec<(String, Rect)> {
    let mut written = Vec::new();
    for item in &scene.items {
        match item.subject {
            Subject::Stage { .. } => {
                written.extend(item.zones.header.map(|plate| (item.id.clone(), plate.rect)));
                // The first figure stands on the plate.
                let lost = item.zones.figures.iter().skip(1);
                written.extend(lost.map(|each| (format!("{}-lost", item.id), each.rect)));
            }
            Subject::StageEdge { .. } if item.part_of.is_some() => {
                written.push((item.id.clone(), item.bounds));
            }
            _ => {}
        }
    }
    written
}

fn height_of(scene: &Scene, id: &str) -> f64 {
    let item = scene.items.iter().find(|item| item.id == id).unwrap();
    let header = item.zones.header.unwrap().rect;
    let below = |primitive: &Primitive| match primitive {
        Primitive::Rect { rect, .. } => {
            ((rect.width - header.width).abs() < 1e-9 && rect.y > header.y).then_some(rect.height)
        }
        _ => None,
    };
    item.primitives.iter().find_map(below).unwrap()
}

proptest! {
    #[test]
    fn nothing_on_the_band_hides_anything(story in stories()) {
        for level in [Level::Stage, Level::Touchpoint] {
            let scene = lay_out(&fixtures::picture(&story, level));
            let written = written(&scene);
            for (index, (name, rect)) in written.iter().enumerate() {
                prop_assert!(rect.x >= scene.bounds.x && rect.right() <= scene.bounds.right(), "{name}");
                for (other, beside) in &written[..index] {
                    prop_assert!(!rect.grown(-0.1).overlaps(beside), "{name} {rect:?} lies on {other} {beside:?}");
                }
            }
            for arc in edges(&scene).filter(|item| item.part_of.is_none()) {
                let hit = arc.zones.hit.as_ref().unwrap();
                let line = Line::of(&hit.d);
                let Subject::StageEdge { from, to } = arc.subject else { unreachable!() };
                // It ends at the stages that it joins.
                let own = [format!("stage-{}", from.0), format!("stage-{}", to.0), format!("{}-label", arc.id)];
                let foreign = written.iter().filter(|(name, _)| !own.contains(name));
                for (name, rect) in foreign {
                    let near = rect.grown(hit.line / 2.0 - 0.2);
                    prop_assert!(!line.meets(&near), "{} runs over {name}", arc.id);
                }
            }
        }
    }

    #[test]
    fn a_customer_is_as_high_everywhere(story in stories()) {
        prop_assume!(story.journey.map().lifecycle != Lifecycle::Circular);
        let scene = lay_out(&fixtures::picture(&story, Level::Stage));
        let fullest = story.stages.nodes.iter().map(|account| account.entered).max().unwrap().max(1);
        let height = |count: u64| (64.0 * count as f64 / fullest as f64).max(1.5);
        for account in &story.stages.nodes {
            let Node::Stage(stage) = account.node else { unreachable!() };
            let drawn = height_of(&scene, &format!("stage-{}", stage.0));
            prop_assert!((drawn - height(account.entered)).abs() < 1e-9, "{drawn}");
        }
        for edge in edges(&scene).filter(|item| item.part_of.is_none()) {
            let Subject::StageEdge { from, to } = edge.subject else { unreachable!() };
            let flow = story.stages.flow(Node::Stage(from), Node::Stage(to)).unwrap();
            let hit = edge.zones.hit.as_ref().unwrap();
            if flow.kind == model::Kind::Drawn {
                prop_assert!((hit.line - height(flow.moved)).abs() < 1e-9, "{from:?} {to:?}");
            }
        }
    }
}

//! A map at two moments, compared, and put back into one.

use app::operations::{
    AddLane, AddStage, AddTouchpoint, Connect, Delete, DeleteStage, MoveStage, MoveTouchpoints,
    RenameTouchpoint, WriteCell,
};
use app::{
    Change, Difference, Differing, FailureCode, LaneId, LaneKind, Locale, MapComparison, Moment, Move, Node,
    StageId, Theme,
};
use proptest::prelude::*;

use crate::screen::Screen;

fn step(step: i64) -> Moment {
    Moment::Step { step }
}

fn compare(screen: &Screen, from: Moment, to: Moment) -> MapComparison {
    screen.session.compare_moments(screen.map, from, to, Theme::Light, Locale::En).expect("compared")
}

fn told(difference: &Difference) -> String {
    let Difference { change, what, title, to, was, fields, .. } = difference;
    let to = to.as_ref().map(|to| format!(" > {to}")).unwrap_or_default();
    let was = was.as_ref().map(|was| format!(" (was {was})")).unwrap_or_default();
    let fields = if fields.is_empty() { String::new() } else { format!(" [{}]", fields.join(", ")) };
    format!("{change:?} {what:?} {title}{to}{was}{fields}").to_lowercase()
}

fn all(comparison: &MapComparison) -> Vec<String> {
    comparison.differences.iter().map(told).collect()
}

fn stage(screen: &mut Screen, position: usize) -> StageId {
    screen.look().parts.stages[position].id
}

#[test]
fn what_was_added_removed_changed_and_moved_is_told_and_marked() {
    let mut screen = Screen::new();
    let map = screen.map;
    let ids = ["Ad", "Page", "Order"].map(|title| screen.add(title, 40.0, 40.0));
    screen.edit(Connect { from: ids[0], to: ids[1] });
    let before = step(4);
    screen.edit(RenameTouchpoint { touchpoint: ids[0], title: "Advert".to_owned() });
    screen.edit(MoveTouchpoints { map, moves: vec![Move { touchpoint: ids[1], left: 700.0, top: 240.0 }] });
    screen.edit(Delete { touchpoints: vec![ids[2]], transitions: vec![] });
    let new = screen.add("Demo", 40.0, 440.0);
    screen.edit(Connect { from: ids[1], to: new });
    screen.edit(AddStage { map, title: "After".to_owned(), position: 9 });
    let first = stage(&mut screen, 0);
    screen.edit(MoveStage { stage: first, position: 1 });
    let lane = screen.edit(AddLane { map, kind: LaneKind::Own, title: "Ideas".to_owned(), position: 0 });
    let comparison = compare(&screen, before, Moment::Now);
    assert_eq!(
        all(&comparison),
        [
            "moved stage consideration [position]",
            "added stage after",
            "changed touchpoint advert (was ad) [title]",
            "added touchpoint demo",
            "moved touchpoint page [place, stage]",
            "removed touchpoint order",
            "added transition page > demo",
            "added lane ideas",
        ]
        .map(str::to_owned)
    );
    for difference in &comparison.differences {
        let item = difference.item.as_ref().expect("it is on the picture");
        let mark = format!("{item}-mark");
        assert!(comparison.scene.items.iter().any(|each| each.id == mark), "{difference:?}");
    }
    let was = format!("touchpoint-{}-was", ids[1].0);
    assert!(comparison.scene.items.iter().any(|item| item.id == was), "where it was is shown");

    // What a lane says is told by cells.
    let lane = LaneId(lane);
    let at = screen.session.steps().expect("steps").steps.last().expect("a step").step;
    screen.edit(WriteCell { lane, of: Node::Stage(first), text: "More".to_owned() });
    assert_eq!(all(&compare(&screen, step(at), Moment::Now)), ["added cell ideas > awareness"]);
}

#[test]
fn a_card_that_got_the_row_of_another_is_another() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.edit(Delete { touchpoints: vec![ad], transitions: vec![] });
    assert_eq!(screen.add("Mail", 40.0, 40.0), ad, "the row is used again");
    let comparison = compare(&screen, step(1), Moment::Now);
    assert_eq!(all(&comparison), ["added touchpoint mail", "removed touchpoint ad"]);
}

#[test]
fn a_map_is_put_back_and_that_is_undone() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    let version = screen.session.name_version(Moment::Now, " Before ").expect("named");
    let first = stage(&mut screen, 0);
    screen.edit(RenameTouchpoint { touchpoint: ad, title: "Advert".to_owned() });
    screen.edit(DeleteStage { stage: first, into: None });
    let changes = screen.session.restore_map(screen.map, Moment::Version { version }).expect("restored");
    assert_eq!(changes.history.undo.as_ref().expect("a step").op, "restore_map");
    screen.apply(&changes);
    assert!(compare(&screen, step(1), Moment::Now).differences.is_empty());
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert!(screen.look().parts.touchpoints.is_empty());
    let steps = screen.session.steps().expect("steps");
    assert_eq!((steps.versions[0].name.as_str(), steps.versions[0].step), ("Before", Some(1)));

    let elsewhere = screen.touchpoint_elsewhere();
    assert!(elsewhere.0 > 0);
    let other = screen
        .session
        .overview()
        .expect("overview")
        .maps
        .iter()
        .find(|each| each.id != screen.map)
        .map(|each| each.id);
    let error = screen.session.restore_map(other.expect("a map"), step(1)).expect_err("it was not there");
    assert_eq!(app::Failure::from(error).code, FailureCode::NoMapThen);
}

fn mirrored(told: &str) -> String {
    match told.split_once(' ') {
        Some(("added", rest)) => format!("removed {rest}"),
        Some(("removed", rest)) => format!("added {rest}"),
        _ => told.to_owned(),
    }
}

/// What a difference says but for titles that one side has and the other not.
fn bare(difference: &Difference) -> String {
    let is_row = difference.what != Differing::Transition;
    let is_of_one = is_row && matches!(difference.change, Change::Added | Change::Removed);
    let title = if is_of_one { difference.title.clone() } else { String::new() };
    told(&Difference { title, to: None, was: None, item: None, ..difference.clone() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn comparing_backwards_mirrors_comparing_forwards(deeds in prop::collection::vec((0..7_u8, 0..5_usize, 0..5_usize), 2..16)) {
        let mut screen = Screen::new();
        let map = screen.map;
        for (number, (kind, first, second)) in deeds.into_iter().enumerate() {
            let parts = screen.look().parts;
            let card = |at: usize| parts.touchpoints.get(at % parts.touchpoints.len().max(1)).map(|each| each.id);
            let stage = parts.stages[first % parts.stages.len()].id;
            let edit: app::Edit = match (kind, card(first), card(second)) {
                (1, Some(touchpoint), _) => RenameTouchpoint { touchpoint, title: format!("Renamed {number}") }.into(),
                (2, Some(touchpoint), _) => {
                    let moves = vec![Move { touchpoint, left: second as f64 * 320.0, top: number as f64 * 16.0 }];
                    MoveTouchpoints { map, moves }.into()
                }
                (3, Some(touchpoint), _) => Delete { touchpoints: vec![touchpoint], transitions: vec![] }.into(),
                (4, Some(from), Some(to)) => Connect { from, to }.into(),
                (5, ..) => MoveStage { stage, position: second as u32 }.into(),
                (6, ..) if parts.stages.len() > 2 => DeleteStage { stage, into: None }.into(),
                _ => AddTouchpoint {
                    map,
                    title: format!("Card {number}"),
                    left: first as f64 * 320.0,
                    top: second as f64 * 160.0,
                    joined: None,
                    channel: None,
                }
                .into(),
            };
            // What is joined already is refused.
            let _ = screen.session.edit(&edit);
        }
        let steps = screen.session.steps().expect("steps").steps;
        let moments: Vec<Moment> = steps.iter().map(|each| step(each.step)).chain([Moment::Now, Moment::Beginning]).collect();
        for (at, &moment) in moments.iter().enumerate() {
            prop_assert!(compare(&screen, moment, moment).differences.is_empty(), "a moment is as it is");
            let other = moments[(at * 7 + 3) % moments.len()];
            let sorted = |comparison: &MapComparison, mirror: bool| {
                let mut all: Vec<String> = comparison.differences.iter().map(bare).collect();
                if mirror {
                    all = all.iter().map(|each| mirrored(each)).collect();
                }
                all.sort();
                all
            };
            let (forth, back) = (compare(&screen, moment, other), compare(&screen, other, moment));
            prop_assert_eq!(sorted(&forth, false), sorted(&back, true));
        }
        // Put back to any step, it differs in nothing from that.
        if let Some(first) = steps.first() {
            screen.session.restore_map(map, step(first.step)).expect("restored");
            prop_assert!(compare(&screen, step(first.step), Moment::Now).differences.is_empty());
        }
    }
}

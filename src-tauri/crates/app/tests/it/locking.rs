//! What is locked: it stays where it is, others move, and copies are free.

use app::operations::{
    Delete, DeleteStage, DuplicateMap, Lock, MoveStage, MoveTouchpoints, RenameTouchpoint, ResizeStage,
    Unlock,
};
use app::{
    AppError, Content, DataExport, DataFormat, Edit, Failure, FailureCode, MapId, Move, PutAt, StageId,
    TouchpointId,
};

use crate::screen::{Screen, view};

/// Touchpoints in the first two stages, of which the first is locked.
fn with_locked() -> (Screen, [TouchpointId; 2], StageId) {
    let mut screen = Screen::new();
    let stages: Vec<StageId> = screen.seen.parts.stages.iter().map(|each| each.id).collect();
    let header = screen.seen.scene.items.iter().find(|item| item.id == format!("stage-{}", stages[1].0));
    let beside = header.expect("a stage").bounds.x + 40.0;
    let cards = [screen.add("Ad", 40.0, 40.0), screen.add("Page", beside, 40.0)];
    screen.edit(Lock { touchpoints: vec![cards[0]], stages: Vec::new() });
    (screen, cards, stages[0])
}

#[track_caller]
fn check_refused(screen: &mut Screen, edit: impl Into<Edit>) {
    let before = screen.look().parts;
    let refused = Failure::from(screen.session.edit(&edit.into()).expect_err("refused"));
    assert_eq!(refused.code, FailureCode::LockedInPlace);
    assert_eq!(screen.look().parts, before);
}

fn place(screen: &mut Screen, of: TouchpointId) -> (StageId, f64, f64) {
    let parts = screen.look().parts;
    let found = parts.touchpoints.iter().find(|each| each.id == of).expect("it is there");
    (found.stage, found.place.x, found.place.y)
}

fn moved(touchpoint: TouchpointId) -> Move {
    Move { touchpoint, left: 200.0, top: 900.0 }
}

#[test]
fn what_is_locked_stays_while_others_move_and_go() {
    let (mut screen, [ad, page], _) = with_locked();
    let map = screen.map;
    let (held, free) = (place(&mut screen, ad), place(&mut screen, page));
    check_refused(&mut screen, MoveTouchpoints { map, moves: vec![moved(ad)] });
    screen.edit(MoveTouchpoints { map, moves: vec![moved(ad), moved(page)] });
    assert_eq!(place(&mut screen, ad), held);
    assert_ne!(place(&mut screen, page), free);

    screen.edit(RenameTouchpoint { touchpoint: ad, title: "Advert".to_owned() });
    screen.session.tidy_up(map, &[]).expect("tidied");
    assert_eq!(place(&mut screen, ad), held);

    check_refused(&mut screen, Delete { touchpoints: vec![ad], transitions: Vec::new() });
    screen.overview = screen.session.overview().expect("an overview");
    screen.seen = screen.look();
    screen.edit(Delete { touchpoints: vec![ad, page], transitions: Vec::new() });
    let left: Vec<_> = screen.look().parts.touchpoints.iter().map(|each| each.id).collect();
    assert_eq!(left, [ad]);

    screen.edit(Unlock { touchpoints: vec![ad], stages: Vec::new() });
    screen.edit(Delete { touchpoints: vec![ad], transitions: Vec::new() });
    for _ in 0..2 {
        let changes = screen.session.undo().expect("undone");
        screen.apply(&changes);
    }
    assert!(screen.look().parts.touchpoints[0].locked);
}

#[test]
fn a_stage_that_is_locked_or_holds_what_is_stays() {
    let (mut screen, [ad, page], stage) = with_locked();
    let beside = place(&mut screen, page).0;
    for into in [None, Some(beside)] {
        check_refused(&mut screen, DeleteStage { stage, into });
    }
    // A locked card beside a stage that goes stays where one sees it.
    let card = |screen: &mut Screen, id: TouchpointId| {
        let scene = screen.look().scene;
        let item = scene.items.into_iter().find(|item| item.id == format!("touchpoint-{}", id.0));
        item.expect("a card").bounds
    };
    let before = card(&mut screen, ad);
    screen.edit(DeleteStage { stage: beside, into: Some(stage) });
    assert_eq!((card(&mut screen, ad).x, place(&mut screen, page).0), (before.x, stage));

    screen.edit(Lock { touchpoints: Vec::new(), stages: vec![stage] });
    check_refused(&mut screen, MoveStage { stage, position: 1 });
    check_refused(&mut screen, ResizeStage { stage, width: Some(700) });
    screen.edit(Unlock { touchpoints: Vec::new(), stages: vec![stage] });
    screen.edit(MoveStage { stage, position: 1 });
    screen.edit(ResizeStage { stage, width: Some(700) });
}

#[test]
fn copies_of_cards_are_free_and_copies_of_maps_as_they_are() -> Result<(), AppError> {
    let (mut screen, [ad, _], stage) = with_locked();
    let map = screen.map;
    screen.edit(Lock { touchpoints: Vec::new(), stages: vec![stage] });
    let copy = MapId(screen.edit(DuplicateMap { map }));
    let locked = |screen: &mut Screen, map| -> Result<(Vec<bool>, bool), AppError> {
        let parts = screen.session.view_map(view(map))?.parts;
        Ok((parts.touchpoints.iter().map(|each| each.locked).collect(), parts.stages[0].locked))
    };
    assert_eq!(locked(&mut screen, copy)?, (vec![true, false], true));

    let folder = screen.path("out");
    let asked =
        DataExport { what: vec![Content::Maps], format: DataFormat::Json, safe: false, replace: false };
    screen.session.export_data(&folder, &asked, &|_| true)?;
    screen.session.import_maps(&folder.join("maps.json"))?;
    let imported = screen.session.overview()?.maps.last().expect("a map").id;
    assert_eq!(locked(&mut screen, imported)?, (vec![true, false], true));

    let clip = screen.session.clip(map, &[ad])?;
    screen.session.paste(map, &clip, PutAt { x: 60.0, y: 700.0, exact: true })?;
    assert_eq!(locked(&mut screen, map)?.0, [true, false, false]);
    Ok(())
}

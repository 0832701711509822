//! What lanes say of touchpoints and the cards in them, wherever touchpoints and maps go.

use std::fs;
use std::path::Path;

use app::operations::{
    AddCard, AddLane, AddStage, DeleteStage, DuplicateMap, EditCard, MoveCard, ResizeLane, SetCellsBy,
    WriteCell,
};
use app::{
    CardChange, CardId, CellsBy, Content, DataExport, DataFormat, LaneId, LaneKind, Locale, NewWorkspace,
    Node, Parts, PutAt, Session, StageTint, TouchpointId,
};
use model::Image;
use serde_json::Value;

use crate::image::JPEG;
use crate::screen::Screen;

/// A map of two touchpoints, with a lane by touchpoint in which a note and an image are.
fn drawn() -> (Screen, [TouchpointId; 2], LaneId) {
    let mut screen = Screen::new();
    let map = screen.map;
    let touchpoints = [screen.add("Ad", 40.0, 40.0), screen.add("Page", 40.0, 240.0)];
    let kind = LaneKind::Thoughts;
    let lane = LaneId(screen.edit(AddLane { map, kind, title: String::new(), position: 0 }));
    let of = Node::Touchpoint(touchpoints[0]);
    let stage = Node::Stage(screen.look().parts.stages[0].id);
    screen.edit(WriteCell { lane, of, text: "Of the **ad**".to_owned() });
    screen.edit(WriteCell { lane, of: stage, text: "Of the stage".to_owned() });
    screen.edit(SetCellsBy { lane, by: CellsBy::Touchpoint });
    screen.edit(ResizeLane { lane, height: 300 });
    let image = Image::of(&JPEG);
    let shown = screen.edit(AddCard { lane, of, place: 0, text: "Seen".to_owned(), image });
    screen.edit(AddCard { lane, of, place: 0, text: "First".to_owned(), image: None });
    let change = CardChange::Tint(Some(StageTint::Moss));
    screen.edit(EditCard { card: CardId(shown), change });
    screen.edit(AddCard { lane, of: stage, place: 0, text: "On the stage".to_owned(), image: None });
    (screen, touchpoints, lane)
}

/// What a lane says of something: the text, then what is on the cards.
fn told(parts: &Parts, of: Node) -> String {
    let lane = &parts.lanes[0];
    let mut cards: Vec<_> = parts.cards.iter().filter(|card| card.lane == lane.id && card.of == of).collect();
    cards.sort_by_key(|card| card.position);
    let card = |card: &&app::LaneCard| {
        let tint = card.tint.map_or("", StageTint::name);
        format!(" | {} {tint} {}", card.text, if card.image.is_some() { "shown" } else { "" })
    };
    format!("{}{}", lane.text(of), cards.iter().map(card).collect::<String>())
}

const OF_AD: &str = "Of the **ad** | First   | Seen moss shown";

fn maps_of(session: &Session, folder: &Path) -> Vec<Value> {
    let asked =
        DataExport { what: vec![Content::Maps], format: DataFormat::Json, safe: false, replace: true };
    session.export_data(folder, &asked, &|_| true).expect("exported");
    let text = fs::read(folder.join("maps.json")).expect("read");
    let document: Value = serde_json::from_slice(&text).expect("JSON");
    let mut maps = document["maps"].as_array().expect("a list").clone();
    for map in &mut maps {
        map["title"] = Value::Null;
    }
    maps
}

#[test]
fn cells_of_touchpoints_and_cards_go_with_duplicates_and_documents() {
    let (mut screen, [ad, _], _) = drawn();
    let map = screen.map;
    assert_eq!(told(&screen.look().parts, Node::Touchpoint(ad)), OF_AD);
    screen.edit(DuplicateMap { map });
    let folder = screen.folder.path().to_owned();
    let maps = maps_of(&screen.session, &folder);
    assert_eq!(maps[0], maps[1]);
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    let mut there = Session::create(&screen.path("there.touchline"), &new).expect("created");
    there.import_document(&screen.path("maps.json")).expect("taken");
    let back = maps_of(&there, &screen.path("out"));
    assert_eq!(back[1..], maps);
    assert_eq!(back[1]["lanes"][0]["cards"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_touchpoint_takes_its_cells_with_it_when_it_is_copied_or_deleted() {
    let (mut screen, [ad, _], lane) = drawn();
    let map = screen.map;
    let pasted = screen.session.duplicate(map, &[ad]).expect("duplicated");
    screen.apply(&pasted.changes);
    assert_eq!(told(&screen.look().parts, Node::Touchpoint(pasted.touchpoints[0])), OF_AD);
    let before = screen.look().parts;
    screen.edit(app::operations::Delete { touchpoints: vec![ad], transitions: Vec::new() });
    let parts = screen.look().parts;
    assert_eq!((parts.lanes[0].cells.len(), parts.cards.len()), (2, 3), "those of the copy and of the stage");
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(screen.look().parts, before, "one step");
    // On a map without such a lane it is put all the same.
    let clip = screen.session.clip(map, &[ad]).expect("copied");
    screen.edit(app::operations::DeleteLane { lane });
    let spot = PutAt { x: 300.0, y: 700.0, exact: false };
    screen.session.paste(map, &clip, spot).expect("pasted");
    assert_eq!(screen.look().parts.cards, []);
}

#[test]
fn the_cards_of_a_stage_move_with_its_touchpoints() {
    let (mut screen, _, lane) = drawn();
    let map = screen.map;
    let position = screen.look().parts.stages.len() as u32;
    screen.edit(AddStage { map, position, title: "Last".to_owned() });
    let stages: Vec<_> = screen.look().parts.stages.iter().map(|stage| stage.id).collect();
    let (from, into) = (stages[stages.len() - 2], stages[stages.len() - 1]);
    for (stage, text) in [(from, "before"), (into, "after")] {
        screen.edit(AddCard { lane, of: Node::Stage(stage), place: 9, text: text.to_owned(), image: None });
    }
    screen.edit(DeleteStage { stage: from, into: Some(into) });
    assert_eq!(told(&screen.look().parts, Node::Stage(into)), " | before   | after  ");
    let card = screen.look().parts.cards.iter().find(|card| card.text == "after").expect("it is there").id;
    screen.edit(MoveCard { card, lane, of: Node::Stage(into), place: 0 });
    assert_eq!(told(&screen.look().parts, Node::Stage(into)), " | after   | before  ");
}

#[test]
fn a_copy_for_others_has_no_images_in_lanes() {
    let (screen, ..) = drawn();
    let copy = screen.path("Copy.touchline");
    let disguise = app::Disguise { attributes: Vec::new(), shift_dates: false };
    screen.session.disguise(&copy, &disguise).expect("written");
    let has_image =
        |path: &Path| fs::read(path).expect("readable").windows(JPEG.len()).any(|part| part == JPEG);
    assert!(!has_image(&copy));
    let other = Session::open(&copy).expect("opened");
    let map = &maps_of(&other, screen.folder.path())[0];
    assert_eq!(map["lanes"][0]["cards"][2]["text"], "Seen");
}

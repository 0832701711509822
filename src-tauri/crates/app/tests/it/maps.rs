//! Maps among others: duplicates, twins, and the folders that they are in.

use app::operations::{
    AddLane, AddTouchpoint, Connect, Delete, DeleteFolder, DeleteMap, DuplicateMap, MakeTwin, MoveToFolder,
    MoveTouchpoints, PartTwins, RenameFolder, RenameMap, RenameTouchpoint, SetEvents, WriteCell,
};
use app::{
    Content, DataExport, DataFormat, Differing, FailureCode, LaneId, LaneKind, Locale, Map, MapId, Moment,
    Move, NewWorkspace, Node, Parts, Session, StageId, Subject, Theme, TwinState,
};
use serde_json::Value;

use crate::screen::{Screen, view};

/// A map with something of each kind on it.
fn drawn() -> Screen {
    let mut screen = Screen::new();
    let map = screen.map;
    screen.edit(RenameMap { map, title: "Shop".to_owned() });
    let [ad, page, order] =
        [("Ad", 40.0), ("Page", 400.0), ("Order", 760.0)].map(|(title, left)| screen.add(title, left, 40.0));
    screen.edit(Connect { from: ad, to: page });
    screen.edit(Connect { from: page, to: order });
    screen.edit(SetEvents { touchpoint: ad, events: vec!["ad".to_owned()] });
    let stage = first_stage(&screen.look().parts);
    let lane =
        LaneId(screen.edit(AddLane { map, kind: LaneKind::Thoughts, title: String::new(), position: 0 }));
    screen.edit(WriteCell { lane, of: Node::Stage(stage), text: "Is it **safe**?".to_owned() });
    screen
}

fn first_stage(parts: &Parts) -> StageId {
    parts.stages[0].id
}

fn look_at(screen: &mut Screen, map: MapId) -> Parts {
    screen.session.view_map(view(map)).expect("shown").parts
}

fn listed(screen: &Screen, map: MapId) -> Map {
    screen.overview.maps.iter().find(|each| each.id == map).expect("it is listed").clone()
}

/// What is on a map, whatever its rows: as it is written for others.
fn written(session: &Session, title: &str) -> Value {
    let folder = tempfile::TempDir::new().expect("a folder");
    export(session, folder.path());
    let text = std::fs::read(folder.path().join("maps.json")).expect("read");
    let document: Value = serde_json::from_slice(&text).expect("JSON");
    let maps = document["maps"].as_array().expect("a list");
    let mut map = maps.iter().find(|each| each["title"] == title).expect("a map").clone();
    map["title"] = Value::Null;
    map
}

fn export(session: &Session, folder: &std::path::Path) {
    let asked =
        DataExport { what: vec![Content::Maps], format: DataFormat::Json, safe: false, replace: false };
    session.export_data(folder, &asked, &|_| true).expect("exported");
}

#[test]
fn a_duplicate_has_all_that_is_on_the_map_and_is_one_step() {
    let mut screen = drawn();
    let map = screen.map;
    screen.edit(MoveToFolder { map, folder: "Web".to_owned() });
    let before = screen.overview.maps.clone();
    let copy = MapId(screen.edit(DuplicateMap { map }));
    assert_eq!(listed(&screen, copy).title, "Shop (2)");
    assert_eq!(written(&screen.session, "Shop (2)"), written(&screen.session, "Shop"));
    assert_eq!(screen.session.check().expect("checked"), Vec::<String>::new());

    // It is a map of its own.
    let touchpoint = look_at(&mut screen, copy).touchpoints[0].id;
    screen.session.view_map(view(map)).expect("shown");
    screen.edit(RenameTouchpoint { touchpoint, title: "Advert".to_owned() });
    assert_eq!(screen.look().parts.touchpoints[0].title, "Ad");
    for _ in 0..2 {
        let changes = screen.session.undo().expect("undone");
        screen.apply(&changes);
    }
    assert_eq!(screen.overview.maps, before);
    assert_eq!(screen.overview.history.undo.as_ref().expect("a step").op, "move_to_folder");
}

#[test]
fn twins_name_each_other_until_one_is_deleted_or_they_are_parted() {
    let mut screen = drawn();
    let map = screen.map;
    let twin = MapId(screen.edit(MakeTwin { map, title: "Shop, to be".to_owned() }));
    let states =
        |screen: &Screen| [map, twin].map(|id| listed(screen, id).twin.map(|twin| (twin.map, twin.state)));
    let twins = [Some((twin, TwinState::AsIs)), Some((map, TwinState::ToBe))];
    assert_eq!(states(&screen), twins);

    screen.edit(PartTwins { map: twin });
    assert_eq!(states(&screen), [None, None]);
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(states(&screen), twins);

    screen.edit(DeleteMap { map: twin });
    assert_eq!(listed(&screen, map).twin, None);
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(states(&screen), twins);

    // Another in its place leaves the first a map like others.
    let other = MapId(screen.edit(MakeTwin { map, title: "Shop, to be".to_owned() }));
    assert_eq!(listed(&screen, other).title, "Shop, to be (2)");
    assert_eq!(states(&screen), [Some((other, TwinState::AsIs)), None]);
    let heading = |screen: &mut Screen, map| {
        let scene = screen.session.view_map(view(map)).expect("shown").scene;
        scene.items.into_iter().find(|item| item.subject == Subject::Heading).expect("a heading").label
    };
    assert!(heading(&mut screen, map).contains("As-is · "));
    assert!(heading(&mut screen, other).contains("To-be · "));
}

#[test]
fn what_is_to_become_otherwise_is_told_by_titles_and_places() {
    let mut screen = drawn();
    let map = screen.map;
    let none = screen.session.compare_twins(map, Theme::Light, Locale::En).expect_err("it has none");
    assert_eq!(app::Failure::from(none).code, FailureCode::NoTwin);
    let twin = MapId(screen.edit(MakeTwin { map, title: "Shop, to be".to_owned() }));
    let told = |screen: &Screen, map| {
        let compared = screen.session.compare_twins(map, Theme::Light, Locale::En).expect("compared");
        let marks = compared.scene.items.iter().filter(|item| item.id.ends_with("-mark")).count();
        let told: Vec<String> = compared
            .differences
            .iter()
            .map(|each| {
                let was = each.was.as_ref().map(|was| format!(" (was {was})")).unwrap_or_default();
                format!("{:?} {:?} {}{was}", each.change, each.what, each.title).to_lowercase()
            })
            .collect();
        (told, marks)
    };
    assert_eq!(told(&screen, map), (Vec::new(), 0));

    let parts = look_at(&mut screen, twin);
    screen.session.view_map(view(map)).expect("shown");
    let of = |title: &str| parts.touchpoints.iter().find(|each| each.title == title).expect("a card").id;
    let (ad, page, order) = (of("Ad"), of("Page"), of("Order"));
    screen.edit(RenameTouchpoint { touchpoint: ad, title: "Advert".to_owned() });
    screen.edit(Delete { touchpoints: vec![page], transitions: vec![] });
    screen.session.view_map(view(twin)).expect("shown");
    let moves = vec![Move { touchpoint: order, left: 760.0, top: 300.0 }];
    screen.session.edit(&MoveTouchpoints { map: twin, moves }.into()).expect("moved");
    let chat = AddTouchpoint {
        map: twin,
        title: "Chat".to_owned(),
        left: 400.0,
        top: 300.0,
        joined: None,
        channel: None,
    };
    screen.session.edit(&chat.into()).expect("added");
    let (lane, stage) = (parts.lanes[0].id, first_stage(&parts));
    screen
        .session
        .edit(&WriteCell { lane, of: Node::Stage(stage), text: String::new() }.into())
        .expect("written");
    let expected = [
        "changed touchpoint advert (was ad)",
        "added touchpoint chat",
        "moved touchpoint order",
        "removed touchpoint page",
        "removed transition advert",
        "removed transition page",
        "removed cell thoughts",
    ];
    let (differences, marks) = told(&screen, twin);
    let expected: Vec<String> = expected.iter().map(|text| (*text).to_owned()).collect();
    assert_eq!(differences, expected);
    assert_eq!(marks, expected.len());
    // It is the same comparison from either.
    assert_eq!(told(&screen, map), (differences, marks));
    let moments = screen.session.compare_moments(twin, Moment::Now, Moment::Now, Theme::Light, Locale::En);
    assert!(!moments.expect("compared").differences.iter().any(|each| each.what == Differing::Map));
}

#[test]
fn folders_are_renamed_joined_and_deleted_and_their_maps_stay() {
    let mut screen = drawn();
    let map = screen.map;
    let other = MapId(screen.edit(DuplicateMap { map }));
    let folders = |screen: &Screen| [map, other].map(|id| listed(screen, id).folder);
    screen.edit(MoveToFolder { map, folder: " Web ".to_owned() });
    screen.edit(MoveToFolder { map: other, folder: "Shops".to_owned() });
    assert_eq!(folders(&screen), ["Web", "Shops"]);
    let refused = RenameFolder { folder: "Web".to_owned(), name: " ".to_owned() };
    let refused = screen.session.edit(&refused.into()).expect_err("it needs a name");
    assert_eq!(app::Failure::from(refused).code, FailureCode::Untitled);
    screen.edit(RenameFolder { folder: "Web".to_owned(), name: "Shops".to_owned() });
    assert_eq!(folders(&screen), ["Shops", "Shops"]);
    screen.edit(DeleteFolder { folder: "Shops".to_owned() });
    assert_eq!(folders(&screen), ["", ""]);
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(folders(&screen), ["Shops", "Shops"]);
}

#[test]
fn twins_and_folders_come_back_from_a_document() {
    let mut screen = drawn();
    let map = screen.map;
    screen.edit(MoveToFolder { map, folder: "Web".to_owned() });
    screen.edit(MakeTwin { map, title: "Shop, to be".to_owned() });
    export(&screen.session, screen.folder.path());
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
    let maps = there.overview().expect("an overview").maps;
    let of = |title: &str| maps.iter().find(|each| each.title == title).expect("a map");
    let (as_is, to_be) = (of("Shop"), of("Shop, to be"));
    assert_eq!((as_is.folder.as_str(), to_be.folder.as_str()), ("Web", "Web"));
    let twins = [as_is, to_be].map(|each| each.twin.map(|twin| (twin.map, twin.state)));
    assert_eq!(twins, [Some((to_be.id, TwinState::AsIs)), Some((as_is.id, TwinState::ToBe))]);
    // Once more they are twins of each other, and not of those that are there.
    there.import_document(&screen.path("maps.json")).expect("taken");
    let maps = there.overview().expect("an overview").maps;
    let of = |title: &str| maps.iter().find(|each| each.title == title).expect("a map");
    assert_eq!(of("Shop (2)").twin.map(|twin| twin.map), Some(of("Shop, to be (2)").id));
    assert_eq!(of("Shop").twin.map(|twin| twin.map), Some(of("Shop, to be").id));
}

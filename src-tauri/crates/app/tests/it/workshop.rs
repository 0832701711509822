//! Workshops: notes, dots, clusters and what becomes of them, wherever maps go.

use std::fs;

use app::operations::{
    AddLane, AddNote, Delete, DeleteStage, DuplicateMap, EditNote, JoinNotes, MoveNote, RevealNotes,
    SetCellsBy, SetDots, SettleNote, VoteForNote,
};
use app::{
    CellsBy, Content, DataExport, DataFormat, Day, FailureCode, LaneId, LaneKind, Locale, NewWorkspace, Node,
    Note, NoteChange, NoteId, OutcomeKind, Session, Sought, StageTint, Stick, TouchpointId,
};
use serde_json::Value;

use crate::screen::Screen;

fn add(screen: &mut Screen, stick: Stick, text: &str, covered: bool) -> NoteId {
    let (map, author, tint) = (screen.map, "Anna".to_owned(), StageTint::Ochre);
    NoteId(screen.edit(AddNote { map, stick, text: text.to_owned(), author, tint, covered }))
}

fn of(screen: &mut Screen, note: NoteId) -> Note {
    let notes = screen.look().parts.notes;
    notes.into_iter().find(|each| each.id == note).expect("it is there")
}

fn vote(screen: &mut Screen, note: NoteId, voter: &str, dots: u32) -> Result<(), FailureCode> {
    let edit = VoteForNote { note, voter: voter.to_owned(), dots }.into();
    let changes = screen.session.edit(&edit).map_err(|error| app::Failure::from(error).code)?;
    screen.apply(&changes);
    Ok(())
}

/// A map with a touchpoint in its first stage, and where its card is.
fn drawn() -> (Screen, TouchpointId) {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    (screen, ad)
}

#[test]
fn a_note_sticks_on_what_is_where_it_is_put() {
    let (mut screen, ad) = drawn();
    let card = screen.look().scene.items.into_iter().find(|item| item.id == format!("touchpoint-{}", ad.0));
    let card = card.expect("its card").bounds;
    let on = Stick::At { left: card.x - 20.0, top: card.y };
    let stuck = add(&mut screen, on, "On the card", false);
    let again = add(&mut screen, on, "Beside the first", false);
    let ground = screen.look().scene.items.into_iter().find_map(|item| item.zones.cell).expect("a ground");
    let below = Stick::At { left: ground.x, top: ground.bottom() - 30.0 };
    let on_stage = add(&mut screen, below, "On the stage", false);
    let loose = add(&mut screen, Stick::At { left: -900.0, top: -700.0 }, "On the map", false);
    let stage = screen.look().parts.stages[0].id;
    assert_eq!(of(&mut screen, stuck).on, Some(Node::Touchpoint(ad)));
    assert_ne!(of(&mut screen, stuck).place, of(&mut screen, again).place);
    assert_eq!(of(&mut screen, on_stage).on, Some(Node::Stage(stage)));
    assert_eq!(of(&mut screen, loose).on, None);
    // What it sticks on goes, and it stays.
    screen.edit(Delete { touchpoints: vec![ad], transitions: Vec::new() });
    assert_eq!(of(&mut screen, stuck).on, Some(Node::Stage(stage)));
    screen.edit(DeleteStage { stage, into: None });
    let notes = screen.look().parts.notes;
    assert_eq!(notes.iter().map(|note| (note.on, note.parked)).collect::<Vec<_>>()[..3], [(None, true); 3]);
    assert!(!of(&mut screen, loose).parked);
}

#[test]
fn nobody_gives_more_dots_than_there_are() {
    let (mut screen, ad) = drawn();
    let map = screen.map;
    let one = add(&mut screen, Stick::On(Node::Touchpoint(ad)), "One", false);
    let two = add(&mut screen, Stick::On(Node::Touchpoint(ad)), "Two", false);
    assert_eq!(vote(&mut screen, one, "Anna", 2), Ok(()));
    assert_eq!(vote(&mut screen, two, " Anna ", 1), Ok(()));
    assert_eq!(vote(&mut screen, two, "Anna", 2), Err(FailureCode::NoDots));
    assert_eq!(vote(&mut screen, one, "Anna", 3), Err(FailureCode::NoDots));
    assert_eq!(vote(&mut screen, two, "Ben", 3), Ok(()));
    assert_eq!(vote(&mut screen, two, " ", 1), Err(FailureCode::Untitled));
    assert_eq!([one, two].map(|note| of(&mut screen, note).dots()), [2, 4]);
    // With fewer to give, what is given stays, and can be taken back step by step.
    screen.edit(SetDots { map, dots: 1 });
    assert_eq!(vote(&mut screen, one, "Anna", 1), Ok(()));
    assert_eq!(vote(&mut screen, one, "Anna", 2), Err(FailureCode::NoDots));
    assert_eq!(vote(&mut screen, two, "Anna", 0), Ok(()));
    assert_eq!([one, two].map(|note| of(&mut screen, note).dots()), [1, 3]);
}

#[test]
fn notes_come_together_and_apart() {
    let (mut screen, ad) = drawn();
    let [one, two, three] = ["Price", "Too dear", "Why so dear?"]
        .map(|text| add(&mut screen, Stick::On(Node::Touchpoint(ad)), text, false));
    screen.edit(JoinNotes { note: two, to: one, name: String::new() });
    screen.edit(JoinNotes { note: three, to: two, name: "Not needed".to_owned() });
    let all = [one, two, three].map(|note| of(&mut screen, note));
    assert!(all.iter().all(|note| note.cluster == "Price" && note.place == all[0].place));
    screen.edit(EditNote { note: two, change: NoteChange::Cluster("Costs".to_owned()) });
    screen.edit(MoveNote { note: one, stick: Stick::At { left: -900.0, top: 0.0 }, whole: true });
    let moved = [one, two, three].map(|note| of(&mut screen, note));
    assert!(moved.iter().all(|note| note.cluster == "Costs" && note.on.is_none()));
    // The first leaves, and the others stay where they are.
    screen.edit(MoveNote { note: one, stick: Stick::On(Node::Touchpoint(ad)), whole: false });
    assert_eq!(
        (of(&mut screen, one).cluster.as_str(), of(&mut screen, one).on),
        ("", Some(Node::Touchpoint(ad)))
    );
    assert_eq!(of(&mut screen, two), moved[1]);
    screen.edit(EditNote { note: three, change: NoteChange::Parked(true) });
    assert_eq!(of(&mut screen, three).cluster, "");
    // Of two that are to have one name, one is told apart by a number.
    let other = add(&mut screen, Stick::At { left: -900.0, top: 400.0 }, "Costs", false);
    let last = add(&mut screen, Stick::At { left: -900.0, top: 800.0 }, "Last", false);
    screen.edit(JoinNotes { note: last, to: other, name: String::new() });
    assert_eq!(of(&mut screen, last).cluster, "Costs 2");
}

#[test]
fn what_is_covered_is_told_nowhere_until_it_is_revealed() {
    let (mut screen, ad) = drawn();
    let map = screen.map;
    let note = add(&mut screen, Stick::On(Node::Touchpoint(ad)), "Whispered", true);
    let other = add(&mut screen, Stick::On(Node::Touchpoint(ad)), "Other", false);
    screen.edit(JoinNotes { note: other, to: note, name: String::new() });
    assert_eq!(of(&mut screen, other).cluster, "…");
    let sought = Sought { text: "Whispered".to_owned(), match_case: false, whole_word: false };
    let view = |screen: &mut Screen| {
        let mut view = app::View { reading: app::Reading { notes: true, ..Default::default() }, ..view(map) };
        view.map = screen.map;
        let seen = screen.session.view_map(view).expect("shown");
        serde_json::to_string(&seen.scene).expect("JSON").contains("Whispered")
    };
    assert!(!view(&mut screen));
    assert_eq!(screen.session.find(&sought).expect("looked"), []);
    assert_eq!(screen.overview.history.undo.as_ref().expect("a step").subject, "Other");
    screen.edit(RevealNotes { map });
    assert!(view(&mut screen));
    assert_eq!(screen.session.find(&sought).expect("looked").len(), 1);
}

fn view(map: app::MapId) -> app::View {
    let (theme, locale) = (app::Theme::Light, Locale::En);
    app::View { map, question: None, reading: app::Reading::default(), theme, locale }
}

#[test]
fn a_note_becomes_a_card_in_a_lane_of_its_kind_in_one_step() {
    let (mut screen, ad) = drawn();
    let map = screen.map;
    let of_ad = Node::Touchpoint(ad);
    let stage = Node::Stage(screen.look().parts.stages[0].id);
    let kind = LaneKind::Pains;
    let lane = LaneId(screen.edit(AddLane { map, kind, title: String::new(), position: 0 }));
    screen.edit(SetCellsBy { lane, by: CellsBy::Touchpoint });
    let note = add(&mut screen, Stick::On(of_ad), "Too slow", true);
    let before = screen.look().parts;
    let settle = |kind, of| SettleNote {
        note,
        kind,
        owner: " Ben ".to_owned(),
        due: Day::parse("2026-12-24"),
        of,
        lane: "To do".to_owned(),
        line: "Ben · 24 Dec 2026".to_owned(),
    };
    screen.edit(settle(OutcomeKind::Pain, of_ad));
    let parts = screen.look().parts;
    assert_eq!((parts.cards[0].lane, parts.cards[0].of), (lane, of_ad));
    assert_eq!(parts.cards[0].text, "Too slow\nBen · 24 Dec 2026");
    let outcome = parts.notes[0].outcome.clone().expect("settled");
    assert_eq!((outcome.owner.as_str(), parts.notes[0].covered), ("Ben", false));
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(screen.look().parts, before, "one step");
    // A lane by touchpoint has no cell for a stage, and none is there for actions: they come at the end, once.
    screen.edit(settle(OutcomeKind::Pain, stage));
    screen.edit(settle(OutcomeKind::Action, of_ad));
    screen.edit(settle(OutcomeKind::Action, stage));
    let parts = screen.look().parts;
    let lanes: Vec<_> = parts.lanes.iter().map(|lane| (lane.kind, lane.title.as_str())).collect();
    assert_eq!(lanes, [(LaneKind::Pains, ""), (LaneKind::Pains, ""), (LaneKind::Own, "To do")]);
    assert_eq!(parts.cards.iter().map(|card| card.of).collect::<Vec<_>>(), [stage; 3]);
}

/// A map with notes of all sorts.
fn discussed() -> Screen {
    let (mut screen, ad) = drawn();
    let map = screen.map;
    let stage = Node::Stage(screen.look().parts.stages[0].id);
    let one = add(&mut screen, Stick::On(Node::Touchpoint(ad)), "One", false);
    let two = add(&mut screen, Stick::On(stage), "Two", true);
    let three = add(&mut screen, Stick::At { left: -300.25, top: 0.1 + 0.2 }, "Three", false);
    screen.edit(JoinNotes { note: two, to: one, name: "Together".to_owned() });
    screen.edit(SetDots { map, dots: 7 });
    vote(&mut screen, one, "Anna", 2).expect("given");
    vote(&mut screen, one, "Ben", 1).expect("given");
    screen.edit(EditNote { note: three, change: NoteChange::Parked(true) });
    let (owner, lane) = ("Ben".to_owned(), "To do".to_owned());
    let (kind, due) = (OutcomeKind::Action, Day::parse("2026-12-24"));
    screen.edit(SettleNote { note: one, kind, owner, due, of: stage, lane, line: String::new() });
    screen
}

fn maps_of(session: &Session, folder: &std::path::Path) -> Vec<Value> {
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
fn a_workshop_goes_with_duplicates_and_documents_and_stays_out_of_copies_for_others() {
    let mut screen = discussed();
    let map = screen.map;
    screen.edit(DuplicateMap { map });
    let folder = screen.folder.path().to_owned();
    let maps = maps_of(&screen.session, &folder);
    assert_eq!(maps[0], maps[1]);
    assert_eq!(maps[0]["notes"].as_array().map(Vec::len), Some(3));
    assert_eq!(maps[0]["dots"], 7);
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
    assert_eq!(maps_of(&there, &screen.path("out"))[1..], maps);
    // A copy in which nobody is known has nobody's words.
    let copy = screen.path("Copy.touchline");
    let disguise = app::Disguise { attributes: Vec::new(), shift_dates: false };
    screen.session.disguise(&copy, &disguise).expect("written");
    let other = Session::open(&copy).expect("opened");
    assert_eq!(maps_of(&other, &screen.path("disguised"))[0].get("notes"), None);
    screen.session.check().expect("sound");
}

//! Finding and replacing in all texts of a map.

use std::collections::BTreeSet;

use app::operations::{
    AddCard, AddLane, AddPersona, AddStorySteps, EditFeeling, EditStage, EditTouchpoints, EditTransitions,
    RenameLane, RenameMap, RenameStage, RenameTouchpoint, ReplaceTexts, SetChannel, WriteCell,
};
use app::{
    AnyChannel, AppError, ChannelIcon, ContentStatus, CustomerImport, DetailChange, Edit, FeelingChange,
    Field, Hit, Joined, LaneId, LaneKind, Link, Node, OwnChannel, PersonaId, PlannedContent, Sought,
    StageChange, TouchpointId, TransitionChange,
};

use crate::screen::Screen;

/// What is written in every text of the map.
const NAME: &str = "zebra@stripes.example";

fn sought(text: &str) -> Sought {
    Sought { text: text.to_owned(), match_case: false, whole_word: false }
}

/// A map in whose every text a name is written, twice in those that have room.
fn full() -> Screen {
    let mut screen = Screen::new();
    let map = screen.map;
    let text = |end: &str| format!("{NAME} {end}");
    let touchpoint = screen.add(&text("seen"), 40.0, 200.0);
    let other = TouchpointId(screen.edit(app::operations::AddTouchpoint {
        map,
        title: "Plain".to_owned(),
        left: 40.0,
        top: 400.0,
        joined: Some(Joined::From(touchpoint)),
        channel: None,
    }));
    assert_ne!(touchpoint, other);
    let stage = screen.look().parts.stages[0].id;
    screen.edit(RenameMap { map, title: text("map") });
    screen.edit(RenameStage { stage, title: text("stage") });
    screen.edit(EditStage { stage, change: StageChange::Aim(text("aim")) });
    screen.edit(EditStage { stage, change: StageChange::Entry(text("entry")) });
    let content = PlannedContent { what: text("film"), format: text("video"), status: ContentStatus::Idea };
    let link = Link { title: text("link"), address: format!("https://example.org/{NAME}") };
    for change in [
        DetailChange::Description(format!("{NAME}, {NAME}")),
        DetailChange::Owner(text("owner")),
        DetailChange::Quote(text("quote")),
        DetailChange::Pains(vec!["Slow".to_owned(), text("pain")]),
        DetailChange::Opportunities(vec![text("faster")]),
        DetailChange::Content(vec![content]),
        DetailChange::Links(vec![link]),
        DetailChange::AddTag(text("tag")),
    ] {
        screen.edit(EditTouchpoints { touchpoints: vec![touchpoint], change });
    }
    let persona = PersonaId(screen.edit(AddPersona { name: "Tom".to_owned() }));
    screen.edit(EditFeeling { touchpoint, persona, change: FeelingChange::Quote(text("felt")) });
    let own = OwnChannel { name: text("kiosk"), icon: ChannelIcon::Cup };
    screen.edit(SetChannel { touchpoints: vec![touchpoint], channel: Some(AnyChannel::Own(own)) });
    let transitions = vec![screen.look().parts.transitions[0].id];
    screen.edit(EditTransitions { transitions, change: TransitionChange::Label(text("label")) });
    let kind = LaneKind::Own;
    let lane = LaneId(screen.edit(AddLane { map, kind, title: "Lane".to_owned(), position: 0 }));
    screen.edit(RenameLane { lane, title: text("lane") });
    screen.edit(WriteCell { lane, of: Node::Stage(stage), text: format!("- {NAME}\n- {NAME}") });
    let of = Node::Touchpoint(touchpoint);
    screen.edit(WriteCell { lane, of, text: text("cell") });
    screen.edit(AddCard { lane, of, place: 0, text: text("note"), image: None });
    let shown = crate::story::whole();
    let step = app::NewStoryStep { title: text("step"), notes: text("said"), shown };
    screen.edit(AddStorySteps { map, place: 0, steps: vec![step] });
    screen
}

fn replace(screen: &mut Screen, only: Option<Hit>) {
    let (map, with) = (screen.map, "a customer".to_owned());
    screen.edit(ReplaceTexts { map, sought: sought(NAME), with, only });
}

#[test]
fn every_text_of_a_map_is_found_and_replaced_in_one_step() {
    let mut screen = full();
    let before = screen.look().parts;
    let hits = screen.session.find(&sought("ZEBRA@")).expect("found");
    let fields: BTreeSet<Field> = hits.iter().map(|hit| hit.field).collect();
    assert_eq!(fields.len(), 18, "a text of each kind: {fields:?}");
    assert_eq!(hits.len(), 24 + 2, "{hits:?}");

    replace(&mut screen, None);
    assert_eq!(screen.session.find(&sought("zebra")).expect("found"), []);
    let parts = serde_json::to_string(&screen.look().parts).expect("JSON");
    assert!(
        parts.contains("- a customer\\n- a customer") && parts.contains("https://example.org/a customer")
    );

    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(screen.look().parts, before, "one step");
}

#[test]
fn erasing_knows_of_no_text_of_a_map_that_is_not_replaced() {
    let mentions = |is_replaced: bool| {
        let mut screen = full();
        if is_replaced {
            replace(&mut screen, None);
        }
        let list = screen.write("crm.csv", &format!("customer,name\n{NAME},Zed\n"));
        screen.session.import_customers(&list, &CustomerImport::default(), &|_| true).expect("imported");
        screen.session.erase(NAME, false).expect("erased").mentions
    };
    let before = mentions(false);
    assert!(before.len() > 12, "{before:?}");
    assert_eq!(mentions(true), []);
}

#[test]
fn one_place_alone_is_replaced_and_one_that_is_gone_is_not() {
    let mut screen = full();
    let hits = screen.session.find(&sought(NAME)).expect("found");
    let second = hits.iter().find(|hit| hit.field == Field::Description && hit.nth == 1).cloned();
    let second = second.expect("there are two");
    replace(&mut screen, Some(second.clone()));
    let parts = screen.look().parts;
    assert_eq!(parts.touchpoints[0].details.description, format!("{NAME}, a customer"));
    assert_eq!(screen.session.find(&sought(NAME)).expect("found").len(), hits.len() - 1);

    let edit = Edit::from(ReplaceTexts {
        map: screen.map,
        sought: sought(NAME),
        with: String::new(),
        only: Some(second),
    });
    let refused = screen.session.edit(&edit);
    assert!(matches!(refused, Err(AppError::NothingToReplace)), "{refused:?}");
}

#[test]
fn what_says_nothing_any_more_leaves_its_list_and_no_title_is_left_empty() {
    let mut screen = Screen::new();
    let map = screen.map;
    let touchpoint = screen.add("Slow", 40.0, 200.0);
    let pains = vec!["slow".to_owned(), "dear".to_owned()];
    let change = DetailChange::Pains(pains);
    screen.edit(EditTouchpoints { touchpoints: vec![touchpoint], change });
    let replaced = |screen: &mut Screen| {
        let edit = ReplaceTexts { map, sought: sought("slow"), with: String::new(), only: None };
        screen.session.edit(&Edit::from(edit))
    };
    assert!(replaced(&mut screen).is_err(), "a touchpoint has a title");
    assert_eq!(screen.look().parts.touchpoints[0].details.pains.len(), 2, "nothing is half done");
    screen.edit(RenameTouchpoint { touchpoint, title: "Page".to_owned() });
    let changes = replaced(&mut screen).expect("replaced");
    screen.apply(&changes);
    assert_eq!(screen.look().parts.touchpoints[0].details.pains, ["dear"]);
}

//! The story of a map: what its steps show, wherever the map goes, and the one that is proposed.

use std::fs;

use app::operations::{
    AddLane, AddPersona, AddStorySteps, Delete, DeleteLane, DeleteStage, DeleteStoryStep, DuplicateMap,
    EditFeeling, EditStoryStep, MoveStoryStep, SetMapPersonas, SetSentiment,
};
use app::{
    About, Against, Area, Content, CustomerId, DataExport, DataFormat, Disguise, FeelingChange, Frame,
    LaneId, LaneKind, Level, Lit, Locale, MapId, NewStoryStep, NewWorkspace, PersonaId, Question, Sentiment,
    Session, Shown, StoryStep, StoryStepChange, StoryStepId, TouchpointId, Who,
};

use crate::screen::{Screen, view};

/// The whole map, as it is asked at first.
pub fn whole() -> Shown {
    Shown {
        frame: Frame::Whole,
        lens: "conversion".to_owned(),
        least: 0,
        question: None,
        lit: Vec::new(),
        hidden: Vec::new(),
    }
}

fn step(title: &str, shown: Shown) -> NewStoryStep {
    NewStoryStep { title: title.to_owned(), notes: format!("Said of {title}"), shown }
}

/// A map with two touchpoints, a lane and a story of three steps: whole, a stage, and a part with two things lit.
fn told() -> (Screen, [TouchpointId; 2], LaneId) {
    let mut screen = Screen::new();
    let map = screen.map;
    let touchpoints = [screen.add("Ad", 40.0, 40.0), screen.add("Page", 40.0, 240.0)];
    let kind = LaneKind::Thoughts;
    let lane = LaneId(screen.edit(AddLane { map, kind, title: String::new(), position: 0 }));
    let lena = PersonaId(screen.edit(AddPersona { name: "Lena".to_owned() }));
    let stage = screen.look().parts.stages[0].id;
    let [from, to] = touchpoints;
    let question =
        Question { who: Who::Persona(lena), against: Some(Against::Others), ..Question::new(Level::Stage) };
    let part = Shown {
        frame: Frame::Area(Area { x: 0.1, y: -12.3, width: 640.7, height: 1.0 / 3.0 }),
        lens: "drop_off".to_owned(),
        least: 20,
        question: Some(question),
        lit: vec![Lit::Touchpoint(from), Lit::Way { from, to }, Lit::Stage(stage)],
        hidden: vec![lane],
    };
    let steps = vec![
        step("All", whole()),
        step("First stage", Shown { frame: Frame::Stage(stage), ..whole() }),
        step("There", part),
    ];
    screen.edit(AddStorySteps { map, place: 0, steps });
    (screen, touchpoints, lane)
}

fn story(screen: &mut Screen) -> Vec<StoryStep> {
    screen.look().parts.story
}

fn titles(story: &[StoryStep]) -> Vec<&str> {
    story.iter().map(|step| step.title.as_str()).collect()
}

fn document(session: &Session, folder: &std::path::Path) -> serde_json::Value {
    let asked =
        DataExport { what: vec![Content::Maps], format: DataFormat::Json, safe: false, replace: true };
    session.export_data(folder, &asked, &|_| true).expect("exported");
    serde_json::from_slice(&fs::read(folder.join("maps.json")).expect("read")).expect("JSON")
}

fn empty(screen: &Screen) -> Session {
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    Session::create(&screen.path("there.touchline"), &new).expect("created")
}

#[test]
fn a_story_goes_with_duplicates_and_documents_without_loss() {
    let (mut screen, ..) = told();
    let map = screen.map;
    let copy = MapId(screen.edit(DuplicateMap { map }));
    let first = document(&screen.session, screen.folder.path());
    let stories = |document: &serde_json::Value| -> Vec<serde_json::Value> {
        document["maps"].as_array().expect("a list").iter().map(|map| map["story"].clone()).collect()
    };
    let told = stories(&first);
    assert_eq!(told[0].as_array().map(Vec::len), Some(3));
    assert_eq!(told[0], told[1]);
    let own = screen.session.view_map(view(copy)).expect("shown").parts;
    let Lit::Touchpoint(lit) = own.story[2].shown.lit[0] else { panic!("{:?}", own.story[2].shown) };
    assert!(own.touchpoints.iter().any(|each| each.id == lit), "of its own map");
    assert_eq!(own.story[2].shown.hidden, [own.lanes[0].id]);

    let mut there = empty(&screen);
    there.import_document(&screen.path("maps.json")).expect("taken");
    let back = stories(&document(&there, &screen.path("out")));
    assert_eq!(back[1..], told);
}

#[test]
fn steps_are_written_moved_and_deleted_and_all_of_it_undone() {
    let (mut screen, ..) = told();
    let before = story(&mut screen);
    let step = before[2].id;
    screen.edit(MoveStoryStep { step, place: 0 });
    assert_eq!(titles(&story(&mut screen)), ["There", "All", "First stage"]);
    screen.edit(EditStoryStep { step, change: StoryStepChange::Title("Here".to_owned()) });
    screen.edit(EditStoryStep { step, change: StoryStepChange::Notes("Slowly".to_owned()) });
    let now = story(&mut screen);
    assert_eq!((now[0].title.as_str(), now[0].notes.as_str()), ("Here", "Slowly"));
    assert_eq!(now[0].shown, before[2].shown);
    screen.edit(DeleteStoryStep { step: StoryStepId(before[0].id.0) });
    assert_eq!(titles(&story(&mut screen)), ["Here", "First stage"]);
    for _ in 0..4 {
        let changes = screen.session.undo().expect("undone");
        screen.apply(&changes);
    }
    assert_eq!(story(&mut screen), before);
}

#[test]
fn what_a_step_shows_goes_without_the_step() {
    let (mut screen, [ad, page], lane) = told();
    screen.edit(DeleteLane { lane });
    assert_eq!(story(&mut screen)[2].shown.hidden, []);
    screen.edit(Delete { touchpoints: vec![page], transitions: Vec::new() });
    let stage = screen.look().parts.stages[0].id;
    assert_eq!(story(&mut screen)[2].shown.lit, [Lit::Touchpoint(ad), Lit::Stage(stage)]);
    screen.edit(DeleteStage { stage, into: None });
    let left = story(&mut screen);
    assert_eq!((left[1].shown.frame, left[2].shown.lit.as_slice()), (Frame::Whole, [].as_slice()));
    assert!(screen.session.check().expect("checked").is_empty());
    for _ in 0..3 {
        let changes = screen.session.undo().expect("undone");
        screen.apply(&changes);
    }
    assert_eq!(story(&mut screen)[2].shown.lit.len(), 3);
}

#[test]
fn steps_name_no_customers_and_copies_for_others_say_nothing_of_them() {
    let (mut screen, ..) = told();
    let map = screen.map;
    let picked = Who::Picked(vec![CustomerId(1)]);
    let question = Question {
        who: picked.clone(),
        against: Some(Against::Who(picked)),
        ..Question::new(Level::Touchpoint)
    };
    let shown = Shown { question: Some(question), ..whole() };
    screen.edit(AddStorySteps { map, place: 9, steps: vec![step("Zebra", shown)] });
    let kept = story(&mut screen)[3].shown.question.clone().expect("a question");
    assert_eq!((kept.who, kept.against), (Who::Everybody, None));

    let copy = screen.path("Copy.touchline");
    let disguise = Disguise { attributes: Vec::new(), shift_dates: false };
    screen.session.disguise(&copy, &disguise).expect("written");
    let mut there = Session::open(&copy).expect("opened");
    let map = there.overview().expect("an overview").maps[0].id;
    let told = there.view_map(view(map)).expect("shown").parts.story;
    assert_eq!(told.len(), 4);
    assert!(told.iter().all(|step| step.title.is_empty() && step.notes.is_empty()), "{told:?}");
}

#[test]
fn a_story_is_proposed_of_the_whole_its_stages_its_losses_and_what_differs() {
    let mut screen = Screen::new();
    screen.import();
    let map = screen.map;
    let [ad, order] = [screen.add("Ad", 40.0, 40.0), screen.add("Order", 40.0, 240.0)];
    screen.list(ad, "ad");
    screen.list(order, "order");
    let [lena, tom] =
        ["Lena", "Tom"].map(|name| PersonaId(screen.edit(AddPersona { name: name.to_owned() })));
    screen.edit(SetMapPersonas { map, personas: vec![lena, tom] });
    screen.edit(SetSentiment { touchpoint: order, sentiment: Some(Sentiment::Positive) });
    let change = FeelingChange::Sentiment(Some(Sentiment::VeryNegative));
    screen.edit(EditFeeling { touchpoint: order, persona: tom, change });
    let stages: Vec<_> = screen.look().parts.stages.iter().map(|stage| stage.id).collect();
    let proposed = screen.session.propose_story().expect("proposed");
    let (first, rest) = proposed.split_first().expect("a step");
    assert_eq!((&first.about, first.shown.frame), (&About::Whole, Frame::Whole));
    let (of_stages, rest) = rest.split_at(stages.len());
    for (stage, step) in stages.iter().zip(of_stages) {
        assert_eq!((&step.about, step.shown.frame), (&About::Stage { stage: *stage }, Frame::Stage(*stage)));
    }
    // Of the two who saw the ad one came back too late, whoever ordered did not come back, and nobody bought anything.
    let [loss, _, differs] = rest else { panic!("{rest:?}") };
    assert_eq!(loss.about, About::Loss { touchpoint: ad, lost: 1, value: None, currency: None });
    assert_eq!((loss.shown.lens.as_str(), &loss.shown.lit[..]), ("drop_off", &[Lit::Touchpoint(ad)][..]));
    assert!(matches!(loss.shown.frame, Frame::Area(area) if area.is_sound()));
    assert_eq!(differs.about, About::Feelings { touchpoint: order, personas: [lena, tom] });
    assert_eq!(differs.shown.lens, "emotion");
    assert_eq!(story(&mut screen), [], "nothing is written");
}

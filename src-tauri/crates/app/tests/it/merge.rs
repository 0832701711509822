//! Merging a copy that has gone its own way, map by map.

use std::fs;
use std::path::{Path, PathBuf};

use app::operations::{
    AddCard, AddLane, AddMap, AddNote, AddPersona, AddSegment, AddStage, AddStorySteps, AddTouchpointTo,
    Connect, Delete, DeleteLane, DeleteMap, DeleteStage, EditFeeling, EditPersona, EditStage,
    EditTouchpoints, EditTransitions, Lock, MakeTwin, MoveStage, MoveToFolder, RenameMap, RenameStage,
    RenameTouchpoint, SetChannel, SetEvents, SetMapPersonas, SetSubJourney, Unlock, VoteForNote, WriteCell,
};
use app::{
    AnyChannel, AppError, BackupReason, ChannelIcon, ChannelKind, DetailChange, Edit, EvidenceKind, Failure,
    FailureCode, FeelingChange, Frame, InteractionImport, KnownBy, LaneId, LaneKind, Level, Lit, Locale,
    MapChoice, MapId, MapState, Merged, NewStoryStep, NewWorkspace, Node, NoteId, OldBackups, OwnChannel,
    Passphrase, PersonaChange, PersonaId, Question, Sentiment, Session, Shown, StageChange, StageId,
    StageTint, Stick, TouchpointId, TransitionChange, TransitionId, TwinState, Who, rule_of_text,
};
use tempfile::TempDir;

use crate::image;

const COPY: &str = "Shop (conflicted copy 2026-11-01).touchline";

/// A workspace with the maps “Old” and “Way”, and its folder.
struct Desk {
    folder: TempDir,
    path: PathBuf,
    copy: PathBuf,
}

impl Desk {
    fn set() -> Self {
        let folder = TempDir::new().expect("a folder");
        let (path, copy) = (folder.path().join("Shop.touchline"), folder.path().join(COPY));
        let new = NewWorkspace {
            title: None,
            timezone: "UTC".to_owned(),
            template: None,
            examples: false,
            persona: None,
            locale: Locale::En,
        };
        let mut session = Session::create(&path, &new).expect("created");
        rename(&mut session, "Customer lifecycle in five stages", "Old");
        draw(&mut session, "Way");
        Self { folder, path, copy }
    }

    /// Copies the closed workspace, as a synchronised folder does, and opens both.
    fn part(&self) -> (Session, Session) {
        fs::copy(&self.path, &self.copy).expect("copied");
        (self.open(), Session::open(&self.copy).expect("opened"))
    }

    fn open(&self) -> Session {
        Session::open(&self.path).expect("opened")
    }
}

fn edit(session: &mut Session, edit: impl Into<Edit>) -> i64 {
    session.edit(&edit.into()).expect("an edit").added.unwrap_or_default()
}

/// Adds a map with two stages, and two touchpoints that are connected.
fn draw(session: &mut Session, title: &str) -> MapId {
    let template = "empty".to_owned();
    let map = MapId(edit(
        session,
        AddMap { title: title.to_owned(), template, locale: Locale::En, examples: false },
    ));
    let mut before = None;
    for (position, stage) in [(0, "Aware"), (1, "Buy")] {
        let stage = StageId(edit(session, AddStage { map, position, title: stage.to_owned() }));
        let title = format!("{title} {position}");
        let touchpoint = TouchpointId(edit(session, AddTouchpointTo { map, stage, title, channel: None }));
        edit(session, SetEvents { touchpoint, events: vec![format!("event {position}")] });
        if let Some(from) = before.replace(touchpoint) {
            edit(session, Connect { from, to: touchpoint });
        }
    }
    map
}

fn map(session: &Session, title: &str) -> MapId {
    session.map_by_title(title).expect("a map")
}

fn rename(session: &mut Session, title: &str, to: &str) {
    let map = map(session, title);
    edit(session, RenameMap { map, title: to.to_owned() });
}

/// Renames a touchpoint of a map.
fn change(session: &mut Session, title: &str, place: usize, to: &str) {
    let places = session.map_places(map(session, title)).expect("places");
    edit(session, RenameTouchpoint { touchpoint: places.touchpoints[place].0, title: to.to_owned() });
}

fn delete(session: &mut Session, title: &str) {
    let map = map(session, title);
    edit(session, DeleteMap { map });
}

fn titles(session: &Session) -> Vec<String> {
    session.overview().expect("an overview").maps.into_iter().map(|map| map.title).collect()
}

/// A map in words: its stages and touchpoints, and how many transitions it has.
fn words(session: &Session, title: &str) -> (Vec<String>, Vec<String>, usize) {
    let summaries = session.map_summaries().expect("maps");
    let found = summaries.into_iter().find(|map| map.title == title);
    let map = found.unwrap_or_else(|| panic!("no map {title} in {:?}", titles(session)));
    (map.stages, map.touchpoints, map.transitions)
}

fn states(session: &Session, copy: &Path) -> Vec<(String, MapState)> {
    let compared = session.compare_copy(copy).expect("compared");
    compared.maps.into_iter().map(|map| (map.title, map.state)).collect()
}

fn merge(session: &mut Session, copy: &Path, choices: &[(usize, MapChoice)]) -> Merged {
    let count = session.compare_copy(copy).expect("compared").maps.len();
    let mut all = vec![None; count];
    for (index, choice) in choices {
        all[*index] = Some(*choice);
    }
    let merged = session.merge_copy(copy, &all).expect("merged");
    assert_eq!(session.check().expect("checked"), Vec::<String>::new());
    merged
}

fn code(error: AppError) -> FailureCode {
    Failure::from(error).code
}

#[test]
fn each_map_is_taken_from_where_it_was_changed() {
    let desk = Desk::set();
    let mut first = desk.open();
    for title in ["Here", "There", "Both", "Lost"] {
        draw(&mut first, title);
    }
    drop(first);
    let (mut here, mut there) = desk.part();
    draw(&mut here, "Mine");
    draw(&mut there, "Theirs");
    change(&mut here, "Here", 0, "Changed here");
    change(&mut there, "There", 1, "Changed there");
    change(&mut here, "Both", 0, "One");
    change(&mut there, "Both", 0, "Other");
    delete(&mut there, "Lost");
    drop(there);
    assert_eq!(
        states(&here, &desk.copy),
        [
            ("Old", MapState::Same),
            ("Way", MapState::Same),
            ("Here", MapState::ChangedHere),
            ("There", MapState::ChangedThere),
            ("Both", MapState::ChangedBoth),
            ("Lost", MapState::DeletedThere),
            ("Mine", MapState::OnlyHere),
            ("Theirs", MapState::OnlyThere),
        ]
        .map(|(title, state)| (title.to_owned(), state))
    );
    // Who does not say which of a map is wanted changes nothing.
    let undecided = here.merge_copy(&desk.copy, &[]).expect_err("“Both” is undecided");
    assert!(matches!(&undecided, AppError::UndecidedMap(title) if title == "Both"), "{undecided}");
    let before = (titles(&here), words(&here, "There"), words(&here, "Both"));
    assert_eq!(here.backups().expect("a list"), []);

    let merged = merge(&mut here, &desk.copy, &[(4, MapChoice::Both)]);
    assert_eq!(merged.added, ["Both (2)", "Theirs"]);
    assert_eq!(merged.changed, ["There"]);
    assert_eq!(words(&here, "There").1, ["There 0", "Changed there"]);
    assert_eq!(words(&here, "Here").1, ["Changed here", "Here 1"]);
    assert_eq!(
        (words(&here, "Both").1[0].as_str(), words(&here, "Both (2)").1[0].as_str()),
        ("One", "Other")
    );
    assert_eq!(words(&here, "Theirs"), words(&Session::look(&desk.copy).expect("there"), "Theirs"));
    assert_eq!(here.backups().expect("a list")[0].reason, BackupReason::Merge);

    // It is one step.
    let after = (titles(&here), words(&here, "There"), words(&here, "Both"));
    here.undo().expect("undone");
    assert_eq!((titles(&here), words(&here, "There"), words(&here, "Both")), before);
    here.redo().expect("done again");
    assert_eq!((titles(&here), words(&here, "There"), words(&here, "Both")), after);
}

#[test]
fn what_is_wanted_otherwise_is_done_otherwise() {
    let desk = Desk::set();
    let mut first = desk.open();
    for title in ["Both", "Lost", "Gone"] {
        draw(&mut first, title);
    }
    drop(first);
    let (mut here, mut there) = desk.part();
    change(&mut here, "Both", 0, "One");
    change(&mut there, "Both", 0, "Other");
    rename(&mut there, "Both", "Renamed");
    delete(&mut there, "Lost");
    draw(&mut there, "Unwanted");
    delete(&mut here, "Gone");
    drop(there);
    let compared = here.compare_copy(&desk.copy).expect("compared");
    let both = &compared.maps[2];
    assert_eq!((both.title.as_str(), both.title_there.as_deref()), ("Both", Some("Renamed")));
    let deleted = compared.maps.iter().find(|map| map.title == "Gone").expect("it is there still");
    assert_eq!(deleted.state, MapState::DeletedHere);
    let choices: Vec<_> = compared
        .maps
        .iter()
        .map(|map| match map.title.as_str() {
            "Both" | "Lost" => Some(MapChoice::Theirs),
            "Unwanted" => Some(MapChoice::Ours),
            _ => None,
        })
        .collect();
    let merged = here.merge_copy(&desk.copy, &choices).expect("merged");
    assert_eq!((merged.changed, merged.deleted), (vec!["Renamed".to_owned()], vec!["Lost".to_owned()]));
    assert_eq!(titles(&here), ["Old", "Way", "Renamed"]);
    assert_eq!(words(&here, "Renamed").1[0], "Other");
}

#[test]
fn a_map_that_was_drawn_anew_is_taken_over_whole() {
    let desk = Desk::set();
    let (mut here, mut there) = desk.part();
    // Titles and events change places, one stage goes and another comes, and so do touchpoints.
    let way = map(&there, "Way");
    let places = there.map_places(way).expect("places");
    let [(aware, _), (buy, _), ..] = places.stages[..] else { panic!("two stages") };
    let [(first, _), (second, _)] = places.touchpoints[..] else { panic!("two touchpoints") };
    edit(&mut there, SetEvents { touchpoint: first, events: vec![] });
    edit(&mut there, SetEvents { touchpoint: second, events: vec!["event 0".to_owned()] });
    edit(&mut there, SetEvents { touchpoint: first, events: vec!["event 1".to_owned()] });
    edit(&mut there, RenameStage { stage: aware, title: "Aside".to_owned() });
    edit(&mut there, RenameStage { stage: buy, title: "Aware".to_owned() });
    edit(&mut there, RenameStage { stage: aware, title: "Buy".to_owned() });
    edit(&mut there, MoveStage { stage: aware, position: 1 });
    let last = StageId(edit(&mut there, AddStage { map: way, position: 0, title: "Before".to_owned() }));
    edit(&mut there, AddTouchpointTo { map: way, stage: last, title: "Poster".to_owned(), channel: None });
    edit(&mut there, Delete { touchpoints: vec![second], transitions: vec![] });
    let wanted = words(&there, "Way");
    drop(there);
    // A segment that speaks of a touchpoint that stays.
    let rule =
        here.with_rows(&rule_of_text("did touchpoint \"Way 0\" on \"Way\"").expect("a rule")).expect("rows");
    edit(&mut here, AddSegment { name: "Reached".to_owned(), rule: rule.clone() });
    assert_eq!(states(&here, &desk.copy)[1].1, MapState::ChangedThere);
    merge(&mut here, &desk.copy, &[]);
    assert_eq!(words(&here, "Way"), wanted);
    assert_eq!(here.map_by_title("Way").expect("it is the same map"), way);
    let segment = here.overview().expect("an overview").segments[0].id;
    assert_eq!(here.segment_rule(segment).expect("a rule"), rule, "it refers to the same touchpoint");
    assert!(states(&here, &desk.copy).iter().all(|(_, state)| *state == MapState::Same));
}

/// A note to be added.
fn note(map: MapId, stick: Stick, text: &str) -> AddNote {
    let (author, tint) = ("Eva".to_owned(), StageTint::Rose);
    AddNote { map, stick, text: text.to_owned(), author, tint, covered: false }
}

#[test]
fn lanes_and_notes_are_compared_and_come_with_their_map() {
    let desk = Desk::set();
    let mut first = desk.open();
    let way = map(&first, "Way");
    let lane = |session: &mut Session, kind, position| {
        LaneId(edit(session, AddLane { map: way, kind, title: String::new(), position }))
    };
    let pains = lane(&mut first, LaneKind::Pains, 0);
    let gone = lane(&mut first, LaneKind::Thoughts, 1);
    let stage = first.map_places(way).expect("places").stages[1].0;
    edit(&mut first, WriteCell { lane: pains, of: Node::Stage(stage), text: "Long queue".to_owned() });
    drop(first);
    let (mut here, mut there) = desk.part();
    let actions = lane(&mut there, LaneKind::Actions, 0);
    edit(&mut there, WriteCell { lane: actions, of: Node::Stage(stage), text: "Pays".to_owned() });
    edit(&mut there, WriteCell { lane: pains, of: Node::Stage(stage), text: "Longer queue".to_owned() });
    let place = there.map_places(way).expect("places").touchpoints[0].0;
    let of = Node::Touchpoint(place);
    edit(&mut there, WriteCell { lane: pains, of, text: "At the till".to_owned() });
    edit(&mut there, AddCard { lane: pains, of, place: 0, text: "Note".to_owned(), image: None });
    let note = |stick, text: &str| note(way, stick, text);
    let first = NoteId(edit(&mut there, note(Stick::On(of), "Nobody at the till")));
    edit(&mut there, note(Stick::At { left: 0.0, top: -500.0 }, "Loose"));
    edit(&mut there, VoteForNote { note: first, voter: "Eva".to_owned(), dots: 2 });
    edit(&mut there, DeleteLane { lane: gone });
    // Another lane of the same row.
    lane(&mut here, LaneKind::Emotion, 0);
    here.undo().expect("undone");
    drop(there);
    assert_eq!(states(&here, &desk.copy)[1].1, MapState::ChangedThere);
    let changed = merge(&mut here, &desk.copy, &[]).changed;
    assert_eq!(changed, ["Way"]);
    assert_eq!(states(&here, &desk.copy)[1].1, MapState::Same);
    here.undo().expect("undone");
    assert_eq!(states(&here, &desk.copy)[1].1, MapState::ChangedThere);
}

#[test]
fn without_a_common_past_a_map_that_differs_was_changed_in_both() {
    let desk = Desk::set();
    let (mut here, mut there) = desk.part();
    change(&mut there, "Way", 0, "Changed there");
    drop(there);
    assert_eq!(states(&here, &desk.copy)[1].1, MapState::ChangedThere, "history tells");
    let mut there = Session::open(&desk.copy).expect("opened");
    // More steps than are kept, so that nothing is left of what both have done.
    for step in 0..1_001 {
        rename(&mut there, "Old", &format!("Old {step}"));
        rename(&mut here, "Old", &format!("Old {step}"));
        if step < 1_000 {
            rename(&mut there, &format!("Old {step}"), "Old");
            rename(&mut here, &format!("Old {step}"), "Old");
        }
    }
    drop(there);
    assert_eq!(states(&here, &desk.copy)[1].1, MapState::ChangedBoth);
}

#[test]
fn personas_and_segments_come_along() {
    let desk = Desk::set();
    let (mut here, mut there) = desk.part();
    let log = desk.folder.path().join("log.csv");
    fs::write(&log, "customer,event,timestamp\nann,ad,2024-03-01\nbob,ad,2024-03-02\n").expect("written");
    there.import_interactions(&log, &InteractionImport::default(), &|_| true).expect("imported");
    let way = map(&there, "Way");
    draw(&mut there, "New");
    let persona = PersonaId(edit(&mut there, AddPersona { name: "Nora".to_owned() }));
    let ida = PersonaId(edit(&mut there, AddPersona { name: "Ida".to_owned() }));
    edit(&mut there, SetMapPersonas { map: way, personas: vec![persona, ida] });
    edit(&mut there, EditPersona { persona, change: PersonaChange::Quote("“When?”".to_owned()) });
    let rule = |session: &Session, text: &str| {
        session.with_rows(&rule_of_text(text).expect("a rule")).expect("names that are there")
    };
    let of_new = rule(&there, "did touchpoint \"New 1\" on \"New\"");
    edit(&mut there, AddSegment { name: "Reached".to_owned(), rule: of_new });
    // Both have added a persona since, of the same row and another name.
    edit(&mut here, AddPersona { name: "Tom".to_owned() });
    drop(there);

    let both = ["Nora", "Ida"].map(str::to_owned).to_vec();
    let compared = here.compare_copy(&desk.copy).expect("compared");
    assert_eq!((compared.personas, compared.segments), (both.clone(), vec!["Reached".to_owned()]));
    let [import] = &compared.imports[..] else { panic!("one import is there only") };
    assert_eq!((import.source.as_str(), import.taken), ("log.csv", 2));
    let merged = merge(&mut here, &desk.copy, &[]);
    assert_eq!((merged.personas, merged.segments), (both, vec!["Reached".to_owned()]));
    assert_eq!((merged.missing.len(), merged.imports.len()), (0, 1), "it is told what was not brought over");
    let overview = here.overview().expect("an overview");
    let [nora, ida] = ["Nora", "Ida"]
        .map(|name| overview.personas.iter().find(|persona| persona.name == name).expect("she came along"));
    assert_eq!(overview.maps[1].personas, [nora.id, ida.id]);
    assert_eq!(nora.details.quote, "“When?”");
    assert_eq!(overview.counts.interactions, 0);
    let here_too = rule(&here, "did touchpoint \"New 1\" on \"New\"");
    assert_eq!(here.segment_rule(overview.segments[0].id).expect("a rule"), here_too);
}

#[test]
fn twins_and_folders_come_with_their_maps() {
    let desk = Desk::set();
    let (mut here, mut there) = desk.part();
    let way = map(&there, "Way");
    edit(&mut there, MoveToFolder { map: way, folder: "Web".to_owned() });
    edit(&mut there, MakeTwin { map: way, title: "Way, to be".to_owned() });
    drop(there);
    let merged = merge(&mut here, &desk.copy, &[]);
    assert_eq!((merged.changed, merged.added), (vec!["Way".to_owned()], vec!["Way, to be".to_owned()]));
    let maps = here.overview().expect("an overview").maps;
    let of = |title: &str| maps.iter().find(|each| each.title == title).expect("a map");
    let (as_is, to_be) = (of("Way"), of("Way, to be"));
    assert_eq!((as_is.folder.as_str(), to_be.folder.as_str()), ("Web", "Web"));
    let twins = [as_is, to_be].map(|each| each.twin.map(|twin| (twin.map, twin.state)));
    assert_eq!(twins, [Some((to_be.id, TwinState::AsIs)), Some((as_is.id, TwinState::ToBe))]);
    let (here, copy) = (states(&here, &desk.copy), Session::look(&desk.copy).expect("there"));
    assert!(here.iter().all(|(_, state)| *state == MapState::Same), "{here:?} {:?}", titles(&copy));
}

#[test]
fn a_story_comes_with_its_map_and_means_the_same_here() {
    let desk = Desk::set();
    let (mut here, mut there) = desk.part();
    // The row of its persona is another's here.
    edit(&mut here, AddPersona { name: "Here".to_owned() });
    let lena = PersonaId(edit(&mut there, AddPersona { name: "Lena".to_owned() }));
    let way = map(&there, "Way");
    let places = there.map_places(way).expect("places");
    let (stage, from, to) = (places.stages[1].0, places.touchpoints[0].0, places.touchpoints[1].0);
    let question = Question { who: Who::Persona(lena), ..Question::new(Level::Stage) };
    let shown = Shown {
        frame: Frame::Stage(stage),
        question: Some(question),
        lit: vec![Lit::Stage(stage), Lit::Way { from, to }],
        ..crate::story::whole()
    };
    let step = NewStoryStep { title: "Where it goes wrong".to_owned(), notes: String::new(), shown };
    edit(&mut there, AddStorySteps { map: way, place: 0, steps: vec![step.clone(), step] });
    drop(there);
    assert_eq!(merge(&mut here, &desk.copy, &[]).changed, ["Way"]);
    let overview = here.overview().expect("an overview");
    let lena = overview.personas.iter().find(|each| each.name == "Lena").expect("she came along").id;
    let story = here.view_map(crate::screen::view(way)).expect("shown").parts.story;
    assert_eq!(story.len(), 2);
    assert_eq!(story[0].shown.question.as_ref().expect("a question").who, Who::Persona(lena));
    assert_eq!((story[1].shown.frame, story[1].shown.lit.len()), (Frame::Stage(stage), 2));
    assert!(here.check().expect("checked").is_empty());
    assert!(states(&here, &desk.copy).iter().all(|(_, state)| *state == MapState::Same));
}

#[test]
fn what_touchpoints_open_comes_with_their_maps() {
    let desk = Desk::set();
    let (mut here, mut there) = desk.part();
    // Rows of maps are taken by others here.
    draw(&mut here, "Here");
    let paying = draw(&mut there, "Paying");
    let places = there.map_places(map(&there, "Way")).expect("places");
    let touchpoint = places.touchpoints[0].0;
    edit(&mut there, SetSubJourney { touchpoint, sub_journey: Some(paying) });
    drop(there);
    merge(&mut here, &desk.copy, &[]);
    let way = map(&here, "Way");
    let parts = here.view_map(crate::screen::view(way)).expect("shown").parts;
    assert_eq!(parts.touchpoints[0].sub_journey, Some(map(&here, "Paying")));
    assert!(here.check().expect("checked").is_empty());
    let states = states(&here, &desk.copy);
    assert!(states.iter().all(|(title, state)| title == "Here" || *state == MapState::Same), "{states:?}");
}

#[test]
fn what_personas_feel_comes_with_their_map() {
    let desk = Desk::set();
    let mut before = desk.open();
    let nora = PersonaId(edit(&mut before, AddPersona { name: "Nora".to_owned() }));
    let way = map(&before, "Way");
    edit(&mut before, SetMapPersonas { map: way, personas: vec![nora] });
    drop(before);
    let (mut here, mut there) = desk.part();
    // Rows of personas are taken by others here.
    edit(&mut here, AddPersona { name: "Ida".to_owned() });
    let tom = PersonaId(edit(&mut there, AddPersona { name: "Tom".to_owned() }));
    edit(&mut there, SetMapPersonas { map: way, personas: vec![nora, tom] });
    let touchpoint = there.map_places(way).expect("places").touchpoints[0].0;
    for (persona, sentiment) in [(nora, Sentiment::Positive), (tom, Sentiment::Negative)] {
        let change = FeelingChange::Sentiment(Some(sentiment));
        edit(&mut there, EditFeeling { touchpoint, persona, change });
    }
    drop(there);
    merge(&mut here, &desk.copy, &[]);
    let parts = here.view_map(crate::screen::view(way)).expect("shown").parts;
    let personas = here.overview().expect("an overview").personas;
    let tom = personas.iter().find(|each| each.name == "Tom").expect("he came along").id;
    assert_eq!((parts.map.personas[0], parts.touchpoints[0].sentiment), (nora, Some(Sentiment::Positive)));
    let felt: Vec<_> =
        parts.touchpoints[0].feelings.iter().map(|each| (each.persona, each.sentiment)).collect();
    assert_eq!(felt, [(tom, Some(Sentiment::Negative))]);
    assert!(states(&here, &desk.copy).iter().all(|(_, state)| *state == MapState::Same));
}

#[test]
fn what_is_locked_here_becomes_what_it_is_there() {
    let desk = Desk::set();
    let mut before = desk.open();
    let way = map(&before, "Way");
    let places = before.map_places(way).expect("places");
    let (stages, cards) = (places.stages, places.touchpoints);
    let lock = Lock { touchpoints: vec![cards[0].0, cards[1].0], stages: vec![stages[0].0, stages[1].0] };
    edit(&mut before, lock);
    drop(before);
    let (mut here, mut there) = desk.part();
    edit(&mut there, Unlock { touchpoints: vec![cards[0].0], stages: vec![stages[0].0] });
    edit(&mut there, DeleteStage { stage: stages[0].0, into: None });
    drop(there);
    merge(&mut here, &desk.copy, &[]);
    let parts = here.view_map(crate::screen::view(way)).expect("shown").parts;
    let locked: Vec<_> = parts.touchpoints.iter().map(|each| (each.id, each.locked)).collect();
    assert_eq!(locked, [(cards[1].0, true)]);
    let locked = parts.stages.iter().filter(|each| each.locked).map(|each| each.id);
    assert_eq!(locked.collect::<Vec<_>>(), [stages[1].0]);
    assert!(states(&here, &desk.copy).iter().all(|(_, state)| *state == MapState::Same));
}

#[test]
fn copies_are_noticed_beside_the_workspace_and_set_aside() {
    let desk = Desk::set();
    assert_eq!(desk.open().copies().expect("none"), []);
    let (session, mut there) = desk.part();
    edit(&mut there, AddPersona { name: "Nora".to_owned() });
    drop(there);
    // Of another workspace, and none at all.
    let new = NewWorkspace {
        title: None,
        timezone: "UTC".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    drop(Session::create(&desk.path.with_file_name("Shop (1).touchline"), &new).expect("created"));
    fs::write(desk.path.with_file_name("Shop 2.touchline"), "damaged").expect("written");
    let copies = session.copies().expect("a list");
    assert_eq!(copies.iter().map(|copy| copy.name.as_str()).collect::<Vec<_>>(), [COPY]);
    assert_eq!(session.copy_file(COPY).expect("it is there"), desk.copy);
    for other in ["Shop (1).touchline", "Shop 2.touchline", "../Shop.touchline", ""] {
        assert_eq!(code(session.copy_file(other).expect_err("no copy")), FailureCode::NoCopyOfThis);
    }

    let backup = session.set_copy_aside(&desk.copy).expect("set aside");
    assert_eq!((backup.reason, desk.copy.exists()), (BackupReason::Copy, false));
    assert_eq!(session.copies().expect("none"), []);
    let restored = session.restore(&backup.id).expect("restored");
    assert_eq!(restored.overview().expect("an overview").personas.len(), 1);
}

#[test]
fn what_is_no_copy_or_damaged_changes_nothing() {
    let desk = Desk::set();
    let (mut session, there) = desk.part();
    drop(there);
    let whole = fs::read(&desk.copy).expect("read");
    let other = Desk::set();
    assert_eq!(code(session.compare_copy(&other.path).expect_err("a stranger")), FailureCode::NoCopyOfThis);
    assert_eq!(code(session.compare_copy(&desk.path).expect_err("itself")), FailureCode::NoCopyOfThis);
    assert_eq!(code(session.set_copy_aside(&other.path).expect_err("a stranger")), FailureCode::NoCopyOfThis);
    fs::write(&desk.copy, &whole[..whole.len() / 2]).expect("cut off");
    let refused = code(session.merge_copy(&desk.copy, &[]).expect_err("it is cut off"));
    assert_eq!(refused, FailureCode::WorkspaceDamaged);
    fs::write(&desk.copy, "nothing").expect("written");
    let refused = code(session.merge_copy(&desk.copy, &[]).expect_err("it is no workspace"));
    assert_eq!(refused, FailureCode::WorkspaceDamaged);
    assert_eq!(session.backups().expect("a list"), []);
    assert!(desk.copy.exists());
}

#[test]
fn a_copy_under_another_passphrase_asks_for_it_and_is_set_aside_under_the_workspaces_own() {
    let phrase = |text: &str| Passphrase::new(text.to_owned());
    let desk = Desk::set();
    let (session, mut there) = desk.part();
    change(&mut there, "Way", 0, "Secret");
    drop(there.protect(&phrase("correct horse battery"), OldBackups::Follow).expect("protected"));
    let copies = session.copies().expect("a list");
    assert!(copies[0].is_locked);
    assert_eq!(code(session.compare_copy(&desk.copy).expect_err("locked")), FailureCode::WorkspaceLocked);

    let (mut session, _) =
        session.protect(&phrase("staple of horses"), OldBackups::Follow).expect("protected");
    let unlocked = app::unlock(&desk.copy, &phrase("correct horse battery")).expect("unlocked");
    assert!(!session.copies().expect("a list")[0].is_locked);
    merge(&mut session, &desk.copy, &[]);
    assert_eq!(words(&session, "Way").1[0], "Secret");
    let aside = session.set_copy_aside(&desk.copy).expect("set aside");
    drop(unlocked);
    assert_eq!(session.compare(&aside.id).expect("readable").then.maps.len(), 2);
}

/// What edits at random draw from: Marsaglia's xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % count
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        if all.is_empty() { None } else { Some(all[self.below(all.len())]) }
    }
}

/// Changes a map in some way, as far as it can be: what is refused is left.
fn change_somehow(session: &mut Session, random: &mut Random) {
    let maps: Vec<_> = session.overview().expect("an overview").maps.iter().map(|map| map.id).collect();
    let Some(map) = random.of(&maps) else { return };
    let places = session.map_places(map).expect("places");
    let stages: Vec<_> = places.stages.iter().map(|(id, _)| *id).collect();
    let touchpoints: Vec<_> = places.touchpoints.iter().map(|(id, _)| *id).collect();
    let (stage, touchpoint) = (random.of(&stages), random.of(&touchpoints));
    let title = format!("{}", random.below(12));
    let position = random.below(4) as u32;
    let edit: Option<Edit> = match (random.below(17), stage, touchpoint) {
        (0, ..) => Some(AddStage { map, position, title }.into()),
        (1, Some(stage), _) => Some(RenameStage { stage, title }.into()),
        (2, Some(stage), _) => Some(MoveStage { stage, position: random.below(stages.len()) as u32 }.into()),
        (3, Some(stage), _) if stages.len() > 1 => {
            let near = stages.iter().position(|each| *each == stage).and_then(|at| stages.get(at + 1));
            Some(DeleteStage { stage, into: near.copied() }.into())
        }
        (4 | 5, Some(stage), _) => Some(AddTouchpointTo { map, stage, title, channel: None }.into()),
        (6, _, Some(touchpoint)) => Some(RenameTouchpoint { touchpoint, title }.into()),
        (7, _, Some(touchpoint)) => Some(SetEvents { touchpoint, events: vec![title] }.into()),
        (8, _, Some(from)) => random.of(&touchpoints).map(|to| Connect { from, to }.into()),
        (9, _, Some(touchpoint)) => {
            Some(Delete { touchpoints: vec![touchpoint], transitions: vec![] }.into())
        }
        (11, _, Some(touchpoint)) => Some(written(touchpoint, title, random)),
        (12, _, Some(touchpoint)) => {
            let own = OwnChannel { name: title, icon: ChannelIcon::Cup };
            let channel =
                [Some(AnyChannel::Own(own)), Some(ChannelKind::Post.into()), None][random.below(3)].clone();
            Some(SetChannel { touchpoints: vec![touchpoint], channel }.into())
        }
        (13, Some(stage), _) => Some(EditStage { stage, change: StageChange::Aim(title) }.into()),
        (14, ..) => {
            let transitions = vec![TransitionId(random.below(9) as i64 + 1)];
            Some(EditTransitions { transitions, change: TransitionChange::Label(title) }.into())
        }
        (15, ..) => {
            let on = touchpoint.map(Node::Touchpoint).filter(|_| random.below(2) == 0);
            let stick = on.map_or(Stick::At { left: 9.0, top: 90.0 }, Stick::On);
            Some(note(map, stick, &title).into())
        }
        (10, ..) => Some(AddLane { map, kind: LaneKind::Pains, title, position }.into()),
        _ => Some(RenameMap { map, title }.into()),
    };
    // A title that is taken, for instance.
    let _ = edit.map(|edit| session.edit(&edit));
}

/// Something else that is written of a touchpoint.
fn written(touchpoint: TouchpointId, text: String, random: &mut Random) -> Edit {
    let change = match random.below(7) {
        0 => DetailChange::Quote(text),
        1 => DetailChange::Pains(vec![text; 2]),
        2 => DetailChange::MomentOfTruth(true),
        3 => DetailChange::AddTag(text),
        4 => DetailChange::Evidence(Some(KnownBy { kind: EvidenceKind::Assumed, day: None })),
        5 => image::shown(),
        _ => DetailChange::Description(text),
    };
    EditTouchpoints { touchpoints: vec![touchpoint], change }.into()
}

#[test]
fn whatever_was_changed_in_either_the_copy_can_be_taken_whole_and_that_be_undone() {
    let cases: u64 = std::env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12);
    for case in 1..=cases {
        let mut random = Random(case.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let desk = Desk::set();
        let mut first = desk.open();
        for _ in 0..20 {
            change_somehow(&mut first, &mut random);
        }
        drop(first);
        let (mut here, mut there) = desk.part();
        for _ in 0..15 {
            change_somehow(&mut here, &mut random);
            change_somehow(&mut there, &mut random);
        }
        // In whatever rows touchpoints are.
        let sorted = |session: &Session| {
            let mut all = Vec::new();
            for title in titles(session) {
                let (stages, mut touchpoints, transitions) = words(session, &title);
                touchpoints.sort();
                all.push((title, stages, touchpoints, transitions));
            }
            all.sort();
            all
        };
        let wanted = sorted(&there);
        drop(there);
        let before: Vec<_> = titles(&here).iter().map(|title| (title.clone(), words(&here, title))).collect();
        let compared = here.compare_copy(&desk.copy).expect("compared");
        let theirs = vec![Some(MapChoice::Theirs); compared.maps.len()];
        here.merge_copy(&desk.copy, &theirs).expect("merged");
        assert_eq!(here.check().expect("checked"), Vec::<String>::new(), "case {case}");
        assert_eq!(sorted(&here), wanted, "case {case}");
        let left = states(&here, &desk.copy);
        let maps =
            compared.maps.iter().map(|map| (&map.title, &map.title_there, map.state)).collect::<Vec<_>>();
        assert!(
            left.iter().all(|(_, state)| *state == MapState::Same),
            "case {case}: {left:?} after {maps:?}"
        );
        if compared.maps.iter().any(|map| map.state != MapState::Same) {
            here.undo().expect("undone");
        }
        let after: Vec<_> = titles(&here).iter().map(|title| (title.clone(), words(&here, title))).collect();
        assert_eq!(after, before, "case {case}");
    }
}

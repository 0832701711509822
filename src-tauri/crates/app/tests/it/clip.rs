//! Touchpoints that are copied and put on maps.

use app::operations::{AddStage, Delete, RenameStage, SetEvents, SetSentiment};
use app::{
    AppError, Level, Locale, MapId, NewWorkspace, Node, Parts, Pasted, PutAt, Reading, Sentiment, Session,
    Theme, TouchpointId, View,
};
use model::Journey;
use tempfile::TempDir;

const MIDDLE: PutAt = PutAt { x: 300.0, y: 300.0, exact: false };

struct Desk {
    _folder: TempDir,
    session: Session,
    map: MapId,
}

impl Desk {
    /// A map of three touchpoints: two in the first stage, one in the second.
    fn set() -> Self {
        let folder = TempDir::new().expect("a folder");
        let (title, template, persona) = (None, None, None);
        let new = NewWorkspace {
            title,
            timezone: "UTC".to_owned(),
            template,
            examples: false,
            persona,
            locale: Locale::En,
        };
        let mut session = Session::create(&folder.path().join("Shop.touchline"), &new).expect("created");
        let map = session.overview().expect("an overview").maps[0].id;
        let text = "Awareness\n- Sees an advertisement → Asks a friend, Compares\n- Asks a friend\nConsideration\n- Compares\n";
        session.paste_text(map, text, MIDDLE).expect("pasted");
        Self { _folder: folder, session, map }
    }

    fn journey(&mut self) -> Journey {
        let view = View {
            map: self.map,
            question: None,
            theme: Theme::Light,
            locale: Locale::En,
            reading: Reading::default(),
        };
        let Parts { map, stages, touchpoints, transitions, .. } =
            self.session.view_map(view).expect("shown").parts;
        Journey::build(map, stages, touchpoints, transitions).expect("a journey")
    }

    fn all(&mut self) -> Vec<TouchpointId> {
        let journey = self.journey();
        journey.touchpoints().map(|each| each.id).collect()
    }

    /// Each touchpoint with its stage, and where it leads.
    fn shown(&mut self) -> Vec<String> {
        let journey = self.journey();
        let title = |id: TouchpointId| journey.touchpoint(id).expect("it is there").title.clone();
        let line = |id: TouchpointId| {
            let stage = journey.touchpoint(id).expect("it is there").stage;
            let stage = journey.title(Node::Stage(stage)).expect("its stage").to_owned();
            let next: Vec<_> = journey.next(id).into_iter().map(title).collect();
            format!("{stage}: {} > {}", title(id), next.join(" + "))
        };
        let nodes = journey.nodes(Level::Touchpoint);
        let ids = nodes.into_iter().filter_map(|node| match node {
            Node::Touchpoint(id) => Some(id),
            Node::Stage(_) => None,
        });
        ids.map(line).collect()
    }

    /// Sees that no card lies on another.
    fn apart(&mut self) {
        let journey = self.journey();
        let layout = scene::Layout::of(&journey);
        let cards: Vec<_> = journey.touchpoints().filter_map(|each| layout.rect_of(each.id)).collect();
        for (at, card) in cards.iter().enumerate() {
            assert!(!cards[at + 1..].iter().any(|other| other.overlaps(card)), "{cards:?}");
        }
    }
}

fn pasted(outcome: Result<Pasted, AppError>) -> Vec<TouchpointId> {
    outcome.expect("pasted").touchpoints
}

#[test]
fn an_outline_comes_back_as_it_was() {
    let mut desk = Desk::set();
    let shown = [
        "Awareness: Sees an advertisement > Asks a friend + Compares",
        "Awareness: Asks a friend > ",
        "Consideration: Compares > ",
    ];
    assert_eq!(desk.shown(), shown);
    let all = desk.all();
    let clip = desk.session.clip(desk.map, &all).expect("a clip");
    assert_eq!(
        clip.text(),
        "Awareness\n- Sees an advertisement → Asks a friend, Compares\n- Asks a friend\nConsideration\n- Compares\n"
    );
    desk.session.edit(&Delete { touchpoints: all, transitions: Vec::new() }.into()).expect("deleted");
    pasted(desk.session.paste_text(desk.map, clip.text(), MIDDLE));
    assert_eq!(desk.shown(), shown);
    desk.apart();
}

#[test]
fn a_duplicate_is_all_that_it_was_but_for_its_events_and_lies_on_nothing() {
    let mut desk = Desk::set();
    let all = desk.all();
    let set = SetSentiment { touchpoint: all[0], sentiment: Some(Sentiment::Positive) };
    desk.session.edit(&set.into()).expect("set");
    let set = SetEvents { touchpoint: all[0], events: vec!["ad".to_owned()] };
    desk.session.edit(&set.into()).expect("set");
    for _ in 0..5 {
        let copies = pasted(desk.session.duplicate(desk.map, &all[..2]));
        let journey = desk.journey();
        let copy = journey.touchpoint(copies[0]).expect("it is there");
        assert_eq!((copy.sentiment, copy.events.len()), (Some(Sentiment::Positive), 0));
        assert_eq!(copy.stage, journey.touchpoint(all[0]).expect("it is there").stage);
        assert!(journey.connects(copies[0], copies[1]));
        desk.apart();
    }
    assert_eq!(desk.all().len(), 3 + 5 * 2);
    let undone = desk.session.undo().expect("undone").history.redo.expect("it can be done again");
    assert_eq!((undone.op.as_str(), undone.subject.as_str()), ("duplicate", ""));
    assert_eq!(desk.all().len(), 3 + 4 * 2, "one step");
}

#[test]
fn what_was_cut_has_its_events_still() {
    let mut desk = Desk::set();
    let first = desk.all()[0];
    let set = SetEvents { touchpoint: first, events: vec!["ad".to_owned()] };
    desk.session.edit(&set.into()).expect("set");
    let clip = desk.session.clip(desk.map, &[first]).expect("a clip");
    desk.session.edit(&Delete { touchpoints: vec![first], transitions: Vec::new() }.into()).expect("cut");
    let ids = pasted(desk.session.paste(desk.map, &clip, MIDDLE));
    let journey = desk.journey();
    assert_eq!(journey.touchpoint(ids[0]).expect("it is there").events, ["ad"]);
}

#[test]
fn where_the_map_lacks_their_stages_they_stand_to_each_other_as_they_did() {
    let mut desk = Desk::set();
    let all = desk.all();
    let clip = desk.session.clip(desk.map, &all).expect("a clip");
    let stages: Vec<_> = desk.journey().stages().iter().map(|each| each.id).collect();
    desk.session
        .edit(&RenameStage { stage: stages[0], title: "Elsewhere".to_owned() }.into())
        .expect("renamed");
    desk.session
        .edit(&AddStage { map: desk.map, title: "Late".to_owned(), position: 5 }.into())
        .expect("added");
    for exact in [false, true] {
        let ids = pasted(desk.session.paste(desk.map, &clip, PutAt { x: 900.0, y: 400.0, exact }));
        let journey = desk.journey();
        let layout = scene::Layout::of(&journey);
        let [first, second, third] = [0, 1, 2].map(|at| layout.rect_of(ids[at]).expect("a card"));
        assert!(second.y > first.y && third.x > first.x, "{first:?} {second:?} {third:?}");
        desk.apart();
    }
    let far = PutAt { x: f64::NAN, y: 0.0, exact: true };
    desk.session.paste(desk.map, &clip, far).expect_err("nowhere");
}

#[test]
fn lists_and_cells_of_other_programs_are_touchpoints() {
    let mut desk = Desk::set();
    let before = desk.shown().len();
    let text = "• Newsletter\r\n\r\n1. Webinar\r\n12) Fair\r\n-\r\nPurchase\tPays  \tEUR 12\r\nconsideration\tBrochure\n";
    pasted(desk.session.paste_text(desk.map, text, PutAt { x: 60.0, ..MIDDLE }));
    let shown = desk.shown();
    assert_eq!(shown.len(), before + 6);
    for line in [
        "Awareness: Newsletter > ",
        "Awareness: Webinar > ",
        "Awareness: Fair > ",
        "Awareness: - > ",
        "Purchase: Pays > ",
        "Consideration: Brochure > ",
    ] {
        assert!(shown.iter().any(|each| each == line), "{line}: {shown:?}");
    }
    desk.apart();
    let lines = |count: usize| (0..count).map(|line| format!("Line {line}\n")).collect::<Vec<_>>().concat();
    for nothing in ["", " \n\t\n", "Awareness\n"] {
        let refused = desk.session.paste_text(desk.map, nothing, MIDDLE);
        assert!(matches!(refused, Err(AppError::NothingToPaste)), "{refused:?}");
    }
    let refused = desk.session.paste_text(desk.map, &lines(501), MIDDLE);
    assert!(matches!(refused, Err(AppError::TooManyToPaste { found: 501 })), "{refused:?}");
    let long = "x".repeat(100_000);
    desk.session.paste_text(desk.map, &format!("Fine\n{long}"), MIDDLE).expect_err("too long");
    assert_eq!(desk.shown(), shown, "all or nothing");
    assert_eq!(pasted(desk.session.paste_text(desk.map, &lines(500), MIDDLE)).len(), 500);
    desk.apart();
}

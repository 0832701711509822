//! A session as a shell uses it: real files, edits and their changes, undo, previews, imports, pictures.

use std::fs;

use app::operations::{
    AddMap, AddSegment, AddStage, AddTouchpoint, AddTouchpointTo, Connect, DeleteMap, DeleteStage,
    LeaveEvent, MoveTouchpoints, RenameTouchpoint, SetEvents,
};
use app::{
    AppError, Cancel, CustomerImport, Detail, Edit, ExportOptions, Failure, FailureCode, InteractionImport,
    Joined, Lens, Level, Locale, MapId, Move, NewWorkspace, Overview, Question, Reading, Rule, Session,
    StageId, Theme, TouchpointId, Unit, View, Wanted, Who,
};
use tempfile::TempDir;

use crate::screen::{LOG, Screen, view};

#[test]
fn a_card_is_added_where_a_new_card_was_said_to_stand() {
    let mut screen = Screen::new();
    let new = screen.session.new_card(&Wanted::At { x: 501.0, y: 203.0 }).expect("there are stages");
    let edit = AddTouchpoint {
        map: screen.map,
        title: "New".to_owned(),
        left: new.plate.rect.x,
        top: new.plate.rect.y,
        joined: None,
        channel: None,
    };
    let id = screen.edit(edit);
    let card =
        screen.seen.scene.items.iter().find(|item| item.id == format!("touchpoint-{id}")).expect("a card");
    assert_eq!((card.bounds, card.zones.title), (new.plate.rect, Some(new.title)));
}

#[test]
fn tidying_up_is_one_step_by_the_customers_who_move_and_leaves_what_is_not_meant() {
    let mut screen = Screen::new();
    let map = screen.map;
    let left = ["Ad", "Post"].map(|title| screen.add(title, 40.0, if title == "Ad" { 40.0 } else { 240.0 }));
    let right =
        ["Order", "Visit"].map(|title| screen.add(title, 340.0, if title == "Order" { 240.0 } else { 40.0 }));
    // The customers move straight down from the advertisement to the order: as drawn, they would cross the others.
    for (from, to) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        screen.edit(Connect { from: left[from], to: right[to] });
    }
    screen.list(left[0], "ad");
    screen.list(right[0], "order");
    screen.import();
    let place = |screen: &Screen, id: TouchpointId| {
        let item = screen.seen.scene.items.iter().find(|item| item.id == format!("touchpoint-{}", id.0));
        let bounds = item.expect("a card").bounds;
        (bounds.x, bounds.y)
    };
    let places =
        |screen: &Screen| [left, right].concat().iter().map(|id| place(screen, *id)).collect::<Vec<_>>();
    let before = places(&screen);
    let changes = screen.session.tidy_up(map, &[right[0], right[1]]).expect("tidied up");
    screen.apply(&changes);
    assert!(
        place(&screen, right[0]).1 < place(&screen, right[1]).1,
        "the order stands beside the advertisement"
    );
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(places(&screen), before);

    // A tidy map stays as it is, and nothing is recorded.
    for _ in 0..2 {
        let changes = screen.session.tidy_up(map, &[]).expect("tidied up");
        screen.apply(&changes);
    }
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(places(&screen), before);
}

#[test]
fn what_changed_is_what_a_fresh_look_shows() {
    let mut screen = Screen::new();
    let first = screen.add("Ad", 40.0, 40.0);
    let second = screen.add("Order", 640.0, 40.0);
    screen.edit(Connect { from: first, to: second });
    screen.list(first, "ad");
    screen.list(second, "order");
    screen.import();
    let map = screen.map;
    screen.edit(MoveTouchpoints { map, moves: vec![Move { touchpoint: first, left: 700.0, top: 240.0 }] });
    screen.edit(RenameTouchpoint { touchpoint: first, title: "<b>Advert</b> & co".to_owned() });
    screen.edit(AddStage { map, title: "New".to_owned(), position: 1 });
    for _ in 0..9 {
        let changes = screen.session.undo().expect("undone");
        screen.apply(&changes);
    }
    assert_eq!(screen.session.overview().expect("overview").history.undo, None);
    assert!(screen.look().parts.touchpoints.is_empty());
    for _ in 0..9 {
        let changes = screen.session.redo().expect("redone");
        screen.apply(&changes);
    }
    assert_eq!(screen.look().parts.touchpoints.len(), 2);
}

#[test]
fn a_touchpoint_added_with_its_transition_is_one_step() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    for (joined, from_ad) in [(Joined::From(ad), true), (Joined::To(ad), false)] {
        let edit = AddTouchpoint {
            map: screen.map,
            title: "Page".to_owned(),
            left: 640.0,
            top: 40.0,
            joined: Some(joined),
            channel: None,
        };
        let added = TouchpointId(screen.edit(edit));
        let transition = screen.look().parts.transitions[0].clone();
        let ends = if from_ad { (ad, added) } else { (added, ad) };
        assert_eq!((transition.from, transition.to), ends);
        screen.session.undo().expect("undone");
        let parts = screen.look().parts;
        assert_eq!((parts.touchpoints.len(), parts.transitions.len()), (1, 0));
    }
}

#[test]
fn history_names_its_steps_and_survives_closing() {
    let mut screen = Screen::new();
    let id = screen.add("Ad", 40.0, 40.0);
    screen.edit(RenameTouchpoint { touchpoint: id, title: "Advert".to_owned() });
    let Screen { folder, session, .. } = screen;
    drop(session);
    let mut session = Session::open(&folder.path().join("w.touchline")).expect("opened");
    let undo = session.overview().expect("overview").history.undo.expect("a step");
    assert_eq!((undo.op.as_str(), undo.subject.as_str()), ("rename_touchpoint", "Advert"));
    session.undo().expect("undone");
    let redo = session.overview().expect("overview").history.redo.expect("a step");
    assert_eq!(redo.subject, "Advert");
}

#[test]
fn a_preview_writes_nothing_and_can_be_backed_out_of() {
    let mut screen = Screen::new();
    let touchpoint = screen.add("Ad", 40.0, 40.0);
    let before = screen.look();
    let moves = [Move { touchpoint, left: 900.0, top: 200.0 }];
    let during = screen.session.preview(&moves).expect("previewed");
    assert!(!during.changed.is_empty());
    screen.seen.scene = during.apply(&screen.seen.scene);
    assert!(screen.seen.scene != before.scene);
    let back = screen.session.preview(&[]).expect("previewed");
    screen.seen.scene = back.apply(&screen.seen.scene);
    assert!(screen.seen.scene == before.scene);
    let moves = vec![Move { touchpoint, left: 900.0, top: 200.0 }];
    let during = screen.session.preview(&moves).expect("previewed");
    screen.seen.scene = during.apply(&screen.seen.scene);
    screen.edit(MoveTouchpoints { map: screen.map, moves });
    assert_ne!(screen.look().parts.touchpoints[0].stage, before.parts.touchpoints[0].stage);
    let nowhere = Move { touchpoint, left: f64::NAN, top: 0.0 };
    screen.session.preview(&[nowhere]).expect("a card that is nowhere stays where it is");
}

#[test]
fn an_import_is_shown_noticed_and_undone_as_a_whole() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.list(ad, "ad");
    assert_eq!(screen.look().evidence, None);
    let imported = screen.import();
    assert_eq!((imported.report.taken, imported.report.new_customers), (5, 3));
    let evidence = screen.look().evidence.expect("numbers");
    assert_eq!(evidence.touchpoints.nodes[0].entered, 2);
    assert_eq!(evidence.touchpoints.coverage.matched, 3);
    let source = screen.path("log.csv");
    let again = screen.session.import_interactions(&source, &InteractionImport::default(), &|_| true);
    assert!(matches!(&again, Err(AppError::ImportedBefore { .. })), "{again:?}");
    let fingerprint = app::fingerprint(&source, &|_| true).expect("hashed");
    assert!(screen.session.imported_before(&fingerprint).expect("looked up").is_some());
    let changes =
        screen.session.undo_import(imported.report.import.expect("it is made"), &|_| true).expect("undone");
    screen.apply(&changes);
    let counts = changes.overview.counts.expect("counts");
    assert_eq!((counts.customers, counts.interactions, changes.overview.imports), (0, 0, Some(Vec::new())));
    assert_eq!(screen.session.check().expect("checked"), Vec::<String>::new());
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let mut screen = Screen::new();
    let source = screen.write("log.csv", LOG);
    let cancelled = screen.session.import_interactions(&source, &InteractionImport::default(), &|_| false);
    let failure = Failure::from(cancelled.expect_err("cancelled"));
    assert_eq!(failure.code, FailureCode::Cancelled);
    let Overview { counts, imports, .. } = screen.session.overview().expect("overview");
    assert_eq!((counts.customers, counts.interactions, imports.len()), (0, 0, 0));
}

#[test]
fn segments_narrow_the_numbers() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.list(ad, "ad");
    screen.import();
    let source = screen.write("crm.csv", "customer,plan\na,pro\nb,free\nb,pro\nz,pro\n");
    let imported = screen.session.import_customers(&source, &CustomerImport::default(), &|_| true);
    screen.apply(&imported.expect("imported").changes);
    let attributes = screen.session.overview().expect("overview").counts.attributes;
    let plan = app::Attribute { name: "plan".to_owned(), kind: app::AttributeKind::Text };
    assert_eq!(attributes, [plan]);
    let mut offered = |search| screen.session.attribute_values("plan", search).expect("values");
    assert_eq!(offered("PR"), [app::AttributeValue { value: "pro".to_owned(), customers: 3 }]);
    assert_eq!(offered("free"), []);
    let add = |name: &str, value: &str| AddSegment {
        name: name.to_owned(),
        rule: Rule::attribute_is("plan", value),
    };
    screen.edit(add("Free", "free"));
    let who = Who::Segment(app::SegmentId(screen.edit(add("Pro", "pro"))));
    let question = Some(Question { who, ..Question::new(Level::Touchpoint) });
    let changes = screen.session.ask(View { question, ..view(screen.map) }).expect("asked");
    let evidence = changes.evidence.expect("numbers");
    assert_eq!((evidence.customers, evidence.touchpoints.nodes[0].entered), (2, 2));
}

#[test]
fn another_lens_shows_the_same_numbers_in_another_way() {
    let mut screen = Screen::new();
    let (ad, order) = (screen.add("Ad", 40.0, 40.0), screen.add("Order", 400.0, 40.0));
    screen.list(ad, "ad");
    screen.list(order, "order");
    screen.import();
    let before = screen.look();
    let reading = Reading { lens: Lens::Plain, ..Reading::default() };
    let changes = screen.session.ask(View { reading, ..view(screen.map) }).expect("asked");
    assert_eq!(changes.evidence, before.evidence);
    let plain = changes.scene.expect("another picture").apply(&before.scene);
    assert!(before.scene.paths.is_some() && plain.paths.is_none());
    // What is edited through a lens is counted and seen through it.
    let edited =
        screen.session.edit(&SetEvents { touchpoint: order, events: Vec::new() }.into()).expect("edited");
    assert!(edited.evidence.is_some() && edited.evidence != before.evidence);
    let shown = edited.scene.expect("another picture").apply(&plain);
    assert!(shown == screen.session.view_map(View { reading, ..view(screen.map) }).expect("shown").scene);
}

#[test]
fn a_segment_in_question_that_is_undone_leaves_all_customers() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.list(ad, "ad");
    screen.import();
    let add = AddSegment { name: "Pro".to_owned(), rule: Rule::attribute_is("plan", "pro") };
    let who = Who::Segment(app::SegmentId(screen.edit(add)));
    let question = Some(Question { who, ..Question::new(Level::Touchpoint) });
    let nobody = screen.session.ask(View { question, ..view(screen.map) }).expect("asked");
    assert_eq!(nobody.evidence.expect("numbers").customers, 0);
    let undone = screen.session.undo().expect("undone");
    assert_eq!(undone.evidence.expect("numbers").customers, 3);
}

#[test]
fn a_map_in_view_that_is_deleted_is_gone() {
    let mut screen = Screen::new();
    let changes = screen.session.edit(&DeleteMap { map: screen.map }.into()).expect("deleted");
    assert!(changes.scene.is_none() && changes.overview.maps == Some(Vec::new()));
    let failure = Failure::from(screen.session.preview(&[]).expect_err("nothing in view"));
    assert_eq!(failure.code, FailureCode::NothingInView);
    screen.session.undo().expect("undone");
    screen.look();
}

#[test]
fn refusals_are_coded_and_change_nothing() {
    let mut screen = Screen::new();
    let first = screen.add("Ad", 40.0, 40.0);
    let second = screen.add("Order", 640.0, 40.0);
    screen.list(first, "ad");
    screen.edit(Connect { from: first, to: second });
    let elsewhere = screen.touchpoint_elsewhere();
    let before = screen.look();
    let map = screen.map;
    let refused: [(Edit, FailureCode); 8] = [
        (RenameTouchpoint { touchpoint: first, title: "  ".to_owned() }.into(), FailureCode::Untitled),
        (SetEvents { touchpoint: second, events: vec!["ad".to_owned()] }.into(), FailureCode::EventTaken),
        (Connect { from: first, to: second }.into(), FailureCode::TransitionTaken),
        (
            AddMap {
                title: "X".to_owned(),
                template: "unheard-of".to_owned(),
                locale: Locale::En,
                examples: false,
            }
            .into(),
            FailureCode::UnknownTemplate,
        ),
        (AddStage { map, title: "Awareness".to_owned(), position: 0 }.into(), FailureCode::TitleTaken),
        (DeleteStage { stage: StageId(999), into: None }.into(), FailureCode::Missing),
        (
            AddTouchpoint {
                map,
                title: "X".to_owned(),
                left: f64::INFINITY,
                top: 0.0,
                joined: None,
                channel: None,
            }
            .into(),
            FailureCode::NoPlace,
        ),
        (Connect { from: first, to: elsewhere }.into(), FailureCode::OtherMap),
    ];
    for (edit, code) in refused {
        let failure = Failure::from(screen.session.edit(&edit).expect_err("refused"));
        assert_eq!(failure.code, code, "{edit:?}: {}", failure.message);
    }
    assert!(screen.look() == before);
}

#[test]
fn a_workspace_that_cannot_be_made_leaves_no_file() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("w.touchline");
    let new = |timezone: &str, template: Option<&str>| NewWorkspace {
        title: None,
        timezone: timezone.to_owned(),
        template: template.map(str::to_owned),
        examples: false,
        persona: Some(String::new()),
        locale: Locale::En,
    };
    for bad in [new("Nowhere", None), new("UTC", Some("unheard-of")), new("UTC", None)] {
        Session::create(&path, &bad).expect_err("refused");
        assert_eq!(fs::read_dir(folder.path()).expect("read").count(), 0, "{bad:?}");
    }
}

#[test]
fn a_picture_is_not_half_written() {
    let mut screen = Screen::new();
    screen.add("Ad", 40.0, 40.0);
    let options = ExportOptions {
        scale: 1,
        paper: None,
        extent: app::Extent::Whole,
        extras: app::Extras::default(),
        carries: true,
        reading: Reading::default(),
        theme: Theme::Dark,
        locale: Locale::Nl,
    };
    let path = screen.path("map.svg");
    screen.session.export_map(&path, &options).expect("laid out").write().expect("written");
    assert!(fs::read_to_string(&path).expect("read").contains("Ad"));
    let nowhere = screen.path("no/map.svg");
    let failure = Failure::from(
        screen.session.export_map(&nowhere, &options).expect("laid out").write().expect_err("refused"),
    );
    assert_eq!(failure.code, FailureCode::Write);
    assert!(failure.params["path"].contains("no/map.svg"));
    assert_eq!(failure.params["cause"], "missing");
}

#[test]
fn the_sample_is_made_once_and_started_again_only_when_asked() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("data/sample.touchline");
    let titles = |session: &Session| -> Vec<String> {
        session.overview().expect("overview").maps.into_iter().map(|map| map.title).collect()
    };
    let mut session = Session::open_sample(&path, false).expect("made");
    let map = session.overview().expect("overview").maps[0].id;
    session.edit(&DeleteMap { map }.into()).expect("deleted");
    let kept = titles(&session);
    assert!(Session::open_sample(&path, true).is_err(), "it is open");
    drop(session);
    assert_eq!(titles(&Session::open_sample(&path, false).expect("opened")), kept);
    let session = Session::open_sample(&path, true).expect("made again");
    assert_eq!(titles(&session).len(), kept.len() + 1);
    assert!(session.overview().expect("overview").history.undo.is_none());
    drop(session);
    assert_eq!(fs::read_dir(folder.path().join("data")).expect("listed").count(), 1);

    fs::write(&path, "not a workspace").expect("written");
    assert!(Session::open_sample(&path, false).is_err());
    Session::open_sample(&path, true).expect("made in the place of what was damaged");
}

/// The events of each touchpoint of the map in view that lists any.
fn listed(screen: &mut Screen) -> Vec<(String, Vec<String>)> {
    let touchpoints = screen.look().parts.touchpoints;
    let all = touchpoints.into_iter().map(|each| (each.title, each.events));
    all.filter(|(_, events)| !events.is_empty()).collect()
}

#[test]
fn an_import_is_counted_where_touchpoints_carry_its_events_names() {
    let mut screen = Screen::new();
    let map = screen.map;
    let stage = screen.look().parts.stages[0].id;
    let add = |screen: &mut Screen, title: &str| {
        TouchpointId(screen.edit(AddTouchpointTo { map, stage, title: title.to_owned(), channel: None }))
    };
    add(&mut screen, "Winkelwagen");
    add(&mut screen, "CHECKOUT");
    let taker = add(&mut screen, "Taker");
    add(&mut screen, "Login");
    add(&mut screen, "Unseen");
    screen.edit(SetEvents { touchpoint: taker, events: vec!["login".to_owned()] });
    screen.edit(LeaveEvent { map, event: "unseen".to_owned(), left: true });
    assert_eq!(screen.look().parts.left_events, ["unseen"]);
    let log = "user,event,time\na,cart,2024-01-01\na,checkout,2024-01-02\na,Checkout,2024-01-03\n\
               a,login,2024-01-04\na,unseen,2024-01-05\na,other,2024-01-06\n";
    let source = screen.write("log.csv", log);
    let imported =
        screen.session.import_interactions(&source, &InteractionImport::default(), &|_| true).expect("taken");
    let told: Vec<_> = imported
        .report
        .matched
        .iter()
        .map(|each| (each.touchpoint.as_str(), each.events.join(" ")))
        .collect();
    assert_eq!(told, [("Winkelwagen", "cart".to_owned()), ("CHECKOUT", "checkout Checkout".to_owned())]);
    screen.apply(&imported.changes);
    let owned = |pairs: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        let list = |events: &[&str]| events.iter().map(|&event| event.to_owned()).collect();
        pairs.iter().map(|(title, events)| ((*title).to_owned(), list(events))).collect()
    };
    let all =
        owned(&[("Winkelwagen", &["cart"]), ("CHECKOUT", &["Checkout", "checkout"]), ("Taker", &["login"])]);
    assert_eq!(listed(&mut screen), all);

    // One step takes the matching back and gives it again; undoing the import takes it back too, and no more.
    let changes = screen.session.undo().expect("undone");
    screen.apply(&changes);
    assert_eq!(listed(&mut screen), owned(&[("Taker", &["login"])]));
    let changes = screen.session.redo().expect("redone");
    screen.apply(&changes);
    assert_eq!(listed(&mut screen), all);
    let changes =
        screen.session.undo_import(imported.report.import.expect("it is made"), &|_| true).expect("undone");
    screen.apply(&changes);
    assert_eq!(listed(&mut screen), owned(&[("Taker", &["login"])]));
    while screen.session.overview().expect("overview").history.undo.is_some() {
        screen.session.undo().expect("every step can be taken back");
    }
    assert_eq!(screen.session.check().expect("checked"), [""; 0]);
}

#[test]
fn a_touchpoint_counts_what_it_is_named_after_from_its_making() {
    let mut screen = Screen::new();
    screen.import();
    let map = screen.map;
    let stage = screen.look().parts.stages[0].id;
    let touchpoint =
        screen.edit(AddTouchpointTo { map, stage, title: "Something".to_owned(), channel: None });
    let touchpoint = TouchpointId(touchpoint);
    assert_eq!(listed(&mut screen), []);
    screen.edit(RenameTouchpoint { touchpoint, title: "Advertentie".to_owned() });
    let matched = [("Advertentie".to_owned(), vec!["ad".to_owned()])];
    assert_eq!(listed(&mut screen), matched);
    // Another of that name steals nothing, and a new name leaves what is listed.
    screen.edit(AddTouchpointTo { map, stage, title: "Ad".to_owned(), channel: None });
    assert_eq!(listed(&mut screen), matched);
    screen.edit(RenameTouchpoint { touchpoint, title: "Order".to_owned() });
    assert_eq!(listed(&mut screen), [("Order".to_owned(), vec!["ad".to_owned()])]);
    for _ in 0..3 {
        let changes = screen.session.undo().expect("undone");
        screen.apply(&changes);
    }
    assert_eq!(listed(&mut screen), [], "renaming and matching are one step");
}

#[test]
fn an_event_gets_a_touchpoint_where_customers_come_upon_it() {
    let mut screen = Screen::new();
    let log = "user,event,time\na,first,2024-01-01\na,page,2024-01-02\na,last,2024-01-03\n\
               b,first,2024-01-01\nb,product_view,2024-01-02\nb,thanks,2024-01-03\n";
    let source = screen.write("log.csv", log);
    let imported = screen.session.import_interactions(&source, &InteractionImport::default(), &|_| true);
    screen.apply(&imported.expect("taken").changes);
    let map = screen.map;
    let stages: Vec<_> = screen.look().parts.stages.iter().map(|stage| stage.id).collect();
    let stage_of = |screen: &mut Screen, title: &str| {
        let touchpoints = screen.look().parts.touchpoints;
        let found = touchpoints.into_iter().find(|each| each.title == title).expect("added");
        assert_eq!(found.events, [title]);
        stages.iter().position(|&stage| stage == found.stage).expect("a stage of the map")
    };
    for (event, stage) in [("product_view", 1), ("first", 0), ("last", 4), ("thanks", 4), ("page", 1)] {
        let changes = screen.session.add_touchpoint_for(map, event).expect("added");
        assert!(changes.added.is_some());
        screen.apply(&changes);
        assert_eq!(stage_of(&mut screen, event), stage, "{event}");
    }
}

#[test]
fn a_map_is_discovered_in_as_much_detail_as_wanted() {
    let folder = TempDir::new().expect("a folder");
    let mut session = Session::sample(&folder.path().join("s.touchline")).expect("made");
    let mut sizes = Vec::new();
    for (title, detail) in [("Main", Detail::Main), ("Usual", Detail::Usual), ("Full", Detail::Full)] {
        let changes = session.discover_map(title, detail, Locale::Nl).expect("drawn");
        let map = MapId(changes.added.expect("a map"));
        let parts = session.view_map(view(map)).expect("shown").parts;
        assert_eq!(parts.stages[0].title, "Bewustwording");
        assert_eq!(changes.history.undo.expect("a step").op, "discover_map");
        sizes.push((parts.touchpoints.len(), parts.transitions.len()));
    }
    assert_eq!(sizes[0].0, 12);
    assert!(sizes[0].0 < sizes[1].0 && sizes[0].1 < sizes[1].1 && sizes[1].1 < sizes[2].1, "{sizes:?}");
    assert!(session.discover_map("Main", Detail::Main, Locale::En).is_err(), "the title is taken");
}

#[test]
fn a_question_that_is_cancelled_leaves_what_was_in_view() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.list(ad, "ad");
    screen.import();
    let visits = Question { unit: Unit::Visits, ..Question::new(Level::Touchpoint) };
    let asked = View { question: Some(visits), ..view(screen.map) };
    let cancel = Cancel::default();
    cancel.cancel();
    for _ in 0..2 {
        let refused = screen.session.heeding(cancel.clone(), |session| session.ask(asked.clone()));
        assert_eq!(Failure::from(refused.expect_err("cancelled")).code, FailureCode::Cancelled);
    }
    // Edits count too, and their counts are nobody's to cancel.
    screen.add("Mail", 40.0, 240.0);
    let changes = screen.session.ask(asked).expect("asked");
    let evidence = changes.evidence.expect("numbers");
    assert_eq!(evidence.touchpoints.question.unit, Unit::Visits);
}

//! The people behind numbers, as a shell pages through them.

use std::fs;

use app::operations::{AddPersona, AddSegment, DeletePersona, SetEvents, SetPersonaSegment};
use app::{
    Class, Column, CustomerImport, Edit, Entrants, Figure, FileColumn, InteractionImport, Level, Listing,
    Locale, MapId, Mode, Node, Order, Page, People, Question, Reader, Repeats, Rule, Session, Stages, Unit,
    Who,
};
use tempfile::TempDir;

const WHOLE: Page = Page { start: 0, length: u64::MAX };

fn sample() -> (TempDir, Session) {
    let folder = TempDir::new().expect("a folder");
    let session = Session::sample(&folder.path().join("shop.touchline")).expect("the sample");
    (folder, session)
}

fn whole(session: &mut Session, who: &Who) -> People {
    session.people(&Listing::of(who.clone()), &[], WHOLE).expect("people")
}

fn keys(people: &People) -> Vec<&str> {
    people.rows.iter().map(|row| row.key.as_str()).collect()
}

/// A question in each unit, mode, window and way of repeats, also over a range and with a cut-off.
fn questions() -> Vec<Question> {
    let plain = Question::new(Level::Touchpoint);
    let mut questions = Vec::new();
    for unit in [Unit::Customers, Unit::Visits] {
        for mode in [Mode::Next, Mode::Eventual] {
            for window in [plain.window, Some(2 * 86_400_000), None] {
                for repeats in [Repeats::Collapse, Repeats::Keep] {
                    questions.push(Question { unit, mode, window, repeats, ..plain.clone() });
                }
            }
        }
    }
    let (from, to) = (1_706_000_000_000, 1_713_000_000_000);
    questions.push(Question { from: Some(from), to: Some(to), cutoff: Some(to), ..plain });
    questions
}

#[test]
fn every_figure_of_the_sample_opens_as_many_people() {
    let (_folder, mut session) = sample();
    let maps: Vec<MapId> = session.overview().expect("overview").maps.iter().map(|map| map.id).collect();
    assert_eq!(maps.len(), 2);
    let mut figures = 0;
    for map in maps {
        for question in questions() {
            for level in [Level::Stage, Level::Touchpoint] {
                let question = question.at(level);
                for figure in session.figures(map, &question).expect("figures") {
                    let who = figure.who(map, &question);
                    // Naming all of them each time would take minutes.
                    let page = if figures % 50 == 0 { WHOLE } else { Page { start: 0, length: 1 } };
                    let people = session.people(&Listing::of(who), &[], page).expect("people");
                    assert_eq!(people.count, figure.count, "{figure:?}");
                    assert_eq!(people.rows.len() as u64, figure.count.min(page.length), "{figure:?}");
                    assert!(people.customers <= people.count, "{figure:?}");
                    figures += 1;
                }
            }
        }
    }
    assert!(figures > 10_000, "{figures}");
}

#[test]
fn pages_in_any_order_make_the_whole_list() {
    let (_folder, mut session) = sample();
    let question = Question { unit: Unit::Visits, ..Question::new(Level::Touchpoint) };
    let map = session.overview().expect("overview").maps[0].id;
    let figures = session.figures(map, &question).expect("figures");
    let Figure { node, .. } = figures.iter().max_by_key(|figure| figure.count).expect("figures").to_owned();
    let who = Who::Entrants(Box::new(Entrants { map, node, class: Class::All, question, part: None }));
    let columns = [
        None,
        Some(Column::Key),
        Some(Column::Name),
        Some(Column::Entry),
        Some(Column::First),
        Some(Column::Last),
        Some(Column::Interactions),
        Some(Column::Attribute("user_lifecycle".to_owned())),
    ];
    for by in columns {
        let order = Order { by: by.clone(), descending: false };
        let listing = Listing { order, ..Listing::of(who.clone()) };
        let all = session.people(&listing, &[], WHOLE).expect("people");
        assert!(all.count > all.customers && all.customers > 100 && all.of == all.count);
        let mut paged = Vec::new();
        for start in (0..all.count).step_by(97) {
            paged.extend(session.people(&listing, &[], Page { start, length: 97 }).expect("a page").rows);
        }
        assert!(paged == all.rows, "{by:?}");
        let order = Order { by: by.clone(), descending: true };
        let listing = Listing { order, ..listing };
        let mut back = session.people(&listing, &[], WHOLE).expect("people").rows;
        // Nobody in the sample has a name, and what they do not have is no order to be turned round.
        if by != Some(Column::Name) {
            back.reverse();
        }
        assert!(back == all.rows, "{by:?}");
        let sorted = match by {
            None => all.rows.is_sorted_by_key(|row| (row.customer, row.entry)),
            Some(Column::Key) => {
                let number = |key: &str| key.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u32>();
                all.rows.is_sorted_by_key(|row| (number(&row.key).expect("a number"), row.entry))
            }
            Some(Column::Name) => all.rows.is_sorted_by_key(|row| (row.customer, row.entry)),
            Some(Column::Entry) => all.rows.is_sorted_by_key(|row| row.entry),
            Some(Column::First) => all.rows.is_sorted_by_key(|row| row.activity.first),
            Some(Column::Last) => all.rows.is_sorted_by_key(|row| row.activity.last),
            Some(Column::Interactions) => all.rows.is_sorted_by_key(|row| row.activity.interactions),
            Some(Column::Attribute(_)) => true,
        };
        assert!(sorted, "{by:?}");
    }
    let beyond =
        session.people(&Listing::of(who), &[], Page { start: u64::MAX, length: 10 }).expect("a page");
    assert!(beyond.rows.is_empty() && beyond.count > 0);
}

/// The sample's customers who are found by a text.
fn found(session: &mut Session, search: &str) -> People {
    let listing = Listing { search: search.to_owned(), ..Listing::default() };
    session.people(&listing, &[], WHOLE).expect("people")
}

#[test]
fn a_list_is_narrowed_by_words_and_by_who() {
    let (_folder, mut session, map) = small();
    let node = session.node_by_title(map, "ad", Level::Touchpoint).expect("a node");
    let question = Question::new(Level::Touchpoint);
    let saw_ad = Who::Entrants(Box::new(Entrants { map, node, class: Class::All, question, part: None }));
    let segment = AddSegment { name: "Pro".to_owned(), rule: Rule::attribute_is("plan", "pro") };
    let pro = Who::Segment(app::SegmentId(add(&mut session, segment)));
    let mut narrowed = |who: &Who, within: &Who, search: &str| {
        let (who, within, search) = (who.clone(), within.clone(), search.to_owned());
        let listing = Listing { who, within, search, ..Listing::default() };
        let people = session.people(&listing, &[], WHOLE).expect("people");
        (keys(&people).join(" "), people.of)
    };
    let all = Who::Everybody;
    assert_eq!(narrowed(&saw_ad, &all, ""), ("a b c".to_owned(), 3));
    assert_eq!(narrowed(&saw_ad, &pro, ""), ("a".to_owned(), 3));
    assert_eq!(narrowed(&pro, &saw_ad, " "), ("a".to_owned(), 2));
    assert_eq!(narrowed(&all, &pro, "z"), ("z".to_owned(), 4));
    assert_eq!(narrowed(&all, &all, "free"), ("b".to_owned(), 4));
    assert_eq!(narrowed(&saw_ad, &all, "pro a"), ("a".to_owned(), 3));
    assert_eq!(narrowed(&saw_ad, &all, "nobody"), (String::new(), 3));
    assert_eq!(narrowed(&all, &all, "@"), (String::new(), 4));
}

#[test]
fn who_has_nothing_to_be_sorted_by_comes_last_either_way() {
    let (_folder, mut session, _) = small();
    let mut sorted = |by: Column, descending: bool| {
        let order = Order { by: Some(by), descending };
        let people = session.people(&Listing { order, ..Listing::default() }, &[], WHOLE).expect("people");
        keys(&people).join(" ")
    };
    let plan = || Column::Attribute("plan".to_owned());
    assert_eq!(sorted(plan(), false), "b a z c");
    assert_eq!(sorted(plan(), true), "z a b c");
    assert_eq!(sorted(Column::Attribute("no such".to_owned()), true), "a b c z");
    assert_eq!(sorted(Column::Last, false), "a b c z");
    assert_eq!(sorted(Column::Last, true), "c b a z");
    assert_eq!(sorted(Column::Interactions, false), "z b c a");
    assert_eq!(sorted(Column::Interactions, true), "a c b z");
}

#[test]
fn rows_show_what_is_known_and_done() {
    let (_folder, mut session, _) = small();
    let columns = ["plan".to_owned(), "no such".to_owned()];
    let rows = session.people(&Listing::default(), &columns, WHOLE).expect("people").rows;
    let [a, z] = ["a", "z"].map(|key| rows.iter().find(|row| row.key == key).expect("a row"));
    assert_eq!(a.values, [Some("pro".to_owned()), None]);
    let (first, last) = (1_704_067_200_000, 1_704_153_600_000);
    assert_eq!(a.activity, app::Activity { interactions: 2, first: Some(first), last: Some(last) });
    assert_eq!(z.activity, app::Activity::default());
}

#[test]
fn the_sample_is_searched_as_it_is_typed() {
    let (_folder, mut session) = sample();
    while session.prepare_search().expect("words") > 0 {}
    let all = whole(&mut session, &Who::Everybody);
    let key = all.rows[41].key.clone();
    let mut fewer = all.count;
    for end in 1..=key.chars().count() {
        let typed: String = key.chars().take(end).collect();
        let people = found(&mut session, &typed);
        assert!(people.count <= fewer && keys(&people).contains(&key.as_str()), "{typed}");
        fewer = people.count;
    }
    assert_eq!(keys(&found(&mut session, &key)), [key.as_str()]);
}

#[test]
fn a_customer_is_told_whole() {
    let (_folder, mut session, map) = small();
    let segment = AddSegment { name: "Pro".to_owned(), rule: Rule::attribute_is("plan", "pro") };
    let pro = app::SegmentId(add(&mut session, segment));
    let lena = app::PersonaId(add(&mut session, AddPersona { name: "Lena".to_owned() }));
    session.edit(&SetPersonaSegment { persona: lena, segment: Some(pro) }.into()).expect("set");
    let rows = whole(&mut session, &Who::Everybody).rows;
    let id = |key: &str| rows.iter().find(|row| row.key == key).expect("a row").customer;
    let a = session.customer(id("a")).expect("a customer");
    assert_eq!((a.key.as_str(), &a.segments, &a.personas), ("a", &vec![pro], &vec![lena]));
    assert_eq!(a.attributes, [("plan".to_owned(), "pro".to_owned())]);
    assert_eq!(a.activity.interactions, 2);
    let z = session.customer(id("z")).expect("a customer");
    assert_eq!((z.activity.interactions, z.activity.first), (0, None));
    assert!(session.customer(app::CustomerId(999)).is_err());

    let Node::Touchpoint(ad) = session.node_by_title(map, "ad", Level::Touchpoint).expect("a node") else {
        panic!("a touchpoint")
    };
    let told = |session: &Session, map, page| {
        let entries = session.timeline(id("a"), map, page).expect("a timeline");
        entries.into_iter().map(|entry| (entry.event, entry.date_only, entry.touchpoint)).collect::<Vec<_>>()
    };
    session.edit(&SetEvents { touchpoint: ad, events: vec!["ad".to_owned()] }.into()).expect("set");
    let entries = told(&session, Some(map), WHOLE);
    assert_eq!(entries[0], ("ad".to_owned(), true, Some(ad)));
    assert_eq!(entries.len(), 2);
    assert_eq!(told(&session, None, Page { start: 1, length: 1 }), [("order".to_owned(), true, None)]);

    let way = session.way(id("a"), map, app::Theme::Light, Locale::En).expect("a way");
    assert_eq!((way.visits, way.lit.len(), way.items.len()), (2, 2, 3));
    let nowhere = session.way(id("z"), map, app::Theme::Dark, Locale::Nl).expect("a way");
    assert_eq!((nowhere.visits, nowhere.items.len()), (0, 0));
}

#[test]
fn a_list_is_written_for_programs_and_for_spreadsheets() {
    let (folder, mut session, _) = small();
    let evil = folder.path().join("evil.csv");
    fs::write(&evil, "customer,name,note\nq,José,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n")
        .expect("written");
    session.import_customers(&evil, &CustomerImport::default(), &|_| true).expect("imported");
    let path = folder.path().join("list.csv");
    let order = Order { by: Some(Column::Key), descending: true };
    let listing = Listing { order, ..Listing::default() };
    let columns = session.every_column(false).expect("columns");
    let rows = session.export_people(&path, &listing, &columns, Reader::Program, &|_| true).expect("written");
    assert_eq!(rows, 5);
    let text = fs::read_to_string(&path).expect("a file");
    let expected = "key,name,note,plan\r\nz,,,pro\r\nq,José,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",\r\n\
                    c,,,\r\nb,,,free\r\na,,,pro\r\n";
    assert_eq!(text, expected);

    let headed = |column, heading: &str| FileColumn { column, heading: heading.to_owned() };
    let columns = [
        headed(Column::Key, "Sleutel"),
        headed(Column::Last, "Laatst"),
        headed(Column::Interactions, "Aantal"),
    ];
    let listing = Listing { search: "a".to_owned(), ..Listing::default() };
    session
        .export_people(&path, &listing, &columns, Reader::Spreadsheet(Locale::Nl), &|_| true)
        .expect("written");
    let text = fs::read_to_string(&path).expect("a file");
    assert_eq!(text, "\u{feff}Sleutel;Laatst;Aantal\r\na;2024-01-02 00:00:00;2\r\n");
    let nowhere = folder.path().join("no/such/list.csv");
    assert!(session.export_people(&nowhere, &listing, &columns, Reader::Program, &|_| true).is_err());
}

#[test]
fn writing_a_list_tells_how_far_it_is_and_where_it_is_stopped_leaves_the_old_one_whole() {
    let (folder, mut session, _) = small();
    let many = folder.path().join("many.csv");
    let rows: Vec<_> = (0..20_000).map(|number| format!("c{number},pro")).collect();
    fs::write(&many, format!("customer,plan\n{}\n", rows.join("\n"))).expect("written");
    session.import_customers(&many, &CustomerImport::default(), &|_| true).expect("imported");
    let path = folder.path().join("list.csv");
    let columns = session.every_column(false).expect("columns");
    let told = std::sync::Mutex::new(Vec::new());
    let mut export = |most: usize| {
        told.lock().expect("told").clear();
        let watch = |progress: app::Progress| {
            let mut told = told.lock().expect("told");
            told.push((progress.done, progress.of));
            told.len() <= most
        };
        session.export_people(&path, &Listing::default(), &columns, Reader::Program, &watch)
    };
    assert_eq!(export(usize::MAX).expect("written"), 20_004);
    let whole = told.lock().expect("told").clone();
    assert!(whole.is_sorted() && whole.len() > 2, "{whole:?}");
    assert_eq!((whole[0], *whole.last().expect("told")), ((0, 20_004), (20_004, 20_004)));

    fs::write(&path, "the old list").expect("written");
    for most in 0..whole.len() {
        let stopped = app::Failure::from(export(most).expect_err("stopped"));
        assert_eq!(stopped.code, app::FailureCode::Cancelled);
        assert_eq!(fs::read_to_string(&path).expect("a file"), "the old list");
    }
    let names: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert!(
        names.iter().flatten().all(|entry| !entry.file_name().to_string_lossy().starts_with(".touchline-")),
        "{names:?}"
    );
}

/// A workspace with four customers, of whom `z` has no interactions, and a map of `Ad` and `Order`.
fn small() -> (TempDir, Session, MapId) {
    let folder = TempDir::new().expect("a folder");
    let mut session = Session::create(
        &folder.path().join("w.touchline"),
        &app::NewWorkspace {
            title: None,
            timezone: "UTC".to_owned(),
            template: None,
            examples: false,
            persona: None,
            locale: Locale::En,
        },
    )
    .expect("created");
    let (log, crm) = (folder.path().join("log.csv"), folder.path().join("crm.csv"));
    fs::write(
        &log,
        "user_id,event,timestamp\nb,ad,2024-01-03\na,ad,2024-01-01\na,order,2024-01-02\nc,ad,2024-05-01\n",
    )
    .expect("written");
    fs::write(&crm, "customer,plan\na,pro\nb,free\nz,pro\n").expect("written");
    session.import_interactions(&log, &InteractionImport::default(), &|_| true).expect("imported");
    session.import_customers(&crm, &CustomerImport::default(), &|_| true).expect("imported");
    let map = session
        .discover("Shop", Some(Stages::parse("Before: ad; After: order").expect("stages")))
        .expect("a map");
    (folder, session, map)
}

fn add(session: &mut Session, edit: impl Into<Edit>) -> i64 {
    session.edit(&edit.into()).expect("an edit").added.expect("a row")
}

#[test]
fn segments_and_personas_have_customers_without_interactions_too() {
    let (_folder, mut session, map) = small();
    let plan = |value: &str| AddSegment { name: value.to_owned(), rule: Rule::attribute_is("plan", value) };
    let pro = app::SegmentId(add(&mut session, plan("pro")));
    let lena = app::PersonaId(add(&mut session, AddPersona { name: "Lena".to_owned() }));
    let persona = Who::Persona(lena);
    assert_eq!(whole(&mut session, &Who::Everybody).count, 4);
    assert_eq!(keys(&whole(&mut session, &Who::Segment(pro))), ["a", "z"]);
    assert_eq!(whole(&mut session, &persona).count, 0);
    session.edit(&SetPersonaSegment { persona: lena, segment: Some(pro) }.into()).expect("set");
    assert_eq!(keys(&whole(&mut session, &persona)), ["a", "z"]);

    let question = Question { who: persona.clone(), ..Question::new(Level::Stage) };
    let figures = session.figures(map, &question).expect("figures");
    assert_eq!((figures[0].class, figures[0].count), (Class::All, 1));
    session.edit(&DeletePersona { persona: lena }.into()).expect("deleted");
    assert!(session.people(&Listing::of(persona), &[], WHOLE).is_err());
}

#[test]
fn a_who_may_be_asked_about_in_turn() {
    let (_folder, mut session, map) = small();
    let question = Question::new(Level::Touchpoint);
    let ad = session.node_by_title(map, "ad", Level::Touchpoint).expect("a node");
    let entrants = |class, question: &Question| {
        Who::Entrants(Box::new(Entrants { map, node: ad, class, question: question.clone(), part: None }))
    };
    let lost = entrants(Class::Lost, &question);
    assert_eq!(keys(&whole(&mut session, &lost)), ["b"]);
    let among = Question { who: lost, ..question.clone() };
    assert_eq!(keys(&whole(&mut session, &entrants(Class::All, &among))), ["b"]);
    assert_eq!(whole(&mut session, &entrants(Class::Moved, &among)).count, 0);

    // The level of a question about a node is the node's.
    let at_stages = Question { level: Level::Stage, ..question };
    assert_eq!(whole(&mut session, &entrants(Class::All, &at_stages)).count, 3);
    let nowhere = Entrants {
        map,
        node: Node::Stage(app::StageId(999)),
        class: Class::All,
        question: at_stages,
        part: None,
    };
    assert_eq!(whole(&mut session, &Who::Entrants(Box::new(nowhere))).count, 0);
}

#[test]
fn picked_customers_come_once_and_only_if_they_are_stored() {
    let (_folder, mut session, _) = small();
    let all = whole(&mut session, &Who::Everybody);
    let ids: Vec<_> = all.rows.iter().map(|row| row.customer).collect();
    let picked = Who::Picked(vec![ids[2], ids[0], ids[2], app::CustomerId(999)]);
    let people = whole(&mut session, &picked);
    assert_eq!((people.count, people.customers), (2, 2));
    assert_eq!(keys(&people), [all.rows[0].key.as_str(), all.rows[2].key.as_str()]);
}

#[test]
fn a_list_follows_what_is_edited_and_imported() {
    let (folder, mut session, map) = small();
    let node = session.node_by_title(map, "ad", Level::Touchpoint).expect("a node");
    let question = Question::new(Level::Touchpoint);
    let who = Who::Entrants(Box::new(Entrants { map, node, class: Class::All, question, part: None }));
    assert_eq!(whole(&mut session, &who).count, 3);
    let more = folder.path().join("more.csv");
    fs::write(&more, "user_id,event,timestamp\nd,ad,2024-06-01\n").expect("written");
    session.import_interactions(&more, &InteractionImport::default(), &|_| true).expect("imported");
    assert_eq!(whole(&mut session, &who).count, 4);
    let Node::Touchpoint(touchpoint) = node else { panic!("a touchpoint") };
    session.edit(&SetEvents { touchpoint, events: Vec::new() }.into()).expect("an edit");
    assert_eq!(whole(&mut session, &who).count, 0);
    session.undo().expect("undone");
    assert_eq!(whole(&mut session, &who).count, 4);
}

#[test]
fn a_list_that_is_kept_is_a_rule_where_one_says_who_is_on_it() {
    let (folder, mut session, map) = small();
    let plan = |value: &str| AddSegment { name: value.to_owned(), rule: Rule::attribute_is("plan", value) };
    let pro = app::SegmentId(add(&mut session, plan("pro")));
    let question = Question::new(Level::Touchpoint);
    let node = session.node_by_title(map, "ad", Level::Touchpoint).expect("a node");
    let entered = Who::Entrants(Box::new(Entrants { map, node, class: Class::All, question, part: None }));
    let within_pro = |who: &Who| Listing { within: Who::Segment(pro), ..Listing::of(who.clone()) };
    let found = Listing { search: "free".to_owned(), ..Listing::default() };
    let all: [(Listing, &str, &str); 5] = [
        (Listing::of(entered.clone()), "customers (a, b, c)", "a b c"),
        (within_pro(&entered), "customers (a)", "a"),
        (within_pro(&Who::Everybody), "segment pro", "a z"),
        (within_pro(&Who::Segment(pro)), "segment pro and segment pro", "a z"),
        (found, "customers (b)", "b"),
    ];
    for (place, (listing, expected, members)) in all.iter().enumerate() {
        let list = session.people(listing, &[], WHOLE).expect("people");
        assert_eq!(list.lasting, !expected.starts_with("customers"), "{expected}");
        let changes = session.keep_list(&format!("Kept {place}"), listing).expect("kept");
        let kept = app::SegmentId(changes.added.expect("a row"));
        assert_eq!(changes.overview.segments.expect("segments").len(), place + 2);
        let rule = session.segment_rule(kept).expect("a rule");
        assert_eq!(session.text_of_rule(&rule).expect("a text"), *expected);
        let people = whole(&mut session, &Who::Segment(kept));
        assert_eq!(people.count, list.customers);
        assert_eq!(keys(&people).join(" "), *members);
    }
    assert!(session.keep_list("Kept 0", &all[0].0).is_err(), "the name is taken");
    session.undo().expect("undone");
    assert_eq!(session.overview().expect("overview").segments.len(), 5);

    let more = folder.path().join("more.csv");
    fs::write(&more, "user_id,event,timestamp\nd,ad,2024-06-01\n").expect("written");
    session.import_interactions(&more, &InteractionImport::default(), &|_| true).expect("imported");
    let kept = session.overview().expect("overview").segments[1].id;
    assert_eq!(whole(&mut session, &Who::Segment(kept)).count, 3, "the list is fixed");
    assert_eq!(whole(&mut session, &entered).count, 4);
}

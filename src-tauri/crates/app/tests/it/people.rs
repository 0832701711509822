//! The people behind numbers, as a shell pages through them.

use std::fs;

use app::operations::{AddPersona, AddSegment, DeletePersona, SetEvents, SetPersonaSegment};
use app::{
    Class, CustomerImport, Edit, Entrants, Figure, InteractionImport, Level, Locale, MapId, Mode, Node,
    Order, OrderBy, Page, People, Question, Repeats, Session, Stages, Unit, Who,
};
use tempfile::TempDir;

const WHOLE: Page = Page { start: 0, length: u64::MAX };

fn sample() -> (TempDir, Session) {
    let folder = TempDir::new().expect("a folder");
    let session = Session::sample(&folder.path().join("shop.touchline")).expect("the sample");
    (folder, session)
}

fn whole(session: &mut Session, who: &Who) -> People {
    session.people(who, Order::default(), WHOLE).expect("people")
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
                    let people = session.people(&who, Order::default(), page).expect("people");
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
    let who = Who::Entrants(Box::new(Entrants { map, node, class: Class::All, question }));
    for by in [OrderBy::Known, OrderBy::Key, OrderBy::Name, OrderBy::Entry] {
        let order = Order { by, descending: false };
        let all = session.people(&who, order, WHOLE).expect("people");
        assert!(all.count > all.customers && all.customers > 100);
        let mut paged = Vec::new();
        for start in (0..all.count).step_by(97) {
            paged.extend(session.people(&who, order, Page { start, length: 97 }).expect("a page").rows);
        }
        assert_eq!(paged, all.rows, "{by:?}");
        let mut back = session.people(&who, Order { by, descending: true }, WHOLE).expect("people").rows;
        back.reverse();
        assert_eq!(back, all.rows, "{by:?}");
        let sorted = match by {
            OrderBy::Known => all.rows.is_sorted_by_key(|row| (row.customer, row.entry)),
            OrderBy::Key => all.rows.is_sorted_by_key(|row| (row.key.clone(), row.entry)),
            OrderBy::Name => {
                all.rows.is_sorted_by_key(|row| row.name.clone().map(|name| name.to_lowercase()))
            }
            OrderBy::Entry => all.rows.is_sorted_by_key(|row| row.entry),
        };
        assert!(sorted, "{by:?}");
    }
    let beyond =
        session.people(&who, Order::default(), Page { start: u64::MAX, length: 10 }).expect("a page");
    assert!(beyond.rows.is_empty() && beyond.count > 0);
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
    let plan = |value: &str| AddSegment {
        name: value.to_owned(),
        attribute: "plan".to_owned(),
        value: value.to_owned(),
    };
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
    assert!(session.people(&persona, Order::default(), WHOLE).is_err());
}

#[test]
fn a_who_may_be_asked_about_in_turn() {
    let (_folder, mut session, map) = small();
    let question = Question::new(Level::Touchpoint);
    let ad = session.node_by_title(map, "ad", Level::Touchpoint).expect("a node");
    let entrants = |class, question: &Question| {
        Who::Entrants(Box::new(Entrants { map, node: ad, class, question: question.clone() }))
    };
    let lost = entrants(Class::Lost, &question);
    assert_eq!(keys(&whole(&mut session, &lost)), ["b"]);
    let among = Question { who: lost, ..question.clone() };
    assert_eq!(keys(&whole(&mut session, &entrants(Class::All, &among))), ["b"]);
    assert_eq!(whole(&mut session, &entrants(Class::Moved, &among)).count, 0);

    // The level of a question about a node is the node's.
    let at_stages = Question { level: Level::Stage, ..question };
    assert_eq!(whole(&mut session, &entrants(Class::All, &at_stages)).count, 3);
    let nowhere =
        Entrants { map, node: Node::Stage(app::StageId(999)), class: Class::All, question: at_stages };
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
    let who = Who::Entrants(Box::new(Entrants { map, node, class: Class::All, question }));
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

//! Customers compared with others, and with themselves at another time.

use std::fs;

use app::operations::AddSegment;
use app::{
    Against, Asked, Compared, CustomerId, FailureCode, Incomparable, Lens, Level, Listing, Locale, MapId,
    Mode, NamedWho, Node, Page, PersonaId, Question, Reading, Repeats, Rule, SegmentId, Session, Theme, Unit,
    View, Who,
};
use model::{Rate, Reference};
use tempfile::TempDir;

const WHOLE: Page = Page { start: 0, length: u64::MAX };

fn sample() -> (TempDir, Session, MapId) {
    let folder = TempDir::new().expect("a folder");
    let session = Session::sample(&folder.path().join("shop.touchline")).expect("the sample");
    let map = session.overview().expect("overview").maps[0].id;
    (folder, session, map)
}

fn view(map: MapId, question: Question, lens: Lens) -> View {
    let reading = Reading { lens, ..Reading::default() };
    View { map, question: Some(question), reading, theme: Theme::Light, locale: Locale::En }
}

fn compared(session: &mut Session, map: MapId, question: &Question) -> Result<Compared, Incomparable> {
    let shown = session.view_map(view(map, question.clone(), Lens::Comparison)).expect("shown");
    let evidence = shown.evidence.expect("numbers");
    evidence.compared.ok_or_else(|| evidence.incomparable.expect("why not"))
}

fn segment(session: &mut Session, name: &str, customers: &[CustomerId]) -> SegmentId {
    let references = customers.iter().map(|customer| Reference::Id(customer.0)).collect();
    let rule = Rule::Customers(references);
    session.edit(&AddSegment { name: name.to_owned(), rule }.into()).expect("a segment");
    let segments = session.overview().expect("overview").segments;
    segments.iter().find(|each| each.name == name).expect("kept").id
}

fn customers(session: &mut Session, who: &Who) -> Vec<CustomerId> {
    let people = session.people(&Listing::of(who.clone()), &[], WHOLE).expect("people");
    people.rows.iter().map(|row| row.customer).collect()
}

/// The persona of the sample's map, and everybody else, compared at touchpoints.
fn persona_question(session: &Session, against: Against) -> (PersonaId, Question) {
    let personas = session.overview().expect("overview").personas;
    let persona = personas.iter().find(|each| each.segment.is_some()).expect("a persona").id;
    let question = Question::new(Level::Touchpoint);
    (persona, Question { who: Who::Persona(persona), against: Some(against), ..question })
}

/// The instant at which a day begins.
fn instant(session: &Session, map: MapId, day: &str) -> i64 {
    let asked = Asked {
        level: Level::Stage,
        unit: Unit::Customers,
        mode: Mode::Next,
        window: "none".to_owned(),
        from: Some(day.to_owned()),
        to: None,
        cutoff: None,
        among: NamedWho::Everybody,
        repeats: Repeats::Collapse,
        observed: false,
        against: None,
    };
    session.question(map, &asked).expect("a question").from.expect("a day")
}

#[test]
fn each_side_is_what_the_question_says_of_it_alone() {
    let (_folder, mut session, map) = sample();
    let (_, question) = persona_question(&session, Against::Others);
    let compared = compared(&mut session, map, &question).expect("compared");
    assert_eq!(compared.shared, 0);
    for (side, asked) in compared.sides.iter().enumerate() {
        let alone = session.view_map(view(map, asked.clone(), Lens::Conversion)).expect("shown");
        let evidence = alone.evidence.expect("numbers");
        assert!(evidence.compared.is_none() && evidence.incomparable.is_none());
        for (overlay, contrast) in
            [(&evidence.stages, &compared.stages), (&evidence.touchpoints, &compared.touchpoints)]
        {
            for node in &contrast.nodes {
                assert_eq!(node.sides[side], overlay.account(node.node).expect("a node").drop_off);
            }
            for edge in &contrast.edges {
                let account = overlay.account(edge.from).expect("a node");
                let conversion = match overlay.flow(edge.from, edge.to) {
                    Some(flow) => flow.conversion,
                    None => Rate::of(0, account.matured),
                };
                assert_eq!(edge.sides[side], conversion);
            }
        }
    }
    // Those that clearly differ come first, then by how many it concerns.
    let order: Vec<_> =
        compared.touchpoints.edges.iter().map(|each| (each.is_clear(), each.concerns)).collect();
    assert!(order.windows(2).all(|pair| pair[0] >= pair[1]), "{order:?}");
}

#[test]
fn an_incident_of_the_sample_is_clear() {
    let (_folder, mut session, map) = sample();
    let [start, end] = ["2024-05-19", "2024-06-08"].map(|day| instant(&session, map, day));
    let question = Question {
        from: Some(start),
        to: Some(end),
        against: Some(Against::Range { from: None, to: Some(start) }),
        ..Question::new(Level::Touchpoint)
    };
    let compared = compared(&mut session, map, &question).expect("compared");
    let journey = session.map_places(map).expect("places").touchpoints;
    let node = |title: &str| {
        Node::Touchpoint(journey.iter().find(|(_, each)| each == title).expect("a touchpoint").0)
    };
    let refused = (node("Payment"), node("Payment trouble"));
    let edge = compared.touchpoints.edges.iter().find(|each| (each.from, each.to) == refused).expect("a way");
    let difference = edge.difference.expect("a difference");
    assert!(
        edge.is_clear() && difference.low > 0.05 && edge.sides[1].expect("a rate").count == 0,
        "{edge:?}"
    );
}

#[test]
fn everybody_else_is_everybody_but_those() {
    let (_folder, mut session, map) = sample();
    let (persona, question) = persona_question(&session, Against::Others);
    let compared = compared(&mut session, map, &question).expect("compared");
    let [first, second] = compared.sides;
    assert_eq!(first, Question { against: None, ..question });
    let mut both = [customers(&mut session, &first.who), customers(&mut session, &second.who)].concat();
    both.sort_unstable();
    assert_eq!(second.who, Who::Others(Box::new(Who::Persona(persona))));
    assert_eq!(both, customers(&mut session, &Who::Everybody));
    let nobody = Who::Others(Box::new(Who::Everybody));
    assert_eq!(customers(&mut session, &nobody), []);
}

#[test]
fn customers_on_both_sides_make_it_a_comparison_with_all_others() {
    let (_folder, mut session, map) = sample();
    let all = customers(&mut session, &Who::Everybody);
    let (some, others) =
        (segment(&mut session, "Some", &all[..200]), segment(&mut session, "More", &all[150..300]));
    let apart = segment(&mut session, "Apart", &all[200..300]);
    let ask = |who| Question {
        who: Who::Segment(some),
        against: Some(Against::Who(who)),
        ..Question::new(Level::Stage)
    };
    let overlapping = compared(&mut session, map, &ask(Who::Segment(others))).expect("compared");
    assert_eq!(overlapping.shared, 50);
    assert_eq!(overlapping.sides[1].who, Who::Others(Box::new(Who::Segment(some))));
    let everybody = compared(&mut session, map, &ask(Who::Everybody)).expect("compared");
    assert_eq!((everybody.shared, &everybody.sides[1].who), (200, &overlapping.sides[1].who));
    let disjoint = compared(&mut session, map, &ask(Who::Segment(apart))).expect("compared");
    assert_eq!((disjoint.shared, &disjoint.sides[1].who), (0, &Who::Segment(apart)));
}

#[test]
fn what_cannot_be_compared_says_why() {
    let (folder, mut session, map) = sample();
    let everybody = Question { against: Some(Against::Others), ..Question::new(Level::Stage) };
    assert_eq!(compared(&mut session, map, &everybody), Err(Incomparable::Everybody));
    let day = 86_400_000;
    let start = session.overview().expect("overview").counts.first.expect("a first");
    let ask = |until: i64, from: i64| Question {
        to: Some(until),
        against: Some(Against::Range { from: Some(from), to: None }),
        ..Question::new(Level::Stage)
    };
    let overlapping = ask(start + 60 * day, start + 59 * day);
    assert_eq!(compared(&mut session, map, &overlapping), Err(Incomparable::Overlapping));
    assert!(compared(&mut session, map, &ask(start + 60 * day, start + 60 * day)).is_ok());
    let title = session.overview().expect("overview").maps[0].title.clone();
    let codes = [everybody, overlapping].map(|question| {
        app::Failure::from(session.compare_report(&title, &question).expect_err("incomparable")).code
    });
    assert_eq!(codes, [FailureCode::EverybodyCompared, FailureCode::OverlappingRanges]);
    drop(folder);
}

#[test]
fn the_numbers_are_counted_again_when_the_lens_begins_to_compare_and_when_a_segment_changes() {
    let (_folder, mut session, map) = sample();
    let all = customers(&mut session, &Who::Everybody);
    let [some, others] = [("Some", 0..100), ("Others", 100..200)]
        .map(|(name, range)| segment(&mut session, name, &all[range]));
    let question = Question {
        who: Who::Segment(some),
        against: Some(Against::Who(Who::Segment(others))),
        ..Question::new(Level::Stage)
    };
    let plain = session.view_map(view(map, question.clone(), Lens::Conversion)).expect("shown");
    assert!(plain.evidence.expect("numbers").compared.is_none());
    let changes = session.ask(view(map, question.clone(), Lens::Comparison)).expect("asked");
    assert_eq!(
        changes.evidence.expect("numbers").compared.expect("compared").sides[1].who,
        Who::Segment(others)
    );
    // Without the segment there is nobody to compare with.
    let gone = session.edit(&app::operations::DeleteSegment { segment: others }.into()).expect("an edit");
    let evidence = gone.evidence.expect("numbers counted again");
    assert!(evidence.compared.is_none() && evidence.incomparable.is_none());
}

#[test]
fn a_picture_says_with_whom_it_compares() {
    let (folder, mut session, map) = sample();
    let (_, question) = persona_question(&session, Against::Others);
    let title = session.overview().expect("overview").maps[0].title.clone();
    let out = folder.path().join("compared.svg");
    let reading = Reading { lens: Lens::Comparison, ..Reading::default() };
    let options = app::ExportOptions {
        scale: 1,
        paper: None,
        extent: app::Extent::Whole,
        extras: app::Extras::default(),
        carries: true,
        reading,
        theme: Theme::Light,
        locale: Locale::En,
    };
    session.export(&title, &question, &out, &options).expect("laid out").write().expect("written");
    let svg = fs::read_to_string(&out).expect("a picture").replace('\u{a0}', " ");
    for said in ["Compared with: all but: Customers of", "May be chance", " pts"] {
        assert!(svg.contains(said), "{said}");
    }
    assert_eq!(
        session.view_map(view(map, question, Lens::Plain)).expect("shown").evidence.map(|each| each.compared),
        Some(None)
    );
}

/// Customers dealt at random into two halves differ by chance alone: a map on which any edge is called clear is a false
/// alarm, and at a false discovery rate of 5 % at most one in twenty is.
#[test]
fn halves_dealt_at_random_hardly_ever_differ_clearly() {
    let (_folder, mut session, map) = sample();
    let all = customers(&mut session, &Who::Everybody);
    let deals: u64 =
        std::env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200);
    let mut alarms = 0;
    for deal in 1..=deals {
        let mut state = deal.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut hands = all.clone();
        for last in (1..hands.len()).rev() {
            // Marsaglia's xorshift, then Fisher and Yates.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            hands.swap(last, (state % (last as u64 + 1)) as usize);
        }
        let half = hands[..hands.len() / 2].to_vec();
        let question = Question {
            who: Who::Picked(half),
            against: Some(Against::Others),
            ..Question::new(Level::Touchpoint)
        };
        let compared = compared(&mut session, map, &question).expect("compared");
        alarms += u64::from(compared.touchpoints.edges[0].is_clear());
    }
    assert!(20 * alarms <= deals, "{alarms} of {deals} maps show a clear edge");
}

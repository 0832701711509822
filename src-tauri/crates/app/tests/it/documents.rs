//! Maps and segments come back as they were, and count the same.

use std::fs;
use std::path::Path;

use app::operations::{
    AddMap, AddPersona, AddSegment, DeleteMap, DeleteSegment, EditPersona, EditTouchpoints, LeaveEvent,
    SetChannel, SetMapPersonas, SetPersonaSegment,
};
use app::{
    Actor, AnyChannel, AppError, Avatar, ChannelIcon, ChannelKind, Content, ContentStatus, CustomerImport,
    DataExport, DataFormat, Day, DetailChange, Drama, EvidenceKind, Face, Hair, InteractionImport, KnownBy,
    Level, Link, Locale, MapId, MissingKind, Mode, NewWorkspace, OverlayReport, OwnChannel, PersonaChange,
    PersonaId, PersonaKind, PlannedContent, Question, SegmentId, Session, StageTint, Trait, Unit,
    rule_of_text,
};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::image;

fn workspace(folder: &Path, name: &str) -> Session {
    let new = NewWorkspace {
        title: None,
        timezone: "Europe/Amsterdam".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    let mut session = Session::create(&folder.join(name), &new).expect("created");
    let map = session.overview().expect("it is there").maps[0].id;
    session.edit(&DeleteMap { map }.into()).expect("deleted");
    session
}

/// A workspace with a map of what customers did, and segments by all that rules can refer to.
fn shop(folder: &Path, contacts: &[(u8, u8, u16)], texts: &[&str]) -> Session {
    let mut session = workspace(folder, "shop.touchline");
    let contact = |(customer, event, hour): &(u8, u8, u16)| {
        let (day, hour) = (1 + hour / 24 % 28, hour % 24);
        format!("c{customer},e{event},2024-02-{day:02}T{hour:02}:00:00Z\n")
    };
    let log = format!("customer,event,time\n{}", contacts.iter().map(contact).collect::<String>());
    let customer = |number: usize| format!("c{number},{}\n", ["free", "paid"][number % 2]);
    let crm = format!("customer,plan\n{}", (0..6).map(customer).collect::<String>());
    for (name, text) in [("log.csv", &log), ("crm.csv", &crm)] {
        fs::write(folder.join(name), text).expect("written");
    }
    session
        .import_customers(&folder.join("crm.csv"), &CustomerImport::default(), &|_| true)
        .expect("imported");
    session
        .import_interactions(&folder.join("log.csv"), &InteractionImport::default(), &|_| true)
        .expect("imported");
    let map = session.discover("Found", None).expect("discovered");
    session.edit(&LeaveEvent { map, event: "spam".to_owned(), left: true }.into()).expect("left");
    for (number, text) in texts.iter().enumerate() {
        let rule = session.with_rows(&rule_of_text(text).expect("a rule")).expect("all is here");
        let added = session.edit(&AddSegment { name: format!("S{number}"), rule }.into()).expect("added");
        if number == 0 {
            let segment = SegmentId(added.added.expect("a row"));
            // Two personas may share a name: a rule means the one with the segment.
            for _ in 0..2 {
                let added = session.edit(&AddPersona { name: "Nora".to_owned() }.into()).expect("added");
                let persona = PersonaId(added.added.expect("a row"));
                session.edit(&SetPersonaSegment { persona, segment: Some(segment) }.into()).expect("set");
            }
        }
    }
    session
}

/// Everything a map can be asked, about everybody and about each segment.
fn overlays(session: &mut Session) -> Vec<OverlayReport> {
    let overview = session.overview().expect("it is there");
    let mut reports = Vec::new();
    for map in overview.maps {
        let whos = overview.segments.iter().map(|segment| app::Who::Segment(segment.id));
        for who in std::iter::once(app::Who::Everybody).chain(whos) {
            for level in [Level::Stage, Level::Touchpoint] {
                for (mode, unit) in [(Mode::Next, Unit::Customers), (Mode::Eventual, Unit::Visits)] {
                    let question = Question { mode, unit, who: who.clone(), ..Question::new(level) };
                    let title = map.title.as_str();
                    reports.push(session.overlay_report(title, &question).expect("counted"));
                }
            }
        }
    }
    reports
}

fn export(session: &Session, folder: &Path) {
    let what = Content::ALL.to_vec();
    let asked = DataExport { what, format: DataFormat::Json, safe: false, replace: false };
    session.export_data(folder, &asked, &|_| true).expect("exported");
}

fn come_back(from: &Path, to: &mut Session) {
    to.import_customers(&from.join("customers.jsonl"), &CustomerImport::default(), &|_| true)
        .expect("imported");
    to.import_interactions(&from.join("interactions.jsonl"), &InteractionImport::default(), &|_| true)
        .expect("imported");
    let maps = to.import_document(&from.join("maps.json")).expect("taken");
    assert_eq!(maps.added, ["Found"]);
    assert!(maps.missing.iter().all(|missing| missing.what == MissingKind::Segment), "{:?}", maps.missing);
    let segments = to.import_document(&from.join("segments.json")).expect("taken");
    assert_eq!((segments.renamed, segments.missing), (Vec::new(), Vec::new()));
}

const RULES: [&str; 8] = [
    "plan is paid",
    "segment S0 and did at least 2 times e1",
    "not (segment S1)",
    "persona \"Nora (2)\" or did e0",
    "customers (c1, c3)",
    "did at least 2 times e2 within 3 days of the first",
    "segment S0 or segment S2",
    "did at most 1 times e0",
];

/// Something that is written of the touchpoint with a number.
fn written() -> impl Strategy<Value = (usize, DetailChange)> {
    let text = || "[ -~\u{e9}\u{645}\u{1f600}\n]{0,20}";
    let texts = move || prop::collection::vec(text(), 0..4);
    let (actor, kind) = (prop::sample::select(Actor::ALL), prop::sample::select(EvidenceKind::ALL));
    let day = prop::option::of((1900..2100_i32, 1..13_u32, 1..29_u32)).prop_map(|day| {
        day.and_then(|(year, month, day)| Day::parse(&format!("{year}-{month:02}-{day:02}")))
    });
    let content = (text(), text(), prop::sample::select(ContentStatus::ALL));
    let content = content.prop_map(|(what, format, status)| PlannedContent { what, format, status });
    let link = (text(), text()).prop_map(|(title, address)| Link { title, address });
    let change = prop_oneof![
        text().prop_map(DetailChange::Description),
        text().prop_map(DetailChange::Owner),
        actor.prop_map(DetailChange::Actor),
        (0..6_i64).prop_map(|number| DetailChange::Drama(Drama::of(number))),
        any::<bool>().prop_map(DetailChange::MomentOfTruth),
        text().prop_map(DetailChange::Quote),
        texts().prop_map(DetailChange::Pains),
        texts().prop_map(DetailChange::Opportunities),
        prop::collection::vec(content, 0..3).prop_map(DetailChange::Content),
        prop::collection::vec(link, 0..3).prop_map(DetailChange::Links),
        text().prop_map(DetailChange::AddTag),
        (kind, day).prop_map(|(kind, day)| DetailChange::Evidence(Some(KnownBy { kind, day }))),
        Just(image::shown()),
    ];
    (0..8_usize, change)
}

/// Writes of touchpoints, and gives them channels.
fn write_on(session: &mut Session, written: &[(usize, DetailChange)], channels: &[Option<AnyChannel>]) {
    let map = session.overview().expect("it is there").maps[0].id;
    let all: Vec<_> =
        session.map_places(map).expect("places").touchpoints.into_iter().map(|(id, _)| id).collect();
    for (number, change) in written {
        let touchpoints = vec![all[number % all.len()]];
        session.edit(&EditTouchpoints { touchpoints, change: change.clone() }.into()).expect("written");
    }
    for (touchpoint, channel) in all.into_iter().zip(channels) {
        let touchpoints = vec![touchpoint];
        session.edit(&SetChannel { touchpoints, channel: channel.clone() }.into()).expect("set");
    }
}

fn channels() -> impl Strategy<Value = Option<AnyChannel>> {
    let own = ("[!-~]{1,9}", prop::sample::select(ChannelIcon::ALL));
    prop::option::of(prop_oneof![
        prop::sample::select(ChannelKind::ALL).prop_map(AnyChannel::Kind),
        own.prop_map(|(name, icon)| AnyChannel::Own(OwnChannel { name, icon })),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn random_maps_and_segments_come_back_with_the_same_numbers(
        contacts in prop::collection::vec((0_u8..8, 0_u8..4, 0_u16..600), 8..60),
        written in prop::collection::vec(written(), 0..24),
        channels in prop::collection::vec(channels(), 0..8),
    ) {
        let folder = TempDir::new().expect("a folder");
        let mut session = shop(folder.path(), &contacts, &RULES);
        write_on(&mut session, &written, &channels);
        let [out, again] = ["out", "again"].map(|name| folder.path().join(name));
        export(&session, &out);
        let mut other = workspace(folder.path(), "other.touchline");
        come_back(&out, &mut other);
        export(&other, &again);
        for document in ["maps.json", "segments.json"] {
            let [before, after] = [&out, &again].map(|folder| fs::read_to_string(folder.join(document)).expect("text"));
            prop_assert_eq!(before, after);
        }
        let (before, after) = (overlays(&mut session), overlays(&mut other));
        prop_assert_eq!(format!("{before:?}"), format!("{after:?}"));
    }
}

#[test]
fn a_document_may_leave_details_out_but_names_none_that_are_not() {
    let folder = TempDir::new().expect("a folder");
    let mut session = workspace(folder.path(), "w.touchline");
    let path = folder.path().join("maps.json");
    let document = |details: &str, channel: &str| {
        format!(
            r#"{{"format": "touchline maps", "version": 1, "personas": [], "maps": [{{"title": "Way",
                "lifecycle": "linear", "stages": [{{"title": "Buy"}}], "transitions": [], "touchpoints":
                [{{"title": "Pay", "stage": "Buy", "x": 0, "y": 0, "channel": {channel}, "details": {details}}}]}}]}}"#
        )
    };
    let own = r#"{"name": "Kiosk", "icon": "screen"}"#;
    fs::write(&path, document(r#"{"quote": "Safe?", "drama": 4, "evidence": {"kind": "observed"}}"#, own))
        .expect("written");
    session.import_document(&path).expect("taken");
    let map = session.overview().expect("it is there").maps[0].id;
    let out = folder.path().join("out");
    export(&session, &out);
    let back = fs::read_to_string(out.join("maps.json")).expect("text");
    for part in [r#""quote": "Safe?""#, r#""drama": 4"#, r#""kind": "observed""#, r#""icon": "screen""#] {
        assert!(back.contains(part), "{part} is not in {back}");
    }
    session.edit(&DeleteMap { map }.into()).expect("deleted");
    for (details, channel) in [
        (r#"{"drama": 6}"#, "null"),
        (r#"{"quotes": "Safe?"}"#, "null"),
        (r#"{"evidence": {"kind": "observed", "day": "2024-02-30"}}"#, "null"),
        (r#"{"pains": "Slow"}"#, "null"),
        ("{}", r#""carrier pigeon""#),
        ("{}", r#"{"name": "Kiosk", "icon": "<svg>"}"#),
    ] {
        fs::write(&path, document(details, channel)).expect("written");
        let refused = session.import_document(&path).expect_err(details);
        assert!(matches!(refused, AppError::BadDocument { .. }), "{details}: {refused}");
    }
    // Longer than any text is shown.
    let long = format!(r#"{{"description": "{}"}}"#, "x".repeat(10 << 20));
    fs::write(&path, document(&long, "null")).expect("written");
    assert!(session.import_document(&path).is_err());
    assert!(session.overview().expect("it is there").maps.is_empty());
}

#[test]
fn personas_come_back_with_all_that_is_on_their_sheets() {
    let folder = TempDir::new().expect("a folder");
    let mut session = workspace(folder.path(), "w.touchline");
    let added = session.edit(&AddPersona { name: "Nora".to_owned() }.into()).expect("added").added;
    let persona = PersonaId(added.expect("a row"));
    for change in [
        PersonaChange::Avatar(Avatar { face: Face::Beard, hair: Hair::Curly, tint: StageTint::Moss }),
        PersonaChange::Kind(Some(PersonaKind::Negative)),
        PersonaChange::Motivations("Time\nMoney".to_owned()),
        PersonaChange::Channels(vec![ChannelKind::Chat.into()]),
        PersonaChange::Traits(vec![Trait { low: "calm".to_owned(), high: "hasty".to_owned(), value: 7 }]),
        image::photo(),
    ] {
        session.edit(&EditPersona { persona, change }.into()).expect("edited");
    }
    let out = folder.path().join("out");
    export(&session, &out);
    let mut other = workspace(folder.path(), "other.touchline");
    other.import_document(&out.join("maps.json")).expect("taken");
    let [here, there] = [&session, &other].map(|each| each.overview().expect("it is there").personas);
    assert_eq!(here[0].details, there[0].details);
    // The same is not added again, and another is.
    other.import_document(&out.join("maps.json")).expect("taken");
    assert_eq!(other.overview().expect("it is there").personas.len(), 1);
    let change = PersonaChange::Role("Nurse".to_owned());
    other.edit(&EditPersona { persona: there[0].id, change }.into()).expect("edited");
    other.import_document(&out.join("maps.json")).expect("taken");
    assert_eq!(other.overview().expect("it is there").personas.len(), 2);

    let document = |details: &str| {
        format!(
            r#"{{"format": "touchline maps", "version": 1, "maps": [], "personas": [{{"name": "Tom", "details": {details}}}]}}"#
        )
    };
    let path = folder.path().join("maps.json");
    fs::write(&path, document(r#"{"age": "27"}"#)).expect("written");
    session.import_document(&path).expect("what is not said is as of one that is new");
    for details in [
        r#"{"ages": "27"}"#,
        r#"{"traits": [{"low": "a", "high": "b", "value": 101}]}"#,
        r#"{"avatar": {"face": "plain", "hair": "<svg>", "tint": "moss"}}"#,
        r#"{"kind": "best"}"#,
    ] {
        fs::write(&path, document(details)).expect("written");
        let refused = session.import_document(&path).expect_err(details);
        assert!(matches!(refused, AppError::BadDocument { .. }), "{details}: {refused}");
    }
}

#[test]
fn maps_come_back_with_all_whose_journeys_they_tell() {
    let folder = TempDir::new().expect("a folder");
    let mut session = workspace(folder.path(), "w.touchline");
    let mut add = |name: &str| {
        let added = session.edit(&AddPersona { name: name.to_owned() }.into()).expect("added").added;
        PersonaId(added.expect("a row"))
    };
    let personas = [add("Nora"), add("Tom"), add("Ida")];
    let (title, template) = ("Way".to_owned(), "funnel".to_owned());
    let map = AddMap { title, template, locale: Locale::En, examples: false };
    let map = session.edit(&map.into()).expect("added").added.expect("a row");
    let told = SetMapPersonas { map: MapId(map), personas: vec![personas[2], personas[0]] };
    session.edit(&told.into()).expect("edited");
    let out = folder.path().join("out");
    export(&session, &out);
    let told = |session: &Session| -> Vec<Vec<String>> {
        session.map_summaries().expect("maps").into_iter().map(|map| map.personas).collect()
    };
    let mut other = workspace(folder.path(), "other.touchline");
    other.import_document(&out.join("maps.json")).expect("taken");
    assert_eq!(told(&other), [["Ida".to_owned(), "Nora".to_owned()]]);

    // Where it could be but one, and where one is not there.
    let map = |title: &str, told: &str| {
        format!(
            r#"{{"title": "{title}", "lifecycle": "linear", {told}, "stages": [], "touchpoints": [], "transitions": []}}"#
        )
    };
    let maps = [
        map("One", r#""persona": "Sam""#),
        map("Nobody", r#""persona": null"#),
        map("Two", r#""personas": ["Gone", "Sam"]"#),
    ];
    let document = format!(
        r#"{{"format": "touchline maps", "version": 1, "personas": [{{"name": "Sam"}}], "maps": [{}]}}"#,
        maps.join(", ")
    );
    let path = folder.path().join("maps.json");
    fs::write(&path, document).expect("written");
    let taken = other.import_document(&path).expect("taken");
    let missing: Vec<_> = taken.missing.iter().map(|each| (each.of.as_str(), each.name.as_str())).collect();
    assert_eq!(missing, [("Two", "Gone")]);
    assert_eq!(told(&other)[1..], [vec!["Sam".to_owned()], vec![], vec!["Sam".to_owned()]]);
}

#[test]
fn what_is_gone_never_comes_to_mean_something_else() {
    let folder = TempDir::new().expect("a folder");
    let mut session =
        shop(folder.path(), &[(1, 0, 1), (2, 1, 30), (3, 0, 2)], &["plan is paid", "segment S0"]);
    let gone = session.overview().expect("it is there").segments[0].id;
    session.edit(&DeleteSegment { segment: gone }.into()).expect("deleted");
    let rule = rule_of_text("plan is free").expect("a rule");
    session.edit(&AddSegment { name: "S0".to_owned(), rule }.into()).expect("added");
    let out = folder.path().join("out");
    export(&session, &out);
    let mut other = workspace(folder.path(), "other.touchline");
    let taken = other.import_document(&out.join("segments.json")).expect("taken");
    let missing: Vec<_> = taken.missing.iter().map(|each| (each.of.as_str(), each.name.as_str())).collect();
    assert_eq!(missing, [("S1", "S0 (gone)")]);
    let step = other.undo().expect("undone");
    assert!(step.overview.segments.is_some_and(|left| left.is_empty()), "all segments came in one step");
}

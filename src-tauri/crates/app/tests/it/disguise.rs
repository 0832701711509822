//! What is stored of one person, and a copy of the workspace in which nobody is known.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use app::operations::{AddPersona, AddSegment, EditPersona, EditStage, EditTouchpoints, SetPersonaSegment};
use app::{
    AppError, BackupReason, CustomerImport, DetailChange, Disguise, Drama, InteractionImport, Level, Link,
    Locale, NewWorkspace, OverlayReport, PersonaChange, PersonaId, Question, Session, StageChange, Who,
    rule_of_text,
};
use tempfile::TempDir;

use crate::image;

/// What must not be in a copy; `plan` is kept, `city` is not.
const ORIGINALS: [&str; 17] = [
    "person-0",
    "Sandra Quist",
    "Zwanenburg",
    "Ommen",
    "odd-plan",
    "visit of person-03",
    "Carrier pigeon",
    "crm-of-march",
    "98.765",
    "Where is my order, asked Ida",
    "A customer of ours",
    "Oona, of the shop",
    "Never again",
    "Waited for weeks",
    "example.org/complaints",
    "Nobody from Assen",
    "Seen by Bea",
];

fn shop(folder: &Path) -> Session {
    let new = NewWorkspace {
        title: Some("Shop".to_owned()),
        timezone: "Europe/Amsterdam".to_owned(),
        template: None,
        examples: false,
        persona: None,
        locale: Locale::En,
    };
    let mut session = Session::create(&folder.join("Shop.touchline"), &new).expect("created");
    let mut log = "customer,event,timestamp,channel,value\n".to_owned();
    let mut crm = "customer,name,city,plan\n".to_owned();
    for person in 0..40 {
        let day = person % 20 + 1;
        for (hour, event) in [(9, "ad"), (9, "page"), (11, "order"), (12, "page")].iter().take(person % 4 + 1)
        {
            let _ = writeln!(log, "person-{person:02},{event},2024-03-{day:02} {hour:02}:00,Mail,98.765");
        }
        let city = if person < 3 { "Zwanenburg" } else { "Ommen" };
        let plan = if person == 7 { "odd-plan" } else { ["basic", "pro"][person % 2] };
        let _ = writeln!(crm, "person-{person:02},Sandra Quist {person},{city},{plan}");
    }
    // After the map is made, so that it does not list it.
    let visit = "customer,event,timestamp,channel,value\nperson-03,visit of person-03,2024-03-22,Carrier pigeon,\nperson-03,order,2024-03-23,Mail,\n";
    for (name, text) in [("log.csv", log.as_str()), ("visit.csv", visit), ("crm-of-march.csv", &crm)] {
        fs::write(folder.join(name), text).expect("written");
    }
    let imported = InteractionImport::default();
    session.import_interactions(&folder.join("log.csv"), &imported, &|_| true).expect("imported");
    let map = session.discover("Found", None).expect("a map");
    let (touchpoint, _) = session.map_places(map).expect("places").touchpoints[0];
    let written = ORIGINALS.last_chunk().expect("seven").map(str::to_owned);
    let [description, owner, quote, pain, address, aim, entry] = written;
    let (stage, _) = session.map_places(map).expect("places").stages[0];
    for change in [StageChange::Aim(aim), StageChange::Entry(entry)] {
        session.edit(&EditStage { stage, change }.into()).expect("an edit");
    }
    let link = Link { title: String::new(), address };
    for change in [
        DetailChange::Description(description),
        DetailChange::Owner(owner),
        DetailChange::Quote(quote),
        DetailChange::Pains(vec![pain]),
        DetailChange::Links(vec![link]),
        image::shown(),
        DetailChange::Drama(Drama::of(4)),
    ] {
        session.edit(&EditTouchpoints { touchpoints: vec![touchpoint], change }.into()).expect("an edit");
    }
    let ida = AddPersona { name: "Asks first".to_owned() };
    let ida = session.edit(&ida.into()).expect("an edit").added.expect("a row");
    for change in [
        PersonaChange::Quote("Where is my order, asked Ida".to_owned()),
        PersonaChange::Needs("An answer".to_owned()),
        image::photo(),
    ] {
        session.edit(&EditPersona { persona: PersonaId(ida), change }.into()).expect("an edit");
    }
    session.import_interactions(&folder.join("visit.csv"), &imported, &|_| true).expect("imported");
    session
        .import_customers(&folder.join("crm-of-march.csv"), &CustomerImport::default(), &|_| true)
        .expect("imported");
    for (name, rule) in [
        ("Reached", "did ad"),
        ("Ordered again", "segment Reached and did order"),
        ("In town", "city is Zwanenburg"),
        ("Planned", "plan is pro"),
        ("Towns", "segment \"In town\" or did ad"),
    ] {
        let rule = session.with_rows(&rule_of_text(rule).expect("a rule")).expect("names that are there");
        session.edit(&AddSegment { name: name.to_owned(), rule }.into()).expect("an edit");
    }
    session
}

fn overlay(session: &mut Session, who: Who) -> OverlayReport {
    let question = Question { who, ..Question::new(Level::Touchpoint) };
    session.overlay_report("Found", &question).expect("an overlay")
}

fn segment(session: &Session, name: &str) -> Option<Who> {
    let all = session.overview().expect("an overview").segments;
    all.iter().find(|each| each.name == name).map(|each| Who::Segment(each.id))
}

fn left(path: &Path) -> Vec<&'static str> {
    let bytes = fs::read(path).expect("readable");
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    ORIGINALS.into_iter().filter(|original| text.contains(&original.to_lowercase())).collect()
}

#[test]
fn a_copy_for_others_counts_the_same_and_names_nobody() {
    let folder = TempDir::new().expect("a folder");
    let mut session = shop(folder.path());
    let copy = folder.path().join("Copy.touchline");
    let disguise = Disguise { attributes: vec!["plan".to_owned()], shift_dates: false };
    let done = session.disguise(&copy, &disguise).expect("written");
    assert_eq!((done.customers, done.interactions), (40, 102));
    assert_eq!((done.values, done.events, done.channels), (1, 1, 1));
    assert_eq!(done.segments, ["In town", "Planned", "Towns"]);
    assert_eq!(left(&copy), Vec::<&str>::new());
    let has_image = |path: &Path| {
        fs::read(path).expect("readable").windows(image::JPEG.len()).any(|part| part == image::JPEG)
    };
    assert!(!has_image(&copy));

    let mut other = Session::open(&copy).expect("opened");
    assert_eq!(other.check().expect("checked"), Vec::<String>::new());
    assert_eq!(overlay(&mut other, Who::Everybody), overlay(&mut session, Who::Everybody));
    for name in ["Reached", "Ordered again"] {
        let [there, here] = [&other, &session].map(|each| segment(each, name).expect("it is kept"));
        assert_eq!(overlay(&mut other, there), overlay(&mut session, here), "{name}");
    }
    let overview = other.overview().expect("an overview");
    assert_eq!(
        overview.counts.attributes.iter().map(|each| each.name.as_str()).collect::<Vec<_>>(),
        ["plan"]
    );
    assert!(overview.history.undo.is_none());
    assert_eq!(overview.personas[0].details.needs, "An answer", "what a persona is about stays");
    // Another copy has other keys.
    let second = folder.path().join("Second.touchline");
    session.disguise(&second, &Disguise::default()).expect("written");
    assert!(matches!(session.disguise(&second, &Disguise::default()), Err(AppError::OverWorkspace(_))));
    let unknown = Disguise { attributes: vec!["shoe".to_owned()], shift_dates: false };
    assert!(matches!(
        session.disguise(&folder.path().join("x.touchline"), &unknown),
        Err(AppError::NoAttribute(name)) if name == "shoe"
    ));
}

#[test]
fn dates_that_are_shifted_keep_the_times_between_them() {
    let folder = TempDir::new().expect("a folder");
    let mut session = shop(folder.path());
    let copy = folder.path().join("Copy.touchline");
    session.disguise(&copy, &Disguise { attributes: Vec::new(), shift_dates: true }).expect("written");
    let mut other = Session::open(&copy).expect("opened");
    let moved = |session: &mut Session| {
        let report = overlay(session, Who::Everybody);
        report.edges.iter().map(|edge| (edge.from.clone(), edge.to.clone(), edge.moved)).collect::<Vec<_>>()
    };
    assert_eq!(moved(&mut other), moved(&mut session));
    let first = |session: &Session| session.overview().expect("an overview").counts.first;
    assert_ne!(first(&other), first(&session));
}

#[test]
fn all_that_is_stored_of_one_person_is_told() {
    let folder = TempDir::new().expect("a folder");
    let mut session = shop(folder.path());
    let lena = AddPersona { name: "person-03, or Lena".to_owned() };
    let lena = session.edit(&lena.into()).expect("an edit").added.expect("a row");
    let Some(Who::Segment(reached)) = segment(&session, "Reached") else { panic!("it is there") };
    let bound = SetPersonaSegment { persona: PersonaId(lena), segment: Some(reached) };
    session.edit(&bound.into()).expect("an edit");
    let map = session.overview().expect("an overview").maps.into_iter().find(|map| map.title == "Found");
    let places = session.map_places(map.expect("it is there").id).expect("places");
    let pains = vec!["Slow".to_owned(), "“PERSON-03” had to wait".to_owned()];
    let hurt =
        EditTouchpoints { touchpoints: vec![places.touchpoints[1].0], change: DetailChange::Pains(pains) };
    session.edit(&hurt.into()).expect("an edit");
    session.back_up(BackupReason::Asked).expect("backed up");

    let record = session.record_of("person-03").expect("a record");
    assert_eq!(record.name.as_deref(), Some("Sandra Quist 3"));
    assert_eq!(record.attributes["city"], "Ommen");
    let brought: Vec<_> = record
        .imports
        .iter()
        .map(|each| (each.source.as_str(), each.rows.len(), each.interactions))
        .collect();
    assert_eq!(brought, [("log.csv", 0, 4), ("visit.csv", 0, 2), ("crm-of-march.csv", 1, 0)]);
    assert_eq!(record.imports[2].rows[0].attributes["plan"], "pro");
    assert_eq!(record.interactions.len(), 6);
    assert_eq!(record.interactions[4].at, "2024-03-22", "a date without a time stays one");
    assert_eq!(record.segments, ["Reached", "Ordered again", "Planned", "Towns"]);
    assert_eq!(record.personas, ["person-03, or Lena"]);
    assert_eq!(record.backups.len(), 3, "the one from before the log does not hold it");
    let mentions: Vec<_> =
        record.mentions.iter().map(|each| (each.of.as_str(), each.text.as_str())).collect();
    assert_eq!(
        mentions,
        [("persona", "person-03, or Lena"), ("touchpoint", "Slow · “PERSON-03” had to wait")]
    );

    let (page, data) = (folder.path().join("p.html"), folder.path().join("p.json"));
    session.write_record("person-03", &page, Locale::Nl).expect("written");
    session.write_record("person-03", &data, Locale::En).expect("written");
    let page = fs::read_to_string(page).expect("a page");
    assert!(page.contains("Wat is opgeslagen over Sandra Quist 3") && page.contains("98.765"), "{page}");
    let data: app::Record = serde_json::from_slice(&fs::read(data).expect("data")).expect("a record");
    assert_eq!(data.interactions, record.interactions);
    assert!(matches!(session.record_of("nobody"), Err(AppError::NoCustomer(_))));
}

//! Whom a persona stands for by hand, and what the data say of its customers: each number is its list.

use std::fs;

use app::operations::{
    AddPersona, AddSegment, EditPersona, PickForPersona, SetMapPersonas, SetPersonaSegment,
};
use app::{
    ChannelKind, CountOf, CustomerId, CustomerImport, Disguise, InteractionImport, Likeness, Listing, Matter,
    Page, PersonaChange, PersonaFacts, PersonaId, Rule, SegmentId, Who,
};

use crate::screen::Screen;

const WHOLE: Page = Page { start: 0, length: 100 };

const CRM: &str = "user_id,plan,city,age
ann,pro,Utrecht,60
bob,pro,Utrecht,62
cy,pro,Ede,64
dee,basic,Utrecht,66
zoe77,basic,Ommen,20
";

const LOG: &str = "user_id,event,timestamp,channel
ann,ad,2024-01-01,web
ann,order,2024-01-02,web
bob,ad,2024-01-03,web
cy,other,2024-01-04,phone
dee,ad,2024-01-05,phone
zoe77,ad,2024-01-06,web
";

/// A persona that stands for those with the plan "pro", of whose journey the map tells.
fn shop() -> (Screen, PersonaId) {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 40.0);
    screen.list(ad, "ad");
    let crm = screen.write("crm.csv", CRM);
    let imported = screen.session.import_customers(&crm, &CustomerImport::default(), &|_| true);
    screen.apply(&imported.expect("imported").changes);
    let log = screen.write("log.csv", LOG);
    let imported = screen.session.import_interactions(&log, &InteractionImport::default(), &|_| true);
    screen.apply(&imported.expect("imported").changes);
    let rule = Rule::attribute_is("plan", "pro");
    let segment = SegmentId(screen.edit(AddSegment { name: "Pro".to_owned(), rule }));
    let persona = PersonaId(screen.edit(AddPersona { name: "Lena".to_owned() }));
    screen.edit(SetPersonaSegment { persona, segment: Some(segment) });
    screen.edit(SetMapPersonas { map: screen.map, personas: vec![persona] });
    (screen, persona)
}

fn id(screen: &mut Screen, key: &str) -> CustomerId {
    let people = screen.session.people(&Listing::of(Who::Everybody), &[], WHOLE).expect("a list");
    people.rows.iter().find(|row| row.key == key).expect("listed").customer
}

/// The keys of a count's people, after seeing that they are as many as it says.
fn keys(screen: &mut Screen, count: &CountOf) -> String {
    let told = screen.session.who_report(&count.who).expect("a list");
    assert_eq!(told.count, count.customers, "{:?}", count.who);
    told.customers.join(" ")
}

fn facts(screen: &mut Screen, persona: PersonaId) -> PersonaFacts {
    screen.session.persona_facts(persona).expect("counted").expect("it stands for somebody")
}

#[test]
fn a_persona_stands_for_its_segment_and_the_picked_but_not_for_the_excluded() {
    let (mut screen, persona) = shop();
    let told = facts(&mut screen, persona);
    assert_eq!(keys(&mut screen, &told.customers), "ann bob cy");
    let (dee, cy) = (id(&mut screen, "dee"), id(&mut screen, "cy"));
    screen.edit(PickForPersona { persona, customers: vec![dee], picked: Some(true) });
    screen.edit(PickForPersona { persona, customers: vec![cy], picked: Some(false) });
    let told = facts(&mut screen, persona);
    assert_eq!(keys(&mut screen, &told.customers), "ann bob dee");
    assert_eq!(told.of, 5);
    let of_segment = told.of_segment.clone().expect("it has a segment");
    assert_eq!(keys(&mut screen, &of_segment), "ann bob cy");
    assert_eq!(keys(&mut screen, &told.picked), "dee");
    assert_eq!(keys(&mut screen, &told.excluded), "cy");
    assert_eq!(keys(&mut screen, &told.shared), "");
    let whole = screen.session.customer(cy).expect("a customer");
    assert_eq!((whole.personas, whole.by_hand), (Vec::new(), vec![(persona, false)]));

    // The map asks about them, and undoing asks about those before.
    screen.edit(PickForPersona { persona, customers: vec![cy], picked: None });
    let all = facts(&mut screen, persona).customers;
    assert_eq!(keys(&mut screen, &all), "ann bob cy dee");
    let undone = screen.session.undo().expect("undone");
    screen.apply(&undone);
    let before = facts(&mut screen, persona).customers;
    assert_eq!(keys(&mut screen, &before), "ann bob dee");
}

#[test]
fn each_figure_of_a_persona_is_its_list() {
    let (mut screen, persona) = shop();
    let told = facts(&mut screen, persona);
    let named: Vec<(String, String)> =
        told.channels.iter().map(|each| (each.name.clone(), keys(&mut screen, &each.count))).collect();
    let expected = [("web", "ann bob"), ("phone", "cy")];
    assert_eq!(named, expected.map(|(name, keys)| (name.to_owned(), keys.to_owned())));
    let standing = told.standing.expect("a map tells of it");
    assert_eq!(standing.map, screen.map);
    let stages: u64 = standing.stages.iter().map(|stage| stage.count.customers).sum();
    assert_eq!(stages + standing.nowhere.customers, told.customers.customers);
    for stage in &standing.stages {
        keys(&mut screen, &stage.count);
    }
    assert_eq!(keys(&mut screen, &standing.nowhere), "cy");
    assert!(told.worth.is_some());
    let other = PersonaId(screen.edit(AddPersona { name: "Tom".to_owned() }));
    assert_eq!(screen.session.persona_facts(other).expect("counted"), None);
    let ann = id(&mut screen, "ann");
    screen.edit(PickForPersona { persona: other, customers: vec![ann], picked: Some(true) });
    let shared = facts(&mut screen, persona).shared;
    assert_eq!(keys(&mut screen, &shared), "ann");
    let alone = facts(&mut screen, other);
    assert_eq!((alone.of_segment, alone.standing), (None, None));
}

#[test]
fn what_is_written_otherwise_is_told_with_its_people() {
    let (mut screen, persona) = shop();
    for change in [
        PersonaChange::Channels(vec![ChannelKind::Phone.into()]),
        PersonaChange::Place("Ommen".to_owned()),
        PersonaChange::Age("25–34".to_owned()),
    ] {
        screen.edit(EditPersona { persona, change });
    }
    let told = facts(&mut screen, persona).disagreements;
    let mut found = Vec::new();
    for each in &told {
        found.push((each.matter, each.found.as_str(), keys(&mut screen, &each.count)));
    }
    let keys = |text: &str| text.to_owned();
    assert_eq!(
        found,
        [
            (Matter::Channel, "web", keys("ann bob")),
            (Matter::Place, "Utrecht", keys("ann bob")),
            (Matter::Age, "62", keys("ann bob cy")),
        ]
    );
    for change in [
        PersonaChange::Channels(vec![ChannelKind::Phone.into(), ChannelKind::Website.into()]),
        PersonaChange::Place("Utrecht, the Netherlands".to_owned()),
        PersonaChange::Age("60-70".to_owned()),
    ] {
        screen.edit(EditPersona { persona, change });
    }
    assert_eq!(facts(&mut screen, persona).disagreements, []);
}

#[test]
fn who_is_picked_is_erased_merged_and_disguised_like_anybody() {
    let (mut screen, persona) = shop();
    let (dee, eve) = (id(&mut screen, "dee"), id(&mut screen, "zoe77"));
    screen.edit(PickForPersona { persona, customers: vec![dee, eve], picked: Some(true) });
    let copy = screen.path("copy.touchline");
    screen.session.disguise(&copy, &Disguise::default()).expect("written");
    let bytes = fs::read(&copy).expect("readable");
    assert!(!bytes.windows(5).any(|each| each == b"zoe77"));

    let merged = app::operations::MergeCustomers { people: vec![vec![dee, eve]] };
    screen.edit(merged);
    let all = facts(&mut screen, persona).customers;
    assert_eq!(keys(&mut screen, &all), "ann bob cy dee");
    assert_eq!(screen.session.duplicates(Likeness::Key).expect("looked").people, 0);
    screen.session.erase("zoe77", true).expect("erased");
    let all = facts(&mut screen, persona).customers;
    assert_eq!(keys(&mut screen, &all), "ann bob cy");
    assert_eq!(facts(&mut screen, persona).picked.customers, 0);
}

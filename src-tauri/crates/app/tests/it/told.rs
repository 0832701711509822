//! Maps that tell the journeys of several personas: whom they ask about, and what their pictures show.

use app::operations::{
    AddPersona, AddSegment, DeletePersona, DuplicateMap, EditFeeling, SetMapPersonas, SetPersonaSegment,
};
use app::{
    Asked, Content, CustomerImport, DataExport, DataFormat, FeelingChange, Level, Listing, MapId, Mode,
    NamedWho, Page, PersonaId, Question, Repeats, Rule, SegmentId, Sentiment, Subject, TouchpointId, Unit,
    View, Who, rule_of_text,
};

use crate::screen::{Screen, view};

const WHOLE: Page = Page { start: 0, length: 10 };

/// Nora stands for `a` and `b`, Tom for `b` and `c`, Ida for nobody; the map tells the journeys of all three.
fn with_three() -> (Screen, [PersonaId; 3]) {
    let mut screen = Screen::new();
    let crm = screen.write("crm.csv", "user_id,plan,town\na,pro,X\nb,pro,Y\nc,basic,Y\nd,basic,X\n");
    screen.session.import_customers(&crm, &CustomerImport::default(), &|_| true).expect("imported");
    screen.overview = screen.session.overview().expect("an overview");
    let personas = [("Nora", "plan is pro"), ("Tom", "town is Y"), ("Ida", "")].map(|(name, rule)| {
        let persona = PersonaId(screen.edit(AddPersona { name: name.to_owned() }));
        if !rule.is_empty() {
            let rule = rule_of_text(rule).expect("a rule");
            let segment = Some(SegmentId(screen.edit(AddSegment { name: name.to_owned(), rule })));
            screen.edit(SetPersonaSegment { persona, segment });
        }
        persona
    });
    let map = screen.map;
    screen.edit(SetMapPersonas { map, personas: personas.to_vec() });
    (screen, personas)
}

/// The personas in the heading of the map's picture when it is asked about some customers.
fn shown(screen: &mut Screen, who: &Who) -> Vec<PersonaId> {
    let question = view(screen.map).question.map(|question| Question { who: who.clone(), ..question });
    let view = View { question, ..view(screen.map) };
    let scene = screen.session.view_map(view).expect("shown").scene;
    let persona = |subject| match subject {
        Subject::Persona { persona } => Some(persona),
        _ => None,
    };
    scene.items.iter().filter_map(|item| persona(item.subject)).collect()
}

#[test]
fn a_map_asks_about_the_customers_of_any_of_its_personas_each_once() {
    let (mut screen, [nora, tom, ida]) = with_three();
    let who = |screen: &Screen, map: MapId, among: NamedWho| {
        let asked = Asked {
            level: Level::Touchpoint,
            unit: Unit::Customers,
            mode: Mode::Next,
            window: "30d".to_owned(),
            from: None,
            to: None,
            cutoff: None,
            among,
            repeats: Repeats::Collapse,
            observed: false,
            against: None,
        };
        screen.session.question(map, &asked).expect("a question").who
    };
    let told = who(&screen, screen.map, NamedWho::OfMap);
    assert_eq!(told, Who::Personas(vec![nora, tom, ida]));
    let named = |names: &[&str]| NamedWho::Personas(names.iter().map(|&name| name.to_owned()).collect());
    assert_eq!(who(&screen, screen.map, named(&["Tom"])), Who::Persona(tom));
    assert_eq!(who(&screen, screen.map, named(&["Tom", "Nora"])), Who::Personas(vec![tom, nora]));

    let listing = Listing::of(told.clone());
    let people = screen.session.people(&listing, &[], WHOLE).expect("a list");
    let keys: Vec<&str> = people.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!((people.count, keys), (3, vec!["a", "b", "c"]));
    // Kept as a segment, it follows the personas.
    let kept = screen.session.keep_list("Either", &listing).expect("kept").added.expect("a row");
    let rule = screen.session.segment_rule(SegmentId(kept)).expect("a rule");
    assert!(matches!(&rule, Rule::Any(rules) if rules.len() == 3), "{rule:?}");
    let kept = Listing::of(Who::Segment(SegmentId(kept)));
    assert_eq!(screen.session.people(&kept, &[], WHOLE).expect("a list").count, 3);

    screen.session.edit(&SetPersonaSegment { persona: nora, segment: None }.into()).expect("edited");
    assert_eq!(screen.session.people(&listing, &[], WHOLE).expect("a list").count, 2);
    screen.session.edit(&SetPersonaSegment { persona: tom, segment: None }.into()).expect("edited");
    assert_eq!(who(&screen, screen.map, NamedWho::OfMap), Who::Everybody, "they stand for nobody yet");
    screen.session.edit(&DeletePersona { persona: tom }.into()).expect("deleted");
    assert!(screen.session.people(&listing, &[], WHOLE).is_err());
}

#[test]
fn a_picture_shows_all_personas_of_a_map_or_those_alone_who_are_asked_about() {
    let (mut screen, [nora, tom, ida]) = with_three();
    assert_eq!(shown(&mut screen, &Who::Everybody), [nora, tom, ida]);
    assert_eq!(shown(&mut screen, &Who::Personas(vec![nora, tom, ida])), [nora, tom, ida]);
    assert_eq!(shown(&mut screen, &Who::Persona(tom)), [tom]);
    assert_eq!(shown(&mut screen, &Who::Personas(vec![ida, nora])), [nora, ida]);
    // One that is not on it leaves it as it is.
    let map = screen.map;
    screen.session.edit(&SetMapPersonas { map, personas: vec![ida, nora] }.into()).expect("edited");
    assert_eq!(shown(&mut screen, &Who::Persona(tom)), [ida, nora]);
    let heading = screen.look().scene.items.into_iter().find(|item| item.subject == Subject::Heading);
    assert!(heading.expect("it is there").label.ends_with("Personas: Ida; Nora."));

    let copy = screen.session.edit(&DuplicateMap { map }.into()).expect("duplicated").added;
    let maps = screen.session.overview().expect("an overview").maps;
    let copy = maps.iter().find(|each| Some(each.id.0) == copy).expect("it is there");
    assert_eq!(copy.personas, [ida, nora]);
}

/// How a persona feels: its name, how, and what it says.
type Felt = (String, Option<Sentiment>, String);

/// How each persona on a map feels at its first touchpoint: the first, and those besides it.
fn felt(screen: &mut Screen, map: MapId) -> (Option<Sentiment>, Vec<Felt>) {
    let touchpoint = screen.session.view_map(view(map)).expect("shown").parts.touchpoints.remove(0);
    let personas = screen.session.overview().expect("an overview").personas;
    let name = |id| personas.iter().find(|each| each.id == id).expect("it is there").name.clone();
    let others = touchpoint.feelings.into_iter().map(|each| (name(each.persona), each.sentiment, each.quote));
    (touchpoint.sentiment, others.collect())
}

#[test]
fn what_each_feels_comes_along_with_maps_and_cards() {
    let (mut screen, [nora, tom, _]) = with_three();
    let map = screen.map;
    let touchpoint = screen.add("Ad", 40.0, 40.0);
    let feels = |screen: &mut Screen, touchpoint: TouchpointId, persona, change| {
        screen.edit(EditFeeling { touchpoint, persona, change });
    };
    feels(&mut screen, touchpoint, nora, FeelingChange::Sentiment(Some(Sentiment::Positive)));
    feels(&mut screen, touchpoint, tom, FeelingChange::Sentiment(Some(Sentiment::Negative)));
    feels(&mut screen, touchpoint, tom, FeelingChange::Quote(" Again? ".to_owned()));
    let said = ("Tom".to_owned(), Some(Sentiment::Negative), "Again?".to_owned());
    let both = (Some(Sentiment::Positive), vec![said]);
    assert_eq!(felt(&mut screen, map), both);

    // A document, another workspace, and a copy on the same map.
    let folder = screen.path("out");
    let asked =
        DataExport { what: vec![Content::Maps], format: DataFormat::Csv, safe: false, replace: false };
    screen.session.export_data(&folder, &asked, &|_| true).expect("exported");
    let table = std::fs::read_to_string(folder.join("touchpoints.csv")).expect("a table");
    assert!(table.contains("Tom: 2 “Again?”"), "{table}");
    let mut other = Screen::new();
    other.session.import_maps(&folder.join("maps.json")).expect("imported");
    let imported = other.session.overview().expect("an overview").maps.last().expect("a map").id;
    assert_eq!(felt(&mut other, imported), both);
    let clip = screen.session.clip(map, &[touchpoint]).expect("taken");
    let spot = app::PutAt { x: 40.0, y: 400.0, exact: true };
    let pasted = other.session.paste(imported, &clip, spot).expect("pasted").touchpoints[0];
    let parts = other.session.view_map(view(imported)).expect("shown").parts;
    let copy = parts.touchpoints.iter().find(|each| each.id == pasted).expect("it is there");
    assert_eq!(copy.feelings.len(), 1);

    // Who comes first feels as the touchpoint says.
    screen.edit(SetMapPersonas { map, personas: vec![tom, nora] });
    let said = ("Nora".to_owned(), Some(Sentiment::Positive), String::new());
    assert_eq!(felt(&mut screen, map), (Some(Sentiment::Negative), vec![said]));
}

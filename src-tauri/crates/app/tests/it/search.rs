//! Finding a text in all that people have written in a workspace.

use app::operations::{
    AddLane, AddMap, AddPersona, AddSegment, Connect, EditPersona, EditStage, EditTouchpoints,
    EditTransitions, MoveToFolder, RenameMap, SetEvents, WriteCell,
};
use app::{
    DetailChange, Field, Find, FoundOn, LaneId, LaneKind, Locale, MapId, Node, PersonaChange, PersonaId,
    PutAt, Rule, StageChange, Trait, TransitionChange, Written,
};

use crate::screen::Screen;

fn told(find: &Find) -> String {
    let Find { path, field, before, found, after, .. } = find;
    format!("{} {field:?}: {before}[{found}]{after}", path.join(" › "))
}

fn find(screen: &Screen, typed: &str) -> Vec<String> {
    let finds = screen.session.find_anywhere(typed, Locale::En).expect("looked for");
    assert_eq!(finds.more, 0);
    finds.finds.iter().map(told).collect()
}

/// A map of which much says "zebra", a persona and a segment.
fn full() -> Screen {
    let mut screen = Screen::new();
    let map = screen.map;
    screen.edit(RenameMap { map, title: "Shop".to_owned() });
    let (ad, page) = (screen.add("Café", 40.0, 40.0), screen.add("Page", 400.0, 40.0));
    screen.edit(Connect { from: ad, to: page });
    let parts = screen.look().parts;
    let (stage, transitions) = (parts.stages[0].id, vec![parts.transitions[0].id]);
    let change = TransitionChange::Label("with a zebra coupon".to_owned());
    screen.edit(EditTransitions { transitions, change });
    screen.edit(EditStage { stage, change: StageChange::Aim("To be a Zébra".to_owned()) });
    for change in [
        DetailChange::Description("First line\nA zebra second".to_owned()),
        DetailChange::AddTag("stripes".to_owned()),
        DetailChange::Pains(vec!["Slow".to_owned(), "Queue of zebras".to_owned()]),
    ] {
        screen.edit(EditTouchpoints { touchpoints: vec![page], change });
    }
    screen.edit(SetEvents { touchpoint: page, events: vec!["zebra_view".to_owned()] });
    let lane = |kind, title: &str| AddLane { map, kind, title: title.to_owned(), position: 0 };
    let own = LaneId(screen.edit(lane(LaneKind::Own, "Zebras")));
    let thoughts = LaneId(screen.edit(lane(LaneKind::Thoughts, "")));
    screen.edit(WriteCell { lane: own, of: Node::Stage(stage), text: "one".to_owned() });
    screen.edit(WriteCell { lane: thoughts, of: Node::Stage(stage), text: "Why zebras?".to_owned() });
    let persona = PersonaId(screen.edit(AddPersona { name: "Nora".to_owned() }));
    let hasty = Trait { low: "zebra".to_owned(), high: "lion".to_owned(), value: 50 };
    for change in [
        PersonaChange::Goals("To see zebras".to_owned()),
        PersonaChange::Role("Zebra keeper".to_owned()),
        PersonaChange::Traits(vec![hasty]),
    ] {
        screen.edit(EditPersona { persona, change });
    }
    screen.edit(AddSegment { name: "Zebra lovers".to_owned(), rule: Rule::attribute_is("plan", "pro") });
    screen.edit(MoveToFolder { map, folder: "Zebra crossing".to_owned() });
    screen
}

#[test]
fn all_that_people_write_is_found_titles_first() {
    let screen = full();
    assert_eq!(
        find(&screen, "ZEBRA"),
        [
            "Shop › Zebras Title: [Zebra]s",
            "Zebra lovers Name: [Zebra] lovers",
            "Shop Folder: [Zebra] crossing",
            "Shop › Consideration › Page Event: [zebra]_view",
            "Nora Role: [Zebra] keeper",
            "Nora Traits: [zebra]",
            "Shop › Awareness Aim: To be a [Zébra]",
            "Shop › Consideration › Page Description: First line\nA [zebra] second",
            "Shop › Consideration › Page Pain: Queue of [zebra]s",
            "Shop › Café → Page Label: with a [zebra] coupon",
            "Shop › Awareness › Thoughts Cell: Why [zebra]s?",
            "Nora Goals: To see [zebra]s",
        ]
    );
    assert_eq!(find(&screen, "cafe"), ["Shop › Awareness › Café Title: [Café]"]);
    assert_eq!(find(&screen, "coupon  with"), ["Shop › Café → Page Label: with a zebra [coupon]"]);
    assert_eq!(find(&screen, "tripe"), ["Shop › Consideration › Page Tag: s[tripe]s"]);
    for nothing in ["", "  ", "\u{301}", "zebra lion"] {
        assert_eq!(find(&screen, nothing), [""; 0], "{nothing:?}");
    }
}

#[test]
fn what_is_found_says_where_to_go_and_what_is_in_view_comes_first() {
    let mut screen = full();
    let template = "funnel".to_owned();
    let title = "Another".to_owned();
    let other = MapId(screen.edit(AddMap { title, template, locale: Locale::En, examples: false }));
    let finds = screen.session.find_anywhere("awareness", Locale::En).expect("looked for").finds;
    let maps: Vec<MapId> = finds
        .iter()
        .filter(|find| find.field == Field::Title)
        .map(|find| match find.on {
            FoundOn::Map { map, written: Written::Stage { .. } } => map,
            on => panic!("{on:?} is no stage"),
        })
        .collect();
    assert_eq!(maps, [screen.map, other]);
    let dutch = screen.session.find_anywhere("why zebras", Locale::Nl).expect("looked for").finds;
    assert_eq!(dutch[0].path[2], "Gedachten");
}

#[test]
fn of_more_than_can_be_looked_through_the_rest_is_counted() {
    let mut screen = Screen::new();
    let at = PutAt { x: 300.0, y: 300.0, exact: false };
    for half in [0..400, 400..800] {
        let lines: Vec<String> = half.map(|number| format!("Step {number}")).collect();
        screen.session.paste_text(screen.map, &lines.join("\n"), at).expect("pasted");
    }
    let finds = screen.session.find_anywhere("step", Locale::En).expect("looked for");
    assert_eq!((finds.finds.len(), finds.more), (50, 750));
    let one = screen.session.find_anywhere("step 799", Locale::En).expect("looked for");
    assert_eq!((one.finds.len(), one.more), (1, 0));
}

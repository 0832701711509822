//! Touchpoints that open other maps.

use app::operations::AddTouchpoint;
use app::operations::{AddMap, DeleteMap, DuplicateMap, RenameMap, SetSubJourney};
use app::{
    Content, DataExport, DataFormat, Edit, Failure, FailureCode, Level, Listing, Locale, MapId, Moment, Page,
    PutAt, Question, Stages, Touchpoint, TouchpointId,
};

use crate::screen::Screen;

fn another(screen: &mut Screen, title: &str) -> MapId {
    let template = "funnel".to_owned();
    MapId(screen.edit(AddMap { title: title.to_owned(), template, locale: Locale::En, examples: false }))
}

/// A map with a touchpoint that opens another.
fn opening() -> (Screen, TouchpointId, MapId) {
    let mut screen = Screen::new();
    let pays = screen.add("Pays", 40.0, 200.0);
    let paying = another(&mut screen, "Paying");
    screen.edit(SetSubJourney { touchpoint: pays, sub_journey: Some(paying) });
    (screen, pays, paying)
}

fn of(screen: &mut Screen, id: TouchpointId) -> Touchpoint {
    screen.look().parts.touchpoints.into_iter().find(|each| each.id == id).expect("there")
}

fn spoken(screen: &mut Screen) -> String {
    let labels: Vec<String> = screen.look().scene.items.iter().map(|item| item.label.clone()).collect();
    labels.join("\n")
}

#[test]
fn a_touchpoint_opens_another_map_and_its_card_says_so() {
    let (mut screen, pays, paying) = opening();
    assert_eq!(of(&mut screen, pays).sub_journey, Some(paying));
    assert!(spoken(&mut screen).contains("Opens the map Paying."));
    screen.edit(RenameMap { map: paying, title: "Paying by card".to_owned() });
    assert!(spoken(&mut screen).contains("Opens the map Paying by card."));
}

#[test]
fn its_own_map_is_refused_and_a_circle_is_not() {
    let (mut screen, pays, paying) = opening();
    let own: Edit = SetSubJourney { touchpoint: pays, sub_journey: Some(screen.map) }.into();
    let refused = Failure::from(screen.session.edit(&own).expect_err("refused"));
    assert_eq!(refused.code, FailureCode::OwnSubJourney);
    assert_eq!(of(&mut screen, pays).sub_journey, Some(paying));
    let (shop, title) = (screen.map, "Looks back".to_owned());
    let back = AddTouchpoint { map: paying, title, left: 40.0, top: 40.0, joined: None, channel: None };
    let back = TouchpointId(screen.edit(back));
    screen.edit(SetSubJourney { touchpoint: back, sub_journey: Some(shop) });
}

#[test]
fn deleting_the_other_map_takes_the_link_away_in_one_step() {
    let (mut screen, pays, paying) = opening();
    screen.edit(DeleteMap { map: paying });
    assert_eq!(of(&mut screen, pays).sub_journey, None);
    let undone = screen.session.undo().expect("undone");
    screen.apply(&undone);
    assert_eq!(of(&mut screen, pays).sub_journey, Some(paying));
    assert!(screen.session.check().expect("checked").is_empty());
}

#[test]
fn a_moment_at_which_the_other_map_was_there_is_put_back_without_it() {
    let (mut screen, pays, paying) = opening();
    let step = screen.session.steps().expect("steps").steps.last().expect("one").step;
    screen.edit(DeleteMap { map: paying });
    let restored = screen.session.restore_map(screen.map, Moment::Step { step }).expect("restored");
    screen.apply(&restored);
    assert_eq!(of(&mut screen, pays).sub_journey, None);
    assert!(screen.session.check().expect("checked").is_empty());
}

#[test]
fn copies_and_documents_keep_what_is_opened() {
    let (mut screen, pays, paying) = opening();
    let map = screen.map;
    let pasted = screen.session.duplicate(map, &[pays]).expect("duplicated");
    screen.apply(&pasted.changes);
    assert_eq!(of(&mut screen, pasted.touchpoints[0]).sub_journey, Some(paying));
    let clip = screen.session.clip(map, &[pays]).expect("taken");
    let at = PutAt { x: 300.0, y: 300.0, exact: false };
    let there = screen.session.paste(paying, &clip, at).expect("pasted");
    screen.apply(&there.changes);
    let copy = MapId(screen.edit(DuplicateMap { map }));
    screen.map = copy;
    screen.seen = screen.look();
    assert_eq!(screen.seen.parts.touchpoints[0].sub_journey, Some(paying));

    let (what, format) = (vec![Content::Maps], DataFormat::Json);
    let asked = DataExport { what, format, safe: false, replace: false };
    let folder = screen.path("out");
    let files = screen.session.export_data(&folder, &asked, &|_| true).expect("exported").files;
    let taken = screen.session.import_document(std::path::Path::new(&files[0].path)).expect("imported");
    assert!(taken.missing.is_empty(), "{:?}", taken.missing);
    screen.apply(&taken.changes);
    let maps = screen.overview.maps.clone();
    let of = |title: &str| maps.iter().find(|map| map.title == title).expect("there").id;
    screen.map = of("Customer lifecycle in five stages (3)");
    assert_eq!(screen.look().parts.touchpoints[0].sub_journey, Some(of("Paying (2)")));
    screen.map = paying;
    assert_eq!(screen.look().parts.touchpoints[0].sub_journey, None, "a map does not open itself");
}

#[test]
fn the_totals_of_the_other_map_are_lists() {
    let (mut screen, ..) = opening();
    screen.import();
    let stages = "Seen: ad; Bought: order; Kept: other";
    let map = screen.session.discover("Found", Some(Stages::parse(stages).expect("stages"))).expect("found");
    let question = Question::new(Level::Touchpoint);
    let totals = screen.session.sub_journey(map, &question).expect("counted").expect("somebody entered");
    assert_eq!(totals.start, "Seen");
    let (end, reached) = totals.reached.clone().expect("an end");
    assert_eq!(end, "Kept");
    let all = [&totals.entered, &totals.moved, &totals.in_progress, &totals.lost, &reached];
    assert_eq!(all.map(|each| each.count), [2, 1, 0, 1, 0]);
    for each in all {
        let listing = Listing { who: each.who.clone(), ..Listing::default() };
        let people = screen.session.people(&listing, &[], Page { start: 0, length: 10 }).expect("people");
        assert_eq!((people.count, people.rows.len() as u64), (each.count, each.count));
    }
}

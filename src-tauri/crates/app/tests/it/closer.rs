//! Closer looks: every figure opens exactly its people, also those that attributes and earlier touchpoints tell apart.

use app::{
    Cancel, Failure, FailureCode, Leg, Level, Listing, MapId, Mode, Node, Page, Period, Question, Session,
    Unit, Who,
};

fn sample() -> (tempfile::TempDir, Session, MapId) {
    let folder = tempfile::tempdir().expect("a folder");
    let session = Session::sample(&folder.path().join("shop.touchline")).expect("the sample");
    let map = session.map_by_title("Shop journey").expect("a map");
    (folder, session, map)
}

fn node(session: &Session, map: MapId, title: &str) -> Node {
    session.node_by_title(map, title, Level::Touchpoint).expect("a touchpoint")
}

fn assert_lists_are_numbers(session: &mut Session, figures: Vec<(Who, u64)>) {
    for (who, count) in figures {
        let nobody = Page { start: 0, length: 0 };
        let people = session.people(&Listing::of(who.clone()), &[], nobody).expect("people");
        assert_eq!(people.count, count, "{who:?}");
    }
}

#[test]
fn every_figure_of_a_closer_look_opens_its_people() {
    let (_folder, mut session, map) = sample();
    let [cart, shipping] = ["Cart", "Shipping details"].map(|title| node(&session, map, title));
    for (leg, unit, mode) in [
        (Leg { from: cart, to: None }, Unit::Customers, Mode::Next),
        (Leg { from: cart, to: Some(shipping) }, Unit::Visits, Mode::Eventual),
    ] {
        let question = Question { unit, mode, ..Question::new(Level::Touchpoint) };
        let look = session.closer_look(map, &question, leg, Period::Week).expect("a look");
        assert!(look.trend.points.len() > 20 && look.spread.seconds.is_some());
        assert!(look.aftermath.next.last().is_some_and(|next| next.event.is_none()));
        assert_lists_are_numbers(&mut session, look.figures(map));
    }
}

#[test]
fn every_figure_of_the_drivers_opens_its_people() {
    let (_folder, mut session, map) = sample();
    let leg = Leg { from: node(&session, map, "Cart"), to: None };
    let question = Question { unit: Unit::Visits, ..Question::new(Level::Touchpoint) };
    let drivers = session.drivers(map, &question, leg).expect("drivers");
    assert!(drivers.drivers.len() > 5);
    assert_lists_are_numbers(&mut session, drivers.figures(map, leg, &question));
}

#[test]
fn a_part_of_a_class_may_be_asked_about_in_turn() {
    let (_folder, mut session, map) = sample();
    let leg = Leg { from: node(&session, map, "Cart"), to: None };
    let question = Question::new(Level::Touchpoint);
    let look = session.closer_look(map, &question, leg, Period::Month).expect("a look");
    let (who, count) = look.figures(map).into_iter().find(|(_, count)| *count > 0).expect("somebody");
    let among = Question { who, ..question };
    let again = session.closer_look(map, &among, leg, Period::Month).expect("a look");
    assert_eq!(again.spread.bins.iter().map(|bin| bin.count).sum::<u64>(), count);
}

#[test]
fn a_closer_look_that_is_stopped_gives_nothing() {
    let (_folder, mut session, map) = sample();
    let leg = Leg { from: node(&session, map, "Cart"), to: None };
    let question = Question::new(Level::Touchpoint);
    let cancel = Cancel::default();
    cancel.cancel();
    let look = session
        .heeding(cancel, |session| session.closer_look(map, &question, leg, Period::Day))
        .expect_err("it is stopped");
    assert_eq!(Failure::from(look).code, FailureCode::Cancelled);
    assert!(session.closer_look(map, &question, leg, Period::Day).is_ok());
}

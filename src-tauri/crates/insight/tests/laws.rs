//! The laws of the numbers on random logs, against a slow second reading of the definitions.

mod cases;
mod fixture;
mod naive;

use cases::{Case, cases, long_log, one_touchpoint_an_event, ways};
use insight::{entrants, overlay};
use model::{
    Class, Columns, CustomerId, DAY, Figure, Journey, Level, Mode, Overlay, Question, Touchpoint,
    TouchpointId, Unit,
};
use naive::{Reading, assert_same};
use proptest::prelude::*;

fn assert_accounts_add_up(overlay: &Overlay) {
    for account in &overlay.nodes {
        let moved: u64 = account.moved.iter().map(|moved| moved.count).sum();
        let classes = moved + account.in_progress + account.returned_late + account.dropped;
        assert_eq!(account.entered, classes, "{account:?}");
        assert!(account.matured <= account.entered, "{account:?}");
        assert!(account.elsewhere.returned_late <= account.returned_late, "{account:?}");
        assert!(account.elsewhere.dropped <= account.dropped, "{account:?}");
    }
    for flow in &overlay.edges {
        assert!(flow.matured_moved <= flow.moved, "{flow:?}");
        assert_eq!(flow.seconds.is_some(), flow.moved > 0, "{flow:?}");
    }
}

fn assert_lists_are_the_numbers(case: &Case, question: &Question, reading: &Reading, overlay: &Overlay) {
    let members = case.members.as_deref();
    let by_next = Question { mode: Mode::Next, ..question.clone() };
    let next = Reading::of(&case.columns, &case.journey, &by_next, members);
    for Figure { node, class, mode, count } in overlay.figures() {
        let reading = if mode == question.mode { reading } else { &next };
        let question = Question { mode, ..question.clone() };
        let list = entrants(&case.columns, &case.journey, &question, members, node, class);
        assert!(list.is_sorted(), "people come by customer and entry");
        assert_eq!(list, reading.list(node, class), "{node:?} {class:?}");
        assert_eq!(list.len() as u64, count, "{node:?} {class:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_overlay_is_what_the_definitions_say(case in cases()) {
        for question in ways(&case.question) {
            let found = overlay(&case.columns, &case.journey, &question, case.members.as_deref());
            let reading = Reading::of(&case.columns, &case.journey, &question, case.members.as_deref());
            assert_same(&found, &reading.overlay(&case.journey));
            assert_accounts_add_up(&found);
            // Only rates differ between observed and matured, and a list has none.
            if !question.observed {
                assert_lists_are_the_numbers(&case, &question, &reading, &found);
            }
        }
    }
}

/// The same map with so many touchpoints more, which list nothing, that its nodes are numbered in another width.
fn among_many(journey: &Journey) -> Journey {
    let stages = journey.stages().to_vec();
    let mut touchpoints: Vec<_> = journey.touchpoints().cloned().collect();
    let silent = Touchpoint { events: Vec::new(), ..touchpoints[0].clone() };
    let first = touchpoints.len() as i64 + 1;
    touchpoints.extend((first..first + 64).map(|id| Touchpoint { id: TouchpointId(id), ..silent.clone() }));
    let transitions = journey.transitions().into_iter().cloned().collect();
    Journey::build(journey.map().clone(), stages, touchpoints, transitions).expect("none comes twice")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_map_of_many_touchpoints_obeys_the_same_laws(case in cases()) {
        let case = Case { journey: among_many(&case.journey), ..case };
        for mut question in ways(&case.question) {
            question.level = Level::Touchpoint;
            let found = overlay(&case.columns, &case.journey, &question, case.members.as_deref());
            let reading = Reading::of(&case.columns, &case.journey, &question, case.members.as_deref());
            assert_same(&found, &reading.overlay(&case.journey));
            for Figure { node, class, mode, count } in found.figures().into_iter().filter(|figure| figure.count > 0) {
                let question = Question { mode, ..question.clone() };
                let list = entrants(&case.columns, &case.journey, &question, case.members.as_deref(), node, class);
                assert_eq!(list.len() as u64, count, "{node:?} {class:?}");
            }
        }
    }
}

#[test]
fn the_cores_do_not_change_the_answer() {
    let (columns, journey) = (long_log(700_000, 8), one_touchpoint_an_event(7));
    for (mode, unit) in [(Mode::Next, Unit::Customers), (Mode::Eventual, Unit::Visits)] {
        let question = Question { mode, unit, window: Some(3 * DAY), ..Question::new(Level::Touchpoint) };
        let found = overlay(&columns, &journey, &question, None);
        let reading = Reading::of(&columns, &journey, &question, None);
        assert_same(&found, &reading.overlay(&journey));
        let (node, to) = (fixture::touchpoint(1), fixture::touchpoint(2));
        let list = entrants(&columns, &journey, &question, None, node, Class::MovedTo(to));
        assert_eq!(list, reading.list(node, Class::MovedTo(to)));
    }
}

/// What is gathered at a time ends between customers that are asked about and others, and in the middle of long ones.
#[test]
fn what_is_counted_in_pieces_is_counted_alike() {
    let (columns, journey) = (long_log(12_000, 8), one_touchpoint_an_event(7));
    let is_member = |customer: &CustomerId| customer.0 % 97 > 2 && customer.0 % 10 != 4;
    let members: Vec<_> = columns.customers.iter().map(is_member).collect();
    let at = |row: usize| Some(columns.at.millis(row));
    let (from, to, cutoff) = (Some(2 * DAY), at(5000), at(9000).max(Some(60 * DAY)));
    let confined = Question { from, to, cutoff, window: None, idle: DAY, ..Question::new(Level::Touchpoint) };
    let plain = Question { window: Some(2 * DAY), ..Question::new(Level::Touchpoint) };
    for (question, members) in [(plain, None), (confined, Some(members.as_slice()))] {
        for question in ways(&question) {
            let found = overlay(&columns, &journey, &question, members);
            assert_same(&found, &Reading::of(&columns, &journey, &question, members).overlay(&journey));
        }
    }
}

#[test]
fn a_map_of_thousands_of_touchpoints_is_counted_alike() {
    let (columns, journey) = (long_log(3000, 1300), one_touchpoint_an_event(1250));
    for mode in [Mode::Next, Mode::Eventual] {
        let question = Question { mode, ..Question::new(Level::Touchpoint) };
        let found = overlay(&columns, &journey, &question, None);
        assert_same(&found, &Reading::of(&columns, &journey, &question, None).overlay(&journey));
    }
}

#[test]
fn no_data_gives_an_overlay_of_zeros() {
    let journey = one_touchpoint_an_event(3);
    let overlay = overlay(&Columns::empty(), &journey, &Question::new(Level::Touchpoint), None);
    assert_eq!((overlay.cutoff, overlay.coverage.share(), overlay.ties), (None, None, 0));
    assert_eq!((overlay.nodes.len(), overlay.edges.len()), (3, 3));
    assert!(overlay.nodes.iter().all(|account| account.entered == 0 && account.drop_off.is_none()));
    assert!(overlay.edges.iter().all(|flow| flow.moved == 0 && flow.conversion.is_none()));
}

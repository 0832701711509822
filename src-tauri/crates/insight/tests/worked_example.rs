//! The worked example that defines the numbers, line by line.

mod fixture;

use fixture::{columns, journey, stage};
use insight::{entrants, overlay};
use model::{Class, DAY, Elsewhere, Journey, Kind, Level, Mode, Moved, Question, Rate};

const LOG: &[&[(i64, &str)]] = &[
    &[(1, "ad"), (2, "page"), (4, "demo"), (9, "order")],
    &[(1, "ad"), (5, "order")],
    &[(1, "ad"), (15, "page")],
    &[(3, "ad")],
    &[(25, "ad")],
    &[(24, "ad"), (26, "demo")],
];

fn example() -> (model::Columns, Journey, Question) {
    let journey = journey(&[("Aware", &["ad"]), ("Consider", &["page", "demo"]), ("Buy", &["order"])]);
    let question = Question { window: Some(10 * DAY), cutoff: Some(30 * DAY), ..Question::new(Level::Stage) };
    (columns(LOG), journey, question)
}

#[test]
fn the_accounts_are_those_of_the_definitions() {
    let (columns, journey, question) = example();
    let overlay = overlay(&columns, &journey, &question, None);
    let [aware, consider, buy] = overlay.nodes.as_slice() else { panic!("three stages") };

    assert_eq!((aware.node, aware.entered, aware.matured), (stage(1), 6, 4));
    assert_eq!(aware.moved, [Moved { to: stage(2), count: 2 }, Moved { to: stage(3), count: 1 }]);
    assert_eq!((aware.in_progress, aware.returned_late, aware.dropped), (1, 1, 1));
    assert_eq!(aware.drop_off, Rate::of(2, 4));

    assert_eq!((consider.entered, consider.matured), (3, 2));
    assert_eq!(consider.moved, [Moved { to: stage(3), count: 1 }]);
    assert_eq!((consider.in_progress, consider.returned_late, consider.dropped), (1, 0, 1));
    assert_eq!(consider.drop_off, Rate::of(1, 2));

    assert_eq!((buy.entered, buy.matured, buy.dropped), (2, 2, 2));
    assert_eq!(overlay.nodes.iter().map(|account| account.goal).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn the_rates_are_of_the_matured_and_a_skip_is_a_move() {
    let (columns, journey, question) = example();
    let overlay = overlay(&columns, &journey, &question, None);
    let flow = |from, to| overlay.flow(stage(from), stage(to)).unwrap();

    assert_eq!((flow(1, 2).moved, flow(1, 2).matured_moved), (2, 1));
    assert_eq!(flow(1, 2).conversion, Rate::of(1, 4));
    assert_eq!(flow(1, 3).conversion, Rate::of(1, 4));
    assert_eq!(flow(2, 3).conversion, Rate::of(1, 2));
    assert_eq!([flow(1, 2).kind, flow(1, 3).kind, flow(2, 3).kind], [Kind::Drawn, Kind::Ghost, Kind::Drawn]);
    assert_eq!(overlay.edges.len(), 3);
    assert_eq!(flow(1, 2).seconds.map(|times| times.median), Some(1.5 * 86_400.0));
    assert_eq!((overlay.coverage.matched, overlay.coverage.total, overlay.ties), (12, 12, 0));
    assert_eq!(overlay.cutoff, Some(30 * DAY));
}

#[test]
fn observed_rates_are_of_all_who_entered() {
    let (columns, journey, question) = example();
    let overlay = overlay(&columns, &journey, &Question { observed: true, ..question }, None);
    assert_eq!(overlay.flow(stage(1), stage(2)).unwrap().conversion, Rate::of(2, 6));
    assert_eq!(overlay.account(stage(1)).unwrap().drop_off, Rate::of(2, 6));
}

#[test]
fn eventually_a_detour_counts_as_well() {
    let (columns, journey, question) = example();
    let overlay = overlay(&columns, &journey, &Question { mode: Mode::Eventual, ..question }, None);
    let to_buy = overlay.flow(stage(1), stage(3)).unwrap();
    assert_eq!((to_buy.moved, to_buy.matured_moved, to_buy.conversion), (2, 2, Rate::of(2, 4)));
    assert_eq!(overlay.account(stage(1)).unwrap().returned_late, 1);
}

#[test]
fn without_a_window_nobody_returns_late() {
    let (columns, journey, question) = example();
    let question = Question { window: None, idle: 6 * DAY, ..question };
    let overlay = overlay(&columns, &journey, &question, None);
    let aware = overlay.account(stage(1)).unwrap();
    assert_eq!((aware.in_progress, aware.returned_late, aware.dropped, aware.matured), (1, 0, 1, 5));
    assert_eq!(overlay.flow(stage(1), stage(2)).unwrap().conversion, Rate::of(3, 5));
}

#[test]
fn who_is_lost_here_may_be_busy_elsewhere() {
    let (_, journey, question) = example();
    let columns = columns(&[
        &[(1, "ad"), (4, "blog"), (15, "page")],
        &[(1, "ad"), (11, "blog")],
        &[(1, "ad"), (12, "blog")],
        &[(1, "blog"), (1, "ad"), (1, "blog")],
        &[(25, "ad"), (26, "blog")],
    ]);
    let aware = |question: &Question| {
        let overlay = overlay(&columns, &journey, question, None);
        let aware = overlay.account(stage(1)).unwrap().clone();
        (aware.returned_late, aware.dropped, aware.elsewhere)
    };
    // Within the window, its last instant included; not at the entry itself, not after the window.
    assert_eq!(aware(&question), (1, 3, Elsewhere { returned_late: 1, dropped: 1 }));
    let unlimited = Question { window: None, idle: 6 * DAY, ..question };
    assert_eq!(aware(&unlimited), (0, 3, Elsewhere { returned_late: 0, dropped: 2 }));
    let list = |class| {
        let list = entrants(&columns, &journey, &unlimited, None, stage(1), class);
        list.into_iter().map(|entry| entry.customer.0).collect::<Vec<_>>()
    };
    assert_eq!(list(Class::DroppedElsewhere), [2, 3]);
}

#[test]
fn the_lists_name_the_customers() {
    let (columns, journey, question) = example();
    let list = |class| -> Vec<i64> {
        let list = entrants(&columns, &journey, &question, None, stage(1), class);
        list.into_iter().map(|entry| entry.customer.0).collect()
    };
    assert_eq!(list(Class::All), [1, 2, 3, 4, 5, 6]);
    assert_eq!(list(Class::MovedTo(stage(2))), [1, 6]);
    assert_eq!(list(Class::MovedTo(stage(3))), [2]);
    assert_eq!(list(Class::ReturnedLate), [3]);
    assert_eq!(list(Class::Dropped), [4]);
    assert_eq!(list(Class::InProgress), [5]);
    assert_eq!(list(Class::Matured), [1, 2, 3, 4]);
    assert_eq!(list(Class::Moved), [1, 2, 6]);
    assert_eq!(list(Class::MaturedMovedTo(stage(2))), [1]);
    assert_eq!(list(Class::Lost), [3, 4]);
    assert_eq!(list(Class::MovedTo(stage(9))), [0; 0]);
}

//! The laws of the numbers on random logs, against a slow second reading of the definitions.

mod fixture;
mod naive;

use std::ops::Range;

use insight::{entrants, overlay};
use model::{
    Class, Codes, Columns, CustomerId, DAY, Figure, Instants, Journey, Level, Lifecycle, Mode, Overlay,
    Question, Repeats, Touchpoint, TouchpointId, Unit,
};
use naive::{Reading, assert_same};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

const EVENTS: usize = 7;
const CARDS: i64 = 5;
const STAGES: i64 = 3;

/// Everything that an overlay depends on.
#[derive(Debug, Clone)]
struct Case {
    columns: Columns,
    journey: Journey,
    question: Question,
    members: Option<Vec<bool>>,
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|code| format!("event {code}")).collect()
}

/// For each event the touchpoint that lists it, if any; for each touchpoint its stage; the transitions.
fn journeys() -> impl Strategy<Value = Journey> {
    let lifecycle = prop::sample::select(&Lifecycle::ALL[..]);
    (
        vec(option::weighted(0.8, 0..CARDS as usize), EVENTS),
        vec(1..=STAGES, CARDS as usize),
        prop::sample::subsequence(all_pairs(), 0..8),
        lifecycle,
    )
        .prop_map(|(lists, stages, transitions, lifecycle)| {
            let mut cards: Vec<_> = stages.into_iter().map(|stage| (stage, Vec::new())).collect();
            for (card, event) in lists.into_iter().zip(names(EVENTS)) {
                if let Some(card) = card {
                    cards[card].1.push(event);
                }
            }
            let stages = (1..=STAGES).map(|stage| format!("Stage {stage}")).collect();
            fixture::build(stages, cards, &transitions, lifecycle)
        })
}

fn all_pairs() -> Vec<(i64, i64)> {
    (1..=CARDS).flat_map(|from| (1..=CARDS).map(move |to| (from, to))).collect()
}

/// For each customer when it starts, and its steps: the wait before, in ticks, and the event.
fn columns() -> impl Strategy<Value = Columns> {
    let step = (prop_oneof![3 => Just(0), 7 => 0..6_i64], 0..EVENTS as u16);
    (vec((-20..20_i64, vec(step, 0..12)), 0..7), any::<bool>(), any::<bool>(), -3000..3000_i64).prop_map(
        |(log, wide, seconds, base)| {
            let (mut codes, mut ticks, mut offsets) = (Vec::new(), Vec::new(), vec![0]);
            for (mut tick, steps) in log {
                for (wait, code) in steps {
                    tick += wait;
                    codes.push(code);
                    ticks.push(tick);
                }
                offsets.push(codes.len() as u32);
            }
            let first = ticks.iter().copied().min().unwrap_or(0);
            Columns {
                events: names(EVENTS),
                customers: (1..offsets.len() as i64).map(|id| CustomerId(id * 10)).collect(),
                offsets,
                event: if wide {
                    Codes::Wide(codes)
                } else {
                    Codes::Narrow(codes.into_iter().map(|code| code as u8).collect())
                },
                at: if seconds {
                    let after = ticks.into_iter().map(|tick| (tick - first) as u32).collect();
                    Instants::Seconds { base: first * 1000 + base, after }
                } else {
                    Instants::Millis(ticks.into_iter().map(|tick| tick * 900 + base).collect())
                },
            }
        },
    )
}

/// An instant or a span of a question. Laws break at boundaries, so most lie at one or right beside it.
#[derive(Debug, Clone)]
enum Milestone {
    /// At an instant of the log, or a span between two of them, give or take a millisecond.
    Near(Index, Index, i64),
    /// Anywhere.
    At(i64),
}

impl Milestone {
    fn instant(&self, columns: &Columns) -> i64 {
        match self {
            Self::Near(one, _, beside) if !columns.is_empty() => {
                columns.at.millis(one.index(columns.len())) + beside
            }
            Self::Near(_, _, beside) => *beside,
            Self::At(millis) => *millis,
        }
    }

    fn span(&self, columns: &Columns) -> i64 {
        match self {
            Self::Near(one, other, beside) if !columns.is_empty() => {
                let [one, other] = [one, other].map(|each| columns.at.millis(each.index(columns.len())));
                (one - other).abs() + beside
            }
            Self::Near(_, _, millis) | Self::At(millis) => *millis,
        }
    }
}

fn milestone(anywhere: Range<i64>) -> impl Strategy<Value = Milestone> {
    prop_oneof![
        6 => (any::<Index>(), any::<Index>(), -1..=1_i64).prop_map(|(one, other, beside)| Milestone::Near(one, other, beside)),
        3 => anywhere.prop_map(Milestone::At),
        1 => prop::sample::select(vec![i64::MIN, -1, 0, 30 * DAY, i64::MAX]).prop_map(Milestone::At),
    ]
}

fn cases() -> impl Strategy<Value = Case> {
    let instant = || option::of(milestone(-25_000..60_000));
    let span = || milestone(0..12_000);
    (
        (columns(), journeys(), option::of(vec(any::<bool>(), 7))),
        (option::weighted(0.75, span()), span(), instant(), instant(), instant()),
    )
        .prop_map(|((columns, journey, members), (window, idle, from, to, cutoff))| {
            let instant = |milestone: Option<Milestone>| milestone.map(|each| each.instant(&columns));
            let question = Question {
                window: window.map(|window| window.span(&columns)),
                idle: idle.span(&columns),
                from: instant(from),
                to: instant(to),
                cutoff: instant(cutoff),
                ..Question::new(Level::Stage)
            };
            let members = members.map(|members| members[..columns.customers.len()].to_vec());
            Case { columns, journey, question, members }
        })
}

/// The question in all its 32 ways of counting.
fn ways(question: &Question) -> Vec<Question> {
    let mut ways = Vec::new();
    for level in [Level::Stage, Level::Touchpoint] {
        for unit in [Unit::Customers, Unit::Visits] {
            for mode in [Mode::Next, Mode::Eventual] {
                for repeats in [Repeats::Collapse, Repeats::Keep] {
                    for observed in [false, true] {
                        ways.push(Question { level, unit, mode, repeats, observed, ..question.clone() });
                    }
                }
            }
        }
    }
    ways
}

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

/// A log of a size at which the work is split over the cores, with instants that often coincide.
fn long_log(interactions: usize, events: usize) -> Columns {
    let mut state = 1_u64;
    let mut below = |end: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % end
    };
    let (mut codes, mut after, mut offsets) = (Vec::new(), Vec::new(), vec![0]);
    while codes.len() < interactions {
        let mut at = below(50 * 86_400) as u32;
        for _ in 0..below(40) {
            codes.push(below(events as u64) as u16);
            after.push(at);
            at += (below(4) * below(100_000)) as u32;
        }
        offsets.push(codes.len() as u32);
    }
    Columns {
        events: names(events),
        customers: (1..offsets.len() as i64).map(CustomerId).collect(),
        offsets,
        event: Codes::Wide(codes),
        at: Instants::Seconds { base: -DAY, after },
    }
}

fn one_touchpoint_an_event(events: usize) -> Journey {
    let stages = (1..=4).map(|stage| format!("Stage {stage}")).collect();
    let cards = names(events).into_iter().enumerate().map(|(code, name)| (code as i64 % 4 + 1, vec![name]));
    fixture::build(stages, cards.collect(), &[(1, 2), (2, 2), (3, 1)], Lifecycle::NonLinear)
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

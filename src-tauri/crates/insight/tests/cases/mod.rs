//! Random logs, maps and questions, and long logs that are always the same.

// Each test target uses its own part of this.
#![allow(dead_code)]

use std::ops::Range;

use model::{
    Codes, Columns, CustomerId, DAY, Instants, Journey, Level, Lifecycle, Mode, Question, Repeats, Unit,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::fixture;

pub const EVENTS: usize = 7;
pub const CARDS: i64 = 5;
pub const STAGES: i64 = 3;

/// Everything that an overlay depends on.
#[derive(Debug, Clone)]
pub struct Case {
    pub columns: Columns,
    pub journey: Journey,
    pub question: Question,
    pub members: Option<Vec<bool>>,
}

pub fn names(count: usize) -> Vec<String> {
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

pub fn cases() -> impl Strategy<Value = Case> {
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
pub fn ways(question: &Question) -> Vec<Question> {
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

/// A log of a size at which the work is split over the cores, with instants that often coincide.
pub fn long_log(interactions: usize, events: usize) -> Columns {
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

pub fn one_touchpoint_an_event(events: usize) -> Journey {
    let stages = (1..=4).map(|stage| format!("Stage {stage}")).collect();
    let cards = names(events).into_iter().enumerate().map(|(code, name)| (code as i64 % 4 + 1, vec![name]));
    fixture::build(stages, cards.collect(), &[(1, 2), (2, 2), (3, 1)], Lifecycle::NonLinear)
}

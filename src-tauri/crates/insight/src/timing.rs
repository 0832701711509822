//! Counting with spans kept, and the times that they give, within a budget of memory.

use std::mem::size_of;
use std::ops::Range;

use crate::instant::Instant;
use crate::number::Number;
use crate::shards;
use crate::subject::Subject;
use crate::tally::{Tally, Total};
use crate::times::Reading;

/// The bytes that spans may take at once. By the next move there is at most one span for an interaction, which is
/// always granted; eventually there may be as many as there are nodes.
const BUDGET: usize = 160 << 20;

/// Walks over all customers and counts, keeping the spans from every node as far as the budget goes.
pub(crate) fn count<I: Instant, N: Number>(subject: &Subject<'_>, instants: &[I]) -> Vec<Tally<I, N>> {
    count_within(subject, instants, BUDGET)
}

fn count_within<I: Instant, N: Number>(
    subject: &Subject<'_>,
    instants: &[I],
    budget: usize,
) -> Vec<Tally<I, N>> {
    let parts = subject.parts();
    let share = values_in::<I>(budget) / parts.len();
    let work = |customers: Range<usize>| {
        let most = share.max(subject.interactions(&customers));
        Tally::of(subject, instants, customers, 0..subject.nodes.len() as u32, most)
    };
    shards::each(parts, work)
}

fn values_in<I: Instant>(bytes: usize) -> usize {
    bytes / size_of::<I>()
}

/// What is read of the spans along each of the flows, from the tallies that counted them. Spans that did not fit are gathered by
/// further walks, the nodes in turn.
pub(crate) fn timed<R: Reading, I: Instant, N: Number>(
    subject: &Subject<'_>,
    instants: &[I],
    tallies: Vec<Tally<I, N>>,
    flows: &[Total],
) -> Vec<Option<R::Told>> {
    timed_within::<R, I, N>(subject, instants, tallies, flows, BUDGET)
}

fn timed_within<R: Reading, I: Instant, N: Number>(
    subject: &Subject<'_>,
    instants: &[I],
    tallies: Vec<Tally<I, N>>,
    flows: &[Total],
    budget: usize,
) -> Vec<Option<R::Told>> {
    if !tallies.iter().any(Tally::overflowed) {
        return told_of::<R, I, N>(subject, &tallies, flows);
    }
    drop(tallies);
    let mut all = Vec::with_capacity(flows.len());
    for round in rounds(flows, values_in::<I>(budget) as u64) {
        let flows = &flows[round];
        let (Some(first), Some(last)) = (flows.first(), flows.last()) else { continue };
        let timed = first.node..last.node + 1;
        let work = |customers| Tally::<I, N>::of(subject, instants, customers, timed.clone(), usize::MAX);
        all.extend(told_of::<R, I, N>(subject, &shards::each(subject.parts(), work), flows));
    }
    all
}

/// Cuts flows, sorted by their start, into rounds of at most `most` spans, but of no less than one start.
fn rounds(flows: &[Total], most: u64) -> Vec<Range<usize>> {
    let mut rounds: Vec<Range<usize>> = Vec::new();
    let mut held = 0;
    let mut start = 0;
    for from in flows.chunk_by(|one, other| one.node == other.node) {
        let spans: u64 = from.iter().map(|flow| flow.count).sum();
        let end = start + from.len();
        match rounds.last_mut() {
            Some(round) if held + spans <= most => {
                round.end = end;
                held += spans;
            }
            _ => {
                rounds.push(start..end);
                held = spans;
            }
        }
        start = end;
    }
    rounds
}

/// The same of some flows, on all cores.
fn told_of<R: Reading, I: Instant, N: Number>(
    subject: &Subject<'_>,
    tallies: &[Tally<I, N>],
    flows: &[Total],
) -> Vec<Option<R::Told>> {
    let mut spans_before = vec![0];
    spans_before.extend(flows.iter().scan(0, |before, flow| {
        *before += flow.count;
        Some(*before)
    }));
    let told_of = |flow: &Total| {
        let to = flow.outcome.to().filter(|_| !subject.cancel.is_cancelled())?;
        R::of::<I>(tallies.iter().flat_map(|tally| tally.spans(flow.node, to)))
    };
    let work = |range: Range<usize>| flows[range].iter().map(told_of).collect::<Vec<_>>();
    shards::each(shards::split(&spans_before), work).concat()
}

#[cfg(test)]
mod tests {
    use model::{
        Cancel, Codes, Columns, CustomerId, Details, Instants, Journey, Level, Lifecycle, Map, MapId, Mode,
        Place, Question, Stage, StageDetails, StageId, Touchpoint, TouchpointId,
    };

    use super::*;
    use crate::step::Outcome;
    use crate::times::{Quantiles, Sorted};
    use crate::{subject, tally};

    const NODES: usize = 9;

    fn columns(customers: usize) -> Columns {
        let rows = 0..customers * NODES;
        Columns {
            events: (0..NODES).map(|code| format!("event {code}")).collect(),
            customers: (1..=customers as i64).map(CustomerId).collect(),
            offsets: (0..=customers).map(|customer| (customer * NODES) as u32).collect(),
            event: Codes::Narrow(rows.clone().map(|row| (row * row % NODES) as u8).collect()),
            at: Instants::Seconds {
                base: 0,
                after: rows.map(|row| (row * (row % 5 + 100)) as u32).collect(),
            },
        }
    }

    fn journey() -> Journey {
        let map = Map::new(MapId(1), "Map", Lifecycle::Linear);
        let touchpoints = (0..NODES).map(|code| Touchpoint {
            id: TouchpointId(code as i64),
            stage: StageId(1),
            title: String::new(),
            place: Place { x: 0.0, y: 0.0 },
            channel: None,
            sentiment: None,
            goal: None,
            events: vec![format!("event {code}")],
            sub_journey: None,
            feelings: Vec::new(),
            locked: false,
            details: Details::default(),
        });
        let stage = Stage {
            id: StageId(1),
            title: String::new(),
            goal: None,
            locked: false,
            details: StageDetails::default(),
        };
        Journey::build(map, vec![stage], touchpoints.collect(), Vec::new()).unwrap()
    }

    #[test]
    fn a_small_budget_gives_the_same_times() {
        let (columns, journey, cancel) = (columns(2000), journey(), Cancel::default());
        let Instants::Seconds { after, .. } = &columns.at else { panic!("whole seconds") };
        let question = Question { mode: Mode::Eventual, ..Question::new(Level::Touchpoint) };
        let subject = Subject::new((&columns, subject::newest(&columns)), &journey, &question, None, &cancel);
        let whole: Vec<Tally<u32, u8>> = count(&subject, after);
        assert!(!whole.iter().any(Tally::overflowed));
        let flows = tally::flows(&whole);
        let expected = timed::<Quantiles, _, _>(&subject, after, whole, &flows);
        assert!(expected.iter().all(Option::is_some));

        let budget = 40_000;
        assert!(rounds(&flows, budget as u64 / 4).len() > 2);
        let short: Vec<Tally<u32, u8>> = count_within(&subject, after, budget);
        assert!(short.iter().any(Tally::overflowed));
        assert_eq!(timed_within::<Quantiles, _, _>(&subject, after, short, &flows, budget), expected);
        let short: Vec<Tally<u32, u8>> = count_within(&subject, after, budget);
        let sorted = timed_within::<Sorted, _, _>(&subject, after, short, &flows, budget);
        for (spans, times) in sorted.into_iter().flatten().zip(expected.into_iter().flatten()) {
            assert!(spans.is_sorted() && spans[0] <= times.p25 && times.p95 <= spans[spans.len() - 1]);
        }
    }

    #[test]
    fn rounds_hold_whole_starts_within_the_budget() {
        let flow = |node, count| Total { node, outcome: Outcome::moved(0), count, matured: 0, elsewhere: 0 };
        let flows = [flow(0, 5), flow(0, 5), flow(1, 10), flow(3, 50), flow(4, 1)];
        assert_eq!(rounds(&flows, 20), [0..3, 3..4, 4..5]);
        assert_eq!(rounds(&[], 20), []);
    }
}

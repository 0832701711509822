//! The overlay: the account of every node and the flow along every edge.

use model::{
    Account, Cancel, Columns, Coverage, Elsewhere, EngineError, EngineName, Flow, Instants, Journey, Kind,
    Moved, Node, Overlay, Question, Rate, Spans, Times,
};

use crate::instant::Instant;
use crate::number::Number;
use crate::step::Outcome;
use crate::subject::{self, Subject};
use crate::tally::{self, Tally, Total};
use crate::times::{Quantiles, Sorted};
use crate::timing::{self, timed};

/// Counts what a question asks over the columns, for the nodes and edges of a journey.
///
/// `members` says of each of `columns.customers` whether it is in the question's segment; a customer beyond its end
/// is not, and `None` means everybody. The cut-off, unless the question sets one, is the newest interaction of all
/// customers, members or not. Counts do not depend on the number of cores.
pub fn overlay(
    columns: &Columns,
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
) -> Overlay {
    let columns = (columns, subject::newest(columns));
    overlay_unless(&Cancel::default(), columns, journey, question, members)
        .expect("nobody else holds this, so nobody can have asked to stop")
}

/// The same over columns whose newest instant is known, unless somebody asks to stop.
pub(crate) fn overlay_unless(
    cancel: &Cancel,
    (columns, newest): (&Columns, Option<i64>),
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
) -> Result<Overlay, EngineError> {
    let subject = Subject::new((columns, newest), journey, question, members, cancel);
    match (&columns.at, subject.is_small()) {
        (Instants::Seconds { after, .. }, true) => answer::<_, u8>(&subject, journey, after),
        (Instants::Seconds { after, .. }, false) => answer::<_, u32>(&subject, journey, after),
        (Instants::Millis(millis), true) => answer::<_, u8>(&subject, journey, millis),
        (Instants::Millis(millis), false) => answer::<_, u32>(&subject, journey, millis),
    }
}

/// How long each of those took who moved along an edge, for the edges that somebody took, unless somebody asks to stop.
pub(crate) fn spans_unless(
    cancel: &Cancel,
    (columns, newest): (&Columns, Option<i64>),
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
) -> Result<Vec<Spans>, EngineError> {
    let subject = Subject::new((columns, newest), journey, question, members, cancel);
    match (&columns.at, subject.is_small()) {
        (Instants::Seconds { after, .. }, true) => spans::<_, u8>(&subject, after),
        (Instants::Seconds { after, .. }, false) => spans::<_, u32>(&subject, after),
        (Instants::Millis(millis), true) => spans::<_, u8>(&subject, millis),
        (Instants::Millis(millis), false) => spans::<_, u32>(&subject, millis),
    }
}

fn spans<I: Instant, N: Number>(subject: &Subject<'_>, instants: &[I]) -> Result<Vec<Spans>, EngineError> {
    let tallies: Vec<Tally<I, N>> = subject.unless_cancelled(timing::count(subject, instants))?;
    let flows = tally::flows(&tallies);
    let sorted = subject.unless_cancelled(timed::<Sorted, _, _>(subject, instants, tallies, &flows))?;
    let node = |number: u32| subject.nodes.list[number as usize];
    let of = |(flow, seconds): (&Total, Option<Vec<f64>>)| {
        Some(Spans { from: node(flow.node), to: node(flow.outcome.to()?), seconds: seconds? })
    };
    Ok(flows.iter().zip(sorted).filter_map(of).collect())
}

fn answer<I: Instant, N: Number>(
    subject: &Subject<'_>,
    journey: &Journey,
    instants: &[I],
) -> Result<Overlay, EngineError> {
    let tallies: Vec<Tally<I, N>> = subject.unless_cancelled(timing::count(subject, instants))?;
    let seen = |of: fn(&Tally<I, N>) -> u64| tallies.iter().map(of).sum();
    let coverage = Coverage::of(seen(|each| each.seen.matched), seen(|each| each.seen.total));
    let ties = seen(|each| each.seen.ties);
    let drawn = subject.nodes.drawn(journey, subject.question.level);
    let nodes = accounts(subject, journey, &tally::accounts(&tallies), &drawn);
    let flows = tally::flows(&tallies);
    let seconds = subject.unless_cancelled(timed::<Quantiles, _, _>(subject, instants, tallies, &flows))?;
    let edges = edges(subject, &drawn, &nodes, &flows, &seconds);
    let (question, cutoff) = (subject.question.clone(), subject.cutoff);
    Ok(Overlay { engine: EngineName::Columns, question, cutoff, coverage, ties, nodes, edges })
}

/// An account for each node, in the order of the map.
fn accounts(
    subject: &Subject<'_>,
    journey: &Journey,
    totals: &[Total],
    drawn: &[(u32, u32)],
) -> Vec<Account> {
    let mut rest = totals;
    let mut accounts = Vec::with_capacity(subject.nodes.len());
    let unseen_ahead = subject.nodes.unseen_ahead(drawn);
    for ((&node, number), unseen_ahead) in subject.nodes.list.iter().zip(0..).zip(unseen_ahead) {
        let (own, others) = rest.split_at(rest.partition_point(|total| total.node <= number));
        rest = others;
        accounts.push(Account { goal: journey.is_goal(node), unseen_ahead, ..account(subject, node, own) });
    }
    accounts
}

/// What the totals of a node say.
fn account(subject: &Subject<'_>, node: Node, totals: &[Total]) -> Account {
    let of = |outcome, what: fn(&Total) -> u64| {
        totals.iter().find(|total| total.outcome == outcome).map_or(0, what)
    };
    let moved = totals.iter().filter_map(|total| {
        let to = subject.nodes.list[total.outcome.to()? as usize];
        Some(Moved { to, count: total.count })
    });
    let entered = totals.iter().map(|total| total.count).sum();
    let matured = totals.iter().map(|total| total.matured).sum();
    let lost = |what| (of(Outcome::RETURNED_LATE, what), of(Outcome::DROPPED, what));
    let (returned_late, dropped) = lost(|total| total.count);
    let elsewhere = lost(|total| total.elsewhere);
    Account {
        node,
        entered,
        moved: moved.collect(),
        in_progress: of(Outcome::IN_PROGRESS, |total| total.count),
        returned_late,
        dropped,
        elsewhere: Elsewhere { returned_late: elsewhere.0, dropped: elsewhere.1 },
        matured,
        // Whoever dropped off or returned late has matured, so both rates have the same numerator.
        drop_off: Rate::of(
            returned_late + dropped,
            if subject.question.observed { entered } else { matured },
        ),
        goal: false,
        unseen_ahead: false,
    }
}

/// A flow for each edge that the map has or somebody took.
fn edges(
    subject: &Subject<'_>,
    drawn: &[(u32, u32)],
    accounts: &[Account],
    flows: &[Total],
    times: &[Option<Times>],
) -> Vec<Flow> {
    let nobody = |&(from, to)| ((from, to), Kind::Drawn, 0, 0, None);
    let mut edges: Vec<_> = drawn.iter().map(nobody).collect();
    for (flow, &seconds) in flows.iter().zip(times) {
        let Some(to) = flow.outcome.to() else { continue };
        let ends = (flow.node, to);
        match drawn.binary_search(&ends) {
            Ok(place) => edges[place] = (ends, Kind::Drawn, flow.count, flow.matured, seconds),
            Err(_) => edges.push((ends, Kind::Ghost, flow.count, flow.matured, seconds)),
        }
    }
    edges.sort_unstable_by_key(|edge| edge.0);
    edges
        .into_iter()
        .map(|((from, to), kind, moved, matured_moved, seconds)| {
            let start = &accounts[from as usize];
            let conversion = if subject.question.observed {
                Rate::of(moved, start.entered)
            } else {
                Rate::of(matured_moved, start.matured)
            };
            let [from, to] = [from, to].map(|number| subject.nodes.list[number as usize]);
            Flow { from, to, kind, moved, matured_moved, conversion, seconds }
        })
        .collect()
}

//! What customers did: one pass over the columns, on all cores.

use std::ops::{Range, RangeBounds};

use model::{Columns, DAY, Did, InOrder, Known, Often, OnMap, RuleFault, What};

use super::operands::{Limits, instant, limits, number};
use super::places::{events_at, events_on};
use crate::shards;

/// Whether each of the customers did something so many times.
pub(super) fn did(did: &Did, columns: &Columns, known: &Known<'_>) -> Result<Vec<bool>, RuleFault> {
    let wanted = Wanted::of(&did.what, columns, known);
    let bound = |bound: &Option<_>, none| bound.as_ref().map_or(Ok(none), |at| instant(at, known.clock));
    let range = bound(&did.from, i64::MIN)?..bound(&did.to, i64::MAX)?;
    let worth: Option<Limits<f64>> = did.value.as_ref().map(|worth| limits(worth, number)).transpose()?;
    // An interaction without a value is NaN, which no limits contain.
    let value_at = |row: usize| known.values.and_then(|values| values.get(row)).copied().unwrap_or(f64::NAN);
    let enough = |count: usize| match did.times {
        Often::AtLeast(times) => count >= times as usize,
        Often::AtMost(times) => count <= times as usize,
        Often::Exactly(times) => count == times as usize,
    };
    Ok(each_customer(columns, known, || {
        |rows: Range<usize>| {
            let last = match (did.within_days, rows.is_empty()) {
                (Some(days), false) => columns.at.millis(rows.start).saturating_add(i64::from(days) * DAY),
                _ => i64::MAX,
            };
            let counts = |&row: &usize| {
                let at = columns.at.millis(row);
                range.contains(&at)
                    && at <= last
                    && wanted.is(row)
                    && worth.as_ref().is_none_or(|worth| worth.contains(&value_at(row)))
            };
            enough(rows.filter(counts).count())
        }
    }))
}

/// Whether each of the customers did some things one after the other.
pub(super) fn in_order(order: &InOrder, columns: &Columns, known: &Known<'_>) -> Vec<bool> {
    let steps: Vec<_> = order.steps.iter().map(|what| Wanted::of(what, columns, known)).collect();
    let within = order.within_days.map_or(i64::MAX, |days| i64::from(days) * DAY);
    each_customer(columns, known, || {
        let mut latest = Vec::new();
        let steps = &steps;
        move |rows| {
            latest.clear();
            latest.resize(steps.len(), None);
            follows(steps, within, rows, columns, &mut latest)
        }
    })
}

/// Whether the steps occur at strictly increasing instants, each within a span of the one before.
///
/// `latest` holds for each step when it was last come to, by whatever way: of all ways the latest is the best to go on
/// from. What happens at one instant is looked at together, since nothing of it comes after anything else of it; and
/// the last step first, so that no step builds on one of the same instant.
fn follows(
    steps: &[Wanted<'_>],
    within: i64,
    rows: Range<usize>,
    columns: &Columns,
    latest: &mut [Option<i64>],
) -> bool {
    let mut row = rows.start;
    while row < rows.end {
        let at = columns.at.millis(row);
        let same = row..(row..rows.end).find(|&row| columns.at.millis(row) != at).unwrap_or(rows.end);
        for step in (0..steps.len()).rev() {
            let is_ready = step == 0 || latest[step - 1].is_some_and(|before| at - before <= within);
            if is_ready && same.clone().any(|row| steps[step].is(row)) {
                latest[step] = Some(at);
            }
        }
        row = same.end;
    }
    latest.last().is_none_or(Option::is_some)
}

/// Whether each of the customers had its last contact on a map at a place.
pub(super) fn stands_at(place: &OnMap, columns: &Columns, known: &Known<'_>) -> Vec<bool> {
    let (here, on_map) = (events_at(place, columns, known), events_on(&place.map, columns, known));
    let event = &columns.event;
    each_customer(columns, known, || {
        |rows: Range<usize>| {
            let last = rows.rev().map(|row| event.code(row)).find(|&code| on_map[code]);
            last.is_some_and(|code| here[code])
        }
    })
}

/// Answers for each of the customers from its interactions up to the cut-off, of which it may have none. `answer`
/// makes what answers, once for each core.
fn each_customer<F: FnMut(Range<usize>) -> bool>(
    columns: &Columns,
    known: &Known<'_>,
    answer: impl Fn() -> F + Sync,
) -> Vec<bool> {
    let of_part = |part: Range<usize>| -> Vec<bool> {
        let mut answer = answer();
        part.map(|customer| {
            let rows = columns.offsets[customer] as usize..columns.offsets[customer + 1] as usize;
            let counts = |&row: &usize| columns.at.millis(row) <= known.cutoff;
            let end = rows.clone().rev().find(counts).map_or(rows.start, |last| last + 1);
            answer(rows.start..end)
        })
        .collect()
    };
    let active = shards::each(shards::split(&columns.offsets), of_part).concat();
    let mut answers = vec![answer()(0..0); known.customers.len()];
    let mut place = 0;
    for (customer, is) in columns.customers.iter().zip(active) {
        while known.customers.get(place).is_some_and(|each| each < customer) {
            place += 1;
        }
        if known.customers.get(place) == Some(customer) {
            answers[place] = is;
        }
    }
    answers
}

/// Which interactions are meant.
enum Wanted<'a> {
    Anything,
    /// Those whose event is, by code.
    Events(Vec<bool>, &'a Columns),
    /// Those whose channel is, by code; 0 is none.
    Channels(Vec<bool>, &'a [u32]),
}

impl<'a> Wanted<'a> {
    fn of(what: &What, columns: &'a Columns, known: &Known<'a>) -> Self {
        match what {
            What::Anything => Self::Anything,
            What::Events(names) => {
                let is_one = |event| names.contains(event);
                Self::Events(columns.events.iter().map(is_one).collect(), columns)
            }
            What::At(place) => Self::Events(events_at(place, columns, known), columns),
            What::Channels(names) => {
                let (all, codes) =
                    known.channels.map_or((&[][..], &[][..]), |labels| (&labels.names, &labels.codes));
                let is_one = all.iter().map(|name| names.contains(name));
                Self::Channels([false].into_iter().chain(is_one).collect(), codes)
            }
        }
    }

    fn is(&self, row: usize) -> bool {
        match self {
            Self::Anything => true,
            Self::Events(wanted, columns) => wanted[columns.event.code(row)],
            Self::Channels(wanted, codes) => codes.get(row).is_some_and(|&code| wanted[code as usize]),
        }
    }
}

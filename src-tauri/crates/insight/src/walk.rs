//! The one walk over the columns: finds each customer's visits, puts every entrant in its class, and tells a sink.
//!
//! Each rule of the definitions is a pass over some thousand interactions at a time, which stay in the nearest cache:
//! [`Contacts`] are what a map knows of what customers did, [`Visits`] are runs of them, [`Arrivals`] what came of those
//! eventually.

use std::ops::Range;

use model::{Cancel, Mode, Question};

use crate::ahead::Arrivals;
use crate::bounds::{Bounds, Limits};
use crate::contacts::Contacts;
use crate::instant::{Code, Instant};
use crate::number::Number;
use crate::sink::{Seen, Sink};
use crate::visits::Visits;

/// A walk over the columns in their own widths.
pub(crate) struct Walk<'a, C, I, N> {
    /// The event of each interaction.
    pub(crate) codes: &'a [C],
    /// The instant of each interaction.
    pub(crate) instants: &'a [I],
    /// Where each customer's interactions start, and the total.
    pub(crate) offsets: &'a [u32],
    /// The node of each event code.
    pub(crate) of_code: &'a [N],
    /// How many nodes there are.
    pub(crate) nodes: usize,
    /// Which customers are meant; `None` is all.
    pub(crate) members: Option<&'a [bool]>,
    /// Whether there may be interactions that no touchpoint lists.
    pub(crate) has_unmatched: bool,
    /// Whether there may be interactions after the cut-off.
    pub(crate) cuts_off: bool,
    /// Asks to stop.
    pub(crate) cancel: &'a Cancel,
    /// What is asked.
    pub(crate) question: &'a Question,
    /// What is asked, in the unit of the columns.
    pub(crate) bounds: Bounds,
}

/// How many interactions are gathered at least before their visits are looked for.
const BATCH: usize = 512;

/// What a walk writes on.
struct Scratch<I: Instant, N: Number> {
    contacts: Contacts<I, N>,
    visits: Visits<I, N>,
    arrivals: Arrivals<I, N>,
    limits: Limits<I>,
    /// The customer that was last looked at again.
    customer: usize,
}

impl<C: Code, I: Instant, N: Number> Walk<'_, C, I, N> {
    /// Walks over a range of the customers.
    pub(crate) fn over<S: Sink<I, N>>(&self, customers: Range<usize>, sink: &mut S) {
        let mut scratch = Scratch {
            contacts: Contacts::new(),
            visits: Visits::new(self.nodes, self.question.unit),
            arrivals: Arrivals::new(self.nodes),
            limits: self.bounds.narrow(),
            customer: customers.start,
        };
        let mut seen = Seen::default();
        let mut rest = customers;
        while !rest.is_empty() {
            if self.cancel.is_cancelled() {
                return;
            }
            scratch.contacts.clear();
            while scratch.contacts.nodes.len() < BATCH && !rest.is_empty() {
                let run = self.run(rest.clone());
                rest.start = run.end;
                let rows_too = S::ASKS_WHERE | self.has_unmatched;
                let columns = (self.codes, self.instants);
                scratch.contacts.add(columns, self.of_code, &self.offsets[run.start..=run.end], rows_too);
            }
            self.take(&mut scratch.contacts, &scratch.limits, &mut seen);
            self.tell(&mut scratch, sink);
        }
        sink.saw(seen);
    }

    /// The next customers to look at among those that are left: some who follow each other, or none at their end.
    fn run(&self, rest: Range<usize>) -> Range<usize> {
        let Some(members) = self.members else { return self.piece(rest) };
        let is_member = |&customer: &usize| members.get(customer).is_some_and(|&is| is);
        let start = rest.clone().find(is_member).unwrap_or(rest.end);
        let end = (start..rest.end.min(start + BATCH)).find(|customer| !is_member(customer));
        self.piece(start..end.unwrap_or(rest.end))
    }

    /// As many of some customers as a batch has room for, but at least one if there is one.
    fn piece(&self, customers: Range<usize>) -> Range<usize> {
        let (start, end) = (customers.start, customers.end.min(customers.start + BATCH));
        let most = self.offsets[start] as usize + BATCH;
        let fitting = self.offsets[start..=end].partition_point(|&offset| offset as usize <= most);
        start..(start + fitting - 1).max(start + 1).min(end)
    }

    /// Takes from contacts what the question leaves out, and notes what it saw.
    fn take(&self, contacts: &mut Contacts<I, N>, limits: &Limits<I>, seen: &mut Seen) {
        let leaves_out = self.has_unmatched || self.cuts_off;
        let counts_some = self.cuts_off || !self.bounds.has_no_range();
        if counts_some {
            contacts.cover(limits, seen);
        } else {
            seen.total += contacts.nodes.len() as u64;
        }
        if leaves_out {
            contacts.drop_unmatched(limits);
        }
        if !counts_some {
            seen.matched += contacts.nodes.len() as u64;
        }
        seen.ties += contacts.ties();
    }

    /// Tells a sink of the entrants among the visits that contacts make.
    fn tell<S: Sink<I, N>>(&self, scratch: &mut Scratch<I, N>, sink: &mut S) {
        let Scratch { contacts, visits, arrivals, limits, customer } = scratch;
        visits.find(contacts, self.question.repeats);
        visits.class(limits);
        if !self.bounds.has_no_range() {
            visits.confine(&limits.range);
        }
        if self.question.window.is_none() {
            visits.keep_open(contacts.lasts(), limits);
        }
        if self.has_unmatched {
            visits.look_elsewhere(|row, entry| self.was_elsewhere(row, entry, limits, customer));
        }
        let nodes = N::of(self.nodes as u32);
        visits.pack(nodes);
        sink.entrants(visits);
        if self.question.mode == Mode::Eventual {
            arrivals.find(visits, limits, nodes, S::ASKS_WHERE);
            sink.reached(visits, arrivals);
        }
    }

    /// Whether a customer was active outside the map after an entry and before its window ended. The entry is at `row`;
    /// its customer is not before `customer`. What is looked through is its own visit at most, since nothing else
    /// that is matched came in time.
    fn was_elsewhere(&self, row: u32, entry: I, limits: &Limits<I>, customer: &mut usize) -> bool {
        while self.offsets[*customer + 1] <= row {
            *customer += 1;
        }
        let later = row as usize + 1..self.offsets[*customer + 1] as usize;
        self.codes[later.clone()]
            .iter()
            .zip(&self.instants[later])
            .take_while(|&(_, &at)| limits.cutoff.has(at) && limits.reach.has(at.since(entry)))
            .any(|(&code, &at)| at > entry && self.of_code[code.into()] == N::UNMATCHED)
    }
}

#[cfg(test)]
mod tests {
    use model::{Cancel, Level};

    use super::*;

    /// Cancels as soon as it is told anything.
    struct Impatient {
        cancel: Cancel,
        told: usize,
    }

    impl Sink<u32, u8> for Impatient {
        const ASKS_WHERE: bool = false;

        fn entrants(&mut self, visits: &Visits<u32, u8>) {
            self.cancel.cancel();
            self.told += visits.len();
        }

        fn reached(&mut self, _: &Visits<u32, u8>, _: &Arrivals<u32, u8>) {}

        fn saw(&mut self, _: Seen) {}
    }

    #[test]
    fn cancelling_stops_a_long_count() {
        const CUSTOMERS: usize = 100_000;
        let (codes, instants) = (vec![0_u8; CUSTOMERS], vec![0_u32; CUSTOMERS]);
        let offsets: Vec<u32> = (0..=CUSTOMERS as u32).collect();
        let cancel = Cancel::default();
        let question = Question::new(Level::Touchpoint);
        let columns = model::Instants::Seconds { base: 0, after: Vec::new() };
        let walk = Walk {
            codes: &codes,
            instants: &instants,
            offsets: &offsets,
            of_code: &[0; 256],
            nodes: 1,
            members: None,
            has_unmatched: false,
            cuts_off: false,
            cancel: &cancel,
            question: &question,
            bounds: Bounds::of(&question, 0, &columns),
        };
        let mut sink = Impatient { cancel: cancel.clone(), told: 0 };
        walk.over(0..CUSTOMERS, &mut sink);
        assert_eq!(sink.told, BATCH);
    }
}

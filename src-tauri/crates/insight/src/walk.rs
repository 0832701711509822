//! The one walk over the columns: finds each customer's visits, puts every entrant in its class, and tells a sink.

#![expect(
    clippy::needless_bitwise_bool,
    reason = "branches on what comes next would be foretold wrongly too often"
)]

use std::ops::Range;

use model::{Cancel, Mode, Question, Repeats, Unit};

use crate::ahead::Ahead;
use crate::bounds::Bounds;
use crate::instant::{Code, Instant};
use crate::nodes::UNMATCHED;
use crate::sink::{Entrant, Outcome, Seen, Sink};

/// A walk over the columns in their own widths.
pub(crate) struct Walk<'a, C, I> {
    /// The event of each interaction.
    pub(crate) codes: &'a [C],
    /// The instant of each interaction.
    pub(crate) instants: &'a [I],
    /// Where each customer's interactions start, and the total.
    pub(crate) offsets: &'a [u32],
    /// The node of each event code.
    pub(crate) of_code: &'a [u32],
    /// How many nodes there are.
    pub(crate) nodes: usize,
    /// Which customers are meant; `None` is all.
    pub(crate) members: Option<&'a [bool]>,
    /// Whether there may be interactions that no touchpoint lists.
    pub(crate) has_unmatched: bool,
    /// Asks to stop.
    pub(crate) cancel: &'a Cancel,
    /// What is asked.
    pub(crate) question: &'a Question,
    /// What is asked, in the unit of the columns.
    pub(crate) bounds: Bounds,
}

/// How many visits are gathered before their entrants are classed: a batch stays in the nearest cache, and is long
/// enough that its loops run undisturbed.
const BATCH: usize = 512;

/// One visit.
#[derive(Debug, Clone, Copy, Default)]
struct Visit<I> {
    entry: I,
    node: u32,
    /// The index of the customer.
    customer: u32,
    /// Whether it is the last of a customer who has been there too lately to be called idle.
    recent: bool,
}

/// What a walk writes on.
struct Scratch<I: Instant> {
    /// The visits of some customers, with room behind them.
    visits: Vec<Visit<I>>,
    /// How many visits there are.
    count: usize,
    /// For each node, the last customer that entered it in range.
    entered: Vec<u32>,
    entrants: Vec<Entrant<I>>,
    /// Whether each visit is an entrant.
    is_entrant: Vec<bool>,
    ahead: Ahead<I>,
    reached: Vec<Entrant<I>>,
}

/// Stands for a customer where there is none.
const NOBODY: u32 = u32::MAX;

impl<I: Instant> Scratch<I> {
    fn new(nodes: usize) -> Self {
        Self {
            visits: Vec::new(),
            count: 0,
            entered: vec![NOBODY; nodes],
            entrants: Vec::new(),
            is_entrant: Vec::new(),
            ahead: Ahead::new(nodes),
            reached: Vec::new(),
        }
    }

    /// Makes room for some more visits and one behind them.
    fn make_room(&mut self, more: usize) {
        if self.visits.len() <= self.count + more {
            self.visits.resize(self.count + more + 1, Visit::default());
        }
    }
}

impl<C: Code, I: Instant> Walk<'_, C, I> {
    /// Walks over a range of the customers.
    pub(crate) fn over<S: Sink<I>>(&self, customers: Range<usize>, sink: &mut S) {
        let mut scratch = Scratch::new(self.nodes);
        let mut seen = Seen::default();
        for customer in customers {
            if self.members.is_some_and(|members| !members.get(customer).is_some_and(|&is| is)) {
                continue;
            }
            self.find_visits(customer, &mut scratch, &mut seen);
            if scratch.count >= BATCH {
                if self.cancel.is_cancelled() {
                    return;
                }
                self.tell(&mut scratch, sink);
            }
        }
        self.tell(&mut scratch, sink);
        sink.saw(seen);
    }

    /// Tells a sink of the entrants among the visits gathered so far, and forgets them.
    fn tell<S: Sink<I>>(&self, scratch: &mut Scratch<I>, sink: &mut S) {
        let count = self.class(scratch);
        if self.has_unmatched {
            self.look_elsewhere(&mut scratch.entrants[..count]);
        }
        sink.entrants(&scratch.entrants[..count]);
        if self.question.mode == Mode::Eventual {
            self.look_ahead(scratch);
            sink.reached(&scratch.reached);
        }
        scratch.count = 0;
    }

    /// Gathers the visits of one customer. Whether an interaction opens a visit cannot be foretold, so each is
    /// written as if it did, and the next one over it if it did not.
    fn find_visits(&self, customer: usize, scratch: &mut Scratch<I>, seen: &mut Seen) {
        let rows = self.offsets[customer] as usize..self.offsets[customer + 1] as usize;
        let instants = self.known(&self.instants[rows.clone()]);
        let codes = &self.codes[rows][..instants.len()];
        scratch.make_room(codes.len());
        let visits = &mut scratch.visits[scratch.count..][..codes.len()];
        let keep = self.question.repeats == Repeats::Keep;
        let (mut count, mut matched, mut ties) = (0, 0, 0);
        let (mut node, mut last) = (UNMATCHED, I::default());
        for (&code, &at) in codes.iter().zip(instants) {
            let here = self.of_code[code.into()];
            let is_matched = here != UNMATCHED;
            let elsewhere = here != node;
            visits[count] = Visit { entry: at, node: here, customer: customer as u32, recent: false };
            count += usize::from(is_matched & (keep | elsewhere));
            matched += u64::from(is_matched);
            ties += u64::from(is_matched & elsewhere & (node != UNMATCHED) & (at == last));
            node = if is_matched { here } else { node };
            last = if is_matched { at } else { last };
        }
        if count > 0 {
            visits[count - 1].recent = last.units() > self.bounds.idle;
        }
        scratch.count += count;
        seen.ties += ties;
        self.cover(codes, instants, matched, seen);
    }

    /// The instants of a customer up to the cut-off.
    #[inline]
    fn known<'a>(&self, instants: &'a [I]) -> &'a [I] {
        match instants.last() {
            Some(last) if last.units() > self.bounds.cutoff => {
                &instants[..instants.partition_point(|at| at.units() <= self.bounds.cutoff)]
            }
            _ => instants,
        }
    }

    /// Counts the interactions of a customer that are in range, given how many are matched in and out of it.
    #[inline]
    fn cover(&self, codes: &[C], instants: &[I], matched: u64, seen: &mut Seen) {
        let [Some(first), Some(last)] = [instants.first(), instants.last()] else { return };
        if (first.units() >= self.bounds.first) & (last.units() <= self.bounds.last) {
            seen.total += codes.len() as u64;
            seen.matched += matched;
            return;
        }
        let start = instants.partition_point(|at| at.units() < self.bounds.first);
        let end = instants.partition_point(|at| at.units() <= self.bounds.last);
        let in_range = codes.get(start..end).unwrap_or_default();
        seen.total += in_range.len() as u64;
        seen.matched +=
            in_range.iter().filter(|&&code| self.of_code[code.into()] != UNMATCHED).count() as u64;
    }

    /// Puts each entrant among the visits in its class, by the visit that follows: how many there are.
    fn class(&self, scratch: &mut Scratch<I>) -> usize {
        scratch.make_room(0);
        scratch.visits[scratch.count].customer = NOBODY;
        scratch.entrants.resize(scratch.count.max(scratch.entrants.len()), Entrant::default());
        scratch.is_entrant.resize(scratch.count.max(scratch.is_entrant.len()), false);
        let every = self.question.unit == Unit::Visits;
        let mut count = 0;
        let visits = scratch.visits[..=scratch.count].windows(2);
        for (two, is_entrant) in visits.zip(&mut scratch.is_entrant) {
            let (visit, next) = (two[0], two[1]);
            let in_range = self.bounds.in_range(visit.entry.units());
            let entered = &mut scratch.entered[visit.node as usize];
            let is_one = in_range & (every | (*entered != visit.customer));
            if in_range {
                *entered = visit.customer;
            }
            *is_entrant = is_one;
            scratch.entrants[count] = self.entrant(visit, next);
            count += usize::from(is_one);
        }
        count
    }

    #[inline]
    fn entrant(&self, visit: Visit<I>, next: Visit<I>) -> Entrant<I> {
        let followed = next.customer == visit.customer;
        let moved = followed & self.within_reach(visit.entry, next.entry);
        let matured = self.is_mature(visit);
        let gone = if followed { Outcome::RETURNED_LATE } else { Outcome::DROPPED };
        let stayed = if matured { gone } else { Outcome::IN_PROGRESS };
        Entrant {
            customer: visit.customer,
            node: visit.node,
            entry: visit.entry,
            outcome: if moved { Outcome::moved(next.node) } else { stayed },
            matured,
            elsewhere: false,
            span: next.entry.since(visit.entry),
        }
    }

    /// Finds out which of those that are gone were active outside the map before their windows ended. What is looked
    /// through is their own visits at most, since nothing else that is matched came in time.
    fn look_elsewhere(&self, entrants: &mut [Entrant<I>]) {
        for entrant in entrants.iter_mut().filter(|entrant| entrant.outcome.is_gone()) {
            let customer = entrant.customer as usize;
            let rows = self.offsets[customer] as usize..self.offsets[customer + 1] as usize;
            let instants = self.known(&self.instants[rows.clone()]);
            let later = instants.partition_point(|at| at.units() <= entrant.entry.units());
            entrant.elsewhere = self.codes[rows][later..]
                .iter()
                .zip(&instants[later..])
                .take_while(|&(_, &at)| self.within_reach(entrant.entry, at))
                .any(|(&code, _)| self.of_code[code.into()] == UNMATCHED);
        }
    }

    #[inline]
    fn is_mature(&self, visit: Visit<I>) -> bool {
        (visit.entry.units() <= self.bounds.mature) & !visit.recent
    }

    #[inline]
    fn within_reach(&self, entry: I, next: I) -> bool {
        next.units().saturating_sub(entry.units()) <= self.bounds.reach
    }

    /// Finds which nodes each entrant reached within its window.
    fn look_ahead(&self, scratch: &mut Scratch<I>) {
        let Scratch { visits, count, is_entrant, ahead, reached, .. } = scratch;
        reached.clear();
        let mut is_entrant = &is_entrant[..*count];
        for visits in visits[..*count].chunk_by(|one, other| one.customer == other.customer) {
            let (own, others) = is_entrant.split_at(visits.len());
            is_entrant = others;
            ahead.clear();
            self.look_ahead_of(visits, own, ahead, reached);
        }
    }

    /// Goes back through the visits of one customer, so that the first entry to each node after the visit at hand is
    /// known. Visits at one instant do not lie ahead of each other.
    fn look_ahead_of(
        &self,
        visits: &[Visit<I>],
        is_entrant: &[bool],
        ahead: &mut Ahead<I>,
        reached: &mut Vec<Entrant<I>>,
    ) {
        let mut start = visits.len();
        for together in visits.chunk_by(|one, other| one.entry == other.entry).rev() {
            start -= together.len();
            for (visit, _) in together.iter().zip(&is_entrant[start..]).filter(|(_, is)| **is) {
                let matured = self.is_mature(*visit);
                let within = ahead.iter().take_while(|&(_, at)| self.within_reach(visit.entry, at));
                reached.extend(within.map(|(to, at)| Entrant {
                    customer: visit.customer,
                    node: visit.node,
                    entry: visit.entry,
                    outcome: Outcome::moved(to),
                    matured,
                    elsewhere: false,
                    span: at.since(visit.entry),
                }));
            }
            for visit in together {
                ahead.put(visit.node, visit.entry);
            }
        }
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

    impl Sink<u32> for Impatient {
        fn entrants(&mut self, entrants: &[Entrant<u32>]) {
            self.cancel.cancel();
            self.told += entrants.len();
        }

        fn reached(&mut self, _: &[Entrant<u32>]) {}

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
            cancel: &cancel,
            question: &question,
            bounds: Bounds::of(&question, 0, &columns),
        };
        let mut sink = Impatient { cancel: cancel.clone(), told: 0 };
        walk.over(0..CUSTOMERS, &mut sink);
        assert_eq!(sink.told, BATCH);
    }
}

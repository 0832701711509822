//! The one walk over the columns: finds each customer's visits, puts every entrant in its class, and tells a sink.

#![expect(
    clippy::needless_bitwise_bool,
    reason = "branches on what comes next would be foretold wrongly too often"
)]

use std::ops::Range;

use model::{Mode, Question, Repeats, Unit};

use crate::ahead::Ahead;
use crate::bounds::{Bounds, Patience};
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
    /// What is asked.
    pub(crate) question: &'a Question,
    /// What is asked, in the unit of the columns.
    pub(crate) bounds: Bounds,
}

/// One visit of the customer at hand.
#[derive(Debug, Clone, Copy, Default)]
struct Visit<I> {
    entry: I,
    node: u32,
}

/// All visits of the customer at hand.
struct Trail<'a, I> {
    customer: usize,
    visits: &'a [Visit<I>],
    /// The latest entry whose time is up, for a visit that others follow and for the last one.
    settled: [i64; 2],
}

/// What a walk writes on while it looks at one customer after the other.
struct Scratch<I> {
    visits: Vec<Visit<I>>,
    /// Whether each visit is an entrant; kept in eventual mode only.
    entrants: Vec<bool>,
    /// For each node, the last customer, counted from 1, that entered it in range.
    entered: Vec<u32>,
    ahead: Ahead<I>,
}

impl<I: Instant> Scratch<I> {
    fn new(nodes: usize) -> Self {
        Self { visits: Vec::new(), entrants: Vec::new(), entered: vec![0; nodes], ahead: Ahead::new(nodes) }
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
            let rows = self.offsets[customer] as usize..self.offsets[customer + 1] as usize;
            let (count, last) = self.find_visits(rows, &mut scratch.visits, &mut seen);
            let Some(last) = last else { continue };
            let visits = &scratch.visits[..count];
            let trail = Trail { customer, visits, settled: self.settled(last) };
            match self.question.mode {
                Mode::Next => self.account(&trail, &mut scratch.entered, |_| {}, sink),
                Mode::Eventual => {
                    scratch.entrants.clear();
                    let note = |is: bool| scratch.entrants.push(is);
                    self.account(&trail, &mut scratch.entered, note, sink);
                    self.look_ahead(&trail, &scratch.entrants, &mut scratch.ahead, sink);
                }
            }
        }
        sink.saw(seen);
    }

    /// Gathers the visits of one customer: their number, and the instant of the last interaction in them. Written
    /// without branches: whether an interaction opens a visit cannot be foretold.
    #[inline]
    fn find_visits(
        &self,
        rows: Range<usize>,
        visits: &mut Vec<Visit<I>>,
        seen: &mut Seen,
    ) -> (usize, Option<I>) {
        let (codes, instants) = (&self.codes[rows.clone()], &self.instants[rows]);
        let known = match instants.last() {
            Some(last) if last.units() <= self.bounds.cutoff => instants.len(),
            _ => instants.partition_point(|at| at.units() <= self.bounds.cutoff),
        };
        if visits.len() < known {
            visits.resize(known, Visit::default());
        }
        let visits = &mut visits[..known];
        let keep = self.question.repeats == Repeats::Keep;
        let (mut count, mut node, mut last) = (0, UNMATCHED, I::default());
        for (&code, &at) in codes[..known].iter().zip(&instants[..known]) {
            let here = self.of_code[code.into()];
            let matched = here != UNMATCHED;
            let elsewhere = here != node;
            let in_range = self.bounds.in_range(at.units());
            seen.total += u64::from(in_range);
            seen.matched += u64::from(in_range & matched);
            seen.ties += u64::from(matched & elsewhere & (node != UNMATCHED) & (at == last));
            visits[count] = Visit { entry: at, node: here };
            count += usize::from(matched & (keep | elsewhere));
            node = if matched { here } else { node };
            last = if matched { at } else { last };
        }
        (count, (count > 0).then_some(last))
    }

    /// The latest entry whose time is up, for a visit that others follow and for the last one, of a customer whose
    /// last interaction was at `last`.
    #[inline]
    fn settled(&self, last: I) -> [i64; 2] {
        match self.bounds.patience {
            Patience::EnteredBy(by) => [by, by],
            Patience::IdleSince(since) if last.units() <= since => [i64::MAX, i64::MAX],
            Patience::IdleSince(_) => [i64::MAX, i64::MIN],
        }
    }

    /// Puts each entrant among a customer's visits in its class, and notes of each visit whether it is one.
    #[inline]
    fn account<S: Sink<I>>(
        &self,
        trail: &Trail<'_, I>,
        entered: &mut [u32],
        mut note: impl FnMut(bool),
        sink: &mut S,
    ) {
        let every = self.question.unit == Unit::Visits;
        let stamp = trail.customer as u32 + 1;
        for (index, &Visit { entry, node }) in trail.visits.iter().enumerate() {
            let in_range = self.bounds.in_range(entry.units());
            let last_in = &mut entered[node as usize];
            let is_entrant = in_range & (every | (*last_in != stamp));
            note(is_entrant);
            if is_entrant {
                *last_in = stamp;
                let next = trail.visits.get(index + 1);
                sink.entrant(trail.customer, self.classed(entry, node, next, trail.settled));
            }
        }
    }

    /// An entrant in its class, by the visit that follows.
    #[inline]
    fn classed(&self, entry: I, node: u32, next: Option<&Visit<I>>, settled: [i64; 2]) -> Entrant<I::Span> {
        let Some(next) = next else {
            let matured = entry.units() <= settled[1];
            let outcome = if matured { Outcome::DROPPED } else { Outcome::IN_PROGRESS };
            return Entrant { node, outcome, matured, span: I::Span::default() };
        };
        let matured = entry.units() <= settled[0];
        let stayed = if matured { Outcome::RETURNED_LATE } else { Outcome::IN_PROGRESS };
        let moved = self.within_reach(entry, next.entry);
        let outcome = if moved { Outcome::moved(next.node) } else { stayed };
        Entrant { node, outcome, matured, span: next.entry.since(entry) }
    }

    #[inline]
    fn within_reach(&self, entry: I, next: I) -> bool {
        next.units().saturating_sub(entry.units()) <= self.bounds.reach
    }

    /// Tells which nodes each entrant reached within its window. Goes back through the visits, so that the first
    /// entry to each node after the visit at hand is known; visits at one instant do not lie ahead of each other.
    fn look_ahead<S: Sink<I>>(
        &self,
        trail: &Trail<'_, I>,
        entrants: &[bool],
        ahead: &mut Ahead<I>,
        sink: &mut S,
    ) {
        ahead.clear();
        let mut end = trail.visits.len();
        while let Some(&Visit { entry, .. }) = trail.visits[..end].last() {
            let start =
                trail.visits[..end].iter().rposition(|visit| visit.entry != entry).map_or(0, |at| at + 1);
            for index in (start..end).filter(|&index| entrants[index]) {
                let node = trail.visits[index].node;
                let followed = index + 1 < trail.visits.len();
                let matured = entry.units() <= trail.settled[usize::from(!followed)];
                for (to, at) in ahead.iter().take_while(|&(_, at)| self.within_reach(entry, at)) {
                    let outcome = Outcome::moved(to);
                    sink.reached(trail.customer, Entrant { node, outcome, matured, span: at.since(entry) });
                }
            }
            for visit in &trail.visits[start..end] {
                ahead.put(visit.node, entry);
            }
            end = start;
        }
    }
}

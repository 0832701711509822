//! The visits of some customers, and in which state each was left behind.

use std::cell::Cell;

use model::{Repeats, Unit};

use crate::bounds::{Limits, Within};
use crate::contacts::Contacts;
use crate::instant::Instant;
use crate::number::{Entered, Number};
use crate::step::{ELSEWHERE, IN_TIME, MATURED};

/// Visits in the order of the columns, as columns themselves.
pub(crate) struct Visits<I, N: Number> {
    /// The nodes, marked on the first visit of each customer; one more at the end that has the mark.
    nodes: Vec<N>,
    entries: Vec<I>,
    /// Where they begin in the columns, if somebody wants to know.
    rows: Vec<u32>,
    spans: Vec<I>,
    states: Vec<u8>,
    steps: Vec<N::Step>,
    /// Whether each entry is in range.
    in_range: Vec<bool>,
    entered: Cell<N::Entered>,
    unit: Unit,
    count: usize,
}

/// One visit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit<I, N> {
    /// Its number among those at hand.
    pub(crate) index: usize,
    /// Its node, with the mark if it is a customer's first.
    pub(crate) node: N,
    /// When it began.
    pub(crate) entry: I,
    /// From its entry to that of the next; means nothing if there is none.
    pub(crate) span: I,
}

impl<I: Instant, N: Number> Visits<I, N> {
    /// Room for visits to so many nodes.
    pub(crate) fn new(nodes: usize, unit: Unit) -> Self {
        Self {
            nodes: Vec::new(),
            entries: Vec::new(),
            rows: Vec::new(),
            spans: Vec::new(),
            states: Vec::new(),
            steps: Vec::new(),
            in_range: Vec::new(),
            entered: Cell::new(N::Entered::new(nodes)),
            unit,
            count: 0,
        }
    }

    /// Finds the visits among contacts, in place of those so far.
    pub(crate) fn find(&mut self, contacts: &Contacts<I, N>, repeats: Repeats) {
        let most = contacts.nodes.len();
        if self.nodes.len() <= most {
            self.nodes.resize(most + 1, N::default());
            self.entries.resize(most + 1, I::default());
        }
        self.rows.resize(contacts.rows.len(), 0);
        let rows = &mut self.rows;
        let places = (&mut self.nodes[..most], &mut self.entries[..most]);
        self.count = if rows.is_empty() {
            open(contacts, repeats, places, |_, _| ())
        } else {
            open(contacts, repeats, places, |place, index| rows[place] = contacts.rows[index])
        };
        self.nodes[self.count] = N::default().first();
    }

    /// Finds in which state each visit was left behind.
    pub(crate) fn class(&mut self, limits: &Limits<I>) {
        let (count, limits) = (self.count, *limits);
        self.spans.resize(count, I::default());
        self.states.resize(count, 0);
        self.in_range.resize(count, true);
        let entries = &self.entries[..=count];
        for (span, two) in self.spans.iter_mut().zip(entries.windows(2)) {
            *span = two[1].since(two[0]);
        }
        for ((state, &span), &entry) in self.states.iter_mut().zip(&self.spans).zip(entries) {
            let (in_time, matured) = (limits.reach.has(span), limits.mature.has(entry));
            *state = (u8::from(in_time) * IN_TIME) | (u8::from(matured) * MATURED);
        }
    }

    /// Lets only those count that enter in range.
    pub(crate) fn confine(&mut self, range: &Within<I>) {
        self.in_range.clear();
        self.in_range.extend(self.entries[..self.count].iter().map(|&entry| range.has(entry)));
    }

    /// Without a window: takes back that the last visits of those customers are over who did something after `idle`.
    /// `lasts` are the last instants of the customers.
    pub(crate) fn keep_open(&mut self, lasts: &[I], limits: &Limits<I>) {
        let mut customer = 0;
        for (state, next) in self.states.iter_mut().zip(&self.nodes[1..=self.count]) {
            let is_recent = !limits.idle.has(lasts[customer]);
            *state &= !(u8::from(next.is_first() & is_recent) * MATURED);
            customer = (customer + usize::from(next.is_first())).min(lasts.len() - 1);
        }
    }

    /// Finds out which of those that are gone were active outside the map before their windows ended: `is_busy` says
    /// whether the customer of the visit that begins at a row and an instant was.
    pub(crate) fn look_elsewhere(&mut self, mut is_busy: impl FnMut(u32, I) -> bool) {
        for index in 0..self.count {
            let (state, followed) = (self.states[index], !self.nodes[index + 1].is_first());
            let is_gone = state & MATURED != 0 && !(followed && state & IN_TIME != 0);
            if is_gone && is_busy(self.rows[index], self.entries[index]) {
                self.states[index] |= ELSEWHERE;
            }
        }
    }

    /// Packs into steps what was found.
    pub(crate) fn pack(&mut self, nodes: N) {
        self.steps.resize(self.count, N::Step::default());
        let ends = self.nodes[..=self.count].windows(2);
        for ((step, &state), two) in self.steps.iter_mut().zip(&self.states).zip(ends) {
            *step = two[0].step(two[1], state, nodes);
        }
    }

    /// The node of each visit.
    pub(crate) fn nodes(&self) -> &[N] {
        &self.nodes[..self.count]
    }

    /// When each visit began.
    pub(crate) fn entries(&self) -> &[I] {
        &self.entries[..self.count]
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// Where in the columns a visit begins.
    pub(crate) fn row(&self, index: usize) -> u32 {
        self.rows[index]
    }

    /// What followed each visit.
    pub(crate) fn steps(&self) -> &[N::Step] {
        &self.steps
    }

    /// Tells of each visit, what stands `beside` it, and whether it is an entrant.
    #[inline]
    pub(crate) fn each<B: Copy>(&self, beside: &[B], mut meet: impl FnMut(Visit<I, N>, B, bool)) {
        let every = self.unit == Unit::Visits;
        let (nodes, entries) = (self.nodes(), self.entries());
        let (spans, in_range) = (&self.spans[..self.count], &self.in_range[..self.count]);
        let beside = &beside[..self.count];
        // Taken out, it stays in a register.
        let mut entered = self.entered.take();
        for index in 0..self.count {
            let is_first = entered.enter(nodes[index], in_range[index]);
            let visit = Visit { index, node: nodes[index], entry: entries[index], span: spans[index] };
            meet(visit, beside[index], in_range[index] & (every | is_first));
        }
        self.entered.set(entered);
    }
}

/// Writes down the visits that contacts open: how many there are. Whether one opens a visit cannot be foretold, so each
/// is written to the next place, and the one after it over it if it did not. `note` is told the place and the number of
/// each.
#[inline]
fn open<I: Instant, N: Number>(
    contacts: &Contacts<I, N>,
    repeats: Repeats,
    (nodes, entries): (&mut [N], &mut [I]),
    mut note: impl FnMut(usize, usize),
) -> usize {
    let keep = repeats == Repeats::Keep;
    let (mut count, mut before) = (0, N::UNMATCHED);
    let entries = &mut entries[..nodes.len()];
    for (index, (&node, &at)) in contacts.nodes.iter().zip(&contacts.at).enumerate() {
        nodes[count] = node;
        entries[count] = at;
        note(count, index);
        // Who is marked as a customer's first is like nothing before it.
        count += usize::from(keep | (node != before));
        before = node.plain();
    }
    count
}

//! The counting sink: how many entrants of each node had each outcome, and how long those that moved took.

use std::ops::Range;

use model::Mode;

use crate::ahead::Arrivals;
use crate::instant::Instant;
use crate::number::Number;
use crate::places::Places;
use crate::sink::{Seen, Sink};
use crate::spans::Spans;
use crate::step::{IN_TIME, MATURED, Outcome, Told};
use crate::subject::Subject;
use crate::visits::Visits;

/// A counter for each step.
#[derive(Debug)]
struct Counters<N: Number> {
    nodes: usize,
    places: N::Places,
    counts: Vec<u32>,
}

impl<N: Number> Counters<N> {
    fn new(nodes: usize) -> Self {
        let places = N::Places::new(nodes);
        Self { nodes, counts: vec![0; places.len()], places }
    }

    /// Looks some steps up, so that each has a counter.
    fn look_up(&mut self, steps: &[N::Step]) {
        self.places.look_up(steps);
        self.counts.resize(self.places.len(), 0);
    }

    fn told(&self, place: usize) -> Told {
        Told::of(self.places.step(place), self.nodes)
    }

    fn totals(&self) -> impl Iterator<Item = Total> {
        let counts = self.counts.iter().map(|&count| u64::from(count)).enumerate();
        counts.filter(|&(_, count)| count > 0).map(|(place, count)| {
            let Told { node, outcome, matured, elsewhere } = self.told(place);
            let of = |is| if is { count } else { 0 };
            Total { node, outcome, count, matured: of(matured), elsewhere: of(elsewhere) }
        })
    }
}

/// How many entrants of a node had an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Total {
    /// The number of the node.
    pub(crate) node: u32,
    /// The outcome.
    pub(crate) outcome: Outcome,
    /// How many had it.
    pub(crate) count: u64,
    /// How many of them had matured.
    pub(crate) matured: u64,
    /// How many of them were active outside the map.
    pub(crate) elsewhere: u64,
}

/// What one walk counted.
#[derive(Debug)]
pub(crate) struct Tally<I, N: Number> {
    accounts: Counters<N>,
    /// In eventual mode: who reached which node.
    reached: Option<Counters<N>>,
    spans: Spans<I>,
    /// Whether the spans of each step are kept, as far as steps are known.
    is_kept: Vec<bool>,
    /// The nodes whose entrants' spans are kept.
    timed: Range<u32>,
    /// What the walk saw of the interactions.
    pub(crate) seen: Seen,
}

impl<I: Instant, N: Number> Tally<I, N> {
    /// What a walk over some of the customers counts. It keeps the spans from some of the nodes, `most` at most.
    pub(crate) fn of(
        subject: &Subject<'_>,
        instants: &[I],
        customers: Range<usize>,
        timed: Range<u32>,
        most: usize,
    ) -> Self {
        let accounts = Counters::new(subject.nodes.len());
        let eventual = subject.question.mode == Mode::Eventual;
        let each = if eventual { timed.len() } else { 1 };
        let likely = subject.interactions(&customers).saturating_mul(each);
        let mut tally = Self {
            spans: Spans::new(most, likely),
            is_kept: Vec::new(),
            reached: eventual.then(|| Counters::new(subject.nodes.len())),
            accounts,
            timed,
            seen: Seen::default(),
        };
        subject.walk(instants, customers, &mut tally);
        tally
    }

    /// Whether there were too many spans to keep.
    pub(crate) fn overflowed(&self) -> bool {
        self.spans.overflowed()
    }

    /// The spans of those that moved from one node to another, in runs.
    pub(crate) fn spans(&self, from: u32, to: u32) -> impl Iterator<Item = &[I]> + Clone {
        let counters = self.flows();
        let places = [IN_TIME, IN_TIME | MATURED].map(|state| {
            let step = N::of(from).step(N::of(to), state, N::of(counters.nodes as u32));
            counters.places.find(step.into()).filter(|&place| counters.counts[place] > 0)
        });
        places.into_iter().flatten().flat_map(move |place| self.spans.runs(place, counters.counts[place]))
    }

    fn flows(&self) -> &Counters<N> {
        self.reached.as_ref().unwrap_or(&self.accounts)
    }

    /// Finds out of the steps that are new whether their spans are kept.
    fn know_kept(&mut self) {
        let (known, all) = (self.is_kept.len(), self.flows().counts.len());
        if known < all {
            let of_new = (known..all).map(|place| {
                let Told { node, outcome, .. } = self.flows().told(place);
                outcome.to().is_some() && self.timed.contains(&node)
            });
            let of_new: Vec<_> = of_new.collect();
            self.is_kept.extend(of_new);
        }
    }
}

impl<I: Instant, N: Number> Sink<I, N> for Tally<I, N> {
    const ASKS_WHERE: bool = false;

    fn entrants(&mut self, visits: &Visits<I, N>) {
        self.accounts.look_up(visits.steps());
        if self.reached.is_some() {
            let Counters { places, counts, .. } = &mut self.accounts;
            let places = places.looked_up(visits.steps());
            visits
                .each(places, |_, place, is_entrant| counts[place.into() as usize] += u32::from(is_entrant));
            return;
        }
        self.know_kept();
        let Counters { places, counts, .. } = &mut self.accounts;
        let (mut lines, is_kept) = (self.spans.lines(counts.len()), self.is_kept.as_slice());
        let (places, counts) = (places.looked_up(visits.steps()), counts.as_mut_slice());
        visits.each(places, |visit, place, is_entrant| {
            let place = place.into() as usize;
            let before = counts[place];
            counts[place] = before + u32::from(is_entrant);
            lines.write((place, before), visit.span, is_entrant, is_kept);
        });
    }

    fn reached(&mut self, _: &Visits<I, N>, arrivals: &Arrivals<I, N>) {
        let Some(reached) = &mut self.reached else { return };
        reached.look_up(arrivals.steps());
        self.know_kept();
        let Some(Counters { places, counts, .. }) = &mut self.reached else { return };
        let (mut lines, is_kept) = (self.spans.lines(counts.len()), self.is_kept.as_slice());
        let (places, counts) = (places.looked_up(arrivals.steps()), counts.as_mut_slice());
        for (&place, &span) in places.iter().zip(arrivals.spans()) {
            let place = place.into() as usize;
            let before = counts[place];
            counts[place] = before + 1;
            lines.write((place, before), span, true, is_kept);
        }
    }

    fn saw(&mut self, seen: Seen) {
        self.seen = seen;
    }
}

/// The accounts of all nodes, by node and outcome, zeros left out.
pub(crate) fn accounts<I: Instant, N: Number>(tallies: &[Tally<I, N>]) -> Vec<Total> {
    together(tallies.iter().flat_map(|tally| tally.accounts.totals()))
}

/// Who moved where, as the question's mode has it; by node and outcome, zeros left out.
pub(crate) fn flows<I: Instant, N: Number>(tallies: &[Tally<I, N>]) -> Vec<Total> {
    let totals = tallies.iter().flat_map(|tally| tally.flows().totals());
    together(totals.filter(|total| total.outcome.to().is_some()))
}

fn together(totals: impl Iterator<Item = Total>) -> Vec<Total> {
    let mut totals: Vec<_> = totals.collect();
    totals.sort_unstable_by_key(|total| (total.node, total.outcome));
    totals.dedup_by(|next, total| {
        let same = (next.node, next.outcome) == (total.node, total.outcome);
        if same {
            total.count += next.count;
            total.matured += next.matured;
            total.elsewhere += next.elsewhere;
        }
        same
    });
    totals
}

//! What lies ahead of entrants: to which nodes they came within their windows, whatever came between.

use std::ops::Range;

use crate::bounds::Limits;
use crate::instant::Instant;
use crate::number::Number;
use crate::step::{IN_TIME, MATURED};
use crate::visits::{Visit, Visits};

/// How many arrivals are written at once.
const LANES: usize = 8;

/// Entrants of nodes that reached others, as columns.
#[derive(Debug)]
pub(crate) struct Arrivals<I, N: Number> {
    steps: Vec<N::Step>,
    spans: Vec<I>,
    visits: Vec<u32>,
    count: usize,
    ahead: Ahead<I, N>,
}

/// The entrants of some visits.
///
/// A visit to a node is the next one there for all entrants since the visit before it to the same node, and for no
/// others. So a walk forward needs to know of each node only how many entrants there were when it was last visited, and
/// what arrives is always an unbroken run of them. Visits at one instant do not lie ahead of each other.
#[derive(Debug)]
struct Ahead<I, N: Number> {
    /// Their steps to the first node.
    from: Vec<N::Step>,
    since: Vec<I>,
    visits: Vec<u32>,
    count: usize,
    /// For each node, how many there were before the instant at which it was last visited.
    before_last: Vec<u32>,
}

impl<I: Instant, N: Number> Arrivals<I, N> {
    /// None yet, at so many nodes.
    pub(crate) fn new(nodes: usize) -> Self {
        let ahead = Ahead {
            from: Vec::new(),
            since: Vec::new(),
            visits: Vec::new(),
            count: 0,
            before_last: vec![0; nodes],
        };
        Self { steps: Vec::new(), spans: Vec::new(), visits: Vec::new(), count: 0, ahead }
    }

    /// The number of the visit of each, if it was asked for.
    pub(crate) fn visits(&self) -> &[u32] {
        &self.visits[..self.count]
    }

    /// From where to where each entrant came.
    pub(crate) fn steps(&self) -> &[N::Step] {
        &self.steps[..self.count]
    }

    /// How long each took.
    pub(crate) fn spans(&self) -> &[I] {
        &self.spans[..self.count]
    }

    /// Finds what lies ahead of the entrants among visits, in place of all before; also the numbers of their visits if
    /// somebody wants to know.
    pub(crate) fn find(&mut self, visits: &Visits<I, N>, limits: &Limits<I>, nodes: N, visits_too: bool) {
        self.count = 0;
        self.ahead.clear(visits.len());
        let (mut before, mut together, mut in_reach) = (I::default(), 0, 0);
        visits.each(visits.steps(), |visit, _, is_entrant| {
            let count = self.ahead.count;
            if visit.node.is_first() {
                in_reach = count;
            }
            if visit.node.is_first() | (visit.entry != before) {
                together = count;
            }
            before = visit.entry;
            while in_reach < together && !limits.reach.has(visit.entry.since(self.ahead.since[in_reach])) {
                in_reach += 1;
            }
            let last = &mut self.ahead.before_last[visit.node.number() as usize];
            let since_last = *last as usize;
            *last = together as u32;
            self.arrive(visit, since_last.max(in_reach)..together, visits_too);
            let matured = if limits.mature.has(visit.entry) { MATURED } else { 0 };
            let to_first = visit.node.step(N::default(), IN_TIME | matured, nodes);
            self.ahead.add_if(is_entrant, to_first, visit);
        });
    }

    /// Lets some of the entrants arrive at a visit. How many they are cannot be foretold, so a few are always written.
    #[inline]
    fn arrive(&mut self, visit: Visit<I, N>, mut entrants: Range<usize>, visits_too: bool) {
        loop {
            self.make_room();
            let some = entrants.start..entrants.start + LANES;
            let places = self.count..self.count + LANES;
            let ahead = &self.ahead;
            if let (Some(from), Some(since)) = (
                ahead.from[some.clone()].first_chunk::<LANES>(),
                ahead.since[some.clone()].first_chunk::<LANES>(),
            ) {
                self.steps[places.clone()].copy_from_slice(&from.map(|step| visit.node.instead(step)));
                self.spans[places.clone()].copy_from_slice(&since.map(|since| visit.entry.since(since)));
            }
            if visits_too {
                self.visits[places].copy_from_slice(&ahead.visits[some]);
            }
            self.count += entrants.len().min(LANES);
            if entrants.len() <= LANES {
                return;
            }
            entrants.start += LANES;
        }
    }

    fn make_room(&mut self) {
        if self.steps.len() < self.count + LANES {
            let room = 2 * (self.count + LANES);
            self.steps.resize(room, N::Step::default());
            self.spans.resize(room, I::default());
            self.visits.resize(room, 0);
        }
    }
}

impl<I: Instant, N: Number> Ahead<I, N> {
    /// Forgets all, and makes room for as many, with some to read behind them.
    fn clear(&mut self, most: usize) {
        self.count = 0;
        self.before_last.fill(0);
        if self.from.len() < most + LANES {
            self.from.resize(most + LANES, N::Step::default());
            self.since.resize(most + LANES, I::default());
            self.visits.resize(most + LANES, 0);
        }
    }

    /// Adds a visit, if it is an entrant.
    #[inline]
    fn add_if(&mut self, is_entrant: bool, to_first: N::Step, visit: Visit<I, N>) {
        self.from[self.count] = to_first;
        self.since[self.count] = visit.entry;
        self.visits[self.count] = visit.index as u32;
        self.count += usize::from(is_entrant);
    }
}

//! What lies ahead of entrants: to which nodes they came within their windows, whatever came between.

use std::ops::Range;

use crate::bounds::Limits;
use crate::instant::Instant;
use crate::number::Number;
use crate::step::{IN_TIME, MATURED};
use crate::visits::Visits;

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

/// Who arrives at some visits.
///
/// A visit to a node is the next one there for all entrants since the visit before it to the same node, and for no
/// others. So a walk forward needs to know of each node only how many entrants there were when it was last visited, and
/// who arrives is always an unbroken run of them. Visits at one instant do not lie ahead of each other.
#[derive(Debug)]
struct Ahead<I, N: Number> {
    /// For each visit, its step to the first node.
    to_first: Vec<N::Step>,
    /// For each visit, the run of entrants that arrive there.
    runs: Vec<Range<usize>>,
    /// The entrants: their steps to the first node, with room behind them.
    from: Vec<N::Step>,
    /// When they entered.
    since: Vec<I>,
    /// The numbers of their visits.
    visits: Vec<u32>,
    /// For each node, how many there were before the instant at which it was last visited.
    before_last: Vec<usize>,
}

impl<I: Instant, N: Number> Arrivals<I, N> {
    /// None yet, at so many nodes.
    pub(crate) fn new(nodes: usize) -> Self {
        let ahead = Ahead {
            to_first: Vec::new(),
            runs: Vec::new(),
            from: Vec::new(),
            since: Vec::new(),
            visits: Vec::new(),
            before_last: vec![0; nodes],
        };
        Self { steps: Vec::new(), spans: Vec::new(), visits: Vec::new(), count: 0, ahead }
    }

    /// From where to where each entrant came.
    pub(crate) fn steps(&self) -> &[N::Step] {
        &self.steps[..self.count]
    }

    /// How long each took.
    pub(crate) fn spans(&self) -> &[I] {
        &self.spans[..self.count]
    }

    /// The number of the visit of each, if it was asked for.
    pub(crate) fn visits(&self) -> &[u32] {
        &self.visits[..self.count]
    }

    /// Finds what lies ahead of the entrants among visits, in place of all before; also the numbers of their visits if
    /// somebody wants to know.
    pub(crate) fn find(&mut self, visits: &Visits<I, N>, limits: &Limits<I>, nodes: N, visits_too: bool) {
        self.ahead.find(visits, limits, nodes);
        self.count = self.ahead.runs.iter().map(Range::len).sum();
        self.make_room();
        let Self { steps, spans, visits: numbers, ahead, .. } = self;
        let mut next = 0;
        for ((&node, &entry), run) in visits.nodes().iter().zip(visits.entries()).zip(&ahead.runs) {
            let mut run = run.clone();
            // How many arrive cannot be foretold, so a few are always written.
            loop {
                let (some, places) = (run.start..run.start + LANES, next..next + LANES);
                let from = ahead.from[some.clone()].first_chunk::<LANES>();
                let since = ahead.since[some.clone()].first_chunk::<LANES>();
                if let (Some(from), Some(since)) = (from, since) {
                    steps[places.clone()].copy_from_slice(&from.map(|to_first| node.instead(to_first)));
                    spans[places.clone()].copy_from_slice(&since.map(|since| entry.since(since)));
                }
                if visits_too {
                    numbers[places].copy_from_slice(&ahead.visits[some]);
                }
                next += run.len().min(LANES);
                if run.len() <= LANES {
                    break;
                }
                run.start += LANES;
            }
        }
    }

    /// Makes room for all, with some more behind them.
    fn make_room(&mut self) {
        let room = self.count + LANES;
        if self.steps.len() < room {
            self.steps.resize(room, N::Step::default());
            self.spans.resize(room, I::default());
            self.visits.resize(room, 0);
        }
    }
}

impl<I: Instant, N: Number> Ahead<I, N> {
    /// Finds the entrants among visits, and who of them arrives at each visit.
    fn find(&mut self, visits: &Visits<I, N>, limits: &Limits<I>, nodes: N) {
        self.make_room(visits.len());
        let places = visits.nodes().iter().zip(visits.entries());
        for (to_first, (&node, &entry)) in self.to_first.iter_mut().zip(places) {
            let matured = u8::from(limits.mature.has(entry)) * MATURED;
            *to_first = node.step(N::default(), IN_TIME | matured, nodes);
        }
        self.before_last.fill(0);
        let (to_first, runs, before_last) = (&self.to_first, &mut self.runs[..], &mut self.before_last[..]);
        let (from, since, numbers) = (&mut self.from[..], &mut self.since[..], &mut self.visits[..]);
        let (mut count, mut before, mut together, mut in_reach) = (0, I::default(), 0, 0);
        visits.each(to_first, |visit, to_first, is_entrant| {
            in_reach = if visit.node.is_first() { count } else { in_reach };
            together = if visit.node.is_first() | (visit.entry != before) { count } else { together };
            before = visit.entry;
            while in_reach < together && !limits.reach.has(visit.entry.since(since[in_reach])) {
                in_reach += 1;
            }
            let last = &mut before_last[visit.node.number() as usize];
            runs[visit.index] = in_reach.max(*last)..together;
            *last = together;
            from[count] = to_first;
            since[count] = visit.entry;
            numbers[count] = visit.index as u32;
            count += usize::from(is_entrant);
        });
    }

    /// Makes room for so many visits, and as many entrants with some more behind them.
    fn make_room(&mut self, visits: usize) {
        self.to_first.resize(visits, N::Step::default());
        self.runs.resize(visits, 0..0);
        self.from.resize(visits + LANES, N::Step::default());
        self.since.resize(visits + LANES, I::default());
        self.visits.resize(visits + LANES, 0);
    }
}

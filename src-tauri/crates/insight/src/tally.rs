//! The counting sink: how many entrants of each node had each outcome, and how long those that moved took.

use std::ops::Range;

use model::{Elsewhere, Mode};
use rustc_hash::FxHashMap;

use crate::instant::Instant;
use crate::sink::{Entrant, Outcome, Seen, Sink};
use crate::spans::{Spans, Tail};
use crate::subject::Subject;

/// Up to this many nodes, every pair of nodes has a counter from the start; beyond, only those that occur.
const DENSE: usize = 1000;

/// The counter of one node and outcome.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    count: u32,
    matured: u32,
    tail: Tail,
}

/// Where the counter of a node and outcome is.
#[derive(Debug)]
enum Places {
    /// In rows, one for each node, of this many.
    Rows(usize),
    /// In the order in which they first occurred.
    Found { of: FxHashMap<(u32, Outcome), u32>, keys: Vec<(u32, Outcome)> },
}

/// A counter for each node and outcome.
#[derive(Debug)]
struct Counters {
    places: Places,
    cells: Vec<Cell>,
}

impl Counters {
    fn new(nodes: usize) -> Self {
        if nodes > DENSE {
            let places = Places::Found { of: FxHashMap::default(), keys: Vec::new() };
            return Self { places, cells: Vec::new() };
        }
        let row = nodes + Outcome::CLASSES;
        Self { places: Places::Rows(row), cells: vec![Cell::default(); nodes * row] }
    }

    #[inline]
    fn count(&mut self, node: u32, outcome: Outcome, matured: bool) -> &mut Cell {
        let place = match self.places {
            Places::Rows(row) => node as usize * row + outcome.number(),
            Places::Found { .. } => self.find(node, outcome),
        };
        let cell = &mut self.cells[place];
        cell.count += 1;
        cell.matured += u32::from(matured);
        cell
    }

    /// The place of a counter that is found rather than computed; a new one if there is none yet.
    #[inline(never)]
    fn find(&mut self, node: u32, outcome: Outcome) -> usize {
        let Places::Found { of, keys } = &mut self.places else { return 0 };
        let place = *of.entry((node, outcome)).or_insert_with(|| {
            keys.push((node, outcome));
            self.cells.push(Cell::default());
            self.cells.len() as u32 - 1
        });
        place as usize
    }

    fn get(&self, node: u32, outcome: Outcome) -> Option<&Cell> {
        let place = match &self.places {
            Places::Rows(row) => node as usize * row + outcome.number(),
            Places::Found { of, .. } => *of.get(&(node, outcome))? as usize,
        };
        self.cells.get(place)
    }

    fn totals(&self) -> impl Iterator<Item = Total> {
        let key = |place: usize| match &self.places {
            Places::Rows(row) => ((place / row) as u32, Outcome::from_number(place % row)),
            Places::Found { keys, .. } => keys[place],
        };
        self.cells.iter().enumerate().filter(|(_, cell)| cell.count > 0).map(move |(place, cell)| {
            let (node, outcome) = key(place);
            Total { node, outcome, count: u64::from(cell.count), matured: u64::from(cell.matured) }
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
}

/// What one walk counted.
#[derive(Debug)]
pub(crate) struct Tally<I: Instant> {
    accounts: Counters,
    /// In eventual mode: who reached which node.
    reached: Option<Counters>,
    spans: Spans<I::Span>,
    /// For each node, how many of its lost entrants were active outside the map; empty where none can have been.
    elsewhere: Vec<Elsewhere>,
    /// The nodes whose entrants' spans are kept.
    timed: Range<u32>,
    /// What the walk saw of the interactions.
    pub(crate) seen: Seen,
}

impl<I: Instant> Tally<I> {
    /// A tally of nothing yet, that will keep the spans from some of the nodes.
    pub(crate) fn new(subject: &Subject<'_>, timed: Range<u32>, spans: Spans<I::Span>) -> Self {
        let nodes = subject.nodes.len();
        let eventual = subject.question.mode == Mode::Eventual;
        Self {
            accounts: Counters::new(nodes),
            reached: eventual.then(|| Counters::new(nodes)),
            spans,
            elsewhere: vec![Elsewhere::default(); if subject.nodes.has_unmatched { nodes } else { 0 }],
            timed,
            seen: Seen::default(),
        }
    }

    /// Whether there were too many spans to keep.
    pub(crate) fn overflowed(&self) -> bool {
        self.spans.overflowed()
    }

    /// The spans of those that moved from one node to another, in runs.
    pub(crate) fn spans(&self, from: u32, to: u32) -> impl Iterator<Item = &[I::Span]> + Clone {
        let cell = self.flows().get(from, Outcome::moved(to));
        cell.into_iter().flat_map(|cell| self.spans.runs(cell.tail))
    }

    fn count_elsewhere(&mut self, entrants: &[Entrant<I>]) {
        for entrant in entrants.iter().filter(|entrant| entrant.elsewhere) {
            let elsewhere = &mut self.elsewhere[entrant.node as usize];
            elsewhere.returned_late += u64::from(entrant.outcome == Outcome::RETURNED_LATE);
            elsewhere.dropped += u64::from(entrant.outcome == Outcome::DROPPED);
        }
    }

    fn flows(&self) -> &Counters {
        self.reached.as_ref().unwrap_or(&self.accounts)
    }
}

impl<I: Instant> Sink<I> for Tally<I> {
    fn entrants(&mut self, entrants: &[Entrant<I>]) {
        if !self.elsewhere.is_empty() {
            self.count_elsewhere(entrants);
        }
        if self.reached.is_some() {
            for entrant in entrants {
                self.accounts.count(entrant.node, entrant.outcome, entrant.matured);
            }
        } else {
            count_and_time(&mut self.accounts, &mut self.spans, &self.timed, entrants);
        }
    }

    fn reached(&mut self, entrants: &[Entrant<I>]) {
        if let Some(reached) = &mut self.reached {
            count_and_time(reached, &mut self.spans, &self.timed, entrants);
        }
    }

    fn saw(&mut self, seen: Seen) {
        self.seen = seen;
    }
}

fn count_and_time<I: Instant>(
    counters: &mut Counters,
    spans: &mut Spans<I::Span>,
    timed: &Range<u32>,
    entrants: &[Entrant<I>],
) {
    for &Entrant { node, outcome, matured, span, .. } in entrants {
        let cell = counters.count(node, outcome, matured);
        spans.push_if(outcome.to().is_some() & timed.contains(&node), &mut cell.tail, span);
    }
}

/// The accounts of all nodes, by node and outcome, zeros left out.
pub(crate) fn accounts<I: Instant>(tallies: &[Tally<I>]) -> Vec<Total> {
    together(tallies.iter().flat_map(|tally| tally.accounts.totals()))
}

/// How many of a node's lost entrants were active outside the map.
pub(crate) fn elsewhere<I: Instant>(tallies: &[Tally<I>], node: u32) -> Elsewhere {
    let of_node = tallies.iter().filter_map(|tally| tally.elsewhere.get(node as usize));
    of_node.fold(Elsewhere::default(), |all, part| Elsewhere {
        returned_late: all.returned_late + part.returned_late,
        dropped: all.dropped + part.dropped,
    })
}

/// Who moved where, as the question's mode has it; by node and outcome, zeros left out.
pub(crate) fn flows<I: Instant>(tallies: &[Tally<I>]) -> Vec<Total> {
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
        }
        same
    });
    totals
}

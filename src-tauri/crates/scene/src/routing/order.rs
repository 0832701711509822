//! The order of runs that share a corridor, so that few of them cross.
//!
//! Runs start in the order that suits most pairs (both ends on one side: that side; nested, the shorter nearer), and
//! neighbours change places as long as that saves crossings.

use super::Wire;
use super::plan::Run;

/// A run along its corridor: its ends with where they lead on, upwards (or right) across the corridor or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub low: (f64, bool),
    pub high: (f64, bool),
}

impl Span {
    pub(super) fn between(one: (f64, bool), other: (f64, bool)) -> Self {
        if one.0 <= other.0 { Self { low: one, high: other } } else { Self { low: other, high: one } }
    }

    fn ends(&self) -> [(f64, bool); 2] {
        [self.low, self.high]
    }

    fn holds(&self, at: f64) -> bool {
        self.low.0 < at && at < self.high.0
    }
}

/// Ends closer than this run over one another where they pass.
const CLOSE: f64 = 9.0;
/// What that costs, in crossings.
const OVER: u32 = 6;
/// How often neighbours may change places.
const ROUNDS: usize = 6;

/// The rank of each run in its corridor. Firm ones are ordered as if there were no others.
pub(super) fn ordered(runs: &[Run], spans: &[Span], wires: &[Wire]) -> Vec<i32> {
    let firm: Vec<bool> = runs.iter().map(|run| wires[run.wire as usize].firm).collect();
    let mut all: Vec<usize> = (0..spans.len()).collect();
    all.sort_by(|&a, &b| {
        let (one, other) = (first(&spans[a]), first(&spans[b]));
        (runs[a].corridor.cmp(&runs[b].corridor))
            .then(firm[b].cmp(&firm[a]))
            .then(one.0.cmp(&other.0))
            .then(one.1.total_cmp(&other.1))
            .then(a.cmp(&b))
    });
    let mut ranks = vec![0; spans.len()];
    for shared in all.chunk_by(|a, b| runs[*a].corridor == runs[*b].corridor) {
        let (firm, light) = shared.split_at(shared.partition_point(|&run| firm[run]));
        let mut row = firm.to_vec();
        swap(&mut row, spans);
        for &run in light {
            row.insert(best_place(&row, spans, run), run);
        }
        for (rank, &run) in (0..).zip(&row) {
            ranks[run] = rank;
        }
    }
    ranks
}

/// Lets neighbours change places as long as that saves crossings.
fn swap(row: &mut [usize], spans: &[Span]) {
    for _ in 0..ROUNDS {
        let mut changed = false;
        for place in 1..row.len() {
            let (one, next) = (&spans[row[place - 1]], &spans[row[place]]);
            if cost(next, one) < cost(one, next) {
                row.swap(place - 1, place);
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

/// Where in a row a run crosses the fewest others.
fn best_place(row: &[usize], spans: &[Span], run: usize) -> usize {
    let own = &spans[run];
    let mut now: i64 = row.iter().map(|other| i64::from(cost(own, &spans[*other]))).sum();
    let mut best = (now, 0);
    for (place, other) in row.iter().enumerate() {
        now += i64::from(cost(&spans[*other], own)) - i64::from(cost(own, &spans[*other]));
        if now < best.0 {
            best = (now, place + 1);
        }
    }
    best.1
}

/// By what runs are ordered at first.
fn first(span: &Span) -> (i32, f64) {
    let length = span.high.0 - span.low.0;
    match (span.low.1, span.high.1) {
        (false, false) => (0, length),
        // From before it at the low end to behind it at the high end: the later, the nearer.
        (false, true) => (1, -span.low.0),
        (true, false) => (1, span.low.0),
        (true, true) => (2, -length),
    }
}

/// What it costs if one run stands before another.
fn cost(one: &Span, next: &Span) -> u32 {
    let mut cost = 0;
    for (at, on) in one.ends().into_iter().filter(|end| end.1) {
        cost += u32::from(next.holds(at));
        let passes = |end: &(f64, bool)| !end.1 && (end.0 - at).abs() < CLOSE;
        cost += OVER * next.ends().iter().filter(|end| passes(end)).count() as u32;
        debug_assert!(on);
    }
    cost + next.ends().iter().filter(|end| !end.1 && one.holds(end.0)).count() as u32
}

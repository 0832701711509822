//! What a walk tells, and to whom.

use crate::ahead::Arrivals;
use crate::instant::Instant;
use crate::number::Number;
use crate::visits::Visits;

/// What a walk saw of the interactions themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// In range, and listed by some touchpoint.
    pub(crate) matched: u64,
    /// In range.
    pub(crate) total: u64,
    /// Successive ones at the same instant on different nodes.
    pub(crate) ties: u64,
}

/// Who wants to know what a walk meets. Customers come in the order of the columns.
pub(crate) trait Sink<I: Instant, N: Number> {
    /// Whether it asks where visits are in the columns.
    const ASKS_WHERE: bool;

    /// Visits whose entrants belong in the accounts of their nodes, by their very next visits.
    fn entrants(&mut self, visits: &Visits<I, N>);

    /// In eventual mode: which of the entrants among visits reached a node within their windows, whatever came between.
    fn reached(&mut self, visits: &Visits<I, N>, arrivals: &Arrivals<I, N>);

    /// At the end: what the walk saw of the interactions.
    fn saw(&mut self, seen: Seen);
}

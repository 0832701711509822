//! What a walk tells, and to whom.

use crate::instant::Instant;

/// What became of an entrant: a class, or the node that it moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Outcome(u32);

impl Outcome {
    /// It has not moved and still has time.
    pub(crate) const IN_PROGRESS: Self = Self(0);
    /// It moved on after its window had ended.
    pub(crate) const RETURNED_LATE: Self = Self(1);
    /// It did not come back.
    pub(crate) const DROPPED: Self = Self(2);
    /// How many outcomes there are besides moving.
    pub(crate) const CLASSES: usize = 3;

    /// It moved to a node.
    #[inline]
    pub(crate) fn moved(to: u32) -> Self {
        Self(Self::CLASSES as u32 + to)
    }

    /// The node it moved to.
    #[inline]
    pub(crate) fn to(self) -> Option<u32> {
        self.0.checked_sub(Self::CLASSES as u32)
    }

    /// Whether it returned late or dropped.
    #[inline]
    pub(crate) fn is_gone(self) -> bool {
        self == Self::RETURNED_LATE || self == Self::DROPPED
    }

    /// A number for each outcome, below [`Self::CLASSES`] plus the number of nodes.
    #[inline]
    pub(crate) fn number(self) -> usize {
        self.0 as usize
    }

    /// The outcome with a number.
    pub(crate) fn from_number(number: usize) -> Self {
        Self(number as u32)
    }
}

/// An entrant of a node, with what became of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Entrant<I: Instant> {
    /// The index of its customer in the columns.
    pub(crate) customer: u32,
    /// The number of the node.
    pub(crate) node: u32,
    /// When it entered.
    pub(crate) entry: I,
    /// What became of it.
    pub(crate) outcome: Outcome,
    /// Whether it has had all its time.
    pub(crate) matured: bool,
    /// Whether it is gone and its customer was active outside the map before its window ended.
    pub(crate) elsewhere: bool,
    /// From its entry to the entry that it moved to; means nothing if it did not move.
    pub(crate) span: I::Span,
}

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
pub(crate) trait Sink<I: Instant> {
    /// Entrants in the accounts of their nodes: by their very next visits.
    fn entrants(&mut self, entrants: &[Entrant<I>]);

    /// In eventual mode: entrants that reached a node within their windows, whatever came between.
    fn reached(&mut self, entrants: &[Entrant<I>]);

    /// At the end: what the walk saw of the interactions.
    fn saw(&mut self, seen: Seen);
}

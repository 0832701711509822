//! The widths in which a walk holds the numbers of nodes: a byte for maps of everyday size, 32 bits for any; and which
//! nodes a customer has entered, so that its first visits are known from the others.

use std::fmt::Debug;

use crate::places::{Every, Found, Places};

/// The number of a node, with a mark on the first of a customer's.
pub(crate) trait Number: Copy + Default + Eq + Debug + Send + Sync {
    /// A [step](crate::step).
    type Step: Copy + Default + Into<u64> + Send + Sync;
    /// Remembers which nodes a customer has entered.
    type Entered: Entered<Self>;
    /// The counters of steps.
    type Places: Places<Self::Step>;

    /// The most nodes whose numbers fit.
    const MOST: usize;
    /// Stands for the node of an event that no touchpoint lists.
    const UNMATCHED: Self;

    /// The number of a node, without the mark.
    fn of(number: u32) -> Self;

    /// The number, without the mark.
    fn number(self) -> u32;

    /// The same with the mark.
    fn first(self) -> Self;

    /// Whether it has the mark.
    fn is_first(self) -> bool;

    /// The same without the mark.
    fn plain(self) -> Self;

    /// The step from a node to the next (the end, if that has the mark), where there are so many.
    fn step(self, next: Self, state: u8, nodes: Self) -> Self::Step;

    /// The step that leads to this node instead of the first.
    fn instead(self, to_first: Self::Step) -> Self::Step;
}

impl Number for u8 {
    type Step = u16;
    type Entered = Met;
    type Places = Every;

    const MOST: usize = 64;
    const UNMATCHED: Self = 0x7F;

    #[inline]
    fn of(number: u32) -> Self {
        number as u8
    }

    #[inline]
    fn number(self) -> u32 {
        u32::from(self.plain())
    }

    #[inline]
    fn first(self) -> Self {
        self | 0x80
    }

    #[inline]
    fn is_first(self) -> bool {
        self >= 0x80
    }

    #[inline]
    fn plain(self) -> Self {
        self & 0x7F
    }

    #[inline]
    fn step(self, next: Self, state: u8, nodes: Self) -> u16 {
        let [node, next, state, nodes] = [self.plain(), next.min(nodes), state, nodes].map(u16::from);
        state * (nodes * (nodes + 1)) + node * (nodes + 1) + next
    }

    #[inline]
    fn instead(self, to_first: u16) -> u16 {
        to_first + u16::from(self.plain())
    }
}

impl Number for u32 {
    type Step = u64;
    type Entered = Stamps;
    type Places = Found;

    const MOST: usize = 1 << 30;
    const UNMATCHED: Self = 0x7FFF_FFFF;

    #[inline]
    fn of(number: u32) -> Self {
        number
    }

    #[inline]
    fn number(self) -> u32 {
        self.plain()
    }

    #[inline]
    fn first(self) -> Self {
        self | 0x8000_0000
    }

    #[inline]
    fn is_first(self) -> bool {
        self >= 0x8000_0000
    }

    #[inline]
    fn plain(self) -> Self {
        self & 0x7FFF_FFFF
    }

    #[inline]
    fn step(self, next: Self, state: u8, nodes: Self) -> u64 {
        let [node, next, nodes] = [self.plain(), next.min(nodes), nodes].map(u64::from);
        u64::from(state) * (nodes * (nodes + 1)) + node * (nodes + 1) + next
    }

    #[inline]
    fn instead(self, to_first: u64) -> u64 {
        to_first + u64::from(self.plain())
    }
}

/// Remembers the nodes that the customer at hand has entered. A number with the mark of a customer's first starts over.
pub(crate) trait Entered<N>: Default {
    /// For a number of nodes.
    fn new(nodes: usize) -> Self;

    /// Notes a visit, if it counts: whether it is the first that does.
    fn enter(&mut self, node: N, counts: bool) -> bool;
}

/// A bit for each of 64 nodes.
#[derive(Debug, Default)]
pub(crate) struct Met(u64);

impl Entered<u8> for Met {
    fn new(_: usize) -> Self {
        Self(0)
    }

    #[inline]
    fn enter(&mut self, node: u8, counts: bool) -> bool {
        // Whose visit this is cannot be foretold, so nothing here is a branch.
        let starts_over = (node.cast_signed() >> 7) as u64;
        let (met, bit) = (self.0 & !starts_over, node % 64);
        self.0 = if counts { met | 1 << bit } else { met };
        counts & ((met >> bit) & 1 == 0)
    }
}

/// For each node the customer that was the last to enter it.
#[derive(Debug, Default)]
pub(crate) struct Stamps {
    customer: u32,
    last: Vec<u32>,
}

impl Entered<u32> for Stamps {
    fn new(nodes: usize) -> Self {
        Self { customer: 0, last: vec![0; nodes] }
    }

    #[inline]
    fn enter(&mut self, node: u32, counts: bool) -> bool {
        self.customer += u32::from(node.is_first());
        let last = &mut self.last[node.plain() as usize];
        let is_first = counts && *last != self.customer;
        if is_first {
            *last = self.customer;
        }
        is_first
    }
}

//! The interactions of some customers, gathered from the columns for a walk: as numbers of nodes, one behind the other.

use crate::bounds::Limits;
use crate::instant::{Code, Instant};
use crate::number::Number;
use crate::sink::Seen;

/// Interactions of customers in the order of the columns; the first of each customer has the mark.
#[derive(Debug)]
pub(crate) struct Contacts<I, N> {
    /// The nodes.
    pub(crate) nodes: Vec<N>,
    /// The instants.
    pub(crate) at: Vec<I>,
    /// Where they are in the columns, if somebody wants to know.
    pub(crate) rows: Vec<u32>,
    lasts: Vec<I>,
}

impl<I: Instant, N: Number> Contacts<I, N> {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self { nodes: Vec::new(), at: Vec::new(), rows: Vec::new(), lasts: Vec::new() }
    }

    /// Forgets all.
    pub(crate) fn clear(&mut self) {
        self.nodes.clear();
        self.at.clear();
        self.rows.clear();
    }

    /// Appends those of customers who follow each other: where each begins, and the end of the last; whether it is to
    /// be known where they are.
    pub(crate) fn add<C: Code>(
        &mut self,
        (codes, instants): (&[C], &[I]),
        of_code: &[N],
        offsets: &[u32],
        rows_too: bool,
    ) {
        let [Some(&start), Some(&end)] = [offsets.first(), offsets.last()] else { return };
        let rows = start as usize..end as usize;
        let of_code = &of_code[..C::EVERY];
        let before = self.nodes.len();
        self.nodes.extend(codes[rows.clone()].iter().map(|&code| of_code[code.into()]));
        self.at.extend_from_slice(&instants[rows]);
        if rows_too {
            self.rows.extend(start..end);
        }
        let added = &mut self.nodes[before..];
        for &offset in offsets {
            // Whoever has none at the end begins where nothing is.
            if let Some(node) = added.get_mut((offset - start) as usize) {
                *node = node.first();
            }
        }
    }

    /// Counts those that are known and in range, and those of them that are matched.
    pub(crate) fn cover(&self, limits: &Limits<I>, seen: &mut Seen) {
        for (node, &at) in self.nodes.iter().zip(&self.at) {
            let counts = limits.cutoff.has(at) & limits.range.has(at);
            seen.total += u64::from(counts);
            seen.matched += u64::from(counts & (node.plain() != N::UNMATCHED));
        }
    }

    /// Leaves out what is not matched or not known.
    pub(crate) fn drop_unmatched(&mut self, limits: &Limits<I>) {
        let rows = &mut self.rows;
        let count = if rows.is_empty() {
            keep(&mut self.nodes, &mut self.at, limits, |_, _| ())
        } else {
            keep(&mut self.nodes, &mut self.at, limits, |place, index| rows[place] = rows[index])
        };
        self.nodes.truncate(count);
        self.at.truncate(count);
        self.rows.truncate(count);
    }

    /// How many follow another of the same customer at the same instant on a different node.
    pub(crate) fn ties(&self) -> u64 {
        let together = || self.at.windows(2).map(|two| two[0] == two[1]);
        if together().map(u32::from).sum::<u32>() == 0 {
            return 0;
        }
        let apart = self.nodes.windows(2).map(|two| two[1] != two[0].plain() && !two[1].is_first());
        apart.zip(together()).map(|(apart, together)| u64::from(apart & together)).sum()
    }

    /// Finds the last instant of each customer.
    pub(crate) fn lasts(&mut self) -> &[I] {
        let count = self.nodes.len();
        self.lasts.resize(count, I::default());
        let mut customers = 0;
        let next = self.nodes.iter().skip(1).map(|node| node.is_first()).chain([true]);
        for (&at, is_last) in self.at.iter().zip(next) {
            self.lasts[customers] = at;
            customers += usize::from(is_last);
        }
        &self.lasts[..customers]
    }
}

/// Moves what is matched and known to the front: how much that is. What is cannot be foretold, so each is written to
/// the next place, and the one after it over it if it is left out. `note` is told the place and the number of each.
#[inline]
fn keep<I: Instant, N: Number>(
    nodes: &mut [N],
    at: &mut [I],
    limits: &Limits<I>,
    mut note: impl FnMut(usize, usize),
) -> usize {
    let (mut count, mut starts) = (0, false);
    let at = &mut at[..nodes.len()];
    for index in 0..nodes.len() {
        let (this, instant) = (nodes[index], at[index]);
        starts |= this.is_first();
        let stays = (this.plain() != N::UNMATCHED) & limits.cutoff.has(instant);
        nodes[count] = if starts { this.first() } else { this };
        at[count] = instant;
        note(count, index);
        count += usize::from(stays);
        starts &= !stays;
    }
    count
}

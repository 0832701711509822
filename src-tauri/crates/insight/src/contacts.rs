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
}

impl<I: Instant, N: Number> Contacts<I, N> {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self { nodes: Vec::new(), at: Vec::new(), rows: Vec::new() }
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

    /// Leaves out what is not matched or not known. Neither can be foretold, so each is written to the next place, and
    /// the one after it over it if it is left out.
    pub(crate) fn drop_unmatched(&mut self, limits: &Limits<I>) {
        let (mut count, mut starts) = (0, false);
        for index in 0..self.nodes.len() {
            let (node, at) = (self.nodes[index], self.at[index]);
            starts |= node.is_first();
            let stays = (node.plain() != N::UNMATCHED) & limits.cutoff.has(at);
            self.nodes[count] = if starts { node.first() } else { node };
            self.at[count] = at;
            if let Some(&row) = self.rows.get(index) {
                self.rows[count] = row;
            }
            count += usize::from(stays);
            starts &= !stays;
        }
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

    /// The last instant of each customer.
    pub(crate) fn lasts(&self) -> impl Iterator<Item = I> {
        let next = self.nodes.iter().skip(1).map(|node| node.is_first()).chain([true]);
        self.at.iter().zip(next).filter(|(_, is_last)| *is_last).map(|(&at, _)| at)
    }
}

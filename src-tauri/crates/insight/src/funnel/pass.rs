//! The pass over the columns that finds how far each customer comes.

use std::ops::Range;

use model::{Cancel, Codes, Columns};

use super::chains::Chains;
use super::steps::{Meaning, Steps};
use crate::bounds::{Bounds, Limits};
use crate::instant::{Code, Instant};

/// How many customers are looked at between two looks at whether somebody asked to stop.
const BETWEEN: usize = 4096;

/// Everything that a pass depends on.
pub(super) struct Pass<'a> {
    pub(super) columns: &'a Columns,
    pub(super) steps: &'a Steps,
    /// Which customers are meant; `None` is all.
    pub(super) mask: Option<&'a [bool]>,
    pub(super) bounds: Bounds,
    pub(super) cancel: &'a Cancel,
}

/// How far a customer came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Came {
    /// Its number in the columns.
    pub(super) customer: usize,
    /// Where in the columns its first interaction in range at the first step is.
    pub(super) first: usize,
    /// The last step that it came to.
    pub(super) level: u32,
    /// Whether that is the last of all.
    pub(super) is_at_end: bool,
    /// The steps that it came to, a bit for each.
    pub(super) steps: u32,
    /// Whether it may still come further.
    pub(super) has_time: bool,
}

impl Pass<'_> {
    /// Tells of each of some customers that came to the first step, with its quickest span to each step; `instants` are
    /// those of the columns, in their own width. Asked to stop, it tells of some only.
    pub(super) fn over<I: Instant>(
        &self,
        instants: &[I],
        customers: Range<usize>,
        meet: impl FnMut(&Came, &[I]),
    ) {
        match &self.columns.event {
            Codes::Narrow(codes) => self.over_codes(codes, instants, customers, meet),
            Codes::Wide(codes) => self.over_codes(codes, instants, customers, meet),
        }
    }

    fn over_codes<C: Code, I: Instant>(
        &self,
        codes: &[C],
        instants: &[I],
        customers: Range<usize>,
        mut meet: impl FnMut(&Came, &[I]),
    ) {
        if self.steps.len() == 0 {
            return;
        }
        let limits = self.bounds.narrow();
        let mut chains = Chains::new(self.steps, limits.reach);
        for customer in customers {
            if customer.is_multiple_of(BETWEEN) && self.cancel.is_cancelled() {
                return;
            }
            if self.mask.is_some_and(|mask| !mask.get(customer).is_some_and(|&is_meant| is_meant)) {
                continue;
            }
            let [start, end] = [0, 1].map(|side| self.columns.offsets[customer + side] as usize);
            let rows = (&codes[start..end], &instants[start..end]);
            if let Some((first, last)) = self.follow(rows, &limits, &mut chains) {
                meet(&self.came(customer, start + first, &chains, last, &limits), &chains.quickest);
            }
        }
    }

    /// Follows a customer: where its first interaction in range at the first step is, and its last instant that is
    /// matched; `None` where it never came to the first step.
    #[inline]
    fn follow<C: Code, I: Instant>(
        &self,
        (codes, instants): (&[C], &[I]),
        limits: &Limits<I>,
        chains: &mut Chains<'_, I>,
    ) -> Option<(usize, I)> {
        chains.clear();
        let (mut row, mut first, mut last) = (0, None, I::default());
        while row < codes.len() {
            let (begin, at) = (row, instants[row]);
            if !limits.cutoff.has(at) {
                break;
            }
            let mut meaning = Meaning::default();
            while row < codes.len() && instants[row] == at {
                meaning = meaning.and(self.steps.meaning(codes[row].into()));
                row += 1;
            }
            if meaning.matched {
                last = at;
            }
            if (meaning.steps | meaning.gaps) == 0 {
                continue;
            }
            let starts = meaning.steps & 1 != 0 && limits.range.has(at);
            if starts && first.is_none() {
                first = Some(begin);
            }
            if starts || first.is_some() {
                chains.take(at, meaning, starts);
            }
        }
        Some((first?, last))
    }

    fn came<I: Instant>(
        &self,
        customer: usize,
        first: usize,
        chains: &Chains<'_, I>,
        last: I,
        limits: &Limits<I>,
    ) -> Came {
        let level = chains.came.ilog2();
        let is_idle = limits.idle.has(last);
        Came {
            customer,
            first,
            level,
            is_at_end: level as usize + 1 == self.steps.len(),
            steps: chains.came,
            // Without a window every start is mature, and with one everybody is idle.
            has_time: chains.any(|start| !limits.mature.has(start) || !is_idle),
        }
    }
}

//! The picks by which one customer has come to the steps of a funnel, as far as they can still matter.

use std::cmp::Reverse;

use super::steps::{Meaning, Steps};
use crate::bounds::UpTo;
use crate::instant::Instant;

/// Picks that have come to a step: of all that are alike in both of these, any will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Chain<I> {
    /// The first pick: the later the better, since the window ends the later.
    start: I,
    /// The last step that may come right after it: what may not happen in the gap after that has happened.
    limit: u32,
}

/// The chains of one customer. No chain is kept that is in nothing better than another.
#[derive(Debug)]
pub(super) struct Chains<'a, I> {
    steps: &'a Steps,
    reach: UpTo<I>,
    /// By the step that they have come to.
    at: Vec<Vec<Chain<I>>>,
    /// The steps that have been come to, a bit for each.
    pub(super) came: u32,
    /// The shortest span in which each of them was.
    pub(super) quickest: Vec<I>,
    /// Those of the instant at hand.
    new: Vec<(u32, I)>,
}

impl<'a, I: Instant> Chains<'a, I> {
    pub(super) fn new(steps: &'a Steps, reach: UpTo<I>) -> Self {
        let (at, quickest) = (vec![Vec::new(); steps.len()], vec![I::default(); steps.len()]);
        Self { steps, reach, at, came: 0, quickest, new: Vec::new() }
    }

    /// Starts over with another customer.
    pub(super) fn clear(&mut self) {
        bits(self.came).for_each(|step| self.at[step as usize].clear());
        self.came = 0;
    }

    /// Takes what happened at an instant, together: nothing of it comes after anything else of it. `may_start` says
    /// whether a first pick may be then.
    #[inline]
    pub(super) fn take(&mut self, at: I, meaning: Meaning, may_start: bool) {
        self.new.clear();
        for step in bits(meaning.steps) {
            let start = if step == 0 { may_start.then_some(at) } else { self.best_to(step, at) };
            self.new.extend(start.map(|start| (step, start)));
        }
        if meaning.gaps != 0 && self.came != 0 {
            self.part(meaning.gaps);
        }
        for index in 0..self.new.len() {
            let (step, start) = self.new[index];
            self.come_to(step, start, at.since(start));
        }
    }

    /// The latest start from which a step can be come to at an instant.
    #[inline]
    fn best_to(&self, step: u32, at: I) -> Option<I> {
        let sources = bits(self.steps.before(step) & self.came);
        let chains = sources.flat_map(|source| &self.at[source as usize]);
        let latest = chains.filter(|chain| chain.limit >= step).map(|chain| chain.start).max();
        latest.filter(|&start| self.reach.has(at.since(start)))
    }

    /// Notes what may not happen in some gaps for those that have come to a step before them.
    fn part(&mut self, gaps: u32) {
        for step in bits(self.came) {
            let Some(gap) = bits(gaps >> step << step).next() else { continue };
            let chains = &mut self.at[step as usize];
            for chain in chains.iter_mut() {
                chain.limit = chain.limit.min(gap);
            }
            chains.retain(|chain| chain.limit > step);
            // The latest start first; after it only those count that may go on further.
            chains.sort_unstable_by_key(|chain| Reverse((chain.start, chain.limit)));
            let mut limit = step;
            chains.retain(|chain| {
                let counts = chain.limit > limit;
                limit = limit.max(chain.limit);
                counts
            });
        }
    }

    #[inline]
    fn come_to(&mut self, step: u32, start: I, span: I) {
        let quickest = &mut self.quickest[step as usize];
        *quickest = if self.came & (1 << step) == 0 { span } else { span.min(*quickest) };
        self.came |= 1 << step;
        let chains = &mut self.at[step as usize];
        chains.retain(|chain| chain.start > start);
        chains.push(Chain { start, limit: u32::MAX });
    }

    /// Whether some chain could still go on, its start being one of those.
    pub(super) fn any(&self, is: impl Fn(I) -> bool) -> bool {
        let last = self.steps.len() as u32 - 1;
        bits(self.came & !(1 << last)).any(|step| self.at[step as usize].iter().any(|chain| is(chain.start)))
    }
}

/// The places of the bits that are set, ascending.
fn bits(mut bits: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let place = (bits != 0).then(|| bits.trailing_zeros())?;
        bits &= bits - 1;
        Some(place)
    })
}

//! How many are in each set of some groups.

use std::sync::Arc;

use rustc_hash::FxHashMap;

/// How many customers are in each set of the groups: a bit for each group, by its place; sets that nobody is in are left
/// out. At most 16 groups.
pub(crate) fn count(groups: &[Arc<Vec<bool>>]) -> Vec<(u16, u64)> {
    let customers = groups.first().map_or(0, |group| group.len());
    let mut counts: FxHashMap<u16, u64> = FxHashMap::default();
    for customer in 0..customers {
        let bits = (0..).zip(groups).map(|(place, group)| u16::from(group[customer]) << place);
        *counts.entry(bits.fold(0, |set, bit| set | bit)).or_default() += 1;
    }
    let mut counts: Vec<(u16, u64)> = counts.into_iter().collect();
    counts.sort_unstable();
    counts
}

//! Work split over the cores: a few ranges of about equal weight, each on a thread of its own.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// Below this many units of work for each, a further thread costs more than it gives.
const WORTHWHILE: u64 = 250_000;

/// Cuts `0..weights.len() - 1` items into ranges of about equal weight, at most one for each core. `weights` are
/// cumulative: the items before `i` weigh `weights[i]`.
pub(crate) fn split<W: Copy + Into<u64>>(weights: &[W]) -> Vec<Range<usize>> {
    let items = weights.len().saturating_sub(1);
    let total = weights.last().map_or(0, |&total| total.into());
    let most = (total / WORTHWHILE) as usize;
    let count = if most < 2 { 1 } else { most.min(cores()) };
    let cut = |part| weights.partition_point(|&before| before.into() * (count as u64) < total * part as u64);
    (0..count)
        .map(|part| {
            let start = if part == 0 { 0 } else { cut(part) };
            let end = if part + 1 == count { items } else { cut(part + 1) };
            start..end
        })
        .collect()
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Does the work for each range, the first on this thread and the others beside it; the results are in the order of
/// the ranges.
pub(crate) fn each<T: Send>(ranges: Vec<Range<usize>>, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let mut ranges = ranges.into_iter();
    let Some(own) = ranges.next() else { return Vec::new() };
    thread::scope(|scope| {
        let work = &work;
        let others: Vec<_> = ranges.map(|range| scope.spawn(move || work(range))).collect();
        let mut results = vec![work(own)];
        results.extend(
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))),
        );
        results
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ranges_cover_every_item_once() {
        for weights in
            [vec![], vec![0_u32], vec![0, 9], vec![0, 9_000_000], (0..=1000).map(|i| i * 7000).collect()]
        {
            let ranges = split(&weights);
            let mut next = 0;
            for range in ranges {
                assert_eq!(range.start, next);
                assert!(range.end >= range.start);
                next = range.end;
            }
            assert_eq!(next, weights.len().saturating_sub(1));
        }
    }

    #[test]
    fn results_keep_the_order_of_the_ranges() {
        assert_eq!(each(vec![0..1, 1..5, 5..6], |range| range.len()), [1, 4, 1]);
    }
}

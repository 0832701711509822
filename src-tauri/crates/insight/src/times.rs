//! Exact quantiles of the spans along an edge.

use model::Times;

use crate::instant::Instant;

/// Below this many values, ordering all of them is quicker than thinning them out first.
const MANY: usize = 400;

/// Room for the coarse classes, of which there are 976.
const CLASSES: usize = 1024;

/// The quartiles and the 95th percentile of some spans, given in runs, in seconds; `None` without any.
///
/// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50
/// (1996), type 7: the quantile p of n values lies at rank (n − 1)p from 0, interpolated between its neighbours.
pub(crate) fn times<'a, I: Instant>(runs: impl Iterator<Item = &'a [I::Span]> + Clone) -> Option<Times>
where
    I::Span: 'a,
{
    let most = runs.clone().map(<[_]>::len).sum::<usize>().checked_sub(1)?;
    let places = [25, 50, 75, 95].map(|percent| Place::of(most, percent));
    let ranks = places.map(|place| [place.rank, (place.rank + 1).min(most)]);
    let mut sorted = ranks.concat();
    sorted.sort_unstable();
    sorted.dedup();
    let values = values_at::<I>(runs, most + 1, &sorted);
    let at = |rank| sorted.binary_search(&rank).map_or(0.0, |place| values[place]);
    let [p25, median, p75, p95] = std::array::from_fn(|quantile| {
        let [low, high] = ranks[quantile].map(at);
        (low + (high - low) * places[quantile].fraction) / I::PER_SECOND
    });
    Some(Times { median, p25, p75, p95 })
}

/// Where a quantile lies among sorted values.
#[derive(Clone, Copy)]
struct Place {
    /// The rank at or below it.
    rank: usize,
    /// How far it is on the way to the next, 0 to 1.
    fraction: f64,
}

impl Place {
    fn of(most: usize, percent: usize) -> Self {
        let hundredths = most * percent;
        Self { rank: hundredths / 100, fraction: (hundredths % 100) as f64 / 100.0 }
    }
}

/// The lengths at some ranks, which ascend.
fn values_at<'a, I: Instant>(
    runs: impl Iterator<Item = &'a [I::Span]> + Clone,
    count: usize,
    ranks: &[usize],
) -> Vec<f64>
where
    I::Span: 'a,
{
    let (mut values, ranks) = if count < MANY {
        let mut values = Vec::with_capacity(count);
        runs.for_each(|run| values.extend_from_slice(run));
        (values, ranks.to_vec())
    } else {
        thinned::<I>(runs, ranks)
    };
    order(&mut values, 0, &ranks);
    ranks.iter().map(|&rank| I::length(values[rank]) as f64).collect()
}

/// Only the values that may be at one of the ranks, and the ranks they have among themselves: whole classes of
/// values too small, too large or in between are left out.
fn thinned<'a, I: Instant>(
    runs: impl Iterator<Item = &'a [I::Span]> + Clone,
    ranks: &[usize],
) -> (Vec<I::Span>, Vec<usize>)
where
    I::Span: 'a,
{
    let mut counts = [0_usize; CLASSES];
    runs.clone().for_each(|run| {
        for &span in run {
            counts[class(I::length(span))] += 1;
        }
    });
    let mut wanted = [0; CLASSES];
    let mut ranks_left = Vec::with_capacity(ranks.len());
    let (mut before, mut kept) = (0, 0);
    let mut rest = ranks;
    for (count, wanted) in counts.into_iter().zip(&mut wanted) {
        let (here, later) = rest.split_at(rest.partition_point(|&rank| rank < before + count));
        ranks_left.extend(here.iter().map(|rank| rank - before + kept));
        rest = later;
        before += count;
        *wanted = usize::from(!here.is_empty());
        kept += *wanted * count;
    }
    let mut values = vec![I::Span::default(); kept + 1];
    let mut end = 0;
    runs.for_each(|run| {
        for &span in run {
            values[end] = span;
            end += wanted[class(I::length(span))];
        }
    });
    values.truncate(kept);
    (values, ranks_left)
}

/// A coarse class of lengths, in their order: sixteen to a doubling.
#[inline]
fn class(length: u64) -> usize {
    let shift = (length | 31).ilog2() - 4;
    // Never beyond the room; the mask only shows that to the compiler.
    (shift as usize * 16 + (length >> shift) as usize) & (CLASSES - 1)
}

/// Puts the values of some ranks where sorting would put them. `ranks` ascend, and count from `start` at the first
/// value.
fn order<V: Ord>(values: &mut [V], start: usize, ranks: &[usize]) {
    if ranks.is_empty() {
        return;
    }
    let (lower, rest) = ranks.split_at(ranks.len() / 2);
    let rank = rest[0];
    let (below, _, above) = values.select_nth_unstable(rank - start);
    order(below, start, lower);
    order(above, rank + 1, &rest[1..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_ascend_with_the_lengths() {
        let mut lengths: Vec<u64> =
            (0..64).flat_map(|bit| [1 << bit, (1 << bit) - 1, 3 << bit >> 1]).collect();
        lengths.push(u64::MAX);
        lengths.sort_unstable();
        assert!(lengths.is_sorted_by_key(|&length| class(length)));
        assert_eq!((class(0), class(31), class(u64::MAX)), (0, 31, 975));
    }

    #[test]
    fn quantiles_of_many_values_are_exact() {
        let spans: Vec<u32> = (0..100_001).map(|number: u32| number * 30_001 % 100_001 * 3).collect();
        let times = times::<u32>(spans.chunks(1000)).unwrap();
        assert_eq!(
            (times.p25, times.median, times.p75, times.p95),
            (75_000.0, 150_000.0, 225_000.0, 285_000.0)
        );
        let one = super::times::<i64>([&[7_i64; 1000][..]].into_iter()).unwrap();
        assert_eq!((one.p25, one.p95), (0.007, 0.007));
    }
}

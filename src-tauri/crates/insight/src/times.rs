//! Exact quantiles of the spans along an edge.

use model::Times;

use crate::instant::{CLASSES, Instant};

/// Below this many values, ordering all of them is quicker than thinning them out first.
const MANY: usize = 400;

/// The quartiles and the 95th percentile of some spans, given in runs, in seconds; `None` without any.
///
/// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50
/// (1996), type 7: the quantile p of n values lies at rank (n − 1)p from 0, interpolated between its neighbours.
pub(crate) fn times<'a, I: Instant + 'a>(runs: impl Iterator<Item = &'a [I]> + Clone) -> Option<Times> {
    let most = runs.clone().map(<[_]>::len).sum::<usize>().checked_sub(1)?;
    let places = [25, 50, 75, 95].map(|percent| Place::of(most, percent));
    let ranks = places.map(|place| [place.rank, (place.rank + 1).min(most)]);
    let mut sorted = ranks.concat();
    sorted.sort_unstable();
    sorted.dedup();
    let values = values_at(runs, most + 1, &sorted);
    let at = |rank| sorted.binary_search(&rank).map_or(0.0, |place| values[place]);
    let [p25, median, p75, p95] = std::array::from_fn(|quantile| {
        let [low, high] = ranks[quantile].map(at);
        (low + (high - low) * places[quantile].fraction) / I::PER_SECOND
    });
    Some(Times { median, p25, p75, p95 })
}

/// What is read of the spans along an edge, given in runs.
pub(crate) trait Reading {
    /// What it gives.
    type Told: Clone + Send;

    /// Reads them; `None` without any.
    fn of<'a, I: Instant + 'a>(runs: impl Iterator<Item = &'a [I]> + Clone) -> Option<Self::Told>;
}

/// Their [`times`].
pub(crate) struct Quantiles;

impl Reading for Quantiles {
    type Told = Times;

    fn of<'a, I: Instant + 'a>(runs: impl Iterator<Item = &'a [I]> + Clone) -> Option<Times> {
        times(runs)
    }
}

/// All of them in seconds, the shortest first.
pub(crate) struct Sorted;

impl Reading for Sorted {
    type Told = Vec<f64>;

    fn of<'a, I: Instant + 'a>(runs: impl Iterator<Item = &'a [I]> + Clone) -> Option<Vec<f64>> {
        let mut spans: Vec<I> = runs.flatten().copied().collect();
        spans.sort_unstable();
        let seconds = |span: I| span.units() as f64 / I::PER_SECOND;
        (!spans.is_empty()).then(|| spans.into_iter().map(seconds).collect())
    }
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
fn values_at<'a, I: Instant + 'a>(
    runs: impl Iterator<Item = &'a [I]> + Clone,
    count: usize,
    ranks: &[usize],
) -> Vec<f64> {
    let (mut values, ranks) = if count < MANY {
        let mut values = Vec::with_capacity(count);
        runs.for_each(|run| values.extend_from_slice(run));
        (values, ranks.to_vec())
    } else {
        thinned(runs, ranks)
    };
    order(&mut values, 0, &ranks);
    ranks.iter().map(|&rank| values[rank].units() as f64).collect()
}

/// Only the values that may be at one of the ranks, and the ranks they have among themselves: whole classes of
/// values too small, too large or in between are left out.
fn thinned<'a, I: Instant + 'a>(
    runs: impl Iterator<Item = &'a [I]> + Clone,
    ranks: &[usize],
) -> (Vec<I>, Vec<usize>) {
    let mut counts = [0_u32; CLASSES];
    each(runs.clone(), |_, class| counts[class] += 1);
    let mut wanted = [0; CLASSES];
    let mut ranks_left = Vec::with_capacity(ranks.len());
    let (mut before, mut kept) = (0, 0);
    let mut rest = ranks;
    for (count, wanted) in counts.into_iter().map(|count| count as usize).zip(&mut wanted) {
        let (here, later) = rest.split_at(rest.partition_point(|&rank| rank < before + count));
        ranks_left.extend(here.iter().map(|rank| rank - before + kept));
        rest = later;
        before += count;
        *wanted = usize::from(!here.is_empty());
        kept += *wanted * count;
    }
    let mut values = vec![I::default(); kept + 1];
    let mut end = 0;
    each(runs, |span, class| {
        values[end] = span;
        end += wanted[class];
    });
    values.truncate(kept);
    (values, ranks_left)
}

/// Tells each span of some runs with its class. A few at a time, so that the classes of those are found at once.
#[inline]
fn each<'a, I: Instant + 'a>(runs: impl Iterator<Item = &'a [I]>, mut tell: impl FnMut(I, usize)) {
    const FEW: usize = 64;
    let mut classes = [0; FEW];
    for spans in runs.flat_map(|run| run.chunks(FEW)) {
        for (class, span) in classes.iter_mut().zip(spans) {
            *class = span.class();
        }
        for (&span, &class) in spans.iter().zip(&classes) {
            // Never beyond the room; the mask only shows that to the compiler.
            tell(span, class as usize % CLASSES);
        }
    }
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

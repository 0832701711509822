//! Exact quantiles of the spans along an edge.

use model::Times;

use crate::instant::Instant;

/// The quartiles and the 95th percentile of some spans, in seconds; `None` without any. The spans are reordered.
///
/// Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50
/// (1996), type 7: the quantile p of n values lies at rank (n − 1)p from 0, interpolated between its neighbours.
pub(crate) fn times<I: Instant>(spans: &mut [I::Span]) -> Option<Times> {
    let most = spans.len().checked_sub(1)?;
    let places = [25, 50, 75, 95].map(|percent| Place::of(most, percent));
    let mut ranks: Vec<usize> =
        places.iter().flat_map(|place| [place.rank, (place.rank + 1).min(most)]).collect();
    ranks.sort_unstable();
    ranks.dedup();
    order(spans, 0, &ranks);
    let [p25, median, p75, p95] = places.map(|place| {
        let low = I::length(spans[place.rank]);
        let high = I::length(spans[(place.rank + 1).min(most)]);
        (low + (high - low) * place.fraction) / I::PER_SECOND
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

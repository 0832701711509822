//! By how much the time that going on takes differs between two sides, by its median and a bootstrap interval.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::Node;

/// How often both sides are drawn anew.
const DRAWS: usize = 1_000;
/// Where each series of draws begins: the same spans always give the same interval.
const SEED: u64 = 0x746F_7563_686C_696E;
/// A median of fewer is compared with nothing.
const FEWEST: usize = 5;

/// How long those took who moved along an edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Spans {
    /// Where it starts.
    pub from: Node,
    /// Where it ends.
    pub to: Node,
    /// From entry to entry, in seconds, the shortest first.
    pub seconds: Vec<f64>,
}

/// The difference of two median times along an edge.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct TimeDifference {
    /// The median of each side, in seconds.
    #[specta(type = [Number; 2])]
    pub medians: [f64; 2],
    /// Of how many each is.
    #[specta(type = [Number; 2])]
    pub moved: [u64; 2],
    /// The first less the second, in seconds.
    #[specta(type = Number)]
    pub seconds: f64,
    /// The lower end of its 95 % interval.
    #[specta(type = Number)]
    pub low: f64,
    /// The upper end.
    #[specta(type = Number)]
    pub high: f64,
    /// Whether the interval excludes 0, each edge taken by itself. Otherwise it may be chance.
    pub is_clear: bool,
}

impl TimeDifference {
    /// The difference of the medians of two independent sides, the spans of each sorted; `None` where a side has fewer than
    /// five.
    ///
    /// The interval is the percentile one of 1,000 bootstrap draws of both sides with a fixed seed: B. Efron and R. J.
    /// Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
    pub fn of(first: &[f64], second: &[f64]) -> Option<Self> {
        let sides = [first, second];
        if sides.iter().any(|side| side.len() < FEWEST) {
            return None;
        }
        let medians = sides.map(|side| quantile(side, 0.5));
        let mut chance = Chance(SEED);
        let mut draws: Vec<f64> = (0..DRAWS)
            .map(|_| {
                let [one, other] = sides.map(|side| drawn_median(side, &mut chance));
                one - other
            })
            .collect();
        draws.sort_unstable_by(f64::total_cmp);
        let (low, high) = (quantile(&draws, 0.025), quantile(&draws, 0.975));
        Some(Self {
            medians,
            moved: sides.map(|side| side.len() as u64),
            seconds: medians[0] - medians[1],
            low,
            high,
            is_clear: low > 0.0 || high < 0.0,
        })
    }
}

/// A quantile of sorted values, interpolated between the two nearest ranks as those of [`Times`](crate::Times) are.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (rank, part) = (place as usize, place.fract());
    let above = sorted[(rank + 1).min(sorted.len() - 1)];
    sorted[rank] + (above - sorted[rank]) * part
}

/// The median of as many values as there are, each drawn from all of them. What is drawn are not the values but the ranks in
/// the middle: of n even draws from 0 to 1 the k-th smallest is distributed as Beta(k, n + 1 - k), and one after it is the
/// smallest of those that are left.
///
/// Source: H. A. David and H. N. Nagaraja, "Order Statistics" (2003), sections 2.1 and 2.5.
fn drawn_median(sorted: &[f64], chance: &mut Chance) -> f64 {
    let count = sorted.len();
    let at = |share: f64| sorted[((share * count as f64) as usize).min(count - 1)];
    let middle = count.div_ceil(2);
    let share = chance.beta(middle as f64, (count + 1 - middle) as f64);
    if count % 2 == 1 {
        return at(share);
    }
    let rest = 1.0 - libm::pow(chance.even(), 1.0 / (count - middle) as f64);
    f64::midpoint(at(share), at(share + (1.0 - share) * rest))
}

/// A series of draws, the same on every machine: its functions are libm's.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators" (2014).
struct Chance(u64);

impl Chance {
    /// Evenly from 0 to 1, neither of them.
    fn even(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64 + f64::EPSILON / 4.0
    }

    /// Normally, by Box and Muller's method.
    fn normal(&mut self) -> f64 {
        let away = libm::sqrt(-2.0 * libm::log(self.even()));
        away * libm::cos(std::f64::consts::TAU * self.even())
    }

    /// From the gamma distribution of a shape of at least 1.
    ///
    /// Source: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables" (2000).
    fn gamma(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / libm::sqrt(9.0 * d);
        loop {
            let x = self.normal();
            let v = (1.0 + c * x) * (1.0 + c * x) * (1.0 + c * x);
            if v > 0.0 && libm::log(self.even()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return d * v;
            }
        }
    }

    /// From the beta distribution of two shapes of at least 1.
    fn beta(&mut self, one: f64, other: f64) -> f64 {
        let (one, other) = (self.gamma(one), self.gamma(other));
        one / (one + other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same interval with every value drawn one by one.
    fn one_by_one(first: &[f64], second: &[f64]) -> (f64, f64) {
        let mut chance = Chance(7);
        let mut median = |side: &[f64]| {
            let mut drawn: Vec<f64> =
                side.iter().map(|_| side[(chance.even() * side.len() as f64) as usize]).collect();
            drawn.sort_unstable_by(f64::total_cmp);
            quantile(&drawn, 0.5)
        };
        let mut draws: Vec<f64> = (0..20_000).map(|_| median(first) - median(second)).collect();
        draws.sort_unstable_by(f64::total_cmp);
        (quantile(&draws, 0.025), quantile(&draws, 0.975))
    }

    fn spans(count: usize, from: f64) -> Vec<f64> {
        (0..count).map(|place| from + 600.0 * libm::pow(place as f64 / count as f64, 2.0)).collect()
    }

    #[test]
    fn ranks_that_are_drawn_give_the_interval_of_values_that_are_drawn() {
        for (one, other) in [(81, 120), (40, 61), (7, 200)] {
            let (first, second) = (spans(one, 0.0), spans(other, 40.0));
            let difference = TimeDifference::of(&first, &second).expect("enough a side");
            let (low, high) = one_by_one(&first, &second);
            let wide = high - low;
            assert!((difference.low - low).abs() < 0.12 * wide, "{one} {other}: {difference:?} {low}");
            assert!((difference.high - high).abs() < 0.12 * wide, "{one} {other}: {difference:?} {high}");
        }
    }

    #[test]
    fn a_difference_is_clear_only_where_chance_would_hardly_make_it() {
        let alike = TimeDifference::of(&spans(60, 0.0), &spans(80, 0.0)).expect("enough a side");
        assert!(!alike.is_clear && alike.low <= 0.0 && alike.high >= 0.0, "{alike:?}");
        let apart = TimeDifference::of(&spans(60, 900.0), &spans(80, 0.0)).expect("enough a side");
        assert!(apart.is_clear && apart.low > 0.0, "{apart:?}");
        assert!((apart.seconds - (apart.medians[0] - apart.medians[1])).abs() < 1e-9);
        assert_eq!(apart.moved, [60, 80]);
        let again = TimeDifference::of(&spans(60, 900.0), &spans(80, 0.0));
        assert_eq!(again, Some(apart));
    }

    #[test]
    fn few_are_compared_with_nothing() {
        assert_eq!(TimeDifference::of(&spans(4, 0.0), &spans(80, 0.0)), None);
        let same = TimeDifference::of(&[60.0; 5], &[60.0; 6]).expect("enough a side");
        assert!(!same.is_clear && same.seconds.abs() < 1e-9, "{same:?}");
    }
}

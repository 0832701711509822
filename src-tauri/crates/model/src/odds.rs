//! Odds: by how much likelier something is of those of whom something else is true.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::rate::Z;

/// What is added to each cell where one is 0.
const HALDANE: f64 = 0.5;

/// How many did something, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Share {
    /// How many did.
    #[specta(type = Number)]
    pub did: u64,
    /// Of how many.
    #[specta(type = Number)]
    pub of: u64,
}

/// The odds of one group over those of another, with their 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct OddsRatio {
    /// The ratio: 1 where both are alike.
    #[specta(type = Number)]
    pub ratio: f64,
    /// The lower end of the interval.
    #[specta(type = Number)]
    pub low: f64,
    /// The upper end.
    #[specta(type = Number)]
    pub high: f64,
    /// How probable one at least as far from 1 is by chance alone.
    #[specta(type = Number)]
    pub p: f64,
}

impl OddsRatio {
    /// The odds that one of the first does it, over the odds that one of the second does.
    ///
    /// The interval is Woolf's: B. Woolf, "On estimating the relation between blood group and disease", Annals of Human
    /// Genetics 19 (1955): ln of the ratio ± z·√(1/a + 1/b + 1/c + 1/d); the probability is that of its two-sided
    /// z-test. Where a cell is 0, a half is added to each: J. B. S. Haldane, "The estimation and significance of the
    /// logarithm of a ratio of frequencies", Annals of Human Genetics 20 (1956).
    pub fn of(first: Share, second: Share) -> Self {
        let cells = [first.did, first.of - first.did, second.did, second.of - second.did];
        let more = if cells.contains(&0) { HALDANE } else { 0.0 };
        let cells = cells.map(|cell| cell as f64 + more);
        let [did, did_not, others_did, others_did_not] = cells;
        let log = (did * others_did_not / (did_not * others_did)).ln();
        let error = cells.iter().map(|cell| 1.0 / cell).sum::<f64>().sqrt();
        let [low, high] = [log - Z * error, log + Z * error].map(f64::exp);
        let p = libm::erfc((log / error).abs() / std::f64::consts::SQRT_2);
        Self { ratio: log.exp(), low, high, p }
    }

    /// Whether the interval excludes that both are alike.
    pub fn excludes_chance(&self) -> bool {
        self.low > 1.0 || self.high < 1.0
    }

    /// How far from 1 the interval is, as a logarithm; 0 where it holds 1.
    pub fn at_least(&self) -> f64 {
        self.low.ln().max(-self.high.ln()).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(first: (u64, u64), second: (u64, u64)) -> OddsRatio {
        let share = |(did, of)| Share { did, of };
        OddsRatio::of(share(first), share(second))
    }

    fn is_near(one: f64, other: f64) -> bool {
        (one - other).abs() < 5e-4
    }

    #[test]
    fn the_ratio_is_that_of_the_cross_products() {
        // By hand: 30·40 / (10·20) = 6; √(1/30 + 1/10 + 1/20 + 1/40) = √0.208333 = 0.456435;
        // ln 6 = 1.791759; e^(1.791759 − 0.894597) = 2.4526; e^(1.791759 + 0.894597) = 14.6782.
        let odds = of((30, 40), (20, 60));
        assert!(
            is_near(odds.ratio, 6.0) && is_near(odds.low, 2.4526) && is_near(odds.high, 14.6782),
            "{odds:?}"
        );
        // z = 1.791759 / 0.456435 = 3.9255.
        assert!((odds.p - 8.65e-5).abs() < 2e-7, "{odds:?}");
        assert!(odds.excludes_chance() && is_near(odds.at_least(), 0.8972));
    }

    #[test]
    fn a_half_is_added_where_a_cell_is_empty() {
        // By hand: 10.5·20.5 / (0.5·10.5) = 41; √(1/10.5 + 1/0.5 + 1/10.5 + 1/20.5) = √2.239257 = 1.496415;
        // ln 41 = 3.713572; e^(3.713572 − 2.932919) = 2.1829; e^(3.713572 + 2.932919) = 770.08.
        let odds = of((10, 10), (10, 30));
        assert!(is_near(odds.ratio, 41.0) && is_near(odds.low, 2.1829), "{odds:?}");
        assert!((odds.high - 770.08).abs() < 0.01, "{odds:?}");
    }

    #[test]
    fn groups_that_are_alike_may_be_chance() {
        let odds = of((10, 40), (20, 80));
        assert!(is_near(odds.ratio, 1.0) && is_near(odds.p, 1.0) && !odds.excludes_chance(), "{odds:?}");
        assert!(odds.at_least() <= 0.0);
    }
}

//! Rates with their sample size and interval.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

/// Below this many, a rate is drawn as uncertain.
pub const FEW: u64 = 30;

/// Below this many, a rate is not told at all: only how many they are.
pub const TOO_FEW: u64 = 5;

/// The 97.5th percentile of the standard normal distribution, for 95 % intervals.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// A share of a whole with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Rate {
    /// How many did.
    #[specta(type = Number)]
    pub count: u64,
    /// Of how many.
    #[specta(type = Number)]
    pub of: u64,
    /// `count / of`, 0 to 1.
    #[specta(type = Number)]
    pub rate: f64,
    /// The lower end of the interval, 0 to 1.
    #[specta(type = Number)]
    pub low: f64,
    /// The upper end of the interval, 0 to 1.
    #[specta(type = Number)]
    pub high: f64,
}

impl Rate {
    /// The share `count / of` with its Wilson score interval at 95 %; `None` when there is nobody to take a share of.
    ///
    /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    /// JASA 22 (1927): centre (p + z²/2n) / (1 + z²/n), half width z·√(p(1 − p)/n + z²/4n²) / (1 + z²/n).
    pub fn of(count: u64, of: u64) -> Option<Self> {
        if of == 0 {
            return None;
        }
        let n = of as f64;
        let p = count as f64 / n;
        let z2 = Z * Z;
        let scale = 1.0 + z2 / n;
        let centre = (p + z2 / (2.0 * n)) / scale;
        let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / scale;
        let low = if count == 0 { 0.0 } else { (centre - half).max(0.0) };
        let high = if count == of { 1.0 } else { (centre + half).min(1.0) };
        Some(Self { count, of, rate: p, low, high })
    }

    /// Whether it rests on fewer than [`FEW`], and so is drawn as uncertain.
    pub fn is_uncertain(&self) -> bool {
        self.of < FEW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        for (count, of, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let rate = Rate::of(count, of).unwrap();
            assert!((rate.low - low).abs() < 5e-5, "{count}/{of}: {rate:?}");
            assert!((rate.high - high).abs() < 5e-5, "{count}/{of}: {rate:?}");
        }
    }

    #[test]
    fn nobody_has_no_rate() {
        assert_eq!(Rate::of(0, 0), None);
    }
}

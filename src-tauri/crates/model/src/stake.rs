//! Value at stake: what is lost with those who are lost at a node.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::Node;
use crate::rate::Z;

/// The mean of some amounts, with what its interval needs.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct Sample {
    /// How many.
    #[specta(type = Number)]
    pub n: u64,
    /// Their sum.
    #[specta(type = Number)]
    pub sum: f64,
    /// The sum of their squares.
    #[specta(type = Number)]
    pub squares: f64,
}

impl Sample {
    /// Takes one more amount.
    pub fn add(&mut self, amount: f64) {
        self.n += 1;
        self.sum += amount;
        self.squares += amount * amount;
    }

    /// Takes what another has.
    pub fn append(&mut self, other: &Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.squares += other.squares;
    }

    /// The mean; `None` of nothing.
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }

    /// The squared standard error of the mean; `None` of fewer than two.
    pub(crate) fn squared_error(&self) -> Option<f64> {
        let n = self.n as f64;
        (self.n > 1).then(|| ((self.squares - self.sum * self.sum / n) / (n - 1.0)).max(0.0) / n)
    }
}

/// What is at stake at a node: customers lost there times (mean revenue, within a horizon after their entry, of those
/// who moved on, minus the same of those lost). It is of the entrants whose horizon is over; below zero it is shown as
/// it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Stake {
    /// The node.
    pub node: Node,
    /// How many were lost there, whether or not their horizon is over.
    #[specta(type = Number)]
    pub lost: u64,
    /// The revenue of those who moved on.
    pub of_moved: Sample,
    /// The revenue of those lost.
    pub of_lost: Sample,
    /// The value at stake; `None` where one of the two has nobody, or the node is a goal.
    pub value: Option<Value>,
}

/// An amount with its 95 % interval, which is unknown where a side has fewer than two.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Value {
    /// The amount.
    #[specta(type = Number)]
    pub amount: f64,
    /// The lower end.
    #[specta(type = Option<Number>)]
    pub low: Option<f64>,
    /// The upper end.
    #[specta(type = Option<Number>)]
    pub high: Option<f64>,
}

/// What is at stake on a map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Stakes {
    /// How long after an entry revenue counts, in milliseconds.
    #[specta(type = Number)]
    pub horizon: i64,
    /// The currency of the amounts; `None` where purchases name none.
    pub currency: Option<String>,
    /// Each node that was asked about, in the order of the map.
    pub nodes: Vec<Stake>,
}

impl Stakes {
    /// The stakes, the highest value first; those without one come last, in the order of the map.
    pub fn ranked(&self) -> Vec<&Stake> {
        let mut ranked: Vec<&Stake> = self.nodes.iter().collect();
        let amount = |stake: &Stake| stake.value.map_or(f64::NEG_INFINITY, |value| value.amount);
        ranked.sort_by(|one, other| amount(other).total_cmp(&amount(one)));
        ranked
    }
}

impl Value {
    /// Whether even the lower end of its interval is above zero.
    pub fn is_clear(&self) -> bool {
        self.low.is_some_and(|low| low > 0.0)
    }
}

impl Stake {
    /// What is at stake at a node where so many were lost.
    ///
    /// The interval is the normal one of a difference of two means with unequal variances (B. L. Welch, Biometrika 34
    /// (1947)), times how many were lost.
    pub fn of(node: Node, lost: u64, of_moved: Sample, of_lost: Sample) -> Self {
        let value = of_moved.mean().zip(of_lost.mean()).map(|(moved, stayed)| {
            let times = lost as f64;
            let amount = times * (moved - stayed);
            let errors = of_moved.squared_error().zip(of_lost.squared_error());
            let half = errors.map(|(moved, stayed)| times * Z * (moved + stayed).sqrt());
            Value { amount, low: half.map(|half| amount - half), high: half.map(|half| amount + half) }
        });
        Self { node, lost, of_moved, of_lost, value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StageId;

    fn sample(amounts: &[f64]) -> Sample {
        let mut sample = Sample::default();
        for &amount in amounts {
            sample.add(amount);
        }
        sample
    }

    #[test]
    fn what_is_at_stake_is_the_difference_of_means_times_the_lost() {
        let node = Node::Stage(StageId(1));
        let stake = Stake::of(node, 10, sample(&[30.0, 50.0]), sample(&[0.0, 20.0]));
        let value = stake.value.expect("both sides have somebody");
        // Means 40 and 10; variances 200 and 200, squared errors 100 and 100.
        assert!((value.amount - 300.0).abs() < 1e-9);
        let half = 10.0 * 1.959_964 * 200_f64.sqrt();
        assert!((value.high.expect("two a side") - 300.0 - half).abs() < 1e-3);
    }

    #[test]
    fn nothing_is_said_where_a_side_has_nobody() {
        let node = Node::Stage(StageId(1));
        assert_eq!(Stake::of(node, 3, sample(&[1.0]), sample(&[])).value, None);
        let alone = Stake::of(node, 3, sample(&[1.0]), sample(&[4.0])).value.expect("one a side");
        assert!((alone.amount + 9.0).abs() < 1e-9 && alone.low.is_none());
    }
}

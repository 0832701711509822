//! What customers are worth and how many stay: metrics of a period.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::rate::Z;
use crate::{Answer, MapId, Question, Rate, Survey, TouchpointId};

/// A year of the Gregorian calendar on average, in milliseconds.
pub const YEAR: i64 = 31_556_952_000;

/// What makes a customer active in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ActiveBy {
    /// At least one purchase.
    Purchases,
    /// At least one interaction that a touchpoint of the map lists.
    Contacts,
}

/// Whose metrics are asked for: the period is the question's range, which has both ends.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct MetricsQuestion {
    /// The map whose contacts make customers active.
    pub map: MapId,
    /// What makes a customer active.
    pub activity: ActiveBy,
    /// The range, the cut-off and among whom; the rest of it does not matter here.
    pub question: Question,
}

/// Some of the customers of a period: each figure of the metrics that counts customers is one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Tile {
    /// [`Metrics::at_start`].
    AtStart,
    /// [`Metrics::active`].
    Active,
    /// [`Metrics::kept`].
    Kept,
    /// Those at the start who were not active in the period.
    Gone,
    /// [`Metrics::fresh`].
    Fresh,
    /// [`Metrics::won_back`].
    WonBack,
    /// [`Revenue::buyers`].
    Buyers,
    /// Those whose last answer in the period to a survey says this; `None` for all who answered.
    Answered(Survey, Option<Answer>),
    /// Those who answered a survey that is linked to a touchpoint: [`Measured::answered`](crate::Measured::answered).
    Felt(TouchpointId),
}

/// The people behind a figure of the metrics.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct OfTile {
    /// Which figure.
    pub tile: Tile,
    /// Of which metrics.
    pub of: MetricsQuestion,
}

/// How many customers stay and what they are worth, in the period `[from, to)` up to the cut-off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Metrics {
    /// What was asked, with both ends of the period.
    pub of: MetricsQuestion,
    /// The customers at the start: those active in the time of the same length just before the period.
    #[specta(type = Number)]
    pub at_start: u64,
    /// The customers active in the period.
    #[specta(type = Number)]
    pub active: u64,
    /// Those of them who were customers at the start.
    #[specta(type = Number)]
    pub kept: u64,
    /// Those of them who had never been active before.
    #[specta(type = Number)]
    pub fresh: u64,
    /// Those of them who had been active once, but not just before the period.
    #[specta(type = Number)]
    pub won_back: u64,
    /// The retention rate: (active - new in the period) / customers at the start, where who was no customer at the
    /// start is new. `None` without customers at the start, or where the data do not reach back that far.
    pub retention: Option<Rate>,
    /// The churn rate, 1 - retention.
    pub churn: Option<Rate>,
    /// What was spent in the period.
    pub revenue: Revenue,
    /// What a customer is worth over the years, by the plain formula; `None` without a churn rate above zero or
    /// without purchases.
    pub lifetime: Option<Lifetime>,
    /// The answers to surveys, those that there are.
    pub scores: Vec<Score>,
}

/// What customers spent in a period, observed: refunds are taken off.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct Revenue {
    /// The currency of the sums; `None` where purchases name none.
    pub currency: Option<String>,
    /// How many purchases, without refunds.
    #[specta(type = Number)]
    pub purchases: u64,
    /// How many refunds.
    #[specta(type = Number)]
    pub refunds: u64,
    /// How many customers bought something.
    #[specta(type = Number)]
    pub buyers: u64,
    /// The sum of all amounts.
    #[specta(type = Number)]
    pub sum: f64,
    /// The sum over the buyers; `None` without buyers.
    #[specta(type = Option<Number>)]
    pub per_buyer: Option<f64>,
    /// How many purchases in other currencies are left out.
    #[specta(type = Number)]
    pub other_currencies: u64,
    /// How many interactions that mean a purchase have no value and are left out.
    #[specta(type = Number)]
    pub without_value: u64,
}

/// The lifetime value of a customer by the plain formula: average purchase value x purchases per year x lifespan in
/// years. A projection, never mixed with what was observed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Lifetime {
    /// The sum of all amounts over the number of purchases.
    #[specta(type = Number)]
    pub purchase_value: f64,
    /// Purchases of a buyer in a year, as in the period.
    #[specta(type = Number)]
    pub purchases_per_year: f64,
    /// The years that a customer stays at the churn rate of the period: its length over the rate.
    #[specta(type = Number)]
    pub years: f64,
    /// The product of the three.
    #[specta(type = Number)]
    pub value: f64,
}

/// What the last answers in the period to a survey say, one of each customer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Score {
    /// The survey.
    pub survey: Survey,
    /// How many customers answered.
    #[specta(type = Number)]
    pub answered: u64,
    /// How many of them are good.
    #[specta(type = Number)]
    pub good: u64,
    /// How many of them are bad.
    #[specta(type = Number)]
    pub bad: u64,
    /// The survey's figure: for the net promoter score -1 to 1, for the others 0 to 1.
    #[specta(type = Number)]
    pub figure: f64,
    /// The lower end of its 95 % interval.
    #[specta(type = Number)]
    pub low: f64,
    /// The upper end of its 95 % interval.
    #[specta(type = Number)]
    pub high: f64,
    /// The mean of the answers, on the survey's scale.
    #[specta(type = Number)]
    pub mean: f64,
    /// How many interactions are left out, because their value is not on the scale.
    #[specta(type = Number)]
    pub off_scale: u64,
}

impl Score {
    /// The score of so many good and bad answers among `answered`, whose sum is `sum`; `None` without answers.
    ///
    /// The interval of the net promoter score is the normal one of a difference of two shares of one sample, with the
    /// variance (p + q - (p - q)²) / n; that of the others is Wilson's.
    pub fn of(
        survey: Survey,
        (good, bad): (u64, u64),
        answered: u64,
        sum: f64,
        off_scale: u64,
    ) -> Option<Self> {
        let rate = Rate::of(good, answered)?;
        let n = answered as f64;
        let mean = sum / n;
        let (figure, low, high) = if survey == Survey::Nps {
            let (promoters, detractors) = (good as f64 / n, bad as f64 / n);
            let figure = promoters - detractors;
            let half = Z * ((promoters + detractors - figure * figure).max(0.0) / n).sqrt();
            (figure, (figure - half).max(-1.0), (figure + half).min(1.0))
        } else {
            (rate.rate, rate.low, rate.high)
        };
        Some(Self { survey, answered, good, bad, figure, low, high, mean, off_scale })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_net_promoter_score_is_the_difference_of_two_shares() {
        let score = Score::of(Survey::Nps, (50, 20), 100, 700.0, 0).expect("there are answers");
        assert!((score.figure - 0.3).abs() < 1e-12 && (score.mean - 7.0).abs() < 1e-12);
        // Variance 0.5 + 0.2 - 0.09 = 0.61 over 100: standard error 0.0781.
        assert!((score.high - score.figure - 1.959_964 * 0.078_102_5).abs() < 1e-6);
        assert_eq!(Score::of(Survey::Nps, (0, 0), 0, 0.0, 3), None);
    }
}

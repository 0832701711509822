//! Metrics and what is at stake as the command line writes them: nodes by title, instants in RFC 3339, rates from 0 to 1.

use model::{ActiveBy, CustomerId, MapId, Metrics, Projection, Question, Rate, Score, Stake};
use serde::Serialize;

use crate::when::{rfc3339, write_window};
use crate::{AppError, Session, Stakes, report};

/// What `touchline metrics --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricsReport {
    /// The first instant of the period.
    pub from: Option<String>,
    /// The end of the period, exclusive.
    pub to: Option<String>,
    /// What makes a customer active.
    pub activity: ActiveBy,
    /// How many were active in the time of the same length just before.
    pub at_start: u64,
    /// How many were active in the period.
    pub active: u64,
    /// How many of them were customers at the start.
    pub kept: u64,
    /// How many of them had never been active before.
    pub fresh: u64,
    /// How many of them had been active once, but not just before.
    pub won_back: u64,
    /// (active - new) / customers at the start.
    pub retention: Option<Rate>,
    /// 1 - retention.
    pub churn: Option<Rate>,
    /// What was spent.
    pub revenue: model::Revenue,
    /// What a customer is worth by the plain formula.
    pub lifetime: Option<model::Lifetime>,
    /// The surveys.
    pub scores: Vec<Score>,
    /// What customers will spend in the year after the cut-off, where the data allow to say.
    pub projection: Option<Projection>,
}

/// The purchases of a customer, as `touchline metrics --buyers --json` prints them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BuyerReport {
    /// The customer's key.
    pub customer: String,
    /// Days with a purchase after the first.
    pub frequency: u32,
    /// Days from the first purchase to the last.
    pub recency: u32,
    /// Days from the first purchase to the cut-off.
    pub age: u32,
    /// The mean amount of a repeat day; 0 without repeats.
    pub mean: f64,
}

/// What `touchline value --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StakesReport {
    /// How long after an entry revenue counts, such as `90d`.
    pub horizon: String,
    /// The currency of the amounts.
    pub currency: Option<String>,
    /// The nodes, the most at stake first.
    pub nodes: Vec<StakeReport>,
}

/// What is at stake at a node.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StakeReport {
    /// The node's title.
    pub name: String,
    /// How many were lost there.
    pub lost: u64,
    /// How many of those who moved on are counted: those whose horizon is over.
    pub moved_counted: u64,
    /// Their mean revenue.
    pub mean_of_moved: Option<f64>,
    /// How many of the lost are counted.
    pub lost_counted: u64,
    /// Their mean revenue.
    pub mean_of_lost: Option<f64>,
    /// The value at stake.
    pub value: Option<f64>,
    /// The lower end of its 95 % interval.
    pub low: Option<f64>,
    /// The upper end of its 95 % interval.
    pub high: Option<f64>,
}

impl StakeReport {
    fn of(name: String, stake: &Stake) -> Self {
        Self {
            name,
            lost: stake.lost,
            moved_counted: stake.of_moved.n,
            mean_of_moved: stake.of_moved.mean(),
            lost_counted: stake.of_lost.n,
            mean_of_lost: stake.of_lost.mean(),
            value: stake.value.map(|value| value.amount),
            low: stake.value.and_then(|value| value.low),
            high: stake.value.and_then(|value| value.high),
        }
    }
}

impl MetricsReport {
    /// Metrics in words, with what is projected.
    pub fn of(metrics: &Metrics, projection: Option<Projection>) -> Self {
        let question = &metrics.of.question;
        Self {
            from: question.from.map(rfc3339),
            to: question.to.map(rfc3339),
            activity: metrics.of.activity,
            at_start: metrics.at_start,
            active: metrics.active,
            kept: metrics.kept,
            fresh: metrics.fresh,
            won_back: metrics.won_back,
            retention: metrics.retention,
            churn: metrics.churn,
            revenue: metrics.revenue.clone(),
            lifetime: metrics.lifetime,
            scores: metrics.scores.clone(),
            projection,
        }
    }
}

impl Session {
    /// What each of those that a question asks about bought up to its cut-off, in the order of their keys' bytes.
    pub fn buyers(&mut self, map: MapId, question: &Question) -> Result<Vec<BuyerReport>, AppError> {
        let summaries = self.summaries(map, question)?;
        let customers: Vec<CustomerId> = summaries.iter().map(|(customer, _)| *customer).collect();
        let keys = self.workspace.keys(&customers)?;
        let mut buyers: Vec<BuyerReport> = keys
            .into_iter()
            .zip(summaries)
            .map(|(customer, (_, each))| BuyerReport {
                customer,
                frequency: each.repeats,
                recency: each.recency,
                age: each.age,
                mean: each.mean,
            })
            .collect();
        buyers.sort_by(|one, other| one.customer.cmp(&other.customer));
        Ok(buyers)
    }

    /// What is at stake on a map, in words.
    pub fn stakes_report(&self, map: MapId, stakes: &Stakes) -> Result<StakesReport, AppError> {
        let journey = self.workspace.journey(map)?;
        let level = stakes.nodes.first().map_or(model::Level::Stage, |stake| stake.node.level());
        let names = report::names(&journey, level);
        let name = |stake: &Stake| names.get(&stake.node).cloned().unwrap_or_default();
        let nodes = stakes.ranked().into_iter().map(|stake| StakeReport::of(name(stake), stake)).collect();
        let horizon = write_window(Some(stakes.horizon));
        Ok(StakesReport { horizon, currency: stakes.currency.clone(), nodes })
    }
}

//! What customers are worth: what values mean, metrics, what is at stake.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Question;

/// What the values of an event mean.
#[derive(Debug, Args)]
pub struct Means {
    /// The workspace file.
    pub file: PathBuf,
    /// The event's name; without it, all events are listed.
    #[arg(long, value_name = "NAME", requires = "meaning")]
    pub event: Option<String>,
    /// What its values mean from now on.
    #[arg(long = "as", id = "meaning", value_enum, requires = "event")]
    pub meaning: Option<Meaning>,
}

/// The metrics of a period.
#[derive(Debug, Args)]
pub struct Metrics {
    /// The workspace file.
    pub file: PathBuf,
    /// The map whose contacts make customers active.
    #[arg(long)]
    pub map: String,
    /// The end of the period, exclusive; the last instant of the data unless given. Without --from, the period is the 90
    /// days before it.
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    pub to: Option<String>,
    /// What makes a customer active: purchases where there are any, unless given.
    #[arg(long, value_enum)]
    pub activity: Option<Activity>,
    /// List the customers behind this figure, by key.
    #[arg(long, value_enum)]
    pub who: Option<Tile>,
    /// List each buyer's frequency, recency and age in days up to the cut-off, and the mean amount of a repeat purchase.
    #[arg(long, conflicts_with = "who")]
    pub buyers: bool,
    #[command(flatten)]
    pub question: Question,
}

/// What is at stake on a map.
#[derive(Debug, Args)]
pub struct AtStake {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long)]
    pub map: String,
    /// The end of the entries studied, exclusive.
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    pub to: Option<String>,
    /// How long after an entry revenue counts: 90d, 12h and the like.
    #[arg(long, value_name = "SPAN", default_value = "90d")]
    pub horizon: String,
    #[command(flatten)]
    pub question: Question,
}

/// What values can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Meaning {
    /// Amounts of purchases, below zero of refunds.
    Purchase,
    /// Answers from 0 to 10: the net promoter score.
    Nps,
    /// Answers from 1 to 5: customer satisfaction.
    Csat,
    /// Answers from 1 to 7: the customer effort score.
    Ces,
    /// Nothing in particular.
    Nothing,
}

/// What makes a customer active.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Activity {
    /// At least one purchase.
    Purchases,
    /// At least one contact on the map.
    Contacts,
}

/// Whom a figure of the metrics counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Tile {
    /// Active in the time of the same length before.
    AtStart,
    /// Active in the period.
    Active,
    /// At the start, and active in the period.
    Kept,
    /// At the start, and not active in the period.
    Gone,
    /// Active in the period, and never before.
    Fresh,
    /// Active in the period and once before, but not just before it.
    WonBack,
    /// Who bought something.
    Buyers,
}

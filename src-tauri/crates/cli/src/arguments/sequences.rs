//! What is asked of ways through a map.

use std::path::PathBuf;

use clap::{ArgGroup, Args};

use super::Question;

/// `touchline funnel`.
#[derive(Debug, Args)]
pub struct Funnel {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long)]
    pub map: String,
    /// The steps: titles of stages or of touchpoints with > between them, "A > B > C". [B] may be left out; with !X
    /// between two steps, X may not happen between these. A title that has > [ ] ! or " in it stands between double
    /// quotes, in which "" is one. Without --level, stages are looked for first.
    #[arg(long)]
    pub steps: String,
    /// The end of the first steps studied, exclusive.
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    pub to: Option<String>,
    #[command(flatten)]
    pub question: Question,
}

/// `touchline variants`.
#[derive(Debug, Args)]
pub struct Variants {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long)]
    pub map: String,
    /// At how many visits they are cut.
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub length: u32,
    /// How many of the most frequent ones are listed.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub top: u32,
    /// The end of the entries studied, exclusive.
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    pub to: Option<String>,
    #[command(flatten)]
    pub question: Question,
}

/// `touchline paths`.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("end").args(["from", "to"]).required(true).multiple(true))]
pub struct Paths {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long)]
    pub map: String,
    /// The title of the stage or touchpoint that the paths lead to. What is no title of the map is the end of the entries
    /// studied, as --until; and --from the first of them, as --since. Without --level, touchpoints are looked for first.
    #[arg(long, value_name = "NAME")]
    pub to: Option<String>,
    /// For how many moves they are followed.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=i64::from(app::MOST_DEPTH)))]
    pub depth: u32,
    /// How many ways on are told apart at each place.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub top: u32,
    /// The first day or instant of the entries studied.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// The end of the entries studied, exclusive.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[command(flatten)]
    pub question: Question,
}

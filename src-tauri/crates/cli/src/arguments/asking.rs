//! What is asked of a map, of whom, and how the answer is read.

use std::path::PathBuf;

use clap::Args;

use super::{Lens, Level, Mode, Repeats, Unit};

/// A rule, in one of two ways.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct RuleText {
    /// The rule as JSON.
    #[arg(long, value_name = "JSON")]
    pub rule: Option<String>,
    /// The rule as a sentence.
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
    /// A file that names the customers: a list of keys, or a table with a column of them.
    #[arg(long, value_name = "KEYS")]
    pub keys: Option<PathBuf>,
}

/// What is asked of a map.
#[derive(Debug, Args)]
pub struct Question {
    /// Which nodes are counted; on a picture, whose edges are prominent. Stages, but touchpoints on a picture.
    #[arg(long, value_enum)]
    pub level: Option<Level>,
    /// What an entrant is.
    #[arg(long, value_enum, default_value_t = Unit::Customers)]
    pub unit: Unit,
    /// What counts as converting.
    #[arg(long, value_enum, default_value_t = Mode::Next)]
    pub mode: Mode,
    /// How long a visit may still move on: 30d, 12h, 90m, 45s or none.
    #[arg(long, default_value = "30d")]
    pub window: String,
    /// The first day or instant of the entries studied.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// The last instant that the data covers; the newest interaction unless given.
    #[arg(long, value_name = "DATE")]
    pub cutoff: Option<String>,
    /// All customers. Without it, --segment and --persona, a map of personas is asked about their customers,
    /// as in the window.
    #[arg(long, conflicts_with_all = ["segment", "personas"])]
    pub everybody: bool,
    /// Only the customers of this segment.
    #[arg(long, value_name = "NAME")]
    pub segment: Option<String>,
    /// Only the customers that this persona stands for: those of its segment. More than once, of any of these personas;
    /// of those on the map, the picture tells these alone.
    #[arg(long = "persona", value_name = "NAME", conflicts_with = "segment")]
    pub personas: Vec<String>,
    /// Whether successive interactions at one node are one visit.
    #[arg(long, value_enum, default_value_t = Repeats::Collapse)]
    pub repeats: Repeats,
    /// Rates over all entrants instead of the matured ones.
    #[arg(long)]
    pub observed: bool,
}

/// A node of a map, or the way from it to another, and what is asked of it.
#[derive(Debug, Args)]
pub struct Leg {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long)]
    pub map: String,
    /// The title of the stage or touchpoint, at the level of the question.
    #[arg(long)]
    pub node: String,
    /// The title of where they move. What is no title of the map is the end of the entries studied, as --until.
    #[arg(long, value_name = "NAME")]
    pub to: Vec<String>,
    /// The end of the entries studied, exclusive.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[command(flatten)]
    pub question: Question,
}

/// With whom or with when those that the question asks about are compared; with all other customers unless given.
#[derive(Debug, Args)]
pub struct Against {
    /// Compare with the customers of this segment.
    #[arg(id = "with_segment", long = "with-segment", value_name = "NAME", conflicts_with = "with_persona")]
    pub segment: Option<String>,
    /// Compare with the customers that this persona stands for.
    #[arg(id = "with_persona", long = "with-persona", value_name = "NAME")]
    pub persona: Option<String>,
    /// Compare with what the same customers entered from this day or instant on.
    #[arg(
        id = "with_from",
        long = "with-from",
        value_name = "DATE",
        conflicts_with_all = ["with_segment", "with_persona"]
    )]
    pub from: Option<String>,
    /// Compare with what the same customers entered before this day or instant.
    #[arg(
        id = "with_to",
        long = "with-to",
        value_name = "DATE",
        conflicts_with_all = ["with_segment", "with_persona"]
    )]
    pub to: Option<String>,
}

/// How a picture is read.
#[derive(Debug, Args)]
pub struct Reading {
    /// What the map shows besides what is drawn: how many go on, how many are lost, how long going on takes, how customers
    /// feel, how those asked about differ from others, what is at stake, or nothing.
    #[arg(long, value_enum, default_value_t = Lens::Conversion)]
    pub lens: Lens,
    /// Show paths that carry at least so many per cent of the moves on from where they start, and always each node's
    /// strongest way in and out, as in 5%.
    #[arg(long, value_name = "PERCENT", default_value = "0%", value_parser = percent)]
    pub paths: u8,
    /// Show the sticky notes of the map's workshop.
    #[arg(long)]
    pub notes: bool,
}

fn percent(text: &str) -> Result<u8, String> {
    let number = text.strip_suffix('%').unwrap_or(text).trim_end();
    let percent = number.parse().ok().filter(|percent| *percent <= 100);
    percent.ok_or_else(|| "it is not a whole number of per cent from 0% to 100%".to_owned())
}

//! What is imported, and how it is read.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{DateOrder, DecimalMark};

#[derive(Debug, Subcommand)]
pub enum Import {
    /// Import customers with their attributes.
    Customers {
        #[command(flatten)]
        source: Intake,
        /// The column that holds the customers' key.
        #[arg(long, value_name = "COL")]
        key: Option<String>,
        /// Take this attribute from this column; without any, every column becomes an attribute.
        #[arg(long = "column", value_name = "FIELD=COL", value_parser = field_and_column)]
        columns: Vec<(String, String)>,
    },
    /// Import dated interactions.
    Interactions {
        #[command(flatten)]
        source: Intake,
        /// The column that holds the customer's key.
        #[arg(long, value_name = "COL")]
        customer: Option<String>,
        /// The column that holds the event's name.
        #[arg(long, value_name = "COL")]
        event: Option<String>,
        /// The column that holds the instant.
        #[arg(long, value_name = "COL")]
        time: Option<String>,
        /// The column that holds the channel.
        #[arg(long, value_name = "COL")]
        channel: Option<String>,
        /// The column that holds the value.
        #[arg(long, value_name = "COL")]
        value: Option<String>,
        #[command(flatten)]
        written: Written,
    },
    /// Import purchases: each row is an interaction whose value is the amount, below zero a refund.
    Purchases {
        #[command(flatten)]
        source: Intake,
        /// What the event of each is called; from now on its values mean purchases.
        #[arg(long, value_name = "NAME", default_value = "Purchase")]
        event: String,
        /// The column that holds the customer's key.
        #[arg(long, value_name = "COL")]
        customer: Option<String>,
        /// The column that holds the day or the instant.
        #[arg(long, value_name = "COL")]
        time: Option<String>,
        /// The column that holds the amount.
        #[arg(long, value_name = "COL")]
        amount: Option<String>,
        /// The column that holds the currency.
        #[arg(long, value_name = "COL")]
        currency: Option<String>,
        /// The column that holds the channel.
        #[arg(long, value_name = "COL")]
        channel: Option<String>,
        #[command(flatten)]
        written: Written,
    },
    /// Import customers' stages: each date of a row is an interaction whose event is the stage.
    Journeys {
        #[command(flatten)]
        source: Intake,
        /// The column that holds the customer's key.
        #[arg(long, value_name = "COL")]
        customer: Option<String>,
        /// This stage has its date in this column, in the order of the stages; without any, those that are recognised.
        #[arg(long = "stage", value_name = "STAGE=COL", value_parser = field_and_column)]
        stages: Vec<(String, String)>,
        #[command(flatten)]
        written: Written,
    },
    /// Import answers to a survey: each row is an interaction whose value is the score.
    Scores {
        #[command(flatten)]
        source: Intake,
        /// Which survey it is.
        #[arg(long, value_enum)]
        survey: Survey,
        /// What the event of each is called, the survey's name unless given; from now on its values mean scores.
        #[arg(long, value_name = "NAME")]
        event: Option<String>,
        /// The column that holds the customer's key.
        #[arg(long, value_name = "COL")]
        customer: Option<String>,
        /// The column that holds the day or the instant.
        #[arg(long, value_name = "COL")]
        time: Option<String>,
        /// The column that holds the score.
        #[arg(long, value_name = "COL")]
        score: Option<String>,
        /// The column that holds the channel.
        #[arg(long, value_name = "COL")]
        channel: Option<String>,
        #[command(flatten)]
        written: Written,
    },
    /// Add the maps and personas of a `maps.json` that was exported: one step that can be undone.
    Maps {
        /// The workspace file.
        file: PathBuf,
        /// The document.
        document: PathBuf,
    },
    /// Add the segments of a `segments.json` that was exported: one step that can be undone.
    ///
    /// What their rules refer to is found by its name, so import maps and customers first.
    Segments {
        /// The workspace file.
        file: PathBuf,
        /// The document.
        document: PathBuf,
    },
}

/// A survey that customers answer by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Survey {
    /// The net promoter score: 0 to 10.
    Nps,
    /// Customer satisfaction: 1 to 5.
    Csat,
    /// The customer effort score: 1 to 7.
    Ces,
}

#[derive(Debug, Args)]
pub struct Intake {
    /// The workspace file.
    pub file: PathBuf,
    /// The file: CSV, JSON with an object a line or a list of objects, Excel (XLSX), XES or Parquet; perhaps gzipped.
    pub source: PathBuf,
    /// Import nothing if a row is rejected.
    #[arg(long)]
    pub strict: bool,
    /// How its text is encoded; recognised unless given.
    #[arg(long, value_enum)]
    pub encoding: Option<Encoding>,
    /// Import all of it, even if the same content or an earlier export of its source was imported before.
    #[arg(long)]
    pub again: bool,
    /// Import it even if it unpacks to more than a hundred times its size.
    #[arg(long)]
    pub allow_large: bool,
    /// The sheet of an Excel workbook; the first that is shown unless given.
    #[arg(long)]
    pub sheet: Option<String>,
    #[command(flatten)]
    pub trial: Trial,
}

/// Whether it is only tried.
#[derive(Debug, Args)]
pub struct Trial {
    /// Import nothing: read all of it, and say what would be imported, what would be left out and why.
    #[arg(long)]
    pub dry_run: bool,
}

/// How dated rows are written, and what they are an export of.
#[derive(Debug, Args)]
pub struct Written {
    /// The zone of instants that have none, an IANA name; the workspace's unless given.
    #[arg(long, value_name = "ZONE")]
    pub timezone: Option<String>,
    /// The name of the source that it is an export of. What earlier exports of the same source brought is not
    /// imported twice. Without it, exports with the same columns are of one source.
    #[arg(long, value_name = "NAME")]
    pub source_name: Option<String>,
    /// Whether day or month comes first in dates such as 03/04/2024; recognised from the column unless given.
    #[arg(long, value_enum, value_name = "ORDER")]
    pub date_order: Option<DateOrder>,
    /// What the decimals of values follow; recognised from the column unless given.
    #[arg(long, value_enum, value_name = "MARK")]
    pub decimal: Option<DecimalMark>,
}

/// How text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Encoding {
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    #[value(name = "windows-1252", aliases = ["windows1252", "cp1252", "latin1"])]
    Windows1252,
}

fn field_and_column(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((field, column)) if !field.is_empty() && !column.is_empty() => {
            Ok((field.to_owned(), column.to_owned()))
        }
        _ => Err(format!("“{text}” is not FIELD=COL")),
    }
}

//! The people behind a number, and the quality of the data.

use std::path::PathBuf;

use app::{ClassName, Flaw};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::Question;

/// Which people to list.
#[derive(Debug, Args)]
pub struct Who {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long, required_unless_present = "flaw")]
    pub map: Option<String>,
    /// The title of the stage or touchpoint, at the level of the question.
    #[arg(long, required_unless_present = "flaw")]
    pub node: Option<String>,
    /// Which of those that entered it.
    #[arg(long, value_parser = class(), required_unless_present = "flaw")]
    pub class: Option<&'static ClassName>,
    /// The customers that a flaw of the data concerns, by its name as `quality` lists it; `lacking=` and an attribute.
    #[arg(long, value_name = "FLAW", value_parser = flaw, conflicts_with_all = ["node", "class"])]
    pub flaw: Option<Flaw>,
    /// The title of where they moved, with the classes `moved` and `matured_moved`. What is no title of the map is
    /// the end of the entries studied, as --until.
    #[arg(long, value_name = "NAME")]
    pub to: Vec<String>,
    /// The end of the entries studied, exclusive.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// A CSV file to write the list to, with when each entered and all attributes; what a spreadsheet would take for
    /// a formula gets an apostrophe before it. To /dev/stdout, it takes the place of the keys.
    #[arg(long, value_name = "LIST")]
    pub csv: Option<PathBuf>,
    #[command(flatten)]
    pub question: Question,
}

/// What to tell of the quality of the data.
#[derive(Debug, Args)]
pub struct Quality {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long)]
    pub map: Option<String>,
    /// The end of the entries studied, exclusive.
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    pub to: Option<String>,
    #[command(flatten)]
    pub question: Question,
}

/// Reads the name of a class.
fn class() -> impl TypedValueParser<Value = &'static ClassName> {
    let named = |class: &'static ClassName| PossibleValue::new(class.name).help(class.meaning);
    let known = ClassName::ALL.iter();
    PossibleValuesParser::new(known.map(named))
        .try_map(|name| ClassName::ALL.iter().find(|class| class.name == name).ok_or("it is none of these"))
}

/// Reads the name of a flaw.
fn flaw(name: &str) -> Result<Flaw, String> {
    Flaw::named(name).ok_or_else(|| "there is no such flaw; `touchline quality` lists them".to_owned())
}

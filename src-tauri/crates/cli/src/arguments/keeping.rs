//! Of commands about the file as a whole: what becomes of its copies, its log and what is erased from it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub struct Merge {
    /// The workspace file.
    pub file: PathBuf,
    /// The copy.
    pub copy: PathBuf,
    /// Only say what would be done.
    #[arg(long, conflicts_with = "set_aside")]
    pub dry_run: bool,
    /// Which of a map is wanted, by its title: ours is that of the file, theirs that of the copy, both adds that of the
    /// copy as a map of its own. May be given more than once.
    #[arg(long = "map", value_name = "TITLE=WHICH", value_parser = title_and_choice)]
    pub maps: Vec<(String, app::MapChoice)>,
    /// Make the copy a backup of the workspace afterwards, so that it is not beside it any more.
    #[arg(long)]
    pub set_aside: bool,
    /// A file whose first line is the passphrase of the copy, if that has another than the workspace, or - for standard
    /// input; so is the variable `TOUCHLINE_COPY_PASSPHRASE`. Without either it is asked for.
    #[arg(long, value_name = "PATH")]
    pub copy_passphrase_file: Option<PathBuf>,
}

/// Customers who are one person.
#[derive(Debug, Args)]
pub struct MergeCustomers {
    /// The workspace file.
    pub file: PathBuf,
    /// What makes customers one person.
    #[arg(long, value_enum)]
    pub by: Likeness,
    /// Only say what would be done.
    #[arg(long)]
    pub dry_run: bool,
}

/// In which way customers are alike.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Likeness {
    /// The same key but for case and space.
    Key,
    /// The same e-mail address, whatever the case.
    Email,
}

/// What becomes of the backups of a workspace whose passphrase changes.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum OldBackups {
    /// They are protected as the workspace is.
    Follow,
    /// They are deleted.
    Delete,
    /// They stay as they are.
    Keep,
}

#[derive(Debug, Args)]
pub struct Erase {
    /// The workspace file.
    pub file: PathBuf,
    #[command(flatten)]
    pub what: Erased,
    /// Leave values and events that nobody else has in the rules of segments and on maps.
    #[arg(long, conflicts_with = "older_than")]
    pub keep_named: bool,
    /// Erase customers too who have no other interactions.
    #[arg(long, conflicts_with = "customer")]
    pub customers_too: bool,
    /// Only say what would go.
    #[arg(long, conflicts_with = "customer")]
    pub dry_run: bool,
}

/// What is erased.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Erased {
    /// The customer with this key.
    #[arg(long, value_name = "KEY")]
    pub customer: Option<String>,
    /// The interactions before a date, or older than 90d, 12w, 18mo or 2y.
    #[arg(long, value_name = "AGE")]
    pub older_than: Option<String>,
}

/// What is done with a stray log.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Stray {
    /// Keep it under another name, so that the file can be opened without it.
    #[arg(long)]
    pub set_aside: bool,
    /// Make two new workspaces, one of the file alone and one of both; file and log stay as they are.
    #[arg(long)]
    pub part: bool,
}

fn title_and_choice(text: &str) -> Result<(String, app::MapChoice), String> {
    let wrong = || format!("“{text}” is not TITLE=ours, TITLE=theirs or TITLE=both");
    let (title, which) = text.rsplit_once('=').ok_or_else(wrong)?;
    let choice = match which {
        "ours" => app::MapChoice::Ours,
        "theirs" => app::MapChoice::Theirs,
        "both" => app::MapChoice::Both,
        _ => return Err(wrong()),
    };
    Ok((title.to_owned(), choice))
}

//! The command line as clap reads it.

mod asking;
mod exporting;
mod importing;
mod keeping;
mod sequences;
mod who;
mod worth;

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use asking::{Against, Leg, Question, Reading, RuleText};
pub use exporting::{ExportMap, ExportPersona, OnPaper};
pub use importing::{Encoding, Import, Intake, Survey, Written};
pub use keeping::{Erase, Likeness, Merge, MergeCustomers, OldBackups, Stray};
pub use sequences::{Funnel, Paths, Variants};
pub use who::{Quality, Who};
pub use worth::{Activity, AtStake, Meaning, Means, Metrics, Tile};

/// Customer journey maps with what customers really do on them.
#[derive(Debug, Parser)]
#[command(name = "touchline", version, about, max_term_width = 100)]
pub struct Arguments {
    /// Print JSON on standard output.
    #[arg(long, global = true)]
    pub json: bool,
    /// Say on standard error what is done and how long it takes; so does `TOUCHLINE_LOG`.
    #[arg(long, global = true)]
    pub verbose: bool,
    /// A file whose first line is the passphrase of the workspace, or - for standard input; so is the variable
    /// `TOUCHLINE_PASSPHRASE`. Without either, it is asked for on the terminal.
    #[arg(long, global = true, value_name = "PATH")]
    pub passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new workspace file.
    New(New),
    /// List the lifecycle templates for a new map.
    Templates,
    /// Make a workspace with the sample: an online shop's customers, personas and maps.
    Sample {
        /// The workspace file to make.
        file: PathBuf,
    },
    /// Import customers or interactions from a file, or maps or segments that were exported.
    #[command(subcommand)]
    Import(Import),
    /// List the maps of a workspace.
    Maps {
        /// The workspace file.
        file: PathBuf,
    },
    /// Find a text in all that is written in a workspace: on its maps, of its personas and segments.
    ///
    /// Case and accents do not matter. What has all of the text comes before what has only its words; titles come first.
    Find {
        /// The workspace file.
        file: PathBuf,
        /// The text, or some of its words.
        text: String,
    },
    /// Make a map from the events that are there.
    Discover {
        /// The workspace file.
        file: PathBuf,
        /// The new map's title.
        #[arg(long)]
        title: String,
        /// Stages and their events: "Stage: event, event; Stage: event". A title or an event that has , ; : or "
        /// in it stands between double quotes, in which "" is one. Without it, stages are proposed.
        #[arg(long, conflicts_with = "stages_file")]
        stages: Option<String>,
        /// A JSON file with the stages in order: an object of each title with a list of its events, or a list of
        /// objects with "title" and "events".
        #[arg(long, value_name = "FILE")]
        stages_file: Option<PathBuf>,
    },
    /// List the steps of a workspace that can be undone or done again, from the newest to the oldest.
    History {
        /// The workspace file.
        file: PathBuf,
    },
    /// Put the cards of a map in order, so that little crosses.
    Tidy {
        /// The workspace file.
        file: PathBuf,
        /// The map's title.
        #[arg(long)]
        map: String,
    },
    /// Count what customers do on a map.
    Overlay {
        /// The workspace file.
        file: PathBuf,
        /// The map's title.
        #[arg(long)]
        map: String,
        /// The end of the entries studied, exclusive.
        #[arg(long, value_name = "DATE", visible_alias = "until")]
        to: Option<String>,
        #[command(flatten)]
        question: Question,
    },
    /// Compare customers with others, or with another range of time, on a map.
    ///
    /// By how many points the conversion along each edge and the drop-off of each node differ, with Newcombe's 95 %
    /// interval; a difference is clear if that excludes 0 and at most 5 % of the clear ones of the map are expected to be
    /// chance (Benjamini and Hochberg). Where customers would be on both sides, those asked about are compared with all
    /// others.
    Compare {
        /// The workspace file.
        file: PathBuf,
        /// The map's title.
        #[arg(long)]
        map: String,
        /// The end of the entries studied, exclusive.
        #[arg(long, value_name = "DATE", visible_alias = "until")]
        to: Option<String>,
        #[command(flatten)]
        question: Question,
        #[command(flatten)]
        against: Against,
    },
    /// Count how far customers come along chosen steps.
    ///
    /// A customer comes to a step by interactions at strictly increasing instants, one at each step up to it, all within
    /// the window of the first, over every possible first in range. Each customer counts once. Who came no further and
    /// still has time is under way, and not lost.
    Funnel(Funnel),
    /// List the most frequent sequences of visits.
    ///
    /// A customer's variant is its visits from its first entry in range on, cut at a length. Windows do not end it.
    Variants(Variants),
    /// Follow customers from or to a stage or touchpoint, as a tree with counts.
    ///
    /// Paths begin with the entrants of the node, as the overlay counts them, and go move by move: each to the next visit
    /// that was entered within the window of the one before, or back from it.
    Paths(Paths),
    /// List the people behind a number of the overlay, by key.
    ///
    /// By visits a customer comes once for each visit that counts, so that there are as many keys as the overlay says.
    /// `moved` without --to lists who moved on, wherever to: the sum of the account's moves. With --to it lists the
    /// flow to that node: by the next move, or with --mode eventual who reached it, whatever came between.
    Who(Who),
    /// Tell what is wrong with the data, and what it does to the rates of a map.
    ///
    /// Each flaw with how many customers and interactions it concerns; `who --flaw` lists them. With --map, the rates of
    /// its transitions are counted again without the interactions that have the flaw, or without the customers, and the one
    /// that changes the most is told.
    Quality(Quality),
    /// Look closer at a node of a map, or at the way from it to another: how long moving on takes, how its rate went and
    /// what people did after they dropped.
    ///
    /// Each period of the trend is the question asked of those alone who entered in it; one that is open has a window that
    /// is not over. What people did next is of any kind, on the map or not.
    Account {
        #[command(flatten)]
        leg: Leg,
        /// What a period of the trend is.
        #[arg(long, value_enum, default_value_t = By::Month)]
        by: By,
    },
    /// List what goes with moving on from a node of a map, or to another: values of attributes and earlier touchpoints.
    ///
    /// For each the odds ratio of moving on with its 95 % interval, among those that matured; a half is added where a cell
    /// is 0. It is clear if the interval excludes 1 and at most 5 % of the clear ones are expected to be chance
    /// (Benjamini and Hochberg). What has fewer than 30 on a side is left out. Nothing here is a cause.
    Drivers {
        #[command(flatten)]
        leg: Leg,
    },
    /// List the customers of whom a rule is true, by key.
    ///
    /// They stand in the order of the keys' bytes. `touchline segment --help` tells what a rule is.
    #[command(after_long_help = include_str!("rules.txt"))]
    Segment {
        /// The workspace file.
        file: PathBuf,
        #[command(flatten)]
        rule: RuleText,
        /// The last instant that counts; the newest interaction unless given.
        #[arg(long, value_name = "DATE")]
        cutoff: Option<String>,
    },
    /// Count how segments overlap: how many customers are in exactly which of them.
    Overlaps {
        /// The workspace file.
        file: PathBuf,
        /// A segment's name, once for each; the first 16 that there are, unless given.
        #[arg(long, value_name = "NAME")]
        segment: Vec<String>,
    },
    /// Say what the values of an event mean, or list what those of all events do.
    ///
    /// What means a purchase is counted as revenue, what is an answer to a survey as its score.
    Means(Means),
    /// Count how many customers stay and what they are worth in a period.
    ///
    /// Retention is (active in the period - new in it) / customers at the start: those active in the time of the same length
    /// just before. The lifetime value is average purchase value x purchases per year x lifespan in years, a projection.
    Metrics(Metrics),
    /// Rank where on a map the most value is at stake.
    ///
    /// Customers lost at a node times the mean revenue, within the horizon after their entry, of those who moved on less that of
    /// those lost. Below zero, who was lost spent more.
    Value(AtStake),
    /// Export a map, by the extension of its name: as a picture (svg, png, pdf, pptx, html), as tables (xlsx, csv) or as a graph
    /// (mmd, journey.mmd, sankey.mmd, canvas, graphml, dot).
    Export(ExportMap),
    /// Export a persona's sheet as a picture, by the extension of its name: svg, png, pdf, pptx or html.
    Persona(ExportPersona),
    /// Export what a workspace holds, as files that other programs read and that can be imported again.
    ///
    /// Customers and interactions are tables: `customers.csv`, or with --format json `customers.jsonl` with an object a
    /// line, or with --format parquet `customers.parquet`. Instants are in UTC; where only the day is known it stands with its zone, `2024-03-31[Europe/Amsterdam]`.
    /// Maps and segments are documents, `maps.json` and `segments.json`; with --format csv tables of them stand beside
    /// these. Either all files are written or none. `touchline import` reads them back: customers, interactions, maps,
    /// segments, in this order.
    ExportData {
        /// The workspace file.
        file: PathBuf,
        /// The folder to write into; it is made if there is none.
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
        /// The format of the files.
        #[arg(long, value_enum, default_value_t = DataFormat::Csv)]
        format: DataFormat,
        /// What to export; everything unless given.
        #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
        what: Vec<Content>,
        /// Put an apostrophe before texts in CSV that a spreadsheet would take for formulas. An import leaves it there.
        #[arg(long)]
        safe_for_spreadsheets: bool,
        /// Write over files that are there.
        #[arg(long)]
        overwrite: bool,
    },
    /// Open the way to a workspace beside which there is a log that is not its own; nothing is lost by it.
    Log {
        /// The workspace file.
        file: PathBuf,
        /// What to do with the log.
        #[command(flatten)]
        with: Stray,
    },
    /// Back a workspace up, unless nothing has changed since; list its backups, or put one back.
    ///
    /// Backups are kept in a folder beside the file, or in one of choice: the last ten, the last of each day for two weeks
    /// and of each week for twelve, two gigabytes at most. Each import makes one first, and the app as it goes. While a
    /// folder of choice is not there, as on a disk that is not plugged in, they are made beside the file.
    Backup {
        /// The workspace file.
        file: PathBuf,
        /// List the backups, the newest first.
        #[arg(long, conflicts_with_all = ["compare", "restore", "to", "beside"])]
        list: bool,
        /// Say what the workspace and a backup hold.
        #[arg(long, value_name = "BACKUP", conflicts_with_all = ["restore", "to", "beside"])]
        compare: Option<String>,
        /// Put a backup in the place of the workspace, which is backed up first.
        #[arg(long, value_name = "BACKUP", conflicts_with_all = ["to", "beside"])]
        restore: Option<String>,
        /// Keep the backups in this folder from now on, on this machine; those that are there are moved.
        #[arg(long, value_name = "FOLDER", conflicts_with = "beside")]
        to: Option<PathBuf>,
        /// Keep the backups beside the file again; those that are elsewhere are moved.
        #[arg(long)]
        beside: bool,
    },
    /// List the copies of a workspace beside it that a synchronised folder has left in conflict with it.
    ///
    /// They are known by their names, as “(conflicted copy …)” or -MACHINE, and by saying that they are this workspace.
    Conflicts {
        /// The workspace file.
        file: PathBuf,
    },
    /// Merge a copy of a workspace that has gone its own way into it, map by map: one step that can be undone.
    ///
    /// What both come from is found in their histories: a map that was changed in one of them alone is taken from there.
    /// For one that was changed in both, or of which nothing tells in which, --map says which is wanted. Personas and
    /// segments come along; those that differ in both are added under another name. The workspace is backed up before.
    ///
    /// What only the copy has imported is listed and not brought over: import those files here too. Where they are gone,
    /// merge the other way round, this workspace into the copy that has more.
    Merge(Merge),
    /// Merge customers who are one person: one step that can be undone, and that no import undoes.
    ///
    /// Whoever has been known longest stands for each person, and all that sources say of the others, now or later, is
    /// its: interactions in one order, and of each attribute what was said last.
    #[command(name = "merge-customers")]
    MergeCustomers(MergeCustomers),
    /// Protect a workspace with a passphrase: it is encrypted, its history and its backups too.
    ///
    /// Nobody can open it without the passphrase; who forgets it has lost the workspace. The new passphrase has at least
    /// ten characters. What was there before is overwritten as far as the disk writes in place.
    Protect {
        /// The workspace file.
        file: PathBuf,
        /// Give a protected workspace another passphrase.
        #[arg(long)]
        change: bool,
        /// Take the passphrase off the workspace.
        #[arg(long, conflicts_with_all = ["change", "new_passphrase_file"])]
        remove: bool,
        /// A file whose first line is the new passphrase, or - for standard input; so is the variable
        /// `TOUCHLINE_NEW_PASSPHRASE`. Without either it is asked for, twice.
        #[arg(long, value_name = "PATH")]
        new_passphrase_file: Option<PathBuf>,
        /// What becomes of the backups.
        #[arg(long, value_enum, default_value_t = OldBackups::Follow)]
        backups: OldBackups,
    },
    /// Erase a customer, or interactions that are too old, from a workspace and its backups, for good.
    ///
    /// All that they hold of the customer is overwritten. Backups that cannot be read are deleted. Imports whose names say
    /// who it was lose that part of their names, and steps that say so can no longer be undone. The files that were
    /// imported are not touched: erase it there too, or the next import brings it back.
    ///
    /// With interactions that are too old go the customers of whom nothing else is known.
    Erase(Erase),
    /// Say all that is stored of a customer, and where it comes from.
    Person {
        /// The workspace file.
        file: PathBuf,
        /// The customer's key.
        key: String,
        /// A file to write it to: JSON if it ends in .json, else a page that anybody can read.
        #[arg(long, value_name = "RECORD")]
        out: Option<PathBuf>,
        /// The language of the page.
        #[arg(long, value_enum, default_value_t = Language::En)]
        language: Language,
    },
    /// Write a copy for others to a new file, in which nobody is known by name.
    ///
    /// Keys are random, and nothing says whose they are. Names, values, the names of imports and all attributes are left
    /// out but for those that are kept; what fewer than five customers have is left out of these too, of channels, and of
    /// events that no map lists. So are segments whose rules name customers or what is left out. Maps and personas are as
    /// they are, with what their texts say. There is no history.
    Pseudonymise {
        /// The workspace file.
        file: PathBuf,
        /// The copy to write.
        #[arg(long, value_name = "COPY")]
        out: PathBuf,
        /// An attribute to keep; may be given more than once.
        #[arg(long, value_name = "ATTRIBUTE")]
        keep: Vec<String>,
        /// Shift the dates of each customer, all by the same random number of days, half a year at most. Times between
        /// them stay, but what is counted by date and whose window is over no longer mean anything.
        #[arg(long)]
        shift_dates: bool,
    },
    /// Check a workspace file: its integrity, orphans and the laws its contents obey.
    Check {
        /// The workspace file.
        file: PathBuf,
        /// Make again what can be made from the rest of the file: indexes, cached columns, counts of imports, names of
        /// customers and the words by which they are found.
        #[arg(long)]
        repair: bool,
    },
}

impl Command {
    /// The workspace that is changed, backed up or checked.
    pub fn concerns(&self) -> Option<&Path> {
        match self {
            Self::Import(_)
            | Self::Discover { .. }
            | Self::Backup { .. }
            | Self::Protect { .. }
            | Self::Erase(_)
            | Self::Merge(_)
            | Self::MergeCustomers(_)
            | Self::Check { .. } => self.opened(),
            _ => None,
        }
    }

    /// The workspace that is opened.
    pub fn opened(&self) -> Option<&Path> {
        match self {
            Self::New(_) | Self::Templates | Self::Sample { .. } => None,
            Self::Import(
                Import::Customers { source, .. }
                | Import::Interactions { source, .. }
                | Import::Journeys { source, .. }
                | Import::Purchases { source, .. }
                | Import::Scores { source, .. },
            ) => Some(&source.file),
            Self::Import(Import::Maps { file, .. } | Import::Segments { file, .. })
            | Self::Maps { file }
            | Self::Find { file, .. }
            | Self::Discover { file, .. }
            | Self::History { file }
            | Self::Tidy { file, .. }
            | Self::Overlay { file, .. }
            | Self::Compare { file, .. }
            | Self::Who(Who { file, .. })
            | Self::Quality(Quality { file, .. })
            | Self::Funnel(Funnel { file, .. })
            | Self::Variants(Variants { file, .. })
            | Self::Paths(Paths { file, .. })
            | Self::Account { leg: Leg { file, .. }, .. }
            | Self::Drivers { leg: Leg { file, .. } }
            | Self::Segment { file, .. }
            | Self::Overlaps { file, .. }
            | Self::Export(ExportMap { file, .. })
            | Self::Persona(ExportPersona { file, .. })
            | Self::ExportData { file, .. }
            | Self::Log { file, .. }
            | Self::Backup { file, .. }
            | Self::Conflicts { file }
            | Self::Merge(Merge { file, .. })
            | Self::MergeCustomers(MergeCustomers { file, .. })
            | Self::Protect { file, .. }
            | Self::Erase(Erase { file, .. })
            | Self::Means(Means { file, .. })
            | Self::Metrics(Metrics { file, .. })
            | Self::Value(AtStake { file, .. })
            | Self::Person { file, .. }
            | Self::Pseudonymise { file, .. }
            | Self::Check { file, .. } => Some(file),
        }
    }
}

#[derive(Debug, Args)]
pub struct New {
    /// The workspace file to make.
    pub file: PathBuf,
    /// The lifecycle of its first map, with examples; `touchline templates` lists them. Without it the map has the five
    /// stages of the customer lifecycle and nothing else.
    #[arg(long)]
    pub template: Option<String>,
    /// Only the stages of the template, without its touchpoints and lanes.
    #[arg(long, requires = "template")]
    pub stages_only: bool,
    /// A first persona, whose journey the first map tells.
    #[arg(long, value_name = "NAME")]
    pub persona: Option<String>,
    /// The time zone of its dates, an IANA name.
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    pub timezone: String,
    /// The language of its first map.
    #[arg(long, value_enum, default_value = "en")]
    pub language: Language,
}

macro_rules! choices {
    ($($name:ident { $($choice:ident),* })*) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        pub enum $name { $($choice),* }
    )*};
}

choices! {
    Level { Stage, Touchpoint }
    Unit { Customers, Visits }
    Mode { Next, Eventual }
    Repeats { Collapse, Keep }
    By { Month, Week, Day }
    Theme { Light, Dark }
    Language { En, Nl }
    Lens { Conversion, DropOff, Time, Emotion, Comparison, Value, Plain }
    DateOrder { Dmy, Mdy }
    DecimalMark { Point, Comma }
    DataFormat { Csv, Json, Parquet }
    Content { Customers, Interactions, Maps, Segments }
    PaperSize { A0, A1, A2, A3, A4 }
    Part { Heading, Personas, Lanes, Legend }
}

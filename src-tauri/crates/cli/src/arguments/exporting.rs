//! Maps and sheets of personas as pictures.

use std::path::PathBuf;

use clap::{Args, value_parser};

use super::{Against, Language, PaperSize, Part, Question, Reading, Theme};

/// A map as a picture.
#[derive(Debug, Args)]
pub struct ExportMap {
    /// The workspace file.
    pub file: PathBuf,
    /// The map's title.
    #[arg(long)]
    pub map: String,
    /// For pictures: only the stage with this title.
    #[arg(long, value_name = "TITLE")]
    pub stage: Option<String>,
    /// The file to write.
    #[arg(long)]
    pub out: PathBuf,
    #[command(flatten)]
    pub painting: Painting,
    /// What to leave out of it, separated by commas.
    #[arg(long, value_enum, value_name = "PARTS", value_delimiter = ',')]
    pub without: Vec<Part>,
    /// For PNG and SVG: do not put the map into the file, by which it could be opened again.
    #[arg(long)]
    pub without_map: bool,
    #[command(flatten)]
    pub reading: Reading,
    /// The end of the entries studied, exclusive.
    #[arg(long, value_name = "DATE", visible_alias = "until")]
    pub to: Option<String>,
    #[command(flatten)]
    pub question: Question,
    #[command(flatten)]
    pub against: Against,
}

/// The sheet of a persona as a picture.
#[derive(Debug, Args)]
pub struct ExportPersona {
    /// The workspace file.
    pub file: PathBuf,
    /// The persona's name.
    #[arg(long)]
    pub name: String,
    /// The picture to write.
    #[arg(long)]
    pub out: PathBuf,
    #[command(flatten)]
    pub painting: Painting,
}

/// How a picture is painted.
#[derive(Debug, Args)]
pub struct Painting {
    /// For PNG: pixels per unit, 1 to 4.
    #[arg(long, default_value_t = 2, value_parser = value_parser!(u8).range(1..=4))]
    pub scale: u8,
    #[command(flatten)]
    pub on: OnPaper,
    /// Light or dark.
    #[arg(long, value_enum, default_value_t = Theme::Light)]
    pub theme: Theme,
    /// The language of its texts.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub language: Language,
}

/// What a picture is to be printed on.
#[derive(Debug, Args)]
pub struct OnPaper {
    /// For PDF: the paper on which it fits; without it the page is as large as the picture.
    #[arg(long, value_enum)]
    pub paper: Option<PaperSize>,
    /// The paper stands upright; otherwise it lies on its long side.
    #[arg(long, requires = "paper")]
    pub portrait: bool,
}

//! What is asked of an export of data, and what came of it.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

/// What can leave a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The customers with their attributes.
    Customers,
    /// The interactions.
    Interactions,
    /// The maps with all that is on them, and the personas.
    Maps,
    /// The segments with their rules.
    Segments,
}

impl Content {
    /// All there is, in the order in which it is best read back.
    pub const ALL: [Self; 4] = [Self::Customers, Self::Interactions, Self::Maps, Self::Segments];
}

/// The formats of exported data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DataFormat {
    /// CSV; maps and segments as JSON, with tables of them beside it.
    Csv,
    /// JSON; customers and interactions with a line for each.
    Json,
    /// Parquet; maps and segments as JSON.
    Parquet,
}

/// What is to be exported, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DataExport {
    /// What.
    pub what: Vec<Content>,
    /// In which format.
    pub format: DataFormat,
    /// Whether no text in CSV may be a formula to a spreadsheet. Such a text is read back with an apostrophe.
    pub safe: bool,
    /// Whether files that are there may be written over.
    pub replace: bool,
}

/// What was exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ExportedData {
    /// The folder of the files.
    pub folder: String,
    /// The files.
    pub files: Vec<ExportedFile>,
}

/// A file of exported data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ExportedFile {
    /// Where it is.
    pub path: String,
    /// What is in it.
    pub content: Content,
    /// How many rows it has.
    #[specta(type = Number)]
    pub rows: u64,
}

//! Maps and segments as documents: JSON that others read, and that comes back into any workspace.
//!
//! A document begins with what it is and its version. What refers to something else does so by name; where things share
//! a name, the later are told apart by a number: `Mail (2)`.

mod maps;
mod notes;
mod segments;
mod story;

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use model::Persona;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AppError, Changes, Content, Session};

pub(crate) use maps::{
    FeelingEntry, MapDocument, MapEntry, PersonaEntry, PersonaNames, StageEntry, TouchpointEntry,
};
pub(crate) use segments::SegmentDocument;

/// How many bytes a document may have: segments may list millions of customers by their keys.
const LONGEST: u64 = 256 << 20;

/// How many bytes tell what a file is.
const GLANCE: u64 = 256;

/// What came of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Taken {
    /// The titles of what was added, as they are now.
    pub added: Vec<String>,
    /// What was there already under its name, and the name that it has now.
    pub renamed: Vec<(String, String)>,
    /// What something refers to and this workspace does not have.
    pub missing: Vec<Missing>,
    /// What a shell must redraw.
    pub changes: Changes,
}

/// Something that this workspace does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Missing {
    /// The title of what refers to it.
    pub of: String,
    /// What it is.
    pub what: MissingKind,
    /// Its name.
    pub name: String,
}

/// What something that refers to others may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MissingKind {
    /// A map.
    Map,
    /// A touchpoint.
    Touchpoint,
    /// A stage.
    Stage,
    /// A persona.
    Persona,
    /// A segment.
    Segment,
    /// A customer.
    Customer,
}

/// What a document holds, before it is imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DocumentLook {
    /// Maps or segments.
    pub content: Content,
    /// Their titles.
    pub titles: Vec<String>,
}

/// What a file holds if it is a document, by its first bytes.
pub fn inspect_document(path: &Path) -> Result<Option<DocumentLook>, AppError> {
    let look = |content, titles| Ok(Some(DocumentLook { content, titles }));
    match content_of(path) {
        Some(Content::Maps) => {
            let MapDocument { maps, .. } = read(path)?;
            look(Content::Maps, maps.into_iter().map(|map| map.title).collect())
        }
        Some(Content::Segments) => {
            let SegmentDocument { segments, .. } = read(path)?;
            look(Content::Segments, segments.into_iter().map(|segment| segment.name).collect())
        }
        _ => Ok(None),
    }
}

/// What the first bytes of a file say that it holds. What cannot be read is no document.
fn content_of(path: &Path) -> Option<Content> {
    // What is no file might never give a byte.
    std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    let mut start = Vec::new();
    File::open(path).ok()?.take(GLANCE).read_to_end(&mut start).ok()?;
    if may_carry(&start) {
        let mut whole = Vec::new();
        File::open(path).ok()?.take(LONGEST).read_to_end(&mut whole).ok()?;
        start = export::carried(&whole)?.into_bytes();
    }
    let start = String::from_utf8_lossy(&start[..start.len().min(GLANCE as usize)]);
    let begins = start.trim_start().starts_with('{');
    let says = |format: &str| begins && start.contains(&format!("\"{format}\""));
    match () {
        () if says(MapDocument::FORMAT) => Some(Content::Maps),
        () if says(SegmentDocument::FORMAT) => Some(Content::Segments),
        () => None,
    }
}

impl Session {
    /// Adds what a document holds: maps or segments.
    pub fn import_document(&mut self, path: &Path) -> Result<Taken, AppError> {
        match content_of(path) {
            Some(Content::Segments) => self.import_segments(path),
            _ => self.import_maps(path),
        }
    }
}

/// Whether a file that begins like this may be a picture that carries a document.
fn may_carry(start: &[u8]) -> bool {
    let text = start.trim_ascii_start();
    start.starts_with(b"\x89PNG") || text.starts_with(b"<svg") || text.starts_with(b"<?xml")
}

/// How a document begins.
#[derive(Deserialize)]
struct Beginning {
    format: String,
    version: u32,
}

/// A kind of document.
pub(crate) trait Document: Serialize + DeserializeOwned {
    /// What it says that it is.
    const FORMAT: &'static str;
    /// The version that is written, and the highest that is read.
    const VERSION: u32 = 1;
}

/// Reads a document from a file.
pub(crate) fn read<D: Document>(path: &Path) -> Result<D, AppError> {
    let bad = |reason: String| AppError::BadDocument { file_path: path.to_owned(), reason };
    let failed = |error| AppError::Read { source_path: path.to_owned(), error };
    let metadata = std::fs::metadata(path).map_err(|error| failed(error.into()))?;
    if !metadata.is_file() {
        return Err(failed(exchange::ReadError::NotAFile));
    }
    let mut json = Vec::new();
    let file = File::open(path).map_err(|error| failed(error.into()))?;
    file.take(LONGEST + 1).read_to_end(&mut json).map_err(|error| failed(error.into()))?;
    if json.len() as u64 > LONGEST {
        return Err(bad(format!("it has more than {LONGEST} bytes")));
    }
    if may_carry(&json) {
        let carried = export::carried(&json).ok_or_else(|| bad("the picture carries no map".to_owned()))?;
        json = carried.into_bytes();
    }
    let Beginning { format, version } = serde_json::from_slice(&json)
        .map_err(|error| bad(format!("it is no document of Touchline: {error}")))?;
    if format != D::FORMAT {
        return Err(bad(format!("it has “{format}” in it, not “{}”", D::FORMAT)));
    }
    if version > D::VERSION {
        return Err(bad(format!("a newer version of Touchline wrote it: its format is {version}")));
    }
    serde_json::from_slice(&json).map_err(|error| bad(error.to_string()))
}

/// Names, each once.
pub(crate) struct Names(HashSet<String>);

impl Names {
    /// The name, or else `Name (2)` and so on; from then on it is taken.
    pub(crate) fn take(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        let mut count = 1;
        while !self.0.insert(free.clone()) {
            count += 1;
            free = format!("{name} ({count})");
        }
        free
    }
}

impl FromIterator<String> for Names {
    fn from_iter<I: IntoIterator<Item = String>>(names: I) -> Self {
        Self(names.into_iter().collect())
    }
}

/// The names of personas in their order, each once.
pub(crate) fn persona_names(personas: &[Persona]) -> Vec<String> {
    let mut names = Names(HashSet::new());
    personas.iter().map(|persona| names.take(&persona.name)).collect()
}

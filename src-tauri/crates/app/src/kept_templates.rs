//! Maps that are kept as templates: documents in a folder of the app's own data, on this machine and for all workspaces.
//!
//! What customers did, and what somebody may have said or who somebody is, does not come along.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use model::{Details, MapId};
use store::StoreError;

use crate::documents::{MapDocument, MapEntry, PersonaNames, StageEntry, TouchpointEntry, read};
use crate::whole::part_in;
use crate::{AppError, Session, Template};

/// The folder in which they are kept.
static FOLDER: OnceLock<PathBuf> = OnceLock::new();

/// How the ids of such templates begin.
const OWN: &str = "own-";

/// Keeps templates in a folder, from now on and for all workspaces; the first folder that is named stays. Without one, no
/// map can be kept as a template.
pub fn keep_templates_in(folder: PathBuf) {
    // A shell says so once.
    let _ = FOLDER.set(folder);
}

/// The templates that are kept, by title. What is no template any more is left out.
pub(crate) fn kept() -> Vec<Template> {
    let entries = FOLDER.get().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let ids = names.filter_map(|name| Some(name.strip_suffix(".json")?.to_owned()));
    let mut all: Vec<Template> = ids.filter_map(|id| Some(told(&id, &entry(&id).ok()??))).collect();
    all.sort_by(|one, other| {
        (model::folded(&one.title), &one.id).cmp(&(model::folded(&other.title), &other.id))
    });
    all
}

fn told(id: &str, entry: &MapEntry) -> Template {
    Template {
        id: id.to_owned(),
        title: entry.title.clone(),
        lifecycle: entry.lifecycle,
        stages: entry.stages.iter().map(|stage| stage.title.clone()).collect(),
        own: true,
    }
}

/// The map that is kept as the template with an id; nothing of an id that is none of these.
pub(crate) fn entry(id: &str) -> Result<Option<MapEntry>, AppError> {
    let Some(path) = file(id) else { return Ok(None) };
    if !path.is_file() {
        return Err(AppError::UnknownTemplate(id.to_owned()));
    }
    let MapDocument { mut maps, .. } = read(&path)?;
    let first = (!maps.is_empty()).then(|| maps.swap_remove(0));
    Ok(Some(first.ok_or_else(|| AppError::UnknownTemplate(id.to_owned()))?))
}

/// The file of a template that is kept. An id comes from a page, and names no other file.
fn file(id: &str) -> Option<PathBuf> {
    let number = id.strip_prefix(OWN)?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    FOLDER.get().filter(|_| is_number).map(|folder| folder.join(format!("{id}.json")))
}

/// Renames a template that is kept.
pub fn rename_template(id: &str, title: &str) -> Result<(), AppError> {
    let entry = entry(id)?.ok_or_else(|| AppError::UnknownTemplate(id.to_owned()))?;
    let title = free_title(title, Some(id))?;
    write(id, MapEntry { title, ..entry })
}

/// Deletes a template that is kept; maps that were made from it stay.
pub fn delete_template(id: &str) -> Result<(), AppError> {
    let path = file(id).ok_or_else(|| AppError::UnknownTemplate(id.to_owned()))?;
    fs::remove_file(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => AppError::UnknownTemplate(id.to_owned()),
        _ => AppError::Write { path, error },
    })
}

impl Session {
    /// Keeps a map as a template: its stages, touchpoints, transitions and lanes with what is written of them; without
    /// locks, notes, events, quotes, owners, links, evidence, persona and folder. Gives its id.
    pub fn keep_template(&self, map: MapId, title: &str) -> Result<String, AppError> {
        let title = free_title(title, None)?;
        let entry = bare(MapEntry::of(&self.workspace.journey(map)?, Vec::new(), &PersonaNames::new()));
        let mut ids = (1_u32..).map(|number| format!("{OWN}{number}"));
        let free = ids.find(|id| file(id).is_none_or(|path| !path.exists()));
        let id = free.ok_or_else(|| AppError::UnknownTemplate(title.clone()))?;
        write(&id, MapEntry { title, ..entry })?;
        Ok(id)
    }
}

/// What a template keeps of a map.
fn bare(entry: MapEntry) -> MapEntry {
    let touchpoints = entry.touchpoints.into_iter().map(|each| TouchpointEntry {
        events: Vec::new(),
        sub_journey: None,
        locked: false,
        details: Details {
            quote: String::new(),
            owner: String::new(),
            links: Vec::new(),
            evidence: None,
            image: None,
            ..each.details
        },
        ..each
    });
    let touchpoints = touchpoints.collect();
    let stages = entry.stages.into_iter().map(|each| StageEntry { locked: false, ..each }).collect();
    let mut lanes = entry.lanes;
    lanes.iter_mut().flat_map(|lane| &mut lane.cards).for_each(|card| card.image = None);
    MapEntry {
        stages,
        touchpoints,
        lanes,
        personas: Vec::new(),
        folder: String::new(),
        twin: None,
        left_events: Vec::new(),
        notes: Vec::new(),
        ..entry
    }
}

fn free_title(title: &str, of: Option<&str>) -> Result<String, AppError> {
    let title = title.trim().to_owned();
    if title.is_empty() {
        return Err(StoreError::Untitled("template").into());
    }
    if kept().iter().any(|each| each.title == title && Some(each.id.as_str()) != of) {
        return Err(StoreError::TitleTaken { what: "template", title }.into());
    }
    Ok(title)
}

fn write(id: &str, entry: MapEntry) -> Result<(), AppError> {
    let path = file(id).ok_or(AppError::NoTemplateFolder)?;
    let document = MapDocument::of(Vec::new(), vec![entry]);
    let json = serde_json::to_vec_pretty(&document)
        .map_err(|error| AppError::Write { path: path.clone(), error: error.into() })?;
    write_private(&path, &json).map_err(|error| AppError::Write { path, error })
}

/// Writes a file for the user alone, beside its place and then moved there: a template may come from a workspace that is
/// protected.
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut part = part_in(folder, true)?;
    part.write_all(bytes)?;
    part.as_file().sync_all()?;
    part.persist(path)?;
    Ok(())
}

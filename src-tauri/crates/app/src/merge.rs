//! Merging a copy of the workspace that has gone its own way, map by map: what a folder synchronised between machines left
//! in conflict, for instance.
//!
//! What both come from is found in their histories. A map that was changed in one of the two alone is taken from there; of
//! one that was changed in both, the user says which is wanted, or both are kept. Personas and segments come along. What
//! the copy has imported does not: imports know their sources, and taking them from another file would count twice what
//! both have read from exports that overlap.

mod copies;
mod pairs;
mod rows;
mod taking;
mod wanted;

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;
use store::{Drawn, Workspace};

use crate::operations::Part;
use crate::whole::part_in;
use crate::{AppError, Backup, BackupReason, Changes, ImportSummary, Missing, Session};
use pairs::{Pair, pairs};
use taking::Taking;
use wanted::Wanted;

pub use copies::Copy;

/// What became of something in the workspace and in a copy of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MapState {
    /// It is the same in both.
    Same,
    /// Only the workspace has it.
    OnlyHere,
    /// Only the copy has it.
    OnlyThere,
    /// It was changed in the workspace alone.
    ChangedHere,
    /// It was changed in the copy alone.
    ChangedThere,
    /// It was changed in both, or nothing tells in which.
    ChangedBoth,
    /// It was deleted in the workspace, and not changed in the copy.
    DeletedHere,
    /// It was deleted in the copy, and not changed in the workspace.
    DeletedThere,
}

/// Which of two maps is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MapChoice {
    /// That of the workspace.
    Ours,
    /// That of the copy.
    Theirs,
    /// Both, as two maps.
    Both,
}

impl MapState {
    /// What is done unless the user says otherwise; nothing where the user has to say.
    fn proposed(self) -> Option<MapChoice> {
        match self {
            Self::ChangedBoth => None,
            Self::OnlyThere | Self::ChangedThere => Some(MapChoice::Theirs),
            _ => Some(MapChoice::Ours),
        }
    }
}

/// A map of the workspace or of a copy, or of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ComparedMap {
    /// Its title in the workspace, or else in the copy.
    pub title: String,
    /// Its title in the copy, if that is another.
    pub title_there: Option<String>,
    /// What became of it.
    pub state: MapState,
    /// What is done with it unless the user says otherwise; nothing where the user has to say.
    pub proposed: Option<MapChoice>,
}

/// A workspace and a copy of it, compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ComparedCopy {
    /// The maps of either.
    pub maps: Vec<ComparedMap>,
    /// The names of the personas that come along.
    pub personas: Vec<String>,
    /// The names of the segments that come along.
    pub segments: Vec<String>,
    /// What only the copy has imported. It is not brought over.
    pub imports: Vec<ImportSummary>,
}

/// What came of a merge.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Merged {
    /// The titles of the maps that were added.
    pub added: Vec<String>,
    /// The titles of the maps that are as in the copy now.
    pub changed: Vec<String>,
    /// The titles of the maps that were deleted.
    pub deleted: Vec<String>,
    /// The names of the personas that came along.
    pub personas: Vec<String>,
    /// The names of the segments that came along.
    pub segments: Vec<String>,
    /// What something that came along refers to and this workspace does not have.
    pub missing: Vec<Missing>,
    /// What only the copy has imported, and what was not brought over.
    pub imports: Vec<ImportSummary>,
    /// What a shell must redraw.
    pub changes: Changes,
}

/// The workspace, the copy, and what both come from.
struct Sides {
    ours: Drawn,
    theirs: Drawn,
    base: Drawn,
    /// What only the copy has imported.
    imports: Vec<ImportSummary>,
}

impl Session {
    /// Compares the workspace with a copy of it. Nothing is written.
    pub fn compare_copy(&self, copy: &Path) -> Result<ComparedCopy, AppError> {
        let copy = self.look_at_copy(copy)?;
        let sides = self.sides(&copy)?;
        let wanted = Wanted::of(self, &copy, &sides)?;
        let maps = sides.maps().into_iter().map(|pair| {
            let title = pair.ours.or(pair.theirs).map(|map| map.map.title.clone()).unwrap_or_default();
            let there = pair.theirs.map(|map| map.map.title.clone());
            let state = sides.state_of(&pair);
            ComparedMap {
                title_there: there.filter(|there| *there != title),
                title,
                state,
                proposed: state.proposed(),
            }
        });
        let (maps, personas, segments) = (maps.collect(), wanted.personas(), wanted.segments());
        Ok(ComparedCopy { maps, personas, segments, imports: sides.imports.clone() })
    }

    /// Merges a copy into the workspace, which is backed up first: one step of history. The choices are those of the maps
    /// of the [comparison](Self::compare_copy), in its order; what is not chosen is done as proposed there.
    pub fn merge_copy(&mut self, copy: &Path, choices: &[Option<MapChoice>]) -> Result<Merged, AppError> {
        self.refuse_looking()?;
        let name = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let there = self.look_at_copy(copy)?;
        let sides = self.sides(&there)?;
        let maps = sides.maps();
        let mut chosen = Vec::with_capacity(maps.len());
        for (index, pair) in maps.iter().enumerate() {
            let choice = choices.get(index).copied().flatten().or(sides.state_of(pair).proposed());
            let undecided = || pair.ours.map(|map| map.map.title.clone()).unwrap_or_default();
            chosen.push(choice.ok_or_else(|| AppError::UndecidedMap(undecided()))?);
        }
        let wanted = Wanted::of(self, &there, &sides)?;
        self.back_up(BackupReason::Merge)?;
        let mut taking = Taking::new(&sides, wanted);
        self.transact("merge_copy", &name, |tx| taking.carry_out(tx, &maps, &chosen))?;
        let merged = taking.merged();
        let touched = [Part::Maps, Part::Personas, Part::Segments, Part::Numbers];
        Ok(Merged { imports: sides.imports.clone(), changes: self.changes_after(&touched), ..merged })
    }

    /// Makes a copy that was merged a backup of the workspace like any other, under the workspace's own passphrase.
    pub fn set_copy_aside(&self, copy: &Path) -> Result<Backup, AppError> {
        self.refuse_looking()?;
        self.refuse_stranger(copy)?;
        let workspace = Workspace::open_copy(copy)?;
        let named = self.next_backup(BackupReason::Copy, &workspace.state()?)?;
        let io = |error| AppError::Write { path: named.path(), error };
        let part = part_in(&self.place_of_backups()?, true).map_err(io)?.into_temp_path();
        workspace.write_under(&part, self.unlocked().as_ref())?;
        drop(workspace);
        part.persist(named.path()).map_err(|error| io(error.error))?;
        std::fs::remove_file(copy).map_err(|error| AppError::Write { path: copy.to_owned(), error })?;
        self.thinned_by(named)
    }

    fn look_at_copy(&self, copy: &Path) -> Result<Self, AppError> {
        self.refuse_stranger(copy)?;
        Self::look(copy)
    }

    /// Refuses what is no copy of this workspace.
    fn refuse_stranger(&self, copy: &Path) -> Result<(), AppError> {
        let is_itself = copy.canonicalize().is_ok_and(|copy| copy == self.canonical());
        if is_itself || Workspace::created_of(copy)? != self.workspace.about()?.created {
            return Err(AppError::NoCopyOfThis(copy.to_owned()));
        }
        Ok(())
    }

    fn sides(&self, copy: &Self) -> Result<Sides, AppError> {
        let (ours, theirs) = (self.workspace.drawn()?, copy.workspace.drawn()?);
        let base = self.workspace.drawn_in_common(&copy.workspace)?;
        let here: Vec<_> = self.workspace.imports()?.into_iter().filter(|import| !import.undone).collect();
        let is_here = |import: &store::Import| {
            here.iter()
                .any(|each| each.kind == import.kind && each.source.fingerprint == import.source.fingerprint)
        };
        let there = copy.workspace.imports()?.into_iter().filter(|import| !import.undone);
        let imports = there.filter(|import| !is_here(import)).map(ImportSummary::from).collect();
        Ok(Sides { ours, theirs, base, imports })
    }
}

impl Sides {
    fn maps(&self) -> Vec<Pair<'_, store::DrawnMap>> {
        pairs(&self.base.maps, &self.ours.maps, &self.theirs.maps)
    }

    fn state_of(&self, pair: &Pair<'_, store::DrawnMap>) -> MapState {
        pair.state(|ours, theirs| rows::plain(ours, &self.ours) == rows::plain(theirs, &self.theirs))
    }
}

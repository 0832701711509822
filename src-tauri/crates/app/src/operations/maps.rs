//! Operations on whole maps.

use model::{Lifecycle, MapId, PersonaId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{StoreError, Tx};

use super::{Operation, Part, Scope};
use crate::documents::Names;
use crate::templates::add_from_template;
use crate::{AppError, Locale};

/// Adds a map from a lifecycle template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddMap {
    /// Its title.
    pub title: String,
    /// The id of a template.
    pub template: String,
    /// The language of its stages.
    pub locale: Locale,
    /// Whether it has the template's touchpoints and lanes, too.
    pub examples: bool,
}

impl Operation for AddMap {
    const LABEL: &'static str = "add_map";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let Self { title, template, locale, examples } = self;
        Ok(Some(add_from_template(tx, template, Some(title), *locale, *examples, None)?.0))
    }
}

/// Adds a map with its stages.
pub(crate) fn add_map(
    tx: &mut Tx<'_>,
    title: &str,
    lifecycle: Lifecycle,
    stages: &[String],
    persona: Option<PersonaId>,
) -> Result<MapId, StoreError> {
    let map = tx.add_map(title, lifecycle, persona)?;
    for (position, stage) in stages.iter().enumerate() {
        tx.add_stage(map, position, stage)?;
    }
    Ok(map)
}

/// Renames a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RenameMap {
    /// Which.
    pub map: MapId,
    /// The new title.
    pub title: String,
}

impl Operation for RenameMap {
    const LABEL: &'static str = "rename_map";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.rename_map(self.map, &self.title)?;
        Ok(None)
    }
}

/// Sets the shape that the lifecycle is meant to have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetLifecycle {
    /// Which map.
    pub map: MapId,
    /// The shape.
    pub lifecycle: Lifecycle,
}

impl Operation for SetLifecycle {
    const LABEL: &'static str = "set_lifecycle";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_lifecycle(self.map, self.lifecycle)?;
        Ok(None)
    }
}

/// Sets whose journeys a map tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetMapPersonas {
    /// Which map.
    pub map: MapId,
    /// Whose, the one that matters most first; nobody's where there is none.
    pub personas: Vec<PersonaId>,
}

impl Operation for SetMapPersonas {
    const LABEL: &'static str = "set_map_personas";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.tell_personas(self.map, &self.personas)?;
        Ok(None)
    }
}

/// Deletes a map with all that is on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteMap {
    /// Which.
    pub map: MapId,
}

impl Operation for DeleteMap {
    const LABEL: &'static str = "delete_map";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_map(self.map)?;
        Ok(None)
    }
}

/// Adds a map with all that is on another, and the same title with a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DuplicateMap {
    /// Which.
    pub map: MapId,
}

impl Operation for DuplicateMap {
    const LABEL: &'static str = "duplicate_map";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let title = tx.journey(self.map)?.map().title.clone();
        Ok(Some(duplicate(tx, self.map, &title)?.0))
    }
}

/// Adds a map with all that is on another, to become how things are to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MakeTwin {
    /// Which shows how things are.
    pub map: MapId,
    /// What the other is called; with a number where a map is called that already.
    pub title: String,
}

impl Operation for MakeTwin {
    const LABEL: &'static str = "make_twin";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let twin = duplicate(tx, self.map, &self.title)?;
        tx.join_twins(self.map, twin)?;
        Ok(Some(twin.0))
    }
}

fn duplicate(tx: &mut Tx<'_>, map: MapId, title: &str) -> Result<MapId, StoreError> {
    let mut taken: Names = tx.all_maps()?.into_iter().map(|each| each.title).collect();
    tx.duplicate_map(map, &taken.take(title))
}

/// Lets a map and its twin be maps like others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PartTwins {
    /// One of the two.
    pub map: MapId,
}

impl Operation for PartTwins {
    const LABEL: &'static str = "part_twins";
    const TOUCHES: &'static [Part] = &[Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.part_twins(self.map)?;
        Ok(None)
    }
}

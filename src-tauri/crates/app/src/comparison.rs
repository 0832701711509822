//! A map at two moments, compared: what was added, removed, changed and moved, as a list and on one picture.

mod differences;
mod sides;
mod twins;

use model::MapId;
use scene::{Change, Reading, Scene};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AppError, Locale, Moment, Session, Theme, View};
use sides::Sides;

/// A map at two moments, compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MapComparison {
    /// All that it had at either moment, with marks on what differs.
    pub scene: Scene,
    /// What differs, in the order in which a map is read.
    pub differences: Vec<Difference>,
}

/// Something that differs between two moments of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Difference {
    /// How it differs.
    pub change: Change,
    /// What it is.
    pub what: Differing,
    /// What it is called: at the later moment, if it is there then. Of a transition, where it starts; of a cell, its lane,
    /// or nothing where that is called as its kind is.
    pub title: String,
    /// Of a transition, where it ends; of a cell, its stage or its touchpoint.
    pub to: Option<String>,
    /// What it was called, if that is another.
    pub was: Option<String>,
    /// What else of it differs: the names of its fields.
    pub fields: Vec<String>,
    /// The item on the picture that stands for it, if one does.
    pub item: Option<String>,
}

/// What may differ on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Differing {
    /// The map itself.
    Map,
    /// A stage.
    Stage,
    /// A touchpoint.
    Touchpoint,
    /// A transition.
    Transition,
    /// A lane.
    Lane,
    /// What a lane says of a stage or a touchpoint.
    Cell,
}

impl Session {
    /// Compares a map at two moments. Nothing is written.
    pub fn compare_moments(
        &self,
        map: MapId,
        from: Moment,
        to: Moment,
        theme: Theme,
        locale: Locale,
    ) -> Result<MapComparison, AppError> {
        self.compared(&Sides::of(self, map, from, to)?, theme, locale)
    }

    /// Compares a map with its twin: how things are with how they are to be. Nothing is written.
    pub fn compare_twins(&self, map: MapId, theme: Theme, locale: Locale) -> Result<MapComparison, AppError> {
        self.compared(&Sides::of_twins(self, map)?, theme, locale)
    }

    fn compared(&self, sides: &Sides, theme: Theme, locale: Locale) -> Result<MapComparison, AppError> {
        let map = sides.after.map.id;
        let found = differences::between(sides);
        let view = View { map, question: None, reading: Reading::default(), theme, locale };
        let marks = differences::marks(&found, sides);
        let both = sides.both()?;
        let scene = self.pictured(&both, None, &view, |picture| scene::compared(picture, &marks))?;
        let differences = found.into_iter().map(|found| found.told(&scene)).collect();
        Ok(MapComparison { scene, differences })
    }
}

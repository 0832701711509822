//! Levels of detail: the smaller a picture is on the screen, the less is written on it, and the larger. What is written at
//! a level can be read wherever the level is shown.

use serde::{Deserialize, Serialize};
use specta::Type as Wire;
use specta_typescript::Number;

use crate::item::SceneItem;
use crate::lines::Type;
use crate::{Primitive, Weight};

/// From how near a picture is seen, and so how much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Wire)]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    /// All of it, as exports have it.
    Near,
    /// Titles in larger type, and of numbers the first.
    Middle,
    /// The titles of stages, over blocks of colour.
    Far,
}

/// From which zoom on each level is shown, in pixels for each scene unit. Where a picture is smaller than the farthest
/// level, that is shown without its text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Wire)]
pub struct Levels {
    /// The level nearest to the reader.
    #[specta(type = Number)]
    pub near: f64,
    /// The one in the middle.
    #[specta(type = Number)]
    pub middle: f64,
    /// The farthest.
    #[specta(type = Number)]
    pub far: f64,
}

/// The levels of every picture: at each the smallest type is no less than 11 pixels high.
pub(crate) const LEVELS: Levels = Levels { near: 0.92, middle: 0.5, far: 0.3 };

/// The type of the middle level.
pub(crate) const MIDDLE: Type = Type { size: 22.0, weight: Weight::SemiBold, leading: 26.0 };
/// The type of the farthest level.
pub(crate) const FAR: Type = Type { size: 37.0, weight: Weight::SemiBold, leading: 44.0 };
/// From the middle of a line to its baseline, as a share of the size: half the height of capitals.
pub(crate) const DROP: f64 = 0.36;

impl Levels {
    /// From which zoom on a level is shown.
    pub fn from(&self, at: Closeness) -> f64 {
        match at {
            Closeness::Near => self.near,
            Closeness::Middle => self.middle,
            Closeness::Far => self.far,
        }
    }
}

/// What of an item is seen where its small print cannot be read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Wire)]
pub struct Afar {
    /// How many of its primitives, from the first on, are seen at every level; the others only at the nearest.
    pub ground: u32,
    /// What is painted over them at the middle level.
    pub middle: Vec<Primitive>,
    /// What is painted over them at the farthest level.
    pub far: Vec<Primitive>,
}

impl Afar {
    /// That of an item with these primitives: what is before its text. `None` where there is no text.
    pub(crate) fn before_text(primitives: &[Primitive]) -> Option<Self> {
        let is_text = |primitive: &Primitive| matches!(primitive, Primitive::Text { .. });
        let ground = primitives.iter().position(is_text)?;
        Some(Self { ground: ground as u32, ..Self::default() })
    }

    /// That of an item of which nothing is seen but near.
    pub(crate) fn nothing() -> Self {
        Self::default()
    }
}

impl SceneItem {
    /// What of it is painted at a level, in order.
    pub fn seen_at(&self, at: Closeness) -> impl Iterator<Item = &Primitive> {
        let (kept, over): (usize, &[Primitive]) = match (&self.afar, at) {
            (None, _) | (_, Closeness::Near) => (self.primitives.len(), &[]),
            (Some(afar), Closeness::Middle) => (afar.ground as usize, &afar.middle),
            (Some(afar), Closeness::Far) => (afar.ground as usize, &afar.far),
        };
        self.primitives[..kept].iter().chain(over)
    }

    /// Adds what is seen of it at every level.
    pub(crate) fn add_ground(&mut self, more: Vec<Primitive>) {
        let Some(afar) = &mut self.afar else {
            self.primitives.extend(more);
            return;
        };
        let end = afar.ground as usize;
        afar.ground += more.len() as u32;
        self.primitives.splice(end..end, more);
    }
}

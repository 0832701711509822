//! A scene: what a map looks like, as items, and in which order it is read.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::detail::Levels;
use crate::item::SceneItem;
use crate::outline::Outline;
use crate::paths::PathCount;
use crate::primitive::{Colour, Rect};

/// The whole picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Scene {
    /// Everything with its margin. The origin is the left top corner of the first column's content, so that no card
    /// moves when a heading, an overlay or an arc above it comes or goes: left and top may be negative.
    pub bounds: Rect,
    /// What is behind everything.
    pub background: Colour,
    /// The items in the order in which they are painted.
    pub items: Vec<SceneItem>,
    /// The order in which they are read.
    pub outline: Outline,
    /// How many paths it shows and hides; `None` where it tells nothing of paths.
    pub paths: Option<PathCount>,
    /// The grid on which cards stand: how far a card is moved by a step.
    #[specta(type = Number)]
    pub step: f64,
    /// From which zoom on how much of it is seen.
    pub levels: Levels,
}

//! A scene: what a map looks like, as items, and in which order it is read.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::detail::Levels;
use crate::item::SceneItem;
use crate::outline::Outline;
use crate::paths::PathCount;
use crate::primitive::{Colour, Rect};
use crate::subject::{SheetPart, Subject};

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

/// What is around a map that stands alone.
const MARGIN: f64 = 16.0;

impl Scene {
    /// The item that says what the picture is of: of a map its heading, of a sheet the name on it.
    pub fn heading(&self) -> Option<&SceneItem> {
        let is_heading = |item: &&SceneItem| {
            matches!(item.subject, Subject::Heading | Subject::Sheet { part: SheetPart::Name })
        };
        self.items.iter().find(is_heading)
    }

    /// What is on the map, without heading and legend, and no larger than that.
    #[must_use]
    pub fn of_map_alone(mut self) -> Self {
        let is_beside =
            |subject| matches!(subject, Subject::Heading | Subject::Persona { .. } | Subject::Legend);
        self.items.retain(|item| !is_beside(item.subject));
        let all = self.items.iter().map(|item| item.bounds).reduce(|all, each| all.union(&each));
        if let Some(Rect { x, y, width, height }) = all {
            self.bounds = Rect::new(x - MARGIN, y - MARGIN, width + 2.0 * MARGIN, height + 2.0 * MARGIN);
        }
        self
    }
}

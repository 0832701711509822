//! What a painter must redraw when one scene follows another.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Colour, Outline, PathCount, Rect, Scene, SceneItem};

/// The difference between two scenes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SceneChanges {
    /// The box around the later scene.
    pub bounds: Rect,
    /// What is behind the later scene.
    pub background: Colour,
    /// How many paths the later scene shows and hides.
    pub paths: Option<PathCount>,
    /// The items that are new or differ, whole.
    pub changed: Vec<SceneItem>,
    /// The ids of the items that are gone.
    pub removed: Vec<String>,
    /// The ids of all items in the order in which they are painted, if that is not the earlier order less what is
    /// removed.
    pub order: Option<Vec<String>>,
    /// The order in which the items are read, if it is another.
    pub outline: Option<Outline>,
}

/// What turns one scene into another.
pub fn changes(before: &Scene, after: &Scene) -> SceneChanges {
    let old: FxHashMap<&str, &SceneItem> = before.items.iter().map(|item| (item.id.as_str(), item)).collect();
    let new: FxHashSet<&str> = after.items.iter().map(|item| item.id.as_str()).collect();
    let is_kept = |item: &&SceneItem| new.contains(item.id.as_str());
    let kept = before.items.iter().filter(is_kept).map(|item| &item.id);
    let same_order = kept.eq(after.items.iter().map(|item| &item.id));
    SceneChanges {
        bounds: after.bounds,
        background: after.background.clone(),
        paths: after.paths,
        changed: after.items.iter().filter(|item| old.get(item.id.as_str()) != Some(item)).cloned().collect(),
        removed: before.items.iter().filter(|item| !is_kept(item)).map(|item| item.id.clone()).collect(),
        outline: (before.outline != after.outline).then(|| after.outline.clone()),
        order: (!same_order).then(|| after.items.iter().map(|item| item.id.clone()).collect()),
    }
}

impl SceneChanges {
    /// The later scene, from the earlier one.
    pub fn apply(&self, before: &Scene) -> Scene {
        let mut items: FxHashMap<&str, &SceneItem> =
            before.items.iter().map(|item| (item.id.as_str(), item)).collect();
        for id in &self.removed {
            items.remove(id.as_str());
        }
        items.extend(self.changed.iter().map(|item| (item.id.as_str(), item)));
        let earlier = before.items.iter().map(|item| &item.id);
        let order: Vec<&String> =
            self.order.as_ref().map_or_else(|| earlier.collect(), |order| order.iter().collect());
        Scene {
            bounds: self.bounds,
            background: self.background.clone(),
            paths: self.paths,
            step: before.step,
            levels: before.levels,
            outline: self.outline.as_ref().unwrap_or(&before.outline).clone(),
            items: order.into_iter().filter_map(|id| items.get(id.as_str()).copied().cloned()).collect(),
        }
    }
}

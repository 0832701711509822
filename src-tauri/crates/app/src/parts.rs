//! The parts of a map that panels show, and what changed in them.

use std::collections::BTreeMap;

use model::{
    CardId, Finding, Journey, Lane, LaneCard, Map, Note, NoteId, Stage, StoryStep, Touchpoint, TouchpointId,
    Transition, TransitionId,
};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The parts of a map that panels show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Parts {
    /// The map itself.
    pub map: Map,
    /// Its stages in order, with whether each is a goal after all.
    pub stages: Vec<Stage>,
    /// Its touchpoints by id.
    pub touchpoints: Vec<Touchpoint>,
    /// Its transitions by id.
    pub transitions: Vec<Transition>,
    /// The lanes under it, from the uppermost.
    pub lanes: Vec<Lane>,
    /// The cards in their cells, by id.
    pub cards: Vec<LaneCard>,
    /// The steps of its story, in their order.
    pub story: Vec<StoryStep>,
    /// The sticky notes on it, by id.
    pub notes: Vec<Note>,
    /// How many dots each person may give to them.
    pub dots: u32,
    /// What may want mending.
    pub findings: Vec<Finding>,
    /// The event names that the user leaves on no touchpoint of this map.
    pub left_events: Vec<String>,
}

/// Those parts of a map that changed; what is `None` is as before.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, Type)]
pub struct PartsChanges {
    /// The map itself.
    pub map: Option<Map>,
    /// All its stages, which are few.
    pub stages: Option<Vec<Stage>>,
    /// Its touchpoints.
    pub touchpoints: ListChanges<Touchpoint, TouchpointId>,
    /// Its transitions.
    pub transitions: ListChanges<Transition, TransitionId>,
    /// All its lanes, which are few.
    pub lanes: Option<Vec<Lane>>,
    /// The cards in their cells.
    pub cards: ListChanges<LaneCard, CardId>,
    /// All steps of its story, which are few.
    pub story: Option<Vec<StoryStep>>,
    /// The sticky notes on it.
    pub notes: ListChanges<Note, NoteId>,
    /// How many dots each person may give to them.
    pub dots: Option<u32>,
    /// All that may want mending.
    pub findings: Option<Vec<Finding>>,
    /// All event names that the user leaves on no touchpoint of this map.
    pub left_events: Option<Vec<String>>,
}

/// What changed in a list that is ordered by id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ListChanges<T, Id> {
    /// What is new or not as before.
    pub changed: Vec<T>,
    /// What is gone.
    pub removed: Vec<Id>,
}

impl<T, Id> Default for ListChanges<T, Id> {
    fn default() -> Self {
        Self { changed: Vec::new(), removed: Vec::new() }
    }
}

impl Parts {
    pub(crate) fn of(journey: &Journey, left_events: Vec<String>) -> Self {
        Self {
            map: journey.map().clone(),
            stages: journey.stages().to_vec(),
            touchpoints: journey.touchpoints().cloned().collect(),
            transitions: journey.transitions().into_iter().cloned().collect(),
            lanes: journey.lanes().to_vec(),
            cards: journey.cards().to_vec(),
            story: journey.story().to_vec(),
            notes: journey.workshop().notes.clone(),
            dots: journey.workshop().dots,
            findings: journey.findings(),
            left_events,
        }
    }
}

impl PartsChanges {
    /// What changed from one look at a map to the next.
    pub(crate) fn between(before: &Parts, after: &Parts) -> Self {
        Self {
            map: changed(&before.map, &after.map),
            stages: changed(&before.stages, &after.stages),
            touchpoints: ListChanges::between(&before.touchpoints, &after.touchpoints, |each| each.id),
            transitions: ListChanges::between(&before.transitions, &after.transitions, |each| each.id),
            lanes: changed(&before.lanes, &after.lanes),
            cards: ListChanges::between(&before.cards, &after.cards, |each| each.id),
            story: changed(&before.story, &after.story),
            notes: ListChanges::between(&before.notes, &after.notes, |each| each.id),
            dots: changed(&before.dots, &after.dots),
            findings: changed(&before.findings, &after.findings),
            left_events: changed(&before.left_events, &after.left_events),
        }
    }

    /// The later parts, from the earlier ones.
    pub fn apply(&self, before: &Parts) -> Parts {
        let before = before.clone();
        Parts {
            map: self.map.clone().unwrap_or(before.map),
            stages: self.stages.clone().unwrap_or(before.stages),
            touchpoints: self.touchpoints.apply(before.touchpoints, |each| each.id),
            transitions: self.transitions.apply(before.transitions, |each| each.id),
            lanes: self.lanes.clone().unwrap_or(before.lanes),
            cards: self.cards.apply(before.cards, |each| each.id),
            story: self.story.clone().unwrap_or(before.story),
            notes: self.notes.apply(before.notes, |each| each.id),
            dots: self.dots.unwrap_or(before.dots),
            findings: self.findings.clone().unwrap_or(before.findings),
            left_events: self.left_events.clone().unwrap_or(before.left_events),
        }
    }
}

fn changed<T: Clone + PartialEq>(before: &T, after: &T) -> Option<T> {
    (before != after).then(|| after.clone())
}

impl<T: Clone + PartialEq, Id: Copy + Ord> ListChanges<T, Id> {
    fn between(before: &[T], after: &[T], id: impl Fn(&T) -> Id) -> Self {
        let find = |list: &[T], wanted: Id| list.binary_search_by_key(&wanted, &id).ok();
        let is_new = |each: &&T| find(before, id(each)).is_none_or(|at| before[at] != **each);
        Self {
            changed: after.iter().filter(is_new).cloned().collect(),
            removed: before.iter().map(&id).filter(|&gone| find(after, gone).is_none()).collect(),
        }
    }

    fn apply(&self, before: Vec<T>, id: impl Fn(&T) -> Id) -> Vec<T> {
        let mut all: BTreeMap<Id, T> = before.into_iter().map(|each| (id(&each), each)).collect();
        for gone in &self.removed {
            all.remove(gone);
        }
        all.extend(self.changed.iter().map(|each| (id(each), each.clone())));
        all.into_values().collect()
    }
}

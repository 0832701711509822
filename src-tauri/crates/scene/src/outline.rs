//! The order in which a map is read without eyes: by the focus of the keyboard, and as a nested list.

use std::cmp::Reverse;

use model::{Journey, Touchpoint, TouchpointId, Transition};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::item::SceneItem;
use crate::subject::Subject;

/// The items of a scene in the order in which they are read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Outline {
    /// The ids of the cards as the keyboard walks them: along the transitions, from the first stage on.
    pub walk: Vec<String>,
    /// The stages with what is in them.
    pub stages: Vec<OutlinedStage>,
    /// The ids of the ghost paths that are shown.
    pub ghosts: Vec<String>,
    /// The lanes that are shown, with what they say.
    pub lanes: Vec<OutlinedLane>,
}

/// A lane and its cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutlinedLane {
    /// The id of its item.
    pub item: String,
    /// The ids of its cells, in the order of the stages, each with those of its cards after it.
    pub cells: Vec<String>,
}

/// A stage and its cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutlinedStage {
    /// The id of its item.
    pub item: String,
    /// Its cards from top to bottom, then from left to right.
    pub cards: Vec<OutlinedCard>,
}

/// A card and the transitions that leave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OutlinedCard {
    /// The id of its item.
    pub item: String,
    /// The ids of the transitions onwards, in the order of their making.
    pub onwards: Vec<String>,
}

impl Outline {
    /// Leaves out what is not among these items.
    pub(crate) fn keep(&mut self, items: &[SceneItem]) {
        let there: FxHashSet<&str> = items.iter().map(|item| item.id.as_str()).collect();
        let is_there = |id: &String| there.contains(id.as_str());
        self.walk.retain(is_there);
        self.stages
            .retain(|stage| is_there(&stage.item) || stage.cards.iter().any(|card| is_there(&card.item)));
        for stage in &mut self.stages {
            stage.cards.retain(|card| is_there(&card.item));
            for card in &mut stage.cards {
                card.onwards.retain(is_there);
            }
        }
    }
}

type Onwards<'a> = FxHashMap<TouchpointId, Vec<&'a Transition>>;

/// The outline of a map whose picture has these items.
pub(crate) fn outline(journey: &Journey, items: &[SceneItem]) -> Outline {
    let reading = in_reading_order(journey);
    let onwards = onwards(journey);
    let card = |touchpoint: &&Touchpoint| OutlinedCard {
        item: card_id(touchpoint.id),
        onwards: onwards.get(&touchpoint.id).into_iter().flatten().map(|each| transition_id(each)).collect(),
    };
    let stages = journey.stages().iter().map(|stage| OutlinedStage {
        item: Subject::Stage { stage: stage.id }.id(),
        cards: reading.iter().filter(|touchpoint| touchpoint.stage == stage.id).map(card).collect(),
    });
    let is_ghost =
        |item: &&SceneItem| matches!(item.subject, Subject::Ghost { .. }) && item.part_of.is_none();
    Outline {
        walk: walk(&reading, &onwards).into_iter().map(card_id).collect(),
        stages: stages.collect(),
        ghosts: items.iter().filter(is_ghost).map(|item| item.id.clone()).collect(),
        lanes: lanes(items),
    }
}

/// Each lane with the cells and the cards that follow it.
fn lanes(items: &[SceneItem]) -> Vec<OutlinedLane> {
    let mut lanes: Vec<OutlinedLane> = Vec::new();
    for SceneItem { id, subject, .. } in items {
        match (subject, lanes.last_mut()) {
            (Subject::Lane { .. }, _) => lanes.push(OutlinedLane { item: id.clone(), cells: Vec::new() }),
            (Subject::Cell { .. } | Subject::LaneCard { .. }, Some(lane)) => lane.cells.push(id.clone()),
            _ => {}
        }
    }
    lanes
}

fn card_id(touchpoint: TouchpointId) -> String {
    Subject::Touchpoint { touchpoint }.id()
}

fn transition_id(&Transition { id, from, to, .. }: &Transition) -> String {
    Subject::Transition { transition: id, from, to }.id()
}

/// The transitions by where they start.
fn onwards(journey: &Journey) -> Onwards<'_> {
    let mut onwards = Onwards::default();
    for each in journey.transitions() {
        onwards.entry(each.from).or_default().push(each);
    }
    onwards
}

/// The touchpoints by stage, then from top to bottom, then from left to right.
fn in_reading_order(journey: &Journey) -> Vec<&Touchpoint> {
    let mut all: Vec<_> =
        journey.touchpoints().map(|touchpoint| (journey.position(touchpoint.stage), touchpoint)).collect();
    all.sort_by(|(stage, one), (other_stage, other)| {
        (stage.cmp(other_stage))
            .then(one.place.y.total_cmp(&other.place.y))
            .then(one.place.x.total_cmp(&other.place.x))
            .then(one.id.cmp(&other.id))
    });
    all.into_iter().map(|(_, touchpoint)| touchpoint).collect()
}

/// The touchpoints as the keyboard walks them: along the transitions, from the first stage on.
pub(crate) fn in_walking_order(journey: &Journey) -> Vec<&Touchpoint> {
    let walked = walk(&in_reading_order(journey), &onwards(journey));
    walked.into_iter().filter_map(|touchpoint| journey.touchpoint(touchpoint)).collect()
}

/// Every touchpoint once: as deep as the transitions lead, then the next that nothing has led to yet.
fn walk(reading: &[&Touchpoint], onwards: &Onwards) -> Vec<TouchpointId> {
    let rank: FxHashMap<_, _> = reading.iter().enumerate().map(|(rank, each)| (each.id, rank)).collect();
    let mut seen = FxHashSet::default();
    let mut walked = Vec::with_capacity(reading.len());
    for start in reading {
        let mut ahead = vec![start.id];
        while let Some(next) = ahead.pop() {
            if !seen.insert(next) {
                continue;
            }
            walked.push(next);
            let mut ways: Vec<_> = onwards.get(&next).into_iter().flatten().map(|each| each.to).collect();
            // The last one is walked first.
            ways.sort_by_key(|to| Reverse(rank.get(to).copied()));
            ahead.append(&mut ways);
        }
    }
    walked
}

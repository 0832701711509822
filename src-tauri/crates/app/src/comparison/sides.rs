//! The two moments of a map, with the same rows for the same things, and both together as one map.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Journey, Lane, LaneCard, LaneId, Map, MapId, Node, Stage, StageId, Touchpoint, TouchpointId, Transition,
    TransitionId,
};
use store::{Past, Replaced, StoreError};

use crate::steps::map_then;
use crate::{AppError, Moment, Session};

/// A map at one moment.
pub(super) struct Side {
    pub map: Map,
    pub stages: Vec<Stage>,
    pub touchpoints: Vec<Touchpoint>,
    pub transitions: Vec<Transition>,
    pub lanes: Vec<Lane>,
    pub cards: Vec<LaneCard>,
    pub left_events: Vec<String>,
}

/// A map at two moments.
pub(super) struct Sides {
    pub before: Side,
    pub after: Side,
}

impl Side {
    fn of(past: &Past, map: MapId) -> Result<Self, AppError> {
        Ok(Self::from(&map_then(past, map)?, past.left_events(map)?))
    }

    pub fn from(journey: &Journey, left_events: Vec<String>) -> Self {
        Self {
            map: journey.map().clone(),
            stages: journey.stages().to_vec(),
            touchpoints: journey.touchpoints().cloned().collect(),
            transitions: journey.transitions().into_iter().cloned().collect(),
            lanes: journey.lanes().to_vec(),
            cards: journey.cards().to_vec(),
            left_events,
        }
    }

    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.iter().find(|each| each.id == id)
    }

    pub fn touchpoint(&self, id: TouchpointId) -> Option<&Touchpoint> {
        self.touchpoints.iter().find(|each| each.id == id)
    }

    pub fn lane(&self, id: LaneId) -> Option<&Lane> {
        self.lanes.iter().find(|each| each.id == id)
    }

    pub fn transition(&self, from: TouchpointId, to: TouchpointId) -> Option<&Transition> {
        self.transitions.iter().find(|each| (each.from, each.to) == (from, to))
    }
}

impl Sides {
    /// A map at two moments.
    pub fn of(session: &Session, map: MapId, from: Moment, to: Moment) -> Result<Self, AppError> {
        let (then, later) = (session.workspace.past(from.into())?, session.workspace.past(to.into())?);
        let mut sides = Self { before: Side::of(&then, map)?, after: Side::of(&later, map)? };
        sides.tell_apart(then.replaced(), later.replaced());
        Ok(sides)
    }

    /// Gives rows of before that are others' after it new ids: of what came or went in between, what has another title
    /// is something else.
    fn tell_apart(&mut self, then: &Replaced, later: &Replaced) {
        let Self { before, after } = self;
        let ids = |side: &Side| -> Vec<i64> {
            let (stages, lanes) =
                (side.stages.iter().map(|each| each.id.0), side.lanes.iter().map(|each| each.id.0));
            let touchpoints = side.touchpoints.iter().map(|each| each.id.0);
            stages.chain(lanes).chain(touchpoints).collect()
        };
        let mut next = ids(before).into_iter().chain(ids(after)).max().unwrap_or(0);
        let mut fresh = || {
            next += 1;
            next
        };
        let came =
            |one: &BTreeSet<StageId>, other: &BTreeSet<StageId>, id| one.contains(&id) || other.contains(&id);
        let mut stages = BTreeMap::new();
        for stage in &before.stages {
            let is_other = after.stage(stage.id).is_some_and(|now| now.title != stage.title);
            if is_other && came(&then.stages, &later.stages, stage.id) {
                stages.insert(stage.id, StageId(fresh()));
            }
        }
        let mut touchpoints = BTreeMap::new();
        for touchpoint in &before.touchpoints {
            let id = touchpoint.id;
            let is_other = after.touchpoint(id).is_some_and(|now| now.title != touchpoint.title);
            if is_other && (then.touchpoints.contains(&id) || later.touchpoints.contains(&id)) {
                touchpoints.insert(id, TouchpointId(fresh()));
            }
        }
        before.rename(&stages, &touchpoints);
        for lane in &mut before.lanes {
            // A lane never becomes one of another kind.
            if after.lane(lane.id).is_some_and(|now| now.kind != lane.kind) {
                let was = std::mem::replace(&mut lane.id, LaneId(fresh()));
                before.cards.iter_mut().filter(|card| card.lane == was).for_each(|card| card.lane = lane.id);
            }
        }
    }

    /// All that is on either, as one map: what is gone stands where it stood.
    pub fn both(&self) -> Result<Journey, AppError> {
        let Self { before, after } = self;
        let mut stages = after.stages.clone();
        let mut last = None;
        for stage in &before.stages {
            if after.stage(stage.id).is_none() {
                let place = stages.iter().position(|each| Some(each.id) == last).map_or(0, |place| place + 1);
                stages.insert(place, stage.clone());
            }
            last = Some(stage.id);
        }
        let gone = before.touchpoints.iter().filter(|each| after.touchpoint(each.id).is_none());
        // An event is listed once on a map.
        let gone = gone.map(|each| Touchpoint { events: Vec::new(), ..each.clone() });
        let touchpoints = after.touchpoints.iter().cloned().chain(gone).collect();
        let lanes = before.lanes.iter().filter(|lane| after.lane(lane.id).is_none());
        let lanes = after.lanes.iter().chain(lanes).cloned().collect();
        let is_there = |card: &LaneCard| after.cards.iter().any(|each| each.id == card.id);
        let gone = |card: &&LaneCard| after.lane(card.lane).is_none() && !is_there(card);
        let cards = after.cards.iter().chain(before.cards.iter().filter(gone)).cloned().collect();
        let transitions = self.transitions();
        let title = after.map.title.clone();
        Journey::build(after.map.clone(), stages, touchpoints, transitions)
            .map(|journey| journey.with_lanes(lanes).with_cards(cards))
            .map_err(|problems| StoreError::NoJourney { title, problems }.into())
    }

    /// The transitions of both, each once.
    pub fn transitions(&self) -> Vec<Transition> {
        let Self { before, after } = self;
        let mut all = after.transitions.clone();
        let ids = before.transitions.iter().chain(&after.transitions).map(|each| each.id.0);
        let mut next = ids.max().unwrap_or(0);
        for gone in before.transitions.iter().filter(|each| after.transition(each.from, each.to).is_none()) {
            next += 1;
            all.push(Transition { id: TransitionId(next), ..gone.clone() });
        }
        all
    }
}

impl Side {
    /// Gives rows other ids.
    pub fn rename(
        &mut self,
        stages: &BTreeMap<StageId, StageId>,
        touchpoints: &BTreeMap<TouchpointId, TouchpointId>,
    ) {
        let stage = |id: &mut StageId| *id = stages.get(id).copied().unwrap_or(*id);
        let touchpoint = |id: &mut TouchpointId| *id = touchpoints.get(id).copied().unwrap_or(*id);
        self.stages.iter_mut().for_each(|each| stage(&mut each.id));
        for each in &mut self.touchpoints {
            stage(&mut each.stage);
            touchpoint(&mut each.id);
        }
        for each in &mut self.transitions {
            touchpoint(&mut each.from);
            touchpoint(&mut each.to);
        }
        let node = |of: &mut Node| match of {
            Node::Stage(id) => stage(id),
            Node::Touchpoint(id) => touchpoint(id),
        };
        self.lanes.iter_mut().flat_map(|lane| &mut lane.cells).for_each(|cell| node(&mut cell.of));
        self.cards.iter_mut().for_each(|card| node(&mut card.of));
    }
}

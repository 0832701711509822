//! A map and its twin, with the same rows for the same things. They are told by what they are called, and what is called
//! otherwise by where it stands.

use std::collections::{BTreeMap, BTreeSet};

use model::{Lane, LaneId, Map, MapId, Stage, StageId, Touchpoint, TouchpointId, TwinState};

use super::sides::{Side, Sides};
use crate::{AppError, Session};

impl Sides {
    /// A map and its twin: first how things are, then how they are to be.
    pub fn of_twins(session: &Session, map: MapId) -> Result<Self, AppError> {
        let maps = session.workspace.maps()?;
        let twin = maps.iter().find(|each| each.id == map).and_then(|each| each.twin);
        let twin = twin.ok_or(AppError::NoTwin)?;
        let (as_is, to_be) = match twin.state {
            TwinState::AsIs => (map, twin.map),
            TwinState::ToBe => (twin.map, map),
        };
        let side = |map| -> Result<Side, AppError> {
            Ok(Side::from(&session.workspace.journey(map)?, session.workspace.left_events(map)?))
        };
        let (mut before, mut after) = (side(as_is)?, side(to_be)?);
        // What they are called and where they are kept is not what is to change.
        let Map { lifecycle, personas, .. } = before.map;
        before.map = Map { lifecycle, personas, ..after.map.clone() };
        align(&before, &mut after);
        Ok(Self { before, after })
    }
}

/// Gives what is on one map the ids that the same has on the other, and what is on the one alone ids that are nothing else's.
fn align(before: &Side, after: &mut Side) {
    let mut fresh = highest(before).max(highest(after));
    let mut next = || {
        fresh += 1;
        fresh
    };
    let stages = matched(
        &before.stages,
        &after.stages,
        &[&|was: &Stage, now: &Stage| was.title == now.title, &|was, now| {
            place(&before.stages, was) == place(&after.stages, now)
        }],
    );
    let stages: BTreeMap<StageId, StageId> = (after.stages.iter().zip(stages))
        .map(|(now, was)| (now.id, was.map_or_else(|| StageId(next()), |was| was.id)))
        .collect();
    let of = |now: &Touchpoint| stages.get(&now.stage).copied();
    let touchpoints = matched(
        &before.touchpoints,
        &after.touchpoints,
        &[
            &|was: &Touchpoint, now: &Touchpoint| was.title == now.title && Some(was.stage) == of(now),
            &|was, now| was.title == now.title,
            &|was, now| was.place == now.place && Some(was.stage) == of(now),
        ],
    );
    let touchpoints: BTreeMap<TouchpointId, TouchpointId> = (after.touchpoints.iter().zip(touchpoints))
        .map(|(now, was)| (now.id, was.map_or_else(|| TouchpointId(next()), |was| was.id)))
        .collect();
    let lanes = matched(
        &before.lanes,
        &after.lanes,
        &[&|was: &Lane, now: &Lane| was.kind == now.kind && was.title == now.title, &|was, now| {
            was.kind == now.kind
        }],
    );
    let lanes: Vec<LaneId> =
        lanes.into_iter().map(|was| was.map_or_else(|| LaneId(next()), |was| was.id)).collect();
    after.rename(&stages, &touchpoints);
    after.touchpoints.sort_by_key(|each| each.id);
    let mut renamed = BTreeMap::new();
    for (lane, id) in after.lanes.iter_mut().zip(lanes) {
        renamed.insert(std::mem::replace(&mut lane.id, id), id);
    }
    after.cards.iter_mut().for_each(|card| card.lane = renamed[&card.lane]);
}

fn highest(side: &Side) -> i64 {
    let stages = side.stages.iter().map(|each| each.id.0);
    let touchpoints = side.touchpoints.iter().map(|each| each.id.0);
    stages.chain(touchpoints).chain(side.lanes.iter().map(|each| each.id.0)).max().unwrap_or(0)
}

fn place(all: &[Stage], stage: &Stage) -> Option<usize> {
    all.iter().position(|each| each.id == stage.id)
}

/// A way of telling whether two are the same.
type Way<'a, T> = &'a (dyn Fn(&T, &T) -> bool + 'a);

/// For each of `after` the one of `before` that is the same by the first way of telling that finds any; each is one's only.
fn matched<'a, T>(before: &'a [T], after: &[T], ways: &[Way<'_, T>]) -> Vec<Option<&'a T>> {
    let mut found: Vec<Option<&T>> = vec![None; after.len()];
    let mut taken = BTreeSet::new();
    for is_same in ways {
        for (now, found) in after.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let free = before.iter().enumerate().filter(|(index, _)| !taken.contains(index));
            if let Some((index, was)) = free.into_iter().find(|(_, was)| is_same(was, now)) {
                taken.insert(index);
                *found = Some(was);
            }
        }
    }
    found
}

//! Which events are contact at a place of a map.

use model::{Columns, Known, OnMap, Reference, Spot, Touchpoint};

/// Whether each event, by code, is contact at a place. Nothing is contact at a place that is gone.
pub(super) fn events_at(place: &OnMap, columns: &Columns, known: &Known<'_>) -> Vec<bool> {
    let is_there = |touchpoint: &Touchpoint| match &place.node {
        Spot::Touchpoint(reference) => reference.id() == Some(touchpoint.id.0),
        Spot::Stage(reference) => reference.id() == Some(touchpoint.stage.0),
    };
    touchpoints(&place.map, columns, known, is_there)
}

/// Whether each event, by code, is contact anywhere on a map.
pub(super) fn events_on(map: &Reference, columns: &Columns, known: &Known<'_>) -> Vec<bool> {
    touchpoints(map, columns, known, |_| true)
}

fn touchpoints(
    map: &Reference,
    columns: &Columns,
    known: &Known<'_>,
    is: impl Fn(&Touchpoint) -> bool,
) -> Vec<bool> {
    let journey = map.id().and_then(|id| known.journeys.get(&id));
    let touchpoint = |event: &String| journey.and_then(|journey| journey.touchpoint_of_event(event));
    columns.events.iter().map(|event| touchpoint(event).is_some_and(&is)).collect()
}

//! A map's rows as a journey.

use std::collections::BTreeMap;

use model::{Journey, MapId};
use rusqlite::Connection;

use crate::{StoreError, Tx, Workspace, lane, lane_card, map, note, stage, story, touchpoint, transition};

impl Workspace {
    /// A map with everything on it, as a graph.
    pub fn journey(&self, id: MapId) -> Result<Journey, StoreError> {
        load(&self.conn, id)
    }
}

impl Tx<'_> {
    /// A map as it stands within this edit.
    pub fn journey(&self, map: MapId) -> Result<Journey, StoreError> {
        load(self.conn, map)
    }
}

pub(crate) fn load(conn: &Connection, id: MapId) -> Result<Journey, StoreError> {
    let map = map::one(conn, id)?;
    let title = map.title.clone();
    let stages = stage::of_map(conn, id)?;
    let touchpoints = touchpoint::of_map(conn, id)?;
    let transitions = transition::of_map(conn, id)?;
    let lanes = lane::of_map(conn, id)?;
    let cards = lane_card::of_map(conn, id)?;
    let story = story::of_map(conn, id)?;
    let workshop = note::of_map(conn, id)?;
    let sub_journeys = sub_journeys(conn, id)?;
    Journey::build(map, stages, touchpoints, transitions)
        .map(|journey| journey.with_lanes(lanes).with_cards(cards).with_story(story))
        .map(|journey| journey.with_workshop(workshop).with_sub_journeys(sub_journeys))
        .map_err(|problems| StoreError::NoJourney { title, problems })
}

/// What the maps are called that touchpoints of a map open.
fn sub_journeys(conn: &Connection, id: MapId) -> Result<BTreeMap<MapId, String>, StoreError> {
    let sql = "SELECT map.id, map.title FROM touchpoint JOIN map ON map.id = touchpoint.sub_journey
               WHERE touchpoint.map = ?1";
    let mut select = conn.prepare_cached(sql)?;
    let titles = select.query_map([id.0], |row| Ok((MapId(row.get(0)?), row.get(1)?)))?;
    Ok(titles.collect::<Result<_, _>>()?)
}

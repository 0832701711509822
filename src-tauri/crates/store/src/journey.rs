//! A map's rows as a journey.

use model::{Journey, MapId};
use rusqlite::Connection;

use crate::{StoreError, Tx, Workspace, lane, lane_card, map, stage, touchpoint, transition};

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
    Journey::build(map, stages, touchpoints, transitions)
        .map(|journey| journey.with_lanes(lanes).with_cards(cards))
        .map_err(|problems| StoreError::NoJourney { title, problems })
}

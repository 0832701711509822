//! The tables `left_event` and `matched_event`: the events of a map that the user leaves on no touchpoint, and those
//! that an import put on one.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use model::{ImportId, MapId, TouchpointId};

use crate::tx::named;
use crate::{StoreError, Tx, Workspace};

impl Workspace {
    /// The event names that the user leaves on no touchpoint of a map, sorted.
    pub fn left_events(&self, map: MapId) -> Result<Vec<String>, StoreError> {
        left_events(&self.conn, map)
    }

    /// The event names that any touchpoint of any map lists.
    pub fn events_on_maps(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT DISTINCT event FROM touchpoint_event")?;
        Ok(select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

pub(crate) fn left_events(conn: &Connection, map: MapId) -> Result<Vec<String>, StoreError> {
    let mut select = conn.prepare_cached("SELECT event FROM left_event WHERE map = ?1 ORDER BY event")?;
    Ok(select.query_map([map.0], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

impl Tx<'_> {
    /// The names of the events that interactions have, in the order of their first import.
    pub fn event_names(&self) -> Result<Vec<String>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT name FROM event ORDER BY id")?;
        Ok(select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The event names that the user leaves on no touchpoint of a map, sorted.
    pub fn left_events(&self, map: MapId) -> Result<Vec<String>, StoreError> {
        left_events(self.conn, map)
    }

    /// The maps, in the order in which they were added.
    pub fn maps(&self) -> Result<Vec<MapId>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT id FROM map ORDER BY id")?;
        Ok(select.query_map([], |row| row.get(0).map(MapId))?.collect::<Result<_, _>>()?)
    }

    /// The map that a touchpoint is on.
    pub fn map_of(&self, touchpoint: TouchpointId) -> Result<MapId, StoreError> {
        Ok(self.touchpoint_spot(touchpoint)?.0)
    }

    /// Leaves an event on no touchpoint of a map, or asks about it again.
    pub fn leave_event(&mut self, map: MapId, event: &str, left: bool) -> Result<(), StoreError> {
        self.check_map(map)?;
        named("event", event)?;
        let sql = if left {
            "INSERT INTO left_event (map, event) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM left_event WHERE map = ?1 AND event = ?2"
        };
        self.run(sql, params![map.0, event])?;
        Ok(())
    }

    /// Notes that an import put events on a touchpoint.
    pub fn note_matches(
        &mut self,
        import: ImportId,
        touchpoint: TouchpointId,
        events: &[String],
    ) -> Result<(), StoreError> {
        let (map, _) = self.touchpoint_spot(touchpoint)?;
        for event in events {
            let sql = "INSERT INTO matched_event (import, map, event, touchpoint) VALUES (?1, ?2, ?3, ?4)";
            self.run(sql, params![import.0, map.0, event, touchpoint.0])?;
        }
        Ok(())
    }

    /// Takes the events that an import put on touchpoints off again, where they still are.
    pub fn take_back_matches(&mut self, import: ImportId) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM touchpoint_event AS listed WHERE EXISTS (
                 SELECT 1 FROM matched_event AS matched WHERE matched.import = ?1 AND matched.map = listed.map
                 AND matched.event = listed.event AND matched.touchpoint = listed.touchpoint)",
            [import.0],
        )?;
        self.run("DELETE FROM matched_event WHERE import = ?1", [import.0])?;
        Ok(())
    }
}

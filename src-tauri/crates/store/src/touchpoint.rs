//! The tables `touchpoint` and `touchpoint_event`.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Row, params};

use model::{MapId, Place, Sentiment, StageId, Touchpoint, TouchpointId};

use crate::error::unknown;
use crate::tx::named;
use crate::{StoreError, Tx, details, persona_feeling};

/// The farthest that a touchpoint may be from the left top of its stage's column.
const FARTHEST: f64 = 1e9;

/// The touchpoints of a map in the order of their ids, with their events and how personas feel there.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Vec<Touchpoint>, StoreError> {
    let mut events = events_of_map(conn, map)?;
    let mut feelings = persona_feeling::of_map(conn, map)?;
    let columns = details::COLUMNS;
    let mut select = conn.prepare_cached(&format!(
        "SELECT id, stage, title, x, y, sentiment, goal, sub_journey, locked, {columns} FROM touchpoint WHERE map = ?1 ORDER BY id"
    ))?;
    let touchpoints = select.query_map([map.0], |row| {
        let touchpoint = read(row)?;
        Ok(Touchpoint {
            events: events.remove(&touchpoint.id).unwrap_or_default(),
            feelings: feelings.remove(&touchpoint.id).unwrap_or_default(),
            ..touchpoint
        })
    })?;
    let touchpoints: Vec<Touchpoint> = touchpoints.collect::<Result<_, _>>()?;
    if touchpoints.iter().any(|touchpoint| !is_place(touchpoint.place)) {
        return Err(StoreError::damaged("a touchpoint has no place"));
    }
    Ok(touchpoints)
}

/// The events of each touchpoint, sorted: the key of the table is sorted by event.
fn events_of_map(conn: &Connection, map: MapId) -> Result<BTreeMap<TouchpointId, Vec<String>>, StoreError> {
    let mut events: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut select =
        conn.prepare_cached("SELECT touchpoint, event FROM touchpoint_event WHERE map = ?1 ORDER BY event")?;
    let mut rows = select.query([map.0])?;
    while let Some(row) = rows.next()? {
        events.entry(TouchpointId(row.get(0)?)).or_default().push(row.get(1)?);
    }
    Ok(events)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Touchpoint> {
    let sentiment: Option<i64> = row.get(5)?;
    Ok(Touchpoint {
        id: TouchpointId(row.get(0)?),
        stage: StageId(row.get(1)?),
        title: row.get(2)?,
        place: Place { x: row.get(3)?, y: row.get(4)? },
        channel: details::channel(row, 9)?,
        sentiment: sentiment
            .map(|score| Sentiment::from_score(score).ok_or_else(|| unknown(5, &score.to_string())))
            .transpose()?,
        feelings: Vec::new(),
        goal: row.get(6)?,
        events: Vec::new(),
        sub_journey: row.get::<_, Option<i64>>(7)?.map(MapId),
        locked: row.get(8)?,
        details: details::read(row, 9)?,
    })
}

impl Tx<'_> {
    /// Adds a touchpoint to a stage.
    pub fn add_touchpoint(
        &mut self,
        stage: StageId,
        title: &str,
        place: Place,
    ) -> Result<TouchpointId, StoreError> {
        named("touchpoint", title)?;
        check_place(place)?;
        let (map, _) = self.stage_spot(stage)?;
        let sql = "INSERT INTO touchpoint (map, stage, title, x, y) VALUES (?1, ?2, ?3, ?4, ?5)";
        Ok(TouchpointId(self.insert(sql, params![map.0, stage.0, title, place.x, place.y])?))
    }

    /// Renames a touchpoint.
    pub fn rename_touchpoint(&mut self, id: TouchpointId, title: &str) -> Result<(), StoreError> {
        named("touchpoint", title)?;
        self.set_touchpoint(id, "UPDATE touchpoint SET title = ?2 WHERE id = ?1", params![id.0, title])
    }

    /// Puts a touchpoint into a stage of its map, at a place. One that is locked stays, which is an error.
    pub fn place_touchpoint(
        &mut self,
        id: TouchpointId,
        stage: StageId,
        place: Place,
    ) -> Result<(), StoreError> {
        check_place(place)?;
        let (map, title) = self.touchpoint_spot(id)?;
        self.check_free(id)?;
        let (other, _) = self.stage_spot(stage)?;
        if map != other {
            let second = self.text("SELECT title FROM stage WHERE id = ?1", [stage.0])?.unwrap_or_default();
            return Err(StoreError::OtherMap { first: title, second });
        }
        let sql = "UPDATE touchpoint SET stage = ?2, x = ?3, y = ?4 WHERE id = ?1";
        self.set_touchpoint(id, sql, params![id.0, stage.0, place.x, place.y])
    }

    /// Tells where a touchpoint's card is from another left edge of its stage: also a locked one, which stays where one
    /// sees it.
    pub fn rebase_touchpoint(&mut self, id: TouchpointId, place: Place) -> Result<(), StoreError> {
        check_place(place)?;
        let sql = "UPDATE touchpoint SET x = ?2, y = ?3 WHERE id = ?1";
        self.set_touchpoint(id, sql, params![id.0, place.x, place.y])
    }

    /// Locks a touchpoint, or unlocks it.
    pub fn lock_touchpoint(&mut self, id: TouchpointId, locked: bool) -> Result<(), StoreError> {
        self.set_touchpoint(id, "UPDATE touchpoint SET locked = ?2 WHERE id = ?1", params![id.0, locked])
    }

    /// Those of some touchpoints that are locked.
    pub fn locked_touchpoints(&self, all: &[TouchpointId]) -> Result<BTreeSet<TouchpointId>, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM touchpoint WHERE id = ?1 AND locked)")?;
        let mut found = BTreeSet::new();
        for &each in all {
            if select.query_row([each.0], |row| row.get(0))? {
                found.insert(each);
            }
        }
        Ok(found)
    }

    /// Sets how customers feel at a touchpoint.
    pub fn set_sentiment(
        &mut self,
        id: TouchpointId,
        sentiment: Option<Sentiment>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE touchpoint SET sentiment = ?2 WHERE id = ?1";
        self.set_touchpoint(id, sql, params![id.0, sentiment.map(Sentiment::score)])
    }

    /// Sets whether arriving at a touchpoint is the goal; `None` follows its stage.
    pub fn set_touchpoint_goal(&mut self, id: TouchpointId, goal: Option<bool>) -> Result<(), StoreError> {
        self.set_touchpoint(id, "UPDATE touchpoint SET goal = ?2 WHERE id = ?1", params![id.0, goal])
    }

    /// Sets which map a touchpoint opens: any but its own. Maps may open one another in a circle.
    pub fn set_sub_journey(&mut self, id: TouchpointId, map: Option<MapId>) -> Result<(), StoreError> {
        if let Some(map) = map {
            self.check_map(map)?;
            let (own, title) = self.touchpoint_spot(id)?;
            if own == map {
                return Err(StoreError::OwnSubJourney { touchpoint: title });
            }
        }
        let sql = "UPDATE touchpoint SET sub_journey = ?2 WHERE id = ?1";
        self.set_touchpoint(id, sql, params![id.0, map.map(|map| map.0)])
    }

    /// Sets which event names count as contact at a touchpoint. One that another touchpoint of the map lists is an
    /// error.
    pub fn set_events(&mut self, id: TouchpointId, events: &[String]) -> Result<(), StoreError> {
        let (map, _) = self.touchpoint_spot(id)?;
        let wanted: BTreeSet<&str> = events.iter().map(String::as_str).collect();
        let listed = self.listed_events(id)?;
        for event in listed.iter().filter(|event| !wanted.contains(event.as_str())) {
            self.run("DELETE FROM touchpoint_event WHERE map = ?1 AND event = ?2", params![map.0, event])?;
        }
        for event in wanted.into_iter().filter(|event| !listed.contains(*event)) {
            self.list_event(map, id, event)?;
        }
        Ok(())
    }

    /// Deletes a touchpoint with its transitions, events, cells and how personas feel there; notes stick on its stage
    /// from then on. One that is locked stays, which is an error.
    pub fn delete_touchpoint(&mut self, id: TouchpointId) -> Result<(), StoreError> {
        self.check_free(id)?;
        self.letting_go(|tx| {
            tx.run("DELETE FROM transition WHERE from_touchpoint = ?1", [id.0])?;
            tx.run("DELETE FROM transition WHERE to_touchpoint = ?1", [id.0])?;
            for table in ["touchpoint_event", "touchpoint_cell", "lane_card", "persona_feeling", "story_mark"]
            {
                tx.run(&format!("DELETE FROM {table} WHERE touchpoint = ?1"), [id.0])?;
            }
            tx.run("DELETE FROM story_mark WHERE to_touchpoint = ?1", [id.0])?;
            tx.unstick_touchpoint(id)?;
            tx.set_touchpoint(id, "DELETE FROM touchpoint WHERE id = ?1", [id.0])
        })
    }

    /// The map and the title of a touchpoint.
    pub(crate) fn touchpoint_spot(&self, id: TouchpointId) -> Result<(MapId, String), StoreError> {
        let mut select = self.conn.prepare_cached("SELECT map, title FROM touchpoint WHERE id = ?1")?;
        let spot = select.query_row([id.0], |row| Ok((MapId(row.get(0)?), row.get(1)?))).optional()?;
        spot.ok_or(StoreError::Missing { what: "touchpoint", id: id.0 })
    }

    fn check_free(&self, id: TouchpointId) -> Result<(), StoreError> {
        let locked = self.text("SELECT title FROM touchpoint WHERE id = ?1 AND locked", [id.0])?;
        locked.map_or(Ok(()), |title| Err(StoreError::LockedInPlace { title }))
    }

    fn listed_events(&self, id: TouchpointId) -> Result<BTreeSet<String>, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT event FROM touchpoint_event WHERE touchpoint = ?1")?;
        Ok(select.query_map([id.0], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    fn list_event(&self, map: MapId, id: TouchpointId, event: &str) -> Result<(), StoreError> {
        named("event", event)?;
        let taken = "SELECT title FROM touchpoint_event AS listed JOIN touchpoint ON touchpoint.id = listed.touchpoint
                     WHERE listed.map = ?1 AND listed.event = ?2";
        if let Some(by) = self.text(taken, params![map.0, event])? {
            return Err(StoreError::EventTaken { event: event.to_owned(), by });
        }
        let sql = "INSERT INTO touchpoint_event (map, event, touchpoint) VALUES (?1, ?2, ?3)";
        self.run(sql, params![map.0, event, id.0])?;
        Ok(())
    }

    fn set_touchpoint(
        &self,
        id: TouchpointId,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<(), StoreError> {
        self.change("touchpoint", id.0, sql, params)
    }
}

/// Refuses a place where nothing can be.
pub(crate) fn check_place(place: Place) -> Result<(), StoreError> {
    if is_place(place) { Ok(()) } else { Err(StoreError::NoPlace) }
}

/// Whether a map can have something there.
fn is_place(place: Place) -> bool {
    place.x.abs() <= FARTHEST && place.y.abs() <= FARTHEST
}

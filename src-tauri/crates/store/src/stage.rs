//! The table `stage`: the steps of a map's lifecycle, in positions from 0 without gaps.

use rusqlite::{Connection, Row, params};

use model::{MapId, Stage, StageDetails, StageId, StageTint};

use crate::details::word;
use crate::schema::TEXT;
use crate::tx::{bounded, free, named};
use crate::{StoreError, Tx};

/// The stages of a map in the order of its lifecycle.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Vec<Stage>, StoreError> {
    let mut select = conn.prepare_cached(
        "SELECT id, title, goal, locked, aim, entry, tint, width FROM stage WHERE map = ?1 ORDER BY position, id",
    )?;
    let stages = select.query_map([map.0], |row| {
        Ok(Stage {
            id: StageId(row.get(0)?),
            title: row.get(1)?,
            goal: row.get(2)?,
            locked: row.get(3)?,
            details: read_details(row, 4)?,
        })
    })?;
    Ok(stages.collect::<Result<_, _>>()?)
}

fn read_details(row: &Row<'_>, first: usize) -> rusqlite::Result<StageDetails> {
    Ok(StageDetails {
        aim: row.get(first)?,
        entry: row.get(first + 1)?,
        tint: word(row, first + 2, StageTint::from_name)?,
        width: row.get(first + 3)?,
    })
}

impl Tx<'_> {
    /// Adds a stage at a position from 0; a position past the end is the end.
    pub fn add_stage(&mut self, map: MapId, position: usize, title: &str) -> Result<StageId, StoreError> {
        self.check_map(map)?;
        self.check_stage_title(map, title, None)?;
        let position = (position as i64).min(self.count_stages(map)?);
        self.shift_stages(map, position, i64::MAX, 1)?;
        let sql = "INSERT INTO stage (map, position, title) VALUES (?1, ?2, ?3)";
        Ok(StageId(self.insert(sql, params![map.0, position, title])?))
    }

    /// Renames a stage.
    pub fn rename_stage(&mut self, id: StageId, title: &str) -> Result<(), StoreError> {
        let (map, _) = self.stage_spot(id)?;
        self.check_stage_title(map, title, Some(id))?;
        self.change("stage", id.0, "UPDATE stage SET title = ?2 WHERE id = ?1", params![id.0, title])
    }

    /// Locks a stage, or unlocks it.
    pub fn lock_stage(&mut self, id: StageId, locked: bool) -> Result<(), StoreError> {
        self.change("stage", id.0, "UPDATE stage SET locked = ?2 WHERE id = ?1", params![id.0, locked])
    }

    /// Moves a stage to a position from 0; a position past the end is the end. One that is locked stays, which is an
    /// error.
    pub fn move_stage(&mut self, id: StageId, position: usize) -> Result<(), StoreError> {
        self.check_stage_free(id)?;
        let (map, from) = self.stage_spot(id)?;
        let to = (position as i64).min(self.count_stages(map)? - 1);
        if to > from {
            self.shift_stages(map, from + 1, to, -1)?;
        } else {
            self.shift_stages(map, to, from - 1, 1)?;
        }
        self.change("stage", id.0, "UPDATE stage SET position = ?2 WHERE id = ?1", params![id.0, to])
    }

    /// Sets whether arriving at a stage is the goal; `None` leaves it to the default.
    pub fn set_stage_goal(&mut self, id: StageId, goal: Option<bool>) -> Result<(), StoreError> {
        self.change("stage", id.0, "UPDATE stage SET goal = ?2 WHERE id = ?1", params![id.0, goal])
    }

    /// What is written and chosen of a stage.
    pub fn stage_details(&self, id: StageId) -> Result<StageDetails, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT aim, entry, tint, width FROM stage WHERE id = ?1")?;
        select.query_row([id.0], |row| read_details(row, 0)).map_err(|error| missing(id, error))
    }

    /// Sets what is written and chosen of a stage. A width is brought within what a column can be; that of a stage that
    /// is locked stays, which is an error.
    pub fn set_stage_details(&mut self, id: StageId, details: &StageDetails) -> Result<(), StoreError> {
        let StageDetails { aim, entry, tint, width } = details;
        bounded("aim", aim, TEXT)?;
        bounded("entry", entry, TEXT)?;
        let (least, most) = StageDetails::WIDTHS;
        let width = width.map(|width| width.clamp(least, most));
        if width != self.stage_details(id)?.width {
            self.check_stage_free(id)?;
        }
        let sql = "UPDATE stage SET aim = ?2, entry = ?3, tint = ?4, width = ?5 WHERE id = ?1";
        self.change("stage", id.0, sql, params![id.0, aim, entry, tint.map(StageTint::name), width])
    }

    /// Deletes a stage with its touchpoints, their transitions, events and cells, and its own cells; notes are parked.
    /// One that is locked stays, and so does one with a touchpoint that is, which is an error.
    pub fn delete_stage(&mut self, id: StageId) -> Result<(), StoreError> {
        self.check_stage_free(id)?;
        let locked = "SELECT title FROM touchpoint WHERE stage = ?1 AND locked ORDER BY id LIMIT 1";
        if let Some(title) = self.text(locked, [id.0])? {
            return Err(StoreError::LockedInPlace { title });
        }
        let (map, position) = self.stage_spot(id)?;
        self.letting_go(|tx| {
            let inside = "(SELECT id FROM touchpoint WHERE stage = ?1)";
            tx.run(&format!("DELETE FROM transition WHERE from_touchpoint IN {inside}"), [id.0])?;
            tx.run(&format!("DELETE FROM transition WHERE to_touchpoint IN {inside}"), [id.0])?;
            tx.run(&format!("DELETE FROM touchpoint_event WHERE touchpoint IN {inside}"), [id.0])?;
            for table in ["touchpoint_cell", "lane_card", "persona_feeling", "story_mark"] {
                tx.run(&format!("DELETE FROM {table} WHERE touchpoint IN {inside}"), [id.0])?;
            }
            tx.run(&format!("DELETE FROM story_mark WHERE to_touchpoint IN {inside}"), [id.0])?;
            tx.part_stories_from_stage(id)?;
            tx.unstick_stage(id)?;
            tx.run("DELETE FROM touchpoint WHERE stage = ?1", [id.0])?;
            tx.run("DELETE FROM lane_card WHERE stage = ?1", [id.0])?;
            tx.run("DELETE FROM cell WHERE stage = ?1", [id.0])?;
            tx.run("DELETE FROM stage WHERE id = ?1", [id.0])?;
            Ok(())
        })?;
        self.shift_stages(map, position + 1, i64::MAX, -1)
    }

    /// The map that a stage is on.
    pub fn map_of_stage(&self, id: StageId) -> Result<MapId, StoreError> {
        Ok(self.stage_spot(id)?.0)
    }

    /// The map and the position of a stage.
    pub(crate) fn stage_spot(&self, id: StageId) -> Result<(MapId, i64), StoreError> {
        let mut select = self.conn.prepare_cached("SELECT map, position FROM stage WHERE id = ?1")?;
        select
            .query_row([id.0], |row| Ok((MapId(row.get(0)?), row.get(1)?)))
            .map_err(|error| missing(id, error))
    }

    fn check_stage_free(&self, id: StageId) -> Result<(), StoreError> {
        let locked = self.text("SELECT title FROM stage WHERE id = ?1 AND locked", [id.0])?;
        locked.map_or(Ok(()), |title| Err(StoreError::LockedInPlace { title }))
    }

    fn count_stages(&self, map: MapId) -> Result<i64, StoreError> {
        Ok(self.number("SELECT count(*) FROM stage WHERE map = ?1", [map.0])?.unwrap_or(0))
    }

    fn shift_stages(&self, map: MapId, first: i64, last: i64, by: i64) -> Result<(), StoreError> {
        let sql = "UPDATE stage SET position = position + ?4 WHERE map = ?1 AND position BETWEEN ?2 AND ?3";
        self.run(sql, [map.0, first, last, by])?;
        Ok(())
    }

    fn check_stage_title(&self, map: MapId, title: &str, of: Option<StageId>) -> Result<(), StoreError> {
        named("stage", title)?;
        let sql = "SELECT id FROM stage WHERE map = ?1 AND title = ?2 AND id IS NOT ?3";
        free("stage", title, self.number(sql, params![map.0, title, of.map(|id| id.0)])?)
    }
}

fn missing(id: StageId, error: rusqlite::Error) -> StoreError {
    match error {
        rusqlite::Error::QueryReturnedNoRows => StoreError::Missing { what: "stage", id: id.0 },
        other => other.into(),
    }
}

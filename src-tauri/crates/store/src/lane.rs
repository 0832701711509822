//! The tables `lane`, `cell` and `touchpoint_cell`: the rows under a map, in positions from 0 without gaps, and what they say of
//! stages and touchpoints.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params};

use model::{Cell, CellsBy, Lane, LaneId, LaneKind, LaneView, MapId, Node, StageId, TouchpointId};

use crate::error::unknown;
use crate::schema::{TEXT, TITLE};
use crate::tx::{bounded, named};
use crate::{StoreError, Tx};

/// The lanes of a map from the uppermost, with their cells.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Vec<Lane>, StoreError> {
    let mut cells = cells_of_map(conn, map)?;
    let sql = "SELECT id, kind, title, view, cells_by, height FROM lane WHERE map = ?1 ORDER BY position, id";
    let mut select = conn.prepare_cached(sql)?;
    let lanes = select.query_map([map.0], |row| {
        let lane = read(row)?;
        Ok(Lane { cells: cells.remove(&lane.id).unwrap_or_default(), ..lane })
    })?;
    Ok(lanes.collect::<Result<_, _>>()?)
}

fn cells_of_map(conn: &Connection, map: MapId) -> Result<BTreeMap<LaneId, Vec<Cell>>, StoreError> {
    let mut cells: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut read = |sql: &str, of: fn(i64) -> Node| -> Result<(), StoreError> {
        let mut select = conn.prepare_cached(sql)?;
        let mut rows = select.query([map.0])?;
        while let Some(row) = rows.next()? {
            let cell = Cell { of: of(row.get(1)?), text: row.get(2)? };
            cells.entry(LaneId(row.get(0)?)).or_default().push(cell);
        }
        Ok(())
    };
    read("SELECT lane, stage, text FROM cell WHERE map = ?1 ORDER BY stage", |id| Node::Stage(StageId(id)))?;
    let sql = "SELECT lane, touchpoint, text FROM touchpoint_cell WHERE map = ?1 ORDER BY touchpoint";
    read(sql, |id| Node::Touchpoint(TouchpointId(id)))?;
    Ok(cells)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Lane> {
    let (kind, view) = (row.get_ref(1)?.as_str()?, row.get_ref(3)?.as_str()?);
    let by = row.get_ref(4)?.as_str()?;
    Ok(Lane {
        id: LaneId(row.get(0)?),
        kind: LaneKind::from_name(kind).ok_or_else(|| unknown(1, kind))?,
        title: row.get(2)?,
        view: LaneView::from_name(view).ok_or_else(|| unknown(3, view))?,
        by: CellsBy::from_name(by).ok_or_else(|| unknown(4, by))?,
        height: row.get(5)?,
        cells: Vec::new(),
    })
}

impl Tx<'_> {
    /// Adds a lane at a position from 0; a position past the end is the end. Without a title it is called as its kind
    /// is, which one of one's own has not.
    pub fn add_lane(
        &mut self,
        map: MapId,
        position: usize,
        kind: LaneKind,
        title: &str,
    ) -> Result<LaneId, StoreError> {
        self.check_map(map)?;
        called(kind, title)?;
        let position = (position as i64).min(self.count_lanes(map)?);
        self.shift_lanes(map, position, i64::MAX, 1)?;
        let sql = "INSERT INTO lane (map, position, kind, title) VALUES (?1, ?2, ?3, ?4)";
        Ok(LaneId(self.insert(sql, params![map.0, position, kind.name(), title])?))
    }

    /// Renames a lane; without a title it is called as its kind is.
    pub fn rename_lane(&mut self, id: LaneId, title: &str) -> Result<(), StoreError> {
        called(self.lane_spot(id)?.kind, title)?;
        self.change("lane", id.0, "UPDATE lane SET title = ?2 WHERE id = ?1", params![id.0, title])
    }

    /// Moves a lane to a position from 0; a position past the end is the end.
    pub fn move_lane(&mut self, id: LaneId, position: usize) -> Result<(), StoreError> {
        let Spot { map, position: from, .. } = self.lane_spot(id)?;
        let to = (position as i64).min(self.count_lanes(map)? - 1);
        if to > from {
            self.shift_lanes(map, from + 1, to, -1)?;
        } else {
            self.shift_lanes(map, to, from - 1, 1)?;
        }
        self.change("lane", id.0, "UPDATE lane SET position = ?2 WHERE id = ?1", params![id.0, to])
    }

    /// Sets how much of a lane pictures show.
    pub fn set_lane_view(&mut self, id: LaneId, view: LaneView) -> Result<(), StoreError> {
        self.change("lane", id.0, "UPDATE lane SET view = ?2 WHERE id = ?1", params![id.0, view.name()])
    }

    /// Sets whether the cells of a lane are about stages or touchpoints; what it says of the others is kept.
    pub fn set_cells_by(&mut self, id: LaneId, by: CellsBy) -> Result<(), StoreError> {
        if !self.lane_spot(id)?.kind.is_written() {
            return Err(StoreError::Missing { what: "cell", id: id.0 });
        }
        self.change("lane", id.0, "UPDATE lane SET cells_by = ?2 WHERE id = ?1", params![id.0, by.name()])
    }

    /// Sets how high the cells of a lane are at least, up to [`Lane::HIGHEST`].
    pub fn set_lane_height(&mut self, id: LaneId, height: u32) -> Result<(), StoreError> {
        let height = height.min(Lane::HIGHEST);
        self.change("lane", id.0, "UPDATE lane SET height = ?2 WHERE id = ?1", params![id.0, height])
    }

    /// Deletes a lane with all that it says.
    pub fn delete_lane(&mut self, id: LaneId) -> Result<(), StoreError> {
        let Spot { map, position, .. } = self.lane_spot(id)?;
        for table in ["story_mark", "lane_card", "touchpoint_cell", "cell"] {
            self.run(&format!("DELETE FROM {table} WHERE lane = ?1"), [id.0])?;
        }
        self.run("DELETE FROM lane WHERE id = ?1", [id.0])?;
        self.shift_lanes(map, position + 1, i64::MAX, -1)
    }

    /// Writes what a lane says of a stage or a touchpoint of its map; an empty text says nothing.
    pub fn write_cell(&mut self, lane: LaneId, of: Node, text: &str) -> Result<(), StoreError> {
        bounded("cell", text, TEXT)?;
        let map = self.map_of_cell(lane, of)?;
        let (table, column, id) = match of {
            Node::Stage(stage) => ("cell", "stage", stage.0),
            Node::Touchpoint(touchpoint) => ("touchpoint_cell", "touchpoint", touchpoint.0),
        };
        if text.is_empty() {
            let sql = format!("DELETE FROM {table} WHERE lane = ?1 AND {column} = ?2");
            self.run(&sql, [lane.0, id])?;
            return Ok(());
        }
        let sql = format!(
            "INSERT INTO {table} (lane, {column}, map, text) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (lane, {column}) DO UPDATE SET text = excluded.text"
        );
        self.run(&sql, params![lane.0, id, map.0, text])?;
        Ok(())
    }

    /// The map of a lane in which people write, and of what a cell of it is about.
    pub(crate) fn map_of_cell(&self, lane: LaneId, of: Node) -> Result<MapId, StoreError> {
        let Spot { map, kind, .. } = self.lane_spot(lane)?;
        let (there, id) = match of {
            Node::Stage(stage) => (self.stage_spot(stage)?.0, stage.0),
            Node::Touchpoint(touchpoint) => (self.touchpoint_spot(touchpoint)?.0, touchpoint.0),
        };
        if there != map || !kind.is_written() {
            return Err(StoreError::Missing { what: "cell", id });
        }
        Ok(map)
    }

    fn lane_spot(&self, id: LaneId) -> Result<Spot, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT map, position, kind FROM lane WHERE id = ?1")?;
        let spot = select.query_row([id.0], |row| {
            let kind = row.get_ref(2)?.as_str()?;
            let kind = LaneKind::from_name(kind).ok_or_else(|| unknown(2, kind))?;
            Ok(Spot { map: MapId(row.get(0)?), position: row.get(1)?, kind })
        });
        spot.map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => StoreError::Missing { what: "lane", id: id.0 },
            other => other.into(),
        })
    }

    fn count_lanes(&self, map: MapId) -> Result<i64, StoreError> {
        Ok(self.number("SELECT count(*) FROM lane WHERE map = ?1", [map.0])?.unwrap_or(0))
    }

    fn shift_lanes(&self, map: MapId, first: i64, last: i64, by: i64) -> Result<(), StoreError> {
        let sql = "UPDATE lane SET position = position + ?4 WHERE map = ?1 AND position BETWEEN ?2 AND ?3";
        self.run(sql, [map.0, first, last, by])?;
        Ok(())
    }
}

/// Where a lane is, and what it is about.
struct Spot {
    map: MapId,
    position: i64,
    kind: LaneKind,
}

/// Refuses a title that a lane of a kind cannot have.
fn called(kind: LaneKind, title: &str) -> Result<(), StoreError> {
    if kind == LaneKind::Own { named("lane", title) } else { bounded("lane", title, TITLE) }
}

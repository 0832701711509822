//! A map as it was at another moment, put in the place of what it is.

use std::collections::BTreeMap;

use model::MapId;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params, params_from_iter};

use crate::past::Past;
use crate::{StoreError, Tx, map};

/// What a column refers to: the table, of which it holds a row's id.
pub(crate) type Refers = (&'static str, &'static str);

/// The tables that hold what is on a map, in an order in which rows can be written, each with its columns that refer to
/// rows on it.
pub(crate) const ON_MAP: [(&str, &[Refers]); 13] = [
    ("stage", &[("id", "stage")]),
    ("touchpoint", &[("id", "touchpoint"), ("stage", "stage")]),
    ("touchpoint_event", &[("touchpoint", "touchpoint")]),
    (
        "transition",
        &[("id", "transition"), ("from_touchpoint", "touchpoint"), ("to_touchpoint", "touchpoint")],
    ),
    ("lane", &[("id", "lane")]),
    ("cell", &[("lane", "lane"), ("stage", "stage")]),
    ("touchpoint_cell", &[("lane", "lane"), ("touchpoint", "touchpoint")]),
    ("lane_card", &[("id", "lane_card"), ("lane", "lane"), ("stage", "stage"), ("touchpoint", "touchpoint")]),
    ("left_event", &[]),
    ("persona_feeling", &[("touchpoint", "touchpoint")]),
    ("story_step", &[("id", "story_step"), ("stage", "stage")]),
    (
        "story_mark",
        &[
            ("id", "story_mark"),
            ("step", "story_step"),
            ("stage", "stage"),
            ("touchpoint", "touchpoint"),
            ("to_touchpoint", "touchpoint"),
            ("lane", "lane"),
        ],
    ),
    ("note", &[("id", "note"), ("stage", "stage"), ("touchpoint", "touchpoint")]),
];

impl Tx<'_> {
    /// Makes a map what it was, in the rows that it had; an id that is another map's meanwhile becomes a new one. Rules
    /// that refer to what goes say its name from now on. A title that another map has stays free for that.
    pub fn restore_map(&mut self, map: MapId, past: &Past) -> Result<(), StoreError> {
        self.check_map(map)?;
        self.letting_go(|tx| {
            for (table, _) in ON_MAP.iter().rev() {
                tx.run(&format!("DELETE FROM {table} WHERE map = ?1"), [map.0])?;
            }
            let mut moved = BTreeMap::new();
            ON_MAP.iter().try_for_each(|(table, refers)| tx.take_rows(table, refers, map, past, &mut moved))
        })?;
        self.restore_itself(map, past)
    }

    /// Takes the rows of a table that a map had. `moved` says by table and id which rows have another id now.
    fn take_rows(
        &self,
        table: &'static str,
        refers: &[Refers],
        map: MapId,
        past: &Past,
        moved: &mut BTreeMap<(&'static str, i64), i64>,
    ) -> Result<(), StoreError> {
        let mut select = past.conn.prepare(&format!("SELECT * FROM {table} WHERE map = ?1"))?;
        let marks = vec!["?"; select.column_count()].join(", ");
        let names: Vec<String> = select.column_names().map(str::to_owned).collect();
        let columns: Vec<Option<Refers>> =
            names.iter().map(|name| refers.iter().find(|(column, _)| column == name).copied()).collect();
        let mut insert = self.conn.prepare_cached(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        let persona = names.iter().position(|name| name == "persona");
        let mut rows = select.query([map.0])?;
        while let Some(row) = rows.next()? {
            // What is of a persona that is gone goes with it.
            if let Some(column) = persona
                && !self.has_row("persona", row.get(column)?)?
            {
                continue;
            }
            let mut values = Vec::with_capacity(columns.len());
            for (index, refers) in columns.iter().enumerate() {
                let mut value = row.get::<_, Value>(index)?;
                if let (Some((column, of)), Value::Integer(id)) = (refers, &mut value) {
                    if *column == "id" && self.has_row(table, *id)? {
                        moved.insert((*of, *id), self.free_id(table, past)?);
                    }
                    *id = moved.get(&(*of, *id)).copied().unwrap_or(*id);
                }
                if let ("sub_journey", Value::Integer(other)) = (names[index].as_str(), &value)
                    && !self.has_row("map", *other)?
                {
                    value = Value::Null;
                }
                values.push(value);
            }
            insert.execute(params_from_iter(values))?;
        }
        Ok(())
    }

    fn has_row(&self, table: &str, id: i64) -> Result<bool, StoreError> {
        Ok(self.conn.prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?1"))?.exists([id])?)
    }

    /// An id that no row has now, nor had then.
    fn free_id(&self, table: &str, past: &Past) -> Result<i64, StoreError> {
        let highest = format!("SELECT coalesce(max(id), 0) FROM {table}");
        let now: i64 = self.conn.prepare_cached(&highest)?.query_row([], |row| row.get(0))?;
        let then: i64 = past.conn.prepare_cached(&highest)?.query_row([], |row| row.get(0))?;
        now.max(then).checked_add(1).ok_or_else(|| StoreError::damaged("an id is as high as ids can be"))
    }

    /// Restores the row of the map itself.
    fn restore_itself(&mut self, map: MapId, past: &Past) -> Result<(), StoreError> {
        let mut select = past.conn.prepare("SELECT * FROM map WHERE id = ?1")?;
        let names: Vec<String> = select.column_names().map(str::to_owned).collect();
        let was: Option<Vec<Value>> = select
            .query_row([map.0], |row| (0..names.len()).map(|column| row.get(column)).collect())
            .optional()?;
        let was = was.ok_or(StoreError::Missing { what: "map", id: map.0 })?;
        for (name, value) in names.iter().zip(was) {
            let is_free = match (name.as_str(), &value) {
                // What it is to other maps, and where it is kept, is not on it; whose journeys it tells comes below.
                ("id" | "persona" | "twin" | "state" | "folder", _) => false,
                ("title", title) => {
                    let sql = "SELECT 1 FROM map WHERE title = ?1 AND id <> ?2";
                    !self.conn.prepare_cached(sql)?.exists(params![title, map.0])?
                }
                _ => true,
            };
            if is_free {
                self.run(&format!("UPDATE map SET {name} = ?2 WHERE id = ?1"), params![map.0, value])?;
            }
        }
        self.restore_personas(map, past)
    }

    /// Restores whose journeys it told, as far as they are there still; where none is, it stays as it is.
    fn restore_personas(&mut self, map: MapId, past: &Past) -> Result<(), StoreError> {
        let then = map::one(&past.conn, map)?.personas;
        let mut kept = Vec::new();
        for persona in &then {
            if self.has_row("persona", persona.0)? {
                kept.push(*persona);
            }
        }
        if kept.is_empty() && !then.is_empty() {
            return Ok(());
        }
        self.set_map_personas(map, &kept)
    }
}

//! A map once more, with all that is on it.

use std::collections::BTreeMap;

use model::MapId;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::restore::{ON_MAP, Refers};
use crate::{StoreError, Tx, map};

impl Tx<'_> {
    /// Adds a map with all that is on another, under a title of its own and in the same folder.
    pub fn duplicate_map(&mut self, id: MapId, title: &str) -> Result<MapId, StoreError> {
        let original = map::one(self.conn, id)?;
        let copy = self.add_map(title, original.lifecycle, None)?;
        self.set_map_personas(copy, &original.personas)?;
        self.set_map_folder(copy, &original.folder)?;
        self.set_dots(copy, self.workshop(id)?.dots)?;
        let mut copied = BTreeMap::new();
        ON_MAP.iter().try_for_each(|(table, refers)| self.copy_rows(table, refers, id, copy, &mut copied))?;
        Ok(copy)
    }

    /// Adds the rows of a table that a map has to another map. `copied` says by table and id which row is whose copy.
    fn copy_rows(
        &self,
        table: &'static str,
        refers: &[Refers],
        from: MapId,
        to: MapId,
        copied: &mut BTreeMap<(&'static str, i64), i64>,
    ) -> Result<(), StoreError> {
        let mut select = self.conn.prepare(&format!("SELECT * FROM {table} WHERE map = ?1 ORDER BY 1"))?;
        let names: Vec<String> = select.column_names().map(str::to_owned).collect();
        let read = |row: &rusqlite::Row<'_>| (0..names.len()).map(|column| row.get(column)).collect();
        let rows: Vec<Vec<Value>> = select.query_map([from.0], read)?.collect::<Result<_, _>>()?;
        let marks = vec!["?"; names.len()].join(", ");
        let mut insert = self.conn.prepare_cached(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        for mut row in rows {
            let mut own = None;
            for (name, value) in names.iter().zip(&mut row) {
                let of = refers.iter().find(|(column, _)| column == name).map(|(_, of)| *of);
                match (name.as_str(), of, &*value) {
                    ("map", ..) => *value = Value::Integer(to.0),
                    ("id", Some(of), &Value::Integer(id)) => {
                        own = Some((of, id));
                        *value = Value::Null;
                    }
                    (_, Some(of), Value::Integer(id)) => {
                        *value = copied.get(&(of, *id)).map_or(Value::Null, |&id| Value::Integer(id));
                    }
                    _ => {}
                }
            }
            insert.execute(params_from_iter(row))?;
            if let Some(own) = own {
                copied.insert(own, self.conn.last_insert_rowid());
            }
        }
        Ok(())
    }
}

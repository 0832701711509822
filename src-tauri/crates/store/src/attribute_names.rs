//! The rows of the table `attribute` by their names.

use rusqlite::{Connection, OptionalExtension};
use rustc_hash::FxHashMap;

use crate::StoreError;

/// The row of each name, added where the table lacks it.
pub(crate) fn ids(conn: &Connection, names: &[&str]) -> Result<Vec<i64>, StoreError> {
    let mut select = conn.prepare_cached("SELECT id FROM attribute WHERE name = ?1")?;
    let mut insert = conn.prepare_cached("INSERT INTO attribute (name) VALUES (?1)")?;
    names
        .iter()
        .map(|name| match select.query_row([name], |row| row.get(0)).optional()? {
            Some(id) => Ok(id),
            None => Ok(insert.insert([name])?),
        })
        .collect()
}

/// The name of each row.
pub(crate) fn all(conn: &Connection) -> Result<FxHashMap<i64, String>, StoreError> {
    let mut select = conn.prepare_cached("SELECT id, name FROM attribute")?;
    let names = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Removes the attributes that no customer has a value of any more.
pub(crate) fn forget_unused(conn: &Connection) -> Result<(), StoreError> {
    conn.execute(
        "DELETE FROM attribute WHERE NOT EXISTS (SELECT 1 FROM sheet_column WHERE attribute = attribute.id)",
        [],
    )?;
    Ok(())
}

//! The rows of the table `customer` by their keys.

use rusqlite::{Connection, OptionalExtension, params};

use crate::StoreError;

/// The row of a customer, and whether it was just added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    pub(crate) row: i64,
    pub(crate) new: bool,
}

/// The row of each key, added where it is not known. Sorted keys make both the search and the adding sequential.
pub(crate) fn ids(conn: &Connection, sorted_keys: &[&str]) -> Result<Vec<Known>, StoreError> {
    let mut next: i64 =
        conn.query_row("SELECT coalesce(max(id), 0) + 1 FROM customer", [], |row| row.get(0))?;
    let none_yet = next == 1;
    let mut select = conn.prepare("SELECT id FROM customer WHERE key = ?1")?;
    let mut insert = conn.prepare("INSERT INTO customer (id, key) VALUES (?1, ?2)")?;
    let mut known = Vec::with_capacity(sorted_keys.len());
    for key in sorted_keys {
        let found = if none_yet { None } else { select.query_row([key], |row| row.get(0)).optional()? };
        if let Some(row) = found {
            known.push(Known { row, new: false });
            continue;
        }
        insert.execute(params![next, key])?;
        known.push(Known { row: next, new: true });
        next += 1;
    }
    Ok(known)
}

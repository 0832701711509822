//! The rows of the table `customer` by their keys.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{StoreError, search};

/// The row of each key, added where it is not known under an id that no customer ever had. Sorted keys make both the search and the adding sequential.
pub(crate) fn ids(conn: &Connection, sorted_keys: &[&str]) -> Result<Vec<i64>, StoreError> {
    let highest: i64 = conn.query_row("SELECT customer FROM highest", [], |row| row.get(0))?;
    if highest.checked_add(sorted_keys.len() as i64 + 1).is_none() {
        return Err(StoreError::damaged(format!("its customers go up to {highest}")));
    }
    let first = highest + 1;
    let none_yet =
        !conn.query_row("SELECT EXISTS (SELECT 1 FROM customer)", [], |row| row.get::<_, bool>(0))?;
    let mut next = first;
    let mut select = conn.prepare("SELECT id FROM customer WHERE key = ?1")?;
    let mut insert = conn.prepare("INSERT INTO customer (id, key) VALUES (?1, ?2)")?;
    let mut known = Vec::with_capacity(sorted_keys.len());
    for key in sorted_keys {
        let found = if none_yet { None } else { select.query_row([key], |row| row.get(0)).optional()? };
        if let Some(row) = found {
            known.push(row);
            continue;
        }
        insert.execute(params![next, key])?;
        known.push(next);
        next += 1;
    }
    if next > first {
        search::outdate(conn, first, next - 1)?;
        conn.execute("UPDATE highest SET customer = ?1", [next - 1])?;
    }
    Ok(known)
}

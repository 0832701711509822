//! What a file before format 5 said of customers, carried over into sheets.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use model::ImportId;

use crate::sheet::Draft;
use crate::{StoreError, attribute_names};

/// Carries over what a file before format 5 had in `profile` and `customer.attributes`, and drops both.
pub(crate) fn customers(conn: &Connection) -> Result<(), StoreError> {
    let mut select = conn.prepare("SELECT DISTINCT import FROM profile ORDER BY import")?;
    let imports: Vec<i64> = select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for import in imports {
        carry_over_import(conn, ImportId(import))?;
    }
    conn.execute_batch("DROP TABLE profile; ALTER TABLE customer DROP COLUMN attributes;")?;
    Ok(())
}

fn carry_over_import(conn: &Connection, import: ImportId) -> Result<(), StoreError> {
    let mut names = BTreeSet::new();
    each_old_profile(conn, import, |_, _, said| {
        names.extend(said.into_keys());
        Ok(())
    })?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let attributes = attribute_names::ids(conn, &names)?;
    let mut draft = Draft::new(names.len());
    each_old_profile(conn, import, |customer, name, said| {
        let values: Vec<&str> = names.iter().map(|&name| said.get(name).map_or("", String::as_str)).collect();
        draft.push(customer, name, &values);
        if draft.is_full() {
            draft.write(conn, import, &attributes)?;
            draft = Draft::new(names.len());
        }
        Ok(())
    })?;
    draft.write(conn, import, &attributes)
}

/// Gives `see` what an import said of each customer in a file before format 5: whom, the name and the values.
fn each_old_profile(
    conn: &Connection,
    import: ImportId,
    mut see: impl FnMut(i64, &str, BTreeMap<String, String>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql =
        "SELECT customer, coalesce(name, ''), attributes FROM profile WHERE import = ?1 ORDER BY customer";
    let mut select = conn.prepare_cached(sql)?;
    let mut rows = select.query([import.0])?;
    while let Some(row) = rows.next()? {
        let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        let said = serde_json::from_str(text(2)?)
            .map_err(|error| StoreError::damaged(format!("a customer's attributes: {error}")))?;
        see(row.get(0)?, text(1)?, said)?;
    }
    Ok(())
}

//! What older files said of customers, carried over: into sheets, and those with checksums.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use model::ImportId;

use crate::cells::Stored;
use crate::checksum::checksum;
use crate::sheet::{Draft, StoredSheet};
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
            write(conn, import, &draft.stored(&attributes))?;
            draft = Draft::new(names.len());
        }
        Ok(())
    })?;
    write(conn, import, &draft.stored(&attributes))
}

/// Writes a sheet into a file of format 5.
fn write(conn: &Connection, import: ImportId, sheet: &StoredSheet) -> Result<(), StoreError> {
    let StoredSheet { customers, names, columns } = sheet;
    if customers.is_empty() {
        return Ok(());
    }
    let sheet = conn
        .prepare_cached("INSERT INTO sheet (import, customer, name_text, name_code) VALUES (?1, ?2, ?3, ?4)")?
        .insert(params![import.0, customers, names.text, names.code])?;
    for (attribute, Stored { forms, text, code, .. }) in columns {
        conn.prepare_cached(
            "INSERT INTO sheet_column (attribute, sheet, forms, text, code) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![attribute, sheet, forms.bits(), text, code])?;
    }
    Ok(())
}

/// Gives what a file before format 9 has in sheets its checksums.
pub(crate) fn checksums(conn: &Connection) -> Result<(), StoreError> {
    for (table, blobs, sum) in [
        ("sheet", "customer, NULL", "checksum"),
        ("sheet", "name_text, name_code", "name_checksum"),
        ("sheet_column", "text, code", "checksum"),
    ] {
        // A table without rows of its own numbering is gone through by its key.
        let key = if table == "sheet" { "id, 0" } else { "attribute, sheet" };
        let which = if table == "sheet" { "id = ?1 AND 0 = ?2" } else { "attribute = ?1 AND sheet = ?2" };
        let mut select = conn.prepare(&format!("SELECT {key}, {blobs} FROM {table}"))?;
        let mut update = conn.prepare(&format!("UPDATE {table} SET {sum} = ?3 WHERE {which}"))?;
        let mut rows = select.query([])?;
        let mut sums = Vec::new();
        while let Some(row) = rows.next()? {
            let (first, second): (i64, i64) = (row.get(0)?, row.get(1)?);
            let blob = |at| row.get_ref(at)?.as_blob_or_null().map_err(rusqlite::Error::from);
            let blobs: Vec<&[u8]> = [blob(2)?, blob(3)?].into_iter().flatten().collect();
            sums.push((first, second, checksum(&[], &blobs)));
        }
        for sum in sums {
            update.execute(sum)?;
        }
    }
    Ok(())
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

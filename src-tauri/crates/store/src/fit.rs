//! Whether a recorded changeset still fits the tables of the file.
//!
//! SQLite applies a changeset to a table that has got columns at its end since, and leaves their defaults in rows
//! that come back; but changes of a table that does not fit it skips without an error, and that must not happen.

use std::collections::BTreeMap;
use std::io::Read;

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::ChangesetIter;

use crate::StoreError;
use crate::history::RECORDED;

/// The first table in the changeset that the file has not got any more as it was recorded.
pub(crate) fn misfit(conn: &Connection, changeset: &[u8]) -> Result<Option<String>, StoreError> {
    for (table, keys) in tables(changeset)? {
        if !RECORDED.contains(&table.as_str()) {
            return Ok(Some(table));
        }
        let mut select = conn.prepare_cached("SELECT pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let present: Vec<u8> = select.query_map([&table], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let appended = present.get(keys.len()..).unwrap_or_default();
        if !present.starts_with(&keys) || appended.iter().any(|&key| key > 0) {
            return Ok(Some(table));
        }
    }
    Ok(None)
}

/// The tables of a changeset, each with the place that its columns have in the primary key, 0 for none.
fn tables(mut changeset: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, StoreError> {
    let mut tables = BTreeMap::new();
    let input: &mut dyn Read = &mut changeset;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(change) = changes.next()? {
        let operation = change.op()?;
        if !tables.contains_key(operation.table_name()) {
            tables.insert(operation.table_name().to_owned(), change.pk()?.to_vec());
        }
    }
    Ok(tables)
}

//! What a copy under other names takes over as it is, and chance to make the names of.

use std::collections::BTreeSet;

use model::SegmentId;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use crate::details::blank;
use crate::history::RECORDED;
use crate::{StoreError, Workspace};

/// What under history is not drawn: the workspace itself, what imports put on maps, what names customers, and what people
/// said in workshops.
const NOT_DRAWN: [&str; 5] = ["workspace", "matched_event", "merged_key", "persona_customer", "note"];

impl Workspace {
    /// Takes over the maps, the personas and some of the segments of another workspace; this one has none yet. A persona
    /// whose segment is not among them has none. What is written freely of touchpoints and stages stays behind, and so do notes:
    /// they may say whose words they are.
    pub fn take_drawings(&mut self, from: &Self, segments: &BTreeSet<SegmentId>) -> Result<(), StoreError> {
        self.in_bulk(|conn| {
            for table in RECORDED.into_iter().filter(|table| !NOT_DRAWN.contains(table)) {
                let mut select = from.conn.prepare(&format!("SELECT * FROM {table}"))?;
                let width = select.column_count();
                let marks = vec!["?"; width].join(", ");
                let mut insert = conn.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?;
                let names = select.column_names();
                let blank: Vec<Option<Value>> = names.map(|name| blank(table, name)).collect();
                let mut rows = select.query([])?;
                while let Some(row) = rows.next()? {
                    if table == "segment" && !segments.contains(&SegmentId(row.get(0)?)) {
                        continue;
                    }
                    let values = blank.iter().enumerate().map(|(column, blank)| match blank {
                        Some(blank) => Ok(blank.clone()),
                        None => row.get::<_, Value>(column),
                    });
                    insert.execute(params_from_iter(values.collect::<Result<Vec<_>, _>>()?))?;
                }
            }
            conn.execute(
                "UPDATE persona SET segment = NULL WHERE segment NOT IN (SELECT id FROM segment)",
                [],
            )?;
            Ok(())
        })
    }

    /// Every event that a map lists or leaves out, or whose values mean something.
    pub fn listed_events(&self) -> Result<BTreeSet<String>, StoreError> {
        let sql = "SELECT event FROM touchpoint_event UNION SELECT event FROM left_event
                   UNION SELECT event FROM event_meaning";
        let mut select = self.conn.prepare(sql)?;
        Ok(select.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// A number that nobody can foretell.
    pub fn chance(&self) -> Result<u64, StoreError> {
        let chance: i64 = self.conn.prepare_cached("SELECT random()")?.query_row([], |row| row.get(0))?;
        Ok(chance.cast_unsigned())
    }
}

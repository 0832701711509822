//! What one customer did, in the order in which it is counted.

use rusqlite::{Row, params};

use model::CustomerId;

use crate::{StoreError, Workspace};

/// One dated contact of a customer.
#[derive(Debug, Clone, PartialEq)]
pub struct Interaction {
    /// When, UTC milliseconds.
    pub at: i64,
    /// Whether the source gave a date only, so that `at` is midnight in the workspace's zone.
    pub date_only: bool,
    /// The event's name.
    pub event: String,
    /// The channel, if the source has one.
    pub channel: Option<String>,
    /// The value, if the source has one.
    pub value: Option<f64>,
    /// The currency of the value.
    pub currency: Option<String>,
}

impl Workspace {
    /// A stretch of a customer's interactions, the first ones first: by instant, then by the order in the source, then
    /// by import.
    pub fn timeline(
        &self,
        customer: CustomerId,
        start: u64,
        length: u64,
    ) -> Result<Vec<Interaction>, StoreError> {
        let rows = self.merged()?.rows_as_list(customer.0);
        let mut select = self.conn.prepare_cached(
            "SELECT at, date_only, event.name, channel.name, value, currency.name
             FROM interaction JOIN event ON event.id = event
             LEFT JOIN channel ON channel.id = channel LEFT JOIN currency ON currency.id = currency
             WHERE customer IN (SELECT value FROM json_each(?1)) ORDER BY at, seq, import LIMIT ?3 OFFSET ?2",
        )?;
        let interactions = select.query_map(params![rows, bounded(start), bounded(length)], read)?;
        Ok(interactions.collect::<Result<_, _>>()?)
    }
}

/// SQLite counts in signed numbers; no list is so long that it matters.
fn bounded(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Interaction> {
    Ok(Interaction {
        at: row.get(0)?,
        date_only: row.get(1)?,
        event: row.get(2)?,
        channel: row.get(3)?,
        value: row.get(4)?,
        currency: row.get(5)?,
    })
}

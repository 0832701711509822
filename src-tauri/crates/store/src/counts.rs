//! How much the workspace holds.

use crate::columns::is_fresh;
use crate::{StoreError, Workspace};

/// How much the workspace holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Customers.
    pub customers: u64,
    /// Interactions.
    pub interactions: u64,
    /// The instant of the first interaction, UTC milliseconds.
    pub first: Option<i64>,
    /// The instant of the last interaction, UTC milliseconds.
    pub last: Option<i64>,
}

impl Workspace {
    /// How much the workspace holds; does not read the interactions.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        self.refresh_columns()?;
        let from_rows = !is_fresh(&self.conn)?;
        let stored: i64 = self.conn.query_row("SELECT count(*) FROM customer", [], |row| row.get(0))?;
        let customers = stored as u64 - self.merged()?.aliases();
        let sql = if from_rows {
            "SELECT count(*), min(at), max(at) FROM interaction"
        } else {
            "SELECT coalesce(sum(interactions), 0), min(first_at), max(last_at) FROM chunk"
        };
        Ok(self.conn.query_row(sql, [], |row| {
            Ok(Counts {
                customers,
                interactions: row.get::<_, i64>(0)? as u64,
                first: row.get(1)?,
                last: row.get(2)?,
            })
        })?)
    }
}

//! Erasing interactions that are too old, and the customers whom nothing is known of without them.

use std::collections::BTreeSet;

use model::CustomerId;
use rusqlite::Connection;

use crate::erasure::{erase_people, known_of};
use crate::merged::Merged;
use crate::{StoreError, Wiped, Workspace, columns, dictionary, sheet};

/// What went with interactions that were too old.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expired {
    /// How many interactions.
    pub interactions: u64,
    /// How many customers.
    pub customers: u64,
    /// What was done besides.
    pub wiped: Wiped,
}

impl Workspace {
    /// Everybody whom an import of customers says something of, by row.
    pub fn listed(&self) -> Result<Vec<CustomerId>, StoreError> {
        let merged = self.merged()?;
        let mut listed: Vec<CustomerId> =
            sheet::mentioned(&self.conn)?.into_iter().map(|row| CustomerId(merged.kept(row))).collect();
        if !merged.is_empty() {
            listed.sort_unstable();
            listed.dedup();
        }
        Ok(listed)
    }

    /// Erases the interactions before an instant, in UTC milliseconds; this cannot be undone. Customers who then have
    /// none go too if nothing else is known of them, and otherwise if they are to. `None` if there is nothing so old.
    pub fn expire(&mut self, before: i64, with_customers: bool) -> Result<Option<Expired>, StoreError> {
        let is_any = "SELECT EXISTS (SELECT 1 FROM interaction WHERE at < ?1)";
        if !self.conn.query_row(is_any, [before], |row| row.get(0))? {
            return Ok(None);
        }
        let merged = self.merged()?;
        Ok(Some(self.in_bulk(|conn| expire(conn, &merged, before, with_customers))?))
    }
}

fn expire(
    conn: &Connection,
    merged: &Merged,
    before: i64,
    with_customers: bool,
) -> Result<Expired, StoreError> {
    let mut active =
        conn.prepare("SELECT DISTINCT customer FROM interaction WHERE at < ?1 ORDER BY customer")?;
    let active: Vec<i64> = active.query_map([before], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let interactions = conn.execute("DELETE FROM interaction WHERE at < ?1", [before])? as u64;
    dictionary::mend(conn)?;
    let listed: BTreeSet<i64> = sheet::mentioned(conn)?.into_iter().collect();
    let mut is_active = conn.prepare("SELECT 1 FROM interaction WHERE customer = ?1 LIMIT 1")?;
    // Who has several keys goes with all of them, or stays.
    let mut gone = BTreeSet::new();
    for &customer in &active {
        let rows = merged.rows(merged.kept(customer));
        let mut goes = with_customers || !rows.iter().any(|row| listed.contains(row));
        for row in &rows {
            goes = goes && !is_active.exists([row])?;
        }
        if goes {
            gone.extend(rows);
        }
    }
    let customers = gone.iter().filter(|row| !merged.is_alias(**row)).count() as u64;
    let gone: Vec<i64> = gone.into_iter().collect();
    let known = known_of(conn, &gone)?;
    let wiped = erase_people(conn, &gone, &known, false)?;
    columns::refresh_around(conn, &active)?;
    Ok(Expired { interactions, customers, wiped })
}

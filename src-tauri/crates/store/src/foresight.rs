//! What an import would bring, without making it.

use std::collections::HashSet;

use model::{CustomerBatch, CustomerRows, InteractionBatch};
use rusqlite::{OptionalExtension, Statement};
use rustc_hash::FxHashMap;

use crate::already::{Counts, counts, earlier_imports, known_events, take};
use crate::{ImportSource, StoreError, Workspace};

/// What would come of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Foreseen {
    /// Customers that are not known.
    pub new_customers: u64,
    /// Interactions that earlier exports of the source brought.
    pub already_there: u64,
}

impl Workspace {
    /// What would come of importing interactions. Nothing is written.
    pub fn foresee_interactions(
        &self,
        batch: &mut InteractionBatch,
        source: &ImportSource,
    ) -> Result<Foreseen, StoreError> {
        let mut known = self.conn.prepare("SELECT id FROM customer WHERE key = ?1")?;
        let ids = batch.customers.iter().map(|key| id(&mut known, key));
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        let new_customers = ids.iter().filter(|id| id.is_none()).count() as u64;
        let earlier = match &source.key {
            Some(key) if !source.again => earlier_imports(&self.conn, None, key)?,
            _ => Vec::new(),
        };
        if earlier.is_empty() {
            return Ok(Foreseen { new_customers, already_there: 0 });
        }
        let events = known_events(&self.conn, batch)?;
        let mut select = self.conn.prepare(&format!(
            "SELECT at, event FROM interaction WHERE customer = ?1 AND import IN ({})",
            earlier.join(", ")
        ))?;
        let mut there: FxHashMap<i64, Counts> = FxHashMap::default();
        for &id in ids.iter().flatten() {
            there.insert(id, counts(&mut select, id)?);
        }
        let mut already_there = 0;
        let mut see = |rows: &model::InteractionRows| {
            for ((customer, at), event) in rows.customer.iter().zip(&rows.at).zip(&rows.event) {
                let counts = ids[*customer as usize].and_then(|id| there.get_mut(&id));
                let is_there = counts.is_some_and(|counts| take(counts, *at, events[usize::from(*event)]));
                already_there += u64::from(is_there);
            }
        };
        batch.parts.each(&mut see).map_err(StoreError::Parts)?;
        Ok(Foreseen { new_customers, already_there })
    }

    /// What would come of importing customers. Nothing is written.
    pub fn foresee_customers(&self, batch: &CustomerBatch) -> Result<Foreseen, StoreError> {
        let mut known = self.conn.prepare("SELECT id FROM customer WHERE key = ?1")?;
        let mut new = HashSet::new();
        for row in batch.blocks.iter().flat_map(CustomerRows::rows) {
            if id(&mut known, row[0])?.is_none() {
                new.insert(row[0]);
            }
        }
        Ok(Foreseen { new_customers: new.len() as u64, already_there: 0 })
    }
}

fn id(known: &mut Statement<'_>, key: &str) -> Result<Option<i64>, StoreError> {
    Ok(known.query_row([key], |row| row.get(0)).optional()?)
}

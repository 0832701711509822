//! The dictionaries `event`, `channel` and `currency`: each name that occurs in an interaction, once, and how often
//! each import has it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use model::ImportId;

use crate::{StoreError, Workspace};

/// The highest id, so that an id less one is a 16-bit code.
const HIGHEST: i64 = 65_536;

/// One of the dictionaries, with its tally by import.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary(&'static str);

pub(crate) const EVENT: Dictionary = Dictionary("event");
pub(crate) const CHANNEL: Dictionary = Dictionary("channel");
pub(crate) const CURRENCY: Dictionary = Dictionary("currency");

impl Dictionary {
    /// The names with their ids, in the order of the ids.
    pub(crate) fn names(self, conn: &Connection) -> Result<Vec<(i64, String)>, StoreError> {
        let mut select = conn.prepare_cached(&format!("SELECT id, name FROM {} ORDER BY id", self.0))?;
        let names = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// The id of each name that is counted, added where the dictionary lacks it; 0 for one that is not. A new name
    /// takes the lowest id that no name has, so that names run out only when that many are in use.
    pub(crate) fn ids(
        self,
        conn: &Connection,
        names: &[String],
        counts: &[u64],
    ) -> Result<Vec<i64>, StoreError> {
        let mut select = conn.prepare(&format!("SELECT id FROM {} WHERE name = ?1", self.0))?;
        let mut free = self.free_ids(conn)?;
        let mut insert = conn.prepare(&format!("INSERT INTO {} (id, name) VALUES (?1, ?2)", self.0))?;
        let mut ids = Vec::with_capacity(names.len());
        for (name, &count) in names.iter().zip(counts) {
            let known: Option<i64> = select.query_row([name], |row| row.get(0)).optional()?;
            ids.push(match known {
                Some(id) => id,
                None if count == 0 => 0,
                None => {
                    let id = free.next().ok_or(StoreError::TooMany(self.0))?;
                    insert.execute((id, name))?;
                    id
                }
            });
        }
        Ok(ids)
    }

    fn free_ids(self, conn: &Connection) -> Result<impl Iterator<Item = i64> + use<>, StoreError> {
        let used: BTreeSet<i64> = self.names(conn)?.into_iter().map(|(id, _)| id).collect();
        Ok((1..=HIGHEST).filter(move |id| !used.contains(id)))
    }

    /// Notes how many interactions of an import have each name.
    pub(crate) fn note(
        self,
        conn: &Connection,
        import: ImportId,
        ids: &[i64],
        counts: &[u64],
    ) -> Result<(), StoreError> {
        let mut sums: BTreeMap<i64, u64> = BTreeMap::new();
        for (&id, &count) in ids.iter().zip(counts).filter(|(_, count)| **count > 0) {
            *sums.entry(id).or_default() += count;
        }
        let mut insert = conn.prepare(&format!(
            "INSERT INTO import_{0} (import, {0}, interactions) VALUES (?1, ?2, ?3)",
            self.0
        ))?;
        for (id, count) in sums {
            insert.execute((import.0, id, count as i64))?;
        }
        Ok(())
    }

    /// Takes one customer's interactions out of the tally.
    pub(crate) fn discount(self, conn: &Connection, customer: i64) -> Result<(), StoreError> {
        // A row of the tally whose count would fall to nothing goes first: it may not stay with zero.
        let of_customer = format!(
            "(SELECT count(*) FROM interaction WHERE interaction.customer = ?1
              AND interaction.import = tally.import AND interaction.{0} = tally.{0})",
            self.0
        );
        conn.execute(
            &format!("DELETE FROM import_{} AS tally WHERE interactions <= {of_customer}", self.0),
            [customer],
        )?;
        conn.execute(
            &format!("UPDATE import_{} AS tally SET interactions = interactions - {of_customer}", self.0),
            [customer],
        )?;
        Ok(())
    }

    /// Takes an import out of the tally.
    pub(crate) fn forget_import(self, conn: &Connection, import: ImportId) -> Result<(), StoreError> {
        conn.execute(&format!("DELETE FROM import_{} WHERE import = ?1", self.0), [import.0])?;
        Ok(())
    }

    /// Removes the names that no interaction has any more.
    pub(crate) fn forget_unused(self, conn: &Connection) -> Result<(), StoreError> {
        conn.execute(&format!("DELETE FROM {0} WHERE id NOT IN (SELECT {0} FROM import_{0})", self.0), [])?;
        Ok(())
    }

    fn totals(self, conn: &Connection) -> Result<Vec<(String, u64)>, StoreError> {
        let mut select = conn.prepare_cached(&format!(
            "SELECT name, sum(interactions) FROM {0} JOIN import_{0} ON {0} = id GROUP BY id ORDER BY id",
            self.0
        ))?;
        let totals = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
        Ok(totals.collect::<Result<_, _>>()?)
    }
}

/// How many interactions an import has by the tally.
pub(crate) fn noted_interactions(conn: &Connection, import: ImportId) -> Result<u64, StoreError> {
    let sql = "SELECT coalesce(sum(interactions), 0) FROM import_event WHERE import = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([import.0], |row| row.get::<_, i64>(0))? as u64)
}

/// How many interactions there are by the tally.
pub(crate) fn all_noted_interactions(conn: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT coalesce(sum(interactions), 0) FROM import_event";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0))? as u64)
}

impl Workspace {
    /// Each event name with how many interactions have it, in the order of the codes of
    /// [`Columns`](model::Columns).
    pub fn events(&self) -> Result<Vec<(String, u64)>, StoreError> {
        EVENT.totals(&self.conn)
    }

    /// Each channel of interactions with how many have it, in the order of their ids.
    pub fn channels(&self) -> Result<Vec<(String, u64)>, StoreError> {
        CHANNEL.totals(&self.conn)
    }

    /// Each currency with how many interactions have it, in the order of their ids.
    pub fn currencies(&self) -> Result<Vec<(String, u64)>, StoreError> {
        CURRENCY.totals(&self.conn)
    }
}

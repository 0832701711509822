//! The dictionaries `event`, `channel` and `currency`: each name that occurs in an interaction, once, and how often
//! each import has it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, Statement};

use model::ImportId;

use crate::{StoreError, Workspace};

/// The highest id, so that an id less one is a 16-bit code.
const HIGHEST: i64 = 65_536;

/// An id of a dictionary less one: the schema keeps ids within 1 to 65,536, but a damaged file may have others.
pub(crate) fn code(id: i64) -> Result<u16, StoreError> {
    let code = id.checked_sub(1).and_then(|code| u16::try_from(code).ok());
    code.ok_or_else(|| StoreError::damaged(format!("a name has the id {id}")))
}

/// One of the dictionaries, with its tally by import.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dictionary(&'static str);

pub(crate) const EVENT: Dictionary = Dictionary("event");
pub(crate) const CHANNEL: Dictionary = Dictionary("channel");
pub(crate) const CURRENCY: Dictionary = Dictionary("currency");

impl Dictionary {
    /// Its table, and the column of interactions that refers to it.
    pub(crate) fn name(self) -> &'static str {
        self.0
    }

    /// The names with their ids, in the order of the ids.
    pub(crate) fn names(self, conn: &Connection) -> Result<Vec<(i64, String)>, StoreError> {
        let mut select = conn.prepare_cached(&format!("SELECT id, name FROM {} ORDER BY id", self.0))?;
        let mut rows = select.query([])?;
        let mut names = Vec::new();
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            code(id)?;
            names.push((id, row.get(1)?));
        }
        Ok(names)
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
        let mut insert = self.prepare_note(conn)?;
        for (id, count) in sums {
            insert.execute((import.0, id, count as i64))?;
        }
        Ok(())
    }

    fn prepare_note(self, conn: &Connection) -> Result<Statement<'_>, StoreError> {
        let sql = format!("INSERT INTO import_{0} (import, {0}, interactions) VALUES (?1, ?2, ?3)", self.0);
        Ok(conn.prepare(&sql)?)
    }

    /// How often each import has each name, by the tally.
    fn tally(self, conn: &Connection) -> Result<BTreeMap<(i64, i64), i64>, StoreError> {
        let mut select =
            conn.prepare(&format!("SELECT import, {0}, interactions FROM import_{0}", self.0))?;
        let tally = select.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
        Ok(tally.collect::<Result<_, _>>()?)
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

    /// The names that only interactions of some customers have.
    pub(crate) fn names_of_only(
        self,
        conn: &Connection,
        customers: &[i64],
    ) -> Result<Vec<String>, StoreError> {
        let mut count = conn.prepare_cached(&format!(
            "SELECT {0}, count(*) FROM interaction WHERE customer = ?1 AND {0} IS NOT NULL GROUP BY 1",
            self.0
        ))?;
        let mut theirs: BTreeMap<i64, i64> = BTreeMap::new();
        for customer in customers {
            let mut rows = count.query([customer])?;
            while let Some(row) = rows.next()? {
                *theirs.entry(row.get(0)?).or_default() += row.get::<_, i64>(1)?;
            }
        }
        let mut all: BTreeMap<i64, i64> = BTreeMap::new();
        for ((_, id), count) in self.tally(conn)? {
            *all.entry(id).or_default() += count;
        }
        let names = self.names(conn)?.into_iter();
        let only = names.filter(|(id, _)| theirs.get(id).is_some_and(|count| all.get(id) <= Some(count)));
        Ok(only.map(|(_, name)| name).collect())
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

/// Makes the tallies again from the rows, where they are not what those say.
pub(crate) fn mend(conn: &Connection) -> Result<(), StoreError> {
    let dictionaries = [EVENT, CHANNEL, CURRENCY];
    let mut counted: [BTreeMap<(i64, i64), i64>; 3] = Default::default();
    let mut select = conn.prepare("SELECT import, event, channel, currency FROM interaction")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let import = row.get(0)?;
        for (column, counts) in counted.iter_mut().enumerate() {
            if let Some(id) = row.get(column + 1)? {
                *counts.entry((import, id)).or_default() += 1;
            }
        }
    }
    for (dictionary, counted) in dictionaries.into_iter().zip(counted) {
        if dictionary.tally(conn)? != counted {
            conn.execute(&format!("DELETE FROM import_{}", dictionary.0), [])?;
            let mut insert = dictionary.prepare_note(conn)?;
            for ((import, id), count) in counted {
                insert.execute((import, id, count))?;
            }
            dictionary.forget_unused(conn)?;
        }
    }
    Ok(())
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

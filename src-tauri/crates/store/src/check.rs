//! Whether the workspace file is whole: what SQLite can tell, and the laws that it cannot.

use std::collections::BTreeMap;
use std::fmt::Debug;

use rusqlite::Connection;
use thiserror::Error;

use model::{ImportId, MapId};

use crate::columns::is_fresh;
use crate::dictionary::noted_interactions;
use crate::load::{from_rows, load};
use crate::{StoreError, Workspace, profile};

/// Something wrong with the workspace file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// SQLite finds the file itself damaged.
    #[error("the file is damaged: {0}")]
    Integrity(String),
    /// A row refers to a row that is not there.
    #[error("a row of “{table}” refers to a row of “{parent}” that is not there")]
    Orphan {
        /// The table of the row.
        table: String,
        /// The table that lacks the row referred to.
        parent: String,
    },
    /// The positions of a map's stages are not 0, 1, 2 and so on.
    #[error("the stages of map {} are not in positions without gaps", .0.0)]
    Positions(MapId),
    /// The parts of a map do not make a journey.
    #[error("{0}")]
    Journey(String),
    /// A customer has no interaction and no profile.
    #[error("nothing says anything about the customer “{0}”")]
    Unmentioned(String),
    /// A customer is not what the imports say of it.
    #[error("the customer “{0}” is not what the imports say")]
    Misquoted(String),
    /// An import has another number of interactions than it says.
    #[error("import {} says that it has {noted} interactions and has {found}", import.0)]
    Count {
        /// The import.
        import: ImportId,
        /// How many it says that it has.
        noted: u64,
        /// How many there are.
        found: u64,
    },
    /// The cached columns are not what the rows say.
    #[error("the cached columns are not those of the interactions")]
    Columns,
    /// The last step cannot be undone.
    #[error("{0}")]
    History(String),
}

impl Workspace {
    /// Everything that is wrong with the file. Reads all of it: some seconds for ten million interactions.
    pub fn check(&self) -> Result<Vec<Fault>, StoreError> {
        let mut faults = integrity(&self.conn)?;
        if !faults.is_empty() {
            // What a damaged tree says about the laws means nothing.
            return Ok(faults);
        }
        faults.extend(orphans(&self.conn)?);
        faults.extend(self.maps_at_fault()?);
        faults.extend(customers_at_fault(&self.conn)?);
        faults.extend(counts_at_fault(&self.conn)?);
        if faults.is_empty() {
            faults.extend(columns_at_fault(&self.conn)?);
        }
        faults.extend(self.rehearse_undo()?.map(|error| Fault::History(error.to_string())));
        Ok(faults)
    }

    /// Makes the cached columns again from the rows, whatever state they are in.
    pub fn rebuild_columns(&self) -> Result<(), StoreError> {
        crate::columns::refresh_all(&self.conn)
    }

    fn maps_at_fault(&self) -> Result<Vec<Fault>, StoreError> {
        let gaps = "SELECT map FROM stage GROUP BY map
                    HAVING min(position) <> 0 OR max(position) <> count(*) - 1
                        OR count(DISTINCT position) <> count(*) ORDER BY map";
        let mut faults = list(&self.conn, gaps, |row| Ok(Fault::Positions(MapId(row.get(0)?))))?;
        let ids = list(&self.conn, "SELECT id FROM map ORDER BY id", |row| Ok(MapId(row.get(0)?)))?;
        for id in ids {
            if let Err(error) = self.journey(id) {
                faults.push(Fault::Journey(error.to_string()));
            }
        }
        Ok(faults)
    }
}

fn list<T>(
    conn: &Connection,
    sql: &str,
    read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    Ok(conn.prepare(sql)?.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn integrity(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let told: Vec<String> = list(conn, "PRAGMA integrity_check", |row| row.get(0))?;
    Ok(told.into_iter().filter(|line| line != "ok").map(Fault::Integrity).collect())
}

fn orphans(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let sql = "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check ORDER BY 1, 2";
    list(conn, sql, |row| Ok(Fault::Orphan { table: row.get(0)?, parent: row.get(1)? }))
}

fn customers_at_fault(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let sql = "SELECT key FROM customer
               WHERE NOT EXISTS (SELECT 1 FROM interaction WHERE customer = customer.id)
                 AND NOT EXISTS (SELECT 1 FROM profile WHERE customer = customer.id) ORDER BY id";
    let mut faults = list(conn, sql, |row| Ok(Fault::Unmentioned(row.get(0)?)))?;
    faults.extend(profile::misquoted(conn)?.map(Fault::Misquoted));
    Ok(faults)
}

fn counts_at_fault(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let mut found: BTreeMap<i64, u64> = BTreeMap::new();
    let mut select = conn.prepare("SELECT import FROM interaction")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        *found.entry(row.get(0)?).or_default() += 1;
    }
    let mut faults = Vec::new();
    for import in list(conn, "SELECT id FROM import ORDER BY id", |row| Ok(ImportId(row.get(0)?)))? {
        let (noted, found) = (noted_interactions(conn, import)?, found.remove(&import.0).unwrap_or(0));
        if noted != found {
            faults.push(Fault::Count { import, noted, found });
        }
    }
    Ok(faults)
}

fn columns_at_fault(conn: &Connection) -> Result<Option<Fault>, StoreError> {
    let same = is_fresh(conn)? && load(conn)?.as_ref() == Some(&from_rows(conn)?);
    Ok((!same).then_some(Fault::Columns))
}

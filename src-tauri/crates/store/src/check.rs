//! Whether the workspace file is whole: what SQLite can tell, and the laws that it cannot.

use std::collections::BTreeMap;
use std::fmt::Debug;

use rusqlite::Connection;
use thiserror::Error;

use model::{ImportId, MapId};

use crate::columns::is_fresh;
use crate::dictionary::noted_interactions;
use crate::load::{from_rows, load};
use crate::{StoreError, Workspace, search, sheet};

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
    /// What an import says of customers cannot be read.
    #[error("what import {} says of customers cannot be read", .0.0)]
    Sheet(ImportId),
    /// A customer has no interaction, and no import says anything of it.
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
    /// Customers cannot be found by their words, or words are left of customers that are gone.
    #[error("the words by which customers are found are not those of the customers")]
    Words,
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
        faults.extend(search::is_torn(&self.conn)?.then_some(Fault::Words));
        faults.extend(counts_at_fault(&self.conn)?);
        if faults.is_empty() {
            faults.extend(columns_at_fault(&self.conn)?);
        }
        faults.extend(self.rehearse_undo()?.map(|error| Fault::History(error.to_string())));
        Ok(faults)
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

/// Where customers and sheets contradict each other.
fn customers_at_fault(conn: &Connection) -> Result<Vec<Fault>, StoreError> {
    let torn = sheet::torn_sheets(conn)?;
    if !torn.is_empty() {
        // What a sheet says that cannot be read means nothing.
        return Ok(torn.into_iter().map(Fault::Sheet).collect());
    }
    let mut said = said_of_customers(conn)?;
    let mut faults = Vec::new();
    let mut select = conn.prepare(
        "SELECT id, key, name, EXISTS (SELECT 1 FROM interaction WHERE customer = customer.id)
         FROM customer ORDER BY id",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (id, key, name): (i64, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (told, active) = (said.remove(&id), row.get::<_, bool>(3)?);
        if told.is_none() && !active {
            faults.push(Fault::Unmentioned(key));
        } else if told.flatten() != name {
            faults.push(Fault::Misquoted(key));
        }
    }
    if !said.is_empty() {
        faults.push(Fault::Orphan { table: "sheet".to_owned(), parent: "customer".to_owned() });
    }
    Ok(faults)
}

/// Everybody whom a sheet is about, with the name that the sheets say together.
pub(crate) fn said_of_customers(conn: &Connection) -> Result<BTreeMap<i64, Option<String>>, StoreError> {
    let mut said: BTreeMap<i64, Option<String>> = BTreeMap::new();
    sheet::each(conn, |_, customers| {
        customers.for_each(|customer| {
            said.entry(customer).or_default();
        });
        Ok(())
    })?;
    sheet::each_name(conn, |customer, name| {
        said.insert(customer, Some(name.to_owned()));
    })?;
    Ok(said)
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

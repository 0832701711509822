//! What can be made again where it is damaged: all that is derived from the rows.

use rusqlite::{Connection, params};

use crate::check::said_of_customers;
use crate::{StoreError, Workspace, columns, dictionary, lineage, search, sheet};

impl Workspace {
    /// Makes again what is derived from the rows, as far as it is not what they say: how many interactions imports have
    /// of each name, the cached columns and the words by which customers are found.
    pub(crate) fn mend(&self) -> Result<(), StoreError> {
        self.making_again(|_| Ok(()))
    }

    /// Makes again all that can be: the indexes and the names of customers too.
    pub fn repair(&self) -> Result<(), StoreError> {
        self.making_again(|conn| {
            conn.execute_batch("REINDEX")?;
            // Where a sheet is damaged, nobody knows what it said.
            if sheet::torn_sheets(conn)?.is_empty() { mend_names(conn) } else { Ok(()) }
        })
    }

    fn making_again(
        &self,
        first: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.set_sound(false);
        let tx = self.begin()?;
        first(&tx)?;
        dictionary::mend(&tx)?;
        columns::mend(&tx)?;
        search::outdate_all(&tx)?;
        // As long as it is in a log, which tells whose it is, it does not matter how many changes there are.
        lineage::note_seen(&tx, Some(0))?;
        tx.commit()?;
        self.set_sound(true);
        Ok(())
    }
}

/// Gives each customer the name that the imports say together.
fn mend_names(conn: &Connection) -> Result<(), StoreError> {
    let said = said_of_customers(conn)?;
    let mut select = conn.prepare("SELECT id, name FROM customer")?;
    let named = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let named: Vec<(i64, Option<String>)> = named.collect::<Result<_, _>>()?;
    let mut rename = conn.prepare("UPDATE customer SET name = ?2 WHERE id = ?1")?;
    for (customer, name) in named {
        let told = said.get(&customer).and_then(Option::as_ref);
        if told != name.as_ref() {
            rename.execute(params![customer, told])?;
        }
    }
    Ok(())
}

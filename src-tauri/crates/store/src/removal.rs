//! What goes away as a whole: an import that is undone, a customer that is erased.

use model::{CustomerId, ImportId};
use rusqlite::{Connection, OptionalExtension};

use crate::dictionary::{CHANNEL, CURRENCY, EVENT};
use crate::import::{self, ImportKind, tell};
use crate::{Progress, StoreError, Workspace, attribute_names, columns, interaction, profile, search, sheet};

impl Workspace {
    /// Takes an import back: its interactions or what it says of customers, the customers and names that nothing else brought, and
    /// nothing else. The import stays listed as undone. All of it, or nothing if `progress` says `false`.
    pub fn undo_import(&mut self, id: ImportId, progress: Progress<'_>) -> Result<(), StoreError> {
        let import = import::one(&self.conn, id)?;
        if import.undone {
            return Err(StoreError::Undone(id));
        }
        self.in_bulk(|conn| {
            let customers = match import.kind {
                ImportKind::Customers => profile::take_back(conn, id, progress)?,
                ImportKind::Interactions => interaction::take_back(conn, id, progress)?,
            };
            // Half of the way is behind now.
            forget_unmentioned(conn, &customers, &|done, of| progress(of + done, 2 * of))?;
            conn.execute("UPDATE import SET undone = 1 WHERE id = ?1", [id.0])?;
            Ok(())
        })
    }

    /// Erases a customer with all interactions and all that imports say of it; this cannot be undone. What is
    /// erased is overwritten in the file.
    pub fn erase_customer(&mut self, id: CustomerId) -> Result<(), StoreError> {
        self.in_bulk(|conn| {
            for dictionary in [EVENT, CHANNEL, CURRENCY] {
                dictionary.discount(conn, id.0)?;
                dictionary.forget_unused(conn)?;
            }
            conn.execute("DELETE FROM interaction WHERE customer = ?1", [id.0])?;
            sheet::erase(conn, id.0)?;
            attribute_names::forget_unused(conn)?;
            if conn.execute("DELETE FROM customer WHERE id = ?1", [id.0])? == 0 {
                return Err(StoreError::Missing { what: "customer", id: id.0 });
            }
            search::erase(conn, id.0)?;
            columns::refresh_around(conn, &[id.0])
        })
    }
}

/// Removes those of the customers that neither an interaction nor a sheet mentions any more.
fn forget_unmentioned(
    conn: &Connection,
    customers: &[i64],
    progress: Progress<'_>,
) -> Result<(), StoreError> {
    let mentioned = sheet::mentioned(conn)?;
    let mut active = conn.prepare("SELECT 1 FROM interaction WHERE customer = ?1 LIMIT 1")?;
    let mut delete = conn.prepare("DELETE FROM customer WHERE id = ?1")?;
    let mut gone = Vec::new();
    for (done, &customer) in customers.iter().enumerate() {
        tell(progress, done, customers.len())?;
        let has_interactions = active.query_row([customer], |_| Ok(())).optional()?.is_some();
        if !has_interactions && mentioned.binary_search(&customer).is_err() {
            delete.execute([customer])?;
            gone.push(customer);
        }
    }
    search::outdate_each(conn, &gone)
}

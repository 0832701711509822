//! Undoing an import: what it brought goes away as a whole.

use model::ImportId;
use rusqlite::{Connection, OptionalExtension};

use crate::import::{self, ImportKind, tell};
use crate::{Progress, StoreError, Workspace, interaction, profile, search, sheet};

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

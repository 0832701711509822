//! The table `customer`: who is known, by which key, with which attributes.

use rusqlite::{OptionalExtension, Row};

use model::CustomerId;

use crate::{StoreError, Workspace, sheet};

/// A stored customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Its row.
    pub id: CustomerId,
    /// The key by which sources know the customer.
    pub key: String,
    /// The name to show, if a source has one.
    pub name: Option<String>,
    /// The attributes with their values, sorted by attribute.
    pub attributes: Vec<(String, String)>,
}

impl Workspace {
    /// Customers by their ids, in the order of the ids given; one that is not there is left out. Of one that is merged,
    /// whoever stands for it is given.
    pub fn customers(&self, ids: &[CustomerId]) -> Result<Vec<Customer>, StoreError> {
        let merged = self.merged()?;
        let mut select = self.conn.prepare_cached("SELECT id, key, name FROM customer WHERE id = ?1")?;
        let ids: Vec<CustomerId> = ids.iter().map(|id| CustomerId(merged.kept(id.0))).collect();
        let said = sheet::said_of(&self.conn, &merged, &ids)?;
        let mut customers = Vec::with_capacity(ids.len());
        for (id, attributes) in ids.iter().zip(said) {
            if let Some(customer) = select.query_row([id.0], read).optional()? {
                let name = customer.name.or_else(|| merged.name(id.0).map(str::to_owned));
                customers.push(Customer { attributes: attributes.into_iter().collect(), name, ..customer });
            }
        }
        Ok(customers)
    }

    /// The customer that sources know by a key; of one that is merged, whoever stands for it.
    pub fn customer_by_key(&self, key: &str) -> Result<Option<CustomerId>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT id FROM customer WHERE key = ?1")?;
        let found = select.query_row([key], |row| row.get(0)).optional()?;
        let merged = self.merged()?;
        Ok(found.map(|row| CustomerId(merged.kept(row))))
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Customer> {
    Ok(Customer { id: CustomerId(row.get(0)?), key: row.get(1)?, name: row.get(2)?, attributes: Vec::new() })
}

//! The roll of customers: all of them, in the orders that lists are read in.

use rusqlite::OptionalExtension;

use model::CustomerId;

use crate::{StoreError, Workspace};

impl Workspace {
    /// All customers by row: in the order in which they came to be known.
    pub fn roll(&self) -> Result<Vec<CustomerId>, StoreError> {
        self.rows("SELECT id FROM customer ORDER BY id")
    }

    /// All customers by key, in the order of its bytes.
    pub fn roll_by_key(&self) -> Result<Vec<CustomerId>, StoreError> {
        self.rows("SELECT id FROM customer ORDER BY key")
    }

    /// All customers by name without regard to the case of Latin letters, then by key; those without a name last.
    pub fn roll_by_name(&self) -> Result<Vec<CustomerId>, StoreError> {
        self.rows("SELECT id FROM customer ORDER BY name IS NULL, name COLLATE NOCASE, key")
    }

    /// The keys of customers, in the order of the rows given; a customer that is not there is left out.
    pub fn keys(&self, customers: &[CustomerId]) -> Result<Vec<String>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT key FROM customer WHERE id = ?1")?;
        let mut keys = Vec::with_capacity(customers.len());
        for customer in customers {
            keys.extend(select.query_row([customer.0], |row| row.get(0)).optional()?);
        }
        Ok(keys)
    }

    /// Customers with their keys and names, in the order of the rows given; one that is not there is left out.
    pub fn named(
        &self,
        customers: &[CustomerId],
    ) -> Result<Vec<(CustomerId, String, Option<String>)>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT key, name FROM customer WHERE id = ?1")?;
        let mut named = Vec::with_capacity(customers.len());
        for &customer in customers {
            let found = select.query_row([customer.0], |row| Ok((customer, row.get(0)?, row.get(1)?)));
            named.extend(found.optional()?);
        }
        Ok(named)
    }

    /// Those of the customers that are stored, by row and each once.
    pub fn stored(&self, customers: &[CustomerId]) -> Result<Vec<CustomerId>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT 1 FROM customer WHERE id = ?1")?;
        let mut stored = Vec::new();
        for &customer in customers {
            if select.exists([customer.0])? {
                stored.push(customer);
            }
        }
        stored.sort_unstable();
        stored.dedup();
        Ok(stored)
    }

    fn rows(&self, sql: &str) -> Result<Vec<CustomerId>, StoreError> {
        let mut select = self.conn.prepare_cached(sql)?;
        let rows = select.query_map([], |row| Ok(CustomerId(row.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

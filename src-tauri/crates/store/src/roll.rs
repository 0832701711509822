//! The roll of customers: all of them, in the orders that lists are read in.

use rusqlite::OptionalExtension;

use model::{CustomerId, Ranks, sort_key};

use crate::{StoreError, Workspace};

impl Workspace {
    /// All customers by row, in the order in which they came to be known: those who are merged once.
    pub fn roll(&self) -> Result<Vec<CustomerId>, StoreError> {
        let merged = self.merged()?;
        let mut roll = self.rows("SELECT id FROM customer ORDER BY id")?;
        if !merged.is_empty() {
            roll.retain(|customer| !merged.is_alias(customer.0));
        }
        Ok(roll)
    }

    /// Where each customer stands by key, as people look keys up.
    pub fn ranks_by_key(&self) -> Result<Ranks, StoreError> {
        self.ranks("SELECT id, key FROM customer")
    }

    /// Where each customer that has a name stands by it, as people look names up.
    pub fn ranks_by_name(&self) -> Result<Ranks, StoreError> {
        let merged = self.merged()?;
        if merged.is_empty() {
            return self.ranks("SELECT id, name FROM customer WHERE name IS NOT NULL");
        }
        let named = self.named(&self.roll()?)?.into_iter();
        Ok(Ranks::by(named.filter_map(|(id, _, name)| Some((id, sort_key(&name?)))).collect()))
    }

    /// Whether any customer has a name.
    pub fn has_names(&self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM customer WHERE name IS NOT NULL)";
        Ok(self.conn.query_row(sql, [], |row| row.get(0))?)
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
        let merged = self.merged()?;
        let mut select = self.conn.prepare_cached("SELECT key, name FROM customer WHERE id = ?1")?;
        let mut named = Vec::with_capacity(customers.len());
        for &customer in customers {
            let name = |own: Option<String>| own.or_else(|| merged.name(customer.0).map(str::to_owned));
            let found = select.query_row([customer.0], |row| Ok((customer, row.get(0)?, name(row.get(1)?))));
            named.extend(found.optional()?);
        }
        Ok(named)
    }

    /// Those of the customers that are stored, by row and each once; who is merged stands for all that are one with it.
    pub fn stored(&self, customers: &[CustomerId]) -> Result<Vec<CustomerId>, StoreError> {
        let merged = self.merged()?;
        let mut select = self.conn.prepare_cached("SELECT 1 FROM customer WHERE id = ?1")?;
        let mut stored = Vec::new();
        for &customer in customers {
            if select.exists([customer.0])? {
                stored.push(CustomerId(merged.kept(customer.0)));
            }
        }
        stored.sort_unstable();
        stored.dedup();
        Ok(stored)
    }

    fn ranks(&self, sql: &str) -> Result<Ranks, StoreError> {
        let mut select = self.conn.prepare_cached(sql)?;
        let mut rows = select.query([])?;
        let mut having = Vec::new();
        while let Some(row) = rows.next()? {
            let text = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            having.push((CustomerId(row.get(0)?), sort_key(text)));
        }
        let merged = self.merged()?;
        if !merged.is_empty() {
            having.retain(|(customer, _)| !merged.is_alias(customer.0));
        }
        Ok(Ranks::by(having))
    }

    fn rows(&self, sql: &str) -> Result<Vec<CustomerId>, StoreError> {
        let mut select = self.conn.prepare_cached(sql)?;
        let rows = select.query_map([], |row| Ok(CustomerId(row.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

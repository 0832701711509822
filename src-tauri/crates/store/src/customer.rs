//! The table `customer`: who is known, by which key, with which attributes.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Row};
use rustc_hash::FxHashMap;

use model::CustomerId;

use crate::profile::Attributes;
use crate::{StoreError, Workspace};

/// How many values of an attribute are listed.
const VALUES_LISTED: usize = 100;

/// How many distinct values of an attribute are counted; more than that is free text, which makes no segments.
const VALUES_COUNTED: usize = 10_000;

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

/// An attribute's name with its values and how many customers have each.
pub type AttributeValues = (String, Vec<(String, u64)>);

impl Workspace {
    /// Customers by their ids, in the order of the ids given; one that is not there is left out.
    pub fn customers(&self, ids: &[CustomerId]) -> Result<Vec<Customer>, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT id, key, name, attributes FROM customer WHERE id = ?1")?;
        let mut customers = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some((customer, attributes)) = select.query_row([id.0], read).optional()? {
                let attributes = Attributes::parse(&attributes)?.into_pairs().collect();
                customers.push(Customer { attributes, ..customer });
            }
        }
        Ok(customers)
    }

    /// The customer that sources know by a key.
    pub fn customer_by_key(&self, key: &str) -> Result<Option<CustomerId>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT id FROM customer WHERE key = ?1")?;
        Ok(select.query_row([key], |row| Ok(CustomerId(row.get(0)?))).optional()?)
    }

    /// The attributes that customers have, sorted by name, each with its most frequent values (at most 100, the
    /// most frequent first) and how many customers have them. Of an attribute with more than 10,000 distinct
    /// values only the first ones met are counted.
    pub fn attributes(&self) -> Result<Vec<AttributeValues>, StoreError> {
        let mut counts: BTreeMap<String, FxHashMap<String, u64>> = BTreeMap::new();
        let mut select =
            self.conn.prepare("SELECT attributes FROM customer WHERE attributes <> '{}' ORDER BY id")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let attributes = Attributes::parse(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?;
            for (attribute, value) in attributes.into_pairs() {
                let values = counts.entry(attribute).or_default();
                if let Some(count) = values.get_mut(&value) {
                    *count += 1;
                } else if values.len() < VALUES_COUNTED {
                    values.insert(value, 1);
                }
            }
        }
        Ok(counts.into_iter().map(|(attribute, values)| (attribute, most_frequent(values))).collect())
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Customer, String)> {
    let (id, key, name) = (CustomerId(row.get(0)?), row.get(1)?, row.get(2)?);
    Ok((Customer { id, key, name, attributes: Vec::new() }, row.get(3)?))
}

fn most_frequent(values: FxHashMap<String, u64>) -> Vec<(String, u64)> {
    let mut values: Vec<_> = values.into_iter().collect();
    values.sort_unstable_by(|(a, first), (b, second)| second.cmp(first).then_with(|| a.cmp(b)));
    values.truncate(VALUES_LISTED);
    values
}

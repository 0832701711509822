//! The table `customer`: who is known, by which key, with which attributes.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};
use rustc_hash::FxHashMap;

use model::CustomerId;

use crate::dictionary::{CHANNEL, CURRENCY, EVENT};
use crate::import::{Progress, tell};
use crate::profile::{self, Attributes};
use crate::{StoreError, Workspace, columns};

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

/// How much the workspace holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Customers.
    pub customers: u64,
    /// Interactions.
    pub interactions: u64,
    /// The instant of the first interaction, UTC milliseconds.
    pub first: Option<i64>,
    /// The instant of the last interaction, UTC milliseconds.
    pub last: Option<i64>,
}

/// An attribute's name with its values and how many customers have each.
pub type AttributeValues = (String, Vec<(String, u64)>);

impl Workspace {
    /// How much the workspace holds; does not read the interactions.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        columns::refresh_if_stale(&self.conn)?;
        let customers: i64 = self.conn.query_row("SELECT count(*) FROM customer", [], |row| row.get(0))?;
        let sql = "SELECT coalesce(sum(interactions), 0), min(first_at), max(last_at) FROM chunk";
        Ok(self.conn.query_row(sql, [], |row| {
            Ok(Counts {
                customers: customers as u64,
                interactions: row.get::<_, i64>(0)? as u64,
                first: row.get(1)?,
                last: row.get(2)?,
            })
        })?)
    }

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

    /// Erases a customer with all interactions and profiles; this cannot be undone. What is erased is overwritten
    /// in the file.
    pub fn erase_customer(&mut self, id: CustomerId) -> Result<(), StoreError> {
        self.in_bulk(|conn| {
            for dictionary in [EVENT, CHANNEL, CURRENCY] {
                dictionary.discount(conn, id.0)?;
                dictionary.forget_unused(conn)?;
            }
            conn.execute("DELETE FROM interaction WHERE customer = ?1", [id.0])?;
            conn.execute("DELETE FROM profile WHERE customer = ?1", [id.0])?;
            if conn.execute("DELETE FROM customer WHERE id = ?1", [id.0])? == 0 {
                return Err(StoreError::Missing { what: "customer", id: id.0 });
            }
            columns::refresh_around(conn, &[id.0])
        })
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

/// The row of a customer, and whether it was just added.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    pub(crate) row: i64,
    pub(crate) new: bool,
}

/// The row of each key, added where it is not known. Sorted keys make both the search and the adding sequential.
pub(crate) fn ids(conn: &Connection, sorted_keys: &[&str]) -> Result<Vec<Known>, StoreError> {
    let mut next: i64 =
        conn.query_row("SELECT coalesce(max(id), 0) + 1 FROM customer", [], |row| row.get(0))?;
    let none_yet = next == 1;
    let mut select = conn.prepare("SELECT id FROM customer WHERE key = ?1")?;
    let mut insert = conn.prepare("INSERT INTO customer (id, key) VALUES (?1, ?2)")?;
    let mut known = Vec::with_capacity(sorted_keys.len());
    for key in sorted_keys {
        let found = if none_yet { None } else { select.query_row([key], |row| row.get(0)).optional()? };
        if let Some(row) = found {
            known.push(Known { row, new: false });
            continue;
        }
        insert.execute(params![next, key])?;
        known.push(Known { row: next, new: true });
        next += 1;
    }
    Ok(known)
}

/// Removes those of the customers that neither an interaction nor a profile mentions any more.
pub(crate) fn forget_unmentioned(
    conn: &Connection,
    customers: &[i64],
    progress: Progress<'_>,
) -> Result<(), StoreError> {
    let mut active = conn.prepare("SELECT 1 FROM interaction WHERE customer = ?1 LIMIT 1")?;
    let mut delete = conn.prepare("DELETE FROM customer WHERE id = ?1")?;
    for (done, &customer) in customers.iter().enumerate() {
        tell(progress, done, customers.len())?;
        let has_interactions = active.query_row([customer], |_| Ok(())).optional()?.is_some();
        if !has_interactions && !profile::exists(conn, customer)? {
            delete.execute([customer])?;
        }
    }
    Ok(())
}

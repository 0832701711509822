//! The table `merged_key`: customers who are one person under several keys, and reading them as one.
//!
//! Customers, interactions and sheets stay under the keys that sources gave them, and whoever reads them asks
//! [`Merged`]. So no import undoes a merge, and what is separated again is what it was. A person reads as if sources had
//! used one key from the start: interactions in one order, and of each attribute what was said last.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use model::{Codes, Columns, CustomerId, Instants};
use rusqlite::{Connection, Row, params};
use rustc_hash::FxHashMap;

use crate::{StoreError, Tx, Workspace};

/// Who is one person, by rows.
#[derive(Debug, Default)]
pub struct Merged {
    /// Who stands for each of the others.
    kept: FxHashMap<i64, i64>,
    /// All rows of each person, sorted, by the row that stands for it.
    rows: BTreeMap<i64, Vec<i64>>,
    /// The name of each person whose own row has none.
    names: FxHashMap<i64, String>,
}

impl Merged {
    /// Whether nobody is merged.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// How many customers count as another.
    pub(crate) fn aliases(&self) -> u64 {
        self.kept.len() as u64
    }

    /// Whether a customer counts as another.
    pub fn is_alias(&self, customer: i64) -> bool {
        self.kept.contains_key(&customer)
    }

    /// Who stands for a customer: itself, unless it counts as another.
    pub fn kept(&self, customer: i64) -> i64 {
        self.kept.get(&customer).copied().unwrap_or(customer)
    }

    /// All rows of the person that a customer is, sorted.
    pub(crate) fn rows(&self, customer: i64) -> Vec<i64> {
        self.rows.get(&self.kept(customer)).cloned().unwrap_or_else(|| vec![customer])
    }

    /// All rows of the person that a customer is, as JSON.
    pub(crate) fn rows_as_list(&self, customer: i64) -> String {
        list(&self.rows(customer))
    }

    /// The name of a person whose own row has none.
    pub(crate) fn name(&self, customer: i64) -> Option<&str> {
        self.names.get(&customer).map(String::as_str)
    }

    fn read(conn: &Connection) -> Result<Self, StoreError> {
        let none: bool = conn
            .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM merged_key)")?
            .query_row([], |row| row.get(0))?;
        if none {
            return Ok(Self::default());
        }
        // A file may come from anybody: who is merged into somebody who is merged is taken for itself.
        let mut select = conn.prepare_cached(
            "WITH person (kept, key) AS (
                 SELECT kept, alias FROM merged_key UNION SELECT kept, kept FROM merged_key)
             SELECT person.kept, customer.id, customer.name
             FROM person CROSS JOIN customer ON customer.key = person.key
             WHERE person.kept NOT IN (SELECT alias FROM merged_key)
             ORDER BY person.kept, person.key <> person.kept, customer.id",
        )?;
        let mut rows = select.query([])?;
        let (mut merged, mut of) = (Self::default(), String::new());
        let mut person: Vec<(i64, Option<String>)> = Vec::new();
        while let Some(row) = rows.next()? {
            let kept: String = row.get(0)?;
            if kept != of {
                merged.add(&mut person);
                of = kept;
            }
            person.push((row.get(1)?, row.get(2)?));
        }
        merged.add(&mut person);
        Ok(merged)
    }

    /// Adds the rows of a person with their names, the one that stands for it first; none are left.
    fn add(&mut self, person: &mut Vec<(i64, Option<String>)>) {
        if let [(kept, name), others @ ..] = &person[..]
            && !others.is_empty()
        {
            self.kept.extend(others.iter().map(|(other, _)| (*other, *kept)));
            if let (None, Some(other)) = (name, others.iter().find_map(|(_, name)| name.as_ref())) {
                self.names.insert(*kept, other.clone());
            }
            let mut rows: Vec<i64> = person.iter().map(|(row, _)| *row).collect();
            rows.sort_unstable();
            self.rows.insert(*kept, rows);
        }
        person.clear();
    }
}

fn list(rows: &[i64]) -> String {
    let rows: Vec<String> = rows.iter().map(i64::to_string).collect();
    format!("[{}]", rows.join(","))
}

/// Gives `see` columns of each interaction, after whose it is: in the order of customers, instants and sources, of
/// whoever is merged all as one. The first column of the row is the customer under whose key it is stored.
pub(crate) fn each_interaction<E: From<StoreError>>(
    conn: &Connection,
    merged: &Merged,
    columns: &str,
    mut see: impl FnMut(i64, &Row<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let failed = |error: rusqlite::Error| E::from(error.into());
    let all = format!("SELECT customer, {columns} FROM interaction ORDER BY customer, at, seq, import");
    let theirs = format!(
        "SELECT customer, {columns} FROM interaction WHERE customer IN (SELECT value FROM json_each(?1))
         ORDER BY at, seq, import"
    );
    let (mut select, mut of_person) =
        (conn.prepare_cached(&all).map_err(failed)?, conn.prepare_cached(&theirs).map_err(failed)?);
    let mut give = |kept: i64, person: &[i64], see: &mut dyn FnMut(i64, &Row<'_>) -> Result<(), E>| {
        let mut rows = of_person.query([list(person)]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            see(kept, row)?;
        }
        Ok::<_, E>(())
    };
    let mut people = merged.rows.iter().peekable();
    let mut rows = select.query([]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let customer = row.get(0).map_err(failed)?;
        while let Some((&kept, person)) = people.next_if(|(kept, _)| **kept <= customer) {
            give(kept, person, &mut see)?;
        }
        if !merged.is_alias(customer) && !merged.rows.contains_key(&customer) {
            see(customer, row)?;
        }
    }
    people.try_for_each(|(&kept, person)| give(kept, person, &mut see))
}

/// The columns in which whoever is merged is one customer.
pub(crate) fn folded(conn: &Connection, merged: &Merged, columns: Columns) -> Result<Columns, StoreError> {
    if merged.is_empty() {
        return Ok(columns);
    }
    let mut folding =
        Folding { columns: &columns, customers: Vec::new(), offsets: vec![0], order: Vec::new() };
    let mut people = merged.rows.iter().peekable();
    for (place, customer) in columns.customers.iter().enumerate() {
        while let Some((&kept, person)) = people.next_if(|(kept, _)| **kept <= customer.0) {
            folding.add_person(conn, kept, person)?;
        }
        if !merged.is_alias(customer.0) && !merged.rows.contains_key(&customer.0) {
            folding.order.extend(columns.offsets[place]..columns.offsets[place + 1]);
            folding.close(*customer);
        }
    }
    people.try_for_each(|(&kept, person)| folding.add_person(conn, kept, person))?;
    Ok(folding.finish())
}

/// Columns that are put into another order.
struct Folding<'a> {
    columns: &'a Columns,
    customers: Vec<CustomerId>,
    offsets: Vec<u32>,
    /// Where each interaction stands in the columns.
    order: Vec<u32>,
}

impl Folding<'_> {
    fn add_person(&mut self, conn: &Connection, kept: i64, person: &[i64]) -> Result<(), StoreError> {
        let mut next: FxHashMap<i64, std::ops::Range<u32>> = FxHashMap::default();
        for &row in person {
            if let Ok(place) = self.columns.customers.binary_search(&CustomerId(row)) {
                next.insert(row, self.columns.offsets[place]..self.columns.offsets[place + 1]);
            }
        }
        if next.is_empty() {
            return Ok(());
        }
        let mut select = conn.prepare_cached(
            "SELECT customer FROM interaction WHERE customer IN (SELECT value FROM json_each(?1))
             ORDER BY at, seq, import",
        )?;
        let mut rows = select.query([list(person)])?;
        let torn = || StoreError::damaged("its columns are not what its interactions say");
        while let Some(row) = rows.next()? {
            let place = next.get_mut(&row.get(0)?).and_then(Iterator::next);
            self.order.push(place.ok_or_else(torn)?);
        }
        if next.into_values().any(|left| !left.is_empty()) {
            return Err(torn());
        }
        self.close(CustomerId(kept));
        Ok(())
    }

    fn close(&mut self, customer: CustomerId) {
        self.customers.push(customer);
        self.offsets.push(self.order.len() as u32);
    }

    fn finish(self) -> Columns {
        let Self { columns, customers, offsets, order } = self;
        let event = match &columns.event {
            Codes::Narrow(codes) => Codes::Narrow(picked(codes, &order)),
            Codes::Wide(codes) => Codes::Wide(picked(codes, &order)),
        };
        let at = match &columns.at {
            Instants::Seconds { base, after } => {
                Instants::Seconds { base: *base, after: picked(after, &order) }
            }
            Instants::Millis(at) => Instants::Millis(picked(at, &order)),
        };
        Columns { events: columns.events.clone(), customers, offsets, event, at }
    }
}

fn picked<T: Copy>(from: &[T], order: &[u32]) -> Vec<T> {
    order.iter().map(|&place| from[place as usize]).collect()
}

/// Forgets what is noted of customers who are erased by their keys: that they were merged, and which personas stand for
/// them. `keys` has at least those of the rows.
pub(crate) fn forget(conn: &Connection, ids: &[i64], keys: &BTreeSet<String>) -> Result<(), StoreError> {
    let mut by_row = conn.prepare_cached(
        "DELETE FROM merged_key WHERE alias = (SELECT key FROM customer WHERE id = ?1)
         OR kept = (SELECT key FROM customer WHERE id = ?1)",
    )?;
    for id in ids {
        by_row.execute([id])?;
    }
    let mut by_key = conn.prepare_cached("DELETE FROM merged_key WHERE alias = ?1 OR kept = ?1")?;
    let mut by_hand = conn.prepare_cached("DELETE FROM persona_customer WHERE customer = ?1")?;
    for key in keys {
        by_key.execute([key])?;
        by_hand.execute([key])?;
    }
    Ok(())
}

impl Workspace {
    /// Who is one person.
    pub fn merged(&self) -> Result<Arc<Merged>, StoreError> {
        if let Some(merged) = &*self.merged.borrow() {
            return Ok(Arc::clone(merged));
        }
        let merged = Arc::new(Merged::read(&self.conn)?);
        *self.merged.borrow_mut() = Some(Arc::clone(&merged));
        Ok(merged)
    }

    /// The other keys of a customer, sorted, whether anything is stored under them or not.
    pub fn other_keys(&self, key: &str) -> Result<Vec<String>, StoreError> {
        let mut select = self.conn.prepare_cached(
            "WITH person (key) AS (SELECT coalesce((SELECT kept FROM merged_key WHERE alias = ?1), ?1))
             SELECT key FROM (
                 SELECT alias AS key FROM merged_key WHERE kept = (SELECT key FROM person)
                 UNION SELECT key FROM person)
             WHERE key <> ?1 ORDER BY key",
        )?;
        Ok(select.query_map([key], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}

impl Tx<'_> {
    /// Merges customers into the first of them: from now on they are one person. Those who were merged into one of them
    /// come along.
    pub fn merge_customers(&mut self, person: &[CustomerId]) -> Result<(), StoreError> {
        let Some((first, others)) = person.split_first() else { return Ok(()) };
        let kept = self.kept_key(*first)?;
        for other in others {
            let other = self.kept_key(*other)?;
            if other == kept {
                continue;
            }
            self.run("UPDATE merged_key SET kept = ?2 WHERE kept = ?1", params![other, kept])?;
            self.run("INSERT INTO merged_key (alias, kept) VALUES (?1, ?2)", params![other, kept])?;
        }
        Ok(())
    }

    /// Makes those who were merged into a customer others again: the one with a key, or all.
    pub fn separate_customer(&mut self, customer: CustomerId, alias: Option<&str>) -> Result<(), StoreError> {
        let kept = self.kept_key(customer)?;
        let sql = "DELETE FROM merged_key WHERE kept = ?1 AND alias = coalesce(?2, alias)";
        if self.run(sql, params![kept, alias])? == 0 {
            return Err(StoreError::Missing { what: "merged key", id: customer.0 });
        }
        Ok(())
    }

    /// The key that stands for all keys of a customer.
    fn kept_key(&self, customer: CustomerId) -> Result<String, StoreError> {
        let sql = "SELECT coalesce((SELECT kept FROM merged_key WHERE alias = customer.key), customer.key)
                   FROM customer WHERE id = ?1";
        self.text(sql, [customer.0])?.ok_or(StoreError::Missing { what: "customer", id: customer.0 })
    }
}

//! The table `profile`: what each import says about each customer, and what they say together.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use model::{CustomerBatch, ImportId};

use crate::import::{self, ImportKind};
use crate::{ImportSource, Progress, StoreError, Workspace, keys};

/// A customer's attributes, sorted, as the file keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Attributes(BTreeMap<String, String>);

impl Attributes {
    pub(crate) fn parse(json: &str) -> Result<Self, StoreError> {
        let parsed = serde_json::from_str(json);
        parsed.map(Self).map_err(|error| StoreError::damaged(format!("a customer's attributes: {error}")))
    }

    fn json(&self) -> String {
        object(&self.0)
    }

    pub(crate) fn get(&self, attribute: &str) -> Option<&str> {
        self.0.get(attribute).map(String::as_str)
    }

    pub(crate) fn into_pairs(self) -> impl Iterator<Item = (String, String)> {
        self.0.into_iter()
    }
}

fn object(attributes: &BTreeMap<String, String>) -> String {
    serde_json::to_string(attributes).expect("a map of strings is always JSON")
}

/// An attribute with its value as it stands in the JSON of a customer that has it.
pub(crate) fn pair(attribute: &str, value: &str) -> String {
    let json = object(&BTreeMap::from([(attribute.to_owned(), value.to_owned())]));
    json[1..json.len() - 1].to_owned()
}

/// What is said of one customer: later words before earlier ones, and saying nothing changes nothing.
#[derive(Debug, Default)]
struct Sayings {
    name: Option<String>,
    attributes: Attributes,
}

impl Sayings {
    fn add(&mut self, name: Option<String>, attributes: Attributes) {
        self.name = name.or(self.name.take());
        self.attributes.0.extend(attributes.0);
    }
}

impl Workspace {
    /// Imports customers: all of them, or none on an error or if `progress` says `false`.
    pub fn import_customers(
        &mut self,
        batch: &CustomerBatch,
        source: &ImportSource,
        at: i64,
        progress: Progress<'_>,
    ) -> Result<ImportId, StoreError> {
        let sayings = gather(batch)?;
        self.in_bulk(|conn| {
            let import = import::list(conn, ImportKind::Customers, source, at, batch.rows.len())?;
            let keys: Vec<&str> = sayings.keys().copied().collect();
            let ids = keys::ids(conn, &keys)?;
            let all = ids.len() as u64;
            let mut insert = conn.prepare(
                "INSERT INTO profile (customer, import, name, attributes) VALUES (?1, ?2, ?3, ?4)",
            )?;
            for (done, (id, said)) in ids.into_iter().zip(sayings.into_values()).enumerate() {
                import::tell(progress, done, all as usize)?;
                insert.execute(params![id.row, import.0, said.name, said.attributes.json()])?;
                let so_far = if id.new { Sayings::default() } else { so_far(conn, id.row)? };
                write(conn, id.row, so_far, said)?;
            }
            if progress(all, all) { Ok(import) } else { Err(StoreError::Cancelled) }
        })
    }
}

/// What the batch says of each key, sorted by key.
fn gather(batch: &CustomerBatch) -> Result<BTreeMap<&str, Sayings>, StoreError> {
    let mut sayings: BTreeMap<&str, Sayings> = BTreeMap::new();
    for row in &batch.rows {
        if row.key.is_empty() {
            return Err(StoreError::Unsound("a customer has no key".to_owned()));
        }
        if row.values.len() != batch.attributes.len() {
            let reason = format!("customer “{}” has not one value for each attribute", row.key);
            return Err(StoreError::Unsound(reason));
        }
        let said = |value: &Option<String>| value.clone().filter(|value| !value.is_empty());
        let attributes = batch.attributes.iter().zip(&row.values);
        let attributes = attributes.filter_map(|(name, value)| Some((name.clone(), said(value)?))).collect();
        sayings.entry(&row.key).or_default().add(said(&row.name), Attributes(attributes));
    }
    Ok(sayings)
}

fn so_far(conn: &Connection, customer: i64) -> Result<Sayings, StoreError> {
    let mut select = conn.prepare_cached("SELECT name, attributes FROM customer WHERE id = ?1")?;
    let (name, json): (_, String) = select.query_row([customer], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Sayings { name, attributes: Attributes::parse(&json)? })
}

fn write(conn: &Connection, customer: i64, mut so_far: Sayings, said: Sayings) -> Result<(), StoreError> {
    so_far.add(said.name, said.attributes);
    conn.prepare_cached("UPDATE customer SET name = ?2, attributes = ?3 WHERE id = ?1")?.execute(params![
        customer,
        so_far.name,
        so_far.attributes.json()
    ])?;
    Ok(())
}

/// Takes back what an import said: each customer is again what the other imports say together. Gives the customers.
pub(crate) fn take_back(
    conn: &Connection,
    import: ImportId,
    progress: Progress<'_>,
) -> Result<Vec<i64>, StoreError> {
    let customers: Vec<i64> = conn
        .prepare("SELECT customer FROM profile WHERE import = ?1 ORDER BY customer")?
        .query_map([import.0], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for (done, &customer) in customers.iter().enumerate() {
        import::tell(progress, done, 2 * customers.len())?;
        conn.prepare_cached("DELETE FROM profile WHERE customer = ?1 AND import = ?2")?
            .execute([customer, import.0])?;
        write(conn, customer, Sayings::default(), said_of(conn, customer)?)?;
    }
    Ok(customers)
}

/// What all imports together say of a customer.
fn said_of(conn: &Connection, customer: i64) -> Result<Sayings, StoreError> {
    let mut sayings = Sayings::default();
    let mut select =
        conn.prepare_cached("SELECT name, attributes FROM profile WHERE customer = ?1 ORDER BY import")?;
    let mut rows = select.query([customer])?;
    while let Some(row) = rows.next()? {
        sayings
            .add(row.get(0)?, Attributes::parse(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?);
    }
    Ok(sayings)
}

/// A customer that is not what its profiles say together, if there is one: its key.
pub(crate) fn misquoted(conn: &Connection) -> Result<Option<String>, StoreError> {
    let mut select = conn.prepare("SELECT id, key FROM customer ORDER BY id")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let (kept, said) = (so_far(conn, id)?, said_of(conn, id)?);
        if kept.name != said.name || kept.attributes != said.attributes {
            return Ok(Some(row.get(1)?));
        }
    }
    Ok(None)
}

/// Whether the workspace has a profile of a customer.
pub(crate) fn exists(conn: &Connection, customer: i64) -> Result<bool, StoreError> {
    let mut select = conn.prepare_cached("SELECT 1 FROM profile WHERE customer = ?1 LIMIT 1")?;
    Ok(select.query_row([customer], |_| Ok(())).optional()?.is_some())
}

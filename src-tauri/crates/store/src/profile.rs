//! What imports say about customers: coming, going, and what they say together.

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use model::{CustomerBatch, CustomerRows, ImportId};

use crate::import::{self, ImportKind, tell};
use crate::sheet::{self, Draft};
use crate::{ImportSource, Progress, StoreError, Workspace, attribute_names, keys, search};

impl Workspace {
    /// Imports customers: all of them, or none on an error or if `progress` says `false`.
    pub fn import_customers(
        &mut self,
        batch: CustomerBatch,
        source: &ImportSource,
        at: i64,
        progress: Progress<'_>,
    ) -> Result<ImportId, StoreError> {
        let all = batch.len() as u64;
        self.in_bulk(|conn| {
            let import = import::list(conn, ImportKind::Customers, source, at, batch.len())?;
            let mut intake = Intake::new(conn, import, &batch.attributes)?;
            let mut done = 0;
            for block in batch.blocks {
                if !progress(done, all) {
                    return Err(StoreError::Cancelled);
                }
                intake.take(&block)?;
                done += block.len() as u64;
            }
            intake.finish()?;
            if progress(all, all) { Ok(import) } else { Err(StoreError::Cancelled) }
        })
    }
}

/// Rows on their way into sheets.
struct Intake<'conn> {
    conn: &'conn Connection,
    import: ImportId,
    /// The row of each attribute.
    attributes: Vec<i64>,
    /// Which of the attributes each column of the source is: two columns may have one name.
    places: Vec<usize>,
    draft: Draft,
}

impl<'conn> Intake<'conn> {
    fn new(conn: &'conn Connection, import: ImportId, columns: &[String]) -> Result<Self, StoreError> {
        let mut names: Vec<&str> = columns.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        let place = |column: &String| names.binary_search(&column.as_str()).unwrap_or_default();
        Ok(Self {
            conn,
            import,
            attributes: attribute_names::ids(conn, &names)?,
            places: columns.iter().map(place).collect(),
            draft: Draft::new(names.len()),
        })
    }

    fn take(&mut self, block: &CustomerRows) -> Result<(), StoreError> {
        let ids = self.ids(block)?;
        let mut rename = self.conn.prepare_cached("UPDATE customer SET name = ?2 WHERE id = ?1")?;
        let mut values = vec![""; self.attributes.len()];
        for (cells, id) in block.rows().zip(ids) {
            let (name, given) = (cells[1], &cells[2..]);
            if !name.is_empty() {
                rename.execute(params![id, name])?;
            }
            values.fill("");
            for (&place, value) in self.places.iter().zip(given).filter(|(_, value)| !value.is_empty()) {
                values[place] = value;
            }
            self.draft.push(id, name, &values);
            if self.draft.is_full() {
                self.write()?;
            }
        }
        Ok(())
    }

    /// The customer of each row, added where the key is not known.
    fn ids(&self, block: &CustomerRows) -> Result<Vec<i64>, StoreError> {
        let mut keys = Vec::with_capacity(block.len());
        for cells in block.rows() {
            let key = cells.first().copied().unwrap_or_default();
            if key.is_empty() {
                return Err(StoreError::Unsound("a customer has no key".to_owned()));
            }
            if cells.len() != self.places.len() + 2 {
                let reason = format!("customer “{key}” has not one value for each attribute");
                return Err(StoreError::Unsound(reason));
            }
            keys.push(key);
        }
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        sorted.dedup();
        let known = keys::ids(self.conn, &sorted)?;
        search::outdate_each(self.conn, &known)?;
        let place = |key: &str| sorted.binary_search(&key).unwrap_or_default();
        Ok(keys.into_iter().map(|key| known[place(key)]).collect())
    }

    fn write(&mut self) -> Result<(), StoreError> {
        self.draft.write(self.conn, self.import, &self.attributes)?;
        self.draft = Draft::new(self.attributes.len());
        Ok(())
    }

    fn finish(mut self) -> Result<(), StoreError> {
        self.write()?;
        attribute_names::forget_unused(self.conn)
    }
}

/// Takes back what an import said: each customer is again what the other imports say together. Gives the customers.
pub(crate) fn take_back(
    conn: &Connection,
    import: ImportId,
    progress: Progress<'_>,
) -> Result<Vec<i64>, StoreError> {
    let customers = sheet::mentioned_by(conn, import)?;
    sheet::remove_of(conn, import)?;
    attribute_names::forget_unused(conn)?;
    let mut names: FxHashMap<i64, String> = FxHashMap::default();
    sheet::each_name(conn, |customer, name| {
        if customers.binary_search(&customer).is_ok() {
            names.insert(customer, name.to_owned());
        }
    })?;
    let mut rename = conn.prepare_cached("UPDATE customer SET name = ?2 WHERE id = ?1 AND name IS NOT ?2")?;
    for (done, customer) in customers.iter().enumerate() {
        tell(progress, done, 2 * customers.len())?;
        rename.execute(params![customer, names.get(customer)])?;
    }
    search::outdate_each(conn, &customers)?;
    Ok(customers)
}

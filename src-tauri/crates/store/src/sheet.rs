//! The tables `sheet` and `sheet_column`: what imports say about customers, column by column.
//!
//! A sheet is some rows of one source. What the sheets say together of a customer is each attribute's last value, by
//! import and then by row; nothing but the name is also kept with the customer.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use model::{CustomerId, Forms, ImportId};

use crate::cells::{Cells, Gathering};
use crate::{StoreError, attribute_names};

/// The most rows of a sheet, so that the code of a value fits in 16 bits.
const MOST_ROWS: usize = 16_384;

/// A sheet with more bytes of text than this is full.
const MOST_BYTES: usize = 8 << 20;

/// A sheet that is being gathered.
#[derive(Debug)]
pub(crate) struct Draft {
    customers: Vec<i64>,
    names: Gathering,
    columns: Vec<Gathering>,
    bytes: usize,
}

impl Draft {
    /// An empty sheet with so many attributes.
    pub(crate) fn new(attributes: usize) -> Self {
        let columns = (0..attributes).map(|_| Gathering::default()).collect();
        Self { customers: Vec::new(), names: Gathering::default(), columns, bytes: 0 }
    }

    /// Appends a row; an empty text is no value.
    pub(crate) fn push(&mut self, customer: i64, name: &str, values: &[&str]) {
        self.customers.push(customer);
        self.names.push(name);
        self.bytes += name.len();
        for (column, value) in self.columns.iter_mut().zip(values) {
            column.push(value);
            self.bytes += value.len();
        }
    }

    /// Whether it is time to write it.
    pub(crate) fn is_full(&self) -> bool {
        self.customers.len() >= MOST_ROWS || self.bytes >= MOST_BYTES
    }

    /// Writes the sheet as one of an import; `attributes` are the rows of its attributes.
    pub(crate) fn write(
        &self,
        conn: &Connection,
        import: ImportId,
        attributes: &[i64],
    ) -> Result<(), StoreError> {
        if self.customers.is_empty() {
            return Ok(());
        }
        let names = self.names.stored();
        let sheet = conn
            .prepare_cached(
                "INSERT INTO sheet (import, customer, name_text, name_code) VALUES (?1, ?2, ?3, ?4)",
            )?
            .insert(params![import.0, blob(&self.customers), names.text, names.code])?;
        let mut insert = conn.prepare_cached(
            "INSERT INTO sheet_column (attribute, sheet, forms, text, code) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (attribute, column) in
            attributes.iter().zip(&self.columns).filter(|(_, column)| !column.is_blank())
        {
            let stored = column.stored();
            insert.execute(params![attribute, sheet, stored.forms.bits(), stored.text, stored.code])?;
        }
        Ok(())
    }
}

fn blob(customers: &[i64]) -> Vec<u8> {
    customers.iter().flat_map(|customer| customer.to_le_bytes()).collect()
}

/// The customers in a blob.
pub(crate) fn customers_in(blob: &[u8]) -> impl Iterator<Item = i64> {
    blob.as_chunks().0.iter().map(|&bytes| i64::from_le_bytes(bytes))
}

/// The error for a sheet whose blobs do not fit together.
pub(crate) fn torn(sheet: i64) -> StoreError {
    StoreError::damaged(format!("sheet {sheet} of customers does not fit together"))
}

/// Gives `see` each sheet, in the order in which they speak: its row, and whom its rows are about.
pub(crate) fn each(
    conn: &Connection,
    mut see: impl FnMut(i64, &mut dyn Iterator<Item = i64>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut select = conn.prepare_cached("SELECT id, customer FROM sheet ORDER BY import, id")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let customers = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        see(row.get(0)?, &mut customers_in(customers))?;
    }
    Ok(())
}

/// Gives `see` each name that a sheet has for a customer, in the order in which they speak.
pub(crate) fn each_name(conn: &Connection, mut see: impl FnMut(i64, &str)) -> Result<(), StoreError> {
    let mut select =
        conn.prepare_cached("SELECT id, customer, name_text, name_code FROM sheet ORDER BY import, id")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let customers = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        let names = Cells::read(row, (2, 3), customers.len() / 8)?;
        let names = names.ok_or_else(|| torn(row.get(0).unwrap_or_default()))?;
        for (at, customer) in customers_in(customers).enumerate() {
            if let Some(name) = names.value(at) {
                see(customer, name);
            }
        }
    }
    Ok(())
}

/// Everybody whom a sheet is about, sorted.
pub(crate) fn mentioned(conn: &Connection) -> Result<Vec<i64>, StoreError> {
    let mut all = Vec::new();
    each(conn, |_, customers| {
        all.extend(customers);
        Ok(())
    })?;
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Everybody whom the sheets of an import are about, sorted.
pub(crate) fn mentioned_by(conn: &Connection, import: ImportId) -> Result<Vec<i64>, StoreError> {
    let mut select = conn.prepare_cached("SELECT customer FROM sheet WHERE import = ?1")?;
    let mut rows = select.query([import.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.extend(customers_in(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?));
    }
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Removes the sheets of an import.
pub(crate) fn remove_of(conn: &Connection, import: ImportId) -> Result<(), StoreError> {
    conn.execute(
        "DELETE FROM sheet_column WHERE sheet IN (SELECT id FROM sheet WHERE import = ?1)",
        [import.0],
    )?;
    conn.execute("DELETE FROM sheet WHERE import = ?1", [import.0])?;
    Ok(())
}

/// Removes the rows about a customer from all sheets, with the values that no other row has.
pub(crate) fn erase(conn: &Connection, customer: i64) -> Result<(), StoreError> {
    let mut about = Vec::new();
    each(conn, |sheet, customers| {
        let customers: Vec<i64> = customers.collect();
        if customers.contains(&customer) {
            about.push((sheet, customers));
        }
        Ok(())
    })?;
    for (sheet, customers) in about {
        let kept: Vec<usize> = (0..customers.len()).filter(|&row| customers[row] != customer).collect();
        erase_columns(conn, sheet, customers.len(), &kept)?;
        if kept.is_empty() {
            conn.execute("DELETE FROM sheet WHERE id = ?1", [sheet])?;
        } else {
            erase_names(conn, sheet, &customers, &kept)?;
        }
    }
    Ok(())
}

fn erase_columns(conn: &Connection, sheet: i64, rows: usize, kept: &[usize]) -> Result<(), StoreError> {
    let mut attributes = conn.prepare_cached("SELECT attribute FROM sheet_column WHERE sheet = ?1")?;
    let attributes: Vec<i64> = attributes.query_map([sheet], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut select =
        conn.prepare_cached("SELECT text, code FROM sheet_column WHERE attribute = ?1 AND sheet = ?2")?;
    for attribute in attributes {
        let cells = select.query_row([attribute, sheet], |row| Cells::read(row, (0, 1), rows))?;
        match cells.ok_or_else(|| torn(sheet))?.keeping(kept) {
            Some(stored) => conn
                .prepare_cached(
                    "UPDATE sheet_column SET forms = ?3, text = ?4, code = ?5
                     WHERE attribute = ?1 AND sheet = ?2",
                )?
                .execute(params![attribute, sheet, stored.forms.bits(), stored.text, stored.code])?,
            None => conn
                .prepare_cached("DELETE FROM sheet_column WHERE attribute = ?1 AND sheet = ?2")?
                .execute([attribute, sheet])?,
        };
    }
    Ok(())
}

fn erase_names(conn: &Connection, sheet: i64, customers: &[i64], kept: &[usize]) -> Result<(), StoreError> {
    let mut select = conn.prepare_cached("SELECT name_text, name_code FROM sheet WHERE id = ?1")?;
    let names = select.query_row([sheet], |row| Cells::read(row, (0, 1), customers.len()))?;
    let names = names.ok_or_else(|| torn(sheet))?.keeping(kept);
    let (text, code) =
        names.map_or_else(|| (Vec::new(), vec![0; kept.len()]), |names| (names.text, names.code));
    let customers: Vec<i64> = kept.iter().map(|&row| customers[row]).collect();
    conn.execute(
        "UPDATE sheet SET customer = ?2, name_text = ?3, name_code = ?4 WHERE id = ?1",
        params![sheet, blob(&customers), text, code],
    )?;
    Ok(())
}

/// What the sheets say together of each of some customers: the values by attribute.
pub(crate) fn said_of(
    conn: &Connection,
    ids: &[CustomerId],
) -> Result<Vec<BTreeMap<String, String>>, StoreError> {
    let mut sorted: Vec<i64> = ids.iter().map(|id| id.0).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut said = vec![BTreeMap::new(); sorted.len()];
    each_value(conn, &sorted, |place, attribute, value| {
        said[place].insert(attribute, value.to_owned());
    })?;
    let names = attribute_names::all(conn)?;
    let told = |id: &CustomerId| {
        let values = sorted.binary_search(&id.0).map(|place| &said[place]).ok();
        let values = values.into_iter().flatten();
        values.filter_map(|(attribute, value)| Some((names.get(attribute)?.clone(), value.clone()))).collect()
    };
    Ok(ids.iter().map(told).collect())
}

/// Gives `see` what the sheets say together of some customers, whose ids are sorted and each there once: the place of
/// the customer among them, the attribute and its value, in no particular order.
pub(crate) fn each_value(
    conn: &Connection,
    ids: &[i64],
    mut see: impl FnMut(usize, i64, &str),
) -> Result<(), StoreError> {
    let mut columns =
        conn.prepare_cached("SELECT attribute, text, code FROM sheet_column WHERE sheet = ?1")?;
    let mut said: FxHashMap<i64, Vec<bool>> = FxHashMap::default();
    // Who speaks last goes first, and those before have nothing more to say.
    for (sheet, length, found) in about(conn, ids)?.into_iter().rev() {
        let mut rows = columns.query([sheet])?;
        while let Some(row) = rows.next()? {
            let attribute = row.get(0)?;
            let cells = Cells::read(row, (1, 2), length)?.ok_or_else(|| torn(sheet))?;
            let said = said.entry(attribute).or_insert_with(|| vec![false; ids.len()]);
            for &(at, place) in found.iter().rev() {
                if !said[place]
                    && let Some(value) = cells.value(at)
                {
                    said[place] = true;
                    see(place, attribute, value);
                }
            }
        }
    }
    Ok(())
}

/// A sheet, how many rows it has, and which of them are about whom.
type About = (i64, usize, Vec<(usize, usize)>);

/// The sheets that say something about some customers, in the order in which they speak: their rows with the places of
/// the customers among those given.
fn about(conn: &Connection, ids: &[i64]) -> Result<Vec<About>, StoreError> {
    let (Some(&first), Some(&last)) = (ids.first(), ids.last()) else { return Ok(Vec::new()) };
    let mut about = Vec::new();
    each(conn, |sheet, customers| {
        let (mut found, mut length) = (Vec::new(), 0);
        for customer in customers {
            if (first..=last).contains(&customer)
                && let Ok(place) = ids.binary_search(&customer)
            {
                found.push((length, place));
            }
            length += 1;
        }
        if !found.is_empty() {
            about.push((sheet, length, found));
        }
        Ok(())
    })?;
    Ok(about)
}

/// The imports with a sheet whose blobs do not fit together or are not what they say.
pub(crate) fn torn_sheets(conn: &Connection) -> Result<Vec<ImportId>, StoreError> {
    let mut torn = Vec::new();
    let mut select =
        conn.prepare("SELECT id, import, customer, name_text, name_code FROM sheet ORDER BY import, id")?;
    let mut columns = conn.prepare("SELECT forms, text, code FROM sheet_column WHERE sheet = ?1")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?.len();
        let mut sound =
            bytes.is_multiple_of(8) && bytes > 0 && Cells::read(row, (3, 4), bytes / 8)?.is_some();
        let mut of_sheet = columns.query([row.get::<_, i64>(0)?])?;
        while let Some(column) = of_sheet.next()? {
            let cells = Cells::read(column, (1, 2), bytes / 8)?;
            let forms = Forms::from_bits(column.get(0)?);
            sound &= cells.is_some_and(|cells| !cells.texts.is_empty() && Some(cells.forms()) == forms);
        }
        let import = ImportId(row.get(1)?);
        if !sound && torn.last() != Some(&import) {
            torn.push(import);
        }
    }
    Ok(torn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, value: &str, rows: usize) {
        let mut draft = Draft::new(1);
        for row in 0..rows {
            assert!(!draft.is_full(), "full after {row} rows");
            draft.push(row as i64, name, &[value]);
        }
        assert!(draft.is_full());
    }

    #[test]
    fn a_sheet_is_full_of_rows_of_values_or_of_names() {
        check("", "", MOST_ROWS);
        let long = "x".repeat(MOST_BYTES / 4);
        check("", &long, 4);
        check(&long, "", 4);
        check(&long, &long, 2);
    }
}

//! The tables `sheet` and `sheet_column`: what imports say about customers, column by column.
//!
//! A sheet is some rows of one source. What the sheets say together of a customer is each attribute's last value, by
//! import and then by row; nothing but the name is also kept with the customer.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Params, Row, Statement, params};
use rustc_hash::FxHashMap;

use model::{CustomerId, Forms, ImportId};

use crate::cells::{Cells, Gathering, Stored};
use crate::checksum::checksum;
use crate::erasure::Known;
use crate::merged::Merged;
use crate::said::Saying;
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

/// A sheet as the file has it.
pub(crate) struct StoredSheet {
    pub(crate) customers: Vec<u8>,
    pub(crate) names: Stored,
    /// The row of each attribute that has a value, and its column.
    pub(crate) columns: Vec<(i64, Stored)>,
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

    /// The sheet as the file is to have it; `attributes` are the rows of its attributes.
    pub(crate) fn stored(&self, attributes: &[i64]) -> StoredSheet {
        let columns = attributes.iter().zip(&self.columns).filter(|(_, column)| !column.is_blank());
        StoredSheet {
            customers: blob(&self.customers),
            names: self.names.stored(),
            columns: columns.map(|(&attribute, column)| (attribute, column.stored())).collect(),
        }
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
        let StoredSheet { customers, names, columns } = self.stored(attributes);
        let sum = checksum(&[], &[&customers]);
        let sheet = conn
            .prepare_cached(
                "INSERT INTO sheet (import, customer, checksum, name_text, name_code, name_checksum)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .insert(params![import.0, customers, sum, names.text, names.code, names.checksum])?;
        let mut insert = conn.prepare_cached(
            "INSERT INTO sheet_column (attribute, sheet, forms, text, code, checksum)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (attribute, Stored { forms, text, code, checksum }) in columns {
            insert.execute(params![attribute, sheet, forms.bits(), text, code, checksum])?;
        }
        Ok(())
    }
}

fn blob(customers: &[i64]) -> Vec<u8> {
    customers.iter().flat_map(|customer| customer.to_le_bytes()).collect()
}

/// Whom the rows of a sheet are about: the sheet is the first value of a row of the file, the blob stands at a place and
/// its checksum follows.
pub(crate) fn customers_of<'row>(
    row: &'row Row<'_>,
    at: usize,
) -> Result<impl ExactSizeIterator<Item = i64> + use<'row>, StoreError> {
    let blob = row.get_ref(at)?.as_blob().map_err(rusqlite::Error::from)?;
    let (customers, odd) = blob.as_chunks();
    if customers.is_empty() || !odd.is_empty() || checksum(&[], &[blob]) != row.get::<_, i64>(at + 1)? {
        return Err(torn(row));
    }
    Ok(customers.iter().map(|&bytes| i64::from_le_bytes(bytes)))
}

/// The error for a sheet that is not as it was written: the first value of a row of the file.
pub(crate) fn torn(sheet: &Row<'_>) -> StoreError {
    let sheet: i64 = sheet.get(0).unwrap_or_default();
    StoreError::damaged(format!("sheet {sheet} of customers is not as it was written"))
}

/// Gives `see` each sheet, in the order in which they speak: its row, and whom its rows are about.
pub(crate) fn each(
    conn: &Connection,
    mut see: impl FnMut(i64, &mut dyn Iterator<Item = i64>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut select = conn.prepare_cached("SELECT id, customer, checksum FROM sheet ORDER BY import, id")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        see(row.get(0)?, &mut customers_of(row, 1)?)?;
    }
    Ok(())
}

/// Gives `see` each name that a sheet has for a customer, in the order in which they speak.
pub(crate) fn each_name(conn: &Connection, mut see: impl FnMut(i64, &str)) -> Result<(), StoreError> {
    let mut select = conn.prepare_cached(
        "SELECT id, customer, checksum, name_text, name_code, name_checksum FROM sheet ORDER BY import, id",
    )?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let customers = customers_of(row, 1)?;
        let names = Cells::read(row, 3, customers.len())?.ok_or_else(|| torn(row))?;
        for (at, customer) in customers.enumerate() {
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
    let mut select = conn.prepare_cached("SELECT id, customer, checksum FROM sheet WHERE import = ?1")?;
    let mut rows = select.query([import.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.extend(customers_of(row, 1)?);
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

/// Gives `see` each text that sheets have for a name or a value, once for each column of a sheet.
pub(crate) fn each_text(conn: &Connection, mut see: impl FnMut(&str)) -> Result<(), StoreError> {
    let mut names = conn.prepare("SELECT id, name_text, name_code, name_checksum, customer FROM sheet")?;
    let mut columns =
        conn.prepare("SELECT sheet, text, code, checksum FROM sheet_column WHERE sheet = ?1")?;
    let mut rows = names.query([])?;
    while let Some(row) = rows.next()? {
        let length = row.get_ref(4)?.as_blob().map_err(rusqlite::Error::from)?.len() / size_of::<i64>();
        Cells::read(row, 1, length)?.ok_or_else(|| torn(row))?.texts.iter().for_each(&mut see);
        let mut of_sheet = columns.query([row.get::<_, i64>(0)?])?;
        while let Some(row) = of_sheet.next()? {
            Cells::read(row, 1, length)?.ok_or_else(|| torn(row))?.texts.iter().for_each(&mut see);
        }
    }
    Ok(())
}

/// Adds every name and value that a sheet has for some customers, whose ids are sorted, whichever speaks last.
pub(crate) fn texts_about(conn: &Connection, ids: &[i64], known: &mut Known) -> Result<(), StoreError> {
    let mut names =
        conn.prepare_cached("SELECT id, name_text, name_code, name_checksum FROM sheet WHERE id = ?1")?;
    let mut columns =
        conn.prepare_cached("SELECT sheet, text, code, checksum FROM sheet_column WHERE sheet = ?1")?;
    for (sheet, length, found) in about(conn, ids)? {
        let add = |row: &Row<'_>, texts: &mut BTreeSet<String>| {
            let cells = Cells::read(row, 1, length)?.ok_or_else(|| torn(row))?;
            texts.extend(found.iter().filter_map(|&(at, _)| cells.value(at)).map(str::to_owned));
            Ok::<_, StoreError>(())
        };
        only(&mut names, [sheet], |row| add(row, &mut known.names))?;
        let mut rows = columns.query([sheet])?;
        while let Some(row) = rows.next()? {
            add(row, &mut known.values)?;
        }
    }
    Ok(())
}

/// Every row about some customers, whose ids are sorted, in the order in which they speak; `attributes` has the names.
pub(crate) fn sayings(
    conn: &Connection,
    ids: &[i64],
    attributes: &FxHashMap<i64, String>,
) -> Result<Vec<Saying>, StoreError> {
    let mut names = conn
        .prepare_cached("SELECT id, name_text, name_code, name_checksum, import FROM sheet WHERE id = ?1")?;
    let mut columns = conn
        .prepare_cached("SELECT sheet, text, code, checksum, attribute FROM sheet_column WHERE sheet = ?1")?;
    let mut sayings = Vec::new();
    for (sheet, length, found) in about(conn, ids)? {
        let first = sayings.len();
        only(&mut names, [sheet], |row| {
            let cells = Cells::read(row, 1, length)?.ok_or_else(|| torn(row))?;
            let import = ImportId(row.get(4)?);
            sayings.extend(found.iter().map(|&(at, _)| Saying {
                import,
                name: cells.value(at).map(str::to_owned),
                attributes: BTreeMap::new(),
            }));
            Ok(())
        })?;
        let mut rows = columns.query([sheet])?;
        while let Some(row) = rows.next()? {
            let cells = Cells::read(row, 1, length)?.ok_or_else(|| torn(row))?;
            let Some(attribute) = attributes.get(&row.get(4)?) else { continue };
            for (saying, &(at, _)) in sayings[first..].iter_mut().zip(&found) {
                if let Some(value) = cells.value(at) {
                    saying.attributes.insert(attribute.clone(), value.to_owned());
                }
            }
        }
    }
    Ok(sayings)
}

/// Removes the rows about customers, whose ids are sorted, from all sheets, with the values that no other row has.
pub(crate) fn erase(conn: &Connection, erased: &[i64]) -> Result<(), StoreError> {
    let is_erased = |customer: &i64| erased.binary_search(customer).is_ok();
    let mut about = Vec::new();
    each(conn, |sheet, customers| {
        let customers: Vec<i64> = customers.collect();
        if customers.iter().any(is_erased) {
            about.push((sheet, customers));
        }
        Ok(())
    })?;
    for (sheet, customers) in about {
        let kept: Vec<usize> = (0..customers.len()).filter(|&row| !is_erased(&customers[row])).collect();
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
    let mut select = conn.prepare_cached(
        "SELECT sheet, text, code, checksum FROM sheet_column WHERE attribute = ?1 AND sheet = ?2",
    )?;
    for attribute in attributes {
        let cells =
            only(&mut select, [attribute, sheet], |row| Cells::read(row, 1, rows)?.ok_or_else(|| torn(row)))?;
        let kept = cells.keeping(kept);
        if kept.is_blank() {
            conn.prepare_cached("DELETE FROM sheet_column WHERE attribute = ?1 AND sheet = ?2")?
                .execute([attribute, sheet])?;
            continue;
        }
        let Stored { forms, text, code, checksum } = kept.stored();
        conn.prepare_cached(
            "UPDATE sheet_column SET forms = ?3, text = ?4, code = ?5, checksum = ?6
             WHERE attribute = ?1 AND sheet = ?2",
        )?
        .execute(params![attribute, sheet, forms.bits(), text, code, checksum])?;
    }
    Ok(())
}

fn erase_names(conn: &Connection, sheet: i64, customers: &[i64], kept: &[usize]) -> Result<(), StoreError> {
    let mut select =
        conn.prepare_cached("SELECT id, name_text, name_code, name_checksum FROM sheet WHERE id = ?1")?;
    let names =
        only(&mut select, [sheet], |row| Cells::read(row, 1, customers.len())?.ok_or_else(|| torn(row)))?;
    let names = names.keeping(kept).stored();
    let customers = blob(&kept.iter().map(|&row| customers[row]).collect::<Vec<_>>());
    conn.execute(
        "UPDATE sheet SET customer = ?2, checksum = ?3, name_text = ?4, name_code = ?5, name_checksum = ?6
         WHERE id = ?1",
        params![sheet, customers, checksum(&[], &[&customers]), names.text, names.code, names.checksum],
    )?;
    Ok(())
}

/// What is read of the one row that a query finds.
fn only<T>(
    select: &mut Statement<'_>,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut rows = select.query(params)?;
    read(rows.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?)
}

/// What the sheets say together of each of some customers, and of those who are one with it: the values by attribute.
pub(crate) fn said_of(
    conn: &Connection,
    merged: &Merged,
    ids: &[CustomerId],
) -> Result<Vec<BTreeMap<String, String>>, StoreError> {
    let mut wanted: Vec<i64> = ids.iter().map(|id| id.0).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let rows_of = |(place, &id): (usize, &i64)| merged.rows(id).into_iter().map(move |row| (row, place));
    let mut rows: Vec<(i64, usize)> = wanted.iter().enumerate().flat_map(rows_of).collect();
    rows.sort_unstable();
    let sorted: Vec<i64> = rows.iter().map(|(row, _)| *row).collect();
    let mut said = vec![BTreeMap::new(); wanted.len()];
    each_value(
        conn,
        &sorted,
        |place| rows[place].1,
        |place, attribute, value| {
            said[place].insert(attribute, value.to_owned());
        },
    )?;
    let names = attribute_names::all(conn)?;
    let told = |id: &CustomerId| {
        let values = wanted.binary_search(&id.0).map(|place| &said[place]).ok();
        let values = values.into_iter().flatten();
        values.filter_map(|(attribute, value)| Some((names.get(attribute)?.clone(), value.clone()))).collect()
    };
    Ok(ids.iter().map(told).collect())
}

/// Gives `see` what the sheets say together of some customers, whose ids are sorted and each there once: whose it is, the
/// attribute and its value, in no particular order. `whose` gives that for the place of a customer among them: those who
/// have one place speak as one.
pub(crate) fn each_value(
    conn: &Connection,
    ids: &[i64],
    whose: impl Fn(usize) -> usize,
    mut see: impl FnMut(usize, i64, &str),
) -> Result<(), StoreError> {
    let mut columns = conn
        .prepare_cached("SELECT sheet, attribute, text, code, checksum FROM sheet_column WHERE sheet = ?1")?;
    let mut said: FxHashMap<i64, Vec<bool>> = FxHashMap::default();
    // Who speaks last goes first, and those before have nothing more to say.
    for (sheet, length, found) in about(conn, ids)?.into_iter().rev() {
        let mut rows = columns.query([sheet])?;
        while let Some(row) = rows.next()? {
            let attribute = row.get(1)?;
            let cells = Cells::read(row, 2, length)?.ok_or_else(|| torn(row))?;
            let said = said.entry(attribute).or_insert_with(|| vec![false; ids.len()]);
            for (at, place) in found.iter().rev().map(|&(at, place)| (at, whose(place))) {
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
    let mut select = conn.prepare(
        "SELECT id, customer, checksum, name_text, name_code, name_checksum, import
         FROM sheet ORDER BY import, id",
    )?;
    let mut columns =
        conn.prepare("SELECT forms, text, code, checksum FROM sheet_column WHERE sheet = ?1")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let length = customers_of(row, 1).map_or(0, |customers| customers.len());
        let mut sound = length > 0 && Cells::read(row, 3, length)?.is_some();
        let mut of_sheet = columns.query([row.get::<_, i64>(0)?])?;
        while let Some(column) = of_sheet.next()? {
            let cells = Cells::read(column, 1, length)?;
            let forms = Forms::from_bits(column.get(0)?);
            sound &= cells.is_some_and(|cells| !cells.texts.is_empty() && Some(cells.forms()) == forms);
        }
        let import = ImportId(row.get(6)?);
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

//! What else the rows say of interactions, as marks in the order of [`Columns`](model::Columns).

use std::collections::BTreeSet;

use rusqlite::Row;

use model::{CustomerId, Marks};

use crate::{StoreError, Workspace, merged};

/// So many rows are read between two questions whether to go on.
const STRIDE: usize = 65_536;

const COLUMNS: &str = "at, seq, import, date_only, channel IS NULL, value IS NULL";

impl Workspace {
    /// The marks of each interaction, unless `goes_on` says `false`. An import whose rows mostly go from new to old is
    /// in order where they do.
    pub fn interaction_marks(&self, goes_on: &dyn Fn() -> bool) -> Result<Marks, StoreError> {
        let mut reading = Reading::default();
        self.read_marks(&mut reading, goes_on)?;
        let backwards = reading.backwards();
        if !backwards.is_empty() {
            reading = Reading { backwards, ..Reading::default() };
            self.read_marks(&mut reading, goes_on)?;
        }
        Ok(Marks(reading.marks))
    }

    fn read_marks(&self, reading: &mut Reading, goes_on: &dyn Fn() -> bool) -> Result<(), StoreError> {
        merged::each_interaction(&self.conn, &*self.merged()?, COLUMNS, |customer, row| {
            reading.read(customer, row)?;
            if reading.marks.len().is_multiple_of(STRIDE) && !goes_on() {
                return Err(StoreError::Cancelled);
            }
            Ok(())
        })
    }

    /// Goes through the keys of all customers, by row, also of those who are merged.
    pub fn each_key(&self, mut see: impl FnMut(CustomerId, &str)) -> Result<(), StoreError> {
        let mut select = self.conn.prepare_cached("SELECT id, key FROM customer ORDER BY id")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            see(CustomerId(row.get(0)?), row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
        }
        Ok(())
    }
}

/// The marks read so far, and how the rows of imports follow each other.
#[derive(Default)]
struct Reading {
    marks: Vec<u8>,
    /// The imports whose rows go from new to old.
    backwards: BTreeSet<i64>,
    customer: i64,
    /// The last row of the customer in each import.
    last: Vec<Last>,
    /// How often the rows of each import go from old to new, and from new to old.
    ways: Vec<(i64, [u64; 2])>,
}

struct Last {
    import: i64,
    at: i64,
    seq: i64,
}

impl Reading {
    fn read(&mut self, customer: i64, row: &Row<'_>) -> Result<(), StoreError> {
        if customer != self.customer {
            self.customer = customer;
            self.last.clear();
        }
        let is_late = self.follow(Last { import: row.get(3)?, at: row.get(1)?, seq: row.get(2)? });
        let mark = |is: bool, mark: u8| if is { mark } else { 0 };
        let marks = mark(row.get(4)?, Marks::DATE_ONLY)
            | mark(row.get(5)?, Marks::NO_CHANNEL)
            | mark(row.get(6)?, Marks::NO_VALUE)
            | mark(is_late, Marks::OUT_OF_ORDER);
        self.marks.push(marks);
        Ok(())
    }

    /// Whether a row stands in its source on the wrong side of the one before it in time.
    fn follow(&mut self, row: Last) -> bool {
        let import = row.import;
        let Some(before) = self.last.iter_mut().find(|last| last.import == import) else {
            self.last.push(row);
            return false;
        };
        let (earlier, goes_back) = (before.at < row.at, row.seq < before.seq);
        *before = row;
        if !earlier {
            return false;
        }
        let place = self.ways.iter().position(|(each, _)| *each == import).unwrap_or_else(|| {
            self.ways.push((import, [0, 0]));
            self.ways.len() - 1
        });
        self.ways[place].1[usize::from(goes_back)] += 1;
        goes_back != self.backwards.contains(&import)
    }

    /// The imports whose rows mostly go from new to old.
    fn backwards(&self) -> BTreeSet<i64> {
        self.ways.iter().filter(|(_, [on, back])| back > on).map(|(import, _)| *import).collect()
    }
}

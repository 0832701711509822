//! Rows of interactions, many to a statement: half the time of one to a statement.

use rusqlite::{Connection, Statement};

use model::{ImportId, InteractionRows};

use crate::StoreError;
use crate::stretch::Stretch;

/// Rows to a statement. More gains nothing.
const ROWS: usize = 50;

/// Writes stretches of interactions of one import.
pub(crate) struct RowWriter<'conn> {
    many: Statement<'conn>,
    single: Statement<'conn>,
    width: usize,
}

impl<'conn> RowWriter<'conn> {
    /// A writer of those columns that some rows have.
    pub(crate) fn new(
        conn: &'conn Connection,
        import: ImportId,
        rows: &InteractionRows,
    ) -> Result<Self, StoreError> {
        let mut columns = vec!["customer", "at", "seq", "event"];
        for (column, empty) in [
            ("channel", rows.channel.is_empty()),
            ("value", rows.value.is_empty()),
            ("currency", rows.currency.is_empty()),
            ("date_only", rows.date_only.is_empty()),
        ] {
            if !empty {
                columns.push(column);
            }
        }
        let statement = |rows| conn.prepare(&insert(&columns, rows, import));
        Ok(Self { many: statement(ROWS)?, single: statement(1)?, width: columns.len() })
    }

    /// Writes a stretch.
    pub(crate) fn write(&mut self, stretch: &Stretch) -> Result<(), StoreError> {
        let rows = stretch.at.len();
        let whole = rows - rows % ROWS;
        for start in (0..whole).step_by(ROWS) {
            for row in 0..ROWS {
                bind(&mut self.many, stretch, start + row, row * self.width)?;
            }
            self.many.raw_execute()?;
        }
        for row in whole..rows {
            bind(&mut self.single, stretch, row, 0)?;
            self.single.raw_execute()?;
        }
        Ok(())
    }
}

fn insert(columns: &[&str], rows: usize, import: ImportId) -> String {
    let row = format!("({}, {})", import.0, vec!["?"; columns.len()].join(", "));
    format!("INSERT INTO interaction (import, {}) VALUES {}", columns.join(", "), vec![row; rows].join(", "))
}

/// Binds one row's values after the first `before` parameters, in the order of [`RowWriter::new`].
fn bind(statement: &mut Statement<'_>, stretch: &Stretch, row: usize, before: usize) -> rusqlite::Result<()> {
    statement.raw_bind_parameter(before + 1, stretch.customer[row])?;
    statement.raw_bind_parameter(before + 2, stretch.at[row])?;
    statement.raw_bind_parameter(before + 3, stretch.seq[row])?;
    statement.raw_bind_parameter(before + 4, stretch.event[row])?;
    let mut next = before + 5;
    if let Some(channel) = stretch.channel.get(row) {
        statement.raw_bind_parameter(next, channel)?;
        next += 1;
    }
    if let Some(value) = stretch.value.get(row) {
        statement.raw_bind_parameter(next, value)?;
        next += 1;
    }
    if let Some(currency) = stretch.currency.get(row) {
        statement.raw_bind_parameter(next, currency)?;
        next += 1;
    }
    if let Some(date_only) = stretch.date_only.get(row) {
        statement.raw_bind_parameter(next, date_only)?;
    }
    Ok(())
}

//! A look at a source before it is read.

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::cell::Cell;
use crate::columns::{CustomerColumns, InteractionColumns};
use crate::error::ReadError;
use crate::forms::Encoding;
use crate::signatures::{Looks, looks_like};
use crate::stages::{self, StageDate};
use crate::table::{Head, Header};
use crate::xlsx::Sheets;
use crate::{guess, table};

/// How many rows [`inspect`] shows, and how many characters of each field.
const SHOWN: (usize, usize) = (8, 200);

/// What a look at the head of a source tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Source {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// Those of them that were made because a column before has the name that is written.
    pub repeated: Vec<String>,
    /// The first rows; long fields are cut off.
    pub rows: Vec<Vec<String>>,
    /// How the head is encoded, where the format leaves that open. Reading all of it may find otherwise.
    pub encoding: Option<Encoding>,
    /// The sheets of the file and which is looked at, where its format has sheets.
    pub sheets: Option<Sheets>,
    /// The size of the file.
    #[specta(type = Number)]
    pub bytes: u64,
    /// The columns as a source of interactions, as far as they are recognised.
    pub interactions: InteractionColumns,
    /// The columns as a list of customers, as far as they are recognised.
    pub customers: CustomerColumns,
    /// The columns that are named like dates of stages, and the stages.
    pub stages: Vec<StageDate>,
    /// What it looks like, if its header is known.
    pub looks: Option<Looks>,
    /// A column that is named like a value but mostly has no numbers, so that it is not read as one.
    pub unread_value: Option<String>,
}

/// Looks at the head of a source: its columns, its first rows and what the columns probably are. Its text is read
/// in `encoding`, or else in the one that it speaks for; of a workbook `sheet` is looked at, or else the first that is
/// shown.
pub fn inspect(path: &Path, encoding: Option<Encoding>, sheet: Option<&str>) -> Result<Source, ReadError> {
    let table = table::look(path, encoding, sheet)?;
    let Head { header: Header { names: header, repeated, .. }, sample, encoding, size, sheets, .. } =
        table.head();
    let shown = |row: &Vec<Cell<String>>| row.iter().map(|cell| cut_off(&cell.lent().text())).collect();
    Ok(Source {
        columns: header.clone(),
        repeated: repeated.clone(),
        rows: sample.iter().take(SHOWN.0).map(shown).collect(),
        encoding: *encoding,
        sheets: sheets.clone(),
        bytes: *size,
        interactions: without_blanks(guess::interactions(header, sample, &InteractionColumns::default())),
        customers: guess::customers(header, None),
        stages: stages::guessed(header, sample),
        looks: looks_like(header),
        unread_value: guess::unread_value(header, sample, &InteractionColumns::default()),
    })
}

/// The columns with `None` for what a known export has no column for.
fn without_blanks(columns: InteractionColumns) -> InteractionColumns {
    let filled = |name: Option<String>| name.filter(|name| !name.is_empty());
    let InteractionColumns { customer, event, time, channel, value, currency, every, stages } = columns;
    let [customer, event, time] = [customer, event, time].map(filled);
    let [channel, value, currency] = [channel, value, currency].map(filled);
    InteractionColumns { customer, event, time, channel, value, currency, every, stages }
}

fn cut_off(field: &str) -> String {
    match field.char_indices().nth(SHOWN.1) {
        Some((end, _)) => format!("{}…", &field[..end]),
        None => field.to_owned(),
    }
}

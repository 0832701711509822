//! A look at a source before it is read.

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::columns::{CustomerColumns, InteractionColumns};
use crate::error::ReadError;
use crate::forms::Encoding;
use crate::guess;
use crate::head::Head;

/// How many rows [`inspect`] shows, and how many characters of each field.
const SHOWN: (usize, usize) = (8, 200);

/// What a look at the head of a source tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Source {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The first rows; long fields are cut off.
    pub rows: Vec<Vec<String>>,
    /// What separates the fields.
    pub separator: char,
    /// How the head is encoded. Reading all of it may find otherwise.
    pub encoding: Encoding,
    /// Whether the file is compressed with gzip.
    pub compressed: bool,
    /// The size of the file.
    #[specta(type = Number)]
    pub bytes: u64,
    /// The columns as a source of interactions, as far as they are recognised.
    pub interactions: InteractionColumns,
    /// The columns as a list of customers, as far as they are recognised.
    pub customers: CustomerColumns,
    /// A column that is named like a value but mostly has no numbers, so that it is not read as one.
    pub unread_value: Option<String>,
}

/// Looks at the head of a source: its columns, its first rows and what the columns probably are. Its text is read
/// in `encoding`, or else in the one that it speaks for.
pub fn inspect(path: &Path, encoding: Option<Encoding>) -> Result<Source, ReadError> {
    let head = Head::read(path, encoding)?;
    let shown = |row: &Vec<String>| row.iter().map(|field| cut_off(field)).collect();
    Ok(Source {
        rows: head.sample.iter().take(SHOWN.0).map(shown).collect(),
        separator: char::from(head.grammar.separator),
        encoding: head.encoding,
        compressed: head.compressed,
        bytes: head.size,
        interactions: guess::interactions(&head.header, &head.sample, &InteractionColumns::default()),
        unread_value: guess::unread_value(&head.header, &head.sample, &InteractionColumns::default()),
        customers: guess::customers(&head.header, None),
        columns: head.header,
    })
}

fn cut_off(field: &str) -> String {
    match field.char_indices().nth(SHOWN.1) {
        Some((end, _)) => format!("{}…", &field[..end]),
        None => field.to_owned(),
    }
}

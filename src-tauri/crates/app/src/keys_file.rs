//! Customers named in a file: a list of keys, or any table that could be imported as customers.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use exchange::ReadError;
use model::CustomerId;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{AppError, Session};

/// The largest list of keys without a header that is read, in bytes.
const MOST_BYTES: u64 = 64 << 20;

/// How many keys that nobody has are told.
const TOLD: usize = 5;

/// The customers that a file names by their keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NamedCustomers {
    /// Those who are there, by row and each once.
    pub customers: Vec<CustomerId>,
    /// How many keys nobody has.
    #[specta(type = Number)]
    pub unknown: u64,
    /// The first of these.
    pub first_unknown: Vec<String>,
}

impl Session {
    /// The customers that a file names: by the column of their keys in a table that could be imported, or else by what
    /// stands first in each line of a text. Nothing is imported.
    pub fn customers_in_file(&self, path: &Path) -> Result<NamedCustomers, AppError> {
        let read = self.reading(false, exchange::Forms::default(), false, None);
        let keys = match exchange::read_customers(path, None, &[], &read, &|_| true) {
            Ok(reading) => reading
                .batch
                .blocks
                .iter()
                .flat_map(|block| block.rows().filter_map(|cells| cells.first().map(|&key| key.to_owned())))
                .collect(),
            Err(error) => lines(path, error)?,
        };
        self.named_by(&keys)
    }

    fn named_by(&self, keys: &BTreeSet<String>) -> Result<NamedCustomers, AppError> {
        let (mut customers, mut unknown) = (Vec::new(), Vec::new());
        for key in keys {
            match self.workspace.customer_by_key(key)? {
                Some(customer) => customers.push(customer),
                None => unknown.push(key.clone()),
            }
        }
        customers.sort_unstable();
        let count = unknown.len() as u64;
        unknown.truncate(TOLD);
        Ok(NamedCustomers { customers, unknown: count, first_unknown: unknown })
    }
}

/// What stands first in each line of a text; without one, why the file is no table.
fn lines(path: &Path, error: ReadError) -> Result<BTreeSet<String>, AppError> {
    let no_table = |error| AppError::Read { source_path: path.to_owned(), error };
    let size = fs::metadata(path).map_err(|error| no_table(error.into()))?.len();
    let bytes = if size > MOST_BYTES {
        Vec::new()
    } else {
        fs::read(path).map_err(|error| no_table(error.into()))?
    };
    let Ok(text) = String::from_utf8(bytes) else { return Err(no_table(error)) };
    let text = text.trim_start_matches('\u{feff}');
    let first = |line: &str| {
        let cell = line.split([',', ';', '\t', '|']).next().unwrap_or_default();
        cell.trim().trim_matches('"').trim().to_owned()
    };
    let keys: BTreeSet<String> = text.lines().map(first).filter(|key| !key.is_empty()).collect();
    if keys.is_empty() || text.contains('\0') { Err(no_table(error)) } else { Ok(keys) }
}

//! All that is stored of one customer, and where each part of it comes from.

use std::collections::{BTreeMap, BTreeSet};

use model::{CustomerId, ImportId};

use crate::erasure::mentions;
use crate::traces::Traces;
use crate::{Known, Mention, StoreError, Workspace, attribute_names, sheet};

/// What one row of an import says of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Which import.
    pub import: ImportId,
    /// The name to show.
    pub name: Option<String>,
    /// The attributes with their values, by attribute.
    pub attributes: BTreeMap<String, String>,
}

impl Workspace {
    /// Every row that imports have about a customer, in the order in which they speak: the last has the last word.
    pub fn sayings(&self, customer: CustomerId) -> Result<Vec<Saying>, StoreError> {
        let names = attribute_names::all(&self.conn)?;
        sheet::sayings(&self.conn, &self.merged()?.rows(customer.0), &names)
    }

    /// How many interactions of a customer each import brought.
    pub fn brought(&self, customer: CustomerId) -> Result<Vec<(ImportId, u64)>, StoreError> {
        let mut select = self.conn.prepare_cached(
            "SELECT import, count(*) FROM interaction WHERE customer IN (SELECT value FROM json_each(?1)) GROUP BY import ORDER BY import",
        )?;
        let counts = select.query_map([self.merged()?.rows_as_list(customer.0)], |row| {
            Ok((ImportId(row.get(0)?), row.get::<_, i64>(1)?.cast_unsigned()))
        })?;
        Ok(counts.collect::<Result<_, _>>()?)
    }

    /// The user's own texts in which somebody is named.
    pub fn mentions(&self, known: &Known) -> Result<Vec<Mention>, StoreError> {
        mentions(&self.conn, &Traces::of(&known.names, &BTreeSet::default()))
    }
}

//! The table `import`: what was imported from where, and undoing it as a whole.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use model::ImportId;

use crate::{StoreError, Workspace};

/// Called now and then with how much is done and how much there is; `false` cancels.
pub type Progress<'a> = &'a dyn Fn(u64, u64) -> bool;

/// How many customers are gone through between two calls of the progress.
pub(crate) const STRIDE: usize = 4096;

/// Tells of progress at every stride, and whether to go on.
pub(crate) fn tell(progress: Progress<'_>, done: usize, of: usize) -> Result<(), StoreError> {
    if !done.is_multiple_of(STRIDE) || progress(done as u64, of as u64) {
        return Ok(());
    }
    Err(StoreError::Cancelled)
}

/// What an import brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImportKind {
    /// Customers with their attributes.
    Customers,
    /// Interactions.
    Interactions,
}

/// Where an import comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportSource {
    /// The name of the file or service.
    pub name: String,
    /// Something that the same content always has and other content never has, such as a digest.
    pub fingerprint: String,
    /// Which column of the source was read for each field.
    pub columns: BTreeMap<String, String>,
    /// How many rows of the source were left out.
    pub rejected: u64,
    /// What exports of one source have in common and those of others have not; `None` where that is not known.
    pub key: Option<String>,
    /// Whether interactions are taken although earlier exports of the source brought them; only said, not kept.
    pub again: bool,
}

/// An import that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its row.
    pub id: ImportId,
    /// What it brought.
    pub kind: ImportKind,
    /// Where it came from.
    pub source: ImportSource,
    /// When it was made, UTC milliseconds.
    pub at: i64,
    /// How many rows of the source were taken; those that were there already are not among them.
    pub taken: u64,
    /// Whether it was undone.
    pub undone: bool,
}

impl ImportKind {
    /// The name by which the workspace file knows this kind.
    pub fn name(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Interactions => "interactions",
        }
    }
}

const COLUMNS: &str = "id, kind, source, fingerprint, columns, at, taken, rejected, undone, source_key";

impl Workspace {
    /// All imports, the undone ones included, in the order in which they were made.
    pub fn imports(&self) -> Result<Vec<Import>, StoreError> {
        all(&self.conn)
    }

    /// How many rows of the source an import took.
    pub fn taken(&self, import: ImportId) -> Result<u64, StoreError> {
        Ok(one(&self.conn, import)?.taken)
    }

    /// The last import of content with this fingerprint that is not undone.
    pub fn import_by_fingerprint(&self, fingerprint: &str) -> Result<Option<Import>, StoreError> {
        let mut select = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM import WHERE fingerprint = ?1 AND undone = 0 ORDER BY id DESC LIMIT 1"
        ))?;
        Ok(select.query_row([fingerprint], read).optional()?)
    }
}

/// All imports, in the order in which they were made.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Import>, StoreError> {
    let mut select = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM import ORDER BY id"))?;
    Ok(select.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// Says that an import came from somewhere else than it did.
pub(crate) fn rename(conn: &Connection, id: ImportId, source: &ImportSource) -> Result<(), StoreError> {
    let columns = serde_json::json!(source.columns).to_string();
    conn.prepare_cached("UPDATE import SET source = ?2, columns = ?3, source_key = ?4 WHERE id = ?1")?
        .execute(params![id.0, source.name, columns, source.key])?;
    Ok(())
}

/// One import.
pub(crate) fn one(conn: &Connection, id: ImportId) -> Result<Import, StoreError> {
    let mut select = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM import WHERE id = ?1"))?;
    let import = select.query_row([id.0], read).optional()?;
    import.ok_or(StoreError::Missing { what: "import", id: id.0 })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Import> {
    let kind = match row.get_ref(1)?.as_str()? {
        "customers" => ImportKind::Customers,
        "interactions" => ImportKind::Interactions,
        other => return Err(crate::error::unknown(1, other)),
    };
    let columns = serde_json::from_str(row.get_ref(4)?.as_str()?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(4, rusqlite::types::Type::Text, error.into())
    })?;
    Ok(Import {
        id: ImportId(row.get(0)?),
        kind,
        source: ImportSource {
            name: row.get(2)?,
            fingerprint: row.get(3)?,
            columns,
            rejected: row.get::<_, i64>(7)? as u64,
            key: row.get(9)?,
            again: false,
        },
        at: row.get(5)?,
        taken: row.get::<_, i64>(6)? as u64,
        undone: row.get(8)?,
    })
}

/// Lists an import.
pub(crate) fn list(
    conn: &Connection,
    kind: ImportKind,
    source: &ImportSource,
    at: i64,
    taken: usize,
) -> Result<ImportId, StoreError> {
    let columns = serde_json::json!(source.columns).to_string();
    conn.execute(
        "INSERT INTO import (kind, source, fingerprint, columns, at, taken, rejected, source_key)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            kind.name(),
            source.name,
            source.fingerprint,
            columns,
            at,
            taken as i64,
            source.rejected as i64,
            source.key
        ],
    )?;
    Ok(ImportId(conn.last_insert_rowid()))
}

/// Notes how many rows of the source an import took after all.
pub(crate) fn note_taken(conn: &Connection, import: ImportId, taken: usize) -> Result<(), StoreError> {
    conn.execute("UPDATE import SET taken = ?2 WHERE id = ?1", (import.0, taken as i64))?;
    Ok(())
}

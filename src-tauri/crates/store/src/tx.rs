//! An edit in progress: what [`Workspace::transact`](crate::Workspace::transact) hands to the closure. The
//! operations stand beside their tables' SQL, one module each.

use rusqlite::{Connection, OptionalExtension, Params};

use crate::StoreError;
use crate::schema::TITLE;

/// An edit in progress. What it did stays only if the whole edit succeeds.
pub struct Tx<'a> {
    pub(crate) conn: &'a Connection,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }

    /// Renames the workspace.
    pub fn rename_workspace(&mut self, title: &str) -> Result<(), StoreError> {
        named("workspace", title)?;
        self.run("UPDATE workspace SET title = ?1", [title])?;
        Ok(())
    }

    /// Sets the zone in which values without one are read and days begin, by its IANA name.
    pub fn set_timezone(&mut self, timezone: &str) -> Result<(), StoreError> {
        self.run("UPDATE workspace SET timezone = ?1", [timezone])?;
        Ok(())
    }

    /// Runs a statement and gives how many rows it touched.
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// Inserts a row and gives its id.
    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        Ok(self.conn.prepare_cached(sql)?.insert(params)?)
    }

    /// Updates the one row that has an id.
    pub(crate) fn change(
        &self,
        what: &'static str,
        id: i64,
        sql: &str,
        params: impl Params,
    ) -> Result<(), StoreError> {
        if self.run(sql, params)? == 0 { Err(StoreError::Missing { what, id }) } else { Ok(()) }
    }

    /// The text that a query finds, if any.
    pub(crate) fn text(&self, sql: &str, params: impl Params) -> Result<Option<String>, StoreError> {
        Ok(self.conn.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?)
    }

    /// The number that a query finds, if any.
    pub(crate) fn number(&self, sql: &str, params: impl Params) -> Result<Option<i64>, StoreError> {
        Ok(self.conn.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?)
    }
}

/// Refuses a title that shows nothing, or too much.
pub(crate) fn named(what: &'static str, title: &str) -> Result<(), StoreError> {
    if title.trim().is_empty() {
        return Err(StoreError::Untitled(what));
    }
    bounded(what, title, TITLE)
}

/// Refuses a text of more bytes than it may have.
pub(crate) fn bounded(what: &'static str, text: &str, most: usize) -> Result<(), StoreError> {
    if text.len() > most { Err(StoreError::TooLong { what, most }) } else { Ok(()) }
}

/// Refuses a title that a query found taken.
pub(crate) fn free(what: &'static str, title: &str, taken: Option<i64>) -> Result<(), StoreError> {
    match taken {
        Some(_) => Err(StoreError::TitleTaken { what, title: title.to_owned() }),
        None => Ok(()),
    }
}

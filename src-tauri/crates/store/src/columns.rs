//! The table `chunk`: the interactions as cached columns, and making it again from the rows.
//!
//! Whoever changes interactions calls [`refresh_around`] in the same transaction, so the cache is stale only when
//! something else than this crate changed the file, which is noticed when the file is opened; and damaged only when
//! the disk is, which its checksums tell when it is read. Then it is made again.

use model::Columns;
use rusqlite::{Connection, params};

use crate::checksum::checksum;
use crate::dictionary::{self, all_noted_interactions};
use crate::load::{fits_seconds, from_rows, load};
use crate::stretch::Stretch;
use crate::{StoreError, Workspace, merged};

/// How many interactions a chunk has at least, unless it is the last or the last of a pass.
pub(crate) const CHUNK: usize = 65_536;

/// How the blobs are encoded; any other number in the file is stale. Those of 1 had no checksum.
const FORMAT: i64 = 2;

/// Interactions of successive customers as columns.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    customer: Vec<i64>,
    length: Vec<u32>,
    /// Event ids less one.
    event: Vec<u16>,
    at: Vec<i64>,
}

impl Chunk {
    pub(crate) fn of(stretch: &Stretch) -> Self {
        let mut chunk = Self::default();
        for ((&customer, &at), &event) in stretch.customer.iter().zip(&stretch.at).zip(&stretch.event) {
            // The dictionary gives no other ids than 1 to 65,536.
            chunk.push(customer, at, (event - 1) as u16);
        }
        chunk
    }

    fn push(&mut self, customer: i64, at: i64, event: u16) {
        match self.length.last_mut() {
            Some(length) if self.customer.last() == Some(&customer) => *length += 1,
            _ => {
                self.customer.push(customer);
                self.length.push(1);
            }
        }
        self.at.push(at);
        self.event.push(event);
    }

    fn ends_before(&self, customer: i64) -> bool {
        self.at.len() >= CHUNK && self.customer.last() != Some(&customer)
    }

    /// Writes the chunk as the one that stands for the customers from `start`.
    pub(crate) fn write(&self, conn: &Connection, start: i64) -> Result<(), StoreError> {
        let (Some(&first), Some(&last)) = (self.at.iter().min(), self.at.iter().max()) else { return Ok(()) };
        let whole_seconds = fits_seconds(first, last) && self.at.iter().all(|at| (at - first) % 1000 == 0);
        let wide = self.event.iter().any(|&event| event > 0xFF);
        let at: Vec<u8> = if whole_seconds {
            self.at.iter().flat_map(|at| (((at - first) / 1000) as u32).to_le_bytes()).collect()
        } else {
            self.at.iter().flat_map(|at| at.to_le_bytes()).collect()
        };
        let event: Vec<u8> = if wide {
            self.event.iter().flat_map(|event| event.to_le_bytes()).collect()
        } else {
            self.event.iter().map(|&event| event as u8).collect()
        };
        let customer: Vec<u8> = self.customer.iter().flat_map(|id| id.to_le_bytes()).collect();
        let length: Vec<u8> = self.length.iter().flat_map(|length| length.to_le_bytes()).collect();
        let interactions = self.at.len() as i64;
        let numbers = [start, interactions, first, last, whole_seconds.into(), wide.into()];
        let checksum = checksum(&numbers, &[&customer, &length, &event, &at]);
        conn.prepare_cached(
            "INSERT INTO chunk (start, format, interactions, first_at, last_at, whole_seconds, wide_events,
                                customer, length, event, at, checksum)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            start,
            FORMAT,
            interactions,
            first,
            last,
            whole_seconds,
            wide,
            customer,
            length,
            event,
            at,
            checksum
        ])?;
        Ok(())
    }
}

impl Workspace {
    /// All interactions as columns: from the cache or, if that is damaged, from the rows, and the cache is made again.
    /// Of customers who are merged, all are whoever stands for them.
    pub fn columns(&self) -> Result<Columns, StoreError> {
        let columns = self.stored_columns()?;
        merged::folded(&self.conn, &*self.merged()?, columns)
    }

    fn stored_columns(&self) -> Result<Columns, StoreError> {
        if self.is_fixed()? {
            let cached = if is_fresh(&self.conn)? { load(&self.conn)? } else { None };
            return cached.map_or_else(|| from_rows(&self.conn), Ok);
        }
        if self.is_sound() {
            self.refresh_columns()?;
        } else {
            self.mend()?;
        }
        if let Some(columns) = load(&self.conn)? {
            return Ok(columns);
        }
        // The totals agree, but the blobs are not as they were written.
        self.mend()?;
        load(&self.conn)?
            .ok_or_else(|| StoreError::damaged("its columns cannot be made from its interactions"))
    }

    /// Makes what is derived again if the cache is marked stale or its total is not that of the imports, and if anything
    /// can be written.
    pub(crate) fn refresh_columns(&self) -> Result<(), StoreError> {
        if self.is_fixed()? || is_fresh(&self.conn)? { Ok(()) } else { self.mend() }
    }
}

/// Makes the cached columns again from the rows, unless they are what those say.
pub(crate) fn mend(conn: &Connection) -> Result<(), StoreError> {
    if is_fresh(conn)? && load(conn)? == Some(from_rows(conn)?) {
        return Ok(());
    }
    conn.execute("DELETE FROM chunk", [])?;
    refresh(conn, 0, i64::MAX)
}

pub(crate) fn is_fresh(conn: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT coalesce(sum(interactions), 0), coalesce(sum(format <> ?1), 0) FROM chunk";
    let (total, stale): (i64, i64) =
        conn.prepare_cached(sql)?.query_row([FORMAT], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(stale == 0 && total as u64 == all_noted_interactions(conn)?)
}

/// Makes those chunks again that stand for customers whose interactions have changed; the customers are sorted.
pub(crate) fn refresh_around(conn: &Connection, customers: &[i64]) -> Result<(), StoreError> {
    let mut ranges = Vec::new();
    let mut covered = i64::MIN;
    for &customer in customers {
        if customer >= covered {
            let (start, end) = range_of(conn, customer)?;
            ranges.push((start, end));
            covered = end;
        }
    }
    for (start, end) in ranges {
        refresh(conn, start, end)?;
    }
    Ok(())
}

/// The customers that the chunk of one customer stands for: from the first up to, not including, the second.
fn range_of(conn: &Connection, customer: i64) -> Result<(i64, i64), StoreError> {
    let mut before = conn.prepare_cached("SELECT max(start) FROM chunk WHERE start <= ?1")?;
    let mut after = conn.prepare_cached("SELECT min(start) FROM chunk WHERE start > ?1")?;
    let start: Option<i64> = before.query_row([customer], |row| row.get(0))?;
    let end: Option<i64> = after.query_row([customer], |row| row.get(0))?;
    Ok((start.unwrap_or(0), end.unwrap_or(i64::MAX)))
}

/// Makes the chunks of a range of customers again from the rows.
fn refresh(conn: &Connection, start: i64, end: i64) -> Result<(), StoreError> {
    conn.execute("DELETE FROM chunk WHERE start >= ?1 AND start < ?2", [start, end])?;
    let mut select = conn.prepare_cached(
        "SELECT customer, at, event FROM interaction WHERE customer >= ?1 AND customer < ?2
         ORDER BY customer, at, seq, import",
    )?;
    let mut rows = select.query([start, end])?;
    let mut chunk = Chunk::default();
    let mut from = start;
    while let Some(row) = rows.next()? {
        let (customer, at, event) = (row.get(0)?, row.get(1)?, dictionary::code(row.get(2)?)?);
        if chunk.ends_before(customer) {
            chunk.write(conn, from)?;
            chunk = Chunk::default();
            from = customer;
        }
        chunk.push(customer, at, event);
    }
    chunk.write(conn, from)
}

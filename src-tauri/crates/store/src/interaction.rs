//! The table `interaction`: written in whole imports, in the order in which it is read.

use rusqlite::Connection;

use model::{ImportId, InteractionBatch, Texts};

use crate::arrangement::{Arrangement, Group, check};
use crate::columns::{self, CHUNK, Chunk};
use crate::dictionary::{CHANNEL, CURRENCY, EVENT};
use crate::import::{self, ImportKind};
use crate::row_writer::RowWriter;
use crate::stretch::{Codes, Stretch};
use crate::{ImportSource, Progress, StoreError, Workspace, already};

impl Workspace {
    /// Imports interactions, and the customers and names that the workspace lacks: all of them, or none on an
    /// error or if `progress` says `false`. Those that earlier imports of the same source brought are left out. The cached columns are up to date afterwards.
    pub fn import_interactions(
        &mut self,
        batch: InteractionBatch,
        source: &ImportSource,
        at: i64,
        progress: Progress<'_>,
    ) -> Result<ImportId, StoreError> {
        check(&batch)?;
        self.in_bulk(|conn| {
            let import = import::list(conn, ImportKind::Interactions, source, at, batch.len())?;
            let mut arrangement = Arrangement::of(conn, &batch)?;
            let kept = match &source.key {
                Some(key)
                    if !source.again && already::leave_out(conn, import, key, &batch, &mut arrangement)? =>
                {
                    import::note_taken(conn, import, arrangement.order.len())?;
                    Some(&arrangement.order[..])
                }
                _ => None,
            };
            let codes = Codes::of(conn, import, &batch, kept)?;
            let batch = InteractionBatch { customers: Texts::default(), customer: Vec::new(), ..batch };
            write(conn, import, &batch, &codes, &arrangement, progress)?;
            Ok(import)
        })
    }
}

/// Writes the rows and their cached columns: straight from the batch where the file had no interactions, else from
/// the rows around the customers that the batch has.
fn write(
    conn: &Connection,
    import: ImportId,
    batch: &InteractionBatch,
    codes: &Codes,
    arrangement: &Arrangement,
    progress: Progress<'_>,
) -> Result<(), StoreError> {
    let first =
        !conn.query_row("SELECT EXISTS (SELECT 1 FROM interaction)", [], |row| row.get::<_, bool>(0))?;
    if first {
        conn.execute("DELETE FROM chunk", [])?;
    }
    let mut writer = RowWriter::new(conn, import, batch)?;
    let all = arrangement.order.len() as u64;
    let mut start = 0;
    for groups in stretches(&arrangement.groups) {
        if !progress(start as u64, all) {
            return Err(StoreError::Cancelled);
        }
        let end = groups.last().map_or(start, |group| group.end as usize);
        let stretch = Stretch::of(batch, codes, &arrangement.order[start..end], groups, start);
        writer.write(&stretch)?;
        if first {
            // The first stretch stands for all customers up to the second.
            let from = if start == 0 { 0 } else { groups[0].customer };
            Chunk::of(&stretch).write(conn, from)?;
        }
        start = end;
    }
    if !first {
        let customers: Vec<i64> = arrangement.groups.iter().map(|group| group.customer).collect();
        columns::refresh_around(conn, &customers)?;
    }
    if progress(all, all) { Ok(()) } else { Err(StoreError::Cancelled) }
}

/// Cuts groups into stretches of about [`CHUNK`] interactions.
fn stretches(groups: &[Group]) -> impl Iterator<Item = &[Group]> {
    let mut rest = groups;
    let mut start = 0;
    std::iter::from_fn(move || {
        let full = rest.iter().position(|group| group.end as usize - start >= CHUNK);
        let (stretch, after) = rest.split_at(full.map_or(rest.len(), |last| last + 1));
        rest = after;
        start = stretch.last()?.end as usize;
        Some(stretch)
    })
}

/// Takes the interactions of an import back, with the names that nothing else brought. Gives their customers.
pub(crate) fn take_back(
    conn: &Connection,
    import: ImportId,
    progress: Progress<'_>,
) -> Result<Vec<i64>, StoreError> {
    let others =
        "SELECT EXISTS (SELECT 1 FROM import WHERE kind = 'interactions' AND undone = 0 AND id <> ?1)";
    let only = !conn.query_row(others, [import.0], |row| row.get::<_, bool>(0))?;
    let customers: Vec<i64> = conn
        .prepare("SELECT DISTINCT customer FROM interaction WHERE import = ?1 ORDER BY customer")?
        .query_map([import.0], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    if only {
        // Without a condition SQLite drops the whole tree instead of row after row.
        conn.execute("DELETE FROM interaction", [])?;
    } else {
        let mut delete = conn.prepare("DELETE FROM interaction WHERE customer = ?1 AND import = ?2")?;
        for (done, &customer) in customers.iter().enumerate() {
            import::tell(progress, done, 2 * customers.len())?;
            delete.execute([customer, import.0])?;
        }
    }
    for dictionary in [EVENT, CHANNEL, CURRENCY] {
        dictionary.forget_import(conn, import)?;
        dictionary.forget_unused(conn)?;
    }
    if only {
        conn.execute("DELETE FROM chunk", [])?;
    } else {
        columns::refresh_around(conn, &customers)?;
    }
    Ok(customers)
}

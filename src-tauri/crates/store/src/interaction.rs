//! The table `interaction`: written in whole imports, in the order in which it is read.

use rusqlite::Connection;

use model::{ImportId, InteractionBatch, NONE};

use crate::arrangement::{Arrangement, Group, check};
use crate::columns::{self, CHUNK, Chunk};
use crate::dictionary::{self, CHANNEL, CURRENCY, EVENT};
use crate::import::{self, ImportKind};
use crate::row_writer::RowWriter;
use crate::{ImportSource, Progress, StoreError, Workspace, customer};

impl Workspace {
    /// Imports interactions, and the customers and names that the workspace lacks: all of them, or none on an
    /// error or if `progress` says `false`. The cached columns are up to date afterwards.
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
            let codes = Codes::of(conn, import, &batch)?;
            let arrangement = Arrangement::of(conn, &batch)?;
            let batch = InteractionBatch { customers: Vec::new(), customer: Vec::new(), ..batch };
            write(conn, import, &batch, &codes, &arrangement, progress)?;
            Ok(import)
        })
    }
}

/// The ids in the dictionaries of the names of a batch.
struct Codes {
    event: Vec<i64>,
    channel: Vec<i64>,
    currency: Vec<i64>,
}

impl Codes {
    /// Looks the names up, adds those that are missing, and notes how often the import has each.
    fn of(conn: &Connection, import: ImportId, batch: &InteractionBatch) -> Result<Self, StoreError> {
        let column = |dictionary: dictionary::Dictionary, names: &[String], codes: &[u16]| {
            let mut counts = vec![0; names.len()];
            for &code in codes.iter().filter(|&&code| usize::from(code) < names.len()) {
                counts[usize::from(code)] += 1;
            }
            let ids = dictionary.ids(conn, names, &counts)?;
            dictionary.note(conn, import, &ids, &counts)?;
            Ok::<_, StoreError>(ids)
        };
        Ok(Self {
            event: column(EVENT, &batch.events, &batch.event)?,
            channel: column(CHANNEL, &batch.channels, &batch.channel)?,
            currency: column(CURRENCY, &batch.currencies, &batch.currency)?,
        })
    }
}

/// A stretch of interactions, customer by customer, as the columns of the table.
#[derive(Default)]
pub(crate) struct Stretch {
    pub(crate) customer: Vec<i64>,
    pub(crate) at: Vec<i64>,
    pub(crate) seq: Vec<u32>,
    pub(crate) event: Vec<i64>,
    /// Empty where the batch has none, as are the next three.
    pub(crate) channel: Vec<Option<i64>>,
    pub(crate) value: Vec<Option<f64>>,
    pub(crate) currency: Vec<Option<i64>>,
    pub(crate) date_only: Vec<bool>,
}

impl Stretch {
    /// Fetches rows of a batch column by column: one column's cache misses overlap, a whole row's would not.
    fn of(batch: &InteractionBatch, codes: &Codes, seq: &[u32], groups: &[Group], start: usize) -> Self {
        let mut customer = Vec::with_capacity(seq.len());
        for group in groups {
            customer.resize(group.end as usize - start, group.customer);
        }
        let id = |ids: &[i64], code: u16| (code != NONE).then(|| ids[usize::from(code)]);
        Self {
            customer,
            at: pick(&batch.at, seq),
            seq: seq.to_vec(),
            event: pick(&batch.event, seq).into_iter().map(|code| codes.event[usize::from(code)]).collect(),
            channel: pick(&batch.channel, seq).into_iter().map(|code| id(&codes.channel, code)).collect(),
            value: pick(&batch.value, seq)
                .into_iter()
                .map(|value| (!value.is_nan()).then_some(value))
                .collect(),
            currency: pick(&batch.currency, seq).into_iter().map(|code| id(&codes.currency, code)).collect(),
            date_only: pick(&batch.date_only, seq),
        }
    }
}

fn pick<T: Copy>(column: &[T], rows: &[u32]) -> Vec<T> {
    if column.is_empty() { Vec::new() } else { rows.iter().map(|&row| column[row as usize]).collect() }
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
    let all = batch.len() as u64;
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

/// Takes the interactions of an import back, with the customers and names that nothing else brought.
pub(crate) fn take_back(
    conn: &Connection,
    import: ImportId,
    progress: Progress<'_>,
) -> Result<(), StoreError> {
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
    // Half of the way is behind now.
    customer::forget_unmentioned(conn, &customers, &|done, of| progress(of + done, 2 * of))?;
    if only {
        conn.execute("DELETE FROM chunk", [])?;
        return Ok(());
    }
    columns::refresh_around(conn, &customers)
}

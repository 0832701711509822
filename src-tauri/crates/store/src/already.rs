//! Which interactions of a batch are there already, from earlier exports of the same source.

use model::{ImportId, InteractionBatch};
use rusqlite::{Connection, Statement};
use rustc_hash::FxHashMap;

use crate::StoreError;
use crate::arrangement::{Group, stretches};
use crate::dictionary::EVENT;
use crate::pass::{PASS, Pass, Places};
use crate::survey::LeftOut;

/// How many interactions of one customer there are for each instant and event.
pub(crate) type Counts = FxHashMap<(i64, i64), u32>;

/// Those interactions of a batch that earlier imports of the source brought and that are still there: with the same
/// customer, instant and event. Of equal ones as many are left out as there are, so that the third is new where there
/// are two.
pub(crate) fn left_out(
    conn: &Connection,
    import: ImportId,
    key: &str,
    batch: &mut InteractionBatch,
    groups: &[Group],
) -> Result<LeftOut, StoreError> {
    let mut left_out = LeftOut::default();
    let earlier = earlier_imports(conn, Some(import), key)?;
    if earlier.is_empty() {
        return Ok(left_out);
    }
    let events = known_events(conn, batch)?;
    let mut select = conn.prepare(&format!(
        "SELECT at, event FROM interaction WHERE customer = ?1 AND import IN ({})",
        earlier.join(", ")
    ))?;
    let mut places = Places::of(batch);
    for (start, groups) in stretches(groups, 0, PASS) {
        let Pass { seq, rows } = Pass::of(batch, (start, groups), &LeftOut::default(), &mut places)?;
        let mut from = 0;
        for group in groups {
            let mut there = counts(&mut select, group.customer)?;
            let to = (group.end - start) as usize;
            for row in from..to {
                if take(&mut there, rows.at[row], events[usize::from(rows.event[row])]) {
                    left_out.add(seq[row] as usize);
                }
            }
            from = to;
        }
    }
    Ok(left_out)
}

/// The imports of a source that are not undone, but for one.
pub(crate) fn earlier_imports(
    conn: &Connection,
    import: Option<ImportId>,
    key: &str,
) -> Result<Vec<String>, StoreError> {
    let mut select = conn.prepare(
        "SELECT id FROM import
         WHERE source_key = ?1 AND id <> ?2 AND undone = 0 AND kind = 'interactions' ORDER BY id",
    )?;
    let ids = select
        .query_map((key, import.map_or(0, |import| import.0)), |row| Ok(row.get::<_, i64>(0)?.to_string()))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The id of each event of a batch; 0 where the file has none.
pub(crate) fn known_events(conn: &Connection, batch: &InteractionBatch) -> Result<Vec<i64>, StoreError> {
    let names: FxHashMap<String, i64> = EVENT.names(conn)?.into_iter().map(|(id, name)| (name, id)).collect();
    Ok(batch.events.iter().map(|event| names.get(event).copied().unwrap_or_default()).collect())
}

/// How many interactions of a customer there are.
pub(crate) fn counts(select: &mut Statement<'_>, customer: i64) -> Result<Counts, StoreError> {
    let mut counts = Counts::default();
    let mut rows = select.query([customer])?;
    while let Some(row) = rows.next()? {
        *counts.entry((row.get(0)?, row.get(1)?)).or_default() += 1;
    }
    Ok(counts)
}

/// Takes one interaction out of the counts, if there is one.
pub(crate) fn take(counts: &mut Counts, at: i64, event: i64) -> bool {
    match counts.get_mut(&(at, event)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

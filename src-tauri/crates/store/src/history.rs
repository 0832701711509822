//! The one door: every edit of personas, segments and maps is a transaction and a step of history at once.
//!
//! A step is the changeset that SQLite's session extension recorded; undo applies its inverse, redo applies it
//! again. The oldest steps are dropped when there are more than [`MOST_STEPS`], or when together they take more than
//! [`MOST_BYTES`]; never the step just made. Imports are not recorded here: they are undone as a whole, see [`Workspace::undo_import`].

use rusqlite::session::{ConflictAction, Session, invert_strm};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Transaction, params, params_from_iter};

use crate::fit::misfit;
use crate::migration::format;
use crate::version::part_from_steps;
use crate::{StoreError, Tx, Workspace};

/// How many steps are kept.
const MOST_STEPS: usize = 1_000;

/// How many bytes the changesets that are kept have at most, unless the last alone has more.
const MOST_BYTES: usize = 64 << 20;

/// The tables whose changes are recorded. A migration only ever appends to them.
pub(crate) const RECORDED: [&str; 22] = [
    "workspace",
    "segment",
    "persona",
    "map",
    "stage",
    "touchpoint",
    "touchpoint_event",
    "transition",
    "lane",
    "cell",
    "touchpoint_cell",
    "lane_card",
    "left_event",
    "matched_event",
    "map_persona",
    "event_meaning",
    "persona_feeling",
    "merged_key",
    "story_step",
    "story_mark",
    "persona_customer",
    "note",
];

/// What a step of history is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepLabel<'a> {
    /// Which operation, such as `add_touchpoint`; the menu translates it.
    pub op: &'a str,
    /// What it is done to, as the menu shows it: a title.
    pub subject: &'a str,
    /// Successive steps with the same burst become one: those of one drag, or of typing into one field. A new
    /// drag needs a new name.
    pub burst: Option<&'a str>,
}

impl<'a> StepLabel<'a> {
    /// A step of its own.
    pub fn new(op: &'a str, subject: &'a str) -> Self {
        Self { op, subject, burst: None }
    }

    /// The same step as one of a burst.
    #[must_use]
    pub fn in_burst(self, burst: &'a str) -> Self {
        Self { burst: Some(burst), ..self }
    }
}

/// A recorded step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which operation.
    pub op: String,
    /// What it was done to.
    pub subject: String,
    /// When, in UTC milliseconds; of a burst, its end.
    pub at: i64,
}

/// What undo and redo would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryState {
    /// The step that undo takes back.
    pub undo: Option<Step>,
    /// The step that redo does again.
    pub redo: Option<Step>,
    /// How many steps are undone. The next that is made discards them.
    pub undone: u64,
}

impl Workspace {
    /// Runs an edit as one transaction and one step of history, and tells whether it changed anything. Nothing is
    /// recorded if it did not; nothing is changed if it fails. Steps undone before are forgotten once something
    /// changes.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        label: &StepLabel<'_>,
        at: i64,
        edit: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<(T, bool), E> {
        self.check_writable()?;
        let tx = self.begin()?;
        let session = watch(&tx)?;
        let value = edit(&mut Tx::new(&tx))?;
        let changeset = seen_by(session)?;
        keep(tx, label, at, &changeset)?;
        Ok((value, !changeset.is_empty()))
    }

    /// Takes back the last step that is not undone; `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<Step>, StoreError> {
        self.check_writable()?;
        let tx = self.begin()?;
        let Some(last) = last_done(&tx, i64::MAX)? else { return Ok(None) };
        take_back(&tx, &last)?;
        tx.commit()?;
        Ok(Some(last.step))
    }

    /// Does the step undone last again; `None` if there is none.
    pub fn redo(&mut self) -> Result<Option<Step>, StoreError> {
        self.check_writable()?;
        let tx = self.begin()?;
        let Some(next) = first_undone(&tx, i64::MIN)? else { return Ok(None) };
        do_again(&tx, &next)?;
        tx.commit()?;
        Ok(Some(next.step))
    }

    /// Forgets all steps: what was done so far is where the workspace starts, and cannot be undone.
    pub fn forget_history(&mut self) -> Result<(), StoreError> {
        self.check_writable()?;
        let tx = self.begin()?;
        forget_all(&tx)?;
        Ok(tx.commit()?)
    }

    /// What undo and redo would do.
    pub fn history(&self) -> Result<HistoryState, StoreError> {
        let undo = label_of(&self.conn, "undone = 0 ORDER BY step DESC")?;
        let redo = label_of(&self.conn, "undone = 1 ORDER BY step")?;
        let mut count = self.conn.prepare_cached("SELECT count(*) FROM history WHERE undone = 1")?;
        let undone: i64 = count.query_row([], |row| row.get(0))?;
        Ok(HistoryState { undo, redo, undone: undone as u64 })
    }

    /// The error that undoing the last step would give, found out without undoing it.
    pub(crate) fn rehearse_undo(&self) -> Result<Option<StoreError>, StoreError> {
        let Some(last) = last_done(&self.conn, i64::MAX)? else { return Ok(None) };
        let stage = Connection::open_in_memory()?;
        copy_recorded(&self.conn, &stage)?;
        Ok(apply(&stage, &last, &inverse(&last.changeset)?).err())
    }
}

/// Copies the tables under history to another database, which has none.
pub(crate) fn copy_recorded(from: &Connection, to: &Connection) -> Result<(), StoreError> {
    make_recorded(from, to)?;
    to.pragma_update(None, "foreign_keys", false)?;
    fill_recorded(from, to, &RECORDED)?;
    Ok(to.pragma_update(None, "foreign_keys", true)?)
}

/// Makes the tables under history in another database, which has none.
pub(crate) fn make_recorded(from: &Connection, to: &Connection) -> Result<(), StoreError> {
    let mut made = from.prepare(
        "SELECT sql FROM sqlite_schema WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY type DESC",
    )?;
    for table in RECORDED {
        let made: Vec<String> = made.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
        made.iter().try_for_each(|sql| to.execute_batch(sql))?;
    }
    Ok(())
}

/// Copies the rows of some tables to another database, which has the tables.
pub(crate) fn fill_recorded(from: &Connection, to: &Connection, tables: &[&str]) -> Result<(), StoreError> {
    for table in tables {
        let mut select = from.prepare(&format!("SELECT * FROM {table}"))?;
        let width = select.column_count();
        let marks = vec!["?"; width].join(", ");
        let mut insert = to.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let values = (0..width).map(|column| row.get::<_, Value>(column));
            insert.execute(params_from_iter(values.collect::<Result<Vec<_>, _>>()?))?;
        }
    }
    Ok(())
}

/// Notes from now on what changes in the tables under history.
pub(crate) fn watch(conn: &Connection) -> Result<Session<'_>, StoreError> {
    let mut session = Session::new(conn)?;
    for table in RECORDED {
        session.attach(Some(table))?;
    }
    Ok(session)
}

pub(crate) fn seen_by(mut session: Session<'_>) -> Result<Vec<u8>, StoreError> {
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset)?;
    Ok(changeset)
}

/// Commits a step together with what it changed, if that is anything.
fn keep(tx: Transaction<'_>, label: &StepLabel<'_>, at: i64, changeset: &[u8]) -> Result<(), StoreError> {
    if !changeset.is_empty() {
        record(&tx, label, at, changeset)?;
    }
    Ok(tx.commit()?)
}

/// A step with what it changed.
pub(crate) struct Recorded {
    pub(crate) number: i64,
    pub(crate) step: Step,
    burst: Option<String>,
    /// The format of the file when it was recorded.
    format: i64,
    pub(crate) changeset: Vec<u8>,
}

/// The last step before a number that is not undone.
pub(crate) fn last_done(conn: &Connection, before: i64) -> Result<Option<Recorded>, StoreError> {
    recorded(conn, "undone = 0 AND step < ?1 ORDER BY step DESC", before)
}

/// The first step after a number that is undone.
pub(crate) fn first_undone(conn: &Connection, after: i64) -> Result<Option<Recorded>, StoreError> {
    recorded(conn, "undone = 1 AND step > ?1 ORDER BY step", after)
}

fn recorded(conn: &Connection, which: &str, bound: i64) -> Result<Option<Recorded>, StoreError> {
    let sql =
        format!("SELECT step, op, subject, at, burst, format, changeset FROM history WHERE {which} LIMIT 1");
    let mut select = conn.prepare_cached(&sql)?;
    let found = select.query_row([bound], |row| {
        let step = Step { op: row.get(1)?, subject: row.get(2)?, at: row.get(3)? };
        Ok(Recorded {
            number: row.get(0)?,
            step,
            burst: row.get(4)?,
            format: row.get(5)?,
            changeset: row.get(6)?,
        })
    });
    Ok(found.optional()?)
}

fn label_of(conn: &Connection, which: &str) -> Result<Option<Step>, StoreError> {
    let mut select =
        conn.prepare_cached(&format!("SELECT op, subject, at FROM history WHERE {which} LIMIT 1"))?;
    let found =
        select.query_row([], |row| Ok(Step { op: row.get(0)?, subject: row.get(1)?, at: row.get(2)? }));
    Ok(found.optional()?)
}

/// Appends a step, or lets it grow the last one if both are of one burst and nothing is undone in between.
fn record(conn: &Connection, label: &StepLabel<'_>, at: i64, changeset: &[u8]) -> Result<(), StoreError> {
    let dropped = conn.prepare_cached("DELETE FROM history WHERE undone = 1")?.execute([])?;
    if dropped > 0 {
        // Before another step gets the number of one of them.
        part_from_steps(conn)?;
    }
    let last = if label.burst.is_some() && dropped == 0 { last_done(conn, i64::MAX)? } else { None };
    // A step of another format may have other columns, and two such changesets cannot be joined.
    let format = format(conn)?;
    match last.filter(|last| last.burst.as_deref() == label.burst && last.format == format) {
        Some(last) => grow(conn, &last, label, at, changeset)?,
        None => append(conn, label, at, format, changeset)?,
    }
    drop_oldest(conn, MOST_STEPS, MOST_BYTES)?;
    part_from_steps(conn)
}

/// Drops the oldest steps beyond so many steps or bytes, but never the last.
fn drop_oldest(conn: &Connection, steps: usize, bytes: usize) -> Result<(), StoreError> {
    conn.prepare_cached(
        "DELETE FROM history WHERE step < (
            SELECT min(step) FROM (
                SELECT step, row_number() OVER newest AS nth, sum(length(changeset)) OVER newest AS bytes
                FROM history WINDOW newest AS (ORDER BY step DESC))
            WHERE nth = 1 OR (nth <= ?1 AND bytes <= ?2))",
    )?
    .execute([steps as i64, bytes as i64])?;
    Ok(())
}

/// Forgets the steps of which some bytes are found, with those that led up to the last that is done, and those that
/// come after the first that is undone. Gives how many are forgotten.
pub(crate) fn forget_where(conn: &Connection, is_found: impl Fn(&[u8]) -> bool) -> Result<u64, StoreError> {
    let mut select = conn.prepare("SELECT step, undone, subject, changeset FROM history ORDER BY step")?;
    let mut rows = select.query([])?;
    let (mut done, mut undone) = (i64::MIN, i64::MAX);
    while let Some(row) = rows.next()? {
        let (subject, changeset) = (row.get_ref(2)?.as_str(), row.get_ref(3)?.as_blob());
        if is_found(subject.map_err(rusqlite::Error::from)?.as_bytes())
            || is_found(changeset.map_err(rusqlite::Error::from)?)
        {
            let step: i64 = row.get(0)?;
            if row.get(1)? {
                undone = undone.min(step);
            } else {
                done = done.max(step);
            }
        }
    }
    let forgotten = conn.execute("DELETE FROM history WHERE step <= ?1 OR step >= ?2", [done, undone])?;
    part_from_steps(conn)?;
    Ok(forgotten as u64)
}

/// Forgets all steps, and gives how many there were.
pub(crate) fn forget_all(conn: &Connection) -> Result<u64, StoreError> {
    let forgotten = conn.execute("DELETE FROM history", [])?;
    part_from_steps(conn)?;
    Ok(forgotten as u64)
}

fn append(
    conn: &Connection,
    label: &StepLabel<'_>,
    at: i64,
    format: i64,
    changeset: &[u8],
) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO history (op, subject, at, burst, undone, format, changeset)
         VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6)",
    )?
    .execute(params![label.op, label.subject, at, label.burst, format, changeset])?;
    Ok(())
}

/// Joins a changeset to the last step; a burst that ends where it began leaves no step.
fn grow(
    conn: &Connection,
    last: &Recorded,
    label: &StepLabel<'_>,
    at: i64,
    changeset: &[u8],
) -> Result<(), StoreError> {
    let mut both = Vec::new();
    rusqlite::session::concat_strm(&mut last.changeset.as_slice(), &mut &changeset[..], &mut both)?;
    if both.is_empty() {
        conn.prepare_cached("DELETE FROM history WHERE step = ?1")?.execute([last.number])?;
    } else {
        conn.prepare_cached(
            "UPDATE history SET op = ?2, subject = ?3, at = ?4, changeset = ?5 WHERE step = ?1",
        )?
        .execute(params![last.number, label.op, label.subject, at, both])?;
    }
    Ok(())
}

pub(crate) fn inverse(changeset: &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut inverted = Vec::with_capacity(changeset.len());
    invert_strm(&mut &changeset[..], &mut inverted)?;
    Ok(inverted)
}

/// Applies a changeset as a whole. Any row that is not as the changeset left it makes it fail.
pub(crate) fn apply(conn: &Connection, step: &Recorded, changeset: &[u8]) -> Result<(), StoreError> {
    apply_recorded(conn, &step.step, step.format, changeset)
}

/// Applies a changeset that was recorded in a format as a whole.
pub(crate) fn apply_recorded(
    conn: &Connection,
    step: &Step,
    format: i64,
    changeset: &[u8],
) -> Result<(), StoreError> {
    if let Some(table) = misfit(conn, changeset)? {
        let Step { op, subject, .. } = step.clone();
        return Err(StoreError::Misfit { op, subject, format, table });
    }
    conn.apply_strm(&mut &changeset[..], Some(|table: &str| RECORDED.contains(&table)), |_, _| {
        ConflictAction::SQLITE_CHANGESET_ABORT
    })
    .map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::OperationAborted | rusqlite::ErrorCode::ConstraintViolation) => {
            StoreError::Conflict { op: step.op.clone(), subject: step.subject.clone() }
        }
        _ => error.into(),
    })
}

/// Undoes a step: the last that is not.
pub(crate) fn take_back(conn: &Connection, last: &Recorded) -> Result<(), StoreError> {
    apply(conn, last, &inverse(&last.changeset)?)?;
    mark(conn, last.number, true)
}

/// Does a step again: the first that is undone.
pub(crate) fn do_again(conn: &Connection, next: &Recorded) -> Result<(), StoreError> {
    apply(conn, next, &next.changeset)?;
    mark(conn, next.number, false)
}

fn mark(conn: &Connection, number: i64, undone: bool) -> Result<(), StoreError> {
    conn.prepare_cached("UPDATE history SET undone = ?2 WHERE step = ?1")?
        .execute(params![number, undone])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::drop_oldest;

    fn kept(steps: usize, bytes: usize) -> Vec<i64> {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE history (step INTEGER PRIMARY KEY, changeset BLOB);
             INSERT INTO history VALUES (3, zeroblob(10)), (4, zeroblob(50)), (5, zeroblob(10)), (7, zeroblob(20))",
        )
        .unwrap();
        drop_oldest(&conn, steps, bytes).unwrap();
        let mut select = conn.prepare("SELECT step FROM history ORDER BY step").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn the_oldest_steps_are_dropped_by_number_and_by_size_and_never_the_last() {
        assert_eq!(kept(9, 90), [3, 4, 5, 7]);
        assert_eq!(kept(9, 89), [4, 5, 7]);
        assert_eq!(kept(9, 79), [5, 7]);
        assert_eq!(kept(3, 90), [4, 5, 7]);
        assert_eq!(kept(9, 1), [7]);
        assert_eq!(kept(1, 90), [7]);
    }
}

//! The table `version`: states of the maps that people have given a name.
//!
//! A version keeps all of what it was, so that it stays when history no longer leads to it: when the step is one of too
//! many, or was undone and something else was done instead. It is a changeset that makes it of nothing, and as such fits
//! later formats of the file as the steps of history do. It has what is on maps, and their personas; not the rules of
//! segments, which name customers.

use model::VersionId;
use rusqlite::{Connection, OptionalExtension, params};

use crate::history::{RECORDED, apply_recorded, fill_recorded, make_recorded, seen_by, watch};
use crate::migration::format;
use crate::past::Past;
use crate::tx::{free, named};
use crate::{Moment, Step, StoreError, Workspace};

/// What under history is not on maps.
const NOT_ON_MAPS: [&str; 5] = ["workspace", "segment", "matched_event", "merged_key", "persona_customer"];

/// A state of the maps that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its row.
    pub id: VersionId,
    /// What people call it; no other version has that name.
    pub name: String,
    /// When it was so, in UTC milliseconds.
    pub at: i64,
    /// The step after which it was so, for as long as that is kept.
    pub step: Option<i64>,
}

impl Workspace {
    /// The versions, in the order in which they were named.
    pub fn versions(&self) -> Result<Vec<Version>, StoreError> {
        let mut select = self.conn.prepare_cached("SELECT id, name, at, step FROM version ORDER BY id")?;
        let versions = select.query_map([], |row| {
            Ok(Version { id: VersionId(row.get(0)?), name: row.get(1)?, at: row.get(2)?, step: row.get(3)? })
        })?;
        Ok(versions.collect::<Result<_, _>>()?)
    }

    /// Gives what was drawn at a moment a name, and keeps it under that whatever becomes of history. `now` is in UTC
    /// milliseconds. It is no step of history: undo does not take it back.
    pub fn name_version(&mut self, moment: Moment, name: &str, now: i64) -> Result<VersionId, StoreError> {
        self.check_writable()?;
        let content = content_of(&self.past(moment)?)?;
        let last = match moment {
            Moment::Step(step) => Some(step),
            Moment::Now => self.steps()?.iter().rfind(|step| !step.undone).map(|last| last.number),
            Moment::Beginning | Moment::Version(_) => None,
        };
        let at = self.steps()?.iter().find(|step| Some(step.number) == last).map_or(now, |step| step.step.at);
        let tx = self.begin()?;
        check_name(&tx, name, None)?;
        // What comes after it is a step of its own.
        tx.execute("UPDATE history SET burst = NULL WHERE step = ?1", [last])?;
        tx.execute(
            "INSERT INTO version (name, at, step, format, content) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![name, at, last, format(&tx)?, content],
        )?;
        let id = VersionId(tx.last_insert_rowid());
        tx.commit()?;
        Ok(id)
    }

    /// Renames a version.
    pub fn rename_version(&mut self, id: VersionId, name: &str) -> Result<(), StoreError> {
        self.check_writable()?;
        let tx = self.begin()?;
        check_name(&tx, name, Some(id))?;
        let renamed = tx.execute("UPDATE version SET name = ?2 WHERE id = ?1", params![id.0, name])?;
        there(renamed, id)?;
        Ok(tx.commit()?)
    }

    /// Deletes a version: its name, and what is kept under that. Steps of history stay.
    pub fn delete_version(&mut self, id: VersionId) -> Result<(), StoreError> {
        self.check_writable()?;
        let tx = self.begin()?;
        there(tx.execute("DELETE FROM version WHERE id = ?1", [id.0])?, id)?;
        Ok(tx.commit()?)
    }
}

impl Past {
    /// What a version keeps.
    pub(crate) fn of_version(file: &Connection, id: VersionId) -> Result<Self, StoreError> {
        let mut select = file.prepare_cached("SELECT name, format, content FROM version WHERE id = ?1")?;
        let mut rows = select.query([id.0])?;
        let row = rows.next()?.ok_or(StoreError::Missing { what: "version", id: id.0 })?;
        let (name, format): (String, i64) = (row.get(0)?, row.get(1)?);
        let content = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        let conn = Connection::open_in_memory()?;
        make_recorded(file, &conn)?;
        // A persona's segment is not kept with it.
        conn.pragma_update(None, "foreign_keys", false)?;
        let step = Step { op: "name_version".to_owned(), subject: name, at: 0 };
        apply_recorded(&conn, &step, format, content)?;
        Ok(Self::of(conn))
    }
}

/// The changeset that makes, of nothing, what was on maps.
fn content_of(past: &Past) -> Result<Vec<u8>, StoreError> {
    let whole = Connection::open_in_memory()?;
    make_recorded(&past.conn, &whole)?;
    whole.pragma_update(None, "foreign_keys", false)?;
    let session = watch(&whole)?;
    let on_maps: Vec<_> = RECORDED.into_iter().filter(|table| !NOT_ON_MAPS.contains(table)).collect();
    fill_recorded(&past.conn, &whole, &on_maps)?;
    seen_by(session)
}

/// The step after which a version was, if that is kept.
pub(crate) fn step_of(conn: &Connection, id: VersionId) -> Result<Option<i64>, StoreError> {
    let mut select = conn.prepare_cached("SELECT step FROM version WHERE id = ?1")?;
    let step = select.query_row([id.0], |row| row.get(0)).optional()?;
    step.ok_or(StoreError::Missing { what: "version", id: id.0 })
}

fn check_name(conn: &Connection, name: &str, of: Option<VersionId>) -> Result<(), StoreError> {
    named("version", name)?;
    let sql = "SELECT id FROM version WHERE name = ?1 AND id IS NOT ?2";
    let taken = conn.prepare_cached(sql)?.query_row(params![name, of.map(|id| id.0)], |row| row.get(0));
    free("version", name, taken.optional()?)
}

fn there(changed: usize, id: VersionId) -> Result<(), StoreError> {
    if changed == 0 { Err(StoreError::Missing { what: "version", id: id.0 }) } else { Ok(()) }
}

/// Parts the versions from steps that are not kept any more: the number of one may come to be another's.
pub(crate) fn part_from_steps(conn: &Connection) -> Result<(), StoreError> {
    let sql = "UPDATE version SET step = NULL WHERE step NOT IN (SELECT step FROM history)";
    conn.prepare_cached(sql)?.execute([])?;
    Ok(())
}

/// Deletes the versions in which some bytes are found, and gives their names; a name goes with what has it.
pub(crate) fn forget_where(
    conn: &Connection,
    is_found: impl Fn(&[u8]) -> bool,
) -> Result<Vec<String>, StoreError> {
    let mut select = conn.prepare("SELECT id, name, content FROM version ORDER BY id")?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        let content = row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?;
        if is_found(name.as_bytes()) || is_found(content) {
            found.push((row.get::<_, i64>(0)?, name));
        }
    }
    for (id, _) in &found {
        conn.execute("DELETE FROM version WHERE id = ?1", [id])?;
    }
    Ok(found.into_iter().map(|(_, name)| name).collect())
}

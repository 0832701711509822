//! What was drawn at another moment, read from a copy in memory of what is under history.
//!
//! Only the tables under history are copied, so that it does not matter how many interactions there are; the file is not
//! written, and nothing of it comes to lie anywhere else.

use std::collections::BTreeSet;
use std::io::Read;

use model::{Journey, MapId, StageId, TouchpointId, VersionId};
use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::ChangesetIter;

use crate::history::{Recorded, apply, copy_recorded, first_undone, inverse, last_done};
use crate::steps::kept;
use crate::version::step_of;
use crate::{StoreError, Workspace, journey, unmatched};

/// A moment in the history of what is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// As things are.
    Now,
    /// Before the first step that is kept.
    Beginning,
    /// After a step, whether it is undone or not.
    Step(i64),
    /// As a version keeps it.
    Version(VersionId),
}

/// What was drawn at a moment.
#[derive(Debug)]
pub struct Past {
    pub(crate) conn: Connection,
    replaced: Replaced,
}

/// The rows that came or went between a moment and now. One that is there at both ends may be another: SQLite gives the
/// highest id again once its row is gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replaced {
    /// Maps.
    pub maps: BTreeSet<MapId>,
    /// Stages.
    pub stages: BTreeSet<StageId>,
    /// Touchpoints.
    pub touchpoints: BTreeSet<TouchpointId>,
}

impl Workspace {
    /// What was drawn at a moment. Nothing is written.
    pub fn past(&self, moment: Moment) -> Result<Past, StoreError> {
        let to = match moment {
            Moment::Now => i64::MAX,
            Moment::Beginning => i64::MIN,
            Moment::Step(step) => kept(&self.conn, step)?,
            // While it is that of a step, the way there tells which rows are the same.
            Moment::Version(id) => match step_of(&self.conn, id)? {
                Some(step) => step,
                None => return Past::of_version(&self.conn, id),
            },
        };
        let conn = Connection::open_in_memory()?;
        copy_recorded(&self.conn, &conn)?;
        let mut past = Past::of(conn);
        if moment != Moment::Now {
            past.walk(&self.conn, to)?;
        }
        Ok(past)
    }
}

impl Past {
    pub(crate) fn of(conn: Connection) -> Self {
        Self { conn, replaced: Replaced::default() }
    }

    /// A map with everything on it, as a graph.
    pub fn journey(&self, map: MapId) -> Result<Journey, StoreError> {
        journey::load(&self.conn, map)
    }

    /// The event names that the user leaves on no touchpoint of a map, sorted.
    pub fn left_events(&self, map: MapId) -> Result<Vec<String>, StoreError> {
        unmatched::left_events(&self.conn, map)
    }

    /// Which rows came or went between that moment and now.
    pub fn replaced(&self) -> &Replaced {
        &self.replaced
    }

    /// Undoes the steps after one, and does those up to it that are undone.
    fn walk(&mut self, steps: &Connection, to: i64) -> Result<(), StoreError> {
        let mut number = i64::MAX;
        while let Some(last) = last_done(steps, number)?.filter(|last| last.number > to) {
            self.pass(&last, &inverse(&last.changeset)?)?;
            number = last.number;
        }
        number = i64::MIN;
        while let Some(next) = first_undone(steps, number)?.filter(|next| next.number <= to) {
            self.pass(&next, &next.changeset)?;
            number = next.number;
        }
        Ok(())
    }

    fn pass(&mut self, step: &Recorded, changeset: &[u8]) -> Result<(), StoreError> {
        apply(&self.conn, step, changeset)?;
        self.replaced.note(changeset)
    }
}

impl Replaced {
    /// Notes the rows that come or go in a changeset.
    fn note(&mut self, mut changeset: &[u8]) -> Result<(), StoreError> {
        let input: &mut dyn Read = &mut changeset;
        let mut changes = ChangesetIter::start_strm(&input)?;
        while let Some(change) = changes.next()? {
            let operation = change.op()?;
            let table = operation.table_name();
            if !["map", "stage", "touchpoint"].contains(&table) {
                continue;
            }
            let id = match operation.code() {
                Action::SQLITE_INSERT => change.new_value(0)?,
                Action::SQLITE_DELETE => change.old_value(0)?,
                _ => continue,
            };
            let id = id.as_i64().map_err(rusqlite::Error::from)?;
            match table {
                "map" => drop(self.maps.insert(MapId(id))),
                "stage" => drop(self.stages.insert(StageId(id))),
                _ => drop(self.touchpoints.insert(TouchpointId(id))),
            }
        }
        Ok(())
    }
}

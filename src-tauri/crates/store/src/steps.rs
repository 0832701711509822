//! Along history: the steps that are kept, and going to any of them.

use rusqlite::Connection;

use crate::history::{do_again, first_undone, last_done, take_back};
use crate::version::step_of;
use crate::{Moment, Step, StoreError, Workspace};

/// A step that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptStep {
    /// By which it is known for as long as it is kept; a later step has a higher one. That of a step which was
    /// discarded may come to be another's.
    pub number: i64,
    /// What was done.
    pub step: Step,
    /// Whether it is undone.
    pub undone: bool,
}

impl Workspace {
    /// The steps that are kept, in the order in which they were made; those that are undone are the last.
    pub fn steps(&self) -> Result<Vec<KeptStep>, StoreError> {
        let mut select =
            self.conn.prepare_cached("SELECT step, op, subject, at, undone FROM history ORDER BY step")?;
        let steps = select.query_map([], |row| {
            let step = Step { op: row.get(1)?, subject: row.get(2)?, at: row.get(3)? };
            Ok(KeptStep { number: row.get(0)?, step, undone: row.get(4)? })
        })?;
        Ok(steps.collect::<Result<_, _>>()?)
    }

    /// Undoes the steps after a moment, or does those up to it again. It is one transaction: where a step refuses, none is
    /// passed. Gives the steps that were passed. To a version that no step leads to any more there is no way.
    pub fn go_to(&mut self, moment: Moment) -> Result<Vec<Step>, StoreError> {
        self.check_writable()?;
        let tx = self.begin()?;
        let target = match moment {
            Moment::Now => return Ok(Vec::new()),
            Moment::Beginning => i64::MIN,
            Moment::Step(step) => kept(&tx, step)?,
            Moment::Version(id) => {
                step_of(&tx, id)?.ok_or(StoreError::Missing { what: "step of version", id: id.0 })?
            }
        };
        let mut passed = Vec::new();
        while let Some(last) = last_done(&tx, i64::MAX)?.filter(|last| last.number > target) {
            take_back(&tx, &last)?;
            passed.push(last.step);
        }
        while let Some(next) = first_undone(&tx, i64::MIN)?.filter(|next| next.number <= target) {
            do_again(&tx, &next)?;
            passed.push(next.step);
        }
        if !passed.is_empty() {
            tx.commit()?;
        }
        Ok(passed)
    }
}

/// The number of a step, if that is kept.
pub(crate) fn kept(conn: &Connection, step: i64) -> Result<i64, StoreError> {
    let is_kept = conn.prepare_cached("SELECT 1 FROM history WHERE step = ?1")?.exists([step])?;
    if is_kept { Ok(step) } else { Err(StoreError::Missing { what: "step", id: step }) }
}

//! The table `transition`.

use rusqlite::{Connection, params};

use model::{MapId, TouchpointId, Transition, TransitionId};

use crate::{StoreError, Tx};

/// The transitions of a map in the order of their ids.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Vec<Transition>, StoreError> {
    let mut select = conn.prepare_cached(
        "SELECT id, from_touchpoint, to_touchpoint FROM transition WHERE map = ?1 ORDER BY id",
    )?;
    let transitions = select.query_map([map.0], |row| {
        Ok(Transition {
            id: TransitionId(row.get(0)?),
            from: TouchpointId(row.get(1)?),
            to: TouchpointId(row.get(2)?),
        })
    })?;
    Ok(transitions.collect::<Result<_, _>>()?)
}

impl Tx<'_> {
    /// Adds a transition between two touchpoints of one map, or from one to itself.
    pub fn add_transition(
        &mut self,
        from: TouchpointId,
        to: TouchpointId,
    ) -> Result<TransitionId, StoreError> {
        let (map, first) = self.touchpoint_spot(from)?;
        let (other, second) = self.touchpoint_spot(to)?;
        if map != other {
            return Err(StoreError::OtherMap { first, second });
        }
        let known = "SELECT id FROM transition WHERE from_touchpoint = ?1 AND to_touchpoint = ?2";
        if self.number(known, [from.0, to.0])?.is_some() {
            return Err(StoreError::TransitionTaken { from: first, to: second });
        }
        let sql = "INSERT INTO transition (map, from_touchpoint, to_touchpoint) VALUES (?1, ?2, ?3)";
        Ok(TransitionId(self.insert(sql, params![map.0, from.0, to.0])?))
    }

    /// Deletes a transition.
    pub fn delete_transition(&mut self, id: TransitionId) -> Result<(), StoreError> {
        self.change("transition", id.0, "DELETE FROM transition WHERE id = ?1", [id.0])
    }
}

//! The table `transition`.

use rusqlite::{Connection, OptionalExtension, Row, params};

use model::{MapId, TouchpointId, Transition, TransitionDetails, TransitionId, TransitionKind};

use crate::details::word;
use crate::schema::TITLE;
use crate::tx::bounded;
use crate::{StoreError, Tx};

const COLUMNS: &str = "id, from_touchpoint, to_touchpoint, label, kind";

/// The transitions of a map in the order of their ids.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Vec<Transition>, StoreError> {
    let mut select =
        conn.prepare_cached(&format!("SELECT {COLUMNS} FROM transition WHERE map = ?1 ORDER BY id"))?;
    let transitions = select.query_map([map.0], read)?;
    Ok(transitions.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Transition> {
    Ok(Transition {
        id: TransitionId(row.get(0)?),
        from: TouchpointId(row.get(1)?),
        to: TouchpointId(row.get(2)?),
        details: TransitionDetails { label: row.get(3)?, kind: word(row, 4, TransitionKind::from_name)? },
    })
}

impl Tx<'_> {
    /// Adds a transition between two touchpoints of one map, or from one to itself.
    pub fn add_transition(
        &mut self,
        from: TouchpointId,
        to: TouchpointId,
    ) -> Result<TransitionId, StoreError> {
        let map = self.check_ends(from, to, None)?;
        let sql = "INSERT INTO transition (map, from_touchpoint, to_touchpoint) VALUES (?1, ?2, ?3)";
        Ok(TransitionId(self.insert(sql, params![map.0, from.0, to.0])?))
    }

    /// A transition by its row.
    pub fn transition(&self, id: TransitionId) -> Result<Transition, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM transition WHERE id = ?1");
        let found = self.conn.prepare_cached(&sql)?.query_row([id.0], read).optional()?;
        found.ok_or(StoreError::Missing { what: "transition", id: id.0 })
    }

    /// Sets what is written on a transition, and its kind.
    pub fn set_transition_details(
        &mut self,
        id: TransitionId,
        details: &TransitionDetails,
    ) -> Result<(), StoreError> {
        let TransitionDetails { label, kind } = details;
        bounded("label", label, TITLE)?;
        let sql = "UPDATE transition SET label = ?2, kind = ?3 WHERE id = ?1";
        self.change("transition", id.0, sql, params![id.0, label, kind.map(TransitionKind::name)])
    }

    /// Lets a transition start and end at other touchpoints of its map. It stays the same otherwise.
    pub fn reconnect(
        &mut self,
        id: TransitionId,
        from: TouchpointId,
        to: TouchpointId,
    ) -> Result<(), StoreError> {
        let before = self.transition(id)?.from;
        let map = self.check_ends(from, to, Some(id))?;
        let (own, first) = self.touchpoint_spot(before)?;
        if own != map {
            let (_, second) = self.touchpoint_spot(from)?;
            return Err(StoreError::OtherMap { first, second });
        }
        let sql = "UPDATE transition SET from_touchpoint = ?2, to_touchpoint = ?3 WHERE id = ?1";
        self.change("transition", id.0, sql, params![id.0, from.0, to.0])
    }

    /// Deletes a transition.
    pub fn delete_transition(&mut self, id: TransitionId) -> Result<(), StoreError> {
        self.change("transition", id.0, "DELETE FROM transition WHERE id = ?1", [id.0])
    }

    /// The map of two touchpoints that a transition may join: no other but `own` joins them yet.
    fn check_ends(
        &self,
        from: TouchpointId,
        to: TouchpointId,
        own: Option<TransitionId>,
    ) -> Result<MapId, StoreError> {
        let (map, first) = self.touchpoint_spot(from)?;
        let (other, second) = self.touchpoint_spot(to)?;
        if map != other {
            return Err(StoreError::OtherMap { first, second });
        }
        let known =
            "SELECT id FROM transition WHERE from_touchpoint = ?1 AND to_touchpoint = ?2 AND id IS NOT ?3";
        if self.number(known, params![from.0, to.0, own.map(|id| id.0)])?.is_some() {
            return Err(StoreError::TransitionTaken { from: first, to: second });
        }
        Ok(map)
    }
}

//! A map's rows as a journey.

use model::{Journey, MapId};
use rusqlite::Connection;
use rusqlite::types::Type;

use crate::{StoreError, Workspace, map, stage, touchpoint, transition};

impl Workspace {
    /// A map with everything on it, as a graph.
    pub fn journey(&self, id: MapId) -> Result<Journey, StoreError> {
        load(&self.conn, id)
    }
}

pub(crate) fn load(conn: &Connection, id: MapId) -> Result<Journey, StoreError> {
    let map = map::one(conn, id)?;
    let title = map.title.clone();
    let stages = stage::of_map(conn, id)?;
    let touchpoints = touchpoint::of_map(conn, id)?;
    let transitions = transition::of_map(conn, id)?;
    Journey::build(map, stages, touchpoints, transitions)
        .map_err(|problems| StoreError::NoJourney { title, problems })
}

/// The error for a stored word that the model does not know.
pub(crate) fn unknown(column: usize, word: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, format!("unknown word “{word}”").into())
}

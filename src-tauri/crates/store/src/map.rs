//! The table `map`.

use rusqlite::{Connection, Row, params};

use model::{Lifecycle, Map, MapId, PersonaId, Twin, TwinState};

use crate::details::{list, word};
use crate::schema::TITLE;
use crate::tx::{bounded, free, named};
use crate::{StoreError, Tx, Workspace};

/// The last holds the personas besides the first, in order.
const COLUMNS: &str = "id, title, lifecycle, persona, twin, state, folder,
    (SELECT json_group_array(also.persona) FROM
        (SELECT persona FROM map_persona WHERE map = map.id ORDER BY position, persona) AS also)";

impl Workspace {
    /// All maps, in the order in which they were added.
    pub fn maps(&self) -> Result<Vec<Map>, StoreError> {
        all(&self.conn)
    }
}

/// All maps, in the order in which they were added.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Map>, StoreError> {
    let mut select = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM map ORDER BY id"))?;
    Ok(select.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// One map.
pub(crate) fn one(conn: &Connection, id: MapId) -> Result<Map, StoreError> {
    let mut select = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM map WHERE id = ?1"))?;
    select.query_row([id.0], read).map_err(|error| match error {
        rusqlite::Error::QueryReturnedNoRows => StoreError::Missing { what: "map", id: id.0 },
        other => other.into(),
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Map> {
    let lifecycle = row.get_ref(2)?.as_str()?;
    Ok(Map {
        id: MapId(row.get(0)?),
        title: row.get(1)?,
        lifecycle: Lifecycle::from_name(lifecycle).ok_or_else(|| crate::error::unknown(2, lifecycle))?,
        personas: row
            .get::<_, Option<i64>>(3)?
            .into_iter()
            .chain(list::<i64>(row, 7)?)
            .map(PersonaId)
            .collect(),
        twin: match (row.get::<_, Option<i64>>(4)?, word(row, 5, TwinState::from_name)?) {
            (Some(map), Some(state)) => Some(Twin { map: MapId(map), state }),
            _ => None,
        },
        folder: row.get(6)?,
    })
}

impl Tx<'_> {
    /// All maps as they stand within this edit, in the order in which they were added.
    pub fn all_maps(&self) -> Result<Vec<Map>, StoreError> {
        all(self.conn)
    }

    /// Adds a map without stages.
    pub fn add_map(
        &mut self,
        title: &str,
        lifecycle: Lifecycle,
        persona: Option<PersonaId>,
    ) -> Result<MapId, StoreError> {
        self.check_map_title(title, None)?;
        self.check_persona(persona)?;
        let sql = "INSERT INTO map (title, lifecycle, persona) VALUES (?1, ?2, ?3)";
        Ok(MapId(self.insert(sql, params![title, lifecycle.name(), persona.map(|id| id.0)])?))
    }

    /// Renames a map.
    pub fn rename_map(&mut self, id: MapId, title: &str) -> Result<(), StoreError> {
        self.check_map_title(title, Some(id))?;
        self.change("map", id.0, "UPDATE map SET title = ?2 WHERE id = ?1", params![id.0, title])
    }

    /// Sets the shape that a map's lifecycle is meant to have.
    pub fn set_lifecycle(&mut self, id: MapId, lifecycle: Lifecycle) -> Result<(), StoreError> {
        let sql = "UPDATE map SET lifecycle = ?2 WHERE id = ?1";
        self.change("map", id.0, sql, params![id.0, lifecycle.name()])
    }

    /// Sets whose journeys a map tells, the one that matters most first; each counts once. What is said of how they feel
    /// stays where it is.
    pub fn set_map_personas(&mut self, id: MapId, personas: &[PersonaId]) -> Result<(), StoreError> {
        for persona in personas {
            self.check_persona(Some(*persona))?;
        }
        let first = personas.first().map(|persona| persona.0);
        self.change("map", id.0, "UPDATE map SET persona = ?2 WHERE id = ?1", params![id.0, first])?;
        self.run("DELETE FROM map_persona WHERE map = ?1", [id.0])?;
        for (position, persona) in personas.iter().enumerate().skip(1) {
            if !personas[..position].contains(persona) {
                let sql = "INSERT INTO map_persona (map, persona, position) VALUES (?1, ?2, ?3)";
                self.run(sql, params![id.0, persona.0, position as i64])?;
            }
        }
        Ok(())
    }

    /// Makes two maps twins: one shows how things are, the other how they are to be. Twins that they had are theirs no more.
    pub fn join_twins(&mut self, as_is: MapId, to_be: MapId) -> Result<(), StoreError> {
        self.part_twins(as_is)?;
        self.part_twins(to_be)?;
        for (map, state, twin) in [(as_is, TwinState::AsIs, to_be), (to_be, TwinState::ToBe, as_is)] {
            let sql = "UPDATE map SET twin = ?2, state = ?3 WHERE id = ?1";
            self.change("map", map.0, sql, params![map.0, twin.0, state.name()])?;
        }
        Ok(())
    }

    /// Lets a map and its twin be maps like others; without one, nothing changes.
    pub fn part_twins(&mut self, id: MapId) -> Result<(), StoreError> {
        let sql = "UPDATE map SET twin = NULL, state = NULL
                   WHERE (id = ?1 OR twin = ?1) AND (twin IS NOT NULL OR state IS NOT NULL)";
        self.run(sql, [id.0])?;
        Ok(())
    }

    /// Puts a map into the folder with a name; with an empty one, into none.
    pub fn set_map_folder(&mut self, id: MapId, folder: &str) -> Result<(), StoreError> {
        bounded("folder", folder, TITLE)?;
        self.change("map", id.0, "UPDATE map SET folder = ?2 WHERE id = ?1", params![id.0, folder])
    }

    /// Puts the maps of one folder into another, with an empty name into none.
    pub fn rename_folder(&mut self, folder: &str, name: &str) -> Result<(), StoreError> {
        bounded("folder", name, TITLE)?;
        self.run("UPDATE map SET folder = ?2 WHERE folder = ?1 AND folder <> ''", [folder, name])?;
        Ok(())
    }

    /// Deletes a map with everything on it. Touchpoints of other maps that open it open none from then on.
    pub fn delete_map(&mut self, id: MapId) -> Result<(), StoreError> {
        self.part_twins(id)?;
        self.run("UPDATE touchpoint SET sub_journey = NULL WHERE sub_journey = ?1", [id.0])?;
        self.letting_go(|tx| {
            for table in [
                "map_persona",
                "transition",
                "touchpoint_event",
                "left_event",
                "matched_event",
                "story_mark",
                "story_step",
                "note",
                "lane_card",
                "touchpoint_cell",
                "persona_feeling",
                "touchpoint",
                "cell",
                "lane",
                "stage",
            ] {
                tx.run(&format!("DELETE FROM {table} WHERE map = ?1"), [id.0])?;
            }
            tx.change("map", id.0, "DELETE FROM map WHERE id = ?1", [id.0])
        })
    }

    /// Sees that the workspace has a map.
    pub(crate) fn check_map(&self, id: MapId) -> Result<(), StoreError> {
        match self.number("SELECT id FROM map WHERE id = ?1", [id.0])? {
            Some(_) => Ok(()),
            None => Err(StoreError::Missing { what: "map", id: id.0 }),
        }
    }

    fn check_map_title(&self, title: &str, of: Option<MapId>) -> Result<(), StoreError> {
        named("map", title)?;
        let sql = "SELECT id FROM map WHERE title = ?1 AND id IS NOT ?2";
        free("map", title, self.number(sql, params![title, of.map(|id| id.0)])?)
    }
}

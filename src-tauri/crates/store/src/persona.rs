//! The table `persona`.

use rusqlite::{Connection, OptionalExtension, Row, params};

use model::{Persona, PersonaId, SegmentId};

use crate::persona_details;
use crate::schema::TEXT;
use crate::tx::{bounded, named};
use crate::{StoreError, Tx, Workspace};

/// A persona that is to be added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NewPersona<'a> {
    /// Its name, such as "Nora, new to the shop".
    pub name: &'a str,
    /// Who this is, in a few sentences.
    pub description: &'a str,
    /// What this persona wants.
    pub goals: &'a str,
    /// What stands in the way.
    pub frustrations: &'a str,
    /// The stored customers this persona stands for.
    pub segment: Option<SegmentId>,
}

/// The columns of a persona but for its details.
const COLUMNS: &str = "id, name, description, goals, frustrations, segment";

impl Workspace {
    /// All personas, in the order in which they were added.
    pub fn personas(&self) -> Result<Vec<Persona>, StoreError> {
        all(&self.conn)
    }
}

/// All personas, in the order in which they were added.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Persona>, StoreError> {
    let mut select = conn.prepare_cached(&selecting("ORDER BY id"))?;
    Ok(select.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn selecting(which: &str) -> String {
    format!("SELECT {COLUMNS}, {} FROM persona {which}", persona_details::COLUMNS)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Persona> {
    Ok(Persona {
        id: PersonaId(row.get(0)?),
        name: row.get(1)?,
        description: row.get(2)?,
        goals: row.get(3)?,
        frustrations: row.get(4)?,
        segment: row.get::<_, Option<i64>>(5)?.map(SegmentId),
        details: persona_details::read(row, 6)?,
    })
}

impl Tx<'_> {
    /// Adds a persona of which nothing else is written.
    pub fn add_persona(&mut self, new: &NewPersona<'_>) -> Result<PersonaId, StoreError> {
        check_texts(new.name, [new.description, new.goals, new.frustrations])?;
        self.check_segment(new.segment)?;
        let segment = new.segment.map(|id| id.0);
        let id = self.insert(
            "INSERT INTO persona (name, description, goals, frustrations, segment) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![new.name, new.description, new.goals, new.frustrations, segment],
        )?;
        Ok(PersonaId(id))
    }

    /// A persona as it stands within this edit.
    pub fn persona(&self, id: PersonaId) -> Result<Persona, StoreError> {
        let mut select = self.conn.prepare_cached(&selecting("WHERE id = ?1"))?;
        let found = select.query_row([id.0], read).optional()?;
        found.ok_or(StoreError::Missing { what: "persona", id: id.0 })
    }

    /// Sets everything about a persona.
    pub fn edit_persona(&mut self, persona: &Persona) -> Result<(), StoreError> {
        check_texts(&persona.name, [&persona.description, &persona.goals, &persona.frustrations])?;
        self.check_segment(persona.segment)?;
        let (id, segment) = (persona.id.0, persona.segment.map(|id| id.0));
        let sql =
            "UPDATE persona SET name = ?2, description = ?3, goals = ?4, frustrations = ?5, segment = ?6
                   WHERE id = ?1";
        let Persona { name, description, goals, frustrations, .. } = persona;
        self.change("persona", id, sql, params![id, name, description, goals, frustrations, segment])?;
        self.set_persona_details(persona.id, &persona.details)?;
        self.check_circles()
    }

    /// Deletes a persona; its maps stay, without it.
    pub fn delete_persona(&mut self, id: PersonaId) -> Result<(), StoreError> {
        for map in self.all_maps()?.iter().filter(|map| map.personas.contains(&id)) {
            let others: Vec<_> = map.personas.iter().copied().filter(|each| *each != id).collect();
            self.tell_personas(map.id, &others)?;
        }
        self.letting_go(|tx| {
            tx.run("DELETE FROM persona_customer WHERE persona = ?1", [id.0])?;
            tx.run("DELETE FROM persona_feeling WHERE persona = ?1", [id.0])?;
            tx.run("DELETE FROM map_persona WHERE persona = ?1", [id.0])?;
            tx.run("UPDATE map SET persona = NULL WHERE persona = ?1", [id.0])?;
            tx.change("persona", id.0, "DELETE FROM persona WHERE id = ?1", [id.0])
        })
    }

    /// Sees that the workspace has a persona.
    pub(crate) fn check_persona(&self, id: Option<PersonaId>) -> Result<(), StoreError> {
        let Some(id) = id else { return Ok(()) };
        match self.number("SELECT id FROM persona WHERE id = ?1", [id.0])? {
            Some(_) => Ok(()),
            None => Err(StoreError::Missing { what: "persona", id: id.0 }),
        }
    }
}

fn check_texts(name: &str, texts: [&str; 3]) -> Result<(), StoreError> {
    named("persona", name)?;
    texts.into_iter().try_for_each(|text| bounded("persona", text, TEXT))
}

//! The table `note`: what people stick on maps in workshops, with the dots that it was given.

use model::{
    Day, MapId, Node, Note, NoteId, Outcome, OutcomeKind, Place, StageId, StageTint, TouchpointId, Vote,
    Workshop,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::details::{json, list, word};
use crate::error::unknown;
use crate::schema::{TEXT, TITLE};
use crate::touchpoint::check_place;
use crate::tx::{bounded, named};
use crate::{StoreError, Tx};

/// The columns of a note, as [`read`] finds them.
const COLUMNS: &str = "id, stage, touchpoint, x, y, parked, text, author, tint, cluster, covered, votes,
                       outcome, owner, due, map";

/// The workshop of a map.
pub(crate) fn of_map(conn: &Connection, map: MapId) -> Result<Workshop, StoreError> {
    let mut dots = conn.prepare_cached("SELECT dots FROM map WHERE id = ?1")?;
    let dots = dots.query_row([map.0], |row| row.get(0)).optional()?;
    let sql = format!("SELECT {COLUMNS} FROM note WHERE map = ?1 ORDER BY id");
    let notes = conn.prepare_cached(&sql)?.query_map([map.0], read)?.collect::<Result<_, _>>()?;
    Ok(Workshop { dots: dots.ok_or(StoreError::Missing { what: "map", id: map.0 })?, notes })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Note> {
    let on = match (row.get(1)?, row.get(2)?) {
        (None, None) => None,
        (Some(stage), None) => Some(Node::Stage(StageId(stage))),
        (None, Some(touchpoint)) => Some(Node::Touchpoint(TouchpointId(touchpoint))),
        _ => return Err(unknown(1, "what a note sticks on")),
    };
    let outcome = match word(row, 12, OutcomeKind::from_name)? {
        Some(kind) => Some(Outcome { kind, owner: row.get(13)?, due: word(row, 14, Day::parse)? }),
        None => None,
    };
    Ok(Note {
        id: NoteId(row.get(0)?),
        on,
        place: Place { x: row.get(3)?, y: row.get(4)? },
        parked: row.get(5)?,
        text: row.get(6)?,
        author: row.get(7)?,
        tint: word(row, 8, StageTint::from_name)?.ok_or_else(|| unknown(8, ""))?,
        cluster: row.get(9)?,
        covered: row.get(10)?,
        votes: list(row, 11)?,
        outcome,
    })
}

impl Tx<'_> {
    /// A note, and the map that it is on.
    pub fn note(&self, id: NoteId) -> Result<(MapId, Note), StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM note WHERE id = ?1");
        let read = |row: &Row<'_>| Ok((MapId(row.get(15)?), read(row)?));
        let found = self.conn.prepare_cached(&sql)?.query_row([id.0], read).optional()?;
        found.ok_or(StoreError::Missing { what: "note", id: id.0 })
    }

    /// The workshop of a map as it stands within this edit.
    pub fn workshop(&self, map: MapId) -> Result<Workshop, StoreError> {
        of_map(self.conn, map)
    }

    /// Sets how many dots each person may give on a map: at least 1, at most [`Workshop::MOST_DOTS`].
    pub fn set_dots(&mut self, map: MapId, dots: u32) -> Result<(), StoreError> {
        let dots = dots.clamp(1, Workshop::MOST_DOTS);
        self.change("map", map.0, "UPDATE map SET dots = ?2 WHERE id = ?1", params![map.0, dots])
    }

    /// Adds a note to a map; it gets an id of its own.
    pub fn add_note(&mut self, map: MapId, note: &Note) -> Result<NoteId, StoreError> {
        let sql = "INSERT INTO note (map, stage, touchpoint, x, y, parked, text, author, tint, cluster,
                                     covered, votes, outcome, owner, due)
                   VALUES (?1, NULL, NULL, 0, 0, 0, '', '', ?2, '', 0, '[]', NULL, '', NULL)";
        self.check_map(map)?;
        let id = NoteId(self.insert(sql, params![map.0, note.tint.name()])?);
        self.set_note(id, note)?;
        Ok(id)
    }

    /// Makes a note what another is, whatever the id of that.
    pub fn set_note(&mut self, id: NoteId, note: &Note) -> Result<(), StoreError> {
        bounded("note", &note.text, TEXT)?;
        let outcome = note.outcome.as_ref();
        let owner = outcome.map_or("", |outcome| outcome.owner.as_str());
        for (what, text) in [("author", &*note.author), ("cluster", &note.cluster), ("owner", owner)] {
            bounded(what, text, TITLE)?;
        }
        check_place(note.place)?;
        let (stage, touchpoint) = self.stuck(self.note(id)?.0, note.on)?;
        let sql = "UPDATE note SET stage = ?2, touchpoint = ?3, x = ?4, y = ?5, parked = ?6, text = ?7,
                          author = ?8, tint = ?9, cluster = ?10, covered = ?11, votes = ?12, outcome = ?13,
                          owner = ?14, due = ?15 WHERE id = ?1";
        let params = params![
            id.0,
            stage,
            touchpoint,
            note.place.x,
            note.place.y,
            note.parked,
            note.text,
            note.author,
            note.tint.name(),
            note.cluster,
            note.covered,
            json("votes", &note.votes)?,
            outcome.map(|outcome| outcome.kind.name()),
            owner,
            outcome.and_then(|outcome| outcome.due.as_ref()).map(Day::text),
        ];
        self.change("note", id.0, sql, params)
    }

    /// The columns of what a note of a map sticks on, which must be on that map.
    fn stuck(&self, map: MapId, on: Option<Node>) -> Result<(Option<i64>, Option<i64>), StoreError> {
        let (what, id, of, ids) = match on {
            None => return Ok((None, None)),
            Some(Node::Stage(stage)) => ("stage", stage.0, self.map_of_stage(stage)?, (Some(stage.0), None)),
            Some(Node::Touchpoint(touchpoint)) => {
                let of = self.touchpoint_spot(touchpoint)?.0;
                ("touchpoint", touchpoint.0, of, (None, Some(touchpoint.0)))
            }
        };
        if of == map { Ok(ids) } else { Err(StoreError::Missing { what, id }) }
    }

    /// Has somebody give a note so many dots, and no others. More than are left to give is an error.
    pub fn vote(&mut self, id: NoteId, voter: &str, dots: u32) -> Result<(), StoreError> {
        named("voter", voter)?;
        let (map, mut note) = self.note(id)?;
        let workshop = self.workshop(map)?;
        note.votes.retain(|vote| vote.voter != voter);
        let before = workshop.notes.iter().find(|each| each.id == id);
        let here = before.and_then(|before| before.votes.iter().find(|vote| vote.voter == voter));
        let here = here.map_or(0, |vote| vote.dots);
        let elsewhere = workshop.given_by(voter).saturating_sub(here);
        // Who has given too many since there are fewer can take some back.
        if dots > here && elsewhere.saturating_add(dots) > workshop.dots {
            return Err(StoreError::NoDots { voter: voter.to_owned(), dots: workshop.dots });
        }
        if dots > 0 {
            note.votes.push(Vote { voter: voter.to_owned(), dots });
        }
        note.votes.sort();
        self.set_note(id, &note)
    }

    /// Deletes a note.
    pub fn delete_note(&mut self, id: NoteId) -> Result<(), StoreError> {
        self.change("note", id.0, "DELETE FROM note WHERE id = ?1", [id.0])
    }

    /// Deletes the notes of a map.
    pub fn clear_notes(&mut self, map: MapId) -> Result<(), StoreError> {
        self.run("DELETE FROM note WHERE map = ?1", [map.0])?;
        Ok(())
    }

    /// Sticks the notes of a touchpoint, which goes, on its stage.
    pub(crate) fn unstick_touchpoint(&self, touchpoint: TouchpointId) -> Result<(), StoreError> {
        let sql = "UPDATE note SET touchpoint = NULL,
                          stage = (SELECT stage FROM touchpoint WHERE id = ?1) WHERE touchpoint = ?1";
        self.run(sql, [touchpoint.0])?;
        Ok(())
    }

    /// Parks the notes of a stage and its touchpoints, which go.
    pub(crate) fn unstick_stage(&self, stage: StageId) -> Result<(), StoreError> {
        let sql = "UPDATE note SET touchpoint = NULL, stage = NULL, parked = 1 WHERE stage = ?1
                   OR touchpoint IN (SELECT id FROM touchpoint WHERE stage = ?1)";
        self.run(sql, [stage.0])?;
        Ok(())
    }
}

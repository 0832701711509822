//! Operations on sticky notes.

use model::{MapId, Node, Note, NoteId, Place, StageTint, Workshop};
use scene::Layout;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{StoreError, Tx};

use super::{Operation, Part, Scope};
use crate::AppError;

/// Where a note is to be stuck.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Stick {
    /// On a stage or a touchpoint, beside the notes that are there.
    On(Node),
    /// Where its left top corner is at a point of the scene, on what is there.
    At {
        /// From the left.
        #[specta(type = Number)]
        left: f64,
        /// From the top.
        #[specta(type = Number)]
        top: f64,
    },
}

impl Stick {
    /// What a note of a map sticks on then, and its place there; `but` is not in its own way.
    fn found(self, tx: &Tx<'_>, map: MapId, but: &[NoteId]) -> Result<(Option<Node>, Place), AppError> {
        let journey = tx.journey(map)?;
        let others = |on: Option<Node>| -> Vec<Place> {
            let notes = journey.workshop().notes.iter().filter(|each| !but.contains(&each.id));
            notes.filter(|each| each.on == on && !each.parked).map(|each| each.place).collect()
        };
        match self {
            Self::On(node) => Ok((Some(node), Layout::first_place(&others(Some(node))))),
            Self::At { left, top } if left.is_finite() && top.is_finite() => {
                let (on, place) = Layout::of(&journey).stuck(left, top);
                Ok((on, Layout::clear_of(&others(on), place)))
            }
            Self::At { .. } => Err(StoreError::NoPlace.into()),
        }
    }
}

/// Adds a note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AddNote {
    /// To which map.
    pub map: MapId,
    /// Where.
    pub stick: Stick,
    /// What is written on it.
    pub text: String,
    /// Who wrote it; empty, nobody says.
    pub author: String,
    /// Its colour.
    pub tint: StageTint,
    /// Whether what is written on it is hidden until all notes are revealed.
    pub covered: bool,
}

impl Operation for AddNote {
    const LABEL: &'static str = "add_note";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        match self.stick {
            // What is covered is not to be read in the history either.
            _ if !self.covered => first_line(&self.text).to_owned(),
            Stick::On(node) => scope.node(node),
            Stick::At { .. } => String::new(),
        }
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let (on, place) = self.stick.found(tx, self.map, &[])?;
        let note = Note {
            id: NoteId(0),
            on,
            place,
            parked: false,
            text: self.text.clone(),
            author: self.author.trim().to_owned(),
            tint: self.tint,
            cluster: String::new(),
            covered: self.covered,
            votes: Vec::new(),
            outcome: None,
        };
        Ok(Some(tx.add_note(self.map, &note)?.0))
    }
}

/// What of a note becomes another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NoteChange {
    /// What is written on it.
    Text(String),
    /// Who wrote it.
    Author(String),
    /// Its colour.
    Tint(StageTint),
    /// Whether it is put aside for later. One that is comes out of its cluster.
    Parked(bool),
    /// The name of its cluster, for all notes in it; empty, it is none any more.
    Cluster(String),
}

/// Changes a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditNote {
    /// Which.
    pub note: NoteId,
    /// What of it.
    pub change: NoteChange,
}

impl Operation for EditNote {
    const LABEL: &'static str = "edit_note";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.note(self.note)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let (map, mut note) = tx.note(self.note)?;
        match &self.change {
            NoteChange::Text(text) => note.text.clone_from(text),
            NoteChange::Author(author) => author.trim().clone_into(&mut note.author),
            NoteChange::Tint(tint) => note.tint = *tint,
            NoteChange::Parked(parked) => {
                note.parked = *parked;
                note.cluster = String::new();
            }
            NoteChange::Cluster(name) => return rename_cluster(tx, map, &note, name.trim()),
        }
        tx.set_note(self.note, &note)?;
        Ok(None)
    }
}

fn rename_cluster(tx: &mut Tx<'_>, map: MapId, note: &Note, name: &str) -> Result<Option<i64>, AppError> {
    let workshop = tx.workshop(map)?;
    // A name that another cluster has makes one of both, where that is.
    let other = workshop.notes.iter().find(|each| each.cluster == name && !name.is_empty());
    for mut each in cluster_of(&workshop, note) {
        let id = each.id;
        name.clone_into(&mut each.cluster);
        if let Some(other) = other {
            (each.on, each.place) = (other.on, other.place);
        }
        tx.set_note(id, &each)?;
    }
    Ok(None)
}

/// A note and those that are in its cluster with it.
fn cluster_of(workshop: &Workshop, note: &Note) -> Vec<Note> {
    if note.cluster.is_empty() {
        return vec![note.clone()];
    }
    workshop.notes.iter().filter(|each| each.cluster == note.cluster).cloned().collect()
}

/// Sticks a note somewhere else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MoveNote {
    /// Which.
    pub note: NoteId,
    /// Where.
    pub stick: Stick,
    /// Whether its cluster comes along; otherwise it comes out of it.
    pub whole: bool,
}

impl Operation for MoveNote {
    const LABEL: &'static str = "move_note";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.note(self.note)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let (map, mut note) = tx.note(self.note)?;
        let moved = if self.whole {
            cluster_of(&tx.workshop(map)?, &note)
        } else {
            note.cluster = String::new();
            vec![note]
        };
        let ids: Vec<NoteId> = moved.iter().map(|each| each.id).collect();
        let (on, place) = self.stick.found(tx, map, &ids)?;
        for each in moved {
            let id = each.id;
            tx.set_note(id, &Note { on, place, parked: false, ..each })?;
        }
        Ok(None)
    }
}

/// Puts a note to another: into the cluster that this is in, or into one with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JoinNotes {
    /// Which.
    pub note: NoteId,
    /// To which.
    pub to: NoteId,
    /// What the cluster is called if there is none yet; empty, as what is written on the other note.
    pub name: String,
}

impl Operation for JoinNotes {
    const LABEL: &'static str = "join_notes";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.note(self.note)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let ((map, mut note), (other_map, mut to)) = (tx.note(self.note)?, tx.note(self.to)?);
        if map != other_map || note.id == to.id {
            return Err(StoreError::Missing { what: "note", id: to.id.0 }.into());
        }
        if to.cluster.is_empty() {
            to.cluster = self.free_name(&tx.workshop(map)?, &to);
            tx.set_note(self.to, &to)?;
        }
        note.cluster.clone_from(&to.cluster);
        (note.on, note.place, note.parked) = (to.on, to.place, to.parked);
        tx.set_note(self.note, &note)?;
        Ok(None)
    }
}

impl JoinNotes {
    /// A name for a cluster that no other has.
    fn free_name(&self, workshop: &Workshop, to: &Note) -> String {
        // What is covered is not to be read on its cluster either.
        let written = if to.covered { "" } else { first_line(&to.text) };
        let wanted = [self.name.trim(), written.trim()].into_iter().find(|name| !name.is_empty());
        let wanted: String = wanted.unwrap_or("…").chars().take(LONGEST).collect();
        let is_free = |name: &String| !workshop.notes.iter().any(|each| each.cluster == *name);
        let numbered = (2..).map(|number: u32| format!("{wanted} {number}"));
        std::iter::once(wanted.clone()).chain(numbered).find(is_free).unwrap_or(wanted)
    }
}

/// How many characters of a note make the name of a cluster.
const LONGEST: usize = 40;

/// Deletes a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteNote {
    /// Which.
    pub note: NoteId,
}

impl Operation for DeleteNote {
    const LABEL: &'static str = "delete_note";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.note(self.note)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_note(self.note)?;
        Ok(None)
    }
}

/// The first line in which something is written.
pub(super) fn first_line(text: &str) -> &str {
    text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default()
}

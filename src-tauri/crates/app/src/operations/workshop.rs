//! Operations of a workshop on its notes: dots, what is revealed, and what becomes of them.

use model::{CellsBy, Day, Journey, Lane, LaneId, LaneKind, MapId, Node, NoteId, Outcome, OutcomeKind};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{CardFace, StoreError, Tx};

use super::{Operation, Part, Scope};
use crate::AppError;

/// Has somebody give a note dots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct VoteForNote {
    /// Which note.
    pub note: NoteId,
    /// Who.
    pub voter: String,
    /// How many it has of them afterwards.
    pub dots: u32,
}

impl Operation for VoteForNote {
    const LABEL: &'static str = "vote_for_note";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.note(self.note)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.vote(self.note, self.voter.trim(), self.dots)?;
        Ok(None)
    }
}

/// Sets how many dots each person may give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetDots {
    /// On which map.
    pub map: MapId,
    /// How many.
    pub dots: u32,
}

impl Operation for SetDots {
    const LABEL: &'static str = "set_dots";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_dots(self.map, self.dots)?;
        Ok(None)
    }
}

/// Reveals what is written on all notes of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RevealNotes {
    /// Of which map.
    pub map: MapId,
}

impl Operation for RevealNotes {
    const LABEL: &'static str = "reveal_notes";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        for mut note in tx.workshop(self.map)?.notes.into_iter().filter(|note| note.covered) {
            note.covered = false;
            tx.set_note(note.id, &note)?;
        }
        Ok(None)
    }
}

/// Makes a note a pain, an opportunity or an action: a card of a lane, with who sees to it and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SettleNote {
    /// Which.
    pub note: NoteId,
    /// What it becomes.
    pub kind: OutcomeKind,
    /// Who sees to it; empty, nobody yet.
    pub owner: String,
    /// By when.
    pub due: Option<Day>,
    /// What it is about.
    pub of: Node,
    /// What the lane of actions is called: kinds of lanes have none for them.
    pub lane: String,
    /// Who and by when, in the words of the reader: the last line on the card. Empty, there is none.
    pub line: String,
}

impl Operation for SettleNote {
    const LABEL: &'static str = "settle_note";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.note(self.note)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let (map, mut note) = tx.note(self.note)?;
        let journey = tx.journey(map)?;
        let (lane, of) = self.cell(tx, &journey)?;
        let text = [note.text.trim(), self.line.trim()];
        let text: Vec<&str> = text.into_iter().filter(|line| !line.is_empty()).collect();
        let face = CardFace { text: &text.join("\n"), tint: None, image: None };
        tx.add_card(lane, of, usize::MAX, face)?;
        let owner = self.owner.trim().to_owned();
        note.outcome = Some(Outcome { kind: self.kind, owner, due: self.due.clone() });
        note.covered = false;
        tx.set_note(self.note, &note)?;
        Ok(None)
    }
}

impl SettleNote {
    /// The cell in which its card comes: of the first lane that is about such things, or else of a new one at the end.
    fn cell(&self, tx: &mut Tx<'_>, journey: &Journey) -> Result<(LaneId, Node), AppError> {
        let stage = match self.of {
            Node::Stage(_) => self.of,
            Node::Touchpoint(id) => {
                let found =
                    journey.touchpoint(id).ok_or(StoreError::Missing { what: "touchpoint", id: id.0 })?;
                Node::Stage(found.stage)
            }
        };
        let (kind, title) = match self.kind {
            OutcomeKind::Pain => (LaneKind::Pains, ""),
            OutcomeKind::Opportunity => (LaneKind::Opportunities, ""),
            OutcomeKind::Action => (LaneKind::Own, self.lane.trim()),
        };
        let is_such =
            |lane: &&Lane| lane.kind == kind && (kind != LaneKind::Own || lane.title.trim() == title);
        let mut such = journey.lanes().iter().filter(is_such);
        let cell = |lane: &Lane| match lane.by {
            CellsBy::Stage => Some((lane.id, stage)),
            CellsBy::Touchpoint => lane.is_about(self.of).then_some((lane.id, self.of)),
        };
        match such.find_map(cell) {
            Some(cell) => Ok(cell),
            None => Ok((tx.add_lane(journey.map().id, journey.lanes().len(), kind, title)?, stage)),
        }
    }
}

//! Operations on the stages of a map.

use model::{Journey, MapId, Node, Note, StageDetails, StageId, StageTint};
use scene::Layout;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{StoreError, Tx};

use super::{Operation, Part, Scope};
use crate::AppError;

/// Adds a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddStage {
    /// To which map.
    pub map: MapId,
    /// Its title.
    pub title: String,
    /// Its position from 0; the number of stages to add it last.
    pub position: u32,
}

impl Operation for AddStage {
    const LABEL: &'static str = "add_stage";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        Ok(Some(tx.add_stage(self.map, self.position as usize, &self.title)?.0))
    }
}

/// Renames a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RenameStage {
    /// Which.
    pub stage: StageId,
    /// The new title.
    pub title: String,
}

impl Operation for RenameStage {
    const LABEL: &'static str = "rename_stage";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.rename_stage(self.stage, &self.title)?;
        Ok(None)
    }
}

/// Moves a stage, with its touchpoints, to another position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveStage {
    /// Which.
    pub stage: StageId,
    /// The position from 0 that it has afterwards.
    pub position: u32,
}

impl Operation for MoveStage {
    const LABEL: &'static str = "move_stage";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.stage(self.stage)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.move_stage(self.stage, self.position as usize)?;
        Ok(None)
    }
}

/// Says whether a stage is a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetStageGoal {
    /// Which.
    pub stage: StageId,
    /// Whether it is; `None` leaves it to the default.
    pub goal: Option<bool>,
}

impl Operation for SetStageGoal {
    const LABEL: &'static str = "set_stage_goal";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.stage(self.stage)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_stage_goal(self.stage, self.goal)?;
        Ok(None)
    }
}

/// What a stage becomes besides its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StageChange {
    /// What it is for.
    Aim(String),
    /// When somebody has entered it, in words.
    Entry(String),
    /// Its tint; `null` for that of its place.
    Tint(Option<StageTint>),
}

/// Changes what is written of a stage, or its tint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditStage {
    /// Which.
    pub stage: StageId,
    /// What.
    pub change: StageChange,
}

impl Operation for EditStage {
    const LABEL: &'static str = "edit_stage";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.stage(self.stage)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let mut details = tx.stage_details(self.stage)?;
        match &self.change {
            StageChange::Aim(text) => details.aim.clone_from(text),
            StageChange::Entry(text) => details.entry.clone_from(text),
            StageChange::Tint(tint) => details.tint = *tint,
        }
        tx.set_stage_details(self.stage, &details)?;
        Ok(None)
    }
}

/// Sets how wide the column of a stage is at least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ResizeStage {
    /// Which.
    pub stage: StageId,
    /// How wide it is to be shown, in scene units; `None` leaves it to its cards.
    pub width: Option<u32>,
}

impl Operation for ResizeStage {
    const LABEL: &'static str = "resize_stage";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.stage(self.stage)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let journey = tx.journey(tx.map_of_stage(self.stage)?)?;
        let layout = Layout::of(&journey);
        let asked = self.width.and_then(|shown| layout.asked_width(self.stage, f64::from(shown)));
        let width = asked.map(|asked| asked.round().max(0.0) as u32);
        let details = StageDetails { width, ..tx.stage_details(self.stage)? };
        tx.set_stage_details(self.stage, &details)?;
        Ok(None)
    }
}

/// Deletes a stage. Its touchpoints go with it, or into a stage beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteStage {
    /// Which.
    pub stage: StageId,
    /// The stage beside it that takes its touchpoints, and what lanes say of it; without, these are deleted too.
    pub into: Option<StageId>,
}

impl Operation for DeleteStage {
    const LABEL: &'static str = "delete_stage";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.stage(self.stage)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        if let Some(into) = self.into {
            let journey = tx.journey(tx.map_of_stage(self.stage)?)?;
            move_touchpoints(tx, &journey, self.stage, into)?;
            move_cells(tx, &journey, self.stage, into)?;
            move_notes(tx, &journey, self.stage, into)?;
        }
        tx.delete_stage(self.stage)?;
        Ok(None)
    }
}

/// Moves the touchpoints of a stage into the one beside it. Together they begin where the first of the two began, so that
/// every card stays where one sees it.
fn move_touchpoints(
    tx: &mut Tx<'_>,
    journey: &Journey,
    from: StageId,
    to: StageId,
) -> Result<(), StoreError> {
    let place = |stage| journey.position(stage).ok_or(StoreError::Missing { what: "stage", id: stage.0 });
    let (here, there) = (place(from)?, place(to)?);
    if here.abs_diff(there) != 1 {
        return Err(StoreError::Missing { what: "stage", id: to.0 });
    }
    let layout = Layout::of(journey);
    let first = journey.stages()[here.min(there)].id;
    for touchpoint in journey.touchpoints_of(from).chain(journey.touchpoints_of(to)) {
        let moved = layout.rect_of(touchpoint.id).and_then(|card| layout.place_in(first, &card));
        let at = if touchpoint.stage == first { touchpoint.place } else { moved.unwrap_or(touchpoint.place) };
        if touchpoint.stage == to {
            tx.rebase_touchpoint(touchpoint.id, at)?;
        } else {
            tx.place_touchpoint(touchpoint.id, to, at)?;
        }
    }
    Ok(())
}

/// Sticks the notes of a stage on the one beside it.
fn move_notes(tx: &mut Tx<'_>, journey: &Journey, from: StageId, to: StageId) -> Result<(), StoreError> {
    for note in journey.workshop().notes.iter().filter(|note| note.on == Some(Node::Stage(from))) {
        tx.set_note(note.id, &Note { on: Some(Node::Stage(to)), ..note.clone() })?;
    }
    Ok(())
}

/// Adds what lanes say of a stage, and the cards there, to what they say of the one beside it, in the order of the two.
fn move_cells(tx: &mut Tx<'_>, journey: &Journey, from: StageId, to: StageId) -> Result<(), StoreError> {
    let before = journey.position(from) < journey.position(to);
    let (from, to) = (Node::Stage(from), Node::Stage(to));
    for lane in journey.lanes() {
        let (here, there) = (lane.text(from), lane.text(to));
        let text = match (there.is_empty(), before) {
            (true, _) => here.to_owned(),
            (false, true) => format!("{here}\n{there}"),
            (false, false) => format!("{there}\n{here}"),
        };
        if !here.is_empty() {
            tx.write_cell(lane.id, to, &text)?;
        }
        let first = if before { 0 } else { journey.cards_in(lane.id, to).len() };
        for (place, card) in journey.cards_in(lane.id, from).into_iter().enumerate() {
            tx.move_card(card.id, lane.id, to, first + place)?;
        }
    }
    Ok(())
}

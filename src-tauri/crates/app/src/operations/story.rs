//! Operations on the story of a map: its steps, in their order.

use model::{MapId, Question, Shown, StoryStepId, Who};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// A step that a story is to have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct NewStoryStep {
    /// What stands over it.
    pub title: String,
    /// What is said to it.
    pub notes: String,
    /// What it shows.
    pub shown: Shown,
}

/// Adds steps to the story of a map. Where single people are asked about, the steps ask about everybody: who they are is
/// not for the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AddStorySteps {
    /// Of which map.
    pub map: MapId,
    /// The place from 0 of the first of them; the number of steps that are there to add them last.
    pub place: u32,
    /// The steps, in their order.
    pub steps: Vec<NewStoryStep>,
}

impl Operation for AddStorySteps {
    const LABEL: &'static str = "add_story_steps";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        if let [one] = &self.steps[..] { one.title.clone() } else { String::new() }
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let mut first = None;
        for (place, NewStoryStep { title, notes, shown }) in (self.place as usize..).zip(&self.steps) {
            let id = tx.add_story_step(self.map, place, (title, notes), &without_people(shown))?;
            first = first.or(Some(id.0));
        }
        Ok(first)
    }
}

/// What of a step becomes another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StoryStepChange {
    /// What stands over it.
    Title(String),
    /// What is said to it.
    Notes(String),
    /// What it shows.
    Shown(Box<Shown>),
}

/// Changes a step of a story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct EditStoryStep {
    /// Which.
    pub step: StoryStepId,
    /// What of it.
    pub change: StoryStepChange,
}

impl Operation for EditStoryStep {
    const LABEL: &'static str = "edit_story_step";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.story_step(self.step)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let step = tx.story_step(self.step)?;
        match &self.change {
            StoryStepChange::Title(title) => tx.write_story_step(self.step, title, &step.notes)?,
            StoryStepChange::Notes(notes) => tx.write_story_step(self.step, &step.title, notes)?,
            StoryStepChange::Shown(shown) => tx.show_in_story_step(self.step, &without_people(shown))?,
        }
        Ok(None)
    }
}

/// Moves a step within its story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveStoryStep {
    /// Which.
    pub step: StoryStepId,
    /// The place from 0 that it has afterwards.
    pub place: u32,
}

impl Operation for MoveStoryStep {
    const LABEL: &'static str = "move_story_step";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.story_step(self.step)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.move_story_step(self.step, self.place as usize)?;
        Ok(None)
    }
}

/// Deletes a step of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteStoryStep {
    /// Which.
    pub step: StoryStepId,
}

impl Operation for DeleteStoryStep {
    const LABEL: &'static str = "delete_story_step";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.story_step(self.step)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_story_step(self.step)?;
        Ok(None)
    }
}

/// What a step shows, without single people in its question.
fn without_people(shown: &Shown) -> Shown {
    let mut shown = shown.clone();
    if let Some(Question { who, against, .. }) = &mut shown.question {
        if !who.is_name() {
            *who = Who::Everybody;
        }
        if matches!(against, Some(model::Against::Who(others)) if !others.is_name()) {
            *against = None;
        }
    }
    shown
}

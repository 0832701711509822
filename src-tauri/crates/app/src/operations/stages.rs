//! Operations on the stages of a map.

use model::{MapId, StageId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

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

/// Deletes a stage with its touchpoints and their transitions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteStage {
    /// Which.
    pub stage: StageId,
}

impl Operation for DeleteStage {
    const LABEL: &'static str = "delete_stage";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.stage(self.stage)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_stage(self.stage)?;
        Ok(None)
    }
}

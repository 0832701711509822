//! Operations on the lanes under a map.

use model::{CellsBy, LaneId, LaneKind, LaneView, MapId, Node};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// Adds a lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddLane {
    /// To which map.
    pub map: MapId,
    /// What it is about.
    pub kind: LaneKind,
    /// What it is called; empty, as its kind is.
    pub title: String,
    /// Its position from 0; the number of lanes to add it last.
    pub position: u32,
}

impl Operation for AddLane {
    const LABEL: &'static str = "add_lane";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        Ok(Some(tx.add_lane(self.map, self.position as usize, self.kind, &self.title)?.0))
    }
}

/// Renames a lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RenameLane {
    /// Which.
    pub lane: LaneId,
    /// The new title; empty, it is called as its kind is.
    pub title: String,
}

impl Operation for RenameLane {
    const LABEL: &'static str = "rename_lane";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.rename_lane(self.lane, &self.title)?;
        Ok(None)
    }
}

/// Moves a lane to another position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveLane {
    /// Which.
    pub lane: LaneId,
    /// The position from 0 that it has afterwards.
    pub position: u32,
}

impl Operation for MoveLane {
    const LABEL: &'static str = "move_lane";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.lane(self.lane)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.move_lane(self.lane, self.position as usize)?;
        Ok(None)
    }
}

/// Sets how much of a lane pictures show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetLaneView {
    /// Which.
    pub lane: LaneId,
    /// How much.
    pub view: LaneView,
}

impl Operation for SetLaneView {
    const LABEL: &'static str = "set_lane_view";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.lane(self.lane)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_lane_view(self.lane, self.view)?;
        Ok(None)
    }
}

/// Deletes a lane with all that it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteLane {
    /// Which.
    pub lane: LaneId,
}

impl Operation for DeleteLane {
    const LABEL: &'static str = "delete_lane";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.lane(self.lane)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_lane(self.lane)?;
        Ok(None)
    }
}

/// Sets whether the cells of a lane are about stages or touchpoints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetCellsBy {
    /// Of which lane.
    pub lane: LaneId,
    /// What they are about.
    pub by: CellsBy,
}

impl Operation for SetCellsBy {
    const LABEL: &'static str = "set_cells_by";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.lane(self.lane)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_cells_by(self.lane, self.by)?;
        Ok(None)
    }
}

/// Sets how high the cells of a lane are at least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ResizeLane {
    /// Which.
    pub lane: LaneId,
    /// How high, in units of the scene; 0 leaves it to what they say.
    pub height: u32,
}

impl Operation for ResizeLane {
    const LABEL: &'static str = "resize_lane";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.lane(self.lane)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_lane_height(self.lane, self.height)?;
        Ok(None)
    }
}

/// Writes what a lane says of a stage or a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WriteCell {
    /// Which lane.
    pub lane: LaneId,
    /// Of what.
    pub of: Node,
    /// The text; an empty one says nothing.
    pub text: String,
}

impl Operation for WriteCell {
    const LABEL: &'static str = "write_cell";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.node(self.of)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.write_cell(self.lane, self.of, &self.text)?;
        Ok(None)
    }
}

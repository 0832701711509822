//! Tidying a map up.

use model::{MapId, Place, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{StoreError, Tx};

use super::locking::{locked, with_free};
use super::{Operation, Part, Scope};
use crate::AppError;

/// A place of a card within its stage.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Placed {
    /// Whose card.
    pub touchpoint: TouchpointId,
    /// From the left of its stage.
    #[specta(type = Number)]
    pub x: f64,
    /// From the top.
    #[specta(type = Number)]
    pub y: f64,
}

/// Puts cards where a tidy map has them, each within its stage. Of several the locked ones stay where they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct TidyUp {
    /// Which map.
    pub map: MapId,
    /// Which cards, and where to.
    pub places: Vec<Placed>,
}

impl Operation for TidyUp {
    const LABEL: &'static str = "tidy_up";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.map(self.map)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let journey = tx.journey(self.map)?;
        let held = locked(&journey);
        with_free(
            &self.places,
            |each| held.contains(&each.touchpoint),
            |&Placed { touchpoint, x, y }| {
                let found = journey.touchpoint(touchpoint);
                let found = found.ok_or(StoreError::Missing { what: "touchpoint", id: touchpoint.0 })?;
                tx.place_touchpoint(touchpoint, found.stage, Place { x, y })
            },
        )?;
        Ok(None)
    }
}

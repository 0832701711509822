//! Operations on the transitions of a map.

use model::TouchpointId;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// Joins two touchpoints of a map by a transition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Connect {
    /// Where it starts.
    pub from: TouchpointId,
    /// Where it ends.
    pub to: TouchpointId,
}

impl Operation for Connect {
    const LABEL: &'static str = "connect";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        format!("{} → {}", scope.touchpoint(self.from), scope.touchpoint(self.to))
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        Ok(Some(tx.add_transition(self.from, self.to)?.0))
    }
}

//! Operations on which events count at which touchpoints.

use model::{MapId, Meaning, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// Sets the event names that count as contact at a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetEvents {
    /// Which touchpoint.
    pub touchpoint: TouchpointId,
    /// Its event names.
    pub events: Vec<String>,
}

impl Operation for SetEvents {
    const LABEL: &'static str = "set_events";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoint(self.touchpoint)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_events(self.touchpoint, &self.events)?;
        Ok(None)
    }
}

/// Leaves an event on no touchpoint of a map, so that nobody is asked about it again, or takes that back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LeaveEvent {
    /// Of which map.
    pub map: MapId,
    /// The event name.
    pub event: String,
    /// Whether it is left.
    pub left: bool,
}

impl Operation for LeaveEvent {
    const LABEL: &'static str = "leave_event";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.event.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.leave_event(self.map, &self.event, self.left)?;
        Ok(None)
    }
}

/// Sets what the values of an event mean, or that they mean nothing in particular.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetMeaning {
    /// The event name.
    pub event: String,
    /// What its values mean.
    pub meaning: Option<Meaning>,
}

impl Operation for SetMeaning {
    const LABEL: &'static str = "set_meaning";
    const TOUCHES: &'static [Part] = &[Part::Counts, Part::Numbers];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.event.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_meaning(&self.event, self.meaning)?;
        Ok(None)
    }
}

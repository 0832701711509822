//! Locking what is to stay where it is, and unlocking it.

use std::collections::BTreeSet;

use model::{Journey, StageId, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{StoreError, Tx};

use super::{Operation, Part, Scope};
use crate::AppError;

/// Locks touchpoints and stages: they are neither moved, resized nor deleted until they are unlocked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Lock {
    /// Which touchpoints.
    pub touchpoints: Vec<TouchpointId>,
    /// Which stages. The cards in them are not locked with them.
    pub stages: Vec<StageId>,
}

impl Operation for Lock {
    const LABEL: &'static str = "lock";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        subject(scope, &self.touchpoints, &self.stages)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        set(tx, &self.touchpoints, &self.stages, true)
    }
}

/// Unlocks touchpoints and stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Unlock {
    /// Which touchpoints.
    pub touchpoints: Vec<TouchpointId>,
    /// Which stages.
    pub stages: Vec<StageId>,
}

impl Operation for Unlock {
    const LABEL: &'static str = "unlock";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        subject(scope, &self.touchpoints, &self.stages)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        set(tx, &self.touchpoints, &self.stages, false)
    }
}

fn subject(scope: &Scope<'_>, touchpoints: &[TouchpointId], stages: &[StageId]) -> String {
    match (touchpoints, stages) {
        (_, []) => scope.touchpoints(touchpoints),
        ([], [one]) => scope.stage(*one),
        _ => String::new(),
    }
}

fn set(
    tx: &mut Tx<'_>,
    touchpoints: &[TouchpointId],
    stages: &[StageId],
    locked: bool,
) -> Result<Option<i64>, AppError> {
    touchpoints.iter().try_for_each(|&each| tx.lock_touchpoint(each, locked))?;
    stages.iter().try_for_each(|&each| tx.lock_stage(each, locked))?;
    Ok(None)
}

/// Those touchpoints of a map that are locked.
pub(crate) fn locked(journey: &Journey) -> BTreeSet<TouchpointId> {
    journey.touchpoints().filter(|each| each.locked).map(|each| each.id).collect()
}

/// Does something with each of several things but those that stay: of several the locked ones are passed over, and only where
/// all are, that is an error.
pub(super) fn with_free<T>(
    all: &[T],
    is_locked: impl Fn(&T) -> bool,
    one: impl FnMut(&T) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (held, free): (Vec<&T>, Vec<&T>) = all.iter().partition(|each| is_locked(each));
    // The store refuses them, and says which.
    let tried = if free.is_empty() { held } else { free };
    tried.into_iter().try_for_each(one)
}

//! Operations on the transitions of a map.

use model::{Journey, MapId, TouchpointId, Transition, TransitionDetails, TransitionId, TransitionKind};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{StoreError, Tx};

use super::touchpoints::{Move, landing};
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
        scope.way(self.from, self.to)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        Ok(Some(tx.add_transition(self.from, self.to)?.0))
    }
}

/// Lets a transition start or end at another touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Reconnect {
    /// Which.
    pub transition: TransitionId,
    /// Where it starts from now on.
    pub from: TouchpointId,
    /// Where it ends.
    pub to: TouchpointId,
}

impl Operation for Reconnect {
    const LABEL: &'static str = "reconnect";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.way(self.from, self.to)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.reconnect(self.transition, self.from, self.to)?;
        Ok(None)
    }
}

/// What transitions become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TransitionChange {
    /// What is written on them.
    Label(String),
    /// What kind of way they are; `null` leaves it to where they lead.
    Kind(Option<TransitionKind>),
}

/// Changes what is written on transitions, or their kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditTransitions {
    /// Which.
    pub transitions: Vec<TransitionId>,
    /// What.
    pub change: TransitionChange,
}

impl Operation for EditTransitions {
    const LABEL: &'static str = "edit_transitions";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        if let [one] = self.transitions.as_slice() { scope.transition(*one) } else { String::new() }
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        for &id in &self.transitions {
            let mut details = tx.transition(id)?.details;
            match &self.change {
                TransitionChange::Label(text) => text.trim().clone_into(&mut details.label),
                TransitionChange::Kind(kind) => details.kind = *kind,
            }
            tx.set_transition_details(id, &details)?;
        }
        Ok(None)
    }
}

/// Puts a touchpoint that the map has where a card is dropped, and into a transition: it then leads there, and another
/// from there on to where it led.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct InsertTouchpoint {
    /// On which map.
    pub map: MapId,
    /// Which touchpoint, and where to.
    pub moved: Move,
    /// Into which transition.
    pub transition: TransitionId,
}

impl Operation for InsertTouchpoint {
    const LABEL: &'static str = "insert_touchpoint";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoint(self.moved.touchpoint)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let Move { touchpoint, left, top } = self.moved;
        let journey = tx.journey(self.map)?;
        let (stage, place) = landing(&journey, left, top)?;
        tx.place_touchpoint(touchpoint, stage, place)?;
        insert(tx, &journey, self.transition, touchpoint)?;
        Ok(None)
    }
}

/// Lets a transition lead to a touchpoint, and another from there on to where it led. What is joined already stays
/// joined once; of a transition's own ends nothing can be put between.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    journey: &Journey,
    transition: TransitionId,
    touchpoint: TouchpointId,
) -> Result<(), StoreError> {
    let Transition { from, to, details, .. } = tx.transition(transition)?;
    if touchpoint == from || touchpoint == to {
        return Ok(());
    }
    match journey.transition(from, touchpoint) {
        None => tx.reconnect(transition, from, touchpoint)?,
        Some(Transition { id, details: known, .. }) => {
            tx.delete_transition(transition)?;
            let label = if known.label.is_empty() { details.label } else { known.label.clone() };
            let kind = known.kind.or(details.kind);
            tx.set_transition_details(*id, &TransitionDetails { label, kind })?;
        }
    }
    if !journey.connects(touchpoint, to) {
        tx.add_transition(touchpoint, to)?;
    }
    Ok(())
}

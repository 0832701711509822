//! Operations on the touchpoints of a map. Positions are absolute on the scene; the operation finds the stage.

use model::{AnyChannel, ChannelKind, Journey, MapId, Place, Sentiment, StageId, TouchpointId, TransitionId};
use scene::Layout;
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{StoreError, Tx};

use super::locking::{locked, with_free};
use super::transitions::insert;
use super::{Operation, Part, Scope};
use crate::AppError;
use crate::matching::match_touchpoint;

/// How a new touchpoint is joined to what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Joined {
    /// From the other to the new one.
    From(TouchpointId),
    /// From the new one to the other.
    To(TouchpointId),
    /// Within a transition, which then leads to the new one, and another from there on to where it led.
    Within(TransitionId),
}

/// Adds a touchpoint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct AddTouchpoint {
    /// To which map.
    pub map: MapId,
    /// Its title.
    pub title: String,
    /// The left edge of its card on the scene.
    #[specta(type = Number)]
    pub left: f64,
    /// The top edge.
    #[specta(type = Number)]
    pub top: f64,
    /// What it is joined to in the same step.
    pub joined: Option<Joined>,
    /// The channel that it uses.
    pub channel: Option<AnyChannel>,
}

impl Operation for AddTouchpoint {
    const LABEL: &'static str = "add_touchpoint";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let journey = tx.journey(self.map)?;
        let (stage, place) = landing(&journey, self.left, self.top)?;
        let added = tx.add_touchpoint(stage, &self.title, place)?;
        tx.set_channel(added, self.channel.as_ref())?;
        match self.joined {
            Some(Joined::From(other)) => drop(tx.add_transition(other, added)?),
            Some(Joined::To(other)) => drop(tx.add_transition(added, other)?),
            Some(Joined::Within(transition)) => insert(tx, &journey, transition, added)?,
            None => {}
        }
        match_touchpoint(tx, added)?;
        Ok(Some(added.0))
    }
}

/// The stage and place at which a card with this left top corner lands.
pub(super) fn landing(journey: &Journey, left: f64, top: f64) -> Result<(StageId, Place), StoreError> {
    if !(left.is_finite() && top.is_finite()) {
        return Err(StoreError::NoPlace);
    }
    Layout::of(journey).landing(left, top).ok_or(StoreError::Missing { what: "stage", id: 0 })
}

/// Adds a touchpoint to a stage, where there is room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddTouchpointTo {
    /// To which map.
    pub map: MapId,
    /// To which of its stages.
    pub stage: StageId,
    /// Its title.
    pub title: String,
    /// The channel it uses.
    pub channel: Option<ChannelKind>,
}

impl Operation for AddTouchpointTo {
    const LABEL: &'static str = "add_touchpoint_to";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let place = Layout::of(&tx.journey(self.map)?).free_place(self.stage);
        let added = tx.add_touchpoint(self.stage, &self.title, place)?;
        tx.set_channel(added, self.channel.map(AnyChannel::Kind).as_ref())?;
        match_touchpoint(tx, added)?;
        Ok(Some(added.0))
    }
}

/// Renames a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RenameTouchpoint {
    /// Which.
    pub touchpoint: TouchpointId,
    /// The new title.
    pub title: String,
}

impl Operation for RenameTouchpoint {
    const LABEL: &'static str = "rename_touchpoint";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.title.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.rename_touchpoint(self.touchpoint, &self.title)?;
        match_touchpoint(tx, self.touchpoint)?;
        Ok(None)
    }
}

/// A card's left top corner on the scene.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Move {
    /// Whose card.
    pub touchpoint: TouchpointId,
    /// Its left edge.
    #[specta(type = Number)]
    pub left: f64,
    /// Its top edge.
    #[specta(type = Number)]
    pub top: f64,
}

/// Moves touchpoints, into other stages if their cards land there. Of several the locked ones stay where they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MoveTouchpoints {
    /// On which map.
    pub map: MapId,
    /// Which, and where to.
    pub moves: Vec<Move>,
}

impl Operation for MoveTouchpoints {
    const LABEL: &'static str = "move_touchpoints";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        if let [one] = self.moves.as_slice() { scope.touchpoint(one.touchpoint) } else { String::new() }
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let journey = tx.journey(self.map)?;
        let held = locked(&journey);
        with_free(
            &self.moves,
            |each| held.contains(&each.touchpoint),
            |each| {
                let (stage, place) = landing(&journey, each.left, each.top)?;
                tx.place_touchpoint(each.touchpoint, stage, place)
            },
        )?;
        Ok(None)
    }
}

/// Sets the channel of touchpoints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetChannel {
    /// Which touchpoints.
    pub touchpoints: Vec<TouchpointId>,
    /// Their channel, or none.
    pub channel: Option<AnyChannel>,
}

impl Operation for SetChannel {
    const LABEL: &'static str = "set_channel";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoints(&self.touchpoints)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        for &touchpoint in &self.touchpoints {
            tx.set_channel(touchpoint, self.channel.as_ref())?;
        }
        Ok(None)
    }
}

/// Sets how customers feel at a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetSentiment {
    /// Which touchpoint.
    pub touchpoint: TouchpointId,
    /// How, or unknown.
    pub sentiment: Option<Sentiment>,
}

impl Operation for SetSentiment {
    const LABEL: &'static str = "set_sentiment";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoint(self.touchpoint)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_sentiment(self.touchpoint, self.sentiment)?;
        Ok(None)
    }
}

/// Says whether a touchpoint is a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetTouchpointGoal {
    /// Which.
    pub touchpoint: TouchpointId,
    /// Whether it is; `None` follows its stage.
    pub goal: Option<bool>,
}

impl Operation for SetTouchpointGoal {
    const LABEL: &'static str = "set_touchpoint_goal";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoint(self.touchpoint)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_touchpoint_goal(self.touchpoint, self.goal)?;
        Ok(None)
    }
}

/// Sets which map a touchpoint opens: its sub-journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetSubJourney {
    /// Which touchpoint.
    pub touchpoint: TouchpointId,
    /// Another map, or none.
    pub sub_journey: Option<MapId>,
}

impl Operation for SetSubJourney {
    const LABEL: &'static str = "set_sub_journey";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoint(self.touchpoint)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_sub_journey(self.touchpoint, self.sub_journey)?;
        Ok(None)
    }
}

/// Deletes touchpoints (with their transitions) and transitions. Of several the locked ones stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Delete {
    /// Which touchpoints.
    pub touchpoints: Vec<TouchpointId>,
    /// Which transitions.
    pub transitions: Vec<TransitionId>,
}

impl Operation for Delete {
    const LABEL: &'static str = "delete";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        if self.transitions.is_empty() { scope.touchpoints(&self.touchpoints) } else { String::new() }
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        // Transitions first: those of a deleted touchpoint would be gone by then.
        for &transition in &self.transitions {
            tx.delete_transition(transition)?;
        }
        let held = tx.locked_touchpoints(&self.touchpoints)?;
        with_free(&self.touchpoints, |each| held.contains(each), |&each| tx.delete_touchpoint(each))?;
        Ok(None)
    }
}

//! What a user may want to mend on a map that is otherwise sound.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Direction, Journey, Lifecycle, StageId, TouchpointId, TransitionId};

/// Something about a map that a user may want to mend. Nothing breaks if it stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "finding", content = "at")]
pub enum Finding {
    /// A stage has no touchpoints.
    EmptyStage(StageId),
    /// No transitions lead to the touchpoint from the first stage.
    Unreachable(TouchpointId),
    /// No transition leads on from the touchpoint, and it is not a goal.
    DeadEnd(TouchpointId),
    /// The touchpoint lists no event name, so nothing is counted there.
    NoEvents(TouchpointId),
    /// A transition leads back though the lifecycle is linear.
    BackInLinear(TransitionId),
}

impl Journey {
    /// What a user may want to mend: by stage, then by touchpoint, then by transition.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for stage in self.stages() {
            if self.touchpoints_of(stage.id).next().is_none() {
                findings.push(Finding::EmptyStage(stage.id));
            }
        }
        let reached = self.reachable_from_start();
        let dead_ends = self.dead_ends();
        for touchpoint in self.touchpoints() {
            if !reached.contains(&touchpoint.id) {
                findings.push(Finding::Unreachable(touchpoint.id));
            }
            if dead_ends.contains(&touchpoint.id) {
                findings.push(Finding::DeadEnd(touchpoint.id));
            }
            if touchpoint.events.is_empty() {
                findings.push(Finding::NoEvents(touchpoint.id));
            }
        }
        if self.map().lifecycle == Lifecycle::Linear {
            let back = |from, to| self.direction(from, to) == Some(Direction::Back);
            findings.extend(
                self.transitions()
                    .into_iter()
                    .filter(|each| back(each.from, each.to))
                    .map(|each| Finding::BackInLinear(each.id)),
            );
        }
        findings
    }
}

//! The history of a workspace as a list of steps, and going to any of them.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::edit::touched_by;
use crate::operations::Part;
use crate::trace::noted;
use crate::{AppError, Changes, Session};

/// A moment in the history of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Moment {
    /// Before the first step that is kept.
    Beginning,
    /// After a step, whether it is undone or not.
    Step {
        /// Its number.
        #[specta(type = Number)]
        step: i64,
    },
}

/// A step of history in the list of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct KeptStep {
    /// Its number.
    #[specta(type = Number)]
    pub step: i64,
    /// What was done: the label of an operation.
    pub op: String,
    /// To what: a title, or nothing.
    pub subject: String,
    /// When, UTC milliseconds.
    #[specta(type = Number)]
    pub at: i64,
    /// Whether it is undone.
    pub undone: bool,
}

/// The steps of a workspace that are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Steps {
    /// From the oldest to the newest; those that are undone are the last.
    pub steps: Vec<KeptStep>,
    /// Whether there were steps before them, which are not kept any more.
    pub is_cut: bool,
    /// Where this session began, unless history does not lead there any more.
    pub opened: Option<Moment>,
}

/// Where in its history a workspace was when it was opened.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opening {
    /// The number and the instant of the last step; `None` before all.
    after: Option<(i64, i64)>,
    /// The number of the first step that was kept then, or that would be made.
    first: i64,
}

/// The number of the first step that is made in a history without steps.
const FIRST: i64 = 1;

impl Opening {
    /// After those of some steps that are not undone.
    pub(crate) fn after(steps: &[store::KeptStep]) -> Self {
        let last = steps.iter().rfind(|step| !step.undone);
        Self {
            after: last.map(|last| (last.number, last.step.at)),
            first: steps.first().map_or(FIRST, |first| first.number),
        }
    }

    /// Where it is among the steps that are kept now. A number alone does not tell: it may be another step's since.
    fn among(self, steps: &[store::KeptStep]) -> Option<Moment> {
        match self.after {
            Some((number, at)) => {
                let is_it = |step: &&store::KeptStep| (step.number, step.step.at) == (number, at);
                steps.iter().find(is_it).map(|step| Moment::Step { step: step.number })
            }
            None => steps.first().is_none_or(|first| first.number <= self.first).then_some(Moment::Beginning),
        }
    }
}

impl From<store::KeptStep> for KeptStep {
    fn from(store::KeptStep { number, step, undone }: store::KeptStep) -> Self {
        Self { step: number, op: step.op, subject: step.subject, at: step.at, undone }
    }
}

impl Session {
    /// The steps that are kept.
    pub fn steps(&self) -> Result<Steps, AppError> {
        let steps = self.workspace.steps()?;
        Ok(Steps {
            is_cut: steps.first().is_some_and(|first| first.number > FIRST),
            opened: self.opening.and_then(|opening| opening.among(&steps)),
            steps: steps.into_iter().map(KeptStep::from).collect(),
        })
    }

    /// Notes that steps may have been forgotten: what is before those that are left is then not what was before all.
    pub(crate) fn lose_beginning(&mut self) {
        self.opening = self.opening.filter(|opening| opening.after.is_some());
    }

    /// Undoes steps, or does them again, until the workspace is as it was at a moment: all that lie between, or none where
    /// one refuses.
    pub fn go_to(&mut self, moment: Moment) -> Result<Changes, AppError> {
        self.forget_edited();
        let step = match moment {
            Moment::Beginning => None,
            Moment::Step { step } => Some(step),
        };
        let passed = noted("go_to", || self.workspace.go_to(step))?;
        let touched =
            passed.iter().fold(Vec::new(), |touched, step| Part::union(&touched, touched_by(&step.op)));
        Ok(self.changes_after(&touched))
    }
}

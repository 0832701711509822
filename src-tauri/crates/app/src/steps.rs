//! The history of a workspace as a list of steps, and going to any of them.

use model::{Journey, MapId, VersionId};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::{Past, StoreError};

use crate::edit::touched_by;
use crate::operations::Part;
use crate::session::now;
use crate::trace::noted;
use crate::{AppError, Changes, Session};

/// A moment in the history of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Moment {
    /// As things are.
    Now,
    /// Before the first step that is kept.
    Beginning,
    /// After a step, whether it is undone or not.
    Step {
        /// Its number.
        #[specta(type = Number)]
        step: i64,
    },
    /// As a version keeps it.
    Version {
        /// Its row.
        version: VersionId,
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
    /// The versions, in the order in which they were named.
    pub versions: Vec<Version>,
}

/// A state of the maps that has a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Version {
    /// Its row.
    pub id: VersionId,
    /// What it is called.
    pub name: String,
    /// When it was so, UTC milliseconds.
    #[specta(type = Number)]
    pub at: i64,
    /// The step after which it was so, for as long as that is kept.
    #[specta(type = Option<Number>)]
    pub step: Option<i64>,
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

impl From<store::Version> for Version {
    fn from(store::Version { id, name, at, step }: store::Version) -> Self {
        Self { id, name, at, step }
    }
}

impl From<Moment> for store::Moment {
    fn from(moment: Moment) -> Self {
        match moment {
            Moment::Now => Self::Now,
            Moment::Beginning => Self::Beginning,
            Moment::Step { step } => Self::Step(step),
            Moment::Version { version } => Self::Version(version),
        }
    }
}

impl Session {
    /// The steps that are kept, and the versions.
    pub fn steps(&self) -> Result<Steps, AppError> {
        let steps = self.workspace.steps()?;
        Ok(Steps {
            is_cut: steps.first().is_some_and(|first| first.number > FIRST),
            opened: self.opening.and_then(|opening| opening.among(&steps)),
            versions: self.workspace.versions()?.into_iter().map(Version::from).collect(),
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
        let passed = noted("go_to", || self.workspace.go_to(moment.into()))?;
        let touched =
            passed.iter().fold(Vec::new(), |touched, step| Part::union(&touched, touched_by(&step.op)));
        Ok(self.changes_after(&touched))
    }
    /// Gives what is on the maps at a moment a name, and keeps it whole under that. It is no step: undo does not take it
    /// back. Gives its row.
    pub fn name_version(&mut self, moment: Moment, name: &str) -> Result<VersionId, AppError> {
        Ok(noted("name_version", || self.workspace.name_version(moment.into(), name.trim(), now()))?)
    }

    /// Renames a version.
    pub fn rename_version(&mut self, version: VersionId, name: &str) -> Result<(), AppError> {
        Ok(self.workspace.rename_version(version, name.trim())?)
    }

    /// Deletes a version with what it keeps; steps of history stay.
    pub fn delete_version(&mut self, version: VersionId) -> Result<(), AppError> {
        Ok(self.workspace.delete_version(version)?)
    }

    /// Makes a map what it was at a moment: one step of history.
    pub fn restore_map(&mut self, map: MapId, moment: Moment) -> Result<Changes, AppError> {
        let past = self.workspace.past(moment.into())?;
        let title = map_then(&past, map)?.map().title.clone();
        noted("restore_map", || {
            self.transact("restore_map", &title, |tx| Ok(tx.restore_map(map, &past)?))?;
            Ok(self.changes_after(&Part::ALL))
        })
    }
}

/// A map as it was; an error if it was not there then, also where another had its row.
pub(crate) fn map_then(past: &Past, map: MapId) -> Result<Journey, AppError> {
    let is_another = past.replaced().maps.contains(&map);
    match past.journey(map) {
        Ok(journey) if !is_another => Ok(journey),
        Ok(_) | Err(StoreError::Missing { .. }) => Err(AppError::NoMapThen),
        Err(error) => Err(error.into()),
    }
}

//! The workspace at a glance.

use model::Attribute;

use crate::operations::Part;
use crate::{
    AppError, Counts, EventCount, History, ImportSummary, Overview, OverviewChanges, Session, StepLabel,
};

impl Session {
    /// The workspace at a glance: all that is not on a map.
    pub fn overview(&self) -> Result<Overview, AppError> {
        let workspace = &self.workspace;
        let about = workspace.about()?;
        Ok(Overview {
            path: workspace.path().display().to_string(),
            read_only: workspace.is_read_only(),
            is_protected: workspace.is_protected(),
            title: about.title,
            timezone: about.timezone,
            maps: workspace.maps()?,
            personas: workspace.personas()?,
            segments: workspace.segments()?,
            imports: self.imports()?,
            counts: self.counts()?,
            history: self.history()?,
        })
    }

    /// The parts of the overview that may have changed.
    pub(crate) fn overview_changes(&self, touched: &[Part]) -> Result<OverviewChanges, AppError> {
        let mut changes = OverviewChanges::default();
        for part in touched {
            match part {
                Part::Maps => changes.maps = Some(self.workspace.maps()?),
                Part::Personas => changes.personas = Some(self.workspace.personas()?),
                Part::Segments => changes.segments = Some(self.workspace.segments()?),
                Part::Imports => changes.imports = Some(self.imports()?),
                Part::Counts => changes.counts = Some(self.counts()?),
                Part::Customers | Part::Numbers => {}
            }
        }
        Ok(changes)
    }

    fn counts(&self) -> Result<Counts, AppError> {
        let counts = self.workspace.counts()?;
        let events = self.workspace.events()?;
        Ok(Counts {
            events: events.into_iter().map(|(event, count)| EventCount { event, count }).collect(),
            attributes: self.attributes()?,
            customers: counts.customers,
            interactions: counts.interactions,
            first: counts.first,
            last: counts.last,
        })
    }

    /// What can be undone and redone.
    pub(crate) fn history(&self) -> Result<History, AppError> {
        let state = self.workspace.history()?;
        let label = |step: store::Step| StepLabel { op: step.op, subject: step.subject };
        Ok(History { undo: state.undo.map(label), redo: state.redo.map(label), undone: state.undone })
    }

    /// The customers' attributes; asked for once until customers change.
    fn attributes(&self) -> Result<Vec<Attribute>, AppError> {
        if let Some(attributes) = self.attributes.get() {
            return Ok(attributes.clone());
        }
        let attributes = self.workspace.attributes()?;
        Ok(self.attributes.get_or_init(|| attributes).clone())
    }

    fn imports(&self) -> Result<Vec<ImportSummary>, AppError> {
        Ok(self
            .workspace
            .imports()?
            .into_iter()
            .rev()
            .filter(|import| !import.undone)
            .map(ImportSummary::from)
            .collect())
    }
}

//! The workspace at a glance.

use crate::{AppError, Attribute, EventCount, History, ImportSummary, Overview, Session, StepLabel};

impl Session {
    /// The workspace at a glance: all that is not on a map.
    pub fn overview(&self) -> Result<Overview, AppError> {
        let workspace = &self.workspace;
        let about = workspace.about()?;
        let counts = workspace.counts()?;
        let events = workspace.events()?;
        let attributes = self.attributes()?;
        Ok(Overview {
            path: workspace.path().display().to_string(),
            title: about.title,
            timezone: about.timezone,
            maps: workspace.maps()?,
            personas: workspace.personas()?,
            segments: workspace.segments()?,
            imports: self.imports()?,
            events: events.into_iter().map(|(event, count)| EventCount { event, count }).collect(),
            attributes,
            customers: counts.customers,
            interactions: counts.interactions,
            first: counts.first,
            last: counts.last,
            history: self.history()?,
        })
    }

    /// What can be undone and redone.
    pub(crate) fn history(&self) -> Result<History, AppError> {
        let state = self.workspace.history()?;
        let label = |step: store::Step| StepLabel { op: step.op, subject: step.subject };
        Ok(History { undo: state.undo.map(label), redo: state.redo.map(label) })
    }

    /// The customers' attributes; counted once until customers change, since it reads all of them.
    fn attributes(&self) -> Result<Vec<Attribute>, AppError> {
        if let Some(attributes) = self.attributes.get() {
            return Ok(attributes.clone());
        }
        let named = |(name, values): (String, Vec<(String, u64)>)| Attribute {
            name,
            values: values.into_iter().map(|(value, _)| value).collect(),
        };
        let attributes: Vec<Attribute> = self.workspace.attributes()?.into_iter().map(named).collect();
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

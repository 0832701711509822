//! Operations on segments.

use model::{Rule, SegmentId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// Adds a segment: the customers of whom a rule is true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddSegment {
    /// Its name.
    pub name: String,
    /// The rule.
    pub rule: Rule,
}

impl Operation for AddSegment {
    const LABEL: &'static str = "add_segment";
    const TOUCHES: &'static [Part] = &[Part::Segments];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.name.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        Ok(Some(tx.add_segment(&self.name, &self.rule)?.0))
    }
}

/// Edits a segment; what is `None` stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditSegment {
    /// Which.
    pub segment: SegmentId,
    /// Its name.
    pub name: Option<String>,
    /// Its rule.
    pub rule: Option<Rule>,
}

impl Operation for EditSegment {
    const LABEL: &'static str = "edit_segment";
    const TOUCHES: &'static [Part] = &[Part::Segments];

    fn subject(&self, scope: &Scope<'_>) -> String {
        self.name.clone().unwrap_or_else(|| scope.segment(self.segment))
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        if let Some(name) = &self.name {
            tx.rename_segment(self.segment, name)?;
        }
        if let Some(rule) = &self.rule {
            tx.set_segment_rule(self.segment, rule)?;
        }
        Ok(None)
    }
}

/// Deletes a segment; personas that stood for it stand for nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteSegment {
    /// Which.
    pub segment: SegmentId,
}

impl Operation for DeleteSegment {
    const LABEL: &'static str = "delete_segment";
    const TOUCHES: &'static [Part] = &[Part::Segments, Part::Personas];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.segment(self.segment)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_segment(self.segment)?;
        Ok(None)
    }
}

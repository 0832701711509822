//! Operations on segments.

use model::SegmentId;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// Adds a segment: the customers whose attribute has a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddSegment {
    /// Its name.
    pub name: String,
    /// The attribute.
    pub attribute: String,
    /// The value.
    pub value: String,
}

impl Operation for AddSegment {
    const LABEL: &'static str = "add_segment";
    const TOUCHES: &'static [Part] = &[Part::Segments];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.name.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        Ok(Some(tx.add_segment(&self.name, &self.attribute, &self.value)?.0))
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

//! How the personas of a map feel at its touchpoints.

use model::{PersonaFeeling, PersonaId, Sentiment, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// What becomes of how a persona feels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FeelingChange {
    /// How it feels; `null` for unknown.
    Sentiment(Option<Sentiment>),
    /// What it says.
    Quote(String),
}

/// Changes how a persona feels at a touchpoint, or what it says there. Of the first persona of the map that is what the
/// touchpoint itself says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditFeeling {
    /// At which touchpoint.
    pub touchpoint: TouchpointId,
    /// Which persona.
    pub persona: PersonaId,
    /// What.
    pub change: FeelingChange,
}

impl Operation for EditFeeling {
    const LABEL: &'static str = "edit_feeling";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoint(self.touchpoint)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let PersonaFeeling { sentiment, quote, .. } = tx.feeling(self.touchpoint, self.persona)?;
        let (sentiment, quote) = match &self.change {
            FeelingChange::Sentiment(sentiment) => (*sentiment, quote),
            FeelingChange::Quote(text) => (sentiment, text.trim().to_owned()),
        };
        tx.set_feeling(self.touchpoint, &PersonaFeeling { persona: self.persona, sentiment, quote })?;
        Ok(None)
    }
}

//! Operations on personas.

use model::{PersonaId, SegmentId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{NewPersona, Tx};

use super::{Operation, Part, Scope};
use crate::AppError;

/// Adds a persona.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddPersona {
    /// Its name.
    pub name: String,
}

impl Operation for AddPersona {
    const LABEL: &'static str = "add_persona";
    const TOUCHES: &'static [Part] = &[Part::Personas];

    fn subject(&self, _: &Scope<'_>) -> String {
        self.name.clone()
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let new = NewPersona { name: &self.name, ..NewPersona::default() };
        Ok(Some(tx.add_persona(&new)?.0))
    }
}

/// Edits a persona; what is `None` stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditPersona {
    /// Which.
    pub persona: PersonaId,
    /// Its name.
    pub name: Option<String>,
    /// Who this is.
    pub description: Option<String>,
    /// What this persona wants.
    pub goals: Option<String>,
    /// What stands in the way.
    pub frustrations: Option<String>,
}

impl Operation for EditPersona {
    const LABEL: &'static str = "edit_persona";
    const TOUCHES: &'static [Part] = &[Part::Personas];

    fn subject(&self, scope: &Scope<'_>) -> String {
        self.name.clone().unwrap_or_else(|| scope.persona(self.persona))
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let mut edited = tx.persona(self.persona)?;
        for (field, value) in [
            (&mut edited.name, &self.name),
            (&mut edited.description, &self.description),
            (&mut edited.goals, &self.goals),
            (&mut edited.frustrations, &self.frustrations),
        ] {
            if let Some(value) = value {
                field.clone_from(value);
            }
        }
        tx.edit_persona(&edited)?;
        Ok(None)
    }
}

/// Says which stored customers a persona stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SetPersonaSegment {
    /// Which persona.
    pub persona: PersonaId,
    /// Which segment, or none.
    pub segment: Option<SegmentId>,
}

impl Operation for SetPersonaSegment {
    const LABEL: &'static str = "set_persona_segment";
    const TOUCHES: &'static [Part] = &[Part::Personas];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.persona(self.persona)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let mut edited = tx.persona(self.persona)?;
        edited.segment = self.segment;
        tx.edit_persona(&edited)?;
        Ok(None)
    }
}

/// Deletes a persona; the maps that told its journey stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeletePersona {
    /// Which.
    pub persona: PersonaId,
}

impl Operation for DeletePersona {
    const LABEL: &'static str = "delete_persona";
    const TOUCHES: &'static [Part] = &[Part::Personas, Part::Maps];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.persona(self.persona)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_persona(self.persona)?;
        Ok(None)
    }
}

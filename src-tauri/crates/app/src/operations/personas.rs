//! Operations on personas.

use model::{
    AnyChannel, Avatar, CustomerId, Image, Persona, PersonaDetails, PersonaId, PersonaKind, SegmentId, Trait,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{NewPersona, Tx};

use super::details::said;
use super::{Operation, Part, Scope};
use crate::AppError;

/// Adds a persona that looks different from those that are there.
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
        let id = tx.add_persona(&NewPersona { name: &self.name, ..NewPersona::default() })?;
        // Its row says how many there have been at least.
        let place = usize::try_from(id.0 - 1).unwrap_or_default();
        let details = PersonaDetails { avatar: Avatar::nth(place), ..PersonaDetails::default() };
        tx.set_persona_details(id, &details)?;
        Ok(Some(id.0))
    }
}

/// What a field of a persona becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PersonaChange {
    /// Its name.
    Name(String),
    /// Its story.
    Description(String),
    /// What it wants.
    Goals(String),
    /// What stands in the way.
    Frustrations(String),
    /// How it is drawn.
    Avatar(Avatar),
    /// What it is to whoever draws its journey; `null` says nothing of it.
    Kind(Option<PersonaKind>),
    /// What it does.
    Role(String),
    /// How old it is.
    Age(String),
    /// Where it lives or works.
    Place(String),
    /// What it would say.
    Quote(String),
    /// What it needs.
    Needs(String),
    /// What drives it.
    Motivations(String),
    /// The channels that it likes to use.
    Channels(Vec<AnyChannel>),
    /// The brands that it likes.
    Brands(Vec<String>),
    /// What it is like.
    Traits(Vec<Trait>),
    /// What it looks like, in the place of its avatar; `null` shows that again.
    Photo(#[specta(type = Option<String>)] Option<Image>),
}

impl PersonaChange {
    fn apply(&self, persona: &mut Persona) {
        let details = &mut persona.details;
        match self {
            Self::Name(text) => persona.name.clone_from(text),
            Self::Description(text) => persona.description.clone_from(text),
            Self::Goals(text) => persona.goals.clone_from(text),
            Self::Frustrations(text) => persona.frustrations.clone_from(text),
            Self::Avatar(avatar) => details.avatar = *avatar,
            Self::Kind(kind) => details.kind = *kind,
            Self::Role(text) => details.role.clone_from(text),
            Self::Age(text) => details.age.clone_from(text),
            Self::Place(text) => details.place.clone_from(text),
            Self::Quote(text) => details.quote.clone_from(text),
            Self::Needs(text) => details.needs.clone_from(text),
            Self::Motivations(text) => details.motivations.clone_from(text),
            Self::Channels(all) => details.channels.clone_from(all),
            Self::Brands(all) => details.brands = said(all).collect(),
            Self::Traits(all) => details.traits.clone_from(all),
            Self::Photo(photo) => details.photo.clone_from(photo),
        }
    }
}

/// Changes a field of a persona.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditPersona {
    /// Which.
    pub persona: PersonaId,
    /// What.
    pub change: PersonaChange,
}

impl Operation for EditPersona {
    const LABEL: &'static str = "edit_persona";
    const TOUCHES: &'static [Part] = &[Part::Personas];

    fn subject(&self, scope: &Scope<'_>) -> String {
        match &self.change {
            PersonaChange::Name(name) => name.clone(),
            _ => scope.persona(self.persona),
        }
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let mut edited = tx.persona(self.persona)?;
        self.change.apply(&mut edited);
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

/// Says of customers that a persona stands for them, or does not, whatever its segment says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PickForPersona {
    /// Which persona.
    pub persona: PersonaId,
    /// Which customers.
    pub customers: Vec<CustomerId>,
    /// Whether it stands for them; `null` leaves it to its segment.
    pub picked: Option<bool>,
}

impl Operation for PickForPersona {
    const LABEL: &'static str = "pick_for_persona";
    const TOUCHES: &'static [Part] = &[Part::Personas];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.persona(self.persona)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.set_by_hand(self.persona, &self.customers, self.picked)?;
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

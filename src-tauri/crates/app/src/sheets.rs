//! The sheets of personas: shown, and written as pictures.

use std::path::Path;

use model::{Persona, PersonaId};
use scene::{Scene, Share, Sheet, sheet};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::StoreError;

use crate::exports::{Painting, pixels};
use crate::session::now;
use crate::{AppError, Export, Locale, Paper, SegmentCount, Session, Theme};

/// A persona as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonaSheet {
    /// The page.
    pub scene: Scene,
    /// How many of all customers it stands for; `None` where nothing says so, or there are no customers.
    pub share: Option<SegmentCount>,
}

/// How a sheet is to be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SheetOptions {
    /// Pixels per scene unit, 1 to 4; for PNG.
    pub scale: u8,
    /// What it is to be printed on, for PDF; none for a page as large as the sheet.
    pub paper: Option<Paper>,
    /// Light or dark.
    pub theme: Theme,
    /// The language of its texts.
    pub locale: Locale,
}

impl Session {
    /// The sheet of a persona, with its customers counted as they are at the newest interaction.
    pub fn persona_sheet(
        &mut self,
        persona: PersonaId,
        theme: Theme,
        locale: Locale,
    ) -> Result<PersonaSheet, AppError> {
        let found = self.workspace.personas()?.into_iter().find(|each| each.id == persona);
        let persona = found.ok_or(StoreError::Missing { what: "persona", id: persona.0 })?;
        let share = self.share_of(&persona)?;
        let segments = self.workspace.segments()?;
        let segment = segments.iter().find(|each| Some(each.id) == persona.segment);
        let shown = share.zip(segment).map(|(SegmentCount { customers, of }, segment)| Share {
            customers,
            of,
            segment: &segment.name,
        });
        let scene = sheet(&Sheet {
            persona: &persona,
            share: shown,
            made: Some(now()),
            theme: theme.into(),
            locale: locale.into(),
            zone: self.zone,
        });
        Ok(PersonaSheet { scene, share })
    }

    /// The sheet of a persona as a picture to write; the extension says which kind.
    pub fn export_persona(
        &mut self,
        persona: PersonaId,
        path: &Path,
        options: &SheetOptions,
    ) -> Result<Export, AppError> {
        self.refuse_workspaces(path)?;
        let SheetOptions { scale, paper, theme, locale } = *options;
        let sheet = self.persona_sheet(persona, theme, locale)?;
        Export::of(sheet.scene, path, Painting { scale: pixels(scale), paper, theme, locale })
    }

    /// The persona with a name.
    pub fn persona_by_name(&self, name: &str) -> Result<PersonaId, AppError> {
        let personas = self.workspace.personas()?;
        let found = personas.iter().find(|persona| persona.name == name);
        found.map(|persona| persona.id).ok_or_else(|| AppError::NoPersona(name.to_owned()))
    }

    /// How many of all customers a persona stands for.
    fn share_of(&mut self, persona: &Persona) -> Result<Option<SegmentCount>, AppError> {
        let of = self.roll()?.len() as u64;
        let stands = persona.segment.is_some() || !self.workspace.by_hand(persona.id)?.picked.is_empty();
        if !stands || of == 0 {
            return Ok(None);
        }
        let customers = self.members_of_personas(&[persona.id], None)?.len() as u64;
        Ok(Some(SegmentCount { customers, of }))
    }
}

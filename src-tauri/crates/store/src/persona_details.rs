//! What the table `persona` keeps of how a persona looks and of what people write of it. Lists are JSON.

use model::{Avatar, Face, Hair, Image, PersonaDetails, PersonaId, PersonaKind, StageTint};
use rusqlite::{Row, params};

use crate::details::{image, json, list, word};
use crate::error::unknown;
use crate::schema::{TEXT, TITLE};
use crate::tx::bounded;
use crate::{StoreError, Tx};

/// The columns of all this, as [`read`] finds them.
pub(crate) const COLUMNS: &str =
    "face, hair, tint, kind, role, age, place, quote, needs, motivations, channels, brands, traits, photo";

/// The details of a persona, from the first of their columns on.
pub(crate) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<PersonaDetails> {
    let at = |column: usize| first + column;
    Ok(PersonaDetails {
        avatar: Avatar {
            face: said(row, at(0), Face::from_name)?,
            hair: said(row, at(1), Hair::from_name)?,
            tint: said(row, at(2), StageTint::from_name)?,
        },
        kind: word(row, at(3), PersonaKind::from_name)?,
        role: row.get(at(4))?,
        age: row.get(at(5))?,
        place: row.get(at(6))?,
        quote: row.get(at(7))?,
        needs: row.get(at(8))?,
        motivations: row.get(at(9))?,
        channels: list(row, at(10))?,
        brands: list(row, at(11))?,
        traits: list(row, at(12))?,
        photo: image(row, at(13))?,
    })
}

/// What a word in a column stands for that is never missing.
fn said<T>(row: &Row<'_>, column: usize, of: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    word(row, column, of)?.ok_or_else(|| unknown(column, ""))
}

impl Tx<'_> {
    /// Sets how a persona looks and what is written of it.
    pub fn set_persona_details(&mut self, id: PersonaId, details: &PersonaDetails) -> Result<(), StoreError> {
        for text in [&details.role, &details.age, &details.place] {
            bounded("persona", text, TITLE)?;
        }
        for text in [&details.quote, &details.needs, &details.motivations] {
            bounded("persona", text, TEXT)?;
        }
        let Avatar { face, hair, tint } = details.avatar;
        let sql = "UPDATE persona SET face = ?2, hair = ?3, tint = ?4, kind = ?5, role = ?6, age = ?7, place = ?8,
                          quote = ?9, needs = ?10, motivations = ?11, channels = ?12, brands = ?13, traits = ?14,
                          photo = ?15
                   WHERE id = ?1";
        let params = params![
            id.0,
            face.name(),
            hair.name(),
            tint.name(),
            details.kind.map(PersonaKind::name),
            details.role,
            details.age,
            details.place,
            details.quote,
            details.needs,
            details.motivations,
            json("channels", &details.channels)?,
            json("brands", &details.brands)?,
            json("traits", &details.traits)?,
            details.photo.as_ref().map(Image::bytes),
        ];
        self.change("persona", id.0, sql, params)
    }
}

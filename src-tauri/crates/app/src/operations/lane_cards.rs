//! Operations on the cards in the cells of lanes: notes and images.

use model::{CardId, Image, LaneId, Node, StageTint};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{CardFace, Tx};

use super::{Operation, Part, Scope};
use crate::AppError;

/// Adds a card to a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AddCard {
    /// Of which lane.
    pub lane: LaneId,
    /// What the cell is about.
    pub of: Node,
    /// Its place from 0 among the cards that are there; the number of them to add it last.
    pub place: u32,
    /// What is written on it.
    pub text: String,
    /// What it shows, in Base64.
    #[specta(type = Option<String>)]
    pub image: Option<Image>,
}

impl Operation for AddCard {
    const LABEL: &'static str = "add_card";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.node(self.of)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let face = CardFace { text: &self.text, tint: None, image: self.image.as_ref() };
        Ok(Some(tx.add_card(self.lane, self.of, self.place as usize, face)?.0))
    }
}

/// What of a card becomes another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CardChange {
    /// What is written on it.
    Text(String),
    /// Its tint; `null` takes the one of the stage.
    Tint(Option<StageTint>),
    /// What it shows, in Base64.
    Image(#[specta(type = Option<String>)] Option<Image>),
}

/// Changes a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditCard {
    /// Which.
    pub card: CardId,
    /// What of it.
    pub change: CardChange,
}

impl Operation for EditCard {
    const LABEL: &'static str = "edit_card";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.card(self.card)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        let mut card = tx.card(self.card)?;
        match &self.change {
            CardChange::Text(text) => card.text.clone_from(text),
            CardChange::Tint(tint) => card.tint = *tint,
            CardChange::Image(image) => card.image.clone_from(image),
        }
        tx.set_card(self.card, CardFace::from(&card))?;
        Ok(None)
    }
}

/// Moves a card within its cell or into another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MoveCard {
    /// Which.
    pub card: CardId,
    /// Into a cell of which lane.
    pub lane: LaneId,
    /// What that cell is about.
    pub of: Node,
    /// The place from 0 that it has afterwards among the cards there.
    pub place: u32,
}

impl Operation for MoveCard {
    const LABEL: &'static str = "move_card";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.card(self.card)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.move_card(self.card, self.lane, self.of, self.place as usize)?;
        Ok(None)
    }
}

/// Deletes a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeleteCard {
    /// Which.
    pub card: CardId,
}

impl Operation for DeleteCard {
    const LABEL: &'static str = "delete_card";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.card(self.card)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        tx.delete_card(self.card)?;
        Ok(None)
    }
}

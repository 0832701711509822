//! What people write of touchpoints besides their titles: one field at a time, of one touchpoint or several.

use model::{Actor, Details, Drama, Image, KnownBy, Link, PlannedContent, TouchpointId};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;

use super::{Operation, Part, Scope};
use crate::AppError;

/// What a field of touchpoints becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DetailChange {
    /// What happens there.
    Description(String),
    /// Who is responsible.
    Owner(String),
    /// Who acts.
    Actor(Actor),
    /// How intense it is; `null` for unknown.
    Drama(Option<Drama>),
    /// Whether the whole journey is decided there.
    MomentOfTruth(bool),
    /// What a customer said.
    Quote(String),
    /// What hurts customers.
    Pains(Vec<String>),
    /// What could be made better.
    Opportunities(Vec<String>),
    /// What customers are to be shown or sent.
    Content(Vec<PlannedContent>),
    /// What is to be read elsewhere.
    Links(Vec<Link>),
    /// A tag more, unless it is there.
    AddTag(String),
    /// A tag fewer.
    RemoveTag(String),
    /// How it is known; `null` says nothing of it.
    Evidence(Option<KnownBy>),
    /// What it looks like, in Base64.
    Image(#[specta(type = Option<String>)] Option<Image>),
}

impl DetailChange {
    fn apply(&self, details: &mut Details) {
        match self {
            Self::Description(text) => details.description.clone_from(text),
            Self::Owner(name) => details.owner.clone_from(name),
            Self::Actor(actor) => details.actor = *actor,
            Self::Drama(drama) => details.drama = *drama,
            Self::MomentOfTruth(is_one) => details.moment_of_truth = *is_one,
            Self::Quote(text) => details.quote.clone_from(text),
            Self::Pains(all) => details.pains = said(all).collect(),
            Self::Opportunities(all) => details.opportunities = said(all).collect(),
            Self::Content(all) => details.content.clone_from(all),
            Self::Links(all) => details.links.clone_from(all),
            Self::AddTag(tag) => {
                for new in said(std::slice::from_ref(tag)) {
                    if !details.tags.contains(&new) {
                        details.tags.push(new);
                    }
                }
            }
            Self::RemoveTag(tag) => details.tags.retain(|each| each != tag),
            Self::Evidence(known) => details.evidence.clone_from(known),
            Self::Image(image) => details.image.clone_from(image),
        }
    }
}

/// Those texts that say something.
pub(super) fn said(all: &[String]) -> impl Iterator<Item = String> {
    all.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Changes a field of touchpoints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EditTouchpoints {
    /// Which.
    pub touchpoints: Vec<TouchpointId>,
    /// What.
    pub change: DetailChange,
}

impl Operation for EditTouchpoints {
    const LABEL: &'static str = "edit_touchpoints";
    const TOUCHES: &'static [Part] = &[];

    fn subject(&self, scope: &Scope<'_>) -> String {
        scope.touchpoints(&self.touchpoints)
    }

    fn carry_out(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, AppError> {
        for &touchpoint in &self.touchpoints {
            let mut details = tx.details(touchpoint)?;
            self.change.apply(&mut details);
            tx.set_details(touchpoint, &details)?;
        }
        Ok(None)
    }
}

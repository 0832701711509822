//! What people write of a touchpoint besides its title: what happens there, how much it matters and how they know.

use chrono::NaiveDate;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;

use crate::Image;
use crate::words::words;

words! {
    /// Who acts at a touchpoint.
    pub enum Actor;
    /// The customer.
    Customer = "customer",
    /// Staff, in sight of the customer.
    FrontStage = "front_stage",
    /// Staff or systems, out of sight.
    BackStage = "back_stage",
}

words! {
    /// How it is known what happens at a touchpoint.
    pub enum EvidenceKind;
    /// Somebody believes so.
    Assumed = "assumed",
    /// Somebody saw it, or was told by customers.
    Observed = "observed",
    /// It was counted.
    Measured = "measured",
}

words! {
    /// How far a piece of content is.
    pub enum ContentStatus;
    /// Somebody has thought of it.
    Idea = "idea",
    /// It is to be made.
    Planned = "planned",
    /// It is being made.
    InProgress = "in_progress",
    /// It is there.
    Done = "done",
}

/// A day of the calendar, written as `2026-03-31`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type)]
#[serde(transparent)]
pub struct Day(String);

impl Day {
    /// The day that a text is, or `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        // Only as it is written again: no signs, no spaces, no other width.
        (day.to_string() == text).then(|| Self(text.to_owned()))
    }

    /// The day as it is written.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The day itself.
    pub fn date(&self) -> NaiveDate {
        // It is never any other text than one that was read before.
        self.0.parse().unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("“{text}” is no day like 2026-03-31")))
    }
}

/// How intense a touchpoint is, from 1 (nothing happens) to 5 (all is at stake), whether it pleases or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Type)]
#[serde(transparent)]
pub struct Drama(u8);

impl Drama {
    /// The degree with this number, or `None` outside 1 to 5.
    pub fn of(number: i64) -> Option<Self> {
        u8::try_from(number).ok().filter(|number| (1..=5).contains(number)).map(Self)
    }

    /// From 1 to 5.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Drama {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        Self::of(number).ok_or_else(|| D::Error::custom(format!("drama is from 1 to 5, not {number}")))
    }
}

/// How something is known, and since when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct KnownBy {
    /// How.
    pub kind: EvidenceKind,
    /// When it was assumed, observed or measured last.
    pub day: Option<Day>,
}

/// A piece of content that customers are to be shown or sent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct PlannedContent {
    /// What it is about.
    pub what: String,
    /// As what it comes, such as "video".
    pub format: String,
    /// How far it is.
    pub status: ContentStatus,
}

/// A link to something elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it is called; empty, as its address.
    pub title: String,
    /// Where it leads.
    pub address: String,
}

/// What people write of a touchpoint besides its title.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Details {
    /// What happens here, in a few sentences.
    pub description: String,
    /// Who is responsible for it.
    pub owner: String,
    /// Who acts.
    pub actor: Actor,
    /// How intense it is.
    pub drama: Option<Drama>,
    /// Whether the whole journey is decided here.
    pub moment_of_truth: bool,
    /// What a customer said.
    pub quote: String,
    /// What hurts customers here.
    pub pains: Vec<String>,
    /// What could be made better.
    pub opportunities: Vec<String>,
    /// What customers are to be shown or sent.
    pub content: Vec<PlannedContent>,
    /// What is to be read elsewhere.
    pub links: Vec<Link>,
    /// Words by which it is found, each once.
    pub tags: Vec<String>,
    /// How all this is known.
    pub evidence: Option<KnownBy>,
    /// What it looks like.
    #[specta(type = Option<String>)]
    pub image: Option<Image>,
}

impl Default for Details {
    fn default() -> Self {
        Self {
            description: String::new(),
            owner: String::new(),
            actor: Actor::Customer,
            drama: None,
            moment_of_truth: false,
            quote: String::new(),
            pains: Vec::new(),
            opportunities: Vec::new(),
            content: Vec::new(),
            links: Vec::new(),
            tags: Vec::new(),
            evidence: None,
            image: None,
        }
    }
}

impl Details {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar_and_written_in_one_way() {
        for text in ["2026-03-31", "1999-12-01", "2024-02-29"] {
            assert_eq!(Day::parse(text).as_ref().map(Day::text), Some(text));
        }
        for text in
            ["", "2026-3-31", "2026-02-30", "31-03-2026", " 2026-03-31", "+2026-03-31", "2026-03-31T00:00"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert!(serde_json::from_str::<Day>("\"2023-02-29\"").is_err());
    }

    #[test]
    fn drama_is_from_one_to_five() {
        let numbers: Vec<_> = (-1..8).filter_map(Drama::of).map(Drama::number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert!(serde_json::from_str::<Drama>("6").is_err() && serde_json::from_str::<Drama>("257").is_err());
    }

    #[test]
    fn stored_words_lead_back() {
        assert!(Actor::ALL.iter().all(|&each| Actor::from_name(each.name()) == Some(each)));
        assert!(ContentStatus::ALL.iter().all(|&each| ContentStatus::from_name(each.name()) == Some(each)));
        assert_eq!(EvidenceKind::from_name("guessed"), None);
        assert!(Details::default().is_empty());
    }
}

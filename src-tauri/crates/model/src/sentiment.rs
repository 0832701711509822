//! How customers feel at a touchpoint, in five steps: all of them, or those that a persona stands for.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::PersonaId;

/// How customers feel at a touchpoint, from 1 (very negative) to 5 (very positive).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Sentiment {
    /// 1: angry or desperate.
    VeryNegative,
    /// 2: disappointed.
    Negative,
    /// 3: neither.
    Neutral,
    /// 4: content.
    Positive,
    /// 5: delighted.
    VeryPositive,
}

impl Sentiment {
    /// Every step, from the worst to the best.
    pub const ALL: [Self; 5] =
        [Self::VeryNegative, Self::Negative, Self::Neutral, Self::Positive, Self::VeryPositive];

    /// The score from 1 to 5 that the workspace file keeps.
    pub fn score(self) -> i64 {
        match self {
            Self::VeryNegative => 1,
            Self::Negative => 2,
            Self::Neutral => 3,
            Self::Positive => 4,
            Self::VeryPositive => 5,
        }
    }

    /// The step with this score, or `None` outside 1 to 5.
    pub fn from_score(score: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.score() == score)
    }
}

/// How a persona feels at a touchpoint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
pub struct PersonaFeeling {
    /// Which persona.
    pub persona: PersonaId,
    /// How it feels, if that is known.
    pub sentiment: Option<Sentiment>,
    /// What it says; empty for nothing.
    pub quote: String,
}

impl PersonaFeeling {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.sentiment.is_none() && self.quote.is_empty()
    }
}

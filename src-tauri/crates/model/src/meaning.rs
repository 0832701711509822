//! What an event with a value means besides a contact: money spent, or an answer to a survey.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Clock, Labels};

/// A survey whose answers are numbers on a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Survey {
    /// Net promoter score: 0 to 10. Its figure is the share of 9 and 10 less the share of 0 to 6.
    Nps,
    /// Customer satisfaction: 1 to 5. Its figure is the share of 4 and 5.
    Csat,
    /// Customer effort score: 1 to 7. Its figure is the share of 5 to 7.
    Ces,
}

impl Survey {
    /// Every survey, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Nps, Self::Csat, Self::Ces];

    /// The lowest and the highest answer.
    pub fn scale(self) -> (f64, f64) {
        match self {
            Self::Nps => (0.0, 10.0),
            Self::Csat => (1.0, 5.0),
            Self::Ces => (1.0, 7.0),
        }
    }

    /// What an answer says; `None` for one that is not on the scale.
    pub fn answer(self, value: f64) -> Option<Answer> {
        let (lowest, highest) = self.scale();
        if !(lowest..=highest).contains(&value) {
            return None;
        }
        let (bad, good) = match self {
            Self::Nps => (6.0, 9.0),
            Self::Csat => (2.0, 4.0),
            Self::Ces => (3.0, 5.0),
        };
        Some(match value {
            _ if value >= good => Answer::Good,
            _ if value <= bad => Answer::Bad,
            _ => Answer::Between,
        })
    }

    /// Its name as it is stored and written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nps => "nps",
            Self::Csat => "csat",
            Self::Ces => "ces",
        }
    }
}

/// What an answer to a survey says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A promoter, somebody satisfied, or somebody for whom it was easy.
    Good,
    /// Neither.
    Between,
    /// A detractor, somebody dissatisfied, or somebody for whom it was hard.
    Bad,
}

/// What the values of an event mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Each is a purchase: its value is the amount, and below zero a refund.
    Purchase,
    /// Each is an answer to a survey.
    Score(Survey),
}

impl Meaning {
    /// Every meaning, in the order in which they are offered.
    pub const ALL: [Self; 4] =
        [Self::Purchase, Self::Score(Survey::Nps), Self::Score(Survey::Csat), Self::Score(Survey::Ces)];

    /// Its name as it is stored and written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Purchase => "purchase",
            Self::Score(survey) => survey.name(),
        }
    }

    /// The meaning with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|meaning| meaning.name() == name)
    }
}

/// What the interactions are worth, in the order of the columns: what metrics are counted from besides who did what.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "it only lends what others own")]
pub struct Worths<'a> {
    /// The value of each interaction, NaN for none.
    pub values: &'a [f64],
    /// The currency of each interaction.
    pub currencies: &'a Labels,
    /// What the values of an event mean, by its name.
    pub meanings: &'a BTreeMap<String, Meaning>,
    /// The zone's calendar and clock.
    pub clock: &'a dyn Clock,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_on_their_scales() {
        for (survey, value, answer) in [
            (Survey::Nps, 10.0, Some(Answer::Good)),
            (Survey::Nps, 8.0, Some(Answer::Between)),
            (Survey::Nps, 0.0, Some(Answer::Bad)),
            (Survey::Nps, 11.0, None),
            (Survey::Csat, 4.0, Some(Answer::Good)),
            (Survey::Csat, 0.0, None),
            (Survey::Ces, 4.0, Some(Answer::Between)),
            (Survey::Ces, 7.0, Some(Answer::Good)),
            (Survey::Ces, f64::NAN, None),
        ] {
            assert_eq!(survey.answer(value), answer, "{survey:?} {value}");
        }
    }

    #[test]
    fn each_meaning_is_found_by_its_name() {
        for meaning in Meaning::ALL {
            assert_eq!(Meaning::named(meaning.name()), Some(meaning));
        }
        assert_eq!(Meaning::named("order"), None);
    }
}

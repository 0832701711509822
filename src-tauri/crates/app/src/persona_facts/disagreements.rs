//! Where the data say something else than what is written of a persona: of its channels, its place and its age.

use std::sync::Arc;

use model::{
    AnyChannel, AttributeColumn, AttributeTest, ChannelKind, OfAttribute, Operand, Persona, Rule, Typed, Who,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{CountOf, NamedCount};
use crate::{AppError, Session};

/// What of a persona is not as the data say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// The channels that it likes: most of its customers used one that is none of these.
    Channel,
    /// Where it lives: it is not where most of its customers are.
    Place,
    /// How old it is: half of its customers are younger and older, by more than it says.
    Age,
}

/// Something that is written of a persona and not so in the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Disagreement {
    /// Of what.
    pub matter: Matter,
    /// What is written; of channels nothing, as the persona has them.
    pub written: String,
    /// What the data say: the most frequent channel or place, or the middle age.
    pub found: String,
    /// Of whom the data say so: those who used that channel, are at that place, or whose age is known.
    pub count: CountOf,
}

/// The names, without case, of attributes that say where customers are, the nearest first.
const OF_PLACE: [&str; 10] =
    ["city", "stad", "plaats", "woonplaats", "town", "region", "regio", "provincie", "country", "land"];

/// The names of attributes that say how old customers are.
const OF_AGE: [&str; 2] = ["age", "leeftijd"];

/// What interactions call the channels of each kind.
const CALLED: [(&str, &[ChannelKind]); 22] = [
    ("web", &[ChannelKind::Website]),
    ("website", &[ChannelKind::Website]),
    ("desktop", &[ChannelKind::Website]),
    ("online", &[ChannelKind::Website]),
    ("mobile", &[ChannelKind::App, ChannelKind::Website]),
    ("tablet", &[ChannelKind::App, ChannelKind::Website]),
    ("app", &[ChannelKind::App]),
    ("email", &[ChannelKind::Email]),
    ("mail", &[ChannelKind::Email, ChannelKind::Post]),
    ("phone", &[ChannelKind::Phone]),
    ("telefoon", &[ChannelKind::Phone]),
    ("call", &[ChannelKind::Phone]),
    ("chat", &[ChannelKind::Chat]),
    ("store", &[ChannelKind::Store]),
    ("winkel", &[ChannelKind::Store]),
    ("shop", &[ChannelKind::Store]),
    ("social", &[ChannelKind::Social]),
    ("sms", &[ChannelKind::Message]),
    ("whatsapp", &[ChannelKind::Message]),
    ("search", &[ChannelKind::Search]),
    ("post", &[ChannelKind::Post]),
    ("referral", &[ChannelKind::Referral]),
];

/// A text without case and what is no letter or digit.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether the channel that most customers used is none of those that the persona likes. Of a channel that nothing tells
/// the kind of, nothing is said.
pub(super) fn of_channel(persona: &Persona, channels: &[NamedCount]) -> Option<Disagreement> {
    let (liked, most) = (&persona.details.channels, channels.first()?);
    let name = bare(&most.name);
    let is_own = |each: &AnyChannel| matches!(each, AnyChannel::Own(own) if bare(&own.name) == name);
    let kinds = CALLED.iter().find(|(called, _)| *called == name).map(|(_, kinds)| *kinds)?;
    let is_kind = |each: &AnyChannel| matches!(each, AnyChannel::Kind(kind) if kinds.contains(kind));
    let differs = !liked.is_empty() && !liked.iter().any(|each| is_own(each) || is_kind(each));
    differs.then(|| Disagreement {
        matter: Matter::Channel,
        written: String::new(),
        found: most.name.clone(),
        count: most.count.clone(),
    })
}

impl Session {
    /// Whether most of a persona's customers are elsewhere: by the first attribute that says where they are.
    pub(super) fn of_place(&mut self, persona: &Persona) -> Result<Option<Disagreement>, AppError> {
        let written = persona.details.place.trim();
        let mut most: Option<(String, String)> = None;
        for (name, column) in self.attributes_named(&OF_PLACE)? {
            let Some(value) = self.most_frequent(persona, &column)? else { continue };
            let (one, other) = (bare(written), bare(&value));
            // "Utrecht, the Netherlands" is in Utrecht, and in the Netherlands.
            if one.contains(&other) || other.contains(&one) {
                return Ok(None);
            }
            most = most.or(Some((name, value)));
        }
        let Some((name, found)) = most else { return Ok(None) };
        let test = AttributeTest::Is(Operand(found.clone()));
        let count = self.count_with(persona.id, Rule::Attribute(OfAttribute { name, test }))?;
        Ok(Some(Disagreement { matter: Matter::Place, written: written.to_owned(), found, count }))
    }

    /// Whether the persona is younger or older than the middle half of its customers.
    pub(super) fn of_age(&mut self, persona: &Persona) -> Result<Option<Disagreement>, AppError> {
        let written = persona.details.age.trim();
        let Some((least, most)) = ages(written) else { return Ok(None) };
        let Some((name, column)) = self.attributes_named(&OF_AGE)?.pop() else { return Ok(None) };
        let Typed::Numbers(numbers) = &column.typed else { return Ok(None) };
        let (roll, members) = (self.roll()?, self.listed(&Who::Persona(persona.id))?);
        let number = |customer| {
            let code = column.codes[roll.binary_search(customer).ok()?];
            code.checked_sub(1).map(|place| numbers[place as usize])
        };
        let mut known: Vec<f64> = members.iter().filter_map(number).collect();
        known.sort_unstable_by(f64::total_cmp);
        let quarter = |part: usize| known.get((known.len() * part / 4).min(known.len().saturating_sub(1)));
        let (Some(low), Some(middle), Some(high)) = (quarter(1), quarter(2), quarter(3)) else {
            return Ok(None);
        };
        if most >= *low && least <= *high {
            return Ok(None);
        }
        let found = middle.to_string();
        let is_known = Rule::None(vec![Rule::Attribute(OfAttribute { name, test: AttributeTest::IsEmpty })]);
        let count = self.count_with(persona.id, is_known)?;
        Ok(Some(Disagreement { matter: Matter::Age, written: written.to_owned(), found, count }))
    }

    /// The attributes with some of the names, in the order of these.
    fn attributes_named(&mut self, names: &[&str]) -> Result<Vec<(String, Arc<AttributeColumn>)>, AppError> {
        let all = self.workspace.attributes()?;
        let mut found = Vec::new();
        for wanted in names {
            for attribute in all.iter().filter(|each| bare(&each.name) == *wanted) {
                let column = self.attribute(&attribute.name)?;
                found.extend(column.map(|column| (attribute.name.clone(), column)));
            }
        }
        Ok(found)
    }

    /// The value that most of a persona's customers have.
    fn most_frequent(
        &mut self,
        persona: &Persona,
        column: &AttributeColumn,
    ) -> Result<Option<String>, AppError> {
        let (roll, members) = (self.roll()?, self.listed(&Who::Persona(persona.id))?);
        let mut counts = vec![0_u64; column.texts.len()];
        for customer in &members {
            if let Ok(place) = roll.binary_search(customer)
                && let Some(value) = column.codes[place].checked_sub(1)
            {
                counts[value as usize] += 1;
            }
        }
        // Of equals the first, so that it does not change by itself.
        let most = (0..counts.len()).rev().max_by_key(|&value| counts[value]);
        Ok(most.filter(|&value| counts[value] > 0).map(|value| column.texts.get(value).to_owned()))
    }
}

/// The least and the most of the ages that a text names, such as "34", "25–34" or "about 40".
fn ages(text: &str) -> Option<(f64, f64)> {
    let numbers =
        text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse::<u8>().ok());
    let numbers: Vec<f64> = numbers.map(f64::from).collect();
    match numbers[..] {
        [one] => Some((one, one)),
        [one, other] => Some((one.min(other), one.max(other))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_out_of_words() {
        assert_eq!(ages("34"), Some((34.0, 34.0)));
        assert_eq!(ages("25–34 years"), Some((25.0, 34.0)));
        assert_eq!(ages("about 40"), Some((40.0, 40.0)));
        assert_eq!(ages("retired"), None);
        assert_eq!(ages("300"), None);
    }
}

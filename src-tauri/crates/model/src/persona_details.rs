//! What people write of a persona besides its name, its story and its segment, and how it looks.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;

use crate::words::words;
use crate::{AnyChannel, Image, StageTint};

words! {
    /// What a persona is to whoever draws its journey.
    pub enum PersonaKind;
    /// The one for whom everything is made.
    Primary = "primary",
    /// One that is served too, as long as the first is not harmed.
    Secondary = "secondary",
    /// One for whom it is not made.
    Negative = "negative",
    /// One who works here.
    Internal = "internal",
}

words! {
    /// What an avatar has in its face.
    pub enum Face;
    /// Eyes and a mouth.
    Plain = "plain",
    /// Freckles.
    Freckles = "freckles",
    /// Glasses.
    Glasses = "glasses",
    /// A moustache.
    Moustache = "moustache",
    /// A beard.
    Beard = "beard",
}

words! {
    /// What an avatar has on its head.
    pub enum Hair;
    /// Short hair.
    Short = "short",
    /// Short hair with a parting.
    Parted = "parted",
    /// Curls.
    Curly = "curly",
    /// Hair down to the chin.
    Bob = "bob",
    /// Hair down to the shoulders.
    Long = "long",
    /// A bun.
    Bun = "bun",
    /// A headscarf.
    Headscarf = "headscarf",
    /// Nothing.
    Bald = "bald",
}

/// How a persona is drawn: a few choices that give the same picture everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Avatar {
    /// What is in the face.
    pub face: Face,
    /// What is on the head.
    pub hair: Hair,
    /// The tint in which all that is the persona's is drawn.
    pub tint: StageTint,
}

impl Default for Avatar {
    fn default() -> Self {
        Self::nth(0)
    }
}

impl Avatar {
    /// The one of a persona that comes after so many others: the next ones differ in all three.
    pub fn nth(place: usize) -> Self {
        fn of<T: Copy>(all: &[T], place: usize) -> T {
            all[place % all.len()]
        }
        Self { face: of(Face::ALL, place), hair: of(Hair::ALL, place), tint: of(StageTint::ALL, place) }
    }
}

/// A trait of a persona: where it stands between two ends, each by its own name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct Trait {
    /// What 0 means.
    pub low: String,
    /// What 100 means.
    pub high: String,
    /// From 0 to 100.
    #[serde(deserialize_with = "percent")]
    #[specta(type = u8)]
    pub value: u8,
}

fn percent<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let number = i64::deserialize(deserializer)?;
    let value = u8::try_from(number).ok().filter(|value| *value <= 100);
    value.ok_or_else(|| D::Error::custom(format!("a trait is from 0 to 100, not {number}")))
}

/// What people write of a persona besides its name, its story and its segment, and how it looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(deny_unknown_fields)]
pub struct PersonaDetails {
    /// How it is drawn.
    pub avatar: Avatar,
    /// What it is to whoever draws its journey.
    pub kind: Option<PersonaKind>,
    /// What it does, such as "Head of purchasing".
    pub role: String,
    /// How old it is, in numbers or words.
    pub age: String,
    /// Where it lives or works.
    pub place: String,
    /// What it would say.
    pub quote: String,
    /// What it needs, an entry a line.
    pub needs: String,
    /// What drives it, an entry a line.
    pub motivations: String,
    /// The channels that it likes to use.
    pub channels: Vec<AnyChannel>,
    /// The brands that it likes.
    pub brands: Vec<String>,
    /// What it is like.
    pub traits: Vec<Trait>,
    /// What it looks like, in the place of its avatar.
    #[specta(type = Option<String>)]
    pub photo: Option<Image>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personas_that_come_after_one_another_look_different() {
        let all: Vec<Avatar> = (0..8).map(Avatar::nth).collect();
        for two in all.windows(2) {
            assert!(two[0].face != two[1].face && two[0].hair != two[1].hair && two[0].tint != two[1].tint);
        }
        assert_eq!(all[0], Avatar::default());
    }

    #[test]
    fn a_trait_is_from_nothing_to_all() {
        let read = |value: i64| {
            serde_json::from_str::<Trait>(&format!(r#"{{"low":"calm","high":"hasty","value":{value}}}"#))
        };
        assert!([0, 50, 100].into_iter().all(|value| read(value).is_ok()));
        assert!([-1, 101, 256, 300].into_iter().all(|value| read(value).is_err()));
    }
}

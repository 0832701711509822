//! What a picture says, in the reader's language.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::Locale;

type Bundle = FluentBundle<FluentResource>;

const EN: &str = include_str!("../texts/en.ftl");
const NL: &str = include_str!("../texts/nl.ftl");

/// The texts of one language.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    /// The language.
    pub locale: Locale,
    bundle: &'static Bundle,
}

/// A value in a text: a count, which is written the language's way and decides the plural, or words.
#[derive(Debug, Clone)]
pub(crate) enum Value<'a> {
    Count(u64),
    Text(&'a str),
}

impl Words {
    /// The texts of a language.
    pub(crate) fn of(locale: Locale) -> Self {
        static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::En));
        static DUTCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Locale::Nl));
        let bundle = match locale {
            Locale::En => &*ENGLISH,
            Locale::Nl => &*DUTCH,
        };
        Self { locale, bundle }
    }

    /// The text with this key.
    pub(crate) fn say(self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The text with this key and these values in it.
    pub(crate) fn fill(self, key: &str, values: &[(&'static str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no text has the key {key}");
            return key.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Count(count) => arguments.set(*name, FluentValue::from(*count)),
                Value::Text(text) => arguments.set(*name, FluentValue::from(*text)),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }
}

fn bundle(locale: Locale) -> Bundle {
    let (language, source) = match locale {
        Locale::En => ("en", EN),
        Locale::Nl => ("nl", NL),
    };
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks of isolation around each value would be measured and drawn; painters isolate whole lines instead.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::En => |value, _| counted(value, Locale::En),
        Locale::Nl => |value, _| counted(value, Locale::Nl),
    }));
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(whole, _)| whole);
    bundle.add_resource_overriding(resource);
    bundle
}

fn counted(value: &FluentValue, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(locale.count(number.value as u64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(source: &str) -> Vec<&str> {
        let is_key = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
        source.lines().filter(is_key).filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(keys(EN), keys(NL));
        for source in [EN, NL] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
        }
    }

    #[test]
    fn every_text_that_the_code_names_exists() {
        let sources = [
            include_str!("card.rs"),
            include_str!("heading.rs"),
            include_str!("journey_edges.rs"),
            include_str!("legend.rs"),
            include_str!("legend_facts.rs"),
            include_str!("stages.rs"),
            include_str!("stage_edges.rs"),
            include_str!("spoken.rs"),
            include_str!("terms.rs"),
        ];
        let known = keys(EN);
        let mut named = Vec::new();
        for source in sources {
            for (at, _) in source.match_indices("say(\"").chain(source.match_indices("fill(\"")) {
                let key = source[at..].split('"').nth(1).unwrap();
                assert!(known.contains(&key), "no text has the key {key}");
                named.push(key);
            }
        }
        assert!(named.len() > 20);
    }

    #[test]
    fn counts_are_written_the_languages_way_and_decide_the_plural() {
        let check = |locale, count, expected| {
            assert_eq!(Words::of(locale).fill("customers", &[("count", Value::Count(count))]), expected);
        };
        check(Locale::En, 1, "1 customer");
        check(Locale::En, 1234, "1,234 customers");
        check(Locale::Nl, 1, "1 klant");
        check(Locale::Nl, 1234, "1.234 klanten");
    }
}

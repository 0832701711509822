//! What a picture says, in the reader's language.
//!
//! The texts are Fluent messages. A map of a thousand touchpoints says ten thousand sentences, so each message is
//! resolved once for each combination of singular and plural, with marks in place of its values, and then only
//! filled in.

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use crate::Locale;

type Bundle = FluentBundle<FluentResource>;

/// The texts of a language: what it shares with the window, and its own.
const EN: [&str; 2] = [include_str!("../texts/terms.en.ftl"), include_str!("../texts/en.ftl")];
const NL: [&str; 2] = [include_str!("../texts/terms.nl.ftl"), include_str!("../texts/nl.ftl")];

/// The mark of the first value; the next ones follow. These characters are private and in no text.
const MARK: u32 = 0xe000;
/// The mark of the last value.
const LAST_MARK: u32 = 0xe0ff;

/// The texts of one language.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    /// The language.
    pub locale: Locale,
    language: &'static Language,
}

struct Language {
    bundle: Bundle,
    /// By the key, and by which of the values are exactly one.
    templates: RwLock<FxHashMap<(&'static str, u8), Arc<Template>>>,
}

/// A resolved text: each part is followed by the value with this index.
struct Template {
    parts: Vec<(String, usize)>,
    end: String,
}

/// A value in a text: a count, which is written the language's way and decides the plural, or words.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Count(u64),
    Text(&'a str),
}

impl Words {
    /// The texts of a language.
    pub(crate) fn of(locale: Locale) -> Self {
        static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::of("en", EN));
        static DUTCH: LazyLock<Language> = LazyLock::new(|| Language::of("nl", NL));
        let language = match locale {
            Locale::En => &*ENGLISH,
            Locale::Nl => &*DUTCH,
        };
        Self { locale, language }
    }

    /// The text with this key.
    pub(crate) fn say(self, key: &'static str) -> String {
        self.fill(key, &[])
    }

    /// A difference of two shares, in points.
    pub(crate) fn points(self, difference: f64) -> String {
        self.fill("points", &[("points", Value::Text(&self.locale.signed_points(difference)))])
    }

    /// The text with this key and these values in it.
    pub(crate) fn fill(self, key: &'static str, values: &[(&'static str, Value)]) -> String {
        let template = self.language.template(key, values);
        let mut text = String::with_capacity(template.end.len() + 32 * (template.parts.len() + 1));
        for (part, index) in &template.parts {
            text.push_str(part);
            match values.get(*index) {
                Some((_, Value::Count(count))) => self.locale.write_count(&mut text, *count),
                Some((_, Value::Text(words))) => text.push_str(words),
                None => {}
            }
        }
        text.push_str(&template.end);
        text
    }
}

impl Language {
    fn of(language: &str, sources: [&str; 2]) -> Self {
        let language: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Marks of isolation around each value would be measured and drawn; painters isolate whole lines instead.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) if number.value > 1.0 => Some(mark(number.value as usize - 2)),
            _ => None,
        }));
        for source in sources {
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(whole, _)| whole);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, templates: RwLock::default() }
    }

    fn template(&self, key: &'static str, values: &[(&'static str, Value)]) -> Arc<Template> {
        // For whole numbers, English and Dutch tell one from all others, and nothing else apart.
        let is_one = |(index, (_, value)): (usize, &(&str, Value))| match value {
            Value::Count(1) => 1 << index,
            _ => 0_u8,
        };
        let ones = values.iter().enumerate().map(is_one).sum();
        let known =
            self.templates.read().unwrap_or_else(PoisonError::into_inner).get(&(key, ones)).map(Arc::clone);
        known.unwrap_or_else(|| {
            let template = Arc::new(Template::of(&self.resolved(key, values)));
            let mut templates = self.templates.write().unwrap_or_else(PoisonError::into_inner);
            templates.insert((key, ones), Arc::clone(&template));
            template
        })
    }

    /// The message with a mark for each value: a count of one stands for itself, others by a number of their own.
    fn resolved(&self, key: &str, values: &[(&'static str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            debug_assert!(false, "no text has the key {key}");
            return key.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (index, (name, value)) in values.iter().enumerate() {
            match value {
                Value::Count(1) => arguments.set(*name, FluentValue::from(1)),
                Value::Count(_) => arguments.set(*name, FluentValue::from(index + 2)),
                Value::Text(_) => arguments.set(*name, FluentValue::from(mark(index))),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }
}

impl Template {
    fn of(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut part = String::new();
        for character in text.chars() {
            match u32::from(character) {
                code @ MARK..=LAST_MARK => parts.push((std::mem::take(&mut part), (code - MARK) as usize)),
                _ => part.push(character),
            }
        }
        Self { parts, end: part }
    }
}

fn mark(index: usize) -> String {
    char::from_u32(MARK + index as u32).map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn keys(sources: [&'static str; 2]) -> Vec<&'static str> {
        let is_key = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
        let lines = sources.into_iter().flat_map(str::lines);
        lines.filter(is_key).filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(keys(EN), keys(NL));
        for source in [EN, NL].concat() {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
        }
    }

    /// What is in the files of a folder and of those in it.
    fn sources(folder: &Path) -> Vec<String> {
        let mut sources = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources.extend(self::sources(&path));
            } else if path.file_stem().is_some_and(|name| name != "words") {
                sources.push(fs::read_to_string(path).unwrap());
            }
        }
        sources
    }

    #[test]
    fn every_text_that_the_code_names_exists() {
        let known = keys(EN);
        let mut named = Vec::new();
        for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            for (at, _) in source.match_indices("say(\"").chain(source.match_indices("fill(\"")) {
                let key = source[at..].split('"').nth(1).unwrap();
                assert!(known.contains(&key), "no text has the key {key}");
                named.push(key.to_owned());
            }
        }
        assert!(named.len() > 20);
    }

    #[test]
    fn each_count_has_a_plural_of_its_own() {
        let check = |stages, touchpoints, transitions, expected| {
            let values = [
                ("stages", Value::Count(stages)),
                ("touchpoints", Value::Count(touchpoints)),
                ("transitions", Value::Count(transitions)),
            ];
            assert_eq!(Words::of(Locale::En).fill("fact-map", &values), expected);
        };
        check(1, 1, 1, "1 stage, 1 touchpoint, 1 transition");
        check(1, 7, 0, "1 stage, 7 touchpoints, 0 transitions");
        check(5, 1, 2, "5 stages, 1 touchpoint, 2 transitions");
        check(5, 1200, 1, "5 stages, 1,200 touchpoints, 1 transition");
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
        check(Locale::En, 0, "0 customers");
        check(Locale::En, 2, "2 customers");
    }
}

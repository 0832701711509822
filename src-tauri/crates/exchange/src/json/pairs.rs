//! The names and values of an object, those of the objects within it too.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::object::trimmed;

/// How many objects may be within one another to be columns; what is deeper is kept as JSON.
const DEEPEST: usize = 8;

/// The names and the values of all that is no object, by their names joined with points. A list of which each entry has
/// a `key` and a `value`, as exports of web analytics have them, is taken for an object; any other is a value.
pub(super) fn flattened(fields: Fields<'_>) -> Vec<(Cow<'_, str>, &str)> {
    let mut all = Vec::with_capacity(fields.0.len());
    flatten(fields, "", 0, &mut all);
    all
}

fn flatten<'a>(
    Fields(fields): Fields<'a>,
    within: &str,
    depth: usize,
    all: &mut Vec<(Cow<'a, str>, &'a str)>,
) {
    for (name, value) in fields {
        let name = trimmed(name);
        let name = if within.is_empty() { name } else { Cow::Owned(format!("{within}.{name}")) };
        let value = value.get();
        match inner(value).filter(|inner| depth < DEEPEST && !inner.0.is_empty()) {
            Some(inner) => flatten(inner, &name, depth + 1, all),
            None => all.push((name, value)),
        }
    }
}

/// The fields of an object or of what is taken for one.
fn inner(value: &str) -> Option<Fields<'_>> {
    match value.as_bytes() {
        [b'{', ..] => serde_json::from_str(value).ok(),
        [b'[', ..] => {
            let Pairs(pairs) = serde_json::from_str(value).ok()?;
            Some(Fields(pairs.into_iter().map(|Pair { key, value }| (key, only(value))).collect()))
        }
        _ => None,
    }
}

/// The value of a pair, which may be in the field of an object that says of what type it is: `{"int_value": 5}`.
fn only(value: &RawValue) -> &RawValue {
    let Some(Fields(typed)) = inner(value.get()) else { return value };
    let is_type = |(name, _): &(Cow<'_, str>, &RawValue)| name.ends_with("_value");
    if !typed.iter().all(is_type) {
        return value;
    }
    let there = typed.iter().find(|(_, value)| value.get() != "null").or(typed.first());
    there.map_or(value, |&(_, value)| value)
}

/// A list of pairs.
#[derive(serde::Deserialize)]
struct Pairs<'a>(#[serde(borrow)] Vec<Pair<'a>>);

/// A name and its value; others that an entry may have beside them are not kept.
#[derive(serde::Deserialize)]
struct Pair<'a> {
    #[serde(borrow)]
    key: Cow<'a, str>,
    #[serde(borrow)]
    value: &'a RawValue,
}

/// The fields of an object in their order, whether or not a name comes twice.
pub(super) struct Fields<'a>(pub Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfObject;

        impl<'de> Visitor<'de> for OfObject {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::new();
                while let Some((Text(name), value)) = map.next_entry()? {
                    fields.push((name, value));
                }
                Ok(Fields(fields))
            }
        }

        deserializer.deserialize_map(OfObject)
    }
}

/// A string, lent where nothing in it is escaped.
#[derive(serde::Deserialize)]
pub(super) struct Text<'a>(#[serde(borrow)] pub Cow<'a, str>);

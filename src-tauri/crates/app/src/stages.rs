//! Stages with their events as people write them: `Stage: event, event; Stage: event`, or JSON.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::AppError;
use crate::quoting::{split, unquoted};

/// What stands between stages, titles and events.
const MARKS: [char; 3] = [',', ';', ':'];

/// Stages in order, each with its events. No title and no event comes twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages(pub(crate) Vec<(String, Vec<String>)>);

impl Stages {
    /// Reads `Stage: event, event; Stage: event`. A title or an event that has `,`, `;`, `:` or `"` in it stands
    /// between double quotes, in which two are one.
    pub fn parse(text: &str) -> Result<Self, AppError> {
        let bad = |part: &str| AppError::BadStages(part.trim().to_owned());
        let mut stages = Vec::new();
        for part in split(text, ';', &MARKS).into_iter().filter(|part| !part.trim().is_empty()) {
            let [title, events] = split(part, ':', &MARKS)[..] else { return Err(bad(part)) };
            let title = unquoted(title).ok_or_else(|| bad(part))?;
            let events: Option<Vec<_>> = split(events, ',', &MARKS).into_iter().map(unquoted).collect();
            stages.push((title, events.ok_or_else(|| bad(part))?));
        }
        Self::of(stages, text)
    }

    /// Reads a JSON file: `{"Stage": ["event", "event"], …}` or `[{"title": "Stage", "events": ["event"]}, …]`.
    pub fn read(path: &Path) -> Result<Self, AppError> {
        let unreadable = |error: std::io::Error| AppError::BadStagesFile {
            file_path: path.to_owned(),
            reason: error.to_string(),
        };
        let text = fs::read_to_string(path).map_err(unreadable)?;
        let listed: Listed = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| unreadable(error.into()))?;
        Self::of(listed.0, &path.display().to_string())
    }

    fn of(listed: Vec<(String, Vec<String>)>, whole: &str) -> Result<Self, AppError> {
        let mut stages: Vec<(String, Vec<String>)> = Vec::new();
        let mut seen = BTreeSet::new();
        for (title, events) in listed {
            let title = title.trim().to_owned();
            if title.is_empty() || stages.iter().any(|(other, _)| *other == title) {
                return Err(AppError::BadStages(title));
            }
            let events: Vec<_> = events.iter().map(|event| event.trim().to_owned()).collect();
            let events: Vec<_> = events.into_iter().filter(|event| !event.is_empty()).collect();
            if let Some(event) = events.iter().find(|event| !seen.insert((*event).clone())) {
                return Err(AppError::EventInTwoStages(event.clone()));
            }
            stages.push((title, events));
        }
        if stages.is_empty() { Err(AppError::BadStages(whole.trim().to_owned())) } else { Ok(Self(stages)) }
    }
}

/// Stages in the order in which JSON lists them.
struct Listed(Vec<(String, Vec<String>)>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    title: String,
    events: Vec<String>,
}

impl<'de> Deserialize<'de> for Listed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Lister)
    }
}

struct Lister;

impl<'de> Visitor<'de> for Lister {
    type Value = Listed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stages with their events")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Listed, A::Error> {
        let mut stages = Vec::new();
        while let Some(stage) = map.next_entry()? {
            stages.push(stage);
        }
        Ok(Listed(stages))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Listed, A::Error> {
        let mut stages = Vec::new();
        while let Some(Stage { title, events }) = list.next_element()? {
            stages.push((title, events));
        }
        Ok(Listed(stages))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(stages: &Stages) -> Vec<String> {
        stages.0.iter().map(|(title, events)| format!("{title}={}", events.join("+"))).collect()
    }

    #[test]
    fn stages_are_read() {
        let stages = Stages::parse(" Aware: ad ; Consider: page, demo;Buy:order; ").unwrap();
        assert_eq!(listed(&stages), ["Aware=ad", "Consider=page+demo", "Buy=order"]);
        assert!(matches!(Stages::parse("Aware"), Err(AppError::BadStages(part)) if part == "Aware"));
        assert!(matches!(Stages::parse("A: x; A: y"), Err(AppError::BadStages(_))));
        assert!(
            matches!(Stages::parse("A: x; B: x"), Err(AppError::EventInTwoStages(event)) if event == "x")
        );
        assert!(Stages::parse(" ; ").is_err());
    }

    #[test]
    fn quotes_hold_what_would_separate() {
        let text = r#""Aware: first": "ad: spring, red", 5" screen; Buy: "a;b", "say ""yes""""#;
        assert_eq!(
            listed(&Stages::parse(text).unwrap()),
            ["Aware: first=ad: spring, red+5\" screen", "Buy=a;b+say \"yes\""]
        );
        for open in ["A: \"x, y", "A: \"x\" y", "A: x: y"] {
            assert!(Stages::parse(open).is_err(), "{open}");
        }
    }

    #[test]
    fn a_file_keeps_its_order_and_every_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("stages.json");
        for text in [
            r#"{"Z: late": ["a,b;c:d"], "A": [" e\u00a0", ""]}"#,
            r#"[{"title": "Z: late", "events": ["a,b;c:d"]}, {"title": "A", "events": ["e"]}]"#,
        ] {
            fs::write(&path, text).unwrap();
            assert_eq!(listed(&Stages::read(&path).unwrap()), ["Z: late=a,b;c:d", "A=e"]);
        }
        fs::write(&path, r#"{"A": "e"}"#).unwrap();
        assert!(matches!(Stages::read(&path), Err(AppError::BadStagesFile { .. })));
        assert!(matches!(Stages::read(&folder.path().join("none")), Err(AppError::BadStagesFile { .. })));
    }
}

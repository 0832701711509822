//! Lifecycle templates: what a new map starts with, in each language, and what can be tried in a stage.
//!
//! They are data, `templates/templates.json`: stages with their examples, and templates that string stages together.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use model::{ChannelKind, LaneKind, Lifecycle, MapId, Node, PersonaId, Sentiment, TouchpointId};
use scene::{Extras, Layout, Picture, Reading, Scene};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::{NewWorkspace, StepLabel, Tx, Workspace};

use crate::kept_templates::{entry, kept};
use crate::matching::match_touchpoint;
use crate::operations::add_map;
use crate::{AppError, Locale, Template, Theme};

/// The same words in English and in Dutch.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Words([String; 2]);

impl Words {
    /// The words in a language.
    pub(crate) fn say(&self, locale: Locale) -> &str {
        let Self([en, nl]) = self;
        match locale {
            Locale::En => en,
            Locale::Nl => nl,
        }
    }

    /// Whether a title is these words in any language.
    pub(crate) fn is(&self, title: &str) -> bool {
        let title = model::folded(title);
        self.0.iter().any(|words| model::folded(words) == title)
    }
}

/// All templates, and the stages that they are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    stages: BTreeMap<String, Kind>,
    templates: Vec<Outline>,
}

/// A kind of stage.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Kind {
    title: Words,
    /// The kind of stage that it shares its examples with.
    #[serde(rename = "as")]
    like: Option<String>,
    actions: Words,
    thoughts: Words,
    touchpoints: Vec<Example>,
    tactics: Vec<Example>,
}

/// A touchpoint that a stage may have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    title: Words,
    channel: ChannelKind,
    #[serde(default)]
    sentiment: Option<Sentiment>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Outline {
    id: String,
    title: Words,
    lifecycle: Lifecycle,
    /// Keys of kinds of stage.
    stages: Vec<String>,
    /// From the last touchpoint of one stage back to the first of another.
    #[serde(default)]
    returns: Vec<[String; 2]>,
}

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../templates/templates.json")).expect("a test reads it")
});

impl Library {
    fn outline(&self, id: &str) -> Result<&Outline, AppError> {
        let found = self.templates.iter().find(|each| each.id == id);
        found.ok_or_else(|| AppError::UnknownTemplate(id.to_owned()))
    }

    /// The kind of stage whose examples one has.
    fn examples(&self, key: &str) -> &Kind {
        let kind = &self.stages[key];
        kind.like.as_ref().map_or(kind, |like| &self.stages[like])
    }
}

impl Outline {
    fn said(&self, locale: Locale) -> Template {
        Template {
            id: self.id.clone(),
            title: self.title.say(locale).to_owned(),
            lifecycle: self.lifecycle,
            stages: self.titles().map(|title| title.say(locale).to_owned()).collect(),
            own: false,
        }
    }

    fn titles(&self) -> impl Iterator<Item = &'static Words> {
        self.stages.iter().map(|key| &LIBRARY.stages[key].title)
    }
}

/// The template that a new workspace starts with unless another is named.
pub const DEFAULT_TEMPLATE: &str = "five-stages";

/// The titles of the stages of the five-stage lifecycle.
pub(crate) fn five_stages() -> Vec<&'static Words> {
    LIBRARY.outline(DEFAULT_TEMPLATE).expect("a test sees that it is there").titles().collect()
}

/// Every template in a language, in the order in which a list shows them: first those that the user has kept.
pub fn templates(locale: Locale) -> Vec<Template> {
    kept().into_iter().chain(LIBRARY.templates.iter().map(|each| each.said(locale))).collect()
}

/// Adds a map from a template, with all that it holds or its stages alone, under a title or else its own.
pub(crate) fn add_from_template(
    tx: &mut Tx<'_>,
    id: &str,
    title: Option<&str>,
    locale: Locale,
    examples: bool,
    persona: Option<PersonaId>,
) -> Result<MapId, AppError> {
    if let Some(mut entry) = entry(id)? {
        if !examples {
            entry.touchpoints.clear();
            entry.transitions.clear();
            entry.lanes.clear();
        }
        let unsound = |_| AppError::UnknownTemplate(id.to_owned());
        return entry.add(tx, title.unwrap_or(&entry.title), persona.as_slice(), &unsound);
    }
    let template = LIBRARY.outline(id)?.said(locale);
    let title = title.unwrap_or(&template.title);
    let map = add_map(tx, title, template.lifecycle, &template.stages, persona)?;
    if examples {
        add_examples(tx, map, id, locale)?;
    }
    Ok(map)
}

/// The picture of a map as a template makes it: what is on it, without heading and legend.
pub fn template_scene(id: &str, examples: bool, theme: Theme, locale: Locale) -> Result<Scene, AppError> {
    let folder =
        tempfile::tempdir().map_err(|error| AppError::Write { path: std::env::temp_dir(), error })?;
    let new = NewWorkspace { title: id.to_owned(), timezone: "UTC".to_owned() };
    let mut workspace = Workspace::create(&folder.path().join("template.touchline"), &new, 0)?;
    let label = StepLabel::new("add_map", "");
    let (map, _) =
        workspace.transact(&label, 0, |tx| add_from_template(tx, id, None, locale, examples, None))?;
    let picture = Picture {
        journey: &workspace.journey(map)?,
        personas: &[],
        evidence: None,
        reading: Reading::default(),
        extras: Extras::default(),
        made: None,
        theme: theme.into(),
        locale: locale.into(),
        zone: chrono_tz::UTC,
    };
    Ok(scene::lay_out(&picture).of_map_alone())
}

/// Something that can be tried in a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Idea {
    /// What it is called.
    pub title: String,
    /// The channel it uses.
    pub channel: ChannelKind,
}

/// What can be tried in a stage with a title, by what stages of that title are about; nothing where that is not known.
pub fn ideas(stage: &str, locale: Locale) -> Vec<Idea> {
    let known = LIBRARY.stages.iter().find(|(_, kind)| kind.title.is(stage));
    let tactics = known.map(|(key, _)| &LIBRARY.examples(key).tactics);
    let said = |each: &Example| Idea { title: each.title.say(locale).to_owned(), channel: each.channel };
    tactics.into_iter().flatten().map(said).collect()
}

/// Puts the examples of a template on a map that has its stages and nothing else.
fn add_examples(tx: &mut Tx<'_>, map: MapId, id: &str, locale: Locale) -> Result<(), AppError> {
    let outline = LIBRARY.outline(id)?;
    let stages: Vec<_> = tx.journey(map)?.stages().iter().map(|stage| stage.id).collect();
    let mut cards: Vec<Vec<TouchpointId>> = Vec::new();
    for (key, &stage) in outline.stages.iter().zip(&stages) {
        let mut here = Vec::new();
        for (row, example) in LIBRARY.examples(key).touchpoints.iter().enumerate() {
            let card = tx.add_touchpoint(stage, example.title.say(locale), Layout::tidy_place(row))?;
            tx.set_channel(card, Some(&example.channel.into()))?;
            tx.set_sentiment(card, example.sentiment)?;
            match_touchpoint(tx, card)?;
            here.push(card);
        }
        cards.push(here);
    }
    if cards.iter().all(Vec::is_empty) {
        return Ok(());
    }
    let walk: Vec<_> = cards.iter().flatten().copied().collect();
    for two in walk.windows(2) {
        tx.add_transition(two[0], two[1])?;
    }
    if let (Lifecycle::Circular, [first, .., last]) = (outline.lifecycle, walk.as_slice()) {
        tx.add_transition(*last, *first)?;
    }
    let of = |key: &String| outline.stages.iter().position(|each| each == key).map(|stage| &cards[stage]);
    for [from, to] in &outline.returns {
        if let (Some(&from), Some(&to)) =
            (of(from).and_then(|all| all.last()), of(to).and_then(|all| all.first()))
        {
            tx.add_transition(from, to)?;
        }
    }
    tx.add_lane(map, 0, LaneKind::Emotion, "")?;
    for (position, kind) in [(1, LaneKind::Actions), (2, LaneKind::Thoughts)] {
        let lane = tx.add_lane(map, position, kind, "")?;
        for (key, &stage) in outline.stages.iter().zip(&stages) {
            let Kind { actions, thoughts, .. } = LIBRARY.examples(key);
            let words = if kind == LaneKind::Actions { actions } else { thoughts };
            tx.write_cell(lane, Node::Stage(stage), words.say(locale))?;
        }
    }
    tx.add_lane(map, 3, LaneKind::Channels, "")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_language_has_the_same_templates_without_doubled_stages() {
        let [english, dutch] = [Locale::En, Locale::Nl].map(templates);
        assert_eq!(english.len(), dutch.len());
        for (en, nl) in english.iter().zip(&dutch) {
            assert_eq!((&en.id, en.lifecycle, en.stages.len()), (&nl.id, nl.lifecycle, nl.stages.len()));
            assert_ne!(en.title, nl.title);
            for each in [en, nl] {
                assert_eq!(each.stages.iter().collect::<BTreeSet<_>>().len(), each.stages.len());
            }
        }
        let ids: BTreeSet<_> = english.iter().map(|each| &each.id).collect();
        assert_eq!(ids.len(), english.len());
    }

    #[test]
    fn every_stage_of_a_template_has_examples_in_both_languages() {
        for outline in LIBRARY.templates.iter().filter(|each| each.id != "empty") {
            for key in &outline.stages {
                let kind = LIBRARY.examples(key);
                assert!(!kind.touchpoints.is_empty() && kind.tactics.len() > 1, "{key}");
                assert!(kind.like.is_none(), "{key}");
                let examples = kind.touchpoints.iter().chain(&kind.tactics).map(|each| &each.title);
                for words in examples.chain([&kind.actions, &kind.thoughts]) {
                    assert!(words.0.iter().all(|each| !each.trim().is_empty()), "{key}: {words:?}");
                }
            }
            let is_stage = |key: &String| outline.stages.contains(key);
            assert!(outline.returns.iter().flatten().all(is_stage), "{}", outline.id);
        }
    }

    #[test]
    fn words_are_known_in_any_language() {
        let five = five_stages();
        assert!(five[2].is("purchase") && five[2].is("Aankoop"));
        assert!(!five[2].is("Buy"));
        assert_eq!(ideas("AANKOOP", Locale::En), ideas("Purchase", Locale::En));
        assert!(ideas("Buy", Locale::Nl).iter().any(|idea| idea.title == "Verlaten winkelmandjes opvolgen"));
        assert_eq!(ideas("Somewhere", Locale::En), []);
    }
}

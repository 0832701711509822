//! The outline of a map as nested lists, in the order in which it is read.

use std::collections::HashMap;

use scene::{OutlinedCard, PageWords, Scene, SceneItem, Subject};

use crate::xml::escaped;

/// The lists.
pub(super) fn outline(scene: &Scene, words: &PageWords) -> String {
    let items = scene.items.iter().map(|item| (item.id.as_str(), item)).collect();
    let outliner = Outliner { items, words };
    let head = scene.items.iter().filter(|item| {
        matches!(item.subject, Subject::Heading | Subject::Persona { .. } | Subject::Sheet { .. })
    });
    let stages = scene.outline.stages.iter().map(|stage| {
        outliner.entry(&stage.item, &list(None, stage.cards.iter().map(|card| outliner.card(card))))
    });
    let lanes = scene.outline.lanes.iter().map(|lane| {
        outliner.entry(&lane.item, &list(None, lane.cells.iter().map(|cell| outliner.entry(cell, ""))))
    });
    let legend = scene.items.iter().filter(|item| item.subject == Subject::Legend);
    [
        list(None, head.map(|item| outliner.entry(&item.id, ""))),
        list(None, stages),
        list(Some(&words.ghosts), scene.outline.ghosts.iter().map(|ghost| outliner.entry(ghost, ""))),
        list(None, lanes),
        list(None, legend.map(|item| outliner.entry(&item.id, ""))),
    ]
    .concat()
}

struct Outliner<'a> {
    items: HashMap<&'a str, &'a SceneItem>,
    words: &'a PageWords,
}

impl Outliner<'_> {
    fn card(&self, card: &OutlinedCard) -> String {
        let onwards = card.onwards.iter().map(|way| self.entry(way, ""));
        self.entry(&card.item, &list(Some(&self.words.leads_to), onwards))
    }

    /// An item with what is beneath it; nothing where the picture does not have it.
    fn entry(&self, id: &str, beneath: &str) -> String {
        let Some(item) = self.items.get(id).filter(|item| !item.label.is_empty()) else {
            return String::new();
        };
        let (id, label) = (escaped(&item.id), escaped(&item.label));
        format!("<li><button type=\"button\" data-item=\"{id}\">{label}</button>{beneath}</li>\n")
    }
}

/// A list under its name; nothing where there is nothing in it.
fn list(name: Option<&str>, entries: impl Iterator<Item = String>) -> String {
    let entries: String = entries.collect();
    if entries.is_empty() {
        return entries;
    }
    let name = name.map(|name| format!("<p>{}</p>", escaped(name))).unwrap_or_default();
    format!("{name}<ul>\n{entries}</ul>\n")
}

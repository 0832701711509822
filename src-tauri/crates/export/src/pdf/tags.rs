//! What is painted, tagged with what it stands for, in the order in which a map is read.

use std::collections::HashMap;
use std::num::NonZero;

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, Tag, TagGroup, TagKind, TagTree};
use scene::{Scene, SceneItem, Subject};

use super::paper::Placed;

/// What was painted of each item, by the id of the item.
#[derive(Default)]
pub(super) struct Marked<'a> {
    painted: HashMap<&'a str, Vec<Identifier>>,
    links: HashMap<&'a str, Vec<Identifier>>,
}

impl<'a> Marked<'a> {
    /// Notes what was painted of an item, or of what it is a part of.
    pub(super) fn note(&mut self, item: &'a SceneItem, mark: Option<Identifier>) {
        let whole = item.part_of.as_deref().unwrap_or(&item.id);
        self.painted.entry(whole).or_default().extend(mark);
    }

    /// Notes a link in an item.
    pub(super) fn link(&mut self, item: &'a SceneItem, mark: Identifier) {
        self.links.entry(&item.id).or_default().push(mark);
    }

    /// All of it as a tree: what heads the picture, the stages with their cards and the ways from these, the lanes,
    /// and what is left in the order in which it is painted.
    pub(super) fn tree(mut self, scene: &'a Scene, placed: &Placed, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        let items: HashMap<&str, &SceneItem> =
            scene.items.iter().map(|item| (item.id.as_str(), item)).collect();
        let mut group = |id: &str| items.get(id).and_then(|item| self.group(item, placed));
        let is_head = |item: &&SceneItem| matches!(item.subject, Subject::Heading | Subject::Persona { .. });
        let heads = scene.items.iter().filter(is_head).map(|item| item.id.as_str());
        for head in heads.filter_map(&mut group) {
            tree.push(head);
        }
        for stage in &scene.outline.stages {
            let mut section = TagGroup::new(Tag::Section);
            let cards = stage.cards.iter().flat_map(|card| std::iter::once(&card.item).chain(&card.onwards));
            for id in std::iter::once(&stage.item).chain(cards) {
                if let Some(part) = group(id) {
                    section.push(part);
                }
            }
            tree.push(section);
        }
        let lanes =
            scene.outline.lanes.iter().flat_map(|lane| std::iter::once(&lane.item).chain(&lane.cells));
        let rest = scene.outline.ghosts.iter().chain(lanes).chain(scene.items.iter().map(|item| &item.id));
        for part in rest.filter_map(|id| group(id)) {
            tree.push(part);
        }
        tree
    }

    /// What was painted of an item and is in the tree not yet.
    fn group(&mut self, item: &SceneItem, placed: &Placed) -> Option<TagGroup> {
        let painted = self.painted.remove(item.id.as_str()).filter(|marks| !marks.is_empty())?;
        let mut group = TagGroup::new(tag(item, placed));
        for mark in painted {
            group.push(mark);
        }
        for link in self.links.remove(item.id.as_str()).into_iter().flatten() {
            let mut words = TagGroup::new(Tag::Link);
            words.push(link);
            group.push(words);
        }
        Some(group)
    }
}

/// What an item is in a document: what is drawn is a figure that says what it shows, what is written is text.
fn tag(item: &SceneItem, placed: &Placed) -> TagKind {
    let heading = |level| {
        let title = item.title().unwrap_or_else(|| item.label.clone());
        Tag::Hn(NonZero::new(level).unwrap_or(NonZero::<u16>::MIN), Some(title))
    };
    match item.subject {
        Subject::Heading => heading(1).into(),
        Subject::Stage { .. } => heading(2).with_alt_text(Some(item.label.clone())).into(),
        Subject::Cell { .. }
        | Subject::LaneCard { .. }
        | Subject::Note { .. }
        | Subject::Legend
        | Subject::Sheet { .. } => Tag::P.into(),
        _ => {
            let [left, top, right, bottom] = placed.rect(&item.bounds).map(|edge| edge as f32);
            let bounds = Rect::from_ltrb(left, top, right, bottom).map(|rect| BBox::new(0, rect));
            Tag::Figure(Some(item.label.clone())).with_bbox(bounds).into()
        }
    }
}

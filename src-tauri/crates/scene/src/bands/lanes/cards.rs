//! The cards in the cells of lanes: notes and images, side by side as far as there is room.

use model::{LaneCard, Node};

use crate::detail::{Afar, MIDDLE};
use crate::lines::{SMALL, broken};
use crate::shapes::{block, in_the_middle, solid};
use crate::words::Value;
use crate::zones::{Plate, Zones};
use crate::{Primitive, Rect, SceneItem, Subject};

use super::text::{Passage, unformed};
use super::{Row, lane_name};

/// The least width of a card.
const NARROWEST: f64 = 112.0;
/// The most.
const WIDEST: f64 = 288.0;
/// Between two cards.
const BETWEEN: f64 = 8.0;
/// Between a card's edge and its text.
const PADDING: f64 = 8.0;
/// The radius of a card's corners.
const RADIUS: f64 = 6.0;
/// The height of an image, as a share of its width.
const IMAGE: f64 = 0.75;
/// From how wide a card on its text is also written in the type of the middle level.
const WIDE: f64 = 160.0;

/// The cards of a cell, laid out from its left top.
pub(super) struct Notes<'a> {
    notes: Vec<Note<'a>>,
    height: f64,
}

struct Note<'a> {
    card: &'a LaneCard,
    rect: Rect,
    passage: Passage,
}

impl<'a> Notes<'a> {
    /// Those of a cell in which there is so much room.
    pub(super) fn of(row: &Row<'a>, of: Node, room: f64) -> Self {
        let cards = row.page.journey.cards_in(row.lane.id, of);
        let beside = (((room + BETWEEN) / (NARROWEST + BETWEEN)) as usize).clamp(1, cards.len().max(1));
        let width = ((room + BETWEEN) / beside as f64 - BETWEEN).min(WIDEST);
        let (mut notes, mut top) = (Vec::with_capacity(cards.len()), 0.0);
        for line in cards.chunks(beside) {
            let passages: Vec<_> =
                line.iter().map(|card| Passage::of(&card.text, SMALL, width - 2.0 * PADDING)).collect();
            let heights = line.iter().zip(&passages).map(|(card, passage)| height_of(card, passage, width));
            let height = heights.fold(0.0, f64::max);
            for (index, (card, passage)) in line.iter().copied().zip(passages).enumerate() {
                let rect = Rect::new(index as f64 * (width + BETWEEN), top, width, height);
                notes.push(Note { card, rect, passage });
            }
            top += height + BETWEEN;
        }
        Self { notes, height: (top - BETWEEN).max(0.0) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// How high they are together.
    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// Adds them from a left top on.
    pub(super) fn add(
        &self,
        row: &Row,
        stage: usize,
        of: Node,
        (x, y): (f64, f64),
        items: &mut Vec<SceneItem>,
    ) {
        for note in &self.notes {
            let rect = Rect { x: note.rect.x + x, y: note.rect.y + y, ..note.rect };
            items.push(note.item(row, stage, of, rect));
        }
    }
}

fn height_of(card: &LaneCard, passage: &Passage, width: f64) -> f64 {
    let image = if card.image.is_some() { width * IMAGE } else { 0.0 };
    let is_bare = passage.is_empty() && card.image.is_some();
    image + if is_bare { 0.0 } else { passage.height().max(SMALL.leading) + 2.0 * PADDING }
}

impl Note<'_> {
    fn item(&self, row: &Row, stage: usize, of: Node, rect: Rect) -> SceneItem {
        let palette = row.page.palette;
        let colours = match self.card.tint {
            Some(tint) => palette.tinted(tint),
            None => row.page.stage_colours(stage),
        };
        let mut primitives = vec![block(rect, RADIUS, &colours.disc, Some(solid(&colours.rim, 1.0)))];
        let mut place = rect.grown(-PADDING);
        if self.card.image.is_some() {
            let image = Rect { height: rect.width * IMAGE, ..rect };
            primitives.push(Primitive::Image { rect: image, radius: RADIUS, image: self.card.image.clone() });
            let least = SMALL.leading + PADDING;
            let top = (image.bottom() + PADDING).min(rect.bottom() - least);
            place = Rect { y: top, height: rect.bottom() - PADDING - top, ..place };
        }
        let ground = primitives.len() as u32;
        let links = self.passage.paint(place, palette, &mut primitives);
        let afar = Afar { ground, middle: self.excerpt(row, place), far: Vec::new() };
        let subject = Subject::LaneCard { card: self.card.id };
        let item = SceneItem::new(subject, rect, self.spoken(row, of), primitives);
        item.seen_afar(afar).with(Zones {
            header: Some(Plate { rect, radius: RADIUS }),
            title: Some(self.passage.zone(place)),
            links,
            ..Zones::default()
        })
    }

    /// The beginning of its text in the type of the middle level, where that has room.
    fn excerpt(&self, row: &Row, place: Rect) -> Vec<Primitive> {
        let most = ((place.height + PADDING) / MIDDLE.leading) as usize;
        if self.passage.is_empty() || most == 0 || place.width < WIDE {
            return Vec::new();
        }
        let lines = broken(&unformed(&self.card.text), MIDDLE, place.width, most);
        in_the_middle(&place, &lines, MIDDLE, &row.page.palette.ink)
    }

    fn spoken(&self, row: &Row, of: Node) -> String {
        let lane = lane_name(row.lane, row.page.words.locale);
        let title = row.page.journey.title(of).unwrap_or_default();
        let text = unformed(&self.card.text);
        let values = [("lane", Value::Text(&lane)), ("of", Value::Text(title)), ("text", Value::Text(&text))];
        let key = match (self.card.image.is_some(), self.passage.is_empty()) {
            (false, false) => "spoken-card",
            (false, true) => "spoken-card-empty",
            (true, false) => "spoken-image",
            (true, true) => "spoken-image-empty",
        };
        row.page.words.fill(key, &values)
    }
}

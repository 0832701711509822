//! What the persona wants, needs, is driven by and is stopped by: a card each, two in a row; and what it is like.

use model::Persona;

use crate::icons::{FLAG_ICON, HEART, PAIN_ICON, SPARKLE};
use crate::item::SceneItem;
use crate::lines::{CARD, broken};
use crate::pen::Pen;
use crate::shapes::{block, said, solid, written};
use crate::subject::{SheetPart, Subject};
use crate::{Anchor, Primitive, Rect, geometry::point};

use super::{Column, GAP, LONGEST, PROSE, Page, baseline, entries, traits};

/// Between two cards.
const BETWEEN: f64 = 20.0;
/// Within a card, around what it says.
const INSIDE: f64 = 20.0;
/// From the top of a card to its first entry.
const TITLED: f64 = 52.0;
/// Between two entries.
const APART: f64 = 6.0;
/// What an entry is set in by, for its dot.
const INDENT: f64 = 16.0;

/// A card that says something.
struct Card<'a> {
    part: SheetPart,
    title: String,
    icon: &'static str,
    text: &'a str,
}

/// The texts that stand on cards.
fn texts(persona: &Persona) -> [&str; 4] {
    [&persona.goals, &persona.frustrations, &persona.details.needs, &persona.details.motivations]
}

/// Whether nothing stands on any card.
pub(super) fn is_empty(persona: &Persona) -> bool {
    texts(persona).into_iter().all(|text| entries(text).next().is_none())
}

/// Adds the cards, and beneath them the traits.
pub(super) fn add(page: &Page, column: &mut Column) {
    let [goals, frustrations, needs, motivations] = texts(page.sheet.persona);
    let all = [
        Card { part: SheetPart::Goals, title: page.words.say("persona-goals"), icon: FLAG_ICON, text: goals },
        Card {
            part: SheetPart::Frustrations,
            title: page.words.say("persona-frustrations"),
            icon: PAIN_ICON,
            text: frustrations,
        },
        Card { part: SheetPart::Needs, title: page.words.say("persona-needs"), icon: HEART, text: needs },
        Card {
            part: SheetPart::Motivations,
            title: page.words.say("persona-motivations"),
            icon: SPARKLE,
            text: motivations,
        },
    ];
    let cards: Vec<_> = all.into_iter().filter(|card| entries(card.text).next().is_some()).collect();
    for row in cards.chunks(2) {
        column.y += if column.items.len() > 1 { GAP.min(BETWEEN + 4.0) } else { GAP };
        let width = (column.width - BETWEEN * (row.len() - 1) as f64) / row.len() as f64;
        let heights = row.iter().map(|card| card.height(width)).fold(0.0, f64::max);
        for (index, card) in row.iter().enumerate() {
            let x = column.x + index as f64 * (width + BETWEEN);
            column.items.push(card.item(page, Rect::new(x, column.y, width, heights)));
        }
        column.y += heights;
    }
    traits::add(page, column);
}

impl Card<'_> {
    fn inner(width: f64) -> f64 {
        width - 2.0 * INSIDE - INDENT
    }

    fn height(&self, width: f64) -> f64 {
        let lines = |entry| broken(entry, PROSE, Self::inner(width), LONGEST).lines.len() as f64;
        let all: Vec<f64> = entries(self.text).map(|entry| lines(entry) * PROSE.leading).collect();
        TITLED + all.iter().sum::<f64>() + APART * (all.len() as f64 - 1.0) + INSIDE
    }

    fn item(&self, page: &Page, rect: Rect) -> SceneItem {
        let mut parts = titled(page, rect, self.icon, &self.title);
        let mut y = rect.y + TITLED;
        let place = Rect::new(rect.x + INSIDE + INDENT, 0.0, Self::inner(rect.width), 0.0);
        for entry in entries(self.text) {
            let lines = broken(entry, PROSE, place.width, LONGEST);
            // A line from right to left begins at the other side, and its dot with it.
            let (dot, place) = if lines.rtl {
                (rect.right() - INSIDE - 3.0, Rect { x: rect.x + INSIDE, ..place })
            } else {
                (rect.x + INSIDE + 3.0, place)
            };
            let d = Pen::new().circle(point(dot, y + PROSE.leading / 2.0), 2.5).done();
            parts.push(Primitive::Path { d, fill: Some(page.tint.tone.clone()), stroke: None });
            parts.extend(written(place, y + baseline(PROSE), &lines, PROSE, &page.palette.ink));
            y += lines.lines.len() as f64 * PROSE.leading + APART;
        }
        let said: Vec<&str> = entries(self.text).collect();
        let label = format!("{}: {}", self.title, said.join("; "));
        SceneItem::new(Subject::Sheet { part: self.part }, rect, label, parts)
    }
}

/// A card with its title.
pub(super) fn titled(page: &Page, rect: Rect, icon: &str, title: &str) -> Vec<Primitive> {
    vec![
        block(rect, 12.0, &page.palette.surface, Some(solid(&page.palette.hairline, 1.0))),
        Primitive::Icon {
            x: rect.x + INSIDE,
            y: rect.y + 19.0,
            size: 18.0,
            d: icon.to_owned(),
            colour: page.tint.tone.clone(),
        },
        said(rect.x + INSIDE + 28.0, rect.y + 33.0, title.to_owned(), CARD, &page.palette.ink, Anchor::Start),
    ]
}

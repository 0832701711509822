//! One customer's way over a map: what a painter lays over the picture once it has dimmed the rest of it.

use std::collections::BTreeMap;

use model::TouchpointId;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::detail::Afar;
use crate::line::Line;
use crate::lines::LABEL;
use crate::page::Page;
use crate::path::Path;
use crate::routing::Wire;
use crate::shapes::{block, in_brief, said};
use crate::words::Value::{Count, Text};
use crate::{Anchor, Picture, Rect, SceneItem, Subject};

/// The width of a leg that was gone once, what each further time adds, and the largest.
const WIDTHS: (f64, f64, f64) = (3.0, 1.5, 9.0);
/// The height of the number of a visit.
const BADGE: f64 = 20.0;
/// How many visits of a touchpoint are numbered one by one.
const NUMBERED: usize = 3;

/// A way over a map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Way {
    /// The ids of the scene's items that stay bright: the cards on the way.
    pub lit: Vec<String>,
    /// What is laid over the scene: the legs in the order in which they were first gone, then the numbers of the
    /// visits on their cards.
    pub items: Vec<SceneItem>,
    /// How many visits it has.
    pub visits: u32,
}

/// The way over a picture's map of somebody who visited these touchpoints in this order. One that is not on the map
/// is left out.
pub fn way(picture: &Picture, visits: &[TouchpointId]) -> Way {
    let page = Page::of(picture);
    let visits: Vec<(TouchpointId, u32)> =
        visits.iter().filter_map(|&visit| Some((visit, page.layout.card(visit)?))).collect();
    let mut numbers: BTreeMap<TouchpointId, Vec<usize>> = BTreeMap::new();
    for (index, &(touchpoint, _)) in visits.iter().enumerate() {
        numbers.entry(touchpoint).or_default().push(index + 1);
    }
    let mut items = legs(&page, &visits);
    items.extend(numbers.iter().map(|(&touchpoint, numbers)| badge(&page, touchpoint, numbers)));
    let lit = numbers.keys().map(|&touchpoint| Subject::Touchpoint { touchpoint }.id()).collect();
    Way { lit, items, visits: visits.len() as u32 }
}

/// The way from one touchpoint to the next, and how often it was gone.
struct Leg {
    from: TouchpointId,
    to: TouchpointId,
    cards: (u32, u32),
    times: u64,
}

/// A curve for each pair of touchpoints that were visited one after the other.
fn legs(page: &Page, visits: &[(TouchpointId, u32)]) -> Vec<SceneItem> {
    let mut legs: Vec<Leg> = Vec::new();
    let mut places: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    for pair in visits.windows(2) {
        let [(from, start), (to, end)] = [pair[0], pair[1]];
        let place = *places.entry((start, end)).or_insert(legs.len());
        match legs.get_mut(place) {
            Some(leg) => leg.times += 1,
            None => legs.push(Leg { from, to, cards: (start, end), times: 1 }),
        }
    }
    let wire = |leg: &Leg| Wire { from: leg.cards.0, to: leg.cards.1, firm: false, written: 0.0 };
    let wires: Vec<Wire> = legs.iter().map(wire).collect();
    legs.iter().zip(page.layout.tracks(&wires)).map(|(leg, track)| leg.item(page, &track.path)).collect()
}

impl Leg {
    fn width(&self) -> f64 {
        let (thin, more, thick) = WIDTHS;
        (thin + more * (self.times - 1) as f64).min(thick)
    }

    fn item(&self, page: &Page, path: &Path) -> SceneItem {
        let line = Line::plain(&page.palette.accent, self.width());
        let values = [
            ("from", Text(page.title(self.from))),
            ("to", Text(page.title(self.to))),
            ("count", Count(self.times)),
        ];
        let subject = Subject::Ghost { from: self.from, to: self.to };
        let label = page.words.fill("spoken-leg", &values);
        SceneItem {
            id: format!("leg-{}-{}", self.from.0, self.to.0),
            ..SceneItem::new(subject, path.painted(line.width + 8.0), label, line.paint_apart(page, path))
        }
    }
}

/// The numbers of the visits of a touchpoint, on the upper rim of its card.
fn badge(page: &Page, touchpoint: TouchpointId, numbers: &[usize]) -> SceneItem {
    let card = page.layout.rect_of(touchpoint).unwrap_or_default();
    let mut text: Vec<String> = numbers.iter().take(NUMBERED).map(usize::to_string).collect();
    if numbers.len() > NUMBERED {
        text.push(format!("+{}", numbers.len() - NUMBERED));
    }
    let text = text.join(" · ");
    let width = (LABEL.width(&text) + 12.0).max(BADGE);
    let bounds = Rect::new(card.x - 8.0, card.y - BADGE / 2.0, width, BADGE);
    let baseline = bounds.centre_y() + 4.3;
    let values = [
        ("title", Text(page.title(touchpoint))),
        ("first", Count(numbers[0] as u64)),
        ("count", Count(numbers.len() as u64)),
    ];
    let label = page.words.fill("spoken-visits", &values);
    let middle: Vec<_> = in_brief(&bounds, &text, &page.palette.background).into_iter().collect();
    let primitives = vec![
        block(bounds, BADGE / 2.0, &page.palette.accent, None),
        said(bounds.centre_x(), baseline, text, LABEL, &page.palette.background, Anchor::Middle),
    ];
    let item = SceneItem::new(Subject::Touchpoint { touchpoint }, bounds, label, primitives);
    SceneItem {
        id: format!("visits-{}", touchpoint.0),
        ..item.seen_afar(Afar { ground: 1, middle, far: Vec::new() })
    }
}

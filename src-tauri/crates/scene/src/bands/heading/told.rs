//! Whose journeys a map tells, in its heading: an avatar and a name each.

use std::borrow::Cow;
use std::sync::Arc;

use model::Persona;

use crate::avatar::pictured;
use crate::geometry::point;
use crate::lines::{BODY, LABEL, Lines, plain, shortened};
use crate::page::Page;
use crate::shapes::{self, written};
use crate::words::Value;
use crate::zones::{Plate, Zones};
use crate::{Anchor, Primitive, Rect, SceneItem, Subject};

/// How many are drawn.
const MOST: usize = 5;
/// How high the row is.
const HEIGHT: f64 = 38.0;
/// How wide and high an avatar is.
const AVATAR: f64 = 28.0;
/// Between an avatar and its name.
const BESIDE: f64 = 8.0;
/// Between two.
const GAP: f64 = 20.0;
/// Around one, where hands touch it.
const AROUND: f64 = 4.0;
/// From the lower end of the row to the baseline of the names.
const BASELINE: f64 = 9.0;

/// The row, laid out.
#[derive(Default)]
pub(super) struct Row {
    pub height: f64,
    pub items: Vec<SceneItem>,
    /// How many there are besides those that are drawn.
    pub others: Option<Primitive>,
}

/// The row that ends at `bottom`.
pub(super) fn row(page: &Page, bottom: f64) -> Row {
    let Some(shown) = page.personas.chunks(MOST).next() else { return Row::default() };
    let (left, width) = (page.left(), page.width());
    let others = page.personas.len() - shown.len();
    let others = (others > 0).then(|| format!("+{others}"));
    let names = names(page, shown, width - others.as_ref().map_or(0.0, |text| GAP + LABEL.width(text)));
    let mirrored = names[0].rtl;
    let mut x = 0.0;
    let mut items = Vec::new();
    for (persona, name) in shown.iter().zip(&names) {
        let long = AVATAR + BESIDE + BODY.width(&name.lines[0]);
        let rect =
            Rect::new(left + if mirrored { width - x - long } else { x }, bottom - AVATAR, long, AVATAR);
        items.push(item(page, persona, name, rect));
        x += long + GAP;
    }
    let others = others.map(|text| {
        let (x, anchor) = if mirrored { (width - x, Anchor::End) } else { (x, Anchor::Start) };
        shapes::said(left + x, bottom - BASELINE, text, LABEL, &page.palette.muted, anchor)
    });
    Row { height: HEIGHT, items, others }
}

/// What is written beside each avatar, within a width: all of it, or of each as much.
fn names(page: &Page, shown: &[Persona], width: f64) -> Vec<Arc<Lines>> {
    let count = shown.len() as f64;
    let room = width - count * (AVATAR + BESIDE) - (count - 1.0) * GAP;
    let texts: Vec<Cow<'_, str>> = shown.iter().map(|each| said(page, each)).collect();
    let needed: f64 = texts.iter().map(|text| BODY.width(&plain(text))).sum();
    let each = if needed <= room { room } else { room / count };
    texts.iter().map(|text| shortened(text, BODY, each)).collect()
}

/// One in few words: alone with the first line of who it is, among others by its name.
pub(super) fn said<'a>(page: &Page, persona: &'a Persona) -> Cow<'a, str> {
    let line = persona.description.lines().map(str::trim).find(|line| !line.is_empty());
    match line.filter(|_| page.personas.len() == 1) {
        Some(line) => format!("{} · {line}", persona.name).into(),
        None => persona.name.as_str().into(),
    }
}

fn item(page: &Page, persona: &Persona, name: &Lines, rect: Rect) -> SceneItem {
    let (avatar, x) =
        if name.rtl { (rect.right() - AVATAR, rect.x) } else { (rect.x, rect.x + AVATAR + BESIDE) };
    let radius = AVATAR / 2.0;
    let mut primitives = pictured(&persona.details, point(avatar + radius, rect.y + radius), radius);
    let place = Rect { x, width: rect.width - AVATAR - BESIDE, ..rect };
    primitives.extend(written(place, rect.bottom() - BASELINE, name, BODY, &page.palette.ink));
    let zones = Zones {
        header: Some(Plate { rect: rect.grown(AROUND), radius: radius + AROUND }),
        ..Zones::default()
    };
    let spoken = page.words.fill("heading-persona-spoken", &[("persona", Value::Text(&persona.name))]);
    SceneItem::new(Subject::Persona { persona: persona.id }, rect, spoken, primitives).with(zones)
}

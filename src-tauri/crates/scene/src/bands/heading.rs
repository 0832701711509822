//! The heading: the map's title, its lifecycle, the day of the picture and whose journeys it tells.

mod told;

use std::borrow::Cow;
use std::iter;

use model::{Lifecycle, Map, TwinState};

use crate::band::{Band, Laid, Place};
use crate::detail::{Afar, FAR};
use crate::lines::{DISPLAY, LABEL, broken, shortened};
use crate::page::Page;
use crate::shapes::{said, written};
use crate::words::Value;
use crate::{Anchor, Primitive, Rect, SceneItem, Subject};

/// The heading.
pub(crate) const BAND: Band = Band { gap: 40.0, lay };

fn lay(page: &Page, place: &Place) -> Laid {
    let told = if page.extras.personas { told::row(page, place.edge) } else { told::Row::default() };
    let item = item(page, place.edge, told.height, told.others);
    Laid {
        height: item.bounds.height,
        items: iter::once(item).chain(told.items).collect(),
        ..Laid::default()
    }
}

/// The heading above `bottom`, as wide as the map, with so much room at its end for those whose journeys it tells.
fn item(page: &Page, bottom: f64, room: f64, others: Option<Primitive>) -> SceneItem {
    let width = page.width();
    let map = page.journey.map();
    let title = broken(&map.title, DISPLAY, width, 2);
    let height = 24.0 + title.lines.len() as f64 * DISPLAY.leading + room;
    let rect = Rect::new(page.left(), bottom - height, width, height);
    let kind = dated(page, kind(page, map));
    let mut primitives =
        vec![said(rect.x, rect.y + 12.0, kind.clone(), LABEL, &page.palette.accent, Anchor::Start)];
    let first = rect.y + 24.0 + 23.0;
    primitives.extend(written(rect, first, &title, DISPLAY, &page.palette.ink));
    primitives.extend(others);
    let far = shortened(&map.title, FAR, width);
    let afar = Afar {
        ground: 0,
        middle: written(rect, first, &title, DISPLAY, &page.palette.ink).collect(),
        far: written(rect, rect.y + FAR.leading, &far, FAR, &page.palette.ink).collect(),
    };
    SceneItem::new(Subject::Heading, rect, spoken(page, &kind), primitives).seen_afar(afar)
}

fn kind(page: &Page, map: &Map) -> String {
    let kind = match map.lifecycle {
        Lifecycle::Linear => page.words.say("heading-linear"),
        Lifecycle::NonLinear => page.words.say("heading-non-linear"),
        Lifecycle::Circular => page.words.say("heading-circular"),
    };
    let state = match map.twin {
        None => return kind,
        Some(twin) if twin.state == TwinState::AsIs => "heading-as-is",
        Some(_) => "heading-to-be",
    };
    page.words.fill(state, &[("kind", Value::Text(&kind))])
}

/// What it is, and when the picture was made.
fn dated(page: &Page, kind: String) -> String {
    let Some(made) = page.made else { return kind };
    let day = page.words.locale.day(made, page.zone);
    page.words.fill("heading-made", &[("kind", Value::Text(&kind)), ("day", Value::Text(&day))])
}

fn spoken(page: &Page, kind: &str) -> String {
    let title = Value::Text(&page.journey.map().title);
    let kind = Value::Text(kind);
    if page.personas.is_empty() {
        return page.words.fill("heading-spoken", &[("title", title), ("kind", kind)]);
    }
    let all: Vec<Cow<'_, str>> = page.personas.iter().map(|each| told::said(page, each)).collect();
    let (count, all) = (Value::Count(all.len() as u64), all.join("; "));
    // The sentence has an end of its own.
    let personas = [("count", count), ("personas", Value::Text(all.trim_end_matches('.')))];
    page.words.fill("heading-spoken-personas", &[&[("title", title), ("kind", kind)], &personas[..]].concat())
}

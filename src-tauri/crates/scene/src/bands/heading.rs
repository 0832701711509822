//! The heading: the map's title, its lifecycle, the day of the picture and whose journey it is.

use model::{Lifecycle, Map, TwinState};

use crate::band::{Band, Laid, Place};
use crate::detail::{Afar, FAR};
use crate::icons::PERSONA_ICON;
use crate::lines::{BODY, DISPLAY, LABEL, broken, shortened};
use crate::page::Page;
use crate::shapes::{said, written};
use crate::words::Value;
use crate::{Anchor, Primitive, Rect, SceneItem, Subject};

/// The heading.
pub(crate) const BAND: Band = Band { gap: 40.0, lay };

fn lay(page: &Page, place: &Place) -> Laid {
    let item = item(page, place.edge);
    Laid { height: item.bounds.height, items: vec![item], ..Laid::default() }
}

/// The heading above `bottom`, as wide as the map.
fn item(page: &Page, bottom: f64) -> SceneItem {
    let width = page.width();
    let map = page.journey.map();
    let title = broken(&map.title, DISPLAY, width, 2);
    let persona = page.persona.map(|name| shortened(name, BODY, width - 24.0));
    let height =
        24.0 + title.lines.len() as f64 * DISPLAY.leading + if persona.is_some() { 28.0 } else { 0.0 };
    let rect = Rect::new(0.0, bottom - height, width, height);
    let kind = dated(page, kind(page, map));
    let mut primitives =
        vec![said(0.0, rect.y + 12.0, kind.clone(), LABEL, &page.palette.accent, Anchor::Start)];
    let first = rect.y + 24.0 + 23.0;
    primitives.extend(written(rect, first, &title, DISPLAY, &page.palette.ink));
    if let Some(persona) = persona {
        let baseline = rect.bottom() - 4.0;
        let (icon, place) = if persona.rtl {
            (width - 16.0, Rect { width: width - 24.0, ..rect })
        } else {
            (0.0, Rect { x: 24.0, width: width - 24.0, ..rect })
        };
        primitives.push(Primitive::Icon {
            x: icon,
            y: baseline - 13.0,
            size: 16.0,
            d: PERSONA_ICON.to_owned(),
            colour: page.palette.muted.clone(),
        });
        primitives.extend(written(place, baseline, &persona, BODY, &page.palette.muted));
    }
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
    match page.persona {
        Some(persona) => page.words.fill(
            "heading-spoken-persona",
            &[("title", title), ("kind", kind), ("persona", Value::Text(persona))],
        ),
        None => page.words.fill("heading-spoken", &[("title", title), ("kind", kind)]),
    }
}

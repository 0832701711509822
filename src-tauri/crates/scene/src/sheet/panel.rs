//! The panel: the avatar, the facts, the share of all customers, channels and brands.

use model::AnyChannel;

use crate::avatar::pictured;
use crate::geometry::point;
use crate::icons::{AGE_ICON, PIN, ROLE_ICON, channel_icon};
use crate::item::SceneItem;
use crate::lines::{BODY, LABEL, SMALL, Type, broken, shortened};
use crate::shapes::{block, said, solid, written};
use crate::subject::{SheetPart, Subject};
use crate::words::Value;
use crate::{Anchor, Primitive, Rect, Weight};

use super::{Column, PANEL, Page, Share, baseline};

/// Within the panel, around what it says.
const INSIDE: f64 = 24.0;
/// The radius of the avatar.
const AVATAR: f64 = 84.0;
/// Between two parts.
const GAP: f64 = 28.0;
/// How high a chip is.
const CHIP: f64 = 28.0;
/// Around the words on a chip, and between two.
const PAD: f64 = 11.0;
const BETWEEN: f64 = 6.0;
/// The share, in per cent.
const FIGURE: Type = Type { size: 32.0, weight: Weight::SemiBold, leading: 40.0 };

/// How high the panel is at least.
pub(super) fn height(page: &Page) -> f64 {
    laid(page).y + INSIDE
}

/// The panel, so high, and what stands on it.
pub(super) fn items(page: &Page, height: f64) -> Vec<SceneItem> {
    let rect = Rect::new(0.0, 0.0, PANEL, height);
    let mut ground = vec![block(rect, 20.0, &page.tint.tint, None)];
    let centre = point(PANEL / 2.0, INSIDE + AVATAR);
    ground.extend(pictured(&page.sheet.persona.details, centre, AVATAR));
    let subject = Subject::Sheet { part: SheetPart::Panel };
    let mut items = vec![SceneItem::new(subject, rect, page.words.say("sheet-avatar"), ground)];
    items.append(&mut laid(page).items);
    items
}

/// What stands beneath the avatar.
fn laid(page: &Page) -> Column {
    let mut column =
        Column { x: INSIDE, width: PANEL - 2.0 * INSIDE, y: INSIDE + 2.0 * AVATAR, items: Vec::new() };
    facts(page, &mut column);
    if let Some(share) = &page.sheet.share {
        customers(page, share, &mut column);
    }
    channels(page, &mut column);
    brands(page, &mut column);
    column
}

fn facts(page: &Page, column: &mut Column) {
    let details = &page.sheet.persona.details;
    let all = [
        (page.words.say("persona-role"), ROLE_ICON, &details.role),
        (page.words.say("persona-age"), AGE_ICON, &details.age),
        (page.words.say("persona-place"), PIN, &details.place),
    ];
    let (mut parts, mut told, mut height) = (Vec::new(), Vec::new(), 0.0);
    for (name, icon, text) in all.into_iter().filter(|(.., text)| !text.trim().is_empty()) {
        if !told.is_empty() {
            height += 10.0;
        }
        let y = column.y + GAP + height;
        let colour = page.tint.tone.clone();
        parts.push(Primitive::Icon { x: column.x, y: y + 2.0, size: 16.0, d: icon.to_owned(), colour });
        let lines = broken(text, BODY, column.width - 28.0, 4);
        let place = Rect::new(column.x + 28.0, 0.0, column.width - 28.0, 0.0);
        parts.extend(written(place, y + baseline(BODY), &lines, BODY, &page.palette.ink));
        height += lines.lines.len() as f64 * BODY.leading;
        told.push(format!("{name}: {text}"));
    }
    if told.is_empty() {
        return;
    }
    column.y += GAP;
    column.part(SheetPart::Facts, height, told.join(". "), parts);
}

/// The share of all customers: how many, of how many and in which segment.
fn customers(page: &Page, share: &Share, column: &mut Column) {
    column.y += GAP;
    let (x, y, width) = (column.x, column.y, column.width);
    let ratio = if share.of == 0 { 0.0 } else { share.customers as f64 / share.of as f64 };
    let percent = page.words.locale.percent(ratio);
    let of = page
        .words
        .fill("sheet-share-of", &[("count", Value::Count(share.customers)), ("of", Value::Count(share.of))]);
    let segment = page.words.fill("sheet-share-segment", &[("segment", Value::Text(share.segment))]);
    let title = page.words.say("persona-share");
    let mut parts = vec![
        said(x, y + 12.0, title.clone(), LABEL, &page.tint.tone, Anchor::Start),
        said(x, y + 48.0, percent.clone(), FIGURE, &page.palette.ink, Anchor::Start),
        block(Rect::new(x, y + 60.0, width, 6.0), 3.0, &page.tint.disc, None),
    ];
    if share.customers > 0 {
        let filled = (width * ratio).max(6.0);
        parts.push(block(Rect::new(x, y + 60.0, filled, 6.0), 3.0, &page.tint.tone, None));
    }
    let mut height = 76.0;
    for text in [&of, &segment] {
        let lines = broken(text, SMALL, width, 3);
        let place = Rect::new(x, 0.0, width, 0.0);
        parts.extend(written(place, y + height + baseline(SMALL), &lines, SMALL, &page.palette.muted));
        height += lines.lines.len() as f64 * SMALL.leading;
    }
    column.part(SheetPart::Share, height, format!("{title}: {percent}, {of}. {segment}"), parts);
}

fn channels(page: &Page, column: &mut Column) {
    let all: Vec<(Option<&AnyChannel>, &str)> = (page.sheet.persona.details.channels.iter())
        .map(|channel| (Some(channel), page.terms.channel(channel)))
        .collect();
    chips(page, SheetPart::Channels, &page.words.say("persona-channels"), &all, column);
}

fn brands(page: &Page, column: &mut Column) {
    let all: Vec<_> = page.sheet.persona.details.brands.iter().map(|brand| (None, brand.as_str())).collect();
    chips(page, SheetPart::Brands, &page.words.say("persona-brands"), &all, column);
}

/// Words in a row, and further rows where there is no room.
fn chips(
    page: &Page,
    part: SheetPart,
    title: &str,
    all: &[(Option<&AnyChannel>, &str)],
    column: &mut Column,
) {
    if all.is_empty() {
        return;
    }
    column.y += GAP;
    let mut parts =
        vec![said(column.x, column.y + 12.0, title.to_owned(), LABEL, &page.tint.tone, Anchor::Start)];
    let (mut x, mut y) = (column.x, column.y + 24.0);
    for (channel, name) in all {
        let icon = if channel.is_some() { 20.0 } else { 0.0 };
        let words = shortened(name, SMALL, column.width - 2.0 * PAD - icon);
        let text = words.lines.first().cloned().unwrap_or_default();
        let width = SMALL.width(&text) + 2.0 * PAD + icon;
        if x > column.x && x + width > column.x + column.width {
            (x, y) = (column.x, y + CHIP + BETWEEN);
        }
        let chip = Rect::new(x, y, width, CHIP);
        parts.push(block(chip, CHIP / 2.0, &page.palette.surface, Some(solid(&page.tint.rim, 1.0))));
        if let Some(channel) = channel {
            parts.push(Primitive::Icon {
                x: x + PAD - 2.0,
                y: y + 7.0,
                size: 14.0,
                d: channel_icon(channel).to_owned(),
                colour: page.tint.tone.clone(),
            });
        }
        let place = Rect::new(x + PAD + icon, 0.0, SMALL.width(&text), 0.0);
        parts.extend(written(place, y + 18.5, &words, SMALL, &page.palette.ink));
        x += width + BETWEEN;
    }
    let names: Vec<&str> = all.iter().map(|(_, name)| *name).collect();
    column.part(part, y + CHIP - column.y, format!("{title}: {}", names.join(", ")), parts);
}

//! The card of a touchpoint.

use model::{Account, Details, EvidenceKind, Level, Node};

use crate::detail::{Afar, MIDDLE};
use crate::faces::face;
use crate::geometry::{Point, point};
use crate::icons::{DOT_ICON, FLAG_ICON, MAP_ICON, OPPORTUNITY_ICON, PAIN_ICON, QUOTE_ICON, channel_icon};
use crate::layout::{Card, MARKS};
use crate::lines::{CARD, SMALL, broken, shortened};
use crate::marker::Marker;
use crate::page::Page;
use crate::shapes::{block, dashed, diamond, in_the_middle, line_box, said, solid, written};
use crate::words::Value;
use crate::zones::{Figure, Handle, Plate, Zones};
use crate::{Anchor, Primitive, Rect, SceneItem, Stroke, Subject, spoken, tint};

/// The size of the disc behind a channel's icon.
const DISC: f64 = 32.0;
/// Its size at the corner of an image.
const BADGE: f64 = 20.0;
/// The width of the line beneath the title, beside a face and a flag.
const SECOND: f64 = 90.0;
/// The width of a face and a flag.
const ASIDE: f64 = 42.0;
/// Around a title in the type of the middle level.
const BRIEF_SIDE: f64 = 8.0;

/// The card with what is known of its touchpoint.
pub(super) fn item(page: &Page, card: &Card) -> SceneItem {
    let touchpoint = card.touchpoint;
    let account = page.counted.as_ref().and_then(|counted| counted.touchpoint(touchpoint.id));
    let mut primitives = Vec::with_capacity(14);
    let (mut figures, mut losses) = (Vec::new(), Vec::new());
    let tint = tint::of_losses(page, Level::Touchpoint, account);
    let tint = tint.or_else(|| tint::of_feeling(page, page.feeling(touchpoint)));
    let radius = card.plate().radius;
    let colours = page.stage_colours(card.stage);
    let afar_ground = tint.as_ref().map_or(&colours.disc, |tint| &tint.ground);
    let far = vec![block(card.rect, radius, afar_ground, None)];
    primitives.push(tint::plate(page, card.rect, radius, rim(page, card), tint));
    add_look(page, card, &mut primitives);
    add_marks(page, card, &mut primitives);
    figures.extend(add_text(page, card, account, &mut primitives));
    if page.level() == Some(Level::Touchpoint)
        && let Some(account) = account
        && let Some(rate) = &account.drop_off
        && let Some(marker) = Marker::of(page, account)
    {
        let rect = marker.rect(&card.rect);
        marker.paint(page, rect, &mut primitives);
        losses = marker.paint_brief(page, rect);
        figures.push(Figure::of_drop_off(account, rate, rect).in_brief(&losses));
    }
    let mut middle = title_in_brief(page, card, !losses.is_empty());
    middle.append(&mut losses);
    let subject = Subject::Touchpoint { touchpoint: touchpoint.id };
    let label = spoken::of_touchpoint(page, touchpoint, card.stage);
    let item = SceneItem::new(subject, card.rect, label, primitives).with(Zones {
        header: Some(card.plate()),
        title: Some(card.title_zone()),
        handles: Handle::around(&card.rect),
        figures,
        ..Zones::default()
    });
    item.seen_afar(Afar { ground: 1, middle, far })
}

/// The title in the type of the middle level, in all of the card that a drop-off on its lower rim leaves.
fn title_in_brief(page: &Page, card: &Card, is_marked: bool) -> Vec<Primitive> {
    let room = card.rect.grown(-BRIEF_SIDE);
    let room = Rect { height: room.height - if is_marked { BRIEF_SIDE } else { 0.0 }, ..room };
    let most = (room.height / MIDDLE.leading) as usize;
    let title = broken(&card.touchpoint.title, MIDDLE, room.width, most.max(1));
    in_the_middle(&room, &title, MIDDLE, &page.palette.ink)
}

/// Where the drop-off of a card stands, if it has one.
pub(super) fn marker_rect(page: &Page, card: &Card) -> Option<Rect> {
    if page.level() != Some(Level::Touchpoint) {
        return None;
    }
    let account = page.counted.as_ref()?.touchpoint(card.touchpoint.id)?;
    Some(Marker::of(page, account)?.rect(&card.rect))
}

/// The rim of a card: dashed where what happens there is only assumed.
fn rim(page: &Page, card: &Card) -> Stroke {
    let known = card.touchpoint.details.evidence.as_ref();
    match known.map(|known| known.kind) {
        Some(EvidenceKind::Assumed) => dashed(&page.palette.line, 1.0, &[4.0, 4.0]),
        _ => solid(&page.palette.hairline, 1.0),
    }
}

/// Adds what the touchpoint looks like: its image with the channel at a corner, or else the channel alone.
fn add_look(page: &Page, card: &Card, primitives: &mut Vec<Primitive>) {
    let Rect { x, y, .. } = card.rect;
    let Some(Plate { rect, radius }) = card.image_plate() else {
        let disc = Rect::new(x + 12.0, y + 16.0, DISC, DISC);
        add_icon(page, card, disc, None, primitives);
        add_moment(page, card, point(disc.right() - 3.0, disc.bottom() - 3.0), primitives);
        return;
    };
    // A ground is there also where the image cannot be shown.
    primitives.push(block(rect, radius, &page.palette.hairline, None));
    let image = card.touchpoint.details.image.clone();
    primitives.push(Primitive::Image { rect, radius, image });
    if card.touchpoint.channel.is_some() {
        let disc = Rect::new(rect.right() - BADGE + 5.0, rect.bottom() - BADGE + 5.0, BADGE, BADGE);
        add_icon(page, card, disc, Some(solid(&page.palette.surface, 2.0)), primitives);
    }
    add_moment(page, card, point(rect.right() - 1.0, rect.y + 1.0), primitives);
}

/// Adds the channel's icon on a disc.
fn add_icon(page: &Page, card: &Card, disc: Rect, rim: Option<Stroke>, primitives: &mut Vec<Primitive>) {
    let colours = page.stage_colours(card.stage);
    let size = disc.width / 2.0;
    primitives.push(block(disc, size, &colours.disc, rim));
    primitives.push(Primitive::Icon {
        x: disc.x + size / 2.0,
        y: disc.y + size / 2.0,
        size,
        d: card.touchpoint.channel.as_ref().map_or(DOT_ICON, channel_icon).to_owned(),
        colour: colours.tone.clone(),
    });
}

/// Adds the badge of a moment of truth, if the touchpoint is one.
fn add_moment(page: &Page, card: &Card, middle: Point, primitives: &mut Vec<Primitive>) {
    if card.touchpoint.details.moment_of_truth {
        primitives.push(diamond(middle, page.palette));
    }
}

/// Adds the row of marks: whether it opens a map, what is said, how much hurts and how much could be better.
fn add_marks(page: &Page, card: &Card, primitives: &mut Vec<Primitive>) {
    let Details { quote, pains, opportunities, .. } = &card.touchpoint.details;
    let marks = [
        (MAP_ICON, usize::from(card.touchpoint.sub_journey.is_some())),
        (QUOTE_ICON, usize::from(!quote.is_empty())),
        (PAIN_ICON, pains.len()),
        (OPPORTUNITY_ICON, opportunities.len()),
    ];
    let title = card.title_rect();
    let (mut x, baseline) = (title.x, title.bottom() + 15.5 + MARKS);
    for (icon, count) in marks.into_iter().filter(|(_, count)| *count > 0) {
        primitives.push(Primitive::Icon {
            x,
            y: baseline - 10.5,
            size: 12.0,
            d: icon.to_owned(),
            colour: page.palette.muted.clone(),
        });
        x += 16.0;
        if icon != QUOTE_ICON && icon != MAP_ICON {
            let count = page.words.locale.count(count as u64);
            let width = SMALL.width(&count);
            primitives.push(said(x, baseline, count, SMALL, &page.palette.muted, Anchor::Start));
            x += width;
        }
        x += 10.0;
    }
}

/// Adds the title and what stands beneath it; gives the figure of those who entered, if they are counted.
fn add_text(
    page: &Page,
    card: &Card,
    account: Option<&Account>,
    primitives: &mut Vec<Primitive>,
) -> Option<Figure> {
    let rect = card.rect;
    let title = card.title_rect();
    primitives.extend(written(title, title.y + 14.5, &card.title, CARD, &page.palette.ink));
    let baseline = title.bottom() + 15.5;
    let mut figure = None;
    if let Some(words) = second_line(page, card, account) {
        let place = line_box(title.x, baseline, &words, SMALL);
        figure = account.map(|account| Figure::of_entered(account, place));
        primitives.push(said(title.x, baseline, words, SMALL, &page.palette.muted, Anchor::Start));
    }
    let mut right = rect.right() - 22.0;
    if let Some(sentiment) = page.feeling(card.touchpoint) {
        primitives.extend(face(sentiment, point(right, baseline - 4.5), 8.0, page.palette));
        right -= 22.0;
    }
    if page.journey.is_goal(Node::Touchpoint(card.touchpoint.id)) {
        primitives.push(Primitive::Icon {
            x: right - 7.0,
            y: baseline - 11.5,
            size: 14.0,
            d: FLAG_ICON.to_owned(),
            colour: page.palette.accent.clone(),
        });
    }
    figure
}

/// How many came, or the channel where nothing is counted.
fn second_line(page: &Page, card: &Card, account: Option<&Account>) -> Option<String> {
    let room = SECOND.min(card.title_rect().width - ASIDE);
    if let (Some(account), Some(counted)) = (account, &page.counted) {
        let whole = page.words.fill(counted.unit(), &[("count", Value::Count(account.entered))]);
        // Beside an image there may be no room for what is counted.
        let fits = card.image_plate().is_none() || SMALL.width(&whole) <= room;
        return Some(if fits { whole } else { page.words.locale.count(account.entered) });
    }
    let channel = page.terms.channel(card.touchpoint.channel.as_ref()?);
    // One of one's own may have any name.
    shortened(channel, SMALL, room).lines.first().cloned()
}

//! One curve: each of its stops is a face with the touchpoint's title.

use std::slice;

use model::Sentiment;

use crate::faces::face;
use crate::geometry::{Point, point};
use crate::lines::{SMALL, broken};
use crate::outline::in_walking_order;
use crate::page::Page;
use crate::shapes::{dashed, written};
use crate::{Primitive, Rect, SceneItem};

use super::super::across;
use super::measures::{Measure, ROW, told};
use super::quotes::{End, Quotes};
use super::{FACE, GAP, STEP, Slot, TITLE_LINES, Voice, along, below_best, curve, slots, title};

/// Above the highest face and below the lowest, for what is written there.
const MARGIN: f64 = 50.0;
/// The same where titles stand below all that is drawn.
const BELOW: f64 = 22.0;
/// How far beside a face stands what was measured.
const MEASURED: f64 = 9.0;
/// Between a face and its title.
const BESIDE: f64 = 6.0;
/// No title is wider.
const WIDEST: f64 = 160.0;
/// The narrowest room in which a title is of use.
const NARROWEST: f64 = 40.0;

/// A touchpoint on the curve.
struct Stop<'s, 'a> {
    slot: &'s Slot<'a>,
    sentiment: Sentiment,
    at: Point,
}

/// Adds the curve; gives how high it is.
pub(super) fn add(page: &Page, top: f64, voice: &Voice, item: &mut SceneItem) -> f64 {
    let voices = slice::from_ref(voice);
    let slots = slots(page, &told(page, voices, in_walking_order(page.journey)));
    let [highs, lows] = [End::High, End::Low].map(|end| Quotes::of(page, voices, &slots, end));
    // What was measured stands beside the faces, so that titles have to stand below.
    let margin = if page.has_measured() { BELOW } else { MARGIN };
    let best = top + highs.height + margin;
    let stops = stops(&slots, best, voice);
    let points: Vec<Point> = stops.iter().map(|stop| stop.at).collect();
    let middle = best + below_best(Sentiment::Neutral);
    let mut drawn = vec![
        along(across(page, middle), dashed(&page.palette.hairline, 1.0, &[2.0, 4.0])),
        along(curve(&points), voice.stroke(page)),
    ];
    item.zones.feelings =
        stops.iter().map(|stop| voice.zone(stop.slot.touchpoint, stop.at.x, best)).collect();
    for (index, stop) in stops.iter().enumerate() {
        drawn.extend(face(stop.sentiment, stop.at, FACE, page.palette));
        if !page.has_measured() {
            let before = index.checked_sub(1).map(|before| &stops[before]);
            name(page, before, stop, stops.get(index + 1), &mut item.primitives);
        }
    }
    highs.write(page, top, false, &mut item.primitives);
    let below = best + 4.0 * STEP + margin;
    lows.write(page, below, false, &mut item.primitives);
    let bottom = below + lows.height;
    let numbers = bottom + TITLE_LINES as f64 * SMALL.leading;
    for slot in &slots {
        tell(page, voice, slot, [&highs, &lows], &mut item.label);
        if page.has_measured() {
            title(page, slot, bottom, &mut item.primitives);
        }
        if let Some(measure) = Measure::of(page, voices, slot, FACE + MEASURED) {
            drawn.extend(measure.mark(page, best));
            measure.write(page, slot, (best, numbers), item);
            measure.tell(page, &mut item.label);
        }
    }
    item.add_ground(drawn);
    let end = if page.has_measured() { numbers + ROW } else { bottom };
    end - top
}

/// Says what is felt in a slot, and what is quoted there.
fn tell<'a>(page: &Page<'a>, voice: &Voice<'a>, slot: &Slot<'a>, quotes: [&Quotes; 2], label: &mut String) {
    for part in [" ", &slot.touchpoint.title] {
        label.push_str(part);
    }
    if let Some(sentiment) = voice.at(slot.touchpoint) {
        label.push_str(": ");
        label.push_str(page.terms.sentiment(sentiment));
    }
    if quotes.iter().any(|quotes| quotes.has(slot)) {
        label.push_str(", “");
        label.push_str(voice.quote(page, slot.touchpoint));
        label.push('”');
    }
    label.push('.');
}

/// The touchpoints that have a sentiment, from left to right, if the best one is so far from the top.
fn stops<'s, 'a>(slots: &'s [Slot<'a>], best: f64, voice: &Voice<'a>) -> Vec<Stop<'s, 'a>> {
    let stop = |slot: &'s Slot<'a>| {
        let sentiment = voice.at(slot.touchpoint)?;
        Some(Stop { slot, sentiment, at: point(slot.middle, best + below_best(sentiment)) })
    };
    slots.iter().filter_map(stop).collect()
}

/// Writes what a stop is where the curve is not: above a high, below a low, else on the side that the curve leaves.
fn name(
    page: &Page,
    before: Option<&Stop>,
    stop: &Stop,
    after: Option<&Stop>,
    primitives: &mut Vec<Primitive>,
) {
    let (x, y) = (stop.at.x, stop.at.y);
    let higher = |beside: Option<&Stop>| beside.is_some_and(|beside| beside.at.y < y);
    let lower = |beside: Option<&Stop>| beside.is_some_and(|beside| beside.at.y > y);
    let one_sided = (lower(before) && higher(after)) || (higher(before) && lower(after));
    let below = higher(after) || (higher(before) && !lower(after));
    let room_before = before.map_or(2.0 * x, |before| x - before.at.x);
    let room_after = after.map_or(2.0 * (page.width() - x), |after| after.at.x - x);
    let width = if one_sided { room_after - FACE } else { room_before.min(room_after) };
    let width = (width - GAP).min(WIDEST);
    if width < NARROWEST {
        return;
    }
    let title = broken(&stop.slot.touchpoint.title, SMALL, width, 2);
    let wide = title.lines.iter().map(|line| SMALL.width(line)).fold(0.0, f64::max);
    let left = if one_sided { x - FACE } else { x - wide / 2.0 };
    let place = Rect::new(left, 0.0, wide, SMALL.leading);
    let further = (title.lines.len() - 1) as f64 * SMALL.leading;
    let baseline = if below { y + FACE + BESIDE + 9.0 } else { y - FACE - BESIDE - further };
    primitives.extend(written(place, baseline, &title, SMALL, &page.palette.muted));
}

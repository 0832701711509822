//! One curve: each of its stops is a face with the touchpoint's title.

use model::{Sentiment, Touchpoint};

use crate::faces::face;
use crate::geometry::{Point, point};
use crate::lines::{SMALL, broken};
use crate::page::Page;
use crate::shapes::{dashed, written};
use crate::{Primitive, Rect, SceneItem};

use super::super::across;
use super::{FACE, GAP, STEP, Voice, along, below_best, curve, slots};

/// Above the highest face and below the lowest, for what is written there.
const MARGIN: f64 = 50.0;
/// Between a face and its title.
const BESIDE: f64 = 6.0;
/// No title is wider.
const WIDEST: f64 = 160.0;
/// The narrowest room in which a title is of use.
const NARROWEST: f64 = 40.0;

/// A touchpoint on the curve.
struct Stop<'a> {
    touchpoint: &'a Touchpoint,
    sentiment: Sentiment,
    at: Point,
}

/// Adds the curve; gives how high it is.
pub(super) fn add(page: &Page, top: f64, voice: &Voice, item: &mut SceneItem) -> f64 {
    let stops = stops(page, top, voice);
    let middle = top + MARGIN + below_best(Sentiment::Neutral);
    let points: Vec<Point> = stops.iter().map(|stop| stop.at).collect();
    let mut drawn = vec![
        along(across(middle, page.width()), dashed(&page.palette.hairline, 1.0, &[2.0, 4.0])),
        along(curve(&points), voice.stroke(page)),
    ];
    item.zones.feelings =
        stops.iter().map(|stop| voice.zone(stop.touchpoint, stop.at.x, top + MARGIN)).collect();
    for (index, stop) in stops.iter().enumerate() {
        drawn.extend(face(stop.sentiment, stop.at, FACE, page.palette));
        let before = index.checked_sub(1).map(|before| &stops[before]);
        name(page, before, stop, stops.get(index + 1), &mut item.primitives);
        for part in [" ", &stop.touchpoint.title, ": ", page.terms.sentiment(stop.sentiment), "."] {
            item.label.push_str(part);
        }
    }
    item.add_ground(drawn);
    4.0 * STEP + 2.0 * MARGIN
}

/// The touchpoints that have a sentiment, from left to right.
fn stops<'a>(page: &Page<'a>, top: f64, voice: &Voice<'a>) -> Vec<Stop<'a>> {
    let felt: Vec<&Touchpoint> = voice.felt.iter().map(|(touchpoint, _)| *touchpoint).collect();
    let stop = |slot: super::Slot<'a>| {
        let sentiment = voice.at(slot.touchpoint)?;
        let at = point(slot.middle, top + MARGIN + below_best(sentiment));
        Some(Stop { touchpoint: slot.touchpoint, sentiment, at })
    };
    slots(page, &felt).into_iter().filter_map(stop).collect()
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
    let title = broken(&stop.touchpoint.title, SMALL, width, 2);
    let wide = title.lines.iter().map(|line| SMALL.width(line)).fold(0.0, f64::max);
    let left = if one_sided { x - FACE } else { x - wide / 2.0 };
    let place = Rect::new(left, 0.0, wide, SMALL.leading);
    let further = (title.lines.len() - 1) as f64 * SMALL.leading;
    let baseline = if below { y + FACE + BESIDE + 9.0 } else { y - FACE - BESIDE - further };
    primitives.extend(written(place, baseline, &title, SMALL, &page.palette.muted));
}

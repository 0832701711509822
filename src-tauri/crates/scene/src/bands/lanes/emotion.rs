//! The emotion curve: how customers feel from touchpoint to touchpoint.

use model::{Sentiment, Touchpoint};

use crate::faces::face;
use crate::geometry::{Point, point};
use crate::lines::{SMALL, broken};
use crate::outline::in_walking_order;
use crate::page::Page;
use crate::pen::Pen;
use crate::shapes::{dashed, solid, written};
use crate::zones::Feeling;
use crate::{Primitive, Rect, SceneItem};

use super::{EMPTY, across};

/// From one step of sentiment to the next.
const STEP: f64 = 26.0;
/// Above the highest face and below the lowest, for what is written there.
const MARGIN: f64 = 50.0;
/// The radius of a face.
const FACE: f64 = 10.0;
/// Between a face and its title.
const BESIDE: f64 = 6.0;
/// Between the titles of two stops.
const GAP: f64 = 12.0;
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

/// Adds the curve to its lane's item; gives where it ends.
pub(super) fn add(page: &Page, top: f64, item: &mut SceneItem) -> f64 {
    let stops = stops(page, top);
    if stops.is_empty() {
        item.bounds.height += EMPTY;
        return top + EMPTY;
    }
    let height = 4.0 * STEP + 2.0 * MARGIN;
    let middle = height_of(top, Sentiment::Neutral);
    let along = |d, stroke| Primitive::Path { d, fill: None, stroke: Some(stroke) };
    let mut drawn = vec![
        along(across(middle, page.width()), dashed(&page.palette.hairline, 1.0, &[2.0, 4.0])),
        along(curve(&stops), solid(&page.palette.accent, 2.5)),
    ];
    let best = height_of(top, Sentiment::VeryPositive);
    let feeling = |stop: &Stop| Feeling { touchpoint: stop.touchpoint.id, x: stop.at.x, best, step: STEP };
    item.zones.feelings = stops.iter().map(feeling).collect();
    for (index, stop) in stops.iter().enumerate() {
        drawn.extend(face(stop.sentiment, stop.at, FACE, page.palette));
        let before = index.checked_sub(1).map(|before| &stops[before]);
        name(page, before, stop, stops.get(index + 1), &mut item.primitives);
        for part in [" ", &stop.touchpoint.title, ": ", page.terms.sentiment(stop.sentiment), "."] {
            item.label.push_str(part);
        }
    }
    item.add_ground(drawn);
    item.bounds.height += height;
    top + height
}

/// The touchpoints that have a sentiment, in the order in which the transitions lead to them, those of a stage
/// spread over its column.
fn stops<'a>(page: &Page<'a>, top: f64) -> Vec<Stop<'a>> {
    let felt: Vec<_> = in_walking_order(page.journey)
        .into_iter()
        .filter_map(|touchpoint| Some((touchpoint, touchpoint.sentiment?)))
        .collect();
    let mut stops = Vec::with_capacity(felt.len());
    for ground in page.layout.grounds() {
        let here: Vec<_> = felt.iter().filter(|(touchpoint, _)| touchpoint.stage == ground.stage).collect();
        let slot = ground.rect.width / here.len().max(1) as f64;
        for (index, &&(touchpoint, sentiment)) in here.iter().enumerate() {
            let at = point(ground.rect.x + (index as f64 + 0.5) * slot, height_of(top, sentiment));
            stops.push(Stop { touchpoint, sentiment, at });
        }
    }
    stops
}

fn height_of(top: f64, sentiment: Sentiment) -> f64 {
    top + MARGIN + (5 - sentiment.score()) as f64 * STEP
}

/// A line through all stops that is level at each, so that it rises and falls nowhere else than they do.
fn curve(stops: &[Stop]) -> String {
    let mut pen = Pen::new().move_to(stops[0].at);
    for two in stops.windows(2) {
        let (from, to) = (two[0].at, two[1].at);
        let middle = f64::midpoint(from.x, to.x);
        pen = pen.curve_to(point(middle, from.y), point(middle, to.y), to);
    }
    pen.done()
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

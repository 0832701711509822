//! The samples of the legend: what is drawn on the map, once each.

use model::Sentiment;

use crate::faces::face;
use crate::geometry::{Point, point};
use crate::line::Line;
use crate::lines::SMALL;
use crate::marker::Marker;
use crate::page::{Counted, Page};
use crate::path::Path;
use crate::shapes::{block, said, solid};
use crate::{Anchor, Primitive, Rect};

/// Paints a sample from the middle of its left end.
type Paint<'p> = Box<dyn Fn(Point, &mut Vec<Primitive>) + 'p>;

/// A sample with its caption.
pub(super) struct Sample<'p> {
    pub caption: String,
    pub width: f64,
    pub paint: Paint<'p>,
}

impl<'p> Sample<'p> {
    /// Lines of the widths of a few, some and the most.
    pub(super) fn of_width(page: &'p Page, counted: &'p Counted) -> Self {
        let most = counted.most();
        let mut counts = vec![round_count(most / 25), round_count(most / 4), most];
        counts.retain(|&count| count > 0);
        counts.dedup();
        let reach = |count| 42.0 + SMALL.width(&page.words.locale.count(count)) + 20.0;
        let width = counts.iter().map(|&count| reach(count)).sum::<f64>() - 20.0;
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let mut x = at.x;
            for &count in &counts {
                let width = counted.width(count);
                let line = [point(x + width / 2.0, at.y), point(x + 30.0, at.y)];
                let d = Path::rounded(&line, 0.0).data();
                primitives.push(Primitive::Path {
                    d,
                    fill: None,
                    stroke: Some(solid(&page.palette.line, width)),
                });
                let (text, ink) = (page.words.locale.count(count), &page.palette.ink);
                primitives.push(said(x + 42.0, at.y + 4.3, text, SMALL, ink, Anchor::Start));
                x += reach(count);
            }
        };
        Self { caption: page.words.say("legend-width"), width, paint: Box::new(paint) }
    }

    /// The ramp from 0 to 100 %.
    pub(super) fn of_colour(page: &'p Page) -> Self {
        const STEPS: usize = 10;
        const STEP: f64 = 14.0;
        let [none, all] = [0.0, 1.0].map(|share| page.words.locale.percent(share));
        let left = SMALL.width(&none) + 8.0;
        let right = left + STEPS as f64 * STEP + 8.0;
        let width = right + SMALL.width(&all);
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let ink = &page.palette.ink;
            primitives.push(said(at.x, at.y + 4.3, none.clone(), SMALL, ink, Anchor::Start));
            for step in 0..STEPS {
                let rect = Rect::new(at.x + left + step as f64 * STEP, at.y - 5.0, STEP, 10.0);
                let colour = page.palette.conversion((step as f64 + 0.5) / STEPS as f64);
                primitives.push(block(rect, 0.0, &colour, None));
            }
            primitives.push(said(at.x + right, at.y + 4.3, all.clone(), SMALL, ink, Anchor::Start));
        };
        Self { caption: page.words.say("legend-colour"), width, paint: Box::new(paint) }
    }

    pub(super) fn of_marker(page: &'p Page, caption: String, share: f64, count: u64, goal: bool) -> Self {
        let locale = page.words.locale;
        let marker = Marker::sample(format!("{} · {}", locale.percent(share), locale.count(count)), goal);
        let width = marker.at(0.0, 0.0).width;
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            marker.paint(page, marker.at(at.x, at.y), primitives);
        };
        Self { caption, width, paint: Box::new(paint) }
    }

    /// A ghost path, or an uncertain one.
    pub(super) fn of_line(page: &'p Page, caption: String, ghost: bool) -> Self {
        let colour = if ghost { page.palette.ghost.clone() } else { page.palette.conversion(0.55) };
        let line = Line { width: if ghost { 3.0 } else { 5.0 }, colour, ghost, hollow: !ghost };
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let path = Path::rounded(&[point(at.x + 3.0, at.y), point(at.x + 64.0, at.y)], 0.0);
            primitives.extend(line.paint(page, &path));
        };
        Self { caption, width: 64.0, paint: Box::new(paint) }
    }

    /// The five faces, if the map has any.
    pub(super) fn of_sentiment(page: &'p Page) -> Option<Self> {
        page.journey.touchpoints().find_map(|touchpoint| touchpoint.sentiment)?;
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            for (index, sentiment) in Sentiment::ALL.into_iter().enumerate() {
                let centre = point(at.x + 9.0 + index as f64 * 28.0, at.y);
                primitives.extend(face(sentiment, centre, 8.0, page.palette));
            }
        };
        Some(Self { caption: page.words.say("legend-sentiment"), width: 130.0, paint: Box::new(paint) })
    }
}

/// A count with one leading digit: 1, 2 or 5 and zeros, not above the count.
fn round_count(count: u64) -> u64 {
    let mut unit = 1;
    while unit * 10 <= count {
        unit *= 10;
    }
    [5, 2, 1].into_iter().map(|digit| digit * unit).find(|&round| round <= count).unwrap_or(0)
}

//! The legend: samples of what is drawn, what each number means, and the facts of the sample.

use std::sync::Arc;

use model::{Level, Sentiment};

use crate::card::Marker;
use crate::faces::face;
use crate::geometry::{Pen, Point, point};
use crate::journey_edges::Line;
use crate::legend_facts::{Omissions, definitions, facts, inventory, notes};
use crate::lines::{LABEL, Lines, SMALL, broken};
use crate::page::{Counted, Page};
use crate::shapes::{arrowhead, block, said, solid, written};
use crate::{Anchor, Primitive, Rect, SceneItem, Subject};

/// From one sample or definition to the next.
const APART: f64 = 40.0;
/// From the caption of a sample to its middle.
const BENEATH: f64 = 24.0;
const SAMPLE_HEIGHT: f64 = 56.0;
/// A definition is about this wide.
const MEASURE: f64 = 340.0;

/// The legend while it grows downwards.
struct Legend<'p, 'a> {
    page: &'p Page<'a>,
    width: f64,
    top: f64,
    y: f64,
    primitives: Vec<Primitive>,
    spoken: Vec<String>,
}

/// The legend below `top`, wrapped to `width`.
pub(crate) fn item(page: &Page, top: f64, width: f64, omissions: &Omissions) -> SceneItem {
    let mut legend = Legend { page, width, top, y: top, primitives: Vec::new(), spoken: Vec::new() };
    legend.add_rule();
    if let Some(counted) = &page.counted {
        legend.add_samples(counted);
        legend.add_definitions(&definitions(page, counted));
        legend.add_line(&facts(page, counted).join("  ·  "), LABEL, &page.palette.ink);
        let notes = notes(page, omissions);
        if !notes.is_empty() {
            legend.add_line(&notes.join("  ·  "), SMALL, &page.palette.muted);
        }
    } else {
        legend.add_plain_samples();
        legend.add_line(&inventory(page), SMALL, &page.palette.muted);
    }
    legend.done()
}

impl Legend<'_, '_> {
    fn add_rule(&mut self) {
        let palette = self.page.palette;
        let rule = Pen::new().move_to(point(0.0, self.y)).line_to(point(self.width, self.y)).done();
        self.primitives.push(Primitive::Path {
            d: rule,
            fill: None,
            stroke: Some(solid(&palette.hairline, 1.0)),
        });
        self.y += 32.0;
    }

    fn add_samples(&mut self, counted: &Counted) {
        let page = self.page;
        let mut samples = vec![
            Sample::of_width(page, counted),
            Sample::of_colour(page),
            Sample::of_marker(page, page.words.say("legend-drop-off"), 0.12, 94, false),
            Sample::of_marker(page, page.words.say("legend-stayed"), 0.92, 214, true),
            Sample::of_line(page, page.words.say("legend-ghost"), true),
            Sample::of_line(page, page.words.say("legend-uncertain"), false),
        ];
        if counted.evidence.level == Level::Stage {
            samples.drain(2..4);
        }
        samples.extend(Sample::of_sentiment(page));
        self.lay(samples);
    }

    fn add_plain_samples(&mut self) {
        let page = self.page;
        let samples: Vec<Sample> = Sample::of_sentiment(page).into_iter().collect();
        if !samples.is_empty() {
            self.lay(samples);
        }
    }

    fn lay(&mut self, samples: Vec<Sample<'_>>) {
        let mut x = 0.0;
        for sample in samples {
            let caption = SMALL.width(&sample.caption);
            let width = caption.max(sample.width);
            if x > 0.0 && x + width > self.width {
                x = 0.0;
                self.y += SAMPLE_HEIGHT + 8.0;
            }
            let ink = &self.page.palette.muted;
            self.spoken.push(format!("{}.", sample.caption));
            self.primitives.push(said(x, self.y, sample.caption, SMALL, ink, Anchor::Start));
            let middle = point(x, self.y + BENEATH);
            (sample.paint)(middle, &mut self.primitives);
            x += width + APART;
        }
        self.y += SAMPLE_HEIGHT + 16.0;
    }

    fn add_definitions(&mut self, definitions: &[(String, String)]) {
        let fitting = ((self.width + APART) / (MEASURE + APART)).max(1.0) as usize;
        // As many columns as fill as many rows evenly.
        let count = definitions.len().max(1);
        let columns = count.div_ceil(count.div_ceil(fitting)) as f64;
        let width = ((self.width - APART * (columns - 1.0)) / columns).min(MEASURE * 1.5);
        for row in definitions.chunks(columns as usize) {
            let texts: Vec<Arc<Lines>> = row.iter().map(|(_, text)| broken(text, SMALL, width, 8)).collect();
            for (column, ((term, text), lines)) in row.iter().zip(&texts).enumerate() {
                let x = column as f64 * (width + APART);
                let ink = &self.page.palette.ink;
                self.primitives.push(said(x, self.y, term.clone(), LABEL, ink, Anchor::Start));
                let place = Rect::new(x, self.y, width, 0.0);
                let muted = &self.page.palette.muted;
                self.primitives.extend(written(place, self.y + 20.0, lines, SMALL, muted));
                self.spoken.push(format!("{term}: {text}"));
            }
            let deepest = texts.iter().map(|lines| lines.lines.len()).max().unwrap_or(0);
            self.y += 20.0 + deepest as f64 * SMALL.leading + 20.0;
        }
        self.y += 4.0;
    }

    fn add_line(&mut self, text: &str, style: crate::lines::Type, colour: &str) {
        let lines = broken(text, style, self.width, 6);
        let place = Rect::new(0.0, self.y, self.width, 0.0);
        self.primitives.extend(written(place, self.y, &lines, style, colour));
        self.spoken.push(format!("{text}."));
        self.y += (lines.lines.len() as f64 - 1.0) * style.leading + 22.0;
    }

    fn done(self) -> SceneItem {
        let bounds = Rect::new(0.0, self.top, self.width, self.y - 16.0 - self.top);
        let label = format!("{} {}", self.page.words.say("legend-spoken"), self.spoken.join(" "));
        SceneItem::new(Subject::Legend, bounds, label, self.primitives)
    }
}

type Paint<'p> = Box<dyn Fn(Point, &mut Vec<Primitive>) + 'p>;

/// A sample: painted from the middle of its left end.
struct Sample<'p> {
    caption: String,
    width: f64,
    paint: Paint<'p>,
}

impl<'p> Sample<'p> {
    /// Lines of the widths of a few, some and the most.
    fn of_width(page: &'p Page, counted: &'p Counted) -> Self {
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
                let d = Pen::new().move_to(line[0]).line_to(line[1]).done();
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
    fn of_colour(page: &'p Page) -> Self {
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

    fn of_marker(page: &'p Page, caption: String, share: f64, count: u64, goal: bool) -> Self {
        let locale = page.words.locale;
        let marker = Marker::sample(format!("{} · {}", locale.percent(share), locale.count(count)), goal);
        let width = marker.at(0.0, 0.0).width;
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            marker.paint(page, marker.at(at.x, at.y), primitives);
        };
        Self { caption, width, paint: Box::new(paint) }
    }

    /// A ghost path, or an uncertain one.
    fn of_line(page: &'p Page, caption: String, ghost: bool) -> Self {
        let colour = if ghost { page.palette.ghost.clone() } else { page.palette.conversion(0.55) };
        let line = Line { width: if ghost { 3.0 } else { 5.0 }, colour, ghost, hollow: !ghost };
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let (length, half) = line.head();
            let tip = point(at.x + 64.0, at.y);
            let neck = point(tip.x - length, at.y);
            let d = Pen::new().move_to(point(at.x + 3.0, at.y)).line_to(neck).done();
            primitives.extend(line.strokes(page, d));
            let head = arrowhead(tip, point(1.0, 0.0), length, half);
            primitives.push(Primitive::Path { d: head, fill: Some(line.colour.clone()), stroke: None });
        };
        Self { caption, width: 64.0, paint: Box::new(paint) }
    }

    /// The five faces, if the map has any.
    fn of_sentiment(page: &'p Page) -> Option<Self> {
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

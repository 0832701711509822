//! The legend: samples of what is drawn, what each number means, and the facts of the sample.

mod facts;
mod marks;
mod sample;

use std::sync::Arc;

use model::Level;

use crate::band::{Band, Laid, Place};
use crate::detail::Afar;
use crate::geometry::point;
use crate::lens::Lens;
use crate::lines::{LABEL, Lines, SMALL, TITLE, Type, broken};
use crate::page::{Counted, Page};
use crate::pen::Pen;
use crate::shapes::{said, solid, written};
use crate::{Anchor, Palette, Primitive, Rect, SceneItem, Subject};

use facts::{caveats, definitions, facts, hidden, inventory};
use sample::Sample;

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
    left: f64,
    width: f64,
    top: f64,
    y: f64,
    primitives: Vec<Primitive>,
    spoken: Vec<String>,
}

/// The legend.
pub(crate) const BAND: Band = Band { gap: 40.0, lay };

fn lay(page: &Page, place: &Place) -> Laid {
    let item = item(page, place);
    Laid { height: item.bounds.height, items: vec![item], ..Laid::default() }
}

/// The legend below what has been laid out, wrapped to the width of the map.
fn item(page: &Page, place: &Place) -> SceneItem {
    let (left, width, top) = (page.left(), page.width(), place.edge);
    let mut legend = Legend { page, left, width, top, y: top, primitives: Vec::new(), spoken: Vec::new() };
    legend.add_rule();
    legend.add_title();
    if let Some(counted) = &page.counted {
        legend.add_samples(counted);
        legend.add_definitions(&definitions(page, counted, place.paths.as_ref()));
        legend.add_line(&facts(page, counted).join("  ·  "), LABEL, &page.palette.ink);
        for caveat in caveats(page, counted) {
            legend.add_line(&caveat, SMALL, &page.palette.ink);
        }
        let hidden = place.paths.as_ref().and_then(|paths| hidden(page, paths));
        let notes: Vec<String> = hidden.into_iter().chain(place.notes.iter().cloned()).collect();
        if !notes.is_empty() {
            legend.add_line(&notes.join("  ·  "), SMALL, &page.palette.muted);
        }
    } else {
        let mut samples: Vec<Sample> = Sample::of_sentiment(page).into_iter().collect();
        samples.extend(marks::samples(page));
        legend.lay(samples);
        legend.add_line(&inventory(page), SMALL, &page.palette.muted);
    }
    legend.done()
}

/// What each number means, then what is to be known of the sample, under no term.
pub(crate) fn told(page: &Page, counted: &Counted) -> Vec<(String, String)> {
    let known = facts(page, counted).into_iter().chain(caveats(page, counted));
    let defined = definitions(page, counted, None).into_iter().chain([facts::time(page, counted)]);
    defined.chain(known.map(|fact| (String::new(), fact))).collect()
}

impl Legend<'_, '_> {
    fn add_rule(&mut self) {
        let palette = self.page.palette;
        let rule = Pen::new()
            .move_to(point(self.left, self.y))
            .line_to(point(self.left + self.width, self.y))
            .done();
        self.primitives.push(Primitive::Path {
            d: rule,
            fill: None,
            stroke: Some(solid(&palette.hairline, 1.0)),
        });
        self.y += 32.0;
    }

    /// What the lens shows, where it has something to look at.
    fn add_title(&mut self) {
        let is_blind = self.page.counted.is_none() && !matches!(self.page.lens, Lens::Emotion | Lens::Plain);
        if is_blind {
            return;
        }
        let title = self.page.words.say(match self.page.lens {
            Lens::Conversion => "legend-lens-conversion",
            Lens::DropOff => "legend-lens-drop-off",
            Lens::Time => "legend-lens-time",
            Lens::Emotion => "legend-lens-emotion",
            Lens::Comparison => "legend-lens-comparison",
            Lens::Value => "legend-lens-value",
            Lens::Plain => "legend-lens-plain",
        });
        self.spoken.push(format!("{title}."));
        let ink = &self.page.palette.ink;
        self.primitives.push(said(self.left, self.y, title, TITLE, ink, Anchor::Start));
        self.y += 32.0;
    }

    fn add_samples(&mut self, counted: &Counted) {
        let page = self.page;
        let say = |key| page.words.say(key);
        let mut samples = Vec::new();
        samples.extend(Sample::of_ribbon(page, counted));
        if page.lens != Lens::Emotion && counted.evidence.level == Level::Touchpoint {
            samples.extend(Sample::of_width(page, counted));
        }
        match page.lens {
            Lens::Conversion => {
                samples.push(Sample::of_colour(page, say("legend-colour"), Palette::conversion));
                samples.push(Sample::of_colour(page, say("legend-returns"), Palette::returning));
            }
            Lens::DropOff => samples.extend(Sample::of_losses(page, counted)),
            Lens::Time => samples.extend(Sample::of_times(page, counted)),
            Lens::Comparison => samples.extend(Sample::of_differences(page, counted)),
            Lens::Value => samples.extend(Sample::of_values(page, counted)),
            Lens::Emotion | Lens::Plain => {}
        }
        if page.lens.tells_losses() {
            samples.extend(Sample::of_marker(page, counted, false));
            samples.extend(Sample::of_marker(page, counted, true));
        }
        if page.lens.measures_paths() {
            samples.push(Sample::of_line(page, say("legend-ghost"), true));
            if page.lens != Lens::Comparison {
                samples.push(Sample::of_line(page, say("legend-uncertain"), false));
            }
        }
        samples.extend(Sample::of_sentiment(page));
        samples.extend(Sample::of_measured(page));
        samples.extend(marks::samples(page));
        self.lay(samples);
    }

    fn lay(&mut self, samples: Vec<Sample<'_>>) {
        if samples.is_empty() {
            return;
        }
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
            let left = self.left + x;
            self.primitives.push(said(left, self.y, sample.caption, SMALL, ink, Anchor::Start));
            let middle = point(left, self.y + BENEATH);
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
        let width = (self.width - APART * (columns - 1.0)) / columns;
        for row in definitions.chunks(columns as usize) {
            let texts: Vec<Arc<Lines>> = row.iter().map(|(_, text)| broken(text, SMALL, width, 8)).collect();
            for (column, ((term, text), lines)) in row.iter().zip(&texts).enumerate() {
                let x = self.left + column as f64 * (width + APART);
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

    fn add_line(&mut self, text: &str, style: Type, colour: &str) {
        let lines = broken(text, style, self.width, 6);
        let place = Rect::new(self.left, self.y, self.width, 0.0);
        self.primitives.extend(written(place, self.y, &lines, style, colour));
        self.spoken.push(format!("{text}."));
        self.y += (lines.lines.len() as f64 - 1.0) * style.leading + 22.0;
    }

    fn done(self) -> SceneItem {
        let bounds = Rect::new(self.left, self.top, self.width, self.y - 16.0 - self.top);
        let label = format!("{} {}", self.page.words.say("legend-spoken"), self.spoken.join(" "));
        SceneItem::new(Subject::Legend, bounds, label, self.primitives).seen_afar(Afar::nothing())
    }
}

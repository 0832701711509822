//! The samples of the legend: what is drawn on the map, once each.

use model::{Account, Sentiment};

use crate::bands::lanes;
use crate::faces::face;
use crate::geometry::{Point, point};
use crate::lens::{Footing, Lens};
use crate::line::Line;
use crate::lines::{SMALL, shortened};
use crate::marker::Marker;
use crate::page::{Counted, Page};
use crate::path::Path;
use crate::pen::Pen;
use crate::shapes::{block, said, solid};
use crate::spoken::span_in_brief;
use crate::words::Value;
use crate::{Anchor, Colour, Palette, Primitive, Rect, tint};

/// No title in a caption is wider.
const PLACE: f64 = 120.0;

/// Up to which share of the largest difference the ramp is grey.
const FAINT: f64 = 0.2;

/// Paints a sample from the middle of its left end.
type Paint<'p> = Box<dyn Fn(Point, &mut Vec<Primitive>) + 'p>;

/// A sample with its caption.
pub(super) struct Sample<'p> {
    pub caption: String,
    pub width: f64,
    pub paint: Paint<'p>,
}

impl<'p> Sample<'p> {
    /// Curves of the widths of a few, some and the most.
    pub(super) fn of_width(page: &'p Page, counted: &'p Counted) -> Option<Self> {
        let most = counted.most();
        let counts = [round_count(most / 25), round_count(most / 4), most];
        Self::of_lines(page, "legend-width", &counts, 30.0, |count| counted.width(count))
    }

    /// The heights that a few, some and many have in the ribbon; nothing where hardly anybody entered.
    pub(super) fn of_ribbon(page: &'p Page, counted: &'p Counted) -> Option<Self> {
        let fullest = counted.fullest();
        let counts = [fullest / 25, fullest / 6, 2 * fullest / 5].map(round_count);
        Self::of_lines(page, "legend-ribbon", &counts, 16.0, |count| counted.height(count))
    }

    /// Lines as wide as so many are drawn, where there are any.
    fn of_lines(
        page: &'p Page,
        caption: &'static str,
        counts: &[u64],
        length: f64,
        width: impl Fn(u64) -> f64 + 'p,
    ) -> Option<Self> {
        let mut counts = counts.to_vec();
        counts.retain(|&count| count > 0);
        counts.dedup();
        counts.first()?;
        let text = move |count| page.words.locale.count(count);
        let reach = move |count| length + 12.0 + SMALL.width(&text(count)) + 20.0;
        let whole = counts.iter().map(|&count| reach(count)).sum::<f64>() - 20.0;
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let mut x = at.x;
            for &count in &counts {
                let line = Pen::new().move_to(point(x, at.y)).line_to(point(x + length, at.y)).done();
                let stroke = Some(solid(&page.palette.line, width(count)));
                primitives.push(Primitive::Path { d: line, fill: None, stroke });
                let ink = &page.palette.ink;
                primitives.push(said(x + length + 12.0, at.y + 4.3, text(count), SMALL, ink, Anchor::Start));
                x += reach(count);
            }
        };
        Some(Self { caption: page.words.say(caption), width: whole, paint: Box::new(paint) })
    }

    /// A ramp from 0 to 100 %.
    pub(super) fn of_colour(page: &'p Page, caption: String, ramp: fn(&Palette, f64) -> Colour) -> Self {
        let ends = [0.0, 1.0].map(|share| page.words.locale.percent(share));
        Self::of_ramp(page, caption, ends, move |share| ramp(page.palette, share))
    }

    /// The ramp from the shortest time on the map to the longest; nothing where no path was taken by enough.
    pub(super) fn of_times(page: &'p Page, counted: &Counted) -> Option<Self> {
        let (short, long) = counted.scale.times?;
        let ends = [short, long].map(|seconds| span_in_brief(page.words, seconds));
        let caption = page.words.say("legend-times");
        Some(Self::of_ramp(page, caption, ends, |share| page.palette.pace(share)))
    }

    /// The ramp from the least lost to the most that are lost at one node of the map; nothing where nobody is.
    pub(super) fn of_losses(page: &'p Page, counted: &Counted) -> Option<Self> {
        let most = counted.scale.lost;
        let ends = [0, most].map(|lost| page.words.locale.count(lost));
        let caption = page.words.say("legend-losses");
        (most > 0).then(|| Self::of_ramp(page, caption, ends, |share| page.palette.loss_tint(share).rim))
    }

    /// The ramp up to the most that is at stake; nothing where nothing clearly is.
    pub(super) fn of_values(page: &'p Page, counted: &Counted) -> Option<Self> {
        let most = counted.scale.value;
        let ends = [0.0, most].map(|amount| page.words.locale.amount(amount, counted.currency()));
        let caption = page.words.say("legend-values");
        (most > 0.0).then(|| Self::of_ramp(page, caption, ends, |share| page.palette.loss_tint(share).rim))
    }

    /// The ramp from the largest difference below to the largest above, and the line of what may be chance; nothing
    /// where nothing is compared.
    pub(super) fn of_differences(page: &'p Page, counted: &Counted) -> Vec<Self> {
        let most = counted.scale.difference;
        let mut samples = Vec::new();
        if counted.evidence.against.is_none() {
            return samples;
        }
        if most > 0.0 {
            let ends = [-most, most].map(|points| page.words.points(points));
            // What hardly differs is never clear: it has the grey of what may be chance.
            let colour = |share: f64| match 2.0 * share - 1.0 {
                small if small.abs() < FAINT => page.palette.quiet.clone(),
                clear => page.palette.difference(clear),
            };
            samples.push(Self::of_ramp(page, page.words.say("legend-differences"), ends, colour));
        }
        let line = Line::plain(&page.palette.quiet, 5.0);
        samples.push(Self::of_stroke(page.words.say("legend-chance"), line, page));
        samples
    }

    /// A ramp between what stands at its ends.
    fn of_ramp(
        page: &'p Page,
        caption: String,
        [low, high]: [String; 2],
        colour: impl Fn(f64) -> Colour + 'p,
    ) -> Self {
        const STEPS: usize = 10;
        const STEP: f64 = 14.0;
        let left = SMALL.width(&low) + 8.0;
        let right = left + STEPS as f64 * STEP + 8.0;
        let width = right + SMALL.width(&high);
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let ink = &page.palette.ink;
            primitives.push(said(at.x, at.y + 4.3, low.clone(), SMALL, ink, Anchor::Start));
            for step in 0..STEPS {
                let rect = Rect::new(at.x + left + step as f64 * STEP, at.y - 5.0, STEP, 10.0);
                primitives.push(block(rect, 0.0, &colour((step as f64 + 0.5) / STEPS as f64), None));
            }
            primitives.push(said(at.x + right, at.y + 4.3, high.clone(), SMALL, ink, Anchor::Start));
        };
        Self { caption, width, paint: Box::new(paint) }
    }

    /// The marker of the node where most are lost, or of the goal where most stayed; nothing if the map has none
    /// that enough came to.
    pub(super) fn of_marker(page: &'p Page, counted: &Counted<'p>, goal: bool) -> Option<Self> {
        let told = |account: &&Account| {
            let enough = account
                .drop_off
                .is_some_and(|rate| Footing::of(rate.of) == Footing::Enough && rate.count > 0);
            account.goal == goal && enough
        };
        let most = |account: &&Account| account.drop_off.map_or(0, |rate| rate.count);
        // Of equal ones the first.
        let account = counted.studied().nodes.iter().rev().filter(told).max_by_key(most)?;
        let title = shortened(page.journey.title(account.node).unwrap_or_default(), SMALL, PLACE);
        let key = if goal { "legend-stayed" } else { "legend-drop-off" };
        let caption = page.words.fill(key, &[("node", Value::Text(&title.lines[0]))]);
        let marker = Marker::of(page, account)?;
        let width = marker.at(0.0, 0.0).width;
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            marker.paint(page, marker.at(at.x, at.y), primitives);
        };
        Some(Self { caption, width, paint: Box::new(paint) })
    }

    /// A ghost path, or an uncertain one.
    pub(super) fn of_line(page: &'p Page, caption: String, ghost: bool) -> Self {
        let line = if ghost {
            Line { ghost, ..Line::plain(&page.palette.ghost, 3.0) }
        } else {
            let colour =
                if page.lens == Lens::Time { page.palette.pace(0.5) } else { page.palette.conversion(0.5) };
            Line { hollow: true, ..Line::plain(&colour, 5.0) }
        };
        Self::of_stroke(caption, line, page)
    }

    fn of_stroke(caption: String, line: Line, page: &'p Page) -> Self {
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let path = Path::rounded(&[point(at.x + 3.0, at.y), point(at.x + 64.0, at.y)], 0.0);
            primitives.extend(line.paint(page, &path));
        };
        Self { caption, width: 64.0, paint: Box::new(paint) }
    }

    /// The five faces, if the map has any; through the lens that looks at them on their grounds, each with how many
    /// touchpoints it is the face of.
    pub(super) fn of_sentiment(page: &'p Page) -> Option<Self> {
        page.journey.touchpoints().find_map(|touchpoint| page.feeling(touchpoint))?;
        let is_told = page.lens == Lens::Emotion;
        let (apart, caption) = if is_told { (64.0, "legend-feelings") } else { (28.0, "legend-sentiment") };
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            for (index, sentiment) in Sentiment::ALL.into_iter().enumerate() {
                let x = at.x + index as f64 * apart;
                if is_told {
                    add_swatch(page, sentiment, point(x, at.y), primitives);
                }
                let inset = if is_told { 14.0 } else { 9.0 };
                primitives.extend(face(sentiment, point(x + inset, at.y), 8.0, page.palette));
            }
        };
        let width = 4.0 * apart + if is_told { 52.0 } else { 18.0 };
        Some(Self { caption: page.words.say(caption), width, paint: Box::new(paint) })
    }

    /// A mean of answers that agrees with what is felt and one that does not; nothing where none is drawn.
    pub(super) fn of_measured(page: &'p Page) -> Option<Self> {
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            primitives.extend(lanes::sample_of_measured(page, at));
        };
        let caption = page.words.say("legend-measured");
        lanes::shows_measured(page).then(|| Self { caption, width: 36.0, paint: Box::new(paint) })
    }
}

/// The ground of a feeling, and how many touchpoints stand on it.
fn add_swatch(page: &Page, sentiment: Sentiment, at: Point, primitives: &mut Vec<Primitive>) {
    let plate = Rect::new(at.x, at.y - 12.0, 52.0, 24.0);
    primitives.push(tint::plate(page, plate, 6.0, solid("", 1.5), Some(page.palette.feeling(sentiment))));
    let count = page.journey.touchpoints().filter(|each| page.feeling(each) == Some(sentiment)).count();
    let text = page.words.locale.count(count as u64);
    primitives.push(said(at.x + 30.0, at.y + 4.3, text, SMALL, &page.palette.ink, Anchor::Start));
}

/// A count with one leading digit: 1, 2 or 5 and zeros, not above the count.
fn round_count(count: u64) -> u64 {
    let mut unit = 1;
    while unit * 10 <= count {
        unit *= 10;
    }
    [5, 2, 1].into_iter().map(|digit| digit * unit).find(|&round| round <= count).unwrap_or(0)
}

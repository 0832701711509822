//! What was measured at touchpoints by surveys, beside what is felt there: the mean with its interval at the curve, and with
//! the number of answers below it.

use model::{Measured, Touchpoint};

use crate::geometry::{Point, point};
use crate::lines::{LABEL, SMALL};
use crate::page::Page;
use crate::pen::Pen;
use crate::shapes::{said, solid};
use crate::words::Value;
use crate::zones::MeasuredZone;
use crate::{Anchor, Primitive, Rect, SceneItem};

use super::{STEP, Slot, Voice, along};

/// How high the row of the numbers is, where somebody answered.
pub(super) const ROW: f64 = 20.0;
/// Half the width of the ends of an interval, and of what the pointer finds where no number stands.
const CAP: f64 = 4.0;
/// The radius of a mean.
const RADIUS: f64 = 4.5;
/// Above and below the mean's mark, what the pointer still finds.
const REACH: f64 = 9.0;

/// What was measured in a slot.
pub(super) struct Measure<'a> {
    pub measured: &'a Measured,
    /// Where its mark is, from the left.
    pub x: f64,
    /// Whether it clearly disagrees with every voice that feels something there.
    pub disagrees: bool,
}

impl<'a> Measure<'a> {
    /// What was measured in a slot, its mark so far right of the middle.
    pub fn of(page: &Page<'a>, voices: &[Voice], slot: &Slot, aside: f64) -> Option<Self> {
        let measured = page.measured(slot.touchpoint.id)?;
        let mut felt = voices.iter().filter_map(|voice| voice.at(slot.touchpoint)).peekable();
        let disagrees = felt.peek().is_some() && felt.all(|felt| measured.disagrees_with(felt));
        let x = slot.middle + aside.min(slot.width / 2.0 - RADIUS - 1.0);
        Some(Self { measured, x, disagrees })
    }

    /// The mean and its interval, where the best feeling is so far from the top.
    pub fn mark(&self, page: &Page, best: f64) -> Vec<Primitive> {
        let palette = page.palette;
        let y = |feeling: f64| best + (2.0 - feeling) * STEP;
        let colour = if self.disagrees { &palette.loss } else { &palette.ink };
        let end = |pen: Pen, y: f64| pen.move_to(point(self.x - CAP, y)).line_to(point(self.x + CAP, y));
        let (low, high) = (y(self.measured.low), y(self.measured.high));
        let pen = Pen::new().move_to(point(self.x, high)).line_to(point(self.x, low));
        let at = point(self.x, y(self.measured.mean));
        let fill = if self.disagrees { &palette.loss } else { &palette.surface };
        let mut mark = vec![
            along(end(end(pen, high), low).done(), solid(colour, 1.5)),
            Primitive::Path {
                d: Pen::new().circle(at, RADIUS).done(),
                fill: Some(fill.clone()),
                stroke: Some(solid(colour, 1.5)),
            },
        ];
        if self.disagrees {
            mark.push(warning(at, &palette.surface));
        }
        mark
    }

    /// Writes the mean and how many answered below it, where there is room, and says where the pointer finds it.
    pub fn write(&self, page: &Page, slot: &Slot, (best, top): (f64, f64), item: &mut SceneItem) {
        let words = page.words;
        let mean = words.locale.signed_tenths(self.measured.mean);
        let count = Value::Count(self.measured.answered);
        let text = words.fill("measured", &[("mean", Value::Text(&mean)), ("count", count)]);
        let style = if self.disagrees { LABEL } else { SMALL };
        let colour = if self.disagrees { &page.palette.loss } else { &page.palette.muted };
        let wide = style.width(&text);
        let rect = if wide <= slot.width - 2.0 {
            let (x, y) = (slot.middle, top + 14.0);
            item.primitives.push(said(x, y, text, style, colour, Anchor::Middle));
            Rect::new(x - wide / 2.0, top, wide, ROW)
        } else {
            let y = best + (2.0 - self.measured.mean) * STEP;
            Rect::new(self.x - RADIUS, y - REACH, 2.0 * RADIUS, 2.0 * REACH)
        };
        let zone = MeasuredZone { touchpoint: slot.touchpoint.id, answered: self.measured.answered, rect };
        item.zones.measured.push(zone);
    }

    /// Says it in words.
    pub fn tell(&self, page: &Page, label: &mut String) {
        let words = page.words;
        let [mean, low, high] = [self.measured.mean, self.measured.low, self.measured.high]
            .map(|feeling| words.locale.signed_tenths(feeling));
        let values = [
            ("mean", Value::Text(&mean)),
            ("low", Value::Text(&low)),
            ("high", Value::Text(&high)),
            ("count", Value::Count(self.measured.answered)),
        ];
        label.push(' ');
        label.push_str(&words.fill("spoken-measured", &values));
        if self.disagrees {
            label.push(' ');
            label.push_str(&words.say("spoken-disagrees"));
        }
    }
}

/// The sample of the legend: a mean that agrees, and one that does not.
pub(in crate::bands) fn sample(page: &Page, at: Point) -> Vec<Primitive> {
    let measured =
        Measured { touchpoint: model::TouchpointId(0), answered: 0, mean: 0.0, low: -0.4, high: 0.4 };
    let one = |x, disagrees| Measure { measured: &measured, x, disagrees }.mark(page, at.y - 2.0 * STEP);
    [one(at.x + 6.0, false), one(at.x + 30.0, true)].concat()
}

/// Those touchpoints of a list that somebody feels something at or answered about.
pub(super) fn told<'a>(page: &Page<'a>, voices: &[Voice], all: Vec<&'a Touchpoint>) -> Vec<&'a Touchpoint> {
    let is_told = |touchpoint: &&Touchpoint| {
        page.measured(touchpoint.id).is_some() || voices.iter().any(|voice| voice.at(touchpoint).is_some())
    };
    all.into_iter().filter(is_told).collect()
}

/// The stroke and the dot of an exclamation mark around a point.
fn warning(at: Point, colour: &str) -> Primitive {
    let pen = Pen::new().move_to(point(at.x, at.y - 2.7)).line_to(point(at.x, at.y + 0.5));
    let pen = pen.move_to(point(at.x, at.y + 1.9)).line_to(point(at.x, at.y + 2.9));
    along(pen.done(), solid(colour, 1.3))
}

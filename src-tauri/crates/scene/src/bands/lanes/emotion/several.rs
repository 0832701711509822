//! Several curves, one for each persona: told apart by their tint, their dashes and the marks of their stops. What they feel stands
//! at the side, and the touchpoints below.

use model::{Sentiment, Touchpoint};

use crate::faces::face;
use crate::geometry::{Point, point};
use crate::lines::SMALL;
use crate::outline::in_walking_order;
use crate::page::Page;
use crate::shapes::dashed;
use crate::{Primitive, SceneItem};

use super::super::across;
use super::measures::{Measure, ROW, told};
use super::quotes::{End, Quotes};
use super::{GAP, STEP, Slot, TITLE_LINES, Voice, along, below_best, curve, slots, title};

/// Above the best feeling.
const ABOVE: f64 = 22.0;
/// From the worst feeling to the titles.
const BELOW: f64 = 22.0;
/// Below the titles.
const UNDER: f64 = 10.0;
/// How far beside the last mark stands what was measured.
const MEASURED: f64 = 16.0;
/// How far apart curves run that feel the same.
const APART: f64 = 4.0;
/// How far apart marks stand at one touchpoint, where there is room.
const ASIDE: f64 = 15.0;
/// The radius of a face at the side, and the room that it takes.
const FACE: f64 = 7.0;
const SIDE: f64 = 2.0 * FACE + 10.0;

/// Adds the curves; gives how high they are.
pub(super) fn add(page: &Page, top: f64, voices: &[Voice], item: &mut SceneItem) -> f64 {
    let slots = slots(page, &told(page, voices, in_walking_order(page.journey)));
    let [highs, lows] = [End::High, End::Low].map(|end| Quotes::of(page, voices, &slots, end));
    let spread = Spread { voices: voices.len(), best: top + highs.height + ABOVE };
    let mut drawn = levels(page, spread.best, slots.first().map(|first| spread.at(0, first).x));
    let mut marks = Vec::new();
    for (index, voice) in voices.iter().enumerate() {
        let mut points = Vec::new();
        for slot in &slots {
            let Some(sentiment) = voice.at(slot.touchpoint) else { continue };
            let best = spread.at(index, slot);
            let at = point(best.x, best.y + below_best(sentiment));
            item.zones.feelings.push(voice.zone(slot.touchpoint, best.x, best.y));
            marks.push(voice.marker(page, at));
            points.push(at);
        }
        drawn.push(along(curve(&points), voice.stroke(page)));
    }
    let measures: Vec<Option<Measure>> =
        slots.iter().map(|slot| Measure::of(page, voices, slot, spread.reach(slot) + MEASURED)).collect();
    drawn.extend(measures.iter().flatten().flat_map(|measure| measure.mark(page, spread.best)));
    drawn.append(&mut marks);
    item.add_ground(drawn);
    highs.write(page, top, true, &mut item.primitives);
    let below = spread.best + 4.0 * STEP + BELOW;
    lows.write(page, below - BELOW / 2.0, true, &mut item.primitives);
    let titles = below + lows.height;
    let numbers = titles + TITLE_LINES as f64 * SMALL.leading;
    for (slot, measure) in slots.iter().zip(&measures) {
        title(page, slot, titles, &mut item.primitives);
        tell(page, voices, slot.touchpoint, &mut item.label);
        if let Some(measure) = measure {
            measure.write(page, slot, (spread.best, numbers), item);
            measure.tell(page, &mut item.label);
        }
    }
    let row = if item.zones.measured.is_empty() { 0.0 } else { ROW };
    numbers + row + UNDER - top
}

/// Where the stops of several voices are.
struct Spread {
    voices: usize,
    /// Where the best feeling is, from the top.
    best: f64,
}

impl Spread {
    /// How far apart two neighbours' stops in a slot are.
    fn step(&self, slot: &Slot) -> f64 {
        ASIDE.min((slot.width - GAP) / self.voices.max(1) as f64).max(0.0)
    }

    /// How far from the middle of a slot its last stop is.
    fn reach(&self, slot: &Slot) -> f64 {
        self.voices.saturating_sub(1) as f64 / 2.0 * self.step(slot)
    }

    /// The stop of a voice in a slot, if it felt best there.
    fn at(&self, voice: usize, slot: &Slot) -> Point {
        let off = voice as f64 - (self.voices as f64 - 1.0) / 2.0;
        point(slot.middle + off * self.step(slot), self.best + off * APART)
    }
}

/// A line for each feeling, with its face at the side unless a stop is there.
fn levels(page: &Page, best: f64, first: Option<f64>) -> Vec<Primitive> {
    let has_room = first.is_some_and(|first| first > SIDE + FACE);
    let mut drawn = Vec::new();
    for sentiment in Sentiment::ALL {
        let y = best + below_best(sentiment);
        drawn.push(along(across(page, y), dashed(&page.palette.hairline, 1.0, &[2.0, 4.0])));
        if has_room {
            drawn.extend(face(sentiment, point(FACE + 1.0, y), FACE, page.palette));
        }
    }
    drawn
}

/// Says what each feels at a touchpoint, and its words.
fn tell<'a>(page: &Page<'a>, voices: &[Voice<'a>], touchpoint: &'a Touchpoint, label: &mut String) {
    for part in [" ", &touchpoint.title, ": "] {
        label.push_str(part);
    }
    let said = voices.iter().filter_map(|voice| {
        let feels = page.terms.sentiment(voice.at(touchpoint)?);
        let name = voice.persona.map_or("", |persona| persona.name.as_str());
        Some(match voice.quote(page, touchpoint) {
            "" => format!("{name} {feels}"),
            quote => format!("{name} {feels}, “{quote}”"),
        })
    });
    label.push_str(&said.collect::<Vec<_>>().join("; "));
    label.push('.');
}

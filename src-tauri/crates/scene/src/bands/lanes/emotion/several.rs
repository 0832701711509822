//! Several curves, one for each persona: told apart by their tint, their dashes and the marks of their stops. What they feel stands
//! at the side, and the touchpoints below.

use model::{Sentiment, Touchpoint};

use crate::faces::face;
use crate::geometry::{Point, point};
use crate::lines::{SMALL, broken};
use crate::outline::in_walking_order;
use crate::page::Page;
use crate::shapes::{dashed, in_the_middle};
use crate::{Primitive, Rect, SceneItem};

use super::super::across;
use super::{GAP, STEP, Slot, Voice, along, below_best, curve, slots};

/// Above the best feeling.
const ABOVE: f64 = 22.0;
/// From the worst feeling to the titles.
const BELOW: f64 = 22.0;
/// How many lines a title has.
const LINES: usize = 2;
/// Below the titles.
const UNDER: f64 = 10.0;
/// How far apart curves run that feel the same.
const APART: f64 = 4.0;
/// How far apart marks stand at one touchpoint, where there is room.
const ASIDE: f64 = 15.0;
/// The radius of a face at the side, and the room that it takes.
const FACE: f64 = 7.0;
const SIDE: f64 = 2.0 * FACE + 10.0;
/// The narrowest room in which a title is of use.
const NARROWEST: f64 = 32.0;

/// Adds the curves; gives how high they are.
pub(super) fn add(page: &Page, top: f64, voices: &[Voice], item: &mut SceneItem) -> f64 {
    let felt: Vec<&Touchpoint> = in_walking_order(page.journey)
        .into_iter()
        .filter(|touchpoint| voices.iter().any(|voice| voice.at(touchpoint).is_some()))
        .collect();
    let slots = slots(page, &felt);
    let spread = Spread { voices: voices.len(), best: top + ABOVE };
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
    drawn.append(&mut marks);
    item.add_ground(drawn);
    let titles = spread.best + 4.0 * STEP + BELOW;
    for slot in &slots {
        title(page, slot, titles, &mut item.primitives);
        tell(page, voices, slot.touchpoint, &mut item.label);
    }
    titles + LINES as f64 * SMALL.leading + UNDER - top
}

/// Where the stops of several voices are.
struct Spread {
    voices: usize,
    /// Where the best feeling is, from the top.
    best: f64,
}

impl Spread {
    /// The stop of a voice in a slot, if it felt best there.
    fn at(&self, voice: usize, slot: &Slot) -> Point {
        let step = ASIDE.min((slot.width - GAP) / self.voices as f64).max(0.0);
        let off = voice as f64 - (self.voices as f64 - 1.0) / 2.0;
        point(slot.middle + off * step, self.best + off * APART)
    }
}

/// A line for each feeling, with its face at the side unless a stop is there.
fn levels(page: &Page, best: f64, first: Option<f64>) -> Vec<Primitive> {
    let has_room = first.is_some_and(|first| first > SIDE + FACE);
    let mut drawn = Vec::new();
    for sentiment in Sentiment::ALL {
        let y = best + below_best(sentiment);
        drawn.push(along(across(y, page.width()), dashed(&page.palette.hairline, 1.0, &[2.0, 4.0])));
        if has_room {
            drawn.extend(face(sentiment, point(FACE + 1.0, y), FACE, page.palette));
        }
    }
    drawn
}

/// Writes what a slot is, below it.
fn title(page: &Page, slot: &Slot, top: f64, primitives: &mut Vec<Primitive>) {
    let width = slot.width - GAP;
    if width < NARROWEST {
        return;
    }
    let lines = broken(&slot.touchpoint.title, SMALL, width, LINES);
    let height = lines.lines.len() as f64 * SMALL.leading;
    let room = Rect::new(slot.middle - width / 2.0, top, width, height);
    primitives.extend(in_the_middle(&room, &lines, SMALL, &page.palette.muted));
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

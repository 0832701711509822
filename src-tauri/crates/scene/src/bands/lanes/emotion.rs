//! The emotion curve: how customers feel from touchpoint to touchpoint. A map of several personas has a curve for each that the
//! picture tells of.

mod alone;
mod key;
mod measures;
mod quotes;
mod several;

use model::{Persona, PersonaId, Sentiment, Touchpoint};

use crate::geometry::{Point, point};
use crate::lines::{SMALL, broken};
use crate::outline::in_walking_order;
use crate::page::Page;
use crate::pen::Pen;
use crate::shapes::{dashed, falling, in_the_middle, solid};
use crate::zones::Feeling;
use crate::{Primitive, Rect, SceneItem, Stroke};

use super::EMPTY;

pub(super) use key::Key;
pub(in super::super) use measures::sample;

/// How many curves are drawn: as many as the heading has personas.
const MOST: usize = 5;
/// From one step of sentiment to the next.
const STEP: f64 = 26.0;
/// The radius of a face.
const FACE: f64 = 10.0;
/// Between the titles of two stops.
const GAP: f64 = 12.0;
/// How wide a curve is.
const WIDE: f64 = 2.5;
/// How many lines a title below the curves has, and the narrowest room in which it is of use.
const TITLE_LINES: usize = 2;
const NARROWEST: f64 = 32.0;
/// How the curves of the personas of a map are dashed, in their order: never told by their colour alone.
const DASHES: [&[f64]; MOST] = [&[], &[9.0, 6.0], &[1.0, 6.0], &[14.0, 6.0, 1.0, 6.0], &[4.0, 6.0]];

/// Whose curve it is, and what is felt along it.
struct Voice<'a> {
    /// Nobody's in particular where a map tells of one persona or none.
    persona: Option<&'a Persona>,
    /// Which of the personas of the map it is, from 0.
    place: usize,
    /// In the order in which the transitions lead there.
    felt: Vec<(&'a Touchpoint, Sentiment)>,
}

/// A touchpoint's part of the width: those of a stage are spread over its column.
struct Slot<'a> {
    touchpoint: &'a Touchpoint,
    middle: f64,
    width: f64,
}

/// Adds the curves to their lane's item; gives where they end.
pub(super) fn add(page: &Page, top: f64, item: &mut SceneItem) -> f64 {
    let height = match voices(page).as_slice() {
        [] if !page.has_measured() => EMPTY,
        [one] => alone::add(page, top, one, item),
        several => several::add(page, top, several, item),
    };
    item.bounds.height += height;
    top + height
}

/// Those who feel something somewhere on the map.
fn voices<'a>(page: &Page<'a>) -> Vec<Voice<'a>> {
    let walked = in_walking_order(page.journey);
    let on_map = &page.journey.map().personas;
    let place = |id: PersonaId| on_map.iter().position(|each| *each == id);
    let of_persona = |persona: &'a Persona| {
        let felt = |touchpoint| Some((touchpoint, page.journey.feeling(touchpoint, persona.id).0?));
        let felt = walked.iter().copied().filter_map(felt).collect();
        Some(Voice { persona: Some(persona), place: place(persona.id)?, felt })
    };
    let felt = |touchpoint: &&'a Touchpoint| Some((*touchpoint, touchpoint.sentiment?));
    let mut voices: Vec<Voice> = if on_map.len() > 1 {
        page.personas.iter().take(MOST).filter_map(of_persona).collect()
    } else {
        Vec::new()
    };
    if voices.is_empty() {
        voices.push(Voice { persona: None, place: 0, felt: walked.iter().filter_map(felt).collect() });
    }
    voices.retain(|voice| !voice.felt.is_empty());
    voices
}

impl<'a> Voice<'a> {
    fn colour(&self, page: &Page<'a>) -> &'static str {
        match self.persona {
            Some(persona) => &page.palette.tinted(persona.details.avatar.tint).tone,
            None => &page.palette.accent,
        }
    }

    fn stroke(&self, page: &Page<'a>) -> Stroke {
        match DASHES[self.place % MOST] {
            [] => solid(self.colour(page), WIDE),
            dash => dashed(self.colour(page), WIDE, dash),
        }
    }

    /// The mark of its stops around a point.
    fn marker(&self, page: &Page<'a>, at: Point) -> Primitive {
        let corners = |corners: &[(f64, f64)]| {
            let corner = |&(x, y): &(f64, f64)| point(at.x + x, at.y + y);
            let pen = Pen::new().move_to(corner(&corners[0]));
            corners[1..].iter().fold(pen, |pen, each| pen.line_to(corner(each))).close().done()
        };
        let d = match self.place % MOST {
            0 => Pen::new().circle(at, 5.5).done(),
            1 => corners(&[(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)]),
            2 => corners(&[(0.0, -7.0), (7.0, 0.0), (0.0, 7.0), (-7.0, 0.0)]),
            3 => corners(&[(0.0, -6.5), (6.5, 5.0), (-6.5, 5.0)]),
            _ => falling(at, 7.0),
        };
        let rim = solid(&page.palette.surface, 1.5);
        Primitive::Path { d, fill: Some(self.colour(page).to_owned()), stroke: Some(rim) }
    }

    /// What it feels at a touchpoint.
    fn at(&self, touchpoint: &Touchpoint) -> Option<Sentiment> {
        self.felt.iter().find(|(each, _)| each.id == touchpoint.id).map(|(_, sentiment)| *sentiment)
    }

    /// What it says at a touchpoint: of nobody in particular, what is said there.
    fn quote(&self, page: &Page<'a>, touchpoint: &'a Touchpoint) -> &'a str {
        let of_persona = |persona: &Persona| page.journey.feeling(touchpoint, persona.id).1;
        self.persona.map_or(&touchpoint.details.quote, of_persona)
    }

    /// Where hands take its stop at a touchpoint.
    fn zone(&self, touchpoint: &Touchpoint, x: f64, best: f64) -> Feeling {
        Feeling {
            touchpoint: touchpoint.id,
            persona: self.persona.map(|persona| persona.id),
            x,
            best,
            step: STEP,
        }
    }
}

/// The parts of the width of some touchpoints, from left to right.
fn slots<'a>(page: &Page<'a>, touchpoints: &[&'a Touchpoint]) -> Vec<Slot<'a>> {
    let mut slots = Vec::with_capacity(touchpoints.len());
    for ground in page.layout.grounds() {
        let here = touchpoints.iter().filter(|touchpoint| touchpoint.stage == ground.stage);
        let width = ground.rect.width / here.clone().count().max(1) as f64;
        slots.extend(here.enumerate().map(|(index, &touchpoint)| Slot {
            touchpoint,
            middle: ground.rect.x + (index as f64 + 0.5) * width,
            width,
        }));
    }
    slots
}

/// How far below the best feeling one is.
fn below_best(sentiment: Sentiment) -> f64 {
    (5 - sentiment.score()) as f64 * STEP
}

/// A line through points that is level at each, so that it rises and falls nowhere else than they do.
fn curve(points: &[Point]) -> String {
    let mut pen = Pen::new().move_to(points[0]);
    for two in points.windows(2) {
        let (from, to) = (two[0], two[1]);
        let middle = f64::midpoint(from.x, to.x);
        pen = pen.curve_to(point(middle, from.y), point(middle, to.y), to);
    }
    pen.done()
}

/// Writes what a slot is, in the middle of it.
fn title(page: &Page, slot: &Slot, top: f64, primitives: &mut Vec<Primitive>) {
    let width = slot.width - GAP;
    if width < NARROWEST {
        return;
    }
    let lines = broken(&slot.touchpoint.title, SMALL, width, TITLE_LINES);
    let height = lines.lines.len() as f64 * SMALL.leading;
    let room = Rect::new(slot.middle - width / 2.0, top, width, height);
    primitives.extend(in_the_middle(&room, &lines, SMALL, &page.palette.muted));
}

fn along(d: String, stroke: Stroke) -> Primitive {
    Primitive::Path { d, fill: None, stroke: Some(stroke) }
}

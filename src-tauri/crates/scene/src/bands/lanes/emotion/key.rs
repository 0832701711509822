//! Whose curve is which, in the title's row of the lane.

use crate::geometry::point;
use crate::lines::{SMALL, shortened};
use crate::page::Page;
use crate::pen::Pen;
use crate::shapes::written;
use crate::{Primitive, Rect};

use super::{Voice, along, voices};

/// How long the sample of a curve is.
const SAMPLE: f64 = 34.0;
/// Between a sample and its name.
const BESIDE: f64 = 8.0;
/// Between a name and the next sample.
const GAP: f64 = 20.0;
/// How much of the row it takes at most.
const SHARE: f64 = 0.7;
/// From the top of the row to the middle of the samples, and to the baseline of the names.
const MIDDLE: f64 = 20.0;
const BASELINE: f64 = 24.0;

/// The key, at the right of its row.
#[derive(Default)]
pub(in super::super) struct Key {
    /// How much of the row it takes, with what is left free before it.
    pub width: f64,
    pub primitives: Vec<Primitive>,
}

impl Key {
    /// The key of the curves of a picture; none on a map that tells of one persona or none.
    pub fn of(page: &Page, row: Rect) -> Self {
        let voices: Vec<Voice> = voices(page).into_iter().filter(|voice| voice.persona.is_some()).collect();
        let name = |voice: &Voice| voice.persona.map_or_else(String::new, |persona| persona.name.clone());
        let names: Vec<String> = voices.iter().map(name).collect();
        let count = names.len() as f64;
        let room = SHARE * row.width - count * (SAMPLE + BESIDE + GAP);
        let needed: f64 = names.iter().map(|name| SMALL.width(name)).sum();
        let each = if needed <= room { room } else { (room / count).max(0.0) };
        let mut key = Self::default();
        for (voice, name) in voices.iter().zip(&names).rev() {
            let name = shortened(name, SMALL, each);
            let wide = SMALL.width(&name.lines[0]);
            let left = row.right() - key.width - wide;
            let place = Rect::new(left, row.y, wide, SMALL.leading);
            key.primitives.extend(written(place, row.y + BASELINE, &name, SMALL, &page.palette.ink));
            let (from, to) = (left - BESIDE - SAMPLE, left - BESIDE);
            let y = row.y + MIDDLE;
            let line = Pen::new().move_to(point(from, y)).line_to(point(to, y)).done();
            key.primitives.push(along(line, voice.stroke(page)));
            key.primitives.push(voice.marker(page, point(f64::midpoint(from, to), y)));
            key.width += wide + BESIDE + SAMPLE + GAP;
        }
        key
    }
}

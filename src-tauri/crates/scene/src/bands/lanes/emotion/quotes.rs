//! What is said where feelings are best and worst: at the highs of the curves above them, at the lows below.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::geometry::point;
use crate::lines::{Lines, SMALL, broken};
use crate::page::Page;
use crate::shapes::written;
use crate::{Primitive, Rect};

use super::{Slot, Voice};

/// How many lines of a quote are shown, and how wide they are at most.
const LINES: usize = 3;
const WIDEST: f64 = 200.0;
/// The narrowest room in which a quote is of use.
const NARROWEST: f64 = 72.0;
/// Between two quotes beside each other, and between two of one touchpoint.
const BESIDE: f64 = 16.0;
const BETWEEN: f64 = 4.0;
/// Between quotes and the curves.
const AWAY: f64 = 8.0;
/// How much room the mark of a voice takes before its quote.
const MARK: f64 = 16.0;

/// At which end of the feelings a quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Where a curve turns down again.
    High,
    /// Where it turns up again.
    Low,
}

/// The quotes above the curves or below them.
pub(super) struct Quotes<'a, 'v> {
    end: End,
    /// Those of a touchpoint under one another, from left to right.
    blocks: Vec<Block<'a, 'v>>,
    /// How much they need, with what is between them and the curves; 0 for none.
    pub height: f64,
}

/// What is said at a touchpoint, and by whom.
type Said<'a, 'v> = Vec<(&'v Voice<'a>, &'a str)>;

struct Block<'a, 'v> {
    middle: f64,
    left: f64,
    right: f64,
    said: Vec<(&'v Voice<'a>, Arc<Lines>)>,
}

impl Block<'_, '_> {
    fn height(&self) -> f64 {
        let lines: usize = self.said.iter().map(|(_, lines)| lines.lines.len()).sum();
        lines as f64 * SMALL.leading + (self.said.len() - 1) as f64 * BETWEEN
    }
}

impl<'a, 'v> Quotes<'a, 'v> {
    /// The quotes at one end of the curves of some voices, as far as there is room for them.
    pub fn of(page: &Page<'a>, voices: &'v [Voice<'a>], slots: &[Slot<'a>], end: End) -> Self {
        let mut said: Vec<Said> = slots.iter().map(|_| Vec::new()).collect();
        for voice in voices {
            for place in ends(voice, slots, end) {
                let quote = voice.quote(page, slots[place].touchpoint);
                if !quote.is_empty() {
                    said[place].push((voice, quote));
                }
            }
        }
        let quoted: Vec<_> = slots.iter().zip(said).filter(|(_, said)| !said.is_empty()).collect();
        let middles: Vec<f64> = quoted.iter().map(|(slot, _)| slot.middle).collect();
        let room = |place: usize| {
            let before = place.checked_sub(1).map(|before| f64::midpoint(middles[before], middles[place]));
            let after = middles.get(place + 1).map(|after| f64::midpoint(*after, middles[place]));
            let half = WIDEST / 2.0;
            let left = before.map_or(0.0, |before| before + BESIDE / 2.0).max(middles[place] - half);
            let right = after.map_or(page.width(), |after| after - BESIDE / 2.0).min(middles[place] + half);
            (left, right - left)
        };
        let mark = if voices.len() > 1 { MARK } else { 0.0 };
        let block = |(place, (_, said)): (usize, (&Slot, Said<'a, 'v>))| {
            let (left, width) = room(place);
            let lines = |(voice, quote)| (voice, broken(&in_marks(quote), SMALL, width - mark, LINES));
            (width - mark >= NARROWEST).then(|| Block {
                middle: middles[place],
                left: left + mark,
                right: left + width,
                said: said.into_iter().map(lines).collect(),
            })
        };
        let blocks: Vec<Block> = quoted.into_iter().enumerate().filter_map(block).collect();
        let highest = blocks.iter().map(Block::height).fold(0.0, f64::max);
        let height = if blocks.is_empty() { 0.0 } else { highest + AWAY };
        Self { end, blocks, height }
    }

    /// Writes them in the room that begins so far from the top, each next to the curves.
    pub fn write(&self, page: &Page, top: f64, has_marks: bool, primitives: &mut Vec<Primitive>) {
        for block in &self.blocks {
            let mut y = match self.end {
                End::High => top + self.height - AWAY - block.height(),
                End::Low => top + AWAY,
            };
            for (voice, lines) in &block.said {
                let wide = lines.lines.iter().map(|line| SMALL.width(line)).fold(0.0, f64::max);
                // What is narrower than its room stands under the touchpoint that it is about.
                let left = (block.middle - wide / 2.0).min(block.right - wide).max(block.left);
                let place = Rect::new(left, y, wide, 0.0);
                primitives.extend(written(place, y + 12.0, lines, SMALL, &page.palette.ink));
                if has_marks {
                    primitives.push(voice.marker(page, point(left - MARK / 2.0 - 1.0, y + 8.0)));
                }
                y += lines.lines.len() as f64 * SMALL.leading + BETWEEN;
            }
        }
    }

    /// The quote of a voice at a touchpoint, if it is among them.
    pub fn has(&self, slot: &Slot) -> bool {
        self.blocks.iter().any(|block| (block.middle - slot.middle).abs() < f64::EPSILON)
    }
}

/// A quote between marks, unless it was written with some.
fn in_marks(quote: &str) -> String {
    let quote = quote.trim();
    if quote.starts_with(['"', '\'', '“', '„', '‘', '‚', '«', '»']) {
        quote.to_owned()
    } else {
        format!("“{quote}”")
    }
}

/// The places where a voice feels better, or worse, than before and after, if not everywhere the same. At the ends of its
/// curve there is only one of the two.
fn ends(voice: &Voice, slots: &[Slot], end: End) -> Vec<usize> {
    let felt: Vec<(usize, i64)> = slots
        .iter()
        .enumerate()
        .filter_map(|(place, slot)| Some((place, voice.at(slot.touchpoint)?.score())))
        .collect();
    let beyond = match end {
        End::High => Ordering::Greater,
        End::Low => Ordering::Less,
    };
    let is_end = |index: usize| {
        let here = felt[index].1;
        let before = index.checked_sub(1).map(|before| here.cmp(&felt[before].1));
        let after = felt.get(index + 1).map(|(_, after)| here.cmp(after));
        let sides = [before, after].into_iter().flatten();
        match sides.clone().count() {
            0 => here.cmp(&3) == beyond,
            _ => {
                sides.clone().all(|side| side != beyond.reverse()) && sides.clone().any(|side| side == beyond)
            }
        }
    };
    (0..felt.len()).filter(|&index| is_end(index)).map(|index| felt[index].0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_has_marks_once() {
        for (written, seen) in [("Why?", "“Why?”"), ("“Why?”", "“Why?”"), (" \"Why?\" ", "\"Why?\"")]
        {
            assert_eq!(in_marks(written), seen);
        }
    }
}

//! Lines of text, set: which part of a line stands where and in which font, for painters that choose no fonts.

use crate::fonts::{Script, is_invisible};
use crate::measure::{Piece, pieces};
use crate::{Anchor, Primitive, Rect, Stroke, Weight};

/// A part of a line of text that one font shows and that runs one way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SetPart<'t> {
    /// What it says, in logical order.
    pub text: &'t str,
    /// Its left end.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// Whether it runs from right to left.
    pub rtl: bool,
    pub(crate) script: Script,
    weight: Weight,
}

impl SetPart<'_> {
    /// The place of its font among [`fonts::files`](crate::fonts::files); none where no bundled font shows it.
    pub fn file(&self) -> Option<usize> {
        self.script.file(self.weight)
    }
}

/// The parts of a line from left to right, as they are seen; none of what is no text.
pub fn set<'t>(primitive: &'t Primitive) -> Vec<SetPart<'t>> {
    let Primitive::Text { x, text, size, weight, anchor, rtl, .. } = primitive else { return Vec::new() };
    let pieces = pieces(text, *weight, *rtl);
    let whole: f64 = pieces.iter().map(|piece| piece.width * size).sum();
    let mut left = match anchor {
        Anchor::Start => *x,
        Anchor::Middle => x - whole / 2.0,
        Anchor::End => x - whole,
    };
    let place = |piece: Piece<'t>| {
        let (x, width) = (left, piece.width * size);
        left += width;
        SetPart { text: piece.text, x, width, rtl: piece.rtl, script: piece.script, weight: *weight }
    };
    pieces.into_iter().map(place).collect()
}

/// What stands for a part that no bundled font shows: for each character a box with its code, as browsers have it.
pub fn codes(primitive: &Primitive, part: &SetPart<'_>) -> Vec<Primitive> {
    let Primitive::Text { y, size, colour, .. } = primitive else { return Vec::new() };
    let shown = |character: &char| !is_invisible(*character);
    let mut characters: Vec<char> = part.text.chars().filter(shown).collect();
    if part.rtl {
        characters.reverse();
    }
    let mut boxes = Vec::with_capacity(3 * characters.len());
    for (at, character) in (0_u32..).zip(characters) {
        let left = part.x + f64::from(at) * size;
        boxes.push(Primitive::Rect {
            rect: Rect::new(left + 0.08 * size, y - 0.82 * size, 0.84 * size, *size),
            radius: 0.06 * size,
            fill: None,
            stroke: Some(Stroke { colour: colour.clone(), width: 0.05 * size, dash: Vec::new() }),
        });
        let code = format!("{:04X}", u32::from(character));
        let (upper, lower) = code.split_at(code.len() / 2);
        for (half, baseline) in [(upper, y - 0.4 * size), (lower, y + 0.06 * size)] {
            boxes.push(Primitive::Text {
                x: left + size / 2.0,
                y: baseline,
                text: half.to_owned(),
                size: if code.len() > 4 { 0.36 } else { 0.46 } * size,
                weight: Weight::Regular,
                colour: colour.clone(),
                anchor: Anchor::Middle,
                rtl: false,
            });
        }
    }
    boxes
}

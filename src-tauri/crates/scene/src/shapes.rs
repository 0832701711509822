//! Primitives by the dozen: how rectangles, lines of text and markers are made.

use crate::detail::{DROP, MIDDLE};
use crate::geometry::{Point, point};
use crate::lines::{Lines, Type};
use crate::pen::Pen;
use crate::{Anchor, Palette, Primitive, Rect, Stroke};

/// A solid line of a colour and width.
pub(crate) fn solid(colour: &str, width: f64) -> Stroke {
    Stroke { colour: colour.to_owned(), width, dash: Vec::new() }
}

/// A dashed line.
pub(crate) fn dashed(colour: &str, width: f64, dash: &[f64]) -> Stroke {
    Stroke { colour: colour.to_owned(), width, dash: dash.to_vec() }
}

/// The badge of a moment of truth.
pub(crate) fn diamond(middle: Point, palette: &Palette) -> Primitive {
    const RADIUS: f64 = 7.5;
    let corner = |x: f64, y: f64| point(middle.x + x * RADIUS, middle.y + y * RADIUS);
    let pen = Pen::new().move_to(corner(0.0, -1.0)).line_to(corner(1.0, 0.0));
    Primitive::Path {
        d: pen.line_to(corner(0.0, 1.0)).line_to(corner(-1.0, 0.0)).close().done(),
        fill: Some(palette.accent.clone()),
        stroke: Some(solid(&palette.surface, 2.0)),
    }
}

/// A rectangle with round corners.
pub(crate) fn block(rect: Rect, radius: f64, fill: &str, stroke: Option<Stroke>) -> Primitive {
    Primitive::Rect { rect, radius, fill: Some(fill.to_owned()), stroke }
}

/// One line of text from left to right, as the app itself writes.
pub(crate) fn said(x: f64, y: f64, text: String, style: Type, colour: &str, anchor: Anchor) -> Primitive {
    Primitive::Text {
        x,
        y,
        text,
        size: style.size,
        weight: style.weight,
        colour: colour.to_owned(),
        anchor,
        rtl: false,
    }
}

/// Lines of text that a user wrote, from the baseline of the first. A paragraph that runs from right to left stands
/// at the right of its width.
pub(crate) fn written(
    place: Rect,
    baseline: f64,
    lines: &Lines,
    style: Type,
    colour: &str,
) -> impl Iterator<Item = Primitive> {
    let (x, anchor) = if lines.rtl { (place.right(), Anchor::End) } else { (place.x, Anchor::Start) };
    lines.lines.iter().enumerate().filter(|(_, line)| !line.is_empty()).map(move |(index, line)| {
        Primitive::Text {
            x,
            y: baseline + index as f64 * style.leading,
            text: line.clone(),
            size: style.size,
            weight: style.weight,
            colour: colour.to_owned(),
            anchor,
            rtl: lines.rtl,
        }
    })
}

/// A few words in the middle of a room, in the type of the middle level; nothing where they are too wide for it.
pub(crate) fn in_brief(room: &Rect, words: &str, colour: &str) -> Option<Primitive> {
    let fits = MIDDLE.width(words) <= room.width;
    let (x, y) = (room.centre_x(), room.centre_y() + MIDDLE.size * DROP);
    fits.then(|| said(x, y, words.to_owned(), MIDDLE, colour, Anchor::Middle))
}

/// Lines of text that a user wrote, each in the middle of a room.
pub(crate) fn in_the_middle(room: &Rect, lines: &Lines, style: Type, colour: &str) -> Vec<Primitive> {
    let above = (lines.lines.len() as f64 - 1.0) / 2.0 * style.leading;
    let first = room.centre_y() - above + style.size * DROP;
    let line = |(index, text): (usize, &String)| Primitive::Text {
        x: room.centre_x(),
        y: first + index as f64 * style.leading,
        text: text.clone(),
        size: style.size,
        weight: style.weight,
        colour: colour.to_owned(),
        anchor: Anchor::Middle,
        rtl: lines.rtl,
    };
    lines.lines.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(line).collect()
}

/// The box around one line of text that starts here, for the pointer.
pub(crate) fn line_box(x: f64, baseline: f64, text: &str, style: Type) -> Rect {
    Rect::new(x, baseline - 0.75 * style.leading, style.width(text), style.leading)
}

/// A triangle that points down, for what is lost.
pub(crate) fn falling(centre: Point, size: f64) -> String {
    Pen::new()
        .move_to(point(centre.x - size, centre.y - size * 0.6))
        .line_to(point(centre.x + size, centre.y - size * 0.6))
        .line_to(point(centre.x, centre.y + size * 0.8))
        .close()
        .done()
}

/// An arrowhead at the end of a line, from the direction in which it arrives (a unit vector).
pub(crate) fn arrowhead(tip: Point, towards: Point, length: f64, half: f64) -> String {
    let back = point(tip.x - towards.x * length, tip.y - towards.y * length);
    Pen::new()
        .move_to(tip)
        .line_to(point(back.x - towards.y * half, back.y + towards.x * half))
        .line_to(point(back.x + towards.y * half, back.y - towards.x * half))
        .close()
        .done()
}

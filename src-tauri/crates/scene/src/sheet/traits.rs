//! What the persona is like: sliders between two ends.

use model::Trait;

use crate::icons::SLIDERS_ICON;
use crate::lines::{Lines, SMALL, broken};
use crate::pen::Pen;
use crate::shapes::{block, solid};
use crate::subject::SheetPart;
use crate::words::Value;
use crate::{Anchor, Primitive, Rect, geometry::point};

use super::cards::titled;
use super::{Column, Page};

/// Within the card, around what it says.
const INSIDE: f64 = 20.0;
/// From the top of the card to the first slider.
const TITLED: f64 = 54.0;
/// Between two sliders, side by side and one beneath the other.
const BESIDE: f64 = 40.0;
const BENEATH: f64 = 22.0;
/// From the names of the ends to the middle of the track.
const TRACK: f64 = 15.0;
/// The radius of the knob.
const KNOB: f64 = 7.0;
/// No end takes more lines.
const LINES: usize = 3;

/// Adds the card of the traits, if there are some.
pub(super) fn add(page: &Page, column: &mut Column) {
    let traits: Vec<&Trait> =
        page.sheet.persona.details.traits.iter().filter(|each| is_named(each)).collect();
    if traits.is_empty() {
        return;
    }
    column.y += 24.0;
    let columns = if traits.len() == 1 { 1.0 } else { 2.0 };
    let width = (column.width - 2.0 * INSIDE - (columns - 1.0) * BESIDE) / columns;
    let (mut y, mut parts) = (column.y + TITLED, Vec::new());
    for row in traits.chunks(columns as usize) {
        let names: Vec<_> = row.iter().map(|each| ends(each, width)).collect();
        let lines = names.iter().flatten().map(|each| each.lines.len()).max().unwrap_or(1);
        let high = lines as f64 * SMALL.leading;
        for (index, (each, names)) in row.iter().zip(&names).enumerate() {
            let x = column.x + INSIDE + index as f64 * (width + BESIDE);
            slider(page, each, names, Rect::new(x, y, width, high), &mut parts);
        }
        y += high + TRACK + KNOB + BENEATH;
    }
    let height = y - BENEATH + INSIDE - column.y;
    let title = page.words.say("persona-traits");
    let rect = Rect::new(column.x, column.y, column.width, height);
    let mut primitives = titled(page, rect, SLIDERS_ICON, &title);
    primitives.append(&mut parts);
    let told: Vec<String> = traits.iter().map(|each| spoken(page, each)).collect();
    column.part(SheetPart::Traits, height, format!("{title}: {}", told.join("; ")), primitives);
}

fn is_named(each: &Trait) -> bool {
    !(each.low.trim().is_empty() && each.high.trim().is_empty())
}

fn spoken(page: &Page, each: &Trait) -> String {
    let share = page.words.locale.percent(f64::from(each.value) / 100.0);
    page.words.fill(
        "sheet-trait",
        &[("low", Value::Text(&each.low)), ("high", Value::Text(&each.high)), ("value", Value::Text(&share))],
    )
}

/// The names of both ends, half of the width each.
fn ends(each: &Trait, width: f64) -> [std::sync::Arc<Lines>; 2] {
    [&each.low, &each.high].map(|end| broken(end, SMALL, width / 2.0 - 8.0, LINES))
}

fn slider(
    page: &Page,
    each: &Trait,
    names: &[std::sync::Arc<Lines>; 2],
    over: Rect,
    parts: &mut Vec<Primitive>,
) {
    for (lines, x, anchor) in [(&names[0], over.x, Anchor::Start), (&names[1], over.right(), Anchor::End)] {
        // They stand on the track, whatever their number.
        let first = over.bottom() - 4.0 - (lines.lines.len() - 1) as f64 * SMALL.leading;
        parts.extend(lines.lines.iter().enumerate().filter(|(_, line)| !line.is_empty()).map(
            |(index, line)| Primitive::Text {
                x,
                y: first + index as f64 * SMALL.leading,
                text: line.clone(),
                size: SMALL.size,
                weight: SMALL.weight,
                colour: page.palette.muted.clone(),
                anchor,
                rtl: lines.rtl,
            },
        ));
    }
    let y = over.bottom() + TRACK;
    let at = over.x + KNOB + (over.width - 2.0 * KNOB) * f64::from(each.value) / 100.0;
    parts.push(block(Rect::new(over.x, y - 3.0, over.width, 6.0), 3.0, &page.tint.disc, None));
    // The middle, from which both ends are as far.
    parts.push(block(Rect::new(over.centre_x() - 0.5, y - 5.0, 1.0, 10.0), 0.0, &page.tint.rim, None));
    parts.push(Primitive::Path {
        d: Pen::new().circle(point(at, y), KNOB).done(),
        fill: Some(page.tint.tone.clone()),
        stroke: Some(solid(&page.palette.surface, 2.0)),
    });
}

//! The samples of what cards show of what is written: each only where some card has it.

use model::{Details, EvidenceKind};

use super::sample::Sample;
use crate::geometry::{Point, point};
use crate::icons::{OPPORTUNITY_ICON, PAIN_ICON, QUOTE_ICON};
use crate::page::Page;
use crate::shapes::{block, dashed, diamond};
use crate::{Primitive, Rect};

/// The samples of badges, rims and marks.
pub(super) fn samples<'p>(page: &'p Page) -> Vec<Sample<'p>> {
    let any = |is: fn(&Details) -> bool| page.journey.touchpoints().any(|each| is(&each.details));
    let mut samples = Vec::new();
    if any(|details| details.moment_of_truth) {
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            primitives.push(diamond(point(at.x + 8.0, at.y), page.palette));
        };
        samples.push(Sample {
            caption: page.words.say("legend-moment"),
            width: 16.0,
            paint: Box::new(paint),
        });
    }
    if any(|details| details.evidence.as_ref().is_some_and(|known| known.kind == EvidenceKind::Assumed)) {
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let rim = dashed(&page.palette.line, 1.0, &[4.0, 4.0]);
            let rect = Rect::new(at.x + 0.5, at.y - 8.0, 44.0, 16.0);
            primitives.push(block(rect, 5.0, &page.palette.surface, Some(rim)));
        };
        samples.push(Sample {
            caption: page.words.say("legend-assumed"),
            width: 45.0,
            paint: Box::new(paint),
        });
    }
    for (key, icon, is) in [
        ("legend-quote", QUOTE_ICON, (|details| !details.quote.is_empty()) as fn(&Details) -> bool),
        ("legend-pains", PAIN_ICON, |details| !details.pains.is_empty()),
        ("legend-opportunities", OPPORTUNITY_ICON, |details| !details.opportunities.is_empty()),
    ] {
        if any(is) {
            let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
                let (d, colour) = (icon.to_owned(), page.palette.muted.clone());
                primitives.push(Primitive::Icon { x: at.x, y: at.y - 6.0, size: 12.0, d, colour });
            };
            samples.push(Sample { caption: page.words.say(key), width: 12.0, paint: Box::new(paint) });
        }
    }
    samples
}

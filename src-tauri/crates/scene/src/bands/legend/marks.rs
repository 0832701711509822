//! The samples of what cards and curves show of what is written: each only where some has it.

use model::{Details, EvidenceKind, TransitionKind};

use super::sample::Sample;
use crate::geometry::{Point, point};
use crate::icons::{OPPORTUNITY_ICON, PAIN_ICON, QUOTE_ICON};
use crate::line::Line;
use crate::page::Page;
use crate::path::Path;
use crate::shapes::{block, dashed, diamond};
use crate::{Primitive, Rect};

/// Whether a card shows something.
type Is = fn(&Details) -> bool;

/// From one mark to the next.
const APART: f64 = 24.0;

/// The samples of badges, rims and marks.
pub(super) fn samples<'p>(page: &'p Page) -> Vec<Sample<'p>> {
    let any = |is: Is| page.journey.touchpoints().any(|each| is(&each.details));
    let mut samples = of_kinds(page);
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
    samples.extend(of_marks(page, any));
    samples
}

/// The lines of ways that people mark off from main ones.
fn of_kinds<'p>(page: &'p Page) -> Vec<Sample<'p>> {
    let transitions = page.journey.transitions();
    let kinds =
        [(TransitionKind::Alternative, "legend-alternative"), (TransitionKind::Return, "legend-return")];
    let used =
        kinds.into_iter().filter(|(kind, _)| transitions.iter().any(|each| each.details.kind == Some(*kind)));
    let sample = |(kind, key)| {
        let line = Line::plain(&page.palette.line, 3.0).of_kind(page, Some(kind));
        let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
            let path = Path::rounded(&[point(at.x, at.y), point(at.x + 72.0, at.y)], 0.0);
            primitives.extend(line.paint(page, &path));
        };
        Sample { caption: page.words.say(key), width: 72.0, paint: Box::new(paint) }
    };
    used.map(sample).collect()
}

/// The marks beneath titles, all in one.
fn of_marks<'p>(page: &'p Page, any: impl Fn(Is) -> bool) -> Option<Sample<'p>> {
    let kinds: [(_, _, Is); 3] = [
        ("legend-quote", QUOTE_ICON, |details| !details.quote.is_empty()),
        ("legend-pains", PAIN_ICON, |details| !details.pains.is_empty()),
        ("legend-opportunities", OPPORTUNITY_ICON, |details| !details.opportunities.is_empty()),
    ];
    let shown: Vec<_> = kinds.into_iter().filter(|(_, _, is)| any(*is)).collect();
    let names: Vec<_> = shown.iter().map(|(key, ..)| page.words.say(key)).collect();
    let names = names.join(", ");
    let first = names.chars().next()?;
    let caption = first.to_uppercase().chain(names.chars().skip(1)).collect();
    let width = APART * shown.len() as f64;
    let paint = move |at: Point, primitives: &mut Vec<Primitive>| {
        for (place, (_, icon, _)) in shown.iter().enumerate() {
            let (d, colour) = ((*icon).to_owned(), page.palette.muted.clone());
            let x = at.x + APART * place as f64;
            primitives.push(Primitive::Icon { x, y: at.y - 6.0, size: 12.0, d, colour });
        }
    };
    Some(Sample { caption, width, paint: Box::new(paint) })
}

//! How wide text is, by the bundled fonts.

use std::sync::{LazyLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use rustybuzz::UnicodeBuffer;

use crate::Weight;
use crate::fonts::{Script, clings, is_invisible};

/// How many measured texts are kept for each weight before starting afresh.
const KEPT: usize = 40_000;

type Widths = RwLock<FxHashMap<Box<str>, f64>>;

static REGULAR: LazyLock<Widths> = LazyLock::new(Widths::default);
static SEMI_BOLD: LazyLock<Widths> = LazyLock::new(Widths::default);

/// The width of one line of text in scene units. Widths in em are kept, so that asking again costs a look-up.
///
/// A character that no bundled font shows counts one em: the width of an ideograph, and more than most others.
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    let widths = match weight {
        Weight::Regular => &REGULAR,
        Weight::SemiBold => &SEMI_BOLD,
    };
    let known = widths.read().unwrap_or_else(PoisonError::into_inner).get(text).copied();
    let ems = known.unwrap_or_else(|| {
        let ems = shaped(text, weight);
        let mut widths = widths.write().unwrap_or_else(PoisonError::into_inner);
        if widths.len() >= KEPT {
            widths.clear();
        }
        widths.insert(text.into(), ems);
        ems
    });
    ems * size
}

/// The width in em, run by run of characters that share a font.
fn shaped(text: &str, weight: Weight) -> f64 {
    let mut width = 0.0;
    let mut run = (0, None);
    for (at, character) in text.char_indices() {
        if clings(character) && run.1.is_some() {
            continue;
        }
        let script = Script::of(character, weight);
        if run.1 != Some(script) {
            width += run.1.map_or(0.0, |script| run_width(&text[run.0..at], script, weight));
            run = (at, Some(script));
        }
    }
    width + run.1.map_or(0.0, |script| run_width(&text[run.0..], script, weight))
}

fn run_width(run: &str, script: Script, weight: Weight) -> f64 {
    let Some(face) = script.face(weight) else {
        return run.chars().filter(|&character| !is_invisible(character)).count() as f64;
    };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(run);
    buffer.guess_segment_properties();
    let glyphs = rustybuzz::shape(face, &[], buffer);
    let units: i64 = glyphs.glyph_positions().iter().map(|glyph| i64::from(glyph.x_advance)).sum();
    units as f64 / f64::from(face.units_per_em())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, weight: Weight, from: f64, to: f64) {
        let ems = text_width(text, 1.0, weight);
        assert!((from..=to).contains(&ems), "{text:?} is {ems} em wide");
        assert!((text_width(text, 14.0, weight) - 14.0 * ems).abs() < 1e-9);
    }

    #[test]
    fn text_has_the_width_of_its_glyphs() {
        check("", Weight::Regular, 0.0, 0.0);
        check("Newsletter", Weight::Regular, 4.8, 5.4);
        check("Newsletter", Weight::SemiBold, 5.0, 5.8);
        check("שלום", Weight::Regular, 1.8, 2.8);
        check("漢字", Weight::Regular, 2.0, 2.0);
        check("é", Weight::Regular, 0.5, 0.7);
        check("e\u{301}", Weight::Regular, 0.5, 0.7);
    }

    #[test]
    fn pairs_are_kerned() {
        let apart = text_width("A", 1.0, Weight::Regular) + text_width("V", 1.0, Weight::Regular);
        assert!(text_width("AV", 1.0, Weight::Regular) < apart);
    }

    #[test]
    fn an_emoji_of_many_code_points_is_one_glyph() {
        let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦";
        check(family, Weight::Regular, 1.0, 1.4);
        check(&format!("a{family}a"), Weight::SemiBold, 2.0, 2.8);
    }
}

//! How wide text is, by the bundled fonts.

use std::sync::{LazyLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use rustybuzz::{Face, GlyphBuffer, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};

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
    for_each_run(text, weight, |run, script| width += run_width(run, script, weight));
    width
}

/// Gives each run of characters that share a font, in logical order.
fn for_each_run<'t>(text: &'t str, weight: Weight, mut give: impl FnMut(&'t str, Script)) {
    let mut run: Option<(usize, Script)> = None;
    for (at, character) in text.char_indices() {
        if run.is_some() && clings(character) {
            continue;
        }
        let script = Script::of(character, weight);
        match run {
            Some((_, current)) if current == script => {}
            _ => {
                if let Some((start, current)) = run {
                    give(&text[start..at], current);
                }
                run = Some((at, script));
            }
        }
    }
    if let Some((start, script)) = run {
        give(&text[start..], script);
    }
}

/// A part of a line that one font shows and that runs one way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Piece<'t> {
    /// In logical order.
    pub text: &'t str,
    /// The font.
    pub script: Script,
    /// In em.
    pub width: f64,
    /// Whether it runs from right to left.
    pub rtl: bool,
}

/// The parts of a line from left to right, as they are seen.
pub(crate) fn pieces(text: &str, weight: Weight, rtl: bool) -> Vec<Piece<'_>> {
    let base = if rtl { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(text, Some(base));
    let mut pieces = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let rtl = levels[run.start].is_rtl();
            let first = pieces.len();
            for_each_run(&text[run], weight, |text, script| {
                let piece = |(text, width)| Piece { text, script, width, rtl };
                match clusters(text, script, weight).filter(|_| !rtl) {
                    Some(clusters) => pieces.extend(clusters.into_iter().map(piece)),
                    None => pieces.push(piece((text, run_width(text, script, weight)))),
                }
            });
            if rtl {
                pieces[first..].reverse();
            }
        }
    }
    pieces
}

/// The syllables of a run from left to right, each with its width, if one has several glyphs side by side: of these the
/// renderer gives way for the widest only.
fn clusters(run: &str, script: Script, weight: Weight) -> Option<Vec<(&str, f64)>> {
    let Script::Fallback(_) = script else { return None };
    let face = script.face(weight)?;
    let glyphs = shape(face, run);
    let mut starts: Vec<(usize, i32)> = Vec::new();
    let mut several = false;
    for (glyph, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
        let at = glyph.cluster as usize;
        // A virama joins what stands around it.
        let joined = run.get(..at).is_some_and(|before| before.ends_with(['\u{94d}', '\u{200d}']));
        match starts.last_mut().filter(|(start, _)| *start == at || joined) {
            Some((_, advance)) => {
                several |= *advance > 0 && place.x_advance > 0;
                *advance += place.x_advance;
            }
            None => starts.push((at, place.x_advance)),
        }
    }
    let ends = starts.iter().skip(1).map(|&(start, _)| start).chain([run.len()]);
    let width = |advance: i32| f64::from(advance) / f64::from(face.units_per_em());
    let cut =
        starts.iter().zip(ends).map(|(&(start, advance), end)| Some((run.get(start..end)?, width(advance))));
    several.then(|| cut.collect()).flatten()
}

fn shape(face: &Face<'_>, run: &str) -> GlyphBuffer {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(run);
    buffer.guess_segment_properties();
    rustybuzz::shape(face, &[], buffer)
}

fn run_width(run: &str, script: Script, weight: Weight) -> f64 {
    let Some(face) = script.face(weight) else {
        return run.chars().filter(|&character| !is_invisible(character)).count() as f64;
    };
    let glyphs = shape(face, run);
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
    fn pieces_stand_in_the_order_in_which_they_are_seen() {
        let text = "ab שלום 🎉 cd";
        let seen: Vec<_> = pieces(text, Weight::Regular, false).iter().map(|piece| piece.text).collect();
        assert_eq!(seen, ["ab ", "שלום", " ", "🎉", " cd"]);
        let seen: Vec<_> = pieces(text, Weight::Regular, true).iter().map(|piece| piece.text).collect();
        assert_eq!(seen, ["cd", " ", "🎉", " ", "שלום", " ", "ab"]);
        let whole: f64 = pieces(text, Weight::Regular, true).iter().map(|piece| piece.width).sum();
        assert!((whole - text_width(text, 1.0, Weight::Regular)).abs() < 0.02);
    }

    #[test]
    fn syllables_of_several_glyphs_stand_by_themselves() {
        let seen =
            |text| pieces(text, Weight::Regular, false).iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(seen("हिन्दी किताब"), ["हि", "न्दी", " ", "कि", "ता", "ब"]);
        assert_eq!(seen("नमन"), ["नमन"]);
        let whole: f64 = pieces("हिन्दी किताब", Weight::Regular, false).iter().map(|piece| piece.width).sum();
        assert!((whole - text_width("हिन्दी किताब", 1.0, Weight::Regular)).abs() < 0.02);
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

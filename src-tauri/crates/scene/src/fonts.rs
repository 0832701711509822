//! The bundled fonts: what text is measured and drawn with on every machine.

use std::sync::LazyLock;

use rustybuzz::Face;

use crate::Weight;

const REGULAR: &[u8] = include_bytes!("../fonts/Inter-Regular.otf");
const SEMI_BOLD: &[u8] = include_bytes!("../fonts/Inter-SemiBold.otf");
const DEJAVU: &[u8] = include_bytes!("../fonts/DejaVuSans-Fallback.ttf");
const EMOJI: &[u8] = include_bytes!("../fonts/NotoEmoji-Fallback.ttf");

/// The families in the order in which a painter looks for a glyph. The first are bundled; the rest may be on the
/// machine of who opens a picture.
pub const FAMILIES: &str = "Inter, 'DejaVu Sans', 'Noto Emoji', 'Segoe UI', 'Noto Sans', Arial, sans-serif";

/// The bundled font files, in the order in which a glyph is looked for.
pub fn files() -> [&'static [u8]; 4] {
    [REGULAR, SEMI_BOLD, DEJAVU, EMOJI]
}

/// Whether some bundled font shows a character. What is never visible, such as a joiner, counts as shown.
pub fn covers(character: char) -> bool {
    is_invisible(character) || Script::of(character, Weight::Regular) != Script::Unknown
}

/// Which bundled font shows a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Inter.
    Inter,
    /// `DejaVu` Sans.
    Fallback,
    /// Noto Emoji.
    Emoji,
    /// None of them.
    Unknown,
}

struct Faces {
    regular: Face<'static>,
    semi_bold: Face<'static>,
    fallback: Face<'static>,
    emoji: Face<'static>,
}

static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let face =
        |bytes| Face::from_slice(bytes, 0).expect("the bundled fonts are whole: a test reads each of them");
    Faces { regular: face(REGULAR), semi_bold: face(SEMI_BOLD), fallback: face(DEJAVU), emoji: face(EMOJI) }
});

impl Script {
    pub(crate) fn of(character: char, weight: Weight) -> Self {
        [Self::Inter, Self::Fallback, Self::Emoji]
            .into_iter()
            .find(|script| {
                script
                    .face(weight)
                    .is_some_and(|face| face.glyph_index(character).is_some_and(|glyph| glyph.0 != 0))
            })
            .unwrap_or(Self::Unknown)
    }

    pub(crate) fn face(self, weight: Weight) -> Option<&'static Face<'static>> {
        match (self, weight) {
            (Self::Inter, Weight::Regular) => Some(&FACES.regular),
            (Self::Inter, Weight::SemiBold) => Some(&FACES.semi_bold),
            (Self::Fallback, _) => Some(&FACES.fallback),
            (Self::Emoji, _) => Some(&FACES.emoji),
            (Self::Unknown, _) => None,
        }
    }
}

/// Whether a character only acts on its neighbours: joiners, marks of direction, selectors of variants, tags.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character belongs to the one before it whatever font that is in.
pub(crate) fn clings(character: char) -> bool {
    is_invisible(character)
        || matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_script_has_its_font() {
        for (character, script) in [
            ('A', Script::Inter),
            ('ё', Script::Inter),
            ('Ω', Script::Inter),
            ('→', Script::Inter),
            ('ש', Script::Fallback),
            ('م', Script::Fallback),
            ('😀', Script::Emoji),
            ('漢', Script::Unknown),
        ] {
            for weight in [Weight::Regular, Weight::SemiBold] {
                assert_eq!(Script::of(character, weight), script, "{character}");
            }
        }
        assert!(covers('\u{200d}') && covers('é') && !covers('漢'));
    }
}

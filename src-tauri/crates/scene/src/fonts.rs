//! The bundled fonts: what text is measured and drawn with on every machine.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustybuzz::Face;

use crate::{Primitive, Scene, Weight};

const REGULAR: &[u8] = include_bytes!("../fonts/Inter-Regular.otf");
const SEMI_BOLD: &[u8] = include_bytes!("../fonts/Inter-SemiBold.otf");

/// The fonts for what Inter lacks, each by its family, in the order in which a glyph is looked for.
const FALLBACKS: [(&str, &[u8]); 5] = [
    ("DejaVu Sans", include_bytes!("../fonts/DejaVuSans-Fallback.ttf")),
    ("Noto Emoji", include_bytes!("../fonts/NotoEmoji-Fallback.ttf")),
    ("Noto Sans CJK JP", include_bytes!("../fonts/NotoSansCJK-Fallback.otf")),
    ("Noto Sans Thai", include_bytes!("../fonts/NotoSansThai-Fallback.ttf")),
    ("Noto Sans Devanagari", include_bytes!("../fonts/NotoSansDevanagari-Fallback.ttf")),
];

/// The families in the order in which a painter looks for a glyph. The first are bundled; the rest may be on the
/// machine of who opens a picture.
pub const FAMILIES: &str = "Inter, 'DejaVu Sans', 'Noto Emoji', 'Noto Sans CJK JP', 'Noto Sans Thai', \
                            'Noto Sans Devanagari', 'Segoe UI', 'Noto Sans', Arial, sans-serif";

/// The bundled font files, in the order in which a glyph is looked for.
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    [REGULAR, SEMI_BOLD].into_iter().chain(FALLBACKS.map(|(_, bytes)| bytes))
}

/// The characters of a scene that no bundled font shows, each once. In their place stand boxes with their codes.
pub fn unshown(scene: &Scene) -> BTreeSet<char> {
    let texts =
        scene.items.iter().flat_map(|item| &item.primitives).filter_map(|primitive| match primitive {
            Primitive::Text { text, .. } => Some(text),
            _ => None,
        });
    texts.flat_map(|text| text.chars()).filter(|&character| !is_shown(character)).collect()
}

/// Whether some bundled font shows a character. What is never visible, such as a joiner, counts as shown.
pub(crate) fn is_shown(character: char) -> bool {
    character.is_ascii()
        || is_invisible(character)
        || Script::of(character, Weight::Regular) != Script::Unknown
}

/// Which bundled font shows a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Inter.
    Inter,
    /// One of the others, by its place among them.
    Fallback(usize),
    /// None of them.
    Unknown,
}

struct Faces {
    regular: Face<'static>,
    semi_bold: Face<'static>,
    fallbacks: [Face<'static>; FALLBACKS.len()],
}

static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let face =
        |bytes| Face::from_slice(bytes, 0).expect("the bundled fonts are whole: a test reads each of them");
    Faces {
        regular: face(REGULAR),
        semi_bold: face(SEMI_BOLD),
        fallbacks: FALLBACKS.map(|(_, bytes)| face(bytes)),
    }
});

impl Script {
    pub(crate) fn of(character: char, weight: Weight) -> Self {
        let shows = |script: &Self| {
            let glyph = script.face(weight).and_then(|face| face.glyph_index(character));
            glyph.is_some_and(|glyph| glyph.0 != 0)
        };
        let fallbacks = (0..FALLBACKS.len()).map(Self::Fallback);
        std::iter::once(Self::Inter).chain(fallbacks).find(shows).unwrap_or(Self::Unknown)
    }

    pub(crate) fn face(self, weight: Weight) -> Option<&'static Face<'static>> {
        match (self, weight) {
            (Self::Inter, Weight::Regular) => Some(&FACES.regular),
            (Self::Inter, Weight::SemiBold) => Some(&FACES.semi_bold),
            (Self::Fallback(at), _) => FACES.fallbacks.get(at),
            (Self::Unknown, _) => None,
        }
    }

    /// The place of its font among the bundled files.
    pub(crate) fn file(self, weight: Weight) -> Option<usize> {
        match (self, weight) {
            (Self::Inter, Weight::Regular) => Some(0),
            (Self::Inter, Weight::SemiBold) => Some(1),
            (Self::Fallback(at), _) => Some(2 + at),
            (Self::Unknown, _) => None,
        }
    }

    /// The family that a painter is told, unless it is what all text is in.
    pub(crate) fn family(self) -> Option<&'static str> {
        match self {
            Self::Fallback(at) => FALLBACKS.get(at).map(|&(family, _)| family),
            Self::Inter | Self::Unknown => None,
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
        for (character, family) in [
            ('A', None),
            ('ё', None),
            ('Ω', None),
            ('→', None),
            ('ש', Some("DejaVu Sans")),
            ('م', Some("DejaVu Sans")),
            ('😀', Some("Noto Emoji")),
            ('漢', Some("Noto Sans CJK JP")),
            ('语', Some("Noto Sans CJK JP")),
            ('語', Some("Noto Sans CJK JP")),
            ('か', Some("Noto Sans CJK JP")),
            ('한', Some("Noto Sans CJK JP")),
            ('ไ', Some("Noto Sans Thai")),
            ('ह', Some("Noto Sans Devanagari")),
        ] {
            for weight in [Weight::Regular, Weight::SemiBold] {
                let script = Script::of(character, weight);
                assert_eq!((script.family(), script == Script::Unknown), (family, false), "{character}");
            }
        }
        assert!(is_shown('\u{200d}') && is_shown('é') && !is_shown('ক') && !is_shown('\u{20000}'));
    }
}

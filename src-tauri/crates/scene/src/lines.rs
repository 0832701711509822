//! Breaking text into lines that fit, whatever the text is.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use unicode_bidi::{Direction, get_base_direction};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use crate::measure::text_width;
use crate::zones::TitleZone;
use crate::{Anchor, Rect, Weight};

/// How many characters of a text are looked at: more than the longest block shows.
const SEEN: usize = 2_000;

/// How many code points of one cluster are kept: a family of emoji has eleven, a stack of accents has no end.
const STACK: usize = 16;

/// How many broken texts are kept before starting afresh.
const KEPT: usize = 20_000;

/// A size and a weight of type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub size: f64,
    pub weight: Weight,
    /// From one baseline to the next.
    pub leading: f64,
}

/// The title of the map.
pub(crate) const DISPLAY: Type = Type { size: 24.0, weight: Weight::SemiBold, leading: 32.0 };
/// The titles of stages.
pub(crate) const TITLE: Type = Type { size: 16.0, weight: Weight::SemiBold, leading: 20.0 };
/// The titles of touchpoints.
pub(crate) const CARD: Type = Type { size: 14.0, weight: Weight::SemiBold, leading: 20.0 };
/// Beside titles.
pub(crate) const BODY: Type = Type { size: 14.0, weight: Weight::Regular, leading: 20.0 };
/// Numbers and labels.
pub(crate) const LABEL: Type = Type { size: 12.0, weight: Weight::SemiBold, leading: 16.0 };
/// Small print.
pub(crate) const SMALL: Type = Type { size: 12.0, weight: Weight::Regular, leading: 16.0 };

impl Type {
    pub(crate) fn width(self, text: &str) -> f64 {
        text_width(text, self.size, self.weight)
    }
}

/// Text broken into lines.
#[derive(Debug, PartialEq)]
pub(crate) struct Lines {
    /// At least one, in logical order; the last ends in "…" where text was left out.
    pub lines: Vec<String>,
    /// Whether the first strong character runs from right to left.
    pub rtl: bool,
}

impl Lines {
    /// Where these lines stand, for whoever writes them anew.
    pub(crate) fn zone(&self, rect: Rect, style: Type) -> TitleZone {
        let Type { size, weight, leading } = style;
        TitleZone { rect, size, leading, weight, anchor: if self.rtl { Anchor::End } else { Anchor::Start } }
    }
}

#[derive(PartialEq, Eq, Hash)]
struct Block {
    size: u64,
    width: u64,
    weight: Weight,
    most: usize,
}

type Broken = FxHashMap<Block, FxHashMap<Box<str>, Arc<Lines>>>;

/// Breaks text into at most `most` lines no wider than `width`. Asking again for the same costs a look-up.
pub(crate) fn broken(text: &str, style: Type, width: f64, most: usize) -> Arc<Lines> {
    static KNOWN: LazyLock<RwLock<Broken>> = LazyLock::new(RwLock::default);
    let block = Block { size: style.size.to_bits(), width: width.to_bits(), weight: style.weight, most };
    if let Some(lines) =
        KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&block).and_then(|texts| texts.get(text))
    {
        return Arc::clone(lines);
    }
    let lines = Arc::new(break_lines(text, style, width, most));
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    let texts = known.entry(block).or_default();
    if texts.len() >= KEPT {
        texts.clear();
    }
    texts.insert(text.into(), Arc::clone(&lines));
    lines
}

/// One line, shortened where it is too wide.
pub(crate) fn shortened(text: &str, style: Type, width: f64) -> Arc<Lines> {
    broken(text, style, width, 1)
}

/// The text as it can stand on a line: white space of any kind is one space, what cannot be shown is "\u{fffd}".
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    let is_plain =
        |character: char| !character.is_control() && character != '\u{2028}' && character != '\u{2029}';
    let tidy = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
    if tidy && text.len() < SEEN && text.is_ascii() && text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len().min(4 * SEEN));
    let mut seen = 0;
    for cluster in text.graphemes(true) {
        if seen > SEEN {
            break;
        }
        if cluster.chars().all(is_space) {
            if !plain.is_empty() && !plain.ends_with(' ') {
                plain.push(' ');
            }
            continue;
        }
        seen += cluster.chars().take(STACK).count();
        plain.extend(cluster.chars().take(STACK).map(visible));
    }
    plain.truncate(plain.trim_end_matches(' ').len());
    Cow::Owned(plain)
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The character itself, or U+FFFD for a control character or one that XML cannot hold.
pub fn visible(character: char) -> char {
    if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') {
        '\u{fffd}'
    } else {
        character
    }
}

fn break_lines(text: &str, style: Type, width: f64, most: usize) -> Lines {
    let text = plain(text);
    let rtl = get_base_direction(&*text) == Direction::Rtl;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    for (end, _) in linebreaks(&text) {
        let word = &text[start..end];
        start = end;
        if fits(&line, word, style, width) {
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = hyphenless(word, style, width, &mut lines);
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    let cut = lines.len() > most;
    lines.truncate(most);
    for line in &mut lines {
        line.truncate(line.trim_end_matches(' ').len());
    }
    if cut && let Some(last) = lines.last_mut() {
        *last = with_ellipsis(last, style, width);
    }
    Lines { lines, rtl }
}

fn fits(line: &str, word: &str, style: Type, width: f64) -> bool {
    let word = word.trim_end_matches(' ');
    if line.is_empty() {
        return style.width(word) <= width;
    }
    let together = style.width(line) + style.width(word);
    // Kerning across the joint is worth a little; the whole line is shaped only when it matters.
    together <= width - 2.0 || (together <= width + 2.0 && style.width(&format!("{line}{word}")) <= width)
}

/// Puts a word that is wider than a line on lines of its own, broken between clusters; gives the rest.
fn hyphenless(word: &str, style: Type, width: f64, lines: &mut Vec<String>) -> String {
    if fits("", word, style, width) {
        return word.to_owned();
    }
    let mut line = String::new();
    let mut reach = 0.0;
    for cluster in word.graphemes(true) {
        let advance = style.width(cluster);
        if !line.is_empty() && reach + advance > width - 2.0 {
            lines.push(std::mem::take(&mut line));
            reach = 0.0;
        }
        line.push_str(cluster);
        reach += advance;
    }
    line
}

/// The longest beginning that leaves room for "…".
fn with_ellipsis(line: &str, style: Type, width: f64) -> String {
    let ends: Vec<usize> = line.grapheme_indices(true).map(|(at, _)| at).chain([line.len()]).collect();
    let cut = |end: usize| format!("{}…", line[..end].trim_end_matches([' ', ',', '.', ':', ';', '-']));
    let longest = ends.partition_point(|&end| end == 0 || style.width(&cut(end)) <= width);
    cut(ends[longest.saturating_sub(1)])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, width: f64, most: usize, expected: &[&str]) {
        assert_eq!(broken(text, CARD, width, most).lines, expected, "{text:?}");
    }

    #[test]
    fn lines_break_between_words_and_end_in_an_ellipsis() {
        check("Newsletter", 140.0, 3, &["Newsletter"]);
        check("Compares prices on the website", 140.0, 3, &["Compares prices on", "the website"]);
        check("Compares prices on the website", 140.0, 1, &["Compares prices o…"]);
        check("", 140.0, 3, &[""]);
        check(" \n\t ", 140.0, 3, &[""]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        let lines = broken(&"x".repeat(10_000), CARD, 140.0, 3);
        assert_eq!(lines.lines.len(), 3);
        assert!(lines.lines[2].ends_with('…'));
    }

    #[test]
    fn what_cannot_be_shown_is_replaced() {
        assert_eq!(plain("a\tb\r\nc\u{0}\u{7f}\u{ffff}"), "a b c\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(plain(&format!("a{}", "\u{301}".repeat(500))).chars().count(), STACK);
    }

    #[test]
    fn the_first_strong_character_tells_the_direction() {
        assert!(broken("שלום, world", CARD, 140.0, 1).rtl);
        assert!(!broken("Hello, עולם", CARD, 140.0, 1).rtl);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "\\PC{0,80}|[ a-zé\u{5d0}-\u{5ea}😀-😎\u{301}\u{200d}]{0,200}", width in 40.0..300.0) {
            let lines = broken(&text, CARD, width, 3);
            prop_assert!((1..=3).contains(&lines.lines.len()));
            for line in &lines.lines {
                let single = line.graphemes(true).count() <= 2;
                prop_assert!(single || CARD.width(line) <= width, "{line:?} is {} wide", CARD.width(line));
            }
        }
    }
}

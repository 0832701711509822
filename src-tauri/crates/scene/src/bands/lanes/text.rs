//! Text with a little form, laid out: entries of lists, and words set bold.

use std::ops::Range;

use unicode_bidi::{Direction, get_base_direction};
use unicode_linebreak::linebreaks;

use crate::lines::{BODY, Type, broken, plain};
use crate::shapes::said;
use crate::zones::TitleZone;
use crate::{Anchor, Primitive, Rect, Weight};

/// The lines that are shown at most.
const MOST: usize = 60;
/// From the mark of an entry of a list to its text.
const INDENT: f64 = 14.0;
/// The mark of an entry of a list.
const BULLET: &str = "•";

/// A text broken into lines.
pub(super) struct Passage {
    lines: Vec<Line>,
    rtl: bool,
}

/// A line of a passage.
struct Line {
    /// Whether it is the first of an entry of a list, or goes on with one.
    entry: Option<Entry>,
    pieces: Vec<Piece>,
    rtl: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Entry {
    First,
    Further,
}

/// What of a line is of one weight.
struct Piece {
    text: String,
    weight: Weight,
}

impl Passage {
    /// A text in lines no wider than this.
    pub(super) fn of(text: &str, width: f64) -> Self {
        let mut lines = Vec::new();
        for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (is_entry, words) = match paragraph.strip_prefix("- ") {
                Some(words) => (true, words),
                None => (false, paragraph),
            };
            let room = if is_entry { width - INDENT } else { width };
            let first = lines.len();
            lines.extend(paragraph_lines(&plain(words), room, MOST - first.min(MOST)));
            if is_entry {
                for (index, line) in lines[first..].iter_mut().enumerate() {
                    line.entry = Some(if index == 0 { Entry::First } else { Entry::Further });
                }
            }
        }
        if lines.len() >= MOST
            && let Some(piece) = lines.last_mut().and_then(|line| line.pieces.last_mut())
            && !piece.text.ends_with('…')
        {
            piece.text.push('…');
        }
        Self { rtl: lines.first().is_some_and(|line| line.rtl), lines }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * BODY.leading
    }

    /// Where it stands and how it is set, for whoever writes it anew.
    pub(super) fn zone(&self, rect: Rect, Type { size, weight, leading }: Type) -> TitleZone {
        TitleZone { rect, size, leading, weight, anchor: if self.rtl { Anchor::End } else { Anchor::Start } }
    }

    /// Adds what paints it in a place.
    pub(super) fn paint(&self, place: Rect, colour: &str, primitives: &mut Vec<Primitive>) {
        for (index, line) in self.lines.iter().enumerate() {
            let baseline = place.y + 14.5 + index as f64 * BODY.leading;
            line.paint(place, baseline, colour, primitives);
        }
    }
}

impl Line {
    fn paint(&self, place: Rect, baseline: f64, colour: &str, primitives: &mut Vec<Primitive>) {
        let (start, towards, anchor) =
            if self.rtl { (place.right(), -1.0, Anchor::End) } else { (place.x, 1.0, Anchor::Start) };
        if self.entry == Some(Entry::First) {
            primitives.push(said(start, baseline, BULLET.to_owned(), BODY, colour, anchor));
        }
        let mut x = if self.entry.is_some() { start + towards * INDENT } else { start };
        for Piece { text, weight } in &self.pieces {
            let style = Type { weight: *weight, ..BODY };
            primitives.push(Primitive::Text {
                x,
                y: baseline,
                text: text.clone(),
                size: style.size,
                weight: style.weight,
                colour: colour.to_owned(),
                anchor,
                rtl: self.rtl,
            });
            x += towards * style.width(text);
        }
    }
}

/// A text without its form, on one line.
pub(super) fn unformed(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let words = lines.map(|line| marked(line.strip_prefix("- ").unwrap_or(line)).0);
    words.collect::<Vec<_>>().join(" · ")
}

/// A paragraph in lines, `most` at most.
fn paragraph_lines(text: &str, width: f64, most: usize) -> Vec<Line> {
    if most == 0 {
        return Vec::new();
    }
    let rtl = get_base_direction(text) == Direction::Rtl;
    let (text, bold) = marked(text);
    // What runs from right to left is set in one weight: pieces of it do not stand beside each other in their order.
    if rtl || bold.is_empty() {
        let lines = broken(&text, BODY, width, most);
        let line = |line: &String| Line {
            entry: None,
            pieces: vec![Piece { text: line.clone(), weight: Weight::Regular }],
            rtl: lines.rtl,
        };
        return lines.lines.iter().map(line).collect();
    }
    let mut setter = Setter { width, lines: Vec::new(), pieces: Vec::new(), reach: 0.0 };
    let mut start = 0;
    for (end, _) in linebreaks(&text) {
        setter.add(&text, start..end, &bold);
        start = end;
    }
    setter.end_line();
    setter.lines.truncate(most);
    setter.lines.into_iter().map(|pieces| Line { entry: None, pieces, rtl }).collect()
}

/// A text without the marks of what is bold, and where that is. A mark without a partner stands for itself.
fn marked(text: &str) -> (String, Vec<Range<usize>>) {
    const MARK: &str = "**";
    let (mut unmarked, mut bold) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(MARK) {
        let Some((inside, behind)) = after.split_once(MARK).filter(|(inside, _)| !inside.is_empty()) else {
            break;
        };
        unmarked.push_str(before);
        let start = unmarked.len();
        unmarked.push_str(inside);
        bold.push(start..unmarked.len());
        rest = behind;
    }
    unmarked.push_str(rest);
    (unmarked, bold)
}

/// Sets words of two weights in lines.
struct Setter {
    width: f64,
    lines: Vec<Vec<Piece>>,
    pieces: Vec<Piece>,
    reach: f64,
}

impl Setter {
    /// Adds a word, which may be bold in part, on this line or the next.
    fn add(&mut self, text: &str, word: Range<usize>, bold: &[Range<usize>]) {
        let pieces = pieces_of(text, word, bold);
        let last = pieces.len().saturating_sub(1);
        let seen = |(index, piece): (usize, &Piece)| {
            let text = if index == last { piece.text.trim_end_matches(' ') } else { &piece.text };
            width_of(text, piece.weight)
        };
        let wide: f64 = pieces.iter().enumerate().map(seen).sum();
        if self.reach > 0.0 && self.reach + wide > self.width {
            self.end_line();
        }
        if wide > self.width {
            // A word that no line holds is broken as one of one weight is.
            let weight = pieces.first().map_or(Weight::Regular, |piece| piece.weight);
            let word: String = pieces.into_iter().map(|piece| piece.text).collect();
            let lines = broken(&word, Type { weight, ..BODY }, self.width, MOST);
            for text in &lines.lines {
                self.end_line();
                self.push(Piece { text: text.clone(), weight });
            }
            return;
        }
        for piece in pieces {
            self.push(piece);
        }
    }

    fn push(&mut self, piece: Piece) {
        self.reach += width_of(&piece.text, piece.weight);
        match self.pieces.last_mut().filter(|last| last.weight == piece.weight) {
            Some(last) => last.text.push_str(&piece.text),
            None => self.pieces.push(piece),
        }
    }

    fn end_line(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.text.truncate(last.text.trim_end_matches(' ').len());
            self.lines.push(std::mem::take(&mut self.pieces));
        }
        self.reach = 0.0;
    }
}

fn width_of(text: &str, weight: Weight) -> f64 {
    Type { weight, ..BODY }.width(text)
}

/// A part of a text, cut where its weight changes.
fn pieces_of(text: &str, part: Range<usize>, bold: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = part.start;
    let mut push = |range: Range<usize>, weight| {
        if !range.is_empty() {
            pieces.push(Piece { text: text[range].to_owned(), weight });
        }
    };
    for each in bold.iter().filter(|each| each.start < part.end && each.end > part.start) {
        let inside = each.start.max(start)..each.end.min(part.end);
        push(start..inside.start, Weight::Regular);
        start = inside.end;
        push(inside, Weight::SemiBold);
    }
    push(start..part.end, Weight::Regular);
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn set(text: &str, width: f64) -> Vec<String> {
        let piece = |piece: &Piece| match piece.weight {
            Weight::Regular => piece.text.clone(),
            Weight::SemiBold => format!("<{}>", piece.text),
        };
        let line = |line: &Line| {
            let mark = match line.entry {
                Some(Entry::First) => "• ",
                Some(Entry::Further) => "  ",
                None => "",
            };
            format!("{mark}{}", line.pieces.iter().map(piece).collect::<String>())
        };
        Passage::of(text, width).lines.iter().map(line).collect()
    }

    #[test]
    fn lists_and_bold_words_are_set_as_such() {
        assert_eq!(
            set("Looks around.\n\n- **Price** first\n- then reviews of others", 120.0),
            ["Looks around.", "• <Price> first", "• then reviews of", "  others"]
        );
        assert_eq!(set("a ** b", 200.0), ["a ** b"]);
        assert_eq!(set("****", 200.0), ["****"]);
        assert_eq!(set("half**way**there", 200.0), ["half<way>there"]);
        assert!(Passage::of(" \n - \n", 200.0).lines.len() < 2);
    }

    #[test]
    fn what_is_too_long_says_so() {
        let long = vec!["word"; 5_000].join("\n");
        let passage = Passage::of(&long, 200.0);
        assert_eq!(passage.lines.len(), MOST);
        assert!(passage.lines[MOST - 1].pieces[0].text.ends_with('…'));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "[ a-z*\\n\u{5d0}-\u{5ea}😀-😎-]{0,300}", width in 80.0..300.0) {
            for line in &Passage::of(&text, width).lines {
                let wide: f64 = line.pieces.iter().map(|each| width_of(&each.text, each.weight)).sum();
                let room = if line.entry.is_some() { width - INDENT } else { width };
                // A piece that is cut off from its neighbour keeps no kerning with it.
                prop_assert!(wide <= room + 2.0, "{wide} in {room}");
            }
        }
    }
}

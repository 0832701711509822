//! Text with a little form, laid out: entries of lists, words set bold, and links.

use unicode_bidi::{Direction, get_base_direction};
use unicode_linebreak::linebreaks;

use super::marks::{Marked, marked};
use crate::geometry::point;
use crate::lines::{Type, broken, plain};
use crate::pen::Pen;
use crate::shapes::{said, solid};
use crate::zones::{LinkZone, TitleZone};
use crate::{Anchor, Palette, Primitive, Rect, Weight};

/// The lines that are shown at most.
const MOST: usize = 60;
/// From the mark of an entry of a list to its text.
const INDENT: f64 = 14.0;
/// From the middle of a line to its baseline, as a share of the size.
const DROP: f64 = 4.5 / 14.0;
/// The mark of an entry of a list.
const BULLET: &str = "•";

/// A text broken into lines.
pub(super) struct Passage {
    style: Type,
    lines: Vec<Line>,
    /// Where the links lead.
    addresses: Vec<String>,
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

/// What of a line is of one weight and leads to one place.
struct Piece {
    text: String,
    weight: Weight,
    /// The link that it is of.
    link: Option<usize>,
}

impl Passage {
    /// A text in lines no wider than this.
    pub(super) fn of(text: &str, style: Type, width: f64) -> Self {
        let (mut lines, mut addresses) = (Vec::new(), Vec::new());
        for paragraph in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (is_entry, words) = match paragraph.strip_prefix("- ") {
                Some(words) => (true, words),
                None => (false, paragraph),
            };
            let room = if is_entry { width - INDENT } else { width };
            let first = lines.len();
            let most = MOST - first.min(MOST);
            lines.extend(paragraph_lines(&plain(words), style, room, most, &mut addresses));
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
        Self { style, rtl: lines.first().is_some_and(|line| line.rtl), lines, addresses }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * self.style.leading
    }

    /// Where it stands in a place and how it is set, for whoever writes it anew.
    pub(super) fn zone(&self, place: Rect) -> TitleZone {
        let Type { size, weight, leading } = self.style;
        let rect = Rect { height: self.height().max(leading).min(place.height.max(leading)), ..place };
        TitleZone { rect, size, leading, weight, anchor: if self.rtl { Anchor::End } else { Anchor::Start } }
    }

    /// Adds what paints it in a place; gives its links.
    pub(super) fn paint(
        &self,
        place: Rect,
        palette: &Palette,
        primitives: &mut Vec<Primitive>,
    ) -> Vec<LinkZone> {
        let mut links = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let top = place.y + index as f64 * self.style.leading;
            let room = Rect { y: top, height: self.style.leading, ..place };
            for (rect, link) in line.paint(room, self.style, palette, primitives) {
                links.extend(self.addresses.get(link).map(|to| LinkZone { rect, address: to.clone() }));
            }
        }
        links
    }
}

impl Line {
    /// Adds what paints it; gives where links are, and which.
    fn paint(
        &self,
        room: Rect,
        style: Type,
        palette: &Palette,
        primitives: &mut Vec<Primitive>,
    ) -> Vec<(Rect, usize)> {
        let baseline = room.y + style.leading / 2.0 + style.size * DROP;
        let (start, towards, anchor) =
            if self.rtl { (room.right(), -1.0, Anchor::End) } else { (room.x, 1.0, Anchor::Start) };
        if self.entry == Some(Entry::First) {
            primitives.push(said(start, baseline, BULLET.to_owned(), style, &palette.ink, anchor));
        }
        let mut links = Vec::new();
        let mut x = if self.entry.is_some() { start + towards * INDENT } else { start };
        for Piece { text, weight, link } in &self.pieces {
            let style = Type { weight: *weight, ..style };
            let colour = if link.is_some() { &palette.accent } else { &palette.ink };
            primitives.push(Primitive::Text {
                x,
                y: baseline,
                text: text.clone(),
                size: style.size,
                weight: style.weight,
                colour: colour.clone(),
                anchor,
                rtl: self.rtl,
            });
            let width = style.width(text);
            if let Some(link) = link {
                let (from, y) = (x.min(x + towards * width), baseline + 2.5);
                let line = Pen::new().move_to(point(from, y)).line_to(point(from + width, y)).done();
                primitives.push(Primitive::Path { d: line, fill: None, stroke: Some(solid(colour, 1.0)) });
                links.push((Rect::new(from, room.y, width, room.height), *link));
            }
            x += towards * width;
        }
        links
    }
}

/// A text without its form, on one line.
pub(super) fn unformed(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let words = lines.map(|line| marked(line.strip_prefix("- ").unwrap_or(line)).text);
    words.collect::<Vec<_>>().join(" · ")
}

/// A paragraph in lines, `most` at most. Where its links lead is added to the addresses.
fn paragraph_lines(
    text: &str,
    style: Type,
    width: f64,
    most: usize,
    addresses: &mut Vec<String>,
) -> Vec<Line> {
    if most == 0 {
        return Vec::new();
    }
    let rtl = get_base_direction(text) == Direction::Rtl;
    let mut marked = marked(text);
    // What runs from right to left is set in one weight: pieces of it do not stand beside each other in their order.
    if rtl || marked.is_plain() {
        let lines = broken(&marked.text, style, width, most);
        let line = |line: &String| Line {
            entry: None,
            pieces: vec![Piece { text: line.clone(), weight: Weight::Regular, link: None }],
            rtl: lines.rtl,
        };
        return lines.lines.iter().map(line).collect();
    }
    let first = addresses.len();
    addresses.extend(marked.links.iter_mut().map(|(_, address)| std::mem::take(address)));
    let mut setter = Setter { style, width, first, lines: Vec::new(), pieces: Vec::new(), reach: 0.0 };
    let mut start = 0;
    for (end, _) in linebreaks(&marked.text) {
        setter.add(&marked, start, end);
        start = end;
    }
    setter.end_line();
    setter.lines.truncate(most);
    setter.lines.into_iter().map(|pieces| Line { entry: None, pieces, rtl }).collect()
}

/// Sets words of two weights in lines.
struct Setter {
    style: Type,
    width: f64,
    /// The number of the first link of the paragraph.
    first: usize,
    lines: Vec<Vec<Piece>>,
    pieces: Vec<Piece>,
    reach: f64,
}

impl Setter {
    /// Adds a word, which may be bold or a link in part, on this line or the next.
    fn add(&mut self, marked: &Marked, start: usize, end: usize) {
        let pieces = self.pieces_of(marked, start, end);
        let last = pieces.len().saturating_sub(1);
        let seen = |(index, piece): (usize, &Piece)| {
            let text = if index == last { piece.text.trim_end_matches(' ') } else { &piece.text };
            self.width_of(text, piece.weight)
        };
        let wide: f64 = pieces.iter().enumerate().map(seen).sum();
        if self.reach > 0.0 && self.reach + wide > self.width {
            self.end_line();
        }
        if wide > self.width {
            // A word that no line holds is broken as one of one weight is.
            let (weight, link) =
                pieces.first().map_or((Weight::Regular, None), |piece| (piece.weight, piece.link));
            let word: String = pieces.into_iter().map(|piece| piece.text).collect();
            let lines = broken(&word, Type { weight, ..self.style }, self.width, MOST);
            for text in &lines.lines {
                self.end_line();
                self.push(Piece { text: text.clone(), weight, link });
            }
            return;
        }
        for piece in pieces {
            self.push(piece);
        }
    }

    fn push(&mut self, piece: Piece) {
        self.reach += self.width_of(&piece.text, piece.weight);
        let is_same = |last: &&mut Piece| last.weight == piece.weight && last.link == piece.link;
        match self.pieces.last_mut().filter(is_same) {
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

    fn width_of(&self, text: &str, weight: Weight) -> f64 {
        Type { weight, ..self.style }.width(text)
    }

    /// A part of a text, cut where its weight changes and where a link begins or ends.
    fn pieces_of(&self, marked: &Marked, start: usize, end: usize) -> Vec<Piece> {
        let ends = |range: &std::ops::Range<usize>| [range.start, range.end];
        let links = marked.links.iter().map(|(range, _)| range);
        let mut cuts: Vec<usize> = marked.bold.iter().chain(links).flat_map(ends).collect();
        cuts.retain(|cut| (start + 1..end).contains(cut));
        cuts.extend([start, end]);
        cuts.sort_unstable();
        cuts.dedup();
        let piece = |two: &[usize]| {
            let is_bold = marked.bold.iter().any(|range| range.contains(&two[0]));
            let link = marked.links.iter().position(|(range, _)| range.contains(&two[0]));
            Piece {
                text: marked.text[two[0]..two[1]].to_owned(),
                weight: if is_bold { Weight::SemiBold } else { Weight::Regular },
                link: link.map(|link| self.first + link),
            }
        };
        cuts.windows(2).map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Theme;
    use crate::lines::BODY;

    fn set(text: &str, width: f64) -> Vec<String> {
        let piece = |piece: &Piece| match (piece.weight, piece.link) {
            (Weight::Regular, None) => piece.text.clone(),
            (Weight::Regular, Some(link)) => format!("{{{} {link}}}", piece.text),
            (Weight::SemiBold, _) => format!("<{}>", piece.text),
        };
        let line = |line: &Line| {
            let mark = match line.entry {
                Some(Entry::First) => "• ",
                Some(Entry::Further) => "  ",
                None => "",
            };
            format!("{mark}{}", line.pieces.iter().map(piece).collect::<String>())
        };
        Passage::of(text, BODY, width).lines.iter().map(line).collect()
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
        assert!(Passage::of(" \n - \n", BODY, 200.0).lines.len() < 2);
    }

    #[test]
    fn links_are_set_as_such_and_found_on_each_line() {
        assert_eq!(
            set("See [our **terms**](https://example.org/a) or write to mailto:a@example.org.", 400.0),
            ["See {our terms 0} or write to {mailto:a@example.org 1}."]
        );
        let passage = Passage::of("- A [long enough link](https://example.org/b)", BODY, 100.0);
        let place = Rect::new(10.0, 20.0, 100.0, 60.0);
        let mut primitives = Vec::new();
        let links = passage.paint(place, Theme::Light.palette(), &mut primitives);
        assert_eq!(links.len(), passage.lines.len());
        for (link, next) in links.iter().zip(&links[1..]) {
            assert_eq!(link.address, "https://example.org/b");
            assert!(link.rect.bottom() <= next.rect.y + 0.01 && place.right() >= link.rect.right());
        }
    }

    #[test]
    fn what_is_too_long_says_so() {
        let long = vec!["word"; 5_000].join("\n");
        let passage = Passage::of(&long, BODY, 200.0);
        assert_eq!(passage.lines.len(), MOST);
        assert!(passage.lines[MOST - 1].pieces[0].text.ends_with('…'));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "[ a-z*:/()\\[\\]\\n\u{5d0}-\u{5ea}😀-😎-]{0,300}", width in 80.0..300.0) {
            for line in &Passage::of(&text, BODY, width).lines {
                let wide: f64 = line.pieces.iter().map(|each| Type { weight: each.weight, ..BODY }.width(&each.text)).sum();
                let room = if line.entry.is_some() { width - INDENT } else { width };
                // A piece that is cut off from its neighbour keeps no kerning with it.
                prop_assert!(wide <= room + 2.0, "{wide} in {room}");
            }
        }
    }
}

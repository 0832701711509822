//! How people look texts up: without case and accents, numbers by their value.

use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// The marks that follow a letter once it is taken apart.
const MARKS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36F}';

/// Bytes that sort as people look texts up: "Élise" beside "elise", "C-9" before "C-10".
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() + 2);
    let mut number: Vec<u8> = Vec::new();
    each_letter(text, |letter| {
        if letter.is_ascii_digit() {
            number.push(letter as u8);
            return;
        }
        push_number(&mut key, &mut number);
        key.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    });
    push_number(&mut key, &mut number);
    key
}

/// Appends the words of a text, each after a space: what is neither letter nor digit ends one, so that "C-1042" is two.
pub fn push_words(words: &mut String, text: &str) {
    let mut within = false;
    each_letter(text, |letter| {
        if letter.is_alphanumeric() {
            if !within {
                words.push(' ');
            }
            words.push(letter);
        }
        within = letter.is_alphanumeric();
    });
}

/// A text that is looked through: its letters as people look them up, and where in it they stand.
#[derive(Debug, Clone, Default)]
pub struct Lookup {
    letters: String,
    /// For each byte of the letters, where the character begins that it comes from.
    starts: Vec<usize>,
    /// How long the text is.
    end: usize,
}

impl Lookup {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let mut read = Self { end: text.len(), ..Self::default() };
        for (at, character) in text.char_indices() {
            each_letter(character.encode_utf8(&mut [0; 4]), |letter| {
                read.letters.push(letter);
                read.starts.resize(read.letters.len(), at);
            });
        }
        read
    }

    /// Where another text stands in it first, without case and accents; an empty one is nowhere.
    pub fn find(&self, wanted: &Self) -> Option<Range<usize>> {
        if wanted.letters.is_empty() {
            return None;
        }
        let from = self.letters.find(&wanted.letters)?;
        let last = self.starts[from + wanted.letters.len() - 1];
        let end = self.starts[from..].iter().copied().find(|&start| start > last);
        Some(self.starts[from]..end.unwrap_or(self.end))
    }
}

/// Gives `see` the letters of a text, small and without accents.
fn each_letter(text: &str, mut see: impl FnMut(char)) {
    if text.is_ascii() {
        text.bytes().for_each(|byte| see(char::from(byte.to_ascii_lowercase())));
        return;
    }
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let letters = apart.chars().filter(|letter| !MARKS.contains(letter));
    letters.flat_map(char::to_lowercase).for_each(see);
}

/// A number stands where its digits would, first by how many these are.
fn push_number(key: &mut Vec<u8>, number: &mut Vec<u8>) {
    if number.is_empty() {
        return;
    }
    let zeros = number.iter().take_while(|&&digit| digit == b'0').count().min(number.len() - 1);
    let digits = &number[zeros..];
    key.push(b'0');
    key.push(u8::try_from(digits.len()).unwrap_or(u8::MAX));
    key.extend_from_slice(digits);
    number.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_sort_as_people_look_them_up() {
        let sorted = [
            "",
            "9",
            "10",
            "010b",
            "C-9",
            "c-10",
            "C-100",
            "Daan",
            "Élise",
            "elise b",
            "Ömer",
            "Pieter",
            "Zoë",
            "zoë 2",
            "Zoë 10",
            "Ягода",
            "日本",
        ];
        for pair in sorted.windows(2) {
            assert!(sort_key(pair[0]) < sort_key(pair[1]), "{pair:?}");
        }
        assert_eq!(sort_key("ÉLISE 007"), sort_key("elise 7"));
        assert_eq!(sort_key("ﬁets"), sort_key("fiets"));
    }

    #[test]
    fn a_text_is_found_as_people_look_it_up() {
        for (wanted, text, found) in [
            ("cafe", "Au CAFÉ, à Paris", Some("CAFÉ")),
            ("É", "elder", Some("e")),
            ("zoe", "Zoe\u{308} b", Some("Zoe\u{308}")),
            ("i", "ﬁets", Some("ﬁ")),
            ("fiets", "de ﬁets", Some("ﬁets")),
            ("ﬁ", "de fiets", Some("fi")),
            ("本語", "日本語", Some("本語")),
            ("к я", "Ток Я", Some("к Я")),
            ("shop", "sho", None),
            ("", "anything", None),
            ("\u{301}", "é", None),
        ] {
            let range = Lookup::of(text).find(&Lookup::of(wanted));
            assert_eq!(range.map(|range| &text[range]), found, "{wanted} in {text}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let words = |text: &str| {
            let mut words = String::new();
            push_words(&mut words, text);
            words
        };
        assert_eq!(words("C-1042"), " c 1042");
        assert_eq!(words("  Zoë  O'Hara\n(MÜNCHEN)"), " zoe o hara munchen");
        assert_eq!(words("Jan.de.Vries@shop.nl"), " jan de vries shop nl");
        assert_eq!(words("日本 ﬁets"), " 日本 fiets");
        assert_eq!(words("@ – \t"), "");
    }
}

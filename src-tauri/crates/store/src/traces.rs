//! Texts that say who somebody is, found in other texts.

use std::collections::BTreeSet;

/// What stands where a text was that is not to be known any more.
pub(crate) const BLANK: &str = "…";

/// A key or name of fewer characters is found as a whole word only, and any other text not at all.
const TELLING: usize = 4;

/// A number of fewer digits says nothing by itself: every file is full of them.
const TELLING_DIGITS: usize = 6;

/// Texts to be found in others, whatever the case of their Latin letters.
#[derive(Debug)]
pub(crate) struct Traces {
    /// By their first byte.
    texts: Vec<Vec<Trace>>,
    equal: BTreeSet<String>,
}

#[derive(Debug)]
struct Trace {
    bytes: Vec<u8>,
    /// Whether no letter or digit may stand beside it.
    whole: bool,
}

impl Traces {
    /// Keys and names of people, and other texts that only they have.
    pub(crate) fn of(people: &BTreeSet<String>, others: &BTreeSet<String>) -> Self {
        let equal = people.iter().chain(others).map(|text| text.to_lowercase()).collect();
        let mut traces = Self { texts: (0..256).map(|_| Vec::new()).collect(), equal };
        for text in people {
            traces.add(text, !is_telling(text));
        }
        for text in others.iter().filter(|text| is_telling(text)) {
            traces.add(text, false);
        }
        // The longest first, so that as much as can be is found at once.
        traces
            .texts
            .iter_mut()
            .for_each(|texts| texts.sort_by_key(|trace| std::cmp::Reverse(trace.bytes.len())));
        traces
    }

    fn add(&mut self, text: &str, whole: bool) {
        // As JSON has it too, in rules and in what history keeps of them.
        let quoted = serde_json::Value::from(text).to_string();
        let written = quoted.get(1..quoted.len() - 1).filter(|written| *written != text);
        for text in [Some(text), written].into_iter().flatten() {
            let bytes = text.as_bytes().to_ascii_lowercase();
            if bytes.len() > 1 {
                self.texts[usize::from(bytes[0])].push(Trace { bytes, whole });
            }
        }
    }

    /// Whether a text is one of them, whatever its case.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.equal.contains(&text.to_lowercase())
    }

    /// Whether one of them is in some bytes.
    pub(crate) fn are_in(&self, bytes: &[u8]) -> bool {
        (0..bytes.len()).any(|place| self.length_at(bytes, place).is_some())
    }

    /// A text with a blank for each of them that is in it; `None` if none is.
    pub(crate) fn blanked(&self, text: &str) -> Option<String> {
        let (mut blanked, mut kept, mut place) = (String::new(), 0, 0);
        while place < text.len() {
            match self.length_at(text.as_bytes(), place) {
                Some(length) => {
                    // What is found begins and ends with whole characters, as all of UTF-8 does.
                    blanked.push_str(&text[kept..place]);
                    blanked.push_str(BLANK);
                    place += length;
                    kept = place;
                }
                None => place += 1,
            }
        }
        (kept > 0).then(|| blanked + &text[kept..])
    }

    /// How long the text is that begins at a place.
    fn length_at(&self, bytes: &[u8], place: usize) -> Option<usize> {
        let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let fits = |trace: &&Trace| {
            let end = place + trace.bytes.len();
            let found = bytes.get(place..end).is_some_and(|part| part.eq_ignore_ascii_case(&trace.bytes));
            found
                && (!trace.whole
                    || !is_letter(bytes.get(end)) && !is_letter(place.checked_sub(1).map(|at| &bytes[at])))
        };
        self.texts[usize::from(bytes[place].to_ascii_lowercase())]
            .iter()
            .find(fits)
            .map(|trace| trace.bytes.len())
    }
}

fn is_telling(text: &str) -> bool {
    let least = if text.bytes().all(|byte| byte.is_ascii_digit()) { TELLING_DIGITS } else { TELLING };
    text.chars().count() >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(people: &[&str], others: &[&str], text: &str, blanked: Option<&str>) {
        let [people, others] =
            [people, others].map(|texts| texts.iter().map(|&text| text.to_owned()).collect());
        let traces = Traces::of(&people, &others);
        assert_eq!(traces.blanked(text).as_deref(), blanked, "{text}");
        assert_eq!(traces.are_in(text.as_bytes()), blanked.is_some(), "{text}");
    }

    #[test]
    fn what_tells_of_somebody_is_blanked_and_nothing_else() {
        check(&["anna@example.org"], &[], "export of Anna@Example.org.csv", Some("export of ….csv"));
        check(&["c7", "İpek"], &[], "c7.csv, abc7, c71, c7, İpek", Some("….csv, abc7, c71, …, …"));
        check(&["101"], &["Utrecht", "NL", "2024"], "Utrecht NL 2024, 2101, 101", Some("… NL 2024, 2101, …"));
        check(&["say \"hi\""], &[], r#"{"is":"Say \"Hi\""}"#, Some(r#"{"is":"…"}"#));
        check(&["a", ""], &["", "été"], "a été", None);
        check(&["anna", "anna smith"], &[], "Anna Smith and anna", Some("… and …"));
    }
}

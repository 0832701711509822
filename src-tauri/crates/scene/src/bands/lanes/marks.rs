//! The marks in a text that give it form: two asterisks around what is bold, `[words](address)` and bare addresses for links.

use std::ops::Range;

/// The schemes of addresses that a link may have. Another one could do more than show something.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];
/// What ends a sentence rather than an address.
const AFTER: &[char] = &['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '"', '”', '’', '…'];
/// What stands on both sides of what is bold.
const BOLD: &str = "**";

/// A text without its marks, and what they said of it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Marked {
    /// Without them.
    pub text: String,
    /// Where it is bold.
    pub bold: Vec<Range<usize>>,
    /// Where links are, and where they lead.
    pub links: Vec<(Range<usize>, String)>,
}

impl Marked {
    /// Whether all of it is set in one way.
    pub fn is_plain(&self) -> bool {
        self.bold.is_empty() && self.links.is_empty()
    }

    fn link(&mut self, words: &str, address: &str) {
        let start = self.text.len();
        self.text.push_str(words);
        self.links.push((start..self.text.len(), address.to_owned()));
    }
}

/// Reads the marks of a text. One that is half of a pair stands for itself.
pub(super) fn marked(text: &str) -> Marked {
    let mut marked = Marked::default();
    let (mut rest, mut bold, mut may_be_bold) = (text, None, true);
    while let Some(next) = rest.chars().next() {
        if may_be_bold && let Some(after) = rest.strip_prefix(BOLD) {
            match bold.take() {
                Some(start) => marked.bold.push(start..marked.text.len()),
                None if after.find(BOLD).is_some_and(|length| length > 0) => bold = Some(marked.text.len()),
                None => {
                    may_be_bold = false;
                    marked.text.push_str(BOLD);
                }
            }
            rest = after;
        } else if let Some((words, address, after)) = link(rest) {
            marked.link(&words.replace(BOLD, ""), address);
            rest = after;
        } else if let Some(address) = address(rest).filter(|_| begins_word(&marked.text)) {
            marked.link(address, address);
            rest = &rest[address.len()..];
        } else {
            marked.text.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    marked
}

/// The words and the address of a link that a text begins with, and what follows it.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (words, after) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = after.split_once(')')?;
    let is_one = !words.trim().is_empty() && !words.contains(['[', ']']) && is_address(address);
    is_one.then_some((words, address, after))
}

/// The address that a text begins with.
fn address(text: &str) -> Option<&str> {
    let scheme = scheme(text)?;
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let end = text[..end].find(BOLD).unwrap_or(end);
    let address = text[..end].trim_end_matches(AFTER);
    (address.len() > scheme.len()).then_some(address)
}

fn scheme(text: &str) -> Option<&'static str> {
    let begins =
        |scheme: &&str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    SCHEMES.into_iter().find(|scheme| begins(scheme))
}

fn is_address(text: &str) -> bool {
    let is_odd = |character: char| character.is_whitespace() || character.is_control();
    scheme(text).is_some_and(|scheme| text.len() > scheme.len()) && !text.contains(is_odd)
}

fn begins_word(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| !last.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, unmarked: &str, bold: &[&str], links: &[(&str, &str)]) {
        let marked = marked(text);
        let part = |range: &Range<usize>| marked.text[range.clone()].to_owned();
        let found: Vec<_> = marked.links.iter().map(|(range, to)| (part(range), to.as_str())).collect();
        let links: Vec<_> = links.iter().map(|(words, to)| ((*words).to_owned(), *to)).collect();
        assert_eq!(marked.text, unmarked);
        assert_eq!(marked.bold.iter().map(part).collect::<Vec<_>>(), bold);
        assert_eq!(found, links);
    }

    #[test]
    fn marks_come_in_pairs() {
        check("a **b** c", "a b c", &["b"], &[]);
        check("a ** b", "a ** b", &[], &[]);
        check("****", "****", &[], &[]);
        check("**a** **", "a **", &["a"], &[]);
        check("**[a](https://b.example)**", "a", &["a"], &[("a", "https://b.example")]);
    }

    #[test]
    fn only_addresses_of_the_web_and_of_mail_are_links() {
        let to = "https://example.org/x?y=1";
        check(&format!("[See this]({to})."), "See this.", &[], &[("See this", to)]);
        check(&format!("({to}), and so on"), &format!("({to}), and so on"), &[], &[(to, to)]);
        check(
            "MAILTO:a@example.org!",
            "MAILTO:a@example.org!",
            &[],
            &[("MAILTO:a@example.org", "MAILTO:a@example.org")],
        );
        for text in
            ["[x](javascript:alert(1))", "[x](file:///etc)", "xhttps://a.b", "https://", "[a] (https:)"]
        {
            check(text, text, &[], &[]);
        }
        // What is no link with words of its own still has an address in it.
        for (text, address) in [("[x](https://a b)", "https://a"), ("[](https://a.b)", "https://a.b")] {
            check(text, text, &[], &[(address, address)]);
        }
    }
}

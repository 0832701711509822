//! Lists as people write them on a command line, whose parts may stand between double quotes.

/// The parts of a text between a mark that does not stand in quotes. A quote opens where a part begins, or after one of
/// the characters `before`.
pub(crate) fn split<'a>(text: &'a str, mark: char, before: &[char]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut from, mut quoted, mut begins) = (0, false, true);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' if quoted || begins => quoted = !quoted,
            _ if quoted => {}
            _ if letter == mark => {
                parts.push(&text[from..at]);
                from = at + letter.len_utf8();
            }
            _ => {}
        }
        // The second of two quotes opens again what the first has closed.
        begins = letter == '"' || before.contains(&letter) || begins && letter.is_whitespace();
    }
    parts.push(&text[from..]);
    parts
}

/// A part without the quotes around it; `None` if these do not enclose all of it.
pub(crate) fn unquoted(text: &str) -> Option<String> {
    let text = text.trim();
    let Some(inner) = text.strip_prefix('"') else { return Some(text.to_owned()) };
    let inner = inner.strip_suffix('"')?.replace("\"\"", "\u{0}");
    (!inner.contains('"')).then(|| inner.replace('\u{0}', "\""))
}

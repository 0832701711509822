//! Reads numbers as people and exports write them.

/// A finite decimal number: `1234.5`, `-3`, `1e3`; with `comma` also `1234,5`. Thousands separators are not
/// guessed.
pub(crate) fn parse(text: &[u8], comma: bool) -> Option<f64> {
    if text.is_empty()
        || !text.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b',' | b'e' | b'E'))
    {
        return None;
    }
    let text = std::str::from_utf8(text).ok()?;
    let number: f64 = if comma && text.contains(',') {
        if text.contains('.') {
            return None;
        }
        text.replacen(',', ".", 1).parse().ok()?
    } else {
        text.parse().ok()?
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_are_read_as_written() {
        for (text, comma, expected) in [
            ("1234.5", false, Some(1234.5)),
            ("-0.25", false, Some(-0.25)),
            ("+7", false, Some(7.0)),
            ("1e3", false, Some(1000.0)),
            (".5", false, Some(0.5)),
            ("1234,5", true, Some(1234.5)),
            ("1234.5", true, Some(1234.5)),
            ("1234,5", false, None),
            ("1.234,5", true, None),
            ("1,234,5", true, None),
            ("", false, None),
            ("NaN", false, None),
            ("inf", false, None),
            ("1e999", false, None),
            ("€ 5", false, None),
            ("-", false, None),
            ("12 ", false, None),
        ] {
            assert_eq!(parse(text.as_bytes(), comma), expected, "{text}");
        }
    }
}

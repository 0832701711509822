//! Pictures that carry what they are of, so that it can be opened again.

use std::io::Cursor;

use usvg::roxmltree::Document;

/// By which name it is carried.
pub(crate) const NAME: &str = "touchline-map";

/// How a PNG begins. Source: RFC 2083, 3.1.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// What the picture in a file carries; none where that is no PNG or SVG, or carries nothing.
pub fn carried(file: &[u8]) -> Option<String> {
    if file.starts_with(PNG) {
        let reader = png::Decoder::new(Cursor::new(file)).read_info().ok()?;
        let chunk = reader.info().utf8_text.iter().find(|chunk| chunk.keyword == NAME)?;
        return chunk.get_text().ok();
    }
    let text = std::str::from_utf8(file).ok().filter(|text| text.trim_start().starts_with('<'))?;
    let tree = Document::parse(text).ok()?;
    let kept = tree.descendants().find(|node| node.attribute("id") == Some(NAME))?;
    kept.text().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_carries_nothing() {
        for file in [&b""[..], PNG, b"<svg", b"<svg/>", b"{}", b"\xff\xfe<"] {
            assert_eq!(carried(file), None);
        }
    }
}

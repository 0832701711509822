//! Small images that people put on touchpoints and personas.

use std::fmt;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// How many pixels an image has along an edge, at most.
pub const EDGE: u32 = 640;

/// How many bytes an image has, at most.
pub const MOST: usize = 400_000;

/// What a JPEG begins with: its start, and that of a segment.
const START: [u8; 3] = [0xFF, 0xD8, 0xFF];

/// A small JPEG. It is written in Base64, and goes with what it belongs to wherever that goes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Image(Arc<[u8]>);

/// Bytes that are no image as Touchline keeps them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an image is a JPEG of at most {EDGE} by {EDGE} pixels, in Base64")]
pub struct NoImage;

impl Image {
    /// The image that these bytes are, or `None` where they are no JPEG of this size.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let (width, height) = size(bytes)?;
        let is_small = [width, height].into_iter().all(|length| (1..=EDGE).contains(&length));
        (is_small && bytes.len() <= MOST).then(|| Self(bytes.into()))
    }

    /// The JPEG.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The JPEG in Base64.
    pub fn text(&self) -> String {
        STANDARD.encode(&self.0)
    }
}

/// The width and the height that a JPEG says that it has (ITU-T T.81, B.2.2).
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    if !bytes.starts_with(&START) {
        return None;
    }
    let mut rest = bytes.get(2..)?;
    loop {
        let &[0xFF, marker, high, low, ..] = rest else { return None };
        let segment = rest.get(2..)?;
        // The kinds of frame; among them are tables (C4, CC) and an extension (C8).
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            let &[_, _, _, height, low_height, width, low_width, ..] = segment else { return None };
            let length = |high, low| u32::from(u16::from_be_bytes([high, low]));
            return Some((length(width, low_width), length(height, low_height)));
        }
        rest = segment.get(usize::from(u16::from_be_bytes([high, low])).max(2)..)?;
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Image of {} bytes", self.0.len())
    }
}

impl From<Image> for String {
    fn from(image: Image) -> Self {
        image.text()
    }
}

impl TryFrom<String> for Image {
    type Error = NoImage;

    fn try_from(text: String) -> Result<Self, NoImage> {
        STANDARD.decode(text).ok().and_then(|bytes| Self::of(&bytes)).ok_or(NoImage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of this size behind a segment of comments, without what would follow.
    fn framed(width: u16, height: u16) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xFE, 0, 5, b'a', b'b', b'c', 0xFF, 0xC2, 0, 11, 8];
        bytes.extend(height.to_be_bytes());
        bytes.extend(width.to_be_bytes());
        bytes.push(3);
        bytes
    }

    #[test]
    fn an_image_says_how_large_it_is_and_is_small() {
        assert_eq!(size(&framed(300, 200)), Some((300, 200)));
        assert!(Image::of(&framed(640, 1)).is_some());
        for bytes in [framed(641, 10), framed(10, 65_535), framed(0, 10), framed(10, 10)[..12].to_vec()] {
            assert_eq!(Image::of(&bytes), None);
        }
        assert_eq!(Image::of(b"\x89PNG\r\n\x1a\n"), None);
        assert_eq!(Image::of(&[]), None);
        let mut heavy = framed(10, 10);
        heavy.resize(MOST + 1, 0);
        assert_eq!(Image::of(&heavy), None);
        // A segment that says that it is empty is not gone through for ever.
        assert_eq!(Image::of(&[0xFF, 0xD8, 0xFF, 0xFE, 0, 0, 0xFF, 0xFE, 0, 0]), None);
    }

    #[test]
    fn an_image_is_read_as_it_was_written() {
        let image = Image::of(&framed(20, 10)).unwrap();
        let text = serde_json::to_string(&image).unwrap();
        assert_eq!(serde_json::from_str::<Image>(&text).unwrap(), image);
        assert!(serde_json::from_str::<Image>("\"not an image\"").is_err());
        assert!(serde_json::from_str::<Image>("\"bm90IGFuIGltYWdl\"").is_err());
    }
}

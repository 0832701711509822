//! Why a picture could not be made.

use thiserror::Error;

/// Why a picture could not be made.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The scale is not one that pictures are made at.
    #[error("the scale must be from 1 to 4, not {0}")]
    Scale(f32),
    /// The picture would have more pixels than can sensibly be opened.
    #[error(
        "the picture would be {width} by {height} pixels, which is more than most programs open; choose a smaller scale, or SVG"
    )]
    TooLarge {
        /// Its width in pixels.
        width: u64,
        /// Its height in pixels.
        height: u64,
    },
    /// The scene could not be read as a picture.
    #[error("the scene could not be painted: {0}")]
    Scene(#[from] usvg::Error),
    /// The pixels could not be written as PNG.
    #[error("the pixels could not be written as PNG: {0}")]
    Encoding(#[from] ::png::EncodingError),
    /// The picture could not be written as PDF.
    #[error("the picture could not be written as PDF: {0}")]
    Pdf(String),
    /// The picture could not be written as PPTX.
    #[error("the picture could not be written as PPTX: {0}")]
    Pptx(String),
}

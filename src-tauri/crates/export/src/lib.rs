//! Pictures from a Scene: PNG, and SVG with its fonts inside.
//!
//! Nothing is decided here: a scene says what to paint, `scene` writes it as SVG, and this crate turns that into
//! pixels with the fonts that the scene was measured with.

mod deflate;
mod error;
mod fonts;
mod lines;
mod paint;
mod png;

pub use error::ExportError;
pub use png::{PngOptions, png};

use scene::{Scene, SvgOptions};

/// The scene as an SVG file that looks the same wherever it is opened: the fonts are inside.
pub fn svg(scene: &Scene) -> String {
    scene::svg(scene, &SvgOptions { embed_fonts: true, ..SvgOptions::default() })
}

//! Pictures from a Scene: PNG, PDF, PPTX, HTML, and SVG with its fonts inside.
//!
//! Nothing is decided here: a scene says what to paint. `scene` writes it as SVG, which this crate turns into pixels, and
//! a PDF is painted from the scene itself; both with the fonts that the scene was measured with.

mod carried;
mod curves;
mod deflate;
mod error;
mod fonts;
mod graphs;
mod html;
mod lines;
mod paint;
mod pdf;
mod png;
mod pptx;
mod xml;

pub use carried::carried;
pub use error::ExportError;
pub use graphs::{Graph, GraphFormat, graph};
pub use html::{HtmlOptions, html};
pub use pdf::{Paper, PaperSize, PdfOptions, pdf};
pub use png::{Pixels, PngOptions, pixels, png};
pub use pptx::{PptxOptions, StorySlide, pptx, pptx_with_story};

use scene::{Scene, SvgOptions};

use crate::carried::NAME;
use crate::xml::escaped;

/// The scene as an SVG file that looks the same wherever it is opened: the fonts are inside. What it is to carry, so that
/// it can be opened again, stands in it as metadata.
pub fn svg(scene: &Scene, carried: Option<&str>) -> String {
    let mut svg = scene::svg(scene, &SvgOptions { embed_fonts: true, ..SvgOptions::default() });
    if let (Some(carried), Some(end)) = (carried, svg.rfind("</svg>")) {
        svg.insert_str(end, &format!("<metadata id=\"{NAME}\">{}</metadata>\n", escaped(carried)));
    }
    svg
}

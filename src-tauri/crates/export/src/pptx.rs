//! A scene as slides for presentation programs: native shapes, texts that can be edited, and connectors that stay on the
//! cards they join. The first slide has all of the map, and each stage has one of its own.

mod bent;
mod frame;
mod package;
mod shapes;
mod slide;

use scene::Scene;

use crate::ExportError;

use frame::Frame;
use package::Package;
use slide::{Parts, slide};

/// How to make slides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PptxOptions<'a> {
    /// The language of the texts, as BCP 47 has it.
    pub language: &'a str,
}

/// Writes a scene as a PPTX file. The same scene gives the same bytes.
pub fn pptx(scene: &Scene, options: &PptxOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let mut package = Package::new(scene, options.language);
    let whole = Parts::whole(scene);
    for parts in std::iter::once(whole).chain(Parts::stages(scene)) {
        let frame = Frame::around(&parts.bounds);
        package.add(slide(scene, &parts, &frame, options.language));
    }
    package.write().map_err(|error| ExportError::Pptx(error.to_string()))
}

//! A scene as slides for presentation programs: native shapes, texts that can be edited, and connectors that stay on the
//! cards they join. The first slide has all of the map, each stage has one of its own, and so has each step of a story, with its notes.

mod bent;
mod frame;
mod notes;
mod package;
mod shapes;
mod slide;
mod step;

use scene::Scene;

use crate::ExportError;

use frame::Frame;
use package::Package;
pub use step::StorySlide;

use slide::{Parts, slide};

/// How to make slides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PptxOptions<'a> {
    /// The language of the texts, as BCP 47 has it.
    pub language: &'a str,
}

/// Writes a scene as a PPTX file. The same scene gives the same bytes.
pub fn pptx(scene: &Scene, options: &PptxOptions<'_>) -> Result<Vec<u8>, ExportError> {
    pptx_with_story(scene, &[], options)
}

/// The same with the steps of a story after it, in their order.
pub fn pptx_with_story(
    scene: &Scene,
    story: &[StorySlide],
    options: &PptxOptions<'_>,
) -> Result<Vec<u8>, ExportError> {
    let mut package = Package::new(scene, options.language);
    let whole = Parts::whole(scene);
    for parts in std::iter::once(whole).chain(Parts::stages(scene)) {
        let frame = Frame::around(&parts.bounds);
        package.add(slide(scene, &parts, &frame, options.language));
    }
    for step in story {
        let painted = step.painted();
        let frame = Frame::below_title(&step.area);
        let mut drawn = slide(&painted, &Parts::step(step, &painted), &frame, options.language);
        drawn.notes.clone_from(&step.notes);
        package.add(drawn);
    }
    package.write().map_err(|error| ExportError::Pptx(error.to_string()))
}

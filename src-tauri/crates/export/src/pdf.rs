//! A scene as PDF: vectors, text that can be found and read aloud, tagged in the order of the journey.
//!
//! The scene is painted item by item and not by way of SVG, since what is painted is tagged with what it stands for.

mod painter;
mod paper;
mod tags;

use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::{KrillaError, KrillaResult};
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use scene::{Scene, SceneItem, Subject};

use crate::ExportError;

pub use paper::{Paper, PaperSize};

use painter::Painter;
use paper::Placed;
use tags::Marked;

/// How to make a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PdfOptions<'a> {
    /// The language of its texts, as BCP 47 has it.
    pub language: &'a str,
    /// What it is to be printed on; none for a page as large as the picture.
    pub paper: Option<Paper>,
}

/// Writes a scene as a PDF of one page that conforms to PDF/UA-1. The same scene gives the same bytes.
pub fn pdf(scene: &Scene, options: &PdfOptions<'_>) -> Result<Vec<u8>, ExportError> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let accessible = accessible.map_err(|error| ExportError::Pdf(format!("{error:?}")))?;
    let written = match write(scene, options, accessible) {
        // A text may hold what no accessible document may, such as a mark of byte order: a picture there is all the same.
        Err(KrillaError::Validation(_)) => write(scene, options, Configuration::default()),
        written => written,
    };
    written.map_err(|error| ExportError::Pdf(error.to_string()))
}

fn write(scene: &Scene, options: &PdfOptions<'_>, configuration: Configuration) -> KrillaResult<Vec<u8>> {
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let placed = Placed::of(&scene.bounds, options.paper);
    let title = title(scene);
    let [width, height] = placed.page.map(|length| length as f32);
    let mut page = document.start_page_with(PageSettings::from_wh(width, height).unwrap_or_default());
    let mut marked = Marked::default();
    let mut painter = Painter::new(page.surface(), &placed);
    painter.ground(scene, &placed);
    for item in &scene.items {
        marked.note(item, painter.item(item));
    }
    painter.finish();
    for item in &scene.items {
        for link in &item.zones.links {
            marked.link(item, page.add_tagged_annotation(painter::link(link, &placed)));
        }
    }
    page.finish();
    document.set_metadata(
        Metadata::new()
            .title(title.clone())
            .language(options.language.to_owned())
            .creator("Touchline".to_owned())
            .producer("Touchline".to_owned()),
    );
    document.set_outline(bookmarks(scene, title, &placed));
    document.set_tag_tree(marked.tree(scene, &placed, options.language));
    document.finish()
}

/// What the heading says, or the name on a sheet.
fn title(scene: &Scene) -> String {
    let heading = scene.heading().map(|heading| heading.label.trim().to_owned());
    heading.filter(|title| !title.is_empty()).unwrap_or_else(|| "Touchline".to_owned())
}

/// A bookmark for the whole, and in it one for each stage.
fn bookmarks(scene: &Scene, title: String, placed: &Placed) -> Outline {
    let node = |text: String, [x, y]: [f64; 2]| {
        OutlineNode::new(text, XyzDestination::new(0, Point::from_xy(x as f32, y as f32)))
    };
    let mut whole = node(title, placed.at([scene.bounds.x, scene.bounds.y]));
    let is_stage = |item: &&SceneItem| matches!(item.subject, Subject::Stage { .. });
    for item in scene.items.iter().filter(is_stage) {
        if let Some(title) = item.title() {
            whole.push_child(node(title, placed.at([item.bounds.x, item.bounds.y])));
        }
    }
    let mut outline = Outline::new();
    outline.push_child(whole);
    outline
}

//! Maps and sheets written as pictures, and maps as graphs and tables for other programs.

use std::path::{Path, PathBuf};

use export::{Graph, GraphFormat, HtmlOptions, Paper, PdfOptions, PngOptions, PptxOptions, StorySlide};
use model::{MapId, Question};
use scene::{Extent, Lens, Picture, Scene};

use crate::tables::{self, TablesFormat};
use crate::whole::write_whole;
use crate::{AppError, ExportOptions, Exported, Locale, Session, Theme, View};

/// A map or a sheet laid out to be written. It needs the session no more, so that others can have it meanwhile.
#[derive(Debug)]
pub struct Export {
    made: Made,
    path: PathBuf,
}

/// What is to be written.
#[derive(Debug)]
enum Made {
    /// A scene, to be painted, and what the picture carries.
    Scene(Box<Scene>, PictureFormat, Painting, Option<String>),
    /// Slides of a scene, and of the steps of its story.
    Slides(Box<Scene>, Vec<StorySlide>, Locale),
    /// A file, as it is.
    File(Vec<u8>),
}

/// How a scene is painted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Painting {
    /// Pixels per scene unit, 1 to 4; for PNG.
    pub scale: f32,
    /// What it is to be printed on; for PDF.
    pub paper: Option<Paper>,
    /// Light or dark.
    pub theme: Theme,
    /// The language of its texts.
    pub locale: Locale,
}

impl Export {
    /// A scene as a picture; the extension says which kind.
    pub(crate) fn of(scene: Scene, path: &Path, painting: Painting) -> Result<Self, AppError> {
        match Format::of(path)? {
            Format::Picture(format) => {
                Ok(Self { made: Made::Scene(Box::new(scene), format, painting, None), path: path.to_owned() })
            }
            Format::Graph(_) | Format::Tables(_) => Err(AppError::UnknownFormat(path.to_owned())),
        }
    }

    /// Paints the picture and writes it.
    pub fn write(&self) -> Result<Exported, AppError> {
        let (bytes, unshown) = match &self.made {
            Made::Scene(scene, format, painting, carried) => (
                format.paint(scene, *painting, carried.as_deref())?,
                scene::fonts::unshown(scene).into_iter().collect(),
            ),
            Made::Slides(scene, story, locale) => (
                export::pptx_with_story(scene, story, &PptxOptions { language: locale.tag() })?,
                scene::fonts::unshown(scene).into_iter().collect(),
            ),
            Made::File(bytes) => (bytes.clone(), Vec::new()),
        };
        write_whole(&self.path, &bytes)
            .map_err(|error| AppError::Write { path: self.path.clone(), error })?;
        Ok(Exported { path: self.path.display().to_string(), unshown })
    }
}

impl Session {
    /// The map in view, with the overlay it shows, to be written; the extension says as what.
    pub fn export_map(&mut self, path: &Path, options: &ExportOptions) -> Result<Export, AppError> {
        let (map, question) = self.in_view()?;
        self.lay_out_export(map, question, path, options)
    }

    /// What the map in view looks like as it is exported.
    pub fn export_scene(&mut self, options: &ExportOptions) -> Result<Scene, AppError> {
        let (map, question) = self.in_view()?;
        self.exported(map, question, options, |_, scene| scene)
    }

    /// The map with a title, to be written; the extension says as what.
    pub fn export(
        &mut self,
        title: &str,
        question: &Question,
        path: &Path,
        options: &ExportOptions,
    ) -> Result<Export, AppError> {
        self.lay_out_export(self.map_by_title(title)?, Some(question.clone()), path, options)
    }

    fn in_view(&self) -> Result<(MapId, Option<Question>), AppError> {
        let showing = self.showing.as_ref().ok_or(AppError::NothingInView)?;
        Ok((showing.view.map, showing.view.question.clone()))
    }

    fn lay_out_export(
        &mut self,
        map: MapId,
        question: Option<Question>,
        path: &Path,
        options: &ExportOptions,
    ) -> Result<Export, AppError> {
        // Before anything is counted.
        let format = Format::of(path)?;
        self.refuse_workspaces(path)?;
        let carried = match format {
            Format::Picture(PictureFormat::Png | PictureFormat::Svg) if options.carries => {
                Some(self.carried_document(map)?)
            }
            _ => None,
        };
        let story = match format {
            // A part of the map is not what its story tells of.
            Format::Picture(PictureFormat::Pptx) if options.extent == Extent::Whole => {
                self.story_slides(map, options.theme, options.locale)?
            }
            _ => Vec::new(),
        };
        let made = self.exported(map, question, options, |picture, scene| match format {
            Format::Picture(PictureFormat::Pptx) => Ok(Made::Slides(Box::new(scene), story, options.locale)),
            Format::Picture(format) => Ok(Made::Scene(Box::new(scene), format, options.painting(), carried)),
            Format::Graph(format) => Ok(Made::File(text_of(picture, &scene, format).into_bytes())),
            Format::Tables(format) => tables::written(&scene::tables(picture), format).map(Made::File),
        })?;
        let made = made.map_err(|error| AppError::Write { path: path.to_owned(), error })?;
        Ok(Export { made, path: path.to_owned() })
    }

    /// What is made of a map as it is exported.
    fn exported<T>(
        &mut self,
        map: MapId,
        question: Option<Question>,
        options: &ExportOptions,
        make: impl FnOnce(&Picture<'_>, Scene) -> T,
    ) -> Result<T, AppError> {
        let &ExportOptions { ref extent, reading, extras, theme, locale, .. } = options;
        let view = View { map, question, reading, theme, locale };
        let journey = self.workspace.journey(map)?;
        let evidence = self.evidence(&journey, &view)?;
        self.pictured(&journey, evidence.as_ref(), &view, |picture| {
            let picture = Picture { extras, ..picture.clone() };
            make(&picture, scene::lay_out_part(&picture, extent))
        })
    }
}

/// A map as a graph, with the numbers of its picture.
fn text_of(picture: &Picture<'_>, scene: &Scene, format: GraphFormat) -> String {
    let counted = picture.evidence.filter(|_| picture.reading.lens != Lens::Plain);
    let overlay = counted.map(|evidence| evidence.touchpoints);
    export::graph(&Graph { journey: picture.journey, overlay, scene, locale: picture.locale }, format)
}

/// Pixels for each scene unit, as they are asked for, within what can be made.
pub(crate) fn pixels(scale: u8) -> f32 {
    f32::from(scale.clamp(1, 4))
}

impl ExportOptions {
    /// Pixels for each scene unit.
    pub(crate) fn pixels(&self) -> f32 {
        pixels(self.scale)
    }

    fn painting(&self) -> Painting {
        Painting { scale: self.pixels(), paper: self.paper, theme: self.theme, locale: self.locale }
    }
}

/// What a file can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Picture(PictureFormat),
    Graph(GraphFormat),
    Tables(TablesFormat),
}

/// The kinds of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PictureFormat {
    Svg,
    Png,
    Pdf,
    Pptx,
    Html,
}

/// What each format is called by the ends of names, the longer ones first.
const ENDS: [(&str, Format); 15] = [
    (".svg", Format::Picture(PictureFormat::Svg)),
    (".png", Format::Picture(PictureFormat::Png)),
    (".pdf", Format::Picture(PictureFormat::Pdf)),
    (".pptx", Format::Picture(PictureFormat::Pptx)),
    (".html", Format::Picture(PictureFormat::Html)),
    (".htm", Format::Picture(PictureFormat::Html)),
    (".graphml", Format::Graph(GraphFormat::GraphMl)),
    (".dot", Format::Graph(GraphFormat::Dot)),
    (".gv", Format::Graph(GraphFormat::Dot)),
    (".canvas", Format::Graph(GraphFormat::Canvas)),
    (".journey.mmd", Format::Graph(GraphFormat::MermaidJourney)),
    (".sankey.mmd", Format::Graph(GraphFormat::MermaidSankey)),
    (".xlsx", Format::Tables(TablesFormat::Xlsx)),
    (".csv", Format::Tables(TablesFormat::Csv)),
    (".mmd", Format::Graph(GraphFormat::Mermaid)),
];

impl Format {
    fn of(path: &Path) -> Result<Self, AppError> {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        let known = ENDS.iter().find(|(end, _)| name.ends_with(end));
        known.map(|(_, format)| *format).ok_or_else(|| AppError::UnknownFormat(path.to_owned()))
    }
}

impl PictureFormat {
    fn paint(self, scene: &Scene, painting: Painting, carried: Option<&str>) -> Result<Vec<u8>, AppError> {
        let Painting { scale, paper, theme, locale } = painting;
        match self {
            Self::Svg => Ok(export::svg(scene, carried).into_bytes()),
            Self::Png => Ok(export::png(scene, &PngOptions { scale, carried })?),
            Self::Pdf => Ok(export::pdf(scene, &PdfOptions { language: locale.tag(), paper })?),
            Self::Html => {
                let options =
                    HtmlOptions { language: locale.tag(), locale: locale.into(), theme: theme.into() };
                Ok(export::html(scene, &options).into_bytes())
            }
            Self::Pptx => Ok(export::pptx(scene, &PptxOptions { language: locale.tag() })?),
        }
    }
}

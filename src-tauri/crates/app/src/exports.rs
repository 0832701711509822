//! Maps and sheets written as pictures.

use std::path::{Path, PathBuf};

use export::{Paper, PdfOptions, PngOptions};
use model::{MapId, Question};
use scene::{Picture, Scene, SvgOptions};

use crate::whole::write_whole;
use crate::{AppError, ExportOptions, Exported, Locale, Session, View};

/// A scene laid out to be written as a picture. It needs the session no more, so that others can have it meanwhile.
#[derive(Debug)]
pub struct Export {
    scene: Scene,
    format: Format,
    painting: Painting,
    path: PathBuf,
}

/// How a scene is painted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Painting {
    /// Pixels per scene unit, 1 to 4; for PNG.
    pub scale: u8,
    /// What it is to be printed on; for PDF.
    pub paper: Option<Paper>,
    /// The language of its texts.
    pub locale: Locale,
}

impl Export {
    /// A scene as a picture; the extension says which kind.
    pub(crate) fn of(scene: Scene, path: &Path, painting: Painting) -> Result<Self, AppError> {
        Ok(Self { scene, format: Format::of(path)?, painting, path: path.to_owned() })
    }

    /// Paints the picture and writes it.
    pub fn write(&self) -> Result<Exported, AppError> {
        let bytes = self.format.paint(&self.scene, &self.painting)?;
        write_whole(&self.path, &bytes)
            .map_err(|error| AppError::Write { path: self.path.clone(), error })?;
        let unshown = scene::fonts::unshown(&self.scene).into_iter().collect();
        Ok(Exported { path: self.path.display().to_string(), unshown })
    }
}

impl Session {
    /// The map in view, with the overlay it shows, as a picture to write; the extension says which kind.
    pub fn export_map(&mut self, path: &Path, options: &ExportOptions) -> Result<Export, AppError> {
        Format::of(path)?;
        self.refuse_workspaces(path)?;
        let scene = self.export_scene(options)?;
        Export::of(scene, path, options.painting())
    }

    /// What the map in view looks like as it is exported.
    pub fn export_scene(&mut self, options: &ExportOptions) -> Result<Scene, AppError> {
        let showing = self.showing.as_ref().ok_or(AppError::NothingInView)?;
        let (map, question) = (showing.view.map, showing.view.question.clone());
        self.lay_out_export(map, question, options)
    }

    /// The map with a title as a picture to write.
    pub fn export(
        &mut self,
        title: &str,
        question: &Question,
        path: &Path,
        options: &ExportOptions,
    ) -> Result<Export, AppError> {
        // Before anything is counted.
        Format::of(path)?;
        self.refuse_workspaces(path)?;
        let scene = self.lay_out_export(self.map_by_title(title)?, Some(question.clone()), options)?;
        Export::of(scene, path, options.painting())
    }

    fn lay_out_export(
        &mut self,
        map: MapId,
        question: Option<Question>,
        options: &ExportOptions,
    ) -> Result<Scene, AppError> {
        let &ExportOptions { reading, extras, theme, locale, .. } = options;
        let view = View { map, question, reading, theme, locale };
        let journey = self.workspace.journey(map)?;
        let evidence = self.evidence(&journey, &view)?;
        self.pictured(&journey, evidence.as_ref(), &view, |picture| {
            scene::lay_out(&Picture { extras, ..picture.clone() })
        })
    }
}

impl ExportOptions {
    fn painting(&self) -> Painting {
        Painting { scale: self.scale, paper: self.paper, locale: self.locale }
    }
}

/// The kinds of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Pdf,
}

impl Format {
    fn of(path: &Path) -> Result<Self, AppError> {
        let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        match extension.as_deref() {
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            Some("pdf") => Ok(Self::Pdf),
            _ => Err(AppError::UnknownFormat(path.to_owned())),
        }
    }

    fn paint(self, scene: &Scene, painting: &Painting) -> Result<Vec<u8>, AppError> {
        let &Painting { scale, paper, locale } = painting;
        match self {
            Self::Svg => {
                Ok(scene::svg(scene, &SvgOptions { embed_fonts: true, ..SvgOptions::default() }).into_bytes())
            }
            Self::Png => Ok(export::png(scene, &PngOptions { scale: f32::from(scale.clamp(1, 4)) })?),
            Self::Pdf => Ok(export::pdf(scene, &PdfOptions { language: locale.tag(), paper })?),
        }
    }
}

//! The map in view as a picture for the system's clipboard.

use export::Pixels;
use scene::Scene;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AppError, ExportOptions, Session};

/// As what a map is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CopiedAs {
    /// As pixels, which office programs take.
    Png,
    /// As the text of an SVG, which drawing programs take.
    Svg,
}

/// A map laid out to be copied. It needs the session no more.
#[derive(Debug)]
pub struct Copying {
    scene: Scene,
    scale: f32,
}

impl Session {
    /// The map in view, as it is exported, to be copied.
    pub fn copy_map(&mut self, options: &ExportOptions) -> Result<Copying, AppError> {
        Ok(Copying { scene: self.export_scene(options)?, scale: options.pixels() })
    }
}

impl Copying {
    /// It as pixels.
    pub fn pixels(&self) -> Result<Pixels, AppError> {
        Ok(export::pixels(&self.scene, self.scale)?)
    }

    /// It as the text of an SVG.
    pub fn svg(&self) -> String {
        export::svg(&self.scene, None)
    }
}

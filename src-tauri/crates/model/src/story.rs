//! A story: what is shown of a map to an audience, step by step, and what is said to it.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{LaneId, Question, StageId, StoryStepId, TouchpointId};

/// A step of a map's story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StoryStep {
    /// Its row.
    pub id: StoryStepId,
    /// What stands over it; empty, it has no title.
    pub title: String,
    /// What the speaker sees, and the audience does not.
    pub notes: String,
    /// What it shows.
    pub shown: Shown,
}

/// What a step of a story shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Shown {
    /// Where the camera is.
    pub frame: Frame,
    /// Through which lens, by the name that pictures have for it.
    pub lens: String,
    /// Paths that carry less than so many per cent of the moves on from where they start stand back; 0 shows all.
    pub least: u8,
    /// What is asked; `None` is what a map is asked at first.
    pub question: Option<Question>,
    /// What stays bright while the rest stands back; nothing stands back where it is empty.
    pub lit: Vec<Lit>,
    /// The lanes that are left out.
    pub hidden: Vec<LaneId>,
}

/// Where the camera is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Frame {
    /// On the whole map.
    Whole,
    /// On a stage with all that stands in it.
    Stage(StageId),
    /// On a part of the picture.
    Area(Area),
}

/// A part of a map's picture, in its units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Area {
    /// Its left side.
    #[specta(type = Number)]
    pub x: f64,
    /// Its upper side.
    #[specta(type = Number)]
    pub y: f64,
    /// How wide it is.
    #[specta(type = Number)]
    pub width: f64,
    /// How high it is.
    #[specta(type = Number)]
    pub height: f64,
}

impl Area {
    /// Whether it is somewhere, and there is something to see.
    pub fn is_sound(&self) -> bool {
        [self.x, self.y].iter().all(|each| each.is_finite())
            && [self.width, self.height].iter().all(|each| each.is_finite() && *each > 0.0)
    }
}

/// What stays bright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Lit {
    /// A stage.
    Stage(StageId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// The way between two touchpoints.
    Way {
        /// From where.
        from: TouchpointId,
        /// To where.
        to: TouchpointId,
    },
}

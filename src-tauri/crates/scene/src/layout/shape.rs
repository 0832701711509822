//! What a layout asks of the shape in which the stages of a map are set out. Columns are one; a ring would answer the
//! same questions.

use std::fmt;

use model::{Place, StageId};

use crate::Rect;
use crate::geometry::Point;

/// The grid on which cards are put.
pub const STEP: f64 = 8.0;
/// No card stands farther from its ground's corner: what a file may hold beyond is brought back.
const FARTHEST: f64 = 100_000.0;

/// Where the cards of a stage stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    /// The stage.
    pub stage: StageId,
    /// The rectangle that holds its cards.
    pub rect: Rect,
}

/// A way to set stages out. Stages are named by their position, from 0.
pub(crate) trait Shape: fmt::Debug + Send + Sync {
    /// The ground of each stage, in their order.
    fn grounds(&self) -> &[Ground];

    /// The lower end of all grounds, also where there are none.
    fn bottom(&self) -> f64;

    /// The stage whose ground is at a point, or nearest to it; nothing without stages.
    fn stage_at(&self, at: Point) -> Option<usize>;

    /// The width to ask for a ground so that it is shown as wide as this: some of that comes of cards that give way.
    fn asked(&self, stage: usize, shown: f64) -> f64;

    /// Where in the scene the left top corner of a card is that has this place in a stage.
    fn corner(&self, stage: usize, place: Place) -> Point;

    /// The place in a stage, on the grid and never left of or above its ground, that is nearest to a corner in the
    /// scene.
    fn place(&self, stage: usize, corner: Point) -> Place;
}

/// A coordinate of a place, within bounds.
pub(crate) fn kept(coordinate: f64) -> f64 {
    coordinate.clamp(0.0, FARTHEST)
}

//! Layout, text measuring and theme: a Journey and its overlay become a Scene, a Scene becomes SVG.
//!
//! Everything that a picture of a map needs is decided here; painters (SVG here, Svelte in the window) only
//! translate primitives. Nothing is counted here: the overlay comes with its numbers.

mod band;
mod bands;
mod changes;
mod chip;
mod comparison;
mod detail;
mod faces;
pub mod fonts;
mod geometry;
mod grid;
mod icons;
mod item;
mod layout;
mod lens;
mod line;
mod lines;
mod locale;
mod marker;
mod measure;
mod outline;
mod page;
mod path;
mod paths;
mod pen;
mod picture;
mod primitive;
mod routing;
mod scene;
mod shapes;
mod spoken;
mod stack;
mod subject;
mod svg;
mod tag;
mod terms;
mod theme;
mod tint;
mod way;
mod words;
mod zones;

pub use bands::graph::ghosts_of;
pub use changes::{SceneChanges, changes};
pub use comparison::{Change, Marks, compared};
pub use detail::{Afar, Closeness, Levels};
pub use item::SceneItem;
pub use layout::{CARD_WIDTH, Ground, Layout, NewCard, STEP, Wanted, tidied};
pub use lens::{Lens, Reading};
pub use locale::Locale;
pub use measure::text_width;
pub use outline::{Outline, OutlinedCard, OutlinedLane, OutlinedStage};
pub use paths::PathCount;
pub use picture::{Among, Evidence, Picture};
pub use primitive::{Anchor, Colour, Primitive, Rect, Stroke, Weight};
pub use scene::Scene;
pub use stack::lay_out;
pub use subject::Subject;
pub use svg::{SvgOptions, svg};
pub use theme::{Palette, StageColours, Theme, Tint, TintSample, stage_tints};
pub use way::{Way, way};
pub use zones::{Feeling, Figure, Handle, HitPath, Plate, Side, TitleZone, Zones};

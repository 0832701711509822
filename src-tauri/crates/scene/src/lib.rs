//! Layout, text measuring and theme: a Journey and its overlay become a Scene, a Scene becomes SVG.
//!
//! Everything that a picture of a map needs is decided here; painters (SVG here, Svelte in the window) only
//! translate primitives. Nothing is counted here: the overlay comes with its numbers.

mod card;
mod changes;
mod chips;
mod curves;
mod faces;
pub mod fonts;
mod geometry;
mod grid;
mod heading;
mod icons;
mod item;
mod journey_edges;
mod layout;
mod legend;
mod legend_facts;
mod lines;
mod locale;
mod measure;
mod outline;
mod page;
mod picture;
mod primitive;
mod shapes;
mod spoken;
mod stage_edges;
mod stages;
mod svg;
mod terms;
mod theme;
mod words;
mod zones;

pub use changes::{SceneChanges, changes};
pub use item::{Scene, SceneItem, Subject};
pub use layout::{CARD_WIDTH, Ground, Layout, NewCard, STEP, Wanted};
pub use locale::Locale;
pub use measure::text_width;
pub use outline::{Outline, OutlinedCard, OutlinedStage};
pub use picture::{Evidence, Picture, lay_out};
pub use primitive::{Anchor, Colour, Primitive, Rect, Stroke, Weight};
pub use svg::{SvgOptions, svg};
pub use theme::{Palette, StageColours, Theme};
pub use zones::{Class, Figure, Handle, HitPath, Plate, Side, TitleZone, Zones};

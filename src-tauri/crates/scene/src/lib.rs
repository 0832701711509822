//! Layout, text measuring and theme: a Journey and its overlay become a Scene, a Scene becomes SVG.
//!
//! Everything that a picture of a map needs is decided here; painters (SVG here, Svelte in the window) only
//! translate primitives. Nothing is counted here: the overlay comes with its numbers.

mod item;
mod primitive;

pub use item::{Scene, SceneItem, Subject};
pub use primitive::{Anchor, Colour, Primitive, Rect, Stroke, Weight};

//! A band: a strip of the picture, as wide as the map, that lays itself out. Bands stack on the cards.

use crate::page::Page;
use crate::{PathCount, Rect, SceneItem};

/// A kind of band.
pub(crate) struct Band {
    /// The air between it and the band nearer to the cards.
    pub gap: f64,
    /// Lays it out: its height and its items, given the picture and where it stands.
    pub lay: fn(&Page, &Place) -> Laid,
}

/// Where a band stands, and what has been laid out before it: the cards first, then the bands above them, then those
/// below.
pub(crate) struct Place<'s> {
    /// Its edge that is nearer to the cards: the lower one of a band above them, the upper one of a band below.
    pub edge: f64,
    /// The lower end of the columns.
    pub ground: f64,
    /// What the bands leave out, sentence by sentence.
    pub notes: &'s [String],
    /// The paths shown and hidden, once they are laid out.
    pub paths: Option<PathCount>,
}

/// A band, laid out.
#[derive(Default)]
pub(crate) struct Laid {
    /// How high it is.
    pub height: f64,
    /// In the order in which they are painted.
    pub items: Vec<SceneItem>,
    /// A box around what is drawn, if that may reach beyond the band.
    pub reach: Option<Rect>,
    /// What it leaves out, sentence by sentence.
    pub notes: Vec<String>,
    /// The paths that it shows and hides, if it is where the lens looks at paths.
    pub paths: Option<PathCount>,
}

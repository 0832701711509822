//! Routing: curves at right angles through the free space between cards, with room for their labels.
//!
//! No curve can touch a foreign card, and no label anything, by the way they are made. First a plan: corridors run
//! halfway between neighbouring cards ([`corridors`]), each curve takes the shortest way through them ([`search`]),
//! touches the rims in the order of where it leads ([`ports`]), and has a place in the order of each corridor
//! ([`order`]). Then room: along each axis in turn everything is put as far apart as it must be, in that order
//! ([`settle`]); where a gap is too narrow, the cards behind it give way ([`growth`]). How far depends on the
//! transitions alone: ghost paths and numbers move no card.

mod bodies;
mod corridors;
mod growth;
mod heights;
mod order;
mod plan;
mod ports;
mod search;
mod settle;
mod skyline;
mod tracks;

pub(crate) use growth::Growth;
pub(crate) use tracks::{Track, growth, tracks};

/// A curve to be routed between two cards, given by their indices.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wire {
    pub from: u32,
    pub to: u32,
    /// Whether it has room of its own, also for a label. Others take what is left.
    pub firm: bool,
    /// How wide what people wrote is that stands beside the figures on its label; 0 where there is none.
    pub written: f64,
}

/// The width that is kept for the figures on a label.
const FIGURES: f64 = 80.0;
/// How high a label of one line is, and one of two.
const LABEL_HEIGHT: f64 = 20.0;
const TALL_LABEL: f64 = 36.0;

impl Wire {
    /// The width that is kept for its label.
    fn label(&self) -> f64 {
        FIGURES + self.written
    }
}

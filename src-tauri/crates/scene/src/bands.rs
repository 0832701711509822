//! The bands: each in a file of its own, laid out by itself.

pub(crate) mod graph;
pub(crate) mod heading;
pub(crate) mod lanes;
pub(crate) mod legend;
pub(crate) mod stage_flow;

//! Overlays counted over columns of interactions, the people behind each count, and who a segment's rule is true of.
//!
//! Everything here is a pure function of the columns, a journey and a question: no I/O, no clock, no storage. One
//! walk over the columns feeds whoever wants to know: [`overlay`] counts what the walk meets, [`entrants`] lists it,
//! so the number and the list cannot drift apart.
//!
//! Time inside the crate is counted in the unit of the columns (whole seconds or milliseconds); `bounds` translates
//! the question once, so that the walk only compares integers.

#![expect(
    clippy::needless_bitwise_bool,
    reason = "what customers did cannot be foretold, so a branch on it costs more than both its sides"
)]

mod ahead;
mod bounds;
mod closer;
mod contacts;
mod engine;
mod entrants;
mod funnel;
mod instant;
mod met;
mod metrics;
mod nodes;
mod number;
mod overlay;
mod places;
mod projection;
mod purchases;
mod rules;
mod sets;
mod shards;
mod sifter;
mod sink;
mod spans;
mod stakes;
mod step;
mod subject;
mod summaries;
mod tally;
mod times;
mod timing;
mod tree;
mod variants;
mod visits;
mod walk;
mod ways;

pub use engine::ColumnsEngine;
pub use entrants::entrants;
pub use overlay::overlay;
pub use rules::members;

//! Targets of fuzzing: each is given bytes and reads them as something of Touchline's, which must not panic, hang, ask
//! for much memory or do what the bytes say.
//!
//! `make fuzz` lets libFuzzer find bytes; the ones in `corpus`, a folder for each target, are where it begins. A test
//! gives those to the targets too.

mod base;
mod documents;
mod logs;
mod rules;
mod sources;
mod workspaces;

pub use sources::{options, read_in_each_way};

/// What takes bytes.
pub type Target = fn(&[u8]);

/// All targets by the names that their folders of bytes have.
pub const TARGETS: [(&str, Target); 10] = [
    ("cells", workspaces::cells),
    ("documents", documents::documents),
    ("instants", sources::instants),
    ("logs", logs::logs),
    ("rules", rules::rules),
    ("sources", sources::sources),
    ("steps", workspaces::steps),
    ("workbooks", sources::workbooks),
    ("workspaces", workspaces::workspaces),
    ("xes", sources::logs_of_events),
];

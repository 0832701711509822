//! The workspace file: an SQLite database with personas, customers, their interactions and the maps.
//!
//! Here lives all SQL, one module for each table. Edits go through one door, [`Workspace::transact`], which records
//! them for undo; imports come and go as a whole. Nothing is counted here: [`Workspace::columns`] hands the
//! interactions to `insight`.

mod already;
mod arrangement;
mod attribute;
mod attribute_names;
mod backup;
mod carried;
mod cells;
mod check;
mod checksum;
mod columns;
mod counts;
mod customer;
mod dictionary;
mod error;
mod file;
mod fit;
mod history;
mod import;
mod interaction;
mod interner;
mod journal;
mod journey;
mod key;
mod keys;
mod labels;
mod lineage;
mod load;
mod look;
mod map;
mod migration;
mod outflow;
mod pass;
mod persona;
mod profile;
mod protection;
mod referred;
mod removal;
mod repair;
mod roll;
mod row_writer;
mod schema;
mod search;
mod segment;
mod sheet;
mod stage;
mod stray;
mod stretch;
mod survey;
mod timeline;
mod touchpoint;
mod transition;
mod tx;
mod unmatched;
mod workspace;

pub use backup::Contents;
pub use check::Fault;
pub use counts::Counts;
pub use customer::Customer;
pub use error::StoreError;
pub use history::{HistoryState, Step, StepLabel};
pub use import::{Import, ImportKind, ImportSource, Progress};
pub use key::{Passphrase, Unlocked};
pub use outflow::Contact;
pub use persona::NewPersona;
pub use stray::Parted;
pub use timeline::Interaction;
pub use tx::Tx;
pub use workspace::{About, NewWorkspace, Workspace};

//! Where the stages and the cards of a map stand, and where a card belongs that is put somewhere.
//!
//! The origin of a scene is the left top corner of the first stage's ground, below its header. What stands above has
//! negative coordinates, so that no card moves when an overlay or a heading comes or goes.

mod card;
mod columns;
mod crossings;
mod new_card;
mod notes;
mod set_out;
mod shape;
mod tidy;

pub use card::CARD_WIDTH;
pub(crate) use card::{Card, MARKS};
pub use new_card::{NewCard, Wanted};
pub use notes::NOTE_WIDTH;
pub use set_out::Layout;
pub use shape::{Ground, STEP};
pub use tidy::tidied;

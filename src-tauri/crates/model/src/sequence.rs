//! Who went some way through a map: the people behind the numbers of funnels, variants and paths.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{AtBranch, Funnel, MapId, Node, PathsOf, Question, StepClass, VariantsOf, WhichVariant, Who};

/// The people behind a number that counts ways through a map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Sequence {
    /// The map.
    pub map: MapId,
    /// What is asked; its [`Question::who`] says among whom.
    pub question: Question,
    /// Which way they went.
    pub along: Along,
}

/// Which way somebody went.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Along {
    /// To a step of a funnel.
    Funnel {
        /// The funnel.
        funnel: Funnel,
        /// The step, from 0.
        step: u32,
        /// Which of those who reached it.
        class: StepClass,
    },
    /// Through the nodes of a variant.
    Variant {
        /// Which variants are told apart.
        of: VariantsOf,
        /// Which of them.
        which: WhichVariant,
    },
    /// Along paths from or to a node.
    Path {
        /// Which paths.
        of: PathsOf,
        /// The nodes after the first, in the order in which they are followed.
        way: Vec<Node>,
        /// Which of those who came along it.
        class: AtBranch,
    },
}

impl Sequence {
    /// The who that means them.
    pub fn who(self) -> Who {
        Who::Sequence(Box::new(self))
    }
}

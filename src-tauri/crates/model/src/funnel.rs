//! Funnels: how far customers come along chosen steps, in their order.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::{Node, Rate, Times};

/// The most steps that a funnel may have.
pub const MOST_STEPS: usize = 20;

/// Chosen steps in their order, asked about on one map.
///
/// A customer comes to a step by picks: some of its matched interactions up to the cut-off, at strictly increasing
/// instants, one at the first step and one at each step up to that one, in their order, but for optional steps that are
/// left out. The first pick is in the range of the question, and all others come within its window of the first, over
/// every possible first; unlimited, ever after. The customer's **level** is the last step that it comes to so.
///
/// Steps are touchpoints or stages. Of the question nothing else counts but whom it asks about: a funnel counts each
/// customer once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, Type)]
pub struct Funnel {
    /// The steps, at most [`MOST_STEPS`].
    pub steps: Vec<FunnelStep>,
    /// What may not happen on the way.
    pub exclusions: Vec<Exclusion>,
}

/// A step of a funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct FunnelStep {
    /// Where it is.
    pub node: Node,
    /// Whether it may be left out on the way to a later one, which lowers nobody's level. The first step never is left
    /// out: the window begins there.
    pub optional: bool,
}

/// What may not happen between a step and the next.
///
/// Two successive picks, one at this step or before it and the other at a later one, are not valid where the customer
/// has an interaction at the node strictly between their instants. What leads up to the first of them stays valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Exclusion {
    /// What may not happen.
    pub node: Node,
    /// After which step, from 0.
    pub after: u32,
}

/// What a funnel counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct FunnelCounts {
    /// Each of its steps, in their order.
    pub steps: Vec<StepCounts>,
    /// The last instant that the data covers, UTC milliseconds; `None` without data.
    #[specta(type = Option<Number>)]
    pub cutoff: Option<i64>,
}

/// What a funnel counts at a step: those who reached it are those who reached the next, those under way and those lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StepCounts {
    /// How many customers' level is at least this step.
    #[specta(type = Number)]
    pub reached: u64,
    /// How many of them came to the step itself: all, unless it is optional and some of them left it out.
    #[specta(type = Number)]
    pub itself: u64,
    /// Whose level is this step and who still have time: there are picks of theirs that may still go on, nothing having
    /// happened after them that may not, and whose window ends after the cut-off; unlimited, their last matched
    /// interaction is less than the question's `idle` before it. Nobody at the last step.
    #[specta(type = Number)]
    pub under_way: u64,
    /// Whose level is this step and who have no time left. Nobody at the last step.
    #[specta(type = Number)]
    pub lost: u64,
    /// Those who reached it among those who reached the step before; none of the first.
    pub of_before: Option<Rate>,
    /// Those who reached it among those who reached the first; none of the first.
    pub of_first: Option<Rate>,
    /// How long it took from the first step to this one, the quickest way of each who came to it; none of the first.
    pub seconds: Option<Times>,
}

/// Which of those who reached a step of a funnel: every figure of [`StepCounts`] is one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum StepClass {
    /// All of them.
    Reached,
    /// Who came to the step itself.
    Itself,
    /// Who came no further yet and still has time.
    UnderWay,
    /// Who came no further and has no time left.
    Lost,
}

impl StepClass {
    /// Each of them.
    pub const ALL: [Self; 4] = [Self::Reached, Self::Itself, Self::UnderWay, Self::Lost];
}

impl StepCounts {
    /// How many are of a class.
    pub fn count(&self, class: StepClass) -> u64 {
        match class {
            StepClass::Reached => self.reached,
            StepClass::Itself => self.itself,
            StepClass::UnderWay => self.under_way,
            StepClass::Lost => self.lost,
        }
    }
}

impl Funnel {
    /// The funnel of these steps, none of them optional.
    pub fn of(nodes: impl IntoIterator<Item = Node>) -> Self {
        let step = |node| FunnelStep { node, optional: false };
        Self { steps: nodes.into_iter().map(step).collect(), exclusions: Vec::new() }
    }
}

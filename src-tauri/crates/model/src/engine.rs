//! Who counts: the trait that every engine answers, so that nobody needs to know which one does.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};
use specta::Type;
use thiserror::Error;

use crate::{
    ActiveBy, Along, Branch, Class, Closer, CustomerId, Entry, Funnel, FunnelCounts, Journey, Known, Level,
    Measured, Metrics, Node, Overlay, PathsOf, Projection, Question, Rule, RuleFault, Sifter, Spans, Stake,
    Summary, Tile, Variants, VariantsOf, Worths,
};

/// Asks a count that is under way to stop; every clone is heard. It stays so: a new count takes a new one.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Which engine gave an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EngineName {
    /// The one that counts over columns in memory.
    Columns,
}

/// Why an engine gave no answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EngineError {
    /// It was asked to stop.
    #[error("the count was stopped")]
    Cancelled,
    /// The rule of a segment cannot be answered.
    #[error(transparent)]
    Rule(#[from] RuleFault),
}

/// What an engine is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The map.
    pub journey: &'a Journey,
    /// The question. Whom it asks about is not read from it: `members` says that.
    pub question: &'a Question,
    /// Only these customers, sorted; `None` is all.
    pub members: Option<&'a [CustomerId]>,
    /// Asks it to stop.
    pub cancel: &'a Cancel,
}

/// Answers questions about what customers did.
///
/// Customers go in and out by their rows in the workspace, each of which stands for one key: an engine that keeps
/// interactions elsewhere translates between the two at its own door. Counts never depend on which engine gives them.
pub trait Engine: Closer + Sifter + Debug + Send + Sync {
    /// Which one it is.
    fn name(&self) -> EngineName;

    /// The names of all events.
    fn names(&self) -> Vec<String>;

    /// The newest instant of all interactions, UTC milliseconds: the cut-off unless another is set.
    fn newest(&self) -> Option<i64>;

    /// Whether a rule is true of each of the customers. What it refers to is meant by its row: a name means nothing
    /// here, and is true of nobody.
    fn members(&self, rule: &Rule, known: &Known<'_>) -> Result<Vec<bool>, EngineError>;

    /// How many customers are in each set of some groups, at most 16, of which each says who is in it: a bit for each
    /// group, by its place. In the order of the sets.
    fn sets(&self, groups: &[Arc<Vec<bool>>]) -> Vec<(u16, u64)>;

    /// How many customers have interactions: of some, sorted, or of all.
    fn customers(&self, members: Option<&[CustomerId]>) -> u64;

    /// The overlays at some levels, in their order.
    fn overlays(&self, asked: &Asked<'_>, levels: &[Level]) -> Result<Vec<Overlay>, EngineError>;

    /// How long each of those took who moved along an edge, for the edges of the overlay at a level that somebody took.
    fn spans(&self, asked: &Asked<'_>, level: Level) -> Result<Vec<Spans>, EngineError>;

    /// The people behind one figure of the overlay at the level of a node, by customer and entry.
    fn who(&self, asked: &Asked<'_>, node: Node, class: Class) -> Result<Vec<Entry>, EngineError>;

    /// How far customers come along a funnel.
    fn funnel(&self, asked: &Asked<'_>, funnel: &Funnel) -> Result<FunnelCounts, EngineError>;

    /// The most frequent variants at the level of the question.
    fn variants(&self, asked: &Asked<'_>, of: VariantsOf) -> Result<Variants, EngineError>;

    /// The paths from or to a node, at its level.
    fn paths(&self, asked: &Asked<'_>, of: PathsOf) -> Result<Branch, EngineError>;

    /// The people behind one figure of a funnel, of variants or of paths, by customer and entry.
    fn who_went(&self, asked: &Asked<'_>, along: &Along) -> Result<Vec<Entry>, EngineError>;

    /// How many customers stay and what they are worth in the question's range: without an end it ends with the
    /// cut-off, without a beginning it begins with the data.
    fn metrics(
        &self,
        asked: &Asked<'_>,
        activity: ActiveBy,
        worths: &Worths<'_>,
    ) -> Result<Metrics, EngineError>;

    /// The people behind one figure of the metrics, by customer.
    fn people_of(
        &self,
        asked: &Asked<'_>,
        figure: (ActiveBy, Tile),
        worths: &Worths<'_>,
    ) -> Result<Vec<Entry>, EngineError>;

    /// What customers answered about each touchpoint that surveys are linked to and that somebody answered about, in the order
    /// of the map.
    fn measured(&self, asked: &Asked<'_>, worths: &Worths<'_>) -> Result<Vec<Measured>, EngineError>;

    /// What is at stake at each node of a level, in the order of the map; the horizon in milliseconds.
    fn stakes(
        &self,
        asked: &Asked<'_>,
        level: Level,
        worths: &Worths<'_>,
        horizon: i64,
    ) -> Result<Vec<Stake>, EngineError>;

    /// The summaries of the purchases of those who bought something up to the cut-off, by customer.
    fn summaries(
        &self,
        asked: &Asked<'_>,
        worths: &Worths<'_>,
    ) -> Result<Vec<(CustomerId, Summary)>, EngineError>;

    /// What customers will spend in the year after the cut-off; `None` where the data do not allow to say.
    fn projection(&self, asked: &Asked<'_>, worths: &Worths<'_>) -> Result<Option<Projection>, EngineError>;
}

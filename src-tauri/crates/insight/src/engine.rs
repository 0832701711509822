//! The engine that counts over columns in memory.

use std::sync::{Arc, OnceLock};

use model::{
    ActiveBy, Along, Asked, Branch, Class, Columns, CustomerId, Engine, EngineError, EngineName, Entry,
    Funnel, FunnelCounts, Known, Level, Measured, Metrics, Node, Overlay, PathsOf, Projection, Rule, Spans,
    Stake, Summary, Tile, Variants, VariantsOf, Worths,
};

use crate::entrants::entrants_unless;
use crate::metrics::Study;
use crate::overlay::{overlay_unless, spans_unless};
use crate::projection::project;
use crate::purchases::Purchases;
use crate::stakes::stakes;
use crate::summaries::summary;
use crate::{funnel, rules, sets, subject, tree, variants};

/// The engine over columns.
#[derive(Debug, Clone)]
pub struct ColumnsEngine {
    columns: Arc<Columns>,
    /// Every question needs it, and it is the same for all of them.
    newest: OnceLock<Option<i64>>,
}

impl ColumnsEngine {
    /// The engine over these columns.
    pub fn new(columns: Arc<Columns>) -> Self {
        Self { columns, newest: OnceLock::new() }
    }

    /// The columns, and the newest instant of all interactions, UTC milliseconds.
    pub(crate) fn counted(&self) -> (&Columns, Option<i64>) {
        (&self.columns, self.newest())
    }

    /// Which of the columns' customers are meant; `None` for all.
    pub(crate) fn mask(&self, members: Option<&[CustomerId]>) -> Option<Vec<bool>> {
        let mut meant = members?.iter().peekable();
        let is_meant = |customer: &CustomerId| {
            while meant.next_if(|&each| each < customer).is_some() {}
            meant.peek() == Some(&customer)
        };
        Some(self.columns.customers.iter().map(is_meant).collect())
    }

    fn study<'a>(&'a self, asked: &'a Asked<'a>, activity: ActiveBy, worths: &'a Worths<'a>) -> Study<'a> {
        let columns = (self.columns.as_ref(), self.newest());
        Study::new(columns, asked, self.mask(asked.members), activity, worths)
    }
}

impl Engine for ColumnsEngine {
    fn name(&self) -> EngineName {
        EngineName::Columns
    }

    fn names(&self) -> Vec<String> {
        self.columns.events.clone()
    }

    fn newest(&self) -> Option<i64> {
        *self.newest.get_or_init(|| subject::newest(&self.columns))
    }

    fn members(&self, rule: &Rule, known: &Known<'_>) -> Result<Vec<bool>, EngineError> {
        rules::members(rule, &self.columns, known)
    }

    fn sets(&self, groups: &[Arc<Vec<bool>>]) -> Vec<(u16, u64)> {
        sets::count(groups)
    }

    fn customers(&self, members: Option<&[CustomerId]>) -> u64 {
        let meant = self.mask(members).map(|mask| mask.into_iter().filter(|&is_meant| is_meant).count());
        meant.unwrap_or(self.columns.customers.len()) as u64
    }

    fn overlays(&self, asked: &Asked<'_>, levels: &[Level]) -> Result<Vec<Overlay>, EngineError> {
        let mask = self.mask(asked.members);
        let at = |&level: &Level| {
            let question = asked.question.at(level);
            let columns = (self.columns.as_ref(), self.newest());
            overlay_unless(asked.cancel, columns, asked.journey, &question, mask.as_deref())
        };
        levels.iter().map(at).collect()
    }

    fn spans(&self, asked: &Asked<'_>, level: Level) -> Result<Vec<Spans>, EngineError> {
        let mask = self.mask(asked.members);
        let question = asked.question.at(level);
        let columns = (self.columns.as_ref(), self.newest());
        spans_unless(asked.cancel, columns, asked.journey, &question, mask.as_deref())
    }

    fn who(&self, asked: &Asked<'_>, node: Node, class: Class) -> Result<Vec<Entry>, EngineError> {
        let mask = self.mask(asked.members);
        let question = asked.question.at(node.level());
        let of = (node, class);
        let columns = (self.columns.as_ref(), self.newest());
        entrants_unless(asked.cancel, columns, asked.journey, &question, mask.as_deref(), of)
    }

    fn funnel(&self, asked: &Asked<'_>, funnel: &Funnel) -> Result<FunnelCounts, EngineError> {
        funnel::count((&self.columns, self.newest()), asked, self.mask(asked.members).as_deref(), funnel)
    }

    fn variants(&self, asked: &Asked<'_>, of: VariantsOf) -> Result<Variants, EngineError> {
        variants::count((&self.columns, self.newest()), asked, self.mask(asked.members).as_deref(), of)
    }

    fn paths(&self, asked: &Asked<'_>, of: PathsOf) -> Result<Branch, EngineError> {
        tree::count((&self.columns, self.newest()), asked, self.mask(asked.members).as_deref(), of)
    }

    fn who_went(&self, asked: &Asked<'_>, along: &Along) -> Result<Vec<Entry>, EngineError> {
        let (columns, mask) = ((self.columns.as_ref(), self.newest()), self.mask(asked.members));
        let mask = mask.as_deref();
        match along {
            Along::Funnel { funnel, step, class } => {
                funnel::list(columns, asked, mask, (funnel, *step, *class))
            }
            Along::Variant { of, which } => variants::list(columns, asked, mask, (*of, which)),
            Along::Path { of, way, class } => tree::list(columns, asked, mask, (*of, way, *class)),
        }
    }

    fn metrics(
        &self,
        asked: &Asked<'_>,
        activity: ActiveBy,
        worths: &Worths<'_>,
    ) -> Result<Metrics, EngineError> {
        self.study(asked, activity, worths).metrics()
    }

    fn people_of(
        &self,
        asked: &Asked<'_>,
        (activity, tile): (ActiveBy, Tile),
        worths: &Worths<'_>,
    ) -> Result<Vec<Entry>, EngineError> {
        self.study(asked, activity, worths).people(tile)
    }

    fn measured(&self, asked: &Asked<'_>, worths: &Worths<'_>) -> Result<Vec<Measured>, EngineError> {
        self.study(asked, ActiveBy::Contacts, worths).measured()
    }

    fn stakes(
        &self,
        asked: &Asked<'_>,
        level: Level,
        worths: &Worths<'_>,
        horizon: i64,
    ) -> Result<Vec<Stake>, EngineError> {
        let mask = self.mask(asked.members);
        let question = asked.question.at(level);
        let columns = (self.columns.as_ref(), self.newest());
        stakes(columns, asked, (&question, mask.as_deref()), worths, horizon)
    }

    fn summaries(
        &self,
        asked: &Asked<'_>,
        worths: &Worths<'_>,
    ) -> Result<Vec<(CustomerId, Summary)>, EngineError> {
        let mask = self.mask(asked.members);
        let cutoff = asked.question.cutoff.or(self.newest()).unwrap_or_default();
        let purchases = Purchases::of(&self.columns, worths, cutoff);
        let is_meant = |customer: &usize| mask.as_ref().is_none_or(|mask| mask[*customer]);
        let all = (0..self.columns.customers.len()).filter(is_meant).filter_map(|customer| {
            let summary = summary(&purchases, customer, worths.clock, cutoff)?;
            Some((self.columns.customers[customer], summary))
        });
        Ok(all.collect())
    }

    fn projection(&self, asked: &Asked<'_>, worths: &Worths<'_>) -> Result<Option<Projection>, EngineError> {
        let summaries: Vec<Summary> =
            self.summaries(asked, worths)?.into_iter().map(|(_, summary)| summary).collect();
        Ok(project(&summaries))
    }
}

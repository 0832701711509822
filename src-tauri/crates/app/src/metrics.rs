//! How many customers stay and what they are worth, and what is at stake at each node.

use std::collections::BTreeMap;

use model::{
    ActiveBy, Asked, CustomerId, DAY, Journey, Level, MapId, Meaning, Measured, Metrics, MetricsQuestion,
    OfTile, Projection, Question, Stakes, Summary, Worths,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::members::ZoneClock;
use crate::{AppError, Session};

/// The period of metrics whose question has no range: so long up to the cut-off.
const PERIOD: i64 = 90 * DAY;

/// How long after an entry revenue counts for what is at stake there, unless something else is asked.
pub const HORIZON: i64 = 90 * DAY;

/// An event that interactions have, and what its values mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EventMeaning {
    /// The event's name.
    pub event: String,
    /// How many interactions have it.
    #[specta(type = Number)]
    pub count: u64,
    /// What its values mean, if anything in particular.
    pub meaning: Option<Meaning>,
}

impl Session {
    /// The events that interactions have, by name, and what the values of each mean.
    pub fn event_meanings(&self) -> Result<Vec<EventMeaning>, AppError> {
        let meanings = self.workspace.meanings()?;
        let mut events: Vec<EventMeaning> = self
            .workspace
            .events()?
            .into_iter()
            .map(|(event, count)| EventMeaning { meaning: meanings.get(&event).copied(), event, count })
            .collect();
        events.sort_by(|one, other| one.event.cmp(&other.event));
        Ok(events)
    }

    /// The metrics of a question's range on a map. Unless it is said what makes a customer active, purchases do where
    /// there are any. A range without an end ends with the cut-off; one without a beginning is the 90 days before its
    /// end.
    pub fn metrics(
        &mut self,
        map: MapId,
        question: &Question,
        activity: Option<ActiveBy>,
    ) -> Result<Metrics, AppError> {
        let of = self.metrics_question(map, question, activity)?;
        self.measuring(&of, |engine, asked, worths| Ok(engine.metrics(asked, of.activity, worths)?))
    }

    /// What is at stake at each node of a question's level.
    pub fn stakes(&mut self, map: MapId, question: &Question, horizon: i64) -> Result<Stakes, AppError> {
        self.stakes_at(map, question, &[question.level], horizon)
    }

    /// What is at stake at each node of some levels.
    pub(crate) fn stakes_at(
        &mut self,
        map: MapId,
        question: &Question,
        levels: &[Level],
        horizon: i64,
    ) -> Result<Stakes, AppError> {
        let of = MetricsQuestion { map, activity: ActiveBy::Purchases, question: question.clone() };
        let nodes = self.measuring(&of, |engine, asked, worths| {
            let at = |&level| engine.stakes(asked, level, worths, horizon);
            Ok(levels.iter().map(at).collect::<Result<Vec<_>, _>>()?.concat())
        })?;
        let currency = self.metrics(map, question, Some(ActiveBy::Purchases))?.revenue.currency;
        Ok(Stakes { horizon, currency, nodes })
    }

    /// What customers answered about each touchpoint of a map that lists the event of a survey, by the map's own question.
    pub(crate) fn measured(
        &mut self,
        journey: &Journey,
        question: &Question,
    ) -> Result<Vec<Measured>, AppError> {
        let meanings = self.workspace.meanings()?;
        let is_linked = meanings.iter().any(|(event, meaning)| {
            matches!(meaning, Meaning::Score(_)) && journey.touchpoint_of_event(event).is_some()
        });
        if !is_linked {
            return Ok(Vec::new());
        }
        let (map, question) = (journey.map().id, question.clone());
        let of = MetricsQuestion { map, activity: ActiveBy::Contacts, question };
        self.measuring(&of, |engine, asked, worths| Ok(engine.measured(asked, worths)?))
    }

    /// What the customers that a question asks about will spend in the year after its cut-off, by BG/NBD and
    /// Gamma-Gamma; `None` where fewer than 100 of them bought more than once.
    pub fn projection(&mut self, map: MapId, question: &Question) -> Result<Option<Projection>, AppError> {
        let of = MetricsQuestion { map, activity: ActiveBy::Purchases, question: question.clone() };
        self.measuring(&of, |engine, asked, worths| Ok(engine.projection(asked, worths)?))
    }

    /// The summaries of what each of those bought that a question asks about, by customer.
    pub(crate) fn summaries(
        &mut self,
        map: MapId,
        question: &Question,
    ) -> Result<Vec<(CustomerId, Summary)>, AppError> {
        let of = MetricsQuestion { map, activity: ActiveBy::Purchases, question: question.clone() };
        self.measuring(&of, |engine, asked, worths| Ok(engine.summaries(asked, worths)?))
    }

    /// The people behind a figure of metrics, sorted.
    pub(crate) fn people_of_tile(&mut self, tile: &OfTile) -> Result<Vec<CustomerId>, AppError> {
        let figure = (tile.of.activity, tile.tile);
        let people =
            self.measuring(&tile.of, |engine, asked, worths| Ok(engine.people_of(asked, figure, worths)?))?;
        Ok(people.into_iter().map(|entry| entry.customer).collect())
    }

    fn metrics_question(
        &mut self,
        map: MapId,
        question: &Question,
        activity: Option<ActiveBy>,
    ) -> Result<MetricsQuestion, AppError> {
        let activity = match activity {
            Some(activity) => activity,
            None if self.workspace.meanings()?.values().any(|each| *each == Meaning::Purchase) => {
                ActiveBy::Purchases
            }
            None => ActiveBy::Contacts,
        };
        let newest = question.cutoff.or(self.engine()?.newest()).unwrap_or_default();
        let to = question.to.unwrap_or(newest.saturating_add(1));
        let from = question.from.unwrap_or(to.min(newest.saturating_add(1)).saturating_sub(PERIOD));
        let question = Question { from: Some(from), to: Some(to), ..question.clone() };
        Ok(MetricsQuestion { map, activity, question })
    }

    /// Asks the engine something about what interactions are worth.
    fn measuring<T>(
        &mut self,
        of: &MetricsQuestion,
        ask: impl FnOnce(&dyn model::Engine, &Asked<'_>, &Worths<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let journey = self.workspace.journey(of.map)?;
        let engine = self.engine()?;
        let members = self.members(&of.question.who, of.question.cutoff)?;
        let meanings: BTreeMap<String, Meaning> = self.workspace.meanings()?;
        let (values, currencies, cancel) = (self.values()?, self.currencies()?, self.cancel());
        let clock = ZoneClock(self.zone);
        let worths = Worths { values: &values, currencies: &currencies, meanings: &meanings, clock: &clock };
        let asked =
            Asked { journey: &journey, question: &of.question, members: members.as_deref(), cancel: &cancel };
        ask(&*engine, &asked, &worths)
    }
}

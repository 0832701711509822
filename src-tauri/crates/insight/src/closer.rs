//! Closer looks at one node or way, each counted from the entrants themselves: those that the overlay counts.

mod aftermath;
mod drivers;
mod factor;
mod part;
mod spread;
mod touchpoints;
mod trend;

use std::sync::Arc;

use model::{
    Aftermath, Asked, AttributeColumn, Class, Clock, Closer, CustomerId, Drivers, EngineError, Entry, Leg,
    Mode, Node, Part, Period, Question, Spread, Trend,
};

use crate::engine::ColumnsEngine;
use crate::subject::Subject;

impl ColumnsEngine {
    /// Makes a question ready, and answers it unless somebody asks to stop.
    fn look<T>(
        &self,
        asked: &Asked<'_>,
        question: &Question,
        look: impl FnOnce(&Subject<'_>) -> T,
    ) -> Result<T, EngineError> {
        let mask = self.mask(asked.members);
        let subject = Subject::new(self.counted(), asked.journey, question, mask.as_deref(), asked.cancel);
        let found = look(&subject);
        subject.unless_cancelled(found)
    }
}

impl Closer for ColumnsEngine {
    fn spread(&self, asked: &Asked<'_>, leg: Leg) -> Result<Spread, EngineError> {
        let (columns, _) = self.counted();
        self.look(asked, &leg.asked(asked.question), |subject| spread::spread(subject, columns, leg))
    }

    fn trend(
        &self,
        asked: &Asked<'_>,
        leg: Leg,
        period: Period,
        clock: &dyn Clock,
    ) -> Result<Trend, EngineError> {
        let question = leg.asked(asked.question);
        let (every, unit) = (trend::every_visit(&question), question.unit);
        self.look(asked, &every, |subject| trend::trend(subject, self.counted(), leg, unit, (period, clock)))
    }

    fn aftermath(&self, asked: &Asked<'_>, node: Node) -> Result<Aftermath, EngineError> {
        let question = Question { mode: Mode::Next, ..asked.question.at(node.level()) };
        let (columns, _) = self.counted();
        self.look(asked, &question, |subject| aftermath::aftermath(subject, columns, asked.journey, node))
    }

    fn drivers(
        &self,
        asked: &Asked<'_>,
        leg: Leg,
        customers: &[CustomerId],
        attributes: &mut dyn Iterator<Item = (String, Arc<AttributeColumn>)>,
    ) -> Result<Drivers, EngineError> {
        let (columns, _) = self.counted();
        self.look(asked, &leg.asked(asked.question), |subject| {
            drivers::drivers(subject, columns, asked.journey, leg, customers, attributes)
        })
    }

    fn part(
        &self,
        asked: &Asked<'_>,
        of: (Node, Class),
        part: &Part,
        attribute: Option<(&[CustomerId], &AttributeColumn)>,
    ) -> Result<Vec<Entry>, EngineError> {
        let question = asked.question.at(of.0.level());
        let (columns, _) = self.counted();
        self.look(asked, &question, |subject| {
            part::part(subject, columns, asked.journey, of, part, attribute)
        })
    }
}

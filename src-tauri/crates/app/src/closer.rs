//! A closer look at a node or a way of a map: how long moving on takes, how its rate went, what people did after they
//! dropped, and what goes with moving on. Asked for by itself.

mod report;

use std::sync::Arc;

use model::{Asked, AttributeColumn, CloserLook, Drivers, Leg, MapId, Period, Question};

use crate::members::ZoneClock;
use crate::{AppError, Session, when};

pub use report::{
    AccountReport, BinReport, DriverReport, DriversReport, NextReport, PointReport, SideReport,
};

impl Session {
    /// A closer look at a node or a way of a map, as a question has it; its trend by a period.
    pub fn closer_look(
        &mut self,
        map: MapId,
        question: &Question,
        leg: Leg,
        period: Period,
    ) -> Result<CloserLook, AppError> {
        let clock = ZoneClock(self.zone);
        let journey = self.workspace.journey(map)?;
        let engine = self.engine()?;
        let members = self.members(&question.who, question.cutoff)?;
        let (members, cancel) = (members.as_deref(), self.cancel());
        let asked = Asked { journey: &journey, question, members, cancel: &cancel };
        Ok(CloserLook {
            leg,
            question: leg.asked(question),
            spread: engine.spread(&asked, leg)?,
            trend: engine.trend(&asked, leg, period, &clock)?,
            aftermath: engine.aftermath(&asked, leg.from)?,
        })
    }

    /// What goes with moving along a leg of a map, as a question has it: all values of all attributes, and the touchpoints
    /// where customers had been before.
    pub fn drivers(&mut self, map: MapId, question: &Question, leg: Leg) -> Result<Drivers, AppError> {
        let journey = self.workspace.journey(map)?;
        let (customers, engine) = (self.roll()?, self.engine()?);
        let members = self.members(&question.who, question.cutoff)?;
        let (members, cancel) = (members.as_deref(), self.cancel());
        let asked = Asked { journey: &journey, question, members, cancel: &cancel };
        let names: Vec<String> = self.workspace.attributes()?.into_iter().map(|each| each.name).collect();
        let mut failed = None;
        // Not kept, as all of them at once might be more than fits.
        let wall = |at| when::wall(at, self.zone);
        let mut attributes = names.into_iter().filter_map(|name| {
            match self.workspace.attribute_column(&name, &customers, &wall) {
                Ok(column) => Some((name, Arc::new(column?))),
                Err(error) => {
                    failed = Some(error);
                    None
                }
            }
        });
        let each: &mut dyn Iterator<Item = (String, Arc<AttributeColumn>)> = &mut attributes;
        let drivers = engine.drivers(&asked, leg, &customers, each)?;
        drop(attributes);
        failed.map_or(Ok(drivers), |error| Err(error.into()))
    }
}

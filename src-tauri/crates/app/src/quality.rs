//! What is wrong with the data, whom it concerns, and what it does to the rates of a map.

mod report;

use std::cmp::Reverse;

use model::{
    Asked, CustomerId, EngineError, Flaw, FlawEffect, Flawed, Labels, MapId, Marks, Meaning, OfFlaw, Quality,
    Question, Sifting, Who, Worths,
};

use crate::doubles::Likeness;
use crate::members::ZoneClock;
use crate::session::now;
use crate::{AppError, Session, when};

pub use report::{EffectReport, FlawReport, QualityReport};

/// So many attributes are listed at most, those first that most customers lack.
const MOST_LACKING: usize = 12;

impl Session {
    /// What is wrong with the data, looked for now; on a map, what ties there too.
    pub fn quality(&mut self, map: Option<MapId>) -> Result<Quality, AppError> {
        let at = now();
        let counts = self.workspace.counts()?;
        let mut flaws = Vec::new();
        for flaw in [Flaw::SameKey, Flaw::SameEmail, Flaw::WithoutInteractions] {
            let customers = self.people_of_flaw(&OfFlaw { flaw: flaw.clone(), map, at })?.len() as u64;
            flaws.push(Flawed { flaw, customers, interactions: None });
            self.stop_if_asked()?;
        }
        flaws.extend(self.lacking()?);
        let engine = self.engine()?;
        for flaw in Flaw::OF_INTERACTIONS {
            if flaw == Flaw::Ties && map.is_none() {
                continue;
            }
            let found = self.sifted(&OfFlaw { flaw: flaw.clone(), map, at })?;
            let interactions = found.iter().map(|&is| u64::from(is)).sum();
            let customers = if interactions == 0 { 0 } else { engine.customers_of(&found).len() as u64 };
            flaws.push(Flawed { flaw, customers, interactions: Some(interactions) });
        }
        Ok(Quality { map, at, customers: counts.customers, interactions: counts.interactions, flaws })
    }

    /// What a flaw does to the rates of a map, as a question has them: they are counted again without the interactions that
    /// have it, or without the customers. The cut-off stays, unless it lies in the future.
    pub fn flaw_effect(
        &mut self,
        map: MapId,
        question: &Question,
        of: &OfFlaw,
    ) -> Result<FlawEffect, AppError> {
        let question = Question { against: None, ..question.clone() };
        let journey = self.workspace.journey(map)?;
        let before = self.overlay(&journey, &question)?;
        let (engine, cancel) = (self.engine()?, self.cancel());
        let mut members = self.members(&question.who, question.cutoff)?;
        let after = if of.flaw.is_of_interactions() {
            let left_out = self.sifted(of)?;
            let cutoff = if of.flaw == Flaw::Future { question.cutoff } else { before.cutoff };
            let question = Question { cutoff, ..question };
            let members = members.as_deref();
            let asked = Asked { journey: &journey, question: &question, members, cancel: &cancel };
            engine.overlay_without(&asked, &left_out)?
        } else {
            let flawed = self.people_of_flaw(of)?;
            let kept = members.get_or_insert(self.roll()?.to_vec());
            kept.retain(|customer| flawed.binary_search(customer).is_err());
            let members = members.as_deref();
            let asked = Asked { journey: &journey, question: &question, members, cancel: &cancel };
            engine.overlays(&asked, &[question.level])?.remove(0)
        };
        Ok(FlawEffect::between(&before, &after))
    }

    /// The customers that a flaw concerns, sorted.
    pub(crate) fn people_of_flaw(&mut self, of: &OfFlaw) -> Result<Vec<CustomerId>, AppError> {
        Ok(match &of.flaw {
            Flaw::SameKey => flat(&self.doubles(Likeness::Key)?),
            Flaw::SameEmail => flat(&self.doubles(Likeness::Email)?),
            Flaw::WithoutInteractions => {
                let (roll, columns) = (self.roll()?, self.columns()?);
                let is_idle = |customer: &CustomerId| columns.customers.binary_search(customer).is_err();
                roll.iter().copied().filter(is_idle).collect()
            }
            Flaw::Lacking(name) => {
                let (roll, column) = (self.roll()?, self.attribute(name)?);
                let Some(column) = column else { return Ok(roll.to_vec()) };
                let having = roll.iter().zip(&column.codes);
                having.filter(|(_, code)| **code == 0).map(|(&customer, _)| customer).collect()
            }
            _ => {
                let found = self.sifted(of)?;
                self.engine()?.customers_of(&found)
            }
        })
    }

    /// The attributes that at least half of the customers have, and others lack.
    fn lacking(&mut self) -> Result<Vec<Flawed>, AppError> {
        let (roll, zone) = (self.roll()?, self.zone);
        // Not kept, as all of them at once might be more than fits.
        let wall = |at| when::wall(at, zone);
        let mut lacking = Vec::new();
        for attribute in self.workspace.attributes()? {
            self.stop_if_asked()?;
            let Some(column) = self.workspace.attribute_column(&attribute.name, &roll, &wall)? else {
                continue;
            };
            let customers = column.codes.iter().filter(|code| **code == 0).count();
            if customers > 0 && 2 * customers <= roll.len() {
                let flaw = Flaw::Lacking(attribute.name);
                lacking.push(Flawed { flaw, customers: customers as u64, interactions: None });
            }
        }
        lacking.sort_by_key(|each| Reverse(each.customers));
        lacking.truncate(MOST_LACKING);
        Ok(lacking)
    }

    /// Whether each interaction has a flaw.
    fn sifted(&mut self, of: &OfFlaw) -> Result<Vec<bool>, AppError> {
        let (engine, cancel) = (self.engine()?, self.cancel());
        let marks = if is_of_marks(&of.flaw) { self.marks()? } else { Marks::default().into() };
        let journey = of.map.map(|map| self.workspace.journey(map)).transpose()?;
        let listed = self.workspace.events_on_maps()?;
        let meanings = self.workspace.meanings()?;
        let asks_money =
            of.flaw == Flaw::OtherCurrency && meanings.values().any(|&is| is == Meaning::Purchase);
        let currencies = if asks_money {
            self.currencies()?
        } else {
            Labels { names: Vec::new(), codes: Vec::new() }.into()
        };
        let clock = ZoneClock(self.zone);
        let worths = Worths { values: &[], currencies: &currencies, meanings: &meanings, clock: &clock };
        let sifting = Sifting {
            marks: &marks,
            listed: &listed,
            journey: journey.as_ref(),
            worths: &worths,
            at: of.at,
            cancel: &cancel,
        };
        Ok(engine.sift(&of.flaw, &sifting)?)
    }

    fn stop_if_asked(&self) -> Result<(), AppError> {
        if self.cancel().is_cancelled() { Err(EngineError::Cancelled.into()) } else { Ok(()) }
    }

    /// The customers that a flaw concerns now.
    pub fn flawed(&self, map: Option<MapId>, flaw: Flaw) -> Who {
        Who::Flawed(Box::new(OfFlaw { flaw, map, at: now() }))
    }
}

/// Whether a flaw is told by what the rows say besides who did what when.
fn is_of_marks(flaw: &Flaw) -> bool {
    matches!(
        flaw,
        Flaw::OutOfOrder | Flaw::DateOnly | Flaw::WithoutChannel | Flaw::WithoutValue | Flaw::OtherCurrency
    )
}

fn flat(groups: &[Vec<CustomerId>]) -> Vec<CustomerId> {
    let mut all = groups.concat();
    all.sort_unstable();
    all
}

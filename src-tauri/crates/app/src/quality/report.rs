//! The quality of the data as the command line writes it.

use model::{Flaw, FlawEffect, MapId, OfFlaw, Question, Rate};
use serde::Serialize;

use crate::when::rfc3339;
use crate::{AppError, Session, report};

/// What `touchline quality --json` prints.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QualityReport {
    /// When it was looked: what is later is in the future.
    pub at: String,
    /// How many customers there are.
    pub customers: u64,
    /// How many interactions there are.
    pub interactions: u64,
    /// How many rows of sources were left out by imports that are not undone.
    pub rejected_rows: u64,
    /// Every flaw that was looked for.
    pub flaws: Vec<FlawReport>,
}

/// How much a flaw concerns, and what it does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FlawReport {
    /// Its name.
    pub flaw: &'static str,
    /// The attribute that is lacking, where one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// How many customers have it, or have interactions that do.
    pub customers: u64,
    /// How many interactions have it.
    pub interactions: Option<u64>,
    /// What it does to the rates of the map, where one was named and somebody has it.
    pub effect: Option<EffectReport>,
}

/// What became of the rates of a map without a flaw.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EffectReport {
    /// How many of the map's transitions have a rate.
    pub rates: u64,
    /// How many of these are others without the flaw.
    pub changed: u64,
    /// How many have no rate any more.
    pub gone: u64,
    /// Where the transition starts whose rate changes the most.
    pub from: Option<String>,
    /// Where it ends.
    pub to: Option<String>,
    /// Its rate as it is.
    pub before: Option<Rate>,
    /// Its rate without the flaw.
    pub after: Option<Rate>,
}

impl Session {
    /// The quality of the data in words; with a map and a question about it, what each flaw does to its rates.
    pub fn quality_report(&mut self, asked: Option<(MapId, &Question)>) -> Result<QualityReport, AppError> {
        let map = asked.map(|(map, _)| map);
        let found = self.quality(map)?;
        let mut flaws = Vec::new();
        for each in found.flaws {
            let of = OfFlaw { flaw: each.flaw, map, at: found.at };
            let effect = match asked.filter(|_| each.customers > 0) {
                Some((map, question)) => Some(self.effect_report(map, question, &of)?),
                None => None,
            };
            flaws.push(FlawReport {
                flaw: of.flaw.name(),
                attribute: if let Flaw::Lacking(name) = of.flaw { Some(name) } else { None },
                customers: each.customers,
                interactions: each.interactions,
                effect,
            });
        }
        let imports = self.workspace.imports()?;
        Ok(QualityReport {
            at: rfc3339(found.at),
            customers: found.customers,
            interactions: found.interactions,
            rejected_rows: imports.iter().filter(|each| !each.undone).map(|each| each.source.rejected).sum(),
            flaws,
        })
    }

    fn effect_report(
        &mut self,
        map: MapId,
        question: &Question,
        of: &OfFlaw,
    ) -> Result<EffectReport, AppError> {
        let FlawEffect { rates, changed, gone, largest } = self.flaw_effect(map, question, of)?;
        let names = report::names(&self.workspace.journey(map)?, question.level);
        let name = |node| names.get(&node).cloned();
        Ok(EffectReport {
            rates,
            changed,
            gone,
            from: largest.and_then(|shift| name(shift.from)),
            to: largest.and_then(|shift| name(shift.to)),
            before: largest.map(|shift| shift.before),
            after: largest.map(|shift| shift.after),
        })
    }
}

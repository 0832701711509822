//! What the data say of the customers of a persona, each figure with its people, and where they say something else than
//! what is written of it.

mod disagreements;

use model::{
    CustomerId, Did, MapId, Metrics, Often, OnMap, Persona, PersonaId, Question, Reference, Rule, Spot, What,
    Who,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;
use store::StoreError;

use crate::{AppError, Session};

pub use disagreements::{Disagreement, Matter};

/// How many channels are told, those first that most customers used.
const CHANNELS: usize = 6;

/// A count with its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CountOf {
    /// How many customers.
    #[specta(type = Number)]
    pub customers: u64,
    /// Who they are.
    pub who: Who,
}

/// How many of a persona's customers have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NamedCount {
    /// What: a channel, or a stage.
    pub name: String,
    /// Who.
    pub count: CountOf,
}

/// Where a persona's customers stand on a map: each at the last stage that had contact with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Standing {
    /// The map.
    pub map: MapId,
    /// Its title.
    pub title: String,
    /// Its stages in order.
    pub stages: Vec<NamedCount>,
    /// Those without contact on the map.
    pub nowhere: CountOf,
}

/// What the data say of the customers of a persona.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PersonaFacts {
    /// All for whom it stands.
    pub customers: CountOf,
    /// How many customers are stored.
    #[specta(type = Number)]
    pub of: u64,
    /// Those of its segment, if it has one.
    pub of_segment: Option<CountOf>,
    /// The hand-picked.
    pub picked: CountOf,
    /// The hand-excluded.
    pub excluded: CountOf,
    /// Those for whom another persona stands, too.
    pub shared: CountOf,
    /// The channels that they used.
    pub channels: Vec<NamedCount>,
    /// Where they stand on the first map that tells of the persona; `None` if none does.
    pub standing: Option<Standing>,
    /// What they spent and answered in all of the data; `None` without a map.
    pub worth: Option<Metrics>,
    /// Where the data say something else than what is written.
    pub disagreements: Vec<Disagreement>,
}

impl Session {
    /// What the data say of the customers of a persona; `None` where it stands for nobody.
    pub fn persona_facts(&mut self, id: PersonaId) -> Result<Option<PersonaFacts>, AppError> {
        let personas = self.workspace.personas()?;
        let found = personas.iter().find(|each| each.id == id);
        let persona = found.ok_or(StoreError::Missing { what: "persona", id: id.0 })?;
        let by_hand = self.workspace.by_hand(id)?;
        if persona.segment.is_none() && by_hand.picked.is_empty() {
            return Ok(None);
        }
        let others: Vec<Rule> =
            personas.iter().filter(|each| each.id != id).map(|each| rule_of(each.id)).collect();
        let of_segment = persona.segment.map(|segment| self.counted_of(Who::Segment(segment))).transpose()?;
        let channels = self.channels_of(id)?;
        let disagreements = self.disagreements(persona, &channels)?;
        Ok(Some(PersonaFacts {
            customers: self.counted_of(Who::Persona(id))?,
            of: self.roll()?.len() as u64,
            of_segment,
            picked: picked(by_hand.picked),
            excluded: picked(by_hand.excluded),
            shared: self.count_with(id, Rule::Any(others))?,
            channels,
            standing: self.standing_of(id)?,
            worth: self.worth_of(id)?,
            disagreements,
        }))
    }

    /// A who with its number.
    fn counted_of(&mut self, who: Who) -> Result<CountOf, AppError> {
        Ok(CountOf { customers: self.listed(&who)?.len() as u64, who })
    }

    /// Those of a persona of whom a rule is true as well.
    fn count_with(&mut self, persona: PersonaId, rule: Rule) -> Result<CountOf, AppError> {
        self.counted_of(Who::Ruled(Box::new(Rule::All(vec![rule_of(persona), rule]))))
    }

    /// The channels that most of a persona's customers used.
    fn channels_of(&mut self, persona: PersonaId) -> Result<Vec<NamedCount>, AppError> {
        let mut channels = Vec::new();
        for (name, _) in self.workspace.channels()? {
            let what = What::Channels(vec![name.clone()]);
            let count = self.count_with(persona, Rule::Did(did(what)))?;
            if count.customers > 0 {
                channels.push(NamedCount { name, count });
            }
        }
        channels.sort_by(|one, other| {
            other.count.customers.cmp(&one.count.customers).then_with(|| one.name.cmp(&other.name))
        });
        channels.truncate(CHANNELS);
        Ok(channels)
    }

    fn standing_of(&mut self, persona: PersonaId) -> Result<Option<Standing>, AppError> {
        let maps = self.workspace.maps()?;
        let Some(map) = maps.into_iter().find(|map| map.personas.contains(&persona)) else { return Ok(None) };
        let journey = self.workspace.journey(map.id)?;
        let (mut stages, mut anywhere) = (Vec::new(), Vec::new());
        for stage in journey.stages() {
            let node = Spot::Stage(Reference::Id(stage.id.0));
            let at = Rule::StandsAt(OnMap { map: Reference::Id(map.id.0), node });
            anywhere.push(at.clone());
            stages.push(NamedCount { name: stage.title.clone(), count: self.count_with(persona, at)? });
        }
        let nowhere = self.count_with(persona, Rule::None(anywhere))?;
        Ok(Some(Standing { map: map.id, title: map.title, stages, nowhere }))
    }

    /// What a persona's customers are worth in all of the data, on the first map that tells of it, or else the first.
    fn worth_of(&mut self, persona: PersonaId) -> Result<Option<Metrics>, AppError> {
        let maps = self.workspace.maps()?;
        let told = maps.iter().find(|map| map.personas.contains(&persona)).or(maps.first());
        let Some(map) = told.map(|map| map.id) else { return Ok(None) };
        let from = self.workspace.counts()?.first;
        let question = Question { from, who: Who::Persona(persona), ..Question::new(model::Level::Stage) };
        Ok(Some(self.metrics(map, &question, None)?))
    }
}

fn rule_of(persona: PersonaId) -> Rule {
    Rule::Persona(Reference::Id(persona.0))
}

fn did(what: What) -> Did {
    Did { what, times: Often::default(), from: None, to: None, value: None, within_days: None }
}

fn picked(customers: Vec<CustomerId>) -> CountOf {
    CountOf { customers: customers.len() as u64, who: Who::Picked(customers) }
}

/// Whether a persona is said to be something.
fn said(text: &str) -> bool {
    !text.trim().is_empty()
}

impl Session {
    fn disagreements(
        &mut self,
        persona: &Persona,
        channels: &[NamedCount],
    ) -> Result<Vec<Disagreement>, AppError> {
        let mut found = Vec::new();
        found.extend(disagreements::of_channel(persona, channels));
        if said(&persona.details.place) {
            found.extend(self.of_place(persona)?);
        }
        if said(&persona.details.age) {
            found.extend(self.of_age(persona)?);
        }
        Ok(found)
    }
}

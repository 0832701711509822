//! Who is meant: the members of segments, kept as long as they are good.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use chrono::DateTime;
use chrono_tz::Tz;
use model::{
    Asks, Clock, CustomerId, InSegments, Known, PersonaId, PersonaOrSegment, Reference, Referent, Rule,
    SegmentId, Who,
};
use store::{ByHand, Merged, StoreError};

use crate::session::now;
use crate::{AppError, Session, when};

/// The members of so many rules are kept: a byte for each customer each.
const KEPT: usize = 16;

/// The members of rules, the last asked for first.
#[derive(Debug, Default)]
pub(crate) struct KeptMembers(VecDeque<Kept>);

#[derive(Debug)]
struct Kept {
    rule: Rule,
    cutoff: i64,
    members: Arc<Vec<bool>>,
    /// Whether edits of maps, personas and segments may change them.
    is_of_edits: bool,
}

impl KeptMembers {
    fn find(&mut self, rule: &Rule, cutoff: i64) -> Option<Arc<Vec<bool>>> {
        let place = self.0.iter().position(|kept| kept.cutoff == cutoff && kept.rule == *rule)?;
        let found = self.0.remove(place)?;
        let members = Arc::clone(&found.members);
        self.0.push_front(found);
        Some(members)
    }

    fn keep(&mut self, kept: Kept) {
        self.0.truncate(KEPT - 1);
        self.0.push_front(kept);
    }

    /// Forgets what an edit may have changed.
    pub(crate) fn forget_edited(&mut self) {
        self.0.retain(|kept| !kept.is_of_edits);
    }

    /// Forgets everything, because customers or interactions have changed.
    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }
}

/// The calendar and clock of a zone.
pub(crate) struct ZoneClock(pub(crate) Tz);

impl Clock for ZoneClock {
    fn wall(&self, at: i64) -> i64 {
        when::wall(at, self.0)
    }

    fn instant(&self, wall: i64) -> i64 {
        let shown = DateTime::from_timestamp_millis(wall).map(|wall| wall.naive_utc());
        shown.map_or(wall, |wall| exchange::instant_in(self.0, wall).0)
    }
}

impl Session {
    /// The customers that a who means at a cut-off, which is the newest interaction unless it is set, sorted; `None`
    /// for all.
    pub(crate) fn members(
        &mut self,
        who: &Who,
        cutoff: Option<i64>,
    ) -> Result<Option<Vec<CustomerId>>, AppError> {
        Ok(match who {
            Who::Everybody => None,
            Who::Segment(id) => Some(self.members_of_segment(*id, cutoff)?),
            Who::Persona(id) => Some(self.members_of_personas(&[*id], cutoff)?),
            Who::Personas(ids) => Some(self.members_of_personas(ids, cutoff)?),
            Who::Overlap(of) => Some(self.overlapping(of, cutoff)?),
            Who::Ruled(rule) => Some(self.members_of(rule, cutoff)?),
            Who::Others(who) => Some(self.others(who, cutoff)?),
            Who::Picked(_) | Who::Entrants(_) | Who::Sequence(_) | Who::Tile(_) | Who::Flawed(_) => {
                Some(self.listed(who)?)
            }
        })
    }

    /// All customers but those that a who means at a cut-off, sorted.
    pub(crate) fn others(&mut self, who: &Who, cutoff: Option<i64>) -> Result<Vec<CustomerId>, AppError> {
        let Some(members) = self.members(who, cutoff)? else { return Ok(Vec::new()) };
        let mut others = self.roll()?.to_vec();
        others.retain(|customer| members.binary_search(customer).is_err());
        Ok(others)
    }

    /// The customers of a segment at a cut-off, sorted.
    pub(crate) fn members_of_segment(
        &mut self,
        id: SegmentId,
        cutoff: Option<i64>,
    ) -> Result<Vec<CustomerId>, AppError> {
        self.workspace.segment_rule(id)?;
        self.members_of(&Rule::Segment(Reference::Id(id.0)), cutoff)
    }

    /// Whether each of the customers on the roll is in a segment at the newest interaction.
    pub(crate) fn is_in_segment(&mut self, id: SegmentId) -> Result<Arc<Vec<bool>>, AppError> {
        self.workspace.segment_rule(id)?;
        let cutoff = self.engine()?.newest().unwrap_or_else(now);
        self.answer(&Rule::Segment(Reference::Id(id.0)), cutoff, &mut Vec::new())
    }

    /// The customers that are in all of some segments and in none of others at a cut-off, sorted.
    pub(crate) fn overlapping(
        &mut self,
        of: &InSegments,
        cutoff: Option<i64>,
    ) -> Result<Vec<CustomerId>, AppError> {
        for segment in of.within.iter().chain(&of.without) {
            self.workspace.segment_rule(*segment)?;
        }
        self.members_of(&Rule::All(in_segments(of)), cutoff)
    }

    /// The customers that at least one of some personas stands for at a cut-off, sorted.
    pub(crate) fn members_of_personas(
        &mut self,
        ids: &[PersonaId],
        cutoff: Option<i64>,
    ) -> Result<Vec<CustomerId>, AppError> {
        let all = self.workspace.personas()?;
        if let Some(lost) = ids.iter().find(|id| !all.iter().any(|persona| persona.id == **id)) {
            return Err(StoreError::Missing { what: "persona", id: lost.0 }.into());
        }
        self.members_of(&standing_for(ids), cutoff)
    }

    /// The customers of whom a rule is true at a cut-off, sorted. The rule refers to things by their rows.
    pub(crate) fn members_of(
        &mut self,
        rule: &Rule,
        cutoff: Option<i64>,
    ) -> Result<Vec<CustomerId>, AppError> {
        // Without interactions, what is recent is so today.
        let cutoff = cutoff.or(self.engine()?.newest()).unwrap_or_else(now);
        let members = self.answer(rule, cutoff, &mut Vec::new())?;
        let roll = self.roll()?;
        Ok(roll.iter().zip(members.iter()).filter(|(_, is)| **is).map(|(customer, _)| *customer).collect())
    }

    /// Whether a rule is true of each of the customers on the roll. `way` leads from whose rule this is a part.
    fn answer(
        &mut self,
        rule: &Rule,
        cutoff: i64,
        way: &mut Vec<PersonaOrSegment>,
    ) -> Result<Arc<Vec<bool>>, AppError> {
        if let Some(members) = self.kept_members.find(rule, cutoff) {
            return Ok(members);
        }
        let asks = Asks::of(rule);
        let members = Arc::new(self.count_members(rule, &asks, cutoff, way)?);
        let kept = Kept {
            rule: rule.clone(),
            cutoff,
            members: Arc::clone(&members),
            is_of_edits: asks.is_of_edits(),
        };
        self.kept_members.keep(kept);
        Ok(members)
    }

    fn count_members(
        &mut self,
        rule: &Rule,
        asks: &Asks,
        cutoff: i64,
        way: &mut Vec<PersonaOrSegment>,
    ) -> Result<Vec<bool>, AppError> {
        let (customers, engine, cancel) = (self.roll()?, self.engine()?, self.cancel());
        let (mut personas, mut segments) = (BTreeMap::new(), BTreeMap::new());
        for &each in &asks.belongings {
            match each {
                PersonaOrSegment::Persona(id) => personas.insert(id, self.belonging(each, cutoff, way)?),
                PersonaOrSegment::Segment(id) => segments.insert(id, self.belonging(each, cutoff, way)?),
            };
        }
        let mut attributes = BTreeMap::new();
        for name in &asks.attributes {
            attributes.insert(name.clone(), self.attribute(name)?);
        }
        let mut journeys = BTreeMap::new();
        for map in self.workspace.maps()?.into_iter().filter(|map| asks.maps.contains(&map.id.0)) {
            journeys.insert(map.id.0, self.workspace.journey(map.id)?);
        }
        let channels = if asks.channels.is_empty() { None } else { Some(self.channels()?) };
        let values = if asks.values { Some(self.values()?) } else { None };
        let known = Known {
            customers: &customers,
            cutoff,
            clock: &ZoneClock(self.zone),
            attributes: &attributes,
            channels: channels.as_deref(),
            values: values.as_deref().map(Vec::as_slice),
            journeys: &journeys,
            segments: &segments,
            personas: &personas,
            cancel: &cancel,
        };
        let merged = self.workspace.merged()?;
        if merged.is_empty() {
            return Ok(engine.members(rule, &known)?);
        }
        Ok(engine.members(&of_kept(rule, &merged), &known)?)
    }

    /// Whether each of the customers on the roll belongs to a persona or a segment. Nobody belongs to one that is gone.
    fn belonging(
        &mut self,
        to: PersonaOrSegment,
        cutoff: i64,
        way: &mut Vec<PersonaOrSegment>,
    ) -> Result<Arc<Vec<bool>>, AppError> {
        if let Some(start) = way.iter().position(|&each| each == to) {
            // The store lets no circle in; something else has changed the file.
            let around: Vec<_> = way[start..].iter().copied().chain([to]).collect();
            return Err(StoreError::Circle(self.workspace.names_of(&around)?).into());
        }
        way.push(to);
        let members = match self.rule_of(to)? {
            Some(rule) => self.answer(&rule, cutoff, way)?,
            None => Arc::new(vec![false; self.roll()?.len()]),
        };
        way.pop();
        Ok(members)
    }

    /// Whether edits of maps, personas or other segments may change who belongs to a persona or a segment.
    pub(crate) fn is_of_edits(&self, each: PersonaOrSegment) -> Result<bool, AppError> {
        let rule = self.rule_of(each)?;
        Ok(match (each, rule) {
            (_, None) => false,
            (PersonaOrSegment::Segment(_), Some(rule)) => Asks::of(&rule).is_of_edits(),
            (PersonaOrSegment::Persona(_), Some(rule)) => {
                // Whoever is picked or excluded is so by an edit.
                let segment = Asks::of(&rule).belongings.pop();
                segment.map_or(Ok(true), |segment| self.is_of_edits(segment))?
            }
        })
    }

    /// The rule of a segment, or that a persona's customers are those of its segment; `None` where there is none.
    fn rule_of(&self, each: PersonaOrSegment) -> Result<Option<Rule>, AppError> {
        Ok(match each {
            PersonaOrSegment::Persona(id) => {
                let personas = self.workspace.personas()?;
                let persona = personas.iter().find(|persona| persona.id.0 == id);
                let Some(persona) = persona else { return Ok(None) };
                let by_hand = self.workspace.by_hand(persona.id)?;
                rule_of_persona(persona.segment, &by_hand)
            }
            PersonaOrSegment::Segment(id) => {
                let is_there = self.workspace.segments()?.iter().any(|segment| segment.id.0 == id);
                if is_there { Some(self.workspace.segment_rule(SegmentId(id))?) } else { None }
            }
        })
    }
}

/// Whom a persona stands for: its segment and who is picked, without who is excluded.
pub(crate) fn rule_of_persona(segment: Option<SegmentId>, by_hand: &ByHand) -> Option<Rule> {
    let customers =
        |ids: &[CustomerId]| Rule::Customers(ids.iter().map(|CustomerId(row)| Reference::Id(*row)).collect());
    let mut any = Vec::new();
    any.extend(segment.map(|segment| Rule::Segment(Reference::Id(segment.0))));
    if !by_hand.picked.is_empty() {
        any.push(customers(&by_hand.picked));
    }
    let within = if any.len() > 1 { Rule::Any(any) } else { any.pop()? };
    if by_hand.excluded.is_empty() {
        return Some(within);
    }
    Some(Rule::All(vec![within, Rule::None(vec![customers(&by_hand.excluded)])]))
}

/// A rule that names, in the place of who is merged, who stands for them.
fn of_kept(rule: &Rule, merged: &Merged) -> Rule {
    let mut rule = rule.clone();
    // It never fails.
    let _ = rule.each_reference(&mut |referent, reference| {
        if let (Referent::Customer, Reference::Id(row)) = (referent, &mut *reference) {
            *row = merged.kept(*row);
        }
        Ok::<_, ()>(())
    });
    rule
}

/// The rules that are true of those who are in all of some segments and in none of others.
pub(crate) fn in_segments(of: &InSegments) -> Vec<Rule> {
    let rule = |segment: &SegmentId| Rule::Segment(Reference::Id(segment.0));
    let mut rules: Vec<Rule> = of.within.iter().map(rule).collect();
    if !of.without.is_empty() {
        rules.push(Rule::None(of.without.iter().map(rule).collect()));
    }
    rules
}

/// The rule that is true of the customers of any of some personas.
pub(crate) fn standing_for(personas: &[PersonaId]) -> Rule {
    let mut rules: Vec<Rule> = personas.iter().map(|id| Rule::Persona(Reference::Id(id.0))).collect();
    if rules.len() == 1 { rules.remove(0) } else { Rule::Any(rules) }
}

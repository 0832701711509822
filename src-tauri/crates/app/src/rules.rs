//! The rules of segments as people write them: names instead of rows, JSON or the language of rules.

use model::{
    Asks, CustomerId, Level, MapId, Node, Reference, Referent, Rule, SegmentId, StageId, TouchpointId, Who,
    rule_text,
};

use crate::documents::persona_names;
use crate::report::{SegmentReport, names};
use crate::{AppError, Session};

/// Reads a rule as the language of rules has it.
pub fn rule_of_text(text: &str) -> Result<Rule, AppError> {
    rule_text::read(text).map_err(|error| AppError::BadRule(error.to_string()))
}

/// Reads a rule as JSON.
pub fn rule_of_json(json: &str) -> Result<Rule, AppError> {
    let rule: Rule = serde_json::from_str(json).map_err(|error| AppError::BadRule(error.to_string()))?;
    if rule.depth() > Rule::DEEPEST {
        return Err(AppError::BadRule(format!("rules are nested deeper than {}", Rule::DEEPEST)));
    }
    Ok(rule)
}

impl Session {
    /// The rule of a segment, with its references as it is stored: rows, and names of what is gone.
    pub fn segment_rule(&self, segment: SegmentId) -> Result<Rule, AppError> {
        Ok(self.workspace.segment_rule(segment)?)
    }

    /// The customers of whom a rule is true, by key; the rule refers to things by their names. The cut-off is the newest
    /// interaction unless it is given.
    pub fn rule_report(&mut self, rule: &Rule, cutoff: Option<&str>) -> Result<SegmentReport, AppError> {
        let rule = self.with_rows(rule)?;
        let cutoff = cutoff.map(|text| self.instant(text)).transpose()?;
        let customers = self.members_of(&rule, cutoff)?;
        let report = self.who_report(&Who::Picked(customers))?;
        Ok(SegmentReport { count: report.count, customers: report.customers })
    }

    /// What a rule names that no customer has: attributes, events and channels, in words.
    pub fn unknown_to(&mut self, rule: &Rule) -> Result<Vec<String>, AppError> {
        let asks = Asks::of(rule);
        let mut unknown = Vec::new();
        for name in asks.attributes {
            if self.attribute(&name)?.is_none() {
                unknown.push(format!("no customer has the attribute “{name}”"));
            }
        }
        let events = self.engine()?.names();
        for name in asks.events.into_iter().filter(|name| !events.contains(name)) {
            unknown.push(format!("no interaction has the event “{name}”"));
        }
        if !asks.channels.is_empty() {
            let channels = self.channels()?;
            for name in asks.channels.into_iter().filter(|name| !channels.names.contains(name)) {
                unknown.push(format!("no interaction has the channel “{name}”"));
            }
        }
        Ok(unknown)
    }

    /// The rule with rows in the place of names.
    pub fn with_rows(&self, rule: &Rule) -> Result<Rule, AppError> {
        let mut rule = rule.clone();
        rule.each_reference(&mut |referent, reference| {
            if let Reference::Name(name) = &*reference {
                *reference = Reference::Id(self.row(referent, name)?);
            }
            Ok::<_, AppError>(())
        })?;
        Ok(rule)
    }

    /// The row of what has a name.
    pub(crate) fn row(&self, referent: Referent<'_>, name: &str) -> Result<i64, AppError> {
        let on = |map: &Reference, level| {
            // The map's name has been replaced before what is on it.
            let map = MapId(map.id().unwrap_or_default());
            self.node_by_title(map, name, level).map(row_of)
        };
        match referent {
            Referent::Map => self.map_by_title(name).map(|map| map.0),
            Referent::Touchpoint(map) => on(map, Level::Touchpoint),
            Referent::Stage(map) => on(map, Level::Stage),
            Referent::Persona => {
                let personas = self.workspace.personas()?;
                let found = persona_names(&personas).iter().position(|each| each == name);
                found.map(|place| personas[place].id.0).ok_or_else(|| AppError::NoPersona(name.to_owned()))
            }
            Referent::Segment => {
                let segments = self.workspace.segments()?;
                let found = segments.iter().find(|segment| segment.name == name);
                found.map(|segment| segment.id.0).ok_or_else(|| AppError::NoSegment(name.to_owned()))
            }
            Referent::Customer => {
                let CustomerId(row) = self
                    .workspace
                    .customer_by_key(name)?
                    .ok_or_else(|| AppError::NoCustomer(name.to_owned()))?;
                Ok(row)
            }
        }
    }

    /// A rule as the language of rules has it, with names in the place of rows.
    pub fn text_of_rule(&self, rule: &Rule) -> Result<String, AppError> {
        Ok(rule_text::write(&self.with_names(rule)?))
    }

    /// The rule with names in the place of rows.
    pub(crate) fn with_names(&self, rule: &Rule) -> Result<Rule, AppError> {
        let mut rule = rule.clone();
        // What is on a map is named after the map, whose name has taken the place of its row by then.
        let mut last_map = None;
        rule.each_reference(&mut |referent, reference| {
            let Reference::Id(row) = *reference else { return Ok(()) };
            if matches!(referent, Referent::Map) {
                last_map = Some(MapId(row));
            }
            if let Some(name) = self.name(referent, last_map, row)? {
                *reference = Reference::Name(name);
            }
            Ok::<_, AppError>(())
        })?;
        Ok(rule)
    }

    fn name(&self, referent: Referent<'_>, map: Option<MapId>, row: i64) -> Result<Option<String>, AppError> {
        let on_map = |node: Node| {
            let journey = map.map(|map| self.workspace.journey(map)).transpose()?;
            Ok::<_, AppError>(journey.and_then(|journey| names(&journey, node.level()).remove(&node)))
        };
        Ok(match referent {
            Referent::Map => {
                self.workspace.maps()?.into_iter().find(|map| map.id.0 == row).map(|map| map.title)
            }
            Referent::Touchpoint(_) => on_map(Node::Touchpoint(TouchpointId(row)))?,
            Referent::Stage(_) => on_map(Node::Stage(StageId(row)))?,
            Referent::Persona => {
                let personas = self.workspace.personas()?;
                let found = personas.iter().position(|each| each.id.0 == row);
                found.and_then(|place| persona_names(&personas).into_iter().nth(place))
            }
            Referent::Segment => {
                self.workspace.segments()?.into_iter().find(|each| each.id.0 == row).map(|each| each.name)
            }
            Referent::Customer => self.workspace.keys(&[CustomerId(row)])?.pop(),
        })
    }
}

fn row_of(node: Node) -> i64 {
    match node {
        Node::Stage(stage) => stage.0,
        Node::Touchpoint(touchpoint) => touchpoint.0,
    }
}

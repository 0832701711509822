//! What a rule asks about: what must be known before it can be answered.

use std::collections::BTreeSet;

use crate::{OnMap, PersonaOrSegment, Rule, What};

/// What a rule asks about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asks {
    /// Attributes by name.
    pub attributes: BTreeSet<String>,
    /// Maps by row.
    pub maps: BTreeSet<i64>,
    /// Events by name.
    pub events: BTreeSet<String>,
    /// Channels by name.
    pub channels: BTreeSet<String>,
    /// The values of interactions.
    pub values: bool,
    /// Personas and segments.
    pub belongings: Vec<PersonaOrSegment>,
}

impl Asks {
    /// What a rule asks about.
    pub fn of(rule: &Rule) -> Self {
        let mut asks = Self::default();
        rule.each_part(&mut |part| asks.add(part));
        asks
    }

    /// Whether it asks about something that edits change: maps, personas and segments.
    pub fn is_of_edits(&self) -> bool {
        !self.maps.is_empty() || !self.belongings.is_empty()
    }

    fn add(&mut self, part: &Rule) {
        match part {
            Rule::Attribute(of) => {
                self.attributes.insert(of.name.clone());
            }
            Rule::Did(did) => {
                self.values |= did.value.is_some();
                self.add_what(&did.what);
            }
            Rule::DidInOrder(order) => order.steps.iter().for_each(|what| self.add_what(what)),
            Rule::StandsAt(place) => self.add_place(place),
            Rule::Persona(persona) => self.belongings.extend(persona.id().map(PersonaOrSegment::Persona)),
            Rule::Segment(segment) => self.belongings.extend(segment.id().map(PersonaOrSegment::Segment)),
            Rule::All(_) | Rule::Any(_) | Rule::None(_) | Rule::Customers(_) => {}
        }
    }

    fn add_what(&mut self, what: &What) {
        match what {
            What::Events(events) => self.events.extend(events.iter().cloned()),
            What::Channels(channels) => self.channels.extend(channels.iter().cloned()),
            What::At(place) => self.add_place(place),
            What::Anything => {}
        }
    }

    fn add_place(&mut self, place: &OnMap) {
        self.maps.extend(place.map.id());
    }
}

//! One customer: who it is, what it did, and its way over a map.

use std::collections::HashMap;

use model::{CustomerId, Journey, MapId, TouchpointId, Who};
use scene::{Extras, Picture, Reading, Way};

use super::ranking::{activity, span};
use super::{Customer, Page, TimelineEntry};
use crate::{AppError, Locale, Session, Theme};

impl Session {
    /// Who a customer is; of one that is merged, who stands for it.
    pub fn customer(&mut self, customer: CustomerId) -> Result<Customer, AppError> {
        let missing = store::StoreError::Missing { what: "customer", id: customer.0 };
        let stored = self.workspace.customers(&[customer])?.pop().ok_or(missing)?;
        let customer = stored.id;
        let (mut segments, mut personas, mut by_hand) = (Vec::new(), Vec::new(), Vec::new());
        for segment in self.workspace.segments()? {
            if self.is_among(customer, &Who::Segment(segment.id))? {
                segments.push(segment.id);
            }
        }
        for persona in self.workspace.personas()? {
            if self.is_among(customer, &Who::Persona(persona.id))? {
                personas.push(persona.id);
            }
            let said = self.workspace.by_hand(persona.id)?;
            for (picked, customers) in [(true, said.picked), (false, said.excluded)] {
                if customers.binary_search(&customer).is_ok() {
                    by_hand.push((persona.id, picked));
                }
            }
        }
        Ok(Customer {
            customer,
            other_keys: self.workspace.other_keys(&stored.key)?,
            key: stored.key,
            name: stored.name,
            attributes: stored.attributes,
            segments,
            personas,
            by_hand,
            activity: activity(&*self.columns()?, customer),
        })
    }

    fn is_among(&mut self, customer: CustomerId, who: &Who) -> Result<bool, AppError> {
        Ok(self.members(who, None)?.is_none_or(|members| members.binary_search(&customer).is_ok()))
    }

    /// A page of what a customer did, the first interactions first, each with the touchpoint of a map that lists it.
    pub fn timeline(
        &self,
        customer: CustomerId,
        map: Option<MapId>,
        page: Page,
    ) -> Result<Vec<TimelineEntry>, AppError> {
        let journey = map.map(|map| self.workspace.journey(map)).transpose()?;
        let touchpoints = journey.as_ref().map(touchpoints_by_event).unwrap_or_default();
        let entry = |interaction: store::Interaction| TimelineEntry {
            touchpoint: touchpoints.get(interaction.event.as_str()).copied(),
            at: interaction.at,
            date_only: interaction.date_only,
            event: interaction.event,
            channel: interaction.channel,
            value: interaction.value,
            currency: interaction.currency,
        };
        let interactions = self.workspace.timeline(customer, page.start, page.length)?;
        Ok(interactions.into_iter().map(entry).collect())
    }

    /// A customer's way over a map, to be laid over its picture: successive interactions at one touchpoint are one
    /// visit, and those on no touchpoint are passed over.
    pub fn way(
        &mut self,
        customer: CustomerId,
        map: MapId,
        theme: Theme,
        locale: Locale,
    ) -> Result<Way, AppError> {
        let journey = self.workspace.journey(map)?;
        let visits = self.visits(customer, &journey)?;
        Ok(self.way_over(&journey, &visits, theme, locale))
    }

    /// The way along touchpoints of a map, to be laid over its picture. One that is not on it is passed over.
    pub fn way_along(
        &self,
        touchpoints: &[TouchpointId],
        map: MapId,
        theme: Theme,
        locale: Locale,
    ) -> Result<Way, AppError> {
        Ok(self.way_over(&self.workspace.journey(map)?, touchpoints, theme, locale))
    }

    fn way_over(&self, journey: &Journey, visits: &[TouchpointId], theme: Theme, locale: Locale) -> Way {
        let picture = Picture {
            journey,
            personas: &[],
            evidence: None,
            reading: Reading::default(),
            extras: Extras::default(),
            made: None,
            theme: theme.into(),
            locale: locale.into(),
            zone: self.zone,
        };
        scene::way(&picture, visits)
    }

    fn visits(&mut self, customer: CustomerId, journey: &Journey) -> Result<Vec<TouchpointId>, AppError> {
        let columns = self.columns()?;
        let touchpoints = touchpoints_by_event(journey);
        let touchpoint = |row: usize| {
            let event = columns.events.get(columns.event.code(row))?;
            touchpoints.get(event.as_str()).copied()
        };
        let mut visits: Vec<TouchpointId> = span(&columns, customer).filter_map(touchpoint).collect();
        visits.dedup();
        Ok(visits)
    }
}

/// The touchpoint of a map that lists each event.
fn touchpoints_by_event(journey: &Journey) -> HashMap<&str, TouchpointId> {
    let listed = journey
        .touchpoints()
        .flat_map(|touchpoint| touchpoint.events.iter().map(|event| (event.as_str(), touchpoint.id)));
    listed.collect()
}

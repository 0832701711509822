//! Who is behind a number: resolved to a list that is kept while it is paged through.

mod customer;
mod file;
mod keeping;
mod list;
mod ranking;
mod wire;

use std::sync::Arc;

use model::{
    Asked, AttributeColumn, CustomerId, Entrants, Entry, Figure, MapId, PersonaId, Question, SegmentId, Who,
};

use crate::{AppError, Session, WhoReport};

pub(crate) use list::KeptLists;
use list::Row;
pub use wire::{
    Activity, Column, Customer, FileColumn, Listing, Order, Page, People, Person, Reader, TimelineEntry,
};

impl Session {
    /// A page of a list of people, with their values of some attributes, and how many there are. Where nothing is left
    /// out, they are as many as the number says whose people they are; behind one by visits each visit is a row.
    pub fn people(
        &mut self,
        listing: &Listing,
        attributes: &[String],
        page: Page,
    ) -> Result<People, AppError> {
        let of = self.list(&Listing::of(listing.who.clone()))?.rows.len() as u64;
        let list = self.list(listing)?;
        let count = list.rows.len();
        let start = usize::try_from(page.start).unwrap_or(usize::MAX).min(count);
        let end = start.saturating_add(usize::try_from(page.length).unwrap_or(usize::MAX));
        let rows = list.stretch(start, end, listing.order.descending);
        let (rows, named) = (self.shown(&rows, attributes)?, self.has_names()?);
        Ok(People {
            count: count as u64,
            customers: list.customers,
            of,
            named,
            lasting: listing.rule().is_some(),
            rows,
        })
    }

    /// Reads the words of some of the customers by which they are found, and gives about how many customers are left.
    /// A search does all of it; it is quicker for what was done before.
    pub fn prepare_search(&mut self) -> Result<u32, AppError> {
        Ok(u32::try_from(self.workspace.read_words()?).unwrap_or(u32::MAX))
    }

    /// Every figure of a map's overlay that counts people.
    pub fn figures(&mut self, map: MapId, question: &Question) -> Result<Vec<Figure>, AppError> {
        let journey = self.workspace.journey(map)?;
        Ok(self.overlay(&journey, question)?.figures())
    }

    /// The people behind a number, by the bytes of their keys.
    pub fn who_report(&mut self, who: &Who) -> Result<WhoReport, AppError> {
        let list = self.list(&Listing::of(who.clone()))?;
        let customers: Vec<CustomerId> = list.rows.iter().map(|row| row.customer).collect();
        let mut keys = self.workspace.keys(&customers)?;
        keys.sort_unstable();
        Ok(WhoReport { count: list.rows.len() as u64, distinct: list.customers, customers: keys })
    }

    /// Rows with what they show.
    fn shown(&mut self, rows: &[Row], attributes: &[String]) -> Result<Vec<Person>, AppError> {
        let ids: Vec<CustomerId> = rows.iter().map(|row| row.customer).collect();
        let mut stored = self.workspace.named(&ids)?.into_iter().peekable();
        let (roll, columns) = (self.roll()?, self.columns()?);
        let attributes = attributes.iter().map(|name| self.attribute(name)).collect::<Result<Vec<_>, _>>()?;
        let mut people = Vec::with_capacity(rows.len());
        for row in rows {
            let Some((_, key, name)) = stored.next_if(|(customer, ..)| *customer == row.customer) else {
                continue;
            };
            let place = roll.binary_search(&row.customer).ok();
            let value =
                |column: &Option<Arc<AttributeColumn>>| Some(column.as_ref()?.value(place?)?.to_owned());
            people.push(Person {
                customer: row.customer,
                key,
                name,
                entry: row.entry,
                activity: ranking::activity(&columns, row.customer),
                values: attributes.iter().map(value).collect(),
            });
        }
        Ok(people)
    }

    /// The people of a who, by customer and entry.
    fn rows(&mut self, who: &Who) -> Result<Vec<Row>, AppError> {
        let customers = match who {
            Who::Everybody => self.workspace.roll()?,
            Who::Segment(segment) => self.members_of_segment(*segment, None)?,
            Who::Overlap(of) => self.overlapping(of, None)?,
            Who::Persona(persona) => self.members_of_personas(&[*persona], None)?,
            Who::Personas(personas) => self.members_of_personas(personas, None)?,
            Who::Ruled(rule) => self.members_of(rule, None)?,
            Who::Picked(customers) => self.workspace.stored(customers)?,
            Who::Others(who) => self.others(who, None)?,
            Who::Entrants(entrants) => return Ok(rows_of(self.entries(entrants)?)),
            Who::Sequence(sequence) => return Ok(rows_of(self.who_went(sequence)?)),
            Who::Tile(tile) => self.people_of_tile(tile)?,
            Who::Flawed(of) => self.people_of_flaw(of)?,
        };
        Ok(customers.into_iter().map(Row::of).collect())
    }

    fn entries(&mut self, entrants: &Entrants) -> Result<Vec<Entry>, AppError> {
        let journey = self.workspace.journey(entrants.map)?;
        let question = entrants.question.at(entrants.node.level());
        let engine = self.engine()?;
        let members = self.members(&question.who, question.cutoff)?;
        let (members, cancel) = (members.as_deref(), self.cancel());
        let asked = Asked { journey: &journey, question: &question, members, cancel: &cancel };
        let Some(part) = &entrants.part else {
            return Ok(engine.who(&asked, entrants.node, entrants.class)?);
        };
        let attribute = part.attribute().map(|name| self.attribute(name)).transpose()?.flatten();
        let customers = if attribute.is_some() { Some(self.roll()?) } else { None };
        let attribute = customers.as_deref().map(Vec::as_slice).zip(attribute.as_deref());
        Ok(engine.part(&asked, (entrants.node, entrants.class), part, attribute)?)
    }

    /// The customers on the list of a who, sorted.
    pub(crate) fn listed(&mut self, who: &Who) -> Result<Vec<CustomerId>, AppError> {
        Ok(self.list(&Listing::of(who.clone()))?.customers().collect())
    }

    /// Whether the workspace still has everything that a who names.
    pub(crate) fn is_there(&self, who: &Who) -> Result<bool, AppError> {
        Ok(match who {
            // A rule that refers to what is gone is true of nobody.
            Who::Everybody | Who::Picked(_) | Who::Ruled(_) => true,
            Who::Segment(segment) => self.has_segment(*segment)?,
            Who::Overlap(of) => {
                let each = of.within.iter().chain(&of.without).map(|segment| self.has_segment(*segment));
                each.collect::<Result<Vec<bool>, _>>()?.into_iter().all(|has| has)
            }
            Who::Persona(persona) => self.has_personas(&[*persona])?,
            Who::Personas(personas) => self.has_personas(personas)?,
            Who::Others(who) => self.is_there(who)?,
            Who::Entrants(entrants) => {
                self.has_map(entrants.map)? && self.is_there(&entrants.question.who)?
            }
            Who::Sequence(sequence) => {
                self.has_map(sequence.map)? && self.is_there(&sequence.question.who)?
            }
            Who::Tile(tile) => self.has_map(tile.of.map)? && self.is_there(&tile.of.question.who)?,
            Who::Flawed(of) => of.map.map_or(Ok(true), |map| self.has_map(map))?,
        })
    }

    fn has_segment(&self, id: SegmentId) -> Result<bool, AppError> {
        Ok(self.workspace.segments()?.iter().any(|segment| segment.id == id))
    }

    fn has_personas(&self, ids: &[PersonaId]) -> Result<bool, AppError> {
        let all = self.workspace.personas()?;
        Ok(ids.iter().all(|id| all.iter().any(|each| each.id == *id)))
    }

    fn has_map(&self, id: MapId) -> Result<bool, AppError> {
        Ok(self.workspace.maps()?.iter().any(|map| map.id == id))
    }
}

fn rows_of(entries: Vec<Entry>) -> Vec<Row> {
    entries.into_iter().map(|entry| Row { customer: entry.customer, entry: Some(entry.at) }).collect()
}

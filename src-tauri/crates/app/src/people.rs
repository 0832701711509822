//! Who is behind a number: resolved to a list that is kept while it is paged through.

use std::collections::VecDeque;
use std::sync::Arc;

use model::{Asked, CustomerId, Entrants, Entry, Figure, MapId, PersonaId, Question, SegmentId, Who};

use crate::{AppError, Order, OrderBy, Page, People, Person, Session, WhoReport};

/// How many lists are kept: the one that is read, and some to come back to.
const KEPT: usize = 4;

/// The people of a who, in an order.
#[derive(Debug)]
pub(crate) struct List {
    people: Vec<Row>,
    /// How many different customers they are.
    customers: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    customer: CustomerId,
    /// When this visit began; none where a customer is listed for no visit.
    entry: Option<i64>,
}

impl Row {
    fn of(customer: CustomerId) -> Self {
        Self { customer, entry: None }
    }
}

impl List {
    /// The list of people that come by customer and entry.
    fn of(people: Vec<Row>) -> Self {
        let customers = people.chunk_by(|one, other| one.customer == other.customer).count() as u64;
        Self { people, customers }
    }

    fn customers(&self) -> impl Iterator<Item = CustomerId> {
        self.people.chunk_by(|one, other| one.customer == other.customer).map(|rows| rows[0].customer)
    }
}

/// Lists that were read lately, the last first. They are good until something changes.
#[derive(Debug, Default)]
pub(crate) struct KeptLists(VecDeque<(Who, Order, Arc<List>)>);

impl KeptLists {
    fn find(&self, who: &Who, order: Order) -> Option<Arc<List>> {
        self.0.iter().find(|kept| kept.0 == *who && kept.1 == order).map(|kept| Arc::clone(&kept.2))
    }

    fn keep(&mut self, who: &Who, order: Order, list: &Arc<List>) {
        self.0.truncate(KEPT - 1);
        self.0.push_front((who.clone(), order, Arc::clone(list)));
    }

    /// Forgets all lists, because the customers or what they are asked about may have changed.
    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }
}

impl Session {
    /// A page of the people behind a number, with how many there are.
    ///
    /// Behind a figure by visits each visit is a row. Of rows that an order does not tell apart, the customer who came
    /// to be known first comes first, and of one customer's visits the earliest; descending is exactly the reverse.
    pub fn people(&mut self, who: &Who, order: Order, page: Page) -> Result<People, AppError> {
        let list = self.list(who, order)?;
        let count = list.people.len();
        let start = usize::try_from(page.start).unwrap_or(usize::MAX).min(count);
        let end = start.saturating_add(usize::try_from(page.length).unwrap_or(usize::MAX)).min(count);
        let rows: Vec<Row> = if order.descending {
            list.people[count - end..count - start].iter().rev().copied().collect()
        } else {
            list.people[start..end].to_vec()
        };
        Ok(People { count: count as u64, customers: list.customers, rows: self.named(&rows)? })
    }

    /// Every figure of a map's overlay that counts people.
    pub fn figures(&mut self, map: MapId, question: &Question) -> Result<Vec<Figure>, AppError> {
        let journey = self.workspace.journey(map)?;
        Ok(self.overlay(&journey, question)?.figures())
    }

    /// The people behind a number, by key.
    pub fn who_report(&mut self, who: &Who) -> Result<WhoReport, AppError> {
        let list = self.list(who, Order { by: OrderBy::Key, descending: false })?;
        let customers: Vec<CustomerId> = list.people.iter().map(|row| row.customer).collect();
        let keys = self.workspace.keys(&customers)?;
        Ok(WhoReport { count: list.people.len() as u64, distinct: list.customers, customers: keys })
    }

    /// The rows with the keys and names of their customers.
    fn named(&self, rows: &[Row]) -> Result<Vec<Person>, AppError> {
        let ids: Vec<CustomerId> = rows.iter().map(|row| row.customer).collect();
        let mut stored = self.workspace.named(&ids)?.into_iter().peekable();
        let mut people = Vec::with_capacity(rows.len());
        for row in rows {
            if let Some((_, key, name)) = stored.next_if(|(customer, ..)| *customer == row.customer) {
                people.push(Person { customer: row.customer, key, name, entry: row.entry });
            }
        }
        Ok(people)
    }

    /// The whole list of a who, ascending.
    fn list(&mut self, who: &Who, order: Order) -> Result<Arc<List>, AppError> {
        let ascending = Order { descending: false, ..order };
        if let Some(list) = self.kept_lists.find(who, ascending) {
            return Ok(list);
        }
        let list = Arc::new(match order.by {
            OrderBy::Known => List::of(self.rows(who)?),
            by => {
                let known = self.list(who, Order::default())?;
                self.sorted(&known, by)?
            }
        });
        self.kept_lists.keep(who, ascending, &list);
        Ok(list)
    }

    fn sorted(&self, list: &List, by: OrderBy) -> Result<List, AppError> {
        let mut people = list.people.clone();
        match by {
            OrderBy::Known => {}
            OrderBy::Entry => people.sort_by_key(|row| row.entry),
            OrderBy::Key => sort_as(&mut people, &self.workspace.roll_by_key()?),
            OrderBy::Name => sort_as(&mut people, &self.workspace.roll_by_name()?),
        }
        Ok(List { people, customers: list.customers })
    }

    /// The people of a who, by customer and entry.
    fn rows(&mut self, who: &Who) -> Result<Vec<Row>, AppError> {
        let customers = match who {
            Who::Everybody => self.workspace.roll()?,
            Who::Segment(segment) => self.workspace.members(*segment)?,
            Who::Persona(persona) => self.customers_of_persona(*persona)?,
            Who::Picked(customers) => self.workspace.stored(customers)?,
            Who::Entrants(entrants) => {
                let row = |entry: Entry| Row { customer: entry.customer, entry: Some(entry.at) };
                return Ok(self.entries(entrants)?.into_iter().map(row).collect());
            }
        };
        Ok(customers.into_iter().map(Row::of).collect())
    }

    fn customers_of_persona(&self, id: PersonaId) -> Result<Vec<CustomerId>, AppError> {
        let personas = self.workspace.personas()?;
        let persona = personas.iter().find(|persona| persona.id == id);
        let persona = persona.ok_or(store::StoreError::Missing { what: "persona", id: id.0 })?;
        Ok(match persona.segment {
            Some(segment) => self.workspace.members(segment)?,
            None => Vec::new(),
        })
    }

    fn entries(&mut self, entrants: &Entrants) -> Result<Vec<Entry>, AppError> {
        let journey = self.workspace.journey(entrants.map)?;
        let question = entrants.question.at(entrants.node.level());
        let engine = self.engine()?;
        let members = self.members(&question.who)?;
        let (members, cancel) = (members.as_deref(), self.cancel());
        let asked = Asked { journey: &journey, question: &question, members, cancel: &cancel };
        Ok(engine.who(&asked, entrants.node, entrants.class)?)
    }

    /// The customers that a who means, sorted; `None` for all.
    pub(crate) fn members(&mut self, who: &Who) -> Result<Option<Vec<CustomerId>>, AppError> {
        if who.is_everybody() {
            return Ok(None);
        }
        Ok(Some(self.list(who, Order::default())?.customers().collect()))
    }

    /// Whether the workspace still has everything that a who names.
    pub(crate) fn is_there(&self, who: &Who) -> Result<bool, AppError> {
        Ok(match who {
            Who::Everybody | Who::Picked(_) => true,
            Who::Segment(segment) => self.has_segment(*segment)?,
            Who::Persona(persona) => self.workspace.personas()?.iter().any(|each| each.id == *persona),
            Who::Entrants(entrants) => {
                self.has_map(entrants.map)? && self.is_there(&entrants.question.who)?
            }
        })
    }

    fn has_segment(&self, id: SegmentId) -> Result<bool, AppError> {
        Ok(self.workspace.segments()?.iter().any(|segment| segment.id == id))
    }

    fn has_map(&self, id: MapId) -> Result<bool, AppError> {
        Ok(self.workspace.maps()?.iter().any(|map| map.id == id))
    }
}

/// Sorts people as their customers stand on a roll of all customers.
fn sort_as(people: &mut [Row], roll: &[CustomerId]) {
    let last = roll.iter().map(|customer| customer.0).max().unwrap_or(0);
    let mut places = vec![0_u32; last as usize + 1];
    for (place, customer) in (0_u32..).zip(roll) {
        places[customer.0 as usize] = place;
    }
    people.sort_by_key(|row| places.get(row.customer.0 as usize).copied());
}

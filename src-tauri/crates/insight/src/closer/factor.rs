//! What is true of a customer at an entry: its value of an attribute, and where it had been before.

use model::{AttributeColumn, Columns, CustomerId, TouchpointId, Typed};

use super::touchpoints::Touchpoints;
use crate::met::Met;

/// A value as values are compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Value {
    /// The bits of a number, which has one zero.
    Number(u64),
    /// What calendar and clock show.
    Date(i64),
    /// A text without case.
    Text(String),
}

impl Value {
    /// The different value of a column at a place.
    pub(super) fn of(column: &AttributeColumn, place: usize) -> Self {
        match &column.typed {
            Typed::Text => Self::Text(column.texts.get(place).to_lowercase()),
            Typed::Numbers(numbers) => Self::Number((numbers[place] + 0.0).to_bits()),
            Typed::Dates(dates) => Self::Date(dates[place]),
        }
    }
}

/// Where each customer of the columns stands among all customers, who come sorted; nowhere, if it is not among them.
pub(super) fn places_among(columns: &Columns, customers: &[CustomerId]) -> Vec<Option<usize>> {
    columns.customers.iter().map(|customer| customers.binary_search(customer).ok()).collect()
}

/// Of each different value whether it is this one; `None` is looked for among those without a value.
pub(super) fn holders(column: &AttributeColumn, value: Option<&str>) -> Vec<bool> {
    // Who has no value has the code 0.
    let mut holds = vec![false; column.texts.len() + 1];
    let Some(value) = value else {
        holds[0] = true;
        return holds;
    };
    let Some(place) = column.texts.iter().position(|text| text == value) else { return holds };
    let wanted = Value::of(column, place);
    for (place, holds) in holds[1..].iter_mut().enumerate() {
        *holds = Value::of(column, place) == wanted;
    }
    holds
}

/// At which touchpoints customers had been before they entered. Entrants come in the order of the columns.
pub(super) struct Been<'a> {
    columns: &'a Columns,
    touchpoints: &'a Touchpoints,
    customer: Option<u32>,
    /// The row up to which is known where the customer had been.
    next: u32,
    seen: Vec<bool>,
    /// The numbers of the touchpoints that were seen.
    numbers: Vec<usize>,
}

impl<'a> Been<'a> {
    /// Nobody has been anywhere yet.
    pub(super) fn new(columns: &'a Columns, touchpoints: &'a Touchpoints) -> Self {
        let seen = vec![false; touchpoints.ids().len()];
        Self { columns, touchpoints, customer: None, next: 0, seen, numbers: Vec::new() }
    }

    /// The numbers of the touchpoints at which the customer of an entrant had been at an instant before the entry.
    pub(super) fn before(&mut self, met: &Met) -> &[usize] {
        let Columns { offsets, at, event, .. } = self.columns;
        if self.customer != Some(met.customer) {
            self.customer = Some(met.customer);
            self.next = offsets[met.customer as usize];
            self.numbers.drain(..).for_each(|number| self.seen[number] = false);
        }
        let entry = at.millis(met.row as usize);
        while self.next < met.row && at.millis(self.next as usize) < entry {
            if let Some(number) = self.touchpoints.number(event.code(self.next as usize))
                && !std::mem::replace(&mut self.seen[number], true)
            {
                self.numbers.push(number);
            }
            self.next += 1;
        }
        &self.numbers
    }

    /// Whether the customer of an entrant had been at a touchpoint before the entry.
    pub(super) fn had_been(&mut self, met: &Met, touchpoint: TouchpointId) -> bool {
        let ids = self.touchpoints.ids();
        self.before(met).iter().any(|&number| ids[number] == touchpoint)
    }
}

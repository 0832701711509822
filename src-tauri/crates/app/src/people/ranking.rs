//! Where each customer stands in an order, and how much each did.

use std::ops::Range;
use std::sync::Arc;

use model::{Columns, CustomerId, Ranks};

use super::{Activity, Column};
use crate::{AppError, Session};

impl Session {
    /// Where each customer stands in an order; nowhere, if the order is not one of customers but of their visits.
    pub(super) fn ranks(&mut self, by: &Column) -> Result<Arc<Ranks>, AppError> {
        if let Some(ranks) = self.population.ranks(by) {
            return Ok(ranks);
        }
        let ranks = Arc::new(match by {
            Column::Key => self.workspace.ranks_by_key()?,
            Column::Name => self.workspace.ranks_by_name()?,
            Column::Attribute(name) => match self.attribute(name)? {
                Some(column) => Ranks::by_attribute(&column, &self.roll()?),
                None => Ranks::default(),
            },
            Column::First => {
                by_interactions(&*self.columns()?, |columns, span| columns.at.millis(span.start))
            }
            Column::Last => {
                by_interactions(&*self.columns()?, |columns, span| columns.at.millis(span.end - 1))
            }
            Column::Interactions => self.ranks_by_count()?,
            Column::Entry => Ranks::default(),
        });
        self.population.keep_ranks(by, &ranks);
        Ok(ranks)
    }

    /// Who has no interactions has the fewest.
    fn ranks_by_count(&mut self) -> Result<Ranks, AppError> {
        let (roll, columns) = (self.roll()?, self.columns()?);
        let count = |&customer: &CustomerId| (customer, span(&columns, customer).len());
        Ok(Ranks::by(roll.iter().map(count).collect()))
    }
}

fn by_interactions(columns: &Columns, of: impl Fn(&Columns, Range<usize>) -> i64) -> Ranks {
    let spans = columns.offsets.windows(2).map(|ends| ends[0] as usize..ends[1] as usize);
    let having = columns.customers.iter().zip(spans).map(|(&customer, span)| (customer, of(columns, span)));
    Ranks::by(having.collect())
}

/// The interactions of a customer, as a range of the columns; empty for one without.
pub(super) fn span(columns: &Columns, customer: CustomerId) -> Range<usize> {
    match columns.customers.binary_search(&customer) {
        Ok(group) => columns.offsets[group] as usize..columns.offsets[group + 1] as usize,
        Err(_) => 0..0,
    }
}

/// How much a customer did.
pub(super) fn activity(columns: &Columns, customer: CustomerId) -> Activity {
    let span = span(columns, customer);
    Activity {
        interactions: span.len() as u64,
        first: (!span.is_empty()).then(|| columns.at.millis(span.start)),
        last: (!span.is_empty()).then(|| columns.at.millis(span.end - 1)),
    }
}

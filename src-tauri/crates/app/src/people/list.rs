//! Lists of people, made once and kept while they are paged through.

use std::collections::VecDeque;
use std::sync::Arc;

use model::CustomerId;

use super::{Column, Listing, Order};
use crate::{AppError, Session};

/// How many lists are kept: the one that is read with those that it was made from, and some to come back to.
const KEPT: usize = 5;

/// The people of a listing, ascending.
#[derive(Debug)]
pub(crate) struct List {
    pub(super) rows: Vec<Row>,
    /// How many of the rows have something to be sorted by; the others come last.
    ranked: usize,
    /// How many different customers they are.
    pub(super) customers: u64,
}

/// A row of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    pub(super) customer: CustomerId,
    /// When this visit began; none where a customer is listed for no visit.
    pub(super) entry: Option<i64>,
}

impl Row {
    pub(super) fn of(customer: CustomerId) -> Self {
        Self { customer, entry: None }
    }
}

impl List {
    /// The list of people that come by customer and entry.
    fn of(rows: Vec<Row>) -> Self {
        let customers = rows.chunk_by(|one, other| one.customer == other.customer).count() as u64;
        Self { ranked: rows.len(), rows, customers }
    }

    /// The same people by what each has.
    fn by<K: Ord>(&self, key: impl Fn(&Row) -> Option<K>) -> Self {
        let mut rows = self.rows.clone();
        // Who has nothing to be sorted by comes after everybody who has.
        rows.sort_by_key(|row| {
            let key = key(row);
            (key.is_none(), key)
        });
        let ranked = rows.partition_point(|row| key(row).is_some());
        Self { rows, ranked, customers: self.customers }
    }

    /// Each customer once; only of a list by customer.
    pub(super) fn customers(&self) -> impl Iterator<Item = CustomerId> {
        self.rows.chunk_by(|one, other| one.customer == other.customer).map(|rows| rows[0].customer)
    }

    /// The rows from one up to another, ascending or descending.
    pub(super) fn stretch(&self, start: usize, end: usize, descending: bool) -> Vec<Row> {
        let place = |index| if descending && index < self.ranked { self.ranked - 1 - index } else { index };
        (start..end.min(self.rows.len())).map(|index| self.rows[place(index)]).collect()
    }
}

/// Lists that were read lately, the last first. They are good until something changes.
#[derive(Debug, Default)]
pub(crate) struct KeptLists(VecDeque<(Listing, Arc<List>)>);

impl KeptLists {
    fn find(&mut self, listing: &Listing) -> Option<Arc<List>> {
        let at = self.0.iter().position(|(kept, _)| kept == listing)?;
        let found = self.0.remove(at)?;
        let list = Arc::clone(&found.1);
        self.0.push_front(found);
        Some(list)
    }

    fn keep(&mut self, listing: Listing, list: &Arc<List>) {
        self.0.truncate(KEPT - 1);
        self.0.push_front((listing, Arc::clone(list)));
    }

    /// Forgets all lists, because the customers or what they are asked about may have changed.
    pub(crate) fn forget(&mut self) {
        self.0.clear();
    }
}

impl Session {
    /// The whole list of a listing, ascending.
    pub(super) fn list(&mut self, listing: &Listing) -> Result<Arc<List>, AppError> {
        let order = Order { descending: false, ..listing.order.clone() };
        let ascending = Listing { order, ..listing.clone() };
        if let Some(list) = self.kept_lists.find(&ascending) {
            return Ok(list);
        }
        let list = Arc::new(self.make_list(&ascending)?);
        self.kept_lists.keep(ascending, &list);
        Ok(list)
    }

    fn make_list(&mut self, listing: &Listing) -> Result<List, AppError> {
        if let Some(by) = &listing.order.by {
            let known = self.list(&Listing { order: Order::default(), ..listing.clone() })?;
            return self.sorted(&known, by);
        }
        if !listing.is_narrowed() {
            return Ok(List::of(self.rows(&listing.who)?));
        }
        let mut rows = self.list(&Listing::of(listing.who.clone()))?.rows.clone();
        if let Some(members) = self.members(&listing.within, None)? {
            keep(&mut rows, &members);
        }
        if !listing.search.trim().is_empty() {
            keep(&mut rows, &self.workspace.find_customers(&listing.search)?);
        }
        Ok(List::of(rows))
    }

    fn sorted(&mut self, list: &List, by: &Column) -> Result<List, AppError> {
        if *by == Column::Entry {
            return Ok(list.by(|row| row.entry));
        }
        let ranks = self.ranks(by)?;
        Ok(list.by(|row| ranks.of(row.customer)))
    }
}

/// Leaves out those who are not members; both come by customer.
fn keep(rows: &mut Vec<Row>, members: &[CustomerId]) {
    let mut next = members.iter().copied().peekable();
    rows.retain(|row| {
        while next.next_if(|member| *member < row.customer).is_some() {}
        next.peek() == Some(&row.customer)
    });
}

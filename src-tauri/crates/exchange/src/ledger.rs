//! What the workers have read, gathered in the order of the source.

use std::path::Path;

use model::{InteractionBatch, InteractionRows, NONE};

use crate::clock::LocalTimes;
use crate::columns::InteractionColumns;
use crate::error::ReadError;
use crate::names::{Listing, Names};
use crate::role::Role;
use crate::spool::Spool;
use crate::stages::StageChecks;

/// The roles whose names are numbered, in the order of the arrays below.
pub(crate) const NAMED: [Role; 4] = [Role::Customer, Role::Event, Role::Channel, Role::Currency];
pub(crate) const CUSTOMER: usize = 0;
pub(crate) const EVENT: usize = 1;
pub(crate) const CHANNEL: usize = 2;
pub(crate) const CURRENCY: usize = 3;

/// How many different events, channels and currencies a batch can tell apart.
const LIMITS: [usize; 4] = [u32::MAX as usize, 65_535, 65_534, 65_534];

/// No name, in the numbers of a worker.
pub(crate) const NOTHING: u32 = u32::MAX;

/// The interactions of a block; names are numbered as the worker has seen them.
#[derive(Default)]
pub(crate) struct Rows {
    pub customer: Vec<u32>,
    pub event: Vec<u32>,
    pub at: Vec<i64>,
    pub local_times: LocalTimes,
    pub checks: StageChecks,
    pub date_only: Sparse<bool>,
    pub channel: Sparse<u32>,
    pub value: Sparse<f64>,
    pub currency: Sparse<u32>,
    /// The names that the worker had not seen before.
    pub new: Option<[Listing; 4]>,
}

/// A column of which most sources have nothing: empty until there is something.
pub(crate) struct Sparse<T>(Vec<T>);

impl<T> Default for Sparse<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> Sparse<T> {
    /// Sets what row `row` has, which is the last; `none` stands for nothing.
    pub fn set(&mut self, row: usize, value: Option<T>, none: T) {
        if value.is_some() || !self.0.is_empty() {
            self.0.resize(row, none);
            self.0.push(value.unwrap_or(none));
        }
    }
}

/// All interactions so far, with names numbered as they first come in the source.
pub(crate) struct Ledger {
    names: [Names; 4],
    /// For each worker and role: what the worker's numbers are here.
    numbers: Vec<[Vec<u32>; 4]>,
    pub local_times: LocalTimes,
    pub checks: StageChecks,
    spool: Spool,
    /// The block that is being entered; kept for its room.
    part: InteractionRows,
}

impl Ledger {
    /// An empty one for so many workers, which may write into `folder`.
    pub fn new(workers: usize, folder: &Path) -> Result<Self, ReadError> {
        Ok(Self {
            names: Default::default(),
            numbers: (0..workers).map(|_| Default::default()).collect(),
            local_times: LocalTimes::default(),
            checks: StageChecks::default(),
            spool: Spool::new(folder).map_err(ReadError::Spool)?,
            part: InteractionRows::default(),
        })
    }

    /// Enters the rows of the next block, unless the names of one of the `columns` cannot be told apart any more. A name
    /// new to the source is new to the worker, too, so going through the workers' new names block by block finds the
    /// new ones in the order of the source.
    pub fn enter(
        &mut self,
        worker: usize,
        rows: &Rows,
        columns: &InteractionColumns,
    ) -> Result<(), ReadError> {
        let numbers = &mut self.numbers[worker];
        for (role, listing) in rows.new.iter().flatten().enumerate() {
            self.names[role].number_all(listing, &mut numbers[role]);
        }
        let numbers = &self.numbers[worker];
        self.check(columns)?;
        let here = |role: usize, number: u32| numbers[role][number as usize];
        let named =
            |role: usize, number: u32| if number == NOTHING { NONE } else { here(role, number) as u16 };
        let part = &mut self.part;
        refill(&mut part.customer, &rows.customer, |number| here(CUSTOMER, number));
        refill(&mut part.event, &rows.event, |number| here(EVENT, number) as u16);
        refill(&mut part.at, &rows.at, |at| at);
        refill(&mut part.date_only, &rows.date_only.0, |date_only| date_only);
        refill(&mut part.channel, &rows.channel.0, |number| named(CHANNEL, number));
        refill(&mut part.value, &rows.value.0, |value| value);
        refill(&mut part.currency, &rows.currency.0, |number| named(CURRENCY, number));
        self.local_times.append(rows.local_times);
        if !rows.checks.stages.is_empty() {
            self.checks.append(&rows.checks);
        }
        self.spool.push(part).map_err(ReadError::Spool)
    }

    /// Whether the names can be told apart by their numbers.
    fn check(&self, columns: &InteractionColumns) -> Result<(), ReadError> {
        let columns = [&columns.customer, &columns.event, &columns.channel, &columns.currency];
        for (role, column) in columns.into_iter().enumerate() {
            if self.names[role].len() > LIMITS[role] {
                let column = column.clone().unwrap_or_default();
                return Err(ReadError::TooManyNames { role: NAMED[role], column, limit: LIMITS[role] });
            }
        }
        Ok(())
    }

    /// All of it.
    pub fn batch(self) -> InteractionBatch {
        let Self { names: [customers, events, channels, currencies], numbers, spool, .. } = self;
        drop(numbers);
        let strings = |names: Names| names.into_texts().iter().map(str::to_owned).collect();
        InteractionBatch {
            customers: customers.into_texts(),
            events: strings(events),
            channels: strings(channels),
            currencies: strings(currencies),
            parts: Box::new(spool),
        }
    }
}

/// Puts other values in the place of a column's.
fn refill<T, U: Copy>(column: &mut Vec<T>, from: &[U], map: impl FnMut(U) -> T) {
    column.clear();
    column.extend(from.iter().copied().map(map));
}

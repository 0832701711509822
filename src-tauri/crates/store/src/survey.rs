//! What there is in a batch of interactions, before any is written.

use model::{InteractionBatch, InteractionRows, NONE};

use crate::StoreError;

/// How many interactions of a batch each customer and each name has.
pub(crate) struct Survey {
    pub(crate) customer: Vec<u32>,
    pub(crate) event: Vec<u64>,
    pub(crate) channel: Vec<u64>,
    pub(crate) currency: Vec<u64>,
}

/// Which interactions of a batch are not to be written, by their numbers in it.
#[derive(Default)]
pub(crate) struct LeftOut(Vec<u64>);

impl LeftOut {
    /// Leaves one out.
    pub(crate) fn add(&mut self, number: usize) {
        if self.0.len() <= number / 64 {
            self.0.resize(number / 64 + 1, 0);
        }
        self.0[number / 64] |= 1 << (number % 64);
    }

    /// Whether one is left out.
    #[inline]
    pub(crate) fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|bits| (bits >> (number % 64)) & 1 == 1)
    }

    /// Whether none is left out.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are left out.
    pub(crate) fn len(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }
}

impl Survey {
    /// Counts those interactions of a batch that are not left out. Refuses a batch whose parts contradict each other.
    pub(crate) fn of(batch: &mut InteractionBatch, left_out: &LeftOut) -> Result<Self, StoreError> {
        check(batch)?;
        let mut survey = Self {
            customer: vec![0; batch.customers.len()],
            event: vec![0; batch.events.len()],
            channel: vec![0; batch.channels.len()],
            currency: vec![0; batch.currencies.len()],
        };
        let (mut start, mut sound) = (0, Ok(()));
        let read = batch.parts.each(&mut |rows| {
            if sound.is_ok() {
                sound = survey.add(rows, start, left_out);
            }
            start += rows.len();
        });
        read.map_err(StoreError::Parts)?;
        sound.map(|()| survey)
    }

    /// Counts a part that starts at a row of the batch.
    fn add(&mut self, rows: &InteractionRows, start: usize, left_out: &LeftOut) -> Result<(), StoreError> {
        let length = rows.len();
        let optional = [rows.date_only.len(), rows.channel.len(), rows.value.len(), rows.currency.len()];
        if rows.customer.len() != length
            || rows.event.len() != length
            || optional.iter().any(|&optional| optional != 0 && optional != length)
        {
            return unsound("its columns have different lengths");
        }
        let all = left_out.is_empty();
        let kept = |row: usize| all || !left_out.has(start + row);
        for (row, &customer) in rows.customer.iter().enumerate() {
            match self.customer.get_mut(customer as usize) {
                Some(count) => *count += u32::from(kept(row)),
                None => return unsound("an interaction is of a customer that it does not list"),
            }
        }
        if !tally(&mut self.event, &rows.event, None, kept) {
            return unsound("an interaction is of an event that it does not list");
        }
        if !tally(&mut self.channel, &rows.channel, Some(NONE), kept)
            || !tally(&mut self.currency, &rows.currency, Some(NONE), kept)
        {
            return unsound("an interaction has a channel or a currency that it does not list");
        }
        Ok(())
    }
}

/// Counts the names of a column; false if one is not listed.
fn tally(counts: &mut [u64], codes: &[u16], none: Option<u16>, kept: impl Fn(usize) -> bool) -> bool {
    codes.iter().enumerate().all(|(row, &code)| match counts.get_mut(usize::from(code)) {
        Some(count) => {
            *count += u64::from(kept(row));
            true
        }
        None => Some(code) == none,
    })
}

/// Refuses a batch that cannot be in a file.
fn check(batch: &InteractionBatch) -> Result<(), StoreError> {
    if u32::try_from(batch.parts.len()).is_err() {
        return unsound("it has more than 4,294,967,295 interactions");
    }
    if batch.events.iter().any(String::is_empty) {
        return unsound("an event has no name");
    }
    Ok(())
}

fn unsound<T>(reason: &str) -> Result<T, StoreError> {
    Err(StoreError::Unsound(reason.to_owned()))
}

//! A batch of interactions in the order in which the file keeps them: by customer, instant and order in the source.

use model::{InteractionBatch, NONE};
use rusqlite::Connection;

use crate::{StoreError, keys};

/// The order, and where each customer's interactions end in it.
pub(crate) struct Arrangement {
    /// Row numbers of the batch.
    pub(crate) order: Vec<u32>,
    /// The customers that have interactions, by their rows in the file, ascending.
    pub(crate) groups: Vec<Group>,
}

/// One customer's interactions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// The customer's row in the file.
    pub(crate) customer: i64,
    /// Where the interactions end in the order; they start where the group before ends.
    pub(crate) end: u32,
}

impl Arrangement {
    /// Arranges a batch that [`check`] found sound, and adds the customers that the file lacks.
    pub(crate) fn of(conn: &Connection, batch: &InteractionBatch) -> Result<Self, StoreError> {
        let mut counts = vec![0_u32; batch.customers.len()];
        for &customer in &batch.customer {
            counts[customer as usize] += 1;
        }
        let by_row = rows_of_customers(conn, batch, &counts)?;
        let mut groups = Vec::with_capacity(by_row.len());
        let mut start = 0;
        // From here on, a customer's count is where its next interaction goes.
        for (row, index) in by_row {
            let count = std::mem::replace(&mut counts[index as usize], start);
            start += count;
            groups.push(Group { customer: row, end: start });
        }
        let mut order = vec![0_u32; batch.len()];
        for (number, &customer) in batch.customer.iter().enumerate() {
            let place = &mut counts[customer as usize];
            order[*place as usize] = number as u32;
            *place += 1;
        }
        let mut start = 0;
        for group in &groups {
            let rows = &mut order[start..group.end as usize];
            let at = |row: &u32| batch.at[*row as usize];
            if !rows.is_sorted_by_key(at) {
                rows.sort_by_key(at);
            }
            start = group.end as usize;
        }
        Ok(Self { order, groups })
    }
}

/// The rows in the file of the customers that have interactions, ascending, each with its index in the batch.
fn rows_of_customers(
    conn: &Connection,
    batch: &InteractionBatch,
    counts: &[u32],
) -> Result<Vec<(i64, u32)>, StoreError> {
    let mut used: Vec<u32> = (0..counts.len() as u32).filter(|&index| counts[index as usize] > 0).collect();
    used.sort_unstable_by_key(|&index| batch.customers.get(index as usize));
    let keys: Vec<&str> = used.iter().map(|&index| batch.customers.get(index as usize)).collect();
    if keys.first().is_some_and(|key| key.is_empty()) {
        return Err(StoreError::Unsound("an interaction's customer has no key".to_owned()));
    }
    if let Some([key, ..]) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(StoreError::Unsound(format!("the customer “{key}” is listed twice")));
    }
    let known = keys::ids(conn, &keys)?;
    let mut rows: Vec<_> = known.into_iter().zip(used).collect();
    rows.sort_unstable();
    Ok(rows)
}

/// Refuses a batch whose columns do not fit together.
pub(crate) fn check(batch: &InteractionBatch) -> Result<(), StoreError> {
    let unsound = |reason: &str| Err(StoreError::Unsound(reason.to_owned()));
    let length = batch.len();
    if u32::try_from(length).is_err() {
        return unsound("it has more than 4,294,967,295 interactions");
    }
    if batch.customer.len() != length || batch.event.len() != length {
        return unsound("its columns have different lengths");
    }
    let optional = [batch.date_only.len(), batch.channel.len(), batch.value.len(), batch.currency.len()];
    if optional.iter().any(|&optional| optional != 0 && optional != length) {
        return unsound("its columns have different lengths");
    }
    let within = |codes: &[u16], names: &[String], none: bool| {
        codes.iter().all(|&code| usize::from(code) < names.len() || none && code == NONE)
    };
    if !batch.customer.iter().all(|&customer| (customer as usize) < batch.customers.len()) {
        return unsound("an interaction is of a customer that it does not list");
    }
    if !within(&batch.event, &batch.events, false) {
        return unsound("an interaction is of an event that it does not list");
    }
    if !within(&batch.channel, &batch.channels, true) || !within(&batch.currency, &batch.currencies, true) {
        return unsound("an interaction has a channel or a currency that it does not list");
    }
    if batch.events.iter().any(String::is_empty) {
        return unsound("an event has no name");
    }
    Ok(())
}

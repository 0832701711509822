//! A batch of interactions in the order in which the file keeps them: customer by customer.

use model::InteractionBatch;
use rusqlite::Connection;

use crate::survey::Survey;
use crate::{StoreError, keys};

/// One customer's interactions.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// The customer's row in the file.
    pub(crate) customer: i64,
    /// The customer's place in the batch.
    pub(crate) index: u32,
    /// Where the interactions end in the order; they start where the group before ends.
    pub(crate) end: u32,
}

/// The customers of a batch that have interactions, by their rows in the file, ascending. Those that the file lacks are
/// added.
pub(crate) fn arrange(
    conn: &Connection,
    batch: &InteractionBatch,
    survey: &Survey,
) -> Result<Vec<Group>, StoreError> {
    let has_some = |&index: &u32| survey.customer[index as usize] > 0;
    let mut used: Vec<u32> = (0..survey.customer.len() as u32).filter(has_some).collect();
    used.sort_unstable_by_key(|&index| batch.customers.get(index as usize));
    let keys: Vec<&str> = used.iter().map(|&index| batch.customers.get(index as usize)).collect();
    if keys.first().is_some_and(|key| key.is_empty()) {
        return Err(StoreError::Unsound("an interaction's customer has no key".to_owned()));
    }
    if let Some([key, ..]) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(StoreError::Unsound(format!("the customer “{key}” is listed twice")));
    }
    let known = keys::ids(conn, &keys)?;
    let mut groups: Vec<_> =
        known.into_iter().zip(used).map(|(customer, index)| Group { customer, index, end: 0 }).collect();
    groups.sort_unstable_by_key(|group| group.customer);
    measure(&mut groups, survey);
    Ok(groups)
}

/// Says where the interactions of each customer end; customers without any are left out.
pub(crate) fn measure(groups: &mut Vec<Group>, survey: &Survey) {
    let mut end = 0;
    groups.retain_mut(|group| {
        let count = survey.customer[group.index as usize];
        end += count;
        group.end = end;
        count > 0
    });
}

/// Cuts groups into stretches of at least so many interactions, but for the last: each with where it starts.
pub(crate) fn stretches(
    groups: &[Group],
    mut start: u32,
    size: usize,
) -> impl Iterator<Item = (u32, &[Group])> {
    let mut rest = groups;
    std::iter::from_fn(move || {
        let full = rest.iter().position(|group| (group.end - start) as usize >= size);
        let (stretch, after) = rest.split_at(full.map_or(rest.len(), |last| last + 1));
        rest = after;
        Some((std::mem::replace(&mut start, stretch.last()?.end), stretch))
    })
}

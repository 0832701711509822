//! Interactions of a batch, brought from the order of their source into that of the file.
//!
//! A batch may be larger than what there is room for in memory. So it is gone through once for some customers, once
//! for the next, and so on.

use model::{InteractionBatch, InteractionRows, NONE};

use crate::StoreError;
use crate::arrangement::Group;
use crate::survey::LeftOut;

/// How many interactions a pass has at least, unless it is the last: up to 140 MB. Going through a batch once more costs
/// more than larger passes do.
pub(crate) const PASS: usize = 5 << 20;

/// No place: the customer is not one of the pass.
const NOWHERE: u32 = u32::MAX;

/// The interactions of successive customers, by customer, instant and order in the source.
pub(crate) struct Pass {
    /// Their numbers in the batch.
    pub(crate) seq: Vec<u32>,
    /// What they are; whose they are is left out.
    pub(crate) rows: InteractionRows,
}

/// Room for the place of the next interaction of each customer.
pub(crate) struct Places(Vec<u32>);

impl Places {
    /// Room for all customers of a batch.
    pub(crate) fn of(batch: &InteractionBatch) -> Self {
        Self(vec![NOWHERE; batch.customers.len()])
    }
}

impl Pass {
    /// The interactions of some groups, the first of which starts at `start`.
    pub(crate) fn of(
        batch: &mut InteractionBatch,
        (start, groups): (u32, &[Group]),
        left_out: &LeftOut,
        Places(places): &mut Places,
    ) -> Result<Self, StoreError> {
        let mut from = start;
        for group in groups {
            places[group.index as usize] = from - start;
            from = group.end;
        }
        let mut pass = Self { seq: vec![0; (from - start) as usize], rows: InteractionRows::default() };
        let (mut before, mut taken) = (0, Vec::new());
        let all = left_out.is_empty();
        let read = batch.parts.each(&mut |rows| {
            taken.clear();
            for (row, &customer) in rows.customer.iter().enumerate() {
                let place = &mut places[customer as usize];
                if *place != NOWHERE && (all || !left_out.has(before + row)) {
                    taken.push((row as u32, *place));
                    *place += 1;
                }
            }
            pass.take(rows, before as u32, &taken);
            before += rows.len();
        });
        read.map_err(StoreError::Parts)?;
        for group in groups {
            places[group.index as usize] = NOWHERE;
        }
        pass.sort(start, groups);
        Ok(pass)
    }

    /// Takes rows of a part to their places, column by column: the waits for memory of one column overlap, those of a
    /// whole row would not.
    fn take(&mut self, rows: &InteractionRows, before: u32, taken: &[(u32, u32)]) {
        let length = self.seq.len();
        for &(row, place) in taken {
            self.seq[place as usize] = before + row;
        }
        put(&mut self.rows.at, &rows.at, taken, length, 0);
        put(&mut self.rows.event, &rows.event, taken, length, 0);
        put(&mut self.rows.date_only, &rows.date_only, taken, length, false);
        put(&mut self.rows.channel, &rows.channel, taken, length, NONE);
        put(&mut self.rows.value, &rows.value, taken, length, f64::NAN);
        put(&mut self.rows.currency, &rows.currency, taken, length, NONE);
    }

    /// Sorts each customer's interactions by instant; those at one instant stay as they are.
    fn sort(&mut self, start: u32, groups: &[Group]) {
        let mut order = Vec::new();
        let mut from = 0;
        for group in groups {
            let to = (group.end - start) as usize;
            if !self.rows.at[from..to].is_sorted() {
                if order.is_empty() {
                    order.extend(0..self.seq.len() as u32);
                }
                order[from..to].sort_by_key(|&row| self.rows.at[row as usize]);
            }
            from = to;
        }
        if !order.is_empty() {
            self.reorder(&order);
        }
    }

    fn reorder(&mut self, order: &[u32]) {
        let rows = &mut self.rows;
        pick(&mut self.seq, order);
        pick(&mut rows.at, order);
        pick(&mut rows.event, order);
        pick(&mut rows.date_only, order);
        pick(&mut rows.channel, order);
        pick(&mut rows.value, order);
        pick(&mut rows.currency, order);
    }
}

/// Puts rows of a column to their places in another, which has `none` everywhere before it has something.
fn put<T: Copy>(to: &mut Vec<T>, from: &[T], taken: &[(u32, u32)], length: usize, none: T) {
    if from.is_empty() || taken.is_empty() {
        return;
    }
    if to.is_empty() {
        to.resize(length, none);
    }
    for &(row, place) in taken {
        to[place as usize] = from[row as usize];
    }
}

fn pick<T: Copy>(column: &mut Vec<T>, order: &[u32]) {
    if !column.is_empty() {
        *column = order.iter().map(|&row| column[row as usize]).collect();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::arrangement::stretches;

    const CUSTOMERS: u32 = 5;

    /// Rows that tell by their value which they are: customer and instant.
    fn part(rows: &[(u32, i64)], before: usize) -> InteractionRows {
        let value = |row: usize| (before + row) as f64;
        InteractionRows {
            customer: rows.iter().map(|row| row.0).collect(),
            event: rows.iter().map(|row| row.0 as u16).collect(),
            at: rows.iter().map(|row| row.1).collect(),
            value: if before.is_multiple_of(2) { (0..rows.len()).map(value).collect() } else { Vec::new() },
            ..InteractionRows::default()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn passes_one_after_the_other_are_all_rows_in_order(
            rows in prop::collection::vec((0..CUSTOMERS, 0..6_i64), 0..60),
            left in prop::collection::btree_set(0..60_usize, 0..20),
            length in 1..20_usize,
            size in 1..30_usize,
        ) {
            let mut parts = Vec::new();
            for (number, rows) in rows.chunks(length).enumerate() {
                parts.push(part(rows, number * length));
            }
            let mut batch = InteractionBatch {
                customers: (0..CUSTOMERS).map(|customer| customer.to_string()).collect(),
                events: Vec::new(),
                channels: Vec::new(),
                currencies: Vec::new(),
                parts: Box::new(parts),
            };
            let mut left_out = LeftOut::default();
            for &number in &left {
                left_out.add(number);
            }
            // The file has the customers the other way round.
            let kept = |&number: &usize| !left.contains(&number);
            let mut expected: Vec<usize> = (0..rows.len()).filter(kept).collect();
            expected.sort_by_key(|&number| (CUSTOMERS - rows[number].0, rows[number].1));
            let mut groups = Vec::new();
            for customer in (0..CUSTOMERS).rev() {
                let ends = expected.iter().rposition(|&number| rows[number].0 == customer);
                groups.extend(ends.map(|last| Group { customer: 0, index: customer, end: last as u32 + 1 }));
            }
            let mut places = Places::of(&batch);
            let mut found = Vec::new();
            for (start, groups) in stretches(&groups, 0, size) {
                let pass = Pass::of(&mut batch, (start, groups), &left_out, &mut places).unwrap();
                prop_assert!(pass.seq.len() >= size || groups.last().unwrap().end as usize == expected.len());
                for (place, &seq) in pass.seq.iter().enumerate() {
                    let number = seq as usize;
                    prop_assert_eq!(pass.rows.at[place], rows[number].1);
                    prop_assert_eq!(u32::from(pass.rows.event[place]), rows[number].0);
                    let value = pass.rows.value.get(place).copied().filter(|value| !value.is_nan());
                    prop_assert_eq!(value, (number / length * length).is_multiple_of(2).then_some(number as f64));
                    found.push(number);
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}

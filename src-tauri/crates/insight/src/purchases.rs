//! What customers bought: the interactions whose event means a purchase.

use std::ops::Range;

use model::{Columns, Meaning, Worths};

/// Purchases and refunds of each customer, in order of time: those in the currency that most of them have, and those
/// that name none.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Purchases {
    /// Where each customer's begin, and the total at the end.
    offsets: Vec<u32>,
    /// When, UTC milliseconds.
    at: Vec<i64>,
    /// How much; below zero is a refund.
    amount: Vec<f64>,
    /// The currency; `None` where none of them names one.
    pub(crate) currency: Option<String>,
    /// How many in other currencies are left out.
    pub(crate) other_currencies: u64,
    /// How many without a value are left out.
    pub(crate) without_value: u64,
}

impl Purchases {
    /// The purchases among interactions up to a cut-off.
    pub(crate) fn of(columns: &Columns, worths: &Worths<'_>, cutoff: i64) -> Self {
        let is_purchase = of_meaning(columns, worths, Meaning::Purchase);
        if !is_purchase.contains(&true) {
            return Self { offsets: vec![0; columns.offsets.len()], ..Self::default() };
        }
        let counts = |row: usize| is_purchase[columns.event.code(row)] && columns.at.millis(row) <= cutoff;
        let currency = main_currency((0..columns.len()).filter(|&row| counts(row)), worths);
        let mut purchases = Self {
            currency: currency.map(|code| worths.currencies.names[code as usize - 1].clone()),
            offsets: vec![0],
            ..Self::default()
        };
        for ends in columns.offsets.windows(2) {
            for row in (ends[0] as usize..ends[1] as usize).filter(|&row| counts(row)) {
                let (value, its) = (worths.values[row], currency_of(worths, row));
                if value.is_nan() {
                    purchases.without_value += 1;
                } else if its != 0 && Some(its) != currency {
                    purchases.other_currencies += 1;
                } else {
                    purchases.at.push(columns.at.millis(row));
                    purchases.amount.push(value);
                }
            }
            purchases.offsets.push(purchases.at.len() as u32);
        }
        purchases
    }

    /// Whether nobody bought anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// A customer's purchases in the order of time, by the customer's place in the columns.
    pub(crate) fn of_customer(&self, customer: usize) -> impl Iterator<Item = (i64, f64)> {
        let range = self.range(customer);
        self.at[range.clone()].iter().copied().zip(self.amount[range].iter().copied())
    }

    /// What a customer spent after one instant and up to another.
    pub(crate) fn spent(&self, customer: usize, after: i64, until: i64) -> f64 {
        let range = self.range(customer);
        let at = &self.at[range.clone()];
        let first = range.start + at.partition_point(|&at| at <= after);
        let end = range.start + at.partition_point(|&at| at <= until);
        self.amount[first..end.max(first)].iter().sum()
    }

    fn range(&self, customer: usize) -> Range<usize> {
        self.offsets[customer] as usize..self.offsets[customer + 1] as usize
    }
}

/// Which events mean something, by code.
pub(crate) fn of_meaning(columns: &Columns, worths: &Worths<'_>, meaning: Meaning) -> Vec<bool> {
    columns.events.iter().map(|event| worths.meanings.get(event) == Some(&meaning)).collect()
}

/// The currency of an interaction, as a code; 0 for none.
pub(crate) fn currency_of(worths: &Worths<'_>, row: usize) -> u32 {
    worths.currencies.codes.get(row).copied().unwrap_or(0)
}

/// The currency that most of these interactions have; of equals, the one that came to be known first.
pub(crate) fn main_currency(rows: impl Iterator<Item = usize>, worths: &Worths<'_>) -> Option<u32> {
    let mut counts = vec![0_u64; worths.currencies.names.len() + 1];
    rows.for_each(|row| counts[currency_of(worths, row) as usize] += 1);
    let named = (1..).zip(&counts[1..]).filter(|(_, count)| **count > 0);
    named.max_by_key(|&(code, &count)| (count, std::cmp::Reverse(code))).map(|(code, _)| code)
}

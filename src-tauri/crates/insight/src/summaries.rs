//! Frequency, recency and age of customers' purchases.

use model::{Clock, DAY, Summary};

use crate::purchases::Purchases;

/// The summary of a customer's purchases up to an instant, by days of the clock; `None` for who bought nothing. Refunds
/// do not count.
///
/// Source: P. S. Fader and B. G. S. Hardie, "Creating an RFM summary using Excel" (2008).
pub(crate) fn summary(
    purchases: &Purchases,
    customer: usize,
    clock: &dyn Clock,
    end: i64,
) -> Option<Summary> {
    let day = |at| clock.wall(at).div_euclid(DAY);
    let (mut first, mut last, mut repeats, mut sum) = (None, 0, 0, 0.0);
    for (at, amount) in purchases.of_customer(customer).filter(|(_, amount)| *amount >= 0.0) {
        let on = day(at);
        let began = *first.get_or_insert(on);
        if on == began {
            last = on;
            continue;
        }
        repeats += u32::from(on != last);
        last = on;
        sum += amount;
    }
    let first = first?;
    let days = |from: i64, to: i64| u32::try_from(to - from).unwrap_or(0);
    let mean = if repeats > 0 { sum / f64::from(repeats) } else { 0.0 };
    Some(Summary { repeats, recency: days(first, last), age: days(first, day(end)), mean })
}

//! How long moving on takes.

use model::{Bin, Columns, Leg, Spread};

use crate::met::met;
use crate::subject::Subject;
use crate::times::times;

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Where spans of time are told apart: each about three times the one before, and each said in one unit.
const STEPS: [i64; 18] = [
    SECOND,
    10 * SECOND,
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    4 * DAY,
    7 * DAY,
    14 * DAY,
    30 * DAY,
    90 * DAY,
    365 * DAY,
    1095 * DAY,
];

/// How long those that moved along a leg took.
pub(super) fn spread(subject: &Subject<'_>, columns: &Columns, leg: Leg) -> Spread {
    let took: Vec<i64> =
        met(subject, columns, (leg.from, leg.moved())).into_iter().map(|met| met.took).collect();
    Spread { bins: bins(&took), seconds: times::<i64>([took.as_slice()].into_iter()) }
}

/// The spans from the shortest to the longest, with how many took each.
fn bins(took: &[i64]) -> Vec<Bin> {
    let mut counts = [0; STEPS.len() + 1];
    for &took in took {
        counts[STEPS.partition_point(|&step| step <= took)] += 1;
    }
    let is_taken = |&count: &u64| count > 0;
    let first = counts.iter().position(is_taken).unwrap_or(counts.len());
    let end = counts.iter().rposition(is_taken).map_or(first, |last| last + 1);
    let bin = |place: usize| Bin {
        at_least: if place == 0 { 0 } else { STEPS[place - 1] },
        below: STEPS.get(place).copied(),
        count: counts[place],
    };
    (first..end).map(bin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_told_apart_at_their_steps() {
        let bins = bins(&[0, 999, DAY - 1, DAY, 1500 * DAY]);
        let told: Vec<_> = bins.iter().filter(|bin| bin.count > 0).collect();
        let bin = |at_least, below, count| Bin { at_least, below, count };
        assert_eq!(
            told,
            [
                &bin(0, Some(SECOND), 2),
                &bin(12 * HOUR, Some(DAY), 1),
                &bin(DAY, Some(2 * DAY), 1),
                &bin(1095 * DAY, None, 1)
            ]
        );
        assert_eq!(bins.len(), STEPS.len() + 1);
        assert!(bins.windows(2).all(|two| two[0].below == Some(two[1].at_least)));
    }

    #[test]
    fn nobody_takes_no_time() {
        assert_eq!(bins(&[]), []);
        assert!(STEPS.is_sorted());
    }
}

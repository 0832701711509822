//! How segments overlap: who is in exactly which of them.

use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

use crate::SegmentId;

/// The most segments that are looked at together.
pub const MOST_TOGETHER: usize = 16;

/// Customers who are in all of some segments, and in none of others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct InSegments {
    /// In all of these.
    pub within: Vec<SegmentId>,
    /// In none of these.
    pub without: Vec<SegmentId>,
}

/// How many are in exactly some of the segments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Overlap {
    /// In exactly which.
    pub of: InSegments,
    /// How many customers.
    #[specta(type = Number)]
    pub customers: u64,
}

/// How some segments overlap: each customer is in exactly one of the overlaps, that of none included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Overlaps {
    /// The segments, in the order in which they were asked for.
    pub segments: Vec<SegmentSize>,
    /// Every overlap that somebody is in, the largest first.
    pub overlaps: Vec<Overlap>,
    /// How many customers there are.
    #[specta(type = Number)]
    pub customers: u64,
}

/// How many are in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SegmentSize {
    /// Which.
    pub segment: SegmentId,
    /// How many customers.
    #[specta(type = Number)]
    pub customers: u64,
}

impl Overlaps {
    /// The overlaps of so many segments at most as there are bits, from how many customers are in each set of them: a bit
    /// for each segment, by its place.
    pub fn of(segments: &[SegmentId], sets: &[(u16, u64)]) -> Self {
        let is_in = |set: u16, place: usize| set >> place & 1 == 1;
        let pick = |set: u16, wanted: bool| {
            let these = segments.iter().enumerate().filter(|&(place, _)| is_in(set, place) == wanted);
            these.map(|(_, &segment)| segment).collect()
        };
        let mut overlaps: Vec<(u16, Overlap)> = sets
            .iter()
            .filter(|(_, customers)| *customers > 0)
            .map(|&(set, customers)| {
                let of = InSegments { within: pick(set, true), without: pick(set, false) };
                (set, Overlap { of, customers })
            })
            .collect();
        overlaps.sort_by_key(|(set, overlap)| (std::cmp::Reverse(overlap.customers), *set));
        let size = |(place, &segment): (usize, &SegmentId)| SegmentSize {
            segment,
            customers: sets.iter().filter(|(set, _)| is_in(*set, place)).map(|(_, count)| count).sum(),
        };
        Self {
            segments: segments.iter().enumerate().map(size).collect(),
            overlaps: overlaps.into_iter().map(|(_, overlap)| overlap).collect(),
            customers: sets.iter().map(|(_, count)| count).sum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_in_exactly_one_overlap() {
        let [a, b] = [SegmentId(4), SegmentId(9)];
        let found = Overlaps::of(&[a, b], &[(0, 5), (1, 2), (2, 0), (3, 7)]);
        assert_eq!(found.customers, 14);
        let sizes: Vec<u64> = found.segments.iter().map(|size| size.customers).collect();
        assert_eq!(sizes, [9, 7]);
        let told: Vec<(usize, usize, u64)> = found
            .overlaps
            .iter()
            .map(|each| (each.of.within.len(), each.of.without.len(), each.customers))
            .collect();
        assert_eq!(told, [(2, 0, 7), (0, 2, 5), (1, 1, 2)]);
    }
}

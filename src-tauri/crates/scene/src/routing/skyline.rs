//! What is seen when one looks back: of bodies put down one after the other, the last ones over an interval.

use std::collections::BTreeMap;

/// Owners of intervals; later ones cover earlier ones.
#[derive(Debug, Default)]
pub(super) struct Skyline {
    /// From a coordinate to the next, who is seen.
    starts: BTreeMap<i64, Option<u32>>,
}

/// Coordinates as whole numbers, fine enough to tell apart what touches.
fn grain(at: f64) -> i64 {
    (at * 256.0).round() as i64
}

impl Skyline {
    /// Who is seen over an interval; one that is seen in several places comes several times.
    pub(super) fn over(&self, (from, to): (f64, f64)) -> impl Iterator<Item = u32> {
        let (from, to) = (grain(from), grain(to));
        let first = self.starts.range(..=from).next_back().and_then(|(_, owner)| *owner);
        let others = self.starts.range(from + 1..to.max(from + 1)).filter_map(|(_, owner)| *owner);
        first.into_iter().chain(others)
    }

    /// Covers an interval.
    pub(super) fn cover(&mut self, (from, to): (f64, f64), owner: u32) {
        let (from, to) = (grain(from), grain(to));
        if from >= to {
            return;
        }
        let behind = self.starts.range(..=to).next_back().and_then(|(_, owner)| *owner);
        let covered: Vec<i64> = self.starts.range(from..=to).map(|(start, _)| *start).collect();
        for start in covered {
            self.starts.remove(&start);
        }
        self.starts.insert(from, Some(owner));
        self.starts.insert(to, behind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_is_seen() {
        let mut skyline = Skyline::default();
        skyline.cover((0.0, 10.0), 1);
        skyline.cover((20.0, 30.0), 2);
        skyline.cover((5.0, 22.0), 3);
        let seen = |from, to| skyline.over((from, to)).collect::<Vec<_>>();
        assert_eq!(seen(0.0, 30.0), [1, 3, 2]);
        assert_eq!(seen(0.0, 5.0), [1]);
        assert_eq!(seen(5.0, 22.0), [3]);
        assert_eq!(seen(-10.0, 0.0), [0_u32; 0]);
        assert_eq!(seen(30.0, 90.0), [0_u32; 0]);
    }
}

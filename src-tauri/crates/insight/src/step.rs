//! Steps: what followed a visit, packed into one number, so that counting is adding one to a counter.
//!
//! Among `n` nodes the step from `node` to `next` is `state · n(n + 1) + node · (n + 1) + next`, where `next` is `n` if
//! the customer never came to another visit and `state` has the bits below. Unpacking is for the few different steps at
//! the end, not for the many visits.

/// The next visit, if there is one, came within the window.
pub(crate) const IN_TIME: u8 = 1;
/// The entrant has had all its time.
pub(crate) const MATURED: u8 = 2;
/// The entrant is gone, and its customer was active outside the map before the window ended.
pub(crate) const ELSEWHERE: u8 = 4;
/// How many different states there are.
pub(crate) const STATES: usize = 8;

/// What became of an entrant: a class, or the node that it moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Outcome(u32);

impl Outcome {
    /// It has not moved and still has time.
    pub(crate) const IN_PROGRESS: Self = Self(0);
    /// It moved on after its window had ended.
    pub(crate) const RETURNED_LATE: Self = Self(1);
    /// It did not come back.
    pub(crate) const DROPPED: Self = Self(2);
    /// The number of the outcome of moving to the first node.
    const MOVED: u32 = 3;

    /// It moved to a node.
    #[inline]
    pub(crate) fn moved(to: u32) -> Self {
        Self(Self::MOVED + to)
    }

    /// The node it moved to.
    #[inline]
    pub(crate) fn to(self) -> Option<u32> {
        self.0.checked_sub(Self::MOVED)
    }

    /// Whether it returned late or dropped.
    #[inline]
    pub(crate) fn is_gone(self) -> bool {
        self == Self::RETURNED_LATE || self == Self::DROPPED
    }
}

/// What a step says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Told {
    /// The number of the node.
    pub(crate) node: u32,
    /// What became of its entrant.
    pub(crate) outcome: Outcome,
    /// Whether it has had all its time.
    pub(crate) matured: bool,
    /// Whether it is gone and its customer was active outside the map before its window ended.
    pub(crate) elsewhere: bool,
}

impl Told {
    /// What a step among so many nodes says.
    pub(crate) fn of(step: u64, nodes: usize) -> Self {
        let nodes = nodes as u64;
        let (rest, next) = (step / (nodes + 1), step % (nodes + 1));
        let (state, node) = ((rest / nodes) as u8, (rest % nodes) as u32);
        let is = |bit| state & bit != 0;
        let followed = next < nodes;
        let outcome = match (followed, is(IN_TIME), is(MATURED)) {
            (true, true, _) => Outcome::moved(next as u32),
            (_, _, false) => Outcome::IN_PROGRESS,
            (true, false, true) => Outcome::RETURNED_LATE,
            (false, _, true) => Outcome::DROPPED,
        };
        Self { node, outcome, matured: is(MATURED), elsewhere: is(ELSEWHERE) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;

    fn check<N: Number>(nodes: u32) {
        let number = |number| if number == nodes { N::of(0).first() } else { N::of(number) };
        for node in 0..nodes {
            for next in 0..=nodes {
                for state in 0..STATES as u8 {
                    for from in [N::of(node), N::of(node).first()] {
                        let told =
                            Told::of(from.step(number(next), state, N::of(nodes)).into(), nodes as usize);
                        let (in_time, matured) = (state & IN_TIME != 0, state & MATURED != 0);
                        let outcome = match next == nodes {
                            false if in_time => Outcome::moved(next),
                            _ if !matured => Outcome::IN_PROGRESS,
                            false => Outcome::RETURNED_LATE,
                            true => Outcome::DROPPED,
                        };
                        let elsewhere = state & ELSEWHERE != 0;
                        assert_eq!(told, Told { node, outcome, matured, elsewhere });
                    }
                }
            }
        }
    }

    #[test]
    fn a_step_tells_what_was_packed_into_it() {
        for nodes in [1, 2, 25, 64] {
            check::<u8>(nodes);
        }
        check::<u32>(3);
        check::<u32>(70);
    }
}

//! How far cards give way along one axis: the farther along they are, the farther.

use super::plan::Courses;

/// How far cards are moved is a multiple of this, so that it seldom changes.
const QUANTUM: f64 = 8.0;

/// What is moved, in steps: from each coordinate on by so much, up to the next.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Steps(Vec<(f64, f64)>);

/// How far cards give way along both axes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Growth {
    pub x: Steps,
    pub y: Steps,
    /// The ways of the curves for which they did, so that these are looked for once.
    pub(super) courses: Courses,
}

impl Steps {
    /// What starts at a coordinate, not before those of earlier steps, is to be moved by at least this much.
    pub(super) fn reach(&mut self, at: f64, by: f64) {
        let by = (by / QUANTUM).ceil() * QUANTUM;
        match self.0.last_mut() {
            Some((_, last)) if *last >= by => {}
            Some((start, last)) if *start >= at => *last = by,
            _ if by > 0.0 => self.0.push((at, by)),
            _ => {}
        }
    }

    /// Where a coordinate is moved to.
    pub(crate) fn moved(&self, at: f64) -> f64 {
        let step = self.0.partition_point(|(start, _)| *start <= at);
        at + step.checked_sub(1).map_or(0.0, |step| self.0[step].1)
    }

    /// The coordinate that is moved to this one; in a gap that has opened, the one behind or before it, whichever is
    /// nearer.
    pub(crate) fn back(&self, at: f64) -> f64 {
        let step = self.0.partition_point(|(start, by)| start + by <= at);
        let before = step.checked_sub(1).map_or(0.0, |step| self.0[step].1);
        match self.0.get(step) {
            Some(&(start, by)) if at - before >= start => {
                let from = start + before;
                if at - from < (by - before) / 2.0 { (start - QUANTUM).max(0.0) } else { start }
            }
            _ => at - before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_moved_is_found_again() {
        let mut steps = Steps::default();
        steps.reach(100.0, 5.0);
        steps.reach(200.0, 3.0);
        steps.reach(300.0, 40.0);
        let whole = |at: f64| at.round() as i64;
        for at in [0, 96, 100, 199, 200, 299, 300, 5_000] {
            assert_eq!(whole(steps.back(steps.moved(f64::from(at)))), i64::from(at));
        }
        let moved = [99.0, 100.0, 299.0, 300.0].map(|at| whole(steps.moved(at)));
        assert_eq!(moved, [99, 108, 307, 340]);
        // A gap has opened from 308 to 340.
        assert_eq!([310.0, 330.0].map(|at| whole(steps.back(at))), [292, 300]);
    }
}

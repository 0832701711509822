//! A question's instants and spans, translated into the unit of the columns.

use model::{Instants, Question};

use crate::instant::Instant;

/// The unit that a column of instants counts in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    /// The instant of zero, in UTC milliseconds.
    base: i64,
    /// Milliseconds in a unit.
    step: i64,
}

impl Clock {
    /// The unit of a column.
    pub(crate) fn of(instants: &Instants) -> Self {
        match instants {
            Instants::Seconds { base, .. } => Self { base: *base, step: 1000 },
            Instants::Millis(_) => Self { base: 0, step: 1 },
        }
    }

    /// The last unit that is not after an instant. Instants beyond the column's reach become its ends.
    fn until(self, millis: i128) -> i64 {
        clamp((millis - i128::from(self.base)).div_euclid(i128::from(self.step)))
    }

    /// The first unit that is not before an instant.
    fn since(self, millis: i64) -> i64 {
        self.until(i128::from(millis) - 1).saturating_add(1)
    }

    /// The most whole units in a span.
    fn span(self, millis: i64) -> i64 {
        millis.div_euclid(self.step)
    }
}

fn clamp(units: i128) -> i64 {
    i64::try_from(units).unwrap_or(if units < 0 { i64::MIN } else { i64::MAX })
}

/// What a walk compares instants with. All are inclusive, in the unit of the columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// The cut-off: later interactions are left out.
    pub(crate) cutoff: i64,
    /// The first entry in range.
    pub(crate) first: i64,
    /// The last entry in range.
    pub(crate) last: i64,
    /// The longest span from an entry to a move.
    pub(crate) reach: i64,
    /// The last entry whose window has ended by the cut-off. Without a window, every entry.
    pub(crate) mature: i64,
    /// Without a window, the last interaction after which a customer has been idle for long. With one, every
    /// interaction.
    pub(crate) idle: i64,
}

impl Bounds {
    /// The bounds of a question over a column of instants, with the cut-off in UTC milliseconds.
    pub(crate) fn of(question: &Question, cutoff: i64, instants: &Instants) -> Self {
        let clock = Clock::of(instants);
        let before_cutoff = |span: i64| clock.until(i128::from(cutoff) - i128::from(span));
        Self {
            cutoff: before_cutoff(0),
            first: question.from.map_or(i64::MIN, |from| clock.since(from)),
            last: question.to.map_or(i64::MAX, |to| clock.until(i128::from(to) - 1)),
            reach: question.window.map_or(i64::MAX, |window| clock.span(window)),
            mature: question.window.map_or(i64::MAX, before_cutoff),
            idle: question.window.map_or(before_cutoff(question.idle), |_| i64::MAX),
        }
    }

    /// The same in the width of the columns.
    pub(crate) fn narrow<I: Instant>(&self) -> Limits<I> {
        Limits {
            cutoff: UpTo::of(self.cutoff),
            range: Within {
                first: I::nearest(self.first),
                last: UpTo::of(self.last),
                any: I::nearest(self.first).units() >= self.first,
            },
            reach: UpTo::of(self.reach),
            mature: UpTo::of(self.mature),
            idle: UpTo::of(self.idle),
        }
    }

    /// Whether every entry is in range.
    pub(crate) fn has_no_range(&self) -> bool {
        self.first == i64::MIN && self.last == i64::MAX
    }
}

/// The [bounds](Bounds) as a walk compares with them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits<I> {
    /// The instants that are known.
    pub(crate) cutoff: UpTo<I>,
    /// The entries in range.
    pub(crate) range: Within<I>,
    /// The spans after which a visit may still move on.
    pub(crate) reach: UpTo<I>,
    /// The entries whose windows have ended.
    pub(crate) mature: UpTo<I>,
    /// The last interactions after which a customer has been idle for long.
    pub(crate) idle: UpTo<I>,
}

/// Everything up to a last value, or nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UpTo<I> {
    last: I,
    any: bool,
}

impl<I: Instant> UpTo<I> {
    fn of(last: i64) -> Self {
        let nearest = I::nearest(last);
        Self { last: nearest, any: nearest.units() <= last }
    }

    /// Whether it has a value.
    #[inline]
    pub(crate) fn has(&self, value: I) -> bool {
        self.any & (value <= self.last)
    }
}

/// Everything from a first to a last value, or nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Within<I> {
    first: I,
    last: UpTo<I>,
    any: bool,
}

impl<I: Instant> Within<I> {
    /// Whether it has a value.
    #[inline]
    pub(crate) fn has(&self, value: I) -> bool {
        self.any & (value >= self.first) & self.last.has(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Level;

    #[test]
    fn a_bound_between_two_seconds_falls_on_the_right_side() {
        let instants = Instants::Seconds { base: 500, after: Vec::new() };
        let question =
            Question { from: Some(501), to: Some(2500), window: Some(1999), ..Question::new(Level::Stage) };
        let bounds = Bounds::of(&question, 3499, &instants);
        assert_eq!((bounds.first, bounds.last), (1, 1));
        assert_eq!(bounds.cutoff, 2);
        assert_eq!(bounds.reach, 1);
        assert_eq!((bounds.mature, bounds.idle), (1, i64::MAX));
    }

    #[test]
    fn spans_that_leave_the_integers_saturate() {
        let instants = Instants::Seconds { base: i64::MAX - 5000, after: Vec::new() };
        let question = Question { window: Some(i64::MAX), ..Question::new(Level::Stage) };
        let bounds = Bounds::of(&question, i64::MIN, &instants);
        assert!(bounds.mature < -i64::from(u32::MAX));
        assert!(bounds.cutoff < 0);
    }

    #[test]
    fn limits_beyond_the_width_of_the_columns_keep_their_side() {
        let bounds = |bound| Bounds {
            cutoff: bound,
            first: bound,
            last: bound,
            reach: bound,
            mature: bound,
            idle: bound,
        };
        for bound in [i64::MIN, -1, 0, 7, i64::from(u32::MAX), i64::from(u32::MAX) + 1, i64::MAX] {
            let limits = bounds(bound).narrow::<u32>();
            for value in [0, 6, 7, 8, u32::MAX] {
                assert_eq!(limits.reach.has(value), i64::from(value) <= bound, "{value} up to {bound}");
                assert_eq!(limits.range.has(value), i64::from(value) == bound, "{value} within {bound}");
            }
        }
    }
}

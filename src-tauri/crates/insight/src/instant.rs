//! The widths in which columns hold instants and event codes, so that a walk is compiled for each.

/// An instant as a column holds it, or a span between two of them.
pub(crate) trait Instant: Copy + Default + Ord + Send + Sync {
    /// How many units make a second.
    const PER_SECOND: f64;

    /// The instant in units.
    fn units(self) -> i64;

    /// The instant that is nearest to one in units.
    fn nearest(units: i64) -> Self;

    /// The span since an earlier instant; means nothing if it is not earlier.
    fn since(self, earlier: Self) -> Self;

    /// A number that tells coarsely how long a span is, sixteen to a doubling; below [`CLASSES`].
    fn class(self) -> u32;
}

/// How many classes of spans there are room for.
pub(crate) const CLASSES: usize = 1024;

/// The class of a span of at least one unit: the exponent and the first bits of the fraction of a float, as they stand
/// beside each other in it, are in the order of the numbers.
#[inline]
fn class(span: f32) -> u32 {
    const FRACTION: u32 = 4;
    let shift = f32::MANTISSA_DIGITS - 1 - FRACTION;
    // Never beyond the room; the mask only shows that to the compiler.
    ((span.to_bits() >> shift) - (1_f32.to_bits() >> shift)) & (CLASSES as u32 - 1)
}

impl Instant for u32 {
    const PER_SECOND: f64 = 1.0;

    #[inline]
    fn units(self) -> i64 {
        i64::from(self)
    }

    fn nearest(units: i64) -> Self {
        units.clamp(0, i64::from(u32::MAX)) as u32
    }

    #[inline]
    fn since(self, earlier: Self) -> u32 {
        self.wrapping_sub(earlier)
    }

    #[inline]
    fn class(self) -> u32 {
        class((self | 1) as f32)
    }
}

impl Instant for i64 {
    const PER_SECOND: f64 = 1000.0;

    #[inline]
    fn units(self) -> i64 {
        self
    }

    fn nearest(units: i64) -> Self {
        units
    }

    #[inline]
    fn since(self, earlier: Self) -> i64 {
        self.saturating_sub(earlier)
    }

    #[inline]
    fn class(self) -> u32 {
        class((self | 1) as f32)
    }
}

/// An event code as a column holds it.
pub(crate) trait Code: Copy + Send + Sync + Into<usize> {
    /// How many codes there are.
    const EVERY: usize;
}

impl Code for u8 {
    const EVERY: usize = 1 << u8::BITS;
}

impl Code for u16 {
    const EVERY: usize = 1 << u16::BITS;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_ascend_with_the_spans() {
        let mut spans: Vec<i64> = (0..62).flat_map(|bit| [1 << bit, (1 << bit) - 1, 3 << bit >> 1]).collect();
        spans.push(i64::MAX);
        spans.sort_unstable();
        assert!(spans.is_sorted_by_key(|&span| span.class()));
        let narrow = spans.iter().filter_map(|&span| Some((span, u32::try_from(span).ok()?)));
        assert!(narrow.into_iter().all(|(span, narrow)| span.class() == narrow.class()));
        assert_eq!((0_i64.class(), 32_i64.class(), 33_u32.class(), i64::MAX.class()), (0, 80, 80, 1008));
    }
}

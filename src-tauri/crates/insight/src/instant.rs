//! The widths in which columns hold instants and event codes, so that a walk is compiled for each.

/// An instant as a column holds it.
pub(crate) trait Instant: Copy + Default + PartialEq + Send + Sync {
    /// The span between two instants.
    type Span: Copy + Ord + Default + Send + Sync;

    /// How many units make a second.
    const PER_SECOND: f64;

    /// The instant in units.
    fn units(self) -> i64;

    /// The span since an earlier instant.
    fn since(self, earlier: Self) -> Self::Span;

    /// A span in units; never negative.
    fn length(span: Self::Span) -> u64;
}

impl Instant for u32 {
    type Span = u32;
    const PER_SECOND: f64 = 1.0;

    #[inline]
    fn units(self) -> i64 {
        i64::from(self)
    }

    #[inline]
    fn since(self, earlier: Self) -> u32 {
        self.saturating_sub(earlier)
    }

    #[inline]
    fn length(span: u32) -> u64 {
        u64::from(span)
    }
}

impl Instant for i64 {
    type Span = i64;
    const PER_SECOND: f64 = 1000.0;

    #[inline]
    fn units(self) -> i64 {
        self
    }

    #[inline]
    fn since(self, earlier: Self) -> i64 {
        self.saturating_sub(earlier)
    }

    #[inline]
    fn length(span: i64) -> u64 {
        span.unsigned_abs()
    }
}

/// An event code as a column holds it.
pub(crate) trait Code: Copy + Send + Sync + Into<usize> {}

impl Code for u8 {}
impl Code for u16 {}

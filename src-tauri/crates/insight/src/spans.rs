//! The spans of many edges in one pool, written as they come: each edge fills blocks of its own, chained together.

/// Values in a block: few enough that rare edges waste little, enough that a chain is read in long runs.
const BLOCK: usize = 256;

/// Where the next span of an edge goes: just behind its last one, 0 for none yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tail(u32);

/// A pool of spans.
#[derive(Debug)]
pub(crate) struct Spans<V> {
    /// The blocks, one behind the other. The first one belongs to nobody: what nobody wants is written there.
    values: Vec<V>,
    /// For each block, the end of the one before it in its chain, or 0.
    before: Vec<u32>,
    /// The most values the pool takes.
    most: usize,
    overflowed: bool,
}

impl<V: Copy + Default> Spans<V> {
    /// An empty pool that takes about `most` values, of which `likely` come.
    pub(crate) fn new(most: usize, likely: usize) -> Self {
        let most = most.min(u32::MAX as usize - 2 * BLOCK);
        // Room that is never written to costs nothing, growing does: it would copy.
        let mut values = Vec::with_capacity(most.min(likely) + BLOCK);
        values.resize(BLOCK, V::default());
        Self { values, before: vec![0], most: most + BLOCK, overflowed: false }
    }

    /// Writes a span at the tail of its edge, if it is wanted. A full pool takes no more and remembers that.
    #[inline]
    pub(crate) fn push_if(&mut self, wanted: bool, tail: &mut Tail, value: V) {
        if wanted & (tail.0 as usize).is_multiple_of(BLOCK) && !self.open(tail) {
            return;
        }
        // Whether it is wanted cannot be foretold, so it is written in any case.
        self.values[if wanted { tail.0 as usize } else { 0 }] = value;
        tail.0 += u32::from(wanted);
    }

    /// Chains a new block to a full one.
    #[cold]
    fn open(&mut self, tail: &mut Tail) -> bool {
        if self.values.len() >= self.most {
            self.overflowed = true;
            return false;
        }
        self.before.push(tail.0);
        tail.0 = self.values.len() as u32;
        self.values.resize(self.values.len() + BLOCK, V::default());
        true
    }

    /// Whether the pool was too small, so that spans are missing.
    pub(crate) fn overflowed(&self) -> bool {
        self.overflowed
    }

    /// The spans of an edge, in runs.
    pub(crate) fn runs(&self, tail: Tail) -> impl Iterator<Item = &[V]> + Clone {
        let mut end = tail.0 as usize;
        std::iter::from_fn(move || {
            let block = end.checked_sub(1)? / BLOCK;
            let run = &self.values[block * BLOCK..end];
            end = self.before[block] as usize;
            Some(run)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_edge_gets_its_own_spans_back() {
        let mut spans = Spans::<u32>::new(1_000_000, 10);
        let mut tails = [Tail::default(); 3];
        let counts = [2 * BLOCK, 2 * BLOCK + 1, 0];
        for value in 0..=2 * BLOCK {
            for edge in [0, 1] {
                if value < counts[edge] {
                    spans.push_if(true, &mut tails[edge], (value * 2 + edge) as u32);
                }
            }
        }
        for edge in 0..3 {
            let mut values: Vec<_> = spans.runs(tails[edge]).flatten().copied().collect();
            values.sort_unstable();
            let expected: Vec<_> = (0..counts[edge]).map(|value| (value * 2 + edge) as u32).collect();
            assert_eq!(values, expected, "edge {edge}");
        }
        assert!(!spans.overflowed());
    }

    #[test]
    fn unwanted_spans_leave_no_trace() {
        let mut spans = Spans::<u32>::new(1000, 10);
        let mut tail = Tail::default();
        for value in 0..1000 {
            spans.push_if(value % 10 == 3, &mut tail, value);
        }
        let values: Vec<_> = spans.runs(tail).flatten().copied().collect();
        assert_eq!(values.len(), 100);
        assert!(values.iter().all(|value| value % 10 == 3));
    }

    #[test]
    fn a_full_pool_says_so() {
        let mut spans = Spans::<u32>::new(BLOCK, 0);
        let mut tail = Tail::default();
        for value in 0..BLOCK as u32 {
            spans.push_if(true, &mut tail, value);
        }
        assert!(!spans.overflowed());
        spans.push_if(true, &mut tail, 0);
        assert!(spans.overflowed());
        assert_eq!(spans.runs(tail).map(<[_]>::len).sum::<usize>(), BLOCK);
    }
}

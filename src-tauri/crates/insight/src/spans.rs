//! The spans along many edges in one pool, written as they come. Each edge fills a short line of its own, which stays
//! in the nearest cache; full lines go to blocks of its own in the pool, chained together.

/// Values in a line.
const LINE: usize = 32;

/// Values in a block: few enough that rare edges waste little, enough that a chain is read in long runs.
const BLOCK: usize = 8 * LINE;

/// The spans along some edges. An edge is known by its place, a number.
#[derive(Debug)]
pub(crate) struct Spans<V> {
    /// For each edge, the line that is being filled.
    open: Vec<[V; LINE]>,
    pool: Pool<V>,
}

/// Where full lines go.
#[derive(Debug)]
struct Pool<V> {
    /// For each edge, the place just behind its last line, 0 for none yet.
    tails: Vec<u32>,
    /// The blocks, one behind the other. The first one belongs to nobody, so that no tail is 0.
    values: Vec<V>,
    /// For each block, the end of the one before it in its chain, or 0.
    before: Vec<u32>,
    /// The most values it takes.
    most: usize,
    overflowed: bool,
}

/// The lines of [`Spans`], to be written.
pub(crate) struct Lines<'a, V> {
    open: &'a mut [[V; LINE]],
    pool: &'a mut Pool<V>,
}

impl<V: Copy> Lines<'_, V> {
    /// Writes the span with a number, counted from 0, of an edge. If it does not stay, the next one has the same
    /// number: whether it does cannot be foretold, so it is written in any case. `is_kept` says whether the spans of
    /// an edge are wanted at all.
    #[inline]
    pub(crate) fn write(&mut self, (edge, number): (usize, u32), value: V, stays: bool, is_kept: &[bool]) {
        let place = number as usize % LINE;
        self.open[edge][place] = value;
        if place + usize::from(stays) == LINE && is_kept[edge] {
            self.pool.keep(edge, &self.open[edge]);
        }
    }
}

impl<V: Copy> Pool<V> {
    /// Takes a line of an edge. A full pool takes no more and remembers that.
    fn keep(&mut self, edge: usize, line: &[V; LINE]) {
        let mut tail = self.tails[edge] as usize;
        if tail.is_multiple_of(BLOCK) {
            if self.values.len() >= self.most {
                self.overflowed = true;
                return;
            }
            self.before.push(tail as u32);
            tail = self.values.len();
            self.values.resize(tail + BLOCK, line[0]);
        }
        self.values[tail..tail + LINE].copy_from_slice(line);
        self.tails[edge] = (tail + LINE) as u32;
    }
}

impl<V: Copy + Default> Spans<V> {
    /// None yet; room for about `most` values, of which `likely` come.
    pub(crate) fn new(most: usize, likely: usize) -> Self {
        let most = most.min(u32::MAX as usize - 2 * BLOCK);
        // Room that is never written to costs nothing, growing does: it would copy.
        let mut values = Vec::with_capacity(most.min(likely) + BLOCK);
        values.resize(BLOCK, V::default());
        let pool = Pool { tails: Vec::new(), values, before: vec![0], most: most + BLOCK, overflowed: false };
        Self { open: Vec::new(), pool }
    }

    /// The lines of so many edges, or more.
    pub(crate) fn lines(&mut self, edges: usize) -> Lines<'_, V> {
        if self.open.len() < edges {
            self.open.resize(edges, [V::default(); LINE]);
            self.pool.tails.resize(edges, 0);
        }
        Lines { open: &mut self.open, pool: &mut self.pool }
    }

    /// Whether the pool was too small, so that spans are missing.
    pub(crate) fn overflowed(&self) -> bool {
        self.pool.overflowed
    }

    /// The spans of an edge that has so many, in runs.
    pub(crate) fn runs(&self, edge: usize, count: u32) -> impl Iterator<Item = &[V]> + Clone {
        let mut end = self.pool.tails[edge] as usize;
        let blocks = std::iter::from_fn(move || {
            let block = end.checked_sub(1)? / BLOCK;
            let run = &self.pool.values[block * BLOCK..end];
            end = self.pool.before[block] as usize;
            Some(run)
        });
        blocks.chain([&self.open[edge][..count as usize % LINE]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_edge_gets_its_own_spans_back() {
        let counts = [1, BLOCK as u32, 3 * BLOCK as u32 + 7, 0, LINE as u32];
        let mut spans = Spans::new(10_000, 10);
        let mut lines = spans.lines(counts.len());
        for value in 0..4 * BLOCK as u32 {
            for (edge, &count) in counts.iter().enumerate() {
                // What does not stay leaves no trace.
                lines.write((edge, value.min(count)), u32::MAX, false, &[true; 5]);
                if value < count {
                    lines.write((edge, value), value * 5 + edge as u32, true, &[true; 5]);
                }
            }
        }
        for (edge, &count) in counts.iter().enumerate() {
            let mut values: Vec<_> = spans.runs(edge, count).flatten().copied().collect();
            values.sort_unstable();
            let expected: Vec<_> = (0..count).map(|value| value * 5 + edge as u32).collect();
            assert_eq!(values, expected, "edge {edge}");
        }
        assert!(!spans.overflowed());
    }

    #[test]
    fn unwanted_edges_take_no_room() {
        let mut spans = Spans::new(0, 0);
        for number in 0..1000 {
            spans.lines(1).write((0, number), 1_u32, true, &[false]);
        }
        assert!(!spans.overflowed());
        assert_eq!(spans.runs(0, 1000).map(<[_]>::len).sum::<usize>(), 1000 % LINE);
    }

    #[test]
    fn a_full_pool_says_so() {
        let mut spans = Spans::new(BLOCK, 0);
        let all = (BLOCK + LINE) as u32;
        for number in 0..all - 1 {
            spans.lines(1).write((0, number), 1_u32, true, &[true]);
        }
        assert!(!spans.overflowed());
        spans.lines(1).write((0, all - 1), 1, true, &[true]);
        assert!(spans.overflowed());
    }
}

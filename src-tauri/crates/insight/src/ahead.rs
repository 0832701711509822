//! What lies ahead of a visit: for each node that is still entered later, when that first happens.

use crate::instant::Instant;

const END: u32 = u32::MAX;

/// The nodes entered later, the nearest first: a list linked through the nodes' numbers.
///
/// A walk goes back through a customer's visits and puts each in front, so the list stays in order of time, and an
/// entrant reads only as far as its window reaches.
#[derive(Debug)]
pub(crate) struct Ahead<I> {
    nearest: u32,
    links: Vec<Link<I>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Link<I> {
    entry: I,
    before: u32,
    after: u32,
    listed: bool,
}

impl<I: Instant> Ahead<I> {
    /// An empty list for a number of nodes.
    pub(crate) fn new(nodes: usize) -> Self {
        Self { nearest: END, links: vec![Link::default(); nodes] }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        while self.nearest != END {
            let link = &mut self.links[self.nearest as usize];
            link.listed = false;
            self.nearest = link.after;
        }
    }

    /// Notes an entry that comes no later than any noted so far.
    pub(crate) fn put(&mut self, node: u32, entry: I) {
        let Link { before, after, listed, .. } = self.links[node as usize];
        if listed && before == END {
            self.links[node as usize].entry = entry;
            return;
        }
        if listed {
            self.links[before as usize].after = after;
            if after != END {
                self.links[after as usize].before = before;
            }
        }
        if self.nearest != END {
            self.links[self.nearest as usize].before = node;
        }
        self.links[node as usize] = Link { entry, before: END, after: self.nearest, listed: true };
        self.nearest = node;
    }

    /// The nodes with their next entries, the nearest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, I)> {
        let mut next = self.nearest;
        std::iter::from_fn(move || {
            let link = self.links.get(next as usize)?;
            let node = std::mem::replace(&mut next, link.after);
            Some((node, link.entry))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_comes_first_and_each_node_once() {
        let mut ahead = Ahead::<u32>::new(4);
        for (node, entry) in [(2, 90), (0, 80), (2, 70), (3, 60), (3, 55), (0, 50)] {
            ahead.put(node, entry);
        }
        assert_eq!(ahead.iter().collect::<Vec<_>>(), [(0, 50), (3, 55), (2, 70)]);
        ahead.clear();
        assert_eq!(ahead.iter().count(), 0);
        ahead.put(2, 5);
        assert_eq!(ahead.iter().collect::<Vec<_>>(), [(2, 5)]);
    }
}

//! Which paths a picture shows: the strongest way into and out of each node, and what carries enough of the moves on
//! from where it starts.

use model::{Flow, Node};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Number;

/// The paths that a picture shows and hides, at the level that is studied. One that is on the map and carries too
/// little is drawn without its figures, and hidden in that sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct PathCount {
    /// All paths: those on the map, and those that somebody took.
    #[specta(type = Number)]
    pub all: u64,
    /// Those that are hidden.
    #[specta(type = Number)]
    pub hidden: u64,
    /// All moves.
    #[specta(type = Number)]
    pub moves: u64,
    /// Those along hidden paths.
    #[specta(type = Number)]
    pub hidden_moves: u64,
}

impl PathCount {
    /// Counts flows by whether they are shown.
    pub(crate) fn of(flows: &[Flow], is_shown: impl Fn(&Flow) -> bool) -> Self {
        let mut count = Self::default();
        for flow in flows {
            count.all += 1;
            count.moves += flow.moved;
            if !is_shown(flow) {
                count.hidden += 1;
                count.hidden_moves += flow.moved;
            }
        }
        count
    }

    /// The share of the moves that is hidden, 0 to 1.
    pub(crate) fn hidden_share(&self) -> f64 {
        if self.moves == 0 { 0.0 } else { self.hidden_moves as f64 / self.moves as f64 }
    }
}

type Ends = (Node, Node);

/// Which paths are shown.
pub(crate) struct Paths {
    leading: FxHashSet<Ends>,
    /// How many move on from each node.
    onwards: FxHashMap<Node, u64>,
    /// Per cent.
    least: u64,
}

impl Paths {
    /// Those of a map's flows that carry at least so many per cent of the moves on from where they start.
    pub(crate) fn of(flows: &[Flow], least: u8) -> Self {
        let mut onwards: FxHashMap<Node, u64> = FxHashMap::default();
        let mut out: FxHashMap<Node, &Flow> = FxHashMap::default();
        let mut into: FxHashMap<Node, &Flow> = FxHashMap::default();
        for flow in flows {
            *onwards.entry(flow.from).or_default() += flow.moved;
            // A way back to the same node leads neither in nor out.
            if flow.moved > 0 && flow.from != flow.to {
                for (ways, end) in [(&mut out, flow.from), (&mut into, flow.to)] {
                    let strongest = ways.entry(end).or_insert(flow);
                    if flow.moved > strongest.moved {
                        *strongest = flow;
                    }
                }
            }
        }
        // Which is first does not matter in a set.
        let leading = flows.iter().filter(|flow| {
            let is_strongest = |ways: &FxHashMap<Node, &Flow>, end| {
                ways.get(&end).is_some_and(|way| std::ptr::eq(*way, *flow))
            };
            is_strongest(&out, flow.from) || is_strongest(&into, flow.to)
        });
        Self { leading: leading.map(|flow| (flow.from, flow.to)).collect(), onwards, least: least.into() }
    }

    /// Whether a flow is the strongest way out of where it starts or into where it ends.
    pub(crate) fn lead(&self, flow: &Flow) -> bool {
        self.leading.contains(&(flow.from, flow.to))
    }

    /// Whether a flow is shown.
    pub(crate) fn keep(&self, flow: &Flow) -> bool {
        let onwards = self.onwards.get(&flow.from).copied().unwrap_or(0);
        self.lead(flow) || u128::from(flow.moved) * 100 >= u128::from(self.least) * u128::from(onwards)
    }
}

#[cfg(test)]
mod tests {
    use model::{Kind, TouchpointId};
    use proptest::prelude::*;

    use super::*;

    fn node(id: i64) -> Node {
        Node::Touchpoint(TouchpointId(id))
    }

    fn flows(ends: &[(i64, i64, u64)]) -> Vec<Flow> {
        let flow = |&(from, to, moved): &(i64, i64, u64)| Flow {
            from: node(from),
            to: node(to),
            kind: Kind::Drawn,
            moved,
            matured_moved: moved,
            conversion: None,
            seconds: None,
        };
        ends.iter().map(flow).collect()
    }

    fn kept(ends: &[(i64, i64, u64)], least: u8) -> Vec<(i64, i64)> {
        let all = flows(ends);
        let paths = Paths::of(&all, least);
        ends.iter()
            .zip(&all)
            .filter(|(_, flow)| paths.keep(flow))
            .map(|(&(from, to, _), _)| (from, to))
            .collect()
    }

    #[test]
    fn a_path_is_shown_by_its_share_of_the_moves_on() {
        let ends = [(1, 2, 90), (1, 3, 8), (1, 4, 2), (2, 3, 50), (2, 4, 40), (3, 3, 5), (4, 1, 0)];
        assert_eq!(kept(&ends, 0).len(), 7);
        // 1 to 3 carries 8 %; who moved nowhere else but back to 3 is all that moved on from there.
        assert_eq!(kept(&ends, 8), [(1, 2), (1, 3), (2, 3), (2, 4), (3, 3), (4, 1)]);
        assert_eq!(kept(&ends, 9), [(1, 2), (2, 3), (2, 4), (3, 3), (4, 1)]);
        // The strongest way into 4 stays, whatever it carries.
        assert_eq!(kept(&ends, 100), [(1, 2), (2, 3), (2, 4), (3, 3), (4, 1)]);
    }

    proptest! {
        #[test]
        fn each_nodes_strongest_ways_are_kept_and_the_counts_add_up(
            ends in prop::collection::btree_map((0..9_i64, 0..9_i64), 0..200_u64, 0..60),
            least in 0..=100_u8,
        ) {
            let ends: Vec<(i64, i64, u64)> = ends.into_iter().map(|((from, to), moved)| (from, to, moved)).collect();
            let all = flows(&ends);
            let paths = Paths::of(&all, least);
            for id in 0..9 {
                let strongest = |end: fn(&Flow) -> Node| {
                    let here = all.iter().filter(|flow| flow.moved > 0 && flow.from != flow.to && end(flow) == node(id));
                    here.map(|flow| (flow.moved, paths.keep(flow))).max_by_key(|&(moved, keep)| (moved, keep))
                };
                for way in [strongest(|flow| flow.from), strongest(|flow| flow.to)].into_iter().flatten() {
                    prop_assert!(way.1, "node {id} lost its strongest way, of {}", way.0);
                }
            }
            let count = PathCount::of(&all, |flow| paths.keep(flow));
            let shown = kept(&ends, least).len() as u64;
            prop_assert_eq!(count.hidden + shown, count.all);
            prop_assert_eq!(count.all, all.len() as u64);
            let shown_moves: u64 = all.iter().filter(|flow| paths.keep(flow)).map(|flow| flow.moved).sum();
            prop_assert_eq!(count.hidden_moves + shown_moves, count.moves);
            // What less hides is hidden by more.
            if least < 100 {
                prop_assert!(kept(&ends, least + 1).iter().all(|path| kept(&ends, least).contains(path)));
            }
        }
    }
}

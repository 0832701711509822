//! Questions about the graph: what can be reached, where it ends, where it runs in circles, how one gets somewhere.

use std::collections::BTreeSet;
use std::collections::hash_map::RandomState;

use petgraph::algo::{all_simple_paths, tarjan_scc};
use petgraph::visit::Dfs;

use crate::{Journey, Node, TouchpointId};

impl Journey {
    /// The touchpoints of the first stage: where a journey starts.
    pub fn starts(&self) -> Vec<TouchpointId> {
        let Some(first) = self.stages().first() else { return Vec::new() };
        self.touchpoints_of(first.id).map(|touchpoint| touchpoint.id).collect()
    }

    /// The touchpoints that the transitions lead to from a start, the starts included.
    pub fn reachable_from_start(&self) -> BTreeSet<TouchpointId> {
        let mut reached = BTreeSet::new();
        for start in self.starts() {
            let Some(node) = self.node(start) else { continue };
            let mut walk = Dfs::new(self.graph(), node);
            while let Some(next) = walk.next(self.graph()) {
                reached.insert(self.graph()[next].id);
            }
        }
        reached
    }

    /// The touchpoints without a transition onwards that are not a goal, in the order of their ids.
    pub fn dead_ends(&self) -> Vec<TouchpointId> {
        self.touchpoints()
            .map(|touchpoint| touchpoint.id)
            .filter(|&id| !self.is_goal(Node::Touchpoint(id)) && self.next(id).iter().all(|&to| to == id))
            .collect()
    }

    /// The circles: each largest set of touchpoints that can all reach one another, a loop on one included.
    /// Each set is sorted, and the sets by their first.
    pub fn cycles(&self) -> Vec<Vec<TouchpointId>> {
        let mut cycles: Vec<Vec<_>> = tarjan_scc(self.graph())
            .into_iter()
            .filter(|nodes| nodes.len() > 1 || self.graph().contains_edge(nodes[0], nodes[0]))
            .map(|nodes| nodes.into_iter().map(|node| self.graph()[node].id).collect())
            .collect();
        for cycle in &mut cycles {
            cycle.sort_unstable();
        }
        cycles.sort_unstable();
        cycles
    }

    /// The ways from one touchpoint to another that visit nothing twice: at most `most` of them, the shortest first
    /// among those found. From a touchpoint to itself there is none.
    pub fn paths(&self, from: TouchpointId, to: TouchpointId, most: usize) -> Vec<Vec<TouchpointId>> {
        let (Some(start), Some(end)) = (self.node(from), self.node(to)) else { return Vec::new() };
        if start == end {
            return Vec::new();
        }
        let mut paths: Vec<Vec<_>> =
            all_simple_paths::<Vec<_>, _, RandomState>(self.graph(), start, end, 0, None)
                .take(most)
                .map(|nodes| nodes.into_iter().map(|node| self.graph()[node].id).collect())
                .collect();
        paths.sort_by_key(Vec::len);
        paths
    }
}

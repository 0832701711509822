//! Paths from or to a node as a tree, counted and listed.

use std::cmp::Reverse;

use model::{
    Asked, AtBranch, Branch, Columns, EngineError, Entry, MOST_DEPTH, Mode, Node, PathsOf, Question, Toward,
};
use rustc_hash::FxHashMap;

use crate::nodes::Nodes;
use crate::subject::Subject;
use crate::variants::entries;
use crate::ways::{Followed, gather};

/// The place where all paths begin.
const ROOT: u32 = 0;

/// Places on paths, each after the one that it was come from.
#[derive(Debug)]
struct Tree {
    /// The place that a way from a place to a node leads to.
    next: FxHashMap<(u32, u32), u32>,
    places: Vec<Place>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Place {
    came: u64,
    ended: u64,
}

impl Tree {
    fn new() -> Self {
        Self { next: FxHashMap::default(), places: vec![Place::default()] }
    }

    /// The place that a way leads to; a new one if nobody has come there yet.
    fn after(&mut self, place: u32, node: u32) -> u32 {
        let new = self.places.len() as u32;
        let next = *self.next.entry((place, node)).or_insert(new);
        if next == new {
            self.places.push(Place::default());
        }
        next
    }

    /// Counts a way.
    fn add(&mut self, nodes: &[u32], goes_on: bool, is_whole: bool) {
        let mut place = ROOT;
        self.places[ROOT as usize].came += 1;
        for &node in &nodes[1..] {
            place = self.after(place, node);
            self.places[place as usize].came += 1;
        }
        self.places[place as usize].ended += u64::from(!goes_on && !is_whole);
    }

    /// The ways on from each place, by node.
    fn branches(&self) -> Vec<Vec<(u32, u32)>> {
        let mut branches = vec![Vec::new(); self.places.len()];
        let mut all: Vec<_> = self.next.iter().map(|(&(from, node), &to)| (from, node, to)).collect();
        all.sort_unstable();
        for (from, node, to) in all {
            branches[from as usize].push((node, to));
        }
        branches
    }

    /// Counts what another counted too.
    fn merge(&mut self, other: &Self) {
        let branches = other.branches();
        let mut pairs = vec![(ROOT, ROOT)];
        while let Some((own, theirs)) = pairs.pop() {
            let Place { came, ended } = other.places[theirs as usize];
            let place = &mut self.places[own as usize];
            (place.came, place.ended) = (place.came + came, place.ended + ended);
            for &(node, to) in &branches[theirs as usize] {
                pairs.push((self.after(own, node), to));
            }
        }
    }

    /// The place at the end of a way.
    fn find(&self, way: &[u32]) -> Option<u32> {
        way.iter().try_fold(ROOT, |place, &node| self.next.get(&(place, node)).copied())
    }
}

/// Counts paths.
pub(crate) fn count(
    columns: (&Columns, Option<i64>),
    asked: &Asked<'_>,
    mask: Option<&[bool]>,
    of: PathsOf,
) -> Result<Branch, EngineError> {
    let question = at_level(asked.question, of);
    let subject = Subject::new(columns, asked.journey, &question, mask, asked.cancel);
    let tree = subject.unless_cancelled(grow(&subject, columns.0, of))?;
    let branches = tree.branches();
    Ok(branch(&tree, &branches, &subject.nodes, (of.node, ROOT), of.most as usize))
}

/// Lists those who came along a path, with the entries to the node where paths begin.
pub(crate) fn list(
    columns: (&Columns, Option<i64>),
    asked: &Asked<'_>,
    mask: Option<&[bool]>,
    (of, way, class): (PathsOf, &[Node], AtBranch),
) -> Result<Vec<Entry>, EngineError> {
    let question = at_level(asked.question, of);
    let subject = Subject::new(columns, asked.journey, &question, mask, asked.cancel);
    let way: Option<Vec<u32>> = way.iter().map(|&node| subject.nodes.number(node)).collect();
    let (Some(way), Some(followed)) = (way, followed(&subject, of)) else { return Ok(Vec::new()) };
    let mut told_apart = Vec::new();
    if class == AtBranch::Others {
        let tree = subject.unless_cancelled(grow(&subject, columns.0, of))?;
        let Some(place) = tree.find(&way) else { return Ok(Vec::new()) };
        told_apart = top(&tree, &tree.branches()[place as usize], of.most as usize).0;
    }
    let is_wanted = |nodes: &[u32], goes_on: bool| {
        nodes[1..].starts_with(&way)
            && match (class, nodes.get(way.len() + 1)) {
                (AtBranch::Came, _) => true,
                (AtBranch::Ended, next) => next.is_none() && !goes_on && nodes.len() < length(of),
                (AtBranch::Others, next) => {
                    next.is_some_and(|next| !told_apart.iter().any(|(node, _)| node == next))
                }
            }
    };
    let rows = gather(&subject, columns.0, (followed, length(of)), Vec::new, |rows: &mut Vec<u32>, each| {
        if is_wanted(each.nodes, each.goes_on) {
            rows.push(each.row);
        }
    });
    subject.unless_cancelled(entries(columns.0, &rows.concat()))
}

fn at_level(question: &Question, of: PathsOf) -> Question {
    Question { mode: Mode::Next, ..question.at(of.node.level()) }
}

/// How many nodes a way has at most, the first included.
fn length(of: PathsOf) -> usize {
    of.depth.clamp(1, MOST_DEPTH) as usize + 1
}

fn followed(subject: &Subject<'_>, of: PathsOf) -> Option<Followed> {
    let node = subject.nodes.number(of.node)?;
    Some(match of.toward {
        Toward::Next => Followed::From(node),
        Toward::Before => Followed::To(node),
    })
}

fn grow(subject: &Subject<'_>, columns: &Columns, of: PathsOf) -> Tree {
    let Some(followed) = followed(subject, of) else { return Tree::new() };
    let length = length(of);
    let trees = gather(subject, columns, (followed, length), Tree::new, |tree: &mut Tree, way| {
        tree.add(way.nodes, way.goes_on, way.nodes.len() == length);
    });
    let mut trees = trees.into_iter();
    let mut all = trees.next().unwrap_or_else(Tree::new);
    for tree in trees {
        all.merge(&tree);
    }
    all
}

/// The most frequent of some ways on, and how many took the others.
fn top(tree: &Tree, ways: &[(u32, u32)], most: usize) -> (Vec<(u32, u32)>, u64) {
    let mut ways = ways.to_vec();
    let came = |&(_, place): &(u32, u32)| tree.places[place as usize].came;
    ways.sort_by_key(|way| Reverse(came(way)));
    let others = ways.split_off(most.min(ways.len()));
    (ways, others.iter().map(came).sum())
}

fn branch(
    tree: &Tree,
    branches: &[Vec<(u32, u32)>],
    nodes: &Nodes,
    (node, place): (Node, u32),
    most: usize,
) -> Branch {
    let (ways, others) = top(tree, &branches[place as usize], most);
    let next =
        |&(node, to): &(u32, u32)| branch(tree, branches, nodes, (nodes.list[node as usize], to), most);
    let Place { came, ended } = tree.places[place as usize];
    Branch { node, count: came, branches: ways.iter().map(next).collect(), others, ended }
}

//! A second reading of funnels, variants and paths: every possible way is tried.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Columns, CustomerId, Entry, Funnel, Journey, Level, Node, PathsOf, Question, Repeats, Toward, Unit,
};

use super::{Visit, node_of};

/// What one customer did up to the cut-off, in order.
struct Story {
    customer: CustomerId,
    /// The instants, and the nodes at both levels where a touchpoint lists the event.
    deeds: Vec<(i128, Option<[Node; 2]>)>,
}

fn stories(
    columns: &Columns,
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
) -> Vec<Story> {
    let at = |row: usize| i128::from(columns.at.millis(row));
    let newest = (0..columns.len()).map(at).max();
    let cutoff = question.cutoff.map(i128::from).or(newest);
    let nodes = |event: &str| {
        let at = |level| node_of(journey, &question.at(level), event);
        Some([at(Level::Stage)?, at(Level::Touchpoint)?])
    };
    let meant = |index: &usize| members.is_none_or(|members| members[*index]);
    (0..columns.customers.len())
        .filter(meant)
        .map(|index| {
            let rows = columns.offsets[index] as usize..columns.offsets[index + 1] as usize;
            let deeds = rows.map(|row| (at(row), nodes(&columns.events[columns.event.code(row)])));
            let deeds = deeds.filter(|(at, _)| cutoff.is_some_and(|cutoff| *at <= cutoff)).collect();
            Story { customer: columns.customers[index], deeds }
        })
        .collect()
}

fn cutoff(columns: &Columns, question: &Question) -> i128 {
    let newest = (0..columns.len()).map(|row| columns.at.millis(row)).max();
    // Without interactions there is nothing to compare with it.
    i128::from(question.cutoff.or(newest).unwrap_or_default())
}

fn in_range(question: &Question, at: i128) -> bool {
    question.from.is_none_or(|from| at >= i128::from(from))
        && question.to.is_none_or(|to| at < i128::from(to))
}

/// How far one customer came along a funnel.
#[derive(Debug, Clone, PartialEq)]
pub struct Came {
    pub entry: Entry,
    pub level: usize,
    /// The steps that it came to, and the quickest span to each.
    pub steps: BTreeMap<usize, i128>,
    pub has_time: bool,
}

/// How far each customer came, of those that came to the first step.
pub fn funnel(
    (columns, journey): (&Columns, &Journey),
    question: &Question,
    members: Option<&[bool]>,
    funnel: &Funnel,
) -> Vec<Came> {
    let (mut all, cutoff) = (Vec::new(), cutoff(columns, question));
    for story in stories(columns, journey, question, members) {
        let mut found = Found { story: &story, funnel, question, steps: BTreeMap::new(), open: Vec::new() };
        let is_start = |(at, nodes): &(i128, Option<[Node; 2]>)| {
            is_at(*nodes, funnel.steps[0].node) && in_range(question, *at)
        };
        let starts: Vec<i128> = story.deeds.iter().filter(|deed| is_start(deed)).map(|deed| deed.0).collect();
        for &start in &starts {
            found.go_on(0, start, start);
        }
        let Some(&first) = starts.first() else { continue };
        let (steps, open) = (found.steps, found.open);
        let last = story.deeds.iter().rev().find(|(_, nodes)| nodes.is_some());
        let idle = last.is_some_and(|(at, _)| at + i128::from(question.idle) <= cutoff);
        let has_time = open.into_iter().any(|start| match question.window {
            Some(window) => start + i128::from(window) > cutoff,
            None => !idle,
        });
        let at = i64::try_from(first).expect("instants of columns are 64 bits wide");
        let level = *steps.keys().last().expect("a start is at the first step");
        all.push(Came { entry: Entry { customer: story.customer, at }, level, steps, has_time });
    }
    all
}

fn is_at(nodes: Option<[Node; 2]>, node: Node) -> bool {
    nodes.is_some_and(|nodes| nodes.contains(&node))
}

struct Found<'a> {
    story: &'a Story,
    funnel: &'a Funnel,
    question: &'a Question,
    steps: BTreeMap<usize, i128>,
    /// The starts of ways that may go on.
    open: Vec<i128>,
}

impl Found<'_> {
    /// Notes a pick at a step, and tries every pick that may come next.
    fn go_on(&mut self, step: usize, at: i128, start: i128) {
        let span = at - start;
        let quickest = self.steps.entry(step).or_insert(span);
        *quickest = span.min(*quickest);
        if step + 1 < self.funnel.steps.len() && !self.is_excluded(step..step + 1, at..i128::MAX) {
            self.open.push(start);
        }
        for next in step + 1..self.funnel.steps.len() {
            let node = self.funnel.steps[next].node;
            let picks: Vec<i128> =
                self.story.deeds.iter().filter(|(_, nodes)| is_at(*nodes, node)).map(|deed| deed.0).collect();
            for then in picks.into_iter().filter(|&then| then > at) {
                let in_time = self.question.window.is_none_or(|window| then - start <= i128::from(window));
                if in_time && !self.is_excluded(step..next, at..then) {
                    self.go_on(next, then, start);
                }
            }
            if !self.funnel.steps[next].optional {
                break;
            }
        }
    }

    /// Whether something happened strictly between two instants that may not happen in some gaps.
    fn is_excluded(&self, gaps: std::ops::Range<usize>, between: std::ops::Range<i128>) -> bool {
        self.funnel.exclusions.iter().filter(|each| gaps.contains(&(each.after as usize))).any(|each| {
            self.story
                .deeds
                .iter()
                .any(|(at, nodes)| *at > between.start && *at < between.end && is_at(*nodes, each.node))
        })
    }
}

/// The visits of each customer at the level of a question.
fn visits(
    (columns, journey): (&Columns, &Journey),
    question: &Question,
    members: Option<&[bool]>,
) -> Vec<(CustomerId, Vec<Visit>)> {
    let place = usize::from(question.level == Level::Touchpoint);
    let of = |story: Story| {
        let mut visits: Vec<Visit> = Vec::new();
        for (at, nodes) in story.deeds {
            let Some(node) = nodes.map(|nodes| nodes[place]) else { continue };
            let goes_on = visits.last().is_some_and(|last| last.node == node);
            if !(goes_on && question.repeats == Repeats::Collapse) {
                visits.push(Visit { node, entry: at, last: at });
            }
        }
        (story.customer, visits)
    };
    stories(columns, journey, question, members).into_iter().map(of).collect()
}

fn entry(customer: CustomerId, visit: &Visit) -> Entry {
    Entry { customer, at: i64::try_from(visit.entry).expect("instants of columns are 64 bits wide") }
}

/// The variant of each customer that has one: its nodes, and whether more came after them.
pub fn variants(
    of: (&Columns, &Journey),
    question: &Question,
    members: Option<&[bool]>,
    length: usize,
) -> Vec<(Entry, Vec<Node>, bool)> {
    let mut all = Vec::new();
    for (customer, visits) in visits(of, question, members) {
        let Some(first) = visits.iter().position(|visit| in_range(question, visit.entry)) else { continue };
        let way = &visits[first..];
        let nodes = way.iter().take(length).map(|visit| visit.node).collect();
        all.push((entry(customer, &way[0]), nodes, way.len() > length));
    }
    all
}

/// The path of each entrant of a node: the nodes after it, and whether it ended before the last that is followed.
pub fn paths(
    of: (&Columns, &Journey),
    question: &Question,
    members: Option<&[bool]>,
    paths: PathsOf,
) -> Vec<(Entry, Vec<Node>, bool)> {
    let question = question.at(paths.node.level());
    let in_time = |earlier: &Visit, later: &Visit| {
        question.window.is_none_or(|window| later.entry <= earlier.entry + i128::from(window))
    };
    let mut all = Vec::new();
    for (customer, visits) in visits(of, &question, members) {
        let mut entered = BTreeSet::new();
        for (index, visit) in visits.iter().enumerate() {
            let counts = visit.node == paths.node && in_range(&question, visit.entry);
            if !counts || question.unit == Unit::Customers && !entered.insert(visit.node) {
                continue;
            }
            let mut way: Vec<&Visit> = match paths.toward {
                Toward::Next => visits[index..].iter().collect(),
                Toward::Before => visits[..=index].iter().rev().collect(),
            };
            let moves = way.windows(2).position(|two| match paths.toward {
                Toward::Next => !in_time(two[0], two[1]),
                Toward::Before => !in_time(two[1], two[0]),
            });
            way.truncate(moves.map_or(way.len(), |moves| moves + 1));
            let nodes: Vec<Node> = way[1..].iter().map(|visit| visit.node).collect();
            let depth = paths.depth as usize;
            let ended = nodes.len() < depth;
            all.push((entry(customer, visit), nodes.into_iter().take(depth).collect(), ended));
        }
    }
    all
}

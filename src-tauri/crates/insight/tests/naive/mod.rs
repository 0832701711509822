//! A second reading of the definitions: slow, direct, and sharing nothing with the crate but its types. Instants are
//! 128 bits wide, so that nothing needs to saturate.

// Each test target uses its own part of this.
#![allow(dead_code)]

pub mod closer;
pub mod sequences;

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Account, Class, Columns, Coverage, CustomerId, Elsewhere, EngineName, Entry, Flow, Journey, Level, Mode,
    Moved, Node, Overlay, Question, Rate, Repeats, Times, Unit,
};

#[derive(Debug, Clone, Copy)]
struct Interaction {
    at: i128,
    node: Option<Node>,
}

#[derive(Debug, Clone, Copy)]
struct Visit {
    node: Node,
    entry: i128,
    /// The last interaction of the visit.
    last: i128,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Moved(Node),
    InProgress,
    ReturnedLate,
    Dropped,
}

/// One entrant with all that counts about it.
#[derive(Debug, Clone)]
struct Entrant {
    customer: CustomerId,
    node: Node,
    entry: i128,
    fate: Fate,
    matured: bool,
    /// Whether the customer did something that no touchpoint lists while the visit could still move on.
    busy: bool,
    /// Where it moved as the mode has it, and how long that took.
    moves: Vec<(Node, i128)>,
}

/// The entrants of every node, found the slow way.
pub struct Reading {
    question: Question,
    cutoff: Option<i64>,
    coverage: Coverage,
    ties: u64,
    nodes: Vec<Node>,
    entrants: Vec<Entrant>,
}

impl Reading {
    pub fn of(columns: &Columns, journey: &Journey, question: &Question, members: Option<&[bool]>) -> Self {
        let newest = (0..columns.len()).map(|row| columns.at.millis(row)).max();
        let cutoff = question.cutoff.or(newest);
        let nodes_of_codes: Vec<_> =
            columns.events.iter().map(|event| node_of(journey, question, event)).collect();
        let mut reading = Self {
            question: question.clone(),
            cutoff,
            coverage: Coverage::default(),
            ties: 0,
            nodes: journey.nodes(question.level),
            entrants: Vec::new(),
        };
        for (index, &customer) in columns.customers.iter().enumerate() {
            if members.is_some_and(|members| !members[index]) {
                continue;
            }
            let rows = columns.offsets[index] as usize..columns.offsets[index + 1] as usize;
            let interactions: Vec<_> = rows
                .map(|row| Interaction {
                    at: i128::from(columns.at.millis(row)),
                    node: nodes_of_codes[columns.event.code(row)],
                })
                .filter(|interaction| interaction.at <= reading.cutoff())
                .collect();
            reading.add(customer, &interactions);
        }
        reading
    }

    fn add(&mut self, customer: CustomerId, interactions: &[Interaction]) {
        let in_range: Vec<_> = interactions.iter().filter(|each| self.in_range(each.at)).collect();
        self.coverage.total += in_range.len() as u64;
        self.coverage.matched += in_range.iter().filter(|each| each.node.is_some()).count() as u64;
        let matched: Vec<_> =
            interactions.iter().filter_map(|each| each.node.map(|node| (each.at, node))).collect();
        self.ties +=
            matched.windows(2).filter(|two| two[0].0 == two[1].0 && two[0].1 != two[1].1).count() as u64;
        let visits = self.visits(&matched);
        let mut entered = BTreeSet::new();
        for (index, visit) in visits.iter().enumerate() {
            if !self.in_range(visit.entry) {
                continue;
            }
            if self.question.unit == Unit::Customers && !entered.insert(visit.node) {
                continue;
            }
            let mut entrant = self.entrant(customer, visit, &visits[index + 1..]);
            entrant.busy = interactions
                .iter()
                .any(|each| each.node.is_none() && each.at > visit.entry && self.in_window(visit, each.at));
            self.entrants.push(entrant);
        }
    }

    fn visits(&self, matched: &[(i128, Node)]) -> Vec<Visit> {
        let mut visits: Vec<Visit> = Vec::new();
        for &(at, node) in matched {
            match visits.last_mut() {
                Some(visit) if visit.node == node && self.question.repeats == Repeats::Collapse => {
                    visit.last = at;
                }
                _ => visits.push(Visit { node, entry: at, last: at }),
            }
        }
        visits
    }

    fn entrant(&self, customer: CustomerId, visit: &Visit, later: &[Visit]) -> Entrant {
        let fate = self.fate(visit, later);
        let matured = match self.question.window {
            Some(window) => visit.entry + i128::from(window) <= self.cutoff(),
            None => fate != Fate::InProgress,
        };
        let moves = match self.question.mode {
            Mode::Next => match fate {
                Fate::Moved(to) => vec![(to, later[0].entry - visit.entry)],
                _ => Vec::new(),
            },
            Mode::Eventual => self
                .nodes
                .iter()
                .filter_map(|&to| {
                    let first = later.iter().find(|each| {
                        each.node == to && each.entry > visit.entry && self.in_time(visit, each)
                    })?;
                    Some((to, first.entry - visit.entry))
                })
                .collect(),
        };
        Entrant { customer, node: visit.node, entry: visit.entry, fate, matured, busy: false, moves }
    }

    fn fate(&self, visit: &Visit, later: &[Visit]) -> Fate {
        match later.first() {
            Some(next) if self.in_time(visit, next) => return Fate::Moved(next.node),
            _ => (),
        }
        let Some(window) = self.question.window else {
            let idle = self.cutoff() - visit.last;
            return if idle < i128::from(self.question.idle) { Fate::InProgress } else { Fate::Dropped };
        };
        if visit.entry + i128::from(window) > self.cutoff() {
            Fate::InProgress
        } else if later.is_empty() {
            Fate::Dropped
        } else {
            Fate::ReturnedLate
        }
    }

    fn in_time(&self, visit: &Visit, later: &Visit) -> bool {
        self.in_window(visit, later.entry)
    }

    fn in_window(&self, visit: &Visit, at: i128) -> bool {
        self.question.window.is_none_or(|window| at <= visit.entry + i128::from(window))
    }

    fn in_range(&self, at: i128) -> bool {
        self.question.from.is_none_or(|from| at >= i128::from(from))
            && self.question.to.is_none_or(|to| at < i128::from(to))
    }

    fn cutoff(&self) -> i128 {
        i128::from(self.cutoff.expect("whoever has interactions has a newest one"))
    }

    fn count(&self, node: Node, is: impl Fn(&Entrant) -> bool) -> u64 {
        self.entrants.iter().filter(|entrant| entrant.node == node && is(entrant)).count() as u64
    }

    /// The whole overlay.
    pub fn overlay(&self, journey: &Journey) -> Overlay {
        let nodes: Vec<_> = self.nodes.iter().map(|&node| self.account(journey, node)).collect();
        Overlay {
            engine: EngineName::Columns,
            question: self.question.clone(),
            cutoff: self.cutoff,
            coverage: Coverage { thin: self.coverage.matched * 5 < self.coverage.total * 4, ..self.coverage },
            ties: self.ties,
            edges: self.flows(journey, &nodes),
            nodes,
        }
    }

    fn account(&self, journey: &Journey, node: Node) -> Account {
        let entered = self.count(node, |_| true);
        let returned_late = self.count(node, |entrant| entrant.fate == Fate::ReturnedLate);
        let dropped = self.count(node, |entrant| entrant.fate == Fate::Dropped);
        let matured = self.count(node, |entrant| entrant.matured);
        let lost = |entrant: &Entrant| matches!(entrant.fate, Fate::ReturnedLate | Fate::Dropped);
        let drop_off = if self.question.observed {
            Rate::of(self.count(node, lost), entered)
        } else {
            Rate::of(self.count(node, |entrant| lost(entrant) && entrant.matured), matured)
        };
        let own: Vec<_> = self.entrants.iter().filter(|entrant| entrant.node == node).collect();
        let moved_to = |to| own.iter().filter(|entrant| entrant.fate == Fate::Moved(to)).count() as u64;
        Account {
            node,
            entered,
            moved: self
                .nodes
                .iter()
                .map(|&to| Moved { to, count: moved_to(to) })
                .filter(|moved| moved.count > 0)
                .collect(),
            in_progress: self.count(node, |entrant| entrant.fate == Fate::InProgress),
            returned_late,
            dropped,
            elsewhere: Elsewhere {
                returned_late: self.count(node, |entrant| entrant.fate == Fate::ReturnedLate && entrant.busy),
                dropped: self.count(node, |entrant| entrant.fate == Fate::Dropped && entrant.busy),
            },
            matured,
            drop_off,
            goal: journey.is_goal(node),
            unseen_ahead: journey
                .edges(self.question.level)
                .iter()
                .any(|&(from, to)| from == node && !lists_events(journey, to)),
        }
    }

    fn flows(&self, journey: &Journey, accounts: &[Account]) -> Vec<Flow> {
        let drawn: BTreeSet<_> = journey.edges(self.question.level).into_iter().collect();
        let mut spans: BTreeMap<(Node, Node), Vec<(i128, bool)>> = BTreeMap::new();
        for entrant in &self.entrants {
            for &(to, span) in &entrant.moves {
                spans.entry((entrant.node, to)).or_default().push((span, entrant.matured));
            }
        }
        let mut flows = Vec::new();
        for from in accounts {
            for &to in &self.nodes {
                let edge = (from.node, to);
                let took = spans.get(&edge).map_or(&[][..], Vec::as_slice);
                if took.is_empty() && !drawn.contains(&edge) {
                    continue;
                }
                let moved = took.len() as u64;
                let matured_moved = took.iter().filter(|(_, matured)| *matured).count() as u64;
                flows.push(Flow {
                    from: from.node,
                    to,
                    kind: journey.kind(from.node, to),
                    moved,
                    matured_moved,
                    conversion: if self.question.observed {
                        Rate::of(moved, from.entered)
                    } else {
                        Rate::of(matured_moved, from.matured)
                    },
                    seconds: times(took.iter().map(|&(span, _)| span).collect()),
                });
            }
        }
        flows
    }

    /// The people behind a count, by customer and entry.
    pub fn list(&self, node: Node, class: Class) -> Vec<Entry> {
        self.list_where(node, class, |_| true)
    }

    /// Some of them.
    fn list_where(&self, node: Node, class: Class, is: impl Fn(&Entrant) -> bool) -> Vec<Entry> {
        let own = self.entrants.iter().filter(|entrant| entrant.node == node && entrant.is_of(class));
        let mut list: Vec<_> = own.filter(|entrant| is(entrant)).map(Entrant::entry).collect();
        list.sort_unstable();
        list
    }
}

impl Entrant {
    fn is_of(&self, class: Class) -> bool {
        let reached = |to| self.moves.iter().any(|&(each, _)| each == to);
        match class {
            Class::All => true,
            Class::Moved => matches!(self.fate, Fate::Moved(_)),
            Class::MaturedMoved => self.matured && matches!(self.fate, Fate::Moved(_)),
            Class::MovedTo(to) => reached(to),
            Class::MaturedMovedTo(to) => self.matured && reached(to),
            Class::InProgress => self.fate == Fate::InProgress,
            Class::ReturnedLate => self.fate == Fate::ReturnedLate,
            Class::Dropped => self.fate == Fate::Dropped,
            Class::Lost => matches!(self.fate, Fate::ReturnedLate | Fate::Dropped),
            Class::Matured => self.matured,
            Class::ReturnedLateElsewhere => self.fate == Fate::ReturnedLate && self.busy,
            Class::DroppedElsewhere => self.fate == Fate::Dropped && self.busy,
        }
    }

    fn entry(&self) -> Entry {
        Entry {
            customer: self.customer,
            at: i64::try_from(self.entry).expect("instants of columns are 64 bits wide"),
        }
    }
}

fn lists_events(journey: &Journey, node: Node) -> bool {
    journey.touchpoints().any(|touchpoint| {
        let is_of = match node {
            Node::Stage(stage) => touchpoint.stage == stage,
            Node::Touchpoint(id) => touchpoint.id == id,
        };
        is_of && !touchpoint.events.is_empty()
    })
}

fn node_of(journey: &Journey, question: &Question, event: &str) -> Option<Node> {
    let touchpoint = journey.touchpoint_of_event(event)?;
    Some(match question.level {
        Level::Stage => Node::Stage(touchpoint.stage),
        Level::Touchpoint => Node::Touchpoint(touchpoint.id),
    })
}

fn times(mut millis: Vec<i128>) -> Option<Times> {
    millis.sort_unstable();
    let most = millis.len().checked_sub(1)?;
    let at = |percent: usize| {
        let rank = most * percent / 100;
        let rest = (most * percent % 100) as f64 / 100.0;
        let (low, high) = (millis[rank] as f64, millis[most.min(rank + 1)] as f64);
        (low * (1.0 - rest) + high * rest) / 1000.0
    };
    Some(Times { median: at(50), p25: at(25), p75: at(75), p95: at(95) })
}

/// Fails unless two overlays are the same; times may differ in their last digits, as they were added differently.
pub fn assert_same(found: &Overlay, expected: &Overlay) {
    let without_times = |overlay: &Overlay| {
        let mut overlay = overlay.clone();
        overlay.edges.iter_mut().for_each(|flow| flow.seconds = None);
        overlay
    };
    assert_eq!(without_times(found), without_times(expected));
    for (found, expected) in found.edges.iter().zip(&expected.edges) {
        let (Some(one), Some(other)) = (found.seconds, expected.seconds) else {
            assert_eq!(found, expected);
            continue;
        };
        for (one, other) in
            [(one.p25, other.p25), (one.median, other.median), (one.p75, other.p75), (one.p95, other.p95)]
        {
            assert!((one - other).abs() <= 1e-12 * other.abs(), "{found:?} is not {expected:?}");
        }
    }
}

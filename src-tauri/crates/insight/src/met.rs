//! The entrants of a class one by one, each with what became of it: what a closer look is made of.

use std::ops::Range;

use model::{Class, Columns, Instants, Mode, Node};

use crate::ahead::Arrivals;
use crate::entrants::Wanted;
use crate::instant::Instant;
use crate::number::Number;
use crate::shards;
use crate::sink::{Seen, Sink};
use crate::step::{Outcome, Told};
use crate::subject::Subject;
use crate::visits::Visits;

/// An entrant.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Met {
    /// The place of its customer in the columns.
    pub(crate) customer: u32,
    /// The row of its entry.
    pub(crate) row: u32,
    /// What became of it; of those that reached a node eventually, that.
    pub(crate) outcome: Outcome,
    /// Whether it has had all its time.
    pub(crate) matured: bool,
    /// Of one that moved, how long it took: milliseconds. Of others it means nothing.
    pub(crate) took: i64,
}

/// The entrants of a class of a node, in the order of the columns and of their entries. None, where the level does not
/// have the node.
pub(crate) fn met(subject: &Subject<'_>, columns: &Columns, (node, class): (Node, Class)) -> Vec<Met> {
    let Some(wanted) = Wanted::of(subject, node, class) else { return Vec::new() };
    match (&columns.at, subject.is_small()) {
        (Instants::Seconds { after, .. }, true) => meet::<_, u8>(subject, columns, after, wanted),
        (Instants::Seconds { after, .. }, false) => meet::<_, u32>(subject, columns, after, wanted),
        (Instants::Millis(millis), true) => meet::<_, u8>(subject, columns, millis, wanted),
        (Instants::Millis(millis), false) => meet::<_, u32>(subject, columns, millis, wanted),
    }
}

fn meet<I: Instant, N: Number>(
    subject: &Subject<'_>,
    columns: &Columns,
    instants: &[I],
    wanted: Wanted,
) -> Vec<Met> {
    let work = |customers: Range<usize>| {
        let mut customer = customers.start;
        let mut meeting = Meeting { wanted, nodes: subject.nodes.len(), met: Vec::new() };
        subject.walk::<I, N>(instants, customers, &mut meeting);
        if subject.question.mode == Mode::Eventual {
            // Who reached a node is found when it did.
            meeting.met.sort_unstable_by_key(|met| met.row);
        }
        for met in &mut meeting.met {
            while columns.offsets[customer + 1] <= met.row {
                customer += 1;
            }
            met.customer = customer as u32;
        }
        meeting.met
    };
    shards::each(subject.parts(), work).concat()
}

/// The meeting sink.
struct Meeting {
    wanted: Wanted,
    nodes: usize,
    met: Vec<Met>,
}

impl Meeting {
    fn meet<I: Instant>(&mut self, row: u32, told: Told, span: I) {
        let millis = 1000 / I::PER_SECOND as i64;
        self.met.push(Met {
            customer: 0,
            row,
            outcome: told.outcome,
            matured: told.matured,
            took: span.units().saturating_mul(millis),
        });
    }
}

impl<I: Instant, N: Number> Sink<I, N> for Meeting {
    const ASKS_WHERE: bool = true;

    fn entrants(&mut self, visits: &Visits<I, N>) {
        let Self { wanted, nodes, .. } = *self;
        visits.each(visits.steps(), |visit, step, is_entrant| {
            if is_entrant && visit.node.number() == wanted.node {
                let told = Told::of(step.into(), nodes);
                if wanted.is_entrant(told) {
                    self.meet(visits.row(visit.index), told, visit.span);
                }
            }
        });
    }

    fn reached(&mut self, visits: &Visits<I, N>, arrivals: &Arrivals<I, N>) {
        let all = arrivals.steps().iter().zip(arrivals.spans()).zip(arrivals.visits());
        for ((&step, &span), &visit) in all {
            let told = Told::of(step.into(), self.nodes);
            if self.wanted.has_arrived(told) {
                self.meet(visits.row(visit as usize), told, span);
            }
        }
    }

    fn saw(&mut self, _: Seen) {}
}

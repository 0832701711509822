//! The people behind a count: the same walk that counts, listing instead.

use std::ops::Range;

use model::{Cancel, Class, Columns, EngineError, Entry, Instants, Journey, Mode, Node, Question};

use crate::ahead::Arrivals;
use crate::instant::Instant;
use crate::number::Number;
use crate::shards;
use crate::sink::{Seen, Sink};
use crate::step::{Outcome, Told};
use crate::subject::{self, Subject};
use crate::visits::Visits;

/// The people behind one count of the [`overlay`](crate::overlay()) of the same question: as many as it says, in the
/// order of the columns and of their entries. By visits a customer comes once for each visit that counts. A node that
/// the journey does not have at the question's level has no entrants.
///
/// In eventual mode the account of a node still counts next moves; ask the same question by the next move for those
/// that [moved to](Class::MovedTo) one next.
pub fn entrants(
    columns: &Columns,
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
    node: Node,
    class: Class,
) -> Vec<Entry> {
    let columns = (columns, subject::newest(columns));
    entrants_unless(&Cancel::default(), columns, journey, question, members, (node, class))
        .expect("nobody else holds this, so nobody can have asked to stop")
}

/// The same over columns whose newest instant is known, unless somebody asks to stop.
pub(crate) fn entrants_unless(
    cancel: &Cancel,
    (columns, newest): (&Columns, Option<i64>),
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
    (node, class): (Node, Class),
) -> Result<Vec<Entry>, EngineError> {
    let subject = Subject::new((columns, newest), journey, question, members, cancel);
    let Some(wanted) = Wanted::of(&subject, node, class) else { return Ok(Vec::new()) };
    subject.unless_cancelled(match (&columns.at, subject.is_small()) {
        (Instants::Seconds { after, .. }, true) => list::<_, u8>(&subject, columns, after, wanted),
        (Instants::Seconds { after, .. }, false) => list::<_, u32>(&subject, columns, after, wanted),
        (Instants::Millis(millis), true) => list::<_, u8>(&subject, columns, millis, wanted),
        (Instants::Millis(millis), false) => list::<_, u32>(&subject, columns, millis, wanted),
    })
}

fn list<I: Instant, N: Number>(
    subject: &Subject<'_>,
    columns: &Columns,
    instants: &[I],
    wanted: Wanted,
) -> Vec<Entry> {
    let work = |customers: Range<usize>| {
        let mut customer = customers.start;
        let mut listing = Listing { wanted, nodes: subject.nodes.len(), rows: Vec::new() };
        subject.walk::<I, N>(instants, customers, &mut listing);
        if subject.question.mode == Mode::Eventual {
            // Who reached a node is found when it did.
            listing.rows.sort_unstable();
        }
        let entry = |row: u32| {
            while columns.offsets[customer + 1] <= row {
                customer += 1;
            }
            Entry { customer: columns.customers[customer], at: columns.at.millis(row as usize) }
        };
        listing.rows.into_iter().map(entry).collect::<Vec<_>>()
    };
    shards::each(subject.parts(), work).concat()
}

/// Which entrants to list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// The number of the node that they entered.
    pub(crate) node: u32,
    which: Which,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    Matured,
    Moved,
    MaturedMoved,
    Lost,
    With(Outcome),
    /// Those with an outcome that were active outside the map.
    Elsewhere(Outcome),
    To(Arrival),
}

/// Those that came to a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Arrival {
    outcome: Outcome,
    mode: Mode,
    /// Only those of them that matured.
    matured: bool,
}

impl Wanted {
    /// Those of a class of a node; `None` where the level does not have them.
    pub(crate) fn of(subject: &Subject<'_>, node: Node, class: Class) -> Option<Self> {
        let arrival = |to, matured| {
            let outcome = Outcome::moved(subject.nodes.number(to)?);
            Some(Which::To(Arrival { outcome, mode: subject.question.mode, matured }))
        };
        let which = match class {
            Class::All => Which::All,
            Class::Moved => Which::Moved,
            Class::MaturedMoved => Which::MaturedMoved,
            Class::MovedTo(to) => arrival(to, false)?,
            Class::MaturedMovedTo(to) => arrival(to, true)?,
            Class::InProgress => Which::With(Outcome::IN_PROGRESS),
            Class::ReturnedLate => Which::With(Outcome::RETURNED_LATE),
            Class::Dropped => Which::With(Outcome::DROPPED),
            Class::Lost => Which::Lost,
            Class::Matured => Which::Matured,
            Class::ReturnedLateElsewhere => Which::Elsewhere(Outcome::RETURNED_LATE),
            Class::DroppedElsewhere => Which::Elsewhere(Outcome::DROPPED),
        };
        Some(Self { node: subject.nodes.number(node)?, which })
    }
}

impl Wanted {
    /// Whether a step by the next move is one of the wanted.
    pub(crate) fn is_entrant(self, told: Told) -> bool {
        match self.which {
            Which::All => true,
            Which::Matured => told.matured,
            Which::Moved => told.outcome.to().is_some(),
            Which::MaturedMoved => told.matured && told.outcome.to().is_some(),
            Which::Lost => told.outcome.is_gone(),
            Which::With(outcome) => told.outcome == outcome,
            Which::Elsewhere(outcome) => told.elsewhere && told.outcome == outcome,
            Which::To(arrival) => arrival.mode == Mode::Next && arrival.is(told),
        }
    }

    /// Whether a step to a node that was reached eventually is one of the wanted.
    pub(crate) fn has_arrived(self, told: Told) -> bool {
        matches!(self.which, Which::To(arrival) if arrival.is(told)) && told.node == self.node
    }
}

impl Arrival {
    fn is(self, told: Told) -> bool {
        told.outcome == self.outcome && (told.matured || !self.matured)
    }
}

/// The listing sink: where the entry of each entrant that is wanted is in the columns.
struct Listing {
    wanted: Wanted,
    nodes: usize,
    rows: Vec<u32>,
}

impl<I: Instant, N: Number> Sink<I, N> for Listing {
    const ASKS_WHERE: bool = true;

    fn entrants(&mut self, visits: &Visits<I, N>) {
        let Self { wanted, nodes, rows } = self;
        let before = rows.len();
        visits.each(visits.steps(), |visit, step, is_entrant| {
            let is_here = is_entrant && visit.node.number() == wanted.node;
            if is_here && wanted.is_entrant(Told::of(step.into(), *nodes)) {
                rows.push(visit.index as u32);
            }
        });
        rows[before..].iter_mut().for_each(|row| *row = visits.row(*row as usize));
    }

    fn reached(&mut self, visits: &Visits<I, N>, arrivals: &Arrivals<I, N>) {
        let arrived =
            |&(&step, _): &(&N::Step, &u32)| self.wanted.has_arrived(Told::of(step.into(), self.nodes));
        let all = arrivals.steps().iter().zip(arrivals.visits());
        self.rows.extend(all.filter(arrived).map(|(_, &visit)| visits.row(visit as usize)));
    }

    fn saw(&mut self, _: Seen) {}
}

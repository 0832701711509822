//! The people behind a count: the same walk that counts, listing instead.

use std::ops::Range;

use model::{Cancel, Class, Columns, EngineError, Entry, Instants, Journey, Mode, Node, Question};

use crate::bounds::Clock;
use crate::instant::Instant;
use crate::shards;
use crate::sink::{Entrant, Outcome, Seen, Sink};
use crate::subject::Subject;

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
    entrants_unless(&Cancel::default(), columns, journey, question, members, (node, class))
        .expect("nobody else holds this, so nobody can have asked to stop")
}

/// The same, unless somebody asks to stop.
pub(crate) fn entrants_unless(
    cancel: &Cancel,
    columns: &Columns,
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
    (node, class): (Node, Class),
) -> Result<Vec<Entry>, EngineError> {
    let subject = Subject::new(columns, journey, question, members, cancel);
    let Some(wanted) = Wanted::of(&subject, node, class) else { return Ok(Vec::new()) };
    subject.unless_cancelled(match &columns.at {
        Instants::Seconds { after, .. } => list(&subject, columns, after, wanted),
        Instants::Millis(millis) => list(&subject, columns, millis, wanted),
    })
}

fn list<I: Instant>(subject: &Subject<'_>, columns: &Columns, instants: &[I], wanted: Wanted) -> Vec<Entry> {
    let clock = Clock::of(&columns.at);
    let work = |customers: Range<usize>| {
        let mut listing = Listing { wanted, listed: Vec::new() };
        subject.walk(instants, customers, &mut listing);
        if subject.question.mode == Mode::Eventual {
            // Who reached a node is found from a customer's last visit back to its first.
            listing.listed.sort_unstable_by_key(|&(customer, at)| (customer, at.units()));
        }
        let entry = |(customer, at): (u32, I)| Entry {
            customer: columns.customers[customer as usize],
            at: clock.millis(at.units()),
        };
        listing.listed.into_iter().map(entry).collect::<Vec<_>>()
    };
    shards::each(subject.parts(), work).concat()
}

/// Which entrants to list.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    node: u32,
    which: Which,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    All,
    Matured,
    Moved,
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
    fn of(subject: &Subject<'_>, node: Node, class: Class) -> Option<Self> {
        let arrival = |to, matured| {
            let outcome = Outcome::moved(subject.nodes.number(to)?);
            Some(Which::To(Arrival { outcome, mode: subject.question.mode, matured }))
        };
        let which = match class {
            Class::All => Which::All,
            Class::Moved => Which::Moved,
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

impl Arrival {
    fn is<I: Instant>(self, entrant: &Entrant<I>) -> bool {
        entrant.outcome == self.outcome && (entrant.matured || !self.matured)
    }
}

/// The listing sink: the index of the customer of each entrant that is wanted, and when it entered.
struct Listing<I> {
    wanted: Wanted,
    listed: Vec<(u32, I)>,
}

impl<I: Instant> Listing<I> {
    fn add(&mut self, entrants: &[Entrant<I>], is: impl Fn(&Entrant<I>) -> bool) {
        let node = self.wanted.node;
        let own = entrants.iter().filter(|entrant| entrant.node == node && is(entrant));
        self.listed.extend(own.map(|entrant| (entrant.customer, entrant.entry)));
    }
}

impl<I: Instant> Sink<I> for Listing<I> {
    fn entrants(&mut self, entrants: &[Entrant<I>]) {
        match self.wanted.which {
            Which::All => self.add(entrants, |_| true),
            Which::Matured => self.add(entrants, |entrant| entrant.matured),
            Which::Moved => self.add(entrants, |entrant| entrant.outcome.to().is_some()),
            Which::Lost => self.add(entrants, |entrant| entrant.outcome.is_gone()),
            Which::With(outcome) => self.add(entrants, |entrant| entrant.outcome == outcome),
            Which::Elsewhere(outcome) => {
                self.add(entrants, |entrant| entrant.elsewhere && entrant.outcome == outcome);
            }
            Which::To(arrival) if arrival.mode == Mode::Next => {
                self.add(entrants, |entrant| arrival.is(entrant));
            }
            Which::To(_) => (),
        }
    }

    fn reached(&mut self, entrants: &[Entrant<I>]) {
        if let Which::To(arrival) = self.wanted.which {
            self.add(entrants, |entrant| arrival.is(entrant));
        }
    }

    fn saw(&mut self, _: Seen) {}
}

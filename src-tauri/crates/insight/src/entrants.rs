//! The customers behind a count: the same walk that counts, listing instead.

use std::ops::Range;

use model::{Columns, CustomerId, Instants, Journey, Mode, Node, Question};

use crate::instant::Instant;
use crate::shards;
use crate::sink::{Entrant, Outcome, Seen, Sink};
use crate::subject::Subject;

/// Which of a node's entrants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// All of them: [`entered`](model::Account::entered).
    Entered,
    /// Those that moved to a node, as the question's mode has it: [`moved`](model::Flow::moved). In eventual mode
    /// the account of a node still counts next moves; ask the same question by the next move to list those.
    Moved(Node),
    /// [`in_progress`](model::Account::in_progress).
    InProgress,
    /// [`returned_late`](model::Account::returned_late).
    ReturnedLate,
    /// [`dropped`](model::Account::dropped).
    Dropped,
    /// [`matured`](model::Account::matured).
    Matured,
}

/// The customers behind one count of the [`overlay`](crate::overlay()) of the same question: as many as it says, in
/// the order of the columns. By visits a customer comes once for each visit that counts. A node that the journey does not have
/// at the question's level has no entrants.
pub fn entrants(
    columns: &Columns,
    journey: &Journey,
    question: &Question,
    members: Option<&[bool]>,
    node: Node,
    class: Class,
) -> Vec<CustomerId> {
    let subject = Subject::new(columns, journey, question, members);
    let Some(wanted) = Wanted::of(&subject, node, class) else { return Vec::new() };
    let indices = match &columns.at {
        Instants::Seconds { after, .. } => list(&subject, after, wanted),
        Instants::Millis(millis) => list(&subject, millis, wanted),
    };
    indices.into_iter().map(|index| columns.customers[index as usize]).collect()
}

fn list<I: Instant>(subject: &Subject<'_>, instants: &[I], wanted: Wanted) -> Vec<u32> {
    let work = |customers: Range<usize>| {
        let mut listing = Listing { wanted, customers: Vec::new() };
        subject.walk(instants, customers, &mut listing);
        listing.customers
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
    With(Outcome),
    /// Those that reached a node, whatever came between.
    Reached(Outcome),
}

impl Wanted {
    fn of(subject: &Subject<'_>, node: Node, class: Class) -> Option<Self> {
        let which = match class {
            Class::Entered => Which::All,
            Class::InProgress => Which::With(Outcome::IN_PROGRESS),
            Class::ReturnedLate => Which::With(Outcome::RETURNED_LATE),
            Class::Dropped => Which::With(Outcome::DROPPED),
            Class::Matured => Which::Matured,
            Class::Moved(to) => {
                let outcome = Outcome::moved(subject.nodes.number(to)?);
                match subject.question.mode {
                    Mode::Next => Which::With(outcome),
                    Mode::Eventual => Which::Reached(outcome),
                }
            }
        };
        Some(Self { node: subject.nodes.number(node)?, which })
    }
}

/// The listing sink: the index of the customer of each entrant that is wanted.
struct Listing {
    wanted: Wanted,
    customers: Vec<u32>,
}

impl Listing {
    fn add<S>(&mut self, entrants: &[Entrant<S>], is: impl Fn(&Entrant<S>) -> bool) {
        let node = self.wanted.node;
        let own = entrants.iter().filter(|entrant| entrant.node == node && is(entrant));
        self.customers.extend(own.map(|entrant| entrant.customer));
    }
}

impl<I: Instant> Sink<I> for Listing {
    fn entrants(&mut self, entrants: &[Entrant<I::Span>]) {
        match self.wanted.which {
            Which::All => self.add(entrants, |_| true),
            Which::Matured => self.add(entrants, |entrant| entrant.matured),
            Which::With(outcome) => self.add(entrants, |entrant| entrant.outcome == outcome),
            Which::Reached(_) => (),
        }
    }

    fn reached(&mut self, entrants: &[Entrant<I::Span>]) {
        if let Which::Reached(outcome) = self.wanted.which {
            self.add(entrants, |entrant| entrant.outcome == outcome);
        }
    }

    fn saw(&mut self, _: Seen) {}
}

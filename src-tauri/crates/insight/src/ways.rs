//! The ways that customers went through a map, node by node: what variants and paths are counted and listed from.

use std::ops::Range;

use model::{Columns, Instants};

use crate::ahead::Arrivals;
use crate::bounds::UpTo;
use crate::instant::Instant;
use crate::number::Number;
use crate::shards;
use crate::sink::{Seen, Sink};
use crate::subject::Subject;
use crate::visits::Visits;

/// Which ways are followed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Followed {
    /// Of each customer, the visits from its first entry in range on. Only of a question by visits.
    Whole,
    /// From the entrants of a node, to the next visits in time.
    From(u32),
    /// From the entrants of a node back to the visits before in time.
    To(u32),
}

/// A way that somebody went.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way<'a> {
    /// Where its first visit is in the columns.
    pub(crate) row: u32,
    /// The numbers of its nodes, in the order in which it is followed.
    pub(crate) nodes: &'a [u32],
    /// Whether it goes on after these.
    pub(crate) goes_on: bool,
}

/// Tells ways, cut at a length that is at least 1, to a `gathering` for each core; these in the order of the customers.
pub(crate) fn gather<G: Send>(
    subject: &Subject<'_>,
    columns: &Columns,
    (followed, length): (Followed, usize),
    gathering: impl Fn() -> G + Sync,
    tell: impl Fn(&mut G, Way<'_>) + Copy + Sync,
) -> Vec<G> {
    let follow = Follow { followed, length, is_whole: matches!(followed, Followed::Whole) };
    match (&columns.at, subject.is_small()) {
        (Instants::Seconds { after, .. }, true) => walk::<_, u8, G>(subject, after, follow, gathering, tell),
        (Instants::Seconds { after, .. }, false) => {
            walk::<_, u32, G>(subject, after, follow, gathering, tell)
        }
        (Instants::Millis(millis), true) => walk::<_, u8, G>(subject, millis, follow, gathering, tell),
        (Instants::Millis(millis), false) => walk::<_, u32, G>(subject, millis, follow, gathering, tell),
    }
}

#[derive(Debug, Clone, Copy)]
struct Follow {
    followed: Followed,
    length: usize,
    is_whole: bool,
}

fn walk<I: Instant, N: Number, G: Send>(
    subject: &Subject<'_>,
    instants: &[I],
    follow: Follow,
    gathering: impl Fn() -> G + Sync,
    tell: impl Fn(&mut G, Way<'_>) + Copy + Sync,
) -> Vec<G> {
    let work = |customers: Range<usize>| {
        let mut gathered = gathering();
        let mut following = Following {
            follow,
            reach: subject.reach::<I>(),
            starts: Vec::new(),
            nodes: Vec::new(),
            is_told: false,
            tell: |way: Way<'_>| tell(&mut gathered, way),
        };
        subject.walk::<I, N>(instants, customers, &mut following);
        gathered
    };
    shards::each(subject.parts(), work)
}

/// The sink that follows ways.
struct Following<I, F> {
    follow: Follow,
    reach: UpTo<I>,
    /// The numbers of the visits where ways begin.
    starts: Vec<usize>,
    nodes: Vec<u32>,
    /// Whether the way of the customer at hand has been told, where each has one.
    is_told: bool,
    tell: F,
}

impl<I: Instant, N: Number, F: FnMut(Way<'_>)> Sink<I, N> for Following<I, F> {
    const ASKS_WHERE: bool = true;

    fn entrants(&mut self, visits: &Visits<I, N>) {
        let Self { follow, starts, is_told, .. } = self;
        starts.clear();
        visits.each(visits.steps(), |visit, _, is_entrant| {
            *is_told &= !visit.node.is_first();
            let is_start = match follow.followed {
                Followed::Whole => !*is_told,
                Followed::From(node) | Followed::To(node) => visit.node.number() == node,
            };
            if is_entrant && is_start {
                *is_told = true;
                starts.push(visit.index);
            }
        });
        for index in 0..self.starts.len() {
            self.tell(visits, self.starts[index]);
        }
    }

    fn reached(&mut self, _: &Visits<I, N>, _: &Arrivals<I, N>) {}

    fn saw(&mut self, _: Seen) {}
}

impl<I: Instant, F: FnMut(Way<'_>)> Following<I, F> {
    fn tell<N: Number>(&mut self, visits: &Visits<I, N>, start: usize) {
        self.nodes.clear();
        let mut next = Some(start);
        while let Some(at) = next.filter(|_| self.nodes.len() < self.follow.length) {
            self.nodes.push(visits.nodes()[at].number());
            next = self.after(visits, at);
        }
        (self.tell)(Way { row: visits.row(start), nodes: &self.nodes, goes_on: next.is_some() });
    }

    /// The visit to which a way goes on from another, if it does.
    fn after<N: Number>(&self, visits: &Visits<I, N>, at: usize) -> Option<usize> {
        let (earlier, later) = match self.follow.followed {
            Followed::Whole | Followed::From(_) => (at, at + 1),
            Followed::To(_) => (at.checked_sub(1)?, at),
        };
        let is_same_customer = visits.nodes().get(later).is_some_and(|node| !node.is_first());
        let entries = visits.entries();
        let goes_on = is_same_customer
            && (self.follow.is_whole || self.reach.has(entries[later].since(entries[earlier])));
        goes_on.then_some(if later == at { earlier } else { later })
    }
}

//! Value at stake: what those spent who moved on from a node, and those who were lost there.

use std::ops::Range;

use model::{Asked, Columns, EngineError, Instants, Journey, Node, Question, Sample, Stake, Worths};

use crate::ahead::Arrivals;
use crate::instant::Instant;
use crate::number::Number;
use crate::purchases::Purchases;
use crate::shards;
use crate::sink::{Seen, Sink};
use crate::step::Told;
use crate::subject::Subject;
use crate::visits::Visits;

/// What is at stake at each node of a question's level, in the order of the map: revenue counts that came within
/// `horizon` milliseconds after the entry of entrants that have matured and whose horizon is over at the cut-off.
pub(crate) fn stakes(
    (columns, newest): (&Columns, Option<i64>),
    asked: &Asked<'_>,
    (question, members): (&Question, Option<&[bool]>),
    worths: &Worths<'_>,
    horizon: i64,
) -> Result<Vec<Stake>, EngineError> {
    let subject = Subject::new((columns, newest), asked.journey, question, members, asked.cancel);
    let cutoff = subject.cutoff.unwrap_or_default();
    let purchases = Purchases::of(columns, worths, cutoff);
    let reach = Reach { columns, purchases: &purchases, horizon, last_entry: cutoff.saturating_sub(horizon) };
    let sums = match (&columns.at, subject.is_small()) {
        (Instants::Seconds { after, .. }, true) => sum::<_, u8>(&subject, reach, after),
        (Instants::Seconds { after, .. }, false) => sum::<_, u32>(&subject, reach, after),
        (Instants::Millis(millis), true) => sum::<_, u8>(&subject, reach, millis),
        (Instants::Millis(millis), false) => sum::<_, u32>(&subject, reach, millis),
    };
    let sums = subject.unless_cancelled(sums)?;
    let stakes = subject.nodes.list.iter().zip(sums).map(|(&node, sums)| {
        let stake = stake(asked.journey, node, &sums);
        // Where nobody ever bought anything, nothing is known of what they would have spent.
        Stake { value: stake.value.filter(|_| !purchases.is_empty()), ..stake }
    });
    Ok(stakes.collect())
}

/// What the sums of a node say. At a goal nobody is lost.
fn stake(journey: &Journey, node: Node, sums: &Sums) -> Stake {
    let lost = if journey.is_goal(node) { 0 } else { sums.lost };
    let stake = Stake::of(node, lost, sums.of_moved, sums.of_lost);
    Stake { value: stake.value.filter(|_| !journey.is_goal(node)), ..stake }
}

/// What is looked at after an entry.
#[derive(Clone, Copy)]
struct Reach<'a> {
    columns: &'a Columns,
    purchases: &'a Purchases,
    horizon: i64,
    /// The last entry whose horizon is over.
    last_entry: i64,
}

/// What is known of a node's entrants.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    lost: u64,
    of_moved: Sample,
    of_lost: Sample,
}

fn sum<I: Instant, N: Number>(subject: &Subject<'_>, reach: Reach<'_>, instants: &[I]) -> Vec<Sums> {
    let work = |customers: Range<usize>| {
        let mut summing =
            Summing { reach, customer: customers.start, sums: vec![Sums::default(); subject.nodes.len()] };
        subject.walk::<I, N>(instants, customers, &mut summing);
        summing.sums
    };
    let mut all = vec![Sums::default(); subject.nodes.len()];
    for part in shards::each(subject.parts(), work) {
        for (sums, more) in all.iter_mut().zip(part) {
            sums.lost += more.lost;
            sums.of_moved.append(&more.of_moved);
            sums.of_lost.append(&more.of_lost);
        }
    }
    all
}

/// The sink that sums what entrants spent.
struct Summing<'a> {
    reach: Reach<'a>,
    customer: usize,
    sums: Vec<Sums>,
}

impl Summing<'_> {
    fn take(&mut self, told: Told, row: u32) {
        let Reach { columns, purchases, horizon, last_entry } = self.reach;
        let sums = &mut self.sums[told.node as usize];
        sums.lost += u64::from(told.outcome.is_gone());
        let entry = columns.at.millis(row as usize);
        if !told.matured || entry > last_entry {
            return;
        }
        while columns.offsets[self.customer + 1] <= row {
            self.customer += 1;
        }
        let spent = purchases.spent(self.customer, entry, entry.saturating_add(horizon));
        let sample = if told.outcome.is_gone() { &mut sums.of_lost } else { &mut sums.of_moved };
        sample.add(spent);
    }
}

impl<I: Instant, N: Number> Sink<I, N> for Summing<'_> {
    const ASKS_WHERE: bool = true;

    fn entrants(&mut self, visits: &Visits<I, N>) {
        let nodes = self.sums.len();
        visits.each(visits.steps(), |visit, step, is_entrant| {
            if is_entrant {
                self.take(Told::of(step.into(), nodes), visits.row(visit.index));
            }
        });
    }

    fn reached(&mut self, _: &Visits<I, N>, _: &Arrivals<I, N>) {}

    fn saw(&mut self, _: Seen) {}
}

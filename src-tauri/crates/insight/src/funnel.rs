//! Funnels: how far each customer comes along chosen steps, counted and listed by one pass over the columns.

mod chains;
mod pass;
mod steps;

use model::{
    Asked, Columns, EngineError, Entry, Funnel, FunnelCounts, Instants, Rate, StepClass, StepCounts,
};

use crate::bounds::Bounds;
use crate::instant::Instant;
use crate::shards;
use crate::times::times;
use pass::{Came, Pass};
use steps::Steps;

/// Counts a funnel.
pub(crate) fn count(
    (columns, newest): (&Columns, Option<i64>),
    asked: &Asked<'_>,
    mask: Option<&[bool]>,
    funnel: &Funnel,
) -> Result<FunnelCounts, EngineError> {
    let cutoff = asked.question.cutoff.or(newest);
    let steps = Steps::of(columns, asked.journey, funnel);
    let (bounds, count) = (Bounds::of(asked.question, cutoff.unwrap_or_default(), &columns.at), steps.len());
    let pass = Pass { columns, steps: &steps, mask, bounds, cancel: asked.cancel };
    let counts = match &columns.at {
        Instants::Seconds { after, .. } => counted(&pass, after, count),
        Instants::Millis(millis) => counted(&pass, millis, count),
    };
    unless_cancelled(asked, FunnelCounts { steps: counts, cutoff })
}

/// Lists one class of those who reached a step of a funnel, each with its first interaction in range at the first step.
pub(crate) fn list(
    (columns, newest): (&Columns, Option<i64>),
    asked: &Asked<'_>,
    mask: Option<&[bool]>,
    (funnel, step, class): (&Funnel, u32, StepClass),
) -> Result<Vec<Entry>, EngineError> {
    let cutoff = asked.question.cutoff.or(newest);
    let steps = Steps::of(columns, asked.journey, funnel);
    if step as usize >= steps.len() {
        return Ok(Vec::new());
    }
    let bounds = Bounds::of(asked.question, cutoff.unwrap_or_default(), &columns.at);
    let pass = Pass { columns, steps: &steps, mask, bounds, cancel: asked.cancel };
    let wanted = |step: u32, class| move |came: &Came| is(came, step, class);
    let entries = match &columns.at {
        Instants::Seconds { after, .. } => listed(&pass, after, wanted(step, class)),
        Instants::Millis(millis) => listed(&pass, millis, wanted(step, class)),
    };
    unless_cancelled(asked, entries)
}

fn unless_cancelled<T>(asked: &Asked<'_>, counted: T) -> Result<T, EngineError> {
    if asked.cancel.is_cancelled() { Err(EngineError::Cancelled) } else { Ok(counted) }
}

fn is(came: &Came, step: u32, class: StepClass) -> bool {
    let (at, ends_here) = (step <= came.level, step == came.level && !came.is_at_end);
    match class {
        StepClass::Reached => at,
        StepClass::Itself => came.steps & (1 << step) != 0,
        StepClass::UnderWay => ends_here && came.has_time,
        StepClass::Lost => ends_here && !came.has_time,
    }
}

/// What part of the customers came to.
struct Tally<I> {
    /// For each step how many of each class.
    counts: Vec<[u64; StepClass::ALL.len()]>,
    /// For each step the quickest spans from the first.
    spans: Vec<Vec<I>>,
}

fn counted<I: Instant>(pass: &Pass<'_>, instants: &[I], steps: usize) -> Vec<StepCounts> {
    let tallies = shards::each(shards::split(&pass.columns.offsets), |customers| {
        let mut tally = Tally { counts: vec![[0; 4]; steps], spans: vec![Vec::new(); steps] };
        pass.over(instants, customers, |came, quickest| {
            for (step, counts) in tally.counts.iter_mut().enumerate().take(came.level as usize + 1) {
                for (count, class) in counts.iter_mut().zip(StepClass::ALL) {
                    *count += u64::from(is(came, step as u32, class));
                }
                if step > 0 && came.steps & (1 << step) != 0 {
                    tally.spans[step].push(quickest[step]);
                }
            }
        });
        tally
    });
    let count = |step: usize, class: usize| tallies.iter().map(|tally| tally.counts[step][class]).sum();
    let reached: Vec<u64> = (0..steps).map(|step| count(step, 0)).collect();
    let of =
        |step: usize, whole: usize| (step > 0).then(|| Rate::of(reached[step], reached[whole])).flatten();
    (0..steps)
        .map(|step| StepCounts {
            reached: reached[step],
            itself: count(step, 1),
            under_way: count(step, 2),
            lost: count(step, 3),
            of_before: of(step, step.saturating_sub(1)),
            of_first: of(step, 0),
            seconds: times::<I>(tallies.iter().map(|tally| &tally.spans[step][..])),
        })
        .collect()
}

fn listed<I: Instant>(pass: &Pass<'_>, instants: &[I], is: impl Fn(&Came) -> bool + Sync) -> Vec<Entry> {
    let columns = pass.columns;
    let of_part = |customers| {
        let mut entries = Vec::new();
        pass.over(instants, customers, |came, _| {
            if is(came) {
                let customer = columns.customers[came.customer];
                entries.push(Entry { customer, at: columns.at.millis(came.first) });
            }
        });
        entries
    };
    shards::each(shards::split(&columns.offsets), of_part).concat()
}

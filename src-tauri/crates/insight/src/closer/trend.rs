//! How a rate went, period by period.

use model::{Clock, Columns, Leg, Mode, Period, Point, Question, Rate, Trend, Unit};

use crate::met::{Met, met};
use crate::step::Outcome;
use crate::subject::Subject;

/// How many periods are told at most.
const MOST: usize = 400;

/// The same question of every visit: in which period a customer's visit is the first, only its periods know.
pub(super) fn every_visit(question: &Question) -> Question {
    Question { unit: Unit::Visits, ..question.clone() }
}

/// How the rate of a leg went. The subject asks about [every visit](every_visit), whatever the unit.
pub(super) fn trend(
    subject: &Subject<'_>,
    (columns, newest): (&Columns, Option<i64>),
    leg: Leg,
    unit: Unit,
    (period, clock): (Period, &dyn Clock),
) -> Trend {
    let all = met(subject, columns, (leg.from, model::Class::All));
    let question = subject.question;
    let entry = |met: &Met| columns.at.millis(met.row as usize);
    let (Some(first), Some(last)) = (all.iter().map(entry).min(), all.iter().map(entry).max()) else {
        return Trend { period, points: Vec::new(), earlier: 0 };
    };
    let end =
        [subject.cutoff, newest, question.to.map(|to| to.saturating_sub(1))].into_iter().flatten().min();
    let (starts, earlier) = period.starts(first, end.map_or(last, |end| end.max(last)), MOST, clock);
    let mut points: Vec<Point> =
        starts.windows(2).map(|two| point(question, subject.cutoff, (two[0], two[1]))).collect();
    let mut counts = vec![Counts::default(); points.len()];
    let did = did(subject, columns, leg, &all);
    let mut before = None;
    for (met, &did) in all.iter().zip(&did) {
        let entry = entry(met);
        let Some(place) = starts.partition_point(|&start| start <= entry).checked_sub(1) else { continue };
        let here = Some((met.customer, place));
        if unit == Unit::Visits || before != here {
            counts[place].add(met.matured, did);
        }
        before = here;
    }
    for (point, counts) in points.iter_mut().zip(counts) {
        point.entered = counts.entered;
        point.rate = counts.rate(question.observed);
        point.open |= counts.matured < counts.entered;
    }
    Trend { period, points, earlier }
}

/// Whether each entrant is one of those that the rate of a leg counts.
fn did(subject: &Subject<'_>, columns: &Columns, leg: Leg, all: &[Met]) -> Vec<bool> {
    match (leg.to, subject.question.mode) {
        (None, _) => all.iter().map(|met| met.outcome.is_gone()).collect(),
        (Some(to), Mode::Next) => {
            let there = subject.nodes.number(to).map(Outcome::moved);
            all.iter().map(|met| Some(met.outcome) == there).collect()
        }
        (Some(_), Mode::Eventual) => {
            let mut reached = met(subject, columns, (leg.from, leg.moved())).into_iter().peekable();
            all.iter().map(|met| reached.next_if(|each| each.row == met.row).is_some()).collect()
        }
    }
}

/// A period within the range of a question, before anybody is counted.
fn point(question: &Question, cutoff: Option<i64>, (start, end): (i64, i64)) -> Point {
    let from = question.from.map_or(start, |from| from.max(start));
    let to = question.to.map_or(end, |to| to.min(end));
    let time_left = question.window.unwrap_or(question.idle);
    let over = to.saturating_sub(1).saturating_add(time_left);
    Point { from, to, entered: 0, rate: None, open: cutoff.is_none_or(|cutoff| over > cutoff) }
}

/// Those that entered in a period.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    entered: u64,
    matured: u64,
    did: u64,
    matured_did: u64,
}

impl Counts {
    fn add(&mut self, matured: bool, did: bool) {
        self.entered += 1;
        self.matured += u64::from(matured);
        self.did += u64::from(did);
        self.matured_did += u64::from(matured && did);
    }

    fn rate(self, observed: bool) -> Option<Rate> {
        if observed { Rate::of(self.did, self.entered) } else { Rate::of(self.matured_did, self.matured) }
    }
}

//! Variants: the sequences in which customers visit nodes, counted and listed.

use std::cmp::Reverse;

use model::{
    Asked, Columns, EngineError, Entry, Mode, Question, Unit, Variant, Variants, VariantsOf, WhichVariant,
};
use rustc_hash::FxHashMap;

use crate::subject::Subject;
use crate::ways::{Followed, gather};

/// How many customers have a variant, and how many of them went on after it was cut.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    all: u64,
    went_on: u64,
}

/// A variant by the numbers of its nodes.
type Counted = (Box<[u32]>, Count);

/// Counts the variants of a question.
pub(crate) fn count(
    columns: (&Columns, Option<i64>),
    asked: &Asked<'_>,
    mask: Option<&[bool]>,
    of: VariantsOf,
) -> Result<Variants, EngineError> {
    let question = by_customer(asked.question);
    let subject = Subject::new(columns, asked.journey, &question, mask, asked.cancel);
    let mut counted = subject.unless_cancelled(counted(&subject, columns.0, of))?;
    let customers = counted.iter().map(|(_, count)| count.all).sum();
    let variants = counted.len() as u64;
    to_top(&mut counted, of);
    let top: Vec<Variant> = counted
        .into_iter()
        .map(|(nodes, Count { all, went_on })| {
            let nodes = nodes.iter().map(|&node| subject.nodes.list[node as usize]).collect();
            Variant { nodes, count: all, went_on }
        })
        .collect();
    let others = customers - top.iter().map(|variant| variant.count).sum::<u64>();
    Ok(Variants { top, customers, variants, others })
}

/// Lists those who have a variant, each with its first entry in range.
pub(crate) fn list(
    columns: (&Columns, Option<i64>),
    asked: &Asked<'_>,
    mask: Option<&[bool]>,
    (of, which): (VariantsOf, &WhichVariant),
) -> Result<Vec<Entry>, EngineError> {
    let question = by_customer(asked.question);
    let subject = Subject::new(columns, asked.journey, &question, mask, asked.cancel);
    let numbers = |nodes: &[model::Node]| -> Option<Vec<u32>> {
        nodes.iter().map(|&node| subject.nodes.number(node)).collect()
    };
    let (one, must_go_on) = match which {
        WhichVariant::Any | WhichVariant::Others => (None, false),
        WhichVariant::Is(nodes) => (Some(numbers(nodes)), false),
        WhichVariant::WentOn(nodes) => (Some(numbers(nodes)), true),
    };
    let mut top = Vec::new();
    if *which == WhichVariant::Others {
        top = subject.unless_cancelled(counted(&subject, columns.0, of))?;
        to_top(&mut top, of);
    }
    let is_top = |nodes: &[u32]| top.iter().any(|(each, _)| **each == *nodes);
    let is_wanted = |nodes: &[u32], goes_on: bool| match &one {
        None => !is_top(nodes),
        Some(one) => one.as_deref() == Some(nodes) && (goes_on || !must_go_on),
    };
    let follow = (Followed::Whole, length(of));
    let rows = gather(&subject, columns.0, follow, Vec::new, |rows: &mut Vec<u32>, way| {
        if is_wanted(way.nodes, way.goes_on) {
            rows.push(way.row);
        }
    });
    subject.unless_cancelled(entries(columns.0, &rows.concat()))
}

/// The entries at rows, which ascend.
pub(crate) fn entries(columns: &Columns, rows: &[u32]) -> Vec<Entry> {
    let mut customer = 0;
    let entry = |&row: &u32| {
        while columns.offsets[customer + 1] <= row {
            customer += 1;
        }
        Entry { customer: columns.customers[customer], at: columns.at.millis(row as usize) }
    };
    rows.iter().map(entry).collect()
}

/// The same question such that every visit in range may be a customer's first.
fn by_customer(question: &Question) -> Question {
    Question { unit: Unit::Visits, mode: Mode::Next, ..question.clone() }
}

fn length(of: VariantsOf) -> usize {
    of.length.max(1) as usize
}

fn counted(subject: &Subject<'_>, columns: &Columns, of: VariantsOf) -> Vec<Counted> {
    type Counts = FxHashMap<Box<[u32]>, Count>;
    let follow = (Followed::Whole, length(of));
    let parts = gather(subject, columns, follow, Counts::default, |counts: &mut Counts, way| {
        let one = Count { all: 1, went_on: u64::from(way.goes_on) };
        add(counts, way.nodes, one);
    });
    let mut parts = parts.into_iter();
    let mut all = parts.next().unwrap_or_default();
    for (nodes, count) in parts.flatten() {
        add(&mut all, &nodes, count);
    }
    all.into_iter().collect()
}

fn add(counts: &mut FxHashMap<Box<[u32]>, Count>, nodes: &[u32], more: Count) {
    if let Some(count) = counts.get_mut(nodes) {
        count.all += more.all;
        count.went_on += more.went_on;
    } else {
        counts.insert(nodes.into(), more);
    }
}

/// Leaves the most frequent variants, the first of all first.
fn to_top(counted: &mut Vec<Counted>, of: VariantsOf) {
    let order = |(one, count): &Counted, (other, than): &Counted| {
        (Reverse(count.all), one).cmp(&(Reverse(than.all), other))
    };
    let top = of.top as usize;
    if top < counted.len() {
        counted.select_nth_unstable_by(top, order);
        counted.truncate(top);
    }
    counted.sort_unstable_by(order);
}

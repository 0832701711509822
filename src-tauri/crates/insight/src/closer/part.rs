//! The people behind a part of a class.

use model::{AttributeColumn, Class, Columns, CustomerId, Entry, Factor, Journey, Node, Part};

use super::aftermath::WhatFollows;
use super::factor::{Been, holders};
use super::touchpoints::Touchpoints;
use crate::met::{Met, met};
use crate::subject::Subject;

/// Those of a class of a node that belong to a part, in the order of the columns and of their entries.
pub(super) fn part(
    subject: &Subject<'_>,
    columns: &Columns,
    journey: &Journey,
    of: (Node, Class),
    part: &Part,
    attribute: Option<(&[CustomerId], &AttributeColumn)>,
) -> Vec<Entry> {
    let mut met = met(subject, columns, of);
    match part {
        Part::Took { at_least, below } => met.retain(|met| {
            let is_within = met.took >= *at_least && below.is_none_or(|below| met.took < below);
            met.outcome.to().is_some() && is_within
        }),
        Part::Next(event) => {
            let what_follows = WhatFollows::of(subject, columns);
            met.retain(|met| {
                let next = what_follows.after(met);
                next.map(|code| &columns.events[code]) == event.as_ref()
            });
        }
        Part::With(factor) => keep(&mut met, columns, journey, (factor, attribute), true),
        Part::Without(factor) => keep(&mut met, columns, journey, (factor, attribute), false),
    }
    let entry = |met: Met| Entry {
        customer: columns.customers[met.customer as usize],
        at: columns.at.millis(met.row as usize),
    };
    met.into_iter().map(entry).collect()
}

/// Keeps those of whom a factor is true, or those of whom it is not.
fn keep(
    met: &mut Vec<Met>,
    columns: &Columns,
    journey: &Journey,
    (factor, attribute): (&Factor, Option<(&[CustomerId], &AttributeColumn)>),
    wanted: bool,
) {
    match factor {
        Factor::Attribute { value, .. } => {
            let holders = attribute.map(|(_, column)| holders(column, value.as_deref()));
            met.retain(|met| {
                let customer = &columns.customers[met.customer as usize];
                let code = attribute.and_then(|(customers, column)| {
                    Some(column.codes[customers.binary_search(customer).ok()?] as usize)
                });
                // Who is not among them has no value, as everybody has of an attribute that is gone.
                let holds = holders.as_ref().map_or(value.is_none(), |holders| holders[code.unwrap_or(0)]);
                holds == wanted
            });
        }
        Factor::Came(touchpoint) => {
            let touchpoints = Touchpoints::of(columns, journey);
            let mut been = Been::new(columns, &touchpoints);
            met.retain(|met| been.had_been(met, *touchpoint) == wanted);
        }
    }
}

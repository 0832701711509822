//! What people did after they dropped or before they returned late.

use std::collections::BTreeMap;

use model::{Aftermath, Class, Columns, Journey, Next, Node};

use super::touchpoints::Touchpoints;
use crate::met::{Met, met};
use crate::number::Number;
use crate::step::Outcome;
use crate::subject::Subject;

/// What those did next that dropped at a node or returned late.
pub(super) fn aftermath(
    subject: &Subject<'_>,
    columns: &Columns,
    journey: &Journey,
    node: Node,
) -> Aftermath {
    let what_follows = WhatFollows::of(subject, columns);
    let mut counts: BTreeMap<Option<usize>, [u64; 2]> = BTreeMap::new();
    for met in met(subject, columns, (node, Class::Lost)) {
        let [dropped, late] = counts.entry(what_follows.after(&met)).or_default();
        *(if met.outcome == Outcome::DROPPED { dropped } else { late }) += 1;
    }
    let touchpoints = Touchpoints::of(columns, journey);
    let next = |(code, [dropped, returned_late]): (Option<usize>, [u64; 2])| Next {
        event: code.map(|code| columns.events[code].clone()),
        touchpoint: code.and_then(|code| touchpoints.of_code(code)),
        dropped,
        returned_late,
    };
    let mut next: Vec<Next> = counts.into_iter().map(next).collect();
    next.sort_by(|one, other| {
        let order = |next: &Next| (next.event.is_none(), u64::MAX - next.dropped - next.returned_late);
        order(one).cmp(&order(other)).then_with(|| one.event.cmp(&other.event))
    });
    Aftermath { next }
}

/// What customers did after the windows of their visits.
pub(super) struct WhatFollows<'a> {
    columns: &'a Columns,
    window: Option<i64>,
    cutoff: Option<i64>,
    /// The node of each event code.
    of_code: Vec<u32>,
}

impl<'a> WhatFollows<'a> {
    /// As a question has it.
    pub(super) fn of(subject: &Subject<'_>, columns: &'a Columns) -> Self {
        Self {
            columns,
            window: subject.question.window,
            cutoff: subject.cutoff,
            of_code: subject.nodes.of_code(columns.events.len()),
        }
    }

    /// The event code of the customer's next interaction after the window, of any kind, up to the cut-off. Without a
    /// window: after the last one that any touchpoint lists, which is the end of the visit of whoever dropped.
    pub(super) fn after(&self, met: &Met) -> Option<usize> {
        let Columns { offsets, at, event, .. } = self.columns;
        let end = offsets[met.customer as usize + 1];
        let known = |row: &u32| self.cutoff.is_none_or(|cutoff| at.millis(*row as usize) <= cutoff);
        let rows = || (met.row..end).take_while(known);
        let next = if let Some(window) = self.window {
            let over = at.millis(met.row as usize).saturating_add(window.max(0));
            rows().find(|&row| at.millis(row as usize) > over)
        } else {
            let is_matched =
                |row: &u32| self.of_code[event.code(*row as usize)] != <u32 as Number>::UNMATCHED;
            let last = rows().filter(is_matched).last().unwrap_or(met.row);
            rows().find(|&row| row > last)
        };
        next.map(|row| event.code(row as usize))
    }
}

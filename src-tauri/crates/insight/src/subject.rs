//! What a question is about, made ready for walks: columns, nodes, bounds, members.

use std::ops::Range;

use model::{Cancel, Codes, Columns, EngineError, Instants, Journey, Question};

use crate::bounds::{Bounds, UpTo};
use crate::instant::{Code, Instant};
use crate::nodes::Nodes;
use crate::number::Number;
use crate::shards;
use crate::sink::Sink;
use crate::walk::Walk;

/// A question and everything needed to answer it.
pub(crate) struct Subject<'a> {
    /// What is asked.
    pub(crate) question: &'a Question,
    /// The nodes at the question's level.
    pub(crate) nodes: Nodes,
    /// The last instant that the data covers, UTC milliseconds; `None` without data.
    pub(crate) cutoff: Option<i64>,
    columns: &'a Columns,
    members: Option<&'a [bool]>,
    /// Asks to stop.
    pub(crate) cancel: &'a Cancel,
    bounds: Bounds,
    /// Whether there are interactions after the cut-off.
    cuts_off: bool,
}

impl<'a> Subject<'a> {
    /// Makes a question ready; `newest` is that of the columns.
    pub(crate) fn new(
        (columns, newest): (&'a Columns, Option<i64>),
        journey: &Journey,
        question: &'a Question,
        members: Option<&'a [bool]>,
        cancel: &'a Cancel,
    ) -> Self {
        let cutoff = question.cutoff.or(newest);
        Self {
            question,
            nodes: Nodes::of(columns, journey, question.level),
            cutoff,
            columns,
            members,
            cancel,
            // Without a cut-off there are no interactions to compare with it.
            bounds: Bounds::of(question, cutoff.unwrap_or_default(), &columns.at),
            cuts_off: cutoff < newest,
        }
    }

    /// What was counted, unless somebody asked to stop meanwhile: then it may lack anything.
    pub(crate) fn unless_cancelled<T>(&self, counted: T) -> Result<T, EngineError> {
        if self.cancel.is_cancelled() { Err(EngineError::Cancelled) } else { Ok(counted) }
    }

    /// The customers in parts, one for each core that is worth it.
    pub(crate) fn parts(&self) -> Vec<Range<usize>> {
        shards::split(&self.columns.offsets)
    }

    /// How many interactions some of the customers have.
    pub(crate) fn interactions(&self, customers: &Range<usize>) -> usize {
        let offset = |customer: usize| self.columns.offsets.get(customer).map_or(0, |&at| at as usize);
        offset(customers.end) - offset(customers.start)
    }

    /// Walks over some of the customers; `instants` are those of the columns, in their own width.
    pub(crate) fn walk<I: Instant, N: Number>(
        &self,
        instants: &[I],
        customers: Range<usize>,
        sink: &mut impl Sink<I, N>,
    ) {
        match &self.columns.event {
            Codes::Narrow(codes) => self.walk_codes(codes, instants, customers, sink),
            Codes::Wide(codes) => self.walk_codes(codes, instants, customers, sink),
        }
    }

    fn walk_codes<C: Code, I: Instant, N: Number>(
        &self,
        codes: &[C],
        instants: &[I],
        customers: Range<usize>,
        sink: &mut impl Sink<I, N>,
    ) {
        let walk = Walk {
            codes,
            instants,
            offsets: &self.columns.offsets,
            of_code: &self.nodes.of_code(C::EVERY),
            nodes: self.nodes.len(),
            members: self.members,
            has_unmatched: self.nodes.has_unmatched,
            cuts_off: self.cuts_off,
            cancel: self.cancel,
            question: self.question,
            bounds: self.bounds,
        };
        walk.over(customers, sink);
    }

    /// The spans after which a visit may still move on.
    pub(crate) fn reach<I: Instant>(&self) -> UpTo<I> {
        self.bounds.narrow().reach
    }

    /// Whether the numbers of the nodes fit in a byte.
    pub(crate) fn is_small(&self) -> bool {
        self.nodes.len() <= u8::MOST
    }
}

/// The newest instant of all interactions, UTC milliseconds: each customer's last one is its newest.
pub(crate) fn newest(columns: &Columns) -> Option<i64> {
    let index = match &columns.at {
        Instants::Seconds { after, .. } => index_of_newest(&columns.offsets, after),
        Instants::Millis(millis) => index_of_newest(&columns.offsets, millis),
    };
    index.map(|index| columns.at.millis(index))
}

fn index_of_newest<I: Instant>(offsets: &[u32], instants: &[I]) -> Option<usize> {
    let newest_of = |customers: Range<usize>| {
        offsets[customers.start..=customers.end]
            .windows(2)
            .filter(|ends| ends[0] < ends[1])
            .map(|ends| ends[1] as usize - 1)
            .max_by_key(|&last| instants[last].units())
    };
    let parts = shards::split(offsets).into_iter().filter(|part| !part.is_empty()).collect();
    shards::each(parts, newest_of).into_iter().flatten().max_by_key(|&last| instants[last].units())
}

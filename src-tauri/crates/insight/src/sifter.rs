//! Flaws of interactions, and what is counted without those that have one.

use std::ops::Range;

use model::{
    Asked, Codes, Columns, CustomerId, EngineError, Flaw, Instants, Level, Marks, Meaning, Overlay, Sifter,
    Sifting, Worths,
};

use crate::ColumnsEngine;
use crate::nodes::Nodes;
use crate::number::Number;
use crate::overlay::overlay_unless;
use crate::purchases::{currency_of, main_currency, of_meaning};
use crate::shards;

impl Sifter for ColumnsEngine {
    fn sift(&self, flaw: &Flaw, sifting: &Sifting<'_>) -> Result<Vec<bool>, EngineError> {
        let (columns, _) = self.counted();
        let marks = sifting.marks;
        let marked = |mark| each(columns, move |row| marks.has(row, mark));
        let found = match flaw {
            Flaw::Future => each(columns, |row| columns.at.millis(row) > sifting.at),
            Flaw::OutOfOrder => marked(Marks::OUT_OF_ORDER),
            Flaw::DateOnly => marked(Marks::DATE_ONLY),
            Flaw::Ties => ties(columns, sifting),
            Flaw::Unmatched => {
                let listed: Vec<bool> =
                    columns.events.iter().map(|event| sifting.listed.contains(event)).collect();
                each(columns, |row| !listed[columns.event.code(row)])
            }
            Flaw::WithoutChannel => {
                let expected = having(columns, marks, Marks::NO_CHANNEL);
                each(columns, |row| marks.has(row, Marks::NO_CHANNEL) && expected[columns.event.code(row)])
            }
            Flaw::WithoutValue => {
                let mut expected = having(columns, marks, Marks::NO_VALUE);
                for (expected, event) in expected.iter_mut().zip(&columns.events) {
                    *expected |= sifting.worths.meanings.contains_key(event);
                }
                each(columns, |row| marks.has(row, Marks::NO_VALUE) && expected[columns.event.code(row)])
            }
            Flaw::OtherCurrency => other_currency(columns, marks, sifting.worths),
            Flaw::SameKey | Flaw::SameEmail | Flaw::WithoutInteractions | Flaw::Lacking(_) => {
                vec![false; columns.len()]
            }
        };
        if sifting.cancel.is_cancelled() { Err(EngineError::Cancelled) } else { Ok(found) }
    }

    fn customers_of(&self, interactions: &[bool]) -> Vec<CustomerId> {
        let (columns, _) = self.counted();
        let groups = columns.customers.iter().zip(columns.offsets.windows(2));
        let meant =
            groups.filter(|(_, ends)| interactions[ends[0] as usize..ends[1] as usize].contains(&true));
        meant.map(|(&customer, _)| customer).collect()
    }

    fn overlay_without(&self, asked: &Asked<'_>, left_out: &[bool]) -> Result<Overlay, EngineError> {
        let (columns, _) = self.counted();
        let kept = without(columns, left_out);
        let engine = Self::new(kept.into());
        let mask = engine.mask(asked.members);
        let (kept, last) = engine.counted();
        overlay_unless(asked.cancel, (kept, last), asked.journey, asked.question, mask.as_deref())
    }
}

/// Whether something is so of each interaction.
fn each(columns: &Columns, is: impl Fn(usize) -> bool + Sync) -> Vec<bool> {
    let parts = shards::each(shards::split(&columns.offsets), |customers| {
        rows(columns, customers).map(&is).collect::<Vec<_>>()
    });
    parts.concat()
}

fn rows(columns: &Columns, customers: Range<usize>) -> Range<usize> {
    columns.offsets[customers.start] as usize..columns.offsets[customers.end] as usize
}

/// Whether any interaction of each event has what a mark says is not there, by code.
fn having(columns: &Columns, marks: &Marks, mark: u8) -> Vec<bool> {
    let mut having = vec![false; columns.events.len()];
    for row in 0..columns.len() {
        having[columns.event.code(row)] |= !marks.has(row, mark);
    }
    having
}

/// Those that share their instant with the matched one before or after them, which is on another touchpoint.
fn ties(columns: &Columns, sifting: &Sifting<'_>) -> Vec<bool> {
    let mut ties = vec![false; columns.len()];
    let Some(journey) = sifting.journey else { return ties };
    let of_code: Vec<u32> = Nodes::of(columns, journey, Level::Touchpoint).of_code(columns.events.len());
    for ends in columns.offsets.windows(2) {
        let mut before: Option<(usize, u32)> = None;
        for row in ends[0] as usize..ends[1] as usize {
            let node = of_code[columns.event.code(row)];
            if node == u32::UNMATCHED {
                continue;
            }
            let is_tie = |&(last, its): &(usize, u32)| {
                its != node && columns.at.millis(last) == columns.at.millis(row)
            };
            if let Some((last, _)) = before.filter(is_tie) {
                ties[last] = true;
                ties[row] = true;
            }
            before = Some((row, node));
        }
    }
    ties
}

/// The purchases with a value in another currency than most.
fn other_currency(columns: &Columns, marks: &Marks, worths: &Worths<'_>) -> Vec<bool> {
    let is_purchase = of_meaning(columns, worths, Meaning::Purchase);
    let bought = |row: usize| is_purchase[columns.event.code(row)];
    if !is_purchase.contains(&true) {
        return vec![false; columns.len()];
    }
    let main = main_currency((0..columns.len()).filter(|&row| bought(row)), worths);
    each(columns, |row| {
        let its = currency_of(worths, row);
        bought(row) && !marks.has(row, Marks::NO_VALUE) && its != 0 && Some(its) != main
    })
}

/// The columns without some interactions; who has none left is not among the customers.
fn without(columns: &Columns, left_out: &[bool]) -> Columns {
    let kept = || (0..columns.len()).filter(|&row| !left_out[row]);
    let (mut customers, mut offsets, mut count) = (Vec::new(), vec![0], 0);
    for (&customer, ends) in columns.customers.iter().zip(columns.offsets.windows(2)) {
        let before = count;
        let group = &left_out[ends[0] as usize..ends[1] as usize];
        count += group.iter().map(|&out| u32::from(!out)).sum::<u32>();
        if count > before {
            customers.push(customer);
            offsets.push(count);
        }
    }
    Columns {
        events: columns.events.clone(),
        customers,
        offsets,
        event: match &columns.event {
            Codes::Narrow(codes) => Codes::Narrow(kept().map(|row| codes[row]).collect()),
            Codes::Wide(codes) => Codes::Wide(kept().map(|row| codes[row]).collect()),
        },
        at: match &columns.at {
            Instants::Seconds { base, after } => {
                Instants::Seconds { base: *base, after: kept().map(|row| after[row]).collect() }
            }
            Instants::Millis(at) => Instants::Millis(kept().map(|row| at[row]).collect()),
        },
    }
}

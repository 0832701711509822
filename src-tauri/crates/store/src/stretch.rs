//! Interactions of a batch as they are written: with the ids of the file, customer by customer.

use model::{ImportId, InteractionBatch, NONE};
use rusqlite::Connection;

use crate::StoreError;
use crate::arrangement::Group;
use crate::dictionary::{self, CHANNEL, CURRENCY, EVENT};

/// The ids in the dictionaries of the names of a batch.
pub(crate) struct Codes {
    event: Vec<i64>,
    channel: Vec<i64>,
    currency: Vec<i64>,
}

impl Codes {
    /// Looks the names up, adds those that are missing, and notes how often the import has each: in the rows of the
    /// batch that are kept, or in all.
    pub(crate) fn of(
        conn: &Connection,
        import: ImportId,
        batch: &InteractionBatch,
        kept: Option<&[u32]>,
    ) -> Result<Self, StoreError> {
        let column = |dictionary: dictionary::Dictionary, names: &[String], codes: &[u16]| {
            let mut counts = vec![0; names.len()];
            let mut count = |code: u16| {
                if let Some(count) = counts.get_mut(usize::from(code)) {
                    *count += 1;
                }
            };
            match kept {
                None => codes.iter().copied().for_each(&mut count),
                Some(rows) => pick(codes, rows).into_iter().for_each(&mut count),
            }
            let ids = dictionary.ids(conn, names, &counts)?;
            dictionary.note(conn, import, &ids, &counts)?;
            Ok::<_, StoreError>(ids)
        };
        Ok(Self {
            event: column(EVENT, &batch.events, &batch.event)?,
            channel: column(CHANNEL, &batch.channels, &batch.channel)?,
            currency: column(CURRENCY, &batch.currencies, &batch.currency)?,
        })
    }
}

/// A stretch of interactions, customer by customer, as the columns of the table.
#[derive(Default)]
pub(crate) struct Stretch {
    pub(crate) customer: Vec<i64>,
    pub(crate) at: Vec<i64>,
    pub(crate) seq: Vec<u32>,
    pub(crate) event: Vec<i64>,
    /// Empty where the batch has none, as are the next three.
    pub(crate) channel: Vec<Option<i64>>,
    pub(crate) value: Vec<Option<f64>>,
    pub(crate) currency: Vec<Option<i64>>,
    pub(crate) date_only: Vec<bool>,
}

impl Stretch {
    /// Fetches rows of a batch column by column: one column's cache misses overlap, a whole row's would not.
    pub(crate) fn of(
        batch: &InteractionBatch,
        codes: &Codes,
        seq: &[u32],
        groups: &[Group],
        start: usize,
    ) -> Self {
        let mut customer = Vec::with_capacity(seq.len());
        for group in groups {
            customer.resize(group.end as usize - start, group.customer);
        }
        let id = |ids: &[i64], code: u16| (code != NONE).then(|| ids[usize::from(code)]);
        Self {
            customer,
            at: pick(&batch.at, seq),
            seq: seq.to_vec(),
            event: pick(&batch.event, seq).into_iter().map(|code| codes.event[usize::from(code)]).collect(),
            channel: pick(&batch.channel, seq).into_iter().map(|code| id(&codes.channel, code)).collect(),
            value: pick(&batch.value, seq)
                .into_iter()
                .map(|value| (!value.is_nan()).then_some(value))
                .collect(),
            currency: pick(&batch.currency, seq).into_iter().map(|code| id(&codes.currency, code)).collect(),
            date_only: pick(&batch.date_only, seq),
        }
    }
}

fn pick<T: Copy>(column: &[T], rows: &[u32]) -> Vec<T> {
    if column.is_empty() { Vec::new() } else { rows.iter().map(|&row| column[row as usize]).collect() }
}

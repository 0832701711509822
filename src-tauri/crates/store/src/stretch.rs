//! Interactions of a batch as they are written: with the ids of the file, customer by customer.

use model::{ImportId, InteractionBatch, NONE};
use rusqlite::Connection;

use crate::StoreError;
use crate::arrangement::Group;
use crate::dictionary::{self, CHANNEL, CURRENCY, EVENT};
use crate::pass::Pass;
use crate::survey::Survey;

/// The ids in the dictionaries of the names of a batch.
pub(crate) struct Codes {
    event: Vec<i64>,
    channel: Vec<i64>,
    currency: Vec<i64>,
}

impl Codes {
    /// Looks the names up, adds those that are missing, and notes how often the import has each.
    pub(crate) fn of(
        conn: &Connection,
        import: ImportId,
        batch: &InteractionBatch,
        survey: &Survey,
    ) -> Result<Self, StoreError> {
        let column = |dictionary: dictionary::Dictionary, names: &[String], counts: &[u64]| {
            let ids = dictionary.ids(conn, names, counts)?;
            dictionary.note(conn, import, &ids, counts)?;
            Ok::<_, StoreError>(ids)
        };
        Ok(Self {
            event: column(EVENT, &batch.events, &survey.event)?,
            channel: column(CHANNEL, &batch.channels, &survey.channel)?,
            currency: column(CURRENCY, &batch.currencies, &survey.currency)?,
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
    /// Empty where the pass has none, as are the next three.
    pub(crate) channel: Vec<Option<i64>>,
    pub(crate) value: Vec<Option<f64>>,
    pub(crate) currency: Vec<Option<i64>>,
    pub(crate) date_only: Vec<bool>,
}

impl Stretch {
    /// The interactions of some groups, the first of which starts at `start` of a pass, and the pass at `base`.
    pub(crate) fn of(pass: &Pass, codes: &Codes, base: u32, (start, groups): (u32, &[Group])) -> Self {
        let mut customer = Vec::new();
        for group in groups {
            customer.resize((group.end - start) as usize, group.customer);
        }
        let from = (start - base) as usize;
        let range = from..from + customer.len();
        let id = |ids: &[i64], code: u16| (code != NONE).then(|| ids[usize::from(code)]);
        let rows = &pass.rows;
        let column = |column: &[u16], ids: &[i64]| {
            column.get(range.clone()).unwrap_or_default().iter().map(|&code| id(ids, code)).collect()
        };
        let value = |value: &f64| (!value.is_nan()).then_some(*value);
        Self {
            customer,
            at: rows.at[range.clone()].to_vec(),
            seq: pass.seq[range.clone()].to_vec(),
            event: rows.event[range.clone()].iter().map(|&code| codes.event[usize::from(code)]).collect(),
            channel: column(&rows.channel, &codes.channel),
            value: rows.value.get(range.clone()).unwrap_or_default().iter().map(value).collect(),
            currency: column(&rows.currency, &codes.currency),
            date_only: rows.date_only.get(range.clone()).unwrap_or_default().to_vec(),
        }
    }
}

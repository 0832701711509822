//! Tests through real files.

mod columnar;
mod columns;
mod customers;
mod dialect;
mod forms;
mod json;
mod laws;
mod rejections;
mod signatures;
mod tables;
mod times;
mod workbook;
mod xes;
mod xlsx;

use std::io::Write;
use std::path::Path;

use chrono::{DateTime, SecondsFormat};
use chrono_tz::Tz;
use model::{InteractionBatch, InteractionRows, NONE, Texts};
use tempfile::NamedTempFile;

use crate::forms::Encoding;
use crate::intake::{OnProgress, Opener, Split};
use crate::table::{self, Table};
use crate::{Forms, InteractionColumns, Progress, ReadError, ReadOptions, Reading, interactions};

/// What was read from a source of interactions, with all of them in one.
type Read = Reading<Whole, InteractionColumns>;

/// A batch with its parts put together.
#[derive(Debug, Clone, Default, PartialEq)]
struct Whole {
    customers: Texts,
    events: Vec<String>,
    channels: Vec<String>,
    currencies: Vec<String>,
    rows: InteractionRows,
}

impl Whole {
    fn of(mut batch: InteractionBatch) -> Self {
        let mut rows = InteractionRows::default();
        batch.parts.each(&mut |part| append(&mut rows, part)).unwrap();
        assert_eq!(rows.len(), batch.parts.len());
        let InteractionBatch { customers, events, channels, currencies, .. } = batch;
        Self { customers, events, channels, currencies, rows }
    }
}

fn append(rows: &mut InteractionRows, part: &InteractionRows) {
    fn optional<T: Copy>(column: &mut Vec<T>, part: &[T], (before, after): (usize, usize), none: T) {
        if !(column.is_empty() && part.is_empty()) {
            column.resize(before, none);
            column.extend(part);
            column.resize(after, none);
        }
    }
    let lengths = (rows.len(), rows.len() + part.len());
    rows.customer.extend(&part.customer);
    rows.event.extend(&part.event);
    rows.at.extend(&part.at);
    optional(&mut rows.date_only, &part.date_only, lengths, false);
    optional(&mut rows.channel, &part.channel, lengths, NONE);
    optional(&mut rows.value, &part.value, lengths, f64::NAN);
    optional(&mut rows.currency, &part.currency, lengths, NONE);
}

/// A file with these bytes.
fn file(bytes: impl AsRef<[u8]>) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes.as_ref()).unwrap();
    file.flush().unwrap();
    file
}

fn options() -> ReadOptions {
    ReadOptions {
        zone: Tz::UTC,
        strict: false,
        forms: Forms::default(),
        large: false,
        sheet: None,
        folder: std::env::temp_dir(),
    }
}

/// An instant in RFC 3339, in UTC, with as many digits of a second as it needs.
fn shown(millis: i64) -> String {
    DateTime::from_timestamp_millis(millis).unwrap().to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn go_on(_: Progress) -> bool {
    true
}

/// Opens the table in a file.
fn at(path: &Path) -> impl Fn(Option<Encoding>) -> Result<Box<dyn Table>, ReadError> {
    move |encoding| table::open(path, encoding, None, false)
}

/// Reads interactions with the work split as told.
fn read_split(
    open: Opener<'_>,
    columns: &InteractionColumns,
    options: &ReadOptions,
    split: Split,
    progress: OnProgress<'_>,
) -> Result<Read, ReadError> {
    let reading = interactions::read_split(open, columns, options, split, progress)?;
    let Reading {
        header,
        repeated,
        columns,
        rejected,
        rows,
        local_times,
        forms,
        unread_value,
        fingerprint,
        sheets,
        stages,
        ..
    } = reading;
    let batch = Whole::of(reading.batch);
    Ok(Reading {
        batch,
        header,
        repeated,
        columns,
        rejected,
        rows,
        local_times,
        forms,
        unread_value,
        fingerprint,
        sheets,
        stages,
    })
}

fn read_path(path: &Path, split: Split) -> Result<Read, ReadError> {
    read_split(&at(path), &InteractionColumns::default(), &options(), split, &go_on)
}

/// Reads interactions with guessed columns, in UTC.
fn read(bytes: impl AsRef<[u8]>) -> Result<Read, ReadError> {
    read_path(file(bytes).path(), Split::default())
}

/// The accepted rows as `customer event milliseconds`, then channel, value and currency where there are some.
fn rows(reading: &Read) -> Vec<String> {
    let batch = &reading.batch;
    let InteractionRows { customer, event, at, channel, value, currency, .. } = &batch.rows;
    let name = |names: &[String], numbers: &[u16], row: usize| {
        let number = numbers.get(row).copied().unwrap_or(NONE);
        names.get(usize::from(number)).map(|name| format!(" {name}")).unwrap_or_default()
    };
    let value = |row: usize| {
        let value = value.get(row).filter(|value| !value.is_nan());
        value.map(|value| format!(" {value}")).unwrap_or_default()
    };
    let row = |row: usize| {
        let customer = &batch.customers[customer[row] as usize];
        let event = &batch.events[usize::from(event[row])];
        let channel = name(&batch.channels, channel, row);
        let currency = name(&batch.currencies, currency, row);
        format!("{customer} {event} {}{channel}{}{currency}", at[row], value(row))
    };
    (0..batch.rows.len()).map(row).collect()
}

/// The rejected rows as `line: reason`.
fn rejected(reading: &Read) -> Vec<String> {
    reading.rejected.first.iter().map(|row| format!("{}: {}", row.line, row.reason)).collect()
}

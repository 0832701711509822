//! Tests through real files.

mod columns;
mod customers;
mod dialect;
mod forms;
mod laws;
mod rejections;
mod tables;
mod times;

use std::io::Write;
use std::path::Path;

use chrono::{DateTime, SecondsFormat};
use chrono_tz::Tz;
use tempfile::NamedTempFile;

use crate::forms::Encoding;
use crate::intake::Split;
use crate::interactions::{InteractionReading, read_split};
use crate::table::{self, Table};
use crate::{Forms, InteractionColumns, Progress, ReadError, ReadOptions};

/// A file with these bytes.
fn file(bytes: impl AsRef<[u8]>) -> NamedTempFile {
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(bytes.as_ref()).unwrap();
    file.flush().unwrap();
    file
}

fn options() -> ReadOptions {
    ReadOptions { zone: Tz::UTC, strict: false, forms: Forms::default() }
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
    move |encoding| table::open(path, encoding)
}

fn read_path(path: &Path, split: Split) -> Result<InteractionReading, ReadError> {
    read_split(&at(path), &InteractionColumns::default(), &options(), split, &go_on)
}

/// Reads interactions with guessed columns, in UTC.
fn read(bytes: impl AsRef<[u8]>) -> Result<InteractionReading, ReadError> {
    read_path(file(bytes).path(), Split::default())
}

/// The accepted rows as `customer event milliseconds`, then channel, value and currency where there are some.
fn rows(reading: &InteractionReading) -> Vec<String> {
    let batch = &reading.batch;
    let name = |names: &[String], numbers: &[u16], row: usize| {
        let number = numbers.get(row).copied().unwrap_or(model::NONE);
        names.get(usize::from(number)).map(|name| format!(" {name}")).unwrap_or_default()
    };
    let value = |row: usize| {
        let value = batch.value.get(row).filter(|value| !value.is_nan());
        value.map(|value| format!(" {value}")).unwrap_or_default()
    };
    let row = |row: usize| {
        let customer = &batch.customers[batch.customer[row] as usize];
        let event = &batch.events[usize::from(batch.event[row])];
        let channel = name(&batch.channels, &batch.channel, row);
        let currency = name(&batch.currencies, &batch.currency, row);
        format!("{customer} {event} {}{channel}{}{currency}", batch.at[row], value(row))
    };
    (0..batch.len()).map(row).collect()
}

/// The rejected rows as `line: reason`.
fn rejected(reading: &InteractionReading) -> Vec<String> {
    reading.rejected.first.iter().map(|row| format!("{}: {}", row.line, row.reason)).collect()
}

//! The cells of a sheet, gathered row by row.

use calamine::{DataRef, ExcelDateTime};
use chrono::{NaiveDate, NaiveTime, Timelike};
use memchr::memchr;

use super::Workbook;
use crate::cell::Cell;
use crate::csv::record::REACH;
use crate::error::ReadError;
use crate::rejection::RejectReason;

/// How many columns Excel has.
const WIDEST: u32 = 16_384;

/// From where on numbers are no dates of Excel's: the day after 31 December 9999.
const BEYOND: f64 = 2_958_466.0;

/// The cells of a row that have something in them, by column in rising order.
pub(super) type Filled = Vec<(usize, Result<Cell<String>, RejectReason>)>;

/// Gives each row of a sheet that has cells, with its number from 0, for as long as `see` says to go on.
pub(super) fn rows(
    workbook: &mut Workbook,
    sheet: &str,
    see: &mut dyn FnMut(u32, Filled) -> bool,
) -> Result<(), ReadError> {
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    let mut row = None;
    let mut filled = Filled::new();
    while let Some(cell) = reader.next_cell()? {
        let (at, column) = cell.get_position();
        if row.is_some_and(|row| at < row) || column >= WIDEST {
            return Err(ReadError::DamagedWorkbook("its cells are out of order".to_owned()));
        }
        if row.is_some_and(|row| at > row) && !see(row.unwrap_or(0), std::mem::take(&mut filled)) {
            return Ok(());
        }
        row = Some(at);
        let cell = value(cell.get_value());
        if matches!(&cell, Ok(Cell::Text(text)) if text.is_empty()) {
            continue;
        }
        let column = column as usize;
        if filled.last().is_some_and(|&(last, _)| last >= column) {
            return Err(ReadError::DamagedWorkbook("its cells are out of order".to_owned()));
        }
        filled.push((column, cell));
    }
    if let Some(row) = row {
        see(row, filled);
    }
    Ok(())
}

fn value(value: &DataRef<'_>) -> Result<Cell<String>, RejectReason> {
    Ok(match value {
        DataRef::Empty => Cell::Text(String::new()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => checked(text)?,
        DataRef::SharedString(text) => checked(text)?,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(truth) => Cell::Text(truth.to_string()),
        DataRef::DateTime(date) => day(*date).unwrap_or_else(|| hours(*date)),
        DataRef::Error(error) => Cell::Text(error.to_string()),
    })
}

fn checked(text: &str) -> Result<Cell<String>, RejectReason> {
    let text = text.trim();
    match () {
        () if text.len() > REACH => Err(RejectReason::LongField { bytes: text.len() as u32 }),
        () if memchr(0, text.as_bytes()).is_some() => Err(RejectReason::BadText),
        () => Ok(Cell::Text(text.to_owned())),
    }
}

/// A number that is shown as a duration or as a time of no day: as hours, minutes and seconds. What cannot be shown is
/// as Excel shows it.
fn hours(date: ExcelDateTime) -> Cell<String> {
    let seconds = (date.as_f64() * 86_400.0).round();
    if !(0.0..BEYOND * 86_400.0).contains(&seconds) {
        return Cell::Text("#####".to_owned());
    }
    let seconds = seconds as u64;
    Cell::Text(format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60))
}

/// A number that is shown as a date. One that is shown as a duration, or as a time of no day, is none.
fn day(date: ExcelDateTime) -> Option<Cell<String>> {
    if !date.is_datetime() || !(1.0..BEYOND).contains(&date.as_f64()) {
        return None;
    }
    let (year, month, day, hour, minute, second, milli) = date.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let [hour, minute, second] = [hour, minute, second].map(u32::from);
    let time = NaiveTime::from_hms_milli_opt(hour, minute, second, milli.into())?;
    let millis = i64::from(time.num_seconds_from_midnight()) * 1000 + i64::from(milli);
    Some(Cell::Date { day: i64::from(day.to_epoch_days()), time: (millis > 0).then_some(millis) })
}

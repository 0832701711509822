//! One line as the cells of a row.

use std::borrow::Cow;

use memchr::memchr;

use super::Places;
use super::pairs::{Fields, Text, flattened};
use crate::cell::Cell;
use crate::csv::record::REACH;
use crate::rejection::RejectReason;
use crate::table::Row;

/// Whole numbers beyond this may be rounded as floating-point numbers: 2 to the power of 53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The cells that an object has, sorted by the place of their column.
pub(super) struct Object<'a>(Vec<(usize, Cell<Cow<'a, str>>)>);

/// The names in an object, without white space around them; `None` if the line is none.
pub(super) fn names(line: &[u8]) -> Option<Vec<Cow<'_, str>>> {
    let fields: Fields<'_> = serde_json::from_slice(line).ok()?;
    Some(flattened(fields).into_iter().map(|(name, _)| name).collect())
}

impl<'a> Object<'a> {
    /// Reads a line.
    pub fn read(line: &'a [u8], places: &Places) -> Result<Self, RejectReason> {
        let text = std::str::from_utf8(line).map_err(|_| RejectReason::BadText)?;
        let fields: Fields<'_> = serde_json::from_str(text).map_err(|_| RejectReason::BadJson)?;
        let found = |(name, value): (Cow<'_, str>, &'a str)| Some((*places.get(name.as_ref())?, value));
        let mut found: Vec<_> = flattened(fields).into_iter().filter_map(found).collect();
        found.sort_by_key(|&(place, _)| place);
        if let Some(twice) = found.windows(2).find(|two| two[0].0 == two[1].0) {
            let name = places.iter().find(|(_, place)| **place == twice[0].0);
            return Err(RejectReason::repeated_name(name.map_or("", |(name, _)| name)));
        }
        let cells = found.into_iter().map(|(place, value)| Ok((place, cell(value)?)));
        Ok(Self(cells.collect::<Result<_, _>>()?))
    }

    /// Its cells by column, with texts of their own.
    pub fn owned(&self, columns: usize) -> Vec<Cell<String>> {
        let mut cells = vec![Cell::Text(String::new()); columns];
        for (place, cell) in &self.0 {
            cells[*place] = cell.owned();
        }
        cells
    }
}

impl Row for Object<'_> {
    fn cell(&self, column: usize) -> Cell<&[u8]> {
        match self.0.binary_search_by_key(&column, |&(place, _)| place) {
            Ok(at) => self.0[at].1.lent(),
            Err(_) => NOTHING,
        }
    }
}

const NOTHING: Cell<&[u8]> = Cell::Text(&[]);

/// A value as it is written.
fn cell(json: &str) -> Result<Cell<Cow<'_, str>>, RejectReason> {
    let cell = match json.as_bytes() {
        [b'"', ..] => {
            let Text(text) = serde_json::from_str(json).map_err(|_| RejectReason::BadJson)?;
            Cell::Text(trimmed(text))
        }
        [b'{' | b'[', ..] => Cell::Nested(Cow::Borrowed(json)),
        b"null" => Cell::Text(Cow::Borrowed("")),
        b"true" | b"false" => Cell::Text(Cow::Borrowed(json)),
        _ => number(json)?,
    };
    match &cell {
        Cell::Text(text) | Cell::Nested(text) if text.len() > REACH => {
            Err(RejectReason::LongField { bytes: text.len() as u32 })
        }
        Cell::Text(text) if memchr(0, text.as_bytes()).is_some() => Err(RejectReason::BadText),
        _ => Ok(cell),
    }
}

pub(crate) fn number(json: &str) -> Result<Cell<Cow<'_, str>>, RejectReason> {
    let number: f64 = json.parse().map_err(|_| RejectReason::BadJson)?;
    let is_whole = json.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    // Beyond, two numbers would become one: keys of customers are such numbers.
    let is_rounded = is_whole && number.abs() >= EXACT || !number.is_finite();
    Ok(if is_rounded { Cell::Text(Cow::Borrowed(json)) } else { Cell::Number(number) })
}

pub(super) fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

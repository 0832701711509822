//! A table of another format than CSV: a sheet whose cells have types. What stands behind the format does not tell
//! the two apart.

use std::vec::IntoIter;

use chrono_tz::Tz;
use model::CustomerRows;

use super::{Read, at, file, go_on, options, read_split, rejected, rows};
use crate::cell::Cell;
use crate::forms::{Encoding, Script};
use crate::intake::Split;
use crate::table::{Block, Extent, Give, Head, Header, Table};
use crate::{InteractionColumns, ReadError, ReadOptions, customers};

/// A sheet: a block has as many rows as it should have bytes.
struct Sheet {
    head: Head,
    rows: IntoIter<Vec<Cell<String>>>,
}

impl Sheet {
    fn new(header: &[&str], rows: &[Vec<Cell<&str>>]) -> Self {
        let rows: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(owned).collect()).collect();
        let head = Head {
            header: Header::of(header.iter().map(|&name| name.to_owned()).collect()),
            sample: rows.iter().take(2).cloned().collect(),
            encoding: None,
            fractions: true,
            lines: 1,
            size: rows.len() as u64,
            sheets: None,
        };
        Self { head, rows: rows.into_iter() }
    }
}

fn owned(cell: &Cell<&str>) -> Cell<String> {
    match *cell {
        Cell::Text(text) => Cell::Text(text.to_owned()),
        Cell::Number(number) => Cell::Number(number),
        Cell::Date { day, time } => Cell::Date { day, time },
        Cell::Instant(at) => Cell::Instant(at),
        Cell::Nested(json) => Cell::Nested(json.to_owned()),
    }
}

impl Table for Sheet {
    fn head(&self) -> &Head {
        &self.head
    }

    fn blocks(&mut self, most: usize, size: usize) -> Result<Vec<Box<dyn Block>>, ReadError> {
        let count = most.min(self.rows.len().div_ceil(size));
        let block = |_| -> Box<dyn Block> { Box::new(Rows(self.rows.by_ref().take(size).collect())) };
        Ok((0..count).map(block).collect())
    }

    fn read_so_far(&self) -> u64 {
        self.head.size - self.rows.len() as u64
    }

    fn fingerprint(&mut self) -> Result<String, ReadError> {
        Ok("of a sheet".to_owned())
    }
}

struct Rows(Vec<Vec<Cell<String>>>);

impl Block for Rows {
    fn rows(&self, give: Give<'_>) -> Extent {
        for (line, row) in (0..).zip(&self.0) {
            give(line, Ok(row));
        }
        Extent { lines: self.0.len() as u64, script: Script::default() }
    }
}

const HEADER: [&str; 6] = ["Klant", "Gebeurtenis", "Datum", "Kanaal", "Bedrag", "Valuta"];

fn text(text: &str) -> Cell<&str> {
    Cell::Text(text)
}

/// A day of 2024 by its number, and a time of day in minutes.
fn date(day: i64, minutes: Option<i64>) -> Cell<&'static str> {
    Cell::Date { day: 19_722 + day, time: minutes.map(|minutes| minutes * 60_000) }
}

/// Rows with cells of every type, and the lines of CSV that tell the same.
fn written_in_both_ways() -> (Vec<Vec<Cell<&'static str>>>, String) {
    let sheet = vec![
        vec![
            Cell::Number(1001.0),
            text("koop"),
            date(1, Some(845)),
            text("web"),
            Cell::Number(1234.0),
            text("EUR"),
        ],
        vec![text("1001"), text("bezoek"), date(31, None), text(""), text("€ 12,50"), text("")],
        vec![
            text("Zoë"),
            Cell::Number(7.5),
            Cell::Instant(1_711_893_900_000),
            text("web"),
            text(""),
            text("USD"),
        ],
        // The clock of Amsterdam skips half past two on the last of March, and shows it twice on 27 October.
        vec![text("Zoë"), text("koop"), date(91, Some(150)), text("app"), Cell::Number(-0.25), text("EUR")],
        vec![text("Zoë"), text("koop"), date(301, Some(150)), text("app"), Cell::Number(3.0), text("EUR")],
        vec![text(""), text("koop"), date(1, None), text(""), text(""), text("")],
        vec![text("x"), text("koop"), Cell::Number(45_292.0), text(""), text(""), text("")],
        vec![text("x"), text("koop"), text("31-12-2024 14:05"), text(""), date(2, None), text("")],
        vec![text("x"), text("koop"), text("31-12-2024 14:05"), text(""), Cell::Number(f64::NAN), text("")],
        vec![text("x"), text("koop"), text("31-12-2024 14:05"), text(""), Cell::Number(2e10), text("")],
    ];
    let lines = [
        "Klant;Gebeurtenis;Datum;Kanaal;Bedrag;Valuta",
        "1001;koop;2024-01-01 14:05;web;1234;EUR",
        "1001;bezoek;2024-01-31;;€ 12,50;",
        "Zoë;7.5;2024-03-31T14:05:00Z;web;;USD",
        "Zoë;koop;2024-03-31 02:30;app;-0.25;EUR",
        "Zoë;koop;2024-10-27 02:30;app;3;EUR",
        ";koop;2024-01-01;;;",
        "x;koop;45292;;;",
        "x;koop;31-12-2024 14:05;;2024-01-02;",
        "x;koop;31-12-2024 14:05;;NaN;",
        "x;koop;31-12-2024 14:05;;20000000000;",
    ];
    (sheet, lines.join("\n"))
}

fn in_amsterdam() -> ReadOptions {
    ReadOptions { zone: Tz::Europe__Amsterdam, ..options() }
}

fn read(sheet: &[Vec<Cell<&str>>], split: Split) -> Result<Read, ReadError> {
    let open = |encoding: Option<Encoding>| -> Result<Box<dyn Table>, ReadError> {
        assert_eq!(encoding, None, "a sheet leaves no encoding open");
        Ok(Box::new(Sheet::new(&HEADER, sheet)))
    };
    read_split(&open, &InteractionColumns::default(), &in_amsterdam(), split, &go_on)
}

#[test]
fn typed_cells_are_read_as_the_text_that_tells_the_same() {
    let (sheet, lines) = written_in_both_ways();
    let source = file(lines);
    let columns = InteractionColumns::default();
    let split = Split { workers: 2, block: 2 };
    let of_text = read_split(&at(source.path()), &columns, &in_amsterdam(), split, &go_on).unwrap();
    let of_cells = read(&sheet, split).unwrap();
    assert_eq!(rows(&of_cells).len(), 6);
    assert_eq!(rows(&of_cells), rows(&of_text));
    assert_eq!(of_cells.batch.rows.date_only, of_text.batch.rows.date_only);
    assert_eq!(rejected(&of_cells), rejected(&of_text));
    assert_eq!(of_cells.rejected.first.iter().map(|row| row.line).collect::<Vec<_>>(), [7, 8, 9, 10]);
    assert_eq!(of_cells.local_times, of_text.local_times);
    assert_eq!((of_cells.local_times.skipped, of_cells.local_times.repeated), (1, 1));
    assert_eq!((of_cells.columns, of_cells.header), (of_text.columns, of_text.header));
    assert_eq!((of_cells.forms.encoding, of_text.forms.encoding), (None, Some(Encoding::Utf8)));
    assert_eq!(of_cells.forms.date_order, of_text.forms.date_order);
}

#[test]
fn how_the_work_is_split_does_not_show_in_a_sheet() {
    let (sheet, _) = written_in_both_ways();
    let whole = read(&sheet, Split { workers: 1, block: 100 }).unwrap();
    for block in 1..4 {
        let split = read(&sheet, Split { workers: 3, block }).unwrap();
        assert_eq!(rows(&split), rows(&whole));
        assert_eq!((split.rejected, split.rows), (whole.rejected.clone(), whole.rows));
    }
}

#[test]
fn attributes_are_what_typed_cells_spell() {
    let rows = [
        vec![Cell::Number(7.0), text("Zoë"), date(91, None), Cell::Number(0.5)],
        vec![text("8"), text(""), date(91, Some(845)), Cell::Instant(1_711_893_900_500)],
    ];
    let open = |_: Option<Encoding>| -> Result<Box<dyn Table>, ReadError> {
        Ok(Box::new(Sheet::new(&["id", "name", "since", ""], &rows)))
    };
    let split = Split { workers: 1, block: 10 };
    let reading = customers::read_split(&open, None, &[], &options(), split, &go_on).unwrap();
    assert_eq!(reading.batch.attributes, ["since", "column 4"]);
    let told: Vec<_> = reading.batch.blocks.iter().flat_map(CustomerRows::rows).collect();
    assert_eq!(told[0], ["7", "Zoë", "2024-03-31", "0.5"]);
    assert_eq!(told[1], ["8", "", "2024-03-31 14:05:00", "2024-03-31T14:05:00.500Z"]);
}

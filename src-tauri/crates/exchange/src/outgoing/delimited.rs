//! CSV.

use std::borrow::Cow;
use std::io::{self, Write};

use super::{Column, Datum};
use crate::written::{CsvWriter, MARK, harmless};

#[derive(Debug)]
pub(super) struct Delimited<W: Write> {
    csv: CsvWriter<W>,
    safe: bool,
}

impl<W: Write> Delimited<W> {
    pub fn begin(mut sink: W, safe: bool, columns: &[Column]) -> io::Result<Self> {
        if safe {
            // Without it a spreadsheet does not take the text for UTF-8.
            sink.write_all(MARK.as_bytes())?;
        }
        let mut table = Self { csv: CsvWriter::exact(sink), safe };
        let headings: Vec<_> = columns.iter().map(|column| Datum::Text(&column.heading)).collect();
        table.row(&headings)?;
        Ok(table)
    }

    pub fn row(&mut self, cells: &[Datum<'_>]) -> io::Result<()> {
        let texts: Vec<_> = cells.iter().map(|&cell| self.text(cell)).collect();
        self.csv.record(texts.iter().map(AsRef::as_ref))
    }

    pub fn finish(self) -> io::Result<W> {
        self.csv.finish()
    }

    fn text<'a>(&self, cell: Datum<'a>) -> Cow<'a, str> {
        match cell {
            // A number with a sign is a number to a spreadsheet too.
            Datum::Text(text) if self.safe => harmless(text),
            _ => cell.text(),
        }
    }
}

//! Writing CSV: RFC 4180, and where a spreadsheet may open it no cell that it takes for a formula.

use std::borrow::Cow;
use std::io::{self, Write};

/// What begins a formula in one spreadsheet or another.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What says that a text is UTF-8.
pub(crate) const MARK: &str = "\u{FEFF}";

/// Writes records as CSV: separated by commas or semicolons, ended by CRLF, quoted where needed, in UTF-8.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it: spreadsheets
/// would carry it out otherwise, and whoever wrote it into a form would have their way with who opens the list. Only an
/// exact writer leaves every cell as it is.
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    sink: W,
    separator: char,
    exact: bool,
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

impl<W: Write> CsvWriter<W> {
    /// Writes into a sink, which had better be buffered, separated by commas as programs read it.
    pub fn new(sink: W) -> Self {
        Self { sink, separator: ',', exact: false }
    }

    /// Likewise with every cell as it is, to be read back.
    pub(crate) fn exact(sink: W) -> Self {
        Self { exact: true, ..Self::new(sink) }
    }

    /// Likewise for people who open it in a spreadsheet: that expects the separator of its country, and without a mark
    /// at the beginning does not take the text for UTF-8.
    pub fn for_spreadsheet(mut sink: W, separator: char) -> io::Result<Self> {
        sink.write_all(MARK.as_bytes())?;
        Ok(Self { sink, separator, exact: false })
    }

    /// Writes one record.
    pub fn record<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                write!(self.sink, "{}", self.separator)?;
            }
            self.cell(cell)?;
        }
        self.sink.write_all(b"\r\n")
    }

    /// Gives the sink back once everything has reached it.
    pub fn finish(mut self) -> io::Result<W> {
        self.sink.flush()?;
        Ok(self.sink)
    }

    fn cell(&mut self, cell: &str) -> io::Result<()> {
        let cell = if self.exact { Cow::Borrowed(cell) } else { harmless(cell) };
        // Readers differ on whether space around a bare cell is part of it.
        let spaced = cell.starts_with(' ') || cell.ends_with(' ');
        if !spaced && !cell.contains(['"', ',', ';', '\r', '\n']) {
            return self.sink.write_all(cell.as_bytes());
        }
        write!(self.sink, "\"{}\"", cell.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(records: &[&[&str]]) -> String {
        let mut writer = CsvWriter::new(Vec::new());
        for record in records {
            writer.record(record.iter().copied()).unwrap();
        }
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let text = written(&[&["key", "name"], &["a,b", "say \"hi\""], &["two\nlines", ""], &[" x", "y "]]);
        let expected = "key,name\r\n\"a,b\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\r\n\" x\",\"y \"\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_spreadsheet_is_told_the_encoding_and_given_its_separator() {
        let mut writer = CsvWriter::for_spreadsheet(Vec::new(), ';').unwrap();
        writer.record(["sleutel", "naam"]).unwrap();
        writer.record(["1;2", "José, M."]).unwrap();
        let text = String::from_utf8(writer.finish().unwrap()).unwrap();
        assert_eq!(text, "\u{FEFF}sleutel;naam\r\n\"1;2\";\"José, M.\"\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let formulas = ["=1+1", "+31 6", "-5", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\",\"y\")"];
        for formula in formulas {
            let text = written(&[&[formula]]);
            let cell = text.trim_end_matches("\r\n").trim_start_matches('"');
            assert!(cell.starts_with('\''), "{formula:?} is written as {text:?}");
        }
        assert_eq!(written(&[&["a=b", "x-1", "'=1"]]), "a=b,x-1,'=1\r\n");
    }

    #[test]
    fn another_reader_reads_what_was_written() {
        let records = [vec!["a", "b,\"c\"\r\nd", ""], vec!["é 日本", "'", "\"\""]];
        let text = written(&records.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let read: Vec<Vec<String>> =
            reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, records);
    }
}

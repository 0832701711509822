//! Excel workbooks of small tables.

use std::io;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::{Column, Datum, Kind};

/// A table as a sheet of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet<'a> {
    /// What it is called, in no more than 31 characters, none of which is `[ ] : * ? / \`.
    pub name: &'a str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<Datum<'a>>>,
}

/// So many characters wide is a column at most; what is longer is wrapped.
const WIDEST: usize = 60;

/// The most characters that Excel takes in a cell.
const LONGEST: usize = 32_767;

/// Writes tables as an Excel workbook, whose texts are never formulas. The same tables give the same bytes.
pub fn workbook(sheets: &[Sheet<'_>]) -> io::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    // Else it says when it was made.
    let epoch = rust_xlsxwriter::ExcelDateTime::from_timestamp(0).map_err(io::Error::other)?;
    workbook.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&epoch));
    for sheet in sheets {
        write(workbook.add_worksheet(), sheet).map_err(io::Error::other)?;
    }
    workbook.save_to_buffer().map_err(io::Error::other)
}

fn write(page: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let number = Format::new().set_align(FormatAlign::Top);
    let share = Format::new().set_num_format("0.0%").set_align(FormatAlign::Top);
    for (at, column) in (0..).zip(&sheet.columns) {
        let cells = sheet.rows.iter().map(|row| row[usize::from(at)].text().chars().count());
        let widest = cells.chain([column.heading.chars().count()]).max().unwrap_or(0);
        page.set_column_width(at, (widest.min(WIDEST) + 2) as f64)?;
        page.write_string_with_format(0, at, &column.heading, &heading)?;
    }
    for (down, row) in (1..).zip(&sheet.rows) {
        for (at, (cell, column)) in (0..).zip(row.iter().zip(&sheet.columns)) {
            match cell {
                Datum::Nothing => {}
                Datum::Number(value) if column.kind == Kind::Share => {
                    page.write_number_with_format(down, at, *value, &share)?;
                }
                Datum::Number(value) => {
                    page.write_number_with_format(down, at, *value, &number)?;
                }
                _ => {
                    let fitting: String = cell.text().chars().take(LONGEST).collect();
                    page.write_string_with_format(down, at, fitting, &text)?;
                }
            }
        }
    }
    Ok(())
}

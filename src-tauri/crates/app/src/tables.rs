//! A map's numbers as tables for spreadsheets.

use exchange::{Column, Datum, Kind, Sheet, TableFormat, TableWriter, workbook};
use scene::{Table, TableCell, Tables};

/// In what the tables of a map are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TablesFormat {
    /// A workbook with a sheet for each.
    Xlsx,
    /// One table with the columns of all of them, whose first says of which a row is. No text of it is a formula.
    Csv,
}

/// Writes tables.
pub(crate) fn written(tables: &Tables, format: TablesFormat) -> std::io::Result<Vec<u8>> {
    match format {
        TablesFormat::Xlsx => {
            let sheets: Vec<Sheet<'_>> = tables.tables.iter().map(sheet).collect();
            workbook(&sheets)
        }
        TablesFormat::Csv => csv(tables),
    }
}

fn sheet(table: &Table) -> Sheet<'_> {
    let columns = table.columns.iter().enumerate().map(|(at, heading)| {
        let kind = table.rows.iter().find_map(|row| kind(&row[at]));
        Column { heading: heading.clone(), kind: kind.unwrap_or(Kind::Text) }
    });
    let rows = table.rows.iter().map(|row| row.iter().map(datum).collect());
    Sheet { name: &table.name, columns: columns.collect(), rows: rows.collect() }
}

/// What a column holds that has this cell in it.
fn kind(cell: &TableCell) -> Option<Kind> {
    match cell {
        TableCell::Nothing => None,
        TableCell::Text(_) => Some(Kind::Text),
        TableCell::Count(_) | TableCell::Days(_) => Some(Kind::Number),
        TableCell::Share(_) => Some(Kind::Share),
    }
}

fn datum(cell: &TableCell) -> Datum<'_> {
    match cell {
        TableCell::Nothing => Datum::Nothing,
        TableCell::Text(text) => Datum::Text(text),
        TableCell::Count(count) => Datum::Number(*count as f64),
        TableCell::Share(number) | TableCell::Days(number) => Datum::Number(*number),
    }
}

fn csv(Tables { heading: name, tables }: &Tables) -> std::io::Result<Vec<u8>> {
    let mut headings: Vec<&str> = Vec::new();
    for heading in tables.iter().flat_map(|table| &table.columns) {
        if !headings.contains(&heading.as_str()) {
            headings.push(heading);
        }
    }
    let column = |heading: &str| Column { heading: heading.to_owned(), kind: Kind::Text };
    let columns: Vec<Column> =
        std::iter::once(name.as_str()).chain(headings.iter().copied()).map(column).collect();
    let mut writer = TableWriter::begin(Vec::new(), TableFormat::Csv { safe: true }, &columns)?;
    for table in tables {
        for row in &table.rows {
            let cell = |heading: &&str| {
                let at = table.columns.iter().position(|column| column == heading);
                at.map_or(Datum::Nothing, |at| datum(&row[at]))
            };
            let cells: Vec<Datum<'_>> =
                std::iter::once(Datum::Text(&table.name)).chain(headings.iter().map(cell)).collect();
            writer.row(&cells)?;
        }
    }
    writer.finish()
}

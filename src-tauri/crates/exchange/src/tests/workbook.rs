//! Workbooks as another reader finds them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use crate::outgoing::{Column, Datum, Kind, Sheet, workbook};

fn sheet() -> Sheet<'static> {
    let column = |heading: &str, kind| Column { heading: heading.to_owned(), kind };
    Sheet {
        name: "Überblick",
        columns: vec![
            column("What", Kind::Text),
            column("How many", Kind::Number),
            column("Share", Kind::Share),
            column("When", Kind::Instant),
        ],
        rows: vec![
            vec![Datum::Text("=1+1"), Datum::Number(343.0), Datum::Number(0.834), Datum::Instant(0)],
            vec![Datum::Text("https://example.org"), Datum::Nothing, Datum::Nothing, Datum::Nothing],
        ],
    }
}

#[test]
fn each_cell_comes_back_as_what_it_is() {
    let bytes = workbook(&[sheet(), Sheet { name: "Other", ..sheet() }]).expect("written");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Überblick", "Other"]);
    let cells = book.worksheet_range("Überblick").expect("the sheet");
    let text = |text: &str| Data::String(text.to_owned());
    let rows: Vec<_> = cells.rows().map(<[Data]>::to_vec).collect();
    assert_eq!(rows[0], ["What", "How many", "Share", "When"].map(text));
    let first = [text("=1+1"), Data::Float(343.0), Data::Float(0.834), text("1970-01-01T00:00:00Z")];
    assert_eq!(rows[1], first);
    assert_eq!(rows[2], [text("https://example.org"), Data::Empty, Data::Empty, Data::Empty]);
    let formulas = book.worksheet_formula("Überblick").expect("the sheet");
    assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "no text is a formula");
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    assert!(workbook(&[sheet()]).expect("written") == workbook(&[sheet()]).expect("written"));
}

#[test]
fn a_text_longer_than_a_cell_is_cut_and_not_refused() {
    let long = "x".repeat(40_000);
    let sheet =
        Sheet { rows: vec![vec![Datum::Text(&long)]], columns: sheet().columns[..1].to_vec(), name: "Long" };
    let bytes = workbook(&[sheet]).expect("written");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let cells = book.worksheet_range("Long").expect("the sheet");
    let kept = cells.get_value((1, 0)).map(ToString::to_string).unwrap_or_default();
    assert_eq!(kept.len(), 32_767);
}

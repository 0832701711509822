//! Excel workbooks, written here part by part.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Read, at, file, go_on, options, read, read_split, rejected, rows};
use crate::intake::Split;
use crate::{InteractionColumns, ReadError, inspect, read_customers};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The parts of a workbook by their names.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("begun");
        archive.write_all(content.as_bytes()).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A workbook of these sheets, by name with the XML of their rows; those that begin with a point are hidden.
fn workbook(sheets: &[(&str, &str)], is_1904: bool, texts: &str) -> Vec<u8> {
    let (mut list, mut relations) = (String::new(), String::new());
    for (at, (name, _)) in (1..).zip(sheets) {
        let state = if name.starts_with('.') { " state=\"hidden\"" } else { "" };
        write!(list, "<sheet name=\"{name}\" sheetId=\"{at}\"{state} r:id=\"rId{at}\"/>").expect("text");
        write!(
            relations,
            "<Relationship Id=\"rId{at}\" Type=\"{RELATIONSHIPS}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        )
        .expect("text");
    }
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    let root = format!(
        "<Relationships xmlns=\"{packages}\"><Relationship Id=\"rId1\" Type=\"{RELATIONSHIPS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let relations = format!("<Relationships xmlns=\"{packages}\">{relations}</Relationships>");
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONSHIPS}\"><workbookPr date1904=\"{}\"/><sheets>{list}</sheets></workbook>",
        u8::from(is_1904)
    );
    // 1 is a date, 2 a date with a time, 3 a duration.
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>"
    );
    let mut parts = vec![
        ("_rels/.rels".to_owned(), root),
        ("xl/workbook.xml".to_owned(), book),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations),
        ("xl/styles.xml".to_owned(), styles),
        ("xl/sharedStrings.xml".to_owned(), texts.to_owned()),
    ];
    for (at, (_, rows)) in (1..).zip(sheets) {
        let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    let parts: Vec<_> = parts.iter().map(|(name, content)| (name.as_str(), content.as_str())).collect();
    archive(&parts)
}

/// A row of texts.
fn texts(row: u32, cells: &[&str]) -> String {
    let cell = |(column, text): (char, &&str)| {
        format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    format!("<row r=\"{row}\">{}</row>", ('A'..).zip(cells).map(cell).collect::<String>())
}

const SHARED: &str = "<sst uniqueCount=\"2\"><si><t>ad</t></si><si><t>order &amp; pay</t></si></sst>";

/// A title, the names of columns, and rows of each kind of cell.
fn events() -> String {
    texts(1, &["Export of Monday"])
        + &texts(3, &["user", "event", "time", "value"])
        + "<row r=\"4\"><c r=\"A4\"><v>42</v></c><c r=\"B4\" t=\"s\"><v>0</v></c><c r=\"C4\" s=\"2\"><v>45382.5</v></c><c r=\"D4\"><v>1.5</v></c></row>"
        + "<row r=\"5\"><c r=\"A5\" t=\"str\"><v>Zo\u{eb}</v></c><c r=\"B5\" t=\"s\"><v>1</v></c><c r=\"C5\" s=\"1\"><v>45382</v></c></row>"
        + "<row r=\"7\"><c r=\"A7\"><v>42</v></c><c r=\"B7\" t=\"b\"><v>1</v></c><c r=\"C7\" s=\"3\"><v>0.5</v></c></row>"
        + "<row r=\"8\"><c r=\"A8\"><v>42</v></c><c r=\"B8\" t=\"b\"><v>1</v></c><c r=\"C8\" s=\"1\"><v>45382</v></c><c r=\"E8\"><v>1</v></c></row>"
}

const READ: [&str; 2] = ["42 ad 1711886400000 1.5", "Zo\u{eb} order & pay 1711843200000"];

#[test]
fn rows_are_read_with_the_dates_and_texts_that_excel_shows() {
    let reading = read(workbook(&[("Events", &events())], false, SHARED)).expect("it is read");
    assert_eq!(rows(&reading), READ);
    let Read { batch, .. } = &reading;
    assert_eq!(batch.rows.date_only, [false, true]);
    let refused = rejected(&reading);
    assert!(refused[0].starts_with("7: “12:00:00” is not a time"), "{refused:?}");
    assert_eq!(refused[1..], ["8: 5 fields where there are 4 columns"]);
    let sheets = reading.sheets.expect("it has sheets");
    assert_eq!((sheets.names, sheets.read), (vec!["Events".to_owned()], "Events".to_owned()));
}

#[test]
fn a_workbook_may_count_from_1904_and_be_compressed() {
    let bytes = workbook(&[("Events", &events())], true, SHARED);
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(&bytes).expect("packed");
    let reading = read(gzip.finish().expect("packed")).expect("it is read");
    assert_eq!(rows(&reading)[0], format!("42 ad {} 1.5", 1_711_886_400_000_i64 + 1462 * 86_400_000));
}

#[test]
fn the_first_sheet_that_is_shown_is_read_unless_another_is_named() {
    let people = texts(1, &["id", "name"]) + &texts(2, &["1", "Nora"]);
    let hidden = texts(1, &["id", "name"]) + &texts(2, &["2", "Old"]);
    let source =
        file(workbook(&[(".lists", &hidden), ("People", &people), ("More", &hidden)], false, SHARED));
    let look = inspect(source.path(), None, None).expect("looked at");
    let sheets = look.sheets.expect("it has sheets");
    assert_eq!((sheets.names.join(" "), sheets.read.as_str()), (".lists People More".to_owned(), "People"));
    assert_eq!(look.rows, [["1", "Nora"]]);
    let told = crate::ReadOptions { sheet: Some("More".to_owned()), ..options() };
    let reading = read_customers(source.path(), None, &[], &told, &go_on).expect("it is read");
    assert_eq!(reading.batch.blocks[0].rows().next().expect("a row"), ["2", "Old"]);
    let refused = inspect(source.path(), None, Some("Elsewhere"));
    assert!(matches!(refused, Err(ReadError::UnknownSheet { .. })), "{refused:?}");
}

#[test]
fn how_the_work_is_split_does_not_show() {
    let mut all = texts(1, &["user", "event", "time"]);
    for row in 2..60_000 {
        write!(
            all,
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{}</v></c><c r=\"B{row}\" t=\"s\"><v>0</v></c><c r=\"C{row}\" s=\"2\"><v>{}</v></c></row>",
            row % 70,
            40_000 + row % 5000
        )
        .expect("text");
    }
    let bytes = workbook(&[("Events", &all)], false, SHARED);
    let whole = read(&bytes).expect("it is read");
    assert_eq!(whole.rows, 59_998);
    let source = file(&bytes);
    for split in [Split { workers: 1, block: 64 }, Split { workers: 3, block: 100 }] {
        let reading =
            read_split(&at(source.path()), &InteractionColumns::default(), &options(), split, &go_on);
        assert_eq!(reading.expect("it is read"), whole);
    }
}

#[test]
fn what_is_no_workbook_or_is_damaged_is_refused() {
    let whole = workbook(&[("Events", &events())], false, SHARED);
    let other = read(archive(&[("word/document.xml", "<w/>")])).expect_err("it is refused");
    assert!(matches!(other, ReadError::Spreadsheet), "{other}");
    for end in [30, whole.len() / 2, whole.len() - 5] {
        let cut = read(&whole[..end]).expect_err("it is refused");
        assert!(matches!(cut, ReadError::DamagedWorkbook(_)), "{cut}");
    }
    let broken = workbook(&[("Events", "<row r=\"1\"><c r=\"A1\"><v>1</v>")], false, SHARED);
    assert!(matches!(read(broken), Err(ReadError::DamagedWorkbook(_))));
    let back = texts(2, &["user", "event", "time"]) + &texts(1, &["a", "b", "c"]);
    assert!(matches!(
        read(workbook(&[("Events", &back)], false, SHARED)),
        Err(ReadError::DamagedWorkbook(_))
    ));
    let empty = read(workbook(&[("Events", "")], false, SHARED)).expect_err("it is refused");
    assert!(matches!(empty, ReadError::Empty), "{empty}");
}

#[test]
fn what_asks_for_much_memory_is_refused() {
    let many = SHARED.replace("\"2\"", "\"99999999999999\"");
    let refused = read(workbook(&[("Events", &events())], false, &many)).expect_err("it is refused");
    assert!(matches!(refused, ReadError::DamagedWorkbook(_)), "{refused}");
    let bomb = texts(1, &["user", "event", "time"]) + &" ".repeat(70 << 20);
    let refused = read(workbook(&[("Events", &bomb)], false, SHARED)).expect_err("it is refused");
    assert!(matches!(refused, ReadError::Swollen { .. }), "{refused}");
    // A table of one cell that is said to reach to the last column and row takes no memory for the others.
    let far = texts(1, &["user", "event", "time"])
        + "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c><c r=\"XFD1048576\"><v>1</v></c></row>";
    let refused = read(workbook(&[("Events", &far)], false, SHARED)).expect_err("nothing is taken");
    assert!(refused.to_string().contains("16384 fields"), "{refused}");
    let wide: String = (0..5000).map(|_| "<c><v>1</v></c>").collect();
    let refused = read(workbook(&[("Events", &format!("<row>{wide}</row>"))], false, SHARED));
    assert!(matches!(refused, Err(ReadError::TooManyColumns { .. })));
    let font = format!("<font><name val=\"{}\"/></font>", "x".repeat(1 << 20));
    let formats = "<xf fontId=\"0\"/>".repeat(10_000);
    let styles = format!("<styleSheet><fonts>{font}</fonts><cellXfs>{formats}</cellXfs></styleSheet>");
    let refused = read(archive(&[("xl/workbook.xml", "<workbook/>"), ("xl/styles.xml", &styles)]));
    assert!(matches!(refused, Err(ReadError::Swollen { .. })));
}

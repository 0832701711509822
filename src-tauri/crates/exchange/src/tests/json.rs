//! JSON: an object a line, or a list of objects.

use std::fmt::Write;

use super::{at, file, go_on, options, read, read_split, rejected, rows};
use crate::intake::Split;
use crate::{CustomerReading, InteractionColumns, ReadError, inspect, read_customers};

const LINES: &str = "{\"user\":\"u1\",\"event\":\"ad\",\"time\":\"2024-03-31T10:00:00Z\",\"value\":1.5}
{\"time\":1704164645678,\"event\":\"buy, \\\"now\\\"\",\"user\":42,\"currency\":\"EUR\"}

{\"user\":12345678901234567891,\"event\":true,\"time\":\"2024-03-31\",\"value\":null,\"channel\":\" web \"}
";

const READ: [&str; 3] = [
    "u1 ad 1711879200000 1.5",
    "42 buy, \"now\" 1704164645678 NaN EUR",
    "12345678901234567891 true 1711843200000 web",
];

#[test]
fn each_line_is_an_interaction() {
    let reading = read(LINES).expect("it is read");
    assert_eq!(rejected(&reading), [""; 0]);
    let shown: Vec<_> = rows(&reading).iter().map(|row| row.replace(" NaN", "")).collect();
    assert_eq!(shown, READ.map(|row| row.replace(" NaN", "")));
    assert_eq!(reading.header, ["user", "event", "time", "value", "currency", "channel"]);
}

#[test]
fn a_list_of_objects_is_read_as_its_lines_are() {
    let lines = read(LINES).expect("it is read");
    let objects: Vec<_> = LINES.lines().filter(|line| !line.is_empty()).collect();
    for list in [
        format!("[{}]", objects.join(",")),
        format!("\u{feff} [\n  {}\n]\n", objects.join(",\n  ").replace(",\"", ",\n\"")),
    ] {
        let reading = read(&list).expect("it is read");
        assert_eq!((rows(&reading), reading.rows), (rows(&lines), 3), "{list}");
    }
}

#[test]
fn how_the_work_is_split_does_not_show() {
    let mut text = String::new();
    for row in 0..500 {
        writeln!(
            text,
            "{{\"user\":\"u{}\",\"event\":\"e{}\",\"time\":{}}}",
            row % 7,
            row % 3,
            1_704_164_645_000_u64 + row
        )
        .expect("text");
    }
    let source = file(&text);
    let whole = read(&text).expect("it is read");
    for split in
        [Split { workers: 1, block: 64 }, Split { workers: 3, block: 100 }, Split { workers: 2, block: 5000 }]
    {
        let reading =
            read_split(&at(source.path()), &InteractionColumns::default(), &options(), split, &go_on);
        assert_eq!(reading.expect("it is read"), whole);
    }
}

#[test]
fn what_is_no_row_is_told_by_its_line() {
    let text = "{\"user\":\"a\",\"event\":\"e\",\"time\":\"2024-01-01\",\"value\":1}
{\"user\":\"a\",\"event\":\"e\",\"time\":\"2024-01-01\"
{\"user\":\"a\",\"event\":\"e\",\"event\":\"f\",\"time\":\"2024-01-01\"}
{\"user\":[1],\"event\":\"e\",\"time\":\"2024-01-01\"}

{\"user\":\"a\",\"event\":\"e\",\"time\":[2024]}
{\"user\":\"a\",\"event\":\"e\",\"time\":\"2024-01-01\",\"value\":{}}
{\"user\":null,\"event\":\"e\",\"time\":\"2024-01-01\"}
{\"user\":\"a\\u0000\",\"event\":\"e\",\"time\":\"2024-01-01\"}
{\"user\":\"\\ud800\",\"event\":\"e\",\"time\":\"2024-01-01\"}
[1,2]
";
    let mut bytes = text.as_bytes().to_vec();
    bytes.extend_from_slice(b"{\"user\":\"\xff\",\"event\":\"e\",\"time\":\"2024-01-01\"}\n");
    bytes.extend_from_slice(
        format!("{{\"user\":\"a\",\"x\":{}1{}}}\n", "[".repeat(5000), "]".repeat(5000)).as_bytes(),
    );
    let reading = read(&bytes).expect("the rest is read");
    assert_eq!(
        rejected(&reading),
        [
            "2: this is not a JSON object",
            "3: the object has “event” twice",
            "4: the customer is a list or an object",
            "6: “[2024]” is not a time that can be read without guessing; write it as 2024-03-31 14:05:00",
            "7: “{}” is not a number",
            "8: the customer is empty",
            "9: some bytes are not text",
            "10: this is not a JSON object",
            "11: this is not a JSON object",
            "12: some bytes are not text",
            "13: the event is empty",
        ]
    );
}

fn customers(text: &str) -> Result<CustomerReading, ReadError> {
    read_customers(file(text).path(), None, &[], &options(), &go_on)
}

#[test]
fn a_name_that_comes_late_is_a_column_too() {
    let mut text = String::new();
    for row in 0..300_000 {
        writeln!(text, "{{\"id\":{row},\"city\":\"Delft\"}}").expect("text");
    }
    text += "{\"id\":\"last\",\"late\":{\"a\":[1]},\"name\":\"Nora\"}\n";
    let reading = customers(&text).expect("it is read");
    assert_eq!(reading.batch.attributes, ["city", "late.a"]);
    let last = reading.batch.blocks.last().and_then(|block| block.rows().last()).expect("a row");
    assert_eq!(last, ["last", "Nora", "", "[1]"]);
    let look = inspect(file(LINES).path(), None, None).expect("it is looked at");
    assert_eq!((look.columns.len(), look.rows[1][1].as_str(), look.encoding), (6, "buy, \"now\"", None));
}

#[test]
fn a_file_without_rows_or_with_few_of_many_columns_is_refused() {
    let empty = [customers("{}\n"), customers("[]"), customers("[{}]")];
    assert!(empty.iter().all(|read| matches!(read, Err(ReadError::NoRows))), "{empty:?}");
    let names: Vec<_> = (0..4000).map(|name| format!("\"c{name}\":1")).collect();
    let wide = format!("{{\"id\":0,{}}}\n", names.join(","));
    assert!(customers(&wide).is_ok());
    let sparse = wide.clone() + &"{\"id\":1}\n".repeat(50_000);
    let refused = customers(&sparse);
    assert!(matches!(refused, Err(ReadError::Swollen { .. })), "{:?}", refused.map(|read| read.rows));
    let names: Vec<_> = (0..5000).map(|name| format!("\"c{name}\":1")).collect();
    let wider = customers(&format!("{{{}}}\n", names.join(",")));
    assert!(matches!(wider, Err(ReadError::TooManyColumns { limit: 4096 })));
}

#[test]
fn what_is_within_objects_and_pairs_is_in_columns() {
    let text = r#"{"user_pseudo_id":"a","event_name":"page_view","event_timestamp":"1704164645678901","event_params":[{"key":"page","value":{"string_value":"/home","int_value":null}},{"key":"n","value":{"string_value":null,"int_value":"3"}}],"device":{"category":"mobile","web":{"browser":"x"}},"items":[{"item_id":"i"}],"empty":{},"none":[]}
{"user_pseudo_id":"b","event_name":"buy","event_timestamp":"1704164645678902","event_params":[{"key":"n","value":5}]}
{"user_pseudo_id":"b","event_name":"buy","event_timestamp":"1704164645678903","device":{"category":"a","category":"b"}}
"#;
    let look = inspect(file(text).path(), None, None).expect("looked at");
    let shown = |row: usize| -> Vec<_> {
        let cells = look.columns.iter().zip(&look.rows[row]).skip(3).filter(|(_, cell)| !cell.is_empty());
        cells.map(|(name, cell)| format!("{name}={cell}")).collect()
    };
    assert_eq!(
        shown(0),
        [
            "event_params.page=/home",
            "event_params.n=3",
            "device.category=mobile",
            "device.web.browser=x",
            "items=[{\"item_id\":\"i\"}]",
            "empty={}",
            "none=[]"
        ]
    );
    assert_eq!(shown(1), ["event_params.n=5"]);
    let reading = read(text).expect("it is read");
    assert_eq!(rejected(&reading), ["3: the object has “device.category” twice"]);
    assert_eq!(rows(&reading)[0], "a page_view 1704164645678");
}

#[test]
fn objects_too_deep_within_one_another_stay_as_they_are() {
    let deep = format!("{{\"id\":1,\"x\":{}1{}}}\n", "{\"a\":".repeat(100), "}".repeat(100));
    let look = inspect(file(&deep).path(), None, None).expect("looked at");
    assert_eq!(look.columns, ["id", "x.a.a.a.a.a.a.a.a"]);
    assert!(look.rows[0][1].starts_with("{\"a\":{"));
}

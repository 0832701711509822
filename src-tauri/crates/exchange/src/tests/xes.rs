//! Event logs in XES.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{Read, at, file, go_on, options, read, read_split, rejected, rows};
use crate::intake::Split;
use crate::{InteractionColumns, ReadError, inspect};

const LOG: &str = include_str!("log.xes");

/// How often each event directly follows another of the same customer, as it was read: by instant, then in the order
/// of the source.
fn follows(reading: &Read) -> BTreeMap<(String, String), u32> {
    let batch = &reading.batch;
    let mut ways: BTreeMap<u32, Vec<(i64, &str)>> = BTreeMap::new();
    for row in 0..batch.rows.len() {
        let event = &batch.events[usize::from(batch.rows.event[row])];
        ways.entry(batch.rows.customer[row]).or_default().push((batch.rows.at[row], event));
    }
    let mut counts = BTreeMap::new();
    for way in ways.values_mut() {
        way.sort_by_key(|&(at, _)| at);
        for two in way.windows(2) {
            *counts.entry((two[0].1.to_owned(), two[1].1.to_owned())).or_default() += 1;
        }
    }
    counts
}

/// The same of the text of a log whose events are in their order, without any reader of XML.
fn naively(log: &str) -> BTreeMap<(String, String), u32> {
    let name = |event: &str| {
        let (_, value) = event.split_once("\"concept:name\" value=\"").expect("a name");
        value.split_once('"').expect("its end").0.to_owned()
    };
    let mut counts = BTreeMap::new();
    for trace in log.split("<trace>").skip(1) {
        let events: Vec<_> = trace.split("<event>").skip(1).map(name).collect();
        for two in events.windows(2) {
            *counts.entry((two[0].clone(), two[1].clone())).or_default() += 1;
        }
    }
    counts
}

#[test]
fn what_directly_follows_what_is_as_a_naive_reading_has_it() {
    let reading = read(LOG).expect("it is read");
    assert_eq!((reading.rows, rejected(&reading).len()), (11, 0));
    assert_eq!(reading.batch.customers.len(), 3);
    assert_eq!(follows(&reading), naively(LOG));
    assert_eq!(rows(&reading)[0], "bike 1 bring in 1711699200000");
}

#[test]
fn attributes_of_traces_and_events_are_columns() {
    let look = inspect(file(LOG).path(), None, None).expect("looked at");
    assert_eq!(
        look.columns,
        [
            "case:concept:name",
            "case:price",
            "concept:name",
            "lifecycle:transition",
            "time:timestamp",
            "user",
            "hours",
            "parts.part",
            "parts",
            "parts.size",
            "again"
        ]
    );
    assert_eq!(look.rows[0][5], "Tom & Ann");
    assert_eq!(look.rows[2][7], "chain; bell");
    assert_eq!((look.rows[5][8].as_str(), look.rows[5][9].as_str()), ("tyre", "28 inch"));
    assert_eq!((look.rows[3][1].as_str(), look.rows[4][1].as_str()), ("1200", ""));
}

#[test]
fn a_log_may_be_compressed_and_split_as_one_likes() {
    let mut log = "<log>".to_owned();
    for trace in 0..3000 {
        write!(log, "<trace><string key='concept:name' value='c{trace}'/>").expect("text");
        for event in 0..trace % 40 {
            write!(
                log,
                "<event><string key='concept:name' value='e{}'/><date key='time:timestamp' value='2024-01-01T10:{event:02}:00Z'/></event>",
                event * trace % 7
            )
            .expect("text");
        }
        log += "</trace>";
    }
    log += "</log>";
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(log.as_bytes()).expect("packed");
    let source = file(gzip.finish().expect("packed"));
    let whole = read(&log).expect("it is read");
    assert_eq!(whole.rows, 3000 / 40 * (39 * 20));
    for split in [Split { workers: 1, block: 64 }, Split { workers: 3, block: 100 }] {
        let reading =
            read_split(&at(source.path()), &InteractionColumns::default(), &options(), split, &go_on);
        assert_eq!(rows(&reading.expect("it is read")), rows(&whole));
    }
}

fn refusal(log: &str) -> String {
    read(log).expect_err("it is refused").to_string()
}

/// A log with one event of these attributes.
fn event(attributes: &str) -> String {
    format!(
        "<log><trace><string key=\"concept:name\" value=\"a\"/><event><string key=\"concept:name\" value=\"b\"/>\
         <date key=\"time:timestamp\" value=\"2024-01-01\"/>{attributes}</event></trace></log>"
    )
}

#[test]
fn what_is_no_log_or_is_damaged_is_refused() {
    assert_eq!(refusal("<?xml version='1.0'?><html/>"), "this is XML, but not an event log in XES");
    assert_eq!(refusal("<log/>"), "the file has column names but no rows");
    assert!(refusal(&LOG[..LOG.len() - 9]).starts_with("the XES log is damaged or incomplete: "));
    assert!(refusal(LOG.trim_end().trim_end_matches("</log>")).ends_with(": it is cut off"));
    assert!(refusal("<log><trace></log>").contains("damaged or incomplete"));
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(LOG.as_bytes()).expect("packed");
    let packed = gzip.finish().expect("packed");
    assert!(matches!(read(&packed[..packed.len() / 2]), Err(ReadError::DamagedGzip(_))));
}

#[test]
fn what_is_made_to_do_harm_is_refused_or_told_by_its_row() {
    let bomb = "<!DOCTYPE log [<!ENTITY a 'xxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>";
    let entities = event("<string key=\"x\" value=\"&b;\"/>");
    assert!(refusal(&format!("{bomb}{entities}")).contains("defines entities"));
    assert!(refusal(&entities).contains("some bytes are not text"));
    assert!(refusal(&event(&"<list key=\"a\">".repeat(100_000))).contains("too deep"));
    let long = event(&format!("<string key=\"x\" value=\"{}\"/>", "y".repeat(2 << 20)));
    assert!(refusal(&long).contains("2097152 bytes long"));
    let longer = event(&format!("<string key=\"x\" value=\"{}\"/>", "y".repeat(100 << 20)));
    assert!(matches!(read(longer), Err(ReadError::LongLine { .. })));
    assert!(refusal(&event("<string key=\"x\" value=\"a\0\"/>")).contains("not text"));
    let twice = "<string key=\"x\" value=\"1\"/>".repeat(2);
    assert!(refusal(&event(&twice)).contains("has “x” twice"));
    let keys = |count| {
        (0..count).map(|key| format!("<int key=\"k{key}\" value=\"1\"/>")).collect::<Vec<_>>().concat()
    };
    assert_eq!(read(event(&keys(3000))).expect("it is read").rows, 1);
    assert!(matches!(read(event(&keys(5000))), Err(ReadError::TooManyColumns { .. })));
    // Each event has all that its trace says.
    let heavy = format!(
        "<log><trace><string key=\"concept:name\" value=\"{}\"/>{}</trace></log>",
        "c".repeat(1 << 20),
        "<event><string key=\"concept:name\" value=\"b\"/></event>".repeat(1000)
    );
    assert!(matches!(read(heavy), Err(ReadError::Swollen { .. })));
}

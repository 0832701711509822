//! Laws: what is written is read back, and how the work is split does not show.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use proptest::prelude::*;

use super::{Read, at, file, options, read_path, read_split};
use crate::csv::record::{Grammar, REACH, Records};
use crate::cut::Cutter;
use crate::forms::{DecimalMark, Forms};
use crate::intake::Split;
use crate::source::Feed;
use crate::{InteractionColumns, ReadOptions};

/// A name without space around it, which reading leaves out.
fn name() -> impl Strategy<Value = String> {
    let plain = "[a-c]{1,3}";
    let odd = "[a-c\",;|\t\r\n é€]{1,8}";
    prop_oneof![3 => plain, 2 => odd].prop_filter_map("a name has letters", |name| {
        let name = name.trim_ascii().to_owned();
        (!name.is_empty()).then_some(name)
    })
}

/// Customer, event, instant, channel, value.
type Row = (String, String, i64, Option<String>, Option<f64>);

#[derive(Debug, Clone)]
struct Written {
    rows: Vec<Row>,
    separator: u8,
    style: QuoteStyle,
    crlf: bool,
    mark: bool,
}

fn written() -> impl Strategy<Value = Written> {
    let value = prop::option::of((-1_000_000_i32..1_000_000).prop_map(|value| f64::from(value) / 8.0));
    let row = (name(), name(), 0_i64..1_900_000_000_000, prop::option::of(name()), value);
    let styles = vec![QuoteStyle::Always, QuoteStyle::Necessary, QuoteStyle::NonNumeric];
    (
        prop::collection::vec(row, 1..40),
        prop::sample::select(vec![b',', b';', b'\t', b'|']),
        prop::sample::select(styles),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(rows, separator, style, crlf, mark)| Written { rows, separator, style, crlf, mark })
}

impl Written {
    fn bytes(&self) -> Vec<u8> {
        let mut out = if self.mark { "\u{FEFF}".as_bytes().to_vec() } else { Vec::new() };
        let end = if self.crlf { Terminator::CRLF } else { Terminator::Any(b'\n') };
        let mut builder = WriterBuilder::new();
        let mut writer =
            builder.delimiter(self.separator).quote_style(self.style).terminator(end).from_writer(&mut out);
        writer.write_record(["customer", "event", "time", "channel", "value"]).unwrap();
        for (customer, event, at, channel, value) in &self.rows {
            let time = super::shown(*at);
            let channel = channel.clone().unwrap_or_default();
            let value = value.map(|value| value.to_string()).unwrap_or_default();
            writer.write_record([customer, event, &time, &channel, &value]).unwrap();
        }
        drop(writer);
        out
    }
}

/// The accepted rows, with names for numbers.
fn read_back(reading: &Read) -> Vec<Row> {
    let (batch, all) = (&reading.batch, &reading.batch.rows);
    let row = |row: usize| {
        let channel = all.channel.get(row).and_then(|&at| batch.channels.get(usize::from(at)));
        (
            batch.customers[all.customer[row] as usize].to_owned(),
            batch.events[usize::from(all.event[row])].clone(),
            all.at[row],
            channel.cloned(),
            all.value.get(row).copied().filter(|value| !value.is_nan()),
        )
    };
    (0..all.len()).map(row).collect()
}

/// Two readings are the same, where no value equals no value.
fn assert_same(one: &Read, other: &Read) {
    let without_values = |reading: &Read| {
        let mut reading = reading.clone();
        reading.batch.rows.value = Vec::new();
        reading
    };
    assert_eq!(without_values(one), without_values(other));
    let bits =
        |reading: &Read| -> Vec<_> { reading.batch.rows.value.iter().map(|value| value.to_bits()).collect() };
    assert_eq!(bits(one), bits(other));
}

/// The fields of every record; those of a record with an open quote, which mean nothing, are left out.
fn split(bytes: &[u8], grammar: Grammar) -> Vec<(bool, Vec<Vec<u8>>)> {
    let mut records = Records::new(bytes, grammar);
    let mut split = Vec::new();
    while let Some(record) = records.advance() {
        let fields = if record.closed { record.len() } else { 0 };
        split.push((record.closed, (0..fields).map(|at| record.field(at).to_vec()).collect()));
    }
    split
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(written in written(), block in 1_usize..200, workers in 1_usize..5) {
        let source = file(written.bytes());
        let forms = Forms { decimal: Some(DecimalMark::Point), ..Forms::default() };
        let options = ReadOptions { forms, ..options() };
        let split = Split { workers, block };
        let columns = InteractionColumns::default();
        let reading = read_split(&at(source.path()), &columns, &options, split, &|_| true).unwrap();
        prop_assert_eq!(read_back(&reading), written.rows);
        prop_assert!(reading.rejected.is_empty());
    }

    #[test]
    fn how_the_work_is_split_does_not_show(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "\"", "\"\"", ",", ",", "\n", "\r\n", "u1", "u2", "ad", "5", "2024-01-02", "u,e,5\n", "v,f,6\n",
                ",e,5\n", "w,\"e\n\",7\n", "é",
            ]),
            0..60,
        ),
        block in 1_usize..60,
        workers in 1_usize..5,
    ) {
        let source = file(format!("user,event,time\nfirst,one,1\n{}", pieces.concat()));
        let one = read_path(source.path(), Split { workers: 1, block: 1 << 20 }).unwrap();
        let other = read_path(source.path(), Split { workers, block }).unwrap();
        assert_same(&one, &other);
    }

    #[test]
    fn blocks_are_cut_where_records_end(
        pieces in prop::collection::vec(
            prop::sample::select(vec!["\"", "\"\"", ",", "\n", "\n", "a", "bcd", "\",\"", "\r\n", "\n\"x\"\n"]),
            0..80,
        ),
        reach in 1_usize..30,
        size in 1_usize..40,
    ) {
        let bytes = pieces.concat().into_bytes();
        let grammar = Grammar { separator: b',', terminator: b'\n', reach };
        let source = file(&bytes);
        let mut cutter = Cutter::new(Feed::open(source.path(), false).unwrap(), grammar);
        let blocks = cutter.blocks(bytes.len() + 1, size).unwrap();
        prop_assert_eq!(blocks.concat(), bytes.clone());
        let apart: Vec<_> = blocks.iter().flat_map(|block| split(block, grammar)).collect();
        prop_assert_eq!(apart, split(&bytes, grammar));
    }

    #[test]
    fn well_formed_records_are_split_as_csv_splits_them(
        rows in prop::collection::vec(prop::collection::vec("[ab\",;\n\r ]{0,6}", 2..5), 1..20),
        style in prop::sample::select(vec![QuoteStyle::Always, QuoteStyle::Necessary]),
    ) {
        let mut bytes = Vec::new();
        let mut writer = WriterBuilder::new().flexible(true).quote_style(style).from_writer(&mut bytes);
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        drop(writer);
        let mut records = Records::new(&bytes, Grammar { separator: b',', terminator: b'\n', reach: REACH });
        let mut split = Vec::new();
        while let Some(record) = records.advance() {
            let field = |at| String::from_utf8(record.field(at).to_vec()).unwrap();
            split.push((0..record.len()).map(field).collect::<Vec<_>>());
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(&bytes[..]);
        let expected: Vec<Vec<_>> = reader
            .records()
            .map(|record| record.unwrap().iter().map(|field| field.trim_ascii().to_owned()).collect())
            .collect();
        prop_assert_eq!(split, expected);
    }

    #[test]
    fn no_bytes_break_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..300), block in 1_usize..50) {
        let mut source = b"user,event,time\n".to_vec();
        source.extend(bytes);
        // Whether it succeeds depends on the bytes; that it ends without a panic does not.
        let _ = read_path(file(source).path(), Split { workers: 2, block });
    }
}

#[test]
fn a_real_export_is_read_whole() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../app/sample/ecommerce_clickstream.csv.gz");
    let reading = read_path(path.as_ref(), Split::default()).unwrap();
    let batch = &reading.batch;
    assert_eq!((batch.rows.len(), batch.customers.len(), batch.events.len()), (31_106, 600, 19));
    assert_eq!(reading.columns.channel.as_deref(), Some("platform"));
    assert!(reading.rejected.is_empty());
    let instant = |text: &str| text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp_millis();
    assert_eq!(batch.rows.at.iter().min(), Some(&instant("2024-01-04T11:45:38Z")));
    assert_eq!(batch.rows.at.iter().max(), Some(&instant("2024-06-29T22:02:40Z")));
}

//! Sources that are damaged, or made to do damage: each is read or refused, soon and in little memory.
//!
//! `PROPTEST_CASES` says how many are tried.
#![cfg(target_os = "linux")]

use std::io::Write;
use std::path::Path;
use std::sync::Once;
use std::time::{Duration, Instant};

use exchange::{
    Column, DateOrder, Datum, DecimalMark, Encoding, Forms, InteractionColumns, Kind, ReadError, ReadOptions,
    RejectReason, TableFormat, TableWriter, inspect, read_customers, read_interactions,
};
use flate2::Compression;
use flate2::write::GzEncoder;
use fuzz::{options, read_in_each_way};
use proptest::prelude::*;
use proptest::sample::Index;
use tempfile::NamedTempFile;

/// What the whole process may ask of memory.
const MEMORY: u64 = 500 << 20;

/// How long reading a small source may take, on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(10);

/// From here on an allocation beyond [`MEMORY`] ends the process.
fn bound_memory() {
    static BOUND: Once = Once::new();
    BOUND.call_once(|| {
        let most = rustix::process::Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) };
        rustix::process::setrlimit(rustix::process::Resource::Data, most).expect("a limit");
    });
}

fn file(bytes: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("written");
    file
}

/// A file of what `write` writes, compressed.
fn packed(write: impl FnOnce(&mut GzEncoder<NamedTempFile>)) -> NamedTempFile {
    let mut encoder = GzEncoder::new(NamedTempFile::new().expect("a file"), Compression::best());
    write(&mut encoder);
    encoder.finish().expect("packed")
}

fn read(path: &Path, large: bool) -> Result<exchange::InteractionReading, ReadError> {
    read_interactions(
        path,
        &InteractionColumns::default(),
        &ReadOptions { large, ..options(Forms::default()) },
        &|_| true,
    )
}

#[test]
fn a_line_of_commas_is_refused() {
    bound_memory();
    let source = packed(|out| {
        out.write_all(b"user,event,time\n").expect("written");
        let commas = b",".repeat(1 << 20);
        (0..60).for_each(|_| out.write_all(&commas).expect("written"));
    });
    let refused = read(source.path(), true).map(|reading| reading.rows);
    assert!(matches!(refused, Err(ReadError::LongLine { .. })), "{refused:?}");
    let short = file(format!("user,event,time\na,b,2024-01-01\n{}\n", ",".repeat(7 << 20)).as_bytes());
    let rejected = read(short.path(), false).expect("the rest is read").rejected;
    let reason = &rejected.first[0].reason;
    assert!(matches!(reason, RejectReason::WrongFieldCount { expected: 3, found: 7_340_033 }), "{reason:?}");
}

#[test]
fn a_table_has_a_bound_of_columns_and_a_field_of_bytes() {
    bound_memory();
    let header: Vec<_> = (0..5000).map(|column| column.to_string()).collect();
    let refused = inspect(file(header.join(",").as_bytes()).path(), None, None);
    assert!(matches!(refused, Err(ReadError::TooManyColumns { limit: 4096 })), "{refused:?}");
    let long = file(format!("id,note\na,short\nb,{}\n", "x".repeat(2 << 20)).as_bytes());
    let reading = read_customers(long.path(), None, &[], &options(Forms::default()), &|_| true)
        .expect("the rest is read");
    let reason = &reading.rejected.first[0].reason;
    assert!(matches!(reason, RejectReason::LongField { bytes: 2_097_152 }), "{reason:?}");
}

#[test]
fn what_unpacks_to_far_more_than_its_size_is_read_only_if_told() {
    bound_memory();
    let rows = 2_000_000;
    let source = packed(|out| {
        out.write_all(b"user,event,time\n").expect("written");
        let thousand = b"someone,something happened,2024-01-01\n".repeat(1000);
        (0..rows / 1000).for_each(|_| out.write_all(&thousand).expect("written"));
    });
    let refused = read(source.path(), false).map(|reading| reading.rows);
    assert!(matches!(refused, Err(ReadError::Swollen { limit: 67_108_864 })), "{refused:?}");
    assert_eq!(read(source.path(), true).expect("it is read").batch.parts.len(), rows);
    assert!(inspect(source.path(), None, None).is_ok(), "a look at its beginning does no harm");
}

/// Tables in several dialects, from which the others are made.
const TABLES: [&str; 9] = [
    "user,event,time,value\nu1,ad,2024-01-02 03:04:05,1.5\nu2,\"buy, \"\"now\"\"\",2024-01-03T10:00:00Z,\nu1,ad,5,7\n",
    "sep=;\r\nklant;gebeurtenis;datum;bedrag\r\n1;koop;31/03/2024 14:05;1.234,50\r\n2;bezoek;01-04-2024;\r\n",
    "user_id\tevent_name\ttimestamp\nZo\u{eb}\t\u{6f22}\u{5b57}\t1704164645678\n\n\"a\nb\"\tx\t2024-01-02[Asia/Tokyo]\n",
    "id|name|name|\u{e9}\n1|a|b|c\n2|\"d|e\"|f|g\n",
    "{\"user\":1,\"event\":\"ad\",\"time\":\"2024-01-02\",\"value\":null}\n{\"user\":\"\\u00e9\",\"event\":[{}],\"x\":1e9,\"time\":5}\n",
    "[\n {\"user\": 12345678901234567890, \"event\": \"a, \\\"b\\\"\", \"time\": 1704164645678},\n {\"id\": true, \"name\": \"\\ud83d\\ude00\"}\n]\n",
    "{\"user_pseudo_id\":\"a\",\"event_name\":\"x\",\"event_timestamp\":1,\"event_params\":[{\"key\":\"p\",\"value\":{\"int_value\":1}}],\"d\":{\"e\":{\"f\":[]}}}\n",
    "<log><trace><string key=\"concept:name\" value=\"a\"/><event><string key=\"concept:name\" value=\"b\"/><date key=\"time:timestamp\" value=\"2024-01-01T10:00:00Z\"/><list key=\"l\"><int key=\"x\" value=\"1\"/></list></event></trace></log>",
    "\u{feff}user,event,time,channel,currency\ra,b,3.4.2024 9:05,web,EUR\rc,d,12/31/2024 1:00 PM,,\r",
];

/// These and a Parquet file.
fn tables() -> Vec<Vec<u8>> {
    let column = |heading: &str, kind| Column { heading: heading.to_owned(), kind };
    let columns = [
        column("user", Kind::Text),
        column("time", Kind::Instant),
        column("event", Kind::Text),
        column("value", Kind::Number),
    ];
    let mut table = TableWriter::begin(Vec::new(), TableFormat::Parquet, &columns).expect("begun");
    for row in 0..40 {
        let user = format!("u{}", row % 7);
        let value = if row % 2 == 0 { Datum::Nothing } else { Datum::Number(row as f64) };
        table.row(&[Datum::Text(&user), Datum::Instant(row), Datum::Text("ad"), value]).expect("written");
    }
    let columnar = table.finish().expect("written");
    // It is as likely as all others together: more can be wrong with it.
    let others = TABLES.iter().map(|table| table.as_bytes().to_vec());
    others.chain(std::iter::repeat_n(columnar, TABLES.len())).collect()
}

/// Bytes that mean something somewhere.
const TELLING: [&[u8]; 29] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\r",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"PAR1",
    b"{",
    b"[{",
    b"\\u0000",
    b"\\ud800",
    b"{\"a\":[",
    b"-",
    b"9999999999999999",
    b"1e308",
    b"0001-01-01",
    b"9999-12-31 23:59:60+23:59[",
    b"\xe2\x80\xae",
    b"<event>",
    b"&x;",
    b"<!DOCTYPE a [<!ENTITY x \"y\">]>",
    b"<list key=\"l\">",
];

/// One thing that is done to bytes.
#[derive(Debug, Clone)]
enum Mutation {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index, usize),
    Repeat(Index, usize, usize),
    End(Index),
}

impl Mutation {
    fn any() -> impl Strategy<Value = Self> {
        let telling = prop::sample::select(TELLING.to_vec()).prop_map(<[u8]>::to_vec);
        let bytes = prop_oneof![telling, prop::collection::vec(any::<u8>(), 1..9)];
        prop_oneof![
            3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Self::Set(at, byte)),
            3 => (any::<Index>(), bytes).prop_map(|(at, bytes)| Self::Insert(at, bytes)),
            2 => (any::<Index>(), 1_usize..20).prop_map(|(at, length)| Self::Remove(at, length)),
            2 => (any::<Index>(), 1_usize..40, 2_usize..3000)
                .prop_map(|(at, length, times)| Self::Repeat(at, length, times)),
            1 => any::<Index>().prop_map(Self::End),
        ]
    }

    fn apply(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        let end = bytes.len();
        let stretch = |at: &Index, length: usize| at.index(end)..end.min(at.index(end) + length);
        match self {
            Self::Set(at, byte) => *at.get_mut(bytes) = *byte,
            Self::Insert(at, new) => {
                bytes.splice(at.index(end)..at.index(end), new.iter().copied());
            }
            Self::Remove(at, length) => {
                bytes.drain(stretch(at, *length));
            }
            Self::Repeat(at, length, times) => {
                let repeated = bytes[stretch(at, *length)].repeat(*times);
                bytes.splice(stretch(at, *length), repeated);
            }
            Self::End(at) => bytes.truncate(at.index(end)),
        }
    }
}

fn forms() -> impl Strategy<Value = Forms> {
    let encoding = prop::sample::select(vec![None, Some(Encoding::Utf8), Some(Encoding::Windows1252)]);
    let date_order = prop::sample::select(vec![None, Some(DateOrder::Dmy), Some(DateOrder::Mdy)]);
    let decimal = prop::sample::select(vec![None, Some(DecimalMark::Point), Some(DecimalMark::Comma)]);
    let all = (encoding, date_order, decimal);
    all.prop_map(|(encoding, date_order, decimal)| Forms { encoding, date_order, decimal })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_bytes_come_they_are_read_or_refused(
        table in prop::sample::select(tables()),
        before in prop::collection::vec(Mutation::any(), 0..12),
        gzip in any::<bool>(),
        after in prop::collection::vec(Mutation::any(), 0..3),
        forms in forms(),
    ) {
        bound_memory();
        let mut bytes = table;
        for mutation in &before {
            mutation.apply(&mut bytes);
            // What was repeated may be repeated again.
            bytes.truncate(1 << 20);
        }
        if gzip {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(&bytes).expect("written");
            bytes = encoder.finish().expect("packed");
            for mutation in &after {
                mutation.apply(&mut bytes);
            }
        }
        let source = file(&bytes);
        let began = Instant::now();
        read_in_each_way(source.path(), forms);
        prop_assert!(began.elapsed() < PATIENCE, "it took {:?}", began.elapsed());
    }
}

//! Parquet, as other programs write it.

use std::io::Write;
use std::sync::Arc;

use flate2::write::GzEncoder;
use parquet::basic::Compression;
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DoubleType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
    Int64Type,
};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::{file, go_on, options, read, rejected, rows};
use crate::outgoing::{Column, Datum, Kind, TableFormat, TableWriter};
use crate::{ReadError, inspect, read_customers};

/// Writes the next column.
type Fill = Box<dyn Fn(&mut SerializedColumnWriter<'_>)>;

/// A file with groups of rows that are all the same.
fn written(schema: &str, compression: Compression, groups: usize, columns: &[Fill]) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(&format!("message t {{ {schema} }}")).expect("a schema"));
    let properties = Arc::new(WriterProperties::builder().set_compression(compression).build());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, properties).expect("a writer");
    for _ in 0..groups {
        let mut group = writer.next_row_group().expect("a group");
        for fill in columns {
            let mut column = group.next_column().expect("a column").expect("one more");
            fill(&mut column);
            column.close().expect("closed");
        }
        group.close().expect("closed");
    }
    writer.into_inner().expect("written")
}

macro_rules! column {
    ($kind:ty, $values:expr, $levels:expr) => {{
        let (values, levels): (Vec<_>, Option<Vec<i16>>) = ($values, $levels);
        Box::new(move |column: &mut SerializedColumnWriter<'_>| {
            column.typed::<$kind>().write_batch(&values, levels.as_deref(), None).expect("written");
        }) as Fill
    }};
}

fn texts(texts: &[&[u8]]) -> Vec<ByteArray> {
    texts.iter().map(|text| ByteArray::from(text.to_vec())).collect()
}

#[test]
fn typed_columns_are_what_they_are() {
    let columns = [
        column!(Int64Type, vec![7, 9_007_199_254_740_993, -3], None),
        column!(ByteArrayType, texts(&[b" ad ", "Zo\u{eb}".as_bytes(), b"\xff"]), None),
        column!(Int64Type, vec![1_711_879_200_123_456, 0, 0], None),
        column!(DoubleType, vec![1.5, f64::NAN], Some(vec![1, 0, 1])),
        column!(BoolType, vec![true, false, true], None),
    ];
    let schema =
        "required int64 user_id; required binary event (UTF8); required int64 time (TIMESTAMP(MICROS,true));
                  optional double value; required boolean channel;";
    for compression in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::ZSTD(parquet::basic::ZstdLevel::default()),
        Compression::GZIP(parquet::basic::GzipLevel::default()),
        Compression::LZ4_RAW,
    ] {
        let reading = read(written(schema, compression, 2, &columns)).expect("it is read");
        assert_eq!(rejected(&reading), ["3: some bytes are not text", "6: some bytes are not text"]);
        let first = ["7 ad 1711879200123 true 1.5", "9007199254740993 Zo\u{eb} 0 false NaN"];
        let shown: Vec<_> = rows(&reading).iter().map(|row| row.replace(" NaN", "")).collect();
        assert_eq!(
            shown,
            [first, first].concat().iter().map(|row| row.replace(" NaN", "")).collect::<Vec<_>>()
        );
    }
}

#[test]
fn dates_and_decimals_are_attributes_as_people_write_them() {
    let columns = [
        column!(ByteArrayType, texts(&[b"a", b"b"]), None),
        column!(Int32Type, vec![19_813], Some(vec![1, 0])),
        column!(Int64Type, vec![-1_050, 3], None),
        column!(
            FixedLenByteArrayType,
            vec![FixedLenByteArray::from(vec![0xFF; 9]), FixedLenByteArray::from(vec![0; 9])],
            None
        ),
        column!(Int64Type, vec![1_711_879_200_000, 0], None),
        column!(Int32Type, vec![-1, 5], None),
    ];
    let schema = "required binary id (UTF8); optional int32 since (DATE); required int64 owed (DECIMAL(10,2));
                  required fixed_len_byte_array(9) many (DECIMAL(20,3)); required int64 seen (TIMESTAMP(MILLIS,false));
                  required int32 age (INTEGER(32,false));";
    let source = file(written(schema, Compression::SNAPPY, 1, &columns));
    let reading = read_customers(source.path(), None, &[], &options(), &go_on).expect("it is read");
    assert_eq!(reading.batch.attributes, ["since", "owed", "many", "seen", "age"]);
    let rows: Vec<Vec<String>> = reading.batch.blocks[0]
        .rows()
        .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
        .collect();
    assert_eq!(rows[0], ["a", "", "2024-03-31", "-10.5", "-0.001", "2024-03-31 10:00:00", "4294967295"]);
    assert_eq!(rows[1], ["b", "", "", "0.03", "0", "1970-01-01 00:00:00", "5"]);
    let look = inspect(source.path(), None, None).expect("it is looked at");
    assert_eq!((look.rows[0][1].as_str(), look.encoding), ("2024-03-31", None));
}

#[test]
fn columns_within_others_go_by_both_names_and_lists_are_refused() {
    let columns = [
        column!(ByteArrayType, texts(&[b"a"]), None),
        column!(ByteArrayType, texts(&[b"Delft"]), Some(vec![2])),
    ];
    let schema = "required binary id (UTF8); optional group address { optional binary city (UTF8); }";
    let source = file(written(schema, Compression::SNAPPY, 1, &columns));
    assert_eq!(inspect(source.path(), None, None).expect("looked at").columns, ["id", "address.city"]);
    let columns = [
        column!(ByteArrayType, texts(&[b"a"]), None),
        Box::new(|column: &mut SerializedColumnWriter<'_>| {
            column.typed::<Int32Type>().write_batch(&[1, 2], Some(&[1, 1]), Some(&[0, 1])).expect("written");
        }) as Fill,
    ];
    let source =
        file(written("required binary id (UTF8); repeated int32 tags;", Compression::SNAPPY, 1, &columns));
    let refused = inspect(source.path(), None, None);
    assert!(matches!(&refused, Err(ReadError::OddColumn { column }) if column == "tags"), "{refused:?}");
}

/// A table as Touchline writes it.
fn ours(rows: usize) -> Vec<u8> {
    let column = |heading: &str, kind| Column { heading: heading.to_owned(), kind };
    let columns =
        [column("customer_key", Kind::Text), column("time", Kind::Instant), column("event", Kind::Text)];
    let mut table = TableWriter::begin(Vec::new(), TableFormat::Parquet, &columns).expect("begun");
    let day = chrono_tz::Europe::Amsterdam;
    for row in 0..rows {
        let key = format!("c{}", row % 10);
        let time = if row % 3 == 0 { Datum::Day(1_711_839_600_000, day) } else { Datum::Instant(row as i64) };
        table.row(&[Datum::Text(&key), time, Datum::Text("e")]).expect("written");
    }
    table.finish().expect("finished")
}

#[test]
fn days_come_back_as_days_in_their_zone() {
    let reading = read(ours(4)).expect("it is read");
    assert_eq!(rows(&reading), ["c0 e 1711839600000", "c1 e 1", "c2 e 2", "c3 e 1711839600000"]);
    assert_eq!(reading.batch.rows.date_only, [true, false, false, true]);
    assert_eq!(reading.header, ["customer_key", "time", "event"]);
}

#[test]
fn groups_of_rows_are_read_one_after_the_other() {
    let reading = read(ours(150_000)).expect("it is read");
    assert_eq!((reading.rows, reading.rejected.total), (150_000, 0));
}

#[test]
fn a_compressed_file_is_what_is_in_it() {
    let bytes = ours(3000);
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&bytes).expect("packed");
    let packed = gzip.finish().expect("packed");
    let reading = read(&packed).expect("it is read");
    assert_eq!(rows(&reading), rows(&read(&bytes).expect("it is read")));
    let cut = read(&packed[..packed.len() / 2]).expect_err("it is refused");
    assert!(matches!(cut, ReadError::DamagedGzip(_)), "{cut}");
}

#[test]
fn a_file_that_is_cut_short_or_says_too_much_is_refused() {
    let whole = ours(1000);
    for length in (4..whole.len()).step_by(97) {
        let refused = read(&whole[..length]).map(|reading| reading.rows);
        assert!(matches!(refused, Err(ReadError::DamagedParquet(_))), "{length}: {refused:?}");
    }
    // The header of the first page says how much it unpacks to: one that says two gigabytes is not believed.
    let mut lying = whole.clone();
    let claim = [0x15, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F];
    lying.splice(6..6 + claim.len(), claim);
    assert!(read(&lying).is_err());
}

#[test]
fn a_reader_that_panics_is_an_error_of_the_file() {
    // The first page is the dictionary; as a page of another kind it is passed over, and the next one lacks it.
    let mut damaged = ours(1000);
    assert_eq!(damaged[4..6], [0x15, 0x04], "the kind of the first page");
    damaged[5] = 0x02;
    let refused = read(&damaged).map(|reading| reading.rows);
    assert!(matches!(refused, Err(ReadError::DamagedParquet(_))), "{refused:?}");
}

#[test]
fn far_more_rows_than_a_file_of_its_size_has_are_read_only_if_told() {
    let many = column!(ByteArrayType, vec![ByteArray::from("a"); 1_000_000], None);
    let columns = [many];
    let source = file(written("required binary id (UTF8);", Compression::SNAPPY, 9, &columns));
    let refused = read_customers(source.path(), None, &[], &options(), &go_on).map(|reading| reading.rows);
    assert!(matches!(refused, Err(ReadError::Swollen { .. })), "{refused:?}");
}

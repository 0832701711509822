//! Rows that are left out, and what comes of the rest.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

use model::Texts;

use super::{at, file, go_on, options, read, read_path, read_split, rejected, rows};
use crate::intake::Split;
use crate::{
    InteractionColumns, Progress, ReadError, ReadOptions, RejectReason, Rejected, Role, read_interactions,
};

#[test]
fn rejected_rows_are_told_by_their_line_and_the_rest_is_kept() {
    let long = "x".repeat(1025);
    let text = [
        "user,event,time,value",
        "u1,ad,5,1",
        ",ad,5,1",
        "u2, ,5,1",
        "u3,ad,,1",
        "",
        "u4,ad,03/04/2024,1",
        "u5,ad,5,a lot",
        "u6,ad,5",
        "u7,ad,5,1,2",
        "u8,\"a",
        "",
        "b\",5,2",
        "u9,\"a",
        "b\",,2",
        &format!("u10,{long},5,1"),
        "u11,ad,5,",
        "u12,\"never closed,5,1",
        "u13,ad,6,3",
    ]
    .join("\n");
    let reading = read(text).unwrap();
    assert_eq!(rows(&reading), ["u1 ad 5000 1", "u8 a\n\nb 5000 2", "u11 ad 5000", "u13 ad 6000 3"]);
    assert_eq!(
        rejected(&reading),
        [
            "3: the customer is empty",
            "4: the event is empty",
            "5: the time is empty",
            "7: “03/04/2024” is not a time that can be read without guessing; write it as 2024-03-31 14:05:00",
            "8: “a lot” is not a number",
            "9: 3 fields where there are 4 columns",
            "10: 5 fields where there are 4 columns",
            "14: the time is empty",
            "16: the event is 1025 bytes long",
            "18: a quote is not closed",
        ]
    );
    assert_eq!(reading.rows, 14);
    assert_eq!(reading.rejected.total, 10);
    assert_eq!(reading.batch.customers, Texts::from_iter(["u1", "u8", "u11", "u13"]));
    assert_eq!(reading.batch.events, ["ad", "a\n\nb"]);
}

#[test]
fn rejections_are_counted_by_reason_and_the_first_are_listed() {
    let mut text = "user,event,time\nu,ad,5\n".to_owned();
    for row in 0..30_000 {
        text += if row % 3 == 0 { ",ad,5\n" } else { "u,ad,then\n" };
    }
    let split = Split { workers: 3, block: 5000 };
    let reading = read_path(file(text).path(), split).unwrap();
    let counts: Vec<_> = reading.rejected.by_reason.iter().map(|it| (it.first.line, it.rows)).collect();
    assert_eq!(counts, [(3, 10_000), (4, 20_000)]);
    assert_eq!(
        (reading.rows, reading.rejected.total, reading.rejected.first.len()),
        (30_001, 30_000, 10_000)
    );
    let last = Rejected { line: 10_002, reason: RejectReason::EmptyCustomer };
    assert_eq!(reading.rejected.first.last(), Some(&last));
    assert_eq!(serde_json::to_string(&last).unwrap(), r#"{"line":10002,"reason":{"kind":"empty_customer"}}"#);
}

#[test]
fn zero_bytes_beyond_the_head_cost_their_rows() {
    let mut bytes = b"user,event,time\n".to_vec();
    bytes.extend(b"u1,ad,5\n".repeat(50_000));
    bytes.extend(b"u2,a\0d,5\nu3,ad,5\n");
    let reading = read(bytes).unwrap();
    assert_eq!(rejected(&reading), ["50002: some bytes are not text"]);
    assert_eq!(reading.batch.customers, Texts::from_iter(["u1", "u3"]));
}

#[test]
fn long_values_are_cut_off_in_reasons() {
    let reading = read(format!("user,event,time\nu,ad,5\nu,ad,{}\n", "é".repeat(100))).unwrap();
    let value = "é".repeat(80) + "…";
    assert_eq!(reading.rejected.first[0].reason, RejectReason::BadTime { value });
}

#[test]
fn a_quote_that_is_never_closed_costs_one_row() {
    let rest = "u2,ad,6\n".repeat(200_000);
    let text = format!("user,event,time\nu1,ad,5\n\"u3,ad,5\n{rest}u4,\"x\",7\n");
    for split in [Split { workers: 1, block: 64 << 20 }, Split { workers: 2, block: 1000 }, Split::default()]
    {
        let reading = read_path(file(&text).path(), split).unwrap();
        assert_eq!(rejected(&reading), ["3: a quote is not closed"]);
        assert_eq!(reading.rows, 200_003);
        assert_eq!(reading.batch.customers, Texts::from_iter(["u1", "u2", "u4"]));
    }
}

#[test]
fn strict_is_all_or_nothing() {
    let strict = ReadOptions { strict: true, ..options() };
    let read = |text: &str| {
        let source = file(text);
        read_split(&at(source.path()), &InteractionColumns::default(), &strict, Split::default(), &go_on)
    };
    assert_eq!(rows(&read("user,event,time\nu,ad,5\n").unwrap()), ["u ad 5000"]);
    let error = read("user,event,time\nu,ad,5\n,ad,5\nu,ad,x\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "nothing was taken, because not every row can be: 2 rows rejected, the first in line 3: the customer is empty"
    );
    assert!(matches!(error, ReadError::Rejected { rejections } if rejections.total == 2));
}

#[test]
fn a_source_of_which_nothing_can_be_taken_fails() {
    let error = read("user,event,time\nu,ad,31 maart\n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "no row could be taken: line 2: “31 maart” is not a time that can be read without guessing; \
         write it as 2024-03-31 14:05:00"
    );
    assert!(matches!(error, ReadError::NothingTaken { rejections } if rejections.total == 1));
}

#[test]
fn too_many_different_names_tell_the_wrong_column() {
    let read_names = |header: &str, names: usize| {
        let mut text = header.to_owned();
        for name in 0..names {
            writeln!(text, "n{name},x,5").unwrap();
        }
        read(text)
    };
    assert_eq!(read_names("event,user,time\n", 65_535).unwrap().batch.events.len(), 65_535);
    let error = read_names("event,user,time\n", 65_536).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the column “event” has more than 65535 different values: it is probably not the event"
    );
    // The second column is both customer and event here.
    let given = |names| {
        let text = (0..names).fold("channel,user,time\n".to_owned(), |mut text, name| {
            writeln!(text, "n{name},x,5").unwrap();
            text
        });
        let event = Some("user".to_owned());
        let columns = InteractionColumns { customer: event.clone(), event, ..InteractionColumns::default() };
        read_interactions(file(text).path(), &columns, &options(), &go_on)
    };
    assert_eq!(given(65_534).unwrap().batch.channels.len(), 65_534);
    assert!(matches!(given(65_535), Err(ReadError::TooManyNames { role: Role::Channel, limit: 65_534, .. })));
}

#[test]
fn optional_columns_are_empty_without_values_and_whole_with_one() {
    let reading = read("user,event,time,channel,value,currency\nu,a,5,,,\nu,a,6,,,\n").unwrap();
    let batch = &reading.batch.rows;
    assert!(batch.channel.is_empty() && batch.value.is_empty());
    assert!(batch.currency.is_empty() && batch.date_only.is_empty());

    let text =
        "user,event,time,channel,value,currency\nu,a,5,,,\nu,a,6,web,2,EUR\nu,a,2024-01-02,,,\nu,a,7,,,\n";
    for block in [10, 1 << 20] {
        let batch = read_path(file(text).path(), Split { workers: 2, block }).unwrap().batch.rows;
        assert_eq!(batch.channel, [model::NONE, 0, model::NONE, model::NONE]);
        assert_eq!(batch.currency, [model::NONE, 0, model::NONE, model::NONE]);
        assert_eq!(batch.date_only, [false, false, true, false]);
        assert!(batch.value[0].is_nan() && batch.value[2].is_nan() && batch.value[3].is_nan());
        assert_eq!((batch.value[1], batch.value.len()), (2.0, 4));
    }
}

#[test]
fn progress_is_told_and_can_cancel() {
    let text = "user,event,time\n".to_owned() + &"u,ad,5\n".repeat(10_000);
    let source = file(&text);
    let split = Split { workers: 2, block: 1000 };
    let calls = AtomicU64::new(0);
    let read_until = |most: u64| {
        let on_progress = |progress: Progress| {
            assert!(progress.bytes <= progress.of && progress.of == text.len() as u64);
            calls.fetch_add(1, Ordering::Relaxed) < most
        };
        read_split(&at(source.path()), &InteractionColumns::default(), &options(), split, &on_progress)
    };
    assert!(matches!(read_until(0), Err(ReadError::Cancelled)));
    assert_eq!(calls.swap(0, Ordering::Relaxed), 1);
    assert!(matches!(read_until(5), Err(ReadError::Cancelled)));
    assert_eq!(calls.swap(0, Ordering::Relaxed), 6);
    assert_eq!(read_until(u64::MAX).unwrap().rows, 10_000);
    assert!(calls.into_inner() > 30);
}

#[test]
fn the_last_progress_tells_all() {
    let text = "user,event,time\nu,ad,5\n,ad,5\n";
    let last = std::sync::Mutex::new(None);
    let on_progress = |progress| {
        *last.lock().unwrap() = Some(progress);
        true
    };
    read_interactions(file(text).path(), &InteractionColumns::default(), &options(), &on_progress).unwrap();
    let bytes = text.len() as u64;
    assert_eq!(last.into_inner().unwrap(), Some(Progress { bytes, of: bytes, rows: 2 }));
}

//! The cached columns: what the rows say, whatever was imported, undone or done behind the app's back.

use model::{Codes, Columns, CustomerId, Instants, InteractionBatch, InteractionRows};
use proptest::prelude::*;
use rusqlite::Connection;
use std::fs;

use store::{Fault, StoreError, Workspace};

use crate::fixture::{Desk, NOW, always, batch, bytes, customers, one_part, source};
use crate::strays::Cut;

/// The columns made naively out of the rows of a closed file, with every instant in milliseconds.
fn from_rows(desk: &Desk) -> Vec<(i64, i64, String)> {
    let conn = Connection::open(&desk.path).unwrap();
    let mut select = conn
        .prepare(
            "SELECT customer, at, name FROM interaction JOIN event ON event.id = event
             ORDER BY customer, at, seq, import",
        )
        .unwrap();
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn told(columns: &Columns) -> Vec<(i64, i64, String)> {
    let mut told = Vec::new();
    for (group, &CustomerId(id)) in columns.customers.iter().enumerate() {
        assert!(columns.offsets[group] < columns.offsets[group + 1], "a customer without interactions");
        for row in columns.offsets[group]..columns.offsets[group + 1] {
            let event = columns.events[columns.event.code(row as usize)].clone();
            told.push((id, columns.at.millis(row as usize), event));
        }
    }
    assert_eq!(columns.offsets.len(), columns.customers.len() + 1);
    assert_eq!(told.len(), columns.len());
    told
}

/// `count` interactions of customers in turn, ten seconds apart.
fn many(customers: usize, count: usize, events: usize, step: i64) -> InteractionBatch {
    let rows = InteractionRows {
        customer: (0..count).map(|row| (row * 7 % customers) as u32).collect(),
        event: (0..count).map(|row| (row % events) as u16).collect(),
        at: (0..count).map(|row| NOW + row as i64 * step).collect(),
        ..InteractionRows::default()
    };
    let events = (0..events).map(|number| format!("event {number}")).collect();
    InteractionBatch {
        events,
        ..one_part((0..customers).map(|number| format!("c{number:06}")).collect(), rows)
    }
}

fn import(workspace: &mut Workspace, name: &str, batch: InteractionBatch) -> model::ImportId {
    workspace.import_interactions(batch, &source(name), NOW, &always).unwrap()
}

/// The columns of a file that is opened for them and closed again.
fn reopened(desk: &Desk) -> Columns {
    desk.open().columns().unwrap()
}

fn chunks(desk: &Desk) -> Vec<i64> {
    let conn = Connection::open(&desk.path).unwrap();
    let mut select = conn.prepare("SELECT interactions FROM chunk ORDER BY start").unwrap();
    select.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn many_interactions_are_cut_between_customers_and_survive_later_imports() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let first = import(&mut workspace, "one", many(30_000, 200_000, 5, 1000));
    assert!(matches!(workspace.columns().unwrap().at, Instants::Seconds { base: NOW, .. }));
    drop(workspace);
    assert_eq!(chunks(&desk).len(), 4);
    assert_eq!(told(&reopened(&desk)), from_rows(&desk));

    let mut workspace = desk.open();
    import(&mut workspace, "few", batch(&[("c000007", "event 1", NOW + 1), ("new", "event 9", NOW - 500)]));
    assert!(matches!(workspace.columns().unwrap().at, Instants::Millis(_)));
    assert_eq!(workspace.counts().unwrap().first, Some(NOW - 500));
    import(&mut workspace, "more", many(60_000, 150_000, 7, 3000));
    assert_eq!(workspace.check().unwrap(), []);
    drop(workspace);
    assert_eq!(told(&reopened(&desk)), from_rows(&desk));

    let mut workspace = desk.open();
    workspace.undo_import(first, &always).unwrap();
    for key in ["c000007", "c000000", "new"] {
        let id = workspace.customer_by_key(key).unwrap().unwrap();
        workspace.erase_customers(&[id], true).unwrap();
    }
    assert_eq!(workspace.check().unwrap(), []);
    drop(workspace);
    let columns = reopened(&desk);
    assert_eq!(told(&columns), from_rows(&desk));
    assert!(matches!(columns.at, Instants::Seconds { .. }), "all instants are whole seconds again");
}

#[test]
fn one_customer_with_more_than_a_chunk_stays_in_one() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", many(1, 70_000, 3, 1000));
    import(&mut workspace, "two", batch(&[("c000000", "event 1", NOW), ("d", "event 2", NOW)]));
    drop(workspace);
    assert_eq!(chunks(&desk), [70_001, 1]);
    assert_eq!(told(&reopened(&desk)), from_rows(&desk));
}

#[test]
fn many_event_names_have_wide_codes_and_go_narrow_again() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let few = import(&mut workspace, "few", many(10, 100, 10, 1000));
    let wide = import(&mut workspace, "wide", many(10, 2000, 300, 1000));
    import(&mut workspace, "last", batch(&[("c000001", "event 299", NOW), ("c000001", "zoo", NOW)]));
    let columns = workspace.columns().unwrap();
    assert_eq!(columns.events.len(), 301);
    assert!(matches!(columns.event, Codes::Wide(_)));
    // What is left are two names with high ids, whose codes are low.
    workspace.undo_import(wide, &always).unwrap();
    workspace.undo_import(few, &always).unwrap();
    let columns = workspace.columns().unwrap();
    assert_eq!(columns.events, ["event 299", "zoo"]);
    assert_eq!(columns.event, Codes::Narrow(vec![0, 1]));
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_change_by_another_program_is_noticed() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", many(300, 7_000, 5, 1500));
    drop(workspace);
    let all_to_first = "UPDATE interaction SET event = 1 WHERE event = 2";
    let in_a_log = format!("PRAGMA journal_mode = WAL; {all_to_first}");
    let and_back = format!("{in_a_log}; PRAGMA journal_mode = DELETE");
    for (round, tampering) in [
        all_to_first,
        &in_a_log,
        &and_back,
        "UPDATE interaction SET at = at + 1000",
        "DELETE FROM interaction WHERE seq % 7 = 3",
    ]
    .into_iter()
    .enumerate()
    {
        let desk = desk.copied();
        desk.tamper(tampering);
        let workspace = desk.open();
        let columns = workspace.columns().unwrap();
        let counted: u64 = workspace.events().unwrap().iter().map(|(_, count)| count).sum();
        assert_eq!(counted, columns.len() as u64, "round {round}");
        assert_eq!(workspace.counts().unwrap().interactions, counted, "round {round}");
        assert_eq!(workspace.check().unwrap(), [], "round {round}");
        drop(workspace);
        assert_eq!(told(&columns), from_rows(&desk), "round {round}");
        assert!(is_trusted(&desk), "round {round}: it is looked at once");
    }
}

/// Whether the file would be opened without making anything again.
fn is_trusted(desk: &Desk) -> bool {
    let before = desk.rows(&["lineage"]);
    drop(desk.open());
    desk.rows(&["lineage"]) == before
}

#[test]
fn a_file_that_nothing_else_has_changed_is_not_read_again() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", many(30, 700, 5, 1500));
    drop(workspace);
    assert!(is_trusted(&desk));
    // Edits, imports and reading the words are the app's own.
    let mut workspace = desk.open();
    crate::fixture::small_map(&mut workspace, "First");
    workspace.find_customers("c0").unwrap();
    import(&mut workspace, "two", many(30, 700, 5, 1700));
    crate::fixture::small_map(&mut workspace, "Second");
    drop(workspace);
    assert!(is_trusted(&desk));
}

#[test]
fn a_change_in_the_log_of_a_process_that_died_is_noticed() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", many(300, 7_000, 5, 1500));
    crate::fixture::small_map(&mut workspace, "First");
    let cut = Cut::of(&desk);
    let died = cut.lay();
    died.tamper("UPDATE interaction SET event = 1 WHERE event = 2");
    assert_eq!(died.files(), ["shop.touchline"], "the other program has played the log into the file");
    assert_eq!(told(&reopened(&died)), from_rows(&died));
    // Another program that dies too leaves its change at the end of the log.
    let died = cut.lay();
    let other = Connection::open(&died.path).unwrap();
    other.execute_batch("UPDATE interaction SET event = 1 WHERE event = 2").unwrap();
    let cut = Cut::of(&died);
    drop(other);
    let died = cut.lay();
    let columns = reopened(&died);
    assert_eq!(told(&columns), from_rows(&died));
    assert_ne!(told(&columns), told(&workspace.columns().unwrap()));
}

#[test]
fn a_wrong_bit_in_the_cache_is_noticed() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", many(300, 7_000, 5, 1500));
    let fresh = workspace.columns().unwrap();
    drop(workspace);
    let whole = bytes(&desk.path);
    let conn = Connection::open(&desk.path).unwrap();
    let pages: Vec<usize> = conn
        .prepare("SELECT pageno FROM dbstat WHERE name = 'chunk' AND pagetype <> 'internal'")
        .unwrap()
        .query_map([], |row| row.get::<_, i64>(0))
        .unwrap()
        .map(|page| page.unwrap() as usize)
        .collect();
    drop(conn);
    let mut refused = 0;
    for step in 0..200 {
        let mut damaged = whole.clone();
        let page = pages[step % pages.len()] - 1;
        damaged[page * 4096 + step * 2_654_435_761 % 4096] ^= 1 << (step % 8);
        let desk = Desk::new();
        fs::write(&desk.path, damaged).unwrap();
        match Workspace::open(&desk.path).and_then(|workspace| workspace.columns()) {
            Ok(columns) => assert!(columns == fresh, "step {step}"),
            Err(error) => {
                assert!(matches!(error, StoreError::Damaged { .. }), "step {step}: {error}");
                refused += 1;
            }
        }
    }
    assert!(refused < 20, "{refused} of 200 could not be made again");
}

#[test]
fn a_wrong_byte_in_what_imports_say_of_customers_is_noticed() {
    for tampering in [
        "UPDATE sheet_column SET text = CAST(replace(text, 'free', 'freF') AS BLOB)",
        "UPDATE sheet_column SET code = CAST(replace(code, char(1), char(2)) AS BLOB)",
        "UPDATE sheet SET customer = CAST(replace(customer, char(1), char(2)) AS BLOB)",
        "UPDATE sheet SET name_text = CAST(replace(name_text, 'Name', 'Nbme') AS BLOB)",
    ] {
        let desk = Desk::new();
        let mut workspace = desk.create();
        let said = customers(&[("a", Some("free"), None), ("b", Some("free"), None)]);
        let import = workspace.import_customers(said, &source("crm"), NOW, &always).unwrap();
        drop(workspace);
        desk.tamper(tampering);
        let workspace = desk.open();
        assert_eq!(workspace.check().unwrap(), [Fault::Sheet(import)], "{tampering}");
        if !tampering.contains("name") {
            let told = workspace.customers(&workspace.roll().unwrap());
            assert!(matches!(told, Err(StoreError::Damaged { .. })), "{tampering}: {told:?}");
        }
    }
}

#[test]
fn a_stale_missing_or_broken_cache_is_made_again() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", many(3000, 70_000, 5, 1500));
    let fresh = workspace.columns().unwrap();
    drop(workspace);
    let kept = desk.rows(&["chunk"]);
    for tampering in [
        "UPDATE chunk SET format = 0",
        "DELETE FROM chunk",
        "DELETE FROM chunk WHERE start > 0",
        "UPDATE chunk SET at = zeroblob(3) WHERE start = 0",
        "UPDATE chunk SET customer = zeroblob(length(customer))",
        "UPDATE chunk SET event = CAST(replace(hex(zeroblob(length(event))), '00', 'z') AS BLOB)",
    ] {
        desk.tamper(tampering);
        let workspace = desk.open();
        assert!(workspace.columns().unwrap() == fresh, "{tampering}");
        drop(workspace);
        assert_eq!(desk.rows(&["chunk"]), kept, "{tampering}");
    }
}

#[test]
fn the_check_finds_what_was_done_behind_the_apps_back() {
    let check = |tampering: &str, expected: fn(&Fault) -> bool| {
        let desk = Desk::new();
        let mut workspace = desk.create();
        crate::fixture::small_map(&mut workspace, "First");
        import(&mut workspace, "one", many(10, 100, 3, 1000));
        assert_eq!(workspace.check().unwrap(), []);
        drop(workspace);
        desk.tamper(tampering);
        let faults = Workspace::examine(&desk.path).unwrap().check().unwrap();
        assert!(faults.iter().any(expected), "{tampering}: {faults:?}");
    };
    check("UPDATE interaction SET event = 2 WHERE event = 1", |fault| *fault == Fault::Columns);
    check("DELETE FROM interaction WHERE event = 1", |fault| {
        matches!(fault, Fault::Count { noted: 100, found: 66, .. })
    });
    check("INSERT INTO customer (key) VALUES ('ghost')", |fault| {
        *fault == Fault::Unmentioned("ghost".to_owned())
    });
    check("UPDATE customer SET name = 'Someone'", |fault| *fault == Fault::Misquoted("c000000".to_owned()));
    check("UPDATE stage SET position = 5 WHERE position = 1", |fault| matches!(fault, Fault::Positions(_)));
    check("DELETE FROM stage WHERE position = 1", |fault| matches!(fault, Fault::Journey(_)));
    check("DELETE FROM stage WHERE position = 1", |fault| matches!(fault, Fault::Orphan { .. }));
    check("UPDATE touchpoint SET title = 'other'", |fault| matches!(fault, Fault::History(_)));
    check("UPDATE touchpoint SET channel = 'pigeon'", |fault| matches!(fault, Fault::Journey(_)));
}

#[test]
fn rebuilt_columns_mend_the_cache() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", many(10, 100, 3, 1000));
    drop(workspace);
    desk.tamper("UPDATE interaction SET event = 2 WHERE event = 1");
    desk.tamper("UPDATE import_event SET interactions = interactions + 34 WHERE event = 2");
    desk.tamper("DELETE FROM import_event WHERE event = 1");
    let workspace = Workspace::examine(&desk.path).unwrap();
    assert_eq!(workspace.check().unwrap(), [Fault::Columns]);
    workspace.repair().unwrap();
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn what_is_derived_is_repaired() {
    for tampering in [
        "UPDATE customer SET name = 'Someone'",
        "DELETE FROM interaction WHERE event = 1",
        "UPDATE import_event SET interactions = interactions + 1",
        "DELETE FROM chunk",
        "INSERT INTO customer_words (customer_words) VALUES ('delete-all'); DELETE FROM customer_words_due",
    ] {
        let desk = Desk::new();
        let mut workspace = desk.create();
        let said = customers(&[("a", Some("free"), None), ("c000001", Some("pro"), Some("Utrecht"))]);
        workspace.import_customers(said, &source("crm"), NOW, &always).unwrap();
        import(&mut workspace, "one", many(10, 100, 3, 1000));
        workspace.find_customers("a").unwrap();
        drop(workspace);
        desk.tamper(tampering);
        let workspace = Workspace::examine(&desk.path).unwrap();
        assert_ne!(workspace.check().unwrap(), [], "{tampering}");
        workspace.repair().unwrap();
        assert_eq!(workspace.check().unwrap(), [], "{tampering}");
        let found = workspace.find_customers("utrecht").unwrap();
        assert_eq!(found, [workspace.customer_by_key("c000001").unwrap().unwrap()], "{tampering}");
        drop(workspace);
        assert_eq!(desk.open().check().unwrap(), [], "{tampering}");
    }
}

/// Random rows: few customers and instants, so that many fall together.
fn rows() -> impl Strategy<Value = InteractionBatch> {
    let at = prop_oneof![4 => (0..6_i64).prop_map(|at| at * 1000), 1 => -3..3_i64, 1 => Just(i64::MAX), 1 => Just(i64::MIN)];
    let row = (0..8_u8, 0..5_u8, at);
    prop::collection::vec(row, 0..40).prop_map(|rows| {
        let named: Vec<_> = rows
            .iter()
            .map(|(customer, event, at)| (format!("c{customer}"), format!("e{event}"), *at))
            .collect();
        batch(
            &named
                .iter()
                .map(|(customer, event, at)| (customer.as_str(), event.as_str(), *at))
                .collect::<Vec<_>>(),
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn columns_equal_rows(batches in prop::collection::vec(rows(), 1..5), undone in 0..5_usize, erased in 0..8_u8) {
        let desk = Desk::new();
        let mut workspace = desk.create();
        let ids: Vec<_> = batches.into_iter().enumerate()
            .map(|(number, batch)| import(&mut workspace, &number.to_string(), batch)).collect();
        prop_assert_eq!(workspace.check().unwrap(), []);
        if let Some(&id) = ids.get(undone) {
            workspace.undo_import(id, &always).unwrap();
        }
        if let Some(id) = workspace.customer_by_key(&format!("c{erased}")).unwrap() {
            workspace.erase_customers(&[id], true).unwrap();
        }
        prop_assert_eq!(workspace.check().unwrap(), []);
        let columns = workspace.columns().unwrap();
        drop(workspace);
        prop_assert_eq!(told(&columns), from_rows(&desk));
    }
}

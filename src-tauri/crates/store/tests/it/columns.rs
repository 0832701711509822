//! The cached columns: what the rows say, whatever was imported, undone or done behind the app's back.

use model::{Codes, Columns, CustomerId, Instants, InteractionBatch, InteractionRows};
use proptest::prelude::*;
use rusqlite::Connection;
use store::{Fault, Workspace};

use crate::fixture::{Desk, NOW, always, batch, one_part, source};

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
        workspace.erase_customer(id).unwrap();
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
        let faults = desk.open().check().unwrap();
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
    let workspace = desk.open();
    assert_eq!(workspace.check().unwrap(), [Fault::Columns]);
    workspace.rebuild_columns().unwrap();
    assert_eq!(workspace.check().unwrap(), []);
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
            workspace.erase_customer(id).unwrap();
        }
        prop_assert_eq!(workspace.check().unwrap(), []);
        let columns = workspace.columns().unwrap();
        drop(workspace);
        prop_assert_eq!(told(&columns), from_rows(&desk));
    }
}

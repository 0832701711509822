//! Imports: what they bring, in which order, and taking them back as if they had never been.

use std::cell::Cell;
use std::collections::BTreeMap;

use model::{CustomerId, InteractionBatch, InteractionRows, Texts};
use store::{ImportKind, ImportSource, StoreError, Workspace};

use crate::fixture::{
    Desk, IMPORTED, NOW, always, batch, bytes, changed, customers, one_part, source, with_extras,
};

fn import(workspace: &mut Workspace, name: &str, batch: InteractionBatch) -> model::ImportId {
    workspace.import_interactions(batch, &source(name), NOW, &always).unwrap()
}

/// Each interaction in the order of the columns: key of the customer, event, instant.
fn told(workspace: &Workspace) -> Vec<(String, String, i64)> {
    let columns = workspace.columns().unwrap();
    let mut told = Vec::new();
    for (group, &id) in columns.customers.iter().enumerate() {
        let key = workspace.customers(&[id]).unwrap().remove(0).key;
        for row in columns.offsets[group]..columns.offsets[group + 1] {
            let event = columns.events[columns.event.code(row as usize)].clone();
            told.push((key.clone(), event, columns.at.millis(row as usize)));
        }
    }
    told
}

fn row(customer: &str, event: &str, at: i64) -> (String, String, i64) {
    (customer.to_owned(), event.to_owned(), at)
}

#[test]
fn interactions_are_ordered_by_instant_then_source_then_import() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(
        &mut workspace,
        "one",
        batch(&[("b", "page", 5), ("a", "ad", 9), ("a", "page", 5), ("a", "demo", 5)]),
    );
    import(&mut workspace, "two", batch(&[("a", "late", 5), ("a", "order", 5), ("c", "ad", 1)]));
    let expected = [
        row("a", "late", 5),
        row("a", "order", 5),
        row("a", "page", 5),
        row("a", "demo", 5),
        row("a", "ad", 9),
        row("b", "page", 5),
        row("c", "ad", 1),
    ];
    // Rows of the first import stand third and fourth in its source, those of the second first and second.
    assert_eq!(told(&workspace), expected);
    assert_eq!(workspace.check().unwrap(), []);
}

/// Imports an export of the one source that these tests have.
fn import_export(workspace: &mut Workspace, name: &str, again: bool, batch: InteractionBatch) -> u64 {
    let source = ImportSource { key: Some("shop".to_owned()), again, ..source(name) };
    let import = workspace.import_interactions(batch, &source, NOW, &always).unwrap();
    workspace.taken(import).unwrap()
}

#[test]
fn a_longer_export_of_the_same_source_adds_only_what_is_new() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let march = [("a", "ad", 1), ("b", "page", 2), ("a", "ad", 1), ("a", "order", 3)];
    let april =
        [march.as_slice(), &[("a", "ad", 1), ("b", "order", 9), ("c", "ad", 4), ("a", "ad", 3)]].concat();
    assert_eq!(import_export(&mut workspace, "march", false, batch(&march)), 4);
    import(&mut workspace, "elsewhere", batch(&[("c", "ad", 4)]));
    assert_eq!(import_export(&mut workspace, "april", false, with_extras(batch(&april))), 4);
    let expected = [
        row("a", "ad", 1),
        row("a", "ad", 1),
        row("a", "ad", 1),
        row("a", "order", 3),
        row("a", "ad", 3),
        row("b", "page", 2),
        row("b", "order", 9),
        row("c", "ad", 4),
        row("c", "ad", 4),
    ];
    assert_eq!(told(&workspace), expected);
    assert_eq!(workspace.check().unwrap(), []);
    let counted: Vec<_> = workspace.events().unwrap();
    assert_eq!(counted, [("ad".to_owned(), 6), ("page".to_owned(), 1), ("order".to_owned(), 2)]);
    assert_eq!(import_export(&mut workspace, "same", false, batch(&april)), 0);
    assert_eq!(import_export(&mut workspace, "twice", true, batch(&march)), 4);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn what_an_undone_import_brought_is_new_again() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let rows = [("a", "ad", 1), ("b", "page", 2)];
    import_export(&mut workspace, "march", false, batch(&rows));
    let first = workspace.imports().unwrap()[0].id;
    workspace.undo_import(first, &always).unwrap();
    assert_eq!(import_export(&mut workspace, "april", false, batch(&rows)), 2);
    assert_eq!(told(&workspace).len(), 2);
}

#[test]
fn an_equal_place_in_two_sources_is_ordered_by_import() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", batch(&[("a", "first", 5)]));
    import(&mut workspace, "two", batch(&[("a", "second", 5)]));
    assert_eq!(told(&workspace), [row("a", "first", 5), row("a", "second", 5)]);
}

#[test]
fn the_same_content_is_recognised_until_it_is_undone() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let id = import(&mut workspace, "one", batch(&[("a", "ad", 1)]));
    let found = workspace.import_by_fingerprint("digest of one").unwrap().unwrap();
    assert_eq!((found.id, found.kind, found.taken, found.undone), (id, ImportKind::Interactions, 1, false));
    assert_eq!((found.at, found.source), (NOW, source("one")));
    assert_eq!(workspace.import_by_fingerprint("another").unwrap(), None);
    workspace.undo_import(id, &always).unwrap();
    assert_eq!(workspace.import_by_fingerprint("digest of one").unwrap(), None);
    assert!(workspace.imports().unwrap()[0].undone);
    assert!(matches!(workspace.undo_import(id, &always), Err(StoreError::Undone(_))));
    assert!(matches!(workspace.undo_import(model::ImportId(9), &always), Err(StoreError::Missing { .. })));
}

#[test]
fn undoing_any_one_of_three_imports_leaves_what_the_other_two_make() {
    let batches = || {
        [
            with_extras(batch(&[("a", "ad", 1), ("b", "page", 2), ("a", "page", 3), ("d", "demo", 1)])),
            batch(&[("a", "order", 2), ("c", "ad", 4), ("e", "chat", 4)]),
            with_extras(batch(&[("b", "page", 9), ("c", "order", 4), ("f", "fair", 7)])),
        ]
    };
    for undone in 0..3 {
        let desk = Desk::new();
        let mut workspace = desk.create();
        let mut ids = Vec::new();
        for (number, batch) in batches().into_iter().enumerate() {
            ids.push(import(&mut workspace, &number.to_string(), batch));
        }
        workspace.undo_import(ids[undone], &always).unwrap();
        assert_eq!(workspace.check().unwrap(), []);

        let other = Desk::new();
        let mut without = other.create();
        for (number, batch) in batches().into_iter().enumerate().filter(|(number, _)| *number != undone) {
            import(&mut without, &number.to_string(), batch);
        }
        // Rows of customers differ, so compare by key; the order within each stays.
        let by_key = |mut rows: Vec<(String, String, i64)>| {
            rows.sort_by(|a, b| a.0.cmp(&b.0));
            rows
        };
        assert_eq!(by_key(told(&workspace)), by_key(told(&without)));
        assert_eq!(sorted(workspace.events().unwrap()), sorted(without.events().unwrap()));
        assert_eq!(sorted(workspace.channels().unwrap()), sorted(without.channels().unwrap()));
        assert_eq!(sorted(workspace.currencies().unwrap()), sorted(without.currencies().unwrap()));
        assert_eq!(workspace.counts().unwrap(), without.counts().unwrap());
    }
}

fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort();
    all
}

#[test]
fn undoing_the_last_import_gives_the_same_rows_as_before_it() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let first = with_extras(batch(&[("a", "ad", 1), ("b", "page", 2), ("a", "page", 3)]));
    import(&mut workspace, "one", first);
    workspace
        .import_customers(
            customers(&[("a", Some("pro"), None), ("z", None, Some("Gent"))]),
            &source("crm"),
            NOW,
            &always,
        )
        .unwrap();
    drop(workspace);
    let before = desk.rows(&IMPORTED);

    let mut workspace = desk.open();
    let second = with_extras(batch(&[("a", "order", 2), ("z", "ad", 4), ("new", "chat", 4)]));
    let interactions = import(&mut workspace, "two", second);
    let more =
        customers(&[("a", Some("free"), Some("Breda")), ("b", Some("pro"), None), ("newer", None, None)]);
    let said = workspace.import_customers(more, &source("more"), NOW, &always).unwrap();
    workspace.undo_import(said, &always).unwrap();
    workspace.undo_import(interactions, &always).unwrap();
    assert_eq!(workspace.check().unwrap(), []);
    drop(workspace);
    assert_eq!(desk.rows(&IMPORTED), before);
}

#[test]
fn undoing_the_only_import_empties_the_workspace() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let id = import(&mut workspace, "one", with_extras(batch(&[("a", "ad", 1), ("b", "page", 2)])));
    workspace.undo_import(id, &always).unwrap();
    assert_eq!(workspace.columns().unwrap(), model::Columns::empty());
    assert_eq!(workspace.counts().unwrap(), store::Counts::default());
    drop(workspace);
    assert_eq!(desk.rows(&IMPORTED), [""; 0]);
}

#[test]
fn later_customers_overwrite_and_undoing_an_earlier_import_keeps_them() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let attributes = |workspace: &Workspace, key: &str| {
        let id = workspace.customer_by_key(key).unwrap()?;
        let customer = workspace.customers(&[id]).unwrap().remove(0);
        let pairs: Vec<_> =
            customer.attributes.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        Some(pairs.join(" "))
    };
    let first =
        customers(&[("a", Some("free"), Some("Gent")), ("a", Some("pro"), None), ("b", Some("free"), None)]);
    let first = workspace.import_customers(first, &source("one"), NOW, &always).unwrap();
    assert_eq!(attributes(&workspace, "a").unwrap(), "city=Gent plan=pro");
    let second = customers(&[("a", Some(""), Some("Breda")), ("c", None, None)]);
    let second = workspace.import_customers(second, &source("two"), NOW, &always).unwrap();
    assert_eq!(attributes(&workspace, "a").unwrap(), "city=Breda plan=pro");
    assert_eq!(attributes(&workspace, "c").unwrap(), "");

    workspace.undo_import(first, &always).unwrap();
    assert_eq!(attributes(&workspace, "a").unwrap(), "city=Breda");
    assert_eq!(attributes(&workspace, "b"), None);
    assert_eq!(workspace.check().unwrap(), []);
    workspace.undo_import(second, &always).unwrap();
    assert_eq!(workspace.counts().unwrap().customers, 0);
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "one", with_extras(batch(&[("a", "ad", 1), ("b", "page", 2)])));
    let before_columns = workspace.columns().unwrap();
    drop(workspace);
    let before = desk.rows(&IMPORTED);
    let imports = desk.rows(&["import", "chunk"]);
    let mut workspace = desk.open();
    for stop_at in 0..2 {
        let calls = Cell::new(0);
        let progress = |_: u64, _: u64| {
            calls.set(calls.get() + 1);
            calls.get() <= stop_at
        };
        let stopped =
            workspace.import_interactions(batch(&[("z", "zoo", 1)]), &source("two"), NOW, &progress);
        assert!(matches!(stopped, Err(StoreError::Cancelled)));
        let calls = Cell::new(0);
        let progress = |_: u64, _: u64| {
            calls.set(calls.get() + 1);
            calls.get() <= stop_at
        };
        let stopped =
            workspace.import_customers(customers(&[("z", None, None)]), &source("crm"), NOW, &progress);
        assert!(matches!(stopped, Err(StoreError::Cancelled)));
    }
    assert_eq!(workspace.columns().unwrap(), before_columns);
    drop(workspace);
    assert_eq!(desk.rows(&IMPORTED), before);
    assert_eq!(desk.rows(&["import", "chunk"]), imports);
    assert_eq!(desk.files(), ["shop.touchline"]);
}

#[test]
fn a_batch_that_contradicts_itself_is_refused() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let good = || with_extras(batch(&[("a", "ad", 1), ("b", "page", 2)]));
    let broken: [fn(InteractionBatch) -> InteractionBatch; 9] = [
        |batch| changed(batch, |rows| rows.customer[0] = 7),
        |batch| changed(batch, |rows| rows.event[0] = 7),
        |batch| changed(batch, |rows| rows.event[0] = u16::MAX),
        |batch| changed(batch, |rows| rows.channel[0] = 7),
        |batch| changed(batch, |rows| rows.currency[0] = 7),
        |batch| changed(batch, |rows| rows.value.truncate(1)),
        |batch| changed(batch, |rows| rows.customer.push(0)),
        |batch| InteractionBatch { customers: Texts::from_iter(["a", "a"]), ..batch },
        |batch| InteractionBatch { customers: Texts::from_iter(["a", ""]), ..batch },
    ];
    for breaking in broken {
        let batch = breaking(good());
        let error = workspace.import_interactions(batch, &source("bad"), NOW, &always).unwrap_err();
        assert!(matches!(error, StoreError::Unsound(_)), "{error}");
    }
    let mut crm = customers(&[("a", None, None)]);
    crm.attributes.pop();
    let error = workspace.import_customers(crm, &source("bad"), NOW, &always).unwrap_err();
    assert!(matches!(error, StoreError::Unsound(_)), "{error}");
    let error =
        workspace.import_customers(customers(&[("", None, None)]), &source("bad"), NOW, &always).unwrap_err();
    assert!(matches!(error, StoreError::Unsound(_)), "{error}");
    assert_eq!(workspace.imports().unwrap(), []);
    assert_eq!(workspace.counts().unwrap(), store::Counts::default());
}

#[test]
fn an_erased_customer_is_gone_from_rows_columns_counts_and_bytes() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let secret = "Wilhelmina-Zoetemelk-1948";
    let rows = [("a", "ad", 1), (secret, "ad", 2), (secret, "secret-event-name", 3), ("b", "page", 9)];
    import(&mut workspace, "one", with_extras(batch(&rows)));
    workspace
        .import_customers(customers(&[(secret, Some("pro"), None)]), &source("crm"), NOW, &always)
        .unwrap();
    let id = workspace.customer_by_key(secret).unwrap().unwrap();
    workspace.erase_customers(&[id], true).unwrap();
    assert_eq!(told(&workspace), [row("a", "ad", 1), row("b", "page", 9)]);
    assert_eq!(workspace.events().unwrap(), [("ad".to_owned(), 1), ("page".to_owned(), 1)]);
    assert_eq!(workspace.customer_by_key(secret).unwrap(), None);
    assert_eq!(
        workspace.counts().unwrap(),
        store::Counts { customers: 2, interactions: 2, first: Some(1), last: Some(9) }
    );
    assert_eq!(workspace.check().unwrap(), []);
    assert!(matches!(workspace.erase_customers(&[id], true), Err(StoreError::Missing { .. })));
    assert!(matches!(workspace.erase_customers(&[CustomerId(0)], true), Err(StoreError::Missing { .. })));
    drop(workspace);
    let file = bytes(&desk.path);
    for secret in [secret.as_bytes(), b"secret-event-name"] {
        assert!(!file.windows(secret.len()).any(|window| window == secret), "the file still has it");
    }
}

#[test]
fn importing_does_not_touch_history() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    crate::fixture::small_map(&mut workspace, "First");
    import(&mut workspace, "one", batch(&[("a", "ad", 1)]));
    workspace.undo().unwrap();
    assert_eq!(workspace.maps().unwrap(), []);
    assert_eq!(told(&workspace), [row("a", "ad", 1)]);
    workspace.redo().unwrap();
    assert_eq!(workspace.check().unwrap(), []);
}

/// One interaction of one customer for each of many event names.
fn many_names(prefix: &str, names: usize) -> InteractionBatch {
    let rows = InteractionRows {
        customer: vec![0; names],
        event: (0..names).map(|name| name as u16).collect(),
        at: (0..names).map(|name| name as i64 * 1000).collect(),
        ..InteractionRows::default()
    };
    let events = (0..names).map(|name| format!("{prefix} {name}")).collect();
    InteractionBatch { events, ..one_part(Texts::from_iter(["a"]), rows) }
}

#[test]
fn names_run_out_only_when_they_are_in_use() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let first = import(&mut workspace, "one", many_names("first", 40_000));
    import(&mut workspace, "two", many_names("between", 1));
    workspace.undo_import(first, &always).unwrap();
    import(&mut workspace, "three", many_names("second", 30_000));
    assert_eq!(workspace.check().unwrap(), []);
    let told = told_of_one(&workspace);
    assert_eq!((told.len(), told["between 0"], told["second 29999"]), (30_001, 0, 29_999_000));
    let refused = workspace.import_interactions(many_names("third", 40_000), &source("four"), NOW, &always);
    assert!(matches!(refused, Err(StoreError::TooMany("event"))));
    assert_eq!(told_of_one(&workspace), told);
}

/// The instant of each event of the only customer.
fn told_of_one(workspace: &Workspace) -> BTreeMap<String, i64> {
    let columns = workspace.columns().unwrap();
    assert_eq!(columns.customers.len(), 1);
    let rows = 0..columns.len();
    let row = |row| (columns.events[columns.event.code(row)].clone(), columns.at.millis(row));
    rows.map(row).collect()
}

#[test]
fn undoing_an_import_tells_how_far_it_is_and_can_be_cancelled() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let rows: Vec<_> = (0..5000).map(|number| format!("customer {number}")).collect();
    let rows: Vec<_> = rows.iter().map(|key| (key.as_str(), "ad", 5)).collect();
    let first = import(&mut workspace, "one", batch(&rows));
    import(&mut workspace, "two", batch(&[("customer 7", "page", 6)]));
    let crm = customers(&rows.iter().map(|(key, ..)| (*key, Some("pro"), None)).collect::<Vec<_>>());
    let said = workspace.import_customers(crm, &source("crm"), NOW, &always).unwrap();
    let before = told(&workspace);
    for id in [first, said] {
        let calls = Cell::new(0);
        let stop_at = |last: u32| {
            let calls = &calls;
            move |done: u64, of: u64| {
                assert!(done <= of);
                calls.set(calls.get() + 1);
                calls.get() < last
            }
        };
        for last in 1..=3 {
            calls.set(0);
            let cancelled = workspace.undo_import(id, &stop_at(last));
            assert!(matches!(cancelled, Err(StoreError::Cancelled)), "{cancelled:?}");
            assert_eq!(told(&workspace), before);
        }
    }
    workspace.undo_import(said, &always).unwrap();
    workspace.undo_import(first, &always).unwrap();
    assert_eq!(told(&workspace), [row("customer 7", "page", 6)]);
    assert_eq!(workspace.check().unwrap(), []);
}

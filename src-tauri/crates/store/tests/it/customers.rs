//! Customers as a list shows them: found by their words, ordered, each with what it did.

use model::{CustomerBatch, CustomerId, CustomerRows};
use store::Workspace;

use crate::fixture::{Desk, NOW, always, batch, bytes, customers, source, with_extras};

fn keys(workspace: &Workspace, ids: &[CustomerId]) -> Vec<String> {
    workspace.customers(ids).unwrap().into_iter().map(|customer| customer.key).collect()
}

/// The keys of those found by a text.
fn found(workspace: &Workspace, text: &str) -> Vec<String> {
    keys(workspace, &workspace.find_customers(text).unwrap())
}

fn named(rows: &[(&str, &str, &str)]) -> CustomerBatch {
    let mut block = CustomerRows::default();
    for &(key, name, city) in rows {
        block.push([key, name, city]);
    }
    CustomerBatch { attributes: vec!["city".to_owned()], blocks: vec![block] }
}

const PEOPLE: [(&str, &str, &str); 5] = [
    ("C-9", "Zoë van Dam", "Den Haag"),
    ("C-10", "élise Bakker", "Utrecht"),
    ("C-100", "Daan \"the\" O'Hara", "den bosch"),
    ("x@shop.nl", "Ömer Yılmaz", "Zutphen"),
    ("77", "Elise Aarts", "München"),
];

fn import(workspace: &mut Workspace, name: &str, batch: CustomerBatch) -> model::ImportId {
    workspace.import_customers(batch, &source(name), NOW, &always).unwrap()
}

#[test]
fn customers_are_found_by_the_beginnings_of_their_words() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "people", named(&PEOPLE));
    for (text, expected) in [
        ("elise", &["C-10", "77"][..]),
        ("ÉLISE b", &["C-10"]),
        ("den haag", &["C-9"]),
        ("Den", &["C-100", "C-9"]),
        ("c-10", &["C-10", "C-100"]),
        ("c-100 daan", &["C-100"]),
        ("x@shop", &["x@shop.nl"]),
        ("munchen", &["77"]),
        ("o'hara", &["C-100"]),
        ("\"the\"", &["C-100"]),
        ("lise", &[]),
        ("elise OR daan", &[]),
        ("NEAR(elise) *", &[]),
        ("  ", &[]),
        ("@ -", &[]),
        ("elise @", &["C-10", "77"]),
        ("a\u{24d0}b नि \u{301}\"", &[]),
    ] {
        let mut keys = found(&workspace, text);
        keys.sort();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(keys, expected, "{text}");
    }
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn words_follow_imports_undo_and_erasing() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let first = import(&mut workspace, "people", named(&PEOPLE));
    assert_eq!(found(&workspace, "utrecht"), ["C-10"]);
    let second = import(&mut workspace, "moved", named(&[("C-10", "Élise Bakker", "Arnhem")]));
    assert_eq!(found(&workspace, "utrecht"), Vec::<String>::new());
    assert_eq!(found(&workspace, "arnhem"), ["C-10"]);
    let log = workspace
        .import_interactions(batch(&[("C-10", "ad", 1), ("late", "ad", 2)]), &source("log"), NOW, &always)
        .unwrap();
    assert_eq!(found(&workspace, "late"), ["late"]);
    workspace.undo_import(log, &always).unwrap();
    assert_eq!(found(&workspace, "late"), Vec::<String>::new());
    workspace.undo_import(second, &always).unwrap();
    assert_eq!(found(&workspace, "arnhem"), Vec::<String>::new());
    assert_eq!(found(&workspace, "utrecht"), ["C-10"]);
    workspace.undo_import(first, &always).unwrap();
    assert_eq!(found(&workspace, "c"), Vec::<String>::new());

    // Ids are given out again: the words are those of the customer that has the id now.
    import(&mut workspace, "again", named(&[("new", "Somebody Else", "Ede")]));
    assert_eq!(found(&workspace, "zoe"), Vec::<String>::new());
    assert_eq!(found(&workspace, "else"), ["new"]);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn an_erased_customer_leaves_no_word_in_the_file() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "people", named(&[("k1", "Qwertzuiop", "here"), ("k2", "Anna", "there")]));
    assert_eq!(found(&workspace, "qwertzuiop"), ["k1"]);
    let id = workspace.customer_by_key("k1").unwrap().unwrap();
    let holds = |word: &[u8]| {
        let bytes = bytes(&desk.path).to_ascii_lowercase();
        bytes.windows(word.len()).any(|window| window == word)
    };
    workspace.erase_customers(&[id], true).unwrap();
    assert_eq!(found(&workspace, "qwertzuiop"), Vec::<String>::new());
    drop(workspace);
    assert!(holds(b"anna"), "the words of the others are there");
    assert!(!holds(b"wertzuiop"));
    assert_eq!(desk.open().check().unwrap(), []);
}

#[test]
fn words_of_an_older_file_are_read_when_somebody_searches() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "people", named(&PEOPLE));
    drop(workspace);
    // What the migration finds: customers, and no words.
    desk.tamper(
        "INSERT INTO customer_words_due (first, last) SELECT 1, max(id) FROM customer WHERE true
         ON CONFLICT (first) DO UPDATE SET last = excluded.last",
    );
    assert_eq!(found(&desk.open(), "zoe"), ["C-9"]);
}

#[test]
fn a_timeline_is_in_the_order_of_counting() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let rows = batch(&[("a", "ad", 5), ("a", "page", 5), ("a", "order", 1), ("b", "ad", 2)]);
    workspace.import_interactions(with_extras(rows), &source("log"), NOW, &always).unwrap();
    let id = workspace.customer_by_key("a").unwrap().unwrap();
    let all = workspace.timeline(id, 0, 10).unwrap();
    let told: Vec<_> = all.iter().map(|each| (each.event.as_str(), each.at)).collect();
    assert_eq!(told, [("order", 1), ("ad", 5), ("page", 5)]);
    // The extras go by the row of the source: the order is the third, the ad the first, the page the second.
    let extras: Vec<_> = all
        .iter()
        .map(|each| (each.channel.as_deref(), each.value, each.currency.as_deref(), each.date_only))
        .collect();
    assert_eq!(
        extras,
        [
            (None, Some(12.5), Some("EUR"), false),
            (Some("web"), Some(12.5), Some("EUR"), true),
            (Some("shop"), None, None, false)
        ]
    );
    assert_eq!(workspace.timeline(id, 1, 1).unwrap(), all[1..2]);
    assert_eq!(workspace.timeline(id, 3, 9).unwrap(), []);
}

#[test]
fn many_customers_are_found_while_some_change() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let many = 40_000;
    let mut block = CustomerRows::default();
    for number in 0..many {
        block.push([format!("K{number}").as_str(), "", format!("g{}", number % 1000).as_str(), ""]);
    }
    let attributes = vec!["group".to_owned(), "none".to_owned()];
    import(&mut workspace, "many", CustomerBatch { attributes, blocks: vec![block] });
    let mut left = u64::MAX;
    while left > 0 {
        let fewer = workspace.read_words().unwrap();
        assert!(fewer < left, "{fewer} are left of {left}");
        left = fewer;
    }
    assert_eq!(workspace.find_customers("g77").unwrap().len(), 11 * 40, "g77 and g770 to g779");
    assert_eq!(workspace.find_customers("k").unwrap().len(), many);
    // Parts that are imported again with other values, here and there among the others.
    let (gold, ede) = (Some("gold"), Some("Ede"));
    import(
        &mut workspace,
        "some",
        customers(&[("K500", gold, None), ("K39000", None, ede), ("K3", gold, ede)]),
    );
    assert_eq!(found(&workspace, "gold").len(), 2);
    assert_eq!(found(&workspace, "gold ede"), ["K3"]);
    assert_eq!(found(&workspace, "ede"), ["K3", "K39000"]);
    assert_eq!(workspace.find_customers("k").unwrap().len(), many);
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_check_tells_of_customers_that_cannot_be_found() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "people", named(&PEOPLE));
    assert_eq!(found(&workspace, "zoe"), ["C-9"]);
    drop(workspace);
    desk.tamper("INSERT INTO customer (id, key) VALUES (99, 'lost'); DELETE FROM customer WHERE key = 'C-9'");
    let faults = Workspace::examine(&desk.path).unwrap().check().unwrap();
    assert!(faults.contains(&store::Fault::Words), "{faults:?}");
}

#[test]
fn damaged_words_are_read_again() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    import(&mut workspace, "people", named(&PEOPLE));
    let expected = found(&workspace, "elise");
    drop(workspace);
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    let sql = "SELECT max(pageno) FROM dbstat WHERE name = 'customer_words_data'";
    let page: i64 = conn.query_row(sql, [], |row| row.get(0)).unwrap();
    drop(conn);
    let mut damaged = bytes(&desk.path);
    let end = page as usize * 4096;
    // The blocks of words stand at the end of their page; the headers of the rows before them.
    let word = damaged[end - 4096..end].windows(4).position(|bytes| bytes == b"aart").unwrap();
    damaged[end - 4096 + word - 8..end - 4096 + word + 40].fill(0xA5);
    std::fs::write(&desk.path, damaged).unwrap();
    assert_eq!(found(&Workspace::look(&desk.path).unwrap(), "elise"), expected);
    let workspace = desk.open();
    assert_eq!(found(&workspace, "elise"), expected);
    assert_eq!(workspace.check().unwrap(), []);
}

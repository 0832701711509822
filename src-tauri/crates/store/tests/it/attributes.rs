//! What imports say about customers: as typed columns, whatever came, was undone or was erased.

use std::collections::BTreeMap;

use model::{Attribute, AttributeKind, CustomerBatch, CustomerId, CustomerRows, Typed};
use proptest::prelude::*;
use store::{Fault, Workspace};

use crate::fixture::{Desk, NOW, always, batch, bytes, customers, source};

/// A batch of rows: a key, a name and a value for each attribute, empty for none.
fn list(attributes: &[&str], rows: &[Vec<String>]) -> CustomerBatch {
    let mut block = CustomerRows::default();
    for row in rows {
        block.push(row.iter().map(String::as_str));
    }
    CustomerBatch {
        attributes: attributes.iter().map(|&name| name.to_owned()).collect(),
        blocks: vec![block],
    }
}

fn import(workspace: &mut Workspace, name: &str, batch: CustomerBatch) -> model::ImportId {
    workspace.import_customers(batch, &source(name), NOW, &always).unwrap()
}

/// Each customer's key, name and values, by key.
fn told(workspace: &Workspace) -> Vec<String> {
    let customers = workspace.customers(&workspace.roll().unwrap()).unwrap();
    let tell = |customer: store::Customer| {
        let values: Vec<_> =
            customer.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!("{} ({}) {}", customer.key, customer.name.unwrap_or_default(), values.join(" "))
    };
    let mut told: Vec<_> = customers.into_iter().map(tell).collect();
    told.sort();
    told
}

#[test]
fn attributes_are_typed_by_all_their_values() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let row = |cells: [&str; 6]| cells.map(str::to_owned).to_vec();
    let rows = [
        row(["a", "Ann", "pro", "9", "2024-03-31", "31-12-2023"]),
        row(["b", "", "free", "", "2024-04-01T12:00:00Z", "01-02-2024"]),
        row(["c", "", "pro", "10.5", "", ""]),
    ];
    let crm = import(&mut workspace, "crm", list(&["plan", "visits", "since", "until"], &rows));
    let attributes = |workspace: &Workspace| -> Vec<String> {
        let tell = |Attribute { name, kind }| format!("{name} {kind:?}");
        workspace.attributes().unwrap().into_iter().map(tell).collect()
    };
    assert_eq!(attributes(&workspace), ["plan Text", "since Date", "until Date", "visits Number"]);

    let all = workspace.roll().unwrap();
    let column = |workspace: &Workspace, name: &str| {
        workspace.attribute_column(name, &all, &|at| at + 7_200_000).unwrap()
    };
    let since = column(&workspace, "since").unwrap();
    let march = 19_813 * 86_400_000;
    assert_eq!(since.typed, Typed::Dates(vec![march, march + 86_400_000 + 14 * 3_600_000]));
    assert_eq!((since.value(0), since.value(2), since.value(9)), (Some("2024-03-31"), None, None));
    assert_eq!(column(&workspace, "visits").unwrap().typed, Typed::Numbers(vec![9.0, 10.5]));
    let plan = column(&workspace, "plan").unwrap();
    assert_eq!((plan.kind(), plan.counts()), (AttributeKind::Text, vec![2, 1]));
    assert_eq!(column(&workspace, "nothing"), None);

    // One value that is no number makes text of all, and taking it back numbers again.
    let more = import(
        &mut workspace,
        "more",
        list(&["visits"], &[row(["b", "", "many", "", "", ""])[..3].to_vec()]),
    );
    assert_eq!(attributes(&workspace)[3], "visits Text");
    workspace.undo_import(more, &always).unwrap();
    assert_eq!(attributes(&workspace)[3], "visits Number");
    workspace.undo_import(crm, &always).unwrap();
    assert_eq!(attributes(&workspace), [""; 0]);
}

#[test]
fn odd_attribute_names_and_values_are_told_apart() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let odd = [":", ",", "\"", "\\", "a\0b", "é", "{}", "x\":\"y", ""];
    let mut rows = Vec::new();
    for (number, value) in odd.iter().enumerate() {
        let mut row = vec![String::new(); odd.len() + 2];
        row[0] = format!("c{number}");
        (*value).clone_into(&mut row[(number + 1) % odd.len() + 2]);
        rows.push(row);
    }
    import(&mut workspace, "odd", list(&odd, &rows));
    let all = workspace.roll().unwrap();
    for attribute in odd {
        let column = workspace.attribute_column(attribute, &all, &|at| at).unwrap();
        for value in odd {
            for number in 0..odd.len() {
                let has =
                    odd[number] == value && !value.is_empty() && odd[(number + 1) % odd.len()] == attribute;
                let is = column.as_ref().and_then(|column| column.value(number)) == Some(value);
                assert_eq!(is, has, "{attribute} is {value}: {number}");
            }
        }
    }
}

#[test]
fn two_columns_of_one_name_are_one_attribute() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let rows = [row(["a", "", "Gent", "Breda"]), row(["b", "", "Gent", ""]), row(["c", "", "", "Breda"])];
    import(&mut workspace, "crm", list(&["city", "city"], &rows));
    assert_eq!(told(&workspace), ["a () city=Breda", "b () city=Gent", "c () city=Breda"]);
}

#[test]
fn more_customers_than_fit_a_sheet_are_all_there() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let rows: Vec<_> = (0..40_000)
        .map(|number| {
            vec![
                format!("c{number}"),
                format!("n{number}"),
                format!("{}", number % 300),
                format!("v{number}"),
            ]
        })
        .collect();
    import(&mut workspace, "many", list(&["few", "all"], &rows));
    assert_eq!(workspace.check().unwrap(), []);
    let roll = workspace.roll().unwrap();
    let column = |name| workspace.attribute_column(name, &roll, &|at| at).unwrap().unwrap();
    let (few, all) = (column("few"), column("all"));
    assert_eq!((few.texts.len(), all.texts.len(), few.kind()), (300, 40_000, AttributeKind::Number));
    for (place, customer) in workspace.customers(&roll[16_000..17_000]).unwrap().into_iter().enumerate() {
        let number: usize = customer.key[1..].parse().unwrap();
        let expected =
            [("all".to_owned(), format!("v{number}")), ("few".to_owned(), format!("{}", number % 300))];
        assert_eq!(customer.attributes, expected);
        assert_eq!(all.value(16_000 + place), Some(format!("v{number}").as_str()));
    }
    let sheets = desk.path.clone();
    drop(workspace);
    let conn = rusqlite::Connection::open(sheets).unwrap();
    assert_eq!(conn.query_row("SELECT count(*) FROM sheet", [], |row| row.get::<_, i64>(0)).unwrap(), 3);
}

#[test]
fn what_an_erased_customer_alone_had_is_gone_from_the_file() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let secrets = ["Wilhelmina-Zoetemelk", "born-on-a-Friday", "only-she-has-this-attribute"];
    let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let rows = [row(["a", "Ann", "pro", ""]), row(["b", secrets[0], secrets[1], "x"])];
    import(&mut workspace, "one", list(&["plan", secrets[2]], &rows));
    import(&mut workspace, "two", list(&["plan"], &[row(["b", "", secrets[1], ""])[..3].to_vec()]));
    let id = workspace.customer_by_key("b").unwrap().unwrap();
    workspace.erase_customers(&[id], true).unwrap();
    assert_eq!(told(&workspace), ["a (Ann) plan=pro"]);
    assert_eq!(workspace.attributes().unwrap().len(), 1);
    assert_eq!(workspace.check().unwrap(), []);
    drop(workspace);
    let file = bytes(&desk.path);
    for secret in secrets {
        assert!(!file.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}");
    }
}

#[test]
fn what_contradicts_itself_is_found() {
    let faults_after = |sql: &str| {
        let desk = Desk::new();
        let mut workspace = desk.create();
        let crm = customers(&[("a", Some("pro"), None), ("b", Some("7"), Some("Gent"))]);
        import(&mut workspace, "crm", crm);
        workspace.import_interactions(batch(&[("c", "ad", 1)]), &source("events"), NOW, &always).unwrap();
        drop(workspace);
        desk.tamper(sql);
        Workspace::examine(&desk.path).unwrap().check().unwrap()
    };
    let torn = [Fault::Sheet(model::ImportId(1))];
    assert_eq!(faults_after(""), []);
    assert_eq!(faults_after("UPDATE sheet_column SET code = x'0103' WHERE attribute = 1"), torn);
    assert_eq!(faults_after("UPDATE sheet_column SET forms = 1 WHERE attribute = 2"), torn);
    assert_eq!(faults_after("UPDATE sheet_column SET text = x'0561'"), torn);
    assert_eq!(faults_after("UPDATE sheet SET name_code = x'00'"), torn);
    assert_eq!(faults_after("UPDATE sheet SET customer = x'01'"), torn);
    assert_eq!(
        faults_after("UPDATE customer SET name = 'Someone else' WHERE key = 'b'"),
        [Fault::Misquoted("b".to_owned())]
    );
    assert_eq!(
        faults_after("INSERT INTO customer (id, key) VALUES (99, 'lost')"),
        [Fault::Unmentioned("lost".to_owned()), Fault::Words]
    );
    let orphan = Fault::Orphan { table: "sheet".to_owned(), parent: "customer".to_owned() };
    assert_eq!(faults_after("DELETE FROM customer WHERE key = 'b'"), [orphan]);
}

/// Rows of random customers with random values, some of them empty, some of them numbers.
fn rows() -> impl Strategy<Value = Vec<(u8, u8, [u8; 3])>> {
    prop::collection::vec((0..6_u8, 0..3_u8, [0..4_u8, 0..4_u8, 0..4_u8]), 1..12)
}

fn cell(kind: usize, number: u8) -> String {
    match (kind, number) {
        (_, 0) => String::new(),
        (0, number) => number.to_string(),
        (1, number) => format!("2024-01-0{number}"),
        (_, number) => format!("value {number}"),
    }
}

/// A list of customers and what it says, cell by cell.
fn spelled(rows: &[(u8, u8, [u8; 3])]) -> Vec<Vec<String>> {
    let spell = |(key, name, values): &(u8, u8, [u8; 3])| {
        let names = ["", "Ann", "Bo"][usize::from(*name)].to_owned();
        let values = values.iter().enumerate().map(|(kind, &number)| cell(kind, number));
        [format!("c{key}"), names].into_iter().chain(values).collect()
    };
    rows.iter().map(spell).collect()
}

const NAMES: [&str; 3] = ["age", "since", "word"];

/// What lists say together, told naively.
fn together(lists: &[Vec<Vec<String>>]) -> BTreeMap<String, [String; 4]> {
    let mut said: BTreeMap<String, [String; 4]> = BTreeMap::new();
    for row in lists.iter().flatten() {
        let kept = said.entry(row[0].clone()).or_default();
        for (kept, new) in kept.iter_mut().zip(&row[1..]).filter(|(_, new)| !new.is_empty()) {
            kept.clone_from(new);
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn customers_are_what_the_lists_say_that_stay(
        lists in prop::collection::vec(rows(), 1..5), undone in 0..5_usize, erased in 0..8_u8
    ) {
        let mut lists: Vec<_> = lists.iter().map(|rows| spelled(rows)).collect();
        let desk = Desk::new();
        let mut workspace = desk.create();
        let mut ids = Vec::new();
        for (number, rows) in lists.iter().enumerate() {
            ids.push(import(&mut workspace, &number.to_string(), list(&NAMES, rows)));
        }
        if let Some(&id) = ids.get(undone) {
            workspace.undo_import(id, &always).unwrap();
            lists.remove(undone);
        }
        let mut said = together(&lists);
        let key = format!("c{erased}");
        if let Some(id) = workspace.customer_by_key(&key).unwrap() {
            workspace.erase_customers(&[id], true).unwrap();
            said.remove(&key);
        }
        prop_assert_eq!(workspace.check().unwrap(), []);

        let roll = workspace.roll().unwrap();
        let columns = NAMES.map(|name| workspace.attribute_column(name, &roll, &|at| at).unwrap());
        prop_assert_eq!(roll.len(), said.len());
        for (place, customer) in workspace.customers(&roll).unwrap().into_iter().enumerate() {
            let kept = &said[&customer.key];
            prop_assert_eq!(customer.name.unwrap_or_default(), kept[0].clone());
            let pairs: Vec<_> = NAMES.iter().zip(&kept[1..]).filter(|(_, value)| !value.is_empty())
                .map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            prop_assert_eq!(customer.attributes, pairs);
            for (column, value) in columns.iter().zip(&kept[1..]) {
                let held = column.as_ref().and_then(|column| column.value(place)).unwrap_or_default();
                prop_assert_eq!(held, value);
            }
        }
        let nobody = workspace.customers(&[CustomerId(0)]).unwrap();
        prop_assert_eq!(nobody, []);
    }
}

//! Lists of customers.

use std::fmt::Write;

use model::CustomerRows;

use super::{at, file, go_on, options};
use crate::customers::read_split;
use crate::intake::Split;
use crate::{CustomerReading, ReadError, inspect, read_customers};

fn read(text: &str, key: Option<&str>, columns: &[(&str, &str)]) -> Result<CustomerReading, ReadError> {
    let columns: Vec<_> =
        columns.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect();
    read_customers(file(text).path(), key, &columns, &options(), &go_on)
}

/// The attributes, then each customer as `key (name) value value`, `-` for nothing.
fn shown(reading: &CustomerReading) -> Vec<String> {
    let mut shown = vec![reading.batch.attributes.join(" ")];
    for cells in reading.batch.blocks.iter().flat_map(CustomerRows::rows) {
        let or_dash = |cell: &&'_ str| if cell.is_empty() { "-".to_owned() } else { (*cell).to_owned() };
        let values: Vec<_> = cells[2..].iter().map(or_dash).collect();
        shown.push(format!("{} ({}) {}", cells[0], or_dash(&cells[1]), values.join(" ")));
    }
    shown
}

#[track_caller]
fn check(text: &str, key: Option<&str>, columns: &[(&str, &str)], expected: &[&str]) {
    assert_eq!(shown(&read(text, key, columns).unwrap()), expected);
}

#[test]
fn every_column_but_key_and_name_is_an_attribute() {
    let text = "customer_id,name,city,plan\nc1,Nora,Delft,free\nc2,,Gouda,\n";
    check(text, None, &[], &["city plan", "c1 (Nora) Delft free", "c2 (-) Gouda -"]);
}

#[test]
fn the_key_is_recognised() {
    for (header, key) in [
        ("id,email,city", "id"),
        ("email,city,name", "email"),
        ("Record ID,First Name,Last Name,Email", "Record ID"),
        ("E-mail,User ID,id", "User ID"),
        ("contactid,fullname,emailaddress1", "contactid"),
        ("city,plan", "-"),
    ] {
        let source = inspect(file(header.to_owned() + "\n").path(), None, None).unwrap();
        assert_eq!(source.customers.key.as_deref().unwrap_or("-"), key, "{header}");
    }
}

#[test]
fn first_and_last_name_make_a_name() {
    let text = "Record ID,First Name,Last Name,City\n1,Nora,Smit,Delft\n2,Ed,,Gouda\n3,,,Gouda\n";
    check(text, None, &[], &["City", "1 (Nora Smit) Delft", "2 (Ed) Gouda", "3 (-) Gouda"]);
}

#[test]
fn given_columns_are_all_that_is_read() {
    let text = "id,name,mail,city,plan\n1,Nora,n@x,Delft,free\n";
    check(text, Some("mail"), &[("town", "city")], &["town", "n@x (-) Delft"]);
    check(text, None, &[("name", "mail"), ("plan", "plan")], &["plan", "1 (n@x) free"]);
    check(text, Some("plan"), &[], &["id mail city", "free (Nora) 1 n@x Delft"]);
}

#[test]
fn a_list_may_have_one_column() {
    check("email\na@x\n\nb@x\n", None, &[], &["", "a@x (-) ", "b@x (-) "]);
}

#[test]
fn rows_without_a_key_are_rejected() {
    let reading = read("id,city\n1,Delft\n ,Gouda\n2,\"Gou\nda\"\n3\n", None, &[]).unwrap();
    assert_eq!(shown(&reading), ["city", "1 (-) Delft", "2 (-) Gou\nda"]);
    let told: Vec<_> =
        reading.rejected.first.iter().map(|row| format!("{}: {}", row.line, row.reason)).collect();
    assert_eq!(told, ["3: the customer is empty", "6: 1 fields where there are 2 columns"]);
    assert_eq!(reading.rows, 4);
}

#[test]
fn what_cannot_be_read_is_told() {
    let unknown = read("id,city\n1,Delft\n", Some("key"), &[]).unwrap_err();
    assert_eq!(unknown.to_string(), "there is no column “key”: there are “id”, “city”");
    let unknown = read("id,city\n1,Delft\n", None, &[("town", "Town")]).unwrap_err();
    assert!(matches!(unknown, ReadError::UnknownColumn { name, .. } if name == "Town"));
    let missing = read("town,city\n1,Delft\n", None, &[]).unwrap_err();
    assert_eq!(missing.to_string(), "no column is recognised as the customer: choose one of “town”, “city”");
    assert!(matches!(read("id,city\n,Delft\n", None, &[]), Err(ReadError::NothingTaken { .. })));
    assert!(matches!(read("id,city\n", None, &[]), Err(ReadError::NoRows)));
}

#[test]
fn the_order_is_that_of_the_file_however_it_is_split() {
    let mut text = "id,city\n".to_owned();
    for row in 0..5000 {
        writeln!(text, "c{row},\"city, {row}\"").unwrap();
    }
    let source = file(text);
    let read = |split| read_split(&at(source.path()), None, &[], &options(), split, &go_on).unwrap();
    let whole = read(Split { workers: 1, block: 1 << 20 });
    assert!(shown(&whole)[5000].starts_with("c4999 "));
    let split = read(Split { workers: 3, block: 100 });
    assert_eq!(shown(&whole), shown(&split));
    assert_eq!((whole.rows, whole.fingerprint), (split.rows, split.fingerprint));
}

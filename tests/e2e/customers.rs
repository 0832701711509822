//! The place of customers: finding some of many, what is known of one, the way it went, and the list as a file.

use std::collections::BTreeSet;

use serde_json::Value;
use tests::e2e::{Chooser, Desk, Window, key, until};

use crate::map;

/// How many rows the list says that it has.
fn count(window: &Window) -> u64 {
    let script = "return Number(document.querySelector('[data-testid=people-count]')?.dataset.count ?? NaN)";
    until("how many there are", || window.script(script, Vec::new()).as_u64())
}

/// Waits until the list is as long as wanted, and gives how long that is.
fn is_so_long(window: &Window, wanted: impl Fn(u64) -> bool) -> u64 {
    until("a list of another length", || Some(count(window)).filter(|&count| wanted(count)))
}

/// The values of a column in the rows in sight; nothing while they are awaited.
fn column(window: &Window, title: &str) -> Option<Vec<String>> {
    let script = "
        const grid = document.querySelector('[role=grid][aria-busy=false]');
        const heads = [...grid?.querySelectorAll('[role=columnheader]') ?? []];
        const place = heads.findIndex(head => head.textContent.trim() === arguments[0]);
        if (place < 0) return null;
        const rows = [...grid.querySelectorAll('[data-testid^=person-]')];
        rows.sort((one, other) => one.ariaRowIndex - other.ariaRowIndex);
        return rows.map(row => row.querySelectorAll('[role=gridcell]')[place].textContent.trim())";
    let values = window.script(script, vec![title.into()]);
    Some(values.as_array()?.iter().filter_map(|each| each.as_str().map(str::to_owned)).collect())
}

/// Waits until a column's values in sight are as wanted.
fn column_is(window: &Window, title: &str, wanted: impl Fn(&[String]) -> bool) {
    let mut last = None;
    until(&format!("another column “{title}”"), || {
        last = column(window, title);
        last.as_ref().filter(|values| !values.is_empty() && wanted(values)).map(drop)
    });
}

fn numbers(values: &[String]) -> Vec<u64> {
    values.iter().map(|value| value.replace(',', "").parse().expect("a count")).collect()
}

#[test]
fn customers_are_found_narrowed_sorted_and_written_to_a_file() {
    let desk = Desk::set();
    let file = desk.sample();
    let rule = ["segment", &file.to_string_lossy(), "--text", "user_lifecycle is loyal", "--json"];
    let loyal: Value = serde_json::from_str(&desk.touchline(rule)).expect("it prints JSON");
    let window = desk.open(Some(&file));
    window.click("place-customers");
    let all = count(&window);

    window.choose("customers-within", "{\"segment\":1}");
    let narrowed = is_so_long(&window, |count| count < all);
    assert_eq!(loyal["count"].as_u64(), Some(narrowed));
    column_is(&window, "user_lifecycle", |values| values.iter().all(|value| value == "loyal"));

    // At first the least, then the most.
    window.click("people-by-interactions");
    column_is(&window, "Interactions", |values| values.len() > 5 && numbers(values).is_sorted());
    window.click("people-by-interactions");
    column_is(&window, "Interactions", |values| numbers(values).is_sorted_by(|one, next| one >= next));

    window.click("customers-columns");
    window.click("column-attribute user_cohort");
    window.click("column-first");
    window.press(&[key::ESCAPE]);
    until("another column", || column(&window, "First interaction"));
    assert_eq!(column(&window, "user_cohort"), None);
    window.picture("customers");

    window.click("customers-export");
    let path = desk.document("Loyal.csv");
    Chooser::titled(&desk, "Where to put the list").choose(&path);
    window.reads("customers-written", |text| text.contains("Loyal.csv"));
    let written = std::fs::read_to_string(&path).expect("the list was written");
    let mut lines = written.trim_start_matches('\u{feff}').lines();
    let head = lines.next().expect("a header");
    assert!(head.starts_with("Key,") && head.ends_with(",First interaction"), "{head}");
    let keys: Vec<&str> = lines.filter_map(|line| line.split(',').next()).collect();
    assert_eq!(keys.len() as u64, narrowed);
    let shown = column(&window, "Key").expect("keys");
    assert!(keys.iter().zip(&shown).all(|(written, shown)| written == shown), "in the order that is shown");
    let expected = loyal["customers"].as_array().expect("a list").iter().filter_map(Value::as_str);
    assert_eq!(keys.into_iter().collect::<BTreeSet<_>>(), expected.collect());

    // What is looked for is looked for among these.
    let wanted = &shown[2];
    window.fill("customers-search", wanted);
    is_so_long(&window, |count| count < narrowed);
    column_is(&window, "Key", |keys| {
        keys.contains(wanted) && keys.iter().all(|key| key.contains(wanted.as_str()))
    });
    window.fill("customers-search", "nobody is called so");
    is_so_long(&window, |count| count == 0);
    window.press(&[key::ESCAPE]);
    is_so_long(&window, |count| count == narrowed);
    window.close();
}

#[test]
fn a_customer_is_told_whole_and_its_way_is_lit_on_the_map() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    map::card(&window, "Cart");
    window.click("place-customers");
    window.click("people-by-interactions");
    window.click("people-by-interactions");
    column_is(&window, "Interactions", |values| numbers(values).is_sorted_by(|one, next| one >= next));
    let (keys, most) =
        (column(&window, "Key").expect("keys"), column(&window, "Interactions").expect("counts"));
    window.click("person-1");
    window.reads("customer-title", |title| title == keys[1]);
    let rows = "return document.querySelector('[data-testid=timeline]')?.getAttribute('aria-rowcount')";
    until("what the customer did", || {
        (window.script(rows, Vec::new()) == numbers(&most)[1].to_string().as_str()).then_some(())
    });
    window.reads("customer-facts", |facts| facts.contains("user_lifecycle"));
    window.picture("customer");

    window.click("customer-way");
    // WebDriver calls text that ends in dots where there is no room for it not displayed, though there is room.
    let bar = "return document.querySelector('[data-testid=way-bar]')?.textContent ?? ''";
    until("the way to be told", || {
        let told = window.script(bar, Vec::new());
        told.as_str().filter(|told| told.contains(&keys[1]) && told.contains("visit")).map(drop)
    });
    let lit = "return document.querySelectorAll('[data-testid=way] [data-part^=touchpoint]').length";
    until("touchpoints to be lit", || window.script(lit, Vec::new()).as_u64().filter(|&lit| lit > 0));
    window.picture("way");
    window.click("way-customer");
    window.reads("customer-title", |title| title == keys[1]);
    window.press(&[key::ESCAPE]);
    // The list is where it was left.
    column_is(&window, "Key", |shown| shown == keys);
    let active = "return document.querySelector('[role=row][aria-selected=true]')?.ariaRowIndex";
    assert_eq!(window.script(active, Vec::new()), "3");
    window.press(&[key::CONTROL, '1']);
    window.click("way-close");
    window.hides("way-bar");
    window.close();
}

#[test]
fn a_customer_is_erased_for_good() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    map::card(&window, "Cart");
    window.click("place-customers");
    let keys = until("the first keys", || column(&window, "Key").filter(|keys| keys.len() > 2));
    let before = is_so_long(&window, |count| count > 2);
    window.click("person-1");
    window.reads("customer-title", |title| title == keys[1]);
    window.click("customer-erase");
    window.picture("erase");
    window.click("erase");
    window.reads("erase-done", |told| told.contains("Nothing of this customer"));
    window.picture("erased");
    window.click("erase-close");
    is_so_long(&window, |count| count == before - 1);
    column_is(&window, "Key", |now| now[1] == keys[2] && !now.contains(&keys[1]));
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
    let bytes = std::fs::read(&file).expect("the workspace is there");
    assert!(
        !bytes.windows(keys[1].len()).any(|each| each == keys[1].as_bytes()),
        "{} is in the file",
        keys[1]
    );
}

//! The quality of the data: what is wrong is counted, explained, and shown by its customers; and the rates are told without it.

use serde_json::Value;
use tests::e2e::{Chooser, Desk, Window, key, until};

const SOURCE: &str = "Choose a file to import";

/// Rows that are wrong in several ways: a key in capitals, a day far in the future, and days without a time.
const WRONG: &str = "user_id,event,timestamp
USER_0001,visit,2024-03-01T10:00:00Z
user_0002,visit,2099-01-01T10:00:00Z
user_0003,nothing of ours,2024-03-02
user_0004,nothing of ours,2024-03-03
";

/// The customers that each flaw in sight concerns, and what its row says, once all effects are counted.
fn flaws(window: &Window) -> Vec<(String, u64, String)> {
    let script = "if (document.querySelector('[data-testid=quality][aria-busy=true]')) return null;
        return [...document.querySelectorAll('[data-testid=flaw]')].map(row => [row.dataset.flaw,
            Number(row.querySelector('[data-testid=figure]').dataset.value), row.lastElementChild.textContent])";
    until("all effects", || {
        let rows = window.script(script, Vec::new());
        let rows = rows.as_array().filter(|rows| !rows.is_empty())?.iter();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Some(rows.map(|row| (text(&row[0]), row[1].as_u64().unwrap_or_default(), text(&row[2]))).collect())
    })
}

/// Imports the rows that are wrong.
fn import_wrong(desk: &Desk, window: &Window) {
    let source = desk.document("wrong.csv");
    std::fs::write(&source, WRONG).expect("temp can be written");
    window.shows("canvas");
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(desk, SOURCE).choose(&source);
    window.click("import-start");
    window.shows("import-report");
    window.click("import-done");
    window.hides("import-dialog");
}

fn everybody(window: &Window) -> u64 {
    window.press(&[key::CONTROL, '2']);
    let count = "const all = document.querySelector('[data-testid=people-count]');
        return all && all.textContent.trim() !== '' ? Number(all.dataset.count) : null";
    until("a list", || window.script(count, Vec::new()).as_u64())
}

#[test]
fn customers_who_are_one_person_are_merged_and_separated() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    import_wrong(&desk, &window);
    let before = everybody(&window);
    window.press(&[key::CONTROL, '5']);
    flaws(&window);
    window.click("merge-customers");
    window.reads("merge-customers-count", |text| text.contains("2 customers become 1"));
    window.reads("merge-customers-examples", |text| text.contains("user_0001"));
    window.picture("merge-customers");
    window.click("merge-customers-do");
    window.hides("merge-customers-count");
    until("nobody is there twice", || {
        flaws(&window).iter().all(|(flaw, ..)| flaw != "same_key").then_some(())
    });
    assert_eq!(everybody(&window), before - 1);

    window.fill("customers-search", "USER_0001");
    until("the one who is found", || (everybody(&window) == 1).then_some(()));
    window.click("person-0");
    window.reads("customer-merged", |text| text.to_lowercase().contains("user_0001"));
    window.picture("merged-customer");
    window.script("localStorage.setItem('touchline.theme', 'dark')", Vec::new());
    window.click("customer-separate");
    window.hides("customer-merged");
    window.click("customer-close");
    window.reload();
    assert_eq!(everybody(&window), before);
    window.press(&[key::CONTROL, '5']);
    flaws(&window);
    window.click("merge-customers");
    window.shows("merge-customers-examples");
    window.picture("merge-customers-dark");
    window.close();
}

#[test]
fn what_is_wrong_is_counted_opened_and_told_with_its_effect() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    import_wrong(&desk, &window);
    window.press(&[key::CONTROL, '5']);
    window.shows("flaw");
    let found = flaws(&window);
    window.picture("quality");
    let of = |flaw: &str| {
        found.iter().find(|row| row.0 == flaw).unwrap_or_else(|| panic!("{flaw}: {found:?}")).clone()
    };
    assert_eq!(of("same_key").1, 2);
    assert_eq!(of("future").1, 1);
    // One date too far makes every window look over.
    assert!(of("future").2.contains("pts"), "{found:?}");
    assert!(of("unmatched").2.contains("No rate changes"), "{found:?}");

    for (flaw, customers, _) in &found {
        let click = "[...document.querySelectorAll('[data-testid=flaw]')]
            .find(row => row.dataset.flaw === arguments[0]).querySelector('[data-testid=figure]').click()";
        window.script(click, vec![flaw.as_str().into()]);
        window.reads("people-count", |text| text.chars().any(|letter| letter.is_ascii_digit()));
        let count = "return Number(document.querySelector('[data-testid=people-count]').dataset.count)";
        assert_eq!(window.script(count, Vec::new()), *customers, "{flaw}");
        window.click("customers-back");
        window.shows("flaw");
    }

    // A pixel may be lost in rounding.
    let top = "return document.scrollingElement.scrollHeight - window.innerHeight <= 1";
    assert_eq!(window.script(top, Vec::new()), true, "only the place scrolls");
    window.script(
        "localStorage.setItem('touchline.theme', 'dark'); localStorage.setItem('touchline.locale', 'nl')",
        Vec::new(),
    );
    window.reload();
    window.press(&[key::CONTROL, '5']);
    flaws(&window);
    window.picture("quality-dark");
    window.close();

    // The command line says the same.
    let path = file.to_string_lossy();
    let told = ["quality", &path, "--map", "Shop journey", "--json"];
    let told: Value = serde_json::from_str(&desk.touchline(told)).expect("JSON");
    for (flaw, customers, _) in &found {
        let name = flaw.split(' ').next().unwrap_or_default().replace('_', "-");
        let rows = told["flaws"].as_array().expect("a list").iter();
        let counts: Vec<u64> =
            rows.filter(|row| row["flaw"] == name).filter_map(|row| row["customers"].as_u64()).collect();
        assert!(counts.contains(customers), "{flaw}: {counts:?}");
    }
}

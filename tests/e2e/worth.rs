//! What customers are worth: purchases through the dialog, and among the insights the figures that follow from them.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tests::e2e::{Chooser, Desk, Window, key, until};

const SOURCE: &str = "Choose a file to import";

/// Two purchases of most customers of the sample, a refund of some.
fn purchases(desk: &Desk, file: &Path) -> PathBuf {
    let everybody = ["segment", &file.to_string_lossy(), "--text", "everybody", "--json"];
    let everybody: Value = serde_json::from_str(&desk.touchline(everybody)).expect("JSON");
    let keys = everybody["customers"].as_array().expect("keys");
    let mut rows = "customer,order date,amount,currency\n".to_owned();
    for (number, key) in keys.iter().filter_map(Value::as_str).enumerate() {
        let day = number % 28 + 1;
        if number % 5 != 0 {
            let _ = writeln!(rows, "{key},2024-03-{day:02},{}.50,EUR", number % 70 + 5);
        }
        if number % 3 != 0 {
            let _ = writeln!(rows, "{key},2024-06-{day:02},{}.25,EUR", number % 90 + 9);
        }
        if number % 50 == 0 {
            let _ = writeln!(rows, "{key},2024-06-29,-5,EUR");
        }
    }
    let path = desk.document("orders.csv");
    std::fs::write(&path, rows).expect("temp can be written");
    path
}

fn figures(window: &Window, part: &str) -> Vec<u64> {
    let script = "return [...document.querySelectorAll(`[data-testid=${arguments[0]}] [data-testid=figure]`)]
        .map(each => Number(each.dataset.value))";
    let found = window.script(script, vec![part.into()]);
    found.as_array().into_iter().flatten().filter_map(Value::as_u64).collect()
}

#[test]
fn purchases_become_retention_revenue_and_what_is_at_stake() {
    let desk = Desk::set();
    let file = desk.sample();
    let source = purchases(&desk, &file);
    let window = desk.open(Some(&file));
    window.shows("canvas");
    window.click("import-open");
    window.click("import-file");
    Chooser::titled(&desk, SOURCE).choose(&source);
    window.shows("import-purchase-event");
    window.picture("import-purchases");
    window.click("import-start");
    window.reads("import-report", |text| text.contains("purchases were imported"));
    window.click("import-done");
    window.hides("import-dialog");

    window.press(&[key::CONTROL, '4']);
    window.shows("tile-revenue");
    window.shows("stake");
    window.reads("tile-retention", |text| text.contains('%'));
    window.picture("worth");
    let script = "document.querySelector('[data-testid=insights]').scrollTop += 560";
    window.script(script, Vec::new());
    window.picture("worth-stakes");

    let tiles = ["tile-retention", "tile-churn", "tile-active", "tile-revenue"];
    let shown: Vec<u64> = tiles.iter().flat_map(|tile| figures(&window, tile)).collect();
    for (part, index) in
        [("tile-retention", 0), ("tile-churn", 0), ("tile-active", 0), ("tile-revenue", 0), ("stakes", 0)]
    {
        let wanted = until("the figure", || figures(&window, part).get(index).copied());
        let click = "document.querySelectorAll(`[data-testid=${arguments[0]}] [data-testid=figure]`)[arguments[1]].click()";
        window.script(click, vec![part.into(), index.into()]);
        window.reads("people-count", |text| text.chars().any(|letter| letter.is_ascii_digit()));
        let count = "return Number(document.querySelector('[data-testid=people-count]').dataset.count)";
        assert_eq!(window.script(count, Vec::new()), wanted, "{part} {index}");
        window.click("customers-back");
        window.shows("tile-revenue");
    }

    // A pixel may be lost in rounding.
    let top = "return document.scrollingElement.scrollHeight - window.innerHeight <= 1";
    assert_eq!(window.script(top, Vec::new()), true, "only the place scrolls");

    // What a purchase is can be taken back, and then there is no revenue.
    let choose = "const row = [...document.querySelectorAll('[data-testid=meaning]')]
            .find(each => each.textContent.includes('Purchase'));
        const select = row.querySelector('select');
        select.value = '';
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    window.shows("meaning");
    window.script(choose, Vec::new());
    window.shows("stakes-none");
    window.hides("tile-revenue");
    window.press(&[key::CONTROL, 'z']);
    window.shows("tile-revenue");
    window.close();

    // The command line says the same of those whom the map's question asks about.
    let path = file.to_string_lossy();
    let told = ["metrics", &path, "--map", "Shop journey", "--json"];
    let told: Value = serde_json::from_str(&desk.touchline(told)).expect("JSON");
    let [start, active, kept, fresh, back] =
        ["at_start", "active", "kept", "fresh", "won_back"].map(|name| told[name].as_u64().expect("a count"));
    let buyers = told["revenue"]["buyers"].as_u64().expect("a count");
    let expected: Vec<u64> = [start, kept, start - kept, active, kept, fresh, back, buyers]
        .into_iter()
        .filter(|count| *count > 0)
        .collect();
    assert_eq!(shown, expected);
    assert!(active > 50, "{told}");
}

//! A closer look at a touchpoint: opened by whoever wants it, read by month and week, and each figure opens its people.

use serde_json::json;
use tests::e2e::{Desk, Window, until};

use crate::map;

/// Opens a fold of the inspector.
pub fn unfold(window: &Window, fold: &str) {
    let open = format!(
        "const fold = document.querySelector('[data-testid=fold-{fold}]'); if (fold) fold.open = true; return !!fold"
    );
    until(&format!("{fold} to unfold"), || (window.script(&open, Vec::new()) == true).then_some(()));
}

/// Brings what has an id into sight.
fn reveal(window: &Window, id: &str) {
    window.shows(id);
    let script =
        "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).scrollIntoView({ block: 'center' })";
    window.script(script, vec![id.into()]);
}

#[test]
fn a_closer_look_is_read_and_opens_its_people() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.click("zoom-fit");
    let place = map::at_rest(&window, &map::card(&window, "Payment"));
    window.click_at((place.middle().0, place.top + 6.0), 1);
    unfold(&window, "closer");
    window.shows("closer-times");
    window.choose("closer-by", "week");
    reveal(&window, "closer-trend");
    window.reads("closer-point", |text| text.contains("Week of"));

    // One mark is reached by Tab, and tells its week to who hears it.
    let marks =
        "const marks = [...document.querySelectorAll('[data-testid=closer-trend] [data-testid=mark]')];
        return [marks.length, marks.filter(mark => mark.tabIndex === 0).length,
            marks.every(mark => mark.ariaLabel.startsWith('Week of '))]";
    let marks = window.script(marks, Vec::new());
    assert!(marks[0].as_u64().is_some_and(|weeks| weeks > 20), "{marks}");
    assert_eq!((&marks[1], &marks[2]), (&json!(1), &json!(true)));
    window.picture("closer-weeks");
    reveal(&window, "closer-next");
    window.picture("closer-next");
    // A pixel may be lost in rounding.
    let still = window.script("return document.scrollingElement.scrollTop <= 1", Vec::new());
    assert_eq!(still, true, "only the inspector scrolls");

    let first = "const figure = document.querySelector('[data-testid=closer-point] [data-testid=figure]');
        const value = figure.dataset.value; figure.click(); return value";
    let value = window.script(first, Vec::new());
    let counted = "return document.querySelector('[data-testid=people-count]')?.dataset.count ?? null";
    until("as many people as it says", || (window.script(counted, Vec::new()) == value).then_some(()));
    window.click("customers-back");

    unfold(&window, "drivers");
    reveal(&window, "closer-drivers");
    window.picture("closer-drivers");
    window.close();
}

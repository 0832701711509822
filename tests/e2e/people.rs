//! Every figure opens exactly its people.

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::map;

/// The figures in sight, in order: what they say.
fn figures(window: &Window) -> Vec<u64> {
    let script = "return [...document.querySelectorAll('[data-testid=figure]')]
        .map(each => Number(each.dataset.value))";
    window.script(script, Vec::new()).as_array().into_iter().flatten().filter_map(Value::as_u64).collect()
}

/// Opens each figure of the account in the inspector and sees that its list has as many rows; tells how many.
fn open_each(window: &Window) -> usize {
    let figures = figures(window);
    for (place, figure) in figures.iter().enumerate() {
        let click = "document.querySelectorAll('[data-testid=figure]')[arguments[0]].click()";
        window.script(click, vec![place.into()]);
        window.shows("customers-back");
        let count =
            "return Number(document.querySelector('[data-testid=people-count]')?.dataset.count ?? NaN)";
        // The list before may be shown for a moment.
        until(&format!("a list as long as figure {place}, {figure}"), || {
            (window.script(count, Vec::new()).as_u64() == Some(*figure)).then_some(())
        });
        let rows = "return Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount'))";
        assert_eq!(window.script(rows, Vec::new()).as_u64(), Some(figure + 1), "below a header");
        window.click("customers-back");
        window.shows("canvas");
    }
    figures.len()
}

#[test]
fn every_figure_of_an_account_opens_as_many_rows() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.shows("canvas");
    let mut opened = 0;
    for (unit, mode) in [("customers", "next"), ("visits", "eventual")] {
        window.choose("question-unit", unit);
        window.choose("question-mode", mode);
        for title in ["Product page", "Cart"] {
            let card = map::card(&window, title);
            window.click(&card);
            until("the account in the inspector", || (!figures(&window).is_empty()).then_some(()));
            opened += open_each(&window);
            window.press(&[key::ESCAPE]);
        }
    }
    assert!(opened > 40, "accounts of two touchpoints in two ways have more than {opened} figures");
    window.close();
}

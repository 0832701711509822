//! Every figure opens exactly its people.

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::map;

/// How many figures are in sight.
fn figures(window: &Window) -> usize {
    let script = "return document.querySelectorAll('[data-testid=figure]').length";
    window.script(script, Vec::new()).as_u64().unwrap_or_default() as usize
}

/// Waits until what was asked is answered: before, the account still answers the question before.
fn is_answered(window: &Window) {
    let script = "return document.querySelector('[role=progressbar]') === null";
    until("the answer", || (window.script(script, Vec::new()) == Value::Bool(true)).then_some(()));
}

/// Opens each figure of the account in the inspector and sees that its list has as many rows; tells how many.
fn open_each(window: &Window) -> usize {
    let figures = figures(window);
    for place in 0..figures {
        let click = "const figure = document.querySelectorAll('[data-testid=figure]')[arguments[0]];
            figure?.click();
            return Number(figure?.dataset.value ?? NaN)";
        let figure = until("the figure", || window.script(click, vec![place.into()]).as_u64());
        window.shows("customers-back");
        let count =
            "return Number(document.querySelector('[data-testid=people-count]')?.dataset.count ?? NaN)";
        let counted = until("how many people there are", || window.script(count, Vec::new()).as_u64());
        assert_eq!(counted, figure, "figure {place} of the account");
        let rows = "return Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount'))";
        assert_eq!(window.script(rows, Vec::new()).as_u64(), Some(figure + 1), "below a header");
        window.click("customers-back");
        window.shows("canvas");
    }
    figures
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
        is_answered(&window);
        for title in ["Product page", "Cart"] {
            let card = map::card(&window, title);
            window.click(&card);
            until("the account in the inspector", || (figures(&window) > 0).then_some(()));
            opened += open_each(&window);
            window.press(&[key::ESCAPE]);
        }
    }
    assert!(opened > 40, "accounts of two touchpoints in two ways have more than {opened} figures");
    window.close();
}

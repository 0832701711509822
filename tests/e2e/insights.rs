//! The insights: a funnel, the ways of customers and paths, whose figures open their people.

use tests::e2e::{Desk, Window, key, until};

/// The figures in a part of the place, as their buttons say them.
fn figures(window: &Window, part: &str) -> Vec<u64> {
    let script = "return [...document.querySelectorAll(`[data-testid=${arguments[0]}] [data-testid=figure]`)]
        .map(each => Number(each.dataset.value))";
    let found = window.script(script, vec![part.into()]);
    found.as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).collect()
}

/// Clicks a figure in a part of the place, sees that its list is as long, and goes back.
fn opens(window: &Window, part: &str, index: usize) {
    let wanted = until("the figure", || figures(window, part).get(index).copied());
    let script = "document.querySelectorAll(`[data-testid=${arguments[0]}] [data-testid=figure]`)[arguments[1]].click()";
    window.script(script, vec![part.into(), index.into()]);
    window.reads("people-count", |text| text.chars().any(|letter| letter.is_ascii_digit()));
    let told = "return Number(document.querySelector('[data-testid=people-count]').dataset.count)";
    assert_eq!(window.script(told, Vec::new()), wanted, "{part} {index}");
    window.click("customers-back");
    window.shows("insights");
    until("the numbers again", || (figures(window, part).get(index) == Some(&wanted)).then_some(()));
}

#[test]
fn a_funnel_variants_and_paths_open_their_people_and_light_the_map() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.shows("canvas");
    window.press(&[key::CONTROL, '4']);
    window.shows("funnel-gap");
    let funnel = until("the funnel", || Some(figures(&window, "funnel")).filter(|found| found.len() > 6));
    assert!(funnel[0] > 100, "{funnel:?}");
    window.shows("branch");
    window.script("document.querySelector('[data-testid=funnel]').scrollIntoView()", Vec::new());
    window.picture("insights");
    for index in 0..4 {
        opens(&window, "funnel", index);
    }
    opens(&window, "branch", 1);

    let steps =
        || window.script("return document.querySelectorAll('[data-testid=funnel-step]').length", Vec::new());
    let before = steps();
    window.choose("funnel-add", "touchpoint 1");
    until("another step", || (steps() != before).then_some(()));
    until("its number", || (figures(&window, "funnel").len() > funnel.len()).then_some(()));
    window.click("funnel-reset");
    until("the steps as they were", || (steps() == before).then_some(()));

    window.choose("variants-level", "touchpoint");
    window.shows("variant-light");
    window.picture("insights-variants");
    opens(&window, "variants", 1);
    window.click("variant-light");
    window.shows("canvas");
    let bar = "return document.querySelector('[data-testid=way-bar]')?.textContent ?? ''";
    let told = |text: &serde_json::Value| text.as_str().is_some_and(|text| text.contains("customers went"));
    until("the way to be told", || told(&window.script(bar, Vec::new())).then_some(()));
    let legs = "return document.querySelectorAll('[data-testid=way] path').length > 0";
    until("its legs", || (window.script(legs, Vec::new()) == true).then_some(()));
    window.click("way-insights");
    window.shows("variants");
    window.close();
}

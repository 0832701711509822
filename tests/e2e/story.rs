//! A story: made, presented to its end, and followed in the presenter's window.

use serde_json::json;
use tests::e2e::{Desk, Window, key, until};

use crate::map;

/// The least size of what an audience reads, in pixels.
const LEAST: f64 = 14.0;

/// What of a step is written too small: the text, and its size in pixels.
const TOO_SMALL: &str = "
    const stage = document.querySelector('[data-testid=presentation]');
    const isShown = (each) => each.checkVisibility();
    const painted = [...stage.querySelectorAll('.eyes text')].filter((text) => isShown(text)
        && !['middle', 'far', 'near'].some((level) => text.closest('.' + level) && !isShown(text.closest('.' + level))));
    const size = (text) => parseFloat(getComputedStyle(text).fontSize)
        * text.getBoundingClientRect().height / text.getBBox().height;
    const words = [...stage.querySelectorAll('h1, p, button')];
    return [...painted.map((text) => [text.textContent, size(text)]),
            ...words.map((each) => [each.textContent, parseFloat(getComputedStyle(each).fontSize)])]
        .filter(([, size]) => size < arguments[0] - 0.1)";

/// Waits until a step is shown and the camera rests on it.
fn rests_on(window: &Window, step: usize) {
    let at = "
        const stage = document.querySelector('[data-testid=presentation]');
        const rests = stage?.getAnimations({ subtree: true }).length === 0;
        return stage && 'settled' in stage.dataset && rests ? Number(stage.dataset.step) : 0";
    until(&format!("step {step} at rest"), || {
        (window.script(at, Vec::new()).as_u64() == Some(step as u64)).then_some(())
    });
}

/// Goes to a step of the story in view.
fn goes_to(window: &Window, step: usize) {
    let is_current =
        format!("return !!document.querySelector('[data-testid=story-step-{step}][aria-current]')");
    until(&format!("step {step} to be current"), || {
        window.click(&format!("story-step-{step}"));
        (window.script(&is_current, Vec::new()) == json!(true)).then_some(())
    });
}

/// How many steps the story in view has.
fn steps(window: &Window) -> usize {
    let count = "return document.querySelectorAll('[data-testid^=story-step-]').length";
    window.script(count, Vec::new()).as_u64().unwrap_or_default() as usize
}

#[test]
fn a_story_is_made_and_presented_to_the_end() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.resize(1280, 720);
    window.reads("coverage", |text| text.contains('%'));
    let card = map::card(&window, "Search");
    map::at_rest(&window, &card);
    window.press(&[key::SHIFT, 's']);
    window.click("story-make");
    window.shows("story-step-1");
    let all = until("the whole story", || Some(steps(&window)).filter(|all| *all > 5));

    // A step of one's own, of what is selected, goes before the second.
    goes_to(&window, 1);
    window.click_at(map::at_rest(&window, &card).middle(), 1);
    window.press(&['s']);
    until("a step more", || (steps(&window) == all + 1).then_some(()));
    window.fill("story-title", "Where the search begins");
    window.press(&[key::TAB]);
    window.fill("story-notes", "Ask who searches.");
    window.press(&[key::TAB]);
    window.reads("story-step-2", |text| text.contains("Where the search begins"));
    window.picture("story-strip");

    window.press(&[key::F5]);
    for step in 1..=all + 1 {
        rests_on(&window, step);
        window.picture(&format!("story-step-{step}"));
        let small = window.script(TOO_SMALL, vec![json!(LEAST)]);
        assert_eq!(small, json!([]), "at step {step}");
        window.press(&[key::RIGHT]);
    }
    rests_on(&window, all + 1);
    window.press(&['b']);
    window.shows("present-dark");
    window.press(&['b']);
    window.hides("present-dark");
    window.press(&['g']);
    window.shows("present-grid");
    window.picture("story-grid");
    window.press(&[key::ESCAPE]);
    window.hides("present-grid");
    window.press(&['2']);
    window.press(&[key::ENTER]);
    rests_on(&window, 2);
    window.hover((640.0, 360.0));
    window.press(&['l']);
    window.shows("present-spot");
    window.picture("story-spot");

    // The presenter sees what is said, and leads.
    let audience = window.handle();
    window.press(&['p']);
    window.turn_to_another();
    window.reads("presenter-notes", |text| text == "Ask who searches.");
    window.shows("presenter-coming");
    window.picture("story-presenter");
    window.click("presenter-next");
    window.reads("presenter-notes", |text| text != "Ask who searches.");
    window.turn_to(&audience);
    rests_on(&window, 3);
    window.press(&[key::ESCAPE]);
    window.shows("story-step-1");
    until("the presenter's window to go", || (window.count() == 1).then_some(()));
    window.close();
}

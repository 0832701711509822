//! A circular lifecycle in the real window: the stages become a ring, and nothing else changes.

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::map;

/// Turns the wheel over a stage until the map is as large as life there.
const CLOSER: &str = "
    const pane = document.querySelector('[data-testid=canvas] .svelte-flow__pane');
    const zoom = () => new DOMMatrix(document.querySelector('.eyes').style.transform).a;
    const { left, top } = document.querySelector('[data-testid=stage-hands-2]').getBoundingClientRect();
    const at = { clientX: left + 8, clientY: top + 8, bubbles: true, cancelable: true, ctrlKey: true, view: window };
    pane.dispatchEvent(new WheelEvent('wheel', { deltaY: -Math.log2(1 / zoom()) / 0.002, ...at }));
    return zoom()";

/// How many parts of a ring there are, and where the nodes of the stages are on the screen.
fn stages(window: &Window) -> (u64, Vec<f64>) {
    let script = "const rings = document.querySelectorAll('.scene g.stage > path:first-child').length;
        const hands = [...document.querySelectorAll('[data-testid^=stage-hands-]')];
        return [rings, hands.map((each) => each.getBoundingClientRect().top)]";
    let found = window.script(script, Vec::new());
    let tops = found[1].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    (found[0].as_u64().unwrap_or_default(), tops)
}

/// Waits until the stages are a ring, or a row.
fn are(window: &Window, ring: bool) {
    until(if ring { "a ring" } else { "a row" }, || {
        let (parts, tops) = stages(window);
        let is_row = tops.iter().all(|top| (top - tops[0]).abs() < 1.0);
        (tops.len() == 5 && is_row != ring && (parts == 5) == ring).then_some(())
    });
}

#[test]
fn a_lifecycle_becomes_a_ring_and_a_row_again() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    are(&window, false);
    let cards = map::cards(&window);
    let ways = map::transitions(&window);

    window.click("map-1");
    window.choose("map-lifecycle", "circular");
    are(&window, true);
    window.click("zoom-fit");
    window.picture("ring-whole");
    window.choose("question-level", "stage");
    window.reads("coverage", |text| text.contains('%'));
    are(&window, true);
    map::at_rest(&window, "stage-hands-1");
    window.picture("ring");
    assert_eq!(map::cards(&window).len(), cards.len());

    // A number on the ring opens its people.
    until("the ring close by", || {
        let zoom = window.script(CLOSER, Vec::new()).as_f64()?;
        ((zoom - 1.0).abs() < 0.01).then_some(())
    });
    map::at_rest(&window, "stage-hands-2");
    window.picture("ring-near");
    let figure = "const at = [...document.querySelectorAll('.scene g.stage .near text')]
        .filter(each => /customers$/.test(each.textContent)).map(each => each.getBoundingClientRect())
        .find(({ left, right, top, bottom }) => left > 260 && right < 940 && top > 150 && bottom < 600);
        return [at.left + at.width / 2, at.top + at.height / 2]";
    let at = window.script(figure, Vec::new());
    window.click_at((at[0].as_f64().expect("a place"), at[1].as_f64().expect("a place")), 1);
    window.shows("customers-back");
    window.press(&[key::ESCAPE]);
    window.shows("canvas");

    window.choose("map-lifecycle", "linear");
    are(&window, false);
    window.choose("question-level", "touchpoint");
    window.press(&[key::CONTROL, 'z']);
    are(&window, true);
    window.press(&[key::CONTROL, 'z']);
    are(&window, false);
    until("the cards as they were", || (map::cards(&window) == cards).then_some(()));
    assert_eq!(map::transitions(&window), ways);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn a_stage_of_a_ring_is_dragged_to_the_place_of_another_and_back_by_undo() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.click("map-1");
    window.choose("map-lifecycle", "circular");
    are(&window, true);
    window.choose("question-level", "stage");
    window.reads("coverage", |text| text.contains('%'));
    window.click("zoom-fit");
    map::at_rest(&window, "stage-hands-1");
    let place = |id: &str| window.shows(id).middle();
    let whose = |at: (f64, f64)| {
        let away = |id: &u32| {
            let (x, y) = place(&format!("stage-hands-{id}"));
            f64::hypot(x - at.0, y - at.1)
        };
        // The ring is as large as what is written on it needs: it is not the same to the pixel.
        (1..=5).min_by(|one, other| away(one).total_cmp(&away(other)))
    };
    let second = place("stage-hands-2");
    let fourth = place("stage-hands-4");
    let at = (fourth.0 + 6.0, fourth.1 + 4.0);
    window.take(second, at);
    let target = "return document.querySelector('[data-testid=canvas] rect.target') !== null";
    until("the place that it would have", || (window.script(target, Vec::new()) == true).then_some(()));
    window.picture("ring-drag");
    window.let_go();
    // The stages between close up: the second is now where the fourth was.
    until("the stage to be in the place of the fourth", || (whose(fourth) == Some(2)).then_some(()));
    until("the third where the second was", || (whose(second) == Some(3)).then_some(()));
    are(&window, true);
    window.press(&[key::CONTROL, 'z']);
    until("the stage to be back", || (whose(second) == Some(2) && whose(fourth) == Some(4)).then_some(()));
    window.press(&[key::CONTROL, key::SHIFT, 'z']);
    until("the stage to be there again", || (whose(fourth) == Some(2)).then_some(()));
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

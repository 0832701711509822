//! Stages and transitions: described, moved, resized and labelled, by hand.

use serde_json::Value;
use tests::e2e::{Desk, Place, Window, key, until};

use crate::editing::{on_canvas, start_anew};
use crate::map;

/// The hands of the stages, from left to right.
fn stages(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid^=stage-hands-]')]
        .sort((one, other) => one.getBoundingClientRect().left - other.getBoundingClientRect().left)
        .map(each => each.dataset.testid)";
    let found = window.script(script, Vec::new());
    found.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

/// The right rim of the column of a stage.
fn rim(hands: &str) -> String {
    hands.replace("hands", "rim")
}

/// The curves of the transitions, by their ids.
pub fn curves(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.scene [data-testid^=transition-]')]
        .map(each => each.dataset.testid)";
    let found = window.script(script, Vec::new());
    found.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

/// Waits for so many transitions, and gives their curves.
pub fn has_curves(window: &Window, count: usize) -> Vec<String> {
    until(&format!("{count} curves"), || Some(curves(window)).filter(|found| found.len() == count))
}

/// A point of a curve, by the share of its length from the start.
pub fn on_curve(window: &Window, curve: &str, share: f64) -> (f64, f64) {
    let script = "const path = document.querySelector(`.scene [data-testid=${arguments[0]}] .reach`);
        const { x, y } = path.getPointAtLength(path.getTotalLength() * arguments[1]);
        // WebKit knows no matrix past what moves the canvas.
        const picture = path.ownerSVGElement, { left, top, width } = picture.getBoundingClientRect();
        const { x: from, y: down, width: whole } = picture.viewBox.baseVal;
        return [left + (x - from) * width / whole, top + (y - down) * width / whole]";
    let at = window.script(script, vec![curve.into(), share.into()]);
    let number = |index: usize| at[index].as_f64().expect("a number");
    (number(0), number(1))
}

/// Where a stage is taken that the canvas may show only the left of.
fn grip(hands: Place) -> (f64, f64) {
    (hands.left + 24.0, hands.middle().1)
}

fn value(window: &Window, field: &str) -> Value {
    window.script("return document.querySelector(`[data-testid=${arguments[0]}]`)?.value", vec![field.into()])
}

#[test]
fn a_stage_is_described_moved_resized_and_leaves_its_cards_to_the_one_beside_it() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let first = map::add(&window, on_canvas(&window, 0.12, 0.45), "Sees an advertisement");
    window.press(&[key::ESCAPE]);
    let hands = stages(&window);
    assert_eq!(hands.len(), 5);

    window.click_at(map::at_rest(&window, &hands[0]).middle(), 1);
    window.fill("stage-aim", "Be known to who cooks.");
    window.fill("stage-entry", "Has seen the name.");
    window.click("tint-rust");
    window.picture("stage");
    window.press(&[key::ESCAPE]);

    // By its header to the third place.
    let (from, to) = (map::at_rest(&window, &hands[0]), window.shows(&hands[2]));
    window.drag(from.middle(), (to.middle().0 + 30.0, to.middle().1));
    let moved = until("the stage to stand third", || {
        let now = stages(&window);
        (now.get(2) == Some(&hands[0])).then_some(now)
    });

    // By its rim wider.
    let at = map::at_rest(&window, &rim(&moved[0])).middle();
    let before = window.shows(&moved[1]);
    window.drag(at, (at.0 + 90.0, at.1));
    until("the column to be wider", || (window.shows(&moved[1]).left > before.left + 60.0).then_some(()));
    window.picture("stage-wider");

    // Deleted by its key, and its card stays where it is.
    let card = map::at_rest(&window, &first);
    // Most of it is under the inspector by now.
    let stage = window.shows(&hands[0]);
    window.click_at((stage.left + 6.0, stage.middle().1), 1);
    window.shows("stage-aim");
    assert_eq!(value(&window, "stage-aim"), "Be known to who cooks.");
    window.press(&[key::DELETE]);
    window.shows("delete-stage");
    window.picture("stage-delete");
    window.click("delete-stage-confirm");
    until("four stages", || (stages(&window).len() == 4).then_some(()));
    assert!(map::is_near(map::at_rest(&window, &first), card));
    window.press(&[key::CONTROL, 'z']);
    until("five stages", || (stages(&window).len() == 5).then_some(()));
    window.close();

    let window = desk.open(Some(&file));
    let third = until("the stages", || stages(&window).get(2).cloned());
    window.click_at(grip(map::at_rest(&window, &third)), 1);
    window.shows("stage-aim");
    assert_eq!(value(&window, "stage-entry"), "Has seen the name.");
    window.close();
}

#[test]
fn a_transition_is_labelled_and_takes_a_touchpoint_between_its_ends() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let ad = map::add(&window, on_canvas(&window, 0.12, 0.45), "Sees an advertisement");
    let order = map::add(&window, on_canvas(&window, 0.9, 0.45), "Orders");
    map::connect(&window, &ad, &order);
    let [way] = &has_curves(&window, 1)[..] else { panic!("one curve") };
    let way = way.clone();

    window.press(&[key::ESCAPE]);
    window.click_at(on_curve(&window, &way, 0.5), 1);
    window.fill("transition-label", "by mail");
    window.choose("transition-kind", "alternative");
    map::reads(&window, "by mail");
    window.picture("transition");

    // What is joined already says so. Nothing is selected, whose ends would be taken instead.
    window.click_at(on_canvas(&window, 0.3, 0.12), 1);
    window.hides("transition-label");
    let (from, to) = (map::at_rest(&window, &ad), window.shows(&order));
    window.hover(from.middle());
    window.drag((from.left + from.width, from.top + from.height / 2.0), (to.middle().0, to.top + 6.0));
    window.reads("failure", |text| text.contains("are joined already"));

    // By its menu.
    window.ask_menu(on_curve(&window, &way, 0.4));
    window.click("menu-insert");
    window.shows("title-editor");
    window.type_text("compares");
    window.press(&[key::ENTER]);
    map::card(&window, "compares");
    has_curves(&window, 2);
    map::reads(&window, "by mail");
    window.picture("transition-inserted");

    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

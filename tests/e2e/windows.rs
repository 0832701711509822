//! Several windows on one workspace: each shows its own map, and all show what is done in any of them.

use tests::e2e::{Desk, key, until};

use crate::map;

#[test]
fn what_is_done_in_one_window_is_seen_in_the_other() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    desk.touchline(["new", &file.to_string_lossy()]);
    let window = desk.open(Some(&file));
    let canvas = window.shows("canvas");
    let point = (canvas.left + canvas.width * 0.3, canvas.top + canvas.height * 0.5);
    let card = map::add(&window, point, "Visits the shop");
    let first = window.handle();

    window.press(&[key::CONTROL, key::ALT, 'n']);
    window.turn_to_another();
    assert_eq!(map::card(&window, "Visits the shop"), card);

    // What is typed in the second is on the first, which takes it back for both.
    window.click_at(window.shows(&card).middle(), 1);
    window.fill("touchpoint-title", "Walks past the shop");
    window.press(&[key::ENTER]);
    map::card(&window, "Walks past the shop");
    let second = window.handle();
    window.turn_to(&first);
    map::card(&window, "Walks past the shop");
    window.picture("windows");
    window.click("undo");
    map::card(&window, "Visits the shop");
    window.turn_to(&second);
    map::card(&window, "Visits the shop");

    // What is only begun in the second is written before the workspace is closed in the first, and the second goes.
    window.click_at(window.shows(&card).middle(), 1);
    window.fill("touchpoint-title", "Stops at the window");
    window.turn_to(&first);
    window.press(&[key::CONTROL, 'w']);
    window.shows("start-new");
    until("the other window to go", || (window.count() == 1).then_some(()));
    window.close();
    assert_eq!(map::touchpoints(&desk, &file), ["Stops at the window"]);
}

#[test]
fn the_app_goes_on_in_the_window_that_is_left() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.shows("touchpoint-1");
    window.click("map-2");
    window.hides("touchpoint-1");
    let cards = map::cards(&window);
    let first = window.handle();
    window.press(&[key::CONTROL, key::ALT, 'n']);
    window.turn_to_another();
    until("the same map in the other window", || (map::cards(&window) == cards).then_some(()));
    let second = window.handle();
    window.turn_to(&first);
    // A little later, so that the script is answered by a window that is there still.
    let leave = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('leave', { settled: true }), 100)";
    window.script(leave, Vec::new());
    window.turn_to(&second);
    until("the first window to go", || (window.count() == 1).then_some(()));
    window.click("map-1");
    window.shows("touchpoint-1");
    window.close();
}

//! Leaving in the middle of something: what was begun is in the file, however the window is closed.

use std::path::Path;

use tests::e2e::{Desk, Window, key, until};

use crate::map;

/// A map with one touchpoint that is selected, in a window with a field for its title.
fn with_a_card(desk: &Desk, file: &Path) -> (Window, String) {
    desk.touchline(["new", &file.to_string_lossy()]);
    let window = desk.open(Some(file));
    let canvas = window.shows("canvas");
    let point = (canvas.left + canvas.width * 0.3, canvas.top + canvas.height * 0.5);
    let card = map::add(&window, point, "Visits the shop");
    window.click_at(window.shows(&card).middle(), 1);
    window.shows("touchpoint-title");
    (window, card)
}

#[test]
fn what_is_being_typed_is_kept_when_the_app_is_quit() {
    let desk = Desk::set();
    let file = desk.document("Typed.touchline");
    let (window, _) = with_a_card(&desk, &file);
    window.fill("touchpoint-title", "Walks past the shop");
    window.quit();
    assert_eq!(map::touchpoints(&desk, &file), ["Walks past the shop"]);
}

#[test]
fn what_is_being_typed_is_kept_when_the_window_manager_closes_the_window() {
    let desk = Desk::set();
    let file = desk.document("Closed.touchline");
    let (window, _) = with_a_card(&desk, &file);
    window.fill("touchpoint-title", "Walks past the shop");
    window.close_by_manager();
    assert_eq!(map::touchpoints(&desk, &file), ["Walks past the shop"]);
}

#[test]
fn a_title_being_written_on_its_card_is_kept_when_the_app_is_quit() {
    let desk = Desk::set();
    let file = desk.document("Titled.touchline");
    let (window, _) = with_a_card(&desk, &file);
    window.press(&[key::ENTER]);
    window.shows("title-editor");
    window.press(&[key::CONTROL, 'a']);
    window.type_text("Walks past the shop");
    window.quit();
    assert_eq!(map::touchpoints(&desk, &file), ["Walks past the shop"]);
}

#[test]
fn a_burst_of_arrow_keys_is_kept_when_the_app_is_quit() {
    let desk = Desk::set();
    let file = desk.document("Nudged.touchline");
    let (window, card) = with_a_card(&desk, &file);
    for _ in 0..3 {
        window.press(&[key::SHIFT, key::DOWN]);
    }
    window.quit();
    let window = desk.open(Some(&file));
    let moved = window.shows(&card);
    // It was one burst, and one step.
    window.press(&[key::CONTROL, 'z']);
    until("the card to be higher again", || (window.shows(&card).top < moved.top - 40.0).then_some(()));
    window.close();
}

#[test]
fn a_burst_of_arrow_keys_stays_on_its_map_when_another_is_shown() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.shows("map-1");
    let card = "touchpoint-1";
    let before = window.shows(card);
    window.click_at(before.middle(), 1);
    window.press(&[key::SHIFT, key::DOWN]);
    window.click("map-2");
    window.hides(card);
    assert!(!window.shows_now("failure"), "nothing went wrong");
    window.click("map-1");
    until("the card to stand lower", || (!map::is_near(window.shows(card), before)).then_some(()));
    window.close();
}

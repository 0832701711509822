//! Finding and replacing on the map.

use tests::e2e::{Desk, Window, key};

use crate::editing::{on_canvas, start_anew, unfold};
use crate::map;

/// How far the map is zoomed in.
pub fn zoom(window: &Window) -> f64 {
    let script = "return new DOMMatrix(getComputedStyle(document.querySelector('.eyes')).transform).a";
    window.script(script, Vec::new()).as_f64().expect("a number")
}

#[test]
fn what_is_found_is_shown_and_replaced_everywhere_in_one_step() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    map::add(&window, on_canvas(&window, 0.15, 0.35), "Sees the shop");
    map::add(&window, on_canvas(&window, 0.5, 0.35), "Visits the shop");
    let far = map::add(&window, on_canvas(&window, 0.9, 0.35), "Phones the Shop again");
    window.press(&[key::ESCAPE]);

    window.press(&[key::CONTROL, 'f']);
    window.shows("find-bar");
    window.type_text("shop");
    window.reads("find-status", |text| text == "1 of 3");
    window.press(&[key::ENTER]);
    window.press(&[key::ENTER]);
    window.reads("find-where", |text| text.contains("Phones the Shop again"));
    // The camera has followed.
    let (card, canvas) = (map::at_rest(&window, &far), window.shows("canvas"));
    assert!(card.left + card.width <= canvas.left + canvas.width, "{card:?} is not in sight of {canvas:?}");
    window.click("find-case");
    window.reads("find-status", |text| text == "1 of 2");
    window.click("find-case");
    window.reads("find-status", |text| text == "1 of 3");

    window.press(&[key::CONTROL, 'h']);
    window.fill("find-with", "branch");
    window.picture("find");
    window.click("replace-one");
    map::card(&window, "Sees the branch");
    window.reads("find-status", |text| text == "1 of 2");
    window.click("replace-all");
    map::card(&window, "Visits the branch");
    map::card(&window, "Phones the branch again");
    window.reads("find-status", |text| text == "2 places replaced");
    window.press(&[key::ESCAPE]);
    window.click("find-close");
    window.hides("find-bar");

    // One step back is all of them.
    window.click("undo");
    map::card(&window, "Visits the shop");
    map::card(&window, "Phones the Shop again");
    map::card(&window, "Sees the branch");
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn what_is_written_on_another_map_is_found_and_gone_to() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    map::add(&window, on_canvas(&window, 0.15, 0.35), "Sees the shop");
    let far = map::add(&window, on_canvas(&window, 0.9, 0.35), "Phones the shop");
    window.click_at(map::at_rest(&window, &far).middle(), 1);
    unfold(&window, "details");
    window.fill("detail-description", "Only on a Thursdäy");
    window.press(&[key::CONTROL, 'n']);
    window.fill("new-map-title", "Second");
    window.click("new-map-create");
    map::no_card(&window, "Phones the shop");

    window.press(&[key::CONTROL, key::SHIFT, 'f']);
    window.shows("palette");
    window.type_text("THURSDAY");
    let found = format!("offer-{far}-description-0");
    window.shows(&found);
    let text = "return document.querySelector(`[data-testid=${arguments[0]}]`).textContent";
    let said = window.script(text, vec![found.into()]);
    let said = said.as_str().expect("a text");
    assert!(said.contains("Thursdäy") && said.contains("› Phones the shop"), "{said}");
    window.picture("find-anywhere");
    window.press(&[key::ENTER]);
    window.hides("palette");
    let card = map::card(&window, "Phones the shop");
    let (card, canvas) = (map::at_rest(&window, &card), window.shows("canvas"));
    assert!(
        card.left >= canvas.left && card.left + card.width <= canvas.left + canvas.width,
        "{card:?} is not in sight of {canvas:?}"
    );
    window.reads("inspector", |text| text.contains("Touchpoint"));
    window.close();
    let said = desk.touchline(["find", &file.to_string_lossy(), "thursday"]);
    assert!(said.contains("Phones the shop  description: Only on a Thursdäy"), "{said}");
}

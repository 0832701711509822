//! A workshop from the first note to what came of it.

use serde_json::Value;
use tests::e2e::{Desk, Place, Window, key, until};

use crate::editing::{on_canvas, start_anew};
use crate::map;

/// Writes a note where one is begun now.
fn write_note(window: &Window, text: &str) {
    window.press(&['m']);
    window.shows("title-editor");
    window.type_text(text);
    window.press(&[key::ENTER]);
    window.hides("title-editor");
}

/// Says who writes and gives dots from now on.
fn who(window: &Window, name: &str) {
    window.fill("workshop-who", name);
    window.press(&[key::ENTER]);
}

/// Waits until a row of the ranking says something.
fn lists(window: &Window, id: &str, part: &str) {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    let css = Value::from(format!("[data-testid=\"{id}\"]"));
    let text = || window.script(script, vec![css.clone()]).as_str().map(str::to_owned);
    until(&format!("{id} to say {part}"), || text()?.contains(part).then_some(()));
}

/// The lower edge of a note.
fn foot(place: Place) -> f64 {
    place.top + place.height
}

#[test]
fn a_workshop_goes_from_the_first_note_to_what_came_of_it() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    map::add(&window, on_canvas(&window, 0.1, 0.35), "Sees an advertisement");
    window.press(&[key::ESCAPE]);
    window.press(&[key::SHIFT, 'm']);
    window.shows("workshop-bar");
    who(&window, "Anna");
    write_note(&window, "Nobody reads it");
    window.shows("note-hands-1");
    window.picture("workshop-first-note");

    // Written in private, and revealed.
    window.click("notes-cover");
    who(&window, "Ben");
    write_note(&window, "It comes at the wrong time");
    window.shows("note-hands-2");
    map::lacks(&window, "wrong time");
    window.picture("workshop-covered");
    window.click("notes-reveal");
    map::reads(&window, "It comes at");

    // Dots, no more than there are.
    let note = map::at_rest(&window, "note-hands-2");
    window.click_at((note.middle().0, foot(note) - 12.0), 1);
    window.shows("note-tools");
    for _ in 0..3 {
        window.click("note-dot");
    }
    window.reads("dots-left", |text| text.contains("left") && text.contains('0'));
    window.reads("note-own-dots", |text| text == "3");
    window.press(&['.']);
    window.reads("note-own-dots", |text| text == "3");
    window.press(&[',']);
    window.reads("note-own-dots", |text| text == "2");

    // A note on another is a cluster, by the pointer and by keys.
    window.press(&[key::ESCAPE]);
    write_note(&window, "Wrong time of year");
    let (third, second) = (map::at_rest(&window, "note-hands-3"), map::at_rest(&window, "note-hands-2"));
    window.drag((third.middle().0, foot(third) - 8.0), (second.left + 8.0, second.top + 60.0));
    window.shows("cluster-hands-2");
    window.press(&['m']);
    window.shows("title-editor");
    window.type_text("On Monday?");
    window.press(&[key::ENTER]);
    window.shows("note-hands-4");
    window.press(&['j']);
    let first = map::at_rest(&window, "note-hands-1");
    window.click_at((first.middle().0, foot(first) - 8.0), 1);
    window.press(&['j']);
    window.shows("cluster-hands-1");
    window.press(&[key::CONTROL, 'z']);
    window.hides("cluster-hands-1");
    window.picture("workshop-cluster");

    // What is parked is listed, and what is settled is a card in a lane, in one step.
    window.press(&[key::ESCAPE]);
    let last = map::at_rest(&window, "note-hands-4");
    window.click_at((last.middle().0, foot(last) - 8.0), 1);
    window.press(&['p']);
    lists(&window, "parked", "On Monday?");
    window.hides("note-hands-4");
    let second = map::at_rest(&window, "note-hands-2");
    window.click_at((second.left + 20.0, foot(second) - 8.0), 1);
    window.press(&['o']);
    window.click("settle-action");
    window.fill("settle-owner", "Eva");
    window.click("settle-due");
    window.fill("settle-due-input", "2026-12-24");
    window.press(&[key::ENTER]);
    window.picture("workshop-settle");
    window.click("settle-make");
    window.hides("settle-make");
    lists(&window, "settled", "Eva");
    window.shows("lane-card-1");
    window.picture("workshop-settled");
    window.press(&[key::SHIFT, '1']);
    map::at_rest(&window, "lane-card-1");
    window.picture("workshop-whole");
    window.press(&[key::SHIFT, 'm']);
    window.hides("workshop-bar");
    window.hides("note-hands-1");
    window.shows("lane-card-1");
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

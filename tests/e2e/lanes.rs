//! Lanes that say something of touchpoints, with links, notes and images, written on the map itself.

use tests::e2e::{Desk, Window, key, until};

use crate::editing::{on_canvas, start_anew};
use crate::finding::zoom;
use crate::map;

/// Chooses what the selected lane's cells are about.
fn by(window: &Window, what: &str) {
    window.choose("lane-by", what);
}

/// Writes in what was clicked twice, and keeps it.
fn write(window: &Window, id: &str, text: &str) {
    let place = map::at_rest(window, id);
    window.click_at((place.left + 20.0, place.top + 14.0), 2);
    window.shows("title-editor");
    window.type_text(text);
    window.press(&[key::ENTER]);
    window.hides("title-editor");
}

#[test]
fn cells_of_touchpoints_cards_and_heights_are_made_on_the_map() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    map::add(&window, on_canvas(&window, 0.1, 0.35), "Sees an advertisement");
    window.click("map-1");
    window.choose("lane-add", "thoughts");
    window.shows("lane-title");
    write(&window, "cell-1-1", "of the stage");
    map::reads(&window, "of the stage");

    // By touchpoint it has a cell for each, and keeps what it said of stages.
    let lane = map::at_rest(&window, "lane-hands-1");
    window.click_at((lane.left + 12.0, lane.middle().1), 1);
    by(&window, "touchpoint");
    map::lacks(&window, "of the stage");
    window.press(&[key::SHIFT, '1']);
    write(&window, "cell-1-of-1", "is it **dear**, see [the prices](https://example.org/prices)");
    map::reads(&window, "dear");
    map::reads(&window, "the prices");
    window.press(&[key::SHIFT, '2']);
    map::at_rest(&window, "cell-1-of-1");
    window.picture("lane-by-touchpoint");

    // The lower border makes the lane higher, which is one step.
    let border = map::at_rest(&window, "lane-border-1");
    let (x, y) = (border.left + 60.0, border.middle().1);
    window.take((x, y), (x, y + 80.0 * zoom(&window)));
    window.picture("lane-border");
    window.let_go();
    until("the lane to be higher", || {
        (window.shows("lane-border-1").top > border.top + 40.0 * zoom(&window)).then_some(())
    });
    window.press(&[key::CONTROL, 'z']);
    until("the lane to be as before", || {
        map::is_near(map::at_rest(&window, "lane-border-1"), border).then_some(())
    });

    // A card is added by the menu, and written on.
    let cell = map::at_rest(&window, "cell-1-of-1");
    window.ask_menu((cell.left + 20.0, cell.top + 14.0));
    window.click("menu-add-card");
    window.shows("title-editor");
    window.type_text("show the price first");
    window.press(&[key::ENTER]);
    window.hides("title-editor");
    window.shows("card-text");
    window.click("tint-rose");
    window.picture("lane-card");

    // Deleting the touchpoint takes its cell and the card with it, in one step.
    let card = map::card(&window, "Sees an advertisement");
    let place = map::at_rest(&window, &card);
    window.click_at((place.middle().0, place.top + 6.0), 1);
    window.press(&[key::DELETE]);
    window.hides("lane-card-1");
    window.hides("cell-1-of-1");
    window.press(&[key::CONTROL, 'z']);
    window.shows("lane-card-1");
    map::reads(&window, "dear");
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn cards_go_from_cell_to_cell_in_the_pointers_hands() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    map::add(&window, on_canvas(&window, 0.1, 0.35), "Sees an advertisement");
    window.click("map-1");
    window.choose("lane-add", "storyboard");
    for text in ["first", "second"] {
        let lane = map::at_rest(&window, "lane-hands-1");
        window.click_at((lane.left + 12.0, lane.middle().1), 1);
        window.click("card-add-stage-1");
        window.shows("card-text");
        let number = if text == "first" { 1 } else { 2 };
        write(&window, &format!("card-hands-{number}"), text);
    }
    let (first, second) = (map::at_rest(&window, "card-hands-1"), map::at_rest(&window, "card-hands-2"));
    assert!(first.left < second.left);

    // The second goes before the first,
    window.take(second.middle(), (first.left + 6.0, first.middle().1));
    window.shows("card-mark");
    window.picture("card-dragged");
    window.let_go();
    until("the second to stand first", || map::is_near(window.shows("card-hands-2"), first).then_some(()));

    // and then into the next cell.
    let (from, cell) = (map::at_rest(&window, "card-hands-2"), window.shows("cell-1-2"));
    window.drag(from.middle(), (cell.left + 40.0, from.middle().1));
    until("it to be in the next cell", || (window.shows("card-hands-2").left > cell.left).then_some(()));
    until("the first to stand first again", || {
        map::is_near(window.shows("card-hands-1"), first).then_some(())
    });
    window.press(&[key::CONTROL, 'z']);
    until("it to be back", || (window.shows("card-hands-2").left < cell.left).then_some(()));
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

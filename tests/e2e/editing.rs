//! Drawing a map: adding, dragging, joining and renaming, taking it back and doing it again, across a restart.

use tests::e2e::{Chooser, Desk, Window, key, until};

use crate::map;

/// Makes an empty workspace through the window, and leaves it open.
pub fn start_anew(desk: &Desk, file: &std::path::Path) -> Window {
    let window = desk.open(None);
    window.click("start-new");
    window.fill("new-title", "Workshop");
    window.click("new-examples");
    window.click("new-create");
    Chooser::titled(desk, "Where to keep the workspace").choose(file);
    window.shows("canvas");
    window
}

/// The width of the inspector, which opens over the right of the canvas.
const INSPECTOR: f64 = 296.0;

/// A point of the canvas where the inspector does not open, by shares of its width and height there.
pub fn on_canvas(window: &Window, across: f64, down: f64) -> (f64, f64) {
    let canvas = window.shows("canvas");
    let right = window.script("return innerWidth", Vec::new()).as_f64().expect("a number");
    (canvas.left + (right - INSPECTOR - canvas.left) * across, canvas.top + canvas.height * down)
}

#[test]
fn what_is_drawn_is_there_after_a_restart() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);

    let first = map::add(&window, on_canvas(&window, 0.15, 0.45), "Sees an advertisement");
    let second = map::add(&window, on_canvas(&window, 0.45, 0.45), "Asks a friend");
    map::connect(&window, &first, &second);
    map::has_transitions(&window, 1);

    let before = window.shows(&second);
    let (x, y) = before.middle();
    window.drag((x, y), (x + 64.0, y + 80.0));
    let after = until("the card to stand elsewhere", || {
        let now = window.shows(&second);
        (!map::is_near(now, before)).then_some(now)
    });
    assert!(after.left > before.left && after.top > before.top, "{before:?} {after:?}");

    window.click_at(after.middle(), 2);
    window.shows("title-editor");
    window.press(&[key::CONTROL, 'a']);
    window.type_text("Asks around");
    window.press(&[key::ENTER]);
    map::card(&window, "Asks around");
    window.picture("editing");
    window.close();

    let mut titles = map::touchpoints(&desk, &file);
    titles.sort();
    assert_eq!(titles, ["Asks around", "Sees an advertisement"]);
    desk.touchline(["check", &file.to_string_lossy()]);

    let window = desk.open(Some(&file));
    map::card(&window, "Sees an advertisement");
    assert_eq!(map::card(&window, "Asks around"), second);
    map::has_transitions(&window, 1);

    // Undo reaches back across the restart, from the keyboard.
    for undone in ["Asks a friend", "Asks a friend"] {
        window.press(&[key::CONTROL, 'z']);
        map::card(&window, undone);
    }
    map::has_transitions(&window, 1);
    window.press(&[key::CONTROL, 'z']);
    map::has_transitions(&window, 0);
    for _ in 0..3 {
        window.press(&[key::CONTROL, key::SHIFT, 'z']);
    }
    map::card(&window, "Asks around");
    map::has_transitions(&window, 1);
    window.close();
    assert_eq!(map::maps(&desk, &file)[0]["transitions"], 1);
}

/// What a screen reader says of the card with a title.
fn spoken(window: &Window, title: &str) -> String {
    let begins = format!("Touchpoint {title}, in stage ");
    let found = map::cards(window).into_iter().find(|(_, label)| label.starts_with(&begins));
    found.map(|(_, label)| label).unwrap_or_default()
}

/// Waits until what is said of a card has all of this in it.
pub fn says(window: &Window, title: &str, parts: &[&str]) {
    until(&format!("“{title}” to say {parts:?}"), || {
        let said = spoken(window, title);
        parts.iter().all(|part| said.contains(part)).then_some(())
    });
}

/// Opens a part of the form, if it is shut.
pub fn unfold(window: &Window, part: &str) {
    let open = "const fold = document.querySelector(`[data-testid=fold-${arguments[0]}]`);
                if (fold && !fold.open) fold.querySelector('summary').click(); return fold !== null;";
    until(&format!("the part {part}"), || (window.script(open, vec![part.into()]) == true).then_some(()));
}

#[test]
fn what_is_written_of_a_touchpoint_is_on_its_card_and_there_after_a_restart() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let card = map::add(&window, on_canvas(&window, 0.3, 0.45), "Pays at the counter");
    window.click_at(map::at_rest(&window, &card).middle(), 1);

    unfold(&window, "details");
    window.fill("detail-description", "Cash, card or phone.");
    window.fill("detail-owner", "Shop team");
    window.fill("detail-tag", "till, queue");
    window.choose("touchpoint-channel", "new");
    window.fill("channel-own-name", "Counter");
    window.click("channel-icon-cup");
    unfold(&window, "experience");
    window.click("detail-moment");
    window.click("detail-drama-4");
    window.fill("detail-quote", "“Is this the line?”");
    window.fill("detail-pains", &format!("Long lines{}No change", key::ENTER));
    unfold(&window, "content");
    window.fill("content-add", "Where to queue");
    unfold(&window, "evidence");
    window.choose("detail-evidence", "assumed");
    let whole = [
        "Channel: Counter.",
        "This is a moment of truth.",
        "Owner: Shop team. Drama: 4 of 5. Evidence: assumed.",
        "Description: Cash, card or phone. Quote: “Is this the line?”",
        "2 pains: Long lines; No change.",
        "Tags: till, queue.",
    ];
    says(&window, "Pays at the counter", &whole);
    map::reads(&window, "2");
    let before = window.shows(&card);
    window.picture("details");

    // Each field is a step: the last two are taken back and done again.
    window.click("undo");
    until("the evidence to be taken back", || {
        (!spoken(&window, "Pays at the counter").contains("Evidence")).then_some(())
    });
    window.click("undo");
    window.click("redo");
    window.click("redo");
    says(&window, "Pays at the counter", &whole);
    assert!(map::is_near(window.shows(&card), before));
    // What is being typed is written when the window closes.
    window.fill("detail-opportunities", "A second till");
    window.close_by_manager();

    desk.touchline(["check", &file.to_string_lossy()]);
    let window = desk.open(Some(&file));
    map::card(&window, "Pays at the counter");
    says(&window, "Pays at the counter", &whole);
    says(&window, "Pays at the counter", &["1 opportunity: A second till."]);
    window.click_at(map::at_rest(&window, &card).middle(), 1);
    unfold(&window, "content");
    window.shows("content-what-0");
    window.close();
}

#[test]
fn a_drag_moves_the_card_and_undo_puts_it_back() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let card = map::add(&window, on_canvas(&window, 0.3, 0.4), "Visits the shop");
    let before = window.shows(&card);
    let (x, y) = before.middle();
    window.drag((x, y), (x + 8.0, y + 96.0));
    let moved = until("the card to stand elsewhere", || {
        let now = window.shows(&card);
        (!map::is_near(now, before)).then_some(now)
    });
    window.click("undo");
    until("the card to be back", || map::is_near(window.shows(&card), before).then_some(()));
    window.click("redo");
    until("the card to be moved again", || map::is_near(window.shows(&card), moved).then_some(()));

    window.click_at(moved.middle(), 1);
    window.press(&[key::DELETE]);
    map::no_card(&window, "Visits the shop");
    window.press(&[key::CONTROL, 'z']);
    assert_eq!(map::card(&window, "Visits the shop"), card);
    window.close();
}

#[test]
fn a_touchpoint_can_be_added_and_joined_from_the_keyboard() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    map::add(&window, on_canvas(&window, 0.3, 0.4), "Reads a review");
    window.press(&[key::CONTROL, key::DOWN]);
    window.shows("title-editor");
    window.type_text("Compares prices");
    window.press(&[key::ENTER]);
    map::card(&window, "Compares prices");
    map::has_transitions(&window, 1);
    window.close();
    assert_eq!(map::touchpoints(&desk, &file).len(), 2);
}

#[test]
fn what_is_under_the_pointer_has_a_menu_unless_one_only_looks() {
    let desk = Desk::set();
    let file = desk.document("Menus.touchline");
    let window = start_anew(&desk, &file);
    let first = map::add(&window, on_canvas(&window, 0.2, 0.45), "Sees an advertisement");

    window.ask_menu(window.shows(&first).middle());
    window.shows("menu-rename");
    window.picture("menu");
    window.click("menu-grow");
    window.hides("canvas-menu");
    window.shows("title-editor");
    window.type_text("asks a friend");
    window.press(&[key::ENTER]);
    let second = map::card(&window, "asks a friend");
    map::has_transitions(&window, 1);

    // The keyboard is the canvas's again after the menu.
    window.ask_menu(window.shows(&second).middle());
    window.click("menu-fit_selection");
    window.hides("canvas-menu");
    window.press(&[key::DELETE]);
    map::no_card(&window, "asks a friend");
    window.ask_menu(on_canvas(&window, 0.5, 0.6));
    window.click("menu-undo");
    map::card(&window, "asks a friend");

    window.ask_menu(on_canvas(&window, 0.5, 0.6));
    window.click("menu-add");
    window.shows("title-editor");
    window.press(&[key::ESCAPE]);

    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text("view only");
    window.press(&[key::ENTER]);
    window.shows("view-only");
    window.picture("view-only");
    let second = map::card(&window, "asks a friend");
    // What is dragged is the map, then.
    let apart = || window.shows(&second).left - window.shows(&first).left;
    let before = apart();
    let (x, y) = window.shows(&first).middle();
    window.drag((x, y), (x + 64.0, y + 80.0));
    window.click_at(window.shows(&first).middle(), 2);
    window.press(&[key::DELETE]);
    window.click("view-only");
    window.shows("saved");
    assert!((apart() - before).abs() < 1.0, "it was moved");
    assert_eq!(map::cards(&window).len(), 2);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn a_template_starts_a_map_with_examples_and_offers_more() {
    let desk = Desk::set();
    let file = desk.document("Sales.touchline");
    let window = desk.open(None);
    window.click("start-new");
    window.fill("new-title", "Sales");
    window.script("document.querySelector('input[name=template][value=b2b]').click()", Vec::new());
    window.picture("templates");
    window.click("new-create");
    Chooser::titled(&desk, "Where to keep the workspace").choose(&file);
    map::card(&window, "Signs the contract");
    map::reads(&window, "Thoughts");
    window.picture("template");

    // What a stage offers becomes a card of it.
    let stage = "const label = [...document.querySelectorAll('.scene text')]
        .find(each => each.textContent === 'Consideration' && each.closest('.near'))
        .getBoundingClientRect();
        return [label.left + label.width / 2, label.top + label.height / 2]";
    let at = window.script(stage, Vec::new());
    let side = |index: usize| at[index].as_f64().expect("a number");
    window.click_at((side(0), side(1)), 1);
    window.shows("ideas");
    window.click_text("Answers to doubts in the chat");
    map::card(&window, "Answers to doubts in the chat");
    window.picture("template-idea");
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

#[test]
fn lanes_are_written_on_the_map_itself() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    map::add(&window, on_canvas(&window, 0.15, 0.45), "Sees an advertisement");

    // A lane is asked for by name, and chosen where the focus then is.
    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text("add a lane");
    window.press(&[key::ENTER]);
    window.shows("lane-add");
    window.choose("lane-add", "thoughts");
    window.shows("lane-title");
    window.press(&[key::SHIFT, '1']);

    // Its cells are written where they stand, one after the other.
    let cell = map::at_rest(&window, "cell-1-1");
    window.click_at(cell.middle(), 2);
    window.shows("title-editor");
    window.type_text("- is it for me");
    window.press(&[key::SHIFT, key::ENTER]);
    window.type_text("- is it dear");
    window.press(&[key::TAB]);
    window.shows("title-editor");
    window.type_text("who says so");
    window.press(&[key::ENTER]);
    window.hides("title-editor");
    map::reads(&window, "who says so");
    window.picture("lanes");

    // One step back is one cell.
    window.press(&[key::CONTROL, 'z']);
    map::lacks(&window, "who says so");
    window.press(&[key::CONTROL, key::SHIFT, 'z']);
    map::reads(&window, "who says so");
    window.close();

    desk.touchline(["check", &file.to_string_lossy()]);
    let picture = desk.document("map.svg");
    let title = map::maps(&desk, &file)[0]["title"].as_str().expect("a title").to_owned();
    let export = ["export", &file.to_string_lossy(), "--map", &title, "--out", &picture.to_string_lossy()];
    desk.touchline(export);
    let svg = std::fs::read_to_string(&picture).expect("the picture");
    for text in ["Thoughts", "is it for me", "is it dear", "who says so"] {
        assert!(svg.contains(text), "{text} is not on the picture");
    }
}

#[test]
fn tidying_up_is_one_step_that_undo_takes_back() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let one = map::add(&window, on_canvas(&window, 0.3, 0.4), "Visits the shop");
    let other = map::add(&window, on_canvas(&window, 0.33, 0.7), "Asks a friend");
    let now = || [&one, &other].map(|card| window.shows(card));
    let before = now();
    window.press(&[key::SHIFT, 't']);
    until("the cards below one another", || {
        let [one, other] = now();
        ((one.left - other.left).abs() < 1.0 && one.top < other.top).then_some(())
    });
    window.picture("tidy");
    window.press(&[key::CONTROL, 'z']);
    until("both cards to be back", || {
        now().into_iter().zip(before).all(|(now, before)| map::is_near(now, before)).then_some(())
    });
    window.close();
}

#[test]
fn cards_are_copied_within_a_map_to_another_and_as_text() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = start_anew(&desk, &file);
    let has = |titles: &[&str]| {
        until("the cards", || {
            let title = |(_, label): (String, String)| {
                let (title, _) = label.strip_prefix("Touchpoint ")?.split_once(", in stage ")?;
                Some(title.to_owned())
            };
            let mut shown: Vec<_> = map::cards(&window).into_iter().filter_map(title).collect();
            shown.sort();
            (shown == titles).then_some(())
        });
    };

    let first = map::add(&window, on_canvas(&window, 0.15, 0.45), "Asks a friend");
    let second = map::add(&window, on_canvas(&window, 0.45, 0.45), "Compares");
    map::connect(&window, &first, &second);
    map::has_transitions(&window, 1);
    let is_lower = || window.shows(&second).top > window.shows(&first).top + 20.0;
    window.click(&second);
    window.press(&[key::SHIFT, key::DOWN]);
    until("the second card to go down", || is_lower().then_some(()));
    window.press(&[key::CONTROL, 'a']);
    window.press(&[key::ALT, 'w']);
    until("the cards in line", || map::is_level(window.shows(&first), window.shows(&second)).then_some(()));
    window.press(&[key::CONTROL, 'd']);
    has(&["Asks a friend", "Asks a friend", "Compares", "Compares"]);
    map::has_transitions(&window, 2);
    window.picture("duplicated");
    // What is new is selected.
    window.press(&[key::CONTROL, 'x']);
    has(&["Asks a friend", "Compares"]);
    window.press(&[key::CONTROL, 'v']);
    has(&["Asks a friend", "Asks a friend", "Compares", "Compares"]);
    map::has_transitions(&window, 2);
    window.click("undo");
    has(&["Asks a friend", "Compares"]);

    // Another program gets an outline.
    window.click_at(map::at_rest(&window, &second).middle(), 2);
    window.shows("title-editor");
    window.press(&[key::CONTROL, 'a']);
    window.press(&[key::CONTROL, 'v']);
    window.press(&[key::ENTER]);
    let text = "Awareness\n- Asks a friend → Compares\nConsideration\n- Compares";
    has(&["Asks a friend", text]);
    window.click("undo");

    // And what another program has copied is a list of touchpoints.
    window.click_at(map::at_rest(&window, &first).middle(), 2);
    window.shows("title-editor");
    window.press(&[key::CONTROL, 'a']);
    window.press(&[key::CONTROL, 'c']);
    window.press(&[key::ESCAPE]);
    window.hides("title-editor");
    window.press(&[key::CONTROL, 'v']);
    has(&["Asks a friend", "Asks a friend", "Compares"]);
    map::has_transitions(&window, 1);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

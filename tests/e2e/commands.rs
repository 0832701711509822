//! Commands asked for by the keyboard alone: the palette, the list of keys and the places of the window.

use tests::e2e::{Desk, key, until};

#[test]
fn commands_are_found_by_a_few_letters_and_told_with_their_keys() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.shows("canvas");
    let theme = "return document.documentElement.dataset.theme";
    let before = window.script(theme, Vec::new());

    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text("theme");
    window.shows("offer-theme");
    window.press(&[key::ENTER]);
    window.hides("palette");
    until("another theme", || (window.script(theme, Vec::new()) != before).then_some(()));

    // By the sign, with the Shift that this layout needs for it.
    window.press(&[key::SHIFT, '?']);
    window.reads("shortcuts", |text| text.contains("Undo") && text.contains("Ctrl"));
    window.press(&[key::ESCAPE]);
    window.hides("shortcuts");

    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text("go to the customers");
    window.press(&[key::ENTER]);
    window.shows("customers");
    window.press(&[key::CONTROL, '1']);
    window.shows("canvas");
    window.close();
}

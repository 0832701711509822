//! Maps among others: duplicated, made twins and compared, and put into folders.

use tests::e2e::{Desk, Window, key, until};

use crate::copies::command;
use crate::{editing, map};

/// What the list of maps says, line by line.
fn listed(window: &Window) -> String {
    let script = "return document.querySelector('[data-testid=map-list]').innerText";
    window.script(script, Vec::new()).as_str().unwrap_or_default().to_owned()
}

/// The test id of the map in the list that has a title.
fn entry(window: &Window, title: &str) -> String {
    let script = "return [...document.querySelectorAll('[data-testid=map-list] [data-testid^=map-]')]
        .find((each) => each.querySelector('.title').textContent === arguments[0])?.dataset.testid";
    until(&format!("the map “{title}” in the list"), || {
        window.script(script, vec![title.into()]).as_str().map(str::to_owned)
    })
}

#[test]
fn a_map_has_a_twin_that_is_compared_and_both_are_kept_in_a_folder() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = editing::start_anew(&desk, &file);
    let title = listed(&window).trim().to_owned();
    let ad = map::add(&window, editing::on_canvas(&window, 0.15, 0.45), "Sees an advertisement");
    let friend = map::add(&window, editing::on_canvas(&window, 0.45, 0.45), "Asks a friend");
    map::connect(&window, &ad, &friend);

    command(&window, "to-be twin", "make_twin");
    window.reads("twin", |text| text.contains("To-be"));
    let twin = format!("{title}, to-be");
    entry(&window, &twin);
    map::card(&window, "Asks a friend");
    map::add(&window, editing::on_canvas(&window, 0.9, 0.45), "Calls the shop");
    window.picture("twin");

    command(&window, "compare with twin", "compare_twins");
    window.reads("compare-twins", |text| text.contains("As-is") && text.contains(&twin));
    window.reads("differences", |text| text.contains("Calls the shop") && !text.contains("friend"));
    window.picture("twins-compared");
    window.click("compare-close");
    window.hides("comparison");
    window.click("history-toggle");

    window.click("twin");
    window.reads("twin", |text| text.contains("As-is"));
    map::no_card(&window, "Calls the shop");

    // Into a new folder by the keyboard, into the same by dragging.
    command(&window, "move the map to a folder", "move_to_folder");
    window.fill("folder-name", "Web shop");
    window.press(&[key::ENTER]);
    let folder = window.shows("folder-Web shop");
    let place = window.shows(&entry(&window, &twin));
    window.drag(place.middle(), folder.middle());
    window.reads("folder-Web shop", |text| text.contains('2'));
    window.picture("folders");
    window.click("folder-Web shop");
    until("the folder shut", || (!listed(&window).contains(&twin)).then_some(()));
    window.close();

    let window = desk.open(Some(&file));
    window.shows("canvas");
    assert!(!listed(&window).contains(&twin), "a folder that was shut stays so: {}", listed(&window));
    window.click("folder-Web shop");
    entry(&window, &twin);

    command(&window, "duplicate the map", "duplicate_map");
    entry(&window, &format!("{title} (2)"));
    map::card(&window, "Asks a friend");
    window.press(&[key::CONTROL, 'z']);
    until("one map fewer", || (!listed(&window).contains("(2)")).then_some(()));
    window.close();
}

/// Waits until the gallery has painted the picture of a template.
fn is_painted(window: &Window, template: &str) {
    let script = "return document.querySelector(`[data-testid=picture-${arguments[0]}]`)
        ?.querySelectorAll('svg text').length > 4";
    until(&format!("the picture of {template}"), || {
        (window.script(script, vec![template.into()]) == true).then_some(())
    });
}

#[test]
fn a_map_is_kept_as_a_template_and_chosen_by_its_picture() {
    let desk = Desk::set();
    let window = desk.open(None);
    window.click("start-new");
    is_painted(&window, "five-stages");
    window.picture("gallery");
    window.press(&[key::ESCAPE]);
    window.close();

    let file = desk.document("Workshop.touchline");
    let window = editing::start_anew(&desk, &file);
    map::add(&window, editing::on_canvas(&window, 0.15, 0.45), "Sees an advertisement");
    map::add(&window, editing::on_canvas(&window, 0.45, 0.45), "Asks a friend");
    command(&window, "keep the map as a template", "keep_template");
    window.fill("template-name", "Our way");
    window.picture("template-keep");
    window.press(&[key::ENTER]);
    window.hides("template-name");

    window.press(&[key::CONTROL, 'n']);
    is_painted(&window, "own-1");
    window.reads("templates-own", |text| text.contains("Our way"));
    window.picture("gallery-own");
    window.fill("new-map-title", "Second");
    window.click("picture-own-1");
    window.click("new-map-create");
    entry(&window, "Second");
    map::card(&window, "Asks a friend");
    window.close();
}

#[test]
fn a_touchpoint_opens_another_map_with_its_totals_and_one_comes_back() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.shows("canvas");
    let title =
        window.script("return document.querySelector('[data-testid=map-list] .title').textContent", vec![]);
    let title = title.as_str().expect("a title").to_owned();
    window.press(&[key::CONTROL, 'n']);
    window.fill("new-map-title", "Paying");
    window.click("new-map-create");
    entry(&window, "Paying");
    map::card(&window, "Pays");
    let card = map::card(&window, "Pays");
    window.click_at(top_of(&window, &card), 1);
    let first = "return [...document.querySelector('[data-testid=touchpoint-sub-journey]').options]
        .find(each => each.text.startsWith(arguments[0].slice(0, 8))).value";
    window.shows("touchpoint-sub-journey");
    let other = window.script(first, vec![title.clone().into()]);
    window.choose("touchpoint-sub-journey", other.as_str().expect("a map"));
    window.reads("sub-journey-totals", |text| text.contains("Entered") && text.contains("Drop-off"));
    until("its card to say so", || {
        map::cards(&window)
            .iter()
            .any(|(_, label)| label.contains(&format!("Opens the map {title}.")))
            .then_some(())
    });
    window.picture("sub-journey");

    // By its key, and back by its button.
    window.press(&[key::ALT, key::SHIFT, key::DOWN]);
    window.reads("leave-sub-journey", |text| text.contains("Paying"));
    window.picture("sub-journey-opened");
    window.click("leave-sub-journey");
    window.hides("leave-sub-journey");
    let card = map::card(&window, "Pays");
    window.ask_menu(top_of(&window, &card));
    window.click("menu-open_sub_journey");
    window.shows("leave-sub-journey");
    window.press(&[key::ALT, key::SHIFT, key::UP]);
    map::card(&window, "Pays");

    // A figure of the other map opens its people.
    window.shows("sub-journey-totals");
    window.script(
        "document.querySelector('[data-testid=sub-journey-totals] [data-testid=figure]').click()",
        vec![],
    );
    window.shows("customers");
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
}

/// A place on a card where none of its figures is.
fn top_of(window: &Window, card: &str) -> (f64, f64) {
    let place = map::at_rest(window, card);
    (place.middle().0, place.top + 6.0)
}

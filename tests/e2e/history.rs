//! The history of a workspace: going to steps, naming one, comparing, and putting a map back.

use tests::e2e::{Desk, Window, key, until};

use crate::{editing, map};

/// What the lines of the list of steps say, from the newest.
fn steps(window: &Window) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('[data-testid=history-step]')].map((row) => row.innerText)";
    let lines = window.script(script, Vec::new());
    let lines = lines.as_array().expect("lines").iter();
    lines.map(|line| line.as_str().unwrap_or_default().replace('\n', " ")).collect()
}

fn has_step(window: &Window, text: &str) -> usize {
    until(&format!("a step that says “{text}”"), || {
        steps(window).iter().position(|step| step.contains(text))
    })
}

/// Goes to the step that says something, by the keyboard.
fn go_to(window: &Window, text: &str) {
    let at = has_step(window, text);
    let script = format!("document.querySelectorAll('[data-testid=history-step]')[{at}].focus()");
    window.script(&script, Vec::new());
    window.press(&[key::ENTER]);
}

/// Chooses from the menu of the step that says something.
fn choose(window: &Window, text: &str, action: &str) {
    let at = has_step(window, text);
    let script = format!("document.querySelectorAll('[data-testid=history-actions]')[{at}].focus()");
    window.script(&script, Vec::new());
    window.press(&[key::ENTER]);
    window.click(action);
}

/// What the list of differences says.
fn differences(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid=differences] button')].map((row) => row.innerText)";
    let lines = window.script(script, Vec::new());
    let lines = lines.as_array().expect("lines").iter();
    lines.map(|line| line.as_str().unwrap_or_default().replace('\n', " ")).collect()
}

#[test]
fn any_step_is_gone_to_and_a_version_is_kept_compared_and_put_back() {
    let desk = Desk::set();
    let file = desk.document("Workshop.touchline");
    let window = editing::start_anew(&desk, &file);
    let ad = map::add(&window, editing::on_canvas(&window, 0.15, 0.45), "Sees an advertisement");
    let friend = map::add(&window, editing::on_canvas(&window, 0.45, 0.45), "Asks a friend");
    map::connect(&window, &ad, &friend);
    map::has_transitions(&window, 1);

    window.click("history-toggle");
    window.shows("history");
    has_step(&window, "Add touchpoint “Asks a friend”");
    window.click("version-name");
    window.fill("version-called", "Before the workshop");
    window.click("version-keep");
    has_step(&window, "Before the workshop");
    window.picture("history");

    map::add(&window, editing::on_canvas(&window, 0.2, 0.75), "Reads a review");
    let place = map::at_rest(&window, &ad);
    let (x, y) = place.middle();
    window.drag((x, y), (x + 32.0, y - 96.0));
    has_step(&window, "Move touchpoints");
    let (x, _) = map::at_rest(&window, &friend).middle();
    let top = map::at_rest(&window, &friend).top + 6.0;
    window.click_at((x, top), 1);
    window.press(&[key::DELETE]);
    map::no_card(&window, "Asks a friend");
    map::has_transitions(&window, 0);

    // Back by one step of the keyboard, and forth again.
    go_to(&window, "Before the workshop");
    window.reads("history-now", |text| text.contains("the 3 steps above are undone"));
    map::card(&window, "Asks a friend");
    map::no_card(&window, "Reads a review");
    window.picture("history-back");
    go_to(&window, "Delete");
    map::card(&window, "Reads a review");
    map::no_card(&window, "Asks a friend");
    window.hides("history-now");

    choose(&window, "Before the workshop", "history-compare");
    window.shows("comparison");
    until("the differences", || (differences(&window).len() == 4).then_some(()));
    let told = differences(&window).join("\n");
    for expected in
        ["Sees an advertisement", "Moved: place", "Reads a review", "Added", "Asks a friend", "Removed"]
    {
        assert!(told.contains(expected), "{expected} is not told: {told}");
    }
    window.picture("compare");
    window.click("theme-toggle");
    until("the dark picture", || {
        let script =
            "return getComputedStyle(document.querySelector('[data-testid=canvas]')).backgroundColor";
        (window.script(script, Vec::new()).as_str()? == "rgb(17, 20, 25)").then_some(())
    });
    window.picture("compare-dark");
    window.click("theme-toggle");

    window.click("compare-restore");
    window.hides("comparison");
    map::card(&window, "Asks a friend");
    map::no_card(&window, "Reads a review");
    map::has_transitions(&window, 1);
    has_step(&window, "Restore map");
    window.press(&[key::CONTROL, 'z']);
    map::card(&window, "Reads a review");
    map::no_card(&window, "Asks a friend");

    // An edit after going back cuts off the step that has the name; the version stays.
    go_to(&window, "Add touchpoint “Sees an advertisement”");
    map::no_card(&window, "Asks a friend");
    map::add(&window, editing::on_canvas(&window, 0.7, 0.45), "Calls the shop");
    window.reads("discarded", |text| text.contains("undone steps were discarded"));
    has_step(&window, "Before the workshop Version, kept whole");
    window.picture("history-cut");
    window.close();

    let history = desk.touchline(["history", &file.to_string_lossy(), "--json"]);
    assert!(history.contains("\"name\":\"Before the workshop\""), "{history}");
    desk.touchline(["check", &file.to_string_lossy()]);
    let window = desk.open(Some(&file));
    map::card(&window, "Calls the shop");
    window.press(&[key::CONTROL, key::SHIFT, 'h']);
    choose(&window, "Before the workshop", "history-restore");
    map::card(&window, "Asks a friend");
    map::no_card(&window, "Calls the shop");
    window.close();
}

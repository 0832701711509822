//! The first minute: a start screen, the sample, its map with its numbers, and all of it again the next day.

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::map;

/// Whether the numbers on the map are those that the command line counts, in a file of the same content: this one is
/// open in the window, which nobody else may read then.
fn shows_its_rates(desk: &Desk, window: &Window) {
    let twin = desk.document("Twin.touchline");
    desk.touchline(["sample", &twin.to_string_lossy()]);
    let expected = map::expected_rates(desk, &twin, "30d");
    assert!(expected.len() >= 3, "the sample has rates to show: {expected:?}");
    map::reads(window, &expected[0]);
    let lines = map::lines(window);
    let shown = expected.iter().filter(|label| lines.contains(label)).count();
    // Where curves are crowded a label may be left out.
    assert!(shown * 10 >= expected.len() * 8, "{shown} of {expected:?} in {lines:?}");
}

#[test]
fn a_first_start_leads_to_a_sample_map_with_its_rates() {
    let desk = Desk::set();
    let window = desk.open(None);
    for way in ["start-sample", "start-new", "start-open"] {
        window.shows(way);
    }
    window.click("start-sample");
    window.shows("canvas");
    let coverage = window.reads("coverage", |text| text.contains('%'));
    assert!(
        !coverage.contains("0\u{a0}%") || coverage.contains("00\u{a0}%"),
        "nothing is matched: {coverage}"
    );
    window.reads("saved", |text| !text.is_empty());
    shows_its_rates(&desk, &window);
    let colours = window.picture("first-run").colours();
    assert!(colours > 200, "a painted map has many colours, not {colours}");
    window.close();
    let file = desk.data().join("sample.touchline");
    desk.touchline(["check", &file.to_string_lossy()]);
}

/// Clicks the middle of what has an id, once it stands still somewhere.
pub fn press_on(window: &Window, id: &str) {
    let script = "const found = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
        if (!found?.checkVisibility()) return null;
        const { left, top, width, height } = found.getBoundingClientRect();
        return [left + width / 2, top + height / 2]";
    let mut before = Value::Null;
    let point = until(&format!("{id} to stand still"), || {
        let now = window.script(script, vec![id.into()]);
        let still = now == before;
        before = now.clone();
        still.then(|| now[0].as_f64().zip(now[1].as_f64())).flatten()
    });
    window.click_at(point, 1);
}

/// Waits until the list of maps has a map with a title, or has maps but not that one.
fn names_a_map(window: &Window, title: &str, wanted: bool) {
    let script =
        "return [...document.querySelectorAll('[data-testid=map-list] li')].map(each => each.textContent)";
    until(&format!("the list of maps to name “{title}”: {wanted}"), || {
        let maps = window.script(script, Vec::new());
        let maps = maps.as_array().filter(|maps| !maps.is_empty())?;
        let named = maps.iter().filter_map(|map| map.as_str()).any(|map| map.contains(title));
        (named == wanted).then_some(())
    });
}

#[test]
fn the_sample_keeps_what_was_changed_until_it_is_started_again() {
    let desk = Desk::set();
    let window = desk.open(None);
    window.click("start-sample");
    window.shows("canvas");
    // What the map is stands beside it when it is asked for.
    window.click("map-1");
    window.shows("map-title");
    window.fill("map-title", "My own journey");
    window.press(&[key::ENTER]);
    names_a_map(&window, "My own journey", true);
    for (way, kept) in [("start-sample", true), ("sample-again", false)] {
        press_on(&window, "workspace-name");
        press_on(&window, "workspace-close");
        press_on(&window, way);
        if !kept {
            press_on(&window, "confirm");
        }
        names_a_map(&window, "My own journey", kept);
    }
    window.close();
}

#[test]
fn a_workspace_opened_before_is_offered_again() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.shows("canvas");
    window.close();
    let window = desk.open(None);
    window.shows("start-open");
    window.click_text(&file.to_string_lossy());
    window.shows("canvas");
    shows_its_rates(&desk, &window);
    window.close();
}

#[test]
fn a_dutch_system_gets_a_dutch_window() {
    let desk = Desk::set().in_dutch();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.shows("canvas");
    window.reads("coverage", |text| text.contains("Dekking"));
    let legend = map::lines(&window);
    assert!(legend.iter().any(|line| line.contains("klanten")), "the picture is Dutch too: {legend:?}");
    window.click("locale-toggle");
    window.reads("coverage", |text| text.contains("Coverage"));
    window.close();
}

#[test]
fn a_file_that_is_no_workspace_is_refused_in_words() {
    let desk = Desk::set();
    let file = desk.document("Notes.touchline");
    std::fs::write(&file, "not a workspace").unwrap();
    let window = desk.open(Some(&file));
    let refusal = window.reads("failure", |text| !text.is_empty());
    assert!(refusal.contains("Notes.touchline"), "it names the file: {refusal}");
    window.shows("start-open");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "not a workspace");
    window.close();
}

#[test]
fn a_workspace_in_one_window_is_kept_from_others() {
    let desk = Desk::set();
    let file = desk.data().join("sample.touchline");
    let path = file.to_string_lossy().into_owned();
    let window = desk.open(None);
    window.click("start-sample");
    window.reads("coverage", |text| text.contains('%'));
    let refusal = desk.touchline_refuses(["maps", &path]);
    assert!(refusal.contains("sample.touchline"), "it names the file: {refusal}");
    window.close();
    desk.touchline(["maps", &path]);

    let window = desk.open(Some(&file));
    window.shows("canvas");
    desk.touchline_refuses(["maps", &path]);
    window.close();
}

#[test]
fn control_q_ends_the_app() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.shows("canvas");
    window.quit();
}

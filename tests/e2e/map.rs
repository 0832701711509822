//! The map on the canvas, as the journeys look at it and work on it, and the numbers it ought to show.

use std::path::Path;

use serde_json::Value;
use tests::e2e::{Desk, Place, Window, key, until};

/// The strings of a list.
fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

/// What is written on the picture, line by line.
pub fn lines(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid=canvas] .scene text')]
        .map(each => each.textContent.replaceAll('\\u00a0', ' '))";
    strings(&window.script(script, Vec::new()))
}

/// Waits until something is written on the picture.
pub fn reads(window: &Window, text: &str) {
    until(&format!("“{text}” on the map"), || {
        lines(window).iter().any(|line| line == text).then_some(())
    });
}

/// Waits until something is not written on the picture any more.
pub fn lacks(window: &Window, text: &str) {
    until(&format!("“{text}” to leave the map"), || {
        (!lines(window).iter().any(|line| line == text)).then_some(())
    });
}

/// Waits until something on the map stands still, as it does when the camera has arrived, and gives where.
pub fn at_rest(window: &Window, id: &str) -> Place {
    let mut before = None;
    until(&format!("{id} to stand still"), || {
        let now = window.shows(id);
        (before.replace(now) == Some(now)).then_some(now)
    })
}

/// The cards on the canvas: their ids, and what a screen reader says of them.
pub fn cards(window: &Window) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll('[data-testid=canvas] [data-testid^=touchpoint-]')]
        .flatMap(each => [each.dataset.testid, each.getAttribute('aria-label')])";
    let both = strings(&window.script(script, Vec::new()));
    both.chunks_exact(2).map(|card| (card[0].clone(), card[1].clone())).collect()
}

/// Waits for the card with a title, and gives its id.
pub fn card(window: &Window, title: &str) -> String {
    let spoken = format!("Touchpoint {title}, in stage ");
    until(&format!("the card “{title}”"), || {
        cards(window).into_iter().find(|(_, label)| label.starts_with(&spoken)).map(|(id, _)| id)
    })
}

/// Waits until no card has a title.
pub fn no_card(window: &Window, title: &str) {
    let spoken = format!("Touchpoint {title}, in stage ");
    until(&format!("the card “{title}” to go"), || {
        (!cards(window).iter().any(|(_, label)| label.starts_with(&spoken))).then_some(())
    });
}

/// Adds a touchpoint by double-clicking the canvas and writing its title, and gives its card.
pub fn add(window: &Window, at: (f64, f64), title: &str) -> String {
    window.click_at(at, 2);
    window.shows("title-editor");
    window.type_text(title);
    window.press(&[key::ENTER]);
    window.hides("title-editor");
    card(window, title)
}

/// Joins two cards by dragging from the rim of one onto the other.
pub fn connect(window: &Window, from: &str, to: &str) {
    let (from, to) = (window.shows(from), window.shows(to));
    window.hover(from.middle());
    window.drag((from.left + from.width, from.top + from.height / 2.0), to.middle());
}

/// How many transitions are drawn.
pub fn transitions(window: &Window) -> usize {
    let script = "return document.querySelectorAll('[data-testid=canvas] g.transition').length";
    window.script(script, Vec::new()).as_u64().and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}

/// Waits until so many transitions are drawn.
pub fn has_transitions(window: &Window, count: usize) {
    until(&format!("{count} transitions"), || (transitions(window) == count).then_some(()));
}

/// Whether two places are the same but for rounding.
pub fn is_near(one: Place, other: Place) -> bool {
    (one.left - other.left).abs() < 1.5 && (one.top - other.top).abs() < 1.5
}

/// Whether two cards stand side by side.
pub fn is_level(one: Place, other: Place) -> bool {
    (one.top - other.top).abs() < 1.5
}

/// The maps of a workspace file, as the command line tells.
pub fn maps(desk: &Desk, file: &Path) -> Value {
    serde_json::from_str(&desk.touchline(["maps", &file.to_string_lossy(), "--json"]))
        .expect("it prints JSON")
}

/// The titles of the touchpoints of a file's first map.
pub fn touchpoints(desk: &Desk, file: &Path) -> Vec<String> {
    strings(&maps(desk, file)[0]["touchpoints"])
}

/// The labels that the curves of a file's first map ought to have for a window, as the command line counts them: of
/// drawn edges, with rates that need no decimals and rest on enough; of those whose journey the map tells.
pub fn expected_rates(desk: &Desk, file: &Path, window: &str) -> Vec<String> {
    let all = maps(desk, file);
    let title = all[0]["title"].as_str().expect("there is a map");
    let file = file.to_string_lossy();
    assert!(all[0]["personas"][0].is_string(), "it tells the journey of somebody");
    let overlay = desk.touchline([
        "overlay",
        &file,
        "--map",
        title,
        "--level",
        "touchpoint",
        "--window",
        window,
        "--json",
    ]);
    let overlay: Value = serde_json::from_str(&overlay).expect("it prints JSON");
    let edges = overlay["edges"].as_array().cloned().unwrap_or_default();
    let drawn = edges.iter().filter(|edge| edge["kind"] == "drawn");
    let label = |edge: &Value| {
        let conversion = &edge["conversion"];
        let (rate, n) = (conversion["rate"].as_f64()?, conversion["n"].as_u64()?);
        let moved = edge["moved"].as_u64().filter(|&moved| moved < 1000)?;
        let plain = n >= 30 && (0.02..0.98).contains(&rate) && ((rate * 100.0).fract() - 0.5).abs() > 1e-6;
        plain.then(|| format!("{:.0} % · {moved}", rate * 100.0))
    };
    drawn.filter_map(label).collect()
}

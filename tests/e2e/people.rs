//! Every figure opens exactly its people.
//!
//! The walk opens the figures of the maps of the sample, at both levels and in both modes: each number on the picture, and
//! each count in the account of each stage, touchpoint and transition. The pointer clicks each number on the picture, as
//! the map is first asked, and the first account of each kind, and those lists are scrolled to their end. All others are
//! clicked by a script in the page, where the pointer would click them. Figures that are told in the same words are one
//! figure, as that of a touchpoint in the accounts of all curves that start there, at both levels, or what accounts count
//! in next moves in either mode: each must have the same number wherever it stands, and is opened once. Below the window,
//! the app's own tests do so in all ways to ask.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tests::e2e::{Desk, Window, key, until};

/// Runs a script beside the functions of the walk, and gives what it returns.
fn run(window: &Window, script: &str) -> Value {
    let functions = include_str!("figures.js");
    let answer = window.script_async(&format!(
        "const done = arguments[arguments.length - 1];
         {functions}
         (async () => {{ {script} }})().then((told) => done([told]), (error) => done(String(error)))"
    ));
    answer.get(0).cloned().unwrap_or_else(|| panic!("{script}: {answer}"))
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn point(value: &Value) -> (f64, f64) {
    value[0].as_f64().zip(value[1].as_f64()).unwrap_or_else(|| panic!("{value} is no point"))
}

/// Waits until what is shown answers what was asked.
fn is_answered(window: &Window) {
    let script = "return document.querySelector('[data-testid=canvas]').getAttribute('aria-busy')";
    until("the answer", || (window.script(script, Vec::new()) == "false").then_some(()));
}

/// Shows a map whole.
fn show_whole(window: &Window, map: &str) {
    window.click(map);
    is_answered(window);
    fit(window);
}

/// Brings all of what is shown into sight, as near as its small print is written: at the level of stages a picture is
/// higher.
fn fit(window: &Window) {
    window.click("zoom-fit");
    run(window, "return keepLook()");
}

/// Opens the list of a figure with the pointer, sees that it goes on to its end, and gives what it says of its length.
fn open(window: &Window, figure: &Value) -> Value {
    window.click_at(point(&run(window, &format!("return placeOf({figure})"))), 1);
    let script = format!("const told = await list({figure}.name); return [told, await endsAt(told[2])]");
    let told = run(window, &script);
    assert_eq!(told[1], true, "the list of {figure} has more rows than it says");
    told[0].clone()
}

/// Goes back from a list by its button.
fn go_back(window: &Window, figure: &Value) {
    let button = window.shows("customers-back");
    window.click_at(button.middle(), 1);
    run(window, &format!("return backOnMap({figure})"));
}

/// The first figure on the picture whose name has these words.
fn figure_on(window: &Window, words: &[&str]) -> Value {
    until(&format!("{words:?} on the picture"), || {
        let figures = list(&run(window, "return onCanvas()")["figures"]);
        let has = |figure: &Value| {
            words.iter().all(|word| figure["name"].as_str().unwrap_or_default().contains(word))
        };
        figures.into_iter().find(has)
    })
}

#[test]
fn a_number_on_the_map_opens_its_people_and_leads_back() {
    let desk = Desk::set_wide();
    let window = desk.open(Some(&desk.sample()));
    window.resize(3100, 2900);
    show_whole(&window, "map-1");
    for (level, numbers) in [
        ("touchpoint", [["%", "on transition-"], ["%", "on touchpoint-"], ["customer", "on touchpoint-"]]),
        ("stage", [["%", "on stage-edge-"], ["%", "on stage-"], ["customer", "on stage-"]]),
    ] {
        window.choose("question-level", level);
        is_answered(&window);
        for words in numbers {
            let figure = figure_on(&window, &words);
            let told = open(&window, &figure);
            assert_eq!(told, json!([figure["value"], figure["value"], figure["value"]]), "{figure}");
            go_back(&window, &figure);
            // The map is as it was left.
            assert_eq!(figure_on(&window, &words)["name"], figure["name"]);
        }
    }

    let figure = figure_on(&window, &["%", "on stage-edge-"]);
    let narrow = open(&window, &figure);
    window.press(&[key::ESCAPE]);
    window.shows("canvas");
    assert_eq!(open(&window, &figure), narrow);
    window.click("customers-everybody");
    window.reads("customers-title", |title| title == "All customers");
    assert!(!window.shows_now("customers-back"), "everybody is no figure's list");
    let everybody = window.reads("people-count", |text| !text.contains(&narrow[0].to_string()));
    assert!(everybody.contains("customers"), "{everybody}");
    window.close();
}

/// The walk over the figures of one map, asked alike but for the mode and the level.
struct Walk<'a> {
    window: &'a Window,
    /// Whether the pointer clicks what stands on the picture, and the first account of each kind.
    by_pointer: bool,
    /// The figures that were opened, by their words and the kind of what they are about.
    opened: BTreeMap<String, u64>,
}

impl Walk<'_> {
    /// Opens every figure in sight and in every account that was not opened before.
    fn over_all(&mut self, place: &str) {
        let read = run(self.window, "return onCanvas()");
        assert_eq!(read["silent"], json!([]), "{place}: what has a text tells a number");
        self.over(&read["figures"], "picture", self.by_pointer, place);
        let mut kinds = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for part in list(&run(self.window, "return parts()")) {
            let account = run(self.window, &format!("return select({part})"));
            let about = account["about"].as_str().expect("the inspector is about something").to_owned();
            let kind = about.split_whitespace().next().unwrap_or_default().to_owned();
            let node = if kind == "Stage" { "stage" } else { "touchpoint" };
            let is_first = kinds.insert(kind);
            self.over(&account["figures"], node, self.by_pointer && is_first, &format!("{place}, {about}"));
            assert!(seen.insert(about), "{place}: {part} is selected, and the inspector stays as it was");
        }
        assert!(kinds.len() == 3 && seen.len() > 15, "{place}: {seen:?}");
    }

    /// Opens those of some figures that were not opened before. Each has as many people as it says.
    fn over(&mut self, figures: &Value, kind: &str, by_pointer: bool, place: &str) {
        let mut new = Vec::new();
        for figure in list(figures) {
            let value = figure["value"].as_u64().unwrap_or_else(|| panic!("{place}: {figure} is no count"));
            assert_eq!(figure["shown"], figure["value"], "{place}: {figure}");
            match self.opened.insert(format!("{kind} {}", figure["name"]), value) {
                None => new.push(figure),
                before => assert_eq!(before, Some(value), "{place}: {figure} was another"),
            }
        }
        let told = if by_pointer { self.point_at(&new) } else { self.click_all(&new) };
        assert_eq!(told.len(), new.len(), "{place}");
        for (figure, told) in new.iter().zip(told) {
            let value = &figure["value"];
            assert_eq!(told, json!([value, value, value]), "{place}: {figure}");
        }
    }

    fn point_at(&self, figures: &[Value]) -> Vec<Value> {
        let open = |figure| {
            let told = open(self.window, figure);
            go_back(self.window, figure);
            told
        };
        figures.iter().map(open).collect()
    }

    /// Some at a time, as scripts have not much time.
    fn click_all(&self, figures: &[Value]) -> Vec<Value> {
        let open = |some: &[Value]| list(&run(self.window, &format!("return openEach({})", json!(some))));
        figures.chunks(5).flat_map(open).collect()
    }
}

#[test]
fn every_figure_of_the_first_map_opens_as_many_rows() {
    walk_over("map-1");
}

#[test]
fn every_figure_of_the_second_map_opens_as_many_rows() {
    walk_over("map-2");
}

fn walk_over(map: &str) {
    let desk = Desk::set_wide();
    let window = desk.open(Some(&desk.sample()));
    window.resize(3100, 2900);
    show_whole(&window, map);
    let mut walk = Walk { window: &window, by_pointer: true, opened: BTreeMap::new() };
    for mode in ["next", "eventual"] {
        window.choose("question-mode", mode);
        for level in ["touchpoint", "stage"] {
            window.choose("question-level", level);
            is_answered(&window);
            fit(&window);
            walk.over_all(&format!("{mode}, {level}"));
        }
        walk.by_pointer = false;
    }
    assert!(walk.opened.len() > 200, "the map has more than {} figures", walk.opened.len());
    window.close();
}

//! Segments: made and edited as a sentence with a live count, asked about on the map, and kept from a figure's list.

use std::path::Path;

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::map;

const LOYAL: &str = "user_lifecycle is loyal";
const BUYERS: &str = "user_lifecycle is loyal and did at least 3 times purchase and \
    (persona \"Ravi, still deciding\" or stands at stage Purchase on \"Shop journey\")";

/// Waits for a count in the editor that answers what is written, and is so many.
fn counts(window: &Window, customers: u64) {
    let script = "const { count } = document.querySelector('[data-testid=segment-count]').dataset;
        return count === undefined ? null : Number(count)";
    until(&format!("{customers} customers"), || {
        (window.script(script, Vec::new()).as_u64() == Some(customers)).then_some(())
    });
}

/// How many customers the command line finds by a rule.
fn found(desk: &Desk, file: &Path, rule: &str) -> u64 {
    let printed = desk.touchline(["segment", &file.to_string_lossy(), "--text", rule, "--json"]);
    count_in(&printed)
}

fn count_in(printed: &str) -> u64 {
    let report: Value = serde_json::from_str(printed).expect("it prints JSON");
    report["count"].as_u64().expect("a count")
}

/// Chooses from a list by the words of the choice.
fn choose(window: &Window, id: &str, words: &str) {
    let script = "const options = document.querySelectorAll(`[data-testid=\"${arguments[0]}\"] option`);
        return [...options].find(each => each.textContent.trim() === arguments[1])?.value ?? null";
    let value = until(&format!("“{words}” in {id}"), || {
        window.script(script, vec![id.into(), words.into()]).as_str().map(str::to_owned)
    });
    window.choose(id, &value);
}

/// Adds a part of a kind to the group that is so many groups in.
fn add(window: &Window, depth: u64, kind: &str) {
    let script = "const group = document.querySelectorAll('[data-testid=rule-group]')[arguments[0]];
        const button = group.querySelector(':scope > .add [data-testid=rule-add]');
        button.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = button.getBoundingClientRect();
        return [left + width / 2, top + height / 2]";
    let point = window.script(script, vec![depth.into()]);
    let side = |index: usize| point[index].as_f64().expect("a point");
    window.click_at((side(0), side(1)), 1);
    window.click(&format!("rule-add-{kind}"));
    window.hides(&format!("rule-add-{kind}"));
}

/// Opens a segment by its name in the navigator.
fn open(window: &Window, name: &str) {
    window.click_text(name);
    window.shows("segment-dialog");
}

/// Opens the people who entered a touchpoint, and gives how many the list has.
fn entered(window: &Window, title: &str) -> u64 {
    let card = map::at_rest(window, &map::card(window, title));
    // Above its figures, which open their people at once.
    window.click_at((card.left + card.width / 2.0, card.top + 6.0), 1);
    let script = "const figures = document.querySelectorAll('[data-testid=figure]');
        figures[figures.length - 1]?.click()";
    until("the account in the inspector", || window.shows_now("figure").then_some(()));
    window.script(script, Vec::new());
    window.shows("customers");
    people(window)
}

/// How many rows the list has.
fn people(window: &Window) -> u64 {
    let script = "const { count } = document.querySelector('[data-testid=people-count]')?.dataset ?? {};
        return count === undefined ? null : Number(count)";
    until("how many people there are", || window.script(script, Vec::new()).as_u64())
}

#[test]
fn a_segment_is_made_asked_about_edited_and_taken_back() {
    let desk = Desk::set();
    let file = desk.sample();
    let (loyal, buyers) = (found(&desk, &file, LOYAL), found(&desk, &file, BUYERS));
    assert!(0 < buyers && buyers < loyal, "{buyers} of {loyal}");
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));

    window.click("segment-add");
    window.choose("rule-attribute", "user_lifecycle");
    window.reads("rule-lack", |text| text.contains("value"));
    window.fill("rule-value", "loyal");
    counts(&window, loyal);
    add(&window, 0, "did");
    window.click("rule-what");
    window.click("rule-event-purchase");
    window.press(&[key::ESCAPE]);
    window.fill("rule-times", "3");
    add(&window, 0, "group");
    add(&window, 1, "persona");
    choose(&window, "rule-belongs", "Ravi, still deciding");
    add(&window, 1, "stands_at");
    choose(&window, "rule-map", "Shop journey");
    choose(&window, "rule-place", "the stage Purchase");
    counts(&window, buyers);
    window.picture("segment");
    window.fill("segment-name", "Buyers");
    window.press(&[key::ENTER]);
    window.hides("segment-dialog");

    choose(&window, "question-who", "Buyers");
    window.reads("coverage", |text| text.contains('%'));
    let asked = "return document.querySelector('[role=progressbar]') === null";
    until("the answer", || (window.script(asked, Vec::new()) == Value::Bool(true)).then_some(()));
    let catalogue = entered(&window, "Catalogue");
    window.click("customers-back");

    // As a text, and back by undo; what is not changed is closed without a question.
    open(&window, "Buyers");
    counts(&window, buyers);
    window.click("rule-as-text");
    window.fill("rule-text", "user_lifecycle is");
    window.reads("rule-fault", |text| text.contains("a value"));
    window.fill("rule-text", LOYAL);
    counts(&window, loyal);
    window.click("segment-save");
    window.hides("segment-dialog");
    window.press(&[key::CONTROL, 'z']);
    until("the edit to be taken back", || {
        window.reads("saved", |text| !text.is_empty());
        let redo = "return !document.querySelector('[data-testid=redo]').disabled";
        (window.script(redo, Vec::new()) == Value::Bool(true)).then_some(())
    });
    open(&window, "Buyers");
    counts(&window, buyers);
    window.press(&[key::ESCAPE]);
    window.hides("segment-dialog");
    window.close();

    let file = file.to_string_lossy();
    let printed = desk.touchline([
        "who",
        &file,
        "--map",
        "Shop journey",
        "--node",
        "Catalogue",
        "--class",
        "all",
        "--segment",
        "Buyers",
        "--level",
        "touchpoint",
        "--json",
    ]);
    assert_eq!(catalogue, count_in(&printed));
}

#[test]
fn the_list_of_a_figure_is_kept_as_a_segment() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.click("zoom-fit");
    window.picture("whole");
    let figure = entered(&window, "Payment trouble");
    window.click("customers-keep");
    window.reads("keep-list-how", |text| text.contains(&figure.to_string()));
    window.fill("keep-list-name", "Had trouble paying");
    window.press(&[key::ENTER]);
    window.reads("customers-kept", |text| text.contains("Had trouble paying"));
    window.picture("kept");
    window.click("customers-everybody");
    until("everybody", || (people(&window) > figure).then_some(()));
    choose(&window, "customers-within", "Had trouble paying");
    until("those who were kept", || (people(&window) == figure).then_some(()));
    window.click("place-map");
    choose(&window, "question-who", "Had trouble paying");
    window.close();
    assert_eq!(found(&desk, &file, "segment \"Had trouble paying\""), figure);
}

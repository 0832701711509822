//! The map as a tree and as a table, walked and edited by the keyboard alone.

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::map;

/// The title of the row that the keys of the tree are at.
fn at(window: &Window) -> String {
    let script = "const tree = document.querySelector('[data-testid=outline-tree]');
        const row = document.getElementById(tree?.getAttribute('aria-activedescendant'));
        return row?.querySelector('.title')?.textContent ?? ''";
    window.script(script, Vec::new()).as_str().unwrap_or_default().to_owned()
}

fn is_at(window: &Window, title: &str) {
    until(&format!("the keys to be at “{title}”"), || (at(window) == title).then_some(()));
}

/// Whether what has an id has the keyboard's focus.
fn has_focus(window: &Window, id: &str) {
    let script = "return document.activeElement?.dataset.testid ?? ''";
    until(&format!("{id} to have the focus"), || (window.script(script, Vec::new()) == id).then_some(()));
}

/// The titles in the table, from the top.
fn titles(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-testid=outline-table] [role=rowheader]')]
        .map(each => each.textContent.trim())";
    let told: Value = window.script(script, Vec::new());
    told.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

#[test]
fn the_tree_is_walked_and_edited_by_the_keyboard_alone() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.press(&[key::ALT, '2']);
    has_focus(&window, "outline-tree");
    window.picture("outline-tree");

    window.type_text("home");
    is_at(&window, "Home page");
    window.reads("inspector", |text| text.contains("Touchpoint"));
    window.press(&[key::F2]);
    has_focus(&window, "outline-title");
    window.type_text("Front page");
    window.press(&[key::ENTER]);
    is_at(&window, "Front page");
    has_focus(&window, "outline-tree");
    until("a screen reader to be told", || {
        let told =
            window.script("return document.querySelector('[data-testid=told]').textContent", Vec::new());
        told.as_str().is_some_and(|text| text.contains("Done: ")).then_some(())
    });

    window.press(&[key::CONTROL, key::ENTER]);
    has_focus(&window, "outline-title");
    window.type_text("Landing page");
    window.press(&[key::ENTER]);
    is_at(&window, "Landing page");
    window.press(&[key::ALT, key::UP]);
    until("the new one to stand first", || {
        let script =
            "const rows = [...document.querySelectorAll('[data-testid=outline-tree] [role=treeitem]')];
            const titles = rows.map(row => row.querySelector('.title')?.textContent);
            return titles.indexOf('Landing page') < titles.indexOf('Front page')";
        (window.script(script, Vec::new()) == true).then_some(())
    });
    is_at(&window, "Landing page");
    has_focus(&window, "outline-tree");
    window.press(&[key::ALT, '1']);
    map::card(&window, "Landing page");
    window.press(&[key::ALT, '2']);
    is_at(&window, "Landing page");
    window.press(&[key::DELETE]);
    until("it to go", || (at(&window) != "Landing page").then_some(()));
    window.press(&[key::CONTROL, 'z']);
    window.type_text("landing");
    is_at(&window, "Landing page");
    window.close();

    // The form is remembered, and what was written is there.
    let window = desk.open(Some(&file));
    window.shows("outline-tree");
    window.close();
    let titles = map::touchpoints(&desk, &file);
    assert!(
        titles.contains(&"Front page".to_owned()) && titles.contains(&"Landing page".to_owned()),
        "{titles:?}"
    );
}

#[test]
fn the_table_is_sorted_and_edited_and_its_numbers_open_their_people() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.reads("coverage", |text| text.contains('%'));
    window.press(&[key::ALT, '3']);
    has_focus(&window, "outline-table");
    window.picture("outline-table");
    window.click("outline-by-title");
    until("the titles in their order", || {
        let titles = titles(&window);
        (titles.len() > 5 && titles.is_sorted_by_key(|title| title.to_lowercase())).then_some(())
    });

    // By Tab from the heads into the cells, and from a count to its people.
    window.script("document.querySelector('[data-testid=outline-table]').focus()", Vec::new());
    window.type_text("home");
    window.press(&[key::F2]);
    has_focus(&window, "outline-title");
    window.type_text("Front page");
    window.press(&[key::ENTER]);
    has_focus(&window, "outline-table");
    until("the new title", || titles(&window).contains(&"Front page".to_owned()).then_some(()));
    for _ in 0..3 {
        window.press(&[key::RIGHT]);
    }
    window.press(&[key::ENTER]);
    window.shows("customers-back");
    window.press(&[key::ESCAPE]);
    has_focus(&window, "outline-table");
    window.close();
}

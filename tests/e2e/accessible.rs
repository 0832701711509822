//! What axe-core finds on each screen of the real window, in both themes and both languages: nothing serious.

use serde_json::Value;
use tests::e2e::{Desk, Window, key, until};

use crate::closer::unfold;

/// Axe-core as the interface's own tests have it.
const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");

/// Runs it, and gives what is serious or critical: the rule, and where it is broken first.
const RUN: &str = "const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
        ({ violations }) => done(violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`)),
        (error) => done([String(error)]))";

/// A window that is looked at screen by screen.
struct Look<'a> {
    window: &'a Window,
    /// The theme and language, to name what is found.
    how: &'a str,
    found: Vec<String>,
    screens: usize,
}

impl Look<'_> {
    /// Looks at what is shown, once it stands still: while it fades in, its colours are others.
    fn at(&mut self, screen: &str) {
        let rests = "return document.getAnimations().every(each => each.playState !== 'running'
            || each.effect.getComputedTiming().iterations === Infinity)";
        until(&format!("{screen} to rest"), || (self.window.script(rests, Vec::new()) == true).then_some(()));
        let found = self.window.script_async(RUN);
        let found = found.as_array().expect("axe gives a list").iter().filter_map(Value::as_str);
        self.found.extend(found.map(|what| format!("{}, {screen}: {what}", self.how)));
        self.screens += 1;
    }

    /// Sees that axe sees: pale letters are found, and gone with them.
    fn sees(&mut self) {
        let pale = "const pale = document.querySelector('main').appendChild(document.createElement('p'));
            pale.textContent = 'pale';
            pale.style = 'background: #fff; color: #ddd; position: relative; z-index: 9';
            window.pale = pale";
        self.window.script(pale, Vec::new());
        self.at("pale letters");
        assert!(matches!(&self.found[..], [found] if found.contains("color-contrast")), "{:?}", self.found);
        self.window.script("window.pale.remove()", Vec::new());
        self.found.clear();
        self.screens = 0;
    }

    /// Opens a dialog by the id of its command, looks at it and closes it.
    fn at_dialog(&mut self, command: &str) {
        self.command(command);
        self.at_open_dialog(command);
    }

    fn at_open_dialog(&mut self, name: &str) {
        let is_open = || self.window.script("return !!document.querySelector('[role=dialog]')", Vec::new());
        until(&format!("{name} to open"), || (is_open() == true).then_some(()));
        self.at(name);
        self.window.press(&[key::ESCAPE]);
        let is_open = || self.window.script("return !!document.querySelector('[role=dialog]')", Vec::new());
        until(&format!("{name} to close"), || (is_open() == false).then_some(()));
    }

    /// Does a command by its id: the palette offers it by a name that depends on the language.
    fn command(&self, id: &str) {
        self.window.press(&[key::CONTROL, 'k']);
        self.window.shows("palette");
        let script = "document.querySelector(`[data-testid=\"offer-${arguments[0]}\"]`)?.click()";
        self.window.script(script, vec![id.into()]);
        self.window.hides("palette");
    }
}

/// Puts the window into a theme and language from the start.
fn dress(window: &Window, theme: &str, locale: &str) {
    let script = "localStorage.clear();
        localStorage.setItem('touchline.theme', arguments[0]);
        localStorage.setItem('touchline.locale', arguments[1])";
    window.script(script, vec![theme.into(), locale.into()]);
    window.reload();
    let dressed = "return document.documentElement.dataset.theme === arguments[0]
        && document.documentElement.lang === arguments[1]";
    until(&format!("{theme}, {locale}"), || {
        (window.script(dressed, vec![theme.into(), locale.into()]) == true).then_some(())
    });
    let axe = std::fs::read_to_string(AXE).expect("the interface's packages are installed");
    window.script(&format!("{axe}\nwindow.axe = axe"), Vec::new());
}

const DIALOGS: [&str; 13] = [
    "import",
    "export",
    "export_data",
    "backups",
    "merge",
    "protect",
    "retention",
    "disguise",
    "new_map",
    "discover",
    "unmatched",
    "new_segment",
    "new_workspace",
];

/// The map in each of its forms, with each kind of thing selected.
fn over_the_map(look: &mut Look) {
    let window = look.window;
    window.shows("canvas");
    window.reads("coverage", |text| text.contains('%'));
    look.at("map");
    look.command("inspector");
    window.shows("map-title");
    look.at("map, what it is");
    look.command("lens_comparison");
    window.shows("differences");
    look.at("map, compared");
    look.command("lens_conversion");
    window.hides("differences");
    window.press(&[key::CONTROL, 'f']);
    window.shows("find-bar");
    look.at("map, finding");
    window.press(&[key::ESCAPE]);
    window.hides("find-bar");
    look.command("inspector");
    look.command("form_tree");
    window.shows("outline-tree");
    look.at("tree, stage");
    for (keys, screen) in [
        (vec![key::DOWN], "tree, touchpoint"),
        (vec![key::DOWN], "tree, transition"),
        (vec![key::SHIFT, key::DOWN], "tree, several"),
        (vec![key::F2], "tree, writing"),
    ] {
        window.press(&keys);
        look.at(screen);
    }
    window.press(&[key::ESCAPE]);
    look.command("form_table");
    window.shows("outline-table");
    window.press(&[key::DOWN]);
    look.at("table");
    window.press(&[key::RIGHT]);
    window.press(&[key::ENTER]);
    window.shows("outline-choice");
    look.at("table, choosing");
    window.press(&[key::ESCAPE]);
    look.command("form_picture");
    look.at("map, touchpoint");
    for (fold, screen) in [("closer", "closer-look"), ("drivers", "closer-drivers")] {
        unfold(window, fold);
        window.shows(screen);
    }
    look.at("map, a closer look");
    look.command("history");
    look.at("history");
    look.command("history");
}

/// The story of the map, and what its audience sees.
fn over_the_story(look: &mut Look) {
    let window = look.window;
    look.command("story");
    window.shows("story-make");
    look.at("story, none");
    window.click("story-make");
    window.click("story-step-1");
    window.shows("story-notes");
    look.at("story");
    look.command("present");
    window.shows("presentation");
    look.at("presentation");
    window.press(&['g']);
    window.shows("present-grid");
    look.at("presentation, overview");
    window.press(&[key::ESCAPE]);
    window.press(&[key::ESCAPE]);
    window.shows("story");
    look.command("story");
    window.hides("story");
}

/// A workshop with a note on the map, and what becomes of that.
fn over_the_workshop(look: &mut Look) {
    let window = look.window;
    look.command("workshop");
    window.shows("workshop-bar");
    window.press(&['m']);
    window.shows("title-editor");
    window.type_text("Nobody reads it");
    window.press(&[key::ENTER]);
    window.shows("note-tools");
    look.at("workshop");
    window.picture(&format!("workshop-{}", look.how));
    look.command("note_settle");
    window.shows("settle-make");
    look.at_open_dialog("what becomes of a note");
    look.command("workshop");
    window.hides("workshop-bar");
}

/// The customers, one of them, and what is done with them.
fn over_the_customers(look: &mut Look) {
    let window = look.window;
    look.command("place_customers");
    window.shows("person-0");
    look.at("customers");
    window.click("person-0");
    window.shows("timeline");
    look.at("customer");
    window.click("customer-erase");
    look.at_open_dialog("erase");
    window.click("customer-close");
    look.command("place_map");
}

/// The personas with the fields of one.
fn over_the_personas(look: &mut Look) {
    look.command("place_personas");
    look.window.shows("persona-sheet");
    look.at("personas");
    look.command("place_map");
}

/// The insights, with a step that may be left out and one that may not happen.
fn over_the_insights(look: &mut Look) {
    let window = look.window;
    look.command("place_insights");
    window.shows("variant");
    window.shows("branch");
    window.shows("funnel-gap");
    look.at("insights");
    window.script("document.querySelector('[data-testid=funnel]').scrollIntoView()", Vec::new());
    let hands = window.shows("funnel-node-1");
    window.hover((hands.left + hands.width - 70.0, hands.middle().1));
    window.click("funnel-optional-1");
    window.choose("funnel-exclude-0", "stage 1");
    window.shows("funnel-excluded");
    look.at("insights, a funnel of choice");
    look.command("place_map");
}

/// The quality of the data, when all of its effects are counted.
fn over_the_quality(look: &mut Look) {
    look.command("place_quality");
    look.window.shows("flaw");
    look.at("quality");
    look.command("place_map");
}

fn over_all(theme: &str, locale: &str) {
    let how = format!("{theme}, {locale}");
    let desk = Desk::set();
    let window = desk.open(None);
    window.shows("start-sample");
    dress(&window, theme, locale);
    let mut look = Look { window: &window, how: &how, found: Vec::new(), screens: 0 };
    window.shows("start-sample");
    look.sees();
    look.at("start");
    window.click("start-sample");
    over_the_map(&mut look);
    window.press(&[key::CONTROL, 'k']);
    look.at_open_dialog("palette");
    window.press(&[key::SHIFT, '?']);
    look.at_open_dialog("shortcuts");
    for dialog in DIALOGS {
        look.at_dialog(dialog);
    }
    over_the_customers(&mut look);
    over_the_personas(&mut look);
    over_the_insights(&mut look);
    over_the_quality(&mut look);
    over_the_story(&mut look);
    over_the_workshop(&mut look);
    assert_eq!(look.found, Vec::<String>::new());
    assert_eq!(look.screens, 1 + 14 + 2 + DIALOGS.len() + 3 + 1 + 2 + 1 + 4 + 2);
    window.close();
}

#[test]
fn nothing_serious_is_found_on_any_screen_in_light_and_english() {
    over_all("light", "en");
}

#[test]
fn nothing_serious_is_found_on_any_screen_in_dark_and_dutch() {
    over_all("dark", "nl");
}

//! The map through each lens, and the paths that are shown, in the window and in what is exported.

use tests::e2e::{Desk, Window, key, until};

use crate::{exporting, map};

fn waits_for(window: &Window, lens: &str) {
    window.reads("lens-name", |text| text == lens);
}

#[test]
fn each_lens_has_a_key_and_the_export_follows_the_window() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    map::reads(&window, "Conversion: how many go on");
    window.press(&[key::SHIFT, '1']);
    window.picture("lens-conversion");
    let lenses = [
        ('2', "Drop-off", "Drop-off: how many are lost"),
        ('3', "Time", "Time: how long it takes to go on"),
        ('4', "Emotion", "Emotion: how customers feel"),
        ('0', "Plain", "The map as it is drawn"),
        ('1', "Conversion", "Conversion: how many go on"),
    ];
    for (digit, name, title) in lenses {
        window.press(&[digit]);
        map::reads(&window, title);
        waits_for(&window, name);
        window.picture(&format!("lens-{}", name.to_lowercase()));
    }

    // The slider by its own keys; what it hides is said beside it and in the legend.
    let before = window.reads("paths-hidden", |text| text.contains("hidden, "));
    window.script("document.querySelector('[data-testid=paths-least]').focus()", Vec::new());
    for _ in 0..20 {
        window.press(&[key::UP]);
    }
    until("the legend to tell of 20 %", || {
        let told = |line: &String| line.contains("at least 20 % of the moves on");
        map::lines(&window).iter().any(told).then_some(())
    });
    let hidden = window.reads("paths-hidden", |text| count(text) > count(&before));
    until("the slider's value in the legend", || {
        let lines = map::lines(&window);
        lines.iter().any(|line| line.contains("paths hidden, ") && says_alike(line, &hidden)).then_some(())
    });
    window.picture("paths-hidden");

    window.press(&['3']);
    map::reads(&window, "Time: how long it takes to go on");
    let svg = desk.document("time.svg");
    window.click("export-open");
    exporting::export(&desk, &window, "svg", &svg);
    let written = std::fs::read_to_string(&svg).expect("the picture").replace('\u{a0}', " ");
    assert!(
        written.contains("Time: how long it takes to go on"),
        "the export looks through the window's lens"
    );
    let note = |text: &&str| text.contains("paths hidden, ") && !text.contains("aria-label");
    let legend = written.split(['<', '>']).find(note).unwrap_or_default();
    assert!(says_alike(legend, &hidden), "“{legend}” is not what the window says: {hidden}");
    window.press(&[key::ESCAPE]);
    window.hides("export-dialog");
    window.close();

    // It is remembered.
    let window = desk.open(Some(&file));
    waits_for(&window, "Time");
    window.close();
}

#[test]
fn what_differs_is_in_colour_in_a_list_and_opens_its_people() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.reads("coverage", |text| text.contains('%'));
    // The map tells the journey of a persona, who is compared with all others at first.
    window.press(&['5']);
    waits_for(&window, "Comparison");
    map::reads(&window, "Comparison: by how much conversion differs");
    window.reads("against-found", |text| text.contains("clearly differ"));

    // A payment incident: from 19 May to 7 June beside the time before.
    window.choose("question-who", "\"everybody\"");
    window.reads("against-found", |text| text.starts_with("Everybody cannot be compared"));
    day(&window, "question-from", "2024-05-19");
    day(&window, "question-to", "2024-06-07");
    window.choose("against-with", "range");
    let found = window.reads("against-found", |text| text.contains("ways clearly differ."));
    map::lines(&window)
        .iter()
        .find(|line| line.contains("Compared with: Entered until 18 May 2024"))
        .expect("the legend");
    window.picture("lens-comparison");

    window.click("against-found");
    let list = window.reads("differences", |text| text.contains("Payment → Payment trouble"));
    assert!(list.contains("+15 pts"), "{list}");
    assert_ne!(count(&found), 0);
    window.picture("differences");
    let figure =
        "const figures = [...document.querySelectorAll('[data-testid=differences] [data-testid=figure]')];
        figures[1].click();
        return figures[1].dataset.value";
    let value = window.script(figure, Vec::new());
    let value = value.as_str().expect("a count").to_owned();
    window.reads("people-count", |text| text.contains(&value));
    window.close();
}

/// Chooses a day of the question.
fn day(window: &Window, control: &str, day: &str) {
    window.click(control);
    let input = format!("{control}-input");
    window.shows(&input);
    window.fill(&input, day);
    window.press(&[key::ENTER]);
    window.hides(&input);
}

#[test]
fn what_is_explained_stays_bright_and_the_stages_keep_their_names_in_sight() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    let opacity = |id: &str| {
        let script =
            "const item = document.querySelector(`[data-testid=canvas] g[data-item='${arguments[0]}']`);
            return item && Number(getComputedStyle(item).opacity)";
        window.script(script, vec![id.into()]).as_f64()
    };
    let (pointed, far) = (map::card(&window, "Home page"), map::card(&window, "Review"));
    assert_eq!((opacity(&pointed), opacity(&far)), (Some(1.0), Some(1.0)));
    window.hover(map::at_rest(&window, &pointed).middle());
    until("the rest to step back", || {
        let steps_back = opacity(&far).is_some_and(|opacity| opacity < 0.25);
        (opacity(&pointed) == Some(1.0) && steps_back).then_some(())
    });
    // Its ghost paths that the picture leaves out are laid over it.
    window.shows("card-ghosts");
    window.picture("card-explained");
    window.hover((400.0, 8.0));
    until("all to be as it was", || (opacity(&far) == Some(1.0)).then_some(()));
    window.hides("card-ghosts");

    assert!(!window.shows_now("sticky-stages"), "the headers themselves are in sight");
    window.click_at(map::at_rest(&window, &pointed).middle(), 1);
    window.press(&[key::SHIFT, '2']);
    until("the headers to leave above", || {
        window.press(&['+']);
        window.shows_now("sticky-stages").then_some(())
    });
    window.reads("sticky-stages", |text| text.contains("Awareness"));
    window.picture("sticky-stages");
    window.close();
}

/// The number with which a text begins.
fn count(text: &str) -> u32 {
    text.split([' ', '\u{a0}']).next().and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// Whether the legend's "12 paths hidden, 3 % of moves" is the window's "12 hidden, 3 % of moves".
fn says_alike(legend: &str, window: &str) -> bool {
    let plain = |text: &str| text.replace('\u{a0}', " ").replace(" paths", "").replace(" path", "");
    plain(legend).contains(&plain(window))
}

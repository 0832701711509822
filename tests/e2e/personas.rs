//! Personas: made, written of on their sheets, exported, taken back, and several of them on one map.

use image::{Rgb, RgbImage};
use serde_json::Value;
use tests::e2e::{Chooser, Desk, Window, key, until};

use crate::exporting::export;
use crate::map;

/// Whether a text stands on the sheet that is shown.
fn sheet_says(window: &Window, wanted: &str) {
    let script = "return document.querySelector('[data-testid=persona-sheet]')?.textContent ?? ''";
    until(&format!("“{wanted}” on the sheet"), || {
        let text = window.script(script, Vec::new());
        text.as_str().is_some_and(|text| text.contains(wanted)).then_some(())
    });
}

/// Writes into a field and leaves it.
fn write(window: &Window, field: &str, text: &str) {
    window.fill(field, text);
    window.press(&[key::TAB]);
}

#[test]
fn a_persona_is_made_written_of_exported_and_taken_back() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.press(&[key::CONTROL, '3']);
    sheet_says(&window, "Team lead at a care home");
    window.picture("persona");
    let share = window.reads("persona-share", |text| text.contains('%'));

    // The number is the list.
    window.click("persona-share");
    let rows = window.reads("people-count", |text| text.chars().any(|each| each.is_ascii_digit()));
    let rows: String = rows.chars().filter(char::is_ascii_digit).collect();
    assert!(share.contains(&rows), "{share}: {rows}");
    window.press(&[key::CONTROL, '3']);

    window.click("new-persona");
    sheet_says(&window, "Nothing is written of this persona yet");
    write(&window, "persona-name", "Sam, in a hurry");
    sheet_says(&window, "Sam, in a hurry");
    window.click("hair-bun");
    window.click("avatar-tint-violet");
    window.choose("persona-kind", "negative");
    sheet_says(&window, "Negative persona");
    write(&window, "persona-role", "Courier");
    write(&window, "persona-quote", "Where do I sign?");
    sheet_says(&window, "Where do I sign?");
    window.choose("persona-channel", "phone");
    sheet_says(&window, "Phone");
    window.choose("persona-segment", "1");
    sheet_says(&window, "Segment: Loyal customers");
    window.picture("persona-new");

    window.click("persona-export");
    window.shows("export-dialog");
    let (svg, png) = (desk.document("Sam.svg"), desk.document("Sam.png"));
    export(&desk, &window, "svg", &svg);
    export(&desk, &window, "png", &png);
    window.press(&[key::ESCAPE]);
    window.hides("export-dialog");
    let drawn = std::fs::read_to_string(&svg).expect("the sheet was written");
    assert!(drawn.contains("<title>Sam, in a hurry. Negative persona.</title>"), "{}", &drawn[..600]);
    assert!(drawn.contains("Where do I sign?"));
    assert!(std::fs::read(&png).expect("the sheet was painted").starts_with(b"\x89PNG"));

    // Step by step back, up to the name, and again.
    for _ in 0..7 {
        window.press(&[key::CONTROL, 'z']);
    }
    sheet_says(&window, "Nothing is written of this persona yet");
    window.press(&[key::CONTROL, 'z']);
    window.press(&[key::CONTROL, 'z']);
    until("the persona to be gone", || {
        let script = "return document.querySelectorAll('[data-testid^=open-persona-]').length";
        (window.script(script, Vec::new()) == 2).then_some(())
    });
    window.close();

    let lena = desk.document("Lena.png");
    let printed = desk.touchline([
        "persona",
        &file.to_string_lossy(),
        "--name",
        "Lena, loyal regular",
        "--out",
        &lena.to_string_lossy(),
        "--json",
    ]);
    let printed: Value = serde_json::from_str(&printed).expect("it prints JSON");
    assert_eq!(printed["unshown"], Value::Array(Vec::new()));
    assert!(std::fs::read(&lena).expect("the sheet was painted").starts_with(b"\x89PNG"));
}

/// What is asked about whom, as the sentence says it.
fn asks_about(window: &Window, wanted: &str) {
    let script =
        "return document.querySelector('[data-testid=question-who]')?.selectedOptions[0]?.textContent ?? ''";
    until(&format!("a question about {wanted}"), || {
        let text = window.script(script, Vec::new());
        text.as_str().is_some_and(|text| text.contains(wanted)).then_some(())
    });
}

/// How many personas the heading of the map shows.
fn heading_shows(window: &Window, count: u64) {
    let script = "return document.querySelectorAll('.scene .persona').length";
    until(&format!("{count} personas in the heading"), || {
        (window.script(script, Vec::new()).as_u64() == Some(count)).then_some(())
    });
}

#[test]
fn a_map_tells_of_several_personas_and_of_each_alone() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    heading_shows(&window, 1);
    window.click("map-1");
    let other = window.script(
        "return document.querySelector('[data-testid=map-persona] option:not([value=\"\"])').value",
        Vec::new(),
    );
    window.choose("map-persona", other.as_str().expect("there is another persona"));
    heading_shows(&window, 2);
    asks_about(&window, "the 2 personas on the map");
    window.picture("personas-on-map");

    // Alone by its avatar in the heading, which lies above what is looked at first, and by the same again both.
    window.click("zoom-fit");
    map::at_rest(&window, &map::card(&window, "Search"));
    let first = window.script(
        "const rect = document.querySelector('.scene .persona .plate').getBoundingClientRect(); return [rect.left + 16, rect.top + rect.height / 2]",
        Vec::new(),
    );
    let at = (first[0].as_f64().expect("a place"), first[1].as_f64().expect("a place"));
    window.click_at(at, 1);
    heading_shows(&window, 1);
    asks_about(&window, "the customers of");
    window.picture("persona-alone");
    let svg = desk.document("alone.svg");
    window.click("export-open");
    window.shows("export-dialog");
    export(&desk, &window, "svg", &svg);
    window.press(&[key::ESCAPE]);
    window.hides("export-dialog");
    let alone = std::fs::read_to_string(&svg).expect("the picture was written");
    // The map that it carries tells of both.
    let alone = alone.split("<metadata").next().expect("a picture");
    assert!(alone.contains("Lena, loyal regular") && !alone.contains("Ravi"), "the picture is of one alone");
    window.click_at(at, 1);
    heading_shows(&window, 2);
    asks_about(&window, "the 2 personas on the map");

    // And in the panel.
    window.click("map-1");
    window.click(&format!("alone-{}", other.as_str().expect("a row")));
    heading_shows(&window, 1);
    window.picture("persona-alone-panel");

    // A photo is shown wherever the avatar was.
    window.press(&[key::CONTROL, '3']);
    window.click(&format!("open-persona-{}", other.as_str().expect("a row")));
    let photo = desk.document("portrait.png");
    RgbImage::from_fn(400, 500, |x, y| Rgb([(x / 2) as u8, 90, (y / 2) as u8]))
        .save(&photo)
        .expect("written");
    window.click("persona-photo-choose");
    Chooser::titled(&desk, "Choose an image").choose(&photo);
    window.shows("persona-photo");
    let on_sheet = "return document.querySelectorAll('[data-testid=persona-sheet] image').length";
    until("the photo on the sheet", || (window.script(on_sheet, Vec::new()) == 1).then_some(()));
    window.picture("persona-photo");
    window.press(&[key::CONTROL, '1']);
    let in_heading = "return document.querySelectorAll('.scene .persona image').length";
    until("the photo in the heading", || (window.script(in_heading, Vec::new()) == 1).then_some(()));
    window.picture("persona-photo-on-map");
    window.close();

    desk.touchline(["check", &file.to_string_lossy()]);
    let all = map::maps(&desk, &file);
    assert_eq!(all[0]["personas"].as_array().map(Vec::len), Some(2));
    let (title, drawn) = (all[0]["title"].as_str().expect("a title"), desk.document("map.svg"));
    desk.touchline(["export", &file.to_string_lossy(), "--map", title, "--out", &drawn.to_string_lossy()]);
    let drawn = std::fs::read_to_string(&drawn).expect("the picture was written");
    assert!(drawn.contains("href=\"data:image/jpeg;base64,") && drawn.contains("Personas: "));
}

/// The figures of what the data say of a persona, once they are there: what each counts.
fn facts(window: &Window) -> Vec<u64> {
    let script =
        "const all = [...document.querySelectorAll('[data-testid=persona-facts] [data-testid=figure]')];
        return all.length > 0 ? all.map(each => Number(each.dataset.value)) : null";
    until("figures", || {
        let all = window.script(script, Vec::new());
        Some(all.as_array()?.iter().map(|each| each.as_u64().unwrap_or_default()).collect())
    })
}

#[test]
fn the_data_say_who_the_customers_of_a_persona_are() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.press(&[key::CONTROL, '3']);
    let told = facts(&window);
    window.script(
        "document.querySelector('[data-testid=persona-facts]').scrollIntoView({ block: 'start' })",
        Vec::new(),
    );
    window.picture("persona-facts");

    // Each number is its list.
    for (index, figure) in told.iter().enumerate() {
        let click = "document.querySelectorAll('[data-testid=persona-facts] [data-testid=figure]')[arguments[0]].click()";
        window.script(click, vec![index.into()]);
        let count = "const all = document.querySelector('[data-testid=people-count]');
            return all && all.textContent.trim() !== '' ? Number(all.dataset.count) : null";
        let listed = until("a list", || window.script(count, Vec::new()).as_u64());
        assert_eq!(listed, *figure, "figure {index} of {told:?}");
        window.click("customers-back");
        assert_eq!(facts(&window).len(), told.len());
    }

    // Who is excluded by hand is not of it any more.
    window.click("persona-share");
    window.click("person-0");
    window.choose("customer-persona-1", "excluded");
    window.reads("customer-personas", |text| text.contains("excluded by hand"));
    window.picture("customer-persona");
    window.script("localStorage.setItem('touchline.theme', 'dark')", Vec::new());
    window.reload();
    // A key that comes before the list would be nobody's.
    window.shows("person-0");
    window.press(&[key::CONTROL, '3']);
    until("one less", || (facts(&window)[0] == told[0] - 1).then_some(()));
    window.script(
        "document.querySelector('[data-testid=persona-facts]').scrollIntoView({ block: 'start' })",
        Vec::new(),
    );
    window.picture("persona-facts-dark");
    window.close();
}

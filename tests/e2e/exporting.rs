//! A picture of the map through the system's dialog, which must be what the window shows.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tests::e2e::{Chooser, Desk, Picture, Window, key, out, until};

use crate::map;

const WHERE: &str = "Where to put the picture";

/// Exports the picture in the dialog that is open.
pub fn export(desk: &Desk, window: &Window, format: &str, path: &Path) {
    window.choose("export-format", format);
    window.click("export-write");
    Chooser::titled(desk, WHERE).choose(path);
    let wanted = path.to_string_lossy().into_owned();
    window.reads("export-written", |text| text.contains(&wanted));
}

/// Brings the canvas to zoom 1 with whole pixels under it, and hides all that floats above the picture. Gives where the
/// scene's left top corner stands in the window.
fn lay_bare(window: &Window) -> (f64, f64) {
    let (card, _) = map::cards(window).into_iter().next().expect("the sample has cards");
    window.click_at(window.shows(&card).middle(), 1);
    window.press(&[key::SHIFT, '2']);
    window.picture("zoomed");
    let script = "
        const canvas = document.querySelector('[data-testid=canvas]');
        for (const each of canvas.querySelectorAll('.svelte-flow, .zoom, .lenses, .overlay, .halo')) each.style.opacity = 0;
        const eyes = canvas.querySelector('.eyes');
        const scene = eyes.querySelector('.scene');
        const { a, e, f } = new DOMMatrix(getComputedStyle(eyes).transform);
        const { left, top } = scene.getBoundingClientRect();
        eyes.style.transform = `translate(${e + Math.round(left) - left}px, ${f + Math.round(top) - top}px) scale(1)`;
        const placed = scene.getBoundingClientRect();
        return [a, placed.left, placed.top]";
    let bare = window.script(script, Vec::new());
    assert_eq!(bare[0].as_f64(), Some(1.0), "fitting one card shows it at its own size");
    (number(&bare[1]), number(&bare[2]))
}

/// What the clipboard has, of one kind.
fn clipboard(desk: &Desk, kind: &str) -> Vec<u8> {
    let asked = ["-selection", "clipboard", "-o", "-t", kind];
    let output = Command::new("xclip").args(asked).env("DISPLAY", desk.display()).output();
    output.expect("xclip is installed").stdout
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

#[test]
fn the_exported_picture_is_what_the_window_shows() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.click("export-open");
    window.choose("export-scale", "1");
    let [png, svg, pdf] = ["map.png", "map.svg", "map.pdf"].map(|name| desk.document(name));
    export(&desk, &window, "png", &png);
    window.shows("export-preview");
    window.picture("export-dialog");
    export(&desk, &window, "svg", &svg);
    // What is copied is what is written.
    window.click("export-copy");
    window.shows("export-copied");
    let copied = clipboard(&desk, "UTF8_STRING");
    assert!(String::from_utf8_lossy(&copied).starts_with("<svg "), "the text of the SVG is there");
    window.choose("export-format", "png");
    window.click("export-copy");
    let copied = desk.document("copied.png");
    until("the pixels to be on the clipboard", || {
        let bytes = clipboard(&desk, "image/png");
        bytes.starts_with(b"\x89PNG").then(|| std::fs::write(&copied, bytes).unwrap())
    });
    let (copied, written) = (Picture::read(&copied), Picture::read(&png));
    assert!(copied == written, "the same pixels");
    export(&desk, &window, "pdf", &pdf);
    window.press(&[key::ESCAPE]);
    window.hides("export-dialog");

    let written = std::fs::read_to_string(&svg).unwrap();
    assert!(
        written.starts_with("<svg ") || written.starts_with("<?xml"),
        "{}",
        &written[..80.min(written.len())]
    );
    let read = Command::new("pdftotext").arg(&pdf).arg("-").output().expect("poppler is installed");
    let read = String::from_utf8_lossy(&read.stdout);
    assert!(read.contains("Product page") && read.contains("Lena, loyal regular"), "{read}");
    let scene = lay_bare(&window);
    let screen = window.picture("canvas");
    let exported = Picture::read(&png);
    let (shown, drawn) = same_part(&window, &screen, &exported, scene);
    shown.write(&out().join("canvas-shown.png"));
    drawn.write(&out().join("canvas-exported.png"));
    let difference = shown.difference(&drawn);
    println!("the canvas and the exported picture differ by {difference:?}");
    window.close();
    let written = written.replace('\u{a0}', " ");
    let rates = map::expected_rates(&desk, &file, "30d");
    assert!(rates.iter().any(|rate| written.contains(rate)), "the SVG shows the rates");
    assert!(shown.colours() > 50, "something is painted there");
    assert!(difference.mean < MEAN && difference.worst < WORST, "{difference:?}: see out/e2e/canvas-*.png");

    // The measure itself can fail: a picture one pixel off is another picture.
    let (width, height) = shown.size();
    let off = shown.part(1, 0, width - 1, height).difference(&drawn.part(0, 0, width - 1, height));
    println!("a pixel aside they would differ by {off:?}");
    assert!(off.mean > MEAN && off.worst > WORST, "a shift by a pixel goes unnoticed: {off:?}");
}

/// The greatest mean difference, in levels of 255, that two ways of smoothing edges may make.
const MEAN: f64 = 1.5;

/// Likewise over any tile, where it may be all text.
const WORST: f64 = 20.0;

/// The part of the scene that the window shows, as it shows it and as it was exported.
fn same_part(
    window: &Window,
    screen: &Picture,
    exported: &Picture,
    (left, top): (f64, f64),
) -> (Picture, Picture) {
    let canvas = window.shows("canvas");
    let (width, height) = exported.size();
    // The corner of the part in the window and in the export, and its size; all are whole already.
    let start = (left.max(canvas.left), top.max(canvas.top));
    let end = (
        (left + f64::from(width)).min(canvas.left + canvas.width),
        (top + f64::from(height)).min(canvas.top + canvas.height),
    );
    let whole = |value: f64| value.round() as u32;
    let size = (whole(end.0 - start.0 - 1.0), whole(end.1 - start.1 - 1.0));
    assert!(size.0 > 400 && size.1 > 200, "too little of the map is in sight: {size:?}");
    let shown = screen.part(whole(start.0), whole(start.1), size.0, size.1);
    let drawn = exported.part(whole(start.0 - left), whole(start.1 - top), size.0, size.1);
    (shown, drawn)
}

#[test]
fn a_page_can_be_looked_around_in_a_browser() {
    let desk = Desk::set();
    let file = desk.sample();
    let window = desk.open(Some(&file));
    window.reads("coverage", |text| text.contains('%'));
    window.click("export-open");
    let page = desk.document("map.html");
    export(&desk, &window, "html", &page);
    window.close();

    let browser = desk.browse(&page);
    let view =
        || browser.script("return document.querySelector('.picture svg').getAttribute('viewBox')", vec![]);
    let told = || browser.script("return document.querySelector('.told').textContent", vec![]);
    let whole = view();
    browser.picture("page");
    // What is pointed at says its numbers.
    let spot = browser.script(
        "const card = document.querySelector('.picture g[id^=touchpoint]').getBoundingClientRect();
        return [card.left + card.width / 2, card.top + card.height / 2]",
        vec![],
    );
    browser.hover((number(&spot[0]), number(&spot[1])));
    let said = told();
    assert!(said.as_str().is_some_and(|said| said.contains("entered")), "{said}");
    // What is chosen in the outline comes near and is lit.
    browser.script(
        "document.querySelector('.outline').open = true;
        [...document.querySelectorAll('[data-item]')].find((each) => each.textContent.includes('Product page')).click()",
        vec![],
    );
    assert_ne!(view(), whole);
    assert!(told().as_str().is_some_and(|said| said.contains("Product page")));
    browser.picture("page-outline");
    browser.script("document.querySelector('[data-does=fit]').click()", vec![]);
    assert_eq!(view(), whole);
    browser.script("document.querySelector('[data-does=in]').click()", vec![]);
    assert_ne!(view(), whole);
}

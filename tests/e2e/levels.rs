//! Less and larger at low zoom: whatever is written on the map can be read.

use serde_json::{Value, json};
use tests::e2e::{Desk, Window, until};

use crate::map;

/// The least size of what is written, in pixels.
const LEAST: f64 = 11.0;

/// Turns the wheel over the canvas until the map is shown at a zoom.
const ZOOM: &str = "
    const pane = document.querySelector('[data-testid=canvas] .svelte-flow__pane');
    const zoom = () => new DOMMatrix(document.querySelector('.eyes').style.transform).a;
    const { left, top } = pane.getBoundingClientRect();
    const deltaY = -Math.log2(arguments[0] / zoom()) / 0.002;
    pane.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: left + 40, clientY: top + 40,
        bubbles: true, cancelable: true, ctrlKey: true, view: window }));
    return zoom()";

/// The level of detail, and of each item that something is written of on the map: its kind, and the smallest size of that.
const WRITTEN: &str = "
    const eyes = document.querySelector('.eyes');
    const isShown = (each) => getComputedStyle(each).display !== 'none';
    const texts = [...eyes.querySelectorAll('text')]
        .filter((text) => isShown(text) && isShown(text.closest('.near, .middle, .far') ?? text));
    const size = (text) => parseFloat(getComputedStyle(text).fontSize)
        * text.getBoundingClientRect().height / text.getBBox().height;
    const kind = (text) => text.closest('[data-item]').classList[0];
    return [eyes.dataset.level, texts.map((text) => [kind(text), size(text)])]";

/// Shows the map at a zoom, and gives the level of detail with the kinds and the sizes of what is written.
fn written_at(window: &Window, zoom: f64) -> (String, Vec<(String, f64)>) {
    until(&format!("a zoom of {zoom}"), || {
        let now = window.script(ZOOM, vec![json!(zoom)]).as_f64()?;
        ((now - zoom).abs() < 0.001).then_some(())
    });
    let found = window.script(WRITTEN, Vec::new());
    let text = |each: &Value| Some((each[0].as_str()?.to_owned(), each[1].as_f64()?));
    let texts = found[1].as_array().expect("texts").iter().map(|each| text(each).expect("a size"));
    (found[0].as_str().expect("a level").to_owned(), texts.collect())
}

#[test]
fn what_is_written_on_the_map_can_be_read_at_every_zoom() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.reads("coverage", |text| text.contains('%'));
    let card = map::card(&window, "Search");
    map::at_rest(&window, &card);
    for (zoom, level, kinds) in [
        (1.0, "near", &["touchpoint", "stage", "transition", "legend"][..]),
        (0.7, "middle", &["touchpoint", "stage", "transition"]),
        (0.51, "middle", &["touchpoint", "stage", "transition"]),
        (0.45, "far", &["stage"]),
        (0.3, "far", &["stage"]),
        (0.2, "bare", &[]),
        (0.1, "bare", &[]),
    ] {
        let (shown, texts) = written_at(&window, zoom);
        window.picture(&format!("level-{}", zoom * 100.0));
        assert_eq!(shown, level, "at {zoom}");
        for kind in kinds {
            assert!(texts.iter().any(|(of, _)| of == kind), "at {zoom} nothing is written of a {kind}");
        }
        assert_eq!(texts.is_empty(), kinds.is_empty(), "at {zoom}: {texts:?}");
        let smallest = texts.iter().map(|(_, size)| *size).fold(f64::INFINITY, f64::min);
        println!("at {zoom}: {} texts, the smallest {smallest:.1} px", texts.len());
        assert!(smallest >= LEAST - 0.05, "at {zoom} something is written {smallest} px high");
    }
    window.close();
}

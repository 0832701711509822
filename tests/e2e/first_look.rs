//! What a map looks like as it opens: it can be read, and has most of the canvas.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tests::e2e::{Desk, Window, until};

use crate::map;

/// The least size of a card's title and of what is written on the band of stages, in pixels, and the least share of the
/// canvas that the map has.
const LEAST: (f64, f64, f64) = (12.0, 14.0, 2.0 / 3.0);

/// The smallest title of a card that is in sight and the smallest text of the band, in pixels, how many of each, and
/// how much of the canvas the map takes without its heading and its legend: band, columns and lanes.
const LOOK: &str = "
    const canvas = document.querySelector('[data-testid=canvas]').getBoundingClientRect();
    const cut = (box) => {
        const [left, right] = [Math.max(box.left, canvas.left), Math.min(box.right, canvas.right)];
        const [top, bottom] = [Math.max(box.top, canvas.top), Math.min(box.bottom, canvas.bottom)];
        return { left, right, top, bottom, area: Math.max(0, right - left) * Math.max(0, bottom - top) };
    };
    const all = (query) => [...document.querySelectorAll(`[data-testid=canvas] .scene ${query}`)]
        .filter((each) => getComputedStyle(each.closest('.near, .middle, .far') ?? each).display !== 'none');
    const size = (text) => {
        const high = text.getBBox().height;
        return parseFloat(getComputedStyle(text).fontSize) * (text.getBoundingClientRect().height / high);
    };
    const seen = (text) => cut(text.getBoundingClientRect()).area > 0;
    const heavy = (text) => getComputedStyle(text).fontWeight === '600';
    const own = (text) => parseFloat(getComputedStyle(text).fontSize) > 13;
    const titles = all('g.touchpoint text').filter((text) => seen(text) && heavy(text) && own(text)).map(size);
    const band = all('g.stage_edge text').map(size);
    const graph = ['stage', 'stage_edge', 'lane', 'cell'].flatMap((kind) => all(`g.${kind}`)).map((each) => each.getBoundingClientRect());
    const edge = (side, pick) => pick(...graph.map((box) => box[side]));
    const whole = cut({ left: edge('left', Math.min), right: edge('right', Math.max),
        top: edge('top', Math.min), bottom: edge('bottom', Math.max) });
    return [Math.min(...titles), titles.length, Math.min(...band), band.length,
        whole.area / (canvas.width * canvas.height)];
";

/// Checks the first look at a map of a workspace, with its numbers or without.
fn looks(desk: &Desk, file: &Path, name: &str, title: &str, is_counted: bool) {
    for (width, height) in [(1280, 800), (1440, 900)] {
        let window = desk.open(Some(file));
        window.shows("canvas");
        window.resize(width, height);
        window.click_text(title);
        map::reads(&window, title);
        if is_counted {
            window.reads("coverage", |text| text.contains('%'));
        }
        window.picture(&format!("first-look-{name}-{width}"));
        let look = look(&window);
        println!("{name} at {width} x {height}: {look:?}");
        let [title, titles, band, labels, share] = look;
        assert!(titles >= 4.0 && title >= LEAST.0 - 0.05, "{name} at {width}: a title of {title} px");
        assert!(!is_counted || labels >= 1.0, "{name} at {width}: no rates");
        assert!(!is_counted || band >= LEAST.1 - 0.05, "{name} at {width}: a rate of {band} px");
        assert!(share >= LEAST.2, "{name} at {width}: the map has {share} of the canvas");
        window.close();
    }
}

fn look(window: &Window) -> [f64; 5] {
    until("the map", || {
        let found = window.script(LOOK, Vec::new());
        let number = |index: usize| found[index].as_f64();
        // What is not there has no smallest size, which JSON cannot say.
        let size = |index: usize| number(index).or((found[index] == Value::Null).then_some(f64::INFINITY));
        Some([size(0)?, number(1)?, size(2)?, number(3)?, number(4)?])
    })
}

/// A workspace whose one map was discovered from events of sixty kinds.
fn sixty(desk: &Desk) -> PathBuf {
    let file = desk.document("Sixty.touchline");
    let source = desk.document("sixty.csv");
    let mut rows = "customer,event,time\n".to_owned();
    for customer in 0..120 {
        for step in 0..12 {
            let event = (customer * 7 + step * (5 + customer % 3)) % 60;
            let _ = writeln!(rows, "c{customer},step {event},2024-02-{:02}T10:00:00Z", step + 1);
        }
    }
    // So that everybody's time is over.
    rows += "last,step 0,2024-06-01T10:00:00Z\n";
    std::fs::write(&source, rows).expect("temp can be written");
    let stages: Vec<String> = (0..6)
        .map(|stage| {
            let events: Vec<String> = (0..10).map(|each| format!("step {}", stage * 10 + each)).collect();
            format!("Stage {}: {}", stage + 1, events.join(", "))
        })
        .collect();
    let path = file.to_string_lossy().into_owned();
    desk.touchline(["new", &path]);
    desk.touchline(["import", "interactions", &path, &source.to_string_lossy()]);
    desk.touchline(["discover", &path, "--title", "Sixty steps", "--stages", &stages.join("; ")]);
    file
}

#[test]
fn a_map_can_be_read_as_it_opens() {
    let desk = Desk::set();
    looks(&desk, &desk.sample(), "sample", "Shop journey", true);
    let made = desk.document("Made.touchline");
    desk.touchline(["new", &made.to_string_lossy(), "--template", "five-stages"]);
    looks(&desk, &made, "template", "Customer lifecycle in five stages", false);
    looks(&desk, &sixty(&desk), "sixty", "Sixty steps", true);
}

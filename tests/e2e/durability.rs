//! Power cuts: what was acknowledged is there afterwards, and nothing is there by half.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use tests::e2e::{Desk, key, program, until};

use crate::map;

#[test]
fn every_acknowledged_edit_survives_a_power_cut() {
    let desk = Desk::set();
    let file = desk.document("Cut.touchline");
    desk.touchline(["new", &file.to_string_lossy()]);
    let mut acknowledged = Vec::new();
    for round in 0..6 {
        let window = desk.open(Some(&file));
        window.shows("canvas");
        // Edits follow one another as fast as they are answered; what was answered is written down.
        let busy = format!(
            "window.kept = [];
             (async () => {{
                 for (let number = 0; ; number++) {{
                     const title = 'Round {round}, touchpoint ' + number;
                     const edit = {{ edit: 'add_touchpoint', map: 1, title, left: 100, top: 300 }};
                     await window.__TAURI_INTERNALS__.invoke('edit', {{ edit }});
                     window.kept.push(title);
                 }}
             }})()"
        );
        window.script(&busy, Vec::new());
        let enough = 3 + round * 4;
        let kept = until("enough edits", || {
            let kept = window.script("return window.kept", Vec::new());
            (kept.as_array()?.len() >= enough).then_some(kept)
        });
        window.cut();
        acknowledged
            .extend(kept.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
        desk.touchline(["check", &file.to_string_lossy()]);
        let found = map::touchpoints(&desk, &file);
        for title in &acknowledged {
            assert!(found.contains(title), "“{title}” was acknowledged and is lost");
        }
    }
    assert!(acknowledged.len() > 60, "there was something to lose: {}", acknowledged.len());
}

#[test]
fn a_workspace_goes_back_to_how_it_was_opened() {
    let desk = Desk::set();
    let file = desk.document("Back.touchline");
    desk.touchline(["new", &file.to_string_lossy()]);
    let window = desk.open(Some(&file));
    let canvas = window.shows("canvas");
    let folder = desk.document("Back.touchline-backups");
    until("the first backup", || {
        std::fs::read_dir(&folder)
            .ok()?
            .flatten()
            .find(|each| !each.file_name().as_encoded_bytes().starts_with(b"."))
    });
    let point = (canvas.left + canvas.width * 0.3, canvas.top + canvas.height * 0.5);
    map::add(&window, point, "Regretted later");
    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text("backups");
    window.shows("offer-backups");
    window.press(&[key::ENTER]);
    window.shows("backups-dialog");
    window.click("backups-make");
    let radios = "return document.querySelectorAll('[data-testid=backups] input').length";
    until("the second backup", || (window.script(radios, Vec::new()) == 2).then_some(()));
    window.script("document.querySelectorAll('[data-testid=backups] input')[1].click()", Vec::new());
    let compared = window.reads("backups-compared", |text| text.contains("Touchpoints"));
    assert!(compared.contains("Touchpoints10"), "{compared}");
    window.picture("backups");
    window.click("backups-restore");
    window.hides("backups-dialog");
    window.shows("canvas");
    assert_eq!(map::cards(&window), []);
    window.close();
    desk.touchline(["check", &file.to_string_lossy()]);
    assert!(map::touchpoints(&desk, &file).is_empty());
}

#[test]
fn a_workspace_that_cannot_be_backed_up_says_so() {
    let desk = Desk::set();
    let file = desk.document("Alone.touchline");
    desk.touchline(["new", &file.to_string_lossy()]);
    std::fs::write(desk.document("Alone.touchline-backups"), "in the way").expect("written");
    let window = desk.open(Some(&file));
    let told = window.reads("failure", |text| text.contains("backed up"));
    assert!(told.contains("Alone.touchline-backups"), "{told}");
    window.close();
}

#[test]
fn the_app_stands_many_calls_at_once() {
    let desk = Desk::set();
    let window = desk.open(Some(&desk.sample()));
    window.shows("canvas");
    let busy = "window.answered = 0;
         (async () => {
             const call = (command) => window.__TAURI_INTERNALS__.invoke(command, {});
             for (let round = 0; round < 3000; round++) {
                 const commands = ['stop_counting', 'stop_counting', ...Array(6).fill('overview')];
                 window.answered += (await Promise.all(commands.map(call))).length;
             }
         })()";
    window.script(busy, Vec::new());
    until("all answers", || (window.script("return window.answered", Vec::new()) == 24_000).then_some(()));
    window.close();
}

#[test]
fn a_copy_put_over_the_file_after_a_power_cut_opens_without_the_log() {
    let desk = Desk::set();
    let file = desk.document("Copied.touchline");
    let log = desk.document("Copied.touchline-wal");
    let named = file.to_string_lossy().into_owned();
    desk.touchline(["new", &named]);
    let copy = std::fs::read(&file).expect("it was made");
    for end in ["closed", "cut off"] {
        let window = desk.open(Some(&file));
        let canvas = window.shows("canvas");
        map::add(&window, (canvas.left + canvas.width * 0.3, canvas.top + canvas.height * 0.5), end);
        if end == "closed" { window.close() } else { window.cut() }
    }
    std::fs::write(&file, &copy).expect("it is ours");
    let cut = std::fs::read(&log).expect("the edit is in the log");

    let said = desk.touchline_refuses(["maps", &named, "--json"]);
    assert!(said.contains("does not belong to it"), "{said}");
    let both: Value =
        serde_json::from_str(&desk.touchline(["log", &named, "--part", "--json"])).expect("JSON");
    let without = Path::new(both["without"].as_str().expect("a path"));
    assert_eq!(map::touchpoints(&desk, without), [""; 0]);
    assert!(std::fs::read(&file).expect("it is there") == copy, "the file was changed");
    assert!(std::fs::read(&log).expect("it is there") == cut, "the log was changed");

    let window = desk.open(Some(&file));
    window.reads("failure", |text| text.contains("Nothing was changed"));
    window.picture("stray-log");
    window.click("stray-log-without");
    window.shows("canvas");
    assert!(map::cards(&window).is_empty());
    window.close();
    let aside = desk.document("Copied.touchline-wal-aside");
    assert!(std::fs::read(aside).expect("it was kept") == cut);
}

/// A file of many interactions.
fn source(desk: &Desk, rows: usize) -> PathBuf {
    let mut text = "customer,event,time\n".to_owned();
    for row in 0..rows {
        let (customer, minute) = (row / 8, row % 8);
        let _ = writeln!(text, "customer {customer},event {},2024-03-01T10:0{minute}:00Z", row % 5);
    }
    let path = desk.document("many.csv");
    std::fs::write(&path, text).expect("temp can be written");
    path
}

fn interactions(desk: &Desk, file: &Path) -> u64 {
    let all = map::maps(desk, file);
    let title = all[0]["title"].as_str().expect("there is a map");
    let question = ["overlay", &file.to_string_lossy(), "--map", title, "--json"];
    let overlay: Value = serde_json::from_str(&desk.touchline(question)).expect("it prints JSON");
    overlay["interactions"].as_u64().expect("a count")
}

/// Starts an import on its own.
fn import(file: &Path, source: &Path) -> std::process::Child {
    Command::new(program("touchline"))
        .args(["import", "interactions"])
        .args([file, source])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("it was built")
}

#[test]
fn an_import_that_is_cut_off_leaves_nothing_or_all() {
    const ROWS: usize = 60_000;
    let desk = Desk::set();
    let source = source(&desk, ROWS);
    let fresh = |name: &str| {
        let file = desk.document(name);
        desk.touchline(["new", &file.to_string_lossy()]);
        file
    };

    let whole = fresh("whole.touchline");
    let start = Instant::now();
    assert!(import(&whole, &source).wait().expect("it runs").success());
    let span = start.elapsed();
    assert_eq!(interactions(&desk, &whole), ROWS as u64);

    let file = fresh("cut.touchline");
    let mut cut_off = 0;
    for part in 1..=16 {
        let mut running = import(&file, &source);
        // The moment of the cut is the point here, not a wait for anything.
        std::thread::sleep(Duration::from_secs_f64(span.as_secs_f64() * f64::from(part) / 17.0));
        running.kill().expect("it is ours");
        let ended = running.wait().expect("it was started");
        desk.touchline(["check", &file.to_string_lossy()]);
        match interactions(&desk, &file) {
            0 => cut_off += 1,
            all if all == ROWS as u64 => {
                // It was done before the cut; the next cuts would find it imported already.
                println!("cut {part} came too late: {ended:?}");
                break;
            }
            half => panic!("half an import is in the file: {half} of {ROWS}"),
        }
    }
    assert!(cut_off >= 4, "the cuts came in the middle: {cut_off}");
    if interactions(&desk, &file) == 0 {
        assert!(
            import(&file, &source).wait().expect("it runs").success(),
            "it can be imported after the cuts"
        );
    }
    assert_eq!(interactions(&desk, &file), ROWS as u64);
}

//! A workspace with a passphrase: given in the window, and asked for however it is opened again.

use std::fs;
use std::path::Path;

use tests::e2e::{Desk, Window, until};

use crate::first_run::press_on;

const RIGHT: &str = "correct horse battery";

/// Whether a text stands in the bytes of a file.
fn is_in(file: &Path, text: &str) -> bool {
    let bytes = fs::read(file).expect("the file is there");
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Chooses from the workspace's menu, where the pointer would.
fn choose(window: &Window, id: &str) {
    for id in ["workspace-name", id] {
        press_on(window, id);
    }
}

fn unlock(window: &Window, passphrase: &str) {
    window.shows("unlock-passphrase");
    window.fill("unlock-passphrase", passphrase);
    window.click("unlock");
}

#[test]
fn a_protected_workspace_opens_with_its_passphrase_however_it_is_opened() {
    let desk = Desk::set();
    let file = desk.sample();
    assert!(is_in(&file, "purchase"));
    let window = desk.open(Some(&file));
    window.shows("touchpoint-1");
    choose(&window, "protect");
    window.shows("protect-dialog");
    window.fill("passphrase-new", RIGHT);
    window.fill("passphrase-again", RIGHT);
    assert!(!window.shows_now("passphrase-remember"), "there is no keyring");
    window.picture("protecting");
    window.click("protect-do");
    window.hides("protect-dialog");
    window.shows("protected");
    window.shows("touchpoint-1");
    window.picture("protected");
    assert!(!is_in(&file, "purchase") && !is_in(&file, "SQLite"));

    let kept = fs::read_to_string(desk.config().join("org.touchline.desktop/recent.json")).expect("a list");
    assert!(kept.contains("Sample") && !kept.contains("Online shop"), "{kept}");

    // Closed, it is asked for again.
    choose(&window, "workspace-close");
    window.click_text("Sample.touchline");
    unlock(&window, "wrong horse battery");
    window.reads("failure", |text| text.contains("does not open with this passphrase"));
    window.picture("wrong");
    unlock(&window, RIGHT);
    window.hides("unlock-passphrase");
    window.shows("touchpoint-1");
    window.close();
    assert!(desk.touchline_refuses(["maps", &file.to_string_lossy()]).contains("passphrase"));

    // Named on the command line.
    let window = desk.open(Some(&file));
    unlock(&window, RIGHT);
    window.shows("touchpoint-1");
    choose(&window, "passphrase-remove");
    window.click("protect-do");
    until("the lock to go", || (!window.shows_now("protected")).then_some(()));
    window.close();
    assert!(is_in(&file, "purchase"));
}

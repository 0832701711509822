//! Backups in a folder of choice, and a copy that a synchronised folder has left, merged.

use std::fs;
use std::path::Path;

use tests::e2e::{Chooser, Desk, Window, key, until};

/// Finds a command in the palette and does it.
pub fn command(window: &Window, words: &str, id: &str) {
    window.press(&[key::CONTROL, 'k']);
    window.shows("palette");
    window.type_text(words);
    window.shows(&format!("offer-{id}"));
    window.press(&[key::ENTER]);
}

/// The files in a folder and those below it.
fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { count(&entry.path()) } else { 1 }).sum()
}

#[test]
fn backups_go_to_a_folder_that_was_chosen_and_beside_the_workspace_while_it_is_away() {
    let desk = Desk::set();
    let file = desk.document("Shop.touchline");
    desk.touchline(["new", &file.to_string_lossy()]);
    let plugged = desk.document("disk");
    fs::create_dir(&plugged).expect("made");
    let window = desk.open(Some(&file));
    window.shows("canvas");
    command(&window, "backups", "backups");
    window.shows("backups-kept");
    window.click("backups-folder");
    Chooser::titled(&desk, "Choose a folder for the backups").choose(&plugged);
    window.reads("backups-kept", |text| text.contains("Kept in") && text.contains("disk"));
    window.click("backups-make");
    until("a backup in the folder", || (count(&plugged) == 1).then_some(()));
    window.picture("backup-folder");
    window.close();

    // Unplugged.
    fs::rename(&plugged, desk.document("away")).expect("moved");
    desk.touchline(["discover", &file.to_string_lossy(), "--title", "x", "--stages", "A: a"]);
    let desk = desk.in_dutch();
    let window = desk.open(Some(&file));
    window.reads("failure", |text| text.contains("De map voor reservekopieën is er niet"));
    window.picture("backup-folder-missing");
    command(&window, "reservekopie", "backups");
    window.shows("backups-missing");
    window.picture("backup-folder-missing-dialog");
    window.close();
    assert_eq!(count(&desk.document("Shop.touchline-backups")), 1);
}

#[test]
fn a_copy_in_conflict_is_noticed_merged_and_set_aside() {
    let desk = Desk::set();
    let file = desk.sample();
    let copy = desk.document("Sample (Jan's conflicted copy 2026-11-01).touchline");
    fs::copy(&file, &copy).expect("copied");
    let (ours, theirs) = (file.to_string_lossy().into_owned(), copy.to_string_lossy().into_owned());
    let discover = |file: &str, title: &str, stages: &str| {
        desk.touchline(["discover", file, "--title", title, "--stages", stages]);
    };
    discover(&ours, "Returns", "Buy: purchase");
    discover(&theirs, "Returns", "Look: page_view; Buy: purchase");
    discover(&theirs, "Jan's map", "Buy: purchase");

    let window = desk.open(Some(&file));
    window.reads("copies-note", |text| text.contains("Jan's conflicted copy"));
    window.picture("copies-note");
    window.click("copies-compare");
    window.reads("merge-maps", |text| text.contains("Jan's map"));
    assert!(
        window.script("return document.querySelector('[data-testid=merge-start]').disabled", Vec::new())
            == true
    );
    window.picture("merge");
    let row = "return document.querySelector('tr[data-state=changed_both] select').dataset.testid";
    let place = window.script(row, Vec::new()).as_str().expect("one is undecided").to_owned();
    window.choose(&place, "both");
    window.click("merge-start");
    window.reads("merge-outcome", |text| text.contains("Jan's map") && text.contains("Returns (2)"));
    window.picture("merged");
    window.click("merge-aside");
    window.hides("merge-dialog");
    assert!(!copy.exists());
    window.close();
    desk.touchline(["check", &ours]);
    let maps = desk.touchline(["maps", &ours]);
    assert!(maps.contains("Returns (2)") && maps.contains("Jan's map"), "{maps}");
    let backups = desk.touchline(["backup", &ours, "--list"]);
    // Where the state before was not backed up already, after the opening.
    let before = ["-merge-", "-opened-"].iter().any(|reason| backups.contains(reason));
    assert!(backups.contains("-copy-") && before, "{backups}");

    // In Dutch, from the backup.
    fs::copy(&file, desk.document("Sample-MacBook.touchline")).expect("copied");
    discover(&ours, "Nog een", "Kopen: purchase");
    let desk = desk.in_dutch();
    let window = desk.open(Some(&file));
    window.shows("copies-note");
    window.picture("copies-note-dutch");
    window.click("copies-compare");
    window.shows("merge-aside");
    window.picture("merge-dutch");
    window.click("merge-leave");
    window.close();
}

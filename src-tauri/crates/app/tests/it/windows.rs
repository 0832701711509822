//! Several windows on one workspace: what each is told.

use std::mem::swap;

use app::operations::{AddMap, AddPersona, DeleteMap, MoveTouchpoints, RenameMap};
use app::{Changes, Locale, MapId, MapView, Move, Overview};

use crate::screen::{Screen, view};

/// What the other of two windows has on its screen.
struct Other {
    map: MapId,
    seen: MapView,
    overview: Overview,
}

impl Other {
    /// A second window on the map of the first, beside it.
    fn beside(screen: &mut Screen) -> Self {
        screen.session.turn_to("first");
        let first = screen.look();
        screen.session.turn_to("second");
        let other = screen.look();
        assert!(first == other);
        screen.session.turn_to("first");
        Self { map: screen.map, seen: other, overview: screen.overview.clone() }
    }

    /// Turns to a window: what was the other is on the screen now.
    fn turn(&mut self, screen: &mut Screen, window: &str) {
        screen.session.turn_to(window);
        swap(&mut self.map, &mut screen.map);
        swap(&mut self.seen, &mut screen.seen);
        swap(&mut self.overview, &mut screen.overview);
    }
}

fn catch_up(screen: &mut Screen) -> Changes {
    let changes = screen.session.catch_up();
    assert!(!changes.stale);
    screen.apply(&changes);
    changes
}

#[test]
fn a_window_catches_up_with_all_that_others_changed() {
    let mut screen = Screen::new();
    let ad = screen.add("Ad", 40.0, 200.0);
    screen.list(ad, "ad");
    let mut other = Other::beside(&mut screen);
    assert!(screen.session.behind().is_empty());

    screen.import();
    let order = screen.add("Order", 400.0, 200.0);
    screen.list(order, "order");
    let map = screen.map;
    screen.edit(MoveTouchpoints { map, moves: vec![Move { touchpoint: ad, left: 60.0, top: 260.0 }] });
    assert_eq!(screen.session.behind(), ["second"]);
    assert!(screen.session.behind().is_empty(), "it is told once");

    other.turn(&mut screen, "second");
    let changes = catch_up(&mut screen);
    assert_eq!(changes.evidence.expect("counted anew").touchpoints.nodes.len(), 2);
    assert_eq!(screen.overview.imports.len(), 1);
    assert!(screen.session.behind().is_empty(), "catching up changes nothing for the first");

    // The history is one: the second takes back what the first did.
    let undone = screen.session.undo().expect("undone");
    screen.apply(&undone);
    assert_eq!(screen.session.behind(), ["first"]);
    other.turn(&mut screen, "first");
    catch_up(&mut screen);
}

#[test]
fn an_edit_tells_what_its_window_missed_too() {
    let mut screen = Screen::new();
    let mut other = Other::beside(&mut screen);
    screen.edit(AddPersona { name: "Lena".to_owned() });
    screen.add("Ad", 40.0, 200.0);
    other.turn(&mut screen, "second");
    let map = screen.map;
    screen.edit(RenameMap { map, title: "Seen".to_owned() });
    let nothing = catch_up(&mut screen);
    assert!(
        nothing.overview == app::OverviewChanges::default() && nothing.parts == app::PartsChanges::default()
    );
}

#[test]
fn each_window_keeps_its_own_map_in_view() {
    let mut screen = Screen::new();
    let title = "Second".to_owned();
    let second = MapId(screen.edit(AddMap {
        title,
        template: "funnel".to_owned(),
        locale: Locale::En,
        examples: false,
    }));
    let mut other = Other::beside(&mut screen);
    other.turn(&mut screen, "second");
    screen.map = second;
    screen.seen = screen.look();
    other.turn(&mut screen, "first");

    screen.add("Ad", 40.0, 200.0);
    other.turn(&mut screen, "second");
    let changes = catch_up(&mut screen);
    assert!(
        changes.scene.is_none_or(|scene| scene.apply(&screen.seen.scene) == screen.seen.scene),
        "nothing to redraw"
    );

    // The map that one window shows is deleted in the other.
    other.turn(&mut screen, "first");
    catch_up(&mut screen);
    screen.edit(DeleteMap { map: second });
    other.turn(&mut screen, "second");
    let changes = catch_up(&mut screen);
    assert!(changes.scene.is_none() && changes.overview.maps.expect("told").len() == 1);
    assert!(screen.session.preview(&[]).is_err(), "nothing is in view");
    let first = screen.overview.maps[0].id;
    screen.session.view_map(view(first)).expect("shown");
}

#[test]
fn a_window_that_is_gone_is_not_told() {
    let mut screen = Screen::new();
    let mut other = Other::beside(&mut screen);
    screen.session.forget_window("second");
    screen.add("Ad", 40.0, 200.0);
    assert!(screen.session.behind().is_empty());

    // One that is gone while it was the one to be answered neither.
    other.turn(&mut screen, "second");
    screen.session.forget_window("second");
    assert!(screen.session.preview(&[]).is_err());
    other.turn(&mut screen, "first");
    screen.add("Order", 400.0, 200.0);
    assert!(screen.session.behind().is_empty());
}

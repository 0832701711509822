//! The list of steps, and going to any of them.

use app::operations::RenameTouchpoint;
use app::{Moment, Session, TouchpointId};

use crate::screen::Screen;

fn rename(screen: &mut Screen, touchpoint: TouchpointId, title: &str) {
    screen.edit(RenameTouchpoint { touchpoint, title: title.to_owned() });
}

fn step(step: i64) -> Moment {
    Moment::Step { step }
}

fn titles(screen: &mut Screen) -> Vec<String> {
    screen.look().parts.touchpoints.into_iter().map(|touchpoint| touchpoint.title).collect()
}

#[test]
fn going_to_a_step_tells_what_a_fresh_look_shows() {
    let mut screen = Screen::new();
    let id = screen.add("Ad", 40.0, 40.0);
    rename(&mut screen, id, "Advert");
    screen.touchpoint_elsewhere();
    for (moment, expected) in [
        (step(1), vec!["Ad"]),
        (Moment::Beginning, vec![]),
        (step(4), vec!["Advert"]),
        (step(4), vec!["Advert"]),
        (step(2), vec!["Advert"]),
    ] {
        let changes = screen.session.go_to(moment).expect("gone there");
        screen.apply(&changes);
        assert_eq!(titles(&mut screen), expected);
    }
    let steps = screen.session.steps().expect("steps");
    let told: Vec<_> = steps.steps.iter().map(|step| (step.step, step.op.as_str(), step.undone)).collect();
    assert_eq!(
        told,
        [
            (1, "add_touchpoint", false),
            (2, "rename_touchpoint", false),
            (3, "add_map", true),
            (4, "add_touchpoint", true),
        ]
    );
    assert_eq!(screen.overview.history.undone, 2);
}

#[test]
fn an_edit_after_going_back_says_how_many_steps_it_discards() {
    let mut screen = Screen::new();
    let id = screen.add("Ad", 40.0, 40.0);
    rename(&mut screen, id, "Advert");
    rename(&mut screen, id, "Banner");
    let gone = screen.session.go_to(step(1)).expect("gone there");
    assert_eq!((gone.discarded, gone.history.undone), (0, 2));
    let nothing = RenameTouchpoint { touchpoint: id, title: "Ad".to_owned() };
    let unchanged = screen.session.edit(&nothing.into()).expect("edited");
    assert_eq!((unchanged.discarded, unchanged.history.undone), (0, 2), "nothing changed");
    let edited = RenameTouchpoint { touchpoint: id, title: "Poster".to_owned() };
    let edited = screen.session.edit(&edited.into()).expect("edited");
    assert_eq!((edited.discarded, edited.history.undone), (2, 0));
    assert_eq!(screen.session.undo().expect("undone").discarded, 0);
}

#[test]
fn where_the_session_began_is_known_for_as_long_as_history_leads_there() {
    let mut screen = Screen::new();
    let opened = |screen: &Screen| screen.session.steps().expect("steps").opened;
    assert_eq!(opened(&screen), Some(Moment::Beginning));
    let id = screen.add("Ad", 40.0, 40.0);
    rename(&mut screen, id, "Advert");
    assert_eq!(opened(&screen), Some(Moment::Beginning));

    let Screen { folder, session, map, .. } = screen;
    drop(session);
    let path = folder.path().join("w.touchline");
    let mut session = Session::open(&path).expect("opened");
    assert_eq!(session.steps().expect("steps").opened, Some(step(2)));
    let rename = |session: &mut Session, title: &str| {
        let edit = RenameTouchpoint { touchpoint: id, title: title.to_owned() };
        session.edit(&edit.into()).expect("edited");
    };
    rename(&mut session, "Banner");
    assert_eq!(session.steps().expect("steps").opened, Some(step(2)));
    session.go_to(step(1)).expect("gone there");
    assert_eq!(session.steps().expect("steps").opened, Some(step(2)), "it is only undone");
    // The instants tell the steps apart, which have the same number.
    std::thread::sleep(std::time::Duration::from_millis(2));
    rename(&mut session, "Poster");
    assert_eq!(session.steps().expect("steps").opened, None);
    assert!(session.overview().expect("overview").maps.iter().any(|each| each.id == map));
}

//! Undo and redo: across restarts, in bursts, and when the past no longer fits.

use store::{HistoryState, Moment, StepLabel, StoreError, Workspace};

use crate::fixture::{Desk, NOW, Small, edit, place, small_map, told};

fn rename(workspace: &mut Workspace, small: &Small, title: &str, burst: Option<&str>) -> bool {
    let label = StepLabel { op: "rename_touchpoint", subject: title, burst };
    let id = small.touchpoints[0];
    workspace.transact(&label, NOW, |tx| tx.rename_touchpoint(id, title)).unwrap().1
}

fn subjects(state: &HistoryState) -> (Option<&str>, Option<&str>) {
    (
        state.undo.as_ref().map(|step| step.subject.as_str()),
        state.redo.as_ref().map(|step| step.subject.as_str()),
    )
}

#[test]
fn undo_and_redo_walk_along_the_steps_across_restarts() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let empty = told(&workspace);
    let small = small_map(&mut workspace, "First");
    let drawn = told(&workspace);
    rename(&mut workspace, &small, "Banner", None);
    let renamed = told(&workspace);
    assert_eq!(subjects(&workspace.history().unwrap()), (Some("Banner"), None));

    assert_eq!(workspace.undo().unwrap().unwrap().op, "rename_touchpoint");
    assert_eq!(told(&workspace), drawn);
    drop(workspace);
    let mut workspace = desk.open();
    assert_eq!(subjects(&workspace.history().unwrap()), (Some("it"), Some("Banner")));
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), empty);
    assert_eq!(workspace.undo().unwrap(), None);
    drop(workspace);
    let mut workspace = desk.open();
    workspace.redo().unwrap();
    assert_eq!(told(&workspace), drawn);
    assert_eq!(workspace.redo().unwrap().unwrap().subject, "Banner");
    assert_eq!(told(&workspace), renamed);
    assert_eq!(workspace.redo().unwrap(), None);
}

#[test]
fn a_new_step_forgets_the_undone_ones() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    rename(&mut workspace, &small, "Banner", None);
    workspace.undo().unwrap();
    assert!(!rename(&mut workspace, &small, "Ad", None), "it has that title already");
    assert_eq!(subjects(&workspace.history().unwrap()), (Some("it"), Some("Banner")));
    assert!(rename(&mut workspace, &small, "Poster", None));
    assert_eq!(subjects(&workspace.history().unwrap()), (Some("Poster"), None));
    assert_eq!(workspace.redo().unwrap(), None);
    workspace.undo().unwrap();
    assert_eq!(workspace.journey(small.map).unwrap().touchpoint(small.touchpoints[0]).unwrap().title, "Ad");
}

#[test]
fn nothing_is_recorded_if_nothing_changed_or_it_failed() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let before = workspace.history().unwrap();
    let label = StepLabel::new("add_touchpoint", "Demo");
    let ((), changed) = workspace
        .transact(&label, NOW, |tx| {
            let id = tx.add_touchpoint(small.stages[0], "Demo", place(5.0))?;
            tx.delete_touchpoint(id)
        })
        .unwrap();
    assert!(!changed);
    let failed = workspace.transact(&label, NOW, |tx| {
        tx.add_touchpoint(small.stages[0], "Demo", place(5.0))?;
        tx.add_stage(small.map, 0, "Buy")
    });
    assert!(matches!(failed, Err(StoreError::TitleTaken { .. })));
    assert_eq!(workspace.journey(small.map).unwrap().len(), 3);
    assert_eq!(workspace.history().unwrap(), before);
}

#[test]
fn a_burst_is_one_step_and_ends_with_the_next_name() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    for title in ["B", "Ba", "Ban"] {
        assert!(rename(&mut workspace, &small, title, Some("typing 1")));
    }
    rename(&mut workspace, &small, "Poster", Some("typing 2"));
    assert_eq!(workspace.undo().unwrap().unwrap().subject, "Poster");
    assert_eq!(workspace.undo().unwrap().unwrap().subject, "Ban");
    assert_eq!(workspace.journey(small.map).unwrap().touchpoint(small.touchpoints[0]).unwrap().title, "Ad");
    workspace.redo().unwrap();
    assert_eq!(workspace.journey(small.map).unwrap().touchpoint(small.touchpoints[0]).unwrap().title, "Ban");
    // Something is undone in between, so this is a step of its own.
    rename(&mut workspace, &small, "Bann", Some("typing 1"));
    workspace.undo().unwrap();
    assert_eq!(workspace.journey(small.map).unwrap().touchpoint(small.touchpoints[0]).unwrap().title, "Ban");
}

#[test]
fn a_burst_that_ends_where_it_began_leaves_no_step() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    rename(&mut workspace, &small, "Banner", Some("typing"));
    assert!(rename(&mut workspace, &small, "Ad", Some("typing")));
    assert_eq!(subjects(&workspace.history().unwrap()), (Some("it"), None));
}

#[test]
fn swapped_titles_and_moved_events_come_back() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let before = told(&workspace);
    edit(&mut workspace, |tx| {
        tx.rename_stage(small.stages[0], "between")?;
        tx.rename_stage(small.stages[1], "Aware")?;
        tx.rename_stage(small.stages[0], "Consider")?;
        tx.set_events(small.touchpoints[0], &[])?;
        tx.set_events(small.touchpoints[1], &["ad".to_owned()])?;
        tx.set_events(small.touchpoints[0], &["page".to_owned()])?;
        tx.move_stage(small.stages[2], 0)
    });
    let after = told(&workspace);
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), before);
    workspace.redo().unwrap();
    assert_eq!(told(&workspace), after);
}

#[test]
fn the_workspace_title_is_under_history_too() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    edit(&mut workspace, |tx| {
        tx.rename_workspace("Store")?;
        tx.set_timezone("UTC")
    });
    let about = workspace.about().unwrap();
    assert_eq!((about.title.as_str(), about.timezone.as_str()), ("Store", "UTC"));
    workspace.undo().unwrap();
    assert_eq!(workspace.about().unwrap().title, "Shop");
}

#[test]
fn a_past_that_no_longer_fits_is_refused_whole() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    rename(&mut workspace, &small, "Banner", None);
    drop(workspace);
    desk.tamper(&format!("UPDATE touchpoint SET title = 'Elsewhere' WHERE id = {}", small.touchpoints[0].0));
    let mut workspace = desk.open();
    let before = (told(&workspace), workspace.history().unwrap());
    let error = workspace.undo().unwrap_err();
    assert!(matches!(&error, StoreError::Conflict { subject, .. } if subject == "Banner"), "{error}");
    assert_eq!((told(&workspace), workspace.history().unwrap()), before);
    assert_eq!(workspace.check().unwrap().len(), 1);
}

#[test]
fn a_deletion_that_would_orphan_a_row_is_refused_whole() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    small_map(&mut workspace, "First");
    drop(workspace);
    // A lane that history does not know of refers to the map that undo would delete.
    desk.tamper("INSERT INTO lane (map, position, kind, title) VALUES (1, 0, 'pains', 'Pains')");
    let mut workspace = desk.open();
    let before = told(&workspace);
    assert!(matches!(workspace.undo(), Err(StoreError::Conflict { .. })));
    assert_eq!(told(&workspace), before);
}

#[test]
fn going_to_a_step_passes_all_between_and_keeps_them() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let mut states = vec![told(&workspace)];
    let small = small_map(&mut workspace, "First");
    states.push(told(&workspace));
    for title in ["Banner", "Poster", "Advert"] {
        rename(&mut workspace, &small, title, None);
        states.push(told(&workspace));
    }
    let steps = workspace.steps().unwrap();
    assert_eq!(
        steps.iter().map(|step| step.step.subject.as_str()).collect::<Vec<_>>(),
        ["it", "Banner", "Poster", "Advert"]
    );
    let place_of = |at: usize| match at.checked_sub(1) {
        Some(step) => Moment::Step(steps[step].number),
        None => Moment::Beginning,
    };
    for (from, to) in [(4, 1), (1, 3), (3, 0), (0, 4), (4, 4)] {
        let passed = workspace.go_to(place_of(to)).unwrap();
        assert_eq!(passed.len(), usize::abs_diff(from, to));
        assert_eq!(told(&workspace), states[to]);
        let kept = workspace.steps().unwrap();
        assert_eq!(kept.iter().map(|step| step.undone).collect::<Vec<_>>(), [0, 1, 2, 3].map(|at| at >= to));
        assert_eq!(workspace.history().unwrap().undone, 4 - to as u64);
    }
    let missing = workspace.go_to(Moment::Step(99)).unwrap_err();
    assert!(matches!(missing, StoreError::Missing { what: "step", id: 99 }));
    assert_eq!(told(&workspace), states[4]);
}

#[test]
fn a_step_that_refuses_keeps_all_others_where_they_are() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    for title in ["Banner", "Poster", "Advert"] {
        rename(&mut workspace, &small, title, None);
    }
    drop(workspace);
    // The first renaming finds another title than it left.
    desk.tamper(
        "UPDATE history SET changeset = (SELECT changeset FROM history WHERE step = 4) WHERE step = 2",
    );
    let mut workspace = desk.open();
    let before = (told(&workspace), workspace.steps().unwrap());
    assert!(matches!(workspace.go_to(Moment::Step(1)), Err(StoreError::Conflict { .. })));
    assert_eq!((told(&workspace), workspace.steps().unwrap()), before);
}

//! Versions with a name, states of the past, and maps put back into one.

use store::{Moment, StepLabel, StoreError, Workspace};

use crate::fixture::{Desk, NOW, Small, edit, parts, place, small_map, told};

fn rename(workspace: &mut Workspace, small: &Small, title: &str) {
    let label = StepLabel::new("rename_touchpoint", title);
    let id = small.touchpoints[0];
    workspace.transact(&label, NOW, |tx| tx.rename_touchpoint(id, title)).unwrap();
}

fn map_at(workspace: &Workspace, small: &Small, moment: Moment) -> String {
    parts(&workspace.past(moment).unwrap().journey(small.map).unwrap())
}

fn now(workspace: &Workspace, small: &Small) -> String {
    parts(&workspace.journey(small.map).unwrap())
}

#[test]
fn a_version_outlives_the_steps_that_led_to_it() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    rename(&mut workspace, &small, "Banner");
    let id = workspace.name_version(Moment::Now, "Before the workshop", NOW + 1).unwrap();
    let named = now(&workspace, &small);
    assert_eq!(workspace.versions().unwrap()[0].step, Some(2));
    // It is no step, and what is undone does not take it away.
    assert_eq!(workspace.steps().unwrap().len(), 2);
    workspace.undo().unwrap();
    assert_eq!(map_at(&workspace, &small, Moment::Version(id)), named);
    assert_eq!(workspace.go_to(Moment::Version(id)).unwrap().len(), 1);
    workspace.undo().unwrap();

    // Another step gets the number of the one that is cut off.
    rename(&mut workspace, &small, "Poster");
    let version = workspace.versions().unwrap().remove(0);
    assert_eq!((version.name.as_str(), version.step), ("Before the workshop", None));
    assert!(workspace.go_to(Moment::Version(id)).is_err());
    drop(workspace);
    let mut workspace = desk.open();
    assert_eq!(map_at(&workspace, &small, Moment::Version(id)), named);
    workspace.forget_history().unwrap();
    assert_eq!(map_at(&workspace, &small, Moment::Version(id)), named);

    workspace.rename_version(id, "Workshop").unwrap();
    let other = workspace.name_version(Moment::Beginning, "Start", NOW).unwrap();
    let taken = workspace.rename_version(other, "Workshop").unwrap_err();
    assert!(matches!(taken, StoreError::TitleTaken { what: "version", .. }), "{taken}");
    workspace.delete_version(id).unwrap();
    let gone = workspace.past(Moment::Version(id)).unwrap_err();
    assert!(matches!(gone, StoreError::Missing { what: "version", .. }), "{gone}");
    assert_eq!(workspace.check().unwrap(), []);
}

#[test]
fn a_named_step_grows_no_more() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let mut type_title = |title: &str| {
        let label = StepLabel::new("rename_touchpoint", title).in_burst("typing");
        workspace.transact(&label, NOW, |tx| tx.rename_touchpoint(small.touchpoints[0], title)).unwrap();
        if title == "Banner" {
            workspace.name_version(Moment::Now, "Banner", NOW).unwrap();
        }
        workspace.steps().unwrap().len()
    };
    assert_eq!([type_title("Ban"), type_title("Banner"), type_title("Banners")], [2, 2, 3]);
}

#[test]
fn a_past_state_is_read_without_changing_anything() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let first = now(&workspace, &small);
    rename(&mut workspace, &small, "Banner");
    edit(&mut workspace, |tx| tx.delete_stage(small.stages[1]));
    let last = now(&workspace, &small);
    workspace.go_to(Moment::Step(2)).unwrap();
    let (before, steps) = (told(&workspace), workspace.steps().unwrap());
    assert_eq!(map_at(&workspace, &small, Moment::Step(1)), first);
    assert_eq!(map_at(&workspace, &small, Moment::Step(3)), last, "what is undone can be looked at, too");
    assert_eq!(map_at(&workspace, &small, Moment::Now), now(&workspace, &small));
    let empty = workspace.past(Moment::Beginning).unwrap();
    assert!(empty.journey(small.map).is_err());
    assert!(empty.replaced().maps.contains(&small.map));
    assert_eq!((told(&workspace), workspace.steps().unwrap()), (before, steps));
}

#[test]
fn a_map_is_put_back_into_the_rows_that_it_had() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let first = now(&workspace, &small);
    edit(&mut workspace, |tx| {
        // Titles change places, a stage goes with its card, and events move.
        tx.rename_stage(small.stages[0], "between")?;
        tx.rename_stage(small.stages[2], "Aware")?;
        tx.rename_stage(small.stages[0], "Buy")?;
        tx.delete_stage(small.stages[1])?;
        tx.set_events(small.touchpoints[0], &[])?;
        tx.set_events(small.touchpoints[2], &["ad".to_owned()])?;
        tx.add_touchpoint(small.stages[0], "New", place(300.0))
    });
    let changed = told(&workspace);
    let restore = |workspace: &mut Workspace| {
        let past = workspace.past(Moment::Step(1)).unwrap();
        let label = StepLabel::new("restore_map", "First");
        workspace.transact(&label, NOW, |tx| tx.restore_map(small.map, &past)).unwrap().1
    };
    assert!(restore(&mut workspace));
    assert_eq!(now(&workspace, &small), first);
    assert_eq!(workspace.check().unwrap(), []);
    assert!(!restore(&mut workspace), "it is so already, and no step");
    workspace.undo().unwrap();
    assert_eq!(told(&workspace), changed);
    workspace.redo().unwrap();
    assert_eq!(now(&workspace, &small), first);
}

#[test]
fn what_another_map_has_meanwhile_stays_its_own() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let small = small_map(&mut workspace, "First");
    let version = workspace.name_version(Moment::Now, "Whole", NOW).unwrap();
    edit(&mut workspace, |tx| {
        tx.rename_map(small.map, "Renamed")?;
        tx.delete_touchpoint(small.touchpoints[2])
    });
    // Its title and the id of its card go to another map.
    let other = small_map(&mut workspace, "First");
    assert_eq!(other.touchpoints[0], small.touchpoints[2]);
    let theirs = parts(&workspace.journey(other.map).unwrap());
    let past = workspace.past(Moment::Version(version)).unwrap();
    let label = StepLabel::new("restore_map", "First");
    workspace.transact(&label, NOW, |tx| tx.restore_map(small.map, &past)).unwrap();
    assert_eq!(parts(&workspace.journey(other.map).unwrap()), theirs);
    let journey = workspace.journey(small.map).unwrap();
    assert_eq!(journey.map().title, "Renamed");
    let titles: Vec<&str> = journey.touchpoints().map(|each| each.title.as_str()).collect();
    assert_eq!(titles, ["Ad", "Page", "Order"]);
    assert_eq!(journey.transitions().len(), 2);
    assert_eq!(workspace.check().unwrap(), []);
    workspace.undo().unwrap();
    assert_eq!(parts(&workspace.journey(other.map).unwrap()), theirs);
}

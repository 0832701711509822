//! Logs beside a workspace: its own is played into it, and any other leaves it as it is.

use std::cell::Cell;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use store::{StoreError, Unlocked, Workspace};

use crate::fixture::{Desk, NOW, always, batch, bytes, edit, small_map, source, told};
use crate::opening::copied_by_another_process;

/// The page of a file, and what a disk writes whole of a page of a protected one.
const PAGE: usize = 4096;

/// What a power cut would leave: the file and its log.
#[derive(Clone)]
pub struct Cut {
    file: Vec<u8>,
    log: Vec<u8>,
}

impl Cut {
    /// What the disk holds of an open workspace at this moment.
    pub fn of(desk: &Desk) -> Self {
        let read = |name: &str| copied_by_another_process(&desk.folder.path().join(name));
        Self { file: read("shop.touchline"), log: read("shop.touchline-wal") }
    }

    /// Lays it out on a desk of its own.
    pub fn lay(&self) -> Desk {
        let desk = Desk::new();
        fs::write(&desk.path, &self.file).unwrap();
        fs::write(log_of(&desk), &self.log).unwrap();
        desk
    }
}

fn log_of(desk: &Desk) -> PathBuf {
    desk.folder.path().join("shop.touchline-wal")
}

/// Opens what must be refused, and sees that both files stay as they were.
fn is_stray(cut: &Cut) {
    let desk = cut.lay();
    let refused = Workspace::open(&desk.path).unwrap_err();
    assert!(matches!(refused, StoreError::StrayLog(_)), "{refused}");
    assert!(bytes(&desk.path) == cut.file && bytes(&log_of(&desk)) == cut.log, "something was written");
    assert_eq!(desk.files(), ["shop.touchline", "shop.touchline-wal"]);
}

/// A workspace with some edits in its log, with what it held before each.
fn edited(desk: &Desk, workspace: &mut Workspace) -> (Cut, Vec<String>) {
    let mut states = vec![told(workspace)];
    for title in ["First", "Second", "Third"] {
        small_map(workspace, &format!("{title} of {}", states[0].len()));
        states.push(told(workspace));
    }
    (Cut::of(desk), states)
}

#[test]
fn the_log_of_another_workspace_destroys_nothing() {
    let (one, other) = (Desk::new(), Desk::new());
    let (mut small, mut large) = (one.create(), other.create());
    let rows: Vec<(String, i64)> = (0..3000).map(|row| (format!("customer {row}"), NOW - row)).collect();
    let rows: Vec<_> = rows.iter().map(|(key, at)| (key.as_str(), "ad", *at)).collect();
    large.import_interactions(batch(&rows), &source("one"), NOW, &always).unwrap();
    small_map(&mut large, "Much");
    let (cut, _) = edited(&one, &mut small);
    let large = Cut::of(&other);
    is_stray(&Cut { file: large.file.clone(), log: cut.log.clone() });
    is_stray(&Cut { file: cut.file, log: large.log });
}

#[test]
fn a_copy_put_over_the_file_is_not_mixed_with_the_log_that_stays() {
    let desk = Desk::new();
    drop(desk.create());
    let mut copies = vec![bytes(&desk.path)];
    let mut cuts = Vec::new();
    for round in 0..3 {
        let mut workspace = desk.open();
        cuts.push(edited(&desk, &mut workspace).0);
        if round == 1 {
            // An import changes the file without a log.
            let rows = batch(&[("a", "ad", NOW)]);
            workspace.import_interactions(rows, &source("one"), NOW, &always).unwrap();
        }
        drop(workspace);
        copies.push(bytes(&desk.path));
    }
    for (began, cut) in cuts.iter().enumerate() {
        for (at, file) in copies.iter().enumerate() {
            let mixed = Cut { file: file.clone(), log: cut.log.clone() };
            // From where the log began it goes on, and a file in which all of it was written is the same with it.
            if at == began || (at == began + 1 && began != 1) {
                mixed.lay().open();
            } else {
                is_stray(&mixed);
            }
        }
    }
}

#[test]
fn a_log_goes_on_after_a_restart_only_from_where_it_ended() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let (first, _) = edited(&desk, &mut workspace);
    // The same cut, opened and edited at two places.
    let (here, there) = (first.lay(), first.lay());
    let (mut one, mut other) = (here.open(), there.open());
    edit(&mut one, |tx| tx.rename_workspace("Here"));
    edit(&mut other, |tx| tx.rename_workspace("There"));
    let (one, other) = (Cut::of(&here), Cut::of(&there));
    assert_eq!(one.lay().open().about().unwrap().title, "Here");
    is_stray(&Cut { file: first.file.clone(), log: one.log.clone() });
    // Until the first edit both are the same state.
    let crossed = Cut { file: other.file, log: one.log };
    assert_eq!(crossed.lay().open().about().unwrap().title, "Here");
}

#[test]
fn a_large_log_is_written_into_the_file_and_begun_again() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let long = "x".repeat(50_000);
    let mut largest = 0;
    for round in 0..60 {
        edit(&mut workspace, |tx| tx.rename_workspace(&format!("{round} {long}")));
        largest = largest.max(fs::metadata(log_of(&desk)).unwrap().len());
    }
    assert!(largest > 4 << 20 && largest < 6 << 20, "{largest}");
    let cut = Cut::of(&desk);
    let there = cut.lay().open().about().unwrap().title;
    assert_eq!(there, workspace.about().unwrap().title);
}

#[test]
fn an_edit_that_fails_first_leaves_the_log_with_its_name() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let refused = workspace.transact(&store::StepLabel::new("edit", "it"), NOW, |tx| {
        tx.rename_workspace("Lost")?;
        Err::<(), _>(StoreError::NoPlace)
    });
    refused.unwrap_err();
    small_map(&mut workspace, "Kept");
    let cut = Cut::of(&desk);
    assert_eq!(cut.lay().open().maps().unwrap().len(), 1);
}

#[test]
fn a_stray_log_is_set_aside_or_made_a_workspace_of_its_own() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let before = bytes_of(&desk);
    let (_, states) = edited(&desk, &mut workspace);
    drop(workspace);
    let mut workspace = desk.open();
    edit(&mut workspace, |tx| tx.rename_workspace("Later"));
    let log = Cut::of(&desk).log;
    let stray = Cut { file: before, log };
    is_stray(&stray);

    let here = stray.lay();
    let parted = Workspace::part(&here.path).unwrap();
    assert!(bytes(&here.path) == stray.file && bytes(&log_of(&here)) == stray.log);
    assert_eq!(told(&Workspace::open(&parted.without).unwrap()), states[0]);
    if let Some(with) = parted.with {
        drop(Workspace::open(&with));
    }
    let aside = Workspace::set_log_aside(&here.path).unwrap();
    assert!(aside.ends_with("shop.touchline-wal-aside") && bytes(&aside) == stray.log);
    assert_eq!(told(&here.open()), states[0]);
    // Without a log there is nothing to set aside.
    assert!(matches!(Workspace::set_log_aside(&here.path), Err(StoreError::Io { .. })));
    assert!(!here.files().contains(&"shop.touchline-wal-aside-2".to_owned()));
}

fn bytes_of(desk: &Desk) -> Vec<u8> {
    copied_by_another_process(&desk.path)
}

/// What a power cut in the middle of writing a log into its file leaves: some of its pages are there. The first page is
/// written when the log is gone.
fn partly(from: &[u8], to: &[u8], first: usize, written: &[bool]) -> Vec<u8> {
    let mut file = from.to_vec();
    file.resize(to.len().max(from.len()), 0);
    for (page, piece) in to.chunks(PAGE).enumerate() {
        if written[page % written.len()] && page * PAGE >= first {
            file[page * PAGE..page * PAGE + piece.len()].copy_from_slice(piece);
        }
    }
    file
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_power_cut_while_a_log_is_written_into_its_file_loses_nothing(
        written in prop::collection::vec(any::<bool>(), 1..40),
    ) {
        for (logged, first) in [(LOGGED.with(Logged::clone), 0), (PROTECTED.with(Logged::clone), 4 * PAGE)] {
            let file = partly(&logged.cut.file, &logged.whole, first, &written);
            let half = Cut { file, log: logged.cut.log };
            let desk = half.lay();
            let workspace = desk.open();
            prop_assert_eq!(&told(&workspace), logged.states.last().unwrap());
            prop_assert_eq!(workspace.check().unwrap(), []);
        }
    }

    #[test]
    fn a_log_that_is_cut_short_opens_as_it_was_after_one_of_the_edits(share in 0.0..1.0_f64) {
        let Logged { mut cut, states, .. } = LOGGED.with(Logged::clone);
        cut.log.truncate((cut.log.len() as f64 * share) as usize);
        let workspace_desk = cut.lay();
        let found = told(&workspace_desk.open());
        prop_assert!(states.contains(&found));
    }

    #[test]
    fn a_log_with_a_wrong_byte_is_cut_short_there_or_refused(share in 0.0..1.0_f64, bit in 0..8_u32) {
        let Logged { mut cut, states, .. } = LOGGED.with(Logged::clone);
        let at = ((cut.log.len() - 1) as f64 * share) as usize;
        cut.log[at] ^= 1 << bit;
        let desk = cut.lay();
        match Workspace::open(&desk.path) {
            Ok(workspace) => prop_assert!(states.contains(&told(&workspace))),
            Err(_) => prop_assert!(bytes(&desk.path) == cut.file && bytes(&log_of(&desk)) == cut.log),
        }
    }
}

/// A workspace with edits in its log.
#[derive(Clone)]
struct Logged {
    cut: Cut,
    /// What was there after each edit.
    states: Vec<String>,
    /// The file when all of the log is in it.
    whole: Vec<u8>,
    _key: Option<Unlocked>,
}

impl Logged {
    fn new(passphrase: Option<&str>) -> Self {
        let desk = Desk::new();
        drop(desk.create());
        let key = passphrase.map(|passphrase| desk.protect(passphrase));
        let mut workspace = desk.open();
        let (cut, states) = edited(&desk, &mut workspace);
        drop(workspace);
        Self { cut, states, whole: bytes(&desk.path), _key: key }
    }
}

thread_local! {
    static LOGGED: Logged = Logged::new(None);
    static PROTECTED: Logged = Logged::new(Some("correct horse"));
}

/// Files and logs that two workspaces had at one time or another, and all that was ever acknowledged.
struct Pool {
    files: Vec<Vec<u8>>,
    logs: Vec<Vec<u8>>,
    states: Vec<String>,
    _key: Option<Unlocked>,
}

impl Pool {
    /// Two workspaces, of which the second is a copy that goes another way after a while, and another from the start.
    fn new(passphrase: Option<&str>) -> Self {
        let desk = Desk::new();
        drop(desk.create());
        let key = passphrase.map(|passphrase| desk.protect(passphrase));
        let mut pool = Self { files: Vec::new(), logs: Vec::new(), states: Vec::new(), _key: key };
        pool.live(&desk, "here");
        let branch = desk.copied();
        pool.live(&desk, "on");
        pool.live(&branch, "there");
        let other = Desk::new();
        drop(other.create());
        pool.live(&other, "elsewhere");
        pool
    }

    /// Some edits and an import, with what would be found if the power went at any moment.
    fn live(&mut self, desk: &Desk, name: &str) {
        let mut workspace = desk.open();
        for round in 0..3 {
            self.states.push(all_told(&workspace));
            if round == 1 {
                let rows = batch(&[(name, "ad", NOW), ("a", "ad", NOW + 1)]);
                workspace.import_interactions(rows, &source(name), NOW, &always).unwrap();
                self.states.push(all_told(&workspace));
            }
            small_map(&mut workspace, &format!("{name} {round}"));
            self.see(desk, &workspace);
            edit(&mut workspace, |tx| tx.rename_workspace(&format!("{name} and {round}")));
            self.see(desk, &workspace);
        }
        drop(workspace);
        self.files.push(bytes(&desk.path));
    }

    fn see(&mut self, desk: &Desk, workspace: &Workspace) {
        let cut = Cut::of(desk);
        self.files.push(cut.file);
        self.logs.push(cut.log);
        self.states.push(all_told(workspace));
    }
}

fn all_told(workspace: &Workspace) -> String {
    format!("{} {:?} {:?}", told(workspace), workspace.columns().unwrap(), workspace.imports().unwrap())
}

/// A file and a log, which is cut short or has wrong bits.
fn mixtures() -> impl Strategy<Value = (usize, usize, Option<f64>, Vec<(f64, u32)>)> {
    let share = prop::option::of(0.0..1.0_f64);
    let wrong =
        prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec((0.0..1.0_f64, 0..8_u32), 1..4)];
    (any::<usize>(), any::<usize>(), share, wrong)
}

#[test]
fn any_log_beside_any_file_gives_what_was_acknowledged_or_is_left_alone() {
    try_mixtures(&Pool::new(None));
}

#[test]
fn any_log_beside_any_protected_file_gives_what_was_acknowledged_or_is_left_alone() {
    try_mixtures(&Pool::new(Some("correct horse")));
}

/// `TOUCHLINE_CASES` sets how many mixtures of files and logs are tried.
fn try_mixtures(pool: &Pool) {
    let cases = env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    let mut runner =
        TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    let (opened, refused) = (Cell::new(0), Cell::new(0));
    let tried = runner.run(&mixtures(), |(file, log, share, wrong)| {
        let mut cut = Cut {
            file: pool.files[file % pool.files.len()].clone(),
            log: pool.logs[log % pool.logs.len()].clone(),
        };
        if let Some(share) = share {
            cut.log.truncate((cut.log.len() as f64 * share) as usize);
        }
        for (share, bit) in wrong {
            let at = (cut.log.len() as f64 * share) as usize;
            cut.log.get_mut(at).into_iter().for_each(|byte| *byte ^= 1 << bit);
        }
        let desk = cut.lay();
        if let Ok(workspace) = Workspace::open(&desk.path) {
            opened.set(opened.get() + 1);
            prop_assert!(pool.states.contains(&all_told(&workspace)), "it was never so");
            prop_assert_eq!(workspace.check().unwrap(), []);
        } else {
            refused.set(refused.get() + 1);
            prop_assert!(bytes(&desk.path) == cut.file && bytes(&log_of(&desk)) == cut.log);
        }
        Ok(())
    });
    tried.unwrap();
    assert!(opened.get() > cases / 50 && refused.get() > cases / 4, "{opened:?} {refused:?}");
}

#[test]
fn what_is_left_by_a_version_without_names_is_opened_if_it_is_whole() {
    let desk = Desk::new();
    let mut workspace = desk.create();
    let (cut, states) = edited(&desk, &mut workspace);
    // The file as such a version left it: no names in it, and a log of its own.
    let nameless = |path: &Path| {
        let conn = rusqlite::Connection::open(path).unwrap();
        // Each table that has got columns since, and how many it had.
        for (table, had) in
            [("map", 4), ("persona", 6), ("touchpoint", 9), ("stage", 5), ("transition", 4), ("lane", 5)]
        {
            let names = format!("SELECT name FROM pragma_table_info('{table}') WHERE cid >= {had}");
            let names: Vec<String> = conn
                .prepare(&names)
                .unwrap()
                .query_map([], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            for name in names {
                conn.execute_batch(&format!("ALTER TABLE {table} DROP COLUMN {name}")).unwrap();
            }
        }
        conn.execute_batch(
            "DROP TABLE note;
             DROP TABLE lineage;
             DROP TABLE version;
             DROP TABLE touchpoint_cell;
             DROP TABLE lane_card;
             DROP TABLE map_persona;
             DROP TABLE persona_feeling;
             DROP TABLE story_mark;
             DROP TABLE story_step;
             DROP TABLE merged_key;
             DROP TABLE persona_customer;
             DROP TABLE event_meaning;
             ALTER TABLE chunk DROP COLUMN checksum;
             ALTER TABLE sheet DROP COLUMN checksum;
             ALTER TABLE sheet DROP COLUMN name_checksum;
             ALTER TABLE sheet_column DROP COLUMN checksum;
             PRAGMA user_version = 7;",
        )
        .unwrap();
        conn
    };
    let old = cut.lay();
    drop(old.open());
    drop(nameless(&old.path));
    let opened = old.open();
    assert_eq!(&told(&opened), states.last().unwrap());
    assert_eq!(opened.check().unwrap(), []);
}

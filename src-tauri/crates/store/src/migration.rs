//! From an older format of the workspace file to the present one.
//!
//! Tables under history are only appended to: columns with a default at their end, and tables that were not there.
//! So what was recorded before still fits, and people can undo past a migration. Other tables may be made again.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::backup::copy_pages;
use crate::file::create_free;
use crate::key::Unlocked;
use crate::{StoreError, carried, lineage};

/// A part of a migration that SQL cannot do.
type Carry = fn(&Connection) -> Result<(), StoreError>;

/// From one format of the file to the next.
#[derive(Clone, Copy)]
pub(crate) struct Migration {
    /// What SQL can do.
    sql: &'static str,
    /// What it cannot, done afterwards.
    then: Option<Carry>,
}

impl Migration {
    const fn sql(sql: &'static str) -> Self {
        Self { sql, then: None }
    }
}

/// From each format to the next; the first makes a new file.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration::sql(include_str!("../migrations/001.sql")),
    Migration::sql(include_str!("../migrations/002.sql")),
    Migration::sql(include_str!("../migrations/003.sql")),
    Migration::sql(include_str!("../migrations/004.sql")),
    Migration { sql: include_str!("../migrations/005.sql"), then: Some(carried::customers) },
    Migration::sql(include_str!("../migrations/006.sql")),
    Migration::sql(include_str!("../migrations/007.sql")),
    Migration::sql(include_str!("../migrations/008.sql")),
    Migration { sql: include_str!("../migrations/009.sql"), then: Some(carried::checksums) },
    Migration::sql(include_str!("../migrations/010.sql")),
    Migration::sql(include_str!("../migrations/011.sql")),
    Migration::sql(include_str!("../migrations/012.sql")),
    Migration::sql(include_str!("../migrations/013.sql")),
    Migration::sql(include_str!("../migrations/014.sql")),
    Migration::sql(include_str!("../migrations/015.sql")),
    Migration::sql(include_str!("../migrations/016.sql")),
    Migration::sql(include_str!("../migrations/017.sql")),
    Migration::sql(include_str!("../migrations/018.sql")),
    Migration::sql(include_str!("../migrations/019.sql")),
    Migration::sql(include_str!("../migrations/020.sql")),
    Migration::sql(include_str!("../migrations/021.sql")),
    Migration::sql(include_str!("../migrations/022.sql")),
    Migration::sql(include_str!("../migrations/023.sql")),
    Migration::sql(include_str!("../migrations/024.sql")),
    Migration::sql(include_str!("../migrations/025.sql")),
    Migration::sql(include_str!("../migrations/026.sql")),
];

/// The first format whose states have names.
const NAMED: usize = 8;

/// The format of the file: how many migrations it has seen.
pub(crate) fn format(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Runs the migrations that the file has not seen, all of them or none.
pub(crate) fn migrate(conn: &Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    // Rebuilding a table needs foreign keys off, which only works outside a transaction.
    conn.pragma_update(None, "foreign_keys", false)?;
    let result = migrate_in_transaction(conn, migrations);
    conn.pragma_update(None, "foreign_keys", true)?;
    result
}

fn migrate_in_transaction(conn: &Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let seen = usize::try_from(format(&tx)?).unwrap_or(0);
    for migration in migrations.iter().skip(seen) {
        tx.execute_batch(migration.sql)?;
        migration.then.map_or(Ok(()), |then| then(&tx))?;
    }
    let broken: i64 = tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken > 0 {
        return Err(StoreError::damaged(format!("{broken} rows refer to something that is not there")));
    }
    // It goes to the log as any change does; formats of before know nothing of that.
    if migrations.len() >= NAMED {
        lineage::go_on(&tx)?;
    }
    tx.pragma_update(None, "user_version", migrations.len() as i64)?;
    Ok(tx.commit()?)
}

/// Copies the workspace beside itself, as `NAME.vFORMAT.touchline-backup` or, if that is taken, with a number.
pub(crate) fn back_up(
    conn: &Connection,
    path: &Path,
    format: i64,
    key: Option<&Unlocked>,
) -> Result<PathBuf, StoreError> {
    let target = create_free(|number| {
        let suffix = if number == 1 { String::new() } else { format!("-{number}") };
        path.with_extension(format!("v{format}{suffix}.touchline-backup"))
    })?;
    copy_pages(conn, &target, key)?;
    Ok(target)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use model::{
        Details, Lifecycle, MapId, PersonaDetails, PersonaId, Place, Rule, StageDetails, StageId,
        TouchpointId, TransitionDetails, TransitionId,
    };
    use tempfile::TempDir;

    use super::*;
    use crate::{NewPersona, NewWorkspace, StepLabel, Tx, Workspace};

    const SECOND: &str = "ALTER TABLE persona ADD COLUMN motto TEXT NOT NULL DEFAULT '';
                          UPDATE workspace SET title = title || ', moved on';";
    /// The format of a file in which a segment was an attribute's value.
    const BEFORE_RULES: usize = 6;
    /// The format of a file in which touchpoints had no details.
    const BEFORE_DETAILS: usize = 10;
    /// The format of a file in which stages and transitions had none.
    const BEFORE_STAGE_DETAILS: usize = 11;
    /// The format of a file in which personas had no sheets.
    const BEFORE_SHEETS: usize = 14;
    /// The format of a file in which a map told the journey of one persona.
    const BEFORE_SEVERAL: usize = 17;
    const THIRD: &str = "CREATE TABLE idea (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;";

    fn old_workspace() -> (TempDir, PathBuf) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("shop.touchline");
        let new = NewWorkspace { title: "Shop".to_owned(), timezone: "UTC".to_owned() };
        drop(Workspace::create(&path, &new, 0).unwrap());
        (folder, path)
    }

    fn files(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The migrations that this version knows and some more.
    fn with(more: &[&'static str]) -> Vec<Migration> {
        MIGRATIONS.iter().copied().chain(more.iter().copied().map(Migration::sql)).collect()
    }

    #[test]
    fn an_older_file_is_backed_up_and_migrated_step_by_step() {
        let (folder, path) = old_workspace();
        let old = fs::read(&path).unwrap();
        let present = MIGRATIONS.len() as i64;
        let workspace = Workspace::open_knowing(&path, &with(&[SECOND, THIRD])).unwrap();
        assert_eq!(workspace.about().unwrap().title, "Shop, moved on");
        assert_eq!(format(&workspace.conn).unwrap(), present + 2);
        workspace.conn.execute("INSERT INTO idea (text) VALUES ('better')", []).unwrap();
        drop(workspace);
        let copy = format!("shop.v{present}.touchline-backup");
        assert_eq!(files(&folder), ["shop.touchline", &copy]);

        // The copy is the old workspace, and the present version of the app refuses the new one.
        let refused = Workspace::open(&path).unwrap_err();
        assert!(
            matches!(refused, StoreError::Newer { found, known, .. } if (found, known) == (present + 2, present))
        );
        assert_eq!(Workspace::open(&folder.path().join(&copy)).unwrap().about().unwrap().title, "Shop");

        fs::write(&path, old).unwrap();
        drop(Workspace::open_knowing(&path, &with(&[SECOND])).unwrap());
        let second = format!("shop.v{present}-2.touchline-backup");
        assert_eq!(files(&folder), ["shop.touchline", &second, &copy]);
    }

    #[test]
    fn a_migration_that_fails_in_the_middle_leaves_everything_untouched() {
        let (folder, path) = old_workspace();
        let old = fs::read(&path).unwrap();
        let orphan = "INSERT INTO stage (map, position, title) VALUES (99, 0, 'lost')";
        for broken in
            ["UPDATE no_such_table SET title = ''", "CREATE TABLE half (id INTEGER); SELECT", orphan]
        {
            Workspace::open_knowing(&path, &with(&[SECOND, broken])).unwrap_err();
            assert_eq!(fs::read(&path).unwrap(), old, "{broken}");
            assert_eq!(files(&folder), ["shop.touchline"], "{broken}");
        }
        assert_eq!(Workspace::open(&path).unwrap().about().unwrap().title, "Shop");
    }

    #[test]
    fn a_file_of_the_present_format_is_neither_copied_nor_changed() {
        let (folder, path) = old_workspace();
        drop(Workspace::open(&path).unwrap());
        assert_eq!(files(&folder), ["shop.touchline"]);
    }

    /// Everything under history, as it is told.
    fn told(workspace: &Workspace) -> String {
        let maps = workspace.maps().unwrap();
        let journeys: Vec<_> =
            maps.iter().map(|map| format!("{:?}", workspace.journey(map.id).unwrap())).collect();
        format!(
            "{maps:?} {journeys:?} {:?} {:?}",
            workspace.personas().unwrap(),
            workspace.segments().unwrap()
        )
    }

    fn step<T>(workspace: &mut Workspace, edit: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
        let (value, changed) = workspace.transact(&StepLabel::new("edit", "it"), 0, edit).unwrap();
        assert!(changed);
        value
    }

    /// Twenty steps that add, change and delete in every table that people fill.
    fn twenty_steps(workspace: &mut Workspace, round: usize) {
        let name = format!("Round {round}");
        let place = Place { x: 24.0, y: 40.0 };
        let segment = step(workspace, |tx| tx.add_segment(&name, &Rule::attribute_is("plan", "pro")));
        let new = NewPersona { name: &name, segment: Some(segment), ..NewPersona::default() };
        let persona = step(workspace, |tx| tx.add_persona(&new));
        let gone = step(workspace, |tx| tx.add_persona(&new));
        step(workspace, |tx| tx.delete_persona(gone));
        let map = step(workspace, |tx| tx.add_map(&name, Lifecycle::Linear, Some(persona)));
        let first = step(workspace, |tx| tx.add_stage(map, 0, "First"));
        let second = step(workspace, |tx| tx.add_stage(map, 0, "Second"));
        let ad = step(workspace, |tx| tx.add_touchpoint(first, "Ad", place));
        let order = step(workspace, |tx| tx.add_touchpoint(second, "Order", place));
        step(workspace, |tx| tx.set_events(ad, &["ad".to_owned(), "click".to_owned()]));
        step(workspace, |tx| tx.leave_event(map, "other", true));
        let transition = step(workspace, |tx| tx.add_transition(ad, order));
        step(workspace, |tx| tx.rename_touchpoint(ad, "Advert"));
        step(workspace, |tx| tx.move_stage(first, 0));
        step(workspace, |tx| tx.delete_transition(transition));
        step(workspace, |tx| tx.set_touchpoint_goal(order, Some(true)));
        step(workspace, |tx| tx.delete_touchpoint(order));
        step(workspace, |tx| tx.delete_stage(second));
        step(workspace, |tx| tx.delete_segment(segment));
        step(workspace, |tx| tx.rename_map(map, &format!("{name}, renamed")));
    }

    #[test]
    fn two_hundred_steps_are_undone_and_redone_past_a_new_column_and_a_new_table() {
        let (_folder, path) = old_workspace();
        let mut workspace = Workspace::open(&path).unwrap();
        let before = told(&workspace);
        for round in 0..10 {
            twenty_steps(&mut workspace, round);
        }
        let after = told(&workspace);
        drop(workspace);
        let column = "ALTER TABLE persona ADD COLUMN motto TEXT NOT NULL DEFAULT '';
                      ALTER TABLE touchpoint ADD COLUMN cost REAL;";
        let mut workspace = Workspace::open_knowing(&path, &with(&[column, THIRD])).unwrap();
        for _ in 0..200 {
            workspace.undo().unwrap().unwrap();
        }
        assert_eq!(workspace.undo().unwrap(), None);
        assert_eq!(told(&workspace), before);
        for _ in 0..200 {
            workspace.redo().unwrap().unwrap();
        }
        assert_eq!(told(&workspace), after);
        // Steps of the new format go on from there.
        twenty_steps(&mut workspace, 10);
        for _ in 0..220 {
            workspace.undo().unwrap().unwrap();
        }
        assert_eq!(told(&workspace), before);
        assert_eq!(workspace.check().unwrap(), []);
    }

    #[test]
    fn a_step_that_no_longer_fits_is_refused_and_not_skipped() {
        let (_folder, path) = old_workspace();
        let mut workspace = Workspace::open(&path).unwrap();
        step(&mut workspace, |tx| tx.add_persona(&NewPersona { name: "Lena", ..NewPersona::default() }));
        drop(workspace);
        let broken = "ALTER TABLE persona DROP COLUMN goals";
        let mut workspace = Workspace::open_knowing(&path, &with(&[broken])).unwrap();
        let refused = workspace.undo().unwrap_err();
        let recorded = MIGRATIONS.len() as i64;
        assert!(
            matches!(&refused, StoreError::Misfit { table, format, .. } if table == "persona" && *format == recorded),
            "{refused}"
        );
        assert!(workspace.history().unwrap().undo.is_some());
        let rows: i64 =
            workspace.conn.query_row("SELECT count(*) FROM persona", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 1);
    }

    #[test]
    fn a_burst_does_not_join_steps_of_two_formats() {
        let (_folder, path) = old_workspace();
        let label = StepLabel::new("edit", "it").in_burst("typing");
        let mut workspace = Workspace::open(&path).unwrap();
        let new = NewPersona { name: "Lena", ..NewPersona::default() };
        workspace.transact(&label, 0, |tx| tx.add_persona(&new)).unwrap();
        drop(workspace);
        let mut workspace = Workspace::open_knowing(&path, &with(&[SECOND])).unwrap();
        workspace.transact(&label, 0, |tx| tx.add_persona(&new)).unwrap();
        workspace.undo().unwrap();
        assert_eq!(workspace.personas().unwrap().len(), 1);
        workspace.undo().unwrap();
        assert_eq!(workspace.personas().unwrap().len(), 0);
    }

    #[test]
    fn imports_of_an_older_file_keep_what_refers_to_them() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("old.touchline");
        let conn = Connection::open(&path).unwrap();
        migrate(&conn, &MIGRATIONS[..2]).unwrap();
        conn.execute_batch(
            "INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0);
             INSERT INTO import VALUES (4, 'customers', 'a.csv', 'digest', '{}', 5, 1, 2, 0);
             INSERT INTO customer (id, key, name) VALUES (1, 'a', 'A');
             INSERT INTO profile VALUES (1, 4, 'A', '{}');",
        )
        .unwrap();
        drop(conn);
        let workspace = Workspace::open(&path).unwrap();
        assert_eq!(workspace.imports().unwrap()[0].source.name, "a.csv");
        workspace.conn.execute("INSERT INTO import (kind, source, fingerprint, columns, at, taken, rejected) VALUES ('kind to come', '', '', '{}', 0, 0, 0)", []).unwrap();
        assert_eq!(workspace.check().unwrap(), []);
        let orphan = "INSERT INTO sheet VALUES (9, 99, x'', x'', x'')";
        assert!(workspace.conn.execute(orphan, []).is_err(), "foreign keys hold for the table made again");
    }

    /// A step of history as an older version of the app recorded it.
    fn recorded(conn: &Connection, table: &str, sql: &str) {
        let mut session = rusqlite::session::Session::new(conn).unwrap();
        session.attach(Some(table)).unwrap();
        conn.execute_batch(sql).unwrap();
        let mut changeset = Vec::new();
        session.changeset_strm(&mut changeset).unwrap();
        let sql = "INSERT INTO history (op, subject, at, undone, format, changeset)
                   SELECT 'edit', 'it', 0, 0, user_version, ?1 FROM pragma_user_version";
        conn.execute(sql, [changeset]).unwrap();
    }

    #[test]
    fn a_segment_from_before_there_were_rules_comes_back_with_its_rule() {
        let (_folder, path) = old_workspace();
        fs::remove_file(&path).unwrap();
        let conn = Connection::open(&path).unwrap();
        migrate(&conn, &MIGRATIONS[..BEFORE_RULES]).unwrap();
        conn.execute_batch("INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0)").unwrap();
        for name in ["Kept", "Gone"] {
            recorded(
                &conn,
                "segment",
                &format!("INSERT INTO segment (name, attribute, value) VALUES ('{name}', 'plan', '{name}')"),
            );
        }
        recorded(&conn, "segment", "DELETE FROM segment WHERE name = 'Gone'");
        conn.close().unwrap();

        let mut workspace = Workspace::open(&path).unwrap();
        let rules = |workspace: &Workspace| -> Vec<Rule> {
            let segments = workspace.segments().unwrap();
            segments.iter().map(|segment| workspace.segment_rule(segment.id).unwrap()).collect()
        };
        assert_eq!(rules(&workspace), [Rule::attribute_is("plan", "Kept")]);
        workspace.undo().unwrap();
        assert_eq!(rules(&workspace), ["Kept", "Gone"].map(|value| Rule::attribute_is("plan", value)));
        let gone = workspace.segments().unwrap()[1].id;
        step(&mut workspace, |tx| tx.set_segment_rule(gone, &Rule::All(Vec::new())));
        workspace.undo().unwrap();
        workspace.undo().unwrap();
        workspace.undo().unwrap();
        assert_eq!(rules(&workspace), []);
        workspace.redo().unwrap();
        assert_eq!(rules(&workspace), [Rule::attribute_is("plan", "Kept")]);
        assert_eq!(workspace.check().unwrap(), []);
    }

    #[test]
    fn steps_from_before_touchpoints_had_details_are_undone_and_redone() {
        let (_folder, path) = old_workspace();
        fs::remove_file(&path).unwrap();
        let conn = Connection::open(&path).unwrap();
        migrate(&conn, &MIGRATIONS[..BEFORE_DETAILS]).unwrap();
        conn.execute_batch(
            "INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0);
             INSERT INTO map (id, title, lifecycle) VALUES (1, 'Way', 'linear');
             INSERT INTO stage (id, map, position, title) VALUES (1, 1, 0, 'First');",
        )
        .unwrap();
        for id in [1, 2] {
            let add = "INSERT INTO touchpoint (id, map, stage, title, x, y, channel)";
            recorded(&conn, "touchpoint", &format!("{add} VALUES ({id}, 1, 1, 'Ad', 0, 0, 'email')"));
        }
        recorded(&conn, "touchpoint", "UPDATE touchpoint SET title = 'Advert' WHERE id = 1");
        recorded(&conn, "touchpoint", "DELETE FROM touchpoint WHERE id = 2");
        conn.close().unwrap();

        let mut workspace = Workspace::open(&path).unwrap();
        let written = Details { quote: "Safe?".to_owned(), ..Details::default() };
        let (first, second) = (TouchpointId(1), TouchpointId(2));
        step(&mut workspace, |tx| tx.set_details(first, &written));
        let details = |workspace: &Workspace, id| {
            let journey = workspace.journey(MapId(1)).unwrap();
            journey.touchpoint(id).map(|touchpoint| touchpoint.details.clone())
        };
        assert_eq!(details(&workspace, second), None);
        let after = told(&workspace);
        for _ in 0..2 {
            workspace.undo().unwrap().unwrap();
        }
        assert_eq!(details(&workspace, first), Some(Details::default()));
        assert_eq!(details(&workspace, second), Some(Details::default()), "it came back as it can be");
        while workspace.undo().unwrap().is_some() {}
        assert_eq!(details(&workspace, first), None);
        while workspace.redo().unwrap().is_some() {}
        assert_eq!(told(&workspace), after);
        assert_eq!(workspace.check().unwrap(), []);
    }

    #[test]
    fn steps_from_before_stages_and_transitions_had_details_are_undone_and_redone() {
        let (_folder, path) = old_workspace();
        fs::remove_file(&path).unwrap();
        let conn = Connection::open(&path).unwrap();
        migrate(&conn, &MIGRATIONS[..BEFORE_STAGE_DETAILS]).unwrap();
        conn.execute_batch(
            "INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0);
             INSERT INTO map (id, title, lifecycle) VALUES (1, 'Way', 'linear');",
        )
        .unwrap();
        recorded(&conn, "stage", "INSERT INTO stage (id, map, position, title) VALUES (1, 1, 0, 'First')");
        recorded(
            &conn,
            "touchpoint",
            "INSERT INTO touchpoint (id, map, stage, title, x, y) VALUES (1, 1, 1, 'Ad', 0, 0)",
        );
        let join = "INSERT INTO transition (id, map, from_touchpoint, to_touchpoint) VALUES (1, 1, 1, 1)";
        recorded(&conn, "transition", join);
        conn.close().unwrap();

        let mut workspace = Workspace::open(&path).unwrap();
        let before = told(&workspace);
        let aim = StageDetails { aim: "Seen".to_owned(), ..StageDetails::default() };
        step(&mut workspace, |tx| tx.set_stage_details(StageId(1), &aim));
        let label = TransitionDetails { label: "again".to_owned(), kind: None };
        step(&mut workspace, |tx| tx.set_transition_details(TransitionId(1), &label));
        let after = told(&workspace);
        assert!(after.contains("Seen") && after.contains("again"), "{after}");
        workspace.undo().unwrap();
        workspace.undo().unwrap();
        assert_eq!(told(&workspace), before);
        while workspace.undo().unwrap().is_some() {}
        while workspace.redo().unwrap().is_some() {}
        assert_eq!(told(&workspace), after);
        assert_eq!(workspace.check().unwrap(), []);
    }

    #[test]
    fn steps_from_before_personas_had_sheets_are_undone_and_redone() {
        let (_folder, path) = old_workspace();
        fs::remove_file(&path).unwrap();
        let conn = Connection::open(&path).unwrap();
        migrate(&conn, &MIGRATIONS[..BEFORE_SHEETS]).unwrap();
        conn.execute_batch("INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0)").unwrap();
        let add = "INSERT INTO persona (id, name, description, goals, frustrations)";
        for (id, name) in [(1, "Nora"), (2, "Tom"), (3, "Gone")] {
            recorded(&conn, "persona", &format!("{add} VALUES ({id}, '{name}', '', '', '')"));
        }
        recorded(&conn, "persona", "UPDATE persona SET goals = 'A bag' WHERE id = 1");
        recorded(&conn, "persona", "DELETE FROM persona WHERE id = 3");
        conn.close().unwrap();

        let mut workspace = Workspace::open(&path).unwrap();
        let written = PersonaDetails { quote: "When?".to_owned(), ..PersonaDetails::default() };
        step(&mut workspace, |tx| tx.set_persona_details(PersonaId(2), &written));
        let after = told(&workspace);
        assert!(after.contains("When?"), "{after}");
        while workspace.undo().unwrap().is_some() {}
        assert_eq!(workspace.personas().unwrap(), []);
        while workspace.redo().unwrap().is_some() {}
        assert_eq!(told(&workspace), after);
        assert_eq!(workspace.check().unwrap(), []);
    }

    #[test]
    fn steps_from_before_maps_had_several_personas_are_undone_and_redone() {
        let (_folder, path) = old_workspace();
        fs::remove_file(&path).unwrap();
        let conn = Connection::open(&path).unwrap();
        migrate(&conn, &MIGRATIONS[..BEFORE_SEVERAL]).unwrap();
        conn.execute_batch(
            "INSERT INTO workspace VALUES (1, 'Old', 'UTC', 0);
             INSERT INTO persona (id, name, description, goals, frustrations)
             VALUES (1, 'Nora', '', '', ''), (2, 'Tom', '', '', ''), (3, 'Ida', '', '', '');",
        )
        .unwrap();
        recorded(&conn, "map", "INSERT INTO map (id, title, lifecycle) VALUES (1, 'Way', 'linear')");
        for persona in [1, 2] {
            recorded(&conn, "map", &format!("UPDATE map SET persona = {persona} WHERE id = 1"));
        }
        conn.close().unwrap();

        let mut workspace = Workspace::open(&path).unwrap();
        let told = |workspace: &Workspace| -> Vec<Vec<i64>> {
            let ids = |personas: &[PersonaId]| personas.iter().map(|id| id.0).collect();
            workspace.maps().unwrap().iter().map(|map| ids(&map.personas)).collect()
        };
        assert_eq!(told(&workspace), [[2]]);
        step(&mut workspace, |tx| tx.set_map_personas(MapId(1), &[3, 2].map(PersonaId)));
        for before in [&[&[2][..]][..], &[&[1]], &[&[]], &[]] {
            workspace.undo().unwrap().unwrap();
            assert_eq!(told(&workspace), before);
        }
        while workspace.redo().unwrap().is_some() {}
        assert_eq!(told(&workspace), [[3, 2]]);
        assert_eq!(workspace.check().unwrap(), []);
    }

    /// What a file of format 1 said of three customers in two imports, and a segment of them.
    const OLD_CUSTOMERS: &str = r#"
        INSERT INTO workspace VALUES (1, 'Shop', 'UTC', 0);
        INSERT INTO import (id, kind, source, fingerprint, columns, at, taken, rejected)
        VALUES (1, 'customers', 'crm.csv', 'one', '{}', 0, 2, 0),
               (2, 'customers', 'crm.csv', 'two', '{}', 0, 2, 0);
        INSERT INTO customer VALUES
            (1, 'a', 'Ann', '{"":"odd","age":"41","plan":"free"}'), (2, 'b', NULL, '{"age":"9"}'),
            (3, 'c', 'Cy', '{"a\u0000b":"x\"y","plan":"pro"}');
        INSERT INTO profile VALUES
            (1, 1, 'Anna', '{"":"odd","age":"40","plan":"free"}'), (1, 2, 'Ann', '{"age":"41"}'),
            (2, 1, NULL, '{"age":"9"}'), (3, 2, 'Cy', '{"a\u0000b":"x\"y","plan":"pro"}');
        INSERT INTO segment VALUES (1, 'Pro', 'plan', 'pro');"#;

    #[test]
    fn what_a_file_of_format_1_says_of_customers_is_kept() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("old.touchline");
        let conn = Connection::open(&path).unwrap();
        migrate(&conn, &MIGRATIONS[..1]).unwrap();
        conn.execute_batch(OLD_CUSTOMERS).unwrap();
        conn.close().unwrap();

        let mut workspace = Workspace::open(&path).unwrap();
        let told = |workspace: &Workspace| -> Vec<String> {
            let customers = workspace.customers(&workspace.roll().unwrap()).unwrap();
            let tell = |customer: crate::Customer| {
                format!("{} {:?} {:?}", customer.key, customer.name, customer.attributes)
            };
            customers.into_iter().map(tell).collect()
        };
        assert_eq!(workspace.check().unwrap(), []);
        assert_eq!(
            told(&workspace),
            [
                r#"a Some("Ann") [("", "odd"), ("age", "41"), ("plan", "free")]"#,
                r#"b None [("age", "9")]"#,
                r#"c Some("Cy") [("a\0b", "x\"y"), ("plan", "pro")]"#,
            ]
        );
        let rule = workspace.segment_rule(model::SegmentId(1)).unwrap();
        assert_eq!(rule, Rule::attribute_is("plan", "pro"));
        workspace.undo_import(model::ImportId(2), &|_, _| true).unwrap();
        assert_eq!(
            told(&workspace),
            [r#"a Some("Anna") [("", "odd"), ("age", "40"), ("plan", "free")]"#, r#"b None [("age", "9")]"#,]
        );
        assert_eq!(workspace.check().unwrap(), []);
    }
}

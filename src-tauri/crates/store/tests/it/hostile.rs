//! Files that somebody made to do harm, or that a disk has damaged: they are refused or told of, and never hang, panic
//! or do what they say.
//!
//! `TOUCHLINE_CASES` sets how many random files are tried.

use std::time::{Duration, Instant};
use std::{env, fs};

use model::{AttributeColumn, CustomerId};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rusqlite::Connection;
use rusqlite::session::Session;
use store::{Fault, StoreError, Workspace};

use crate::fixture::{Desk, NOW, always, batch, bytes, customers, edit, small_map, source, with_extras};

/// What takes longer hangs; on a machine that does much else a second is soon gone.
const TOO_LONG: Duration = Duration::from_mins(1);

/// A closed workspace with something in every table.
fn full() -> Desk {
    let desk = Desk::new();
    let mut workspace = desk.create();
    small_map(&mut workspace, "First");
    let rows: Vec<(String, i64)> = (0..60).map(|row| (format!("c{}", row % 9), NOW + row * 1000)).collect();
    let rows: Vec<_> = rows.iter().map(|(key, at)| (key.as_str(), "ad", *at)).collect();
    workspace.import_interactions(with_extras(batch(&rows)), &source("one"), NOW, &always).unwrap();
    let said = customers(&[("c1", Some("free"), Some("Gent")), ("c2", Some("pro"), None)]);
    workspace.import_customers(said, &source("crm"), NOW, &always).unwrap();
    edit(&mut workspace, |tx| tx.add_segment("Pro", &model::Rule::attribute_is("plan", "pro")));
    edit(&mut workspace, |tx| tx.rename_workspace("Shop 2"));
    workspace.find_customers("gent").unwrap();
    drop(workspace);
    desk
}

#[test]
fn a_file_with_another_schema_is_refused() {
    let full = full();
    let never_ends = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)";
    for tampering in [
        "DROP INDEX transition_by_map",
        "CREATE TABLE memo (text TEXT)",
        "CREATE INDEX memo ON map (lifecycle)",
        "CREATE TRIGGER liar AFTER UPDATE ON map BEGIN DELETE FROM interaction; END",
        "CREATE VIEW memo AS SELECT 1",
        &format!(
            "DROP TABLE transition; CREATE VIEW transition AS {never_ends}
                  SELECT x AS id, x AS map, x AS from_touchpoint, x AS to_touchpoint FROM n"
        ),
        &format!(
            "DROP TABLE lineage; CREATE VIEW lineage AS {never_ends} SELECT x AS now, x AS before, x AS seen FROM n"
        ),
        "ALTER TABLE stage ADD COLUMN more TEXT",
        "ALTER TABLE touchpoint RENAME COLUMN goal TO target",
        "DROP TABLE customer_words_due; CREATE TABLE customer_words_due (first INTEGER, last INTEGER)",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'map'",
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'persona')
         WHERE name = 'map'",
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE VIEW lineage AS WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL
            SELECT x + 1 FROM n) SELECT x AS now, x AS before, x AS seen FROM n' WHERE name = 'lineage'",
    ] {
        let desk = full.copied();
        desk.tamper(tampering);
        let before = bytes(&desk.path);
        let refused = Workspace::open(&desk.path).expect_err(tampering);
        assert!(matches!(refused, StoreError::Damaged { .. }), "{tampering}: {refused}");
        assert!(bytes(&desk.path) == before, "{tampering}: the file was changed");
        assert_eq!(desk.files(), ["shop.touchline"]);
    }
}

#[test]
fn what_other_programs_note_to_find_rows_does_no_harm() {
    let desk = full();
    desk.tamper("ANALYZE");
    assert_eq!(desk.open().check().unwrap(), []);
    desk.tamper("VACUUM");
    assert_eq!(desk.open().check().unwrap(), []);
}

#[test]
fn a_step_of_history_changes_no_table_but_those_under_history() {
    let full = full();
    for (table, change) in [
        ("interaction", "DELETE FROM interaction"),
        ("import", "UPDATE import SET source = 'other'"),
        ("lineage", "UPDATE lineage SET seen = 7"),
    ] {
        let desk = full.copied();
        let conn = Connection::open(&desk.path).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let rows = |conn: &Connection| crate::fixture::rows(conn, &[table]);
        let before = rows(&conn);
        // The inverse of a change that was taken back changes it again.
        conn.execute_batch("BEGIN").unwrap();
        let mut session = Session::new(&conn).unwrap();
        session.attach(Some(table)).unwrap();
        conn.execute_batch(change).unwrap();
        let (mut changeset, mut inverse) = (Vec::new(), Vec::new());
        session.changeset_strm(&mut changeset).unwrap();
        drop(session);
        conn.execute_batch("ROLLBACK").unwrap();
        rusqlite::session::invert_strm(&mut changeset.as_slice(), &mut inverse).unwrap();
        let hide = "INSERT INTO history (op, subject, at, undone, format, changeset) VALUES ('edit', 'it', 0, 0, 9, ?1)";
        conn.execute(hide, [inverse]).unwrap();
        drop(conn);
        let mut workspace = desk.open();
        let refused = workspace.undo().unwrap_err();
        assert!(matches!(&refused, StoreError::Misfit { table: named, .. } if named == table), "{refused}");
        drop(workspace);
        // The lineage notes by itself that the file was closed.
        assert!(table == "lineage" || rows(&Connection::open(&desk.path).unwrap()) == before);
    }
}

#[test]
fn texts_of_touchpoints_that_are_too_long_to_be_shown_are_refused() {
    let full = full();
    for column in
        ["own_channel", "description", "owner", "quote", "pains", "opportunities", "content", "links", "tags"]
    {
        let desk = full.copied();
        let ten = "'[\"' || hex(zeroblob(5000000)) || '\"]'";
        desk.tamper(&format!("UPDATE touchpoint SET {column} = {ten}"));
        let refused = Workspace::open(&desk.path).expect_err(column);
        assert!(matches!(refused, StoreError::Damaged { .. }), "{column}: {refused}");
    }
}

#[test]
fn numbers_beyond_what_can_be_are_told_of() {
    let full = full();
    let check_off = "PRAGMA ignore_check_constraints = ON;";
    for tampering in [
        "UPDATE event SET id = 0",
        "UPDATE event SET id = 4611686018427387904",
        "UPDATE event SET id = -9223372036854775808",
        "UPDATE channel SET id = 4611686018427387904 WHERE id = 1",
        "UPDATE interaction SET event = 0",
        "UPDATE interaction SET event = 4611686018427387904",
        "UPDATE interaction SET customer = 9223372036854775807 WHERE seq = 1",
        "UPDATE interaction SET at = 9223372036854775807 WHERE seq = 1",
        "UPDATE chunk SET interactions = 4294967000",
        "UPDATE chunk SET interactions = -1",
        "UPDATE chunk SET first_at = -9223372036854775808, last_at = 9223372036854775807",
        "UPDATE import_event SET interactions = 9223372036854775807",
        "UPDATE customer SET id = 9223372036854775807 WHERE id = 3",
        "UPDATE customer_words_due SET last = 9223372036854775807",
        "INSERT INTO customer_words_due VALUES (-9223372036854775808, 9223372036854775807)",
        "UPDATE highest SET customer = 9223372036854775807",
        "UPDATE stage SET position = 9223372036854775807",
        "UPDATE touchpoint SET x = 9e999",
        "UPDATE touchpoint SET y = -1e300",
        "UPDATE history SET format = -1, at = 9223372036854775807",
        "UPDATE lineage SET seen = 4294967296",
        "UPDATE workspace SET title = hex(zeroblob(200000))",
        "UPDATE touchpoint SET title = hex(zeroblob(200000))",
        "UPDATE history SET subject = hex(zeroblob(200000))",
        "UPDATE touchpoint SET drama = 9223372036854775807",
        "UPDATE touchpoint SET is_moment_of_truth = -1",
        "UPDATE touchpoint SET actor = 'nobody'",
        "UPDATE touchpoint SET own_channel = 'Stand', own_icon = NULL",
        "UPDATE touchpoint SET evidence = 'measured', evidence_day = '2024-02-31'",
        "UPDATE touchpoint SET pains = '{}', content = '[1]'",
        "UPDATE touchpoint SET links = hex(zeroblob(10))",
        "UPDATE touchpoint SET image = zeroblob(399999)",
        "UPDATE touchpoint SET image = CAST('A JPEG' AS BLOB)",
        "UPDATE persona SET photo = CAST('A JPEG' AS BLOB)",
        "INSERT INTO persona_feeling SELECT id, 9223372036854775807, map, 1, '' FROM touchpoint",
        "INSERT INTO note SELECT 9223372036854775807, map, NULL, id, 9e999, -9e999, 1, '', '', 'rose', '', 0,
                          '[]', 'pain', '', '2024-02-30' FROM touchpoint LIMIT 1",
        "INSERT INTO note SELECT 1, id, NULL, NULL, 0, 0, 0, '', '', 'no tint', '', 0, '[1]', NULL, '', NULL
         FROM map LIMIT 1",
        "INSERT INTO note SELECT 1, id, NULL, NULL, 0, 0, 0, '', '', 'rose', '', 0,
                          replace(hex(zeroblob(500000)), '0', '['), NULL, '', NULL FROM map LIMIT 1",
        "INSERT INTO map_persona SELECT id, 9223372036854775807, 1 FROM map",
        "UPDATE touchpoint SET tags = replace(hex(zeroblob(500000)), '0', '[')",
    ] {
        let desk = full.copied();
        desk.tamper(&format!("{check_off} {tampering}"));
        let begun = Instant::now();
        use_all(&desk);
        assert!(begun.elapsed() < TOO_LONG, "{tampering}: {:?}", begun.elapsed());
    }
}

/// Does everything with a file that can be done with it; each may fail.
fn use_all(desk: &Desk) {
    if let Ok(workspace) = Workspace::examine(&desk.path) {
        let _: Result<Vec<Fault>, _> = workspace.check();
    }
    let Ok(mut workspace) = Workspace::open(&desk.path) else { return };
    read_all(&workspace);
    let _ = workspace.undo();
    let _ = workspace.undo();
    let _ = workspace.redo();
    let label = store::StepLabel::new("edit", "it");
    let _ = workspace.transact(&label, NOW, |tx| {
        let map = tx.add_map("Another", model::Lifecycle::Linear, None)?;
        tx.add_stage(map, 0, "Start")
    });
    let rows = batch(&[("c1", "ad", NOW), ("new", "other", NOW)]);
    let _ = workspace.import_interactions(rows, &source("two"), NOW, &always);
    let _ = workspace.import_customers(customers(&[("c3", None, Some("Gent"))]), &source("2"), NOW, &always);
    let _ = workspace.erase_customers(&[CustomerId(1)], true);
    for import in workspace.imports().unwrap_or_default() {
        let _ = workspace.undo_import(import.id, &always);
    }
    let _ = workspace.repair();
    read_all(&workspace);
}

fn read_all(workspace: &Workspace) {
    let _ = (workspace.about(), workspace.counts(), workspace.history(), workspace.imports());
    let _ = (workspace.events(), workspace.channels(), workspace.currencies());
    for map in workspace.maps().unwrap_or_default() {
        let _ = (workspace.journey(map.id), workspace.left_events(map.id));
    }
    for segment in workspace.segments().unwrap_or_default() {
        let _ = workspace.segment_rule(segment.id);
    }
    let _ = (workspace.personas(), workspace.columns(), workspace.interaction_channels());
    let _ = workspace.interaction_values();
    let everybody = workspace.roll().unwrap_or_default();
    let _ = (workspace.customers(&everybody), workspace.named(&everybody), workspace.ranks_by_key());
    for &customer in everybody.iter().take(3) {
        let _ = workspace.timeline(customer, 0, 100);
    }
    for attribute in workspace.attributes().unwrap_or_default() {
        let _: Result<Option<AttributeColumn>, _> =
            workspace.attribute_column(&attribute.name, &everybody, &|at| at);
    }
    let _ = (workspace.find_customers("gent"), workspace.find_customers("c"));
}

/// A few bytes of a file that are not what they were: where, and what.
fn wrong_bytes() -> impl Strategy<Value = Vec<(f64, u8)>> {
    let byte = prop_oneof![Just(0), Just(1), Just(0x7F), Just(0xFF), any::<u8>()];
    prop::collection::vec((0.0..1.0_f64, byte), 1..12)
}

#[test]
fn random_damage_is_refused_or_told_of() {
    let cases = env::var("TOUCHLINE_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150);
    let whole = bytes(&full().path);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let tried = runner.run(&wrong_bytes(), |wrong| {
        let mut damaged = whole.clone();
        for (share, byte) in wrong {
            let at = (whole.len() as f64 * share) as usize;
            damaged[at] = byte;
        }
        let desk = Desk::new();
        fs::write(&desk.path, damaged).unwrap();
        let begun = Instant::now();
        use_all(&desk);
        prop_assert!(begun.elapsed() < TOO_LONG);
        Ok(())
    });
    tried.unwrap();
}

/// What a column of a table may hold that nobody would write there.
fn odd_values(kind: &str) -> &'static [&'static str] {
    match kind {
        "INTEGER" => &[
            "0",
            "-1",
            "1",
            "255",
            "65537",
            "4294967296",
            "4611686018427387904",
            "9223372036854775807",
            "-9223372036854775808",
            "NULL",
        ],
        "REAL" => &["9e999", "-9e999", "1e308", "-0.0", "NULL"],
        "TEXT" => &[
            "''",
            "char(0)",
            "char(0xFFFD, 0x202E)",
            "'{}'",
            "'[]'",
            "'{\"all\":[{\"segment\":{\"id\":1}}]}'",
            "'linear'",
            "hex(zeroblob(20000))",
            "NULL",
        ],
        _ => &[
            "x''",
            "x'00'",
            "x'FFFFFFFFFFFFFFFFFFFFFFFF'",
            "x'8080808080808080808001'",
            "zeroblob(8)",
            "zeroblob(65536)",
        ],
    }
}

/// Each column of each table with each odd value, as a change that a program could make.
fn odd_cells(conn: &Connection) -> Vec<String> {
    let sql = "SELECT tables.name, columns.name, columns.type FROM pragma_table_list AS tables
               JOIN pragma_table_xinfo(tables.name) AS columns
               WHERE tables.schema = 'main' AND tables.type IN ('table', 'shadow')
               AND tables.name NOT LIKE 'sqlite_%' AND tables.name NOT LIKE 'customer_words_%'
               OR tables.name = 'customer_words_due'";
    let mut select = conn.prepare(sql).unwrap();
    let columns = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    let columns: Vec<(String, String, String)> = columns.collect::<Result<_, _>>().unwrap();
    let changes = columns.iter().flat_map(|(table, column, kind)| {
        odd_values(kind).iter().map(move |value| format!("UPDATE OR IGNORE {table} SET {column} = {value}"))
    });
    changes.collect()
}

#[test]
fn odd_values_in_any_column_are_refused_or_told_of() {
    let full = full();
    let cells = odd_cells(&Connection::open(&full.path).unwrap());
    assert!(cells.len() > 500, "{}", cells.len());
    let step = if env::var_os("TOUCHLINE_CASES").is_some() { 1 } else { 11 };
    for change in cells.iter().step_by(step) {
        let desk = full.copied();
        let conn = Connection::open(&desk.path).unwrap();
        let odd = format!("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {change}");
        if conn.execute_batch(&odd).is_err() {
            continue;
        }
        drop(conn);
        let begun = Instant::now();
        use_all(&desk);
        assert!(begun.elapsed() < TOO_LONG, "{change}");
        // As if its author had also noted that Touchline has seen the change.
        let desk = full.copied();
        desk.tamper(&odd);
        believe(&desk);
        use_all(&desk);
    }
}

/// Makes the file say that Touchline has seen all of its changes.
pub fn believe(desk: &Desk) {
    let header = bytes(&desk.path);
    let changes = u32::from_be_bytes([header[24], header[25], header[26], header[27]]);
    desk.tamper(&format!("UPDATE lineage SET seen = {}", changes.wrapping_add(1)));
}

/// A chunk of two customers, with its checksum, as an attacker could write it.
struct Crafted {
    numbers: [i64; 6],
    customers: [i64; 2],
    lengths: [u32; 2],
    events: Vec<u8>,
    at: Vec<u8>,
}

impl Crafted {
    fn new() -> Self {
        let at = [0_u32, 5, 3].iter().flat_map(|second| second.to_le_bytes()).collect();
        let numbers = [0, 3, NOW, NOW + 5000, 1, 0];
        Self { numbers, customers: [1, 2], lengths: [2, 1], events: vec![0; 3], at }
    }

    /// What a workspace has that holds the chunk instead of its own.
    fn columns(&self) -> Result<model::Columns, StoreError> {
        let desk = full();
        let blobs: [Vec<u8>; 4] = [
            self.customers.iter().flat_map(|id| id.to_le_bytes()).collect(),
            self.lengths.iter().flat_map(|length| length.to_le_bytes()).collect(),
            self.events.clone(),
            self.at.clone(),
        ];
        let mut hasher = twox_hash::xxhash3_128::Hasher::new();
        self.numbers.iter().for_each(|number| hasher.write(&number.to_le_bytes()));
        for blob in &blobs {
            hasher.write(&(blob.len() as u64).to_le_bytes());
            hasher.write(blob);
        }
        let conn = Connection::open(&desk.path).unwrap();
        conn.execute_batch("DELETE FROM chunk; UPDATE import_event SET interactions = 3").unwrap();
        let [start, count, first, last, seconds, wide] = self.numbers;
        let [customer, length, event, at] = blobs;
        conn.execute(
            "INSERT INTO chunk (start, format, interactions, first_at, last_at, whole_seconds, wide_events,
                                customer, length, event, at, checksum)
             VALUES (?1, 2, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            rusqlite::params![
                start,
                count,
                first,
                last,
                seconds,
                wide,
                customer,
                length,
                event,
                at,
                hasher.finish_128() as i64
            ],
        )
        .unwrap();
        drop(conn);
        believe(&desk);
        Workspace::look(&desk.path).unwrap().columns()
    }
}

#[test]
fn a_chunk_with_a_checksum_that_cannot_be_is_not_believed() {
    let believed = |crafted: &Crafted| crafted.columns().unwrap().len() == 3;
    assert!(believed(&Crafted::new()), "a sound one is");
    let seconds = |seconds: [u32; 3]| seconds.iter().flat_map(|second| second.to_le_bytes()).collect();
    for (what, change) in [
        (
            "as many as there are not",
            &(|it: &mut Crafted| it.numbers[1] = 4_294_967_000) as &dyn Fn(&mut Crafted),
        ),
        ("an event that has no name", &|it| it.events[1] = 200),
        ("a customer without interactions", &|it| it.lengths = [3, 0]),
        ("more than it says", &|it| it.lengths = [2, u32::MAX]),
        ("customers twice", &|it| it.customers = [1, 1]),
        ("instants out of order", &|it| it.at = seconds([5, 0, 3])),
        ("another first instant", &|it| it.numbers[2] = NOW - 1000),
        ("another last instant", &|it| it.numbers[3] = i64::MAX),
        ("instants past the end of time", &|it| {
            it.numbers[2] = i64::MAX - 5;
            it.numbers[3] = i64::MAX;
        }),
        ("instants of another width", &|it| it.numbers[4] = 0),
    ] {
        let mut crafted = Crafted::new();
        change(&mut crafted);
        assert!(!believed(&crafted), "{what}");
    }
}

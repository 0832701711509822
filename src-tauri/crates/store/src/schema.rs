//! What a workspace file may consist of: the tables and indexes that the migrations make, and nothing else.
//!
//! A file may come from anybody. A view in the place of a table can say anything and never end, a trigger can do
//! anything; so a schema that is not the expected one is refused before anything is read through it.

use std::collections::BTreeMap;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension};

use crate::StoreError;
use crate::migration::{Migration, migrate};

/// The most bytes of a title or a name.
pub(crate) const TITLE: usize = 1 << 16;

/// The most bytes of a longer text.
pub(crate) const TEXT: usize = 1 << 20;

/// The texts that people write and that are shown, with the most bytes that each has.
const TEXTS: [(&str, &str, usize); 59] = [
    ("workspace", "title", TITLE),
    ("workspace", "timezone", TITLE),
    ("segment", "name", TITLE),
    ("segment", "attribute", TITLE),
    ("segment", "value", TITLE),
    ("persona", "name", TITLE),
    ("persona", "description", TEXT),
    ("persona", "goals", TEXT),
    ("persona", "frustrations", TEXT),
    ("persona", "role", TITLE),
    ("persona", "age", TITLE),
    ("persona", "place", TITLE),
    ("persona", "quote", TEXT),
    ("persona", "needs", TEXT),
    ("persona", "motivations", TEXT),
    ("persona", "channels", TEXT),
    ("persona", "brands", TEXT),
    ("persona", "traits", TEXT),
    ("map", "title", TITLE),
    ("map", "folder", TITLE),
    ("stage", "title", TITLE),
    ("stage", "aim", TEXT),
    ("stage", "entry", TEXT),
    ("touchpoint", "title", TITLE),
    ("touchpoint", "own_channel", TITLE),
    ("touchpoint", "description", TEXT),
    ("touchpoint", "owner", TITLE),
    ("touchpoint", "quote", TEXT),
    ("touchpoint", "pains", TEXT),
    ("touchpoint", "opportunities", TEXT),
    ("touchpoint", "content", TEXT),
    ("touchpoint", "links", TEXT),
    ("touchpoint", "tags", TEXT),
    ("persona_feeling", "quote", TEXT),
    ("transition", "label", TITLE),
    ("touchpoint_event", "event", TITLE),
    ("left_event", "event", TITLE),
    ("event_meaning", "event", TITLE),
    ("event_meaning", "meaning", TITLE),
    ("lane", "title", TITLE),
    ("cell", "text", TEXT),
    ("touchpoint_cell", "text", TEXT),
    ("lane_card", "text", TEXT),
    ("story_step", "title", TITLE),
    ("story_step", "notes", TEXT),
    ("story_step", "lens", TITLE),
    ("story_step", "question", TEXT),
    ("note", "text", TEXT),
    ("note", "author", TITLE),
    ("note", "cluster", TITLE),
    ("note", "votes", TEXT),
    ("note", "owner", TITLE),
    ("history", "op", TITLE),
    ("history", "subject", TITLE),
    ("version", "name", TITLE),
    ("import", "source", TITLE),
    ("event", "name", TITLE),
    ("channel", "name", TITLE),
    ("currency", "name", TITLE),
];

/// Sees to it that nothing in a file is carried out: neither what its schema says nor what its pages claim.
pub(crate) fn distrust(conn: &Connection) -> Result<(), StoreError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    Ok(conn.execute_batch("PRAGMA cell_size_check = ON")?)
}

/// Refuses a file whose schema is not what these migrations make.
pub(crate) fn check(conn: &Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    let fresh = Connection::open_in_memory()?;
    migrate(&fresh, migrations)?;
    let (mut found, expected) = (parts(conn)?, parts(&fresh)?);
    // Other programs note here what helps them to find rows.
    found.retain(|(kind, name), _| !(kind == "table" && name.starts_with("sqlite_stat")));
    for ((kind, name), sql) in &expected {
        match found.remove(&(kind.clone(), name.clone())) {
            None => return Err(StoreError::damaged(format!("it has no {kind} “{name}”"))),
            Some(other) if other != *sql => {
                return Err(StoreError::damaged(format!("its {kind} “{name}” is not what it should be")));
            }
            Some(_) => {}
        }
    }
    match found.into_keys().next() {
        Some((kind, name)) => Err(StoreError::damaged(format!("it has a {kind} “{name}”"))),
        None => check_roots(conn),
    }
}

/// The parts of a schema: what each is, its name, and how it is made, without comments and spaces.
fn parts(conn: &Connection) -> Result<BTreeMap<(String, String), String>, StoreError> {
    let mut select = conn.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")?;
    let mut rows = select.query([])?;
    let mut parts = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (table, sql): (String, String) = (row.get(2)?, row.get(3)?);
        let name: String = row.get(1)?;
        if parts.insert((row.get(0)?, name.clone()), format!("{table}: {}", plain(&sql))).is_some() {
            return Err(StoreError::damaged(format!("it has “{name}” twice")));
        }
    }
    Ok(parts)
}

/// SQL without comments, and with one space for many.
fn plain(sql: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(sql.len()), sql);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '\'' | '"' => rest[1..].find(first).map_or(rest.len(), |end| end + 2),
            _ => first.len_utf8(),
        };
        let (part, after) = rest.split_at(length);
        if first.is_whitespace() || part.starts_with("--") {
            if !plain.ends_with(' ') {
                plain.push(' ');
            }
        } else {
            plain.push_str(part);
        }
        rest = after;
    }
    plain
}

/// Refuses a file in which two tables or indexes are the same tree.
fn check_roots(conn: &Connection) -> Result<(), StoreError> {
    let sql = "SELECT count(rootpage) = count(DISTINCT rootpage) FROM sqlite_schema WHERE rootpage <> 0";
    if conn.query_row(sql, [], |row| row.get(0))? {
        return Ok(());
    }
    Err(StoreError::damaged("two of its tables are one"))
}

/// Refuses a file with texts that are too long to be shown.
pub(crate) fn check_texts(conn: &Connection) -> Result<(), StoreError> {
    for (table, column, most) in TEXTS {
        // A file of an older format has fewer tables, and fewer columns.
        if !(conn.table_exists(None, table)? && conn.column_exists(None, table, column)?) {
            continue;
        }
        let sql = format!("SELECT 1 FROM {table} WHERE octet_length({column}) > {most} LIMIT 1");
        let long = conn.query_row(&sql, [], |_| Ok(())).optional();
        if long?.is_some() {
            return Err(StoreError::damaged(format!("a text in “{table}” has more than {most} bytes")));
        }
    }
    Ok(())
}

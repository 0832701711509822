//! Workspaces with wrong bytes, wrong values and wrong history.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use crate::base::{BASE, NAME, laid, look_at_all};

/// The bytes damage a closed workspace.
pub(crate) fn workspaces(bytes: &[u8]) {
    let folder = laid(&damage(&BASE.file, bytes), None);
    look_at_all(&folder.path().join(NAME));
}

/// The first bytes choose a column and a kind of value, the others are the value that all its rows then have.
pub(crate) fn cells(bytes: &[u8]) {
    let Some((&[high, low, kind], rest)) = bytes.split_first_chunk() else { return };
    let (table, column) = &BASE.cells[usize::from(u16::from_be_bytes([high, low])) % BASE.cells.len()];
    let number = || rest.iter().take(8).fold(0_i64, |number, &byte| number << 8 | i64::from(byte));
    let value = match kind % 5 {
        0 => Value::Null,
        1 => Value::Integer(number()),
        2 => Value::Real(f64::from_bits(number() as u64)),
        3 => Value::Text(String::from_utf8_lossy(rest).into_owned()),
        _ => Value::Blob(rest.to_vec()),
    };
    let folder = laid(&BASE.file, None);
    let path = folder.path().join(NAME);
    let sql = format!("UPDATE OR IGNORE \"{table}\" SET \"{column}\" = ?1");
    if tamper(&path, |conn| conn.execute(&sql, [value])).is_ok() {
        look_at_all(&path);
    }
}

/// The bytes are the last step of history.
pub(crate) fn steps(bytes: &[u8]) {
    let folder = laid(&BASE.file, None);
    let path = folder.path().join(NAME);
    let sql = "UPDATE history SET changeset = ?1 WHERE step = (SELECT max(step) FROM history)";
    if tamper(&path, |conn| conn.execute(sql, params![bytes])).is_ok() {
        look_at_all(&path);
    }
}

/// What is left of bytes: five others each set one of them, and what is over cuts them short.
pub(crate) fn damage(whole: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut damaged = whole.to_vec();
    let (changes, rest) = bytes.as_chunks::<5>();
    for &[a, b, c, d, byte] in changes {
        let at = u32::from_be_bytes([a, b, c, d]) as usize % whole.len();
        damaged[at] = byte;
    }
    if !rest.is_empty() {
        let share = rest.iter().fold(0, |share, &byte| share << 8 | usize::from(byte));
        damaged.truncate(share % (whole.len() + 1));
    }
    damaged
}

/// Changes a workspace as its author could who also noted that Touchline has seen the change.
fn tamper(path: &Path, change: impl FnOnce(&Connection) -> rusqlite::Result<usize>) -> rusqlite::Result<()> {
    let conn = Connection::open(path)?;
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN")?;
    change(&conn)?;
    let header = &BASE.file[24..28];
    let changes = header.iter().fold(0_u32, |changes, &byte| changes << 8 | u32::from(byte));
    // The same transaction, so that the file counts one change more.
    conn.execute("UPDATE lineage SET seen = ?1", [changes.wrapping_add(1)])?;
    conn.execute_batch("COMMIT")
}

//! Logs beside a workspace.

use std::fs;

use app::Session;

use crate::base::{BASE, LOG, NAME, laid, told};
use crate::workspaces::damage;

/// The bytes damage the log that a power cut left. The workspace opens as it was after one of the edits, or both files
/// stay as they were.
pub(crate) fn logs(bytes: &[u8]) {
    let (file, log) = &BASE.cut;
    let log = damage(log, bytes);
    let folder = laid(file, Some(&log));
    let [path, beside] = [NAME, LOG].map(|name| folder.path().join(name));
    match Session::open(&path) {
        Ok(session) => {
            let told = told(&session).expect("what is opened can be looked at");
            assert!(BASE.states.contains(&told), "it was never so: {told}");
        }
        Err(_) => {
            assert!(fs::read(&path).expect("it is there") == *file, "the file was changed");
            assert!(fs::read(&beside).expect("it is there") == log, "the log was changed");
        }
    }
}

//! Maps and segments as documents.

use std::fs;

use app::Session;

use crate::base::{BASE, NAME, laid};

/// The bytes are taken in as maps and as segments; what comes of it is sound, and can be taken back.
pub(crate) fn documents(bytes: &[u8]) {
    let folder = laid(&BASE.file, None);
    let document = folder.path().join("document.json");
    fs::write(&document, bytes).expect("written");
    let mut session = Session::open(&folder.path().join(NAME)).expect("it is sound");
    let steps = [session.import_maps(&document).is_ok(), session.import_segments(&document).is_ok()];
    assert_eq!(session.check().expect("checked"), [""; 0]);
    for _ in steps.iter().filter(|&&taken| taken) {
        session.undo().expect("taken back");
    }
    assert_eq!(session.check().expect("checked"), [""; 0]);
}
